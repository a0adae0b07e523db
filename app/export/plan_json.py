"""The plan for other programs, schema 1. All of it is for our own house.

Points are referred to by their numbers; days are written as 2026-11-21.
"""

import json
from collections.abc import Iterable

from app.export.review_json import Json
from app.model.plan import (
    Ask,
    Card,
    Duty,
    IndemnityChain,
    MarkedTable,
    Plan,
    Quote,
    Risk,
    Rung,
    Task,
    Topic,
    Trade,
    UserCount,
    Watch,
)
from app.model.review import Review

SCHEMA = 1


def plan_json(review: Review, plan: Plan, *, indent: int | None = None) -> str:
    """Return the plan as JSON text, on one line or indented."""
    return json.dumps(plan_record(review, plan), ensure_ascii=False, indent=indent)


def plan_record(review: Review, plan: Plan) -> dict[str, Json]:
    """Return the plan as the values of JSON; the same plan gives the same record, in the same order."""
    receipt = review.receipt
    return {
        "schema": SCHEMA,
        "receipt": {
            "document_sha256": receipt.document_sha256,
            "library": f"{receipt.library} sha256:{receipt.library_sha256}",
            "profile_sha256": receipt.profile_sha256,
            "program": receipt.program,
        },
        "document": str(review.document.path),
        "date": plan.when.isoformat(),
        "outlook": plan.outlook,
        "layers": [
            {"name": layer.name, "state": layer.state, "verdict": layer.verdict, "why": layer.why}
            for layer in plan.layers
        ],
        "steps": list(plan.steps),
        "points": [_ask(ask) for ask in plan.asks],
        "rounds": [{"stage": each.stage, "why": each.reason, "points": _numbers(each.asks)} for each in plan.rounds],
        "fixed": [{"point": each.ask.number, "instead": list(each.mitigations)} for each in plan.fixed],
        "trades": [_trade(each) for each in plan.trades],
        "arguments": [_card(each) for each in plan.cards],
        "approvals": [{"approver": each.approver, "points": _numbers(each.asks)} for each in plan.approvals],
        "measures": [_task(each) for each in plan.tasks],
        "risks": [_risk(each) for each in plan.risks],
        "obligations": [_duty(each) for each in plan.duties],
        "monitoring": [_watch(each) for each in plan.watches],
        "indemnities": None if plan.chain is None else _chain(plan.chain),
        "users": None if plan.users is None else _users(plan.users),
        "tables": [_table(each) for each in plan.tables],
        "topics": [_topic(each) for each in plan.topics],
    }


def _numbers(asks: Iterable[Ask]) -> list[Json]:
    return [ask.number for ask in asks]


def _quote(quote: Quote) -> Json:
    return {"place": quote.place, "words": quote.words} if quote.words else None


def _rung(rung: Rung | None) -> Json:
    return None if rung is None else {"position": rung.name, "approver": rung.approver}


def _ask(ask: Ask) -> Json:
    return {
        "number": ask.number,
        "clause": ask.clause,
        "title": ask.title,
        "level": ask.level,
        "severity": ask.severity,
        "tier": ask.tier,
        "stage": ask.stage,
        "lever": ask.lever,
        "quote": _quote(ask.quote),
        "ask": ask.ask,
        "fallbacks": [_rung(rung) for rung in ask.fallbacks],
        "walk_away": _rung(ask.walk_away),
        "stands_on": _rung(ask.stands_on),
        "proposed": ask.proposed,
        "owner": ask.owner,
    }


def _trade(trade: Trade) -> Json:
    return {"get": trade.get.number, "give": trade.give.number, "accept": _rung(trade.accept), "why": trade.why}


def _card(card: Card) -> Json:
    argument = card.argument
    return {
        "id": argument.id,
        "title": argument.title,
        "text": argument.text,
        "words": argument.words,
        "caution": argument.caution,
        "sources": list(argument.sources),
        "points": _numbers(card.asks),
    }


def _task(task: Task) -> Json:
    measure = task.measure
    return {
        "id": measure.id,
        "purpose": measure.purpose,
        "title": measure.title,
        "text": measure.text,
        "why": measure.why,
        "owner": measure.owner,
        "due": measure.due,
        "next": None if task.next is None else task.next.isoformat(),
        "sources": list(measure.sources),
        "points": _numbers(task.because),
    }


def _risk(risk: Risk) -> Json:
    return {
        "id": risk.id,
        "title": risk.title,
        "cause": _quote(risk.cause),
        "consequence": risk.consequence,
        "severity": risk.severity,
        "treatment": risk.treatment,
        "measure": risk.measure,
        "owner": risk.owner,
        "approver": risk.approver,
        "review": risk.review,
        "review_on": risk.review_on.isoformat(),
    }


def _duty(duty: Duty) -> Json:
    return {
        "clause": duty.title,
        "who": duty.who,
        "ours": duty.ours,
        "what": duty.what,
        "due": duty.due,
        "trigger": duty.trigger,
        "repeats": duty.repeats,
        "on": None if duty.on is None else duty.on.isoformat(),
        "working": duty.working,
        "quote": _quote(duty.quote),
    }


def _watch(watch: Watch) -> Json:
    return {
        "what": watch.what,
        "why": watch.why,
        "when": watch.when,
        "next": None if watch.next is None else watch.next.isoformat(),
        "owner": watch.owner,
    }


def _chain(chain: IndemnityChain) -> Json:
    return {
        "links": [
            {"giver": link.giver, "taker": link.taker, "state": link.state, "words": link.words, "place": link.place}
            for link in chain.links
        ],
        "sandwich": chain.sandwich,
        "conclusion": chain.conclusion,
    }


def _users(users: UserCount) -> Json:
    return {
        "threshold": users.threshold,
        "quote": _quote(users.quote),
        "measured": users.measured,
        "companies": [{"name": each.company.name, "counts": each.counts, "why": each.why} for each in users.companies],
        "readings": [
            {
                "name": each.name,
                "at": each.at,
                "users": each.users,
                "distance": each.distance,
                "percent": None if each.percent is None else round(each.percent, 2),
            }
            for each in users.readings
        ],
        "tripwires": list(users.tripwires),
        "remarks": list(users.remarks),
    }


def _table(marked: MarkedTable) -> Json:
    table = marked.table
    return {
        "id": table.id,
        "title": table.title,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "ours": list(marked.ours),
        "note": table.note,
        "sources": list(table.sources),
    }


def _topic(topic: Topic) -> Json:
    return {
        "topic": topic.name,
        "claims": [
            {"says": each.statement, "source": each.source, "state": each.state, "text_says": each.text_says}
            for each in topic.claims
        ],
    }
