from dataclasses import replace

import pytest

from app.desktop.clause_numbers import ClauseNumbers
from app.model.document import Exhibit


@pytest.fixture
def numbers(document):
    paragraphs = list(document.paragraphs)
    paragraphs[6] = replace(paragraphs[6], label="7.0")
    exhibits = (Exhibit("Exhibit A", "The model card", 13, 16),)
    return ClauseNumbers(replace(document, paragraphs=tuple(paragraphs), exhibits=exhibits))


@pytest.mark.parametrize(
    "cited", ["4(b)", "4.b", "4b", "4 B", " 4(b). ", "Section 4(b)", "clause 4 (b)", "§ 4(b)", "§4b", "Ziffer 4 b"]
)
def test_a_number_is_found_however_it_is_written(numbers, cited):
    assert numbers.paragraph_of(cited) == 11


@pytest.mark.parametrize(
    ("cited", "paragraph"),
    [("5", 12), ("Term and ending", 12), ("term and", 12), ("OWNERSHIP", 9)],
)
def test_a_section_is_found_by_its_number_and_by_its_title(numbers, cited, paragraph):
    assert numbers.paragraph_of(cited) == paragraph


@pytest.mark.parametrize("cited", ["Exhibit A", "exhibit a", "The model card"])
def test_an_exhibit_is_found_by_its_name_and_by_its_title(numbers, cited):
    assert numbers.paragraph_of(cited) == 13


def test_a_nought_at_the_end_may_be_left_out(numbers):
    assert numbers.paragraph_of("7") == 6


@pytest.mark.parametrize("cited", ["", "  ", "…", "9", "4(c)", "45", "Warranty", "1(a)(b)"])
def test_what_is_not_there_is_not_found(numbers, cited):
    assert numbers.paragraph_of(cited) is None


def test_places_stand_in_the_order_of_the_document(numbers):
    assert [place.label for place in numbers.places] == [
        *("1", "1(a)", "1(b)", "2", "7.0", "3", "4", "4(a)", "4(b)", "5"),
        *("Exhibit A", "6"),
    ]
