"""What is printed on every page."""

import pytest

from app.intake.pdf.furniture import find_counting, find_furniture

HEIGHT = 800.0
BODY = ("The buyer pays the price of all goods", "that were brought to its door, and it", "pays within ten days.")


@pytest.fixture
def furniture(print_line, print_lines):
    """Return the furniture of pages, each given by its first and its last line."""

    def found(*edges):
        pages = []
        for number, (first, last) in enumerate(edges, start=1):
            body = print_lines(*(f"{text} {number * 'x'}" for text in BODY), top=300)
            header = [print_line(first, base=40, page=number)] if first else []
            footer = [print_line(last, base=770, page=number)] if last else []
            pages.append([*header, *body, *footer])
        known = find_furniture(pages, [HEIGHT] * len(pages))
        return [line.text for page in pages for line in page if id(line) in known]

    return found


def test_the_same_words_on_three_pages_are_a_header(furniture):
    assert furniture(("", ""), ("Heron Labs", ""), ("Heron Labs", ""), ("Heron Labs", "")) == ["Heron Labs"] * 3


def test_headers_of_odd_and_even_pages_are_both_found(furniture):
    edges = [("Heron Labs" if page % 2 else "Supply terms", "") for page in range(8)]
    assert len(furniture(*edges)) == 8


@pytest.mark.parametrize(
    "footer", ["Page {} of 12", "- {} -", "{}", "Heron Labs {}", "Supply terms | {}", "A-{}", "{}/12", "Page {}"]
)
def test_numbers_of_pages_are_found(furniture, footer):
    assert len(furniture(*(("", footer.format(page)) for page in range(3, 8)))) == 5


def test_roman_numbers_of_pages_are_found(furniture):
    assert furniture(("", "i"), ("", "ii"), ("", "iii"), ("", "iv")) == ["i", "ii", "iii", "iv"]


def test_numbers_count_on_where_a_page_of_the_source_takes_two(furniture):
    assert furniture(("", "4"), ("", ""), ("", "5"), ("", ""), ("", "6")) == ["4", "5", "6"]


def test_headings_with_numbers_at_the_top_of_pages_are_text(furniture):
    assert furniture(("Section 3", ""), ("Section 7", ""), ("Section 8", ""), ("Section 15", "")) == []


def test_numbers_of_clauses_at_the_top_of_pages_are_text(furniture):
    assert furniture(*((f"{page}.1 Goods of kind {'abcdef'[page]}", "") for page in range(1, 6))) == []


def test_a_stamp_of_the_source_is_found_on_one_page(furniture):
    assert furniture(("", "Source: HERON LABS, 10-K, 3/31/2031")) == ["Source: HERON LABS, 10-K, 3/31/2031"]


def test_pages_printed_twice_are_text(print_lines):
    pages = [print_lines(*BODY, top=40, page=number) for number in (1, 2)]
    assert find_furniture(pages, [HEIGHT, HEIGHT]) == set()


def test_numbers_alone_that_count_on_inside_pages_are_page_numbers(print_line):
    numbers = [print_line(str(number), left=300, page=number) for number in range(1, 6)]
    other = print_line("17", left=90)
    assert find_counting([[other], *([number] for number in numbers)]) == {id(line) for line in numbers}


def test_two_pages_that_begin_with_the_same_line_of_a_sentence_are_text(print_lines):
    first = "The buyer may keep what it has paid for, as long as it tells the seller so"
    pages = [print_lines(first, f"within {word} days of the end.", top=40) for word in ("two", "three", "nine")]
    assert find_furniture(pages, [HEIGHT] * 3) == set()


def test_a_line_that_ends_pages_right_above_their_numbers_is_text(print_lines, print_line):
    pages = [
        [
            *print_lines(*(f"{text} {page * 'x'}" for text in BODY), "on a holiday.", top=700),
            print_line(str(page), base=790),
        ]
        for page in (1, 2)
    ]
    known = find_furniture(pages, [HEIGHT] * 2)
    assert [line.text for page in pages for line in page if id(line) in known] == ["1", "2"]


def test_the_other_footer_of_the_first_page_is_found_where_those_of_other_pages_stand(furniture):
    edges = [("", "Heron Labs, Albany"), ("", "2/5"), ("", "3/5"), ("", "4/5"), ("", "5/5")]
    assert len(furniture(*edges)) == 5
