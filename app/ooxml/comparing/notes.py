"""Footnotes and endnotes that only one version has: added with what refers to them, or struck with it."""

from collections.abc import Callable, Collection, Iterator
from copy import deepcopy

from lxml import etree

from app.ooxml.cuts import Ids
from app.ooxml.manner import mark_properties
from app.ooxml.marks import Stamp, inserted
from app.ooxml.names import w
from app.ooxml.package import Package
from app.ooxml.paragraphs import delete_paragraph

NOTES = {"footnotes": w("footnote"), "endnotes": w("endnote")}
"""The notes of each kind of part."""

_MARKS = (w("footnoteRef"), w("endnoteRef"))


class Notes:
    """The notes of two versions.

    Attributes:
        added: Ids of those added to the old version, by its part.
    """

    def __init__(self, old: Package, new: Package, stamp: Stamp) -> None:
        self._old = old
        self._new = new
        self._stamp = stamp
        self.added: dict[str, list[str]] = {}

    def part(self, package: Package, kind: str) -> str | None:
        """Return the part of a package with the notes of a kind; None where it has none."""
        return next(iter(package.related(package.main, kind)), None)

    def find(self, package: Package, reference: etree._Element) -> etree._Element | None:
        """Return the note of a package to which a reference leads; None where there is none."""
        for kind, tag in NOTES.items():
            part = self.part(package, kind)
            if reference.tag == f"{tag}Reference" and part is not None:
                notes = package.tree(part).iterchildren(tag)
                return next((note for note in notes if note.get(w("id")) == reference.get(w("id"))), None)
        return None

    def carry(self, reference: etree._Element, write: "Writer") -> etree._Element | None:
        """Add the note of the new version to which `reference` leads to the old one; return a reference to it."""
        note = self.find(self._new, reference)
        kind = next(kind for kind, tag in NOTES.items() if reference.tag == f"{tag}Reference")
        part = self.part(self._old, kind)
        if note is None or part is None:
            return None
        root = self._old.edit(part)
        number = Ids({each.get(w("id"), "") for each in root.iterchildren(NOTES[kind])}).new()
        new = etree.SubElement(root, NOTES[kind], {w("id"): number})
        for p in note.iterchildren(w("p")):
            new.append(self._paragraph(p, write))
        self.added.setdefault(part, []).append(number)
        copy = deepcopy(reference)
        copy.set(w("id"), number)
        return copy

    def strike(self, parts: Collection[str]) -> Iterator[str]:
        """Strike the notes to which only what we deleted in `parts` refers; give the parts that they stand in."""
        for part in parts:
            for reference in self._old.tree(part).iter(*(f"{tag}Reference" for tag in NOTES.values())):
                deletions = [each.get(w("id")) for each in reference.iterancestors(w("del"))]
                note = self.find(self._old, reference)
                if note is not None and any(number in self._stamp.ids.revisions for number in deletions):
                    for p in note.iterchildren(w("p")):
                        delete_paragraph(p, self._stamp)
                    kind = next(kind for kind, tag in NOTES.items() if note.tag == tag)
                    its = self.part(self._old, kind)
                    if its is not None:
                        self._old.edit(its)
                        yield its

    def _paragraph(self, p: etree._Element, write: "Writer") -> etree._Element:
        """Return a paragraph of a note as a new one: what says its number goes before its words."""
        new, runs = write(p)
        marks = [r for r in p.iter(w("r")) if next(r.iterchildren(*_MARKS), None) is not None]
        for r in reversed(marks):
            mark = deepcopy(r)
            mark.tail = None
            runs.insert(0, mark)
        if runs:
            new.append(inserted(runs, self._stamp))
        mark_properties(new).insert(0, self._stamp.mark("ins"))
        return new


Writer = Callable[[etree._Element], tuple[etree._Element, list[etree._Element]]]  # noqa: SLF001 - lxml's own name
"""Gives a new paragraph like one of the new version, empty, and the runs of its words."""
