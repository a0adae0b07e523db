"""The tracked changes of a package: listed, and counted by part, author and kind (ECMA-376-1 17.13.5).

The characters counted are those that a reader sees: of texts, and one for each tab, break and no-break hyphen
(17.3.3.32, 17.3.3.1, 17.3.3.18), which have no text of their own. Who counts texts alone finds so many fewer.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from lxml import etree

from app.model.marks import RevisionKind
from app.model.receipt import RevisionCount, Thing, TrackedChange
from app.ooxml.names import MC, M, w
from app.ooxml.package import Package
from app.ooxml.resolver import may_hold_revisions, revised_parts

_WORDS: dict[str, RevisionKind] = {
    w("ins"): "insertion",
    w("del"): "deletion",
    w("moveTo"): "moved-to",
    w("moveFrom"): "moved-from",
}
_SIDES = (frozenset((w("ins"), w("moveTo"))), frozenset((w("del"), w("moveFrom"))))
_OTHERS: dict[str, RevisionKind] = {
    **dict.fromkeys(
        (
            *(w(f"{tag}Change") for tag in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "numbering")),
            w("cellMerge"),
        ),
        "formatting",
    ),
    w("cellIns"): "row-insertion",
    w("cellDel"): "row-deletion",
    w("customXmlInsRangeStart"): "insertion",
    w("customXmlDelRangeStart"): "deletion",
    w("customXmlMoveFromRangeStart"): "moved-from",
    w("customXmlMoveToRangeStart"): "moved-to",
}
_BESIDE: dict[str, tuple[RevisionKind, RevisionKind]] = {
    w("rPr"): ("mark-insertion", "mark-deletion"),
    w("trPr"): ("row-insertion", "row-deletion"),
    w("numPr"): ("formatting", "formatting"),
}
_RUNS = (w("r"), f"{{{M}}}r")
_SHOWN = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_TEXTS = (w("t"), w("delText"), f"{{{M}}}t", *_SHOWN)
_THINGS: dict[str, Thing] = {
    **dict.fromkeys(map(w, ("fldChar", "fldSimple", "instrText", "delInstrText")), "field"),
    **dict.fromkeys(map(w, ("drawing", "pict")), "picture"),
    w("object"): "object",
    w("footnoteReference"): "footnote",
    w("endnoteReference"): "endnote",
    w("commentReference"): "comment",
    w("sym"): "symbol",
}
_FALLBACK = f"{{{MC}}}Fallback"
_ORDER = {kind: place for place, kind in enumerate(get_args(RevisionKind))}


def census(package: Package) -> tuple[RevisionCount, ...]:
    """Return how many tracked changes the file has, in the order of its parts, then by author and kind."""
    return count(tracked_changes(package))


def count(changes: Iterable[TrackedChange]) -> tuple[RevisionCount, ...]:
    """Return how many changes these are: parts in the order given, in each by author and kind."""
    marks: Counter[tuple[str, str, RevisionKind]] = Counter()
    characters: Counter[tuple[str, str, RevisionKind]] = Counter()
    parts: dict[str, int] = {}
    for change in changes:
        key = (change.part, change.author, change.kind)
        marks[key] += 1
        characters[key] += len(change.words)
        parts.setdefault(change.part, len(parts))
    keys = sorted(marks, key=lambda key: (parts[key[0]], key[1], _ORDER[key[2]]))
    return tuple(RevisionCount(*key, marks[key], characters[key]) for key in keys)


def tracked_changes(package: Package) -> tuple[TrackedChange, ...]:
    """Return the tracked changes of the file, part by part in document order.

    Of alternatives (`mc:AlternateContent`) the fallback is left out, which repeats the others. So is a change of the
    grid of a table, which has no author: it comes with those of its cells.
    """
    return tuple(change for part in revised_parts(package) for change in changes_in(package, part))


def changes_in(package: Package, part: str) -> Iterator[TrackedChange]:
    """Yield the tracked changes of one part of the file, in document order."""
    if not may_hold_revisions(package, part):
        return
    for mark in package.tree(part).iter(*_WORDS, *_OTHERS):
        if next(mark.iterancestors(_FALLBACK), None) is None:
            kind, words, things = _read(mark)
            stated = (mark.get(w(name), "") for name in ("id", "author", "date"))
            number, author, date = stated
            yield TrackedChange(number, part, author, date, kind, words, things)


def _read(mark: etree._Element) -> tuple[RevisionKind, str, tuple[Thing, ...]]:
    """Return the kind of a revision, the words it holds and what else."""
    tag, holder = str(mark.tag), mark.getparent()
    if tag in _OTHERS:
        return _OTHERS[tag], "", ()
    if holder is not None and holder.tag in _BESIDE:
        return _BESIDE[str(holder.tag)][tag in _SIDES[1]], "", ()
    side = next(side for side in _SIDES if tag in side)
    return _WORDS[tag], "".join(_words(mark, side)), _things(mark, side)


def _words(mark: etree._Element, side: frozenset[str]) -> Iterator[str]:
    """Give the words that a mark holds, those left out that another mark of its side inside it holds."""
    for text in mark.iter(*_TEXTS):
        holder = text.getparent()
        if holder is None or holder.tag not in _RUNS:
            continue
        if next(text.iterancestors(_FALLBACK, *side)) is mark:
            yield _SHOWN.get(str(text.tag)) or text.text or ""


def _things(mark: etree._Element, side: frozenset[str]) -> tuple[Thing, ...]:
    """Return what a mark holds beside words, those left out that another mark of its side inside it holds."""
    found = {
        _THINGS[str(thing.tag)] for thing in mark.iter(*_THINGS) if next(thing.iterancestors(_FALLBACK, *side)) is mark
    }
    return tuple(thing for thing in get_args(Thing) if thing in found)
