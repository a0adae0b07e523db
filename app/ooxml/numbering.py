"""Automatic numbers and bullets, as Word prints them before a paragraph (ECMA-376-1 17.9)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from app.ooxml.names import w
from app.ooxml.runs import is_on
from app.ooxml.styles import Styles, is_mark_deleted, value_of
from app.text.numerals import number_in_words, roman

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLETS = {"o": "◦", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "☐", "\uf076": "❖"}
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_CHICAGO = "*†‡§"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is printed before a paragraph.

    Attributes:
        text: "(a)", "2.1" or "•", without the tab or space after it.
        level: Level of the list, from 0.
        is_bullet: Whether it does not count.
    """

    text: str
    level: int
    is_bullet: bool


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list, overrides of its instance included."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str


@dataclass(slots=True)
class _Counter:
    """The numbers of one list so far, by level."""

    values: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Numbers the paragraphs of one story, which must come in document order.

    Instances (`w:num`) of one definition (`w:abstractNum`) count on together; a start override begins anew
    where its instance is used first.
    """

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums: dict[str, etree._Element] = {}
        self._abstracts: dict[str, etree._Element] = {}
        for child in () if root is None else root:
            if child.tag == w("num"):
                self._nums[child.get(w("numId"), "")] = child
            elif child.tag == w("abstractNum"):
                self._abstracts[child.get(w("abstractNumId"), "")] = child
        self._counters: dict[str, _Counter] = {}
        self._begun: set[tuple[str, int]] = set()
        self._levels: dict[str, tuple[str, dict[int, _Level]]] = {}

    def mark(self, p: etree._Element) -> Mark | None:
        """Return what is printed before `p`, and count it; None for a paragraph without automatic number.

        A paragraph whose end an earlier revision deletes is not counted: it is part of the next one.
        """
        if is_mark_deleted(p):
            return None
        num_id, level_index = self._list_of(p)
        if num_id not in self._nums:
            return None
        abstract_id, levels = self._levels_of(num_id)
        level = levels.get(level_index)
        if level is None:
            return None
        values = self._count(num_id, abstract_id, level_index, levels)
        if level.format == "bullet":
            return Mark(_bullet(level.text), level_index, is_bullet=True)
        text = _PLACE.sub(lambda place: self._show(int(place[1]) - 1, level, levels, values), level.text).strip()
        return Mark(text, level_index, is_bullet=False) if text else None

    def _list_of(self, p: etree._Element) -> tuple[str, int]:
        """Return the list and level of `p`: stated directly, or by its style; "" for none."""
        direct = p.find(f"{w('pPr')}/{w('numPr')}")
        num_id = None if direct is None else value_of(direct, "numId")
        level = None if direct is None else value_of(direct, "ilvl")
        style_id = self._styles.of_paragraph(p)
        if num_id is None or level is None:
            styled_num, styled_level = self._list_of_style(style_id)
            level = level if level is not None else str(styled_level) if num_id in (None, styled_num) else "0"
            num_id = num_id or styled_num
        return num_id, int(level) if level.isdigit() and int(level) < _LEVELS else 0

    def _list_of_style(self, style_id: str) -> tuple[str, int]:
        num_id, level = "", None
        for style in self._styles.chain(style_id):
            num_id = num_id or value_of(style, "pPr", "numPr", "numId") or ""
            level = level or value_of(style, "pPr", "numPr", "ilvl")
        if num_id in self._nums:
            _, levels = self._levels_of(num_id)
            names = [style.get(w("styleId"), "") for style in self._styles.chain(style_id)]
            linked = [index for name in names for index, each in levels.items() if name and each.style == name]
            if linked:
                return num_id, linked[0]
        return num_id, int(level) if level and level.isdigit() else 0

    def _levels_of(self, num_id: str) -> tuple[str, dict[int, _Level]]:
        """Return the definition of an instance and its levels, with the instance's overrides."""
        if num_id not in self._levels:
            abstract_id = self._definition(num_id)
            abstract = self._abstracts.get(abstract_id)
            levels = (
                {} if abstract is None else {_index(lvl): _read_level(lvl) for lvl in abstract.iterchildren(w("lvl"))}
            )
            for override in self._nums[num_id].iterchildren(w("lvlOverride")):
                replacement = override.find(w("lvl"))
                if replacement is not None:
                    levels[_index(override)] = _read_level(replacement)
            self._levels[num_id] = (abstract_id, levels)
        return self._levels[num_id]

    def _definition(self, num_id: str) -> str:
        """Return the `w:abstractNum` of an instance, by way of a numbering style where there is one (17.9.21)."""
        seen: set[str] = set()
        abstract_id = ""
        while num_id in self._nums and num_id not in seen:
            seen.add(num_id)
            abstract_id = value_of(self._nums[num_id], "abstractNumId") or ""
            link = value_of(self._abstracts[abstract_id], "numStyleLink") if abstract_id in self._abstracts else None
            if link is None:
                break
            chain = self._styles.chain(link)
            num_id = (value_of(chain[0], "pPr", "numPr", "numId") if chain else None) or ""
        return abstract_id

    def _count(self, num_id: str, abstract_id: str, index: int, levels: dict[int, _Level]) -> dict[int, int]:
        """Count one paragraph at level `index`; return the numbers of all levels above it and its own."""
        values = self._counters.setdefault(abstract_id, _Counter()).values
        start = self._start_override(num_id, index)
        if start is not None and (num_id, index) not in self._begun:
            values[index] = start
        else:
            values[index] = values[index] + 1 if index in values else levels[index].start
        self._begun.add((num_id, index))
        for deeper in [each for each in values if each > index]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or index < restart:
                del values[deeper]
        return values

    def _start_override(self, num_id: str, index: int) -> int | None:
        for override in self._nums[num_id].iterchildren(w("lvlOverride")):
            start = value_of(override, "startOverride")
            if _index(override) == index and start is not None and start.lstrip("-").isdigit():
                return int(start)
        return None

    def _show(self, index: int, level: _Level, levels: dict[int, _Level], values: dict[int, int]) -> str:
        """Return the number of level `index` inside the text of `level`."""
        other = levels.get(index)
        if other is None:
            return ""
        value = values.get(index, other.start)
        if level.legal and other.format != "none":
            return str(value)
        return format_number(value, other.format)


