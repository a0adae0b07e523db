"""The cost worksheet for other programs."""

import json
from decimal import Context, Decimal

from app.export.cost_phrases import formula_phrase, quantity_phrase, working_phrase
from app.export.review_json import Json
from app.model.cost import CheckedClaim, CostWorksheet, Line, OfferCost, Reason, Sensitivity, Volume
from app.model.cost_units import NEVER, Quantity

_DIGITS = Context(prec=18)


def cost_json(worksheet: CostWorksheet) -> str:
    """Return all of the worksheet as JSON; docs/cost.md says what its fields are."""
    labels = {line.key: line.label for line in worksheet.lines}
    amounts = {line.key: line.amount for line in worksheet.lines}

    def line(each: Line) -> Json:
        record = _line(each)
        if formula := formula_phrase(each, labels):
            record |= {"formula": formula, "working": working_phrase(each, amounts)}
        return record

    record: dict[str, Json] = {
        "schema": 1,
        "name": worksheet.name,
        "currency": worksheet.currency,
        "inputs": [line(each) for each in worksheet.inputs],
        "self_hosting": [line(each) for each in (*worksheet.hosting, worksheet.total, worksheet.total_per_year)],
        "self_hosting_growth": [line(each) for each in worksheet.growth],
        "offers": [{"name": each.name, "lines": [line(one) for one in each.lines]} for each in worksheet.offers],
        "sensitivity": [_sensitivity(each) for each in worksheet.sensitivities],
        "volumes": [_volume(each, worksheet.offers) for each in worksheet.volumes],
        "advice": worksheet.advice,
        "rule": {"says": worksheet.rule, "source": worksheet.rule_source},
        "reasons": [_reason(each) for each in worksheet.reasons],
        "tolerance": _quantity(worksheet.tolerance),
        "claims": [_claim(each) for each in worksheet.claims],
        "remarks": list(worksheet.remarks),
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def _quantity(amount: Quantity) -> dict[str, Json]:
    """Return a range; figures are text, so that no program makes binary fractions of them. Null is never."""
    return {
        "low": _figure(amount.low),
        "high": _figure(amount.high),
        "currency": amount.currency or None,
        "unit": amount.unit or None,
        "shown": quantity_phrase(amount),
    }


def _figure(figure: Decimal) -> str | None:
    """Return a figure to eighteen digits."""
    if figure == NEVER:
        return None
    return f"{_DIGITS.plus(figure).normalize():f}"


def _line(line: Line) -> dict[str, Json]:
    record: dict[str, Json] = {"key": line.key or None, "label": line.label, "amount": _quantity(line.amount)}
    if line.group:
        record["group"] = line.group
    if line.source:
        record["source"] = line.source
    if line.as_of:
        record["as_of"] = line.as_of.isoformat()
    return record


def _sensitivity(found: Sensitivity) -> Json:
    return {
        "total": found.total.key,
        "middle": _quantity(found.middle),
        "inputs": [
            {
                "key": swing.given.key,
                "label": swing.given.label,
                "at_low": _quantity(swing.at_low),
                "at_high": _quantity(swing.at_high),
            }
            for swing in found.swings
        ],
    }


def _volume(volume: Volume, offers: tuple[OfferCost, ...]) -> Json:
    return {
        "load": _quantity(volume.load),
        "self_hosting": _quantity(volume.hosting),
        "self_hosting_growing": _quantity(volume.growing) if volume.growing else None,
        "offers": [
            {"name": offer.name, "amount": _quantity(cost)} for offer, cost in zip(offers, volume.offers, strict=True)
        ],
    }


def _reason(reason: Reason) -> Json:
    return {
        "rule": reason.rule,
        "source": reason.source,
        "demands": reason.demands,
        "evidence": [{"label": line.label, "amount": _quantity(line.amount)} for line in reason.evidence],
    }


def _claim(claim: CheckedClaim) -> Json:
    amounts = {line.key: line.amount for line in claim.steps}
    return {
        "says": claim.says,
        "source": claim.source,
        "stated": _quantity(claim.stated) | {"open_ended": claim.open_ended},
        "recomputed": _quantity(claim.recomputed),
        "verdict": claim.verdict,
        "finding": claim.finding,
        "remark": claim.remark,
        "steps": [
            {
                "label": step.label,
                "amount": _quantity(step.amount),
                "working": working_phrase(step, amounts) or step.words,
            }
            for step in claim.steps
        ],
    }
