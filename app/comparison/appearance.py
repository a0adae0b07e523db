"""How words that stayed look otherwise: emphasis put on or taken off, a heading made of a paragraph."""

from collections.abc import Iterator, Sequence
from typing import Literal

from app.comparison.folding import FoldedText
from app.model.document import Paragraph
from app.text.diff import TextEdit

_Look = Literal["bold", "italic", "underline", "hidden"]
_LOOKS: dict[_Look, str] = {"bold": "bold", "italic": "in italics", "underline": "underlined", "hidden": "hidden"}
_KINDS = {
    "title": "the title",
    "heading": "a heading",
    "body": "plain text",
    "list-item": "an item of a list",
    "table-cell": "in a table",
}
_LONGEST = 60  # characters of the words that are quoted


def have_same_emphasis(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
    """Return whether the same texts are emphasised in the same places."""
    return [(each.text, each.styles) for each in old] == [(each.text, each.styles) for each in new]


def kind_changed(old: Paragraph, new: Paragraph) -> tuple[str, ...]:
    """Return in words what a paragraph is on the page and was not: a heading, an item of a list.

    Only where its emphasis or number says so too: what it is may have been concluded from what stands around it.
    """
    if old.kind == new.kind or (_is_emphasised(old) == _is_emphasised(new) and bool(old.marker) == bool(new.marker)):
        return ()
    return (f"is {_KINDS[new.kind]}, was {_KINDS[old.kind]}",)


def _is_emphasised(paragraph: Paragraph) -> bool:
    """Return whether a paragraph begins bold or underlined."""
    return any((style.bold or style.underline) and style.span.start == 0 for style in paragraph.styles)


def emphasis_changed(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    texts: tuple[FoldedText, FoldedText],
    edits: Sequence[TextEdit],
) -> Iterator[str]:
    """Yield in words what is emphasised otherwise of the words that are kept between `edits`.

    `texts` are those of the paragraphs before and after.
    """
    kept = list(_kept(texts, edits))
    for look, words in _LOOKS.items():
        on, new_on = _where(old, look), _where(new, look)
        if not on and not new_on:
            continue
        changes = [(texts[0].where[i] in on, texts[1].where[j] in new_on) for i, j in kept]
        for is_on in (True, False):
            for quoted in _stretches(texts[0].text, kept, [there == is_on != here for here, there in changes]):
                yield f"{quoted} is {words}" if is_on else f"{quoted} is no longer {words}"


def _kept(texts: tuple[FoldedText, FoldedText], edits: Sequence[TextEdit]) -> Iterator[tuple[int, int]]:
    """Yield the places in either text of each character that is kept."""
    start = shift = 0
    for edit in edits:
        yield from ((place, place + shift) for place in range(start, edit.start))
        start = edit.end
        shift += len(edit.text) - (edit.end - edit.start)
    yield from ((place, place + shift) for place in range(start, len(texts[0].text)))


def _where(paragraphs: Sequence[Paragraph], look: _Look) -> set[tuple[int, int]]:
    """Return the characters, by paragraph and place, that have a look."""
    return {
        (paragraph.index, place)
        for paragraph in paragraphs
        for style in paragraph.styles
        if getattr(style, look)
        for place in range(style.span.start, style.span.end)
    }


def _stretches(text: str, kept: Sequence[tuple[int, int]], changed: Sequence[bool]) -> Iterator[str]:
    """Yield the words of each stretch of kept characters that all changed, marks and blanks between them included."""
    said = [place for place, (i, _) in enumerate(kept) if text[i].isalnum()]
    if said and all(changed[place] for place in said):
        yield "all of it"
        return
    run: list[int] = []
    for place in (*said, -1):
        if place >= 0 and changed[place]:
            run.append(kept[place][0])
        elif run:
            yield f"“{_short(text[run[0] : run[-1] + 1])}”"
            run = []


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
