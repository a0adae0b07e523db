"""The edits of a paragraph at the degree asked for: words, sentences, or all of it."""

import re
from collections.abc import Iterator, Sequence

from app.model.redline import Degree
from app.model.span import Span
from app.text.diff import TextEdit, apply_edits
from app.text.sentences import sentences_of

_STOPPED = re.compile(r"[.!?。！？][\"”’'»)\]]*\s*$")


def edits_at(text: str, edits: Sequence[TextEdit], degree: Degree, start: int = 0) -> tuple[TextEdit, ...]:
    """Return `edits` of the paragraph `text`, word-level, in order and apart, at `degree`.

    - surgical: as they are.
    - sentence: each sentence that an edit touches is struck and written anew as a whole. What puts in or takes out
      nothing but whole sentences, or changes blanks between two, stays as it is.
    - clause: the text is struck and written anew as a whole.

    A typed marker, which ends at `start`, is no part of it; edits of its own stay as they are.
    """
    if degree == "surgical" or not edits:
        return tuple(edits)
    end = len(text.rstrip())
    first = start + len(text[start:]) - len(text[start:].lstrip())
    sentences = tuple(Span(first + each.start, first + each.end) for each in sentences_of(text[first:]))
    if degree == "clause" and sentences:
        sentences = (Span(first, end),)
    groups: list[tuple[Span, list[TextEdit]]] = []
    for edit in edits:
        stays = degree == "sentence" and _is_of_whole_sentences(text, edit, sentences)
        extent = Span(edit.start, edit.end) if stays else _extent(edit, sentences)
        span, own = groups[-1] if groups else (Span(0, 0), [])
        if span.start < extent.end and extent.start < span.end:
            groups[-1] = (Span(min(span.start, extent.start), max(span.end, extent.end)), [*own, edit])
        else:
            groups.append((extent, [edit]))
    return tuple(_rewritten(text, groups))


def became(edits: Sequence[TextEdit], wanted: Sequence[TextEdit]) -> tuple[TextEdit, ...]:
    """Return those of the edits `wanted` that `edits` became at a degree: themselves, or what they are part of."""
    return tuple(
        large
        for large in wanted
        if any(
            small == large or (small not in wanted and large.start <= small.start and small.end <= large.end)
            for small in edits
        )
    )


def _rewritten(text: str, groups: Sequence[tuple[Span, list[TextEdit]]]) -> Iterator[TextEdit]:
    """Yield an edit for each extent: its text with its edits made."""
    for span, edits in groups:
        own = tuple(TextEdit(edit.start - span.start, edit.end - span.start, edit.text) for edit in edits)
        old = text[span.start : span.end]
        new = apply_edits(old, own)
        if new != old:
            yield TextEdit(span.start, span.end, new)


def _extent(edit: TextEdit, sentences: Sequence[Span]) -> Span:
    """Return the sentences that `edit` touches, with all that it changes; itself alone where it touches none."""
    touched = [each for each in sentences if each.start < edit.end and edit.start < each.end]
    if edit.start == edit.end and not touched:
        leans_back = edit.text[:1].isspace() or not any(each.start == edit.start for each in sentences)
        touched = [each for each in sentences if edit.start == (each.end if leans_back else each.start)]
    if not touched:
        return Span(edit.start, edit.end)
    return Span(min(edit.start, touched[0].start), max(edit.end, touched[-1].end))


def _is_of_whole_sentences(text: str, edit: TextEdit, sentences: Sequence[Span]) -> bool:
    """Return whether `edit` only puts in, or only takes out, whole sentences."""
    starts, ends = {each.start for each in sentences}, {each.end for each in sentences}
    if edit.start == edit.end:
        inside = any(each.start < edit.start < each.end for each in sentences)
        parted = (edit.text[:1] if edit.start in ends else edit.text[-1:]).isspace()
        begins = not text[: edit.start].strip() or _STOPPED.search(text[: edit.start]) is not None
        return not inside and parted and begins and _STOPPED.search(edit.text) is not None
    struck = text[edit.start : edit.end]
    first, last = edit.end - len(struck.lstrip()), edit.start + len(struck.rstrip())
    return not edit.text.strip() and first in starts and last in ends
