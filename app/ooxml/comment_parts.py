"""The parts that say more about comments: their text, threads, durable ids and authors ([MS-DOCX] 2.2)."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from app.ooxml.names import MC, W14, W15, W16CID, R, W, w
from app.ooxml.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_IGNORABLE = f"{{{MC}}}Ignorable"

etree.register_namespace("w14", W14)  # the prefixes by which Word knows them, where a part has none for them
etree.register_namespace("mc", MC)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of part to which the main document has one relationship.

    Attributes:
        name: The last word of the type of that relationship; also what such a part is called where it is added.
        relationship: That type: one of ECMA-376 by its last word, one of Microsoft's in full.
        root: The tag of its root.
        prefixes: What it is to declare.
    """

    name: str
    relationship: str
    root: str
    prefixes: dict[str, str]


COMMENTS = Kind("comments", "comments", w("comments"), {"w": W, "r": R, "mc": MC, "w14": W14})
EXTENDED = Kind(
    "commentsExtended",
    "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    f"{{{W15}}}commentsEx",
    {"w15": W15},
)
IDS = Kind(
    "commentsIds",
    "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
    f"{{{W16CID}}}commentsIds",
    {"w16cid": W16CID},
)
PEOPLE = Kind(
    "people",
    "http://schemas.microsoft.com/office/2011/relationships/people",
    f"{{{W15}}}people",
    {"w15": W15},
)
KINDS = (COMMENTS, EXTENDED, IDS, PEOPLE)


def part_of(package: Package, kind: Kind) -> str | None:
    """Return the name of the part of this kind; None where the package has none."""
    return next(iter(package.related(package.main, kind.name)), None)


def edit_part(package: Package, kind: Kind) -> etree._Element:
    """Return the root of the part of this kind, for adding to it; the part is added where the package has none."""
    name = part_of(package, kind)
    if name is None:
        name = _free_name(package, kind.name)
        root = etree.Element(kind.root, nsmap=dict(kind.prefixes))
        if "w14" in kind.prefixes:
            root.set(_IGNORABLE, "w14")
        package.add_part(name, root, content_type=_TYPE.format(kind.name), kind=kind.relationship)
    return package.edit(name)


def make_ignorable(element: etree._Element, namespace: str) -> None:
    """Let readers that know nothing of `namespace`, which `element` uses, pass over it (ECMA-376-3 7.2).

    Said on the element itself where nothing around it says so, for what is around it is not ours to change.
    """
    for holder in (element, *element.iterancestors()):
        if namespace in (holder.nsmap.get(prefix) for prefix in holder.get(_IGNORABLE, "").split()):
            return
    prefix = next(prefix for prefix, uri in element.nsmap.items() if prefix is not None and uri == namespace)
    element.set(_IGNORABLE, f"{element.get(_IGNORABLE, '')} {prefix}".strip())


def _free_name(package: Package, base: str) -> str:
    folder = posixpath.dirname(package.main)
    name, number = posixpath.join(folder, f"{base}.xml"), 2
    while package.has(name):
        name = posixpath.join(folder, f"{base}{number}.xml")
        number += 1
    return name
