"""Formulas of the worksheet as a spreadsheet computes them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.model.cost import Line
from app.model.cost_units import Ratio, RequestsPerDay

End = Literal["low", "high"]
LOW, HIGH, MIDDLE = "C", "D", "E"
"""Columns of the figures; the middle stands on the sheet of the inputs only."""
_OTHER: dict[End, End] = {"low": "high", "high": "low"}
_COLUMNS: dict[End, str] = {"low": LOW, "high": HIGH}
_REFERENCE = re.compile(r"\{(~?)([\w.]+)\}")
_OPERATORS = str.maketrans({"×": "*", "÷": "/", "−": "-"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where the figures of a line stand."""

    sheet: str
    row: int

    def cell(self, column: str) -> str:
        """Return a reference that stays what it is when the formula is copied."""
        return f"'{self.sheet}'!${column}${self.row}"


def spreadsheet_formula(line: Line, end: End, places: Mapping[str, Place]) -> str:
    """Return the formula for one end of a line; what is divided by nothing is never reached."""

    def reference(found: re.Match[str]) -> str:
        asked = _OTHER[end] if found[1] else end
        return places[found[2]].cell(_COLUMNS[asked])

    formula = _REFERENCE.sub(reference, line.formula).translate(_OPERATORS)
    return f'=IFERROR({formula},"never")' if isinstance(line.amount, Ratio | RequestsPerDay) else f"={formula}"


def middle_formula(line: Line, lines: Mapping[str, Line], places: Mapping[str, Place], varied: str, end: End) -> str:
    """Return the formula of a line out of inputs alone: all at their middle, `varied` at one of its ends."""

    def expanded(formula: str) -> str:
        return _REFERENCE.sub(lambda found: _part(found[2]), formula)

    def _part(key: str) -> str:
        if lines[key].formula:
            return f"({expanded(lines[key].formula)})"
        column = _COLUMNS[end] if key == varied else MIDDLE
        return places[key].cell(column)

    return "=" + expanded(line.formula).translate(_OPERATORS)
