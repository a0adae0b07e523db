"""What a round says, in words: its groups, points, stands and ledger, what is answered, and a point as it is spoken."""

from collections.abc import Mapping

from app.desktop import words
from app.desktop.rounds.entries import Group, differing, group_of, sites_of, words_of
from app.desktop.words import tr
from app.model.clause import Position
from app.model.comparison import Direction
from app.model.library import ClauseLibrary
from app.model.rounds import (
    AnswerVerb,
    Ask,
    Movement,
    NewAsk,
    Point,
    PointAnswer,
    Reopened,
    Round,
    Rounds,
    Site,
    Stand,
    Untracked,
    UntrackedKind,
    clauses_of,
)
from app.model.span import Span

_SIGNS: Mapping[Group, str] = {
    "untracked": "!",
    "reopened": "↺",
    "accepted": "✓",
    "rejected": "✗",
    "countered": "⇄",
    "commented": "…",
    "ignored": "○",
    "new": "+",
    "quiet": "·",
}
_WORDS = 60  # letters of words in a row and in what is spoken


def group_sign(group: Group) -> str:
    """Return the sign of a group; its word stands beside it."""
    return _SIGNS[group]


def group_word(group: Group) -> str:
    """Return the name of a group."""
    return {
        "untracked": tr("Without a trace"),
        "reopened": tr("Opened again"),
        "accepted": tr("Accepted"),
        "rejected": tr("Rejected"),
        "countered": tr("Countered"),
        "commented": tr("Commented"),
        "ignored": tr("No answer"),
        "new": tr("Their asks"),
        "quiet": tr("Blanks and fields"),
    }[group]


def point_word(point: Point) -> str:
    """Return what a point is: "Rejected", "Edit without a trace: words changed"."""
    if isinstance(point, Untracked):
        told = tr("Edit without a trace: {0}").format(untracked_word(point.kind))
        return tr("{0}, in our name").format(told) if point.in_our_name else told
    if isinstance(point, Reopened):
        return tr("Closed point opened again")
    if isinstance(point, NewAsk):
        return tr("Their comment") if point.is_comment else tr("Their ask")
    return {
        "accepted": tr("Our ask: accepted"),
        "rejected": tr("Our ask: rejected"),
        "countered": tr("Our ask: countered"),
        "commented": tr("Our ask: open, with a comment of theirs"),
        "ignored": tr("Our ask: no answer"),
    }[point.answer]


def untracked_word(kind: UntrackedKind) -> str:
    """Return what was done without a trace."""
    return {
        "changed": tr("words changed"),
        "added": tr("words added"),
        "removed": tr("words taken out"),
        "moved": tr("moved elsewhere"),
        "parted": tr("paragraphs split or joined"),
        "hidden": tr("put out of sight"),
        "settled": tr("their open change made part of the text"),
        "blanks": tr("blanks only"),
        "field": tr("shown by a field, which Word computes"),
    }[kind]


def alarm_word(one: Round) -> str:
    """Return what was done without a trace and opened again, or that nothing was."""
    if not one.shows_changes:
        return tr("This file cannot show tracked changes: every difference counts as made without a trace.")
    edits, again = len(one.alarms), len(one.reopened)
    told = []
    if edits:
        told.append(tr("1 edit without a trace") if edits == 1 else tr("{0} edits without a trace").format(edits))
    if again:
        told.append(
            tr("1 closed point opened again") if again == 1 else tr("{0} closed points opened again").format(again)
        )
    return " · ".join(told) or tr("Nothing was changed without a trace.")


def summary_word(one: Round) -> str:
    """Return how many asks each side has."""
    ours, theirs = len(one.asks), len(one.new_asks)
    told = tr("1 ask of ours") if ours == 1 else tr("{0} asks of ours").format(ours)
    return f"{told} · {tr('1 ask of theirs') if theirs == 1 else tr('{0} asks of theirs').format(theirs)}"


def round_word(one: Round) -> str:
    """Return the name of a round: "Round 2: sent.docx → returned.docx"."""
    return tr("Round {0}: {1} → {2}").format(one.number, one.sent.name, one.returned.name)


def clause_word(library: ClauseLibrary, point: Point) -> str:
    """Return the titles of the clause types of a point; "" where none was recognised."""
    return ", ".join(title_of(library, clause) for clause in clauses_of(point))


def title_of(library: ClauseLibrary, clause: str) -> str:
    """Return the title of a clause type."""
    return next((each.title for each in library.clauses if each.id == clause), clause)


def stand_word(stand: Stand) -> str:
    """Return "◐ Fallback: 15 days' cure"."""
    level = f"{words.level_glyph(stand.level)} {words.level_word(stand.level)}"
    name = stand.name.rstrip(".")
    return f"{level}: {name}" if name else level


