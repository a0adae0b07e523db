"""The words of a paragraph as a pane shows them: kept, taken out, put in, moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from app.model.comparison import Change, Comparison, Row, WordChange
from app.model.document import Paragraph
from app.model.span import Span

Pane = Literal["old", "new", "inline"]
"""The old text, the new one, or both as one."""

StretchKind = Literal["kept", "removed", "added", "moved-away", "moved-here"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a paragraph that look alike.

    Attributes:
        start: Where they stand in the text of the paragraph; None where they are of the other document.
    """

    kind: StretchKind
    text: str
    start: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as a pane shows it.

    Attributes:
        is_old: Whether it is one of the old document.
        is_renumbered: Whether it is printed with another number in the other document.
        former: The number that it was printed with, where the pane tells both; else "".
    """

    paragraph: Paragraph
    is_old: bool
    stretches: tuple[Stretch, ...]
    is_renumbered: bool = False
    former: str = ""


def shown_in(comparison: Comparison, row: Row, pane: Pane) -> Iterator[Shown]:
    """Yield the paragraphs that a pane shows of a row."""
    change = None if row.change is None else comparison.change(row.change)
    former = _former(comparison, change)
    if pane == "old" or (pane == "inline" and not row.new):
        for index in row.old:
            paragraph = comparison.old.paragraphs[index]
            is_renumbered = former is not None and index == row.old[0]
            yield Shown(paragraph, True, tuple(_of_old(paragraph, row, change)), is_renumbered)
        return
    for index in row.new:
        paragraph = comparison.new.paragraphs[index]
        stretches = tuple(_of_new(paragraph, row, change, with_old=pane == "inline"))
        is_renumbered = former is not None and index == row.new[0]
        told = former if former is not None and is_renumbered and pane == "inline" else ""
        yield Shown(paragraph, False, stretches, is_renumbered, told)


def _of_old(paragraph: Paragraph, row: Row, change: Change | None) -> Iterator[Stretch]:
    if change is not None and not row.new:
        yield Stretch("moved-away" if change.kind == "moved" else "removed", paragraph.text, 0)
        return
    words = () if change is None else change.words
    places = [(word.old.span, None) for word in words if word.old.paragraph == paragraph.index]
    yield from _cut(paragraph, places, "kept", "removed")


def _of_new(paragraph: Paragraph, row: Row, change: Change | None, *, with_old: bool) -> Iterator[Stretch]:
    if change is not None and change.kind == "added":
        yield Stretch("added", paragraph.text, 0)
        return
    words = () if change is None else change.words
    places = [(word.new.span, word if with_old else None) for word in words if word.new.paragraph == paragraph.index]
    yield from _cut(paragraph, places, "kept" if row.old else "moved-here", "added")


def _cut(
    paragraph: Paragraph, places: Sequence[tuple[Span, WordChange | None]], kept: StretchKind, other: StretchKind
) -> Iterator[Stretch]:
    """Yield the text of a paragraph cut at `places`, each after the old words that it stands for, if any are given."""
    done = 0
    for span, word in sorted(places, key=lambda each: (each[0].start, each[0].end)):
        if span.start > done:
            yield Stretch(kept, paragraph.text[done : span.start], done)
        if word is not None and word.before:
            yield Stretch("removed", word.before, None)
        if span.end > span.start:
            yield Stretch(other, paragraph.text[span.start : span.end], span.start)
        done = max(done, span.end)
    if done < len(paragraph.text):
        yield Stretch(kept, paragraph.text[done:], done)


def _former(comparison: Comparison, change: Change | None) -> str | None:
    """Return the number as printed that a change had, where it has another now and that counts; else None."""
    if change is None or change.labels is None or not change.old or not change.new:
        return None
    before = comparison.old.paragraphs[change.old[0]].marker
    return None if before == comparison.new.paragraphs[change.new[0]].marker else before
