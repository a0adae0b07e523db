"""Taking elements out of a part so that what stands around them stays whole and valid."""

from collections import Counter
from collections.abc import Iterable, Sequence

from lxml import etree

from app.ooxml.names import M, w

_RANGES = (
    *("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange"),
    *(f"customXml{kind}Range" for kind in ("Ins", "Del", "MoveFrom", "MoveTo")),
)
_ENDS = {w(f"{kind}{end}"): kind for kind in _RANGES for end in ("Start", "End")}
_BESIDE_BLOCKS = frozenset((w("proofErr"), *_ENDS))
_BLOCKS = tuple(map(w, ("p", "tbl", "sdt", "customXml", "altChunk")))
_ROW_HOLDERS = frozenset(map(w, ("tr", "tbl", "sdtContent", "sdt", "customXml")))
_CONTROLS = frozenset(map(w, ("sdt", "customXml", "smartTag")))
_PROPERTIES = frozenset(
    (
        *map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "fldData")),
        *(f"{{{M}}}{tag}" for tag in ("oMathParaPr", "argPr", "ctrlPr")),
    )
)
_IN_LINE = frozenset((*map(w, ("fldSimple", "hyperlink", "smartTag")), f"{{{M}}}oMath", f"{{{M}}}oMathPara"))
"""What shows nothing of its own, or a stale picture of nothing, once what it holds is gone."""


def take_out(element: etree._Element) -> None:
    """Remove an element; an end of a range stays in its place if the other end stands elsewhere.

    A link, a simple field or a formula that this leaves without anything goes too.
    """
    holder = element.getparent()
    if holder is None:
        return
    for end in _half_ranges(element):
        element.addprevious(end)
    holder.remove(element)
    while holder is not None and holder.tag in _IN_LINE and not _holds_anything(holder):
        around = holder.getparent()
        unwrap(holder)
        holder = around


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place; a content control loses its properties with it."""
    holder = element.getparent()
    if holder is None:
        return
    held: Iterable[etree._Element] = element
    if element.tag == w("sdt"):
        content = element.find(w("sdtContent"))
        held = () if content is None else content
    for child in [child for child in held if child.tag not in _PROPERTIES or element.tag not in (_CONTROLS | _IN_LINE)]:
        element.addprevious(child)
    holder.remove(element)


def take_out_row_or_cell(element: etree._Element) -> None:
    """Remove a row or cell, and the row, content control and table that it leaves without any."""
    holder = element.getparent()
    take_out(element)
    while holder is not None and holder.tag in _ROW_HOLDERS and next(holder.iter(w("tc")), None) is None:
        around = holder.getparent()
        if holder.tag == w("sdtContent") and next(holder.iterchildren(*_BLOCKS), None) is not None:
            return  # the control holds more than the table that went
        take_out(holder)
        holder = around


def join_with_next(paragraphs: Sequence[etree._Element]) -> None:
    """Join what is left of each of `paragraphs`, whose marks are gone, to the next, which keeps its own properties.

    They come in document order. Ends of ranges between two stay between what they show. Where a table or the end of
    the cell, note or box follows, a paragraph stays if anything is left in it; else it goes, unless the place would be
    left without the paragraph that it must end with.
    """
    showing: set[etree._Element] = set()  # those in which something is left, what is joined to them included
    for p in paragraphs:
        if p in showing or _shows(p):
            showing.add(p)
            _, following = _up_to_next(p)
            if following is not None and following.tag == w("p"):
                showing.add(following)
    last: list[etree._Element] = []
    for p in reversed(paragraphs):  # so that nothing is moved twice
        between, following = _up_to_next(p)
        if following is None or following.tag != w("p"):
            last.append(p)
            continue
        content = [child for child in p if child.tag != w("pPr")]
        place = 0 if following.find(w("pPr")) is None else 1
        for child in reversed([*content, *between] if p in showing else content):
            following.insert(place, child)
        _remove(p)
    for p in reversed(last):
        if p not in showing and _can_go(p):
            _remove(p)


def _up_to_next(p: etree._Element) -> tuple[list[etree._Element], etree._Element | None]:
    """Return what stands between `p` and the next block, such as ends of ranges, and that block."""
    between: list[etree._Element] = []
    following = p.getnext()
    while following is not None and (following.tag in _BESIDE_BLOCKS or not isinstance(following.tag, str)):
        between.append(following)
        following = following.getnext()
    return between, following


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def _can_go(p: etree._Element) -> bool:
    """Return whether the place where `p` stands does without it: another paragraph is its last."""
    holder = p.getparent()
    blocks = [] if holder is None else list(holder.iterchildren(*_BLOCKS))
    if len(blocks) < 2:
        return False
    return blocks[-1] is not p or blocks[-2].tag == w("p")


def _shows(p: etree._Element) -> bool:
    """Return whether anything is left in `p`; a comment on nothing is nothing."""
    if next(p.iter(f"{{{M}}}oMath"), None) is not None:
        return True
    return any(child.tag not in (w("rPr"), w("commentReference")) for r in p.iter(w("r")) for child in r)


def _holds_anything(holder: etree._Element) -> bool:
    return any(child.tag not in _PROPERTIES and child.tag not in _BESIDE_BLOCKS for child in holder)


def _half_ranges(element: etree._Element) -> list[etree._Element]:
    """Return the ends of ranges inside `element` whose other end is outside it, in order."""
    ends = list(element.iter(*_ENDS))
    if not ends:
        return []
    count = Counter((_ENDS[str(end.tag)], end.get(w("id"))) for end in ends)
    return [end for end in ends if count[_ENDS[str(end.tag)], end.get(w("id"))] == 1]
