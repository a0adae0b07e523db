"""A policy watch for other programs, schema 1."""

import json

from app.export.comparison_json import comparison_record, place_record, word_record
from app.export.review_json import Json
from app.model.document import Document
from app.model.span import Place
from app.model.watch import PolicyChange, PolicyStep, PolicyWatch

SCHEMA = 1


def watch_json(found: PolicyWatch, *, indent: int | None = None) -> str:
    """Return a policy watch as JSON text, on one line or indented."""
    return json.dumps(watch_record(found), ensure_ascii=False, indent=indent)


def watch_record(found: PolicyWatch) -> dict[str, Json]:
    """Return a policy watch as the values of JSON; the same watch gives the same record."""
    return {
        "schema": SCHEMA,
        "owner": found.owner,
        "looked_on": found.looked_on.isoformat(),
        "review_on": found.review_on.isoformat(),
        "rule": found.rule,
        "uses": [
            {"field": use.field, "answer": use.answer, "title": use.title, "source": use.source} for use in found.uses
        ],
        "steps": [_step(step) for step in found.steps],
        "left_out": list(found.left_out),
    }


def _step(step: PolicyStep) -> dict[str, Json]:
    return {
        "old_day": None if step.old_day is None else step.old_day.isoformat(),
        "new_day": None if step.new_day is None else step.new_day.isoformat(),
        "renamed": [list(names) for names in step.renamed],
        "statements": [_change(step, change) for change in step.changes],
        "comparison": comparison_record(step.judged),
    }


def _change(step: PolicyStep, change: PolicyChange) -> dict[str, Json]:
    comparison = step.judged.comparison
    return {
        "number": change.number,
        "kind": change.kind,
        "bearing": change.bearing,
        "direction": change.direction,
        "what": change.what,
        "before": change.before,
        "after": change.after,
        "lead_in": change.lead_in,
        "words": [word_record(word) for word in change.words],
        "old": _place(comparison.old, change.old),
        "new": _place(comparison.new, change.new),
        "change": change.change,
        "clauses": list(change.clauses),
        "uses": [
            {"field": each.use.field, "answer": each.use.answer, "words": each.words, "at": place_record(each.place)}
            for each in change.uses
        ],
    }


def _place(document: Document, place: Place | None) -> Json:
    return None if place is None else {"at": place_record(place), "place": document.place_of(place.paragraph)}
