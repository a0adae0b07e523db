"""New versions of a Word file by seeded changes, the same for the same seed, and how much each of them changed.

What is changed is planned on the file as it is and then made, each change by a chance of its own and in places of its
own. So any part of a plan can be made alone, which is how the smallest pair with a fault is found.
"""

import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from letters import runs_in_fields
from lxml import etree
from word_files import FALLBACK, R, WordFile, open_word, own, paragraphs_of, w, words_of

_HOLDERS = tuple(map(w, ("body", "tc", "sdtContent", "footnote", "endnote", "hdr", "ftr")))
_NOT_WHOLE = tuple(
    map(
        w,
        (
            "sectPr",
            "drawing",
            "pict",
            "object",
            "txbxContent",
            "sdt",
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "permStart",
            "permEnd",
            "moveFrom",
            "moveTo",
            "moveFromRangeStart",
            "moveToRangeStart",
            "pPrChange",
        ),
    )
)
_MARKS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))


@dataclass(frozen=True)
class Seeded:
    """A change that was made.

    Attributes:
        characters: How many were taken away and put there; what moved counts twice, a change of look or number not.
        before: Words of the paragraphs concerned, as they were, and `after` as they are.
    """

    kind: str
    characters: int
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class Pair:
    """Two versions of a document, and what lies between them."""

    old: bytes
    new: bytes
    changes: tuple[Seeded, ...]


@dataclass(eq=False)
class Spot:
    """A paragraph that can be changed.

    Attributes:
        is_closed: Nothing that begins in it ends elsewhere, and it holds nothing that cannot be moved.
        is_last: No paragraph follows it in what holds it.
    """

    p: etree._Element
    part: str
    index: int
    text: str
    is_closed: bool
    is_last: bool
    in_cell: bool

    @property
    def is_whole(self) -> bool:
        """Whether it can be moved or deleted as one."""
        return self.is_closed and not self.is_last and bool(self.text.strip())


Make = Callable[[random.Random], Seeded | None]
"""Makes a change; gives None where that turns out not to be possible."""


@dataclass
class Board:
    """The new version while it is planned and made: its paragraphs, and which of them are spoken for."""

    word: WordFile
    chance: random.Random
    spots: list[Spot] = field(default_factory=list)
    fields: set[etree._Element] = field(default_factory=set)
    _taken: set[etree._Element] = field(default_factory=set)

    def free(self, fits: Callable[[Spot], bool]) -> list[Spot]:
        """Return the paragraphs that nothing is planned for and that fit, in order of chance."""
        found = [spot for spot in self.spots if spot.p not in self._taken and fits(spot)]
        self.chance.shuffle(found)
        return found

    def take(self, *paragraphs: etree._Element) -> None:
        """Speak for paragraphs."""
        self._taken.update(paragraphs)

    def is_free(self, p: etree._Element) -> bool:
        """Whether nothing is planned for a paragraph."""
        return p not in self._taken

    def spot(self, p: etree._Element | None) -> Spot | None:
        """Return the spot of an element; None where it is none."""
        return next((spot for spot in self.spots if spot.p is p), None)

    def in_main(self, spot: Spot) -> bool:
        """Whether a paragraph stands in the document itself, not in a header or note."""
        return spot.part == self.word.main


Plan = Callable[[Board], Make | None]


def open_board(data: bytes, chance: random.Random) -> Board:
    """Return a package with nothing planned yet."""
    word = open_word(data)
    board = Board(word, chance)
    for part in _seen(word):
        root = word.tree(part)
        board.fields |= runs_in_fields(root)
        board.spots += _spots(part, root)
    return board


def _seen(word: WordFile) -> Iterator[str]:
    """Give the stories that some page shows: headers and footers only where a section refers to them."""
    links = word.links(word.main)
    named = {
        links[each.get(f"{{{R}}}id", "")].target
        for kind in ("header", "footer")
        for each in word.tree(word.main).iter(w(f"{kind}Reference"))
        if each.get(f"{{{R}}}id") in links and links[each.get(f"{{{R}}}id", "")].kind == kind
    }
    notes = {word.related("footnotes"), word.related("endnotes")}
    yield from (part for part in word.stories() if part == word.main or part in named | notes)


