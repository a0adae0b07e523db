"""How much of a text is written anew."""

from collections.abc import Iterable

from app.text.diff import TextEdit, apply_edits
from app.text.words import tokenise


def rewrite_ratio(changed: Iterable[tuple[str, tuple[TextEdit, ...]]]) -> float:
    """Return the words struck and inserted as a share of all words before and after: 0 for nothing, 1 for all.

    Each text of `changed` comes with its edits, which are in order and apart; one without edits counts too, so leave
    out what is not changed. Marks and blanks are no words.
    """
    moved = words = 0
    for text, edits in changed:
        moved += sum(count_words(text[edit.start : edit.end]) + count_words(edit.text) for edit in edits)
        words += count_words(text) + count_words(apply_edits(text, edits))
    return min(moved / words, 1.0) if words else 0.0


def count_words(text: str) -> int:
    """Return the number of words in `text`; marks and blanks are none."""
    return sum(any(map(str.isalnum, token)) for token in tokenise(text))
