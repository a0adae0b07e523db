"""Facts of a clause type on one scale for all columns."""

from collections.abc import Iterable, Mapping

from app.comparison.currencies import currency_of
from app.model.clause import ClauseType, FactSpec, Reader, Value
from app.model.document import Document
from app.model.matrix import FactHead, Quotation, TermFact, Unit
from app.model.review import Fact, Finding
from app.model.span import Place
from app.text.excerpts import excerpt
from app.text.quotation import quoted

_UNITS: Mapping[Reader, Unit] = {
    "flag": "yes/no",
    "multiple": "months of fees",
    "frequency": "times a year",
    "count": "number",
    "amount": "number",
    "money": "money",
    "percent": "per cent",
    "date": "day",
}
_PERIODS: tuple[Reader, ...] = ("duration", "notice", "term", "deadline")
_PERIOD_UNITS: tuple[Unit, ...] = ("hours", "days", "months")
_AFTER: Mapping[Unit, str] = {"per cent": " %", "times a year": " a year"}
_QUOTED = 160  # characters around a fact


def heads_of(clause: ClauseType, findings: Iterable[Finding]) -> tuple[FactHead, ...]:
    """Return the facts of `clause` that at least one of `findings` has from words."""
    stated = {fact.key for finding in findings for fact in finding.reading.facts if fact.place is not None}
    return tuple(
        FactHead(spec.key, spec.key.replace("_", " "), _unit_of(spec)) for spec in clause.facts if spec.key in stated
    )


def _unit_of(spec: FactSpec) -> Unit:
    return spec.unit if spec.reader in _PERIODS else _UNITS.get(spec.reader, "words")


def facts_of(document: Document, finding: Finding, heads: Iterable[FactHead]) -> tuple[TermFact, ...]:
    """Return what `finding` states of each head."""
    read = {fact.key: fact for fact in finding.reading.facts}
    return tuple(_term_fact(document, head, read.get(head.key)) for head in heads)


def _term_fact(document: Document, head: FactHead, fact: Fact | None) -> TermFact:
    if fact is None:
        return TermFact(head.key, None, "not stated")
    if fact.place is None:
        shown = f"{_shown(fact.value, head.unit, '')} (silent)"
        return TermFact(head.key, fact.value, shown, derivation=fact.derivation)
    span = fact.place.span
    words = document.paragraphs[fact.place.paragraph].text[span.start : span.end]
    currency = currency_of(words) if head.unit in ("money", "number") else ""
    shown = _shown(fact.value, head.unit, currency)
    if fact.value == 0 and not isinstance(fact.value, bool):  # words that stand for none: "reasonable notice"
        shown += f" ({quoted(words)})"
    return TermFact(head.key, fact.value, shown, currency, quotation(document, fact.place, _QUOTED), fact.derivation)


def quotation(document: Document, place: Place, limit: int) -> Quotation:
    """Return the words at `place` with at most about `limit` characters of their sentence."""
    text = document.paragraphs[place.paragraph].text
    return Quotation(place, document.place_of(place.paragraph), excerpt(text, place.span, limit))


def _shown(value: Value, unit: Unit, currency: str) -> str:
    """Return a value with its unit."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if unit == "months of fees":
        return f"{_counted(value, 'months')} of fees"
    if unit in _PERIOD_UNITS:
        return _counted(value, unit)
    return f"{currency} {value:,}{_AFTER.get(unit, '')}".strip()


def _counted(value: float, unit: str) -> str:
    return f"{value:,} {unit[:-1] if value == 1 else unit}"
