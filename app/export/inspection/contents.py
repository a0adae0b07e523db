"""A Word file opened for inspection: its parts, who leads to whom, and what its words are drawn from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from app.model.inspection import Item, ItemKind
from app.ooxml.names import W15, w
from app.ooxml.package import Package
from app.ooxml.relationships import Relationship, relationships_of
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.styles import Styles

MOST = 6
"""Lines of one sort; the others are counted."""

_INSTRUCTIONS = (w("instrText"), w("delInstrText"))
_BETWEEN = " \x00 "  # of two fields; stands in no document
_FIELD = re.compile(r'\b([A-Z]{3,})\s+(?:"([^"\x00]*)"|([^\s\\\x00]+))', re.IGNORECASE)
_BINDINGS = (w("dataBinding"), f"{{{W15}}}dataBinding")
_LAST_STEP = re.compile(r"(?:\w+:)?(\w+)(?:\[\d+\])?/?$")
_LOCAL = re.compile(r"(?i)^(?:file:|\\\\|[a-z]:[\\/]|/(?:users|home|volumes)/)")


@dataclass(frozen=True, slots=True)
class Binding:
    """A content control that shows a value kept elsewhere in the file (ECMA-376-1 17.5.2.6).

    Attributes:
        control: Its title, or tag; "" for none.
        store: Id of the custom XML part or of the properties it is bound to, in lower case; "" for any.
        value: Name of the element it is bound to, in lower case.
        shown: Words it shows.
    """

    control: str
    store: str
    value: str
    shown: str


class Contents:
    """What finders of items look at. Nothing of it is changed by them."""

    def __init__(self, package: Package) -> None:
        self.package = package

    @cached_property
    def relationships(self) -> tuple[Relationship, ...]:
        """All relationships of the package."""
        return relationships_of(self.package)

    @cached_property
    def stories(self) -> tuple[tuple[str, etree._Element], ...]:
        """The parts that hold text, by name."""
        return tuple((name, self.package.tree(name)) for name in self.package.stories())

    @cached_property
    def settings(self) -> tuple[tuple[str, etree._Element], ...]:
        """The settings of the document, by the name of their part: one, or none."""
        return tuple(
            (name, self.package.tree(name)) for name in self.package.related(self.package.main, "settings")[:1]
        )

    @cached_property
    def styles(self) -> Styles:
        """The styles of the document."""
        part = next(iter(self.package.related(self.package.main, "styles")), None)
        return Styles(None if part is None else self.package.tree(part))

    @cached_property
    def instructions(self) -> str:
        """The instructions of all fields."""
        parts: list[str] = []
        for _, root in self.stories:
            for element in root.iter(*_INSTRUCTIONS, w("fldChar"), w("fldSimple")):
                parts.append(element.get(w("instr"), "") if element.tag == w("fldSimple") else element.text or "")
                if element.tag not in _INSTRUCTIONS:
                    parts.append(_BETWEEN)
        return "".join(parts)

    @cached_property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The kind of each field that has an argument, in capitals, and its first argument."""
        return tuple((kind.upper(), quoted or plain) for kind, quoted, plain in _FIELD.findall(self.instructions))

    @cached_property
    def bindings(self) -> tuple[Binding, ...]:
        """The content controls bound to values."""
        return tuple(_binding(element) for _, root in self.stories for element in root.iter(*_BINDINGS))

    def parts(self, *kinds: str) -> Iterator[tuple[Relationship, str]]:
        """Yield the parts to which relationships of these kinds lead, once each."""
        seen: set[str] = set()
        for each in self.relationships:
            if each.kind in kinds and each.part is not None and each.part not in seen:
                seen.add(each.part)
                yield each, each.part


def _binding(element: etree._Element) -> Binding:
    stated = {etree.QName(name).localname: str(value) for name, value in element.attrib.items()}
    step = _LAST_STEP.search(stated.get("xpath", ""))
    properties = element.getparent()
    names = () if properties is None else properties.iterchildren(w("alias"), w("tag"))
    control = None if properties is None else properties.getparent()
    return Binding(
        control=next((name.get(w("val"), "") for name in names), ""),
        store=stated.get("storeItemID", "").lower(),
        value=step[1].lower() if step else "",
        shown="" if control is None else "".join(control.itertext(w("t"))),
    )


def is_local(address: str) -> bool:
    """Return whether an address is a path on a disk or on a server of a house."""
    return bool(_LOCAL.match(address.strip().strip('"')))


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {plural or noun + 's'}"


def some(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the first of `lines`, those that say the same once, and how many there are beyond."""
    listed = tuple(dict.fromkeys(lines))
    return listed if len(listed) <= MOST + 1 else (*listed[:MOST], f"and {len(listed) - MOST} more")


def item(kind: ItemKind, title: str, details: Iterable[str], why: str, *, removable: bool) -> Iterator[Item]:
    """Yield an item, or nothing where there are no details."""
    lines = tuple(details)
    if lines:
        yield Item(kind, title, lines, removable=removable, why=why)


def text_of(root: etree._Element) -> str:
    """Return the words of all paragraphs of `root`."""
    return " ".join(text for text in (read_text(p).text for p in paragraphs_of(root)) if text.strip())
