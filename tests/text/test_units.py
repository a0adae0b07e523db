"""Units of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.units import cut_units


@pytest.mark.parametrize(
    "unit",
    [
        *("Licensee’s", "non-exclusive", "1,000.50", "31/12/2026", "2026-12-31", "30%", "12.5 %", "12.5\u00a0%"),
        *("USD 5,000,000", "€5 million", "US$ 1,000", "5(c)", "5.2(a)(iii)", "day(s)", "§ 12", "§§ 3.1(b)"),
        *("31 March 2026", "1st of May 2026", "March 31, 2026", "Dec. 1, 2026", "(30)", "(90%)", "($1,000)", "(a)(ii)"),
    ],
)
def test_a_unit_stays_whole(unit):
    assert unit in cut_units(f"from {unit} on")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("May 5 days", ("May", " ", "5", " ", "days")),
        ("in 2026.", ("in", " ", "2026", ".")),
        ("(no later)", ("(", "no", " ", "later", ")")),
        ("“Works,” or", ("“", "Works", ",”", " ", "or")),
        ("a, “b”", ("a", ",", " ", "“", "b", "”")),
    ],
)
def test_what_is_no_unit_is_cut(text, units):
    assert cut_units(text) == units


def test_a_defined_term_is_one_unit_and_the_longest_counts():
    terms = ("Works", "Heron Works")
    assert cut_units("Heron Works, Works, Workshop", terms) == ("Heron Works", ",", " ", "Works", ",", " ", "Workshop")


@given(st.text())
def test_the_units_joined_are_the_text(text):
    assert "".join(cut_units(text)) == text
