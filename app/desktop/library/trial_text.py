"""What an entry makes of a document, as a page to read: before and now, the words found, the redline proposed."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from app.desktop import words
from app.desktop.plain_text import visible
from app.desktop.redline_text import Piece, pieces_of
from app.desktop.theme import Colours
from app.desktop.words import tr
from app.model.authoring import Outcome, Trial
from app.model.document import Document
from app.model.redline import Redline

_SHOWN = 5
"""Paragraphs that carry the clause type and are shown."""
_LETTERS = 600


@dataclass(frozen=True, slots=True)
class TrialText:
    """Writes the page of a trial in the colours and the serif of the window."""

    colours: Colours
    serif: str

    def page(self, document: Document, trial: Trial) -> str:
        """Return the whole page."""
        after, before = trial.after, trial.before
        told = tr("Tried on {0}. Nothing in the document or in your review has changed.")
        parts = [
            f"<h2>{_text(after.finding.clause.title)}</h2>",
            f"<p>{self._muted(told.format(document.title or document.path.name))}</p>",
            self._verdicts(before, after, is_same=trial.is_same),
            f"<p>{_text(after.finding.why)}</p>",
            self._part(tr("Words found"), self._found(document, after)),
            self._part(tr("Facts read"), self._facts(document, before, after)),
            self._part(tr("Redline proposed"), self._redline(document, after.redline, after.problems)),
        ]
        if before is not None and before.redline != after.redline:
            title = tr("Redline of the saved entry")
            parts.append(self._part(title, self._redline(document, before.redline, before.problems)))
        return "".join(parts)

    def _verdicts(self, before: Outcome | None, after: Outcome, *, is_same: bool) -> str:
        now = self._verdict(after)
        if before is None:
            return f"<p>{self._muted(tr('A new entry:'))} {now}</p>"
        if is_same:
            return f"<p>{self._muted(tr('As with the saved entry:'))} {now}</p>"
        was = self._verdict(before)
        if was == now:
            return f"<p>{self._muted(tr('Level and severity as before; what differs stands below:'))} {now}</p>"
        return f"<p>{self._muted(tr('was:'))} {was}<br>{self._muted(tr('now:'))} {now}</p>"

    def _verdict(self, outcome: Outcome) -> str:
        found = outcome.finding
        level = f"{words.level_glyph(found.level)} {words.level_word(found.level)}"
        colour = self.colours.of(found.severity)
        severity = words.severity_word(found.severity)
        return f'<b>{_text(level)}</b>, <span style="color:{colour}"><b>{_text(severity)}</b></span>'

    def _found(self, document: Document, outcome: Outcome) -> str:
        matches = outcome.finding.reading.matches
        if not matches:
            return self._muted(tr("No paragraph of the document carries it."))
        shown = outcome.finding.reading.clearest_few(_SHOWN)
        told = []
        for match in shown:
            text = document.paragraphs[match.paragraph].text
            marked = self._marked(text, [(span.start, span.end) for span in match.evidence])
            place = self._accented(document.place_of(match.paragraph))
            told.append(f"{place} &nbsp;{self._serif(marked)}<br>{self._muted(words.score_word(match))}")
        if more := len(matches) - len(shown):
            told.append(self._muted(tr("and in {0} more paragraphs").format(more)))
        return _stacked(told)

    def _marked(self, text: str, spans: list[tuple[int, int]]) -> str:
        """Return the text with the words found marked, its end left out where it is long."""
        pieces, done = [], 0
        for start, end in sorted(spans):
            if start >= done:
                mark = f'<span style="background:{self.colours.evidence}"><u>{_text(text[start:end])}</u></span>'
                pieces += [_text(text[done:start]), mark]
                done = end
        rest = text[done:]
        return "".join((*pieces, _text(rest if len(rest) <= _LETTERS else f"{rest[:_LETTERS]} …")))

    def _facts(self, document: Document, before: Outcome | None, after: Outcome) -> str:
        was = {fact.key: fact.value for fact in before.finding.reading.facts} if before is not None else {}
        rows = []
        for fact in after.finding.reading.facts:
            told = f"<b>{_text(words.value_word(fact.value))}</b>"
            if fact.place is None:
                told += f" &nbsp;{self._muted(tr('the text is silent'))}"
            else:
                span = fact.place.span
                said = document.paragraphs[fact.place.paragraph].text[span.start : span.end]
                told += f" &nbsp;{self._accented(document.place_of(fact.place.paragraph))} “{_text(said[:_LETTERS])}”"
            if before is not None and was.get(fact.key) != fact.value:
                told += f" &nbsp;{self._muted(tr('was: {0}').format(words.value_word(was.get(fact.key))))}"
            rows.append(
                f'<tr><td style="padding:0 12px 3px 0">{self._muted(words.key_word(fact.key))}</td>'
                f'<td style="padding:0 0 3px 0">{told}</td></tr>'
            )
        return f'<table cellspacing="0">{"".join(rows)}</table>' if rows else ""

    def _redline(self, document: Document, redline: Redline | None, problems: Iterable[str]) -> str:
        told = []
        if redline is not None:
            for index in dict.fromkeys(edit.paragraph for edit in redline.edits):
                edits = [edit for edit in redline.edits if edit.paragraph == index]
                body = "".join(map(self._piece, pieces_of(document.paragraphs[index].text, edits)))
                told.append(f"{self._accented(document.place_of(index))} &nbsp;{self._serif(body)}")
            for new in redline.insertions:
                after = tr("new, after {0}").format(document.place_of(new.after))
                body = self._piece(Piece("inserted", f"{new.marker} {new.text}".strip(), 0))
                told.append(f"{self._muted(after)} &nbsp;{self._serif(body)}")
            if redline.comment is not None:
                told.append(f"{self._muted(tr('Comment:'))} {_text(redline.comment.text)}")
        told += [self._muted(problem) for problem in problems]
        return _stacked(told) if told else self._muted(tr("Nothing is asked."))

    def _piece(self, piece: Piece) -> str:
        text = _text(piece.text)
        if piece.kind == "inserted":
            return f'<span style="color:{self.colours.inserted}"><u>{text}</u></span>'
        if piece.kind == "deleted":
            return f'<span style="color:{self.colours.deleted}"><s>{text}</s></span>'
        return text

    def _part(self, title: str, body: str) -> str:
        if not body:
            return ""
        return f'<p style="margin:18px 0 4px 0; color:{self.colours.muted}"><b>{escape(title)}</b></p>{body}'

    def _muted(self, text: str) -> str:
        return f'<span style="color:{self.colours.muted}">{_text(text)}</span>'

    def _accented(self, text: str) -> str:
        return f'<span style="color:{self.colours.accent}"><b>{_text(text)}</b></span>'

    def _serif(self, html: str) -> str:
        return f"<span style=\"font-family:'{self.serif}'; font-size:large\">{html}</span>"


def _stacked(parts: Iterable[str]) -> str:
    return "".join(f'<p style="margin:6px 0 0 0">{part}</p>' for part in parts)


def _text(text: str) -> str:
    return escape(visible(text)).replace("\n", "<br>")
