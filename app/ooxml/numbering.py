"""Automatic numbers and bullets, as Word prints them before a paragraph (ECMA-376-1 17.9)."""

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from app.ooxml.names import w
from app.ooxml.number_formats import format_custom, format_number
from app.ooxml.runs import is_on
from app.ooxml.styles import Properties, Styles, value_of
from app.ooxml.symbols import symbol

_LEVELS = 9
_NO_LIST = "0"
_LONGEST = 200  # characters around the numbers of a level
_PLACE = re.compile(r"%([1-9])")
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_BULLETS = {"o": "◦", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "☐", "\uf076": "❖"}
_LISTED, _NUM_ID, _LEVEL, _VAL = w("numPr"), w("numId"), w("ilvl"), w("val")
_KEPT_IN_LEGAL = ("none", "decimalZero")  # Word's own "Section 1.01" is legal


@dataclass(frozen=True, slots=True)
class Mark:
    """What is printed before a paragraph.

    Attributes:
        text: "(a)", "2.1" or "•", without the tab or space after it.
        level: Level of the list, from 0.
    """

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list, overrides of its instance included.

    Attributes:
        custom: First numbers of a format of its own; "" for one with a name.
        restart: 1-based index of the level that begins it anew, 0 for never; None where each level above does.
    """

    start: int
    format: str
    custom: str
    text: str
    restart: int | None
    legal: bool
    style: str
    bullet: str

    def show(self, value: int) -> str:
        """Return `value` as this level prints it."""
        return format_custom(value, self.custom) if self.custom else format_number(value, self.format)


@dataclass(frozen=True, slots=True)
class _List:
    """An instance (`w:num`) of a definition.

    Attributes:
        definition: Its `w:abstractNum`.
        starts: Levels that begin anew with a number of the instance's own.
    """

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Numbers the paragraphs of one story, which must come in document order.

    Instances (`w:num`) of one definition (`w:abstractNum`) count on together; a start override begins anew
    where its instance is used first.
    """

    def __init__(self, lists: "Lists") -> None:
        self._lists = lists
        self._counters: dict[str, dict[int, int]] = {}  # by definition and level
        self._begun: set[tuple[str, int]] = set()

    def mark(self, properties: Properties) -> Mark | None:
        """Return what is printed before the paragraph with these properties, and count it; None for nothing."""
        num_id, index = self._lists.of_paragraph(properties)
        used = self._lists.find(num_id)
        level = None if used is None else used.levels.get(index)
        if used is None or level is None:
            return None
        values = self._count(num_id, used, index)
        if level.format == "bullet":
            return Mark(level.bullet, index) if level.bullet else None
        text = _PLACE.sub(lambda place: _shown(int(place[1]) - 1, level, used, values), level.text).strip()
        return Mark(text, index) if text else None

    def _count(self, num_id: str, used: _List, index: int) -> dict[int, int]:
        """Count one paragraph at level `index`; return the numbers of all levels above it and its own.

        A level above that was passed over counts as begun, so that the next paragraph there is its second.
        """
        values = self._counters.setdefault(used.definition, {})
        for level in (*(above for above in range(index) if above in used.levels and above not in values), index):
            start = used.starts.get(level)
            if level in values and (start is None or (num_id, level) in self._begun):
                values[level] += 1
            else:
                values[level] = used.levels[level].start if start is None else start
            self._begun.add((num_id, level))
        for deeper in [each for each in values if each > index]:
            restart = used.levels[deeper].restart if deeper in used.levels else None
            if restart is None or index < restart:
                del values[deeper]
        return values


