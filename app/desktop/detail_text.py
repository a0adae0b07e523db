"""The parts of a finding's detail as rich text: words, what bears on them, facts, tests, level, wording, sources."""

from dataclasses import dataclass
from html import escape

from app.desktop import words
from app.desktop.deciding import Rung
from app.desktop.line_breaks import breakable
from app.desktop.plain_text import visible
from app.desktop.redline_text import Piece, pieces_of
from app.desktop.rich_text import RichText
from app.desktop.words import tr
from app.model.clause import ClaimState
from app.model.document import Document
from app.model.redline import Edit, NewParagraph, Redline
from app.model.review import Fact, Finding, Match, Related, RelatedKind, TestResult
from app.model.span import Place, Span

_QUOTED = 3
_FEW = 3
_EACH_KIND = 2
_CONTEXT = 110
_SHORT = 150
_UNBROKEN = 16  # letters of a place that stay in one line
_BEARING: tuple[RelatedKind, ...] = ("exception", "lead-in", "item", "definition", "reference")
"""In the order in which words elsewhere are shown: a carve-out changes the answer."""

ALL = "all:"
"""What the address of a link begins with that asks for all of a part; the name of the part follows."""


@dataclass(frozen=True, slots=True)
class DetailText(RichText):
    """Writes the parts of a detail in the colours and the serif of the window; "" where there is nothing to say."""

    def text(self, text: str) -> str:
        """Return `text` as it is, lines kept; words too long for a narrow pane may be broken."""
        return escape(breakable(visible(text))).replace("\n", "<br>")

    def heading(self, document: Document, finding: Finding) -> str:
        """Return the severity, the level and the place."""
        ours = self.colours
        badge = (
            f'<span style="background:{ours.of(finding.severity)}; color:{ours.on_badge}; font-weight:600">'
            f"&nbsp;{words.severity_letter(finding.severity)}&nbsp;</span>"
        )
        place = self.muted(f"· {words.places_word(document, finding)}")
        return f"{badge} <b>{words.severity_word(finding.severity)}</b> &nbsp;· {self._level(finding)} {place}"

    def says(self, document: Document, finding: Finding, *, short: bool, everything: bool = False) -> str:
        """Return the words of the document, each with a link to its place.

        In short the deciding ones alone; else the clearest, or all, each with its score.
        """
        matches = finding.reading.matches
        if not matches:
            return self.muted(tr("The document is silent on this."))
        if short:
            return self._quote(document, finding.reading.deciding(finding.verdicts))
        shown = matches if everything else finding.reading.clearest_few(_QUOTED)
        quotes = [f"{self._quote(document, match)}<br>{self._small(words.score_word(match))}" for match in shown]
        more = len(matches) - len(shown)
        if more:
            told = tr("and in 1 more paragraph: show it") if more == 1 else tr("and in {0} more paragraphs: show them")
            quotes.append(self._anchor(f"{ALL}says", told.format(more)))
        return _stacked(quotes)

    def elsewhere(self, document: Document, finding: Finding, *, short: bool, everything: bool = False) -> str:
        """Return the words elsewhere that bear on the clause.

        In short the carve-outs alone, because they change the answer; else of other kinds too the first, or all.
        """
        related = [each for kind in _BEARING for each in finding.reading.related if each.kind == kind]
        kinds = [each.kind for each in related]
        shown = [
            each
            for place, each in enumerate(related)
            if everything or each.kind == "exception" or kinds[:place].count(each.kind) < _EACH_KIND
        ]
        if short:
            return _stacked([self._related(document, finding, each) for each in shown if each.kind == "exception"])
        parts = [self._related(document, finding, each) for each in shown]
        more = len(related) - len(shown)
        if more:
            told = tr("and 1 more: show it") if more == 1 else tr("and {0} more: show them")
            parts.append(self._anchor(f"{ALL}elsewhere", told.format(more)))
        return _stacked(parts)

    def facts(self, document: Document, finding: Finding, *, short: bool) -> str:
        """Return what was read, one fact a line with how its value follows; what the text is silent on at the end.

        In short the facts that the first test was made on, or the first few.
        """
        facts = finding.reading.facts
        if not facts:
            return self.muted(tr("Nothing is read from the words here."))
        if short:
            return "<br>".join(self._fact(document, fact) for fact in _telling(finding))
        stated = []
        for fact in (fact for fact in facts if fact.place is not None):
            stated.append(self._fact(document, fact))
            stated.extend([self._small(fact.derivation)] if fact.derivation else [])
        rows = ["<br>".join(stated)] if stated else []
        silent = [fact for fact in facts if fact.place is None]
        for derivation in dict.fromkeys(fact.derivation for fact in silent):
            said = [self._small(f"{_capital(derivation)}:")] if derivation else []
            said.extend(self._fact(document, fact) for fact in silent if fact.derivation == derivation)
            rows.append("<br>".join(said))
        return _stacked(rows)

    def tests(self, finding: Finding, *, short: bool) -> str:
        """Return how the best position fared; in short the tests that it failed, or passed."""
        if not finding.verdicts:
            silent = tr("A protection must be stated; there are no words to test.")
            return self.muted(silent if finding.level == "missing" else tr("There are no words to test."))
        best = finding.verdicts[0]
        failed = [result for result in best.results if not result.passed]
        shown = (failed or list(best.results))[:_FEW] if short else best.results
        told = [self._tested(result) for result in shown]
        if not short:
            told.insert(0, self.text(best.position.name))
        return "<br>".join(told)

    def level(self, finding: Finding) -> str:
        """Return the level that follows, with the name of its position."""
        return f"{self._level(finding)}{f': {self.text(finding.held.name)}' if finding.held else ''}"

    def rung(self, rung: Rung) -> str:
        """Return a position with its tests, who approves it, and whether it is where we stand or what we ask for."""
        signs = []
        if rung.is_here:
            here = tr("◀ here now")
            signs.append(self.accented(here) if rung.position.level == "preferred" else self._warning(here))
        if rung.is_asked:
            signs.append(self.accented(tr("▸ asked for")))
        level = self.muted(words.level_word(rung.position.level))
        lines = [
            " &nbsp;".join((level, *signs)),
            self.text(rung.position.name),
            *(self._tested(result) for result in rung.results),
        ]
        if rung.position.approver:
            lines.append(self._small(tr("Approved by: {0}").format(rung.position.approver)))
        return "<br>".join(lines)

    def redline(self, document: Document, redline: Redline | None) -> str:
        """Return the changed words in their sentence, and the new paragraphs."""
        if redline is None:
            return ""
        changed = dict.fromkeys(edit.paragraph for edit in redline.edits)
        parts = [
            self.quoted(self._edited(document, paragraph, tuple(e for e in redline.edits if e.paragraph == paragraph)))
            for paragraph in changed
        ]
        parts.extend(self.quoted(self._new(document, new)) for new in redline.insertions)
        return _stacked(parts)

    def sources(self, finding: Finding) -> str:
        """Return where our position comes from, and what others claim with how far it holds."""
        parts = [self.text(source) for source in finding.clause.sources]
        for claim in finding.claims:
            said = f"{self.text(claim.statement)} {self.muted(f'{claim.source} ({_state_word(claim.state)})')}"
            if claim.text_says:
                said += "<br>" + tr("The text itself: {0}").format(self.text(claim.text_says))
            parts.append(said)
        return _stacked(parts)

    def _quote(self, document: Document, match: Match) -> str:
        text = document.paragraphs[match.paragraph].text
        place = Place(match.paragraph, min(match.evidence, key=lambda span: span.start, default=Span(0, 0)))
        shown = _around(text, place.span)
        link = self._link(place, words.place_word(document, match.paragraph))
        return f"{self.quoted(self.text(_excerpt(text, shown)))} &nbsp;{link}"

    def _related(self, document: Document, finding: Finding, related: Related) -> str:
        """Return why words elsewhere bear on the clause, where they stand, and the first of them."""
        why = _capital(related.why)
        if related.kind == "exception":
            told = f"{self._warning(tr('▲ Exception'))} &nbsp;{self.text(why)}"
        else:
            told = self.muted(why)
        if len(finding.paragraphs) > 1:
            told += self.muted(" · " + tr("for {0}").format(words.place_word(document, related.paragraph)))
        span = related.place.span
        said = words.first_words(document.paragraphs[related.place.paragraph].text[span.start : span.end], _SHORT)
        link = self._link(related.place, words.place_word(document, related.place.paragraph))
        return f"{told}<br>{self.quoted(self.text(said))} &nbsp;{link}"

    def _level(self, finding: Finding) -> str:
        return f"<b>{words.level_glyph(finding.level)} {words.level_word(finding.level)}</b>"

    def _fact(self, document: Document, fact: Fact) -> str:
        told = f"{self.muted(f'{words.key_word(fact.key)}:')} <b>{self.text(words.value_word(fact.value))}</b>"
        if fact.place is None:
            return told
        return f"{told} &nbsp;{self._link(fact.place, words.place_word(document, fact.place.paragraph))}"

    def _tested(self, result: TestResult) -> str:
        seen = tr("is {0}").format(words.value_word(result.value))
        told = self.muted(f"{words.describe_test(result.test)} ({seen})")
        return f"{'✓' if result.passed else self._warning('✗')} {told}"

    def _edited(self, document: Document, paragraph: int, edits: tuple[Edit, ...]) -> str:
        text = document.paragraphs[paragraph].text
        shown = _around(text, Span(edits[0].span.start, max(edit.span.end for edit in edits)))
        pieces = pieces_of(text, edits)
        body = "".join(self.piece(_clipped(piece, shown)) for piece in pieces)
        before = "… " if shown.start > 0 else ""
        after = " …" if shown.end < len(text) else ""
        return f"{self.muted(words.place_word(document, paragraph))} &nbsp;{before}{body}{after}"

    def _new(self, document: Document, new: NewParagraph) -> str:
        after = tr("new, after {0}").format(words.place_word(document, new.after))
        text = f"{new.marker} {new.text}".strip()
        return f"{self.muted(after)} &nbsp;{self.piece(Piece('inserted', text, 0))}"

    def _link(self, place: Place, word: str) -> str:
        address = f"place:{place.paragraph}:{place.span.start}:{place.span.end}"
        whole = len(word) <= _UNBROKEN
        return self._anchor(address, f"→ {word}".replace(" ", "\u00a0") if whole else f"→\u00a0{word}")

    def _anchor(self, address: str, shown: str) -> str:
        return f'<a style="color:{self.colours.accent}" href="{address}">{escape(shown)}</a>'

    def _small(self, text: str) -> str:
        return f'<span style="color:{self.colours.muted}; font-size:small">{self.text(text)}</span>'

    def _warning(self, text: str) -> str:
        return f'<span style="color:{self.colours.high}"><b>{escape(text)}</b></span>'


