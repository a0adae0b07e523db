from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from app.export.matrix_xlsx import matrix_xlsx

SHEETS = ["Ranking", "Levels", "Terms", "Facts", "Points", "Not read", "Receipts", "Legend"]


def workbook(matrix, **how):
    return openpyxl.load_workbook(BytesIO(matrix_xlsx(matrix)), **how)


def rows(sheet):
    """Return the rows under the heads, each by the names of its columns."""
    heads = [cell.value for cell in sheet[3]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=4)]


@pytest.fixture
def book(matrix):
    return workbook(matrix)


def test_every_sheet_is_internal_can_be_filtered_and_keeps_its_heads_in_sight_and_on_every_page(book):
    assert book.sheetnames == SHEETS
    assert {"Internal" in sheet["A2"].value for sheet in book} == {True}
    assert {sheet.auto_filter.ref.startswith("A3:") for sheet in book} == {True}
    assert {sheet.freeze_panes[1:] for sheet in book} == {"4"}
    assert {sheet.print_title_rows for sheet in book} == {"$3:$3"}
    assert {sheet.page_setup.orientation for sheet in book} == {"landscape"}


def test_columns_stand_by_rank_and_say_it(matrix, book):
    heads = [cell.value for cell in book["Levels"][3]][5:]
    assert heads == [f"{matrix.columns[at].rank}. {matrix.columns[at].title}" for at in matrix.ranking]


def test_levels_are_told_in_words_and_the_best_is_marked(book):
    first = rows(book["Levels"])[0]
    assert first["Clause"] == "Termination for breach"
    assert "Not known" in first.values()
    assert [row["Group"] for row in rows(book["Levels"])][-1] == "Not applicable"


def test_terms_have_level_facts_words_and_place(book):
    first = rows(book["Terms"])[0]
    said = first[next(head for head in first if head.endswith("Heron"))]
    assert said.splitlines()[0].startswith("Walk-away")
    assert "Cure days: 0 days" in said
    assert "“The Provider may terminate this licence at once if the Customer is in breach of it.” (Section 1)" in said


def test_a_layered_cell_says_from_which_layer_it_is_and_what_the_others_say(book):
    first = rows(book["Terms"])[0]
    said = first[next(head for head in first if head.endswith("Both"))]
    assert said.splitlines()[0].endswith("from heron")
    assert "kite: Not known." in said


class TestFacts:
    def by_name(self, book):
        return {row["Fact"]: row for row in rows(book["Facts"]) if row["Column"] == "Heron"}

    def test_there_is_a_row_for_each_document_clause_and_fact(self, book):
        listed = [(row["Column"], row["Layer"], row["Fact"]) for row in rows(book["Facts"])]
        assert len(listed) == len(set(listed)) == 10
        assert {row["Clause"] for row in rows(book["Facts"])} == {"Termination for breach"}

    @pytest.mark.parametrize(
        ("fact", "value", "unit"),
        [
            ("cure days", 0, "days"),
            ("uptime", 99.9, "per cent"),
            ("automatic", "yes", "yes/no"),
            ("since", datetime(2026, 3, 31), "day"),  # noqa: DTZ001 - cells carry no zone
            ("forum", "=Malta", "words"),
        ],
    )
    def test_values_are_what_they_are(self, book, fact, value, unit):
        row = self.by_name(book)[fact]
        assert (row["Value"], row["Unit"], row["Said by"]) == (value, unit, "words")

    def test_words_stand_with_their_place_and_how_a_value_follows(self, book):
        row = self.by_name(book)["cure days"]
        assert (row["Place"], row["How it follows"]) == ("Section 1", "Derivationmarker: at once counts as 0 days")
        assert "at once" in row["Words"]

    def test_a_fact_of_a_layer_that_does_not_hold_says_so(self, book):
        held = {(row["Column"], row["Layer"]): row["Holds"] for row in rows(book["Facts"])}
        assert held == {("Heron", "heron"): "yes", ("Both", "heron"): "yes"}


def test_the_fit_is_worked_out_by_formulas_whose_results_are_those_of_the_matrix(matrix, book):
    shown = {row["Column"]: row for row in rows(workbook(matrix, data_only=True)["Ranking"]) if row["Rank"]}
    for column in matrix.columns:
        row = shown[column.title]
        assert row["Fit"] == pytest.approx(float(column.fit.low))
        assert (row["Points lost"], row["Weight judged"], row["Weight not known"]) == (
            column.fit.lost,
            column.fit.judged,
            column.fit.unknown,
        )
    assert book["Ranking"]["C4"].value == "=IF((F4+G4)=0,0,(F4-E4)/(F4+G4))"
    assert book["Ranking"]["E4"].value == "=SUM(Points!D4:D6)"


