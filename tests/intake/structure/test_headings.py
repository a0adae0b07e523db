"""Headings by their form."""

import pytest

from app.intake.structure.headings import is_strong_heading, is_styled_heading, is_weak_heading, run_in_end


@pytest.mark.parametrize("text", ["LIMITATION OF LIABILITY", "Term and Termination", "Use of the Service", "Fees."])
def test_short_lines_in_capitals_or_title_case_are_headings(text):
    assert is_strong_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Guns and illegal weapons",
        "Last Updated: July 5, 2024",
        "Version 1.0",
        "https://heron.example/terms",
        "Name: John Heron",
        "Fees, Taxes and Charges;",
        "Heron Labs May Change Any Part Of These Terms From Time To Time At Its Choice",
    ],
)
def test_other_lines_are_not(text):
    assert not is_strong_heading(text)


def test_a_line_in_sentence_case_may_be_a_heading():
    assert is_weak_heading("Who we are")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Fees", True),
        ("Survival.", True),
        ("Fees are due at once.", False),
        ("Fees. They are due", False),
        ("1.\tWho pays for what", True),
        ('"Fees" are', False),
    ],
)
def test_a_paragraph_in_a_heading_style_is_a_heading_only_if_it_is_no_sentence(text, heading):
    assert is_styled_heading(text) is heading


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Term and Termination. The term begins today.", "Term and Termination."),
        ("LIABILITY; INDEMNITY. We owe nothing.", "LIABILITY; INDEMNITY."),
        ("Commercial Use: You may not sell it.", "Commercial Use:"),
        ("Grant – We grant you a licence.", "Grant –"),
        ("Unless the law says otherwise, we owe nothing. So it is.", ""),
        ("Heron Inc. May end this.", ""),
    ],
)
def test_a_heading_run_into_its_sentence_ends_at_its_stop(text, title):
    assert text[: run_in_end(text)] == title


def test_a_numbered_clause_may_have_a_run_in_heading_in_sentence_case():
    assert run_in_end("Use and its limits. You may use it.", numbered=True) == len("Use and its limits.")


def test_emphasis_tells_where_a_run_in_heading_ends():
    assert run_in_end("What this covers These terms cover all.", emphasised=16) == 16


def test_an_emphasised_name_that_begins_a_sentence_is_no_heading():
    assert run_in_end("Provider makes no promise at all.", emphasised=8) == 0
