"""What the internal memo shows of the cost worksheet: what each way costs, what speaks for it, what is disputed."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.export.cost_phrases import ADVICE, quantity_phrase
from app.model.cost import CostWorksheet


@dataclass(frozen=True, slots=True)
class CostRow:
    """What one way costs."""

    name: str
    month: str
    year: str
    break_even: str


@dataclass(frozen=True, slots=True)
class CostSheet:
    """The worksheet on half a page."""

    opening: str
    rows: tuple[CostRow, ...]
    remarks: tuple[str, ...]


def cost_sheet(worksheet: CostWorksheet | None) -> CostSheet | None:
    """Return the worksheet as the memo shows it."""
    if worksheet is None:
        return None
    load = next((line for line in worksheet.inputs if line.key == "load.requests_per_day"), None)
    asked = f"For {quantity_phrase(load.amount)}" if load is not None else "For the load given"
    own = CostRow(
        "Machines of our own",
        quantity_phrase(worksheet.total.amount),
        quantity_phrase(worksheet.total_per_year.amount),
        "–",
    )
    offers = (
        CostRow(
            offer.name,
            quantity_phrase(offer.per_month.amount),
            quantity_phrase(offer.per_year.amount),
            quantity_phrase(offer.break_even.amount),
        )
        for offer in worksheet.offers
    )
    return CostSheet(
        opening=f"{asked}, other figures from “{worksheet.name}”. {ADVICE[worksheet.advice]}",
        rows=(own, *offers),
        remarks=tuple(_remarks(worksheet)),
    )


def _remarks(worksheet: CostWorksheet) -> Iterator[str]:
    for reason in worksheet.reasons:
        if reason.demands:
            yield f"For machines of our own: {reason.rule} ({reason.source})"
    for claim in worksheet.claims:
        if claim.verdict != "holds":
            found = quantity_phrase(claim.recomputed)
            yield f"{claim.verdict.capitalize()}: {claim.says.rstrip('.')} ({claim.source}). It comes to {found}."
    yield "`counterdraft cost` shows the working, every price with its source and day, and takes figures of your own."
