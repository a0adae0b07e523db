"""Numbers printed beside the lines of a page."""

import pytest

from app.intake.pdf.line_numbers import split_line_numbers

WORDS = (
    "The buyer pays the",
    "price of all goods",
    "that it has brought to its door.",
    "It pays within ten",
    "days of the bill.",
)


@pytest.fixture
def numbered(print_line):
    """Return lines, each with a number from `first` beside it."""

    def printed(texts, first=1):
        page = []
        for row, text in enumerate(texts):
            page += [print_line(str(first + row), left=40, base=100 + 20 * row)]
            page += [print_line(text, base=100 + 20 * row)] if text else []
        return page

    return printed


def split_texts(pages):
    return [tuple([line.text for line in lines] for lines in page) for page in split_line_numbers(pages)]


def test_numbers_beside_every_line_are_told_from_the_text(numbered):
    texts = [*WORDS, *WORDS, *WORDS]
    assert split_texts([numbered(texts)]) == [(texts, [str(number) for number in range(1, 16)])]


def test_a_page_with_few_lines_goes_on_with_the_numbers_of_the_others(numbered):
    pages = split_texts([numbered([*WORDS, *WORDS, *WORDS]), numbered(WORDS[:2], first=16)])
    assert pages[1] == (list(WORDS[:2]), ["16", "17"])


def test_a_number_in_one_run_with_its_line_is_taken_off_it(print_line):
    page = [print_line(f"{number} price of all goods", base=100 + 20 * number) for number in range(1, 13)]
    assert split_texts([page])[0][0] == ["price of all goods"] * 12


def test_the_numbers_of_a_list_are_text(numbered):
    page = numbered([f"{name} of goods" for name in ("Scope", "Price", "Term", "Law", "End", "Use") * 3])
    assert split_texts([page])[0][1] == []


def test_pages_without_numbers_stay_as_they_are(print_lines):
    assert split_texts([print_lines(*WORDS)]) == [(list(WORDS), [])]
