"""Accepting and rejecting revisions in the tree of a part (ECMA-376-1 17.13.5).

Shares no code with the writer of revisions, so that each can prove the other.
"""

from collections.abc import Collection, Iterable

from lxml import etree

from app.ooxml.names import M, w
from app.ooxml.package import Package
from app.ooxml.ranges import RANGE_STARTS, Choice, finished_ranges, take_out_controls
from app.ooxml.removal import join_with_next, take_out, take_out_row_or_cell, unwrap

_INSERTED = (w("ins"), w("moveTo"))
_DELETED = (w("del"), w("moveFrom"))
_CELLS = {w("cellIns"): w("ins"), w("cellDel"): w("del")}
_FORMER = tuple(
    w(f"{tag}Change") for tag in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
_KEPT_BEFORE = {  # what a change of properties does not store, in the order of the schema
    w("rPr"): (*_INSERTED, *_DELETED),
    w("sectPr"): (w("headerReference"), w("footerReference")),
}
_KEPT_AFTER = {
    w("pPr"): (w("rPr"), w("sectPr")),
    w("trPr"): (w("ins"), w("del")),
    w("tcPr"): (w("cellIns"), w("cellDel"), w("cellMerge")),
}
_MERGED = {"cont": "continue", "rest": "restart"}  # 17.18.2 ST_AnnotationVMerge, 17.18.57 ST_Merge
_BEFORE_MERGED = tuple(map(w, ("cnfStyle", "tcW", "gridSpan", "hMerge")))
_BESIDE = frozenset(map(w, ("rPr", "trPr", "tcPr", "numPr")))
_MATH_LOOK, _MATH_RUN, _ARGUMENT_LOOK = (f"{{{M}}}{tag}" for tag in ("ctrlPr", "r", "argPr"))
_ARGUMENTS = frozenset(f"{{{M}}}{tag}" for tag in ("e", "num", "den", "sub", "sup", "deg", "lim", "fName"))
_RESTORED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_REVISIONS = (*_INSERTED, *_DELETED, *_CELLS, w("cellMerge"), *_FORMER)
_WITH_REVISIONS = ("header", "footer", "footnotes", "endnotes", "comments", "styles", "stylesWithEffects", "numbering")


def every(_: etree._Element) -> bool:
    """Choose every revision."""
    return True


def by_author(*authors: str) -> Choice:
    """Choose the revisions of some authors; "" stands for those without any."""
    return lambda mark: mark.get(w("author"), "") in authors


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
    """Accept or reject the chosen revisions in every part of `package` that holds any."""
    for name in revised_parts(package):
        marks = package.tree(name).iter(*_REVISIONS, *RANGE_STARTS)
        if any(choice(mark) for mark in marks):
            (accept if accepting else reject)(package.edit(name), choice)


def revised_parts(package: Package) -> tuple[str, ...]:
    """Return the parts that can hold revisions: the stories, comments and looks of the document and of its glossary."""
    texts = (package.main, *package.related(package.main, "glossaryDocument"))
    parts = (name for text in texts for kind in _WITH_REVISIONS for name in package.related(text, kind))
    return tuple(dict.fromkeys((*texts[:1], *package.stories(), *texts[1:], *parts)))


def may_hold_revisions(package: Package, part: str) -> bool:
    """Return whether a part, as the file has it, can hold any: each names its author (CT_TrackChange, 17.13.5)."""
    data = package.read(part)
    return b"author" in data or b"\x00" in data[:4]  # one with zeros is in UTF-16


def _resolve(root: etree._Element, choice: Choice, *, gone: tuple[str, ...], kept: tuple[str, ...]) -> None:
    accepting = kept == _INSERTED
    ranges = finished_ranges(root, choice)
    _resolve_formats(root, choice, accepting=accepting)
    _resolve_merged_cells(root, choice, accepting=accepting)
    marks = [mark for mark in root.iter(*_INSERTED, *_DELETED, *_CELLS) if choice(mark)]
    wrappers = [mark for mark in marks if not _is_beside(mark)]
    formulas = [holder for mark in wrappers if mark.tag in gone and (holder := _formula(mark)) is not None]
    joined = [p for mark in marks if _is_beside(mark) and (p := _resolve_beside(mark, gone)) is not None]
    for wrapper in wrappers:
        if wrapper.tag in gone and _formula(wrapper) is None:
            take_out(wrapper)
    for wrapper in wrappers:
        if wrapper.tag in kept:
            _keep(wrapper)
    for formula in formulas:
        _take_out_formula(formula)
    take_out_controls(root, choice, gone)
    for end in ranges:
        take_out(end)
    join_with_next([p for p in joined if p.getparent() is not None])


def _resolve_formats(root: etree._Element, choice: Choice, *, accepting: bool) -> None:
    for change in [mark for mark in root.iter(*_FORMER) if choice(mark)]:
        if not accepting and change.tag != w("numberingChange"):
            _restore(change)
        take_out(change)


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


def _resolve_merged_cells(root: etree._Element, choice: Choice, *, accepting: bool) -> None:
    """Give cells the vertical merge that a revision gave them, or that they had before it (17.13.5.3)."""
    for change in [mark for mark in root.iter(w("cellMerge")) if choice(mark)]:
        properties = change.getparent()
        stated = change.get(w("vMerge")), change.get(w("vMergeOrig"))
        take_out(change)
        if properties is None or stated == (None, None):
            continue
        for merged in list(properties.iterchildren(w("vMerge"))):
            properties.remove(merged)
        wanted = _MERGED.get(stated[0 if accepting else 1] or "")
        if wanted is not None:
            place = len(list(properties.iterchildren(*_BEFORE_MERGED)))
            properties.insert(place, etree.Element(w("vMerge"), {w("val"): wanted}))


def _is_beside(mark: etree._Element) -> bool:
    """Return whether a mark says something of what it stands beside, not of what it holds."""
    holder = mark.getparent()
    return holder is not None and holder.tag in _BESIDE


def _resolve_beside(mark: etree._Element, gone: Collection[str]) -> etree._Element | None:
    """Resolve the mark of a row, cell, number or paragraph; return the paragraph if its own mark goes."""
    properties = mark.getparent()
    if properties is None:
        return None
    owner = properties.getparent()
    goes = _CELLS.get(str(mark.tag), mark.tag) in gone
    properties.remove(mark)
    if owner is None:
        return None
    if properties.tag in (w("trPr"), w("tcPr")):
        if goes and owner.getparent() is not None:
            take_out_row_or_cell(owner)
        return None
    if (properties.tag == w("numPr") and goes) or (owner.tag == w("pPr") and len(properties) == 0):
        owner.remove(properties)
    return owner.getparent() if properties.tag == w("rPr") and owner.tag == w("pPr") and goes else None


def _keep(wrapper: etree._Element) -> None:
    """Put what `wrapper` holds in its place; deleted text becomes text unless another revision deletes it."""
    if wrapper.tag in _DELETED and next(wrapper.iterancestors(*_DELETED), None) is None:
        for text in list(wrapper.iter(*_RESTORED)):
            if next(text.iterancestors(*_DELETED)) is wrapper:
                text.tag = _RESTORED[str(text.tag)]
    unwrap(wrapper)


def _formula(mark: etree._Element) -> etree._Element | None:
    """Return what holds the mark of a formula's run, or of an object in it such as a fraction; None for others."""
    holder = mark.getparent()
    return holder if holder is not None and holder.tag in (_MATH_LOOK, _MATH_RUN) else None


def _take_out_formula(holder: etree._Element) -> None:
    """Remove a run of a formula, or an object and leave what its arguments still hold (22.1.2)."""
    properties = holder.getparent()
    element = holder if holder.tag == _MATH_RUN or properties is None else properties.getparent()
    if element is None:
        return
    for argument in [argument for argument in element if argument.tag in _ARGUMENTS]:
        for child in [child for child in argument if child.tag not in (_ARGUMENT_LOOK, _MATH_LOOK)]:
            element.addprevious(child)
    take_out(element)
