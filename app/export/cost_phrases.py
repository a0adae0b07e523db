"""Figures of the cost worksheet as a reader sees them: never without unit and period."""

import re
from collections.abc import Mapping
from decimal import Decimal

from app.model.cost import Advice, Line, Reason
from app.model.cost_units import NEVER, Percent, Quantity, Ratio

REFERENCE = re.compile(r"\{~?([\w.]+)\}")
"""A line that a formula names."""

ADVICE: dict[Advice, str] = {
    "managed": "Start with a managed offer: no rule asks for machines of your own.",
    "own machines": "There are reasons for machines of your own, named below.",
    "open": "The ranges of both costs overlap: narrow the inputs, or start with a managed offer.",
}
_PLACES = 4


def quantity_phrase(amount: Quantity) -> str:
    """Return a range with its unit: "USD 22,500 to 39,500 per month", or one figure where both ends are the same."""
    if amount.low == NEVER:
        return "never"
    unit = _unit(amount)
    if amount.high == NEVER:
        return f"{figure_phrase(amount.low, amount)}{unit} at the least, or never"
    low, high = figure_phrase(amount.low, amount), figure_phrase(amount.high, amount)
    if low == high:
        return low + _singular(unit, amount)
    return f"{low} to {high.removeprefix(f'{amount.currency} ')}{unit}"


def figure_phrase(figure: Decimal, amount: Quantity) -> str:
    """Return one figure of the kind of `amount`, with its currency and without its unit: "USD 22,500"."""
    if figure == NEVER:
        return "never"
    currency = f"{amount.currency} " if amount.is_money else ""
    if isinstance(amount, Ratio):
        return f"{figure:,.2f}"
    return currency + _number(figure, is_money=amount.is_money)


def formula_phrase(line: Line, labels: Mapping[str, str]) -> str:
    """Return how a line is worked out in words: "Replicas × Price of a replica"; "" where it is given."""
    if is_given(line):
        return ""
    return line.words or _spelled(REFERENCE.sub(lambda found: labels[found[1]], line.formula))


def working_phrase(line: Line, amounts: Mapping[str, Quantity]) -> str:
    """Return how a line is worked out in numbers; "" where that is a formula for a spreadsheet."""
    if line.words or is_given(line):
        return ""
    worked = REFERENCE.sub(lambda found: quantity_phrase(amounts[found[1]]), line.formula)
    return f"{_spelled(worked)} = {quantity_phrase(line.amount)}"


def is_given(line: Line) -> bool:
    """Return whether a line is an input, or just one by another name."""
    return not line.words and (not line.formula or REFERENCE.fullmatch(line.formula) is not None)


def answer_phrase(reason: Reason) -> str:
    """Return whether a rule asks for machines of one's own: "yes", "no"; what is not known says why."""
    if reason.demands is None:
        return "the ranges overlap" if reason.evidence else "not stated"
    return "yes" if reason.demands else "no"


def _unit(amount: Quantity) -> str:
    return " %" if isinstance(amount, Percent) else f" {amount.unit}" if amount.unit else ""


def _singular(unit: str, amount: Quantity) -> str:
    """Return a unit as it follows a single figure: "1 replica"."""
    is_one = amount.low == amount.high == 1 and not amount.is_money and not isinstance(amount, Ratio)
    return re.sub(r"s\b", "", unit, count=1) if is_one else unit


def _number(figure: Decimal, *, is_money: bool) -> str:
    """Return a figure: whole from a hundred on, to four places below, and four digits below one."""
    if figure == figure.to_integral_value() and (not is_money or figure >= 100 or not figure):
        return f"{figure:,.0f}"
    if figure >= 100:
        return f"{figure:,.0f}"
    places = _PLACES if figure >= 1 else _PLACES - 1 - figure.adjusted()
    whole, _, rest = f"{figure:,.{places}f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest.ljust(2, '0') if is_money else rest}".removesuffix(".")


def _spelled(formula: str) -> str:
    """Return a formula with its figures as read."""
    return formula.replace("1000000", "1,000,000")
