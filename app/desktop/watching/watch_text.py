"""What is told of a change of a policy: what it does, the words before and after, what it touches, and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.desktop.comparing.change_text import NEW, OLD, ChangeText
from app.desktop.redline_text import Piece
from app.desktop.watching import watch_words as say
from app.desktop.words import tr
from app.model.comparison import Effect
from app.model.watch import PolicyChange, PolicyStep, PolicyWatch, TouchedUse

_STATEMENTS = 12  # quoted below an effect


@dataclass(frozen=True, slots=True)
class WatchText(ChangeText):
    """Writes pages on a policy watch in the colours and the serif of the window."""

    def step(self, found: PolicyWatch, step: PolicyStep) -> str:
        """Return what a step comes to, and which planned uses were looked for."""
        named = tr("“{0}” is called “{1}” throughout; that alone is no change.")
        renamed = "".join(self._line(self.text(named.format(*names))) for names in step.renamed)
        uses = self._list([f"{use.title} – {use.source}" for use in found.uses])
        return "".join(
            (
                self._line(f"<b>{self.text(say.step_word(step))}</b>"),
                self._line(self.text(say.touched_word(step))),
                self._line(self.text(say.summary_word(step))),
                renamed,
                self.part(tr("Planned uses that were looked for, and where their words are from"), uses),
            )
        )

    def change(self, step: PolicyStep, change: PolicyChange) -> str:
        """Return all that is known of a change of a statement."""
        clauses = say.clauses_word(step, change)
        direction = f" &nbsp;· {self.text(say.direction_word(change.direction))}" if change.matters else ""
        return "".join(
            (
                self._line(
                    f"<b>{self.text(say.kind_word(change.kind))}</b>{direction} &nbsp;· {self._places(step, change)}"
                ),
                self._line(f"<b>{self.text(change.what)}</b>"),
                self.part(tr("Planned uses that it touches"), "".join(map(self._use, change.uses))),
                self.part(tr("Words"), self._statement(change)),
                self.part(tr("Clause types"), self._line(self.text(clauses)) if clauses else ""),
            )
        )

    def effect(self, step: PolicyStep, effect: Effect) -> str:
        """Return what is done to a clause type, and the statements that do it."""
        bearing = [change for change in step.changes if change.matters and effect.clause.id in change.clauses]
        told = "".join(self._headed(step, change) for change in bearing[:_STATEMENTS])
        more = len(bearing) - _STATEMENTS
        rest = self._line(self.muted(tr("and {0} more, in the list").format(more))) if more > 0 else ""
        nothing = self._line(self.muted(tr("No change of the text bears on it directly.")))
        return self._effect(effect) + self.part(tr("Changes of the text"), told + rest or nothing)

    def _headed(self, step: PolicyStep, change: PolicyChange) -> str:
        """Return a statement below what happened to it."""
        named = (
            f"{say.kind_word(change.kind)} · {say.direction_word(change.direction)} · {say.place_word(step, change)}"
        )
        return self._line(self.muted(named)) + self._statement(change)

    def _use(self, touched: TouchedUse) -> str:
        matched = self.muted(tr("recognised by “{0}”; words from: {1}").format(touched.words, touched.use.source))
        return self._line(f"<b>{self.text(touched.use.title)}</b><br>{matched}")

    def _places(self, step: PolicyStep, change: PolicyChange) -> str:
        """Return where a statement stood and stands, each place with a link to it."""
        comparison = step.judged.comparison
        told = []
        if change.old is not None:
            told.append(self._place(comparison.old, OLD, change.old.paragraph, tr("old: {0}")))
        if change.new is not None:
            told.append(self._place(comparison.new, NEW, change.new.paragraph, tr("new: {0}")))
        return " → ".join(told)

    def _statement(self, change: PolicyChange) -> str:
        """Return the words of a statement, struck and underlined where they differ, with what leads in its list."""
        lead_in = self._line(self.quoted(self.muted(change.lead_in))) if change.lead_in else ""
        return lead_in + self._line(self.quoted("".join(map(self.piece, pieces_of(change)))))


def pieces_of(change: PolicyChange) -> Iterator[Piece]:
    """Yield the words of a statement, before and after."""
    if change.kind == "moved":
        yield Piece("kept", change.after, 0)
        return
    if not change.words or change.old is None:
        if change.before:
            yield Piece("deleted", change.before, 0)
        if change.before and change.after:
            yield Piece("kept", " ", 0)
        if change.after:
            yield Piece("inserted", change.after, 0)
        return
    start, at = change.old.span.start, 0
    for word in change.words:
        begin, end = word.old.span.start - start, word.old.span.end - start
        yield Piece("kept", change.before[at:begin], 0)
        yield Piece("deleted", change.before[begin:end], 0)
        yield Piece("inserted", word.after, 0)
        at = end
    yield Piece("kept", change.before[at:], 0)
