"""Rounds of a negotiation in words, the same for the report, the terminal and the window."""

from collections import Counter
from collections.abc import Mapping

from app.export.phrases import LEVELS, count_phrase
from app.model.comparison import Direction
from app.model.library import ClauseLibrary
from app.model.rounds import (
    AnswerKind,
    Ask,
    ClauseRound,
    Movement,
    NewAsk,
    Point,
    Reopened,
    Round,
    Rounds,
    Site,
    Stand,
    Untracked,
    UntrackedKind,
    clauses_of,
)

ANSWERS: Mapping[AnswerKind, str] = {
    "accepted": "Accepted",
    "rejected": "Rejected",
    "countered": "Countered",
    "commented": "Open, with a comment",
    "ignored": "No answer",
}
UNTRACKED: Mapping[UntrackedKind, str] = {
    "changed": "Words changed",
    "added": "Words added",
    "removed": "Words taken out",
    "moved": "Moved elsewhere",
    "parted": "Paragraphs split or joined",
    "hidden": "Put out of sight",
    "settled": "Their open change made part of the text",
    "blanks": "Blanks only",
    "field": "Shown by a field, which Word computes",
}
DIRECTIONS: Mapping[Direction, str] = {
    "worse": "Worse than asked",
    "better": "Better than asked",
    "same": "As asked",
    "unclear": "To be read",
}
_BESIDE = 24  # characters shown on either side of a change
_SHORT = 40  # characters of a change that says little by itself
_SIDES = {"us": "We", "them": "They"}
_DID = {"conceded": "gave way", "hardened": "asked for more"}


def round_title(one: Round) -> str:
    """Return "Round 2: sent.docx, returned.docx"."""
    return f"Round {one.number}: {one.sent.name}, {one.returned.name}"


def summary_line(one: Round) -> str:
    """Return what became of our asks, and how many they have, in a sentence."""
    answers = Counter(ask.answer for ask in one.asks)
    told = [f"{answers[kind]} {name.lower()}" for kind, name in ANSWERS.items() if answers[kind]]
    asks = f"{count_phrase(len(one.asks), 'ask', 'asks')} of ours: {', '.join(told)}" if told else "no asks of ours"
    new = count_phrase(len(one.new_asks), "ask", "asks")
    return f"{asks[0].upper()}{asks[1:]}; {new} of theirs."


def alarm_line(one: Round) -> str:
    """Return what was changed without a trace, and what was opened again."""
    if not one.shows_changes:
        return "The returned file cannot show tracked changes: every difference is listed as made without one."
    many = len(one.alarms)
    found = count_phrase(many, "change was", "changes were") + " made without a trace." if many else ""
    again = len(one.reopened)
    opened = count_phrase(again, "closed point was", "closed points were") + " opened again." if again else ""
    return " ".join(filter(None, (found, opened))) or "Nothing was changed without a trace."


def point_title(point: Point) -> str:
    """Return what a point is, in a few words."""
    if isinstance(point, Untracked):
        return f"{UNTRACKED[point.kind]}{', in our name' if point.in_our_name else ''}"
    if isinstance(point, Ask):
        return ANSWERS[point.answer]
    if isinstance(point, Reopened):
        return f"Agreed in round {point.closed_in} as {point.closed_as}"
    return "Comment" if point.is_comment else "New"


def clause_names(rounds: Rounds, point: Point) -> str:
    """Return the titles of the clause types of a point."""
    return ", ".join(title_of(rounds.library, clause) for clause in clauses_of(point))


def title_of(library: ClauseLibrary, clause: str) -> str:
    """Return the title of a clause type."""
    return next((each.title for each in library.clauses if each.id == clause), clause)


def stand_phrase(stand: Stand) -> str:
    """Return "Fallback: 30 days' cure"."""
    return f"{LEVELS[stand.level]}: {stand.name.rstrip('.')}"


def level_phrase(one: Round, point: Point) -> str:
    """Return how the clause types of a point stand now."""
    found = [one.stand_on(clause) for clause in clauses_of(point)]
    return "; ".join(stand_phrase(each.now) for each in found if each is not None)


def has_alarm(one: Round) -> bool:
    """Tell whether a round has something that must be seen first."""
    return bool(one.alarms or one.reopened) or not one.shows_changes


def clause_line(clause: ClauseRound) -> str:
    """Return how a clause type stood, what was asked and where it stands."""
    levels = (LEVELS[stand.level] for stand in (clause.before, clause.asked, clause.now))
    return " → ".join(levels)


def movement_line(rounds: Rounds, move: Movement) -> str:
    """Return a line of the ledger in a sentence."""
    what = f"{_SIDES[move.side]} {_DID[move.kind]} on {move.clause.title}: {stand_phrase(move.start)} → "
    return f"{what}{stand_phrase(move.end)}. {given_line(rounds, move)}".strip()


def given_line(rounds: Rounds, move: Movement) -> str:
    """Return what the other side gave in the same round, or that it gave nothing; "" for no concession."""
    if move.kind != "conceded":
        return ""
    other = ", ".join(title_of(rounds.library, clause) for clause in move.given_for)
    if other:
        return f"In the same round {'they' if move.side == 'us' else 'we'} gave way on: {other}."
    return "Nothing was given back for it." if move.side == "us" else "We gave nothing in that round."


def change_line(site: Site, *words: str) -> str:
    """Return what words became, step by step, among some of those beside them: "… of [1 → 4] March …"."""
    steps = " → ".join(each or "∅" for each in dict.fromkeys(words))
    if site.count > 1 or max(map(len, words)) > _SHORT:
        return steps
    before, after = site.text[: site.span.start], site.text[site.span.end :]
    before = f"… {before[-_BESIDE:].partition(' ')[2]}" if len(before) > _BESIDE else before
    after = f"{after[:_BESIDE].rpartition(' ')[0]} …" if len(after) > _BESIDE else after
    return f"{before}[{steps}]{after}"


def said_line(point: Ask | NewAsk) -> str:
    """Return what they said on a point."""
    return " / ".join(f"{each.author}: {each.text}" for each in point.said)


def unreturned_line(rounds: Rounds) -> str:
    """Return what we gave without anything in the same round; "" where there is nothing of it."""
    left = [f"{move.clause.title} (round {move.round})" for move in rounds.ledger if move.is_unreturned]
    return f"Given without anything in return: {', '.join(left)}." if left else ""
