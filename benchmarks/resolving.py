"""Tracked changes accepted or rejected by lxml alone, for judging what the product writes with a resolver not its own.

By ECMA-376-1 17.13.5: where the mark of a paragraph goes, what is left of it joins the paragraph after it, which keeps
its own properties; one with nothing left and no paragraph after it goes too.
"""

from collections.abc import Callable

from lxml import etree
from word_files import DELETED, INSERTED, w

Choice = Callable[[etree._Element], bool]  # noqa: SLF001
_CHANGES = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering")
)
_KEPT = {
    "rPr": ("ins", "del", "moveFrom", "moveTo"),
    "pPr": ("rPr", "sectPr"),
    "sectPr": ("headerReference", "footerReference"),
    "trPr": ("ins", "del"),
    "tcPr": ("cellIns", "cellDel", "cellMerge"),
}
"""What stands among properties and is none: a change of them has nothing to say of it."""
_HOLDERS = tuple(map(w, ("rPr", "trPr", "numPr", "ctrlPr")))
_RANGES = ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange")
_PASSED = tuple(w(f"{kind}{end}") for kind in ("bookmark", "commentRange", *_RANGES) for end in ("Start", "End"))


def everybodys(_: etree._Element) -> bool:
    """Choose all changes."""
    return True


def by_author(author: str) -> Choice:
    """Return the choice of one author's changes."""
    return lambda element: element.get(w("author")) == author


def resolve(root: etree._Element, chosen: Choice, *, accepting: bool) -> etree._Element:
    """Accept or reject the chosen changes of a story, in place; return the story."""
    goes, stays = (DELETED, INSERTED) if accepting else (INSERTED, DELETED)
    for change in [each for each in root.iter(*_CHANGES) if chosen(each)]:
        _resolve_properties(change, accepting=accepting)
    _resolve_ranges(root, chosen)
    _resolve_rows(root, chosen, goes)
    ended = _resolve_marks(root, chosen, goes, stays)
    for element in [each for each in root.iter(*map(w, goes)) if _is_around(each) and chosen(each)]:
        _remove(element)
    for element in [each for each in root.iter(*map(w, stays)) if _is_around(each) and chosen(each)]:
        _unwrap(element)
    for p in ended:
        if p.getparent() is not None:
            _join_next(p)
    for table in list(root.iter(w("tbl"))):
        if table.find(f".//{w('tr')}") is None:
            _remove(table)
    return root


def _resolve_properties(change: etree._Element, *, accepting: bool) -> None:
    """Drop a change of properties, or put back those that it names."""
    holder = change.getparent()
    if holder is None:
        return
    if accepting or change.tag == w("numberingChange"):
        holder.remove(change)
        return
    kept = [each for each in holder if each.tag in map(w, _KEPT.get(_local(holder), ()))]
    before = list(change[0]) if len(change) else []
    holder[:] = [*[each for each in kept if each.tag != w("sectPr")], *before, *holder.findall(w("sectPr"))]


def _resolve_ranges(root: etree._Element, chosen: Choice) -> None:
    for kind in _RANGES:
        starts = [each for each in root.iter(w(f"{kind}Start")) if chosen(each)]
        ids = {each.get(w("id")) for each in starts}
        for each in [*starts, *(end for end in root.iter(w(f"{kind}End")) if end.get(w("id")) in ids)]:
            _remove(each)


def _resolve_rows(root: etree._Element, chosen: Choice, goes: tuple[str, ...]) -> None:
    cells = {"ins": "cellIns", "del": "cellDel"}
    for holder, names in (("tr", {"ins": "ins", "del": "del"}), ("tc", cells)):
        for each in list(root.iter(w(holder))):
            for tag, name in names.items():
                mark = each.find(f"{w(f'{holder}Pr')}/{w(name)}")
                if mark is not None and chosen(mark):
                    _remove(each if tag in goes else mark)


def _resolve_marks(
    root: etree._Element, chosen: Choice, goes: tuple[str, ...], stays: tuple[str, ...]
) -> list[etree._Element]:
    """Take the revisions off the marks of paragraphs and of numbers; return the paragraphs whose mark goes."""
    ended = []
    for p in root.iter(w("p")):
        rPr = p.find(f"{w('pPr')}/{w('rPr')}")
        marks = [] if rPr is None else [each for each in rPr.iterchildren(*map(w, goes + stays)) if chosen(each)]
        for mark in marks:
            if _local(mark) in goes and p not in ended[-1:]:
                ended.append(p)
            _remove(mark)
    for numPr in list(root.iter(w("numPr"))):
        mark = numPr.find(w("ins"))
        if mark is not None and chosen(mark):
            _remove(numPr if "ins" in goes else mark)
    return ended


def _is_around(element: etree._Element) -> bool:
    """Whether a revision is one of content, not a sign among properties."""
    holder = element.getparent()
    return holder is not None and holder.tag not in _HOLDERS


def _unwrap(element: etree._Element) -> None:
    """Put what a revision holds in its place; what was deleted text is text unless somebody else deletes it too."""
    holder = element.getparent()
    if holder is None:
        return
    if element.tag in (w("del"), w("moveFrom")):
        others = (w("del"),)
        for old, new in (("delText", "t"), ("delInstrText", "instrText")):
            for each in list(element.iter(w(old))):
                if not any(outer is not element for outer in each.iterancestors(*others)):
                    each.tag = w(new)
    at = holder.index(element)
    holder[at : at + 1] = list(element)


def _join_next(p: etree._Element) -> None:
    """Put what is left of a paragraph at the start of the next; drop one of which nothing is left."""
    following = p.getnext()
    while following is not None and following.tag in _PASSED:
        following = following.getnext()
    content = [each for each in p if each.tag != w("pPr")]
    if following is None or following.tag != w("p"):
        if all(each.tag == w("rPr") for r in p.iter(w("r")) for each in r):
            _remove(p)
        return
    at = 1 if len(following) and following[0].tag == w("pPr") else 0
    following[at:at] = content
    _remove(p)


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
