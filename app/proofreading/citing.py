"""How a flaw names the words it is in and where they stand."""

from app.model.document import Document
from app.model.span import Place, Span

_LONG = 60


def words_at(document: Document, place: Place) -> str:
    """Return the words at `place` in quotes, cut where they are long."""
    words = " ".join(document.paragraphs[place.paragraph].text[place.span.start : place.span.end].split())
    return f"“{words}”" if len(words) <= _LONG else f"“{words[: _LONG - 1].rstrip()}…”"


def where(document: Document, paragraph: int) -> str:
    """Return where a paragraph stands, to be put at the end of a sentence: "at 5(c)", "in a footnote"."""
    there = document.paragraphs[paragraph]
    if there.story != "body":
        return f"in a {there.story.replace('-', ' ')}" if there.story[0] != "e" else f"in an {there.story}"
    return f"at {document.place_of(paragraph)}"


def times(count: int) -> str:
    """Return how often, in words: "once", "twice", "5 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def place_in(paragraph: int, start: int, end: int) -> Place:
    """Return the place of the characters [start, end) of a paragraph."""
    return Place(paragraph, Span(start, end))
