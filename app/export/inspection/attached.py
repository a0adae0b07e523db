"""What hangs on a Word file: files in it, links out of it, templates, programs, seals."""

import posixpath
from collections.abc import Iterator
from io import BytesIO

import olefile
from lxml import etree

from app.export.inspection.contents import Contents, counted, is_local, item, some, text_of
from app.model.inspection import Item
from app.ooxml.names import R, w
from app.ooxml.package import Package
from app.ooxml.relationships import remove_relationships, remove_whole
from app.text.quotation import quoted

_EMBEDDED = ("oleObject", "package", "aFChunk", "control", "ink", "subDocument")
_TEMPLATE = "attachedTemplate"
_MERGE = ("mailMergeSource", "mailMergeHeaderSource", "recipientData")
_MERGED = "mailMerge"
_LINK_FIELDS = (
    "LINK",
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "INCLUDE",
    "IMPORT",
    "DDE",
    "DDEAUTO",
    "DATABASE",
    "RD",
    "HYPERLINK",
)
_LINK_NAMES = {
    "image": "linked picture",
    "oleObject": "linked object",
    "subDocument": "subdocument",
    "frame": "frame",
    "aFChunk": "linked document",
    "hyperlink": "link",
    "video": "linked film",
}
_MACROS = ("vbaProject", "wordVbaData")
_KEYS = ("keyMapCustomizations", "attachedToolbars")
_SIGNATURE = "signature"
_IS_SILENT_TEMPLATE = ("normal.dotm", "normal.dot", "normal")
_ID = f"{{{R}}}id"
_NATIVE = "\x01Ole10Native"
_MAX_NATIVE = 4096  # bytes from its start in which its names stand


def find_embedded(contents: Contents) -> Iterator[Item]:
    """Yield files inside of the file."""
    programs = _programs(contents)
    details = [
        f"{posixpath.basename(part)} ({_size(contents, part)})"
        + programs.get((each.source, each.id), "")
        + _native_name(contents.package, part)
        for each, part in contents.parts(*_EMBEDDED)
    ]
    why = (
        "An embedded file leaves whole: all sheets of a workbook, not the part that is shown. Taking it out would take "
        "a part of the document; put a picture in its place in Word."
    )
    yield from item("embedded", "Embedded files", details, why, removable=False)


def find_external(contents: Contents) -> Iterator[Item]:
    """Yield links out of the file: everything that is fetched, and what names a disk or server of the house."""
    own = (_TEMPLATE, *_MERGE)
    details = [
        f"{_LINK_NAMES.get(each.kind, each.kind)} to {each.target}"
        for each in contents.relationships
        if each.is_external and each.kind not in own and (each.kind != "hyperlink" or is_local(each.target))
    ]
    details += [
        f"field {kind} with {argument.replace(chr(92) * 2, chr(92))}"
        for kind, argument in contents.fields
        if kind in _LINK_FIELDS and (kind != "HYPERLINK" or is_local(argument))
    ]
    why = (
        "They name servers, disks and users, and tell the owner of an address who opens the file. Change them in Word."
    )
    yield from item("external", "Links to other files", some(details), why, removable=False)


def find_template(contents: Contents) -> Iterator[Item]:
    """Yield the template that is attached, where its address says more than its name."""
    details = [
        each.target
        for each in contents.relationships
        if each.kind == _TEMPLATE and each.target.lower() not in _IS_SILENT_TEMPLATE
    ]
    why = "The address of a template names a user, a server or a product of your firm. The styles stay as they are."
    yield from item("template", "Attached template", some(details), why, removable=True)


def take_out_template(package: Package) -> frozenset[str]:
    """Detach the template."""
    return _take_out_cited(package, (_TEMPLATE,), _TEMPLATE)


def find_merge(contents: Contents) -> Iterator[Item]:
    """Yield where the data of a mail merge come from."""
    details = [each.target for each in contents.relationships if each.kind in _MERGE]
    for _, root in contents.settings:
        queries = root.iterfind(f"{w(_MERGED)}//{w('query')}")
        details += [f"query {quoted(query.get(w('val'), ''))}" for query in queries]
        details += ["a data source without an address"] if root.find(w(_MERGED)) is not None and not details else []
    why = "The source of a mail merge names a file or database with other people's data. The merged words stay."
    yield from item("mail-merge", "Source of a mail merge", some(details), why, removable=True)


def take_out_merge(package: Package) -> frozenset[str]:
    """Make the document an ordinary one again; fields keep the words they show."""
    return _take_out_cited(package, _MERGE, _MERGED)


