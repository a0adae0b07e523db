"""What tells where a Word file was made: sessions, printers, a picture of its first page, names of files."""

import re
from collections.abc import Iterator

from lxml import etree

from app.export.inspection.contents import Contents, counted, is_local, item, some
from app.model.inspection import Item
from app.ooxml.names import W, w
from app.ooxml.package import Package
from app.ooxml.relationships import remove_whole
from app.text.quotation import quoted

_SESSION = re.compile(rf"\{{{re.escape(W)}\}}rsid\w*")
_DOCUMENT_ID = "docId"  # w14:docId, w15:docId: the same in every copy of a file
_PRINTER = "printerSettings"
_THUMBNAIL = "thumbnail"
_DESCRIBED = ("descr", "title", "alt", "name")
_PICTURES = ("docPr", "cNvPr", "shape", "imagedata", "rect", "roundrect", "oval", "line", "group")
_KNOWN = frozenset(
    (
        *("officeDocument", "styles", "stylesWithEffects", "stylesWithtEffects", "fontTable", "settings", "theme"),
        *("webSettings", "numbering", "header", "footer", "footnotes", "endnotes", "image", "hdphoto", "font"),
        *("chart", "chartColorStyle", "chartStyle", "chartUserShapes", "themeOverride", "svg"),
        *("diagramColors", "diagramData", "diagramQuickStyle", "diagramLayout", "diagramDrawing"),
        *("core-properties", "extended-properties", "extendedProperties", "custom-properties", "classificationlabels"),
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "documenttasks"),
        *("customXml", "customXmlProps", "glossaryDocument", _THUMBNAIL, _PRINTER, "ink", "origin", "signature"),
        *("oleObject", "package", "aFChunk", "control", "activeXControlBinary", "subDocument", "recipientData"),
        *("vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars"),
        *("webextension", "webextensiontaskpanes"),
    )
)
"""Kinds of parts that another finder tells of, or that only draw what is seen."""
_TYPES = "[content_types].xml"


def find_sessions(contents: Contents) -> Iterator[Item]:
    """Yield the numbers of editing sessions, and what marks all copies of a document."""
    details = []
    for _, root in contents.settings:
        sessions = sum(1 for _ in root.iterfind(f"{w('rsids')}/{w('rsid')}"))
        details += [f"{counted(sessions, 'session')} of editing listed"] if sessions else []
        details += [f"id of the document {_stated(each)}".rstrip() for each in root.iter(f"{{*}}{_DOCUMENT_ID}")]
    marked = sum(
        1 for _, root in contents.stories for element in root.iter() for name in element.attrib if _is_session(name)
    )
    details += [f"{counted(marked, 'mark')} of sessions in the text"] if marked else []
    why = "They show which words were typed in one sitting, and that two documents were made from one another."
    yield from item("session-ids", "Marks of editing sessions", details, why, removable=True)


def take_out_sessions(package: Package) -> frozenset[str]:
    """Take out the list of sessions, the marks of sessions and the id of the document."""
    contents, changed = Contents(package), set[str]()
    for part, root in contents.settings:
        for element in [*root.findall(w("rsids")), *root.findall(f"{{*}}{_DOCUMENT_ID}")]:
            package.edit(part).remove(element)
            changed.add(part)
    for part in (*package.stories(), *package.related(package.main, "comments")):
        marked = [element for element in package.tree(part).iter() if any(map(_is_session, element.attrib))]
        if marked:
            package.edit(part)
            changed.add(part)
        for element in marked:
            for name in list(filter(_is_session, element.attrib)):
                del element.attrib[name]
    return frozenset(changed)


def find_thumbnail(contents: Contents) -> Iterator[Item]:
    """Yield the picture of the first page."""
    details = [part for _, part in contents.parts(_THUMBNAIL)]
    why = "It shows the first page as it was when the picture was made, which may be an earlier version."
    yield from item("thumbnail", "Picture of the first page", details, why, removable=True)


def take_out_thumbnail(package: Package) -> frozenset[str]:
    """Take out the picture of the first page."""
    return frozenset(
        gone for _, part in list(Contents(package).parts(_THUMBNAIL)) for gone in remove_whole(package, part)
    )


