"""What every annotation that is added must have: an id of its own, an author and a date, and a comment its place."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from app.ooxml.names import W, w
from app.ooxml.package import Package
from app.ooxml.resolver import may_hold_revisions, revised_parts

_ALL_IDS = etree.XPath("//@w:id", namespaces={"w": W})
_COMMENT, _BOOKMARK = w("comment"), w("bookmarkStart")
_REVISIONS = (
    *map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange")),
    *(w(f"{tag}Change") for tag in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")),
    *(w(f"move{half}RangeStart") for half in ("From", "To")),
    *(w(f"customXml{kind}RangeStart") for kind in ("Ins", "Del", "MoveFrom", "MoveTo")),
)
_MARKS = {
    w("commentRangeStart"): "beginning",
    w("commentRangeEnd"): "end",
    w("commentReference"): "mark in the text",
}
_NOTES = (w("footnote"), w("endnote"))
_DELETED_TEXT = (w("delText"), w("delInstrText"))
_DELETIONS = (w("del"), w("moveFrom"))

Trees = Mapping[str, etree._Element]  # noqa: SLF001 - lxml's own name for its type
"""The roots of parts by their names."""


def taken_ids(package: Package) -> set[str]:
    """Return the ids of all annotations, of revisions in styles and numbering too."""
    texts = (*package.stories(), *package.related(package.main, "comments"))
    others = (part for part in revised_parts(package) if part not in texts and may_hold_revisions(package, part))
    return {str(number) for part in (*texts, *others) for number in _ALL_IDS(package.tree(part))}


def check_ids(before: Trees, after: Trees) -> Iterator[str]:
    """Say, in words, which ids new annotations share: with one another or with annotations that were there.

    Where somebody's change of a format is cut with its run, both parts keep the id: it is one revision (17.13.5.31).
    """
    taken = Counter(_ids(before))
    for number, count in Counter(_ids(after)).items():
        if count > 1 and number not in taken:
            yield f"two of the new tracked changes, comments and bookmarks have the same id ({number})"


def check_revisions(before: Trees, after: Trees, ours: Collection[str]) -> Iterator[str]:
    """Say what new revisions lack, and what stands in the wrong element for deleted text."""
    taken = set(_ids(before))
    for number in sorted(set(ours) & taken):
        yield f"a new tracked change has the id of an annotation that was there ({number})"
    for name, root in after.items():
        for mark in root.iter(*_REVISIONS):
            if mark.get(w("id")) not in ours:
                continue
            if not mark.get(w("author")) or not mark.get(w("date")):
                yield f"a new tracked change in {name} has no author or no date"
            if mark.tag == _DELETIONS[0] and any(_owner(t) is mark for t in mark.iter(w("t"))):
                yield f"a deletion in {name} holds words that count as not deleted"
        stray = Counter(_stray(root))
        stray.subtract(_stray(before[name]) if name in before else ())
        if any(count > 0 for count in stray.values()):
            yield f"words in {name} count as deleted and stand in no deletion"


def check_comments(root: etree._Element, lists: Collection[etree._Element], ours: Collection[str]) -> Iterator[str]:
    """Say which comments that were added to the document `root` lack an entry, an author, a date or a place."""
    entries = [each for each in lists for each in each.iter(_COMMENT) if each.get(w("id")) in ours]
    listed = Counter(str(each.get(w("id"))) for each in entries)
    marks: dict[str, list[str]] = {}
    for mark in root.iter(*_MARKS) if ours else ():
        if mark.get(w("id")) in ours:
            marks.setdefault(str(mark.get(w("id"))), []).append(str(mark.tag))
    for number in sorted(ours, key=lambda each: (len(each), each)):
        found = marks.get(number, [])
        lacking = [name for tag, name in _MARKS.items() if tag not in found]
        if listed[number] != 1:
            yield f"comment {number} is listed {listed[number]} times"
        elif lacking:
            yield f"comment {number} has no {' and no '.join(lacking)}"
        elif found != list(_MARKS):
            yield f"comment {number} has its beginning, end and mark in the text more than once or in another order"
    if any(not each.get(w("author")) or not each.get(w("date")) for each in entries):
        yield "a new comment has no author or no date"


def remove_bookmarks(root: etree._Element, ours: Mapping[str, str]) -> None:
    """Take the bookmarks with these ids and names out of `root`; one of another name stays, and so is found."""
    if not ours:
        return
    starts = [mark for mark in root.iter(_BOOKMARK) if ours.get(mark.get(w("id"), "")) == mark.get(w("name"))]
    ids = {mark.get(w("id")) for mark in starts}
    for mark in [*starts, *(mark for mark in root.iter(w("bookmarkEnd")) if mark.get(w("id")) in ids)]:
        _take_out(mark)


def remove_comment_marks(root: etree._Element, ours: Collection[str]) -> None:
    """Take the marks of comments with these ids out of `root`."""
    for mark in [mark for mark in root.iter(*_MARKS) if mark.get(w("id")) in ours]:
        parent = mark.getparent()
        alone = parent is not None and all(child is mark or child.tag == w("rPr") for child in parent)
        _take_out(parent if parent is not None and parent.tag == w("r") and alone else mark)


def remove_notes(root: etree._Element, ours: Collection[str]) -> None:
    """Take the notes with these ids out of `root`, if they say nothing; one that does stays, and so is found."""
    for note in [note for note in root.iterchildren(*_NOTES) if note.get(w("id")) in ours]:
        if not "".join(note.itertext(w("t"))):
            _take_out(note)


def _ids(trees: Trees) -> Iterator[str]:
    for root in trees.values():
        for mark in root.iter(*_REVISIONS, _BOOKMARK, _COMMENT):
            number = mark.get(w("id"))
            if number is not None:
                yield number


def _stray(root: etree._Element) -> Iterator[str]:
    """Give the deleted texts that stand in no deletion."""
    for text in root.iter(*_DELETED_TEXT):
        if next(text.iterancestors(*_DELETIONS), None) is None:
            yield text.text or ""


def _owner(text: etree._Element) -> etree._Element | None:
    """Return the revision or paragraph that is nearest around `text`."""
    return next(text.iterancestors(*_DELETIONS, w("p")), None)


def _take_out(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
