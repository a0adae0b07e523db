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
    formats: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is to look.

    Attributes:
        runs: All its text, in order; kept characters have one format, inserted ones that of the text they replace
            or of either neighbour.
        properties: Those of the paragraph in canonical form; None where the plan does not say.
    """

    runs: tuple[Formatted, ...]
    properties: bytes | None


def canonical(properties: etree._Element | None) -> bytes:
    """Return a `w:rPr` or `w:pPr` as bytes that are the same for all that say the same; b"" where they say nothing.

    Left out are revisions and, of a paragraph, its mark and section; the order says nothing.
    """
    return b"".join(sorted(map(_written, _said(properties))))


def _said(properties: etree._Element | None) -> list[etree._Element]:
    return [] if properties is None else [child for child in properties if child.tag not in _NO_PROPERTIES]


def _written(child: etree._Element) -> bytes:
    if child.tag == w("numPr"):
        return b"numPr:" + b"".join(sorted(map(_written, _said(child))))
    return etree.tostring(child, method="c14n", exclusive=True, with_tail=False)
