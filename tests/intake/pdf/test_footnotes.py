"""Footnotes at the foot of PDF pages."""

import pytest

from app.intake.pdf.footnotes import mark_of, split_footnotes
from app.intake.pdf.lines import make_line

HEIGHT = 800.0


@pytest.fixture
def page(print_line, print_lines):
    """Return a page with text and, at its foot, small lines."""

    def printed(*notes, text="The buyer pays the price1 of all goods"):
        body = print_lines(text, "and the seller waits for two weeks", "before it asks again.", top=400)
        return [*body, *(print_line(note, base=700 + 9 * number, height=8) for number, note in enumerate(notes))]

    return printed


def test_small_lines_with_a_mark_of_the_text_are_footnotes(page):
    lines, notes = split_footnotes(page("1 As told by the seller."), HEIGHT)
    assert ([line.text for line in lines][-1], [note[0].text for note in notes]) == (
        "before it asks again.",
        ["1 As told by the seller."],
    )


def test_a_footnote_goes_on_to_the_mark_that_counts_on(page):
    _, notes = split_footnotes(page("1 As told by the seller, in", "2031 or later.", "2 In weeks."), HEIGHT)
    assert [len(note) for note in notes] == [2, 1]


def test_small_lines_that_nothing_in_the_text_cites_are_text(page):
    lines, notes = split_footnotes(page("1 As told by the seller.", text="The buyer pays the price of it"), HEIGHT)
    assert (len(lines), notes) == (4, [])


def test_small_lines_without_a_mark_are_text(page):
    assert split_footnotes(page("As told by the seller."), HEIGHT)[1] == []


def test_a_raised_mark_makes_a_footnote_of_letters_of_the_same_height(print_words, page):
    note = make_line(
        [*print_words("1", base=695, height=6), *print_words("As told by the seller.", left=76, base=700)], 1
    )
    assert len(split_footnotes([*page(), note], HEIGHT)[1]) == 1


@pytest.mark.parametrize(
    ("text", "mark"), [("1 As told", "1"), ("* As told", "*"), ("2See there", "2"), ("10 days", "10")]
)
def test_the_mark_is_read(print_line, text, mark):
    assert mark_of(print_line(text)) == mark


def test_a_line_of_words_has_no_mark(print_line):
    assert mark_of(print_line("As told")) == ""