def level_word(one: Round, point: Point) -> str:
    """Return on which level the clause types of a point stand now; "" where none was recognised."""
    found = [one.stand_on(clause) for clause in clauses_of(point)]
    levels = dict.fromkeys(each.now.level for each in found if each is not None)
    return ", ".join(f"{words.level_glyph(level)} {words.level_word(level)}" for level in levels)


def direction_word(direction: Direction) -> str:
    """Return what an answer does for us, against what we asked."""
    return {
        "worse": tr("worse than asked"),
        "better": tr("better than asked"),
        "same": tr("as asked"),
        "unclear": tr("to be read"),
    }[direction]


def place_word(site: Site) -> str:
    """Return where a point stands."""
    return site.label or tr("paragraph {0}").format(site.index + 1)


def change_word(point: Point) -> str:
    """Return the words that were sent and those that came back, in a line."""
    sent, back = words_of(point)
    if isinstance(point, Ask) and sent == back:
        sent = point.before  # what we asked stands: what it was before tells more
    if sent == back:
        return words.first_words(back, _WORDS)
    told = (_cut(text, span) for text, span in zip((sent, back), differing(sent, back), strict=True))
    return " → ".join(told)


def _cut(text: str, span: Span) -> str:
    """Return words in a line, with a sign where others stand before them."""
    told = words.first_words(text[span.start : span.end], _WORDS)
    return f"… {told}" if told and span.start else told or "∅"


def verb_word(verb: AnswerVerb) -> str:
    """Return what we can say to a point."""
    return {
        "accept": tr("Accept"),
        "reject": tr("Reject"),
        "counter": tr("Counter"),
        "comment": tr("Comment"),
    }[verb]


def answer_word(answer: PointAnswer | None) -> str:
    """Return what we answer; "" for nothing."""
    if answer is None:
        return ""
    told = {
        "accept": tr("We accept"),
        "reject": tr("We reject"),
        "counter": tr("We counter"),
        "comment": tr("We comment"),
    }[answer.verb]
    if answer.verb != "counter":
        return told
    return tr("{0}, own words").format(told) if answer.words is not None else tr("{0}, library").format(told)


def rung_word(position: Position) -> str:
    """Return a position that can be asked for."""
    return f"{words.level_glyph(position.level)} {words.level_word(position.level)}: {position.name}"


def who_word(move: Movement) -> str:
    """Return which side moved, and how."""
    if move.kind == "conceded":
        return tr("We gave way") if move.side == "us" else tr("They gave way")
    return tr("We asked for more") if move.side == "us" else tr("They asked for more")


def end_word(move: Movement) -> str:
    """Return where a side stands now; where that is the same rung, what moved on it."""
    stands = stand_word(move.end)
    return (
        f"{stands}. {move.what}" if move.start.name == move.end.name and move.start.level == move.end.level else stands
    )


def given_word(rounds: Rounds, move: Movement) -> str:
    """Return for what a side gave way; "" where it did not."""
    if move.kind != "conceded":
        return ""
    other = ", ".join(title_of(rounds.library, clause) for clause in move.given_for)
    if other:
        told = tr("They gave way on {0}") if move.side == "us" else tr("We gave way on {0}")
        return told.format(other)
    return tr("Nothing was given for it") if move.side == "us" else tr("We gave nothing in that round")


def spoken_move(rounds: Rounds, move: Movement) -> str:
    """Return a line of the ledger as a screen reader says it."""
    told = tr("Round {0}, {1}, {2}, from {3} to {4}").format(
        move.round, who_word(move), move.clause.title, stand_word(move.start), end_word(move)
    )
    return ", ".join(filter(None, (told, given_word(rounds, move))))


def spoken(rounds: Rounds, one: Round, point: Point, ordinal: int, answer: PointAnswer | None) -> str:
    """Return what a screen reader says of a point."""
    parts = (
        tr("Point {0} of {1}").format(ordinal, len(one.points())),
        point_word(point),
        clause_word(rounds.library, point),
        level_word(one, point),
        place_word(sites_of(point)[1]),
        change_word(point),
        answer_word(answer) or tr("not answered"),
    )
    return ", ".join(part for part in parts if part)


def said_of(rounds: Rounds, one: Round, point: Point) -> str:
    """Return all words of a row, to be searched."""
    said = "" if isinstance(point, Untracked | Reopened) else " ".join(each.text for each in point.said)
    texts = (point.before, *words_of(point)) if isinstance(point, Ask) else words_of(point)
    told = (point.id, group_word(group_of(point)), point_word(point), clause_word(rounds.library, point))
    return " ".join((*told, level_word(one, point), place_word(sites_of(point)[1]), *texts, said))
