"""The tables of the workbook of costs that follow the worksheet: what moves it, loads, reasons and claims."""

from collections.abc import Callable
from functools import partial

from openpyxl.chart import Reference, ScatterChart, Series
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.export.cost_cells import ENDS, Cells, end_of, number_format
from app.export.cost_formulas import HIGH, LOW, MIDDLE, End, middle_formula
from app.export.cost_phrases import answer_phrase, quantity_phrase, working_phrase
from app.export.workbook import HEADER_ROWS, cell_at, write_figure, write_row
from app.model.cost import CheckedClaim, Sensitivity, Verdict, Volume
from app.model.cost_units import MoneyPerMonth

_LOAD = "load.requests_per_day"
_MULTIPLES, _LOADS = HEADER_ROWS + 1, HEADER_ROWS + 2
_FIRST_LOAD = 3
_INKS = ("1F3864", "C55A11", "548235", "7030A0", "BF9000", "C00000", "2E75B6", "7F7F7F")
_COLOURS: dict[Verdict, str] = {"holds": "2E7D32", "disputed": "B26A00", "does not follow": "B71C1C"}


def write_sensitivity(cells: Cells) -> None:
    """Write what moves each total, the others at their middle; the order is that of the figures as exported."""
    heads = [("Total", 36.0), ("Input", 36.0), *((head, 25.0) for head in ("At its low", "At its high", "Difference"))]
    about = "Each input from its low to its high, all others at their middle. The order does not follow changes."
    sheet = cells.book.sheet("Sensitivity", "What moves the cost by the month most", about, heads)
    names = {offer.per_month.key: offer.name for offer in cells.worksheet.offers}
    for found in cells.worksheet.sensitivities:
        _write_swings(cells, sheet, found, names.get(found.total.key, "Self-hosting"))


def _write_swings(cells: Cells, sheet: Worksheet, found: Sensitivity, name: str) -> None:
    lines = {line.key: line for line in cells.worksheet.lines}
    for swing in found.swings:
        row = sheet.max_row + 1
        write_row(sheet, row, [name, swing.given.label])
        ends: tuple[tuple[End, str, MoneyPerMonth], ...] = (("low", "C", swing.at_low), ("high", "D", swing.at_high))
        for end, letter, total in ends:
            formula = middle_formula(found.total, lines, cells.places, swing.given.key, end)
            cells.book.formula(sheet[f"{letter}{row}"], formula, total.low, number_format(total))
        difference = abs(swing.at_high.low - swing.at_low.low)
        cells.book.formula(sheet[f"E{row}"], f"=ABS(D{row}-C{row})", difference, number_format(swing.at_low))


def write_volumes(cells: Cells) -> None:
    """Write what a few loads cost, with a picture of it."""
    worksheet = cells.worksheet
    heads = [("Cost by the month", 36.0), ("End", 8.0)]
    heads += [(f"Load {number}", 23.0) for number, _ in enumerate(worksheet.volumes, 1)]
    sheet = cells.book.sheet("Volumes", "What a load costs", "Multiples of the load may be changed.", heads)
    write_row(sheet, _MULTIPLES, ["Multiple of the load given", ""])
    write_row(sheet, _LOADS, ["Load", ""], is_bold=True)
    names = ["Self-hosting, replicas as given", *(("Self-hosting, replicas growing",) if worksheet.growth else ())]
    for name in (*names, *(offer.name for offer in worksheet.offers)):
        for end, _ in ENDS:
            write_row(sheet, sheet.max_row + 1, [name, end])
    for column, volume in enumerate(worksheet.volumes, _FIRST_LOAD):
        _write_volume(cells, sheet, column, volume)
    _write_chart(sheet, worksheet.currency, first=_LOADS + (3 if worksheet.growth else 1))


def _write_volume(cells: Cells, sheet: Worksheet, column: int, volume: Volume) -> None:
    worksheet, places, letter = cells.worksheet, cells.places, get_column_letter(column)
    middle = next(line.amount.middle for line in worksheet.inputs if line.key == _LOAD)
    write_figure(cell_at(sheet, _MULTIPLES, column), volume.load.low / middle, '0.0#" times"', is_input=True)
    load, cell = f"{letter}{_LOADS}", cell_at(sheet, _LOADS, column)
    formula = f"={letter}{_MULTIPLES}*{places[_LOAD].cell(MIDDLE)}"
    cells.book.formula(cell, formula, volume.load.low, number_format(volume.load))
    costs: list[tuple[MoneyPerMonth, Callable[[End, str], str]]] = [
        (volume.hosting, lambda _, end: places[worksheet.total.key].cell(end))
    ]
    if volume.growing:
        costs.append((volume.growing, lambda end, _: _growing(cells, load, end)))
    for offer, cost in zip(worksheet.offers, volume.offers, strict=True):
        costs.append((cost, partial(_offered, cells, offer.per_request.key, load)))
    for number, (cost, formula_of) in enumerate(costs):
        for place, (end, end_letter) in enumerate(ENDS):
            cell = cell_at(sheet, _LOADS + 1 + 2 * number + place, column)
            cells.book.formula(cell, f"={formula_of(end, end_letter)}", end_of(cost, end), number_format(cost))


