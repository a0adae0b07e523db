"""Dates and what they are the dates of."""

import pytest


def dates(document):
    return [(each.date.isoformat(), each.role) for each in document.dates]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It is of January 5, 2024.", "2024-01-05"),
        ("It is of 5 January 2024.", "2024-01-05"),
        ("It is of the 5th day of Jan., 2024.", "2024-01-05"),
        ("It is of 2024-01-05.", "2024-01-05"),
        ("It is of 25/01/2024.", "2024-01-25"),
        ("It is of 01/25/2024.", "2024-01-25"),
        ("It is of 5.1.2024.", "2024-01-05"),
        ("IT IS OF APR\u0130L 5, 2024.", "2024-04-05"),
    ],
)
def test_dates_are_read_as_they_are_written(read_text, text, iso):
    assert dates(read_text(text)) == [(iso, "")]


@pytest.mark.parametrize("text", ["It is of 03/04/2024.", "It is of February 30, 2024.", "Version 1.2.2024.7 runs."])
def test_what_is_no_date_or_two_is_left_out(read_text, text):
    assert dates(read_text(text)) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Last updated: 5 January 2024", "updated"),
        ("Effective from January 5, 2024.", "effective"),
        ("This contract is made as of January 5, 2024.", "effective"),
        ("It was made on 5 January 2024 (the “Effective Date”).", "effective"),
        ("It goes on until January 5, 2024.", "expiry"),
        ("Signed on 5 January 2024.", "signed"),
        ("We grew. Sales rose on 5 January 2024.", ""),
    ],
)
def test_the_words_before_a_date_say_what_it_is_of(read_text, text, role):
    assert [each[1] for each in dates(read_text(text))] == [role]


def test_a_date_among_signatures_is_when_it_was_signed(read_text):
    text = "HERON LABS INC.\n\nBy: ____________\n\nName: Ada Alder\n\nDate: 5 January 2024\n"
    assert dates(read_text(text)) == [("2024-01-05", "signed")]
