"""The steps from one text with tracked changes to another, and which of them tracked changes allow."""

from dataclasses import dataclass
from typing import NamedTuple

from app.comparison.rounds.layered import END, Mark, Unit

_LOUD = 10  # how much worse it is to break a rule than to have a tracked change resolved


class Step(NamedTuple):
    """A unit of the old text and what it is in the new; None on one side for what is gone, or new."""

    old: Unit | None
    new: Unit | None


@dataclass(frozen=True, slots=True)
class Rules:
    """Whose tracked changes are whose.

    Attributes:
        ours: The names of the side whose file is followed.
        is_nameless: Whether the new file tells nobody's name, so that any mark may be anybody's.
        is_traced: Whether the new file can show tracked changes.
    """

    ours: frozenset[str]
    is_nameless: bool = False
    is_traced: bool = True

    def is_ours(self, mark: Mark | None) -> bool:
        """Tell whether a mark is ours."""
        return mark is not None and mark.author in self.ours

    def is_same(self, mark: Mark | None, other: Mark | None) -> bool:
        """Tell whether two marks may be the same tracked change; so are none and none."""
        if mark is None or other is None:
            return mark is other
        return self.is_nameless or mark.author == other.author

    def is_tracked(self, step: Step) -> bool:
        """Tell whether a step is a tracked change that the other side made."""
        old, new = step
        if new is None:
            return False
        if old is None:
            return new.inserted is not None and not self.is_ours(new.inserted)
        is_new = new.deleted is not None and not self.is_same(old.deleted, new.deleted)
        return is_new and not self.is_ours(new.deleted)

    def is_untracked(self, step: Step) -> bool:
        """Tell whether a step breaks the rules."""
        old, new = step
        if new is None:
            return old is not None and old.is_plain
        if old is None:
            return new.inserted is None or self.is_ours(new.inserted)
        is_new = new.deleted is not None and not self.is_same(old.deleted, new.deleted)
        return is_new and self.is_ours(new.deleted)

    def is_settled(self, step: Step) -> bool:
        """Tell whether a tracked change of the other side, that was open, is now part of the text."""
        old, new = step
        if old is None or (old.inserted is None and old.deleted is None):
            return False
        if new is None:
            return old.deleted is not None and not self.is_ours(old.deleted) and old.inserted is None
        return old.inserted is not None and not self.is_ours(old.inserted) and new.inserted is None

    def gone(self, unit: Unit) -> int:
        """Return what it costs that a unit is gone."""
        return _weight(unit) * _LOUD if unit.is_plain else 1

    def new(self, unit: Unit) -> int:
        """Return what it costs that a unit is new."""
        return 1 if unit.inserted is not None and not self.is_ours(unit.inserted) else _weight(unit) * _LOUD

    def kept(self, old: Unit, new: Unit) -> int | None:
        """Return what it costs that `new` is `old`; None where it cannot be."""
        if old.key != new.key or (new.inserted is not None and not self._may_be(old.inserted, new.inserted)):
            return None
        cost = (old.is_field != new.is_field) + _change(old.inserted, new.inserted) + _change(old.deleted, new.deleted)
        if new.deleted is not None and self.is_ours(new.deleted) and not self.is_ours(old.deleted):
            cost += _weight(new) * _LOUD
        return cost

    def _may_be(self, old: Mark | None, new: Mark) -> bool:
        return old is not None and self.is_same(old, new)


def _change(old: Mark | None, new: Mark | None) -> int:
    """Return what it costs that a mark became another: nothing where it is the same."""
    if old is None or new is None:
        return old is not new
    return 0 if (old.author, old.date) == (new.author, new.date) else 2


def _weight(unit: Unit) -> int:
    if unit.text == END:
        return 3
    if unit.text.isspace():
        return 1
    return 4 if any(map(str.isalnum, unit.text)) else 2
