import pytest

from app.text.patterns import PatternError, parse_pattern


def test_a_word_is_one_token_in_any_case():
    assert parse_pattern("Indemnify").pieces[0].variants == (({"NORM": "indemnify"},),)


def test_alternatives_are_one_token():
    assert parse_pattern("hold|holds").pieces[0].variants == (({"NORM": {"IN": ["hold", "holds"]}},),)


def test_an_optional_word_gives_a_variant_without_it():
    assert parse_pattern("is [fully] liable").pieces[0].variants == (
        ({"NORM": "is"}, {"NORM": "liable"}),
        ({"NORM": "is"}, {"NORM": "fully"}, {"NORM": "liable"}),
    )


def test_the_words_of_the_most_telling_element_are_the_keys():
    assert parse_pattern("of third-party|vendor indemnif*").pieces[0].keys == ("indemnif*",)


def test_party_names_and_options_are_no_keys():
    assert parse_pattern("{vendor} [reasonably] may").pieces[0].keys == ("may",)


def test_gaps_part_a_phrase_into_pieces():
    pattern = parse_pattern("we may .. end ... this deal")
    assert [piece.source for piece in pattern.pieces] == ["we may", "end", "this deal"]
    assert pattern.gaps == (4, 20)


def test_gaps_together_add_up():
    assert parse_pattern("may .. ... end").gaps == (24,)


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("", "an empty phrase"),
        ("may [not] ... [all]", "may be nothing at all"),
        ("... breach", "begins or ends with a gap"),
        ("breach ..", "begins or ends with a gap"),
        ("in* breach", "too short"),
        ("(breach)", "is not a word"),
        ("{licensee} may", "is not a word"),
    ],
)
def test_a_wrong_phrase_is_explained(phrase, message):
    with pytest.raises(PatternError, match=message):
        parse_pattern(phrase)
