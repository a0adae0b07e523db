"""Names of clause types and facts that do not exist, and sources that say nothing."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from app.library.guidance_schema import ArgumentEntry, GuidanceFile, MeasureEntry, TableEntry
from app.library.lint import Field, Mistake
from app.library.lints.entry import placed_wording
from app.model.clause import ClauseType, ObligationRule
from app.model.library import ClauseLibrary
from app.model.slots import parse_slot, slots_of


def lint_references(clause: ClauseType, library: ClauseLibrary) -> Iterator[Mistake]:
    """Yield what `clause` refers to and is not there."""
    known = {each.id for each in library.clauses}
    for place, text in (*placed_wording(clause), (("comment",), clause.comment), (("note",), clause.note)):
        for slot in map(parse_slot, slots_of(text)):
            if slot.name == "section" and slot.argument and slot.argument not in known:
                yield Mistake(
                    place, f"{{section:{slot.argument}}}: there is no such clause type; name one of the library"
                )
    for rung, position in enumerate(clause.positions):
        after = position.clause.after if position.clause else ()
        yield from _unknown(("positions", rung, "clause", "after"), after, known)
    for number, rule in enumerate(clause.obligations):
        yield from _of_obligation(("obligations", number), rule, [spec.key for spec in clause.facts])
    yield from _empty(("sources",), clause.sources)
    for number, claim in enumerate(clause.claims):
        yield from _empty(("claims", number), (claim.source,))


def lint_guidance(file: GuidanceFile, library: ClauseLibrary) -> Iterator[Mistake]:
    """Yield what a file of guidance refers to and is not there."""
    known = {each.id for each in library.clauses}
    pieces: dict[str, Sequence[MeasureEntry | ArgumentEntry | TableEntry]]
    pieces = {"measures": file.measures, "arguments": file.arguments, "tables": file.tables}
    for part, entries in pieces.items():
        for number, piece in enumerate(entries):
            if not isinstance(piece, TableEntry):
                yield from _unknown((part, number, "clauses"), piece.clauses, known)
            yield from _unknown((part, number, "when", "findings"), tuple(piece.when.findings), known, named=True)
            yield from _empty((part, number, "sources"), piece.sources)
    for number, claim in enumerate(file.claims):
        yield from _empty(("claims", number), (claim.source,))


def _unknown(place: Field, names: Sequence[str], known: AbstractSet[str], *, named: bool = False) -> Iterator[Mistake]:
    """Yield those of `names` that no clause type has; `named` where they are fields, not a list."""
    for number, name in enumerate(names):
        if name not in known:
            yield Mistake(
                (*place, name if named else number), f"there is no clause type {name!r}; name one of the library"
            )


def _of_obligation(place: Field, rule: ObligationRule, facts: Sequence[str]) -> Iterator[Mistake]:
    there_are = f"there are {', '.join(facts) or 'none'}"
    if rule.due and rule.due not in facts:
        yield Mistake((*place, "due"), f"no fact {rule.due!r} is read; {there_are}")
    for number, test in enumerate(rule.tests):
        if test.subject == "fact" and test.key not in facts:
            yield Mistake((*place, "if", number), f"no fact {test.key!r} is read; {there_are}")


def _empty(place: Field, sources: Sequence[str]) -> Iterator[Mistake]:
    for number, source in enumerate(sources):
        if not source.strip():
            yield Mistake((*place, number), "an empty source; say who says so, and where")
