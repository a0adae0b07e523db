"""Comments taken out of a package, with their anchors and what is kept about them in other parts."""

from collections.abc import Collection

from lxml import etree

from app.ooxml.names import W14, W15, w
from app.ooxml.package import Package
from app.ooxml.relationships import remove_uncited, remove_whole

_RANGE_MARKS = (w("commentRangeStart"), w("commentRangeEnd"))
_REFERENCE = w("commentReference")
_PARAGRAPH_ID = f"{{{W14}}}paraId"
_EXTENDED = "commentsExtended"  # [MS-DOCX] 2.5.1: threads, and what is done
_IDS = "commentsIds"  # [MS-DOCX] 2.5.1: durable ids by paragraph
_EXTENSIBLE = "commentsExtensible"  # [MS-DOCX] 2.5.1: exact times by durable id
_LISTS = (_EXTENDED, _IDS, _EXTENSIBLE)


def remove_comments(package: Package, keep: Collection[str] = ()) -> frozenset[str]:
    """Take out all comments but those with the ids `keep`; return the parts changed or taken out.

    An answer that is kept stands by itself where what it answers goes. Revisions stay, a run included whose own
    format is one; those inside the text of a comment go with it.
    """
    changed: set[str] = set()
    for part in package.related(package.main, "comments"):
        listed = [each for each in package.tree(part) if each.tag == w("comment")]
        gone = [each for each in listed if each.get(w("id")) not in keep]
        if not gone:
            continue
        ids = {each.get(w("id"), "") for each in gone}
        for story in package.stories():
            if _remove_anchors(package, story, ids):
                changed.add(story)
        changed |= _remove_lists(package) if len(gone) == len(listed) else _shorten_lists(package, gone)
        changed |= remove_whole(package, part) if len(gone) == len(listed) else _shorten(package, part, gone)
    return frozenset(changed)


def _remove_anchors(package: Package, story: str, ids: Collection[str]) -> bool:
    marks = [mark for mark in package.tree(story).iter(*_RANGE_MARKS, _REFERENCE) if mark.get(w("id"), "") in ids]
    if marks:
        package.edit(story)
    for mark in marks:
        holder = mark.getparent()
        if holder is None:
            continue
        _remove(mark)
        if mark.tag == _REFERENCE and holder.tag == w("r") and not _says_anything(holder):
            _remove(holder)
    return bool(marks)


def _says_anything(r: etree._Element) -> bool:
    """Return whether a run holds content, or a revision of its format."""
    return any(child.tag != w("rPr") or child.find(w("rPrChange")) is not None for child in r)


def _remove(element: etree._Element) -> None:
    """Take out `element`, with the blanks after it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _shorten(package: Package, part: str, gone: Collection[etree._Element]) -> frozenset[str]:
    root = package.edit(part)
    for comment in gone:
        root.remove(comment)
    return frozenset((part,)) | remove_uncited(package, part)


def _remove_lists(package: Package) -> frozenset[str]:
    changed: set[str] = set()
    for kind in _LISTS:
        for part in package.related(package.main, kind):
            changed |= remove_whole(package, part)
    return frozenset(changed)


def _shorten_lists(package: Package, gone: Collection[etree._Element]) -> frozenset[str]:
    """Take what is said of the comments that go out of the lists beside them."""
    paragraphs = {p.get(_PARAGRAPH_ID) for comment in gone for p in comment.iter(w("p"))} - {None}
    durable: set[str] = set()
    changed: set[str] = set()
    for kind in _LISTS:
        for part in package.related(package.main, kind):
            changed.add(part)
            for entry in list(package.edit(part)):
                stated = {etree.QName(name).localname: str(value) for name, value in entry.attrib.items()}
                if stated.get("paraId") in paragraphs:
                    durable.add(stated.get("durableId", ""))
                    _remove(entry)
                elif kind == _EXTENSIBLE and stated.get("durableId", "-") in durable:
                    _remove(entry)
                elif stated.get("paraIdParent") in paragraphs:
                    del entry.attrib[f"{{{W15}}}paraIdParent"]
    return frozenset(changed)
