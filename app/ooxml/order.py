"""The order that the schema wants of run and paragraph properties (ECMA-376-1 A.1, CT_RPr, CT_PPr and CT_NumPr)."""

from lxml import etree

from app.ooxml.names import w

_RUN = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RANKS = {
    w("rPr"): {w(tag): rank for rank, tag in enumerate(_RUN.split())},
    w("pPr"): {w(tag): rank for rank, tag in enumerate(_PARAGRAPH.split())},
    w("numPr"): {w("ilvl"): 0, w("numId"): 1},
}


def put_in_order(properties: etree._Element) -> None:
    """Sort the children of a `w:rPr`, `w:pPr` or `w:numPr` that are out of order; what they say stays the same.

    Other programs write them in any order; what we copy from them shall be valid.
    """
    ranks = _RANKS[str(properties.tag)]
    children = list(properties)
    properties[:] = sorted(children, key=lambda child: ranks.get(str(child.tag), len(ranks)))
