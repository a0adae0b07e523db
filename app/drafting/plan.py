"""What is to be written for each finding, and which findings give way where two want the same words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.drafting.edits import Spot, edits_of, last_spot, spot_at
from app.drafting.outline import Outline
from app.drafting.wording import Wording
from app.model.clause import SEVERITIES, EditRule, NewClause, Position
from app.model.redline import Citation, Edit
from app.model.review import Finding

_FOR_DRAFTERS = re.compile(r"\W*\b(?:drafting note|note to draft|drafter'?s? note)\b", re.IGNORECASE)
"""A paragraph that tells those who fill in a form what to do, and is no part of the contract."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written for one finding.

    Attributes:
        edits: In document order; empty where a clause is new, or only a comment is made.
        clause: The clause to insert; None where edits do, or nothing is to be written.
        unfilled: Slots without a word in this document: nothing can be written at all.
        citations: The places that its wording cites.
        gives_way_to: The finding whose edits stand where this one wanted its own.
    """

    finding: Finding
    edits: tuple[Edit, ...] = ()
    clause: NewClause | None = None
    unfilled: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    gives_way_to: Finding | None = None


def plan_finding(outline: Outline, wording: Wording, finding: Finding, position: Position) -> Plan:
    """Return the edits that `position` asks for, or its clause where none of them fits.

    A clause on a fallback position is one we can live with: its words may be improved, but no clause is put beside it.

    Raises:
        ValueError: The wording of the library has a slot that does not exist.
    """
    clause = finding.clause.id
    edits: list[Edit] = []
    cited: list[Citation] = []
    unfilled = list(wording.unfilled(finding.clause.comment, clause))
    for rules in position.edits:
        for rule, paragraph, spot in _places(outline, wording, finding, rules):
            if missing := wording.unfilled(rule.text, clause):
                unfilled += missing
                break
            made = edits_of(rule, paragraph, spot, wording.fill(rule.text, clause))
            if made and not any(_overlap(edit, other) for edit in made for other in edits):
                edits += made
                cited += wording.citations(rule.text, clause)
                break
    new = None if edits or unfilled or finding.level == "fallback" else position.clause
    if new is not None:
        unfilled += (slot for text in (new.heading, *new.text) for slot in wording.unfilled(text, clause))
        cited += (place for text in (new.heading, *new.text) for place in wording.citations(text, clause))
    ordered = sorted(edits, key=lambda edit: (edit.paragraph, edit.span.start, edit.span.end))
    return Plan(finding, tuple(ordered), new, tuple(dict.fromkeys(unfilled)), tuple(dict.fromkeys(cited)))


def settle(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """Return `plans` as they can stand together.

    Where two want the same words the severer finding has its way and the other keeps only its comment. An edit that
    two findings ask for is made once.
    """
    settled = list(plans)
    standing: list[Plan] = []
    for index in sorted(range(len(plans)), key=lambda index: SEVERITIES.index(plans[index].finding.severity)):
        plan = plans[index]
        stronger = next((other for other in standing if _is_in_conflict(plan, other)), None)
        if stronger is not None:
            settled[index] = replace(plan, edits=(), citations=(), gives_way_to=stronger.finding)
            continue
        made = {edit for other in standing for edit in other.edits}
        standing.append(plan)
        settled[index] = replace(plan, edits=tuple(edit for edit in plan.edits if edit not in made))
    return tuple(settled)


def _places(
    outline: Outline, wording: Wording, finding: Finding, rules: Sequence[EditRule]
) -> Iterator[tuple[EditRule, int, Spot]]:
    """Yield where the rules of one group fit: the places of the first rule in document order, then of the next."""
    carrying = {index for index in finding.paragraphs if not _FOR_DRAFTERS.match(outline.paragraphs[index].text)}
    located = sorted(
        (found for found in finding.reading.located if found.place.paragraph in carrying),
        key=lambda found: (found.place.paragraph, found.place.span.start),
    )
    for rule in rules:
        barred = {found.place.paragraph for found in located if rule.unless and found.pattern == rule.unless}
        if not rule.pattern and carrying - barred:
            last = max(carrying - barred)
            heading = len(outline.run_in_heading(last))
            yield rule, last, last_spot(outline.paragraphs[last].text, wording.names, heading)
        for found in located:
            paragraph = found.place.paragraph
            if rule.pattern == found.pattern and paragraph not in barred:
                heading = len(outline.run_in_heading(paragraph))
                yield rule, paragraph, spot_at(outline.paragraphs[paragraph].text, found, wording.names, heading)


def _overlap(edit: Edit, other: Edit) -> bool:
    """Tell whether two edits change the same words; next to each other they may stand within one finding."""
    if edit.paragraph != other.paragraph:
        return False
    return edit.span.start < other.span.end and other.span.start < edit.span.end


def _is_in_conflict(plan: Plan, other: Plan) -> bool:
    return any(_conflict(edit, theirs) for edit in plan.edits for theirs in other.edits)


def _conflict(edit: Edit, other: Edit) -> bool:
    """Tell whether edits of two findings cannot both be made: they overlap, or touch and are not whole sentences."""
    if edit.paragraph != other.paragraph or edit == other:
        return False
    touching = edit.span.start <= other.span.end and other.span.start <= edit.span.end
    return _overlap(edit, other) or (touching and not (_is_sentence(edit) and _is_sentence(other)))


def _is_sentence(edit: Edit) -> bool:
    """Tell whether an edit inserts whole sentences, which may follow one another."""
    text = edit.text.strip()
    return edit.span.start == edit.span.end and text[:1].isupper() and text.endswith(".")