def find_macros(contents: Contents) -> Iterator[Item]:
    """Yield programs and their settings."""
    details = [f"{part} ({_size(contents, part)})" for _, part in contents.parts(*_MACROS)]
    why = "Macros are programs; the recipient may refuse the file. Save it as .docx in Word to be rid of them."
    yield from item("macros", "Macros", details, why, removable=False)
    details = [f"{part} ({_size(contents, part)})" for _, part in contents.parts(*_KEYS)]
    why = "They name macros of a template or an add-in of your firm. Word keeps them with the document."
    yield from item("macros", "Keys and toolbars for macros", details, why, removable=False)


def find_add_ins(contents: Contents) -> Iterator[Item]:
    """Yield web extensions."""
    details = []
    for _, part in contents.parts("webextension"):
        references = [each.get("id", "") for each in contents.package.tree(part).iter("{*}reference")]
        details.append(f"add-in {', '.join(references[:1]) or part}")
    why = "Word asks the recipient to load these add-ins. Remove them in Word, under Add-ins."
    yield from item("add-ins", "Office add-ins", details, why, removable=False)


def find_signature(contents: Contents) -> Iterator[Item]:
    """Yield digital signatures, and lines that ask for one."""
    details = []
    for _, part in contents.parts(_SIGNATURE):
        root = contents.package.tree(part)
        issuer = next((" ".join((each.text or "").split()) for each in root.iter("{*}X509IssuerName")), "")
        at = next((value.text or "" for time in root.iter("{*}SignatureTime") for value in time.iter("{*}Value")), "")
        details.append("signed" + (f" {at}" if at else "") + (f", certificate of {issuer}" if issuer else ""))
    for _, root in contents.stories:
        for line in root.iter("{*}signatureline"):
            stated = {etree.QName(name).localname: str(value) for name, value in line.attrib.items()}
            signer = " ".join(stated.get(key, "") for key in ("suggestedsigner", "suggestedsigneremail")).strip()
            details.append(f"signature line for {signer or 'nobody named'}")
    why = "A digital signature covers the file as it is: any change, a tracked one too, makes it invalid."
    yield from item("signature", "Digital signature", details, why, removable=False)


def find_glossary(contents: Contents) -> Iterator[Item]:
    """Yield building blocks: texts that wait to be inserted."""
    details: list[str] = []
    for _, part in contents.parts("glossaryDocument"):
        for block in contents.package.tree(part).iter(w("docPart")):
            name = block.find(f"{w('docPartPr')}/{w('name')}")
            words = text_of(block)
            if words.strip():
                details.append(f"{'' if name is None else name.get(w('val'), '')}: {quoted(words)}")
        details = details or ["nothing but empty ones"]
    why = "Texts kept in the file to be inserted, such as prompts of content controls, which point to them."
    yield from item("glossary", f"Building blocks ({len(details)})", some(details), why, removable=False)


def _take_out_cited(package: Package, kinds: tuple[str, ...], tag: str) -> frozenset[str]:
    """Take `tag` out of the settings, and the relationships of `kinds`."""
    contents, changed = Contents(package), set[str]()
    for part, root in contents.settings:
        for element in root.findall(w(tag)):
            package.edit(part).remove(element)
            changed.add(part)
    for each in contents.relationships:
        if each.kind in kinds:
            changed |= {each.source} if each.is_external else set()
            if each.part is not None and package.has(each.part):
                changed |= remove_whole(package, each.part)
            else:
                remove_relationships(package, each.record, {each.id})
    return frozenset(changed)


def _programs(contents: Contents) -> dict[tuple[str, str], str]:
    """Return which program an embedded object is of, by the part that cites it and the id it cites."""
    found = {}
    for name, root in contents.stories:
        for element in root.iter("{*}OLEObject", w("altChunk"), w("control")):
            program = element.get("ProgID", "") or element.get(w("name"), "")
            found[name, element.get(_ID, "")] = f", {program}" if program else ""
    return found


def _size(contents: Contents, part: str) -> str:
    return counted(max(1, round(len(contents.package.read(part)) / 1024)), "KB", "KB")


def _native_name(package: Package, part: str) -> str:
    """Return the path that an embedded file had on its author's disk; "" where none is kept ([MS-OLEDS] 2.3.6)."""
    data = package.read(part)
    if not olefile.isOleFile(data=data):
        return ""
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            if not file.exists(_NATIVE):
                return ""
            stream = file.openstream(_NATIVE).read(_MAX_NATIVE)
    except (OSError, ValueError, IndexError):
        return ""
    pieces = stream[6:].split(b"\0", 2)  # after its size and two bytes of flags: its name, then its path
    path = pieces[1] if len(pieces) > 2 else b""
    return f", from {_decoded(path)}" if path else ""


def _decoded(path: bytes) -> str:
    try:
        return path.decode()
    except UnicodeDecodeError:
        return path.decode("cp1252", "replace")