def format_number(value: int, style: str) -> str:
    """Return `value` in a number format of 17.18.59; formats that are not Latin are shown in decimals."""
    if style in ("none", "bullet"):
        return ""
    return _FORMATS.get(style, str)(value)


def _read_level(lvl: etree._Element) -> _Level:
    format_of = lvl.find(f".//{w('numFmt')}")
    start = value_of(lvl, "start")
    restart = value_of(lvl, "lvlRestart")
    legal = lvl.find(w("isLgl"))
    return _Level(
        start=int(start) if start is not None and start.isdigit() else 0,
        format="decimal" if format_of is None else format_of.get(w("val"), "decimal"),
        text=value_of(lvl, "lvlText") or "",
        restart=int(restart) if restart is not None and restart.isdigit() else None,
        legal=legal is not None and is_on(legal),
        style=value_of(lvl, "pStyle") or "",
    )


def _index(element: etree._Element) -> int:
    stated = element.get(w("ilvl"), "0")
    return int(stated) if stated.isdigit() else 0


def _bullet(text: str) -> str:
    if not text.strip() or "\ue000" <= text[0] <= "\uf8ff":
        return _BULLETS.get(text[:1], "•")
    return _BULLETS.get(text, text.strip())


def _letters(value: int) -> str:
    """Return a, b, ... z, aa, bb: Word repeats the letter."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 780 else str(value)


def _roman(value: int) -> str:
    return roman(value) if 0 < value < 4000 else str(value)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _words(value: int) -> str:
    return number_in_words(value) if 0 <= value < 1000 else str(value)


def _ordinal_words(value: int) -> str:
    words = _words(value)
    last = re.split(r"[ -]", words)[-1]
    ending = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return words[: len(words) - len(last)] + ending


def _chicago(value: int) -> str:
    return _CHICAGO[(value - 1) % 4] * ((value - 1) // 4 + 1) if value > 0 else str(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "hex": lambda value: f"{value:X}",
    "chicago": _chicago,
}
