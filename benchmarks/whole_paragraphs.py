"""Whole paragraphs that are negotiated: asked for, struck, offered, and put in or taken out without a trace."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from app.ooxml.changes import Change, Deletion, Insertion, Place, Rewording, Wording
from app.ooxml.cuts import set_text
from app.ooxml.names import w
from app.ooxml.package import Package, open_package
from app.ooxml.resolution import settle
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

PARTS = (
    *("ours+accept", "ours+reject", "ours+ignore", "ours+counter", "ours+back"),
    *("ours-accept", "ours-reject", "ours-ignore", "theirs+", "theirs-", "silent+", "silent-"),
)
"""Whose paragraph it is, put in (+) or taken out (-), and what they do about ours."""

_NEW = (
    "Ledgers lie open to both houses on working days.",
    "The harbour office weighs each crate before it is loaded.",
    "Nobody paints the lighthouse without a written order.",
    "Rainwater belongs to whoever catches it first.",
    "Bakers may ring the bell at dawn.",
    "A lost key costs four guilders.",
    "Horses are fed from the common store in winter.",
    "The choir rehearses on the upper floor.",
    "Maps of the valley are drawn anew each decade.",
    "Wool is sorted by colour, then by length.",
    "Ferries wait for the doctor.",
    "Candles in the archive are forbidden.",
)
_REVISIONS = tuple(map(w, ("ins", "del")))


@dataclass(frozen=True)
class WholeSpot:
    """A paragraph after which something is put in, or that is taken out.

    Attributes:
        name: One of `PARTS`.
        new: What is put in, or "" where nothing is.
    """

    name: str
    part: str
    text: str
    new: str

    def asked(self) -> tuple[str, str]:
        """Return the words before and after."""
        return ("", self.new) if "+" in self.name else (self.text.strip(), "")

    def answer(self) -> tuple[str, str]:
        """Return the words as they returned them, and what that answers."""
        before, after = self.asked()
        return {
            "accept": (after, "accepted"),
            "reject": (before, "rejected"),
            "back": (before, "rejected"),
            "counter": (self.countered(), "countered"),
        }.get(self.name[5:], (after, "ignored"))

    def countered(self) -> str:
        """Return the new paragraph in their words."""
        return self.new.replace("keep", "destroy")


def cast(texts: Sequence[tuple[str, str]]) -> Iterator[WholeSpot]:
    """Yield a spot for each of the parts, as far as there are paragraphs: their parts of the file and texts."""
    for number, (name, (part, text)) in enumerate(zip(PARTS, texts, strict=False)):
        yield WholeSpot(name, part, text, f"{_NEW[number]} We keep {number + 3} copies.")


def sent(data: bytes, path: Path, spots: Sequence[WholeSpot], author: str, when: datetime) -> bytes:
    """Return the file with what we ask as tracked changes."""
    package = open_package(data, path)
    changes: list[Change] = []
    for spot in spots:
        place = _find(package, spot.part, spot.text)[0]
        if spot.name.startswith("ours+"):
            changes.append(Insertion(place, (Wording(spot.new, place),)))
        elif spot.name.startswith("ours-"):
            changes.append(Deletion(place))
    return write_changes(package, changes, author=author, when=when).data if changes else data


def returned(data: bytes, path: Path, spots: Sequence[WholeSpot], author: str, day: int) -> bytes:
    """Return the file with what they do about it, and with what they do on their own."""
    for spot in spots:
        if spot.name.endswith(("accept", "reject")):
            data = _settled(data, path, spot, accepting=spot.name.endswith("accept"))
    package = open_package(data, path)
    changes: list[Change] = []
    for spot in spots:
        if spot.name in ("ours+back", "theirs-"):
            text = spot.new if spot.name == "ours+back" else spot.text
            changes.append(Deletion(_find(package, spot.part, text)[0]))
        elif spot.name == "theirs+":
            place = _find(package, spot.part, spot.text)[0]
            changes.append(Insertion(place, (Wording(spot.new, place),)))
        elif spot.name == "ours+counter":
            start = spot.new.index("keep")
            place = _find(package, spot.part, spot.new)[0]
            changes.append(Rewording(place, (TextEdit(start, start + 4, "destroy"),)))
    if changes:
        data = write_changes(package, changes, author=author, when=datetime(2026, 3, day, 9, tzinfo=UTC)).data
    for spot in spots:
        if spot.name.startswith("silent"):
            data = _silently(data, path, spot)
    return data


def _find(package: Package, part: str, text: str) -> tuple[Place, etree._Element]:
    found = ((n, p) for n, p in enumerate(paragraphs_of(package.tree(part))) if read_text(p).text == text)
    index, p = next(found)
    return Place(part, index), p


def _settled(data: bytes, path: Path, spot: WholeSpot, *, accepting: bool) -> bytes:
    """Accept or reject our tracked changes in and around one paragraph."""
    package = open_package(data, path)
    if "+" in spot.name:
        _, p = _find(package, spot.part, spot.new)
        before = p.getprevious()
        holders = [p] if before is None else [p, *before.iterfind(f"{w('pPr')}/{w('rPr')}")]
    else:
        paragraphs = paragraphs_of(package.tree(spot.part))
        holders = [p for p in paragraphs if read_text(p, "original").text == spot.text]
    chosen = {mark for holder in holders for mark in holder.iter(*_REVISIONS)}
    ids = {mark.get(w("id")) for mark in chosen}
    settle(package, accepting=accepting, choice=lambda mark: mark.get(w("id")) in ids)
    return package.save()


def _silently(data: bytes, path: Path, spot: WholeSpot) -> bytes:
    """Put in or take out a paragraph without a tracked change."""
    package = open_package(data, path)
    p = paragraphs_of(package.edit(spot.part))[_find(package, spot.part, spot.text)[0].index]
    holder = p.getparent()
    if holder is None:
        raise LookupError(spot.text)
    if spot.name == "silent-":
        holder.remove(p)
        return package.save()
    new = deepcopy(p)
    for child in list(new):
        if child.tag != w("pPr"):
            new.remove(child)
    t = etree.SubElement(etree.SubElement(new, w("r")), w("t"))
    set_text(t, spot.new)
    p.addnext(new)
    return package.save()
