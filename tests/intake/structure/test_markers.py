"""Markers typed before a paragraph."""

import pytest

from app.intake.structure.markers import is_annex, read_automatic, split_marker


@pytest.mark.parametrize(
    ("text", "marker", "number"),
    [
        ("1. Fees", "1.", "1"),
        ("1.Fees", "1.", "1"),
        ("12)  Fees", "12)", "12"),
        ("(3) Fees", "(3)", "3"),
        ("2.3 Fees", "2.3", "2.3"),
        ("2.3. Fees", "2.3.", "2.3"),
        ("2.1(a) Fees", "2.1(a)", "2.1(a)"),
        ("a. Fees", "a.", "a"),
        ("(c) Fees", "(c)", "c"),
        ("iv) Fees", "iv)", "iv"),
        ("A. Fees", "A.", "A"),
        ("IX. Fees", "IX.", "IX"),
        ("Section 4: Fees", "Section 4:", "4"),
        ("Section III: FEES", "Section III:", "Section III"),
        ("Section 1 -- Fees.", "Section 1 --", "1"),
        ("ARTICLE IV FEES", "ARTICLE IV", "Article IV"),
        ("§ 5 Fees", "§ 5", "5"),
        ("§ 4.2 Fees", "§ 4.2", "4.2"),
        ("Sec. 3. Fees", "Sec. 3.", "3"),
        ("Art. 5 Fees", "Art. 5", "Article 5"),
        ("Clause 7: Fees", "Clause 7:", "7"),
        ("Section 4(a). Fees", "Section 4(a).", "4(a)"),
        ("(e). Fees", "(e).", "e"),
        ("( a ) Fees", "( a )", "a"),
        ("1.- Fees", "1.-", "1"),
        ("A.1.2 Fees", "A.1.2", "A.1.2"),
        ("1.b.iv Fees", "1.b.iv", "1.b.iv"),
        ("1.1.(a) Fees", "1.1.(a)", "1.1.(a)"),
        ("XCIX. Fees", "XCIX.", "XCIX"),
        ("12\tFEES", "12", "12"),
        ("- Fees", "-", ""),
        ("•\tFees", "•", ""),
        ("\uf0b7 Fees", "•", ""),
    ],
)
def test_a_marker_is_split_off_with_its_number(text, marker, number):
    split = split_marker(text)
    assert (split.text, split.number, text[split.end :].lower()) == (marker, number, text[split.end :].lower())


@pytest.mark.parametrize("text", ["1.\xa0 Fees", "(a)\tFees", "Section 4:   Fees"])
def test_the_text_after_a_marker_begins_after_its_blanks(text):
    assert text[split_marker(text).end :] == "Fees"


@pytest.mark.parametrize(
    "text",
    [
        "Section 2 of these terms will not apply to you.",
        "(c) 2024 Heron Labs",
        "1.5 million users",
        "2024. was a good year",
        "2024) was a good year",
        "1000. Fees",
        "5.x releases are free",
        "U.S. law applies",
        "e.g. in writing",
        "No. 5 is left out",
        "-5 degrees",
        "Fees",
        "",
    ],
)
def test_words_that_only_look_like_a_marker_are_none(text):
    assert split_marker(text) is None


def test_a_letter_that_is_a_roman_number_can_be_read_both_ways():
    assert split_marker("i. Fees").readings == (("lower", 9), ("lower-roman", 1))


@pytest.mark.parametrize(
    ("printed", "style", "number"),
    [
        ("1.", "number", "1"),
        ("o", "bullet", ""),
        ("1.a", "multi", "1.a"),
        ("1.1.(2)", "multi", "1.1.(2)"),
        ("Article 2", "word", "Article 2"),
    ],
)
def test_what_a_format_prints_by_itself_is_always_a_marker(printed, style, number):
    marker = read_automatic(printed)
    assert (marker.style, marker.number) == (style, number)


@pytest.mark.parametrize(
    ("text", "annex"),
    [
        ("Schedule 2 - Fees", True),
        ("EXHIBIT B", True),
        ("Schedule: the models", True),
        ("Schedule 2 applies.", False),
        ("Scheduled fees", False),
    ],
)
def test_the_first_line_of_an_annex_is_known(text, annex):
    assert is_annex(text) is annex
