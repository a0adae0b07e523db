"""What was read of a document, for other programs: the whole model."""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date

from app.export.review_json import Json, document_record, paragraph_record
from app.model.document import Document, Paragraph
from app.model.marks import Box
from app.model.proofreading import Flaw
from app.model.span import Span

_MARKS = ("styles", "cell", "links", "names", "fields", "revisions", "comments", "boxes")
"""What few paragraphs have: left out of the record where there is nothing."""


def reading_json(document: Document, flaws: Sequence[Flaw] | None = None) -> str:
    """Return all that was read as JSON, with `flaws` under "proofreading" where they were asked for.

    The paragraphs are those of the review JSON and more. A span is [start, end]; a box is [start, end, page, left,
    top, right, bottom, confidence], in points from the top left corner of the page.
    """
    record: dict[str, Json] = {
        "document": document_record(document) | {"language": document.language, "view": document.view},
        "paragraphs": [_paragraph(document, paragraph) for paragraph in document.paragraphs],
        **{
            name: _value(getattr(document, name))
            for name in (
                "sections",
                "tables",
                "terms",
                "parties",
                "references",
                "exhibits",
                "incorporated",
                "dates",
                "signatures",
                "page_list",
                "set_aside",
                "not_read",
            )
        },
    }
    if flaws is not None:
        record["proofreading"] = _value(tuple(flaws))
    return json.dumps(record, ensure_ascii=False, indent=2)


def _paragraph(document: Document, paragraph: Paragraph) -> dict[str, Json]:
    record = paragraph_record(document, paragraph) | {
        "marker": paragraph.marker,
        "kind": paragraph.kind,
        "level": paragraph.level,
        "parent": paragraph.parent,
        "story": paragraph.story,
    }
    return record | {name: _value(getattr(paragraph, name)) for name in _MARKS if getattr(paragraph, name)}


def _value(value: object) -> Json:
    """Return any value of the model as JSON has it."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Box):
        return [*value[:3], *(round(number, 2) for number in value[3:])]
    if is_dataclass(value):
        return {field.name: _value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise TypeError(f"no value of the document model: {type(value).__name__}")
