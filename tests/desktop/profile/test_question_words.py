import pytest
from PySide6.QtCore import QLocale

from app.desktop.profile.question_words import answer_word, number_word, plain_number
from app.model.profile import GroupCompany
from app.model.questions import QUESTIONS


@pytest.fixture
def german():
    """The window in German."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(("number", "words"), [(50_000_000, "50,000,000"), (12.5, "12.5"), (0, "0")])
def test_a_number_is_shown_with_separators(number, words):
    assert number_word(number) == words


@pytest.mark.usefixtures("german")
def test_a_number_is_shown_as_the_language_has_it():
    assert number_word(50_000_000) == "50.000.000"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("typed", "plain"), [("50.000.000", "50000000"), ("12,5", "12.5"), ("1.200,5", "1200.5")])
def test_a_number_may_be_typed_as_the_language_has_it(typed, plain):
    assert plain_number(typed) == plain


@pytest.mark.usefixtures("german")
def test_a_point_before_fewer_than_three_digits_separates_no_thousands():
    assert plain_number("12.5") == "12.5"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("paid", True, "yes"),
        ("modalities", ("text", "image"), "text, pictures"),
        ("residency", (), "none"),
        ("model", "", "nothing"),
        ("hosting", "saas", "inside a vendor's software"),
        ("yearly_budget", 12000, "12,000"),
        ("group", (GroupCompany("Heron"), GroupCompany("Tern")), "Heron, Tern"),
        ("group", (), "none"),
    ],
)
def test_an_answer_is_called_as_the_form_calls_it(field, value, words):
    question = next(question for question in QUESTIONS if question.field == field)
    assert answer_word(question, value) == words