def parse_place(link: str) -> Place:
    """Return the place that a link of the detail leads to."""
    paragraph, start, end = (int(part) for part in link.removeprefix("place:").split(":"))
    return Place(paragraph, Span(start, end))


def _around(text: str, span: Span) -> Span:
    """Return `span` with some words of context, ending between words; the whole text where it is short."""
    if len(text) <= 3 * _CONTEXT:
        return Span(0, len(text))
    start = max(0, span.start - _CONTEXT)
    end = min(len(text), max(span.end, span.start + _CONTEXT) + _CONTEXT)
    if start > 0:
        start = text.find(" ", start, span.start) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", span.end, end), span.end)
    return Span(start, end)


def _excerpt(text: str, shown: Span) -> str:
    before = "… " if shown.start > 0 else ""
    after = " …" if shown.end < len(text) else ""
    return f"{before}{text[shown.start : shown.end]}{after}"


def _clipped(piece: Piece, shown: Span) -> Piece:
    """Return the part of a kept piece that lies in `shown`; other pieces as they are."""
    if piece.kind != "kept":
        return piece
    first = max(shown.start - piece.start, 0)
    return Piece("kept", piece.text[first : max(shown.end - piece.start, 0)], piece.start)


def _telling(finding: Finding) -> list[Fact]:
    """Return the facts that the first position was tested on, else the first few that the words give."""
    facts = finding.reading.facts
    tested = [test.key for test in finding.clause.positions[0].tests] if finding.clause.positions else []
    told = [fact for fact in facts if fact.key in tested]
    return (told or [fact for fact in facts if fact.place is not None] or list(facts))[:_FEW]


def _state_word(state: ClaimState) -> str:
    return {
        "agreed": tr("agreed"),
        "disputed": tr("disputed"),
        "superseded": tr("superseded"),
        "inferred": tr("inferred"),
        "open": tr("open"),
    }[state]


def _stacked(parts: list[str]) -> str:
    """Return the parts as paragraphs with a little room between them."""
    return "".join(
        f'<p style="margin:{0 if number == 0 else 8}px 0 0 0">{part}</p>' for number, part in enumerate(parts)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
