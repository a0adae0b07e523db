from dataclasses import replace

import pytest

from app.desktop import words
from app.model import clause
from app.model.matter import UNDECIDED, Decision, OwnWords, Standing


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


def test_only_the_first_lines_of_what_was_not_checked_are_told():
    told = words.not_checked_word([f"Page {n} was not read." for n in range(1, 6)])
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


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (UNDECIDED, Decision("accept"), "Accept: Cure period"),
        (UNDECIDED, Decision("fallback", rung=1), "Fallback: Cure period"),
        (UNDECIDED, Decision("edit", words=OwnWords(additions=("So.",))), "Own words: Cure period"),
        (UNDECIDED, Decision("accept-risk", reason="Insured"), "Accept the risk: Cure period"),
        (UNDECIDED, Decision("skip"), "Skip: Cure period"),
        (Decision("skip"), UNDECIDED, "Take the decision back: Cure period"),
        (Decision("accept"), Decision("accept", comment="So."), "Comment: Cure period"),
        (Decision("accept"), Decision("accept", note="So."), "Internal note: Cure period"),
        (Decision("edit"), Decision("edit", words=OwnWords(additions=("So.",))), "Own words: Cure period"),
        (Decision("fallback", rung=1), Decision("fallback", rung=2), "Position: Cure period"),
        (Decision("skip"), Decision("skip", reason="Insured"), "Reason: Cure period"),
    ],
)
def test_a_change_is_named_by_what_it_did(before, after, told):
    assert words.change_word("Cure period", before, after) == told


@pytest.mark.parametrize("verb", [None, "accept", "fallback", "edit", "accept-risk", "skip"])
def test_a_decision_has_a_word_and_a_sign_of_its_own(verb):
    others = [Decision(each) for each in (None, "accept", "fallback", "edit", "accept-risk", "skip") if each != verb]
    decision = Decision(verb)
    assert words.decision_word(decision) not in {words.decision_word(other) for other in others}
    assert words.decision_glyph(decision) not in {words.decision_glyph(other) for other in others}


def test_judging_anew_that_changes_nothing_says_so(review):
    assert words.effect_word(review, review) == "No finding changes."


def test_judging_anew_tells_what_becomes_of_a_finding(review):
    lower = replace(review.findings[0], severity="medium")
    after = replace(review, findings=(lower, *review.findings[1:]))
    assert words.effect_word(review, after) == "1 finding changes: User threshold (critical → medium)"


def test_of_many_findings_that_change_the_first_are_named_and_the_others_counted(review):
    after = replace(review, findings=tuple(replace(finding, severity="none") for finding in review.findings))
    told = words.effect_word(review, after)
    assert told.startswith("5 findings change: User threshold (critical → in order)")
    assert told.endswith("and 2 more")


def test_a_finding_that_applies_no_more_is_told_as_such(review):
    away = replace(review.findings[0], level="not-applicable", severity="none")
    after = replace(review, findings=(away, *review.findings[1:]))
    assert "(critical → not applicable)" in words.effect_word(review, after)


@pytest.mark.parametrize("kind", ["covered", "overridden", "holds", "also"])
def test_a_standing_has_words_of_its_own(kind):
    others = {each for each in ("covered", "overridden", "holds", "also") if each != kind}
    said = words.standing_word(Standing(kind, 1, 0, "Why."))
    assert said not in {words.standing_word(Standing(other, 1, 0, "Why.")) for other in others}


def test_an_ampersand_in_a_name_is_no_mark_of_a_key():
    assert words.unmarked("Terms &\n Policy") == "Terms && Policy"
