"""A paragraph with its edits, as pieces of kept, deleted and inserted text."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.model.redline import Edit
from app.model.span import Span

View = Literal["original", "redlined", "final"]
PieceKind = Literal["kept", "deleted", "inserted", "sign"]

_SHOWN: dict[View, tuple[PieceKind, ...]] = {
    "original": ("kept", "deleted"),
    "redlined": ("kept", "deleted", "inserted"),
    "final": ("kept", "inserted"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph.

    Attributes:
        kind: A sign is set among the words and is none of them: the mark of a note, of a comment.
        start: Offset in the original text; of an insertion or a sign: where it goes in.
    """

    kind: PieceKind
    text: str
    start: int

    @property
    def is_original(self) -> bool:
        """Whether it is text of the paragraph."""
        return self.kind in ("kept", "deleted")


def pieces_of(text: str, edits: Iterable[Edit], view: View = "redlined") -> tuple[Piece, ...]:
    """Return the pieces that `view` shows of a paragraph's text under `edits`, which do not overlap."""
    pieces: list[Piece] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        pieces.append(Piece("kept", text[done : edit.span.start], done))
        pieces.append(Piece("deleted", text[edit.span.start : edit.span.end], edit.span.start))
        pieces.append(Piece("inserted", edit.text, edit.span.end))
        done = edit.span.end
    pieces.append(Piece("kept", text[done:], done))
    return tuple(piece for piece in pieces if piece.text and piece.kind in _SHOWN[view])


def with_signs(pieces: Iterable[Piece], signs: Iterable[tuple[int, str]]) -> tuple[Piece, ...]:
    """Return `pieces` with a sign at each offset of the original text given, which are in order; all are kept."""
    waiting = deque(signs)
    done: list[Piece] = []
    for piece in pieces:
        rest = piece
        while waiting and piece.is_original and waiting[0][0] <= piece.start + len(piece.text):
            at, sign = waiting.popleft()
            before = max(at - rest.start, 0)
            if before:
                done.append(Piece(rest.kind, rest.text[:before], rest.start))
                rest = Piece(rest.kind, rest.text[before:], rest.start + before)
            done.append(Piece("sign", sign, at))
        if rest.text:
            done.append(rest)
    done.extend(Piece("sign", sign, at) for at, sign in waiting)
    return tuple(done)


def shown_spans(pieces: Iterable[Piece], span: Span) -> tuple[Span, ...]:
    """Return where the original text in `span` stands in the joined text of `pieces`; what is not shown is left out."""
    found: list[Span] = []
    offset = 0
    for piece in pieces:
        if piece.is_original:
            first = max(span.start, piece.start)
            last = min(span.end, piece.start + len(piece.text))
            if first < last:
                found.append(Span(offset + first - piece.start, offset + last - piece.start))
        offset += len(piece.text)
    return tuple(found)
