"""What each move of the user makes of the decision on a finding, and which moves and positions make sense."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from app.model.clause import DEVIATIONS
from app.model.matter import Decision, OwnWords, Standing, Verb
from app.model.redline import Redline
from app.model.review import Finding

Move = Literal["accept", "fallback", "edit", "accept-risk", "skip", "undecide"]

Refusal = Literal["not-applicable", "in-order", "nothing-proposed", "no-fallback", "no-words", "undecided"]
"""Why a move makes no sense.

not-applicable, in-order: nothing is to be decided.
nothing-proposed: the clause type has no positions.
no-fallback: none with wording is better than what the document says.
no-words: the document is silent, and no clause was drafted.
undecided: there is nothing to take back.
"""

RungRefusal = Literal["in-order", "walk-away", "given", "no-wording"]
"""Why a position cannot be asked for.

in-order: nothing is.
given: the document gives as much.
no-wording: the library holds none for it.
"""


def is_to_decide(finding: Finding, standing: Standing | None) -> bool:
    """Return whether something is to be settled: not where all is in order, or another document gives it."""
    return finding.severity != "none" and not (standing is not None and standing.kind == "covered")


def rung_here(finding: Finding) -> int | None:
    """Return the index of the position on which the clause stands; None where the document is silent or on none."""
    if not finding.reading.matches:
        return None
    return next((number for number, each in enumerate(finding.clause.positions) if each == finding.held), None)


def rung_asked(finding: Finding, decision: Decision) -> int | None:
    """Return the index of the position that is asked for, or would be; None where nothing is proposed.

    A rung that the clause type has no more, since its library changed, gives way to the one proposed.
    """
    rung = decision.rung
    return rung if rung is not None and 0 <= rung < len(finding.clause.positions) else _proposed(finding)


def rung_refused(finding: Finding, number: int) -> RungRefusal | None:
    """Return why the position `number` cannot be asked for; None where it can."""
    position, here = finding.clause.positions[number], rung_here(finding)
    if finding.level not in DEVIATIONS:
        return "in-order"
    if number == _proposed(finding):
        return None
    if position.level == "walk-away":
        return "walk-away"
    if here is not None and number >= here:
        return "given"
    return None if position.has_wording else "no-wording"


def next_fallback(finding: Finding, decision: Decision) -> int | None:
    """Return the fallback to ask for next: below the one asked for now, or the last; None where there is none.

    A fallback that is chosen on the ladder but not decided is the next itself.
    """
    offered = [
        number
        for number, position in enumerate(finding.clause.positions)
        if position.level == "fallback" and rung_refused(finding, number) is None
    ]
    asked = rung_asked(finding, decision)
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


def refusals(finding: Finding, decision: Decision, redline: Redline | None) -> Mapping[Move, Refusal | None]:
    """Return why a move makes no sense, by move; None where it does."""
    nothing: Refusal | None = None
    if finding.level == "not-applicable":
        nothing = "not-applicable"
    elif finding.level not in DEVIATIONS:
        nothing = "in-order"
    changes = redline is not None and bool(redline.edits or redline.insertions)
    return {
        "accept": nothing or (None if finding.clause.positions else "nothing-proposed"),
        "fallback": nothing or ("no-fallback" if next_fallback(finding, decision) is None else None),
        "edit": nothing or (None if changes or finding.paragraphs else "no-words"),
        "accept-risk": nothing,
        "skip": nothing,
        "undecide": "undecided" if decision == undecided(decision) else None,
    }


def _proposed(finding: Finding) -> int | None:
    """Return the index of the position that is proposed, whatever `Finding.target` became by a decision."""
    return 0 if finding.level in DEVIATIONS and finding.clause.positions else None


def _verb_at(finding: Finding, rung: int | None) -> Verb:
    levels = [position.level for position in finding.clause.positions]
    return "fallback" if rung is not None and levels[rung : rung + 1] == ["fallback"] else "accept"
