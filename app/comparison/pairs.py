"""Which statements of an old document became which of a new one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.comparison.meaning import compared_words, stems_of
from app.comparison.renames import renamed, renames
from app.comparison.stem_bags import Bag, Holders, StemBags, common, total
from app.model.watch import Statement
from app.text.blocks import Aligned, align_blocks

_ALIKE = 0.42  # share of what two statements say that both say
_WITHIN = 0.68  # share of what the shorter says that stands in the longer
_ENOUGH = 2.0  # words that no other statement has, in weight, that both must share
_ALL = 0.9  # share of a short one that stands in the longer; then less is enough
_LITTLE = 1.2
_APART = 0.4  # share of what the shorter says, below which two statements are not one
_PART = 0.6  # share of what a statement says that stands in another, beside what that other had of its own
_DATED = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b|\d+"
)
_LONGEST_LINE = 8  # words of a line that says when something is of
_DATED_FIRST = 2.0  # before any likeness
_NEAR = 12  # statements between a place and another that count as the same place


@dataclass(frozen=True, slots=True)
class Pair:
    """Statements that belong together: none on one side where they are gone or new.

    Attributes:
        is_moved: Whether they stand elsewhere among the others than they did.
    """

    old: tuple[Statement, ...]
    new: tuple[Statement, ...]
    is_moved: bool = False

    @property
    def before(self) -> str:
        """The old words."""
        return " ".join(statement.text for statement in self.old)

    @property
    def after(self) -> str:
        """The new words."""
        return " ".join(statement.text for statement in self.new)


def pair_statements(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[tuple[Pair, ...], dict[str, str]]:
    """Return the statements in pairs, in the order of the new text, and the names that were changed throughout.

    What was renamed throughout is paired as if it had borne the new name before. What the alignment of all statements
    leaves over is held against the rest once more, less strictly, so that no rewritten sentence is taken for a new one.
    """
    before, after = [statement.text for statement in old], [statement.text for statement in new]
    found = align_blocks(before, after)
    ones = [(before[each.old[0]], after[each.new[0]]) for each in found if len(each.old) == len(each.new) == 1]
    names = renames(ones, before, after)
    if names:
        before = [renamed(text, names) for text in before]
        found = align_blocks(before, after)
    titles = [[statement.is_heading for statement in statements] for statements in (old, new)]
    found = _Rewritten(before, after, titles).joined(found)
    return tuple(
        Pair(tuple(old[at] for at in each.old), tuple(new[at] for at in each.new), each.is_moved) for each in found
    ), names


class _Rewritten:
    """Joins statements that an alignment left over: with one another, or with one that took them in."""

    def __init__(self, before: Sequence[str], after: Sequence[str], titles: Sequence[Sequence[bool]]) -> None:
        self._before, self._after = before, after
        self._titles = titles
        stems = {text: stems_of(compared_words(text)) for text in {*before, *after}}
        self._old, self._new = ([stems[text] for text in texts] for texts in (before, after))
        self._weights = StemBags((*self._old, *self._new))

    def joined(self, found: Sequence[Aligned]) -> tuple[Aligned, ...]:
        """Return the alignment with what is only gone, and only new, put where it says much the same."""
        found = tuple(self._parted(found))
        together = {new: old for old, new in self._best(found)}
        rewritten = _put_together(found, together)
        return self._taken_in(self._taken_in(rewritten, is_old=True), is_old=False)

    def _parted(self, found: Sequence[Aligned]) -> Iterator[Aligned]:
        """Yield the alignment, with a title and a sentence apart, and what shares only words that stand everywhere."""
        for each in found:
            if len(each.old) == len(each.new) == 1 and self._is_apart(each.old[0], each.new[0]):
                yield Aligned(each.old, ())
                yield Aligned((), each.new)
            else:
                yield each

    def _is_apart(self, old: int, new: int) -> bool:
        if self._before[old] == self._after[new]:
            return False
        one, other = self._weights.bag(self._old[old]), self._weights.bag(self._new[new])
        if self._titles[0][old] != self._titles[1][new]:
            return one != other
        return common(one, other) < _APART * min(total(one), total(other))

    def _best(self, found: Sequence[Aligned]) -> Iterator[tuple[int, int]]:
        """Yield statements that are gone with new ones that share most with them, each once."""
        gone = {each.old[0]: self._weights.bag(self._old[each.old[0]]) for each in found if not each.new}
        come = {each.new[0]: self._weights.bag(self._new[each.new[0]]) for each in found if not each.old}
        scored = [(-_DATED_FIRST, old, new) for old, new in self._redated(gone, come)]
        holders = Holders(come)
        for old, one in gone.items():
            likely = ((_likeness(one, come[new]), new) for new in holders.sharing(one))
            scored += [(-likeness, old, new) for likeness, new in likely if likeness]
        used: set[tuple[bool, int]] = set()
        for _, old, new in sorted(scored):
            if (True, old) not in used and (False, new) not in used:
                used |= {(True, old), (False, new)}
                yield old, new

    def _redated(self, gone: Iterable[int], come: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield lines that say when they are of, with those that say the same with another day."""
        lines = {_undated(self._after[new]): new for new in come}
        lines.pop("", None)
        for old in gone:
            if (line := _undated(self._before[old])) in lines:
                yield old, lines[line]

    def _taken_in(self, found: Sequence[Aligned], *, is_old: bool) -> tuple[Aligned, ...]:
        """Return the alignment with statements of one side that are left put to a pair whose other side says them.

        Only words that the pair's own statement on this side does not say count.
        """
        mine, theirs = (self._old, self._new) if is_old else (self._new, self._old)
        free = {
            at: Counter(_all(theirs, each.new if is_old else each.old))
            - Counter(_all(mine, each.old if is_old else each.new))
            for at, each in enumerate(found)
            if each.old and each.new
        }
        holders = Holders(free)
        joined = list(found)
        dropped = set()
        for at, each in enumerate(found):
            own, other = (each.old, each.new) if is_old else (each.new, each.old)
            if other:
                continue
            into = self._best_home(mine[own[0]], free, holders)
            if into is not None:
                home = joined[into]
                old = tuple(sorted((*home.old, *own))) if is_old else home.old
                new = home.new if is_old else tuple(sorted((*home.new, *own)))
                joined[into] = Aligned(old, new, home.is_moved)
                dropped.add(at)
        return tuple(each for at, each in enumerate(joined) if at not in dropped)

    def _best_home(self, words: Sequence[str], free: Mapping[int, Counter[str]], holders: Holders) -> int | None:
        """Return which of the pairs says most of `words`, enough of them; None where none does."""
        bag = self._weights.bag(words)
        least = max(_PART * total(bag), _ENOUGH)
        best, home = 0.0, None
        for at in holders.sharing(bag):
            shared = total({word: weight for word, weight in bag.items() if word in free[at]})
            if shared > best and shared >= least:
                best, home = shared, at
        return home


