"""Comments in the margin, anchored to a stretch of the text (ECMA-376-1 17.13.4)."""

from lxml import etree

from app.errors import EditsError
from app.ooxml.comment_parts import COMMENTS, KINDS, edit_part, part_of
from app.ooxml.cuts import REVISION_WRAPPERS, put_after, put_before, set_text
from app.ooxml.marks import Stamp
from app.ooxml.names import w
from app.ooxml.package import Package
from app.ooxml.people import list_person
from app.ooxml.runs import read_text
from app.ooxml.threads import Threads
from app.text.quotation import quoted

_NOTES = {w("footnote"): w("footnoteReference"), w("endnote"): w("endnoteReference")}
_PLACES = {
    w("footnotes"): "in a footnote",
    w("endnotes"): "in an endnote",
    w("hdr"): "in the header",
    w("ftr"): "in the footer",
    w("document"): "in a text box",
}
_RANGE_START, _RANGE_END, _REFERENCE = (w(f"comment{name}") for name in ("RangeStart", "RangeEnd", "Reference"))
_DELETIONS = (w("del"), w("moveFrom"))


class Comments:
    """Adds comments to a package, by the author and at the time of a stamp; those it has stay as they are.

    Word shows none that stands in a header, footer, note or text box ([MS-OI29500] 2.1.315 c). One on words there is
    put where it does: on the reference to the note, on the place of the box, or on the first paragraph of the
    document; it begins with the words it is about. Where the document has no paragraph, it is refused (`EditsError`).

    Attributes:
        made: Ids of the comments added.
    """

    def __init__(self, package: Package, stamp: Stamp) -> None:
        self._package = package
        self._stamp = stamp
        self._ids = stamp.ids
        self._threads = Threads(package)
        self._text_style = _style_id(package, "annotation text")
        self._reference_style = _style_id(package, "annotation reference")
        self.made: set[str] = set()

    @property
    def grown(self) -> tuple[str, ...]:
        """Names of the parts that list comments, to whose end something may have been added."""
        parts = (part_of(self._package, kind) for kind in KINDS)
        return tuple(part for part in parts if part is not None)

    def add(self, text: str, first: etree._Element, last: etree._Element) -> None:
        """Add a comment on all from `first` to `last`, two elements inside one paragraph."""
        if self._can_stand_at(first):
            self._put(text, first, last)
        else:
            self._add_apart(text, _words_between(first, last), first)

    def add_to_paragraph(self, text: str, p: etree._Element) -> None:
        """Add a comment on the whole of `p`."""
        if not self._can_stand_at(p):
            self._add_apart(text, "", p)
            return
        start, end, reference = self._marks(self._new(text))
        p.insert(0 if p.find(w("pPr")) is None else 1, start)
        p.extend((end, reference))

    def add_inside(self, text: str, revision: etree._Element) -> None:
        """Add a comment on all that a revision of a whole paragraph holds; where that goes, the comment goes."""
        if not self._can_stand_at(revision):
            self.add(text, revision, revision)
            return
        start, end, reference = self._marks(self._new(text))
        revision.insert(0, start)
        revision.extend((end, reference))

    def reply(self, comment: str, text: str) -> None:
        """Add an answer to the comment with that id, in its thread and with its range.

        Raises:
            EditsError: There is no such comment, or no place in the document where an answer could stand.
        """
        marks = find_anchor(self._package, comment)
        self._package.edit(self._package.main)
        answered = _comment(self._package, comment)
        start, end, reference = self._marks(self._new(text, answered))
        _last_alike(marks[-1]).addnext(reference)
        if len(marks) == 1:
            reference.addprevious(start)
            reference.addprevious(end)
        else:
            _last_alike(marks[0]).addnext(start)
            _last_alike(marks[1]).addnext(end)

    def _can_stand_at(self, element: etree._Element) -> bool:
        in_main = element.getroottree().getroot() is self._package.tree(self._package.main)
        return in_main and next(element.iterancestors(w("txbxContent")), None) is None

    def _add_apart(self, text: str, words: str, element: etree._Element) -> None:
        """Add a comment on `words` at `element`, where none can stand, at the nearest place where one can."""
        holder = element if element.tag == w("p") else next(element.iterancestors(w("p")))
        words = words or read_text(holder).text
        main, root = self._package.edit(self._package.main), element.getroottree().getroot()
        place = _PLACES[str(root.tag)]
        said = f"On {quoted(words)} {place}: {text}" if words.strip() else f"{place.capitalize()}: {text}"
        reference = note_reference(main, holder)
        if root is main:
            self._put(said, element, element)
        elif reference is not None:
            self._put(said, reference, reference)
        else:
            first = next(main.iter(w("p")), None)
            if first is None:
                raise EditsError(f"a comment {place} has no paragraph of the document to stand on; leave it out")
            self.add_to_paragraph(said, first)

    def _put(self, text: str, first: etree._Element, last: etree._Element) -> None:
        """Add a comment on all from `first` to `last`, or on what holds them in the outermost paragraph."""
        start, end, reference = self._marks(self._new(text))
        first, last = _outermost(first), _outermost(last)
        put_after(last, end, self._ids)
        end.addnext(reference)
        put_before(first, start, self._ids)

    def _marks(self, number: str) -> tuple[etree._Element, etree._Element, etree._Element]:
        start = etree.Element(_RANGE_START, {w("id"): number})
        end = etree.Element(_RANGE_END, {w("id"): number})
        return start, end, self._run(_REFERENCE, {w("id"): number})

    def _new(self, text: str, answered: etree._Element | None = None) -> str:
        """Add a comment to the parts that list them; return its id."""
        number, author = self._ids.new(), self._stamp.author
        self.made.add(number)
        initials = "".join(word[0] for word in author.split())[:3].upper()
        attributes = {w("id"): number, w("author"): author, w("date"): self._stamp.date, w("initials"): initials}
        comment = etree.SubElement(edit_part(self._package, COMMENTS), w("comment"), attributes)
        for place, line in enumerate(text.splitlines() or [""]):
            p = etree.SubElement(comment, w("p"))
            self._stamp.sign(p)
            if self._text_style:
                pPr = etree.SubElement(p, w("pPr"))
                etree.SubElement(pPr, w("pStyle"), {w("val"): self._text_style})
            if place == 0:
                p.append(self._run(w("annotationRef"), {}))
            set_text(etree.SubElement(etree.SubElement(p, w("r")), w("t")), line)
        self._threads.add(comment, answered)
        list_person(self._package, author)
        return number

    def _run(self, tag: str, attributes: dict[str, str]) -> etree._Element:
        r = etree.Element(w("r"))
        if self._reference_style:
            rPr = etree.SubElement(r, w("rPr"))
            etree.SubElement(rPr, w("rStyle"), {w("val"): self._reference_style})
        etree.SubElement(r, tag, attributes)
        return r


