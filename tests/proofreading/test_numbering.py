import pytest

from app.proofreading.numbering import find_numbering_flaws


@pytest.fixture
def told(document):
    """Return the messages for typed labels, one paragraph each; a pair is a label and its text."""

    def messages(*labels):
        paragraphs = []
        for given in labels:
            label, text = given if isinstance(given, tuple) else (given, "The buyer shall pay.")
            paragraphs.append((text, {"label": label, "typed": bool(label)}))
        return [flaw.message for flaw in find_numbering_flaws(document(*paragraphs))]

    return messages


@pytest.mark.parametrize(
    ("labels", "jump"),
    [
        (("1", "2", "4"), "from 2 to 4"),
        (("1", "2", "2(a)", "2(b)", "2(d)", "3"), "from 2(b) to 2(d)"),
        (("7.1", "7.3"), "from 7.1 to 7.3"),
        (("Article I", "Article II", "Article IV"), "from Article II to Article IV"),
        (("(i)", "(ii)", "(iv)"), "from (ii) to (iv)"),
    ],
)
def test_a_number_left_out_is_told(told, labels, jump):
    assert told(*labels) == [f"The numbering goes {jump}."]


def test_a_number_that_stands_twice_is_told(told):
    assert told("1", "2", "3", "3", "4") == ["The number 3 stands twice in a row."]


@pytest.mark.parametrize(
    "labels",
    [
        ("1", "2", "3"),
        ("1", "1(a)", "1(b)", "2", "2(a)", "2(b)", "3"),
        ("(h)", "(i)", "(j)"),
        ("1", "2", "3", "1", "2"),
        ("y", "z", "aa", "bb"),
        ("1", "", "", "2"),
        ("1", "5"),
        ("12", "19"),
        ("1(a)", "1(c)"),
    ],
)
def test_lists_in_order_or_too_short_to_judge_are_passed_by(told, labels):
    assert told(*labels) == []


def test_a_number_that_stands_in_the_words_between_is_not_missing(told):
    assert told("1", ("2", "The buyer shall pay. 3. The seller shall deliver."), "4") == []


def test_numbers_that_the_format_prints_are_not_judged(document):
    labels = [("The buyer shall pay.", {"label": label}) for label in ("1", "2", "4")]
    assert list(find_numbering_flaws(document(*labels))) == []


def test_initials_are_no_numbers(told):
    assert told(("B", "one two"), ("C", "Smith"), ("C", "Smith")) == []
