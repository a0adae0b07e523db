"""Lines of one paragraph to its text."""

import re
from collections.abc import Sequence

from app.intake.markers import split_marker

_BROKEN_WORD = re.compile(r"[^\W\d_]-$|/$")
_BLANKS = re.compile(r"[ \t]+")
_JOINER = re.compile(r"(?:[,;:.]|\b(?:and|or))[\"”’')\]]*$")


def join_lines(lines: Sequence[str]) -> str:
    """Return the text of a paragraph whose lines are `lines`; a hyphen at a line's end stays, without a blank."""
    pieces: list[str] = []
    for line in lines:
        if pieces and not is_broken(pieces[-1]):
            pieces.append(" ")
        pieces.append(_BLANKS.sub(" ", line.strip()))
    return "".join(pieces)


def is_broken(text: str) -> bool:
    """Tell whether `text` stops inside a word or an address, so that no blank belongs after it."""
    return _BROKEN_WORD.search(text) is not None


def starts_item(line: str, previous: str, *, is_wrapped: bool) -> bool:
    """Tell whether `line` begins an item of a list.

    Where lines are wrapped, one that begins with a number may be the rest of a sentence: the line before it must
    then stop like the end of an item, or be short.
    """
    if split_marker(line) is None:
        return False
    return not is_wrapped or _JOINER.search(previous) is not None or len(previous) < 60
