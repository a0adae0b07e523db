import pytest

from app.drafting.numbering import following, inserted, parse_number, style_of, value_of


@pytest.mark.parametrize(
    ("marker", "style", "expected"),
    [
        ("iv.", "roman", "v."),
        ("(c)", "letter", "(d)"),
        ("7.", "arabic", "8."),
        ("4.9", "arabic", "4.10"),
        ("Section IV:", "roman", "Section V:"),
        ("2.3(a)", "letter", "2.3(b)"),
        ("z)", "letter", "aa)"),
        ("1.b.iii.", "roman", "1.b.iv."),
    ],
)
def test_the_next_number_keeps_the_form_of_the_list(marker, style, expected):
    assert following(parse_number(marker), style).text == expected


@pytest.mark.parametrize(
    ("marker", "style", "expected"),
    [
        ("4.", "arabic", "4A."),
        ("(b)", "letter", "(ba)"),
        ("ii.", "roman", "iia."),
        ("B.", "letter", "BA."),
        ("4.6", "arabic", "4.6A"),
    ],
)
def test_a_number_between_two_is_the_first_with_a_letter(marker, style, expected):
    assert inserted(parse_number(marker), style).text == expected


def test_a_second_number_between_two_has_the_next_letter():
    assert inserted(parse_number("4."), "arabic", 2).text == "4B."


@pytest.mark.parametrize(
    ("cores", "expected"),
    [
        (["1", "2"], "arabic"),
        (["i", "ii", "iii"], "roman"),
        (["i"], "roman"),
        (["a", "b", "c"], "letter"),
        (["c"], "letter"),
        (["h", "i", "j"], "letter"),
        (["I", "II"], "roman"),
    ],
)
def test_a_list_says_how_it_counts(cores, expected):
    assert style_of(cores) == expected


def test_a_bullet_is_no_number():
    assert parse_number("-") is None


@pytest.mark.parametrize("value", [1, 4, 9, 14, 40, 49, 90, 99])
def test_roman_numbers_are_read_as_they_are_written(value):
    first = parse_number("i.")
    written = following(first, "roman", value - 1) if value > 1 else first
    assert value_of(written.core, "roman") == value
