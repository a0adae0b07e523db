import pytest

from app.desktop.table_grid import Grid, column_letters, items_of
from app.model.document import Anchor, Cell, Paragraph, Table


def paragraphs(*given):
    return [Paragraph(index, text, Anchor("", index), cell=cell) for index, (text, cell) in enumerate(given)]


def texts(cell):
    return [item.text if isinstance(item, Paragraph) else "table" for item in cell.items]


def test_a_table_stands_between_the_paragraphs_around_it():
    before, grid, after = items_of(paragraphs(("Before", None), ("One", Cell(0, 0, 0)), ("After", None)))
    assert isinstance(grid, Grid)
    assert (before.text, after.text) == ("Before", "After")


def test_two_tables_in_a_row_stay_apart():
    assert [item.table for item in items_of(paragraphs(("One", Cell(0, 0, 0)), ("Two", Cell(1, 0, 0))))] == [0, 1]


def test_a_cell_holds_all_its_paragraphs():
    (grid,) = items_of(paragraphs(("One", Cell(0, 0, 0)), ("Two", Cell(0, 0, 0)), ("Three", Cell(0, 0, 1))))
    assert [texts(cell) for cell in grid.cells.values()] == [["One", "Two"], ["Three"]]


def test_the_size_follows_from_the_cells_with_what_they_span():
    (grid,) = items_of(paragraphs(("Head", Cell(0, 0, 0, columns=3)), ("Side", Cell(0, 1, 0, rows=2))))
    assert (grid.rows, grid.columns) == (3, 3)


def test_a_cell_that_would_cover_another_covers_only_its_own_place():
    (grid,) = items_of(
        paragraphs(("Corner", Cell(0, 0, 1)), ("Low", Cell(0, 1, 1)), ("Wide", Cell(0, 1, 0, columns=2)))
    )
    assert (grid.cells[1, 0].rows, grid.cells[1, 0].columns) == (1, 1)


def test_what_stands_at_a_covered_place_joins_the_cell_that_covers_it():
    (grid,) = items_of(paragraphs(("Head", Cell(0, 0, 0, columns=2)), ("Covered", Cell(0, 0, 1))))
    assert texts(grid.cells[0, 0]) == ["Head", "Covered"]


@pytest.mark.parametrize(
    ("after", "place", "held"),
    [
        (Cell(0, 0, 1), (0, 1), ["table", "After"]),  # a nested table is followed by a paragraph of its cell
        (Cell(0, 0, 2), (0, 1), ["table"]),  # unless that is empty and was left out
    ],
)
def test_a_nested_table_stands_in_the_cell_after_the_last(after, place, held):
    inner = Cell(1, 0, 0, inside=0)
    (grid,) = items_of(paragraphs(("Before", Cell(0, 0, 0)), ("Inner", inner), ("After", after)))
    assert texts(grid.cells[place]) == held


def test_a_nested_table_at_the_end_stands_in_a_cell_left_over():
    given = (("Head", Cell(0, 0, 0, columns=2)), ("Last", Cell(0, 1, 0)), ("Inner", Cell(1, 0, 0, inside=0)))
    (grid,) = items_of(paragraphs(*given))
    assert texts(grid.cells[1, 1]) == ["table"]


def test_a_table_with_nothing_but_a_nested_one_is_left_to_that():
    (grid,) = items_of(paragraphs(("Inner", Cell(1, 0, 0, inside=0))))
    assert grid.table == 1


def test_a_table_with_nothing_but_a_nested_one_is_set_where_its_size_is_known():
    tables = (Table(0, 0, 1, 2, 2), Table(1, 0, 1, 1, 1, inside=0))
    (grid,) = items_of(paragraphs(("Inner", Cell(1, 0, 0, inside=0))), tables)
    assert (grid.table, texts(grid.cells[0, 0])) == (0, ["table"])


def test_rows_without_text_are_part_of_the_table():
    (grid,) = items_of(paragraphs(("One", Cell(0, 0, 0))), (Table(0, 0, 1, 4, 3),))
    assert (grid.rows, grid.columns) == (4, 3)


def test_a_table_too_large_to_set_stays_loose():
    items = items_of(paragraphs(("One", Cell(0, 0, 0)), ("Far", Cell(0, 10_000, 60))))
    assert [item.text for item in items] == ["One", "Far"]


def test_a_table_too_large_inside_another_stays_in_its_cell():
    far = Cell(1, 10_000, 60, inside=0)
    (grid,) = items_of(paragraphs(("One", Cell(0, 0, 0)), ("Far", far), ("Two", Cell(0, 0, 1))))
    assert [texts(cell) for cell in grid.cells.values()] == [["One", "Far"], ["Two"]]


def test_tables_that_stand_in_one_another_do_not_hang_it():
    items = items_of(paragraphs(("One", Cell(0, 0, 0, inside=1)), ("Two", Cell(1, 0, 0, inside=0))))
    assert items


def test_very_deep_nesting_ends_where_it_can_no_longer_be_read():
    depth = 60
    given = [(str(n), Cell(n, 0, 0, inside=n - 1 if n else None)) for n in range(depth)]
    (grid,) = items_of(paragraphs(*given))
    found = 1
    while nested := [item for item in grid.cells[0, 0].items if isinstance(item, Grid)]:
        grid, found = nested[0], found + 1
    assert found == 5
    assert texts(grid.cells[0, 0])[-1] == "59"


def test_a_column_is_known_by_its_longest_word_and_paragraph():
    given = (("Responsibility of each", Cell(0, 0, 0)), ("a fee", Cell(0, 0, 1)), ("in euro", Cell(0, 1, 1)))
    (grid,) = items_of(paragraphs(*given))
    assert column_letters(grid) == ((14, 22), (4, 7))


def test_a_marker_needs_room_beside_the_longest_word():
    (grid,) = items_of([Paragraph(0, "Fees", Anchor("", 0), marker="(a)", cell=Cell(0, 0, 0))])
    assert column_letters(grid) == ((9, 4),)


def test_a_word_longer_than_any_usual_one_may_be_broken():
    (grid,) = items_of(paragraphs(("x" * 400, Cell(0, 0, 0))))
    assert column_letters(grid) == ((16, 400),)


def test_a_cell_over_several_columns_makes_none_of_them_wide():
    (grid,) = items_of(paragraphs(("Responsibilities", Cell(0, 0, 0, columns=2)), ("No", Cell(0, 1, 0))))
    assert column_letters(grid) == ((3, 3), (3, 3))
