"""What became of a file in another, paragraph by paragraph: anchors that fit, and what lies between them followed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.comparison.rounds.following import follow
from app.comparison.rounds.layered import END, Layered, Mark, Unit
from app.comparison.rounds.steps import Rules, Step
from app.text.blocks import Aligned, align_blocks

_STORIES = ("body", "header", "footer", "footnote", "endnote")
_LARGEST = 12_000  # characters of a stretch between anchors that is followed as one


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that belong together in two files.

    Attributes:
        old: Ordinals of the paragraphs in the old file; so `new`.
        steps: What became of every unit of theirs; none where they are the same without any tracked change.
        is_moved: Whether they stand elsewhere without a tracked change that says so.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    steps: tuple[Step, ...] = ()
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """Two files, and what became of the first in the second.

    Attributes:
        passages: In the order of the new file, story by story; every paragraph of either is in one.
    """

    old: tuple[Layered, ...]
    new: tuple[Layered, ...]
    rules: Rules
    passages: tuple[Passage, ...]


def follow_file(old: Sequence[Layered], new: Sequence[Layered], rules: Rules) -> Followed:
    """Return what became of the file `old` in the file `new`."""
    follower = _Follower(tuple(old), tuple(new), rules)
    passages = tuple(passage for story in _STORIES for passage in follower.story(story))
    return Followed(follower.old, follower.new, rules, passages)


class _Follower:
    """The paragraphs of both files."""

    def __init__(self, old: tuple[Layered, ...], new: tuple[Layered, ...], rules: Rules) -> None:
        self.old = old
        self.new = new
        self._rules = rules
        marks = (mark for paragraph in old for mark in _insertions(paragraph))
        self._known = frozenset((mark.author, mark.date) for mark in marks)

    def story(self, story: str) -> Iterator[Passage]:
        """Yield the passages of one kind of story, in the order of the new file."""
        olds = [place for place, paragraph in enumerate(self.old) if paragraph.story == story]
        news = [place for place, paragraph in enumerate(self.new) if paragraph.story == story]
        based = [place for place in news if not self._is_new(self.new[place])]
        aligned = align_blocks([self.old[i].text for i in olds], [self._base_text(self.new[j]) for j in based])
        pairs = [
            Aligned(tuple(olds[i] for i in each.old), tuple(based[j] for j in each.new), each.is_moved)
            for each in aligned
        ]
        stayed = [each for each in pairs if not each.is_moved]
        moved = [each for each in pairs if each.is_moved]
        found = [*_in_order(self._unmoved(stayed, moved, olds, news))]
        found += [((each.new[0], -1), self._moved(each)) for each in moved]
        yield from (passage for _, passage in sorted(found, key=lambda each: each[0]))

    def _unmoved(
        self, pairs: Sequence[Aligned], others: Sequence[Aligned], olds: Sequence[int], news: Sequence[int]
    ) -> Iterator[Passage]:
        moved = {i for each in others for i in each.old}
        moved_new = {j for each in others for j in each.new}
        anchors = [anchor for each in pairs if (anchor := self._anchor(each)) is not None]
        edges = [(-1, -1), *((anchor.old[0], anchor.new[0]) for anchor in anchors), (len(self.old), len(self.new))]
        waiting = iter(anchors)
        for (i, j), (i_next, j_next) in pairwise(edges):
            between = [each for each in olds if i < each < i_next and each not in moved]
            between_new = [each for each in news if j < each < j_next and each not in moved_new]
            yield from self._between(between, between_new, pairs)
            anchor = next(waiting, None)
            if anchor is not None:
                yield anchor

    def _anchor(self, pair: Aligned) -> Passage | None:
        """Return the passage of one paragraph in either file where nothing was done to it without a trace."""
        if len(pair.old) != 1 or len(pair.new) != 1:
            return None
        one, other = self.old[pair.old[0]], self.new[pair.new[0]]
        if one.is_plain and other.is_plain and one.text == other.text:
            return Passage(pair.old, pair.new)
        steps = self._steps(pair.old, pair.new)
        ends = [unit for unit in steps[-1] if unit is not None and unit.text == END]
        is_end_kept = len(ends) == 2 and len({(unit.inserted is None, unit.deleted is None) for unit in ends}) == 1
        return Passage(pair.old, pair.new, steps) if is_end_kept and not self._breaks_rules(steps) else None

    def _breaks_rules(self, steps: Iterable[Step]) -> bool:
        return any(map(self._rules.is_untracked, steps))

    def _between(self, olds: Sequence[int], news: Sequence[int], pairs: Sequence[Aligned]) -> Iterator[Passage]:
        """Yield what lies between two anchors: as one, or where that is too much, in the pairs that it was put into."""
        if not olds and not news:
            return
        length = sum(len(self.old[i].text) for i in olds) + sum(len(self.new[j].text) for j in news)
        if length <= _LARGEST:
            yield Passage(tuple(olds), tuple(news), self._steps(olds, news))
            return
        left, left_new = set(olds), set(news)
        for pair in pairs:
            if left.issuperset(pair.old) and left_new.issuperset(pair.new):
                left -= set(pair.old)
                left_new -= set(pair.new)
                yield Passage(pair.old, pair.new, self._steps(pair.old, pair.new))
        for place in sorted(left_new):
            yield Passage((), (place,), self._steps((), (place,)))

    def _moved(self, pair: Aligned) -> Passage:
        steps = self._steps(pair.old, pair.new)
        is_marked = not any(step.old is not None and step.old.is_plain for step in steps)
        return Passage(pair.old, pair.new, steps, is_moved=not is_marked)

    def _steps(self, olds: Iterable[int], news: Iterable[int]) -> tuple[Step, ...]:
        return follow(self._units(self.old, olds), self._units(self.new, news), self._rules)

    def _units(self, side: Sequence[Layered], places: Iterable[int]) -> list[Unit]:
        is_lenient = not self._rules.is_traced
        return [unit for place in places for unit in side[place].units(place, is_lenient=is_lenient)]

    def _is_new(self, paragraph: Layered) -> bool:
        """Tell whether a paragraph of the new file is new as a whole, by a tracked change of the other side."""
        if paragraph.row_inserted is not None or not paragraph.text:
            return self._is_theirs_anew(paragraph.row_inserted or paragraph.inserted)
        covered = sum(layer.end - layer.start for layer in paragraph.layers) == len(paragraph.text)
        return covered and all(self._is_theirs_anew(layer.inserted) for layer in paragraph.layers)

    def _is_theirs_anew(self, mark: Mark | None) -> bool:
        if mark is None or self._rules.is_ours(mark) or self._rules.is_nameless:
            return False
        return (mark.author, mark.date) not in self._known

    def _base_text(self, paragraph: Layered) -> str:
        """Return the text of a paragraph without what the other side inserted anew."""
        parts, at = [], 0
        for layer in paragraph.layers:
            if self._is_theirs_anew(layer.inserted):
                parts.append(paragraph.text[at : layer.start])
                at = layer.end
        return "".join((*parts, paragraph.text[at:]))


def _insertions(paragraph: Layered) -> Iterator[Mark]:
    marks = (*(layer.inserted for layer in paragraph.layers), paragraph.inserted, paragraph.row_inserted)
    return (mark for mark in marks if mark is not None)


def _in_order(passages: Iterable[Passage]) -> Iterator[tuple[tuple[int, int], Passage]]:
    """Yield passages that ascend in both files, each with where it belongs in the new one."""
    last = -1
    for number, passage in enumerate(passages):
        last = passage.new[0] if passage.new else last
        yield (last, number), passage
