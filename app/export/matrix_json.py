"""Documents side by side for other programs, schema 1. All of it is for our own house.

Columns are referred to by their place in `columns`, from 0, and layers by their place in the column.
"""

import json
from collections.abc import Mapping

from app.export.phrases import GROUPS
from app.export.review_json import Json
from app.model.matrix import Cell, Layer, Matrix, MatrixColumn, MatrixRow, Quotation, Reason, Term, TermFact

SCHEMA = 1


def matrix_json(matrix: Matrix, *, indent: int | None = None) -> str:
    """Return the matrix as JSON text, on one line or indented."""
    return json.dumps(matrix_record(matrix), ensure_ascii=False, indent=indent)


def matrix_record(matrix: Matrix) -> dict[str, Json]:
    """Return the matrix as the values of JSON; the same matrix gives the same record, in the same order."""
    return {
        "schema": SCHEMA,
        "profile": matrix.profile.name,
        "library": f"{matrix.library.version} sha256:{matrix.library.sha256}",
        "ranking": list(matrix.ranking),
        "columns": [_column(column) for column in matrix.columns],
        "rows": [_row(row) for row in matrix.rows],
        "not_applicable": [{"clause": row.clause.id, "title": row.clause.title} for row in matrix.apart],
        "left_out": list(matrix.left_out),
        "remarks": list(matrix.remarks),
    }


def _column(column: MatrixColumn) -> dict[str, Json]:
    fit = column.fit
    return {
        "title": column.title,
        "layers": [_layer(layer) for layer in column.layers],
        "lost_layers": list(column.lost_layers),
        "rank": column.rank,
        "ties": list(column.ties),
        "fit": {
            "percent": round(float(fit.low * 100), 2),
            "percent_if_unknown_is_fine": round(float(fit.high * 100), 2),
            "lost": fit.lost,
            "judged": fit.judged,
            "unknown": fit.unknown,
            "rows": fit.rows,
            "unknown_rows": fit.unknown_rows,
            "kept_by_silence": fit.silent,
        },
        "verdict": column.verdict,
        "costs": [_reason(reason) for reason in column.costs],
        "ahead_of_next": [_reason(reason) for reason in column.ahead],
        "behind_next": [_reason(reason) for reason in column.behind],
    }


def _layer(layer: Layer) -> dict[str, Json]:
    review = layer.review
    return {
        "title": layer.title,
        "document": str(review.document.path),
        "attachment": review.document.attachment,
        "kind": review.document_type,
        "document_sha256": review.receipt.document_sha256,
        "library_sha256": review.receipt.library_sha256,
        "profile_sha256": review.receipt.profile_sha256,
        "program": review.receipt.program,
        "not_read": list(layer.not_read),
        "not_covered": [{"paragraph": each.paragraph, "about": list(each.about)} for each in layer.review.uncovered],
    }


def _reason(reason: Reason) -> dict[str, Json]:
    return {
        "clause": reason.clause,
        "title": reason.title,
        "points": reason.points,
        "known": reason.is_known,
        "of_next": reason.of_next,
        "next_known": reason.next_is_known,
    }


def _row(row: MatrixRow) -> dict[str, Json]:
    units = {head.key: head.unit for head in row.heads}
    return {
        "clause": row.clause.id,
        "title": row.clause.title,
        "group": GROUPS.get(row.clause.group, row.clause.group),
        "nature": row.clause.nature,
        "weight": row.weight,
        "best": list(row.best),
        "best_why": row.best_why,
        "facts": [{"key": head.key, "name": head.name, "unit": head.unit} for head in row.heads],
        "cells": [_cell(cell, units) for cell in row.cells],
    }


def _cell(cell: Cell, units: Mapping[str, str]) -> dict[str, Json]:
    return {
        **_term(cell.term, units),
        "points": cell.points,
        "beside": [_term(term, units) for term in cell.beside],
    }


def _term(term: Term, units: Mapping[str, str]) -> dict[str, Json]:
    return {
        "layer": term.layer,
        "level": term.level,
        "severity": term.severity,
        "position": term.rung,
        "why": term.why,
        "standing": None if term.standing is None else {"kind": term.standing, "why": term.standing_why},
        "facts": [_fact(fact, units[fact.key]) for fact in term.facts],
        "words": [_quotation(quotation) for quotation in term.words],
    }


def _fact(fact: TermFact, unit: str) -> dict[str, Json]:
    return {
        "key": fact.key,
        "value": fact.value,
        "unit": unit,
        "currency": fact.currency,
        "shown": fact.shown,
        "quote": None if fact.quote is None else _quotation(fact.quote),
        "derivation": fact.derivation,
    }


def _quotation(quotation: Quotation) -> dict[str, Json]:
    place = quotation.place
    return {
        "paragraph": place.paragraph,
        "start": place.span.start,
        "end": place.span.end,
        "cited": quotation.cited,
        "words": quotation.words,
    }
