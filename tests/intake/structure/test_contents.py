"""Tables of contents."""

import pytest

from app.intake.structure.contents import contents_lines

TABLE = ["Contents", "1. Grant\t1", "2. Fees\t3", "3. Term\t3"]
BODY = ["1. Grant", "Heron lets you use it.", "2. Fees", "You pay.", "3. Term", "One year."]


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        ["Contents", "1. Grant ........ 1", "2. Fees ........ 3", "3. Term ........ 3"],
        ["Contents", "1. Grant . . . . 1", "2. Fees . . . . 3", "3. Term . . . . 3"],
        ["Contents", "1. Grant     i", "2. Fees     ii", "3. Term     ii"],
    ],
)
def test_headings_with_their_pages_are_a_table_of_contents(table):
    assert contents_lines([*table, *BODY]) == {1, 2, 3}


def test_lines_between_two_entries_belong_to_it():
    assert contents_lines(["1. Grant\t1", "2. Fees and all that is owed for", "use\t3", "3. Term\t3"]) == {0, 1, 2, 3}


def test_a_line_without_a_page_that_comes_again_below_belongs_to_it():
    annexed = [*TABLE, "Schedule 1: Fees", *BODY, "Schedule 1: Fees", "Ten coins."]
    assert contents_lines(annexed) == {1, 2, 3, 4}


def test_two_lines_with_numbers_are_none():
    assert contents_lines(["Setup\t100", "Support\t200", "You pay at once."]) == frozenset()


def test_amounts_that_go_up_and_down_are_none():
    assert contents_lines(["Setup\t900", "Support\t200", "Training\t100", "Travel\t50"]) == frozenset()
