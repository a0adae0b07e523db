import pytest

from app.desktop.text_search import as_qt_counts, find_words

TEXT = "You’ll hold the “Provider” harmless – always.\u2029The provider’s\u00a0own  words."


def found(wanted, **options):
    return [TEXT[start:end] for start, end in find_words(TEXT, wanted, **options)]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("provider", ["Provider", "provider"]),
        ("you'll", ["You’ll"]),
        ('"provider"', ["“Provider”"]),
        ("harmless - always", ["harmless – always"]),
        ("own words", ["own  words"]),
        ("provider’s own", ["provider’s\u00a0own"]),
        ("  hold   the ", ["hold the"]),
        (".", [".", "."]),
    ],
)
def test_quotes_dashes_and_blanks_of_any_form_are_alike(wanted, words):
    assert found(wanted) == words


def test_capital_letters_count_when_asked():
    assert found("Provider", match_case=True) == ["Provider"]


@pytest.mark.parametrize("wanted", ["", "   ", "licence", "always. the provider"])
def test_nothing_is_found_for_nothing_nor_over_the_end_of_a_paragraph(wanted):
    assert found(wanted) == []


def test_a_line_end_inside_a_paragraph_is_a_blank():
    assert find_words("one\u2028two", "one two") == ((0, 7),)


def test_letters_that_grow_when_small_do_not_move_the_places():
    assert find_words("İİ Weights", "weights") == ((3, 10),)


def test_places_are_counted_as_qt_does():
    assert as_qt_counts("𝒪ne 𝒪ne", ((4, 7), (0, 1))) == ((5, 9), (0, 2))


def test_places_of_plain_text_stay():
    assert as_qt_counts("one", ((1, 2),)) == ((1, 2),)
