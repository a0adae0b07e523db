"""Answers to the points of a round, as changes to the file that came back: on top of theirs, which stay theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from app.comparison.rounds.asks import Stretch
from app.comparison.rounds.layered import END, Layered, Unit
from app.comparison.rounds.steps import Step
from app.comparison.rounds.trace import Traced
from app.errors import EditsError
from app.model.rounds import Site
from app.ooxml.changes import Change, Deletion, Insertion, Place, Remark, Rewording, RowDeletion, RowInsertion, Wording
from app.ooxml.package import Package
from app.ooxml.rows import cells_of, row_of
from app.ooxml.runs import paragraphs_of
from app.text.diff import TextEdit, edits_within

_SAY_SO = "what was done there cannot be undone by tracked changes; say what you want in a comment"


@dataclass(frozen=True, slots=True)
class Standing:
    """The words of a stretch that stand in one paragraph of the returned file: its characters [start, end).

    Attributes:
        is_whole: Whether nothing else stands in that paragraph.
    """

    ordinal: int
    start: int
    end: int
    is_whole: bool


class Answers:
    """Makes the changes that answer points."""

    def __init__(self, traced: Traced, package: Package) -> None:
        """Take the round and the file that came back."""
        self._traced = traced
        self._package = package
        self._paragraphs = traced.followed.new

    def undone(self, stretch: Stretch) -> Iterator[Change]:
        """Yield what puts the words of what was sent, with all that was asked there, in the place of theirs.

        Raises:
            EditsError: It cannot be done by tracked changes.
        """
        steps = self._steps(stretch)
        if self._is_of_rows(steps):
            yield from self._undone_rows(steps)
            return
        wanted = "".join(step.old.text for step in steps if step.old is not None and step.old.deleted is None)
        ends = sum(step.new is not None and step.new.text == END and step.new.deleted is None for step in steps)
        standing = self._standing(stretch)
        texts = wanted.removesuffix(END).split(END)
        if wanted.count(END) == ends and len(texts) == len(standing):
            for each, text in zip(standing, texts, strict=True):
                yield from self._reworded(each, text)
        elif not standing and not ends and END not in wanted:
            yield from self._inserted_words(stretch, wanted)
        elif not standing and not ends:
            yield from self._inserted_paragraphs(stretch, [text for text in texts if text.strip()])
        elif not wanted.strip() and all(each.is_whole for each in standing):
            yield from (Deletion(self._place(each.ordinal)) for each in standing)
        else:
            raise EditsError(_SAY_SO)

    def countered(self, stretch: Stretch, words: str) -> Iterator[Change]:
        """Yield what puts the user's own `words`, of one paragraph, in the place of theirs.

        Raises:
            EditsError: Theirs run over several paragraphs.
        """
        standing = self._standing(stretch)
        if len(standing) > 1:
            raise EditsError("your words cannot stand in the place of several paragraphs; reject those, or comment")
        if standing:
            (own,) = standing
            text = self._accepted(own.ordinal)[own.start : own.end]
            lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            yield from self._reworded(own, f"{lead}{words.strip()}{tail}" if text.strip() else words.strip())
        elif any(unit is not None and unit.text == END for step in self._steps(stretch) for unit in step):
            yield from self._inserted_paragraphs(stretch, [words.strip()])
        else:
            yield from self._inserted_words(stretch, words.strip())

    def remark(self, site: Site, comment: str) -> Change:
        """Return a comment on the words of a site; where none stand, on those beside it."""
        place = Place(site.part, site.index)
        start, end = site.span.start, site.span.end
        if start < end:
            return Remark(place, comment, start, end)
        start = len(site.text[:start].rstrip())
        before = site.text[:start]
        first = start - len(before.split()[-1]) if before.split() else 0
        if first < start:
            return Remark(place, comment, first, start)
        return Remark(place, comment, 0, len(site.text))

    def _steps(self, stretch: Stretch) -> Sequence[Step]:
        return self._traced.followed.passages[stretch.passage].steps[stretch.start : stretch.end]

    # Words

    def _standing(self, stretch: Stretch) -> list[Standing]:
        """Return the words of a stretch that stand in the returned file, paragraph by paragraph."""
        inside = [step.new for step in self._steps(stretch)]
        words = [unit for unit in inside if unit is not None and unit.deleted is None and unit.text != END]
        found = []
        for ordinal, units in groupby(words, key=lambda unit: unit.paragraph):
            own = list(units)
            start = self._offset(ordinal, own[0].at)
            end = self._offset(ordinal, own[-1].at + len(own[-1].text))
            found.append(Standing(ordinal, start, end, is_whole=end - start == len(self._accepted(ordinal))))
        return found

    def _reworded(self, own: Standing, text: str) -> Iterator[Change]:
        edits = edits_within(self._accepted(own.ordinal), own.start, own.end, text)
        if edits:
            yield Rewording(self._place(own.ordinal), edits)

    def _inserted_words(self, stretch: Stretch, words: str) -> Iterator[Change]:
        """Yield the insertion of words where none stand; they are set apart by blanks from those beside them."""
        steps = self._traced.followed.passages[stretch.passage].steps
        site = self._traced.returned.of_steps([step.new for step in steps], stretch.start, stretch.end)
        text, at = site.text, site.span.start
        lead = " " if at and text[at - 1].isalnum() and words[:1].isalnum() else ""
        tail = " " if text[at : at + 1].isalnum() and words[-1:].isalnum() else ""
        if words:
            yield Rewording(Place(site.part, site.index), (TextEdit(at, at, f"{lead}{words}{tail}"),))

    # Paragraphs

    def _inserted_paragraphs(self, stretch: Stretch, texts: Sequence[str]) -> Iterator[Change]:
        """Yield the insertion of paragraphs that are gone, in the manner of what is left of them or stands before."""
        steps = self._traced.followed.passages[stretch.passage].steps
        gone = [step.new for step in self._steps(stretch) if step.new is not None]
        before = [unit for step in steps[: stretch.start] if (unit := step.new) is not None]
        last = before[-1] if before else self._last_before(stretch.passage)
        like = gone[0] if gone else last
        first = next((step.old for step in self._steps(stretch) if step.old is not None), last)
        is_between = last is not None and END in (last.text, "" if first is None else first.text)
        if last is None or like is None or not is_between or self._part(last) != self._part(like):
            raise EditsError(_SAY_SO)
        if any(self._was_in_a_table(step.old) for step in self._steps(stretch) if step.old is not None):
            raise EditsError(_SAY_SO)
        wordings = tuple(Wording(text, self._place(like.paragraph)) for text in texts)
        yield Insertion(self._place(last.paragraph), wordings)

    def _was_in_a_table(self, unit: Unit) -> bool:
        sent = self._traced.sent
        reader = sent.reader(unit.paragraph)
        return reader is not None and sent.document.paragraphs[reader.paragraph].cell is not None

    def _last_before(self, passage: int) -> Unit | None:
        ordinal = next((each.new[-1] for each in reversed(self._traced.followed.passages[:passage]) if each.new), None)
        return None if ordinal is None else self._paragraphs[ordinal].units(ordinal)[-1]

    # Rows of tables

    def _is_of_rows(self, steps: Sequence[Step]) -> bool:
        """Tell whether whole rows of a table came or went, by tracked changes of theirs."""
        units = [step.new for step in steps if step.new is not None]
        return bool(units) and all(self._row_mark(self._paragraphs[unit.paragraph]) for unit in units)

    def _row_mark(self, paragraph: Layered) -> bool:
        rules = self._traced.followed.rules
        marks = (paragraph.row_inserted, paragraph.row_deleted)
        return any(mark is not None and not rules.is_ours(mark) for mark in marks)

    def _undone_rows(self, steps: Sequence[Step]) -> Iterator[Change]:
        ordinals = dict.fromkeys(step.new.paragraph for step in steps if step.new is not None)
        rows: dict[etree._Element, list[int]] = {}
        for ordinal in ordinals:
            rows.setdefault(row_of(self._element(ordinal)), []).append(ordinal)
        for row in rows.values():
            if self._paragraphs[row[0]].row_deleted is None:
                yield RowDeletion(self._place(row[0]))
            else:
                yield self._row_again(row, steps)

    def _row_again(self, row: Sequence[int], steps: Sequence[Step]) -> RowInsertion:
        words: dict[int, str] = {}
        for step in steps:
            if step.old is not None and step.new is not None and step.old.deleted is None and step.old.text != END:
                words[step.new.paragraph] = words.get(step.new.paragraph, "") + step.old.text
        if len(cells_of(row_of(self._element(row[0])))) != len(row):
            raise EditsError(_SAY_SO)
        return RowInsertion(self._place(row[0]), tuple(words.get(ordinal, "") for ordinal in row))

    # Places

    def _element(self, ordinal: int) -> etree._Element:
        there = self._paragraphs[ordinal]
        return paragraphs_of(self._package.tree(there.part))[there.index]

    def _place(self, ordinal: int) -> Place:
        there = self._paragraphs[ordinal]
        return Place(there.part, there.index)

    def _part(self, unit: Unit) -> str:
        return self._paragraphs[unit.paragraph].part

    def _accepted(self, ordinal: int) -> str:
        return self._traced.returned.accepted(ordinal)

    def _offset(self, ordinal: int, at: int) -> int:
        return len(self._paragraphs[ordinal].accepted(0, at))