def find_anchor(package: Package, comment: str) -> tuple[etree._Element, ...]:
    """Return where the main document has the comment with that id: the marks of its range, if any, and its reference.

    Raises:
        EditsError: There is no such comment, or no place in the document where an answer could stand.
    """
    listed = _comment(package, comment)
    found = {
        str(mark.tag): mark
        for mark in package.tree(package.main).iter(_RANGE_START, _RANGE_END, _REFERENCE)
        if mark.get(w("id")) == comment
    }
    reference = found.get(_REFERENCE)
    holder = None if reference is None else reference.getparent()
    if holder is None or listed.find(w("p")) is None:
        raise EditsError(f"comment {comment}: the document shows it nowhere, so it cannot be answered; leave it out")
    if next(holder.iterancestors(*_DELETIONS), None) is not None or _is_in_deleted_row(holder):
        raise EditsError(f"comment {comment}: it stands in deleted text, so it cannot be answered; leave it out")
    ends = [found[tag] for tag in (_RANGE_START, _RANGE_END) if tag in found]
    return (*ends, holder) if len(ends) == 2 else (holder,)


def note_reference(document: etree._Element, p: etree._Element) -> etree._Element | None:
    """Return the run of `document` that refers to the note in which `p` stands; None where `p` is in none."""
    note = next(p.iterancestors(*_NOTES), None)
    if note is None:
        return None
    references = document.iter(_NOTES[str(note.tag)])
    return next((mark.getparent() for mark in references if mark.get(w("id")) == note.get(w("id"))), None)


def _comment(package: Package, number: str) -> etree._Element:
    """Return the `w:comment` with that id."""
    part = part_of(package, COMMENTS)
    listed = () if part is None else package.tree(part).iterchildren(w("comment"))
    found = next((each for each in listed if each.get(w("id")) == number), None)
    if found is None:
        raise EditsError(f"comment {number}: the document has no such comment; check its id")
    return found


def _is_in_deleted_row(element: etree._Element) -> bool:
    return any(tr.find(f"{w('trPr')}/{w('del')}") is not None for tr in element.iterancestors(w("tr")))


def _last_alike(mark: etree._Element) -> etree._Element:
    """Return the last of the marks of the same kind that begin with `mark`, so that answers stand in their order."""
    for following in mark.itersiblings():
        is_alike = following.tag == mark.tag and (mark.tag != w("r") or following.find(_REFERENCE) is not None)
        if not is_alike:
            break
        mark = following
    return mark


def _words_between(first: etree._Element, last: etree._Element) -> str:
    """Return the words from `first` to `last`: those deleted there if any, else those that stand there."""
    stretch: list[etree._Element] = [first]
    while stretch[-1] is not last and (following := stretch[-1].getnext()) is not None:
        stretch.append(following)
    deleted = "".join(text for each in stretch for text in each.itertext(w("delText")))
    return deleted or "".join(text for each in stretch for text in each.itertext(w("t")))


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
