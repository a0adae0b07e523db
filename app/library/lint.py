"""What a clause file must keep beyond its form: names that exist, rungs in order, tests on facts that are read."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from app.library.schema import ClauseEntry, TestEntry
from app.model.profile import DeploymentProfile
from app.model.slots import slot_problems
from app.text.patterns import PatternError, parse_pattern

Field = tuple[int | str, ...]
_LADDER = {"preferred": 0, "fallback": 1, "walk-away": 2}
_PROFILE = {field.name for field in fields(DeploymentProfile)} | {"multimodal"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong at one place of a clause file."""

    field: Field
    message: str


def lint(path: Path, entry: ClauseEntry) -> Iterator[Mistake]:
    """Yield what is wrong with `entry`, read from `path`."""
    if entry.id != path.stem:
        yield Mistake(("id",), f"the file is called {path.name}, so the id must be {path.stem!r}")
    yield from _ladder(entry)
    for field, test in _tests(entry):
        if test.fact and test.fact not in entry.facts:
            yield Mistake(field, f"no fact {test.fact!r} is read; there are {', '.join(entry.facts) or 'none'}")
        if test.profile and test.profile not in _PROFILE:
            yield Mistake(field, f"the profile has no {test.profile!r}; it has {', '.join(sorted(_PROFILE))}")
    yield from _example_facts(entry)
    yield from _notation(entry)


def _ladder(entry: ClauseEntry) -> Iterator[Mistake]:
    """Rungs stand best first; the last takes what is left, so that every clause gets a level."""
    rungs = [_LADDER[position.level] for position in entry.positions]
    for number, (upper, lower) in enumerate(itertools.pairwise(rungs), start=1):
        if lower < upper:
            yield Mistake(("positions", number, "level"), "positions stand best first")
    for number, position in enumerate(entry.positions):
        if not position.if_ and number < len(entry.positions) - 1:
            yield Mistake(("positions", number), "a position without tests takes all, so it must be the last")


def _tests(entry: ClauseEntry) -> Iterator[tuple[Field, TestEntry]]:
    for number, position in enumerate(entry.positions):
        for index, test in enumerate(position.if_):
            yield ("positions", number, "if", index), test
    for number, rule in enumerate(entry.severity_when):
        for index, test in enumerate(rule.if_):
            yield ("severity_when", number, "if", index), test
    for index, test in enumerate(entry.applies.if_):
        yield ("applies", "if", index), test


def _wordings(entry: ClauseEntry) -> Iterator[tuple[Field, str]]:
    """Yield every text that may hold slots with its place."""
    yield ("comment",), entry.comment
    for number, position in enumerate(entry.positions):
        for group, rules in enumerate(position.edits):
            yield from ((("positions", number, "edits", group, i, "text"), rule.text) for i, rule in enumerate(rules))
        if position.clause is not None:
            yield ("positions", number, "clause", "heading"), position.clause.heading
            yield from _numbered(("positions", number, "clause", "text"), position.clause.text)


def _phrases(entry: ClauseEntry) -> Iterator[tuple[Field, str]]:
    """Yield every phrase of the entry with its place."""
    for name in ("strong", "weak", "heading", "against"):
        yield from _numbered(("cues", name), getattr(entry.cues, name))
    yield from _numbered(("applies", "phrases"), entry.applies.phrases)
    for key, fact in entry.facts.items():
        for name in ("yes", "no", "near", "not_near", "after"):
            yield from _numbered(("facts", key, name), getattr(fact, name))
        for value, phrases in fact.options.items():
            yield from _numbered(("facts", key, "options", value), phrases)
    for number, position in enumerate(entry.positions):
        for group, rules in enumerate(position.edits):
            for index, rule in enumerate(rules):
                field = ("positions", number, "edits", group, index)
                yield from ((field, phrase) for phrase in (rule.action()[1], rule.unless) if phrase)


def _numbered(field: Field, phrases: list[str]) -> Iterator[tuple[Field, str]]:
    yield from (((*field, number), phrase) for number, phrase in enumerate(phrases))


def _example_facts(entry: ClauseEntry) -> Iterator[Mistake]:
    for number, example in enumerate(entry.examples.carries):
        for key in example.facts:
            if key not in entry.facts:
                yield Mistake(("examples", "carries", number, "facts", key), f"no fact {key!r} is read")


def _notation(entry: ClauseEntry) -> Iterator[Mistake]:
    for field, phrase in _phrases(entry):
        try:
            parse_pattern(phrase)
        except PatternError as error:
            yield Mistake(field, f"not a phrase: {error}")
    for field, wording in _wordings(entry):
        yield from (Mistake(field, problem) for problem in slot_problems(wording))
