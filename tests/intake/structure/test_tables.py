"""Tables from the cells that paragraphs stand in."""

from app.intake.structure.tables import find_tables
from app.model.document import Anchor, Cell, Paragraph, Table


def paragraphs(*cells):
    return [Paragraph(index, "x", Anchor("", index), cell=cell) for index, cell in enumerate(cells)]


def test_a_table_has_the_rows_and_columns_of_its_cells():
    cells = (None, Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0, columns=2), None)
    assert find_tables(paragraphs(*cells)) == (Table(0, first=1, end=4, rows=2, columns=2),)


def test_a_table_covers_the_tables_nested_in_it():
    cells = (Cell(0, 0, 0), Cell(1, 0, 0, inside=0), Cell(1, 0, 1, inside=0), Cell(0, 1, 0), Cell(2, 0, 0))
    assert [(table.first, table.end, table.inside) for table in find_tables(paragraphs(*cells))] == [
        (0, 4, None), (1, 3, 0), (4, 5, None),
    ]  # fmt: skip


def test_a_table_may_begin_with_one_nested_in_it():
    cells = (Cell(1, 0, 0, inside=0), Cell(0, 1, 0))
    assert [(table.first, table.end) for table in find_tables(paragraphs(*cells))] == [(0, 2), (0, 1)]
