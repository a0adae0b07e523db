"""What an entry makes of a document, as a page to read: before and now, the words found, the redline proposed."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.desktop import words
from app.desktop.redline_text import Piece, pieces_of
from app.desktop.rich_text import RichText
from app.desktop.words import tr
from app.model.authoring import Trial, TrialOutcome
from app.model.document import Document
from app.model.redline import Redline

_SHOWN = 5
"""Paragraphs that carry the clause type and are shown."""
_LETTERS = 600


@dataclass(frozen=True, slots=True)
class TrialText(RichText):
    """Writes the page of a trial in the colours and the serif of the window."""

    def page(self, document: Document, trial: Trial) -> str:
        """Return the whole page."""
        after, before = trial.after, trial.before
        told = tr("Tried on {0}. Nothing in the document or in your review has changed.")
        parts = [
            f"<h2>{self.text(after.finding.clause.title)}</h2>",
            f"<p>{self.muted(told.format(document.title or document.path.name))}</p>",
            self._verdicts(before, after, is_same=trial.is_same),
            f"<p>{self.text(after.finding.why)}</p>",
            self.part(tr("Words found"), self._found(document, after)),
            self.part(tr("Facts read"), self._facts(document, before, after)),
            self.part(tr("Redline proposed"), self._redline(document, after.redline, after.problems)),
        ]
        if before is not None and before.redline != after.redline:
            title = tr("Redline of the saved entry")
            parts.append(self.part(title, self._redline(document, before.redline, before.problems)))
        return "".join(parts)

    def _verdicts(self, before: TrialOutcome | None, after: TrialOutcome, *, is_same: bool) -> str:
        now = self._verdict(after)
        if before is None:
            return f"<p>{self.muted(tr('A new entry:'))} {now}</p>"
        if is_same:
            return f"<p>{self.muted(tr('As with the saved entry:'))} {now}</p>"
        was = self._verdict(before)
        if was == now:
            return f"<p>{self.muted(tr('Level and severity as before; what differs stands below:'))} {now}</p>"
        return f"<p>{self.muted(tr('was:'))} {was}<br>{self.muted(tr('now:'))} {now}</p>"

    def _verdict(self, outcome: TrialOutcome) -> str:
        found = outcome.finding
        level = f"{words.level_glyph(found.level)} {words.level_word(found.level)}"
        colour = self.colours.of(found.severity)
        severity = words.severity_word(found.severity)
        return f'<b>{self.text(level)}</b>, <span style="color:{colour}"><b>{self.text(severity)}</b></span>'

    def _found(self, document: Document, outcome: TrialOutcome) -> str:
        matches = outcome.finding.reading.matches
        if not matches:
            return self.muted(tr("No paragraph of the document carries it."))
        shown = outcome.finding.reading.clearest_few(_SHOWN)
        told = []
        for match in shown:
            text = document.paragraphs[match.paragraph].text
            marked = self._marked(text, [(span.start, span.end) for span in match.evidence])
            place = self.accented(words.place_word(document, match.paragraph))
            told.append(f"{place} &nbsp;{self.quoted(marked)}<br>{self.muted(words.score_word(match))}")
        if more := len(matches) - len(shown):
            told.append(self.muted(tr("and in {0} more paragraphs").format(more)))
        return _stacked(told)

    def _marked(self, text: str, spans: list[tuple[int, int]]) -> str:
        """Return the text with the words found marked, its end left out where it is long."""
        pieces, done = [], 0
        for start, end in sorted(spans):
            if start >= done:
                mark = f'<span style="background:{self.colours.evidence}"><u>{self.text(text[start:end])}</u></span>'
                pieces += [self.text(text[done:start]), mark]
                done = end
        rest = text[done:]
        return "".join((*pieces, self.text(rest if len(rest) <= _LETTERS else f"{rest[:_LETTERS]} …")))

    def _facts(self, document: Document, before: TrialOutcome | None, after: TrialOutcome) -> str:
        was = {fact.key: fact.value for fact in before.finding.reading.facts} if before is not None else {}
        rows = []
        for fact in after.finding.reading.facts:
            told = f"<b>{self.text(words.value_word(fact.value))}</b>"
            if fact.place is None:
                told += f" &nbsp;{self.muted(tr('the text is silent'))}"
            else:
                span = fact.place.span
                said = document.paragraphs[fact.place.paragraph].text[span.start : span.end]
                place = self.accented(words.place_word(document, fact.place.paragraph))
                told += f" &nbsp;{place} “{self.text(said[:_LETTERS])}”"
            if before is not None and was.get(fact.key) != fact.value:
                told += f" &nbsp;{self.muted(tr('was: {0}').format(words.value_word(was.get(fact.key))))}"
            rows.append((words.key_word(fact.key), told))
        return self.table(rows)

    def _redline(self, document: Document, redline: Redline | None, problems: Iterable[str]) -> str:
        told = []
        if redline is not None:
            for index in dict.fromkeys(edit.paragraph for edit in redline.edits):
                edits = [edit for edit in redline.edits if edit.paragraph == index]
                body = "".join(map(self.piece, pieces_of(document.paragraphs[index].text, edits)))
                told.append(f"{self.accented(words.place_word(document, index))} &nbsp;{self.quoted(body)}")
            for new in redline.insertions:
                after = tr("new, after {0}").format(words.place_word(document, new.after))
                body = self.piece(Piece("inserted", f"{new.marker} {new.text}".strip(), 0))
                told.append(f"{self.muted(after)} &nbsp;{self.quoted(body)}")
            if redline.comment is not None:
                told.append(f"{self.muted(tr('Comment:'))} {self.text(redline.comment.text)}")
        told += [self.muted(problem) for problem in problems]
        return _stacked(told) if told else self.muted(tr("Nothing is asked."))


def _stacked(parts: Iterable[str]) -> str:
    return "".join(f'<p style="margin:6px 0 0 0">{part}</p>' for part in parts)
