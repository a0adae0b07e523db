"""Rounds of a negotiation: the files that we sent held against those that came back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.comparison.rounds.assemble import Judged, assemble
from app.comparison.rounds.clauses import Reviews
from app.comparison.rounds.earlier import NOTHING, Earlier
from app.comparison.rounds.layered import layers_of_document, layers_of_package, of_the_body
from app.comparison.rounds.steps import Rules
from app.comparison.rounds.trace import File, Traced, earlier_than_next, trace
from app.errors import DocumentError, ExportError
from app.export.rounds_docx import rounds_docx
from app.export.rounds_json import rounds_json
from app.export.rounds_text import (
    alarm_line,
    change_line,
    clause_line,
    clause_names,
    given_line,
    has_alarm,
    level_phrase,
    movement_line,
    point_title,
    round_title,
    said_line,
    stand_phrase,
    summary_line,
    unreturned_line,
)
from app.model.document import Document
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.receipt import TrackedChange
from app.model.review import Review
from app.model.rounds import Rounds
from app.ooxml.census import tracked_changes
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.ranges import Choice
from app.ooxml.resolution import settle
from app.ooxml.resolver import by_author
from app.service.files import put_in_place
from app.service.jobs import Report, silent
from app.service.reading import read
from app.service.review import review_document

__all__ = [
    "Exchange",
    "alarm_line",
    "change_line",
    "check_report",
    "clause_line",
    "clause_names",
    "compare_rounds",
    "export_rounds",
    "given_line",
    "has_alarm",
    "level_phrase",
    "movement_line",
    "point_title",
    "round_title",
    "rounds_json",
    "said_line",
    "stand_phrase",
    "summary_line",
    "traces_of",
    "unreturned_line",
]

_NAMELESS = frozenset(("", "Author"))
"""What Word puts in the place of names where it is asked to take them out of a file."""

_UNSEEN = (
    "{0}: this file cannot show tracked changes, so every difference counts as made without one; headers, footers and "
    "notes are not compared"
)
_WITHOUT_NAMES = (
    "{0}: the names of the authors were taken out of the file; changes that stand where ours stood are taken for ours"
)
_LOOKS = "{0}: tracked changes of looks ({1}) are not listed; see them in Word"
_SHOWN = 12  # names in a message


@dataclass(frozen=True, slots=True)
class Exchange:
    """A round: what we sent and what came back.

    Attributes:
        exported: The review from which what we sent was made, with what was decided; None where that is not known.
    """

    sent: Path
    returned: Path
    exported: Review | None = field(default=None, repr=False)


def compare_rounds(
    exchanges: Sequence[Exchange],
    library: ClauseLibrary,
    profile: DeploymentProfile,
    *,
    authors: Collection[str] = (),
    usual_author: str = "",
    report: Report = silent,
) -> Rounds:
    """Return what became of what we asked, round by round, what they ask, and what was changed without a trace.

    In the first file that we sent, our tracked changes and comments bear the names `authors`; where none is given,
    `usual_author`, or else the one name that all of them bear. Names that a later file of ours adds are ours too.

    Raises:
        DocumentError: A file cannot be read; one that we sent is no Word file, or it cannot be told what in it is ours.
        Cancelled: `report` said that the user asked to stop.
    """
    judge = _Judge(library, profile, report)
    judged: list[Judged] = []
    earlier = NOTHING
    ours: frozenset[str] = frozenset()
    for exchange in exchanges:
        sent = _SentFile(exchange.sent, read(exchange.sent, report=report))
        if judged:
            ours |= sent.authors - _authors(judged[-1].returned)
        else:
            ours = sent.ours(frozenset(authors), usual_author)
        last = judged[-1].reviews.now if judged else None
        judged.append(judge.judged(exchange, sent, ours, earlier, last))
        earlier = earlier_than_next(judged[-1].traced, earlier)
    return assemble(judged)


def check_report(out: Path, files: Sequence[Path]) -> None:
    """Check that a report can be written to `out`.

    Raises:
        ExportError: It is one of the `files` compared, or does not end in .docx.
    """
    if out.suffix.lower() != ".docx":
        raise ExportError(f"{out.name}: the report is a Word file; give it a name that ends in .docx")
    for path in files:
        if out.exists() and path.exists() and out.samefile(path):
            raise ExportError(f"{out.name}: this is a file of the negotiation, which is never written over")


def export_rounds(rounds: Rounds, out: Path, *, author: str, when: date) -> None:
    """Write the report on `rounds` to `out`.

    Raises:
        ExportError: It is one of the files compared, does not end in .docx, or cannot be written.
    """
    files = [path for one in rounds.rounds for path in (one.sent.path, one.returned.path)]
    check_report(out, files)
    put_in_place({out: rounds_docx(rounds, author=author, when=when)}, source=files[-1])


def traces_of(rounds: Rounds) -> tuple[Traced, ...]:
    """Return the rounds as they were followed, without what the library says of them."""
    earlier = NOTHING
    traces: list[Traced] = []
    for one in rounds.rounds:
        rules = _rules(frozenset(one.ours), one.returned)
        traces.append(_traced(one.sent, one.returned, rules, earlier))
        earlier = earlier_than_next(traces[-1], earlier)
    return tuple(traces)


class _SentFile:
    """A file that we sent."""

    def __init__(self, path: Path, document: Document) -> None:
        if document.word is None:
            raise DocumentError(path, "this is no Word file; name the one that we sent, with our tracked changes in it")
        self.path = path
        self.document = document
        self.changes = _changes_of(document)
        self.authors = _authors(document)

    def ours(self, named: frozenset[str], usual: str) -> frozenset[str]:
        """Return the names that our tracked changes and comments bear.

        Raises:
            DocumentError: They bear none of those `named`, or it cannot be told whose is whose.
        """
        there = ", ".join(each or "(no name)" for each in sorted(self.authors)[:_SHOWN])
        if named:
            if self.authors and named.isdisjoint(self.authors):
                names = ", ".join(sorted(named))
                raise DocumentError(self.path, f"no tracked change or comment is by {names}; there are {there}")
            return named
        if usual in self.authors or not self.authors:
            return frozenset({usual})
        if len(self.authors) > 1:
            raise DocumentError(self.path, f"say under which name its changes are ours (--author): there are {there}")
        return self.authors


class _Judge:
    """Follows a round and reviews its texts."""

    def __init__(self, library: ClauseLibrary, profile: DeploymentProfile, report: Report) -> None:
        self._library = library
        self._profile = profile
        self._report = report

    def judged(
        self, exchange: Exchange, sent: _SentFile, ours: frozenset[str], earlier: Earlier, last: Review | None
    ) -> Judged:
        """Return a round as it was followed, with the reviews of its texts; `last` is that of the one before."""
        returned = read(exchange.returned, report=self._report)
        changes = _changes_of(returned)
        rules = _rules(ours, returned)
        traced = _traced(sent.document, returned, rules, earlier)
        reviews = self._reviews(exchange, sent, traced, last)
        theirs = tuple(sorted({change.author for change in changes} - ours))
        not_compared = _not_compared(exchange, sent, rules, changes)
        return Judged(sent.document, returned, traced, reviews, theirs, not_compared)

    def _reviews(self, exchange: Exchange, sent: _SentFile, traced: Traced, last: Review | None) -> Reviews:
        ours = by_author(*traced.followed.rules.ours)
        returned = self._review(traced.returned.document)
        now = returned
        if traced.open_marks:
            now = self._review(self._without(traced.returned.document, _open(traced)))
        return Reviews(
            before=last or self._review(self._without(sent.document, ours)),
            asked=self._review(sent.document),
            returned=returned,
            now=now,
            exported=exchange.exported,
        )

    def _without(self, document: Document, choice: Choice) -> Document:
        """Return a Word file as it reads with the chosen tracked changes rejected."""
        package = open_package(document.word or b"", document.path)
        settle(package, accepting=False, choice=choice)
        return read(document.path, report=self._report, data=package.save())

    def _review(self, document: Document) -> Review:
        return review_document(document, self._library, self._profile, self._report)


def _authors(document: Document) -> frozenset[str]:
    """Return the names that tracked changes and comments bear."""
    said = (comment.author for paragraph in document.paragraphs for comment in paragraph.comments)
    return frozenset((*(change.author for change in _changes_of(document)), *said))


def _changes_of(document: Document) -> tuple[TrackedChange, ...]:
    return () if document.word is None else tracked_changes(open_package(document.word, document.path))


def _rules(ours: frozenset[str], returned: Document) -> Rules:
    names = {change.author for change in _changes_of(returned)}
    return Rules(ours, is_nameless=bool(names) and names <= _NAMELESS, is_traced=returned.word is not None)


def _traced(sent: Document, returned: Document, rules: Rules, earlier: Earlier) -> Traced:
    layers = layers_of_package(open_package(sent.word or b"", sent.path))
    if returned.word is not None:
        back = layers_of_package(open_package(returned.word, returned.path))
        return trace(File(sent, layers), File(returned, back), rules, earlier)
    document, layers = of_the_body(sent, layers)
    plain, back = of_the_body(returned, layers_of_document(returned))
    return trace(File(document, layers), File(plain, back), rules, earlier)


def _open(traced: Traced) -> Choice:
    """Choose those of our tracked changes that they left open."""
    numbers = {number for _, mark in traced.open_marks for number in mark.numbers}
    ours = traced.followed.rules.ours
    return lambda mark: mark.get(w("id")) in numbers and mark.get(w("author"), "") in ours


def _not_compared(
    exchange: Exchange, sent: _SentFile, rules: Rules, changes: Sequence[TrackedChange]
) -> tuple[str, ...]:
    name = exchange.returned.name
    looks = sum(change.kind == "formatting" and change.author not in rules.ours for change in changes)
    looks -= sum(change.kind == "formatting" and change.author not in rules.ours for change in sent.changes)
    told = [] if rules.is_traced else [_UNSEEN.format(name)]
    told += [_WITHOUT_NAMES.format(name)] if rules.is_nameless else []
    return (*told, *([_LOOKS.format(name, looks)] if looks > 0 else []))
