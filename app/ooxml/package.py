"""A Word file as a package of parts: read with limits, changed part by part, saved with all else as it was."""

import posixpath
import struct
import zlib
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from app.errors import EncryptedFileError, OverBudgetError, UnsupportedFormatError
from app.ooxml.archive import ArchiveWriter, stored_bytes
from app.ooxml.names import CONTENT_TYPES, RELATIONSHIPS, R, W, w
from app.ooxml.part_names import part_key, rels_of, source_of, target_of

_XML = (".xml", ".rels")
_TYPES = "[Content_Types].xml"
_STORY_KINDS = ("header", "footer", "footnotes", "endnotes")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_NAMES = (
    (_STRICT + "wordprocessingml/main", W),
    (_STRICT + "officeDocument/relationships", R),
)
_MAX_BYTES = 512 * 1024 * 1024  # of all members unpacked
_MAX_RATIO = 500  # deflate itself ends at about 1,030
_RATIO_FROM = 16 * 1024 * 1024  # below this size no ratio is suspicious
_MAX_MEMBERS = 20_000
_MAX_XML = 64 * 1024 * 1024  # of one part
_MAX_NODES = 2_500_000  # of all parts that are read: elements, texts and attributes, some 120 bytes each
_MEMBER = b"PK\x01\x02"  # begins the entry of a member in the list of all
_NEW_MEMBER_TIME = (1980, 1, 1, 0, 0, 0)  # the same input gives the same bytes
_UNREADABLE = (
    *(BadZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, RuntimeError, OSError, ValueError),
)
"""What the standard library raises on a damaged member."""
_NOT_WORD = "this is not a Word document (.docx); open it in Word and save it as .docx"
_OLD_WORD = "this is a file of Word 97-2003 (.doc); open it in Word and save it as .docx"
_DAMAGED = "the file is damaged or incomplete; get a fresh copy, or open it in Word and save it again"
_TOO_LARGE = "it unpacks to more than a document can need, so it was not opened; ask the sender for a clean copy"
_TOO_DEEP = "it is nested deeper, or made of more pieces, than a document can need; ask the sender for a clean copy"
_DECLARES = "it declares entities, which no Word file does, so it was not opened; ask the sender for a clean copy"
_PASSWORD = "it is protected by a password; open it in Word, remove the password and save it"  # noqa: S105 - words


