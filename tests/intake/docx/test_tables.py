"""Tables of Word files: which cells of the grid a paragraph stands in."""

import pytest

from app.errors import OverBudgetError
from app.model.document import Cell


def p(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def val(tag, value):
    return f'<w:{tag} w:val="{value}"/>'


@pytest.fixture
def cells(read_blocks):
    """Give the cell of each paragraph by its text."""
    return lambda body, view="accepted": {block.text: block.cell for block in read_blocks(body, view)}


def test_cells_are_counted_by_row_and_column(cells):
    assert cells(p("Fees") + tbl(tr(tc("Plan"), tc("Price")), tr(tc("Gold"), tc("Ten")))) == {
        "Fees": None,
        "Plan": Cell(0, 0, 0),
        "Price": Cell(0, 0, 1),
        "Gold": Cell(0, 1, 0),
        "Ten": Cell(0, 1, 1),
    }


def test_a_cell_may_span_columns_and_a_row_may_begin_further_right(cells):
    found = cells(tbl(tr(tc("All", val("gridSpan", 2)), tc("Rest")), tr(tc("Late"), properties=val("gridBefore", 2))))
    assert (found["All"], found["Rest"], found["Late"]) == (
        Cell(0, 0, 0, columns=2),
        Cell(0, 0, 2),
        Cell(0, 1, 2),
    )


def test_a_cell_may_span_rows_and_its_lower_parts_are_the_same_cell(cells):
    begun, on = val("vMerge", "restart"), "<w:vMerge/>"
    found = cells(tbl(tr(tc("Term", begun), tc("One")), tr(tc("below", on), tc("Two")), tr(tc("Next"), tc("Three"))))
    assert found["Term"] == found["below"] == Cell(0, 0, 0, rows=2)
    assert (found["Two"], found["Next"]) == (Cell(0, 1, 1), Cell(0, 2, 0))


def test_tables_are_numbered_in_reading_order_and_nested_ones_name_what_they_are_in(cells):
    inner = tbl(tr(tc("Inner")))
    found = cells(tbl(tr(tc(p("Outer") + inner), tc("Side"))) + tbl(tr(tc("Last"))))
    assert [(found[text].table, found[text].inside) for text in ("Outer", "Inner", "Side", "Last")] == [
        (0, None),
        (1, 0),
        (0, None),
        (2, None),
    ]


def test_a_table_that_shows_nothing_takes_no_number(cells):
    assert cells(tbl(tr(tc("<w:p/>"))) + tbl(tr(tc(tbl(tr(tc("Fees")))))))["Fees"] == Cell(1, 0, 0, inside=0)


def test_rows_and_cells_in_content_controls_are_found(cells):
    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{tc('Gold')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent>{tr(cell, tc('Ten'))}</w:sdtContent></w:sdt>"
    assert cells(tbl(tr(tc("Plan")), row)) == {"Plan": Cell(0, 0, 0), "Gold": Cell(0, 1, 0), "Ten": Cell(0, 1, 1)}


@pytest.mark.parametrize(
    ("view", "texts"),
    [
        ("accepted", {"new": Cell(0, 0, 0), "kept": Cell(0, 1, 0)}),
        ("original", {"old": Cell(0, 0, 0), "kept": Cell(0, 1, 0)}),
        ("marked", {"old": Cell(0, 0, 0), "new": Cell(0, 1, 0), "kept": Cell(0, 2, 0)}),
    ],
)
def test_rows_stand_in_the_views_that_they_are_part_of(cells, view, texts):
    rows = tr(tc("old"), properties="<w:del/>"), tr(tc("new"), properties="<w:ins/>"), tr(tc("kept"))
    assert cells(tbl(*rows), view) == texts


def test_deleted_cells_leave_their_place_to_the_next(cells):
    assert cells(tbl(tr(tc("old", "<w:cellDel/>"), tc("kept")))) == {"kept": Cell(0, 0, 0)}


def test_a_text_box_in_a_cell_is_in_no_table(cells):
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('Seal')}</w:txbxContent></w:pict></w:r></w:p>"
    assert cells(tbl(tr(tc(box + p("Signed"))))) == {"Signed": Cell(0, 0, 0), "Seal": None}


def test_a_table_with_more_columns_than_any_document_needs_is_refused(cells):
    with pytest.raises(OverBudgetError, match=r"contract\.docx: a table has more than 1,000 columns"):
        cells(tbl(tr(*(tc("a") for _ in range(1001)))))


@pytest.mark.parametrize("stated", ["", "-3", "²", "many"])
def test_spans_that_are_no_numbers_count_as_one(cells, stated):
    assert cells(tbl(tr(tc("Gold", val("gridSpan", stated)), tc("Ten"))))["Ten"] == Cell(0, 0, 1)
