"""What the internal memo says of decisions: who asks for what in whose words, what was let go and why, what is open."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from app.export.memo_plan import point_phrase
from app.export.tracked_text import plain_runs, styled_run
from app.model.clause import Position
from app.model.matter import ASKING, Decision, Outcome
from app.model.plan import Ask, Plan
from app.model.redline import Redline
from app.model.review import Finding, Review

_LET_GO = {"accept-risk": "Risk accepted", "skip": "Skipped"}
_NO_REASON = "No reason was given."


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A row of the points on which it was decided to ask: what for, what is different, and who has to agree to it."""

    number: str
    title: str
    asked: str
    remark: str
    approver: str


@dataclass(frozen=True, slots=True)
class LetGoLine:
    """A row of the accepted risks and skipped points: as which, why, and who may accept the document as it stands."""

    number: str
    title: str
    decided: str
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class CoveredLine:
    """A row of the gaps that other documents of the matter fill."""

    number: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """All that the memo says of decisions in one place.

    Attributes:
        proposed: Points on which nothing is decided but something is asked, as they are cited; "" for none.
        open: Points on which nothing is decided, and nothing asked.
    """

    asked: tuple[AskedLine, ...]
    let_go: tuple[LetGoLine, ...]
    covered: tuple[CoveredLine, ...]
    proposed: str
    open: str


def decision_sheet(review: Review, plan: Plan, outcome: Outcome | None) -> DecisionSheet | None:
    """Return what was decided on the points of `plan`; None for a review that stands in no matter."""
    if outcome is None:
        return None
    findings = {finding.clause.id: finding for finding in review.findings}
    approvers = {ask.clause: approval.approver for approval in plan.approvals for ask in approval.asks}
    verbs = {ask.clause: outcome.decision(ask.clause).verb for ask in plan.asks}
    is_open = [ask for ask in plan.asks if verbs[ask.clause] is None and ask.clause not in outcome.covered]
    return DecisionSheet(
        asked=tuple(
            _asked(ask, findings[ask.clause], outcome.decision(ask.clause), review.redline_of(ask.clause))
            for ask in plan.asks
            if verbs[ask.clause] in ASKING
        ),
        let_go=tuple(
            _let_go(ask, outcome.decision(ask.clause), approvers[ask.clause])
            for ask in plan.asks
            if verbs[ask.clause] in _LET_GO
        ),
        covered=tuple(
            CoveredLine(str(ask.number), ask.title, outcome.standings[ask.clause].why)
            for ask in plan.asks
            if ask.clause in outcome.covered and verbs[ask.clause] is None
        ),
        proposed=_points(ask for ask in is_open if review.redline_of(ask.clause) is not None),
        open=_points(ask for ask in is_open if review.redline_of(ask.clause) is None),
    )


def decided_runs(finding: Finding, outcome: Outcome | None, redline: Redline | None) -> tuple[Markup, ...]:
    """Return the lines under a finding: its standing, what was decided, why, and a note of the user's own.

    That it is undecided stands with the issue.
    """
    if outcome is None:
        return ()
    clause = finding.clause.id
    decision, standing = outcome.decision(clause), outcome.standings.get(clause)
    lines = {
        "Other documents. ": "" if standing is None else standing.why,
        "Decision. ": decided_phrase(finding, outcome, redline) if decision.verb is not None else "",
        "Reason. ": decision.reason,
        "Our own note. ": decision.note or "",
    }
    return tuple(styled_run(lead, "Lead") + plain_runs(text) for lead, text in lines.items() if text)


def decided_phrase(finding: Finding, outcome: Outcome, redline: Redline | None) -> str:
    """Return in a sentence what was decided on `finding`."""
    decision = outcome.decision(finding.clause.id)
    if decision.verb in _LET_GO:
        return f"{_LET_GO[decision.verb]}: nothing is asked."
    if decision.verb is not None:
        remark = _remark(decision, redline)
        return f"{_asked_phrase(finding, decision)}.{f' {remark}.' if remark else ''}"
    if finding.clause.id in outcome.covered:
        return "Nothing is to be decided: another document gives it."
    return "Undecided; asked as proposed." if redline is not None else "Undecided; nothing is asked."


def _asked(ask: Ask, finding: Finding, decision: Decision, redline: Redline | None) -> AskedLine:
    target = finding.target
    approver = "" if target is None or target.level == "preferred" else target.approver or finding.clause.owner
    return AskedLine(
        number=str(ask.number),
        title=ask.title,
        asked=_asked_phrase(finding, decision),
        remark=_remark(decision, redline),
        approver=approver or "–",
    )


def _asked_phrase(finding: Finding, decision: Decision) -> str:
    name = _name(finding.target)
    if decision.verb == "edit" and decision.words is not None:
        return f"Asked in our own words, for: {name}" if name else "Asked in our own words"
    lead = "Fallback asked" if decision.verb == "fallback" else "Asked"
    return f"{lead}: {name}" if name else lead


def _name(position: Position | None) -> str:
    return "" if position is None else position.name.rstrip(".")


def _remark(decision: Decision, redline: Redline | None) -> str:
    """Return what else there is to know of what goes to the counterparty; "" where nothing is."""
    if redline is None:
        return "Nothing could be written: see what was not checked"
    if decision.comment is None:
        return ""
    return "Comment of our own" if redline.comment is not None else "No comment"


def _let_go(ask: Ask, decision: Decision, approver: str) -> LetGoLine:
    return LetGoLine(
        number=str(ask.number),
        title=ask.title,
        decided=_LET_GO[decision.verb or "skip"],
        reason=decision.reason or _NO_REASON,
        approver=approver,
    )


def _points(asks: Iterable[Ask]) -> str:
    return "; ".join(point_phrase(ask) for ask in asks)
