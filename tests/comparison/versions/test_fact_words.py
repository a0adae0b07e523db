import pytest

from app.comparison.fact_words import change_phrase
from app.model.clause import FactSpec
from app.model.comparison import FactChange


@pytest.mark.parametrize(
    ("spec", "old", "new", "phrase"),
    [
        (FactSpec("cure_days", "duration"), 30, 10, "cure period: 30 to 10 days"),
        (FactSpec("cure_days", "duration"), None, 1, "cure period: 1 day, not stated before"),
        (FactSpec("cure_days", "duration"), 30, None, "cure period: not stated any more, was 30 days"),
        (FactSpec("uptime_percent", "percent"), 99.9, 99.0, "uptime: 99.9 to 99 %"),
        (FactSpec("cap_amount", "money"), 1000, 5000000, "liability cap: 1,000 to 5,000,000"),
        (FactSpec("audit_per_year", "frequency"), 1, 2, "audits: 1 to 2 a year"),
        (FactSpec("sole_discretion", "flag"), False, True, "sole discretion: yes, was no"),
        (FactSpec("law", "words"), "Delaware", "Malta", "law: “Malta”, was “Delaware”"),
    ],
)
def test_a_fact_that_changed_is_told_in_plain_words(clause, spec, old, new, phrase):
    assert change_phrase(clause(["x"], facts=(spec,)), FactChange(spec.key, old, new)) == phrase


def test_long_words_are_cut(clause):
    entry = clause(["x"], facts=(FactSpec("exact_text", "quote"),))
    assert change_phrase(entry, FactChange("exact_text", None, "heron " * 30)).count("heron") < 12
