"""The user's own wording as a redline: the same word-level edits as those that are drafted."""

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.model.document import Document
from app.model.matter import OwnWords
from app.model.redline import Edit, NewParagraph, Redline
from app.model.span import Span
from app.text.diff import TextEdit, apply_edits, word_edits
from app.text.rewriting import count_words, rewrite_ratio

_BREAK = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_AROUND_BREAKS = re.compile(rf"[^\S{_BREAK}]*[{_BREAK}]+\s*")
_NOT_TEXT = ("Cc", "Cs", "Cn")
"""Categories of Unicode that no text holds: controls, halves of a pair, and places without a character."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a redline changes.

    Attributes:
        struck: Words taken out of paragraphs that stand.
        added: Words put into them, and those of new paragraphs.
        percent: The share of those paragraphs that is written anew, as a reader is told it.
    """

    struck: int
    added: int
    percent: int


def fit(document: Document, drafted: Redline, words: OwnWords) -> bool:
    """Return whether `words` were written for what `drafted` changes in `document`."""
    is_there = all(0 <= paragraph < len(document.paragraphs) for paragraph, _ in words.paragraphs)
    return is_there and (not words.additions or len(words.additions) == len(drafted.insertions))


def own_redline(document: Document, drafted: Redline, words: OwnWords) -> Redline:
    """Return `drafted` with `words`, which `fit` it, in place of its own.

    Paragraphs that `words` does not name keep their drafted edits; a paragraph that is to have the text it has gets no
    edit. A break of a line that was typed becomes a blank, and what is no text is dropped. Where nothing is left to
    change, the comment stays at the first paragraph concerned.
    """
    terms = frozenset(term.term for term in document.terms)
    own = dict(words.paragraphs)
    edits = [edit for edit in drafted.edits if edit.paragraph not in own]
    for paragraph, typed in own.items():
        text = document.paragraphs[paragraph].text
        changes = word_edits(text, _cleaned(text, typed, terms), terms)
        edits += (Edit(paragraph, Span(change.start, change.end), change.text) for change in changes)
    edits.sort(key=lambda edit: (edit.paragraph, edit.span.start, edit.span.end))
    insertions = _insertions(drafted.insertions, words.additions) if words.additions else drafted.insertions
    written = [edit.text for edit in edits] + [new.text for new in insertions]
    return replace(
        drafted,
        edits=tuple(edits),
        insertions=insertions,
        anchor=drafted.anchor if edits or insertions else _anchor(drafted, words),
        citations=tuple(each for each in drafted.citations if any(each.text in text for text in written)),
        rewritten=rewrite_ratio(_by_paragraph(document, edits)),
    )


def extent_of(document: Document, redline: Redline) -> Extent:
    """Return how much `redline` changes."""
    struck = sum(
        count_words(document.paragraphs[edit.paragraph].text[edit.span.start : edit.span.end]) for edit in redline.edits
    )
    added = sum(count_words(text) for text in [*(e.text for e in redline.edits), *(n.text for n in redline.insertions)])
    return Extent(struck, added, redline.percent_rewritten)


def _cleaned(old: str, typed: str, terms: Iterable[str]) -> str:
    """Return `typed`, which is to replace `old`: breaks that `old` has stay where they are, all others are blanks."""
    if not _holds_breaks(old):
        return one_line(typed)
    edits = word_edits(old, typed, frozenset(terms))
    return apply_edits(old, tuple(TextEdit(edit.start, edit.end, _without_breaks(edit.text)) for edit in edits))


def _holds_breaks(text: str) -> bool:
    return any(letter in _BREAK for letter in text)


def one_line(typed: str) -> str:
    """Return `typed` as one line of text: breaks at its ends and what is no text are dropped."""
    return _without_breaks(typed.strip(_BREAK))


def _without_breaks(text: str) -> str:
    line = _AROUND_BREAKS.sub(" ", text)
    return "".join(letter for letter in line if unicodedata.category(letter) not in _NOT_TEXT)


def _insertions(drafted: Sequence[NewParagraph], texts: Sequence[str]) -> tuple[NewParagraph, ...]:
    """Return the new paragraphs with `texts`, those with "" left out; the others move up to the numbers left free."""
    markers: defaultdict[int, deque[str]] = defaultdict(deque)
    for new in drafted:
        markers[new.like].append(new.marker)
    kept = [(new, text) for new, typed in zip(drafted, texts, strict=True) if (text := one_line(typed)).strip()]
    return tuple(
        replace(new, text=text, marker=markers[new.like].popleft(), heading=_heading(new, text)) for new, text in kept
    )


def _heading(new: NewParagraph, text: str) -> str:
    """Return the heading of `new` as it stands in `text`; "" where a change runs across its end."""
    end = len(new.heading)
    if not end:
        return ""
    moved = end
    for edit in word_edits(new.text, text):
        if edit.start < end < edit.end:
            return ""
        if edit.start < end:
            moved += len(edit.text) - (edit.end - edit.start)
    return text[:moved] if text[:moved].strip() else ""


def _anchor(drafted: Redline, words: OwnWords) -> int | None:
    """Return the paragraph that carries the comment where nothing is changed."""
    concerned = (
        *(() if drafted.anchor is None else (drafted.anchor,)),
        *(edit.paragraph for edit in drafted.edits),
        *(new.after for new in drafted.insertions),
        *(paragraph for paragraph, _ in words.paragraphs),
    )
    return concerned[0] if concerned else None


def _by_paragraph(document: Document, edits: Iterable[Edit]) -> list[tuple[str, tuple[TextEdit, ...]]]:
    """Return each paragraph that `edits` change with its edits."""
    made: defaultdict[int, list[TextEdit]] = defaultdict(list)
    for edit in edits:
        made[edit.paragraph].append(TextEdit(edit.span.start, edit.span.end, edit.text))
    return [(document.paragraphs[index].text, tuple(changes)) for index, changes in made.items()]
