from dataclasses import replace

import pytest

from app.desktop import words
from app.model import clause


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "not stated"),
        (True, "yes"),
        (False, "no"),
        (700_000_000, "700,000,000"),
        (99.5, "99.5"),
        (14.0, "14"),
        ("Provider", "Provider"),
        (("EU", "UK"), "EU, UK"),
    ],
)
def test_values_are_shown_as_a_reader_writes_them(value, shown):
    assert words.value_word(value) == shown


@pytest.mark.parametrize(
    ("comparison", "operand", "shown"),
    [
        ("is", True, "Notice days must be yes"),
        ("is_not", "Provider", "Notice days must not be Provider"),
        ("one_of", ("a", "b"), "Notice days must be one of a, b"),
        ("at_least", 90, "Notice days must be at least 90"),
        ("at_most", 5000, "Notice days must be at most 5,000"),
        ("stated", True, "Notice days must be stated"),
        ("stated", False, "Notice days must not be stated"),
        (
            "clear_of_profile",
            ("monthly_active_users", 20.0),
            "Notice days must be more than 20 % above monthly active users",
        ),
    ],
)
def test_a_test_is_shown_as_a_phrase(comparison, operand, shown):
    assert words.describe_test(clause.Test("fact", "notice_days", comparison, operand)) == shown


def test_the_spoken_form_names_ordinal_severity_clause_place_and_level(document, findings):
    assert words.spoken(document, findings[2], 3, 6) == "Finding 3 of 6, high, Cure period, 5, walk-away"


def test_a_missing_clause_has_no_place(document, findings):
    assert words.places_word(document, findings[4]) == "not in the document"


def test_severities_have_letters_of_their_own():
    letters = [words.severity_letter(severity) for severity in clause.SEVERITIES]
    assert letters == ["C", "H", "M", "L", "✓"]


def test_levels_have_signs_of_their_own():
    levels = ("preferred", "fallback", "walk-away", "missing", "not-applicable")
    assert len({words.level_glyph(level) for level in levels}) == 5


def test_a_target_is_named_with_its_place_and_first_words(document):
    assert words.target_word(document, 6) == (
        "Goes to 2: Products with more than 5 million monthly active users need …"
    )


def test_a_story_and_a_kind_of_flaw_have_names():
    assert words.story_word("text-box") == "Text boxes"
    assert words.story_word("margin-note") == "Margin-note"
    assert words.flaw_word("number-words") == "Number and word disagree"


def test_only_the_first_lines_of_what_was_not_checked_are_told(review):
    told = words.not_checked_word(replace(review, not_checked=tuple(f"Page {n} was not read." for n in range(1, 6))))
    assert told.splitlines() == [
        "Not checked:",
        "Page 1 was not read.",
        "Page 2 was not read.",
        "Page 3 was not read.",
        "and 2 more, listed in the memo",
    ]


def test_of_many_changes_at_risk_the_first_are_told_and_the_others_counted():
    assert words.at_risk_words(("a", "b", "c", "d", "e")) == (
        "At risk: a.",
        "At risk: b.",
        "At risk: c.",
        "and 2 more at risk, listed in the review file",
    )
