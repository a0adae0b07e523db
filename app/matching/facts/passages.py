"""Words that are read together: a sentence, or the end of a lead-in and the beginning of its item."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.matching.pipeline import Scan
from app.model.document import Paragraph
from app.model.span import Place, Span


@dataclass(frozen=True, slots=True)
class ScannedParagraph:
    """A paragraph with what the scanner found in it."""

    paragraph: Paragraph
    scan: Scan


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, and where it begins in the passage."""

    item: ScannedParagraph
    span: Span
    start: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read together.

    Attributes:
        text: Of all its pieces, a blank between them.
        places: Where the phrases that were asked for stand in `text`.
    """

    text: str
    places: tuple[Span, ...]
    pieces: tuple[Piece, ...]

    def place(self, span: Span) -> Place:
        """Return where in the document the words at `span` stand; of words in two paragraphs, those in the later."""
        piece = next(piece for piece in reversed(self.pieces) if piece.start < span.end)
        shift = piece.span.start - piece.start
        start, end = max(span.start, piece.start) + shift, min(span.end + shift, piece.span.end)
        return Place(piece.item.paragraph.index, Span(start, end))

    def mentions(self, patterns: Sequence[str]) -> tuple[Span, ...]:
        """Return the places of `patterns` in the text of the passage, in order."""
        return tuple(span for piece in self.pieces for span in _within(piece, patterns))


def sentences_with(
    patterns: Sequence[str], unless: Sequence[str], paragraphs: Sequence[ScannedParagraph]
) -> Iterator[Passage]:
    """Yield the sentences that hold one of `patterns` and none of `unless`; whole paragraphs where none are asked."""
    for item in paragraphs:
        if not patterns:
            text = item.paragraph.text
            yield Passage(text, (), (Piece(item, Span(0, len(text)), 0),))
            continue
        barred = {item.scan.sentence_at(place.start) for place in item.scan.places(unless)}
        places: defaultdict[Span, list[Span]] = defaultdict(list)
        for place in item.scan.places(patterns):
            sentence = item.scan.sentence_at(place.start)
            places[sentence].append(Span(place.start - sentence.start, place.end - sentence.start))
        for sentence, inside in places.items():
            if sentence not in barred:
                text = item.paragraph.text[sentence.start : sentence.end]
                yield Passage(text, tuple(inside), (Piece(item, sentence, 0),))


def items_with(
    patterns: Sequence[str], unless: Sequence[str], paragraphs: Sequence[ScannedParagraph]
) -> Iterator[Passage]:
    """Yield list items read with their lead-in, where one of the two holds one of `patterns`, neither of `unless`."""
    known = {item.paragraph.index: item for item in paragraphs}
    for item in paragraphs:
        parent = item.paragraph.parent
        lead_in = known.get(parent) if parent is not None else None
        if lead_in is None or not patterns:
            continue
        ends = lead_in.scan.sentences[-1], item.scan.sentences[0]
        passage = _joined(((lead_in, ends[0]), (item, ends[1])), patterns)
        if passage.places and not passage.mentions(unless):
            yield passage


def _joined(parts: Sequence[tuple[ScannedParagraph, Span]], patterns: Sequence[str]) -> Passage:
    pieces: list[Piece] = []
    text = ""
    for item, span in parts:
        text += " " if text else ""
        pieces.append(Piece(item, span, len(text)))
        text += item.paragraph.text[span.start : span.end]
    places = tuple(place for piece in pieces for place in _within(piece, patterns))
    return Passage(text, places, tuple(pieces))


def _within(piece: Piece, patterns: Sequence[str]) -> Iterator[Span]:
    """Yield the places of `patterns` in a piece, counted from the beginning of its passage."""
    shift = piece.start - piece.span.start
    for place in piece.item.scan.places(patterns):
        if piece.span.start <= place.start and place.end <= piece.span.end:
            yield Span(place.start + shift, place.end + shift)
