"""The cost worksheet as a workbook that computes: change an input, and everything that rests on it changes."""

from openpyxl.worksheet.worksheet import Worksheet

from app.export.cost_cells import (
    ENDS,
    FIGURE_WIDTH,
    INPUTS,
    LINES,
    Cells,
    cells_of,
    end_of,
    grouped,
    number_format,
    result,
)
from app.export.cost_formulas import HIGH, LOW, spreadsheet_formula
from app.export.cost_phrases import ADVICE, formula_phrase
from app.export.cost_tables import write_claims, write_reasons, write_sensitivity, write_volumes
from app.export.workbook import cell_at, write_figure, write_group, write_heads, write_row, write_text
from app.model.cost import CostWorksheet, Line

_NAME_WIDTH = 36.0
_MIDDLE_COLUMN = 5


def cost_xlsx(worksheet: CostWorksheet) -> bytes:
    """Return all of the worksheet as a workbook; reasons and claims stand as they were found, and do not compute."""
    cells = cells_of(worksheet)
    _write_summary(cells)
    _write_inputs(cells)
    _write_lines(cells)
    write_sensitivity(cells)
    write_volumes(cells)
    write_reasons(cells)
    write_claims(cells)
    return cells.book.finished(worksheet.name)


def _write_summary(cells: Cells) -> None:
    worksheet = cells.worksheet
    heads = ["With the load given", *_ranges("By the month", "By the year")]
    widths = [_NAME_WIDTH, *(FIGURE_WIDTH for _ in heads[1:])]
    about = "What self-hosting and managed offers cost; every figure is a range from low to high"
    sheet = cells.book.sheet("Summary", worksheet.name, about, list(zip(heads, widths, strict=True)))
    for letter in "FG":
        sheet.column_dimensions[letter].width = FIGURE_WIDTH
    _write_costs(cells, sheet, "Self-hosting", (worksheet.total, worksheet.total_per_year))
    for offer in worksheet.offers:
        _write_costs(cells, sheet, offer.name, (offer.per_month, offer.per_year))
    growing = _ranges("Break-even, replicas growing") if worksheet.growth else []
    compared = _ranges("Self-hosting as a multiple of the offer", "Break-even, replicas as given")
    write_heads(sheet, sheet.max_row + 2, ["Against each offer", *compared, *growing])
    for offer in worksheet.offers:
        lines = (offer.ratio, offer.break_even, *((offer.growing,) if offer.growing else ()))
        _write_costs(cells, sheet, offer.name, lines)
    notes = (
        "Figures in blue may be changed. All other figures follow; words, and the sheets Reasons and Claims, do not.",
        *(f"{remark}." for remark in worksheet.remarks),
    )
    row = sheet.max_row + 2
    write_text(cell_at(sheet, row, 1), ADVICE[worksheet.advice], is_bold=True, is_wrapped=False)
    for number, note in enumerate(notes, 1):
        write_text(cell_at(sheet, row + number, 1), note, is_wrapped=False)


def _ranges(*names: str) -> list[str]:
    """Return the heads of two columns for each name."""
    return [head for name in names for head in (f"{name}, low", f"{name}, high")]


def _write_costs(cells: Cells, sheet: Worksheet, name: str, lines: tuple[Line, ...]) -> None:
    row = sheet.max_row + 1
    write_row(sheet, row, [name])
    cells.refer(sheet, row, 2, lines)


def _write_inputs(cells: Cells) -> None:
    heads = [
        *(("Input", 27.0), ("Field of the file", 38.0), *((name, 33.0) for name in ("Low", "High", "Middle"))),
        *(("", 2.0), ("Source", 58.0), ("As of", 12.0)),
    ]
    sheet = cells.book.sheet(INPUTS, INPUTS, "Figures in blue may be changed; low must not be more than high.", heads)
    for title, lines in grouped(cells.worksheet.inputs):
        write_group(sheet, sheet.max_row + 1, title, len(heads))
        for line in lines:
            _write_input(cells, sheet, line)


def _write_input(cells: Cells, sheet: Worksheet, line: Line) -> None:
    row = cells.places[line.key].row
    dated = line.as_of.isoformat() if line.as_of else ""
    write_row(sheet, row, [line.label, line.key, "", "", "", "", line.source, dated])
    for end, letter in ENDS:
        figure = end_of(line.amount, end)
        write_figure(sheet[f"{letter}{row}"], figure, number_format(line.amount), is_input=True)
    middle = f"=AVERAGE({LOW}{row},{HIGH}{row})"
    cells.book.formula(cell_at(sheet, row, _MIDDLE_COLUMN), middle, line.amount.middle, number_format(line.amount))


def _write_lines(cells: Cells) -> None:
    heads = [
        *(("Line", _NAME_WIDTH), ("How it is worked out", 72.0), ("Low", FIGURE_WIDTH + 5), ("High", FIGURE_WIDTH + 5)),
    ]
    sheet = cells.book.sheet(LINES, LINES, "Every figure is computed from the sheet Inputs.", heads)
    labels = {line.key: line.label for line in cells.worksheet.lines}
    for title, lines in cells.blocks:
        write_group(sheet, sheet.max_row + 1, title, len(heads))
        for line in lines:
            row = cells.places[line.key].row
            write_row(sheet, row, [line.label, formula_phrase(line, labels) or "as given"])
            for end, letter in ENDS:
                formula = spreadsheet_formula(line, end, cells.places)
                figure = result(end_of(line.amount, end))
                cells.book.formula(sheet[f"{letter}{row}"], formula, figure, number_format(line.amount))
