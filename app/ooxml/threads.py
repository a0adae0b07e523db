"""Threads of comments, whether they are resolved, and ids that last ([MS-DOCX] 2.5.3.1 and 2.8.3.1)."""

from collections.abc import Iterator
from hashlib import sha256

from lxml import etree

from app.ooxml.comment_parts import COMMENTS, EXTENDED, IDS, edit_part, make_ignorable
from app.ooxml.names import W14, W15, W16CID, w
from app.ooxml.package import Package

_PARAGRAPH_ID = f"{{{W14}}}paraId"
_ENTRY, _ENTRY_ID, _PARENT, _DONE = (f"{{{W15}}}{name}" for name in ("commentEx", "paraId", "paraIdParent", "done"))
_DURABLE, _DURABLE_PARAGRAPH, _DURABLE_ID = (f"{{{W16CID}}}{name}" for name in ("commentId", "paraId", "durableId"))
_NONE = -1
_LIMIT = 0x7FFFFFFF  # ids are less, and more than 0: [MS-DOCX] 2.6.2.3 and 2.8.3.1
_PARAGRAPH_IDS = etree.XPath("//@w14:paraId", namespaces={"w14": W14})
_ALL_ATTRIBUTES = etree.XPath("//@*")


class Threads:
    """Puts new comments into threads: an answer into that of another comment, any other into one of its own."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._taken: set[int] | None = None

    def add(self, comment: etree._Element, answered: etree._Element | None = None) -> None:
        """List `comment`, a new `w:comment`, as the answer to another or as the first of a thread.

        Threads have one level: an answer to an answer is one to what that answers. It is as resolved as its thread,
        whose state is nothing that an answer changes.
        """
        first = None if answered is None else self._first(answered)
        entry = {_ENTRY_ID: self._name(comment)}
        if first is not None:
            entry[_PARENT] = first.get(_ENTRY_ID, "")
        entry[_DONE] = "0" if first is None else first.get(_DONE, "0")
        etree.SubElement(edit_part(self._package, EXTENDED), _ENTRY, entry, {"w15": W15})
        durable = {_DURABLE_PARAGRAPH: entry[_ENTRY_ID], _DURABLE_ID: self._new_id(comment, "durable")}
        etree.SubElement(edit_part(self._package, IDS), _DURABLE, durable, {"w16cid": W16CID})

    def _first(self, comment: etree._Element) -> etree._Element:
        """Return the entry of the first comment of the thread that `comment` belongs to, made where there is none."""
        root = edit_part(self._package, EXTENDED)
        entries = {_value(entry.get(_ENTRY_ID)): entry for entry in root.iterchildren(_ENTRY)}
        entries.pop(_NONE, None)
        number = self._name(comment)
        if _value(number) not in entries:
            return etree.SubElement(root, _ENTRY, {_ENTRY_ID: number, _DONE: "0"}, {"w15": W15})
        entry = entries.pop(_value(number))
        while _value(entry.get(_PARENT)) in entries:
            entry = entries.pop(_value(entry.get(_PARENT)))
        return entry

    def _name(self, comment: etree._Element) -> str:
        """Return the id of the last paragraph of `comment`, given where it has none: by that id lists name it."""
        last = list(comment.iterchildren(w("p")))[-1]
        stated = last.get(_PARAGRAPH_ID)
        if stated is None:
            stated = self._new_id(comment, "paragraph")
            last.set(_PARAGRAPH_ID, stated)
            make_ignorable(last, W14)
        return stated

    def _new_id(self, comment: etree._Element, purpose: str) -> str:
        """Return an id that nothing in the package has, derived from what the comment says."""
        if self._taken is None:
            self._taken = {_value(stated) for stated in _stated_ids(self._package)}
        said = [purpose, *(comment.get(w(name), "") for name in ("id", "author", "date")), *comment.itertext(w("t"))]
        number = int.from_bytes(sha256("\n".join(said).encode()).digest()[:4], "big") % _LIMIT
        while number == 0 or number in self._taken:
            number = (number + 1) % _LIMIT
        self._taken.add(number)
        return f"{number:08X}"


def _stated_ids(package: Package) -> Iterator[str]:
    """Give the ids of paragraphs, and durable ids, of all parts that have any."""
    for part in (*package.stories(), *package.related(package.main, COMMENTS.name)):
        yield from map(str, _PARAGRAPH_IDS(package.tree(part)))
    for kind in (EXTENDED.name, IDS.name, "commentsExtensible"):
        for part in package.related(package.main, kind):
            yield from map(str, _ALL_ATTRIBUTES(package.tree(part)))


def _value(stated: str | None) -> int:
    """Return the number that a long hexadecimal one states (ECMA-376-1 17.18.50); -1 for none."""
    try:
        return _NONE if stated is None else int(stated, 16)
    except ValueError:
        return _NONE
