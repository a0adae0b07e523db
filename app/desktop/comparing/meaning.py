"""What the changes of a comparison mean, as far as the window shows it."""

from dataclasses import dataclass

from app.model.comparison import Effect, JudgedComparison


@dataclass(frozen=True, slots=True)
class Meaning:
    """A judged comparison without its reviews, which are large and are not shown.

    Attributes:
        profile: The name of the one by which it was judged.
        not_checked: What was not checked, document by document, under their names.
    """

    effects: tuple[Effect, ...]
    uncovered: tuple[int, ...]
    profile: str
    not_checked: tuple[tuple[str, tuple[str, ...]], ...] = ()


def meaning_of(judged: JudgedComparison) -> Meaning:
    """Return what a judged comparison means; what was not read of a document is left out of what was not checked."""
    return Meaning(
        judged.effects,
        judged.uncovered,
        judged.new.profile.name,
        tuple(
            (
                review.document.name,
                tuple(line for line in review.not_checked if line not in review.document.not_read),
            )
            for review in (judged.old, judged.new)
        ),
    )
