"""What the contract asks of those who live with it, with the day where the document gives the figures."""

import re
from collections.abc import Iterator
from datetime import date

from app.model.clause import FactSpec, ObligationRule, Value
from app.model.document import Document
from app.model.plan import Duty
from app.model.review import Fact, Finding
from app.model.tests import all_pass
from app.planning.days import Unit, later
from app.planning.scene import Scene, facts_of, vendor_name

_TERM = "term-renewal"
_FIRST_TERM = "initial_months"
_RENEWAL = "renewal_months"
_END = re.compile(r"\bend of (?:the |each |a )?(?:\w+ )?(?:term|period)\b|\brenewal\b|\bexpiry\b|\bterm ends\b")
_START = re.compile(r"\beffective date\b")
_TIMES = ("duration", "notice", "term", "deadline")
_FURTHEST = 400  # terms


def make_duties(scene: Scene, when: date) -> tuple[Duty, ...]:
    """Return what follows from the clauses that the document carries, ours first, in the order of the library."""
    duties = [duty for finding in scene.review.findings for duty in _duties_of(scene, finding, when)]
    return tuple(sorted(duties, key=lambda duty: (not duty.ours, duty.on is None, duty.on or when)))


def _duties_of(scene: Scene, finding: Finding, when: date) -> Iterator[Duty]:
    if not finding.reading.matches:
        return
    facts = facts_of(finding)
    specs = {spec.key: spec for spec in finding.clause.facts}
    for rule in finding.clause.obligations:
        if not all_pass(rule.tests, facts, scene.review.profile):
            continue
        fact = next((fact for fact in finding.reading.facts if fact.key == rule.due), None)
        spec = specs.get(rule.due)
        on, working = _day(scene, rule, fact, spec, when)
        place = fact.place if fact is not None else None
        yield Duty(
            title=finding.clause.title,
            what=rule.text,
            who=_side(scene.review.document, rule),
            ours=rule.who == "customer",
            due="" if fact is None else _due(fact.value, spec),
            trigger=rule.trigger,
            repeats=rule.repeats,
            quote=scene.quote(finding) if place is None else scene.quote_at(place),
            on=on,
            working=working,
        )


def _side(document: Document, rule: ObligationRule) -> str:
    if rule.who == "vendor":
        return vendor_name(document)
    return document.parties.customer[0] if document.parties.customer else "the customer"


def _due(value: Value, spec: FactSpec | None) -> str:
    """Return a time as read: "30 days"; none at all is "at once"."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if isinstance(value, bool) else value
    number = f"{value:g}"
    if not value and spec is not None and spec.reader in _TIMES:
        return "at once"
    return number if spec is None or spec.reader not in _TIMES else _many(number, spec.unit)


def _many(number: str, unit: str) -> str:
    return f"{number} {unit[:-1] if number == '1' else unit}"


def _day(
    scene: Scene, rule: ObligationRule, fact: Fact | None, spec: FactSpec | None, when: date
) -> tuple[date | None, str]:
    """Return the day on which something is due and how it was worked out; None where figures are wanting."""
    if fact is None or spec is None:
        return None, ""
    if spec.reader == "date":
        return _stated(fact.value)
    effective = next((stated.date for stated in scene.review.document.dates if stated.role == "effective"), None)
    if effective is None or spec.reader not in _TIMES or isinstance(fact.value, bool | str):
        return None, ""
    number, trigger = round(fact.value), rule.trigger.casefold()
    if _START.search(trigger):
        return later(effective, number, spec.unit), f"{effective.isoformat()} + {_many(str(number), spec.unit)}"
    if _END.search(trigger):
        return _before_the_end(scene, effective, number, spec.unit, when)
    return None, ""


def _stated(value: Value) -> tuple[date | None, str]:
    try:
        return date.fromisoformat(str(value)), "as stated"
    except ValueError:
        return None, ""


def _before_the_end(scene: Scene, effective: date, number: int, unit: Unit, when: date) -> tuple[date | None, str]:
    """Return the last day so long before the end of the term that runs at `when`."""
    finding = scene.findings.get(_TERM)
    facts = {} if finding is None else facts_of(finding)
    months, again = _months(facts.get(_FIRST_TERM)), _months(facts.get(_RENEWAL))
    if not months:
        return None, ""
    working = f"{effective.isoformat()} + {_many(str(months), 'months')}"
    terms = 0
    while again and terms < _FURTHEST and later(later(effective, months, "months"), -number, unit) < when:
        months, terms = months + again, terms + 1
    if terms:
        working += f" + {terms} × {_many(str(again), 'months')}"
    return later(later(effective, months, "months"), -number, unit), f"{working} − {_many(str(number), unit)}"


def _months(value: Value | None) -> int:
    return round(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0