def _spots(part: str, root: etree._Element) -> Iterator[Spot]:
    ends = _depths(root)
    for index, p in enumerate(paragraphs_of(root)):
        holder = p.getparent()
        separators = ("separator", "continuationSeparator", "continuationNotice")
        if holder is not None and holder.tag in _HOLDERS and holder.get(w("type")) not in separators:
            closed = ends[p] == (0, 0) and _is_closed(p)
            last = next((each for each in p.itersiblings(w("p"))), None) is None
            yield Spot(p, part, index, words_of(p), closed, last, next(p.iterancestors(w("tc")), None) is not None)


def _depths(root: etree._Element) -> dict[etree._Element, tuple[int, int]]:
    """Return for each paragraph in how many fields it begins and ends."""
    depth, found = 0, {}
    for p in root.iter(w("p")):
        start = depth
        for each in own(p, "fldChar"):
            if next(each.iterancestors(FALLBACK), None) is None:
                depth += {"begin": 1, "end": -1}.get(each.get(w("fldCharType"), ""), 0)
        found[p] = (start, depth)
    return found


def _is_closed(p: etree._Element) -> bool:
    if next(p.iter(*_NOT_WHOLE), None) is not None or _has_mark(p):
        return False
    starts = sorted(each.get(w("id"), "") for each in p.iter(w("bookmarkStart")))
    return starts == sorted(each.get(w("id"), "") for each in p.iter(w("bookmarkEnd")))


def _has_mark(p: etree._Element) -> bool:
    rPr = p.find(f"{w('pPr')}/{w('rPr')}")
    return rPr is not None and next(rPr.iterchildren(*_MARKS), None) is not None


def make_pair(
    data: bytes, seed: str, plans: Sequence[tuple[str, Plan]], only: Collection[int] | None = None, edits: str = "edit"
) -> Pair:
    """Return a file and its new version: 5 % of the paragraphs edited, and some of every other change.

    Attributes:
        plans: The kinds of changes and how each is planned.
        only: Numbers of the changes to make; None for all.
        edits: The kind that is made in 5 % of the paragraphs.
    """
    board = open_board(data, random.Random(seed))
    body = sum(bool(spot.text.strip()) for spot in board.spots if board.in_main(spot))
    makes: list[tuple[str, Make]] = []
    for kind, plan in _schedule(plans, body, edits, board.chance):
        make = plan(board)
        if make is not None:
            makes.append((kind, make))
    made = []
    for number, (kind, make) in enumerate(makes):
        if only is None or number in only:
            seeded = make(random.Random(f"{seed}:{number}"))
            if seeded is not None:
                made.append(replace(seeded, kind=kind, number=number))
    return Pair(data, board.word.pack(), tuple(made))


def _schedule(
    plans: Sequence[tuple[str, Plan]], paragraphs: int, edits: str, chance: random.Random
) -> Iterator[tuple[str, Plan]]:
    """Give what to plan: edits in one paragraph of twenty; of the others some each, fewer in a small document."""
    others = [each for each in plans if each[0] != edits]
    chance.shuffle(others)
    often = max(1, paragraphs // 150)
    few = others[: max(2, paragraphs // 8)]
    yield from (each for each in few for _ in range(often))
    yield from (each for each in plans if each[0] == edits for _ in range(max(1, round(paragraphs / 20))))


def neighbours(spot: Spot, board: Board, count: int) -> list[Spot]:
    """Return the paragraph and those after it, `count` in all, as far as they are whole and free."""
    following = (board.spot(p) for p in [spot.p, *spot.p.itersiblings()])
    found = takewhile(lambda each: each is not None and each.is_whole and board.is_free(each.p), following)
    return [each for each, _ in zip(found, range(count), strict=False) if each is not None]
