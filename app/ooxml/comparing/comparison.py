"""One Word file with tracked changes that give another, proved before anyone gets it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from app.errors import ProofError
from app.model.receipt import RedlineReceipt
from app.ooxml.annotations import taken_ids
from app.ooxml.comparing.blocks import BlockChanger
from app.ooxml.comparing.carrying import Carrier
from app.ooxml.comparing.inline import Atom, LineReader, Signs, media_of
from app.ooxml.comparing.lines import LineChanger
from app.ooxml.comparing.notes import NOTES, Notes
from app.ooxml.comparing.stories import pairs_of_stories, texts_of
from app.ooxml.comparing.untold import untold
from app.ooxml.cuts import Ids
from app.ooxml.marks import Stamp
from app.ooxml.moves import check_moves, taken_names
from app.ooxml.names import w
from app.ooxml.package import Package, open_package
from app.ooxml.part_names import target_of
from app.ooxml.proof import Claim, prove
from app.ooxml.receipts import make_receipt
from app.ooxml.resolution import settle_words
from app.ooxml.sessions import open_session
from app.text.rewriting import rewrite_ratio

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"')
_SHOWN = 60  # characters of a paragraph in a message


@dataclass(frozen=True, slots=True)
class Compared:
    """A package with tracked changes that make another of it.

    Attributes:
        data: Its bytes.
        receipt: What was done, and proved.
        left: What differs between the two and is not shown, in words.
    """

    data: bytes = field(repr=False)
    receipt: RedlineReceipt
    left: tuple[str, ...]


def compare_packages(old: Package, new: Package, *, author: str, when: datetime, formats: bool = True) -> Compared:
    """Return `old` with tracked changes that give `new`, both as they stand with earlier revisions accepted.

    Without `formats` the looks of what stays are not compared. Both packages are used up.

    Raises:
        ProofError: What was written is not `old` without the changes, or not `new` with them.
    """
    settle_words(new)
    pairs = pairs_of_stories(old, new)
    work = _Comparison(old, new, author, when, formats=formats)
    work.write(pairs)
    data, claim = old.save(), work.claim()
    left, rewritten, date = work.left(), work.rewritten(), work.date
    del work
    old.forget()
    redlined = open_package(data, old.path)
    problems = [*prove(old, redlined, claim), *_moved_badly(redlined, claim)]
    if problems:
        raise ProofError(f"{old.path.name}: no comparison was written, for it failed its check: {problems[0]}")
    receipt = make_receipt(old, redlined, claim, author=author, date=date, rewritten=rewritten)
    settle_words(redlined)
    for part, other in pairs:
        left += _check_result(part, texts_of(redlined, part), texts_of(new, other), old.path.name)
        if _addresses(new, other) - _addresses(redlined, part):
            left.append("a link of the new version leads elsewhere, which is not changed: set it anew in Word")
    return Compared(data, receipt, tuple(dict.fromkeys(left)))


class _Comparison:
    """Makes tracked changes in the trees of the old package."""

    def __init__(self, old: Package, new: Package, author: str, when: datetime, *, formats: bool) -> None:
        self._old = old
        self._new = new
        session = open_session(old, author, when)
        self._stamp = Stamp(author, when, Ids(taken_ids(old)), session=session)
        self._notes = Notes(old, new, self._stamp)
        self._carrier = Carrier(old, new, self._carry_note)
        self._signs = Signs()
        self._changer = LineChanger(self._carrier, self._signs, self._stamp, formats=formats)
        self._changed: list[str] = []
        self._others: list[str] = []
        self._names = set().union(*(taken_names(old.tree(part)) for part in old.stories()))
        self.date = self._stamp.date

    def write(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Change every story to its partner in the new version, and the notes that stand in both."""
        things: list[tuple[Atom, Atom]] = []
        self._others += untold(self._old, self._new, dict(pairs))
        for part, other in pairs:
            if self._old.tree(part).tag not in (w("footnotes"), w("endnotes")):
                things += self._change(part, other)
        self._change_notes(things)
        self._changed += self._notes.strike(tuple(self._changed))
        self._changed += self._notes.added

    def claim(self) -> Claim:
        """Return what the package is to be now."""
        return Claim(
            revisions=self._stamp.ids.revisions,
            comments=(),
            texts=dict.fromkeys(self._changed),
            notes=self._notes.added,
            grown=(*self._old.records, *self._carrier.grown),
            session=self._stamp.session,
        )

    def left(self) -> list[str]:
        """Return what differs and is not shown."""
        return [*self._others, *self._carrier.lost, *self._changer.refused]

    def rewritten(self) -> float:
        """Return the share of words that change in the paragraphs that do."""
        return rewrite_ratio(self._changer.edits)

    def _change(self, part: str, other: str) -> list[tuple[Atom, Atom]]:
        ours, theirs = self._old.tree(part), self._new.tree(other)
        blocks = self._blocks(part, other)
        self._carrier.go_to(part, other)
        before = len(self._stamp.ids.revisions)
        blocks.change(_container(ours), _container(theirs))
        if len(self._stamp.ids.revisions) > before:
            self._old.edit(part)
            self._changed.append(part)
        return blocks.things

    def _change_notes(self, things: list[tuple[Atom, Atom]]) -> None:
        for kind, tag in NOTES.items():
            parts = self._notes.part(self._old, kind), self._notes.part(self._new, kind)
            if parts[0] is None or parts[1] is None:
                continue
            before = len(self._stamp.ids.revisions)
            blocks = self._blocks(parts[0], parts[1])
            self._carrier.go_to(parts[0], parts[1])
            for one, other in things:
                note, its = self._notes.find(self._old, one.element), self._notes.find(self._new, other.element)
                if note is not None and its is not None and note.tag == tag:
                    blocks.change(note, its)
            if len(self._stamp.ids.revisions) > before:
                self._old.edit(parts[0])
                self._changed.append(parts[0])

    def _carry_note(self, reference: etree._Element) -> etree._Element | None:
        return self._notes.carry(reference, self._written)

    def _written(self, p: etree._Element) -> tuple[etree._Element, list[etree._Element]]:
        """Return a new paragraph like one of a note of the new version, and the runs of its words."""
        root = p.getroottree().getroot()
        part = next(part for part in self._new.stories() if self._new.tree(part) is root)
        line = LineReader(self._signs, _media(self._new, part)).read(p)
        return self._carrier.paragraph(p), self._carrier.runs(line, 0, len(line.text))

    def _blocks(self, part: str, other: str) -> BlockChanger:
        readers = [
            LineReader(self._signs, _media(package, name)) for package, name in ((self._old, part), (self._new, other))
        ]
        own = Carrier(self._old, self._old, lambda _: None)
        return BlockChanger(readers[0], readers[1], self._carrier, own, self._changer, self._stamp, self._names)


