"""What differs between two clause libraries, in a lawyer's words, and what that changes in documents."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import zip_longest
from textwrap import shorten

from app.model.clause import Claim, ClauseType, Example, FactSpec, ObligationRule, Position, Test
from app.model.guidance import Argument, ComparisonTable, Measure
from app.model.library import ClauseLibrary
from app.service.library_tests import in_words

_SHOWN = 160
_LEAD = 5
"""How many words are shown before the first that differs."""
_CALLED = {"patterns": "phrases", "near": "where to look", "unless": "phrases against", "silent": "value of silence"}
_TEXTS = {
    "title": "title",
    "group": "group",
    "pack": "pack",
    "nature": "nature",
    "severity": "severity",
    "negotiability": "negotiability",
    "owner": "owner",
    "ask": "what is asked",
    "rationale": "rationale",
    "comment": "comment to the other side",
    "note": "internal note",
}
_PHRASES = {"strong": "strong cues", "weak": "weak cues", "heading": "headings", "against": "cues against"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise in the new library.

    Attributes:
        about: The clause type, by its title, or what else it belongs to ("Library", "Guidance").
        part: The part of it, in a word or two.
        change: What changed, in a sentence without a stop.
    """

    about: str
    part: str
    change: str


def differences(old: ClauseLibrary, new: ClauseLibrary) -> tuple[Difference, ...]:
    """Return what differs in `new`, in the order of its clause types; those that are gone come last."""
    found = [*_of_library(old, new)]
    earlier = {clause.id: clause for clause in old.clauses}
    for clause in new.clauses:
        if clause.id not in earlier:
            found.append(Difference(clause.title, "entry", f"new: {clause.ask}"))
        else:
            before = earlier[clause.id]
            found += (Difference(clause.title, part, change) for part, change in _of_clause(before, clause))
    kept = {clause.id for clause in new.clauses}
    found += (Difference(clause.title, "entry", "no longer there") for clause in old.clauses if clause.id not in kept)
    return (*found, *_of_guidance(old, new))


def _of_library(old: ClauseLibrary, new: ClauseLibrary) -> Iterator[Difference]:
    for name, before, after in (
        ("title", old.title, new.title),
        ("version", old.version, new.version),
        ("in force since", str(old.effective or "not said"), str(new.effective or "not said")),
    ):
        if before != after:
            yield Difference("Library", name, _from_to(before, after))


def _of_clause(old: ClauseType, new: ClauseType) -> Iterator[tuple[str, str]]:
    for name, called in _TEXTS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield called, _from_to(before, after)
    if old.applies != new.applies:
        yield "where it applies", _applies(old, new)
    if old.inherits != new.inherits:
        yield (
            "items of lists",
            "carry the type of their lead-in" if new.inherits else "no longer carry their lead-in's type",
        )
    if old.severity_when != new.severity_when:
        cases = "; ".join(f"{rule.severity} if {_tests(rule.tests)}" for rule in new.severity_when)
        yield "severity in cases", f"now {cases or 'none'}"
    yield from _of_positions(old.positions, new.positions)
    for name, called in _PHRASES.items():
        yield from _listed(called, getattr(old.cues, name), getattr(new.cues, name), repr)
    if old.cues.definitions != new.cues.definitions:
        yield "definitions", "may carry it" if new.cues.definitions else "no longer carry it"
    yield from _keyed("facts", {spec.key: spec for spec in old.facts}, {spec.key: spec for spec in new.facts})
    yield from _listed("sources", old.sources, new.sources, _quoted)
    yield from _keyed("claims", {c.statement: c for c in old.claims}, {c.statement: c for c in new.claims})
    yield from _keyed("obligations", {o.text: o for o in old.obligations}, {o.text: o for o in new.obligations})
    yield from _of_examples(old.examples, new.examples)
    yield from _listed("requirements met", old.meets, new.meets, str)


def _applies(old: ClauseType, new: ClauseType) -> str:
    if old.applies.documents != new.applies.documents:
        return _from_to(", ".join(old.applies.documents), ", ".join(new.applies.documents))
    if old.applies.tests != new.applies.tests:
        return _from_to(_tests(old.applies.tests) or "always", _tests(new.applies.tests) or "always")
    if old.applies.phrases != new.applies.phrases:
        return "the phrases that a document must hold changed"
    return _from_to(old.applies.reason, new.applies.reason)


def _of_positions(old: Sequence[Position], new: Sequence[Position]) -> Iterator[tuple[str, str]]:
    """Yield what differs in positions: those of the same name are compared, then those left over in order."""
    before = {position.name: position for position in old}
    after = {position.name: position for position in new}
    gone = [position for position in old if position.name not in after]
    fresh = [position for position in new if position.name not in before]
    pairs = [(before[name], position) for name, position in after.items() if name in before]
    pairs += [(one, other) for one, other in zip(gone, fresh, strict=False) if one.level == other.level]
    matched = [id(position) for pair in pairs for position in pair]
    for position in new:
        earlier = next((one for one, other in pairs if other is position), None)
        if earlier is None:
            yield _called(position), f"new ({position.level}): {_tests(position.tests) or 'anything else'}"
        else:
            yield from ((_called(position), change) for change in _of_position(earlier, position))
    yield from ((_called(position), "no longer there") for position in old if id(position) not in matched)
    order = [name for name in before if name in after]
    if order != [name for name in after if name in before]:
        yield "positions", f"in another order: {', then '.join(map(_quoted, after))}"


