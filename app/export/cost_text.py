"""The cost worksheet as lines of text."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from app.export.cost_phrases import (
    ADVICE,
    answer_phrase,
    figure_phrase,
    formula_phrase,
    quantity_phrase,
    working_phrase,
)
from app.model.cost import CheckedClaim, CostWorksheet, Line, Reason, Sensitivity
from app.model.cost_units import Quantity

WIDTH = 100
_LABEL, _FIGURE = 38, 16
_NAME, _CELL = 28, 24
_INDENT = 4
_RULE = "-" * WIDTH


def cost_text(worksheet: CostWorksheet) -> str:
    """Return all of the worksheet, no line wider than a hundred columns."""
    return "\n".join(line.rstrip() for line in _lines(worksheet))


def _lines(worksheet: CostWorksheet) -> Iterator[str]:
    yield from wrap(worksheet.name, WIDTH)
    about = "Every figure is a range from low to high. Figures are rounded in print only."
    yield from wrap(about, WIDTH)
    yield from _comparison(worksheet)
    yield from _break_even(worksheet)
    yield from _reasons(worksheet)
    yield from _volumes(worksheet)
    for each in worksheet.sensitivities:
        yield from _sensitivity(each, worksheet)
    yield from _claims(worksheet)
    yield from _inputs(worksheet)
    yield from _worked("Self-hosting", worksheet, (*worksheet.hosting, worksheet.total, worksheet.total_per_year))
    if worksheet.growth:
        yield from _worked("Self-hosting as replicas grow", worksheet, worksheet.growth)
    for offer in worksheet.offers:
        yield from _worked(offer.name, worksheet, offer.lines)
    yield from _heading("To keep in mind")
    for remark in worksheet.remarks:
        yield from _indented(f"{remark}.", 0)


def _comparison(worksheet: CostWorksheet) -> Iterator[str]:
    """Yield what all of it costs with the load given."""
    load = next(line for line in worksheet.inputs if line.key == "load.requests_per_day")
    yield from _heading(f"What {quantity_phrase(load.amount)} cost")
    yield _table_row("", "per day", "per month", "per year")
    total, year = worksheet.total.amount, worksheet.total_per_year.amount
    yield from _table_rows("Self-hosting", "", _range(total), _range(year))
    for offer in worksheet.offers:
        costs = (offer.per_day.amount, offer.per_month.amount, offer.per_year.amount)
        yield from _table_rows(offer.name, *(_range(cost) for cost in costs))


def _break_even(worksheet: CostWorksheet) -> Iterator[str]:
    """Yield how self-hosting compares with each offer, and from which load on it is cheaper."""
    yield from _heading("Self-hosting against each offer")
    for offer in worksheet.offers:
        yield from wrap(offer.name, WIDTH)
        yield from _indented(f"Self-hosting costs {quantity_phrase(offer.ratio.amount)} as much.", _INDENT)
        yield from _indented(f"Break-even with replicas as given: {quantity_phrase(offer.break_even.amount)}", _INDENT)
        if offer.growing:
            growing = quantity_phrase(offer.growing.amount)
            yield from _indented(f"Break-even with replicas that grow with the load: {growing}", _INDENT)


def _reasons(worksheet: CostWorksheet) -> Iterator[str]:
    yield from _heading("What speaks for machines of your own")
    yield from _indented(ADVICE[worksheet.advice], 0)
    yield from _indented(f"The rule: {worksheet.rule} ({worksheet.rule_source})", 0)
    for reason in worksheet.reasons:
        yield from _reason(reason)


def _reason(reason: Reason) -> Iterator[str]:
    yield from _indented(f"{answer_phrase(reason)}: {reason.rule} ({reason.source})", 2)
    for line in reason.evidence:
        yield from _indented(f"{line.label}: {quantity_phrase(line.amount)}", _INDENT + 2)


def _volumes(worksheet: CostWorksheet) -> Iterator[str]:
    """Yield a few loads beside the cheapest offer, which is the same for all: offers cost by the request."""
    first = worksheet.volumes[0].offers
    cheapest = min(range(len(first)), key=lambda number: first[number].high)
    yield from _heading("What a load costs per month")
    yield from _indented(f"The offer is the cheapest: {worksheet.offers[cheapest].name}.", 0)
    growing = ("replicas growing",) if worksheet.growth else ()
    yield _table_row("", "replicas as given", *growing, "the offer")
    for volume in worksheet.volumes:
        costs = (volume.hosting, *((volume.growing,) if volume.growing else ()), volume.offers[cheapest])
        yield from _table_rows(quantity_phrase(volume.load), *(_range(cost) for cost in costs))


def _sensitivity(found: Sensitivity, worksheet: CostWorksheet) -> Iterator[str]:
    """Yield what moves a total; nothing where no input has a range."""
    if not found.swings:
        return
    name = next((offer.name for offer in worksheet.offers if offer.per_month is found.total), "self-hosting")
    yield from _heading(f"What moves the cost of {name} most")
    middle = quantity_phrase(found.middle)
    yield from _indented(f"With every input at its middle it is {middle}; with one input at its ends:", 0)
    yield _figures("", "at its low", "at its high", "unit")
    for swing in found.swings:
        low, high = (figure_phrase(end.low, end) for end in (swing.at_low, swing.at_high))
        yield _figures(swing.given.label, low, high, swing.at_low.unit)


def _claims(worksheet: CostWorksheet) -> Iterator[str]:
    yield from _heading("What the guides say, recomputed")
    yield from _indented(
        f"A claim holds where its figures are within {quantity_phrase(worksheet.tolerance)} of what they come to. "
        "Otherwise it does not follow, where all that it rests on is the source's own, or is disputed, where a part is "
        "left open.",
        0,
    )
    for claim in worksheet.claims:
        yield from _claim(claim)


def _claim(claim: CheckedClaim) -> Iterator[str]:
    amounts = {line.key: line.amount for line in claim.steps}
    yield from _indented(f"{claim.verdict.upper()}: {claim.says}. ({claim.source})", 0)
    more = " and more" if claim.open_ended else ""
    stated, recomputed = quantity_phrase(claim.stated), quantity_phrase(claim.recomputed)
    yield from _indented(f"Given: {stated}{more}. Recomputed: {recomputed}.", _INDENT)
    for step in claim.steps:
        if step.formula or step.words:
            working = working_phrase(step, amounts) or f"{quantity_phrase(step.amount)}, {step.words}"
            yield from _indented(f"{step.label}: {working}", _INDENT)
    for remark in (claim.finding, claim.remark):
        if remark:
            yield from _indented(f"{remark}.", _INDENT)


def _inputs(worksheet: CostWorksheet) -> Iterator[str]:
    yield from _heading("Inputs", "low", "high", "unit")
    group = ""
    for line in worksheet.inputs:
        if line.group != group:
            group = line.group
            dated = f", as of {line.as_of.isoformat()}" if line.as_of else ""
            yield from _indented(f"{group} ({line.source}{dated})" if line.source else group, 0)
        yield from _row(line, indent=2)


def _worked(title: str, worksheet: CostWorksheet, lines: Sequence[Line]) -> Iterator[str]:
    """Yield lines with how they are worked out, in words and in numbers."""
    labels = {line.key: line.label for line in worksheet.lines}
    amounts = {line.key: line.amount for line in worksheet.lines}
    yield from _heading(title, "low", "high", "unit")
    for line in lines:
        yield from _row(line)
        for working in (formula_phrase(line, labels), working_phrase(line, amounts)):
            if working:
                yield from _indented(working, _INDENT)


def _heading(title: str, *columns: str) -> Iterator[str]:
    """Yield a heading of a section, with those of its columns of figures."""
    yield ""
    if columns and len(title) < _LABEL:
        yield _figures(title.upper(), *columns)
    else:
        yield from wrap(title.upper(), WIDTH)
        if columns:
            yield _figures("", *columns)
    yield _RULE


def _row(line: Line, indent: int = 0) -> Iterator[str]:
    """Yield a line with its two figures and their unit; a long label gets lines of its own."""
    *before, label = wrap(line.label, _LABEL - indent - 1) or [""]
    for words in before:
        yield " " * indent + words
    low, high = (figure_phrase(end, line.amount) for end in (line.amount.low, line.amount.high))
    yield _figures(" " * indent + label, low, high, line.amount.unit)


def _figures(label: str, low: str, high: str, unit: str) -> str:
    return f"{label:<{_LABEL}} {low:>{_FIGURE - 1}} {high:>{_FIGURE - 1}}  {unit}"


def _table_rows(name: str, *cells: str) -> Iterator[str]:
    """Yield a row of a table; a long name gets lines of its own, and long ranges go on below where they begin."""
    *before, last = wrap(name, _NAME - 2) or [""]
    yield from before
    parts = [wrap(cell, _CELL - 1, break_long_words=False) for cell in cells]
    for number, row in enumerate(zip_longest(*parts, fillvalue="")):
        yield _table_row("" if number else last, *row)


def _table_row(name: str, *cells: str) -> str:
    return f"{name:<{_NAME}}" + "".join(f" {cell:>{_CELL - 1}}" for cell in cells)


def _range(amount: Quantity) -> str:
    """Return a range without its unit, for a column that names it."""
    return quantity_phrase(amount).removesuffix(f" {amount.unit}")


def _indented(text: str, indent: int) -> list[str]:
    """Return words as lines, the second and further ones deeper."""
    return wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))
