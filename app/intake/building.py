"""A paragraph under way: its text and what stands at stretches of it, as a reader comes upon them."""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from app.intake.blocks import Block, shifted
from app.intake.plain.decoding import clean_characters
from app.model.document import Anchor, Cell, View
from app.model.marks import FieldResult, Link, MarginComment, Revision, RevisionKind, TextStyle
from app.model.span import Span

_BLANKS = re.compile(r"[ \t\r\n\f]+")


class Look(NamedTuple):
    """Emphasis of a stretch, and whether it is out of sight."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False


PLAIN = Look()


class Change(NamedTuple):
    """The tracked change that a stretch belongs to."""

    kind: RevisionKind
    author: str = ""
    date: str = ""


@dataclass(slots=True)
class BlockText:
    """The text of a block under way and its marks; adding takes time by the length of what is added.

    Attributes:
        view: Which side of tracked changes becomes text.
        length: Of the text so far.
        is_blank: Whether there is nothing to read in it yet.
        names: As in `Block`, and so all below.
    """

    view: View = "accepted"
    length: int = 0
    is_blank: bool = True
    names: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    fields: list[FieldResult] = field(default_factory=list)
    comments: list[MarginComment] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _looks: list[tuple[int, int, Look]] = field(default_factory=list)
    _changes: list[tuple[int, int, Change, list[str]]] = field(default_factory=list)

    @property
    def ends_blank(self) -> bool:
        """Whether a blank would be one too many at the end."""
        return not self._pieces or self._pieces[-1][-1] in " \t\n"

    @property
    def ends_line(self) -> bool:
        """Whether the text so far ends with the end of a line."""
        return bool(self._pieces) and self._pieces[-1].endswith("\n")

    def add(self, piece: str, look: Look = PLAIN, change: Change | None = None) -> None:
        """Append `piece` as it is, but for invisible characters; what the view leaves out is only noted."""
        piece = clean_characters(piece)
        if not piece:
            return
        start = self.length
        if change is None or self.view == "marked" or (change.kind in _GOES) == (self.view == "original"):
            self._pieces.append(piece)
            self.length += len(piece)
            self.is_blank = self.is_blank and piece.isspace()
            if look != PLAIN:
                self._add_look(start, look)
        if change is not None:
            self._add_change(start, change, piece)

    def flow(self, piece: str, look: Look = PLAIN, change: Change | None = None) -> None:
        """Append `piece` with its blanks and line ends as single blanks, none at the beginning of the text."""
        piece = _BLANKS.sub(" ", piece)
        self.add(piece.lstrip(" ") if self.ends_blank else piece, look, change)

    def link(self, start: int, target: str) -> None:
        """Note that the text from `start` on leads to `target`."""
        if target:
            self.links.append(Link(Span(start, self.length), target))

    def note_mark(self, target: str) -> None:
        """Note that the mark of the note called `target` stands here."""
        self.links.append(Link(Span(self.length, self.length), f"#{target}"))

    def block(
        self,
        anchor: Anchor,
        *,
        marker: str = "",
        indent: int | None = None,
        heading: int | None = None,
        cell: Cell | None = None,
        story: str = "body",
    ) -> Block:
        """Return the block: without blanks at the ends of its text, its marks in order."""
        whole = "".join(self._pieces)
        text = whole.strip()
        start = len(whole) - len(whole.lstrip()) if text else 0
        end = start + len(text)
        return Block(
            text=text,
            anchor=anchor,
            marker=marker,
            indent=indent,
            heading=heading,
            cell=cell,
            story=story,
            styles=shifted(
                tuple(TextStyle(Span(a, min(b, end)), *look) for a, b, look in self._looks if a < end), start
            ),
            links=shifted(tuple(Link(_within(link.span, end), link.target) for link in self.links), start),
            names=tuple(dict.fromkeys(self.names)),
            fields=shifted(
                tuple(FieldResult(_within(each.span, end), each.instruction) for each in self.fields), start
            ),
            revisions=shifted(
                tuple(
                    Revision(_within(Span(a, b), end), *change, "".join(words)) for a, b, change, words in self._changes
                ),
                start,
            ),
            comments=shifted(tuple(_clipped(comment, end) for comment in self.comments), start),
        )

    def _add_look(self, start: int, look: Look) -> None:
        if self._looks and self._looks[-1][1:] == (start, look):
            start = self._looks.pop()[0]
        self._looks.append((start, self.length, look))

    def _add_change(self, start: int, change: Change, piece: str) -> None:
        if self._changes and self._changes[-1][1:3] == (start, change):
            first, _, _, words = self._changes.pop()
            words.append(piece)
            self._changes.append((first, self.length, change, words))
        else:
            self._changes.append((start, self.length, change, [piece]))


_GOES = frozenset(("deletion", "moved-from"))


def _within(span: Span, end: int) -> Span:
    return Span(min(span.start, end), min(span.end, end))


def _clipped(comment: MarginComment, end: int) -> MarginComment:
    if comment.span.end <= end:
        return comment
    return replace(comment, span=_within(comment.span, end))
