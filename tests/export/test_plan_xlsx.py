from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from app.export.plan_xlsx import plan_xlsx
from app.model.guidance import Measure, Occasion
from app.model.profile import GroupCompany
from app.planning.plan import make_plan

WHEN = date(2026, 11, 21)


def workbook(review):
    return openpyxl.load_workbook(BytesIO(plan_xlsx(review, make_plan(review, when=WHEN))))


def rows(sheet):
    """Return the rows under the heads, each by the names of its columns."""
    heads = [cell.value for cell in sheet[3]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=4)]


@pytest.fixture
def book(review):
    return workbook(review)


def test_issues_have_all_that_the_memo_leaves_out(book):
    first = rows(book["Issues"])[0]
    assert first["Clause"] == "Termination for breach"
    assert first["Internal note"] == "Notemarker: 15 days will do."
    assert first["Why"] == "Rationalemarker: production depends on it."
    assert first["Fallback agreed by"] == "Ownermarker"


def test_a_risk_is_a_whole_row_to_paste(book):
    first = rows(book["Risk register"])[0]
    assert first["Cause"] == "“The Provider may terminate this licence at once if the Customer is in breach of it.”"
    assert first["Consequence"] == "Rationalemarker: production depends on it."
    assert first["Treatment"] == "redline proposed"


def test_days_are_days_and_not_words(book):
    assert rows(book["Risk register"])[0]["Review on"] == datetime(2026, 12, 21)  # noqa: DTZ001 - cells carry no zone


def test_every_sheet_says_that_it_is_internal_can_be_filtered_and_keeps_its_heads_in_sight(book):
    assert ["Internal" in sheet["A2"].value for sheet in book] == [True] * 8
    assert [sheet.auto_filter.ref.startswith("A3:") for sheet in book] == [True] * 8
    assert {sheet.freeze_panes for sheet in book} == {"B4"}


def test_columns_have_widths(book):
    assert all(sheet.column_dimensions["A"].width >= 5 for sheet in book)


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@"])
def test_words_that_begin_as_a_formula_stay_words(review, beginning):
    title = f'{beginning}HYPERLINK("x")'
    measure = Measure("m", "control", title, "Do.", "Because.", "Legal", "now", Occasion())
    risky = replace(review, library=replace(review.library, measures=(measure,)))
    cell = workbook(risky)["Checklist"]["B4"]
    assert (cell.value, cell.data_type) == (title, "s")
    assert cell.quotePrefix


def test_users_are_figures(review):
    group = (GroupCompany("Heron", "licensee", users_at_release=5, users_now=7, internal_users=1),)
    book = workbook(replace(review, profile=replace(review.profile, group=group)))
    assert rows(book["Users"])[0]["Today"] == 7
    assert rows(book["Users"])[2]["Users on this reading"] == 7


def test_claims_stand_with_source_and_state(book):
    assert rows(book["Claims"])[0] == {
        "Topic": "Termination for breach",
        "Source": "A guide",
        "State": "disputed",
        "What it says": "Claimmarker: ends by itself",
        "What the texts say": "Textmarker: it may be ended",
    }


def test_a_plan_without_points_has_sheets_all_the_same(review):
    book = workbook(replace(review, findings=review.findings[2:], redlines=(), uncovered=()))
    assert book["Issues"].max_row == 3
