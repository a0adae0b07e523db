"""Whole paragraphs inserted and deleted as tracked changes, by the revision of their mark (17.13.5.20, .15)."""

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import dropwhile

from lxml import etree

from app.ooxml.cuts import isolate, parent_of, run_properties
from app.ooxml.marks import Stamp, deleted, inserted, new_run, own_runs
from app.ooxml.names import w
from app.ooxml.order import put_in_order
from app.ooxml.runs import Piece, is_on, read_text

_NOT_COPIED = ("sectPr", "pPrChange", "rPr", "framePr", "pageBreakBefore", "divId", "cnfStyle")
_MARK_PROPERTIES = (w("rPr"), w("sectPr"), w("pPrChange"))  # the last of a w:pPr, in this order
_EMPHASIS = ("rStyle", "b", "i", "caps", "smallCaps", "u")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_BLOCKS = frozenset((w("p"), w("tbl"), w("sdt"), w("customXml"), w("altChunk")))


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


@dataclass(frozen=True, slots=True)
class NewText:
    """What a new paragraph says, and in which manner.

    Attributes:
        marker: Number to type before it; "" for none.
        heading: The part of `text` at its start that is set as a heading; "" for none.
    """

    text: str
    manner: Manner
    marker: str = ""
    heading: str = ""

    @property
    def shown(self) -> str:
        """The whole text of the paragraph."""
        return f"{self.marker}{self.manner.gap}{self.text}" if self.marker else self.text


@dataclass(frozen=True, slots=True)
class Deleted:
    """What the deletion of a paragraph became: the `w:del` of its text, and whether its mark goes with it."""

    marks: tuple[etree._Element, ...]
    is_whole: bool


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
        pPr=_copied(pPr),
        mark=mark,
        heading=first if has_heading else body,
        body=body,
        marker=run_properties(view.pieces[0].r) if view.pieces else mark,
        gap=marker[len(marker.rstrip()) :] or " ",
    )


def insert_paragraphs(after: etree._Element, texts: Sequence[NewText], stamp: Stamp) -> tuple[etree._Element, ...]:
    """Insert paragraphs after `after`; return the `w:ins` that hold their text.

    The mark of an inserted paragraph is inserted too, so that rejecting joins what is left of it (nothing) to the
    paragraph that follows. At the end of a story, cell or section no paragraph follows, and its last mark cannot
    go: there the mark of `after` counts as inserted, and the last new paragraph takes over the old one.
    """
    marks, position = [], after
    for text in texts:
        p = etree.Element(w("p"))
        if text.manner.pPr is not None:
            p.append(deepcopy(text.manner.pPr))
        marks.append(inserted(_runs(text), stamp))
        p.append(marks[-1])
        position.addnext(p)
        position = p
        if text.manner.mark is not None:
            _mark_properties(p).extend(deepcopy(text.manner.mark))
    new = [parent_of(mark) for mark in marks]
    if _next_block(position) is None or after.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        _hand_over_mark(after, position, stamp)
        new = [after, *new[:-1]]
    for p in new:
        _mark_properties(p).insert(0, stamp.mark("ins"))
    return tuple(marks)


def delete_paragraph(p: etree._Element, stamp: Stamp) -> Deleted:
    """Delete the text of `p`, and its mark where another paragraph can take its place.

    Left standing are text boxes, and the marks of a field that reaches into other paragraphs.
    """
    runs = list(own_runs(p))
    kinds = Counter(mark.get(w("fldCharType")) for r in runs for mark in r.iterchildren(w("fldChar")))
    if kinds["begin"] != kinds["end"]:
        view = read_text(p)
        runs = list(isolate(view.pieces, 0, len(view.text)))
    marks = deleted(runs, stamp)
    is_whole = _mark_can_go(p, marks)
    if is_whole:
        properties = _mark_properties(p)
        place = 1 if len(properties) and properties[0].tag == w("ins") else 0
        properties.insert(place, stamp.mark("del"))
    return Deleted(marks, is_whole)


