"""Comments in the margin, anchored to a stretch of the text (ECMA-376-1 17.13.4)."""

import posixpath

from lxml import etree

from app.ooxml.cuts import REVISION_WRAPPERS, put_after, put_before, set_text
from app.ooxml.marks import Stamp
from app.ooxml.names import W, w
from app.ooxml.package import Package

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NOTES = {w("footnote"): w("footnoteReference"), w("endnote"): w("endnoteReference")}


class Comments:
    """Adds comments to a package, by the author and at the time of a stamp; those it has stay as they are.

    Only paragraphs of the main document can carry any, and text boxes cannot: there the place of the box is marked.

    Attributes:
        made: Ids of the comments added.
    """

    def __init__(self, package: Package, stamp: Stamp) -> None:
        self._package = package
        self._author = stamp.author
        self._date = stamp.date
        self._ids = stamp.ids
        self._text_style = _style_id(package, "annotation text")
        self._reference_style = _style_id(package, "annotation reference")
        self.made: set[str] = set()

    def add(self, text: str, first: etree._Element, last: etree._Element) -> None:
        """Add a comment on all from `first` to `last`, two elements inside one paragraph."""
        number = self._new(text)
        start, end, reference = self._marks(number)
        first, last = _outermost(first), _outermost(last)
        put_after(last, end, self._ids)
        end.addnext(reference)
        put_before(first, start, self._ids)

    def add_to_paragraph(self, text: str, p: etree._Element) -> None:
        """Add a comment on the whole of `p`."""
        box = next(p.iterancestors(w("txbxContent")), None)
        if box is not None:
            self.add(text, p, p)
            return
        number = self._new(text)
        start, end, reference = self._marks(number)
        p.insert(0 if p.find(w("pPr")) is None else 1, start)
        p.extend((end, reference))

    def add_inside(self, text: str, revision: etree._Element) -> None:
        """Add a comment on all that a revision of a whole paragraph holds; where that goes, the comment goes."""
        if next(revision.iterancestors(w("txbxContent")), None) is not None:
            self.add(text, revision, revision)
            return
        start, end, reference = self._marks(self._new(text))
        revision.insert(0, start)
        revision.extend((end, reference))

    def _marks(self, number: str) -> tuple[etree._Element, etree._Element, etree._Element]:
        start = etree.Element(w("commentRangeStart"), {w("id"): number})
        end = etree.Element(w("commentRangeEnd"), {w("id"): number})
        return start, end, self._run("commentReference", {w("id"): number})

    def _new(self, text: str) -> str:
        """Add a comment to the part that lists them; return its id."""
        number = self._ids.new()
        self.made.add(number)
        initials = "".join(word[0] for word in self._author.split())[:3].upper()
        attributes = {w("id"): number, w("author"): self._author, w("date"): self._date, w("initials"): initials}
        comment = etree.SubElement(self._list(), w("comment"), attributes)
        for place, line in enumerate(text.splitlines() or [""]):
            p = etree.SubElement(comment, w("p"))
            if self._text_style:
                pPr = etree.SubElement(p, w("pPr"))
                etree.SubElement(pPr, w("pStyle"), {w("val"): self._text_style})
            if place == 0:
                p.append(self._run("annotationRef", {}))
            set_text(etree.SubElement(etree.SubElement(p, w("r")), w("t")), line)
        return number

    def _run(self, tag: str, attributes: dict[str, str]) -> etree._Element:
        r = etree.Element(w("r"))
        if self._reference_style:
            rPr = etree.SubElement(r, w("rPr"))
            etree.SubElement(rPr, w("rStyle"), {w("val"): self._reference_style})
        etree.SubElement(r, w(tag), attributes)
        return r

    def _list(self) -> etree._Element:
        """Return the root of the part that lists the comments, added where the package has none."""
        package = self._package
        name = next(iter(package.related(package.main, "comments")), None)
        if name is None:
            folder = posixpath.dirname(package.main)
            name = posixpath.join(folder, "comments.xml")
            number = 2
            while package.has(name):
                name = posixpath.join(folder, f"comments{number}.xml")
                number += 1
            root = etree.Element(w("comments"), nsmap={"w": W})
            package.add_part(name, root, content_type=_CONTENT_TYPE, kind="comments")
        return package.edit(name)


def note_reference(document: etree._Element, p: etree._Element) -> etree._Element | None:
    """Return the run of `document` that refers to the note in which `p` stands; None where `p` is in none."""
    note = next(p.iterancestors(*_NOTES), None)
    if note is None:
        return None
    references = document.iter(_NOTES[str(note.tag)])
    return next((mark.getparent() for mark in references if mark.get(w("id")) == note.get(w("id"))), None)


def _style_id(package: Package, name: str) -> str:
    """Return the id of the style that Word knows by the built-in `name`; "" where the package lacks it."""
    for part in package.related(package.main, "styles"):
        for style in package.tree(part).iterchildren(w("style")):
            shown = style.find(w("name"))
            if shown is not None and shown.get(w("val"), "").lower() == name:
                return style.get(w("styleId"), "")
    return ""


def _outermost(element: etree._Element) -> etree._Element:
    """Return what holds `element` in the outermost paragraph: a link, a content control, a picture; or itself.

    Revisions are not taken for such, for they can be cut.
    """
    path = [element, *element.iterancestors()]
    outer = max(place for place, ancestor in enumerate(path) if ancestor.tag == w("p"))
    inside = [ancestor for ancestor in path[:outer] if ancestor.tag not in REVISION_WRAPPERS]
    return inside[-1] if inside else element
