"""Formulas are computed here by a small calculator of our own, and by LibreOffice where that is installed."""

import csv
import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from math import ceil
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from app.export.cost_xlsx import cost_xlsx
from app.service.cost import cost_worksheet, example_costs

REFERENCE = re.compile(r"(?:'([^']+)'!)?\$?([A-Z]+)\$?(\d+)\b")
FUNCTIONS = {
    "IF": lambda test, yes, no: yes if test else no,
    "MAX": max,
    "ABS": abs,
    "AVERAGE": lambda *figures: sum(figures) / len(figures),
    "CEILING": lambda figure, step: ceil(figure / step) * step,
    "IFERROR": lambda figure, _: figure,
}
CHANGES = [
    ("replicas = 3", "replicas = [3, 5]"),
    ("percent_in_batch = 0", "percent_in_batch = [20, 60]"),
    ("requests_per_day = 500_000", "requests_per_day = [300_000, 900_000]"),
    ("days = 30", "days = [30, 31]"),
    ("requests_per_day_per_replica = 166_667", "requests_per_day_per_replica = [100_000, 150_000]"),
]


class Calculator:
    """Computes the cells of a workbook from its formulas, and not from the results that it carries."""

    def __init__(self, data):
        self.book = load_workbook(BytesIO(data))

    def value(self, sheet, cell):
        content = self.book[sheet][cell].value
        if not (isinstance(content, str) and content.startswith("=")):
            return content
        names = {**FUNCTIONS}

        def named(found):
            name = f"cell{len(names)}"
            names[name] = self.value(found[1] or sheet, found[2] + found[3])
            return name

        parts = re.split(r'("[^"]*")', content[1:])
        formula = "".join(part if part.startswith('"') else REFERENCE.sub(named, part) for part in parts)
        try:
            return eval(formula, {}, names)
        except ZeroDivisionError:
            return "never"


def formulas(data):
    book = load_workbook(BytesIO(data))
    return [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def carried(data):
    """Return what each formula carries as its result."""
    book = load_workbook(BytesIO(data), data_only=True)
    return {place: book[place[0]][place[1]].value for place in formulas(data)}


def near(values):
    return {
        place: pytest.approx(value, rel=1e-9) if isinstance(value, int | float) else value
        for place, value in values.items()
    }


def with_changes(tmp_path, *changes):
    text = example_costs().read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return cost_worksheet(path)


@pytest.fixture(scope="module")
def data():
    return cost_xlsx(cost_worksheet(None))


def test_formulas_come_to_what_the_worksheet_says(data):
    calculator = Calculator(data)
    assert {place: calculator.value(*place) for place in formulas(data)} == near(carried(data))


def test_formulas_come_to_what_the_worksheet_says_for_ranges_of_everything(tmp_path):
    data = cost_xlsx(with_changes(tmp_path, *CHANGES))
    calculator = Calculator(data)
    assert {place: calculator.value(*place) for place in formulas(data)} == near(carried(data))


def test_formulas_without_a_capacity_come_to_what_the_worksheet_says(tmp_path):
    data = cost_xlsx(with_changes(tmp_path, ("requests_per_day_per_replica = 166_667", "")))
    calculator = Calculator(data)
    assert {place: calculator.value(*place) for place in formulas(data)} == near(carried(data))


def test_what_is_never_reached_says_so(tmp_path):
    free = ("price_in_per_million_tokens = 1\nprice_out_per_million_tokens = 5", "price_in_per_million_tokens = 0\n")
    worksheet = with_changes(tmp_path, (free[0], free[1] + "price_out_per_million_tokens = 0"))
    data = cost_xlsx(worksheet)
    calculator = Calculator(data)
    values = {place: calculator.value(*place) for place in formulas(data)}
    assert values == near(carried(data))
    assert "never" in values.values()


def test_an_input_changed_in_the_workbook_changes_what_rests_on_it(data, tmp_path):
    calculator = Calculator(data)
    inputs = calculator.book["Inputs"]
    row = next(row for row in range(1, inputs.max_row) if inputs.cell(row, 2).value == "machines.replicas")
    inputs.cell(row, 3).value = inputs.cell(row, 4).value = 6
    expected = with_changes(tmp_path, ("replicas = 3", "replicas = 6")).total.amount
    shown = [calculator.value("Summary", cell) for cell in ("B4", "C4")]
    assert shown == [pytest.approx(float(expected.low)), pytest.approx(float(expected.high))]


def test_every_formula_carries_its_result_for_programs_that_do_not_compute(data):
    assert None not in carried(data).values()


def test_every_figure_shows_its_unit(data):
    book = load_workbook(BytesIO(data))
    bare = [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type in ("f", "n") and cell.value is not None and '"' not in cell.number_format
    ]
    assert bare == []


def test_the_same_worksheet_gives_the_same_bytes(data):
    assert cost_xlsx(cost_worksheet(None)) == data


def test_the_file_holds_no_time(data):
    with ZipFile(BytesIO(data)) as package:
        assert {member.date_time[0] for member in package.infolist()} == {1980}
        assert b"dcterms:created" not in package.read("docProps/core.xml")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")'])
def test_words_that_look_like_a_formula_stay_words(name):
    worksheet = cost_worksheet(None)
    named = replace(worksheet, name=name, offers=(replace(worksheet.offers[0], name=name), *worksheet.offers[1:]))
    book = load_workbook(BytesIO(cost_xlsx(named)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == name]
    assert len(cells) > 3
    assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}


def test_heads_stay_in_sight(data):
    assert {sheet.freeze_panes for sheet in load_workbook(BytesIO(data))} == {"B4"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_computes_what_the_worksheet_says(tmp_path):
    worksheet = with_changes(tmp_path, *CHANGES)
    book = load_workbook(BytesIO(cost_xlsx(worksheet)))  # saved anew without the results, so that they are computed
    book.save(tmp_path / "costs.xlsx")
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    office = ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to"]
    command = [*office, every_sheet, "--outdir", tmp_path, tmp_path / "costs.xlsx"]
    subprocess.run(command, capture_output=True, check=False)
    computed = tmp_path / "costs-Worksheet.csv"
    if not computed.exists():
        pytest.skip("LibreOffice is installed without Calc")
    rows = list(csv.reader(computed.read_text("utf-8").splitlines()))[3:]
    shown = [figure if figure == "never" else Decimal(figure) for row in rows if row[2] for figure in row[2:4]]
    lines = worksheet.lines[len(worksheet.inputs) :]
    expected = [end for line in lines for end in (line.amount.low, line.amount.high)]
    assert shown == [pytest.approx(end, rel=Decimal("1e-9")) if end.is_finite() else "never" for end in expected]
