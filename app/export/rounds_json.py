"""Rounds of a negotiation for other programs, schema 1. All of it is for our own house.

Points are referred to by their ids, clause types by theirs; what must be seen first stands first.
"""

import json
from collections.abc import Iterable

from app.export.review_json import Json
from app.model.document import Document
from app.model.rounds import (
    Ask,
    ClauseRound,
    Movement,
    NewAsk,
    Reopened,
    Round,
    Rounds,
    Said,
    Site,
    Stand,
    Untracked,
    verbs_for,
)

SCHEMA = 1


def rounds_json(rounds: Rounds, *, indent: int | None = None) -> str:
    """Return the rounds as JSON text, on one line or indented."""
    return json.dumps(rounds_record(rounds), ensure_ascii=False, indent=indent)


def rounds_record(rounds: Rounds) -> dict[str, Json]:
    """Return the rounds as the values of JSON; the same rounds give the same record, in the same order."""
    return {
        "schema": SCHEMA,
        "library": f"{rounds.library.version} sha256:{rounds.library.sha256}",
        "rounds": [_round(each) for each in rounds.rounds],
        "ledger": [_movement(each) for each in rounds.ledger],
    }


def _round(one: Round) -> Json:
    return {
        "round": one.number,
        "sent": _file(one.sent),
        "returned": _file(one.returned),
        "ours": list(one.ours),
        "theirs": list(one.theirs),
        "shows_changes": one.shows_changes,
        "untracked": [_untracked(each) for each in one.untracked],
        "reopened": [_reopened(each) for each in one.reopened],
        "asks": [_ask(each) for each in one.asks],
        "new_asks": [_new_ask(each) for each in one.new_asks],
        "clauses": [_clause(each) for each in one.clauses],
        "not_compared": list(one.not_compared),
    }


def _file(document: Document) -> Json:
    return {"file": str(document.path), "sha256": document.sha256}


def _untracked(edit: Untracked) -> Json:
    return {
        "id": edit.id,
        "kind": edit.kind,
        "in_our_name": edit.in_our_name,
        "clauses": list(edit.clauses),
        "sent": _site(edit.sent),
        "returned": _site(edit.returned),
        "before": edit.before,
        "after": edit.after,
        "answers": list(verbs_for(edit)),
    }


def _reopened(point: Reopened) -> Json:
    return {
        "id": point.id,
        "clause": point.clause or None,
        "closed_in": point.closed_in,
        "closed_as": point.closed_as,
        "returned": _site(point.site),
        "agreed": point.agreed,
        "now": point.now,
        "by": list(point.by),
    }


def _ask(ask: Ask) -> Json:
    return {
        "id": ask.id,
        "clause": ask.clause or None,
        "answer": ask.answer,
        "tracked": ask.is_tracked,
        "sent": _site(ask.sent),
        "returned": _site(ask.returned),
        "before": ask.before,
        "asked": ask.asked,
        "now": ask.now,
        "our_comment": ask.ours,
        "their_comments": _said(ask.said),
        "answers": list(verbs_for(ask)),
    }


def _new_ask(ask: NewAsk) -> Json:
    return {
        "id": ask.id,
        "clauses": list(ask.clauses),
        "author": ask.author,
        "date": ask.date,
        "returned": _site(ask.site),
        "before": ask.before,
        "after": ask.after,
        "their_comments": _said(ask.said),
        "answers": list(verbs_for(ask)),
    }


def _site(site: Site) -> Json:
    return {
        "place": site.label,
        "part": site.part,
        "paragraph": site.index,
        "start": site.span.start,
        "end": site.span.end,
    }


def _said(said: Iterable[Said]) -> list[Json]:
    return [{"author": each.author, "date": each.date, "text": each.text} for each in said]


def _clause(clause: ClauseRound) -> Json:
    return {
        "clause": clause.clause.id,
        "title": clause.clause.title,
        "before": _stand(clause.before),
        "asked": _stand(clause.asked),
        "now": _stand(clause.now),
        "direction": clause.direction,
        "what": clause.what,
    }


def _stand(stand: Stand) -> Json:
    return {"level": stand.level, "rung": stand.rung, "name": stand.name, "facts": dict(stand.facts)}


def _movement(move: Movement) -> Json:
    return {
        "round": move.round,
        "clause": move.clause.id,
        "title": move.clause.title,
        "side": move.side,
        "kind": move.kind,
        "from": _stand(move.start),
        "to": _stand(move.end),
        "given_for": list(move.given_for),
        "unreturned": move.is_unreturned,
        "what": move.what,
    }