class Lists:
    """The lists of `word/numbering.xml`, and which of them a paragraph is in."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums: dict[str, etree._Element] = {}
        self._abstracts: dict[str, etree._Element] = {}
        for child in () if root is None else root:
            if child.tag == w("num"):
                self._nums[child.get(w("numId"), "")] = child
            elif child.tag == w("abstractNum"):
                self._abstracts[child.get(w("abstractNumId"), "")] = child
        self.find = cache(self._find)
        self._of_style = cache(self._list_of_style)

    def of_paragraph(self, properties: Properties) -> tuple[str, int]:
        """Return the list and level of a paragraph: stated directly, or by its style; "" for none."""
        num_id = level = None
        for stated in properties.get(_LISTED, ()):
            if stated.tag == _NUM_ID:
                num_id = stated.get(_VAL)
            elif stated.tag == _LEVEL:
                level = _whole(stated.get(_VAL))
        if num_id is None or level is None:
            styled_num, styled_level = self._of_style(self._styles.of_paragraph(properties))
            if level is None:
                level = styled_level if num_id in (None, styled_num) else 0
            num_id = num_id or styled_num
        return num_id, level if level < _LEVELS else 0

    def _list_of_style(self, style_id: str) -> tuple[str, int]:
        num_id, level = "", None
        chain = self._styles.chain(style_id)
        for style in chain:
            num_id = num_id or value_of(style, "pPr", "numPr", "numId") or ""
            level = _whole(value_of(style, "pPr", "numPr", "ilvl")) if level is None else level
        used = self.find(num_id)
        if used is not None:
            names = [style.get(w("styleId"), "") for style in chain]
            linked = (index for name in names for index, each in used.levels.items() if name and each.style == name)
            level = next(linked, level)
        return num_id, level or 0

    def _find(self, num_id: str) -> _List | None:
        """Return the list with this id; None where there is none."""
        num = self._nums.get(num_id)
        if num is None or num_id == _NO_LIST:
            return None
        definition = self._definition(num_id)
        abstract = self._abstracts.get(definition)
        levels = {} if abstract is None else {_index(lvl): _read_level(lvl) for lvl in abstract.iterchildren(w("lvl"))}
        starts: dict[int, int] = {}
        for override in num.iterchildren(w("lvlOverride")):
            replacement = override.find(w("lvl"))
            if replacement is not None:
                levels[_index(override)] = _read_level(replacement)
            start = _whole(value_of(override, "startOverride"))
            if start is not None:
                starts[_index(override)] = start
        return _List(definition, levels, starts)

    def _definition(self, num_id: str) -> str:
        """Return the `w:abstractNum` of an instance, by way of a numbering style where there is one (17.9.21)."""
        seen: set[str] = set()
        definition = ""
        while num_id in self._nums and num_id not in seen:
            seen.add(num_id)
            definition = value_of(self._nums[num_id], "abstractNumId") or ""
            link = value_of(self._abstracts[definition], "numStyleLink") if definition in self._abstracts else None
            if link is None:
                break
            chain = self._styles.chain(link)
            num_id = (value_of(chain[0], "pPr", "numPr", "numId") if chain else None) or ""
        return definition


def _shown(index: int, level: _Level, used: _List, values: dict[int, int]) -> str:
    """Return the number of level `index` inside the text of `level`."""
    other = used.levels.get(index)
    if other is None:
        return ""
    value = values.get(index, other.start)
    return str(value) if level.legal and other.format not in _KEPT_IN_LEGAL else other.show(value)


def _read_level(lvl: etree._Element) -> _Level:
    format_of = lvl.find(f".//{w('numFmt')}")  # a newer format is the first of alternatives
    name = "decimal" if format_of is None else format_of.get(w("val"), "decimal")
    legal = lvl.find(w("isLgl"))
    text = (value_of(lvl, "lvlText") or "")[:_LONGEST]
    return _Level(
        start=_whole(value_of(lvl, "start")) or 0,
        format=name,
        custom="" if format_of is None or name != "custom" else format_of.get(w("format"), ""),
        text=text,
        restart=_whole(value_of(lvl, "lvlRestart")),
        legal=legal is not None and is_on(legal),
        style=value_of(lvl, "pStyle") or "",
        bullet=_bullet(lvl, text) if name == "bullet" else "",
    )


def _bullet(lvl: etree._Element, text: str) -> str:
    """Return the bullet of a level: a picture and what only a font of its own can show become a plain one."""
    if lvl.find(w("lvlPicBulletId")) is not None:
        return "•"
    sign = text.strip()
    if sign in _BULLETS:
        return _BULLETS[sign]
    fonts = lvl.find(f"{w('rPr')}/{w('rFonts')}")
    shown = "".join(symbol("" if fonts is None else fonts.get(w("ascii"), ""), ord(each)) for each in sign)
    return "•" if "\ufffd" in shown else shown


def _index(element: etree._Element) -> int:
    return _whole(element.get(w("ilvl"))) or 0


def _whole(stated: str | None) -> int | None:
    return int(stated) if stated is not None and _NUMBER.fullmatch(stated) else None
