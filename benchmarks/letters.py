"""The characters of a paragraph that can be changed as an editor would: read, replaced, set in another look."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from word_files import DELETED, XML_SPACE, own, w

_LOOKS = ("rStyle", "rFonts", "b", "bCs", "i", "iCs")
"""The first of what run properties hold, in order (ECMA-376-1 17.3.2.28)."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a paragraph, and where it stands."""

    sign: str
    t: etree._Element
    offset: int


def letters_of(p: etree._Element, barred: set[etree._Element] = frozenset()) -> list[Letter]:
    """Return the characters of a paragraph; those of deleted text, and of runs that are `barred`, left out."""
    gone = tuple(map(w, (*DELETED, "fldSimple")))
    return [
        Letter(sign, t, offset)
        for t in own(p, "t")
        if t.getparent() not in barred and next(t.iterancestors(*gone), None) is None
        for offset, sign in enumerate(t.text or "")
    ]


def runs_in_fields(root: etree._Element) -> set[etree._Element]:
    """Return the runs of a story that belong to fields, whose text a program works out."""
    found, depth = set(), 0
    for r in root.iter(w("r")):
        for each in r.iter(w("fldChar")):
            depth += {"begin": 1, "end": -1}.get(each.get(w("fldCharType"), ""), 0)
            found.add(r)
        if depth > 0 or r.find(w("instrText")) is not None:
            found.add(r)
    return found


def text_of(letters: Sequence[Letter]) -> str:
    """Return the characters as text."""
    return "".join(letter.sign for letter in letters)


def replace(letters: Sequence[Letter], start: int, end: int, text: str) -> None:
    """Put `text` for the characters [start, end), in the look of the first of them, or of the one before."""
    spot = letters[start] if start < end else letters[max(0, start - 1)]
    at = spot.offset if start < end or start == 0 else spot.offset + 1
    cuts: dict[etree._Element, list[int]] = {spot.t: []}
    for letter in letters[start:end]:
        cuts.setdefault(letter.t, []).append(letter.offset)
    for t, offsets in cuts.items():
        gone = set(offsets)
        kept = [("" if offset in gone else sign) for offset, sign in enumerate(t.text or "")]
        if t is spot.t:
            kept.insert(at, text)
        write(t, "".join(kept))


def write(t: etree._Element, text: str) -> None:
    """Set a text, blanks at its ends kept."""
    t.text = text
    t.set(XML_SPACE, "preserve")


def runs_of(letters: Sequence[Letter]) -> list[etree._Element]:
    """Cut the runs so that these characters, which follow one another, have runs of their own; return those."""
    stretches: dict[etree._Element, list[int]] = {}
    for letter in letters:
        stretches.setdefault(letter.t, []).append(letter.offset)
    return [_run_of(t, offsets[0], offsets[-1] + 1) for t, offsets in stretches.items()]


def _run_of(t: etree._Element, start: int, end: int) -> etree._Element:
    """Return a run with the characters [start, end) of a text; what stands before and after gets runs like it."""
    r, text = t.getparent(), t.text or ""
    content = [each for each in r if each.tag != w("rPr")]
    at = content.index(t)
    before, after = content[:at], content[at + 1 :]
    if text[:start] or before:
        r.addprevious(_run_like(r, [*before, *_texts(text[:start])]))
    if text[end:] or after:
        r.addnext(_run_like(r, [*_texts(text[end:]), *after]))
    write(t, text[start:end])
    return r


def _run_like(r: etree._Element, content: Sequence[etree._Element]) -> etree._Element:
    other = etree.Element(w("r"))
    other.extend(deepcopy(each) for each in r.findall(w("rPr")))
    other.extend(content)
    return other


def _texts(text: str) -> list[etree._Element]:
    if not text:
        return []
    t = etree.Element(w("t"))
    write(t, text)
    return [t]


def toggle(r: etree._Element, name: str) -> None:
    """Set a run bold ("b") or slanted ("i"), or upright where it is so already."""
    rPr = r.find(w("rPr"))
    if rPr is None:
        rPr = etree.Element(w("rPr"))
        r.insert(0, rPr)
    found = rPr.find(w(name))
    if found is not None:
        rPr.remove(found)
        return
    before = [w(each) for each in _LOOKS[: _LOOKS.index(name)]]
    rPr.insert(sum(each.tag in before for each in rPr), etree.Element(w(name)))


def words_in(text: str) -> list[re.Match[str]]:
    """Return the words of a text that are longer than one letter or a number."""
    return list(re.finditer(r"[^\W_](?:[\w’'-]*[^\W_])?", text))
