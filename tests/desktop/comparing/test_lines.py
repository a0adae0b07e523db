from dataclasses import replace

from app.desktop.comparing.lines import lines_of, places_of


def test_each_row_is_a_line(comparison):
    lines = lines_of(comparison)
    assert [line.rows for line in lines] == [(row,) for row in comparison.rows]


def test_the_cells_of_a_row_are_one_line(tables):
    assert [(line.old, line.new) for line in lines_of(tables)] == [((0, 1), (0, 1)), ((2, 3), ()), ((), (2, 3))]


def test_a_line_of_a_table_knows_the_changes_of_its_cells(tables):
    assert [line.changes for line in lines_of(tables)] == [(1,), (2, 3), (4, 5)]


def test_cells_that_changed_one_by_one_stay_in_the_line_of_their_row(tables):
    rows = tables.rows[:1]
    apart = (replace(tables.rows[1], new=()), replace(tables.rows[1], old=()))
    lines = lines_of(replace(tables, rows=(*apart, *rows)))
    assert [(line.old, line.new) for line in lines] == [((1, 0), (1, 0))]


def test_a_cell_of_a_nested_table_is_a_line_of_its_own(tables):
    paragraphs = tables.old.paragraphs
    nested = replace(paragraphs[1], cell=replace(paragraphs[1].cell, inside=3))
    old = replace(tables.old, paragraphs=(paragraphs[0], nested, *paragraphs[2:]))
    lines = lines_of(replace(tables, old=old, rows=(replace(tables.rows[1], new=()), tables.rows[2])))
    assert [line.is_tabular for line in lines] == [False, True]


def test_a_story_is_named_where_it_begins(comparison):
    notes = tuple(replace(paragraph, story="footnote") for paragraph in comparison.old.paragraphs[7:])
    old = replace(comparison.old, paragraphs=(*comparison.old.paragraphs[:7], *notes))
    rows = (comparison.rows[6], replace(comparison.rows[8], new=()), comparison.rows[9])
    assert [line.story for line in lines_of(replace(comparison, old=old, rows=rows))] == ["", "footnote", ""]


def test_something_that_moved_stands_where_it_is_and_where_it_was(comparison):
    assert places_of(lines_of(comparison))[4] == (10, 6)