def _offered(cells: Cells, request: str, load: str, _: End, letter: str) -> str:
    """Return the formula of what an offer costs for the load in a cell."""
    return f"{cells.places[request].cell(letter)}*{load}*{cells.places['month.days'].cell(letter)}"


def _growing(cells: Cells, load: str, end: End) -> str:
    """Return the formula of self-hosting with replicas enough for the load in a cell."""
    one, all_else = (cells.places[line.key] for line in cells.worksheet.growth)
    replicas, capacity = (cells.places[f"machines.{key}"] for key in ("replicas", "requests_per_day_per_replica"))
    letter, other = (LOW, HIGH) if end == "low" else (HIGH, LOW)
    needed = f"MAX({replicas.cell(letter)},CEILING({load}/{capacity.cell(other)},1))"
    return f"{all_else.cell(letter)}+{needed}*{one.cell(letter)}"


def _write_chart(sheet: Worksheet, currency: str, *, first: int) -> None:
    """Draw costs over loads from row `first` on: both ends of self-hosting, and the upper one of each offer."""
    chart = ScatterChart()
    chart.title, chart.height, chart.width = "Cost by the month over requests per day (logarithmic)", 11.5, 26
    chart.x_axis.title, chart.y_axis.title = "Requests per day", f"{currency} per month"
    for axis in (chart.x_axis, chart.y_axis):
        axis.scaling.logBase = 10
        axis.number_format = "#,##0"
        axis.delete = False
    last = sheet.max_row

    def row_of(row: int) -> Reference:
        return Reference(sheet, min_col=_FIRST_LOAD, max_col=sheet.max_column, min_row=row)

    for number, row in enumerate((first, *range(first + 1, last + 1, 2))):
        name = f"{cell_at(sheet, row, 1).value}, {cell_at(sheet, row, 2).value}"
        series = Series(row_of(row), row_of(_LOADS), title=name)
        series.marker.symbol = "none"
        series.smooth = False
        series.graphicalProperties.line.solidFill = _INKS[max(0, number - 1) % len(_INKS)]
        series.graphicalProperties.line.dashStyle = "dash" if number == 0 else "solid"
        series.graphicalProperties.line.width = 22_000  # English Metric Units
        chart.series.append(series)
    sheet.add_chart(chart, f"A{last + 2}")


def write_reasons(cells: Cells) -> None:
    """Write the rules for machines of one's own, as they were answered."""
    worksheet = cells.worksheet
    about = f"{worksheet.rule} ({worksheet.rule_source})"
    heads = [("Rule", 52.0), ("Asks for own machines", 24.0), ("Figures", 56.0), ("Source", 50.0)]
    sheet = cells.book.sheet("Reasons", "What speaks for machines of one's own", about, heads)
    for reason in worksheet.reasons:
        figures = "; ".join(f"{line.label}: {quantity_phrase(line.amount)}" for line in reason.evidence)
        write_row(sheet, sheet.max_row + 1, [reason.rule, answer_phrase(reason), figures, reason.source])


def write_claims(cells: Cells) -> None:
    """Write what sources say beside what it comes to."""
    tolerance = quantity_phrase(cells.worksheet.tolerance)
    about = (
        f"A claim holds within {tolerance} of what it comes to; otherwise it does not follow from the source's own "
        "figures, or is disputed, where the source leaves a part open."
    )
    heads = [
        *(("Verdict", 15.0), ("Claim", 40.0), ("Source", 20.0), ("Given", 23.0), ("Recomputed", 23.0)),
        *(("How", 56.0), ("Finding", 40.0)),
    ]
    sheet = cells.book.sheet("Claims", "What the guides say, recomputed", about, heads)
    for claim in cells.worksheet.claims:
        _write_claim(sheet, claim)


def _write_claim(sheet: Worksheet, claim: CheckedClaim) -> None:
    amounts = {line.key: line.amount for line in claim.steps}
    steps = [
        f"{step.label}: {working_phrase(step, amounts) or quantity_phrase(step.amount)}"
        for step in claim.steps
        if step.formula or step.words
    ]
    said = [f"{text}." for text in (claim.finding, claim.remark) if text]
    given = quantity_phrase(claim.stated) + (" and more" if claim.open_ended else "")
    row = sheet.max_row + 1
    texts = [claim.verdict, claim.says, claim.source, given, quantity_phrase(claim.recomputed)]
    write_row(sheet, row, [*texts, "\n".join(steps), "\n".join(said)])
    cell_at(sheet, row, 1).font = Font(name="Calibri", size=10, bold=True, color=_COLOURS[claim.verdict])
