"""The changes of a comparison as they are listed: with what they do, in an order, and kept by filters."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from app.desktop.comparing.meaning import Meaning
from app.model.clause import SEVERITIES, ClauseType, Severity
from app.model.comparison import Change, Comparison, Direction, Effect

Aspect = Literal["text", "moves", "formatting", "numbering"]
"""What of a document a change is of; one change can be of several."""

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)

Standing = Literal["all", "uncovered"] | Direction
"""Which changes are listed by what they do: all, those that no clause type covers, or those of one direction."""

STANDINGS: tuple[Standing, ...] = ("all", "worse", "unclear", "better", "same", "uncovered")

Order = Literal["place", "weight"]
"""As the documents read, or the gravest first."""

_DIRECTIONS: tuple[Direction, ...] = ("worse", "unclear", "better", "same")
"""In the order in which they are to be looked at; of several effects the first counts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list of changes.

    Attributes:
        change: None for a clause type that is judged otherwise though no change bears on it.
        effects: What it does to clause types, the gravest first.
        is_uncovered: Whether it changes operative text that no clause type covers.
        is_judged: Whether it is known what it does.
    """

    change: Change | None
    effects: tuple[Effect, ...] = ()
    is_uncovered: bool = False
    is_judged: bool = False

    @property
    def number(self) -> int:
        """The number of its change; 0 without one."""
        return self.change.number if self.change is not None else 0

    @property
    def direction(self) -> Direction | None:
        """What it does for us; None where it does nothing to a clause type."""
        return self.effects[0].direction if self.effects else None

    @property
    def severity(self) -> Severity | None:
        """The worst of the findings that it bears on, unless it is better or the same for us; None without any."""
        found = [effect.severity for effect in self.effects if effect.direction in ("worse", "unclear")]
        return min(found, key=SEVERITIES.index, default="none") if self.effects else None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are listed.

    Attributes:
        aspects: Those of which a change must have one.
        severity: What it must have; None for any.
        clause: The id of a clause type that it does something to; "" for any.
        text: Words that it must say, case aside.
    """

    standing: Standing = "all"
    aspects: frozenset[Aspect] = frozenset(ASPECTS)
    severity: Severity | None = None
    clause: str = ""
    text: str = ""

    def keeps(self, entry: Entry) -> bool:
        """Return whether an entry is listed, its words left aside."""
        if entry.change is not None and not self.aspects & {*aspects_of(entry.change)}:
            return False
        if self.severity is not None and entry.severity != self.severity:
            return False
        if self.clause and all(effect.clause.id != self.clause for effect in entry.effects):
            return False
        return stands(entry, self.standing)


def aspects_of(change: Change) -> Iterator[Aspect]:
    """Yield what a change is of."""
    if change.is_of_text or change.kind in ("edited", "split", "merged"):
        yield "text"
    if change.kind == "moved":
        yield "moves"
    if change.formats or change.kind == "formatting":
        yield "formatting"
    if change.labels is not None or change.kind == "renumbered":
        yield "numbering"


def stands(entry: Entry, standing: Standing) -> bool:
    """Return whether an entry is one of those that a chip of this name keeps."""
    if standing == "all":
        return True
    return entry.is_uncovered if standing == "uncovered" else entry.direction == standing


def entries_of(comparison: Comparison, meaning: Meaning | None = None) -> tuple[Entry, ...]:
    """Return an entry for each change, in the order of the documents, and then one for each effect without a change."""
    if meaning is None:
        return tuple(Entry(change) for change in comparison.changes)
    bearing: Mapping[int, list[Effect]] = defaultdict(list)
    for effect in sorted(meaning.effects, key=_gravity):
        for number in effect.changes:
            bearing[number].append(effect)
    uncovered = {*meaning.uncovered}
    of_changes = (
        Entry(change, tuple(bearing[change.number]), change.number in uncovered, is_judged=True)
        for change in comparison.changes
    )
    of_none = (Entry(None, (effect,), is_judged=True) for effect in meaning.effects if not effect.changes)
    return (*of_changes, *of_none)


def arranged(entries: Iterable[Entry], order: Order) -> tuple[Entry, ...]:
    """Return `entries`, which are in the order of the documents, in an order."""
    if order == "place":
        return tuple(entries)
    last = (len(_DIRECTIONS), len(SEVERITIES))
    return tuple(sorted(entries, key=lambda entry: _gravity(entry.effects[0]) if entry.effects else last))


def counts(entries: Sequence[Entry]) -> Mapping[Standing, int]:
    """Return how many entries each chip keeps."""
    return {standing: sum(stands(entry, standing) for entry in entries) for standing in STANDINGS}


def aspect_counts(entries: Iterable[Entry]) -> Mapping[Aspect, int]:
    """Return how many changes are of each aspect."""
    found = Counter(aspect for entry in entries if entry.change is not None for aspect in aspects_of(entry.change))
    return {aspect: found[aspect] for aspect in ASPECTS}


def clauses_of(entries: Iterable[Entry]) -> Mapping[str, tuple[ClauseType, int]]:
    """Return the clause types that the entries do something to, by their ids, with how many do; those of most first."""
    touched = [effect.clause for entry in entries for effect in entry.effects]
    found = Counter(clause.id for clause in touched)
    named = {clause.id: clause for clause in touched}
    return {name: (named[name], count) for name, count in found.most_common()}


def _gravity(effect: Effect) -> tuple[int, int]:
    """Return the place of an effect among others: the gravest first."""
    return _DIRECTIONS.index(effect.direction), SEVERITIES.index(effect.severity)