def open_package(data: bytes, path: Path) -> "Package":
    """Return the package in `data`, the bytes of the file at `path`.

    Raises:
        EncryptedFileError: The file is protected by a password.
        UnsupportedFormatError: It is no package with a Word document in it, or is damaged.
        OverBudgetError: It unpacks to too much.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):  # a compound file, [MS-CFB] 2.2
        if _ENCRYPTED_STREAM in data:
            raise EncryptedFileError(path, _PASSWORD)
        raise UnsupportedFormatError(path, _OLD_WORD)
    if not data.startswith(b"PK"):
        raise UnsupportedFormatError(path, _NOT_WORD)
    if data.count(_MEMBER) > _MAX_MEMBERS:
        raise OverBudgetError(path, _TOO_LARGE)
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise UnsupportedFormatError(path, _DAMAGED) from error
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedFileError(path, _PASSWORD)
    if sum(member.file_size for member in members) > _MAX_BYTES or any(_is_bomb(member) for member in members):
        raise OverBudgetError(path, _TOO_LARGE)
    return Package(archive, path, data)


def _is_bomb(member: ZipInfo) -> bool:
    return member.file_size > _RATIO_FROM and member.file_size > _MAX_RATIO * max(member.compress_size, 1)


class Package:
    """An open package. Parts are addressed by their member name ("word/document.xml").

    Parts of a strict document are shown in the transitional namespace and saved in the strict one.

    Attributes:
        path: The file it was read from; only for messages.
        main: Name of the main document part.
    """

    def __init__(self, archive: ZipFile, path: Path, data: bytes) -> None:
        self.path = path
        self._archive = archive
        self._data = data
        self._infos = {member.filename: member for member in archive.infolist()}  # the last of a name counts
        self._lookup = {part_key(name): name for name in self._infos}
        self._trees: dict[str, etree._Element] = {}
        self._contents: dict[str, bytes] = {}  # of XML members that were read
        self._nodes: dict[str, int] = {}  # at most, of each part that was parsed
        self._strict: set[str] = set()
        self._whole: set[str] = set()  # members that were read, and so have the bytes that their checksums say
        self._relations: dict[str, dict[str, tuple[str, ...]]] = {}  # of each source, as the file has them
        self._edited: set[str] = set()
        self._added: list[str] = []
        self._media: dict[str, bytes] = {}  # of added parts that are no XML
        self._removed: set[str] = set()
        self.main = self._find_main()

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the file."""
        return sha256(self._data).hexdigest()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all members that the file had, in its order."""
        return tuple(self._infos)

    @property
    def records(self) -> tuple[str, ...]:
        """Names of the members that name an added part: the content types and the relationships of the document."""
        found = (self._lookup.get(part_key(name)) for name in (_TYPES, rels_of(self.main)))
        return tuple(name for name in found if name is not None)

    def has(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return (name in self._infos or name in self._added) and name not in self._removed

    def read(self, name: str) -> bytes:
        """Return the bytes of a member as the file had them.

        Raises:
            KeyError: The file had no such member.
            UnsupportedFormatError: The member is damaged.
        """
        if name in self._contents:
            return self._contents[name]
        try:
            data = self._archive.read(self._infos[name])
        except _UNREADABLE as error:
            raise UnsupportedFormatError(self.path, f"{_DAMAGED} (part {name})") from error
        self._whole.add(name)
        if name.endswith(_XML):
            self._contents[name] = data
        return data

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part, for reading; the same element at each call.

        Raises:
            KeyError: There is no such part.
            UnsupportedFormatError: The part is not well-formed XML.
        """
        if name not in self._trees:
            self._trees[name] = self.parse(name)
        return self._trees[name]

    def parse(self, name: str) -> etree._Element:
        """Return a new tree of an XML part as the file had it, whatever was edited.

        Raises:
            KeyError: The file had no such part.
            UnsupportedFormatError: The part is not well-formed XML, or declares entities.
            OverBudgetError: It is larger or deeper than a document can need.
        """
        if self._infos[name].file_size > _MAX_XML:
            raise OverBudgetError(self.path, f"{_TOO_DEEP} (part {name})")
        data = self.read(name)
        self._nodes[name] = data.count(b"<") + data.count(b"=")
        if sum(self._nodes.values()) > _MAX_NODES:
            raise OverBudgetError(self.path, f"{_TOO_DEEP} (part {name})")
        try:
            root = _parsed(data)
            if str(root.tag).startswith(f"{{{_STRICT_NAMES[0][0]}}}"):
                self._strict.add(name)
                xml = etree.tostring(root.getroottree())
                for strict, transitional in _STRICT_NAMES:
                    xml = xml.replace(f'"{strict}"'.encode(), f'"{transitional}"'.encode())
                root = _parsed(xml)
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
                raise OverBudgetError(self.path, f"{_TOO_DEEP} (part {name})") from error
            raise UnsupportedFormatError(self.path, f"{_DAMAGED} (part {name})") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnsupportedFormatError(self.path, f"{_DECLARES} (part {name})")
        return root

    def edit(self, name: str) -> etree._Element:
        """Return the root of an XML part, for changing: only parts asked for in this way are written anew."""
        self._edited.add(name)
        return self.tree(name)

    def stories(self) -> tuple[str, ...]:
        """Return the parts that hold text: the document, its headers, footers, footnotes and endnotes."""
        reachable = [name for kind in _STORY_KINDS for name in self.related(self.main, kind)]
        return tuple(dict.fromkeys((self.main, *reachable)))

    def related(self, source: str, kind: str) -> tuple[str, ...]:
        """Return the parts to which `source` ("" for the package) has a relationship of a kind such as "header"."""
        rels = self._lookup.get(part_key(rels_of(source)))
        if rels is None:
            return ()
        if rels in self._edited:
            return self._related(source, rels).get(kind, ())
        if source not in self._relations:
            self._relations[source] = self._related(source, rels)
        return self._relations[source].get(kind, ())

    def _related(self, source: str, rels: str) -> dict[str, tuple[str, ...]]:
        """Return the parts to which `source` has relationships, which stand in the part `rels`, by kind."""
        found: dict[str, list[str]] = {}
        for relationship in self.tree(rels).iterchildren(f"{{{RELATIONSHIPS}}}Relationship"):
            target = self._lookup.get(part_key(target_of(source, relationship.get("Target", ""))))
            if relationship.get("TargetMode") != "External" and target is not None:
                found.setdefault(relationship.get("Type", "").rsplit("/", 1)[-1], []).append(target)
        return {kind: tuple(targets) for kind, targets in found.items()}

    def targets(self, source: str) -> dict[str, str]:
        """Return where the relationships of `source` lead, by their id: an address, or the name of a part as stated."""
        found = self._lookup.get(part_key(rels_of(source)))
        relationships = () if found is None else self.tree(found).iterchildren(f"{{{RELATIONSHIPS}}}Relationship")
        return {each.get("Id", ""): each.get("Target", "") for each in relationships}

    def content_type(self, name: str) -> str:
        """Return the content type of a part; "" where none is declared."""
        found = self._lookup.get(part_key(_TYPES))
        if found is None:
            return ""
        types, default = self.tree(found), ""
        for entry in types.iterchildren(f"{{{CONTENT_TYPES}}}Override", f"{{{CONTENT_TYPES}}}Default"):
            if part_key(entry.get("PartName", "")) == part_key(name):
                return entry.get("ContentType", "")
            if entry.get("Extension", "").lower() == name.rsplit(".", 1)[-1].lower():
                default = entry.get("ContentType", "")
        return default

    def add_part(self, name: str, root: etree._Element, *, content_type: str, kind: str) -> None:
        """Add an XML part with its content type and a relationship of `kind` from the main document.

        `kind` is the last word of a type of ECMA-376, of which a strict document gets the strict one with a strict
        part, or another type in full.
        """
        self._added.append(name)
        self._lookup[part_key(name)] = name
        self._trees[name] = root
        self._edited.add(name)
        strict = self.main in self._strict
        if strict:
            self._strict.add(name)
        types = self._edit_types()
        etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": content_type})
        relationship = {
            "Id": "",
            "Type": kind if "/" in kind else f"{_STRICT_NAMES[1][0] if strict else R}/{kind}",
            "Target": posixpath.relpath("/" + name, "/" + posixpath.dirname(self.main)),
        }
        self._relate(rels_of(self.main), relationship)

    def add_media(self, source: str, data: bytes, *, ending: str, content_type: str) -> tuple[str, str]:
        """Add a picture to which the part `source` leads; return the id by which it does, and the name of the part."""
        number = 1
        while self.has(name := f"word/media/added{number}.{ending}"):
            number += 1
        self._added.append(name)
        self._lookup[part_key(name)] = name
        self._media[name] = data
        types = self._edit_types()
        defaults = {each.get("Extension", "").lower() for each in types.iterchildren(f"{{{CONTENT_TYPES}}}Default")}
        if ending.lower() not in defaults:
            types.insert(0, types.makeelement(f"{{{CONTENT_TYPES}}}Default", _default(ending, content_type)))
        strict = source in self._strict
        relationship = {
            "Id": "",
            "Type": f"{_STRICT_NAMES[1][0] if strict else R}/image",
            "Target": posixpath.relpath("/" + name, "/" + posixpath.dirname(source)),
        }
        return self._relate(rels_of(source), relationship), name

    def remove_part(self, name: str) -> None:
        """Take a part out, with its own relationships, its content type and every relationship that leads to it."""
        rels = self._lookup.get(part_key(rels_of(name)))
        for gone in filter(None, (name, rels)):
            self._removed.add(gone)
            self._edited.discard(gone)
            del self._lookup[part_key(gone)]
        types = self._edit_types()
        for entry in list(types.iterchildren(f"{{{CONTENT_TYPES}}}Override")):
            if part_key(entry.get("PartName", "")) in (part_key(name), part_key(rels or name)):
                types.remove(entry)
        for other in [other for other in self._lookup.values() if other.endswith(".rels")]:
            source = source_of(other)
            for relationship in list(self.tree(other).iterchildren(f"{{{RELATIONSHIPS}}}Relationship")):
                target = part_key(target_of(source, relationship.get("Target", "")))
                if relationship.get("TargetMode") != "External" and target == part_key(name):
                    self.edit(other).remove(relationship)

    def forget(self) -> None:
        """Let go of what was changed; the package is what the file has again."""
        for name in (*self._edited, *self._removed):
            self._trees.pop(name, None)
        self._edited.clear()
        self._added.clear()
        self._media.clear()
        self._removed.clear()
        self._lookup = {part_key(name): name for name in self._infos}

    def save(self) -> bytes:
        """Return the package as bytes: edited and added parts written anew, all other members as they lie in the file.

        Raises:
            UnsupportedFormatError: A member is damaged.
        """
        archive = ArchiveWriter()
        for name, info in self._infos.items():
            if name in self._removed:
                continue
            if name in self._edited:
                archive.add(info, self._bytes(name))
            else:
                self._check(name)
                archive.copy(info, self._stored(name))
        for name in (name for name in self._added if name not in self._removed):
            info = ZipInfo(name, _NEW_MEMBER_TIME)
            info.compress_type = ZIP_DEFLATED
            archive.add(info, self._media[name] if name in self._media else self._bytes(name))
        return archive.finish()

    def is_same(self, name: str, other: "Package") -> bool:
        """Return whether a member has the same bytes in the files of both packages."""
        self._check(name)
        mine, its = self._infos[name], other._infos[name]  # noqa: SLF001 - of the same class
        alike = (mine.compress_type, mine.CRC, mine.file_size) == (its.compress_type, its.CRC, its.file_size)
        same = alike and self._stored(name) == other._stored(name)  # noqa: SLF001
        return same or self.read(name) == other.read(name)

    def _check(self, name: str) -> None:
        """See that a member has the bytes that its checksum says.

        Raises:
            UnsupportedFormatError: It has not.
        """
        if name not in self._whole:
            self.read(name)

    def _stored(self, name: str) -> bytes:
        """Return the compressed bytes of a member."""
        try:
            return stored_bytes(self._archive, self._infos[name])
        except _UNREADABLE as error:
            raise UnsupportedFormatError(self.path, f"{_DAMAGED} (part {name})") from error

    def _bytes(self, name: str) -> bytes:
        tree = self._trees[name].getroottree()
        xml = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        if name in self._strict:
            for strict, transitional in _STRICT_NAMES:
                xml = xml.replace(f'"{transitional}"'.encode(), f'"{strict}"'.encode())
        return xml

    def _edit_types(self) -> etree._Element:
        """Return the root of the list of content types, for changing.

        Raises:
            UnsupportedFormatError: There is none: such a file can be read, but is no package.
        """
        found = self._lookup.get(part_key(_TYPES))
        if found is None:
            raise UnsupportedFormatError(self.path, f"{_DAMAGED} (part {_TYPES})")
        return self.edit(found)

    def _find_main(self) -> str:
        for name in self.related("", "officeDocument"):
            if self.tree(name).tag == w("document"):
                return name
        raise UnsupportedFormatError(self.path, _NOT_WORD)

    def _relate(self, rels: str, relationship: dict[str, str]) -> str:
        """Add a relationship to the part `rels`; return its id."""
        found = self._lookup.get(part_key(rels))
        if found is None:
            found = rels
            self._added.append(rels)
            self._lookup[part_key(rels)] = rels
            self._trees[rels] = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
        root = self.edit(found)
        taken = {existing.get("Id") for existing in root}
        number = len(root) + 1
        while f"rId{number}" in taken:
            number += 1
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", relationship | {"Id": f"rId{number}"})
        return f"rId{number}"


def _default(ending: str, content_type: str) -> dict[str, str]:
    return {"Extension": ending, "ContentType": content_type}


def _parsed(xml: bytes) -> etree._Element:
    """Return the root of an XML text: entities are left as they are, and the limits of libxml2 hold.

    Without `collect_ids=False`: with it libxml2 2.14 loads an external DTD, whatever `load_dtd` says.
    """
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))
