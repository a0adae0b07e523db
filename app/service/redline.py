"""A list of edits to a redlined Word file, nothing else changed."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from app.errors import EditsError, ProofError
from app.export.receipt_text import census_rows, receipt_record, receipt_rows
from app.intake.structure.markers import split_marker
from app.model.inspection import ItemKind
from app.model.receipt import RedlineReceipt
from app.model.redline import Copy, Degree
from app.ooxml.changes import Change, Deletion, Insertion, Place, Remark, Rewording, Wording
from app.ooxml.names import MC
from app.ooxml.package import Package, open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.service.edits_file import Asked, InsertAfter, Replace, read_edits
from app.service.endings import check_ending
from app.service.files import put_in_place, read_word_file
from app.service.handover import hand_over, make_copies
from app.service.inspection import check_kinds, taken_out, without
from app.text.degrees import became, edits_at
from app.text.diff import TextEdit, edits_within, overlap
from app.text.units import cut_units
from app.text.words import plain

__all__ = ["Outcome", "census_rows", "outcome_record", "receipt_rows", "redline"]

_FALLBACK = f"{{{MC}}}Fallback"
_BETWEEN = "\x00"  # stands in no document, so that nothing is found across paragraphs
_TRIED = ("Trial", datetime(2026, 1, 1, tzinfo=UTC))  # who makes an edit, and when, that is only tried
_SHOWN = 60  # characters of what was asked for, in a message


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a list of edits.

    Attributes:
        problems: Edits that were not made, in words.
        receipt: Of the redlined file; None where no edit was made, and the file is the document as it was.
        files: Those written, the redlined file first.
        removed: Kinds of what was taken out of it (`app/model/inspection.py`).
    """

    problems: tuple[str, ...]
    receipt: RedlineReceipt | None
    files: tuple[Path, ...]
    removed: tuple[ItemKind, ...]


def redline(  # noqa: PLR0913 - as many as the command has options
    path: Path,
    edits: Path,
    out: Path,
    *,
    author: str,
    when: datetime,
    degree: Degree = "surgical",
    copies: Collection[Copy] = (),
    remove: Collection[str] = (),
) -> Outcome:
    """Write the Word file at `path` to `out` with the listed edits as tracked changes; return what came of it.

    With `copies` also STEM.clean.docx and STEM.ours-only.docx beside `out`, whose stem and ending they have: all files,
    or none. What they hold of the kinds `remove` is taken out of all.

    Raises:
        DocumentError: The file cannot be read as a Word document.
        EditsError: The list of edits cannot be used.
        ExportError: A file is the document itself or cannot be written, or failed its check though no edit fails it
            alone, or `out` ends as no such file, or a kind cannot be taken out.
    """
    check_kinds(remove)
    asked = read_edits(edits)
    data = read_word_file(path)
    package = open_package(data, path)
    check_ending(out, package)
    plan = _planned(package, asked)
    redlined = None
    if plan.changes(degree):
        try:
            redlined = write_changes(package, plan.changes(degree), author=author, when=when)
        except (EditsError, ProofError):
            harmful = _harmful(asked, data, path, degree)
            if not harmful:
                raise
            package = open_package(data, path)
            plan = _planned(package, [each for each in asked if each.number not in harmful])
            plan.problems += harmful.values()
            if plan.changes(degree):
                redlined = write_changes(package, plan.changes(degree), author=author, when=when)
    if redlined is None:
        cleaned = without(data, path, remove)
        written, receipt, removed = {out: cleaned}, None, taken_out(data, cleaned, path)
        made = make_copies(copies, data, data, path, ())
    else:
        handed = hand_over(redlined, data, path, copies, remove)
        written, receipt, removed = {out: handed.data}, handed.receipt, handed.receipt.removed
        made = handed.copies
    written |= {out.with_name(f"{out.stem}.{copy}{out.suffix}"): each for copy, each in made.items()}
    put_in_place(written, source=path)
    return Outcome(tuple(plan.problems), receipt, tuple(written), removed)


def _planned(package: Package, asked: Iterable[Asked]) -> "_Plan":
    """Return what is to be made of the edits asked for."""
    plan = _Plan(_Text(package))
    for each in asked:
        plan.add(each)
    return plan


def _harmful(asked: Iterable[Asked], data: bytes, path: Path, degree: Degree) -> dict[int, str]:
    """Return the edits that cannot be made in the file `data`, each tried by itself: numbers, with the reasons."""
    reasons: dict[int, str] = {}
    for each in asked:
        package = open_package(data, path)
        changes = _planned(package, [each]).changes(degree)
        try:
            if changes:
                write_changes(package, changes, author=_TRIED[0], when=_TRIED[1])
        except (EditsError, ProofError) as error:
            reasons[each.number] = f"edit {each.number}: it cannot be made without harm, so it is left out: {error}"
    return reasons


def outcome_record(outcome: Outcome) -> dict[str, object]:
    """Return what came of a list of edits as the values of JSON."""
    return {
        "files": [str(file) for file in outcome.files],
        "redlined": None if outcome.receipt is None else receipt_record(outcome.receipt),
        "removed": list(outcome.removed),
        "problems": list(outcome.problems),
    }


@dataclass(frozen=True, slots=True)
class _Found:
    """Words found: the characters [start, end) of a paragraph with this text."""

    place: Place
    text: str
    start: int
    end: int


