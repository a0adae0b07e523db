"""Where text that replaces nothing goes: between which elements, and in whose format."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from app.ooxml.cuts import REVISION_WRAPPERS, Ids, cut_run_before, cut_text, parent_of, put_after, put_before
from app.ooxml.names import w
from app.ooxml.runs import ParagraphText, Piece

_NOTES = frozenset((w("footnoteReference"), w("endnoteReference")))


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two characters of a paragraph, or at an end of it.

    Attributes:
        before: The piece that holds or ends with the character before it; None at the start.
        after: The piece that starts at it; None at the end and inside a piece.
    """

    p: etree._Element
    view: ParagraphText
    position: int
    before: Piece | None
    after: Piece | None


def gap_at(p: etree._Element, view: ParagraphText, position: int) -> Gap:
    """Return the gap before the character at `position` of `p`, whose text is `view`."""
    before = next((piece for piece in reversed(view.pieces) if piece.start < position), None)
    after = next((piece for piece in view.pieces if piece.start == position), None)
    return Gap(p, view, position, before, after)


def put_in_gap(gap: Gap, new: etree._Element, ids: Ids, *, leans_on_next: bool) -> None:
    """Put `new` into the gap, beside the neighbour it leans on.

    A link, field or content control that begins or ends at the gap does not take it in.
    """
    before, after = gap.before, gap.after
    around_before, around_after = enclosures(gap, before), enclosures(gap, after)
    depth = _common(around_before, around_after)
    beside_after = after if len(around_after) == depth else None
    beside_before = before if len(around_before) == depth and not (leans_on_next and beside_after) else None
    if before is not None and before.end > gap.position:
        put_before(cut_run_before(cut_text(before.element, gap.position - before.start)), new, ids)
    elif beside_before is not None:
        put_after(_run_up_to(beside_before.element), new, ids)
    elif beside_after is not None:
        put_before(cut_run_before(beside_after.element), new, ids)
    elif before is not None:
        _put_after_enclosure(gap, around_before[depth], new, ids)
    elif after is not None:
        first = around_after[0]
        put_before(cut_run_before(first) if first.tag == w("fldChar") else first, new, ids)
    else:
        gap.p.append(new)


def neighbour(gap: Gap, *, leans_on_next: bool) -> Piece | None:
    """Return the piece whose format new text in the gap takes; None where the paragraph shows no text."""
    before, after = gap.before, gap.after
    around_before, around_after = enclosures(gap, before), enclosures(gap, after)
    depth = _common(around_before, around_after)
    sides = (after, before) if leans_on_next else (before, after)
    beside = [piece for piece in sides if piece is not None and len(enclosures(gap, piece)) == depth]
    level = (piece for piece in beside if not _is_raised(piece))
    plain = (piece for piece in gap.view.pieces if not enclosures(gap, piece) and not _is_raised(piece))
    return next(level, None) or next(plain, None) or before or after


def _is_raised(piece: Piece) -> bool:
    """Return whether a piece is set above or below the line, as numbers of notes and of ordinals are."""
    rPr = piece.r.find(w("rPr"))
    place = None if rPr is None else rPr.find(w("vertAlign"))
    return place is not None and place.get(w("val")) != "baseline"


def enclosures(gap: Gap, piece: Piece | None) -> tuple[etree._Element, ...]:
    """Return what `piece` stands in, from the paragraph inwards: links, content controls and so on, and fields.

    A field is given by its first `w:fldChar`. Revisions are left out, for these can be cut.
    """
    if piece is None:
        return ()
    around = _ancestors(piece.r, gap.p)
    field = next((field for field in gap.view.fields if field.begin is piece.field), None)
    if field is None:
        return around
    depth = _common(around, _ancestors(field.begin, gap.p))
    return (*around[:depth], field.begin, *around[depth:])


def _ancestors(element: etree._Element, p: etree._Element) -> tuple[etree._Element, ...]:
    found = []
    for ancestor in element.iterancestors():
        if ancestor is p:
            break
        if ancestor.tag not in REVISION_WRAPPERS and ancestor.tag != w("r"):
            found.append(ancestor)
    return tuple(reversed(found))


def _common(left: Sequence[etree._Element], right: Sequence[etree._Element]) -> int:
    """Return how many elements both begin with."""
    depth = 0
    while depth < min(len(left), len(right)) and left[depth] is right[depth]:
        depth += 1
    return depth


def _put_after_enclosure(gap: Gap, enclosure: etree._Element, new: etree._Element, ids: Ids) -> None:
    field = next((field for field in gap.view.fields if field.begin is enclosure), None)
    put_after(enclosure if field is None else _run_up_to(field.end), new, ids)


def _run_up_to(child: etree._Element) -> etree._Element:
    """Return the run that ends with `child`, or with the notes that are referred to right after it."""
    following = child.getnext()
    while following is not None and following.tag in _NOTES:
        following = following.getnext()
    if following is not None:
        cut_run_before(following)
    r = parent_of(child)
    after = r.getnext()
    while after is not None and after.tag == w("r") and _shows_notes_only(after):
        r, after = after, after.getnext()
    return r


def _shows_notes_only(r: etree._Element) -> bool:
    shown = [child.tag for child in r if child.tag != w("rPr")]
    return bool(shown) and all(tag in _NOTES for tag in shown)
