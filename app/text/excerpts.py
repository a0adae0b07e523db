"""A few words of a paragraph, cut where a reader would cut them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from app.model.span import Span
from app.text.sentences import sentences_of


def excerpt(text: str, span: Span, limit: int) -> str:
    """Return at most about `limit` characters, cut between words, of the sentence in which `span` begins.

    A third of them may stand before it: without "non-" or "do not" words would say the opposite.
    """
    sentence = whole_sentences(text, Span(span.start, span.start), sentence_starts(text))
    start, end = sentence.start, sentence.end
    if span.start - start > limit // 3 and end - start > limit:
        start = max(start, min(span.start - limit // 3, end - limit))
        start = text.find(" ", start - 1, span.start) + 1 or span.start
    if end - start > limit:
        cut = text.rfind(" ", start, start + limit)
        end = cut if cut > start else start + limit
    before = "… " if start > sentence.start else ""
    after = " …" if end < sentence.end else ""
    return f"{before}{text[start:end]}{after}"


def sentence_starts(text: str) -> list[int]:
    """Return where the sentences of `text` begin, and its end."""
    return [0, *(sentence.start for sentence in sentences_of(text)[1:]), len(text)]


def whole_sentences(text: str, span: Span, bounds: Sequence[int]) -> Span:
    """Return the sentences that hold `span`, without the blanks after them."""
    start = bounds[bisect_right(bounds, span.start, hi=len(bounds) - 1) - 1]
    end = bounds[min(bisect_left(bounds, max(span.end, span.start + 1)), len(bounds) - 1)]
    return Span(start, max(start + len(text[start:end].rstrip()), span.end))