def _runs(text: NewText) -> list[etree._Element]:
    manner = text.manner
    runs = [new_run(text.marker + manner.gap, manner.marker)] if text.marker else []
    if text.heading:
        runs.append(new_run(text.heading, manner.heading))
    if text.text[len(text.heading) :]:
        runs.append(new_run(text.text[len(text.heading) :], manner.body))
    return runs


def _hand_over_mark(p: etree._Element, last: etree._Element, stamp: Stamp) -> None:
    """Give the mark of `p`, with all its properties, to `last`; leave `p` a copy that is like it."""
    old = p.find(w("pPr"))
    wanted = last.find(w("pPr"))
    if wanted is not None:
        last.remove(wanted)
    if old is not None:
        p.remove(old)
        last.insert(0, old)
    own = _copied(old)
    if own is not None:
        p.insert(0, own)
    mark = run_properties(old)
    if mark is not None:
        _mark_properties(p).extend(mark)
    wanted = _copied(wanted)
    if _key(wanted) != _key(own) and (old is None or old.find(w("pPrChange")) is None):
        _restyle(last, [] if wanted is None else list(wanted), stamp)


def _restyle(p: etree._Element, wanted: Sequence[etree._Element], stamp: Stamp) -> None:
    """Change the properties of `p` to those wanted, as a tracked change of format."""
    pPr = _properties(p)
    change, before = stamp.mark("pPrChange"), etree.Element(w("pPr"))
    change.append(before)
    before.extend([child for child in pPr if child.tag not in _MARK_PROPERTIES])
    for place, child in enumerate(wanted):
        pPr.insert(place, child)
    pPr.append(change)


def _copied(pPr: etree._Element | None) -> etree._Element | None:
    """Return a copy of paragraph properties for another paragraph; None for none."""
    if pPr is None:
        return None
    pPr = deepcopy(pPr)
    pPr.tail = None
    for child in list(pPr.iterchildren(*map(w, _NOT_COPIED))):
        pPr.remove(child)
    for numPr in pPr.iterchildren(w("numPr")):
        for change in list(numPr.iterchildren(w("ins"), w("numberingChange"))):
            numPr.remove(change)
    put_in_order(pPr)
    return pPr if len(pPr) else None


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


def _properties(p: etree._Element) -> etree._Element:
    """Return the `w:pPr` of `p`, made where there is none."""
    pPr = p.find(w("pPr"))
    if pPr is None:
        pPr = etree.Element(w("pPr"))
        p.insert(0, pPr)
    return pPr


def _mark_properties(p: etree._Element) -> etree._Element:
    """Return the run properties of the mark of `p`, made where there are none."""
    pPr = _properties(p)
    rPr = pPr.find(w("rPr"))
    if rPr is None:
        rPr = etree.Element(w("rPr"))
        place = next((place for place, child in enumerate(pPr) if child.tag in _MARK_PROPERTIES), len(pPr))
        pPr.insert(place, rPr)
    return rPr


def _next_block(p: etree._Element, *, preceding: bool = False) -> etree._Element | None:
    return next((block for block in p.itersiblings(preceding=preceding) if block.tag in _BLOCKS), None)


def _mark_can_go(p: etree._Element, marks: Sequence[etree._Element]) -> bool:
    """Return whether the mark of `p` can be deleted too, once its text is by `marks`.

    Nothing must be left that shows, and a paragraph must follow to take what is left; beside a table nothing at all
    may be left, such as what others deleted.
    """
    if any(p.find(f"{w('pPr')}/{path}") is not None for path in (w("sectPr"), f"{w('rPr')}/{w('del')}")):
        return False
    runs_left = (r for r in own_runs(p) if any(child.tag != w("rPr") for child in r))
    shows = next(runs_left, None) is not None or next(p.iter(_MATH), None) is not None
    following, preceding = _next_block(p), _next_block(p, preceding=True)
    if shows or following is None:
        return False
    if following.tag == w("tbl"):
        is_ours = all(mark in marks for mark in p.iter(w("del"), w("moveFrom")))
        return is_ours and (preceding is None or preceding.tag == w("p"))
    return following.tag == w("p")
