"""The parts of two Word files with text, which belongs to which, and what they say."""

from lxml import etree

from app.ooxml.comparing.notes import NOTES
from app.ooxml.cuts import parent_of
from app.ooxml.names import R, w
from app.ooxml.package import Package
from app.ooxml.runs import paragraphs_of, read_text

HEADERS = {"header": w("headerReference"), "footer": w("footerReference")}
"""What refers to the headers and footers of a section."""

_ID = f"{{{R}}}id"


def pairs_of_stories(old: Package, new: Package) -> list[tuple[str, str]]:
    """Return the parts with text that belong together: document, notes, and headers and footers section by section."""
    pairs = {old.main: new.main}
    for kind in NOTES:
        ours, theirs = old.related(old.main, kind), new.related(new.main, kind)
        pairs |= dict(zip(ours[:1], theirs[:1], strict=False))
    for kind in HEADERS:
        for section, its in zip(headers_of(old, kind), headers_of(new, kind), strict=False):
            for pages in [pages for pages in section if pages in its]:
                pairs.setdefault(section[pages], its[pages])
    return list(pairs.items())


def headers_of(package: Package, kind: str) -> list[dict[str, str]]:
    """Return the headers or footers of each section by the pages they are for.

    Where a section names none of its own it has those of the one before it (17.10.5).
    """
    named = package.targets(package.main)
    parts = {part.rsplit("/", 1)[-1]: part for part in package.related(package.main, kind)}
    found: list[dict[str, str]] = []
    for sectPr in sections_of(package):
        section = dict(found[-1]) if found else {}
        for reference in sectPr.iterchildren(HEADERS[kind]):
            part = parts.get(named.get(reference.get(_ID, ""), "").rsplit("/", 1)[-1])
            if part is not None:
                section[reference.get(w("type"), "default")] = part
        found.append(section)
    return found


def sections_of(package: Package) -> list[etree._Element]:
    """Return the properties of the sections of a document, without those that somebody changed."""
    found = package.tree(package.main).iter(w("sectPr"))
    return [sectPr for sectPr in found if parent_of(sectPr).tag != w("sectPrChange")]


def texts_of(package: Package, part: str) -> list[str]:
    """Return the words of the paragraphs of a part; of notes, in the order in which the document refers to them."""
    root = package.tree(part)
    if root.tag not in (w("footnotes"), w("endnotes")):
        return [read_text(p).text for p in paragraphs_of(root)]
    tag = str(root.tag).removesuffix("s")
    notes = {note.get(w("id")): note for note in root.iterchildren(tag)}
    references = (each.get(w("id")) for each in package.tree(package.main).iter(f"{tag}Reference"))
    return [read_text(p).text for number in references if number in notes for p in paragraphs_of(notes[number])]