def find_printer(contents: Contents) -> Iterator[Item]:
    """Yield settings of printers."""
    details = []
    for _, part in contents.parts(_PRINTER):
        name = contents.package.read(part)[:64].decode("utf-16-le", "replace").split("\0", 1)[0]
        details.append(f"printer {name}" if name.isprintable() and name else part)
    why = "They name a printer, and with it often a server or an office."
    yield from item("printer", "Settings of a printer", some(details), why, removable=True)


def take_out_printer(package: Package) -> frozenset[str]:
    """Take out the settings of printers, and where sections cite them (ECMA-376-1 17.6.14)."""
    changed: set[str] = set()
    for _, part in list(Contents(package).parts(_PRINTER)):
        changed |= remove_whole(package, part)
    for part in package.stories():
        for cited in list(package.tree(part).iter(w(_PRINTER))):
            holder = cited.getparent()
            if holder is not None:
                package.edit(part)
                changed.add(part)
                holder.remove(cited)
    return frozenset(changed)


def find_descriptions(contents: Contents) -> Iterator[Item]:
    """Yield names and descriptions of pictures that are paths on somebody's disk."""
    details = [quoted(element.get(name, "")) for _, root in contents.stories for element, name in _paths(root)]
    why = "A picture that was inserted keeps the path it had, with the names of users, clients and matters."
    yield from item("alt-text", "Paths of pictures", some(details), why, removable=True)


def take_out_descriptions(package: Package) -> frozenset[str]:
    """Blank descriptions of pictures that are paths."""
    changed: set[str] = set()
    for part in package.stories():
        for element, name in _paths(package.tree(part)):
            package.edit(part)
            changed.add(part)
            element.set(name, "")
    return frozenset(changed)


def find_other(contents: Contents) -> Iterator[Item]:
    """Yield parts that no other finder knows, and members of the archive that nothing leads to."""
    lost = [f"{name} ({counted(len(contents.package.read(name)), 'byte')})" for name in _leftovers(contents)]
    why = "Nothing in the document uses these; Word drops them when it saves the file."
    yield from item("other", "Left over in the file", some(lost), why, removable=True)
    why = "Parts that a program added; what they hold is not known here, so they are left."
    yield from item("other", "Parts of other programs", some(_unknown(contents)), why, removable=False)


def take_out_leftovers(package: Package) -> frozenset[str]:
    """Take out the members that nothing leads to."""
    gone = _leftovers(Contents(package))
    for name in gone:
        package.remove_part(name)
    return frozenset(gone)


def _leftovers(contents: Contents) -> tuple[str, ...]:
    leads: dict[str, list[str]] = {}
    for each in contents.relationships:
        leads.setdefault(each.source, []).append(each.part or "")
    reached, pending = set[str](), [""]
    while pending:
        part = pending.pop()
        if part not in reached:
            reached.add(part)
            pending += leads.get(part, [])
    records = {each.record for each in contents.relationships if each.source in reached}
    known = reached | records
    return tuple(
        name
        for name in contents.package.names
        if not name.endswith(("/", ".rels"))
        and name.lower() != _TYPES
        and name not in known
        and contents.package.has(name)
    )


def _unknown(contents: Contents) -> Iterator[str]:
    kinds: dict[str, set[str]] = {}
    for each in contents.relationships:
        if each.part is not None:
            kinds.setdefault(each.part, set()).add(each.kind)
    return (part for part, found in kinds.items() if not found & _KNOWN)


def _paths(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in root.iter(*(f"{{*}}{tag}" for tag in _PICTURES)):
        for name, value in element.attrib.items():
            local = etree.QName(name).localname
            described = local in _DESCRIBED or (local == "href" and etree.QName(element).localname == "imagedata")
            if described and is_local(str(value)):
                yield element, str(name)


def _is_session(name: object) -> bool:
    return bool(_SESSION.fullmatch(str(name)))


def _stated(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if etree.QName(name).localname == "val"), "")
