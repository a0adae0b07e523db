"""Ranges that say what was moved, and which content controls came or went (ECMA-376-1 17.13.5.4 to 11, 23 to 28)."""

from collections.abc import Callable, Collection

from lxml import etree

from app.ooxml.names import w
from app.ooxml.removal import unwrap

Choice = Callable[[etree._Element], bool]  # noqa: SLF001 - lxml's own name for its type
"""Whether a revision, given by its mark, is to be resolved."""

_MOVES = {w("moveFrom"): "moveFromRange", w("moveTo"): "moveToRange"}
_CONTROLS = tuple(map(w, ("sdt", "customXml", "smartTag")))
_CONTROL_RANGES = {
    w("ins"): "customXmlInsRange",
    w("del"): "customXmlDelRange",
    w("moveFrom"): "customXmlMoveFromRange",
    w("moveTo"): "customXmlMoveToRange",
}
_STARTS = {w(f"{kind}Start"): kind for kind in (*_MOVES.values(), *_CONTROL_RANGES.values())}
_ENDS = {w(f"{kind}End"): kind for kind in _STARTS.values()}
RANGE_STARTS = tuple(_STARTS)

_Key = tuple[str, str | None]  # kind and id


def finished_ranges(root: etree._Element, choice: Choice) -> list[etree._Element]:
    """Return the ends of ranges that have no meaning once the chosen revisions are resolved.

    A range of content controls goes by its own author and id, one that was moved when the last move in it goes. The
    end of a range has only the id of its start.
    """
    if next(root.iter(*_STARTS), None) is None:
        return []
    found: dict[_Key, list[etree._Element]] = {}
    moves: dict[_Key, list[bool]] = {}
    opened: set[_Key] = set()
    for element in root.iter(*_STARTS, *_ENDS, *_MOVES):
        tag = str(element.tag)
        if tag in _MOVES:
            for key in opened:
                if key[0] == _MOVES[tag]:
                    moves[key].append(choice(element))
            continue
        key = (_STARTS.get(tag) or _ENDS[tag], element.get(w("id")))
        if tag in _STARTS:
            opened.add(key)
            found[key], moves[key] = [element], []
        elif key in opened:
            opened.remove(key)
            found[key].append(element)
    return [end for key, ends in found.items() if all(moves[key] or [choice(ends[0])]) for end in ends]


def with_other_halves(root: etree._Element, ids: Collection[str]) -> frozenset[str]:
    """Return `ids` with those of all that was moved with one of them, there and back: both have the same name."""
    names: dict[_Key, str] = {}
    moved: dict[str, set[str]] = {}
    for element in root.iter(*_STARTS, *_ENDS, *_MOVES):
        tag, number = str(element.tag), element.get(w("id"), "")
        if tag in _MOVES:
            for kind, name in [(key[0], name) for key, name in names.items()]:
                if kind == _MOVES[tag]:
                    moved.setdefault(name, set()).add(number)
        elif tag in _ENDS:
            names.pop((_ENDS[tag], number), None)
        elif _STARTS[tag] in _MOVES.values():
            names[_STARTS[tag], number] = element.get(w("name"), "")
    return frozenset(ids).union(*(whole for whole in moved.values() if not whole.isdisjoint(ids)))


def take_out_controls(root: etree._Element, choice: Choice, gone: Collection[str]) -> None:
    """Remove the content controls that revisions of the tags `gone` take away, and leave what they hold.

    These are the controls that begin in a chosen range; their ends have ranges of their own.
    """
    starts = {w(f"{_CONTROL_RANGES[tag]}Start"): w(f"{_CONTROL_RANGES[tag]}End") for tag in gone}
    if next(root.iter(*starts), None) is None:
        return
    opened: set[_Key] = set()
    controls: list[etree._Element] = []
    for element in root.iter(*starts, *starts.values(), *_CONTROLS):
        tag = str(element.tag)
        if tag in _CONTROLS:
            controls += [element] if opened else []
        elif tag not in starts:
            opened.discard((tag, element.get(w("id"))))
        elif choice(element):
            opened.add((starts[tag], element.get(w("id"))))
    for control in controls:
        unwrap(control)