def test_points_are_figures_and_what_has_none_says_why(matrix, book):
    points = rows(book["Points"])
    place = f"{matrix.columns[1].rank}. Kite"
    assert [row[place] for row in points] == ["not known", "not known", 0]
    assert [row["Weight"] for row in points] == [16, 8, 8]


def test_what_was_not_read_not_known_or_not_covered_is_listed(book):
    listed = [(row["Column"], row["What"]) for row in rows(book["Not read"])]
    assert (None, "Document left out") in listed
    assert ("Heron", "Not read") in listed
    assert ("Heron", "Covered by no clause type") in listed
    assert ("Kite", "Not known") in listed


def test_receipts_have_a_row_for_each_layer(book):
    assert [row["Document"] for row in rows(book["Receipts"])].count("heron.txt") == 2
    assert rows(book["Receipts"])[0]["SHA-256 of the library"] == "c" * 64


def test_the_legend_explains_every_level(book):
    words = {row["Word"] for row in rows(book["Legend"])}
    assert {"Preferred", "Fallback", "Walk-away", "Missing", "Not known", "Not applicable", "Fit"} <= words


def test_a_remark_on_the_ranking_stands_below_it(book):
    assert "Left out: lost.pdf: it is encrypted" in [row["Column"] for row in rows(book["Ranking"])]


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r"])
def test_no_name_and_no_words_of_a_document_become_a_formula(with_facts, matrix_of, beginning):
    evil = f'{beginning}HYPERLINK("http://x.example";"click")'
    paragraphs = tuple(
        replace(each, text=evil if each.index == 1 else each.text, label=evil)
        for each in with_facts.document.paragraphs
    )
    document = replace(with_facts.document, path=Path(evil.replace("/", "_")), paragraphs=paragraphs)
    clauses = tuple(replace(each, title=evil) for each in with_facts.library.clauses)
    findings = tuple(
        replace(finding, clause=clause, why=evil) for finding, clause in zip(with_facts.findings, clauses, strict=True)
    )
    hostile = replace(
        with_facts,
        document=document,
        findings=findings,
        library=replace(with_facts.library, clauses=clauses, version=evil),
        not_checked=(evil,),
    )
    book = workbook(matrix_of({evil: {evil: hostile, "other": hostile}}, (evil,)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [cell for cell in cells if cell.data_type == "f"]
    assert {(cell.parent.title, cell.column_letter) for cell in formulas} <= {("Ranking", each) for each in "CDEFG"}
    starting = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@")) and cell not in formulas]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in starting)


def test_a_text_that_is_too_long_for_a_cell_is_cut(with_facts, matrix_of):
    long = replace(with_facts, findings=(replace(with_facts.findings[0], why="x" * 40_000), *with_facts.findings[1:]))
    book = workbook(matrix_of({"Heron": {"heron": long}}))
    assert len(book["Terms"]["C4"].value) == 32_767


def test_no_row_is_higher_than_a_row_can_be(with_facts, matrix_of):
    long = replace(with_facts, findings=(replace(with_facts.findings[0], why="x " * 9_000), *with_facts.findings[1:]))
    book = workbook(matrix_of({"Heron": {"heron": long}}))
    assert book["Terms"].row_dimensions[4].height == 409


def test_the_same_matrix_gives_the_same_bytes(matrix):
    assert matrix_xlsx(matrix) == matrix_xlsx(matrix)


def test_the_best_of_a_row_is_marked_in_words(with_facts, matrix_of):
    worst = with_facts.findings[0]
    better = replace(worst, level="fallback", severity="high", verdicts=(replace(worst.verdicts[1], results=()),))
    accepted = replace(with_facts, findings=(better, *with_facts.findings[1:]))
    book = workbook(matrix_of({"Heron": {"heron": with_facts}, "Kite": {"kite": accepted}}))
    first = rows(book["Levels"])[0]
    assert (first["1. Kite"], first["2. Heron"], first["Best"]) == ("Fallback (best)", "Walk-away", "Kite")
