"""Accepting and rejecting revisions in the tree of a part (ECMA-376-1 17.13.5).

Shares no code with the writer of revisions, so that each can prove the other.
"""

from collections.abc import Callable, Iterable

from lxml import etree

from app.ooxml.names import w
from app.ooxml.package import Package

Choice = Callable[[etree._Element], bool]  # noqa: SLF001 - lxml's own name for its type
"""Whether a revision, given by its mark, is to be resolved."""

_INSERTED = ("ins", "moveTo")
_DELETED = ("del", "moveFrom")
_FORMER = tuple(
    w(f"{tag}Change") for tag in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
_KEPT_BEFORE = {  # what a change of properties does not store, in the order of the schema
    w("rPr"): tuple(map(w, (*_INSERTED, *_DELETED))),
    w("sectPr"): (w("headerReference"), w("footerReference")),
}
_KEPT_AFTER = {
    w("pPr"): (w("rPr"), w("sectPr")),
    w("trPr"): (w("ins"), w("del")),
    w("tcPr"): (w("cellIns"), w("cellDel"), w("cellMerge")),
}
_MOVES = ("moveFromRange", "moveToRange")
_XML_RANGES = ("customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange", "customXmlMoveToRange")
_RESTORED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_BESIDE_BLOCKS = frozenset(
    (
        w("proofErr"),
        *(w(f"{kind}{end}") for kind in ("bookmark", "commentRange", "perm", *_MOVES) for end in ("Start", "End")),
    )
)


def every(_: etree._Element) -> bool:
    """Choose every revision."""
    return True


def by_author(author: str) -> Choice:
    """Choose the revisions of one author."""
    return lambda mark: mark.get(w("author")) == author


def by_ids(ids: Iterable[str]) -> Choice:
    """Choose the revisions with these ids."""
    wanted = frozenset(ids)
    return lambda mark: mark.get(w("id")) in wanted


def accept(root: etree._Element, choice: Choice = every) -> None:
    """Make the chosen revisions in the part `root` part of the text."""
    _resolve(root, choice, gone=_DELETED, kept=_INSERTED)


def reject(root: etree._Element, choice: Choice = every) -> None:
    """Undo the chosen revisions in the part `root`."""
    _resolve(root, choice, gone=_INSERTED, kept=_DELETED)


def resolve_package(package: Package, *, accepting: bool, choice: Choice = every) -> None:
    """Accept or reject the chosen revisions in every story of `package`."""
    for name in package.stories():
        (accept if accepting else reject)(package.edit(name), choice)


def _resolve(root: etree._Element, choice: Choice, *, gone: tuple[str, str], kept: tuple[str, str]) -> None:
    accepting = kept == _INSERTED
    _resolve_formats(root, choice, accepting=accepting)
    _resolve_rows_and_cells(root, choice, accepting=accepting)
    marks_gone = _resolve_marks(root, choice, gone, kept)
    for wrapper in _chosen(root, choice, gone):
        _remove(wrapper)
    for wrapper in _chosen(root, choice, kept):
        _unwrap(wrapper)
    _remove_ranges(root, choice)
    for p in marks_gone:
        if p.getparent() is not None:
            _join_with_next(p)


def _chosen(root: etree._Element, choice: Choice, tags: Iterable[str]) -> list[etree._Element]:
    return [mark for mark in root.iter(*map(w, tags)) if choice(mark)]


def _resolve_formats(root: etree._Element, choice: Choice, *, accepting: bool) -> None:
    for change in [mark for mark in root.iter(*_FORMER) if choice(mark)]:
        if not accepting and change.tag != w("numberingChange"):
            _restore(change)
        _remove(change)


def _restore(change: etree._Element) -> None:
    """Put the properties back that `change` stores."""
    properties = change.getparent()
    if properties is None:
        return
    before = list(properties.iterchildren(*_KEPT_BEFORE.get(str(properties.tag), ("-",))))
    after = list(properties.iterchildren(*_KEPT_AFTER.get(str(properties.tag), ("-",))))
    old = list(change[0]) if len(change) else []
    for child in list(properties):
        if child is not change:
            properties.remove(child)
    for place, child in enumerate((*before, *old, *after)):
        properties.insert(place, child)


def _resolve_rows_and_cells(root: etree._Element, choice: Choice, *, accepting: bool) -> None:
    gone, kept = ("del", "ins") if accepting else ("ins", "del")
    for properties, tags in ((w("trPr"), (gone, kept)), (w("tcPr"), (f"cell{gone.title()}", f"cell{kept.title()}"))):
        for holder in list(root.iter(properties)):
            for mark in [mark for mark in holder.iterchildren(*map(w, tags)) if choice(mark)]:
                owner = holder.getparent()
                holder.remove(mark)
                if mark.tag == w(tags[0]) and owner is not None:
                    _remove_row_or_cell(owner)


def _remove_row_or_cell(element: etree._Element) -> None:
    """Remove a row or cell, and the table or row that it leaves without any."""
    around = element.getparent()
    _remove(element)
    if around is not None and around.find(str(element.tag)) is None:
        _remove_row_or_cell(around) if around.tag == w("tr") else _remove(around)


def _resolve_marks(
    root: etree._Element, choice: Choice, gone: Iterable[str], kept: Iterable[str]
) -> list[etree._Element]:
    """Resolve the marks of paragraphs and numbering; return the paragraphs whose mark goes."""
    paragraphs = []
    for mark in _chosen(root, choice, (*gone, *kept)):
        properties = mark.getparent()
        if properties is None or properties.tag not in (w("rPr"), w("numPr")):
            continue
        holder = properties.getparent()
        properties.remove(mark)
        if holder is None:
            continue
        goes = any(mark.tag == w(tag) for tag in gone)
        if properties.tag == w("numPr") and goes:
            holder.remove(properties)
        elif holder.tag == w("pPr"):
            p = holder.getparent()
            if goes and p is not None:
                paragraphs.append(p)
            if len(properties) == 0:
                holder.remove(properties)
    return paragraphs


def _unwrap(wrapper: etree._Element) -> None:
    """Put what `wrapper` holds in its place; deleted text becomes text unless another revision deletes it."""
    deletions = (w("del"), w("moveFrom"))
    if wrapper.tag in deletions and next(wrapper.iterancestors(*deletions), None) is None:
        for text in list(wrapper.iter(*_RESTORED)):
            if next(text.iterancestors(*deletions)) is wrapper:
                text.tag = _RESTORED[str(text.tag)]
    for child in list(wrapper):
        wrapper.addprevious(child)
    _remove(wrapper)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _remove_ranges(root: etree._Element, choice: Choice) -> None:
    """Remove the marks that name a range moved or changed; the end of a range has only the id of its start."""
    for kind in (*_MOVES, *_XML_RANGES):
        starts = [mark for mark in root.iter(w(f"{kind}Start")) if choice(mark)]
        ids = {mark.get(w("id")) for mark in starts}
        for mark in [*starts, *(mark for mark in root.iter(w(f"{kind}End")) if mark.get(w("id")) in ids)]:
            _remove(mark)


def _join_with_next(p: etree._Element) -> None:
    """Join what is left of `p`, whose mark is gone, to the next paragraph, which keeps its own properties.

    Where none follows, `p` goes if nothing is left in it, and a table follows or another paragraph comes before.
    """
    content = [child for child in p if child.tag != w("pPr")]
    following = p.getnext()
    while following is not None and (following.tag in _BESIDE_BLOCKS or not isinstance(following.tag, str)):
        following = following.getnext()
    if following is not None and following.tag == w("p"):
        place = 0 if following.find(w("pPr")) is None else 1
        for child in reversed(content):
            following.insert(place, child)
        _remove(p)
    elif not _shows(p) and (_has_sibling(p, "tbl") or _has_sibling(p, "p", preceding=True)):
        _remove(p)


def _has_sibling(element: etree._Element, tag: str, *, preceding: bool = False) -> bool:
    return next(element.itersiblings(w(tag), preceding=preceding), None) is not None


def _shows(p: etree._Element) -> bool:
    """Return whether anything is left in `p`; a comment on nothing is nothing."""
    return any(child.tag not in (w("rPr"), w("commentReference")) for r in p.iter(w("r")) for child in r)
