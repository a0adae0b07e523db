"""Turns checked clause files into the frozen types of the model."""

from collections.abc import Iterable, Iterator
from typing import cast

from app.library.schema import ClauseEntry, EditEntry, ExampleEntry, FactEntry, PositionEntry, TestEntry
from app.model.clause import (
    Claim,
    ClauseType,
    Comparison,
    Condition,
    Cues,
    EditAction,
    EditRule,
    Example,
    FactSpec,
    NewClause,
    Option,
    Position,
    SeverityRule,
    Test,
    Value,
)


def clause_type(entry: ClauseEntry) -> ClauseType:
    """Return the clause type that `entry` describes."""
    return ClauseType(
        id=entry.id,
        title=entry.title,
        group=entry.group,
        nature=entry.nature,
        inherits=entry.inherits,
        cues=Cues(
            strong=tuple(entry.cues.strong),
            weak=tuple(entry.cues.weak),
            heading=tuple(entry.cues.heading),
            against=tuple(entry.cues.against),
            definitions=entry.cues.definitions,
        ),
        applies=Condition(
            documents=tuple(entry.applies.documents),
            tests=_tests(entry.applies.if_),
            reason=entry.applies.otherwise,
            phrases=tuple(entry.applies.phrases),
        ),
        facts=tuple(_fact_spec(key, fact) for key, fact in entry.facts.items()),
        positions=tuple(_position(position) for position in entry.positions),
        severity=entry.severity,
        severity_when=tuple(SeverityRule(rule.severity, _tests(rule.if_)) for rule in entry.severity_when),
        ask=entry.ask,
        rationale=entry.rationale,
        comment=entry.comment,
        note=entry.note,
        owner=entry.owner,
        negotiability=entry.negotiability,
        sources=tuple(entry.sources),
        claims=tuple(Claim(c.says, c.source, c.state, c.text_says, c.about) for c in entry.claims),
        examples=(
            *_examples(entry.examples.carries, carries=True),
            *_examples(entry.examples.does_not_carry, carries=False),
        ),
    )


def _fact_spec(key: str, fact: FactEntry) -> FactSpec:
    return FactSpec(
        key=key,
        reader=fact.read,
        patterns=(*fact.yes, *fact.near, *fact.after),
        unless=(*fact.no, *fact.not_near),
        options=tuple(Option(value, tuple(patterns)) for value, patterns in fact.options.items()),
        unit=fact.unit,
        pick=fact.pick,
        silent=fact.silent,
        scope=fact.scope,
    )


def _position(position: PositionEntry) -> Position:
    new = position.clause
    return Position(
        level=position.level,
        name=position.name,
        tests=_tests(position.if_),
        edits=tuple(tuple(_edit_rule(rule) for rule in group) for group in position.edits),
        clause=None if new is None else NewClause(new.heading, tuple(new.text), tuple(new.after), tuple(new.under)),
    )


def _edit_rule(edit: EditEntry) -> EditRule:
    action, pattern = edit.action()
    return EditRule(cast("EditAction", action), pattern, edit.text, edit.unless)


def _tests(tests: Iterable[TestEntry]) -> tuple[Test, ...]:
    return tuple(_test(test) for test in tests)


def _test(test: TestEntry) -> Test:
    name, operand = test.comparison()
    if isinstance(operand, dict):
        operand = next(iter(operand.items()))
    if isinstance(operand, list):
        operand = tuple(operand)
    return Test(
        subject="fact" if test.fact else "profile",
        key=test.fact or test.profile,
        comparison=cast("Comparison", name),
        operand=cast("Value | tuple[Value, ...]", operand),
    )


def _examples(examples: Iterable[ExampleEntry], *, carries: bool) -> Iterator[Example]:
    for example in examples:
        yield Example(example.text, carries, tuple(example.facts.items()), example.level, example.heading)
