"""What each move of the user makes of the decision on a finding, and which moves make sense."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from app.desktop.words import tr
from app.model.clause import DEVIATIONS, Position
from app.model.matter import Decision, JournalEntry, OwnWords, Standing, Verb
from app.model.redline import Redline
from app.model.review import Finding, TestResult

Move = Literal["accept", "fallback", "edit", "accept-risk", "skip", "undecide"]


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
    here = _here(finding)
    asked = None if asks_nothing(decision, standing) else asked_rung(finding, decision)
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


def asked_rung(finding: Finding, decision: Decision) -> int | None:
    """Return the index of the position that is asked for, or would be; None where nothing is proposed."""
    return decision.rung if decision.rung is not None else _proposed(finding)


def next_fallback(finding: Finding, decision: Decision) -> int | None:
    """Return the fallback to ask for next: below the one asked for now, or the last; None where there is none.

    A fallback that is chosen on the ladder but not decided is the next itself.
    """
    offered = [
        number
        for number, position in enumerate(finding.clause.positions)
        if position.level == "fallback" and not _refused(finding, number)
    ]
    asked = asked_rung(finding, decision)
    if asked in offered and decision.verb != "fallback":
        return asked
    below = [number for number in offered if asked is None or number > asked]
    return next(iter(below), offered[-1] if offered else None)


def accepted(finding: Finding, decision: Decision) -> Decision:
    """Settle what is shown where nothing is decided; else ask for what is proposed, in the library's words."""
    if decision.verb is not None:
        return replace(decision, verb="accept", rung=None, reason="", words=None)
    if decision.words is not None:
        return replace(decision, verb="edit", reason="")
    return replace(decision, verb=_verb_at(finding, decision.rung), reason="")


def fallen_back(finding: Finding, decision: Decision) -> Decision:
    """Ask for the next fallback; nothing changes where there is none."""
    number = next_fallback(finding, decision)
    return decision if number is None else replace(decision, verb="fallback", rung=number, reason="", words=None)


def with_rung(finding: Finding, decision: Decision, number: int) -> Decision:
    """Ask for another rung, in the library's words; what is decided on asking nothing gives way, undecided stays so."""
    rung = None if number == _proposed(finding) else number
    verb = None if decision.verb is None else _verb_at(finding, rung)
    return replace(decision, verb=verb, rung=rung, words=None, reason="" if verb else decision.reason)


def in_own_words(decision: Decision, words: OwnWords | None) -> Decision:
    """Ask in the user's words; None takes them back, and with them the decision to ask in them."""
    if words is not None:
        return replace(decision, verb="edit", words=words, reason="")
    return replace(decision, verb=None if decision.verb == "edit" else decision.verb, words=None)


def undecided(decision: Decision) -> Decision:
    """Take back what was decided; the user's comment and note stay, and words with the rung that they belong to."""
    return replace(decision, verb=None, rung=None if decision.words is None else decision.rung, reason="")


def asks_nothing(decision: Decision, standing: Standing | None = None) -> bool:
    """Return whether nothing is asked of the counterparty: so decided, or another document gives what is missing."""
    if decision.verb is None:
        return standing is not None and standing.kind == "covered"
    return not decision.asks


def refusals(finding: Finding, decision: Decision, redline: Redline | None) -> Mapping[Move, str]:
    """Return why a move makes no sense, by move; "" where it does."""
    nothing = ""
    if finding.level == "not-applicable":
        nothing = tr("Nothing is to be decided: this does not apply to the document.")
    elif finding.level not in DEVIATIONS:
        nothing = tr("Nothing is to be decided: this is in order.")
    changes = redline is not None and bool(redline.edits or redline.insertions)
    unwritten = tr("There are no words to edit: the document is silent, and no clause was drafted.")
    no_fallback = tr("No fallback with wording is better than what the document says.")
    unproposed = tr("Nothing is proposed here.")
    is_untouched = decision == undecided(decision)
    return {
        "accept": nothing or ("" if finding.clause.positions else unproposed),
        "fallback": nothing or ("" if next_fallback(finding, decision) is not None else no_fallback),
        "edit": nothing or ("" if changes or finding.paragraphs else unwritten),
        "accept-risk": nothing,
        "skip": nothing,
        "undecide": tr("Nothing is decided yet.") if is_untouched else "",
    }


def decided_line(finding: Finding, decision: Decision, standing: Standing | None = None) -> str:
    """Return what was decided, with what is asked for or the reason."""
    if decision.verb is None:
        settled = asks_nothing(decision, standing)
        return tr("Not decided; nothing is asked, because another document gives it") if settled else tr("Not decided")
    number = asked_rung(finding, decision)
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
    if decision.rung is None:
        return tr("Reason noted: {0}").format(decision.reason)
    return tr("Position chosen: {0}").format(finding.clause.positions[decision.rung].name)


def _here(finding: Finding) -> int | None:
    """Return the index of the position on which the clause stands; None where the document is silent or on none."""
    if not finding.reading.matches:
        return None
    held = next((verdict.position for verdict in reversed(finding.verdicts) if verdict.holds), None)
    return None if held is None else finding.clause.positions.index(held)


def _proposed(finding: Finding) -> int | None:
    """Return the index of the position that is proposed, whatever `Finding.target` became by a decision."""
    return 0 if finding.level in DEVIATIONS and finding.clause.positions else None


def _refused(finding: Finding, number: int) -> str:
    """Return why the position `number` cannot be asked for; "" where it can."""
    position, here = finding.clause.positions[number], _here(finding)
    if finding.level not in DEVIATIONS:
        return tr("Nothing is to be asked here.")
    if number == _proposed(finding):
        return ""
    if position.level == "walk-away":
        return tr("A walk-away position is never asked for.")
    if here is not None and number >= here:
        return tr("The document gives as much already.")
    return "" if position.has_wording else tr("The library holds no wording for it.")


def _verb_at(finding: Finding, rung: int | None) -> Verb:
    return "fallback" if rung is not None and finding.clause.positions[rung].level == "fallback" else "accept"