def _of_position(old: Position, new: Position) -> Iterator[str]:
    if old.name != new.name:
        yield f"was called {_quoted(old.name)}"
    if old.level != new.level:
        yield f"level {_from_to(old.level, new.level)}"
    if old.tests != new.tests:
        yield f"tests {_from_to(_tests(old.tests) or 'none', _tests(new.tests) or 'none')}"
    if old.approver != new.approver:
        yield f"approver {_from_to(old.approver or 'nobody', new.approver or 'nobody')}"
    if old.edits != new.edits:
        groups = sum(one != other for one, other in zip_longest(old.edits, new.edits))
        yield f"wording of {groups} group{'s'[: groups > 1]} of edits changed"
    if old.clause != new.clause:
        if old.clause is None or new.clause is None:
            yield "clause to insert added" if new.clause else "clause to insert dropped"
        elif old.clause.text != new.clause.text or old.clause.heading != new.clause.heading:
            yield f"clause to insert {_from_to(' '.join(old.clause.text), ' '.join(new.clause.text))}"
        else:
            yield "the place of the clause to insert changed"


def _of_guidance(old: ClauseLibrary, new: ClauseLibrary) -> Iterator[Difference]:
    for name in ("measures", "arguments", "tables"):
        before, after = ({piece.id: piece for piece in getattr(library, name)} for library in (old, new))
        yield from (Difference("Guidance", name, change) for _, change in _keyed(name, before, after))
    claims = [{claim.statement: claim for claim in library.claims} for library in (old, new)]
    yield from (Difference("Guidance", part, change) for part, change in _keyed("claims", *claims))


_Part = FactSpec | Claim | ObligationRule | Measure | Argument | ComparisonTable


def _keyed(part: str, old: Mapping[str, _Part], new: Mapping[str, _Part]) -> Iterator[tuple[str, str]]:
    """Yield what is new, gone or changed, each by its key."""
    for key in dict.fromkeys([*new, *old]):
        before, after = old.get(key), new.get(key)
        if before is None or after is None:
            yield part, f"{_quoted(key)} {'new' if before is None else 'no longer there'}"
        elif before != after:
            names = (each.name for each in fields(after) if getattr(before, each.name) != getattr(after, each.name))
            changes = [_changed(name, getattr(before, name), getattr(after, name)) for name in names]
            yield part, f"{_quoted(key)}: {'; '.join(changes)}"


def _changed(name: str, before: object, after: object) -> str:
    called = _CALLED.get(name, name.replace("_", " "))
    return (
        f"{called} {_from_to(before, after)}"
        if isinstance(before, str) and isinstance(after, str)
        else f"{called} changed"
    )


def _of_examples(old: Sequence[Example], new: Sequence[Example]) -> Iterator[tuple[str, str]]:
    """Yield how many examples are new, gone, or are to be read otherwise."""
    before, after = ({example.text: example for example in examples} for examples in (old, new))
    counts = {
        "new": sum(text not in before for text in after),
        "no longer there": sum(text not in after for text in before),
        "to be read otherwise": sum(text in before and before[text] != example for text, example in after.items()),
    }
    told = [f"{number} {what}" for what, number in counts.items() if number]
    if told:
        yield "examples", ", ".join(told)


def _listed(
    part: str, old: Sequence[str], new: Sequence[str], shown: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    added, dropped = [one for one in new if one not in old], [one for one in old if one not in new]
    if added:
        yield part, f"added {', '.join(map(shown, added))}"
    if dropped:
        yield part, f"dropped {', '.join(map(shown, dropped))}"
    if not added and not dropped and tuple(old) != tuple(new):
        yield part, "in another order"


def _called(position: Position) -> str:
    return f"position {_quoted(position.name)}"


def _tests(tests: Sequence[Test]) -> str:
    return " and ".join(map(in_words, tests))


def _from_to(before: str, after: str) -> str:
    """Return what became of `before`; of long texts from shortly before the first word that differs."""
    old, new = before.split(), after.split()
    same = next((place for place, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), None)
    start = max((min(len(old), len(new)) if same is None else same) - _LEAD, 0)
    dots = "… " if start else ""
    return f"from {_quoted(dots + ' '.join(old[start:]))} to {_quoted(dots + ' '.join(new[start:]))}"


def _quoted(text: str) -> str:
    return f"“{shorten(text, _SHOWN, placeholder=' …')}”"
