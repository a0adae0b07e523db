"""Tables of contents: lines that name a heading and the page it stands on, which are no headings themselves."""

import re
from collections.abc import Sequence

_ENTRY = re.compile(r"(?:\t|\.{3,}|(?:[ \xa0]\.){3,}|[ \xa0]{3,})[ \t\xa0]*(?:(\d{1,4})|[ivxlc]{1,7})[ \t\xa0]*\Z")
_TAIL = 20
_LONGEST = 200
_FEWEST = 3
_BETWEEN = 2  # lines without a page: the first of two that an entry takes, or a part's heading


def is_entry(text: str) -> bool:
    """Tell whether `text` has the form of an entry: it ends in dots, a tab or wide blanks, and a page."""
    return _ENTRY.search(text[-_TAIL:]) is not None


def contents_lines(texts: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the lines of tables of contents among `texts`, the paragraphs of the body.

    A table has three entries or more whose pages never go back. Lines between two entries belong to it, and lines next
    to it without a page that come again below.
    """
    found: set[int] = set()
    last: dict[str, int] = {_folded(text): index for index, text in enumerate(texts) if len(text) <= _LONGEST}
    for run in _runs(texts):
        if len(run) < _FEWEST:
            continue
        first, end = run[0], run[-1] + 1
        while first and last.get(_folded(texts[first - 1]), 0) > end:
            first -= 1
        while end < len(texts) and last.get(_folded(texts[end]), 0) > end:
            end += 1
        found.update(range(first, end))
    return frozenset(found)


def _runs(texts: Sequence[str]) -> list[list[int]]:
    """Return the indexes of entries, table by table."""
    runs: list[list[int]] = []
    page = 0
    for index, text in enumerate(texts):
        entry = _ENTRY.search(text[-_TAIL:]) if len(text) <= _LONGEST and any(map(str.isalpha, text)) else None
        if entry is None:
            continue
        number = int(entry[1] or page)
        if not runs or index - runs[-1][-1] > _BETWEEN + 1 or number < page:
            runs.append([])
            number = int(entry[1] or 0)
        runs[-1].append(index)
        page = number
    return runs


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
