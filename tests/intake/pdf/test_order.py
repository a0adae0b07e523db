"""Lines and reading order of PDF pages."""

from app.intake.pdf.lines import joined_rows, make_line, rows_of, runs_of
from app.intake.pdf.order import gutters_of, in_order

LEFT = [
    "The buyer pays for all",
    "goods that were brought",
    "to its door within ten",
    "days of that day and at",
    "no cost to the seller.",
]
RIGHT = [
    "The seller keeps goods",
    "that were not paid for",
    "in its own store, where",
    "the buyer may see them",
    "on any day of the week.",
]


def texts(lines):
    return [line.text for line in lines]


def ordered(runs):
    return in_order(runs, gutters_of(runs))


def test_words_far_apart_on_a_line_are_two_runs(print_words):
    words = [*print_words("By the seller"), *print_words("By the buyer", left=300)]
    assert texts(runs_of(words, page=1)) == ["By the seller", "By the buyer"]


def test_a_small_raised_mark_stays_on_its_line(print_words):
    words = [*print_words("liable"), *print_words("2", left=102, base=95, height=6), *print_words("for it", left=112)]
    assert texts(joined_rows(rows_of(runs_of(words, page=1)))) == ["liable 2 for it"]


def test_a_lone_number_far_from_its_title_is_parted_by_a_tab(print_words):
    assert make_line([*print_words("4"), *print_words("Term", left=110)], page=1).text == "4\tTerm"


def test_words_of_a_script_from_the_right_are_read_from_the_right(print_words):
    words = [*print_words("\u05d2\u05d3"), *print_words("12", left=100), *print_words("\u05d0\u05d1", left=130)]
    assert texts(joined_rows(rows_of(runs_of(words, page=1)))) == ["\u05d0\u05d1 12 \u05d2\u05d3"]


def test_columns_are_read_one_after_the_other(print_lines):
    both = [*print_lines(*LEFT), *print_lines(*RIGHT, left=220)]
    assert texts(ordered(both)) == LEFT + RIGHT


def test_columns_drawn_row_by_row_are_read_one_after_the_other_where_they_are_filled_with_text(print_lines):
    rows = zip(print_lines(*LEFT), print_lines(*RIGHT, left=220), strict=True)
    assert texts(ordered([run for row in rows for run in row])) == LEFT + RIGHT


def test_a_heading_across_the_columns_parts_what_is_above_from_what_is_below(print_line, print_lines):
    heading = print_line("On the goods that the seller brings to the door of the buyer", base=170)
    above = [*print_lines(*LEFT), *print_lines(*RIGHT, left=220)]
    below = [*print_lines(*RIGHT, top=190), *print_lines(*LEFT, left=220, top=190)]
    assert texts(ordered([*above, heading, *below])) == [*LEFT, *RIGHT, heading.text, *RIGHT, *LEFT]


def test_short_rows_side_by_side_are_read_row_by_row(print_lines):
    names = ["By:", "Name:", "Title:", "Date:", "Place:"]
    rows = zip(print_lines(*names), print_lines(*names, left=300), strict=True)
    assert texts(ordered([run for row in rows for run in row])) == [f"{name} {name}" for name in names]


def test_the_columns_of_a_line_are_known(print_lines):
    lines = ordered([*print_lines(*LEFT), *print_lines(*RIGHT, left=220)])
    assert [(line.column, line.columns) for line in (lines[0], lines[-1])] == [(0, 2), (1, 2)]


def test_a_last_page_with_a_short_column_is_read_as_the_pages_before_it(print_lines):
    gutters = gutters_of([*print_lines(*LEFT), *print_lines(*RIGHT, left=220)])
    last = [*print_lines(*LEFT, *LEFT, *LEFT), *print_lines(*RIGHT[:2], left=220)]
    assert texts(in_order(last, gutters_of(last, gutters))) == [*LEFT, *LEFT, *LEFT, *RIGHT[:2]]


def test_a_page_in_one_column_after_one_in_two_has_no_gutters(print_lines):
    gutters = gutters_of([*print_lines(*LEFT), *print_lines(*RIGHT, left=220)])
    wide = [f"{left} {right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    assert gutters_of(print_lines(*wide), gutters) == []
