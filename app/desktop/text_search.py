"""Words looked for in a text, as a reader types them: quotes, dashes and blanks of any form are alike."""

import re
from bisect import bisect_left
from collections.abc import Sequence

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_BREAKS = "\n\u2029\ufdd0\ufdd1"  # between paragraphs and cells: no words go on over them
_BLANKS = f"[^\\S{_BREAKS}]+"


def find_words(text: str, wanted: str, *, match_case: bool = False) -> tuple[tuple[int, int], ...]:
    """Return where `wanted` stands in `text`, as half-open ranges of code points from left to right.

    Blanks around it count for nothing. A run of blanks stands for any other, also a line end inside a paragraph, but
    not for the end of one.
    """
    pieces = [re.escape(_alike(piece, match_case=match_case)) for piece in wanted.split()]
    if not pieces:
        return ()
    pattern = re.compile(_BLANKS.join(pieces))
    return tuple(match.span() for match in pattern.finditer(_alike(text, match_case=match_case)))


def _alike(text: str, *, match_case: bool) -> str:
    """Return `text` with one form for each sign, letter for letter as long as before."""
    alike = text.translate(_ALIKE)
    if match_case:
        return alike
    small = alike.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in alike)


def as_qt_counts(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return ranges of code points of `text` as Qt counts them, in UTF-16 units."""
    if text.isascii() or max(text) < "\U00010000":
        return tuple(ranges)
    large = [place for place, letter in enumerate(text) if letter > "\uffff"]
    return tuple((start + bisect_left(large, start), end + bisect_left(large, end)) for start, end in ranges)
