"""What the rounds before a round left: comments that were made, and tracked changes that were dealt with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.comparison.rounds.layered import Mark, Unit
from app.comparison.rounds.remarks import Key

Marked = tuple[str, str, bool]
"""Author and date of a tracked change, and whether it is a deletion."""

Words = Mapping[tuple[str, Marked], str]
"""The words in tracked changes, by their ids."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was there before a file was sent; nothing before the first.

    Attributes:
        comments: All that the files before had.
        marks: Author and date of the tracked changes that the last returned file had.
        opened: The words in those of ours that were left open there.
        answered: The words in the others of ours.
    """

    comments: frozenset[Key] = frozenset()
    marks: frozenset[tuple[str, str]] = frozenset()
    opened: Words = field(default_factory=dict)
    answered: Words = field(default_factory=dict)

    def is_new(self, mark: Mark) -> bool:
        """Tell whether a tracked change was made since."""
        return (mark.author, mark.date) not in self.marks

    def is_dealt_with(self, mark: Mark, unit: Unit) -> bool:
        """Tell whether a tracked change of ours on a word was answered before, and only its mark is left.

        Where the ids were given anew since, as Word may do, it is told by the words.
        """
        if self.is_new(mark):
            return False
        known = marked(mark, unit)
        keys = [(number, known) for number in mark.numbers]
        if any(unit.text in self.opened.get(key, "") for key in keys):
            return False
        if any(unit.text in self.answered.get(key, "") for key in keys):
            return True
        return not any(unit.text in words for key, words in self.opened.items() if key[1] == known)


NOTHING = Earlier()


def marked(mark: Mark, unit: Unit) -> Marked:
    """Return what a tracked change on a word is known by where ids do not count."""
    return mark.author, mark.date, mark == unit.deleted
