"""How paragraphs look, and their properties, for new ones that are to look like them."""

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import dropwhile

from lxml import etree

from app.ooxml.cuts import run_properties
from app.ooxml.names import w
from app.ooxml.order import put_in_order
from app.ooxml.runs import Piece, is_on, read_text

MARK_PROPERTIES = (w("rPr"), w("sectPr"), w("pPrChange"))
"""The last children of a `w:pPr`, which are not properties of the paragraph, in this order."""

_DECIMAL = re.compile(r"-?\d+\.0+")
_NOT_COPIED = ("framePr", "pageBreakBefore", "divId", "cnfStyle")
_EMPHASIS = ("rStyle", "b", "i", "caps", "smallCaps", "u")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph looks, for new ones that are to look like it.

    Attributes:
        pPr: Its properties, without those of its mark and section.
        mark: Run properties of its mark.
        heading: Run properties of the heading run into its text; those of the text where there is none.
        body: Run properties of its text.
        marker: Run properties of its typed marker.
        gap: What stands between its typed marker and its text.
    """

    pPr: etree._Element | None  # noqa: N815 - elements are named by tag
    mark: etree._Element | None
    heading: etree._Element | None
    body: etree._Element | None
    marker: etree._Element | None
    gap: str


def manner_of(p: etree._Element, offset: int = 0) -> Manner:
    """Return how `p` looks; the text after its typed marker begins at `offset`."""
    view = read_text(p)
    marker = view.text[:offset]
    pieces = [piece for piece in view.pieces if piece.end > offset and view.text[piece.start : piece.end].strip()]
    pPr = p.find(w("pPr"))
    mark = run_properties(pPr)
    first = run_properties(pieces[0].r) if pieces else mark
    rest = list(dropwhile(lambda piece: _key(run_properties(piece.r)) == _key(first), pieces))
    has_heading = bool(rest) and _is_set_off(first)
    body = _commonest(rest if has_heading else pieces) if pieces else mark
    return Manner(
        pPr=copied_properties(pPr),
        mark=mark,
        heading=first if has_heading else body,
        body=body,
        marker=run_properties(view.pieces[0].r) if view.pieces else mark,
        gap=marker[len(marker.rstrip()) :] or " ",
    )


def own_properties(pPr: etree._Element | None) -> etree._Element | None:
    """Return a copy of paragraph properties without those of the mark and section, and without revisions."""
    if pPr is None:
        return None
    pPr = deepcopy(pPr)
    pPr.tail = None
    for child in list(pPr.iterchildren(*MARK_PROPERTIES)):
        pPr.remove(child)
    for numPr in pPr.iterchildren(w("numPr")):
        for change in list(numPr.iterchildren(w("ins"), w("numberingChange"))):
            numPr.remove(change)
        put_in_order(numPr)
    put_in_order(pPr)
    return pPr if len(pPr) else None


def copied_properties(pPr: etree._Element | None) -> etree._Element | None:
    """Return what of paragraph properties another paragraph can have too: no break, no frame; None for none."""
    pPr = own_properties(pPr)
    if pPr is None:
        return None
    for child in list(pPr.iterchildren(*map(w, _NOT_COPIED))):
        pPr.remove(child)
    round_measures(pPr)
    return pPr if len(pPr) else None


def round_measures(properties: etree._Element) -> None:
    """Write measures as whole numbers, as the schema wants them; some programs write "115.0"."""
    for element in properties.iter("*"):
        for name, value in element.attrib.items():
            if _DECIMAL.fullmatch(value):
                element.set(name, value.split(".")[0])


def _is_set_off(rPr: etree._Element | None) -> bool:
    """Return whether text with these properties stands out, as a heading does."""
    switches = () if rPr is None else rPr.iterchildren(*map(w, _EMPHASIS))
    return any(is_on(switch) and switch.get(w("val")) != "none" for switch in switches)


def _commonest(pieces: Sequence[Piece]) -> etree._Element | None:
    """Return the run properties in which most of the characters stand."""
    lengths: Counter[bytes] = Counter()
    found: dict[bytes, etree._Element | None] = {}
    for piece in pieces:
        rPr = run_properties(piece.r)
        lengths[_key(rPr)] += piece.end - piece.start
        found.setdefault(_key(rPr), rPr)
    return found[lengths.most_common(1)[0][0]]


def _key(properties: etree._Element | None) -> bytes:
    return b"" if properties is None else etree.tostring(properties, method="c14n", exclusive=True)


def properties_of(p: etree._Element) -> etree._Element:
    """Return the `w:pPr` of `p`, made where there is none."""
    pPr = p.find(w("pPr"))
    if pPr is None:
        pPr = etree.Element(w("pPr"))
        p.insert(0, pPr)
    return pPr


def mark_properties(p: etree._Element) -> etree._Element:
    """Return the run properties of the mark of `p`, made where there are none."""
    pPr = properties_of(p)
    rPr = pPr.find(w("rPr"))
    if rPr is None:
        rPr = etree.Element(w("rPr"))
        place = next((place for place, child in enumerate(pPr) if child.tag in MARK_PROPERTIES), len(pPr))
        pPr.insert(place, rPr)
    return rPr