def _container(root: etree._Element) -> etree._Element:
    body = root.find(w("body"))
    return root if body is None else body


def _media(package: Package, part: str) -> dict[str, str]:
    """Return what the relationships of a part lead to, the same for the same pictures."""
    targets = package.targets(part)
    names = ((number, target_of(part, target).lstrip("/")) for number, target in targets.items())
    contents = {
        number: package.read(name) for number, name in names if name.startswith("word/media/") and package.has(name)
    }
    return media_of(targets, contents)


def _moved_badly(redlined: Package, claim: Claim) -> Iterator[str]:
    for part in claim.texts:
        yield from (f"{problem} in {part}" for problem in check_moves(redlined.tree(part), claim.revisions))


def _addresses(package: Package, part: str) -> set[str]:
    """Return the addresses to which the links of a part lead."""
    root, targets = package.tree(part), package.targets(part)
    links = {targets[number] for link in root.iter(w("hyperlink")) if (number := link.get(_ID)) in targets}
    return {link.replace('"', "%22") for link in links} | set(_LINK.findall("".join(root.itertext(w("instrText")))))


def _check_result(part: str, ours: Sequence[str], theirs: Sequence[str], name: str) -> list[str]:
    """Return what the words of a part do not show of those of the new version, all changes accepted.

    Raises:
        ProofError: They are others.
    """
    if ours == theirs:
        return []
    said, due = [text for text in ours if text.strip()], [text for text in theirs if text.strip()]
    for one, other in zip([*said, ""], [*due, ""], strict=False):
        if one != other:
            raise ProofError(
                f"{name}: no comparison was written, for it failed its check: with the changes a paragraph of {part} "
                f"would read “{one[:_SHOWN]}”, not “{other[:_SHOWN]}”"
            )
    return ["empty paragraphs, which cannot be taken away beside a table or at the end of a section, stay"]
