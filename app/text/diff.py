"""The smallest word-level edits between two texts."""

from dataclasses import dataclass
from itertools import accumulate

from app.text.words import tokenise

_JUNK_LETTERS = 3  # a word this short between two long changes is chance, not something kept
_LONG_CHANGE = 3  # words


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A replacement: the characters [start, end) become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Change:
    """Tokens [start, end) of the old text become tokens [new_start, new_end) of the new."""

    start: int
    end: int
    new_start: int
    new_end: int


def word_edits(old: str, new: str) -> tuple[TextEdit, ...]:
    """Return the edits that make `new` of `old`, in order and apart, none of which begins or ends inside a word.

    Their number of changed tokens is the least possible, but changes that a reader would see as one (only blanks,
    or one short word between long changes, lie between them) are joined.
    """
    a, b = tokenise(old), tokenise(new)
    changes = _joined(_slid(_changes(a, b), a, b), a)
    starts = [0, *accumulate(map(len, a))]
    return tuple(
        TextEdit(starts[change.start], starts[change.end], "".join(b[change.new_start : change.new_end]))
        for change in changes
    )


def edits_within(text: str, start: int, end: int, replacement: str) -> tuple[TextEdit, ...]:
    """Return the word-level edits of `text` that replace its characters [start, end) by `replacement`."""
    first, last = _whole_words(text, start, end, replacement)
    new = text[first:start] + replacement + text[end:last]
    return tuple(
        TextEdit(first + edit.start, first + edit.end, edit.text) for edit in word_edits(text[first:last], new)
    )


def overlap(one: TextEdit, other: TextEdit) -> bool:
    """Return whether two edits cannot both be made: they differ, and one replaces or cuts text of the other."""
    return one != other and one.start < other.end and other.start < one.end


def apply_edits(text: str, edits: tuple[TextEdit, ...]) -> str:
    """Return `text` with `edits`, which are in order and apart, made."""
    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join((*parts, text[position:]))


def _whole_words(text: str, start: int, end: int, replacement: str) -> tuple[int, int]:
    """Widen [start, end) so that it cuts no word, neither of `text` nor of what the replacement makes of it."""
    bounds = [0, *accumulate(map(len, tokenise(text)))]
    before = max(bound for bound in bounds if bound < max(start, 1))
    after = min((bound for bound in bounds if bound > end), default=len(text))
    middle = replacement or text[end:after]
    cuts_first = start not in bounds or _glued(text[before:start], middle)
    middle = replacement or text[before:start]
    cuts_last = end not in bounds or _glued(middle, text[end:after])
    return (before if cuts_first else start), (after if cuts_last else end)


def _glued(left: str, right: str) -> bool:
    """Return whether the last token of `left` and the first of `right` become one when they meet."""
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return False
    return len(tokenise(left)) + len(tokenise(right)) != len(tokenise(left + right))


def _changes(a: tuple[str, ...], b: tuple[str, ...]) -> list[_Change]:
    """Return the changes around a longest common subsequence of the tokens."""
    prefix = 0
    while prefix < min(len(a), len(b)) and a[prefix] == b[prefix]:
        prefix += 1
    suffix = 0
    while suffix < min(len(a), len(b)) - prefix and a[-1 - suffix] == b[-1 - suffix]:
        suffix += 1
    changes: list[_Change] = []
    end, new_end = len(a) - suffix, len(b) - suffix
    pairs = [(prefix + i, prefix + j) for i, j in _common(a[prefix:end], b[prefix:new_end])]
    start, new_start = prefix, prefix
    for i, j in (*pairs, (end, new_end)):
        if i > start or j > new_start:
            changes.append(_Change(start, i, new_start, j))
        start, new_start = i + 1, j + 1
    return changes


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return the index pairs of a longest common subsequence.

    Bit-parallel, after Hyyrö, "Bit-Parallel LCS-length Computation Revisited" (2004): in row j the bit i is 0
    where a[i] adds to what a[:i] has in common with b[:j + 1].
    """
    places: dict[str, int] = {}
    for i, token in enumerate(a):
        places[token] = places.get(token, 0) | 1 << i
    mask = (1 << len(a)) - 1
    row, rows = mask, [mask]
    for token in b:
        hits = row & places.get(token, 0)
        row = ((row + hits) | (row - hits)) & mask
        rows.append(row)
    pairs = []
    i, j = len(a), len(b)
    while i and j:
        if rows[j] >> (i - 1) & 1:
            i -= 1
        elif not rows[j - 1] >> (i - 1) & 1:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _slid(changes: list[_Change], a: tuple[str, ...], b: tuple[str, ...]) -> list[_Change]:
    """Move pure insertions and deletions off a blank at their start, where the same blank follows them."""
    moved = []
    for number, change in enumerate(changes):
        limit = changes[number + 1].start if number + 1 < len(changes) else len(a)
        inserts, deletes = change.start == change.end, change.new_start == change.new_end
        first = b[change.new_start] if inserts else a[change.start]
        room = change.end < limit and first.isspace() and first == a[change.end]
        if room and (inserts or deletes):
            moved.append(_Change(change.start + 1, change.end + 1, change.new_start + 1, change.new_end + 1))
        else:
            moved.append(change)
    return moved


def _joined(changes: list[_Change], a: tuple[str, ...]) -> list[_Change]:
    """Join changes that read as one: first those beside one another, then long ones around a short word."""
    for read_as_one in (_are_side_by_side, _share_by_chance):
        joined: list[_Change] = []
        for change in changes:
            if joined and read_as_one(joined[-1], change, a):
                joined[-1] = _Change(joined[-1].start, change.end, joined[-1].new_start, change.new_end)
            else:
                joined.append(change)
        changes = joined
    return changes


def _are_side_by_side(left: _Change, right: _Change, a: tuple[str, ...]) -> bool:
    return not "".join(a[left.end : right.start]).strip()


def _share_by_chance(left: _Change, right: _Change, a: tuple[str, ...]) -> bool:
    between = "".join(a[left.end : right.start]).strip()
    is_short = len(between) <= _JUNK_LETTERS and between.isalpha()
    return is_short and min(_words(left), _words(right)) >= _LONG_CHANGE


def _words(change: _Change) -> int:
    """Return the number of words replaced or put in their place, the lesser; every other token is a blank."""
    return min(change.end - change.start, change.new_end - change.new_start) // 2 + 1
