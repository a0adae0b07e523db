"""Findings that ask for different changes of the same words, told before an export refuses them.

What is drafted never does; words of the user's own may.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from app.model.redline import Edit
from app.model.review import Review
from app.text.diff import edits_within, overlap


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two findings that cannot both have their way.

    Attributes:
        first: Clause type of the one that stands first among the redlines; so `second`.
        paragraph: Where both change the same words.
        why: One sentence: where, which two, and what to do.
    """

    first: str
    second: str
    paragraph: int
    why: str


def conflicts(effective: Review) -> tuple[Conflict, ...]:
    """Return the pairs of findings whose redlines change the same words, each once, in the order of the redlines."""
    found = {(conflict.first, conflict.second): conflict for conflict in reversed(list(_conflicts(effective)))}
    order = {redline.clause: place for place, redline in enumerate(effective.redlines)}
    return tuple(sorted(found.values(), key=lambda each: (order[each.first], order[each.second])))


def _conflicts(effective: Review) -> Iterator[Conflict]:
    titles = {finding.clause.id: finding.clause.title for finding in effective.findings}
    asked: defaultdict[int, defaultdict[str, list[Edit]]] = defaultdict(lambda: defaultdict(list))
    for redline in effective.redlines:
        for edit in redline.edits:
            asked[edit.paragraph][redline.clause].append(edit)
    for paragraph, by_clause in sorted(asked.items()):
        for first, second in combinations(by_clause, 2):
            if _touch(effective, by_clause[first], by_clause[second]):
                where = effective.document.place_of(paragraph)
                why = (
                    f"{where}: {titles[first]} and {titles[second]} change the same words in different ways; change "
                    "your own wording of one, or ask for only one of them."
                )
                yield Conflict(first, second, paragraph, why)


def _touch(effective: Review, edits: list[Edit], others: list[Edit]) -> bool:
    """Tell whether one of `edits` and one of `others`, made word by word as they are exported, cannot both be made."""
    text = effective.document.paragraphs[edits[0].paragraph].text
    terms = frozenset(term.term for term in effective.document.terms)
    made = [
        [each for edit in side for each in edits_within(text, edit.span.start, edit.span.end, edit.text, terms)]
        for side in (edits, others)
    ]
    return any(overlap(one, other) for one in made[0] for other in made[1])
