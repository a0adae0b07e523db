"""What the internal memo says of layers, talks, approvals, risks and obligations."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.export.phrases import count_phrase, date_phrase, place_phrase, severity_phrase
from app.export.tracked_text import styled_run
from app.model.clause import DEVIATIONS, SEVERITIES, Severity
from app.model.plan import Ask, Duty, Outlook, Plan, Risk, Stage
from app.model.review import Review
from app.model.span import Span
from app.text.excerpts import excerpt

_WORST = 5
_TRADES = 8
_WEIGHTY: tuple[Severity, ...] = ("critical", "high")
_LAW = 240  # characters
_STAGES: dict[Stage, str] = {
    "red lines": "Red lines",
    "must-haves": "Must-haves on which vendors move",
    "hard must-haves": "Must-haves on which they seldom move",
    "nice-to-haves": "Nice-to-haves, to trade",
    "fixed": "What does not move",
}
_OUTLOOKS: dict[Outlook, str] = {
    "do not accept": "Do not accept as it stands",
    "settle first": "Settle the points first",
    "acceptable": "Acceptable",
}
_ROLES = {"customer": "Customer", "vendor": "Vendor", "": "Party"}


@dataclass(frozen=True, slots=True)
class Worst:
    """A row of the points that weigh most."""

    number: str
    severity: Markup
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class LayerLine:
    """A row of the verdict by layer."""

    name: str
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class MapLine:
    """A row of the licence map."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A stage of the talks."""

    stage: str
    points: str
    reason: str


@dataclass(frozen=True, slots=True)
class FixedLine:
    """A point that does not move."""

    point: str
    instead: tuple[str, ...]
    approver: str


@dataclass(frozen=True, slots=True)
class TradeLine:
    """What can be given for what."""

    get: str
    give: str
    accept: str
    why: str
    approver: str


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """Who decides on what."""

    approver: str
    points: str


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A row of the risk register, without what stands with its point."""

    id: str
    title: str
    severity: Markup
    treatment: str
    measure: str
    owner: str
    approver: str
    review: str
    review_on: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A row of the obligations."""

    who: str
    what: str
    when: str
    working: str
    place: str


def plan_values(review: Review, plan: Plan) -> dict[str, object]:
    """Return the values of the template that come of the plan itself."""
    findings = {finding.clause.id: finding for finding in review.findings}
    weighty = sorted(plan.asks, key=lambda ask: (SEVERITIES.index(ask.severity), DEVIATIONS.index(ask.level)))
    asked = {ask.ask for ask in plan.asks}
    weighty_risks = [risk for risk in plan.risks if risk.severity in _WEIGHTY] or list(plan.risks)
    approvers = {ask.number: approval.approver for approval in plan.approvals for ask in approval.asks}
    return {
        "worst": [
            Worst(
                str(ask.number),
                severity_run(ask.severity),
                f"{ask.title} ({ask.quote.place or 'missing'})",
                findings[ask.clause].why,
            )
            for ask in weighty[:_WORST]
        ],
        "steps": plan.steps,
        "layers": [
            LayerLine(layer.name, _OUTLOOKS[layer.verdict] if layer.verdict else "Not reviewed", layer.why)
            for layer in plan.layers
            if layer.state != "not in play"
        ],
        "absent_layers": "; ".join(
            f"{layer.name} – {layer.why[:1].lower()}{layer.why[1:].rstrip('.')}"
            for layer in plan.layers
            if layer.state == "not in play"
        ),
        "map": list(_licence_map(review, plan)),
        "rounds": [
            RoundLine(_STAGES[each.stage], "; ".join(point_phrase(ask) for ask in each.asks), each.reason)
            for each in plan.rounds
        ],
        "fixed": [
            FixedLine(point_phrase(each.ask), each.mitigations, approvers[each.ask.number]) for each in plan.fixed
        ],
        "trades": [
            TradeLine(point_phrase(each.get), point_phrase(each.give), each.accept.name, each.why, each.accept.approver)
            for each in plan.trades[:_TRADES]
        ],
        "more_trades": max(len(plan.trades) - _TRADES, 0),
        "approvals": [
            ApprovalLine(each.approver, "; ".join(point_phrase(ask) for ask in each.asks)) for each in plan.approvals
        ],
        "risks": [_risk(each, asked) for each in weighty_risks],
        "more_risks": len(plan.risks) - len(weighty_risks),
        "duties": [_duty(each) for each in plan.duties],
    }


