"""A judged comparison for other programs, schema 1. Places are a paragraph and a half-open stretch of its text."""

import json

from app.export.review_json import Json, document_record
from app.model.comparison import Change, Effect, FactChange, JudgedComparison, WordChange
from app.model.document import Document
from app.model.review import Review
from app.model.span import Place

SCHEMA = 1


def comparison_json(judged: JudgedComparison, *, indent: int | None = None) -> str:
    """Return a judged comparison as JSON text, on one line or indented."""
    return json.dumps(comparison_record(judged), ensure_ascii=False, indent=indent)


def comparison_record(judged: JudgedComparison) -> dict[str, Json]:
    """Return a judged comparison as the values of JSON; the same comparison gives the same record."""
    comparison = judged.comparison
    return {
        "schema": SCHEMA,
        "receipt": {
            "library": f"{judged.new.receipt.library} sha256:{judged.new.receipt.library_sha256}",
            "profile_sha256": judged.new.receipt.profile_sha256,
            "program": judged.new.receipt.program,
        },
        "old": version_record(judged.old),
        "new": version_record(judged.new),
        "effects": [_effect(judged, effect) for effect in judged.effects],
        "changes": [_change(judged, change) for change in comparison.changes],
        "uncovered": list(judged.uncovered),
        "not_compared": list(comparison.not_compared),
    }


def version_record(review: Review) -> dict[str, Json]:
    """Return what is said of one version as a whole."""
    return {
        **document_record(review.document),
        "sha256": review.document.sha256,
        "type": review.document_type,
        "not_read": list(review.unread),
    }


def _effect(judged: JudgedComparison, effect: Effect) -> dict[str, Json]:
    return {
        "clause": effect.clause.id,
        "title": effect.clause.title,
        "direction": effect.direction,
        "old_level": effect.old_level,
        "new_level": effect.new_level,
        "severity": effect.severity,
        "facts": [_fact(judged, effect, change) for change in effect.facts],
        "changes": list(effect.changes),
        "what": effect.what,
    }


def _fact(judged: JudgedComparison, effect: Effect, change: FactChange) -> dict[str, Json]:
    return {
        "key": change.key,
        "old": change.old,
        "new": change.new,
        "old_place": _fact_place(judged.old, effect, change.key),
        "new_place": _fact_place(judged.new, effect, change.key),
    }


def _fact_place(review: Review, effect: Effect, key: str) -> Json:
    finding = next(each for each in review.findings if each.clause.id == effect.clause.id)
    place = next((fact.place for fact in finding.reading.facts if fact.key == key), None)
    return None if place is None else place_record(place)


def _change(judged: JudgedComparison, change: Change) -> dict[str, Json]:
    return {
        "number": change.number,
        "kind": change.kind,
        "severity": judged.severity_of(change.number),
        "old": _side(judged.comparison.old, change.old),
        "new": _side(judged.comparison.new, change.new),
        "labels": None if change.labels is None else list(change.labels),
        "words": [word_record(word) for word in change.words],
        "formats": list(change.formats),
        "clauses": [effect.clause.id for effect in judged.effects_of(change.number)],
        "covered": change.number not in judged.uncovered,
    }


def _side(document: Document, paragraphs: tuple[int, ...]) -> Json:
    """Return where a change stands in one document, and its text there; None where it does not."""
    if not paragraphs:
        return None
    return {
        "paragraphs": list(paragraphs),
        "place": document.place_of(paragraphs[0]),
        "page": document.paragraphs[paragraphs[0]].anchor.page,
        "text": "\n".join(document.paragraphs[index].text for index in paragraphs),
    }


def word_record(word: WordChange) -> dict[str, Json]:
    """Return words that stand for others, with their places."""
    return {
        "before": word.before,
        "after": word.after,
        "about": word.about,
        "old": place_record(word.old),
        "new": place_record(word.new),
    }


def place_record(place: Place) -> list[Json]:
    """Return the paragraph, the start and the end of a place."""
    return [place.paragraph, place.span.start, place.span.end]
