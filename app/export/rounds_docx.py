"""Rounds of a negotiation as a Word file in landscape, in the styles of the memo; for our own house."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import cast

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.text.paragraph import CT_P
from markupsafe import Markup

from app.export.landscape import WIDTH, Cell, add_grid, add_text, landscape_document, make_paragraph
from app.export.phrases import date_phrase, place_phrase
from app.export.rounds_text import (
    DIRECTIONS,
    alarm_line,
    clause_line,
    clause_names,
    given_line,
    has_alarm,
    level_phrase,
    point_title,
    round_title,
    said_line,
    stand_phrase,
    summary_line,
    title_of,
    unreturned_line,
)
from app.export.tracked_text import TrackedText, plain_runs
from app.export.word_file import word_bytes
from app.model.redline import Edit
from app.model.rounds import QUIET, Ask, ClauseRound, Movement, NewAsk, Reopened, Round, Rounds, Site, Untracked
from app.model.span import Span

_TITLE = "Rounds"
_INTERNAL = "Internal: do not send to the counterparty."
_CONTEXT = 90  # characters on either side of the words that changed
_RED = "SeverityCritical"
_GREEN = "SeverityLow"
_POINTS = (700, 2_200, 4_400, 4_400, 2_870)
_CLAUSES = (2_600, 2_600, 2_000, 7_370)
_LEDGER = (900, 1_100, 2_300, 3_400, 3_400, 3_470)
_LOOKS = {"accepted": _GREEN, "rejected": _RED, "countered": "SeverityMedium"}


def rounds_docx(rounds: Rounds, *, author: str, when: date) -> bytes:
    """Return the report as a Word file dated `when`, the last round first; the same rounds give the same bytes.

    Words that either side changed stand in it as tracked changes, those changed without a trace in red.
    """
    document = landscape_document(f"{_TITLE}. {_INTERNAL}")
    add_text(document, "Kicker", _INTERNAL)
    add_text(document, "Title", f"{_TITLE}: {rounds.last.returned.title}")
    add_text(document, "Tagline", f"{date_phrase(when)}. Library {rounds.library.version}.")
    writer = _Writer(document, rounds, when)
    for one in reversed(rounds.rounds):
        writer.add_round(one)
    writer.add_ledger()
    writer.add_remarks()
    moment = datetime.combine(when, time(), tzinfo=UTC)
    return word_bytes(document, title=f"{_TITLE}: {rounds.last.returned.title}", author=author, when=moment)


class _Writer:
    """Adds the parts of the report to a document."""

    def __init__(self, document: Document, rounds: Rounds, when: date) -> None:
        self._document = document
        self._rounds = rounds
        self._ours = TrackedText("We", when)
        self._theirs = TrackedText("They", when)

    def add_round(self, one: Round) -> None:
        """Add a round, what was changed without a trace first."""
        add_text(self._document, "Heading 1", round_title(one))
        alarm = (alarm_line(one), _RED) if has_alarm(one) else alarm_line(one)
        self._document.element.body.insert(-1, make_paragraph("Verdict", alarm))
        add_text(self._document, "Normal", summary_line(one))
        alarms = [self._untracked_row(one, edit) for edit in one.alarms]
        self._add("Changed without a trace", ("No.", "What", "We sent", "They returned", "Place"), alarms)
        reopened = [self._reopened_row(one, point) for point in one.reopened]
        self._add("Closed points opened again", ("No.", "What", "Agreed", "Now", "Place"), reopened)
        asks = [self._ask_row(one, ask) for ask in one.asks]
        self._add("What we asked", ("No.", "Answer", "We asked", "They returned", "Place"), asks)
        new = [self._new_row(one, ask) for ask in one.new_asks]
        self._add("What they ask", ("No.", "What", "Words", "Clause", "Place"), new)
        quiet = [self._untracked_row(one, edit) for edit in one.untracked if edit.kind in QUIET]
        self._add("Differences that change no words", ("No.", "What", "We sent", "They returned", "Place"), quiet)
        if one.clauses:
            add_text(self._document, "Heading 2", "How the clause types stand")
            rows = [_clause_row(each) for each in one.clauses]
            add_grid(self._document, [("Clause", "Before → asked → now", "For us", "What"), *rows], _CLAUSES)

    def add_ledger(self) -> None:
        """Add who gave way on what, round by round."""
        if not self._rounds.ledger:
            return
        add_text(self._document, "Heading 1", "Concession ledger")
        left = unreturned_line(self._rounds)
        if left:
            self._document.element.body.insert(-1, make_paragraph("Normal", (left, _RED)))
        heads = ("Round", "Side", "Clause", "From", "To", "For what")
        rows = [self._movement_row(move) for move in self._rounds.ledger]
        add_grid(self._document, [heads, *rows], _LEDGER)

    def add_remarks(self) -> None:
        """Add what was not compared, and what the report was made from."""
        remarks = [(line,) for one in self._rounds.rounds for line in one.not_compared]
        if remarks:
            add_text(self._document, "Heading 1", "What was not read or not compared")
            add_grid(self._document, [("Remark",), *remarks], (WIDTH,))
        files = [file for one in self._rounds.rounds for file in (one.sent, one.returned)]
        rows = [(file.name, file.sha256) for file in files]
        library = (f"Library {self._rounds.library.version}", self._rounds.library.sha256)
        add_text(self._document, "Heading 1", "What this was made from")
        add_grid(self._document, [("Of", "SHA-256"), *rows, library], (5_500, WIDTH - 5_500))

    def _add(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        if rows:
            add_text(self._document, "Heading 2", f"{title} ({len(rows)})")
            add_grid(self._document, [heads, *rows], _POINTS)

    def _untracked_row(self, one: Round, edit: Untracked) -> Sequence[Cell]:
        look = "" if edit.kind in QUIET else _RED
        lines = [make_paragraph("Cell", (point_title(edit), look)), *self._clause_lines(one, edit)]
        sent = [_marked(edit.sent, edit.before, look)]
        returned = [_marked(edit.returned, edit.after, look)]
        return edit.id, lines, sent, returned, _place(edit.returned)

    def _reopened_row(self, one: Round, point: Reopened) -> Sequence[Cell]:
        what = [make_paragraph("Cell", (point_title(point), _RED)), *self._clause_lines(one, point)]
        by = f"\nby {', '.join(point.by)}" if point.by else ""
        return point.id, what, point.agreed, point.now, _place(point.site) + by

    def _ask_row(self, one: Round, ask: Ask) -> Sequence[Cell]:
        what = [make_paragraph("Cell", (point_title(ask), _LOOKS.get(ask.answer, ""))), *self._clause_lines(one, ask)]
        asked = [_words(ask.sent, ask.before, ask.asked, self._ours)]
        asked += [make_paragraph("CellQuiet", f"We said: {ask.ours}")] if ask.ours else []
        returned = [_words(ask.returned, ask.asked, ask.now, self._theirs)]
        returned += [make_paragraph("CellQuiet", said_line(ask))] if ask.said else []
        return ask.id, what, asked, returned, _place(ask.returned)

    def _new_row(self, one: Round, ask: NewAsk) -> Sequence[Cell]:
        words = [_words(ask.site, ask.before, ask.after, self._theirs)]
        words += [make_paragraph("CellQuiet", said_line(ask))] if ask.said else []
        who = f"{point_title(ask)}\n{ask.author}"
        return ask.id, who, words, list(self._clause_lines(one, ask)), _place(ask.site)

    def _clause_lines(self, one: Round, point: Ask | NewAsk | Untracked | Reopened) -> Iterator[CT_P]:
        names = clause_names(self._rounds, point)
        yield make_paragraph("Cell", names or "No clause type of the library")
        level = level_phrase(one, point)
        if level:
            yield make_paragraph("CellQuiet", level)

    def _movement_row(self, move: Movement) -> Sequence[Cell]:
        side = {"us": "We", "them": "They"}[move.side]
        did = "gave way" if move.kind == "conceded" else "asked for more"
        title = title_of(self._rounds.library, move.clause.id)
        end = f"{stand_phrase(move.end)}\n{move.what}" if move.start.name == move.end.name else stand_phrase(move.end)
        given = given_line(self._rounds, move)
        return str(move.round), f"{side}\n{did}", title, stand_phrase(move.start), end, given


def _clause_row(clause: ClauseRound) -> Sequence[Cell]:
    look = {"worse": _RED, "better": _GREEN}.get(clause.direction, "")
    direction = [make_paragraph("Cell", (DIRECTIONS[clause.direction], look))]
    return clause.clause.title, clause_line(clause), direction, clause.what


def _words(site: Site, old: str, new: str, tracked: TrackedText) -> CT_P:
    """Return words with some of those around them, and as a tracked change what they became."""
    before, after = _around(site)
    text = f"{before}{old}{after}"
    edits = [Edit(0, Span(len(before), len(before) + len(old)), new)] if old != new else []
    return _paragraph(tracked.edited(text, edits) if text or edits else plain_runs("–"))


def _marked(site: Site, words: str, look: str) -> CT_P:
    """Return words in a look of their own, with some of those around them."""
    before, after = _around(site)
    return make_paragraph("Cell", before, (words, look), after or ("" if before or words else "–"))


def _around(site: Site) -> tuple[str, str]:
    """Return some of the words on either side of a site, cut between words."""
    before, after = site.text[: site.span.start], site.text[site.span.end :]
    if site.count > 1:
        after = ""
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return before, after


def _place(site: Site) -> str:
    return place_phrase(site.label)


def _paragraph(runs: Markup) -> CT_P:
    properties = '<w:pPr><w:pStyle w:val="Cell"/></w:pPr>'
    return cast("CT_P", parse_xml(f"<w:p {nsdecls('w')}>{properties}{runs}</w:p>"))
