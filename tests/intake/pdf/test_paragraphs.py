"""Lines of PDFs to paragraphs."""

import pytest

from app.intake.pdf.lines import make_line
from app.intake.pdf.paragraphs import split_paragraphs
from app.intake.pdf.setting import setting_of

FULL = "The buyer pays the price of all goods that were brought to its own door now"
GOES_ON = "and it pays the seller within ten days from the day on which it was told of"
ENDS = "the price, at the office of the seller and to nobody else in the whole land."


@pytest.fixture
def paragraphs():
    """Return the paragraphs of lines, in a document that shows how it is set."""
    return lambda lines: [" ".join(line.text for line in group) for group in split_paragraphs(lines, setting_of(lines))]


def test_lines_that_are_full_go_on(print_lines, paragraphs):
    assert len(paragraphs(print_lines(FULL, GOES_ON, GOES_ON, "the price."))) == 1


def test_a_line_that_ends_early_ends_its_paragraph(print_lines, paragraphs):
    assert len(paragraphs(print_lines(FULL, GOES_ON, "the price.", FULL, GOES_ON))) == 2


def test_space_between_lines_ends_a_paragraph(print_lines, paragraphs):
    assert len(paragraphs([*print_lines(FULL, GOES_ON, ENDS), *print_lines(FULL, GOES_ON, top=145)])) == 2


def test_a_full_line_that_ends_a_sentence_goes_on_at_the_same_margin(print_lines, paragraphs):
    assert len(paragraphs(print_lines(FULL, GOES_ON, ENDS, FULL, GOES_ON))) == 1


def test_an_indent_begins_a_paragraph_after_a_full_line(print_line, print_lines, paragraphs):
    first = print_line(f"{FULL[:-8]}", left=100, base=136)
    assert len(paragraphs([*print_lines(FULL, GOES_ON, ENDS), first, *print_lines(GOES_ON, top=148)])) == 2


def test_the_lines_of_a_numbered_clause_hang(print_line, print_lines, paragraphs):
    clause = [print_line(f"4.2 {FULL[:-8]}"), *print_lines(GOES_ON[:-8], "the price.", left=100, top=112)]
    assert len(paragraphs([*clause, print_line("4.3 The seller waits.", base=136)])) == 2


def test_a_number_that_begins_a_wrapped_line_begins_no_paragraph(print_lines, paragraphs):
    lines = print_lines(
        FULL.replace("door now", "Section"), "4. of this deed says so and " + GOES_ON[:40], "the price."
    )
    assert len(paragraphs(lines)) == 1


def test_a_centred_title_that_does_not_fit_its_line_is_one(print_line, print_lines, paragraphs):
    body = print_lines(FULL, GOES_ON, ENDS, GOES_ON, ENDS, top=160)
    title = [print_line(f"SUPPLY {'OF GOODS ' * 7}FROM", left=80), print_line("ABROADANDHOME", left=222, base=112)]
    assert len(paragraphs([*title, *body])) == 2


def test_a_line_that_breaks_inside_a_word_goes_on_however_short_it_is(print_lines, paragraphs):
    assert paragraphs([*print_lines("It pays within a 30-", "day term."), *print_lines(FULL, GOES_ON, top=160)])[0] == (
        "It pays within a 30- day term."
    )


def test_a_line_justified_with_wide_blanks_is_no_entry_of_a_table_of_contents(print_words):
    words = [
        word
        for place, text in enumerate(("as", "said", "in", "clause", "2"))
        for word in print_words(text, 70 + 60 * place)
    ]
    assert not make_line(words, page=1).is_entry


def test_centred_lines_stand_alone(print_line, print_lines, paragraphs):
    body = print_lines(FULL, GOES_ON, ENDS, GOES_ON, ENDS, top=160)
    assert paragraphs([print_line("SUPPLY", left=245), print_line("TERMS", left=247, base=112), *body])[:2] == [
        "SUPPLY",
        "TERMS",
    ]


def test_entries_of_a_table_of_contents_stand_alone(print_words, paragraphs):
    entries = [
        make_line(
            [*print_words(text, base=100 + 12 * number), *print_words(str(number), left=430, base=100 + 12 * number)], 1
        )
        for number, text in enumerate(("4.1 Goods", "4.2 Price", "4.3 Time"))
    ]
    assert len(paragraphs(entries)) == 3


def test_a_paragraph_goes_on_over_the_page(print_lines, paragraphs):
    assert len(paragraphs([*print_lines(FULL, GOES_ON), *print_lines(GOES_ON, "the price.", page=2)])) == 1


def test_a_clause_with_a_number_begins_on_a_new_page(print_lines, paragraphs):
    assert len(paragraphs([*print_lines(FULL, GOES_ON, ENDS), *print_lines(f"5. {GOES_ON}", page=2)])) == 2


def test_larger_letters_begin_a_paragraph(print_line, print_lines, paragraphs):
    heading = print_line("Of the price that the buyer pays", base=139, height=14)
    assert len(paragraphs([*print_lines(FULL, GOES_ON, ENDS), heading])) == 2
