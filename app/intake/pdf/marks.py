"""Notes and links of PDF pages, put to the words that they are about."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from app.intake.blocks import Block
from app.intake.pdf.annotations import PlaceOnPage
from app.intake.pdf.notes import PageNote
from app.model.marks import Box, Link, MarginComment
from app.model.span import Span

_NEAR = 1.0  # points by which a mark may miss the middle of a word


class _Word(NamedTuple):
    """A word of a page: the middle of its height, its box, and the number of its block."""

    middle: float
    box: Box
    block: int


def attach_notes(blocks: Sequence[Block], notes: Sequence[PageNote]) -> list[Block]:
    """Return `blocks` with the notes and links on those whose words lie under them.

    A note without words goes to the nearest block of its page, or of the page before, with an empty span; a link
    without words is left out.
    """
    changed = list(blocks)
    words = _words_by_page(blocks, {note.page for note in notes})
    for note in notes:
        here = words.get(note.page, [])
        spans = _spans_under(note, here) if note.is_on_words else {}
        if note.target:
            for block, span in spans.items():
                changed[block] = _with_link(changed[block], Link(span, note.target))
        elif note.text:
            block, span = next(iter(spans.items()), None) or _nearest(note, here, blocks)
            if blocks:
                changed[block] = replace(changed[block], comments=(*changed[block].comments, _comment(note, span)))
    return changed


def _words_by_page(blocks: Sequence[Block], pages: set[int]) -> dict[int, list[_Word]]:
    """Return the words of each of `pages` from top to bottom."""
    words: dict[int, list[_Word]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for box in block.boxes:
            if box.page in pages:
                words[box.page].append(_Word((box.top + box.bottom) / 2, box, number))
    for here in words.values():
        here.sort(key=itemgetter(0))
    return words


def _spans_under(note: PageNote, words: Sequence[_Word]) -> dict[int, Span]:
    """Return for each block that has words under a note the stretch that they make, in the order of the blocks."""
    spans: dict[int, Span] = {}
    for place in note.places:
        for _, box, block in _words_in(place, words):
            span = spans.get(block, Span(box.start, box.end))
            spans[block] = Span(min(span.start, box.start), max(span.end, box.end))
    return dict(sorted(spans.items()))


def _words_in(place: PlaceOnPage, words: Sequence[_Word]) -> list[_Word]:
    """Return the words whose middle lies in `place`."""
    left, top, right, bottom = place
    first = bisect_left(words, top - _NEAR, key=itemgetter(0))
    end = bisect_right(words, bottom + _NEAR, key=itemgetter(0))
    return [word for word in words[first:end] if left - _NEAR <= (word.box.left + word.box.right) / 2 <= right + _NEAR]


def _with_link(block: Block, link: Link) -> Block:
    """Return `block` with `link`, as one with the link before it where that leads to the same address."""
    links = list(block.links)
    last = links[-1] if links else link
    if (
        links
        and last.target == link.target
        and last.span.end <= link.span.start
        and not block.text[last.span.end : link.span.start].strip()
    ):
        links[-1] = Link(Span(last.span.start, link.span.end), link.target)
    else:
        links.append(link)
    return replace(block, links=tuple(sorted(links, key=lambda each: (each.span.start, each.span.end))))


def _nearest(note: PageNote, words: Sequence[_Word], blocks: Sequence[Block]) -> tuple[int, Span]:
    """Return the block nearest to a note, of its page or else the last of those before, and an empty stretch of it."""
    if not words:
        before = [number for number, block in enumerate(blocks) if (block.anchor.page or 0) < note.page]
        return max(before, default=0), Span(0, 0)
    left, top, right, bottom = note.places[0]
    x, y = (left + right) / 2, (top + bottom) / 2
    nearest = min(words, key=lambda word: (_distance(word.box, x, y), word.block, word.box.start))
    return nearest.block, Span(nearest.box.start, nearest.box.start)


def _distance(box: Box, x: float, y: float) -> float:
    """Return how far a point lies from a box, lines before columns."""
    across = max(box.left - x, 0, x - box.right)
    down = max(box.top - y, 0, y - box.bottom)
    return across + 4 * down


def _comment(note: PageNote, span: Span) -> MarginComment:
    return MarginComment(span, note.id, note.text, note.author, note.date, note.reply_to, note.resolved)
