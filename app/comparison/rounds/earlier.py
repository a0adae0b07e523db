"""What the rounds before a round left: comments that were made, and tracked changes that were dealt with."""

from dataclasses import dataclass

from app.comparison.rounds.layered import END, Mark, Unit
from app.comparison.rounds.remarks import Key

Marked = tuple[str, str, bool, str]
"""Author and date of a tracked change, whether it is a deletion, and a word in it."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was there before a file was sent; nothing before the first.

    Attributes:
        comments: All that the files before had.
        marks: Author and date of the tracked changes that the last returned file had.
        opened: The words in those of ours that were left open there, by the ids of the tracked changes.
        answered: The words in the others of ours, in the same way.
    """

    comments: frozenset[Key] = frozenset()
    marks: frozenset[tuple[str, str]] = frozenset()
    opened: frozenset[tuple[str, Marked]] = frozenset()
    answered: frozenset[tuple[str, Marked]] = frozenset()

    def is_new(self, mark: Mark) -> bool:
        """Tell whether a tracked change was made since."""
        return (mark.author, mark.date) not in self.marks

    def is_dealt_with(self, mark: Mark, unit: Unit) -> bool:
        """Tell whether a tracked change of ours on a word was answered before, and only its mark is left.

        Where the ids were given anew since, as Word may do, it is told by the words.
        """
        if self.is_new(mark):
            return False
        keys = {(number, marked(mark, unit)) for number in mark.numbers}
        if not keys.isdisjoint(self.opened):
            return False
        if not keys.isdisjoint(self.answered):
            return True
        has_word = unit.text == END or any(map(str.isalnum, unit.text))
        return not has_word or marked(mark, unit) not in {words for _, words in self.opened}


NOTHING = Earlier()


def marked(mark: Mark, unit: Unit) -> Marked:
    """Return what a tracked change and a word in it are known by where ids do not count."""
    return mark.author, mark.date, mark == unit.deleted, unit.text
