"""Which statements of an old document became which of a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.comparison.meaning import compared_words, stems_of
from app.comparison.renames import renamed, renames
from app.model.watch import Statement
from app.text.blocks import Aligned, align_blocks
from app.text.likeness import Bags, Vocabulary

_ALIKE = 0.42  # share of what two statements say that both say
_WITHIN = 0.68  # share of what the shorter says that stands in the longer
_ENOUGH = 2.0  # words that no other statement has, in weight, that both must share
_ALL = 0.9  # share of a short one that stands in the longer; then less is enough
_LITTLE = 1.2
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
    leaves over is held against what else is left, less strictly, so that no rewritten sentence is taken for a new one.
    """
    before, after = [statement.text for statement in old], [statement.text for statement in new]
    found = align_blocks(before, after)
    ones = [(before[each.old[0]], after[each.new[0]]) for each in found if len(each.old) == len(each.new) == 1]
    names = renames(ones, before, after)
    if names:
        before = [renamed(text, names) for text in before]
        found = align_blocks(before, after)
    found = _with_rewritten(found, before, after)
    return tuple(
        Pair(tuple(old[at] for at in each.old), tuple(new[at] for at in each.new), each.is_moved) for each in found
    ), names


def _with_rewritten(found: Sequence[Aligned], before: Sequence[str], after: Sequence[str]) -> tuple[Aligned, ...]:
    """Return `found` with statements that are only gone, and only new, put together where they say much the same."""
    old_stems, new_stems = ([stems_of(compared_words(text)) for text in texts] for texts in (before, after))
    gone = {each.old[0]: at for at, each in enumerate(found) if not each.new}
    come = [each.new[0] for each in found if not each.old]
    vocabulary = Vocabulary((*old_stems, *new_stems))
    bags = Bags(vocabulary, {at: old_stems[at] for at in gone}, {at: new_stems[at] for at in come})
    together = {new: old for old, new in _best(bags)}
    paired = set(together.values())
    kept = []
    for at, each in enumerate(found):
        if each.old and each.new:
            kept.append(each)
        elif each.new and each.new[0] in together:
            partner = together[each.new[0]]
            kept.append(Aligned((partner,), each.new, is_moved=abs(gone[partner] - at) > _NEAR))
        elif each.new or each.old[0] not in paired:
            kept.append(each)
    return tuple(kept)


def _best(bags: Bags) -> Iterable[tuple[int, int]]:
    """Yield the pairs that share most, each statement once."""
    scored = []
    for old, new in bags.candidates():
        likeness = bags.likeness(old, new)
        is_alike = likeness.dice >= _ALIKE or likeness.contained >= _WITHIN
        if (is_alike and likeness.common >= _ENOUGH) or (likeness.contained >= _ALL and likeness.common >= _LITTLE):
            scored.append((-likeness.score, old, new))
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, old, new in sorted(scored):
        if old not in used_old and new not in used_new:
            used_old.add(old)
            used_new.add(new)
            yield old, new
