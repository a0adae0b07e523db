"""Random plans of changes to a Word file, the same for the same seed, with a liking for the hard places."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.ooxml.changes import (
    Change,
    Deletion,
    Insertion,
    Move,
    ParagraphFormat,
    Place,
    Remark,
    Reply,
    Rewording,
    RowDeletion,
    RowInsertion,
    RunFormat,
    Wording,
)
from app.ooxml.names import MC, w
from app.ooxml.package import Package
from app.ooxml.rows import cells_of, is_covered
from app.ooxml.runs import ParagraphText, paragraphs_of, read_text
from app.text.diff import TextEdit, overlap

_FALLBACK = f"{{{MC}}}Fallback"
_DELETIONS = (w("del"), w("moveFrom"))
_NOT_MOVED = tuple(map(w, ("drawing", "pict", "object", "txbxContent", "sectPr", "sdt", "sym", "fldChar")))
_WORD = re.compile(r"\S+")
_COMMENTED = 0.5  # share of the changes with a comment
_WHOLE = {
    "paragraph+": 3,
    "paragraph-": 3,
    "row+": 1,
    "row-": 1,
    "format": 2,
    "style": 1,
    "remark": 1,
    "reply": 1,
    "move": 1,
}
"""Changes of whole paragraphs, rows and looks in a plan of 25; the others change words."""


@dataclass(frozen=True)
class Spot:
    """A paragraph that can be changed, and what makes it hard."""

    place: Place
    p: etree._Element
    text: ParagraphText
    kinds: frozenset[str]


def spots_of(package: Package) -> list[Spot]:
    """Return all paragraphs with text, in every story; those of fallback drawings are left out."""
    found = []
    for part in package.stories():
        for index, p in enumerate(paragraphs_of(package.tree(part))):
            text = read_text(p)
            if text.text.strip() and next(p.iterancestors(_FALLBACK), None) is None:
                kinds = frozenset(_kinds(p, text, is_main=part == package.main))
                found.append(Spot(Place(part, index), p, text, kinds))
    return found


def _kinds(p: etree._Element, text: ParagraphText, *, is_main: bool) -> Iterator[str]:
    """Give what is hard about a paragraph."""
    ancestors = {ancestor.tag for ancestor in p.iterancestors()}
    if not is_main:
        yield "note" if ancestors & {w("footnote"), w("endnote")} else "header"
    for kind, tag in (("text box", "txbxContent"), ("table", "tc"), ("control", "sdtContent")):
        if w(tag) in ancestors:
            yield kind
    tags = {stretch.element.tag for stretch in text.stretches}
    if w("hyperlink") in tags:
        yield "link"
    if tags - {w("hyperlink")}:
        yield "revision"
    if text.results:
        yield "field"
    if text.points:
        yield "marks"
    if len(text.pieces) > 1:
        yield "borders"
    if not tags and len(text.pieces) <= 1:
        yield "plain"


def make_plan(package: Package, seed: str, count: int) -> list[Change]:
    """Return at most `count` changes that can all be made together; fewer where the document is small."""
    return _Planner(package, random.Random(seed)).plan(count)


def make_rewordings(package: Package, seed: str, count: int) -> list[Change]:
    """Return at most `count` changes of words."""
    planner = _Planner(package, random.Random(seed))
    return planner.rewordings(count)


class _Planner:
    def __init__(self, package: Package, chance: random.Random) -> None:
        self._package = package
        self._chance = chance
        self._spots = spots_of(package)
        self._edits: dict[Place, list[TextEdit]] = {}
        self._whole: set[Place] = set()  # paragraphs that are changed as a whole, or stand in a row that is
        self._changes: list[Change] = []
        self._followed: set[Place] = set()  # paragraphs after which others are inserted
        self._number = 0

    def plan(self, count: int) -> list[Change]:
        for kind, share in _WHOLE.items():
            for _ in range(max(1, share * count // 25)):
                for spot in self._chance.sample(self._spots, min(8, len(self._spots))):
                    change = self._whole_change(kind, spot)
                    if change is not None:
                        self._changes.append(change)
                        break
        return self.rewordings(count)

    def rewordings(self, count: int) -> list[Change]:
        kinds = sorted({kind for spot in self._spots for kind in spot.kinds})
        for attempt in range(count * 6 if kinds else 0):
            if len(self._changes) >= count:
                break
            kind = kinds[attempt % len(kinds)]
            spot = self._chance.choice([spot for spot in self._spots if kind in spot.kinds])
            change = self._rewording(spot)
            if change is not None:
                self._changes.append(change)
        return self._changes[:count]

    def _whole_change(self, kind: str, spot: Spot) -> Change | None:
        if kind in ("remark", "reply", "paragraph+"):
            return {"remark": self._remark, "reply": self._reply, "paragraph+": self._insertion}[kind](spot)
        if spot.place in self._whole or spot.place in self._edits:
            return None
        if kind.startswith("row"):
            return self._row(kind, spot)
        self._whole.add(spot.place)
        if kind == "paragraph-":
            return Deletion(spot.place, self._comment())
        return {"format": self._format, "style": self._style, "move": self._move}[kind](spot)

    def _format(self, spot: Spot) -> Change:
        return RunFormat(spot.place, *self._stretch(spot), _properties("rPr", "b", "1"))

    def _style(self, spot: Spot) -> Change | None:
        theirs = spot.p.find(f"{w('pPr')}/{w('pPrChange')}"), spot.p.find(f"{w('pPr')}/{w('numPr')}/{w('ins')}")
        return ParagraphFormat(spot.place, _properties("pPr", "jc", "center")) if theirs == (None, None) else None

    def _remark(self, spot: Spot) -> Change:
        return Remark(spot.place, self._words(), *self._stretch(spot))

    def _reply(self, _: Spot) -> Change | None:
        """Return an answer to one of the comments that stand in words that are not deleted."""
        package = self._package
        marks = package.tree(package.main).iter(w("commentReference"))
        anchored = {each.get(w("id")) for each in marks if next(each.iterancestors(*_DELETIONS), None) is None}
        lists = map(package.tree, package.related(package.main, "comments"))
        listed = [comment.get(w("id"), "") for comments in lists for comment in comments]
        ids = [number for number in listed if number in anchored]
        return Reply(self._chance.choice(ids), self._words()) if ids else None

    def _insertion(self, spot: Spot) -> Change | None:
        if spot.place in self._whole and w("tc") in {ancestor.tag for ancestor in spot.p.iterancestors()}:
            return None  # its row may be deleted
        like = self._chance.choice([other for other in self._spots if other.place.part == spot.place.part])
        wordings = tuple(Wording(self._words(), like.place) for _ in range(self._chance.randint(1, 2)))
        self._followed.add(spot.place)
        return Insertion(spot.place, wordings, self._comment())

    def _move(self, spot: Spot) -> Change | None:
        """Return a move of a paragraph of plain runs behind another of its story."""
        others = [other for other in self._spots if other.place.part == spot.place.part]
        after = self._chance.choice(others)
        free = after.place not in self._whole and after.place.index not in (spot.place.index, spot.place.index - 1)
        if not free or not {"plain", "borders"} >= spot.kinds or next(spot.p.iter(*_NOT_MOVED), None) is not None:
            return None
        self._followed.add(after.place)
        self._whole |= {after.place}
        return Move((spot.place,), after.place, self._comment())

    def _row(self, kind: str, spot: Spot) -> Change | None:
        row = next(spot.p.iterancestors(w("tr")), None)
        if row is None:
            return None
        if kind == "row+":
            cells = tuple("" if is_covered(tc) else self._words() for tc in cells_of(row))
            return RowInsertion(spot.place, cells, self._comment())
        inside = {other.place for other in self._spots if row in other.p.iterancestors()}
        if inside & (self._whole | self._followed | set(self._edits)):
            return None
        self._whole |= inside
        return RowDeletion(spot.place, self._comment())

    def _rewording(self, spot: Spot) -> Rewording | None:
        if spot.place in self._whole:
            return None
        start, end = self._stretch(spot)
        edit = self._chance.choice(
            (TextEdit(start, end, self._words()), TextEdit(start, end, ""), TextEdit(start, start, f"{self._words()} "))
        )
        others = self._edits.setdefault(spot.place, [])
        if edit == TextEdit(edit.start, edit.start, "") or any(_meet(edit, other) for other in others):
            return None
        others.append(edit)
        return Rewording(spot.place, (edit,), self._comment())

    def _stretch(self, spot: Spot) -> tuple[int, int]:
        """Return some words, or a stretch from anywhere to anywhere, more often than not over the border of a run."""
        text, chance = spot.text.text, self._chance
        borders = [piece.start for piece in spot.text.pieces[1:]]
        borders += [stretch.start for stretch in spot.text.stretches] + [
            result.span.start for result in spot.text.results
        ]
        if borders and chance.random() < 0.6:
            border = chance.choice(borders)
            return max(0, border - chance.randint(0, 9)), min(len(text), border + chance.randint(0, 9))
        if chance.random() < 0.2:
            start = chance.randrange(len(text))
            return start, min(len(text), start + chance.randint(0, 30))
        words = list(_WORD.finditer(text))
        first = chance.randrange(len(words))
        last = min(len(words) - 1, first + chance.randint(0, 4))
        return words[first].start(), words[last].end()

    def _words(self) -> str:
        self._number += 1
        extra = self._chance.choice(("", " of the\tparties", " – “agreed”", " & <more>", " x"))
        return f"Zq{self._number:02d}x{extra}"

    def _comment(self) -> str | None:
        return f"Why {self._words()}" if self._chance.random() < _COMMENTED else None


def _meet(edit: TextEdit, other: TextEdit) -> bool:
    return overlap(edit, other) or (edit.start <= other.end and other.start <= edit.end)


def _properties(tag: str, child: str, value: str) -> etree._Element:
    properties = etree.Element(w(tag))
    etree.SubElement(properties, w(child), {w("val"): value})
    return properties
