"""How paragraphs are to look once planned changes are accepted, in a form that can be compared."""

from dataclasses import dataclass

from lxml import etree

from app.ooxml.names import w

_NO_PROPERTIES = frozenset(
    map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "rPr", "sectPr", "pPrChange", "numberingChange"))
)


@dataclass(frozen=True, slots=True)
class Formatted:
    """Characters side by side, and what their run properties may be, each in canonical form."""

    length: int
    formats: frozenset[str]


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is to look.

    Attributes:
        runs: All its text, in order; kept characters have one format, inserted ones that of the text they replace
            or of either neighbour.
        properties: Those of the paragraph in canonical form; None where the plan does not say.
    """

    runs: tuple[Formatted, ...]
    properties: str | None


def canonical(properties: etree._Element | None) -> str:
    """Return a `w:rPr` or `w:pPr` as text that is the same for all that say the same; "" where they say nothing.

    Left out are revisions and, of a paragraph, its mark and section; order, prefixes and repetition say nothing.
    """
    said = () if properties is None else properties
    return "".join(sorted({_written(child) for child in said if child.tag not in _NO_PROPERTIES}))


def _written(element: etree._Element) -> str:
    stated = sorted((str(name), str(value)) for name, value in element.attrib.items())
    attributes = "".join(f" {name}={value!r}" for name, value in stated)
    return f"<{element.tag!s}{attributes}>{canonical(element)}</>"
