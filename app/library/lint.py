"""What the parts of a clause file must keep among one another: names that are there, rungs in order.

It reads the fields as they stand in the file, so that these mistakes are told together with those of form.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from app.model.clause import NUMBER_READERS, Reader

Field = tuple[int | str, ...]
Fields = Mapping[str, object]
_LADDER = {"preferred": 0, "fallback": 1, "walk-away": 2}
_WITHOUT_SIZE = frozenset(get_args(Reader)).difference(NUMBER_READERS)
_SIZES = frozenset(("at_least", "at_most", "clear_of_profile"))


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong at one place of a clause file.

    Attributes:
        is_warning: Whether it is told only, and lets the library pass.
    """

    field: Field
    message: str
    is_warning: bool = False


def lint(path: Path, entry: Fields) -> Iterator[Mistake]:
    """Yield what is wrong with the fields of `entry`, read from `path`; mistakes of form are passed over."""
    if entry.get("id", path.stem) != path.stem:
        yield Mistake(("id",), f"the file is called {path.name}, so the id must be {path.stem!r}")
    yield from _ladder(entry)
    facts = entry.get("facts")
    known = [str(key) for key in facts] if isinstance(facts, Mapping) else []
    for field, key in _facts_asked_for(entry):
        if key not in known:
            yield Mistake(field, f"no fact {key!r} is read; there are {', '.join(known) or 'none'}")
    for field, test in _tests(entry):
        read = facts.get(str(test.get("fact"))) if isinstance(facts, Mapping) else None
        if isinstance(read, Mapping) and read.get("read") in _WITHOUT_SIZE and not _SIZES.isdisjoint(test):
            yield Mistake(field, f"a fact read as {read['read']!r} is no number that could be more or less")


def _ladder(entry: Fields) -> Iterator[Mistake]:
    """Rungs stand best first; the last takes what is left, so that every clause gets a level."""
    positions = list(_entries(entry, "positions"))
    for (_, upper), (number, lower) in itertools.pairwise(positions):
        if _LADDER.get(str(lower.get("level")), 2) < _LADDER.get(str(upper.get("level")), 0):
            yield Mistake(("positions", number, "level"), "positions stand best first")
    for number, position in positions[:-1]:
        if not position.get("if"):
            yield Mistake(("positions", number), "a position without tests takes all, so it must be the last")
    for number, position in positions[-1:]:
        if position.get("if"):
            yield Mistake(
                ("positions", number, "if"), "the last position takes what is left: drop 'if', or add one below"
            )


def _facts_asked_for(entry: Fields) -> Iterator[tuple[Field, str]]:
    """Yield the facts that tests and examples name, with their place."""
    for field, test in _tests(entry):
        if isinstance(fact := test.get("fact"), str):
            yield field, fact
    examples = entry.get("examples")
    for number, example in _entries(examples if isinstance(examples, Mapping) else {}, "carries"):
        stated = example.get("facts")
        for key in stated if isinstance(stated, Mapping) else ():
            yield ("examples", "carries", number, "facts", str(key)), str(key)


def _tests(entry: Fields) -> Iterator[tuple[Field, Fields]]:
    """Yield the tests that may ask of facts, with their place."""
    for part in ("positions", "severity_when"):
        for number, owner in _entries(entry, part):
            for index, test in _entries(owner, "if"):
                yield (part, number, "if", index), test


def _entries(owner: Fields, name: str) -> Iterator[tuple[int, Fields]]:
    """Yield the members of a list that have fields, with their number."""
    members = owner.get(name)
    for number, member in enumerate(members if isinstance(members, list) else ()):
        if isinstance(member, Mapping):
            yield number, member
