"""Words that the source keeps out of sight."""

from collections.abc import Iterator

from app.model.document import Document, Paragraph
from app.model.proofreading import Flaw
from app.proofreading.citing import place_in, where, words_at


def find_hidden_text(document: Document) -> Iterator[Flaw]:
    """Yield the hidden words of each paragraph: one Flaw a stretch, neighbours joined; blanks and marks are none."""
    for paragraph in document.paragraphs:
        for start, end in _stretches(paragraph):
            if any(map(str.isalnum, paragraph.text[start:end])):
                place = place_in(paragraph.index, start, end)
                message = f"{words_at(document, place)} {where(document, paragraph.index)} is hidden in the file."
                yield Flaw("hidden-text", place, message)


def _stretches(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return where hidden words stand, those with only blanks between them as one."""
    stretches: list[tuple[int, int]] = []
    for style in paragraph.styles:
        if not style.hidden:
            continue
        begin = style.span.start
        if stretches and not paragraph.text[stretches[-1][1] : begin].strip():
            begin, _ = stretches.pop()
        stretches.append((begin, style.span.end))
    return stretches
