"""Figures and lines of the worksheet in the cells of a workbook: where each stands, and how it is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from openpyxl.worksheet.worksheet import Worksheet

from app.export.cost_formulas import HIGH, LOW, End, Place
from app.export.workbook import HEADER_ROWS, Book, cell_at
from app.model.cost import CostWorksheet, Line
from app.model.cost_units import (
    NEVER,
    Engineers,
    MoneyPerMillionTokens,
    MoneyPerReplicaHour,
    MoneyPerRequest,
    Percent,
    Quantity,
    Ratio,
)

INPUTS, LINES = "Inputs", "Worksheet"
ENDS: tuple[tuple[End, str], ...] = (("low", LOW), ("high", HIGH))
FIGURE_WIDTH = 25.0
Blocks = tuple[tuple[str, tuple[Line, ...]], ...]
_DIGITS: dict[type[Quantity], str] = {
    MoneyPerRequest: "0.000000",
    MoneyPerMillionTokens: "0.00##",
    MoneyPerReplicaHour: "0.00##",
    Engineers: "0.0#",
    Ratio: "0.00",
    Percent: "General",
}


@dataclass(frozen=True, slots=True)
class Cells:
    """A workbook in the making, with what its formulas refer to.

    Attributes:
        blocks: The lines of the sheet `LINES`, each part under a title.
        places: Where each line stands, by its key.
    """

    book: Book
    worksheet: CostWorksheet
    blocks: Blocks
    places: Mapping[str, Place]

    def refer(self, sheet: Worksheet, row: int, column: int, lines: Sequence[Line]) -> None:
        """Write the ends of lines, two cells each, as references to where they stand."""
        for number, line in enumerate(lines):
            for offset, (end, letter) in enumerate(ENDS):
                cell = cell_at(sheet, row, column + 2 * number + offset)
                formula = f"={self.places[line.key].cell(letter)}"
                self.book.formula(cell, formula, result(end_of(line.amount, end)), number_format(line.amount))


def cells_of(worksheet: CostWorksheet) -> Cells:
    """Return a workbook without sheets, all lines placed: sheets that come first refer to those that follow."""
    blocks: Blocks = (
        ("Self-hosting", (*worksheet.hosting, worksheet.total, worksheet.total_per_year)),
        *((("Self-hosting as replicas grow", worksheet.growth),) if worksheet.growth else ()),
        *((offer.name, offer.lines) for offer in worksheet.offers),
    )
    places = _placed(INPUTS, grouped(worksheet.inputs)) | _placed(LINES, blocks)
    return Cells(Book(), worksheet, blocks, places)


def grouped(lines: Iterable[Line]) -> Blocks:
    """Return lines by what they belong to."""
    return tuple((title, tuple(each)) for title, each in groupby(lines, key=lambda line: line.group))


def number_format(amount: Quantity) -> str:
    """Return the format of a spreadsheet for figures of this kind, with currency and unit."""
    digits = _DIGITS.get(type(amount), "#,##0")
    currency = f'"{amount.currency} "' if amount.is_money else ""
    return f'{currency}{digits}" {amount.unit}"' if amount.unit else f"{currency}{digits}"


def end_of(amount: Quantity, end: End) -> Decimal:
    """Return one end of a range."""
    return amount.low if end == "low" else amount.high


def result(figure: Decimal) -> Decimal | str:
    """Return a figure as a cell holds it."""
    return "never" if figure == NEVER else figure


def _placed(sheet: str, blocks: Blocks) -> dict[str, Place]:
    """Return where lines stand, below one another, each block under a row with its title."""
    places: dict[str, Place] = {}
    row = HEADER_ROWS
    for _, lines in blocks:
        row += 1
        for line in lines:
            row += 1
            places[line.key] = Place(sheet, row)
    return places
