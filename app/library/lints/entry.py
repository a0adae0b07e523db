"""Whether an entry is complete: its examples, its positions, who approves."""

import re
from collections import Counter
from collections.abc import Iterator

from app.library.lint import Field, Mistake
from app.model.clause import ClauseType, Example, NewClause, Position

_EXAMPLES = 3
_SAYS_NOTHING = re.compile(
    r"(?:preferred|fallback|walk-?away|good|bad|better|best|worse|worst|ok|okay|acceptable|unacceptable|fine|other|others|"
    r"anything|everything|none|rest|default|standard|normal|position|rung|level|n/?a|\W|\d|else|is|not|what|we|want|it|all)*",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:reasonabl[ey]|appropriate(?:ly)?|prompt(?:ly)?|timely|adequate(?:ly)?|sufficient(?:ly)?)\b", re.IGNORECASE
)
_FIGURE = re.compile(
    r"\d|\{(?:days|months|hours):|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twice)\b", re.IGNORECASE
)
_SIZES = ("at_least", "at_most", "clear_of_profile")


def placed_examples(clause: ClauseType) -> Iterator[tuple[Field, Example]]:
    """Yield the examples of `clause` with their place in its file."""
    carries = sum(example.carries for example in clause.examples)
    for index, example in enumerate(clause.examples):
        kind, number = ("carries", index) if example.carries else ("does_not_carry", index - carries)
        yield ("examples", kind, number), example


def placed_wording(clause: ClauseType) -> Iterator[tuple[Field, str]]:
    """Yield every text of `clause` that is written into a document, with its place in its file."""
    for rung, position in enumerate(clause.positions):
        for number, group in enumerate(position.edits):
            yield from (
                (("positions", rung, "edits", number, at), rule.text) for at, rule in enumerate(group) if rule.text
            )
        if position.clause is not None:
            place = ("positions", rung, "clause", "text")
            yield from (((*place, number), text) for number, text in enumerate(position.clause.text))


def lint_entry(clause: ClauseType, *, is_bundled: bool) -> Iterator[Mistake]:
    """Yield what `clause` lacks; what the bundled library must have, others are only told of."""
    for mistake in (*_of_examples(clause), *_of_approvers(clause)):
        yield mistake if is_bundled else Mistake(mistake.field, mistake.message, is_warning=True)
    yield from _of_positions(clause)


def _of_examples(clause: ClauseType) -> Iterator[Mistake]:
    for kind, carries in (("carries", True), ("does_not_carry", False)):
        number = sum(example.carries == carries for example in clause.examples)
        if number < _EXAMPLES:
            yield Mistake(("examples", kind), f"has {number} of the {_EXAMPLES} examples that are due; add some")
    reached = {example.rung for example in clause.examples}
    for rung, position in enumerate(clause.positions, 1):
        if rung not in reached:
            message = f"no example has 'rung: {rung}'; add it to one that stands on “{position.name}”"
            yield Mistake(("positions", rung - 1), message)


def _of_approvers(clause: ClauseType) -> Iterator[Mistake]:
    for rung, position in enumerate(clause.positions):
        if position.level != "preferred" and not position.approver.strip():
            message = "has no approver; say who may accept a clause that stands here"
            yield Mistake(("positions", rung), message)


def _of_positions(clause: ClauseType) -> Iterator[Mistake]:
    if clause.nature == "protection" and clause.positions[0].clause is None:
        yield Mistake(("positions", 0), "has no clause, so there is nothing to insert where the protection is missing")
    names = Counter(position.name.strip().casefold() for position in clause.positions)
    for rung, position in enumerate(clause.positions):
        place: Field = ("positions", rung)
        if position.level == "preferred" and position.approver:
            yield Mistake(
                (*place, "approver"), "nobody need approve a preferred position; take it out", is_warning=True
            )
        if position.level != "walk-away" and not position.has_wording and not _is_silence(clause, position):
            yield Mistake(place, "has no wording; add edits or a clause that bring a document to it")
        if _SAYS_NOTHING.fullmatch(position.name):
            yield Mistake((*place, "name"), "does not say what is held; name the terms in a few words", is_warning=True)
        elif names[position.name.strip().casefold()] > 1:
            yield Mistake((*place, "name"), "is the name of another position too; say what differs", is_warning=True)
        if position.clause is not None and (vague := _vague_measure(position, position.clause)):
            message = f"says {vague!r} where its tests ask for a figure; write the figure"
            yield Mistake((*place, "clause", "text"), message, is_warning=True)


def _is_silence(clause: ClauseType, position: Position) -> bool:
    """Return whether a position is reached by what is not there, or by our own answers: there is nothing to word."""
    of_facts = [test for test in position.tests if test.subject == "fact"]
    if position.tests and not of_facts:
        return True
    absent = all(test.comparison in ("is", "stated") and test.operand is False for test in of_facts)
    return clause.nature == "burden" and bool(of_facts) and absent


def _vague_measure(position: Position, new: NewClause) -> str:
    """Return the vague word that stands alone where a figure is tested; "" where none does."""
    words = " ".join(new.text)
    if not any(test.comparison in _SIZES and test.subject == "fact" for test in position.tests) or _FIGURE.search(
        words
    ):
        return ""
    found = _VAGUE.search(words)
    return found[0] if found else ""
