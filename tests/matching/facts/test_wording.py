import pytest

from app.matching.facts.wording import find_condition, find_exception


def words(text, span):
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fees are final, except where the law says otherwise.", "except where the law says otherwise"),
        ("We keep nothing unless you ask us to.", "unless you ask us to"),
        ("It may be used solely to the extent needed, and no more.", "solely to the extent needed"),
        ("Fees are due; provided, however, that none is due in May.", "provided, however, that none is due in May"),
        ("UNLESS YOU ASK US TO, WE KEEP NOTHING.", "UNLESS YOU ASK US TO"),
        ("Fees are due.", None),
    ],
)
def test_an_exception_is_read_with_its_words(text, found):
    assert words(text, find_exception(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If you are late, interest is due.", "If you are late"),
        ("Access is given subject to payment of the fees.", "subject to payment of the fees"),
        ("You may stay as long as you pay.", "as long as you pay"),
        ("Fees are due.", None),
    ],
)
def test_a_condition_is_read_with_its_words(text, found):
    assert words(text, find_condition(text)) == found


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("It is governed by the laws of the State of New York, without regard to conflicts.", "State of New York"),
        ("IT IS GOVERNED BY THE LAWS OF THE STATE OF NEW YORK, WITHOUT REGARD TO CONFLICTS.", "State of New York"),
        ("It is governed by the laws of England and Wales.", "England and Wales"),
        ("It is governed by the laws\nof England and\nWales, and Provider submits to them.", "England and Wales"),
        ("The laws of Texas apply. Any dispute is heard there.", "Texas"),
        ("The laws of that place apply.", None),
    ],
)
def test_a_name_is_read_up_to_its_end(value, text, law):
    assert value(text, reader="words", patterns=("laws of",)) == law


def test_a_quotation_is_read_in_the_sentence_of_its_phrase(value):
    text = "“Ox” is a mark. The name must contain “Lynx”. “Elk” is free."
    assert value(text, reader="quote", patterns=("must contain",)) == "Lynx"
