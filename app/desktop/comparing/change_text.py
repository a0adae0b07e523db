"""What is told of a change: what it does to clause types, the old and the new words, where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.desktop import words
from app.desktop.comparing.change_words import direction_glyph, kind_word, standing_word, subject_word
from app.desktop.comparing.entries import Entry
from app.desktop.comparing.meaning import Meaning
from app.desktop.redline_text import Piece, PieceKind
from app.desktop.rich_text import RichText
from app.desktop.words import tr
from app.model.comparison import Change, Comparison, Effect, FactChange, WordChange
from app.model.document import Document

OLD, NEW = "old:", "new:"
"""What the address of a link to a paragraph begins with; its index follows."""

_WORDS = 12  # word changes told one by one
_LONG = 700  # letters of a paragraph that are quoted


@dataclass(frozen=True, slots=True)
class ChangeText(RichText):
    """Writes pages on changes in the colours and the serif of the window."""

    def page(self, comparison: Comparison, entry: Entry) -> str:
        """Return all that is known of a change, or of a clause type that is judged otherwise without one."""
        effects = "".join(self._effect(effect) for effect in entry.effects)
        if entry.change is None:
            return effects + self._line(self.muted(tr("No change of the text bears on it directly.")))
        return "".join(
            (
                self._line(self._heading(comparison, entry.change)),
                effects,
                self._line(self.muted(_without_effect(entry))) if not entry.effects else "",
                self._words(comparison, entry.change),
                self._rest(entry.change),
            )
        )

    def notes(self, comparison: Comparison, meaning: Meaning | None) -> str:
        """Return what was not compared, read or checked."""
        told = "".join(self.part(title, self._list(lines)) for title, lines in notes_of(comparison, meaning))
        return told or self._line(self.muted(tr("All was read and compared.")))

    def _heading(self, comparison: Comparison, change: Change) -> str:
        """Return what happened and where, each place with a link to it."""
        places = []
        if change.old and (not change.new or change.kind in ("moved", "merged", "split")):
            places.append(self._place(comparison.old, OLD, change.old[0], tr("old: {0}")))
        if change.new:
            places.append(self._place(comparison.new, NEW, change.new[0], tr("new: {0}") if places else "{0}"))
        return f"<b>{self.text(kind_word(change))}</b> &nbsp;· {' → '.join(places)}"

    def _effect(self, effect: Effect) -> str:
        """Return what is done to a clause type: the direction, the sentence, the levels, the facts."""
        ours = self.colours
        badge = (
            f'<span style="background:{ours.of(effect.severity)}; color:{ours.on_badge}; font-weight:600">'
            f"&nbsp;{words.severity_letter(effect.severity)}&nbsp;</span>"
        )
        state = self.text(f"{direction_glyph(effect.direction)} {standing_word(effect.direction)}")
        severity = self.muted(f"· {words.severity_word(effect.severity)}")
        facts = [(words.key_word(fact.key), self._fact(fact)) for fact in effect.facts]
        rows = [(tr("Clause type"), self.text(effect.clause.title)), (tr("Level"), self._levels(effect)), *facts]
        return (
            f'<p style="margin:12px 0 6px 0">{badge} <b>{state}</b> {severity}</p>'
            + self._line(f"<b>{self.text(effect.what)}</b>")
            + self.table(rows)
        )

    def _levels(self, effect: Effect) -> str:
        old, new = (
            f"{words.level_glyph(level)} {words.level_word(level)}" for level in (effect.old_level, effect.new_level)
        )
        return self.text(new if effect.old_level == effect.new_level else f"{old} → {new}")

    def _fact(self, fact: FactChange) -> str:
        return f"{self.text(words.value_word(fact.old))} → <b>{self.text(words.value_word(fact.new))}</b>"

    def _words(self, comparison: Comparison, change: Change) -> str:
        """Return the words that differ one by one; of what is added, removed or only moved the words themselves."""
        if change.words:
            told = "".join(map(self._word, change.words[:_WORDS]))
            more = len(change.words) - _WORDS
            rest = self._line(self.muted(tr("and {0} more; the panes show them all").format(more))) if more > 0 else ""
            return self.part(tr("Words"), told + rest)
        if change.kind in ("renumbered", "formatting"):
            return ""
        removed: PieceKind = "deleted" if change.kind == "removed" else "kept"
        added: PieceKind = "inserted" if change.kind == "added" else "kept"
        if change.kind == "moved":
            return self.part(tr("Words"), self._quote(comparison.new, change.new, "kept"))
        return self.part(tr("Old words"), self._quote(comparison.old, change.old, removed)) + self.part(
            tr("New words"), self._quote(comparison.new, change.new, added)
        )

    def _word(self, word: WordChange) -> str:
        pieces = Piece("deleted", word.before, 0), Piece("inserted", word.after, 0)
        told = " → ".join(self.piece(piece) for piece in pieces if piece.text)
        about = self.muted(f" · {subject_word(word.about)}") if subject_word(word.about) else ""
        return self._line(self.quoted(told) + about)

    def _quote(self, document: Document, indexes: Sequence[int], kind: PieceKind) -> str:
        """Return paragraphs, struck or underlined if they are gone or new."""
        texts = (document.paragraphs[index].text for index in indexes)
        short = (text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …" for text in texts)
        return "".join(self._line(self.quoted(self.piece(Piece(kind, text, 0)))) for text in short)

    def _rest(self, change: Change) -> str:
        """Return the number and the looks that changed."""
        number = self.text(f"{change.labels[0]} → {change.labels[1]}") if change.labels is not None else ""
        return self.part(tr("Number"), self._line(number) if number else "") + self.part(
            tr("Formatting"), self._list(change.formats) if change.formats else ""
        )

    def _place(self, document: Document, which: str, index: int, told: str) -> str:
        """Return where a paragraph stands, as a link to it."""
        where = self.text(told.format(words.place_word(document, index)))
        return f'<a href="{which}{index}" style="color:{self.colours.accent}">{where}</a>'

    def _list(self, lines: Sequence[str]) -> str:
        return "".join(self._line(self.text(line)) for line in lines)

    def _line(self, html: str) -> str:
        return f'<p style="margin:0 0 6px 0">{html}</p>' if html else ""


def notes_of(comparison: Comparison, meaning: Meaning | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what was not compared, read or checked, under titles; titles with nothing below them are left out."""
    old, new = comparison.old, comparison.new
    parts = [
        (tr("Not compared"), comparison.not_compared),
        (tr("Not read of {0}").format(old.name), old.not_read),
        (tr("Not read of {0}").format(new.name), new.not_read),
    ]
    for name, lines in meaning.not_checked if meaning is not None else ():
        parts.append((tr("Not checked of {0}").format(name), lines))
    return tuple((title, lines) for title, lines in parts if lines)


def _without_effect(entry: Entry) -> str:
    """Return why nothing is said of what a change does."""
    if not entry.is_judged:
        return tr("What it does to the clause types is not known yet.")
    if entry.is_uncovered:
        return tr("No clause type covers these words: read them yourself.")
    return tr("It changes the level of no clause type.")
