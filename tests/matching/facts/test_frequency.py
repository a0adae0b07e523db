import pytest

from app.matching.facts.frequency import find_frequencies


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no more than once a year", 1),
        ("TWICE IN ANY CALENDAR YEAR", 2),
        ("TW\u0130CE A YEAR", 2),
        ("once every twelve (12) months", 1),
        ("two (2) times per year", 2),
        ("once in any\n12-month period", 1),
        ("once per quarter", 4),
        ("once every two years", 0.5),
        ("annually", 1),
        ("each year", 1),
        ("semi-annually", 2),
    ],
)
def test_how_often_a_year_is_read(text, value):
    assert [quantity.value for quantity in find_frequencies(f"Customer may audit {text}.")] == [value]


@pytest.mark.parametrize("text", ["at any time", "at all times", "once", "once the annual fees are paid"])
def test_other_words_say_nothing_of_how_often(text):
    assert list(find_frequencies(f"Customer may audit {text}.")) == []


def test_how_it_was_reckoned_is_told():
    assert next(find_frequencies("once per quarter")).derivation == "“once per quarter” counts as 4 a year"
