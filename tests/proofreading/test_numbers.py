import pytest


@pytest.mark.parametrize(
    "number",
    [
        "five (6)",
        "USD five hundred (5,000)".removeprefix("USD "),
        "thirty (60%)",
        "one hundred fifty dollars ($150,000.00)",
        "twenty-four (42)",
        "two million (2,000)",
        "6 (five)",
        "ten percent (12%)",
    ],
)
def test_words_and_figures_that_differ_are_told(flaws, number):
    assert flaws("number-words", f"It is due within {number} of the order.") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "within five (5) days",
        "thirty (30%) percent",
        "one hundred and fifty thousand dollars ($150,000.00)",
        "five million (EUR 5 million)",
        "Six (6,000,000) million shares",
        "one and one-half percent (1.5%)",
        "between one and five (5) units",
        "one thousand (1.000) units",
        "two years (24 months)",
        "thirty (30) business days, see Section five (b)",
        "5 (five) units",
    ],
)
def test_words_and_figures_that_agree_or_cannot_be_read_are_passed_by(flaws, text):
    assert flaws("number-words", text) == []
