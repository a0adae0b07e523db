"""Paragraphs copied as they read once earlier revisions are accepted, without what must not exist twice."""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from app.errors import EditsError
from app.ooxml.cuts import run_properties
from app.ooxml.manner import own_properties
from app.ooxml.names import R, w
from app.ooxml.runs import read_text
from app.text.quotation import quoted

_WORDS = frozenset(map(w, ("t", "tab", "br", "cr", "ptab", "noBreakHyphen", "softHyphen", "sym", "pgNum")))
_FIELDS = frozenset((w("fldChar"), w("instrText")))
_POINTS = frozenset((w("commentReference"), w("lastRenderedPageBreak"), w("annotationRef")))
_LEFT_OUT = frozenset(
    (
        *map(w, ("pPr", "del", "moveFrom", "proofErr", "smartTagPr", "customXmlPr")),
        *(
            w(f"{kind}{end}")
            for kind in ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange")
            for end in ("Start", "End")
        ),
    )
)
_OPENED = frozenset(map(w, ("ins", "moveTo", "smartTag", "customXml")))


def copied_paragraph(p: etree._Element, targets: Mapping[str, str]) -> etree._Element:
    """Return a copy of `p`: its properties and runs, links and simple fields as fields in runs, without revisions.

    Left out are bookmarks and ends of comments: they stay with the original, for a name or id must not exist twice.
    `targets` says where the links of the part lead.

    Raises:
        EditsError: Something in it would be lost: a note, picture, text box, formula, content control or form field.
    """
    new = etree.Element(w("p"))
    pPr = own_properties(p.find(w("pPr")))
    if pPr is not None:
        new.append(pPr)
    mark = run_properties(p.find(w("pPr")))
    if mark is not None:
        if pPr is None:
            pPr = etree.SubElement(new, w("pPr"))
        pPr.append(mark)
    kinds = [mark.get(w("fldCharType")) for mark in p.iter(w("fldChar"))]
    if kinds.count("begin") != kinds.count("end"):
        raise _error(p, "a field that goes on in another paragraph")
    new.extend(_copied_runs(p, p, targets))
    return new


def _copied_runs(holder: etree._Element, p: etree._Element, targets: Mapping[str, str]) -> Iterator[etree._Element]:
    for child in holder.iterchildren("*"):
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == w("r"):
            yield from _copied_run(child, p)
        elif child.tag in _OPENED:
            yield from _copied_runs(child, p, targets)
        elif child.tag == w("hyperlink"):
            yield from field_around(link_instruction(child, targets), _copied_runs(child, p, targets))
        elif child.tag == w("fldSimple") and child.find(w("fldData")) is None:
            yield from field_around(child.get(w("instr"), ""), _copied_runs(child, p, targets))
        else:
            raise _error(p, f"something that cannot stand in two places ({etree.QName(child).localname})")


def _copied_run(r: etree._Element, p: etree._Element) -> Iterator[etree._Element]:
    new = etree.Element(w("r"))
    rPr = run_properties(r)
    if rPr is not None:
        new.append(rPr)
    for child in r.iterchildren("*"):
        if child.tag in _WORDS or (child.tag in _FIELDS and child.find(w("ffData")) is None):
            new.append(deepcopy(child))
        elif child.tag != w("rPr") and child.tag not in _POINTS:
            raise _error(p, f"something that cannot stand in two places ({etree.QName(child).localname})")
    if any(child.tag != w("rPr") for child in new):
        yield new


def link_instruction(hyperlink: etree._Element, targets: Mapping[str, str]) -> str:
    """Return the instruction of the field that leads where a link does (17.16.5.25)."""
    address, anchor = targets.get(hyperlink.get(f"{{{R}}}id", ""), ""), hyperlink.get(w("anchor"), "")
    said = [f'"{address.replace(chr(34), "%22")}"'] if address else []
    if anchor:
        said.append(f'\\l "{anchor}"')
    return f" HYPERLINK {' '.join(said)} "


def field_around(instruction: str, result: Iterator[etree._Element]) -> Iterator[etree._Element]:
    """Give the runs of a field (17.16.18)."""
    yield _field_mark("begin")
    r = etree.Element(w("r"))
    text = etree.SubElement(r, w("instrText"))
    text.text = instruction
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield r
    yield _field_mark("separate")
    yield from result
    yield _field_mark("end")


def _field_mark(kind: str) -> etree._Element:
    r = etree.Element(w("r"))
    etree.SubElement(r, w("fldChar"), {w("fldCharType"): kind})
    return r


def _error(p: etree._Element, what: str) -> EditsError:
    return EditsError(
        f"{quoted(read_text(p).text)}: it holds {what}, which a move would lose; leave it, or move it by hand"
    )
