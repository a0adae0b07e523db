"""Paragraphs moved as tracked changes (17.13.5.21 to .28), by rules under which Word takes them for a move.

The rules, which `check_moves` holds every move of ours to:

1. Each half stands between a range start and a range end of one id, in this order and in one container; the start
   says name, author and date (17.13.5.24, .28: a start or end without its other is ignored or not conformant).
2. A name is that of exactly one source and one destination of the same part, and of no bookmark (17.13.5.24: it links
   the two; without the other half content counts as deleted or inserted; [MS-OI29500] 2.1.344 and 17.13.6.2 treat
   these ranges as bookmarks).
3. Ranges are neither nested in one another nor do they overlap (17.13.5.24: of several around the same text only the
   last counts).
4. All in a source range is in `w:moveFrom`, all in a destination in `w:moveTo`, paragraph marks too, and nowhere else
   does one of ours stand (17.13.5.21, .22, .25, .26); both halves hold the same number of paragraphs and the same text.
   What was moved and edited besides is that text with `w:del` in the `w:moveTo` and `w:ins` beside it.
5. No two revisions or ranges have the same id (17.13.5; files in which they had were refused by Word: Docxodus #96).

What cannot be written so is deleted and inserted. The shape is that of files that Word wrote.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from app.ooxml.manner import mark_properties
from app.ooxml.marks import Stamp, own_runs
from app.ooxml.names import W, w
from app.ooxml.paragraphs import next_block

_RANGES = ("moveFromRange", "moveToRange")
_RANGE_MARKS = tuple(w(f"{kind}{end}") for kind in _RANGES for end in ("Start", "End"))
_REVISED = (
    *map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "numberingChange")),
    *_RANGE_MARKS,
)
_ALL_NAMES = etree.XPath(
    "//*[self::w:bookmarkStart or self::w:moveFromRangeStart or self::w:moveToRangeStart]/@w:name", namespaces={"w": W}
)


def can_move(paragraphs: Sequence[etree._Element], after: etree._Element) -> bool:
    """Return whether `paragraphs` can be moved after `after` by the rules.

    Source and destination must stand in the same container, each with a paragraph after it that takes what its marks
    leave; no section may end there, and nothing there may be somebody's revision.
    """
    holder = after.getparent()
    places = (paragraphs[-1], after)
    if holder is None or any(p.getparent() is not holder for p in paragraphs):
        return False
    if any(p.getnext() is not other for p, other in pairwise(paragraphs)):
        return False
    if any(_takes_no_marks(p) for p in places) or after in paragraphs or after.getnext() is paragraphs[0]:
        return False
    around = (*paragraphs, after, after.getnext(), paragraphs[0].getprevious(), paragraphs[-1].getnext())
    if any(next(p.iter(*_REVISED), None) is not None for p in around if p is not None):
        return False
    return next(holder.iter(*_RANGE_MARKS), None) is None or not _is_in_range(holder, (*paragraphs, after))


def move_paragraphs(
    paragraphs: Sequence[etree._Element], new: Sequence[etree._Element], after: etree._Element, name: str, stamp: Stamp
) -> tuple[etree._Element, ...]:
    """Mark `paragraphs` as moved, and put `new`, their copies without revisions, after `after` as what they became.

    Returns the `w:moveTo` of the new ones' text.
    """
    position = after
    for p in new:
        position.addnext(p)
        position = p
    for group, tag in ((paragraphs, "moveFrom"), (new, "moveTo")):
        for p in group:
            mark_properties(p).insert(0, stamp.mark(tag))
        start = stamp.mark(f"{tag}RangeStart")
        start.set(w("name"), name)
        group[0].insert(1, start)  # after the properties
        group[-1].addnext(etree.Element(w(f"{tag}RangeEnd"), {w("id"): str(start.get(w("id")))}))
    for p in paragraphs:
        wrap_runs(p, "moveFrom", stamp)
    return tuple(mark for p in new for mark in wrap_runs(p, "moveTo", stamp))


def wrap_runs(p: etree._Element, tag: str, stamp: Stamp) -> tuple[etree._Element, ...]:
    """Put the runs of `p` into revisions `tag`, one for each stretch of runs side by side; return these."""
    marks: list[etree._Element] = []
    for r in list(own_runs(p)):
        if not marks or r.getprevious() is not marks[-1]:
            marks.append(stamp.mark(tag))
            r.addprevious(marks[-1])
        marks[-1].append(r)
    return tuple(marks)


def new_name(taken: Collection[str]) -> str:
    """Return a name for a move that is not taken."""
    number = 1
    while f"move{number}" in taken:
        number += 1
    return f"move{number}"


def taken_names(root: etree._Element) -> set[str]:
    """Return the names of all bookmarks and moves of a part."""
    return {str(name) for name in _ALL_NAMES(root)}


def check_moves(root: etree._Element, ours: Collection[str]) -> tuple[str, ...]:
    """Return which of the rules the moves with the ids `ours` break in a part, in words; nothing where they hold."""
    ranges = [each for kind in ("moveFrom", "moveTo") for each in _ranges(root, kind, ours)]
    problems = [*_prove_names(root, ranges), *(problem for each in ranges for problem in _prove_range(each))]
    texts: dict[str, set[tuple[str, ...]]] = {}
    for each in ranges:
        texts.setdefault(each.name, set()).add(tuple(_moved_text(p, each.kind) for p in each.inside))
    problems += [f"the halves of {name!r} differ" for name, found in texts.items() if len(found) > 1]
    held = {mark for each in ranges for p in each.inside for mark in p.iter(w(each.kind))}
    moved = [mark for mark in root.iter(w("moveFrom"), w("moveTo")) if mark.get(w("id")) in ours]
    if any(mark not in held for mark in moved):
        problems.append("something is moved outside of any range")
    ids = Counter(mark.get(w("id")) for mark in root.iter(*_REVISED) if not str(mark.tag).endswith("RangeEnd"))
    problems += [f"the id {number} is used twice" for number in sorted(set(ours)) if ids[number] > 1]
    return tuple(problems)


@dataclass(frozen=True, slots=True)
class _Range:
    """A range of a move: its start, its end in the container of the start (None for none), and what is between."""

    kind: str
    name: str
    start: etree._Element
    end: etree._Element | None
    inside: tuple[etree._Element, ...]


def _ranges(root: etree._Element, kind: str, ours: Collection[str]) -> Iterator[_Range]:
    """Give our ranges of a kind."""
    for start in root.iter(w(f"{kind}RangeStart")):
        if start.get(w("id")) in ours:
            first = next(start.iterancestors(w("p")))
            siblings = [first, *first.itersiblings()]
            ends = (each for each in siblings if each.tag == w(f"{kind}RangeEnd"))
            end = next((each for each in ends if each.get(w("id")) == start.get(w("id"))), None)
            inside = siblings if end is None else siblings[: siblings.index(end)]
            yield _Range(kind, start.get(w("name"), ""), start, end, tuple(inside))


def _prove_names(root: etree._Element, ranges: Sequence[_Range]) -> Iterator[str]:
    names = Counter((each.kind, each.name) for each in ranges)
    everything = Counter(str(name) for name in _ALL_NAMES(root))
    for name in sorted({each.name for each in ranges}):
        sources, destinations = names["moveFrom", name], names["moveTo", name]
        if (sources, destinations) != (1, 1) or everything[name] != sources + destinations:
            yield f"the name {name!r} is not that of one source and one destination alone"


def _prove_range(each: _Range) -> Iterator[str]:
    if each.end is None:
        yield f"the {each.kind} of {each.name!r} has no end after its start"
    if any(each.start.get(w(attribute)) is None for attribute in ("author", "date", "name")):
        yield f"the {each.kind} of {each.name!r} lacks author, date or name"
    if any(mark is not each.start for p in each.inside for mark in p.iter(*_RANGE_MARKS)):
        yield f"the {each.kind} of {each.name!r} has another range in it"
    if any(not _is_moved(p, each.kind) for p in each.inside):
        yield f"the {each.kind} of {each.name!r} has something in it that is not moved"


def _is_moved(p: etree._Element, kind: str) -> bool:
    """Return whether `p` is a paragraph of which the mark and all runs are moved, but for comments and what is new."""
    mark = p.find(f"{w('pPr')}/{w('rPr')}/{w(kind)}")
    others = [r for r in p.iter(w("r")) if next(r.iterancestors(w(kind), w("ins")), None) is None]
    return p.tag == w("p") and mark is not None and all(r.find(w("commentReference")) is not None for r in others)


def _moved_text(p: etree._Element, kind: str) -> str:
    """Return the text of `p` that is moved, what is struck of it since included."""
    texts = (t for t in p.iter(w("t"), w("delText")) if next(t.iterancestors(w(kind)), None) is not None)
    return "".join(t.text or "" for t in texts)


def _takes_no_marks(p: etree._Element) -> bool:
    following = next_block(p)
    return following is None or following.tag != w("p") or p.find(f"{w('pPr')}/{w('sectPr')}") is not None


def _is_in_range(holder: etree._Element, paragraphs: Sequence[etree._Element]) -> bool:
    """Return whether one of `paragraphs` stands in a range of a move that is there already."""
    wanted, opened = set(paragraphs), 0
    for element in holder.iter(w("p"), *_RANGE_MARKS):
        if element.tag in _RANGE_MARKS:
            opened += 1 if str(element.tag).endswith("Start") else -1
        elif opened > 0 and element in wanted:
            return True
    return False
