"""Where terms are used."""

import pytest


def uses(document, term):
    found = next(each for each in document.terms if each.term == term)
    return [document.paragraphs[use.paragraph].text[use.span.start : use.span.end] for use in found.uses]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Report is due.", ["Report"]),
        ("Two Reports are due.", ["Reports"]),
        ("The Report’s end.", ["Report"]),
        ("THE REPORT IS DUE.", ["REPORT"]),
        ("The report is due.", []),
        ("A Reporter came.", []),
        ("The Report Data is due.", []),
        ("A Non-Report is due.", []),
    ],
)
def test_plural_and_possessive_forms_are_uses(read_text, sentence, found):
    text = f"“Report” means a list.\n\n“Report Data” means numbers.\n\n{sentence}\n"
    assert uses(read_text(text), "Report") == found


def test_the_definition_is_no_use(read_text):
    assert uses(read_text("“Report” means a list."), "Report") == []


def test_a_term_in_the_plural_is_used_in_the_singular(read_text):
    assert uses(read_text("“Policies” means rules.\n\nEach Policy binds."), "Policies") == ["Policy"]


def test_words_of_our_own_are_used_in_all_their_forms(read_text):
    text = "This binds a person (“you”).\n\nYou pay, and your staff obeys you.\n"
    assert uses(read_text(text), "you") == ["You", "your", "you"]


def test_a_line_end_within_a_term_does_not_hide_it(read_text):
    assert len(uses(read_text("“Annual Report” means a list.\n\nThe Annual\xa0Report is due."), "Annual Report")) == 1
