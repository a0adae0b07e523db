"""Turns checked clause files into the frozen types of the model."""

from collections.abc import Iterable, Iterator
from typing import cast

from app.library.guidance_schema import ArgumentEntry, MeasureEntry, OccasionEntry, TableEntry
from app.library.known import CHOICES, FLAGS, SIDES
from app.library.schema import (
    ClaimEntry,
    ClauseEntry,
    EditEntry,
    ExampleEntry,
    FactEntry,
    ObligationEntry,
    PositionEntry,
    TestEntry,
)
from app.model.clause import (
    Claim,
    ClauseType,
    Comparison,
    Condition,
    Cues,
    DocumentType,
    EditAction,
    EditRule,
    Example,
    FactSpec,
    NewClause,
    ObligationRule,
    Option,
    Position,
    SeverityRule,
    Test,
    Value,
)
from app.model.guidance import Argument, ComparisonTable, Measure, Occasion


def clause_type(entry: ClauseEntry, pack: str, documents: tuple[DocumentType, ...]) -> ClauseType:
    """Return the clause type that `entry` describes, of `pack`, whose absence means something in `documents`."""
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
            documents=documents,
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
        claims=tuple(claim(each) for each in entry.claims),
        pack=pack,
        obligations=tuple(_obligation(each) for each in entry.obligations),
        meets=tuple(entry.meets),
        examples=(
            *_examples(entry.examples.carries, carries=True),
            *_examples(entry.examples.does_not_carry, carries=False),
        ),
    )


def claim(entry: ClaimEntry) -> Claim:
    """Return the claim that `entry` describes."""
    return Claim(entry.says, entry.source, entry.state, entry.text_says, entry.about, entry.topic, tuple(entry.meets))


def measure(entry: MeasureEntry) -> Measure:
    """Return the measure that `entry` describes."""
    return Measure(
        id=entry.id,
        purpose=entry.purpose,
        title=entry.title,
        text=entry.text,
        why=entry.why,
        owner=entry.owner,
        due=entry.due,
        occasion=_occasion(entry.when),
        clauses=tuple(entry.clauses),
        sources=tuple(entry.sources),
        meets=tuple(entry.meets),
    )


def argument(entry: ArgumentEntry) -> Argument:
    """Return the argument that `entry` describes."""
    return Argument(
        id=entry.id,
        title=entry.title,
        text=entry.text,
        occasion=_occasion(entry.when),
        words=entry.words,
        caution=entry.caution,
        clauses=tuple(entry.clauses),
        sources=tuple(entry.sources),
        meets=tuple(entry.meets),
    )


def table(entry: TableEntry) -> ComparisonTable:
    """Return the comparison table that `entry` describes."""
    return ComparisonTable(
        id=entry.id,
        title=entry.title,
        columns=tuple(entry.columns),
        rows=tuple(tuple(row) for row in entry.rows),
        ours=tuple(_tests(tests) for tests in entry.ours),
        occasion=_occasion(entry.when),
        note=entry.note,
        sources=tuple(entry.sources),
        meets=tuple(entry.meets),
    )


def _occasion(entry: OccasionEntry) -> Occasion:
    return Occasion(
        documents=tuple(entry.documents),
        about=entry.about,
        tests=_tests(entry.if_),
        findings=tuple((clause, tuple(levels)) for clause, levels in entry.findings.items()),
    )


def _obligation(entry: ObligationEntry) -> ObligationRule:
    return ObligationRule(entry.text, entry.who, _tests(entry.if_), entry.due, entry.trigger, entry.repeats)


def _fact_spec(key: str, fact: FactEntry) -> FactSpec:
    yes, no = FLAGS.get(fact.known or "", ((), ()))
    flag = fact.read == "flag"
    return FactSpec(
        key=key,
        reader=fact.read,
        patterns=_once(fact.yes, () if flag else fact.near, fact.after, yes),
        unless=_once(fact.no, fact.not_near, no),
        near=_once(fact.near) if flag else (),
        options=tuple(Option(value, phrases) for value, phrases in _options(fact).items()),
        unit=fact.unit,
        pick=fact.pick,
        silent=fact.silent,
        scope=fact.scope,
    )


def _options(fact: FactEntry) -> dict[str, tuple[str, ...]]:
    """Return the values a fact may have, each with its phrases: the file's own before those known by name."""
    known = SIDES if fact.read in ("who", "whom") else CHOICES.get(fact.known or "", {})
    return {value: _once(fact.options.get(value, ()), known.get(value, ())) for value in (*fact.options, *known)}


def _once(*phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for some in phrases for phrase in some))


def _position(position: PositionEntry) -> Position:
    new = position.clause
    return Position(
        level=position.level,
        name=position.name,
        tests=_tests(position.if_),
        edits=tuple(tuple(_edit_rule(rule) for rule in group) for group in position.edits),
        clause=None if new is None else NewClause(new.heading, tuple(new.text), tuple(new.after), tuple(new.under)),
        approver=position.approver,
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
        yield Example(
            text=example.text,
            carries=carries,
            facts=tuple(example.facts.items()),
            level=example.level,
            heading=example.heading,
            rung=example.rung,
            profile=tuple((key, tuple(v) if isinstance(v, list) else v) for key, v in example.profile.items()),
        )
