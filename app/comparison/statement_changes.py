"""Which statements of a document are not in its next version as they were."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.comparison.bearing import STRICTEST
from app.comparison.meaning import compared_words, says_the_same
from app.comparison.pairs import Pair, pair_statements
from app.comparison.renames import renamed, sides_renamed
from app.comparison.statements import statements_of
from app.model.comparison import Comparison
from app.model.watch import Bearing, PolicyChangeKind, Statement

_FEWEST_WORDS = 3  # shorter lines that bind nobody are signs of a page, not of a text


@dataclass(frozen=True, slots=True)
class StatementChange:
    """Statements that differ from those that stand for them in the other version.

    Attributes:
        number: Of the change of the comparison that shows them; None where none does.
        before: What the old statements do: of several things what the new ones do too, else what binds us most;
            "other" where they bind nobody and allow nothing. So `after` of the new ones.
        is_elsewhere: Of what is new or gone, whether the other version has the same words, once more or less often.
    """

    pair: Pair
    kind: PolicyChangeKind
    number: int | None
    before: Bearing
    after: Bearing
    is_elsewhere: bool = False

    @property
    def bearing(self) -> Bearing:
        """What the new statements do, or the old ones where they are gone."""
        return self.after if self.pair.new else self.before

    @property
    def counts(self) -> bool:
        """Whether it is a statement more or less: no title, and nothing that stands in the other version as well."""
        return not (self.is_heading or self.is_elsewhere)

    @property
    def is_turned(self) -> bool:
        """Whether something else is done now, such as what was allowed is forbidden."""
        return self.kind == "changed" and self.before != self.after and "other" not in (self.before, self.after)

    @property
    def is_heading(self) -> bool:
        """Whether all of it are headings, which say again what stands under them."""
        return all(statement.is_heading for statement in (*self.pair.old, *self.pair.new))


@dataclass(frozen=True, slots=True)
class StatementChanges:
    """All changed statements of two versions, in the order of the new one.

    Attributes:
        names: Names, in small letters, that another took the place of throughout, and that other one.
    """

    changes: tuple[StatementChange, ...]
    names: Mapping[str, str]


def changed_statements(comparison: Comparison) -> StatementChanges:
    """Return the statements of the two documents that differ, or stand elsewhere."""
    old, new = statements_of(comparison.old), statements_of(comparison.new)
    pairs, names = pair_statements(old, new)
    numbers = _Numbers(comparison)
    kinds = _Kinds(old, new, {**names, **sides_renamed(comparison.old)}, sides_renamed(comparison.new))
    return StatementChanges(tuple(_changes(pairs, kinds, numbers)), names)


def _changes(pairs: Sequence[Pair], kinds: "_Kinds", numbers: "_Numbers") -> Iterator[StatementChange]:
    for pair in pairs:
        if _is_title(pair):
            continue
        before, after = _called(pair)
        kind = kinds.of(pair, before, after)
        if kind is not None:
            yield StatementChange(pair, kind, numbers.of(pair), before, after, kinds.stands_elsewhere(pair))


def _is_title(pair: Pair) -> bool:
    """Return whether a pair is of titles, which hold nothing: of such as forbid nothing and name no day."""
    statements = (*pair.old, *pair.new)
    return all(each.is_heading and not each.bearings and not any(map(str.isdigit, each.text)) for each in statements)


def _called(pair: Pair) -> tuple[Bearing, Bearing]:
    """Return what the old statements of a pair do, and what the new ones do.

    Of several things that is the one that both do, else the one that binds us most.
    """
    old, new = ([bearing for bearing in STRICTEST if bearing in _done(side)] for side in (pair.old, pair.new))
    both = next((bearing for bearing in old if bearing in new), None)
    if both is not None:
        return both, both
    return next(iter(old), "other"), next(iter(new), "other")


def _done(statements: Sequence[Statement]) -> set[Bearing]:
    return {bearing for statement in statements for bearing in statement.bearings}


class _Kinds:
    """Says how pairs of statements of two documents differ, with names in either for what they stand for."""

    def __init__(
        self,
        old: Sequence[Statement],
        new: Sequence[Statement],
        old_names: Mapping[str, str],
        new_names: Mapping[str, str],
    ) -> None:
        self._old_statements, self._new_statements = old, new
        self._old_names, self._new_names = old_names, new_names

    def of(self, pair: Pair, before: Bearing, after: Bearing) -> PolicyChangeKind | None:
        """Return how a pair differs; None where it does not, or is no statement of its own."""
        does_the_same = before == after or "other" in (before, after)
        if pair.before == pair.after:
            return "changed" if not does_the_same else "moved" if pair.is_moved else None
        old, new = self._old_words(pair.before), self._new_words(pair.after)
        if not pair.new:
            return None if _says_nothing(pair.old[0], before, old, self._new) else "removed"
        if not pair.old:
            return None if _says_nothing(pair.new[0], after, new, self._old) else "added"
        if old != new and compared_words(pair.before) != compared_words(pair.after):
            return "reworded" if does_the_same and says_the_same(old, new) else "changed"
        if not does_the_same:
            return "changed"
        return "moved" if pair.is_moved else None

    def stands_elsewhere(self, pair: Pair) -> bool:
        """Return whether what is in one version only by its place is in the other by its words."""
        if pair.old and pair.new:
            return False
        return self._new_words(pair.after) in self._old if pair.new else self._old_words(pair.before) in self._new

    @cached_property
    def _old(self) -> frozenset[tuple[str, ...]]:
        return frozenset(self._old_words(statement.text) for statement in self._old_statements)

    @cached_property
    def _new(self) -> frozenset[tuple[str, ...]]:
        return frozenset(self._new_words(statement.text) for statement in self._new_statements)

    def _old_words(self, text: str) -> tuple[str, ...]:
        return compared_words(renamed(text, self._old_names))

    def _new_words(self, text: str) -> tuple[str, ...]:
        return compared_words(renamed(text, self._new_names))


def _says_nothing(
    statement: Statement, bearing: Bearing, words: tuple[str, ...], elsewhere: Collection[tuple[str, ...]]
) -> bool:
    """Return whether what is in one version only is a line of the page, or a lead-in that the other has elsewhere."""
    if bearing == "other" and len(words) < _FEWEST_WORDS:
        return True
    return statement.text.rstrip().endswith(":") and words in elsewhere


class _Numbers:
    """The change of a comparison that each paragraph of either document is part of."""

    def __init__(self, comparison: Comparison) -> None:
        self._old: dict[int, int] = {}
        self._new: dict[int, int] = {}
        for row in comparison.rows:
            if row.change is not None:
                self._old.update(dict.fromkeys(row.old, row.change))
                self._new.update(dict.fromkeys(row.new, row.change))

    def of(self, pair: Pair) -> int | None:
        """Return the number of the change that shows a pair, at its new place before its old one."""
        found = [self._new.get(each.paragraph) for each in pair.new]
        found += [self._old.get(each.paragraph) for each in pair.old]
        return next((number for number in found if number is not None), None)
