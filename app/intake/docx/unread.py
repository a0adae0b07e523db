"""What a Word file holds that may have words and cannot be read: pictures, objects, diagrams, formulas."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

_DRAWN = {
    "chart": "chart",
    "chartSpace": "chart",
    "relIds": "diagram (SmartArt)",
    "OLEObject": "embedded object",
    "altChunk": "embedded document",
    "subDoc": "subdocument in another file",
    "contentPart": "ink drawing",
}
_FORMULA = "oMath"
_LARGE = 100 * 360_000 * 360_000  # 100 square centimetres, in square EMU
_POINT = 12_700  # EMU
_SIZE = re.compile(r"(width|height):\s*([0-9.]{1,9})(pt|in|cm|mm)")
_EMU = {"pt": _POINT, "in": 914_400, "cm": 360_000, "mm": 36_000}
_TAGS = tuple(f"{{*}}{tag}" for tag in (*_DRAWN, _FORMULA, "pic", "imagedata"))
_FALLBACK = "Fallback"
_SHOWN = 80  # characters of formulas


def count_unread(root: etree._Element, counted: Counter[str], formulas: list[str]) -> None:
    """Add to `counted` what a part holds by its kind, and to `formulas` the signs of each."""
    for element in root.iter(*_TAGS):
        kind = etree.QName(element).localname
        if any(etree.QName(each).localname == _FALLBACK for each in element.iterancestors()):
            continue
        if kind == _FORMULA:
            signs = " ".join("".join(islice(element.itertext("{*}t"), _SHOWN)).split())[: _SHOWN + 1]
            if any(map(str.isalnum, signs)):
                formulas.append(signs)
        elif kind in _DRAWN:
            counted[_DRAWN[kind]] += 1
        elif _is_large(element):
            counted["large picture"] += 1


def unread_lines(counted: Mapping[str, int], formulas: list[str]) -> Iterator[str]:
    """Yield a line for each kind, in words for the reader."""
    for kind, count in counted.items():
        if count == 1:
            yield f"1 {kind} was not read; words in it are not checked"
        else:
            yield f"{count} {kind}s were not read; words in them are not checked"
    if formulas:
        signs = ", ".join(formulas)
        shown = signs if len(signs) <= _SHOWN else f"{signs[:_SHOWN]}..."
        noun = "1 formula was" if len(formulas) == 1 else f"{len(formulas)} formulas were"
        yield f"{noun} not read: {shown}"


def _is_large(picture: etree._Element) -> bool:
    """Tell whether a picture is large enough to be a scanned page or table."""
    shape = picture.getparent()
    if shape is not None and etree.QName(picture).localname == "imagedata":
        sides = {side: _emu(size, unit) for side, size, unit in _SIZE.findall(shape.get("style", ""))}
        return sides.get("width", 0) * sides.get("height", 0) >= _LARGE
    for extent in picture.iter("{*}ext"):
        width, height = extent.get("cx", ""), extent.get("cy", "")
        if width.isdecimal() and height.isdecimal():
            return int(width) * int(height) >= _LARGE
    return False


def _emu(size: str, unit: str) -> float:
    try:
        return float(size) * _EMU[unit]
    except ValueError:
        return 0
