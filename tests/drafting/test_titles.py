import pytest

from app.drafting.titles import is_titled


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Limitation of Liability", "limitation* .. liability"),
        ("Term and Termination", "termination"),
        ("INDEMNITY", "indemn*"),
        ("Warranty; Disclaimer", "disclaimer|disclaimers"),
        ("Governing Law.", "governing law"),
        ("Termination of this Agreement", "termination"),
        ("LICENSE TO USE OUR SERVICES", "license"),
        ("Support", "[technical] support"),
    ],
)
def test_a_title_or_a_thing_it_lists_is_named_in_full(title, phrase):
    assert is_titled(title, (phrase,))


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Customer Data", "customer"),
        ("Terminology", "term"),
        ("Notice to Californians", "notice"),
        ("", "term"),
        ("Your Licence", "{customer} licence"),
    ],
)
def test_a_part_of_a_title_or_a_name_of_a_party_is_not_enough(title, phrase):
    assert not is_titled(title, (phrase,))
