"""What style sheets and style attributes say of an element, as far as it changes how a contract is read."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACES = re.compile(r"[{}]")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
_LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(pt|px|in|em|rem|cm|mm|pc|%)?", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "em": 11.0, "rem": 11.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "%": 4.68}
_MAX_SHEET = 1_000_000  # characters
_MAX_ATTRIBUTE = 2000
_MAX_POINTS = 5000.0
_PAGE_BREAK = re.compile(r"(?:page-)?break-(before|after)$")


class Css(NamedTuple):
    """What is said of an element; None where nothing is said.

    Attributes:
        left: Margin and padding on the left, in points.
        first: Indent of the first line, in points.
        list_style: Such as "lower-alpha" or "none".
        breaks: Sides on which a page ends: "before", "after".
        is_marker: Whether Word put the number or bullet of a list item into it.
    """

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    display: str = ""
    left: float = 0.0
    first: float | None = None
    list_style: str = ""
    breaks: tuple[str, ...] = ()
    is_marker: bool = False


_Declarations = tuple[tuple[str, str], ...]


class Sheet:
    """The style sheets of a page: rules for a tag, a class or a tag with a class; other selectors are passed over."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        for sheet in sheets:
            for selector, body in _rules(_COMMENT.sub(" ", sheet[:_MAX_SHEET])):
                self._add(selector, declarations(body))
        self._known: dict[tuple[str, str, str], Css] = {}

    def of(self, element: etree._Element) -> Css:
        """Return what is said of `element`."""
        key = (str(element.tag), element.get("class", "")[:_MAX_ATTRIBUTE], element.get("style", "")[:_MAX_ATTRIBUTE])
        css = self._known.get(key)
        if css is None:
            css = self._known[key] = _read(self._all(*key))
        return css

    def _all(self, tag: str, classes: str, style: str) -> Iterator[tuple[str, str]]:
        names = classes.split() if self._rules else []
        for place in ((tag, ""), *(("", name) for name in names), *((tag, name) for name in names)):
            yield from self._rules.get(place, {}).items()
        yield from declarations(style)

    def _add(self, selectors: str, said: _Declarations) -> None:
        for selector in selectors.split(","):
            match = _SELECTOR.fullmatch(selector.strip())
            if match is not None and match[0] and said:
                place = ((match[1] or "").lower(), match[2] or "")
                self._rules.setdefault(place, {}).update(said)


@lru_cache(maxsize=4096)
def declarations(style: str) -> _Declarations:
    """Return the properties of a style attribute with their values, both in small letters."""
    if not style:
        return ()
    pairs = (piece.partition(":") for piece in style.lower().split(";"))
    return tuple((name.strip(), value.replace("!important", "").strip()) for name, sign, value in pairs if sign)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and bodies of the rules that always hold; those inside "@media" and the like do not."""
    depth, selector, skip, end = 0, "", 0, 0
    for match in _BRACES.finditer(sheet):
        before, end = sheet[end : match.start()], match.end()
        if match[0] == "{":
            depth += 1
            selector = before.rsplit(";", 1)[-1].strip()
            if selector.startswith("@") and not skip:
                skip = depth
        else:
            if not skip:
                yield selector, before
            if depth == skip:
                skip = 0
            depth = max(0, depth - 1)


def _read(said: Iterable[tuple[str, str]]) -> Css:
    values = dict(said)
    if not values:
        return _NOTHING
    return Css(
        bold=_bold(values),
        italic=_slant(values),
        underline=_underline(values),
        hidden=_hidden(values),
        display=values.get("display", ""),
        left=_left(values, "margin") + _left(values, "padding"),
        first=_points(values["text-indent"]) if "text-indent" in values else None,
        list_style=_list_style(values),
        breaks=tuple(match[1] for name, value in values.items() if (match := _break(name, value))),
        is_marker="ignore" in values.get("mso-list", ""),
    )


_NOTHING = Css()


def _bold(values: dict[str, str]) -> bool | None:
    weight = values.get("font-weight", "")
    if not weight and "font" in values:
        weight = "bold" if re.search(r"\bbold(?:er)?\b|\b[6-9]00\b", values["font"]) else "normal"
    if weight.isdigit():
        return int(weight[:4]) >= 600
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(weight)


def _slant(values: dict[str, str]) -> bool | None:
    slant = values.get("font-style", "")
    if not slant and "font" in values:
        slant = "italic" if re.search(r"\b(?:italic|oblique)\b", values["font"]) else "normal"
    return {"italic": True, "oblique": True, "normal": False}.get(slant)


def _underline(values: dict[str, str]) -> bool | None:
    line = values.get("text-decoration", "") + " " + values.get("text-decoration-line", "")
    return None if not line.strip() else "underline" in line


def _hidden(values: dict[str, str]) -> bool | None:
    visibility = values.get("visibility", "")
    if values.get("display") == "none" or visibility in ("hidden", "collapse") or values.get("mso-hide") == "all":
        return True
    return False if visibility == "visible" else None


def _left(values: dict[str, str], name: str) -> float:
    """Return the left margin or padding in points."""
    sides = values.get(name, "").split()
    shorthand = sides[3] if len(sides) == 4 else sides[1] if len(sides) > 1 else sides[0] if sides else ""
    return _points(values.get(f"{name}-left", shorthand))


def _points(length: str) -> float:
    match = _LENGTH.match(length)
    if match is None:
        return 0.0
    points = float(match[1][:12]) * _POINTS[(match[2] or "px").lower()]
    return max(-_MAX_POINTS, min(_MAX_POINTS, points))


def _list_style(values: dict[str, str]) -> str:
    return values.get("list-style-type", "") or next(iter(values.get("list-style", "").split()), "")


def _break(name: str, value: str) -> re.Match[str] | None:
    return _PAGE_BREAK.match(name) if value in ("always", "page", "left", "right") else None
