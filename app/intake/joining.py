"""Lines of one paragraph to its text."""

import re
from collections.abc import Sequence

from app.intake.structure.markers import split_marker

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
    return text[-1:] == "/" or (text[-1:] == "-" and text[-2:-1].isalnum())


def starts_item(line: str, previous: str, *, is_full: bool) -> bool:
    """Tell whether `line` begins an item of a list.

    After a line that is full, the number at its start may belong to a sentence that was wrapped there: that line
    must then stop like the end of an item.
    """
    return split_marker(line) is not None and (not is_full or _JOINER.search(previous) is not None)