def _likeness(one: Bag, other: Bag) -> float:
    """Return how likely one statement is the other rewritten, from 0, for what is not, to 1."""
    shared = common(one, other)
    weights = total(one), total(other)
    if shared < _LITTLE:
        return 0
    dice, contained = 2 * shared / sum(weights), shared / min(weights)
    is_alike = shared >= _ENOUGH and (dice >= _ALIKE or contained >= _WITHIN)
    return 0.7 * dice + 0.3 * contained if is_alike or contained >= _ALL else 0


def _undated(text: str) -> str:
    """Return a short line without its day; "" for any other text."""
    words = " ".join(compared_words(text))
    rest = " ".join(_DATED.sub(" ", words).split())
    is_dated = any(map(str.isdigit, words)) and len(words.split()) <= _LONGEST_LINE
    return rest if is_dated else ""


def _put_together(found: Sequence[Aligned], together: Mapping[int, int]) -> tuple[Aligned, ...]:
    """Return the alignment with the old statement of each new one in `together` beside it."""
    gone = {each.old[0]: at for at, each in enumerate(found) if not each.new}
    paired = set(together.values())
    kept = []
    for at, each in enumerate(found):
        if not each.old and each.new[0] in together:
            partner = together[each.new[0]]
            kept.append(Aligned((partner,), each.new, is_moved=abs(gone[partner] - at) > _NEAR))
        elif each.new or each.old[0] not in paired:
            kept.append(each)
    return tuple(kept)


def _all(statements: Sequence[Sequence[str]], places: Sequence[int]) -> list[str]:
    return [word for at in places for word in statements[at]]
