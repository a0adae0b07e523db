import pytest

from app.text.patterns import PatternError, Token, parse_pattern


def word(*forms):
    return (Token("word", forms),)


def test_a_word_is_one_token_in_any_case():
    assert parse_pattern("Indemnify").pieces[0].elements == ((word("indemnify"),),)


def test_alternatives_are_one_token():
    assert parse_pattern("hold|holds").pieces[0].elements == ((word("hold", "holds"),),)


def test_an_optional_word_may_be_nothing():
    assert parse_pattern("is [fully]").pieces[0].elements == ((word("is"),), ((), word("fully")))


def test_a_hyphen_in_a_word_may_be_missing():
    hyphen = Token("mark", ("-",), optional=True)
    assert parse_pattern("third-party|vendor").pieces[0].elements == (
        (word("vendor"), (*word("third"), hyphen, *word("party"))),
    )


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