class _Text:
    """All paragraphs of a package in reading order, to find words in."""

    def __init__(self, package: Package) -> None:
        self._places: list[Place] = []
        self._texts: list[str] = []
        for part in package.stories():
            for index, p in enumerate(paragraphs_of(package.tree(part))):
                if next(p.iterancestors(_FALLBACK), None) is None:
                    self._places.append(Place(part, index))
                    self._texts.append(read_text(p).text)
        self._whole = _BETWEEN.join(self._texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in self._texts)]

    @cached_property
    def _plain(self) -> str:
        return plain(self._whole)

    def find(self, words: str) -> tuple[_Found, ...]:
        """Return where `words` stand; if nowhere as they are, any form of quote, dash and blank will do."""
        return tuple(self._find(self._whole, words)) or tuple(self._find(self._plain, plain(words)))

    def find_paragraphs(self, words: str) -> tuple[_Found, ...]:
        """Return the paragraphs that begin with `words`."""
        words = words.strip()
        return self._beginning(self._whole, words) or self._beginning(self._plain, plain(words))

    def _beginning(self, whole: str, words: str) -> tuple[_Found, ...]:
        return tuple(found for found in self._find(whole, words) if not found.text[: found.start].strip())

    def _find(self, whole: str, words: str) -> Iterator[_Found]:
        position = whole.find(words)
        while position >= 0:
            number = bisect_right(self._starts, position) - 1
            start = position - self._starts[number]
            yield _Found(self._places[number], self._texts[number], start, start + len(words))
            position = whole.find(words, position + len(words))


class _Plan:
    """The changes that can be made, and what is to be said of those that cannot."""

    def __init__(self, text: _Text) -> None:
        self._text = text
        self._texts: dict[Place, str] = {}  # of the paragraphs with edits
        self._edits: dict[Place, list[tuple[TextEdit, int]]] = {}
        self._deleted: set[Place] = set()
        self._changes: list[Change] = []
        self.problems: list[str] = []

    def changes(self, degree: Degree) -> tuple[Change, ...]:
        """Return the changes, in which edits of words are brought to `degree`."""
        wanted = {
            place: edits_at(text, sorted({edit for edit, _ in edits}, key=_order), degree, _start_of_text(text))
            for place, edits in self._edits.items()
            for text in (self._texts[place],)
        }
        return tuple(
            replace(change, edits=became(change.edits, wanted[change.place]))
            if isinstance(change, Rewording)
            else change
            for change in self._changes
        )

    def add(self, asked: Asked) -> None:
        """Add the change asked for, or the problem with it."""
        if isinstance(asked, Replace):
            found = self._choose(asked, asked.find, self._text.find(asked.find))
            if found is not None:
                self._reword(asked, found)
            return
        words = asked.after if isinstance(asked, InsertAfter) else asked.delete
        found = self._choose(asked, words, self._text.find_paragraphs(words))
        if found is None:
            return
        if isinstance(asked, InsertAfter):
            wordings = tuple(Wording(text, found.place) for text in asked.insert)
            self._changes.append(Insertion(found.place, wordings, asked.comment))
        elif found.place in self._edits or found.place in self._deleted:
            self._refuse(asked, words, "is in a paragraph that an earlier edit changes; take one of them out")
        else:
            self._deleted.add(found.place)
            self._changes.append(Deletion(found.place, asked.comment))

    def _choose(self, asked: Asked, words: str, found: tuple[_Found, ...]) -> _Found | None:
        """Return the one place meant, or note the problem."""
        occurrence = asked.occurrence
        where = "stands in the document" if isinstance(asked, Replace) else "begins a paragraph of the document"
        if not found:
            kind = "is not in the document" if isinstance(asked, Replace) else "begins no paragraph of the document"
            self._refuse(asked, words, f"{kind}; quote its words as they stand there")
        elif occurrence is not None and occurrence > len(found):
            there = f"{where} {_times(len(found))}, so there is no occurrence {occurrence}"
            self._refuse(asked, words, f"{there}; give a lower one")
        elif occurrence is None and len(found) > 1:
            self._refuse(asked, words, f'{where} {_times(len(found))}; quote more words, or say which by "occurrence"')
        else:
            return found[(occurrence or 1) - 1]
        return None

    def _reword(self, asked: Replace, found: _Found) -> None:
        edits = edits_within(found.text, found.start, found.end, _as_it_stands(found, asked))
        earlier = self._edits.get(found.place, [])
        other = next((number for edit in edits for done, number in earlier if overlap(done, edit)), None)
        if found.place in self._deleted:
            self._refuse(asked, asked.find, "is in a paragraph that an earlier edit deletes; take one of them out")
        elif other is not None:
            self._refuse(asked, asked.find, f"changes the same words as edit {other}; make them one edit")
        elif edits:
            self._texts[found.place] = found.text
            self._edits[found.place] = [*earlier, *((edit, asked.number) for edit in edits)]
            self._changes.append(Rewording(found.place, edits, asked.comment))
        elif asked.comment:
            self._changes.append(Remark(found.place, asked.comment, found.start, found.end))

    def _refuse(self, asked: Asked, words: str, problem: str) -> None:
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        self.problems.append(f'edit {asked.number}: "{shown}" {problem}')


def _as_it_stands(found: _Found, asked: Replace) -> str:
    """Return the new words; those that stay have the quotes, dashes and blanks of the document."""
    old, new = cut_units(asked.find), cut_units(asked.replace)
    starts = list(accumulate(map(len, old), initial=found.start))
    units = list(new)
    for a, b, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        units[b : b + size] = [found.text[starts[place] : starts[place + 1]] for place in range(a, a + size)]
    return "".join(units)


def _start_of_text(text: str) -> int:
    """Return where the text of a paragraph begins, after a typed marker."""
    marker = split_marker(text)
    return marker.end if marker else 0


def _order(edit: TextEdit) -> tuple[int, int]:
    return edit.start, edit.end


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
