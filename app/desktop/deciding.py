"""What can be decided on a finding and what was, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.desktop.words import tr
from app.model.clause import Position
from app.model.matter import Decision, JournalEntry, Standing
from app.model.redline import Redline
from app.model.review import Finding, TestResult
from app.service import moves
from app.service.moves import Move, Refusal, RungRefusal, asks_nothing, rung_asked, rung_here, rung_refused, undecided


@dataclass(frozen=True, slots=True)
class Rung:
    """A position of the clause type as a rung of its ladder.

    Attributes:
        number: Its index among the positions.
        is_here: Whether the document stands on it now.
        is_asked: Whether it is what we ask for.
        results: The tests that were tried on it.
        refused: Why it cannot be asked for; "" where it can.
    """

    number: int
    position: Position
    is_here: bool
    is_asked: bool
    results: tuple[TestResult, ...]
    refused: str


def rungs_of(finding: Finding, decision: Decision, standing: Standing | None = None) -> tuple[Rung, ...]:
    """Return the ladder of `finding`, best first."""
    here = rung_here(finding)
    asked = None if asks_nothing(decision, standing) else rung_asked(finding, decision)
    tried = {verdict.position: verdict.results for verdict in finding.verdicts}
    return tuple(
        Rung(
            number,
            position,
            is_here=number == here,
            is_asked=number == asked,
            results=tried.get(position, ()),
            refused=_refused(finding, number),
        )
        for number, position in enumerate(finding.clause.positions)
    )


def refusals(finding: Finding, decision: Decision, redline: Redline | None) -> Mapping[Move, str]:
    """Return why a move makes no sense, by move; "" where it does."""
    told: dict[Refusal | None, str] = {
        None: "",
        "not-applicable": tr("Nothing is to be decided: this does not apply to the document."),
        "in-order": tr("Nothing is to be decided: this is in order."),
        "nothing-proposed": tr("Nothing is proposed here."),
        "no-fallback": tr("No fallback with wording is better than what the document says."),
        "no-words": tr("There are no words to edit: the document is silent, and no clause was drafted."),
        "undecided": tr("Nothing is decided yet."),
    }
    return {move: told[refusal] for move, refusal in moves.refusals(finding, decision, redline).items()}


def decided_line(finding: Finding, decision: Decision, standing: Standing | None = None) -> str:
    """Return what was decided, with what is asked for or the reason."""
    if decision.verb is None:
        settled = asks_nothing(decision, standing)
        return tr("Not decided; nothing is asked, because another document gives it") if settled else tr("Not decided")
    number = rung_asked(finding, decision)
    name = finding.clause.positions[number].name if number is not None else ""
    told = {
        "accept": (tr("Decided: ask for what is proposed"), name),
        "fallback": (tr("Decided: fallback"), name),
        "edit": (tr("Decided: ask in your own words"), ""),
        "accept-risk": (tr("Decided: risk accepted"), decision.reason),
        "skip": (tr("Decided: skipped, nothing is asked"), ""),
    }[decision.verb]
    return " – ".join(part for part in told if part)


def changed_line(finding: Finding, entry: JournalEntry) -> str:
    """Return what a change of the decision did."""
    before, after = entry.before, entry.after
    told = []
    if (before.verb, before.rung, before.reason) != (after.verb, after.rung, after.reason):
        told.append(tr("Decision taken back") if after == undecided(after) else _asked_line(finding, after))
    elif before.words != after.words:
        told.append(tr("Own words changed") if after.words else tr("Back to the library's words"))
    if before.comment != after.comment:
        told.append(tr("Comment changed"))
    if before.note != after.note:
        told.append(tr("Internal note changed"))
    return "; ".join(told)


def _asked_line(finding: Finding, decision: Decision) -> str:
    """Return the decision; while nothing is decided the rung that was chosen, or the reason."""
    if decision.verb is not None:
        return decided_line(finding, decision)
    number = rung_asked(finding, decision)
    if decision.rung is None or number is None:
        return tr("Reason noted: {0}").format(decision.reason)
    return tr("Position chosen: {0}").format(finding.clause.positions[number].name)


def _refused(finding: Finding, number: int) -> str:
    """Return why the position `number` cannot be asked for; "" where it can."""
    told: dict[RungRefusal | None, str] = {
        None: "",
        "in-order": tr("Nothing is to be asked here."),
        "walk-away": tr("A walk-away position is never asked for."),
        "given": tr("The document gives as much already."),
        "no-wording": tr("The library holds no wording for it."),
    }
    return told[rung_refused(finding, number)]