def point_phrase(ask: Ask) -> str:
    """Return a point as other parts of the memo cite it: "3 Termination for breach"."""
    return f"{ask.number} {ask.title}"


def numbers_phrase(asks: Sequence[Ask]) -> str:
    """Return the numbers of points: "For 1, 4"; "" for none."""
    return f"For {', '.join(str(ask.number) for ask in asks)}" if asks else ""


def severity_run(severity: Severity) -> Markup:
    """Return the name of a severity in its colour."""
    return styled_run(severity_phrase(severity), f"Severity{severity.capitalize()}")


def _licence_map(review: Review, plan: Plan) -> Iterator[MapLine]:
    """Yield which standard form it follows, who contracts, since when and under which law."""
    document = review.document
    for found in review.recognised.forms if review.recognised is not None else ():
        changes = len(found.changes)
        state = "word for word" if found.is_unmodified else f"changed in {count_phrase(changes, 'place', 'places')}"
        since = f", of {date_phrase(found.form.effective)}" if found.form.effective else ""
        yield MapLine("Standard form", f"{found.form.title}, {found.form.publisher}{since}: {state}")
    named = [party for party in document.parties.named if party.name]
    for party in named:
        short = f" (“{'”, “'.join(party.short)}”)" if party.short else ""
        yield MapLine(_ROLES[party.role], party.name + short)
    if not named:
        sides = [*document.parties.customer[:1], *document.parties.vendor[:1]]
        yield MapLine("Sides", ", ".join(sides) or "not named")
    if review.profile.model:
        yield MapLine("Model, by the profile", review.profile.model)
    if plan.version is not None and plan.version.mismatch:
        yield MapLine("Not the version in use", plan.version.mismatch)
    dates = dict.fromkeys(f"{date_phrase(each.date)} ({each.role})" for each in document.dates if each.role)
    if dates:
        yield MapLine("Dates", ", ".join(dates))
    law = next((finding for finding in review.findings if finding.clause.id == "governing-law"), None)
    if law is not None and law.reading.matches:
        match = law.reading.clearest
        evidence = match.evidence[0] if match.evidence else Span(0, 0)
        yield MapLine("Law", excerpt(document.paragraphs[match.paragraph].text, evidence, _LAW))


def _risk(risk: Risk, asked: Collection[str]) -> RiskLine:
    """Return a row; a measure that is no more than what we ask stands with the issue."""
    return RiskLine(
        id=risk.id,
        title=risk.title,
        severity=severity_run(risk.severity),
        treatment=risk.treatment.capitalize(),
        measure="" if risk.measure in asked else risk.measure,
        owner=risk.owner,
        approver=risk.approver,
        review=risk.review,
        review_on=date_phrase(risk.review_on),
    )


def _duty(duty: Duty) -> DutyLine:
    repeats = "" if duty.repeats == "each time" else duty.repeats
    occasion = ", ".join(part for part in (duty.due, duty.trigger) if part)
    said = ": ".join(part for part in (repeats, occasion) if part)
    day = f"{date_phrase(duty.on)}: " if duty.on is not None else ""
    return DutyLine(
        who="We" if duty.ours else duty.who,
        what=duty.what,
        when=f"{day}{said}" or "always",
        working=duty.working,
        place=place_phrase(duty.quote.place) if duty.quote.place else "",
    )
