"""Where two trees of one part differ: stretches of blocks, so that all else need not be looked at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from lxml import etree

from app.ooxml.names import W, w

_P = w("p")
_NO_ELEMENTS = (etree.Comment, etree.ProcessingInstruction, etree.Entity)
_FARTHEST = 400  # pieces to look ahead for the place where both go on alike

_Span = tuple[int, int, int, int]  # a stretch of the one, then of the other; half-open


@dataclass(frozen=True, slots=True)
class Region:
    """Blocks side by side that differ, and those around them on which resolving revisions in them depends.

    Attributes:
        before: Those of the one tree.
        after: Those of the other.
        first: Ordinal of the first `w:p` of `before` among all of its tree.
    """

    before: tuple[etree._Element, ...]
    after: tuple[etree._Element, ...]
    first: int


def container_of(root: etree._Element) -> etree._Element:
    """Return what holds the blocks of a part: the body of a document, else the root itself."""
    body = root.find(w("body"))
    return root if body is None else body


def whole(before: etree._Element, after: etree._Element) -> tuple[Region, ...]:
    """Return all blocks of two trees as one region."""
    return (Region(tuple(_blocks(before)), tuple(_blocks(after)), 0),)


def unlike_regions(before: etree._Element, after: etree._Element) -> tuple[Region, ...]:
    """Return the regions in which the blocks of two trees differ, in order and apart.

    All blocks outside of them are written with the same bytes in both. A region goes from the block of the paragraph
    before what differs to that of the paragraph after it: a paragraph mark that goes joins two paragraphs.
    """
    ours, theirs = _Pieces(before), _Pieces(after)
    if not (ours.is_sound and theirs.is_sound and before.nsmap.items() <= after.nsmap.items()):
        return whole(before, after)
    spans: list[_Span] = []
    for start, stop, start_after, stop_after in _unlike(ours.pieces, theirs.pieces):
        span = (*ours.blocks_around(start, stop), *theirs.blocks_around(start_after, stop_after))
        if spans and (span[0] < spans[-1][1] or span[2] < spans[-1][3]):
            former = spans.pop()
            span = (former[0], max(former[1], span[1]), former[2], max(former[3], span[3]))
        spans.append(span)
    edges = [(0, 0), *((span[1], span[3]) for span in spans)]
    starts = [*((span[0], span[2]) for span in spans), (len(ours.blocks), len(theirs.blocks))]
    if any(start[0] - edge[0] != start[1] - edge[1] for edge, start in zip(edges, starts, strict=True)):
        return whole(before, after)
    return tuple(
        Region(tuple(ours.blocks[one:two]), tuple(theirs.blocks[three:four]), ours.first_in(one))
        for one, two, three, four in spans
    )


class _Pieces:
    """A tree as it is written, cut before each `w:p`: piece 0 comes before the first, piece n + 1 begins with the nth.

    Attributes:
        is_sound: Whether the cuts are those places and no others.
    """

    def __init__(self, root: etree._Element) -> None:
        data = etree.tostring(root, with_tail=False)
        prefix = next((prefix for prefix, uri in root.nsmap.items() if uri == W), "")
        name, declared = (
            (b"p", b' xmlns="') if prefix is None else (f"{prefix}:p".encode(), f' xmlns:{prefix}="'.encode())
        )
        cuts = [0, *(found.start() for found in re.finditer(rb"<" + name + rb"[ />]", data)), len(data)]
        self.pieces = [data[start:stop] for start, stop in pairwise(cuts)]
        self._paragraphs = list(root.iter(_P))
        self._container = container_of(root)
        self.blocks = _blocks(root)
        self._places = {block: place for place, block in enumerate(self.blocks)}
        # "<" begins a tag wherever it stands, except in one of these
        plain = prefix != "" and next(root.iter(*_NO_ELEMENTS), None) is None
        self.is_sound = plain and data.count(declared) == 1 and len(self.pieces) == len(self._paragraphs) + 1

    def blocks_around(self, start: int, stop: int) -> tuple[int, int]:
        """Return the stretch of blocks that the pieces [start, stop) reach, with one paragraph before and after."""
        first = 0 if start <= 1 else self._block(start - 2)
        last = len(self.blocks) if stop > len(self._paragraphs) else self._block(stop - 1) + 1
        return first, last

    def first_in(self, block: int) -> int:
        """Return the ordinal of the first paragraph in the blocks from `block` on."""
        inside = (p for each in self.blocks[block:] for p in each.iter(_P))
        p = next(inside, None)
        return len(self._paragraphs) if p is None else self._paragraphs.index(p)

    def _block(self, ordinal: int) -> int:
        element: etree._Element = self._paragraphs[ordinal]
        while element not in self._places:
            holder = element.getparent()
            if holder is None:  # not below the container
                return 0
            element = holder
        return self._places[element]


def _blocks(root: etree._Element) -> list[etree._Element]:
    return [block for block in container_of(root) if isinstance(block.tag, str)]


def _unlike(ours: Sequence[bytes], theirs: Sequence[bytes]) -> Iterator[_Span]:
    """Give the stretches in which two sequences differ, as far as they are found by going along both."""
    one, other = 0, 0
    while one < len(ours) or other < len(theirs):
        if one < len(ours) and other < len(theirs) and ours[one] == theirs[other]:
            one, other = one + 1, other + 1
            continue
        stop, stop_other = _meeting(ours, theirs, one, other)
        yield one, stop, other, stop_other
        one, other = stop, stop_other


def _meeting(ours: Sequence[bytes], theirs: Sequence[bytes], one: int, other: int) -> tuple[int, int]:
    """Return the nearest places from which two pieces are alike in both; the ends where there are none near."""
    places: dict[tuple[bytes, bytes | None], int] = {}
    for place, pair in enumerate(_pairs(theirs, other)):
        places.setdefault(pair, place)
    both = ((place, places[pair]) for place, pair in enumerate(_pairs(ours, one)) if pair in places)
    skipped = min(both, key=sum, default=None)
    return (len(ours), len(theirs)) if skipped is None else (one + skipped[0], other + skipped[1])


def _pairs(pieces: Sequence[bytes], start: int) -> Iterator[tuple[bytes, bytes | None]]:
    """Give each of the pieces from `start` on with the next, None after the last."""
    near = pieces[start : start + _FARTHEST]
    return zip_longest(near, near[1:])
