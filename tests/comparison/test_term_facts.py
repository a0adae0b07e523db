"""Facts on one scale."""

from dataclasses import replace

import pytest

from app.comparison.currencies import currency_of
from app.comparison.matrix import make_matrix
from app.model.clause import FactSpec
from app.model.profile import DeploymentProfile
from app.model.review import Fact
from app.model.span import Place, Span


def facts(matrix, clause="exit"):
    """Return by key the facts of the first column, as shown."""
    row = next(row for row in matrix.rows if row.clause.id == clause)
    return {fact.key: fact.shown for fact in row.cells[0].term.facts}


def test_a_row_shows_the_facts_that_one_of_its_columns_has_from_words(matrix_of, days):
    matrix = matrix_of(a={"exit": [days(0, is_silent=True)]}, b={"exit": [days(30)]})
    row = matrix.rows[0]
    assert [(head.key, head.name, head.unit) for head in row.heads] == [("notice_days", "notice days", "days")]
    assert [cell.term.facts[0].shown for cell in row.cells] == ["0 days (silent)", "30 days"]


def test_facts_that_no_column_has_from_words_are_left_out(matrix_of, days):
    assert matrix_of(a={"exit": [days(0, is_silent=True)]}).rows[0].heads == ()


def test_a_fact_that_is_not_read_is_not_stated(matrix_of, days):
    matrix = matrix_of(a={"exit": []}, b={"exit": [days(30)]})
    fact = matrix.rows[0].cells[0].term.facts[0]
    assert (fact.value, fact.shown, fact.is_silent) == (None, "not stated", False)


def test_a_fact_quotes_its_words_and_where_they_stand(matrix_of, days):
    quote = matrix_of(a={"exit": [days(30)]}).rows[0].cells[0].term.facts[0].quote
    assert (quote.cited, quote.words) == ("2.", "We may end this at any time on 10 days' notice.")


def test_a_figure_of_none_shows_the_words_that_stand_for_it(exit_clause, library, read, stack):
    clauses = library(exit_clause)
    texts = ("-", "We may end this on reasonable notice.", "-")
    said = {"exit": [Fact("notice_days", 0, Place(1, Span(19, 36)))]}
    matrix = make_matrix([stack("a", read(clauses, said, texts=texts))], clauses, DeploymentProfile())
    assert facts(matrix) == {"notice_days": "0 days (“reasonable notice”)"}


def test_money_has_the_currency_of_its_words(matrix_of, money):
    matrix = matrix_of(a={"cap": [money(1500)]})
    fact = matrix.rows[1].cells[0].term.facts[0]
    assert (fact.shown, fact.currency) == ("USD 1,500", "USD")


@pytest.mark.parametrize(
    ("reader", "value", "shown"),
    [
        ("flag", True, "yes"),
        ("flag", False, "no"),
        ("choice", "customer", "customer"),
        ("term", 1, "1 month"),
        ("multiple", 12, "12 months of fees"),
        ("multiple", 1, "1 month of fees"),
        ("percent", 99.9, "99.9 %"),
        ("frequency", 2, "2 a year"),
        ("count", 700_000_000, "700,000,000"),
        ("date", "2026-03-31", "2026-03-31"),
    ],
)
def test_values_are_shown_with_their_unit(exit_clause, library, read, stack, reader, value, shown):
    unit = "months" if reader == "term" else "days"
    clauses = library(
        replace(exit_clause, facts=(FactSpec("some_key", reader, unit=unit),), positions=exit_clause.positions[2:])
    )
    said = {"exit": [Fact("some_key", value, Place(1, Span(0, 2)))]}
    matrix = make_matrix([stack("a", read(clauses, said))], clauses, DeploymentProfile())
    assert facts(matrix) == {"some_key": shown}


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("US$100", "USD"),
        ("U.S. dollars 100", "USD"),
        ("100 United States dollars", "USD"),
        ("$100", "$"),
        ("one hundred dollars ($100)", "$"),
        ("CA$ 100", "CAD"),
        ("A$100", "AUD"),
        ("€ 100", "EUR"),
        ("100 euros", "EUR"),
        ("£100", "GBP"),
        ("CHF 100", "CHF"),
        ("100 SEK", "SEK"),
        ("700 million", ""),
    ],
)
def test_a_currency_is_told_by_its_sign_its_code_or_its_name(words, currency):
    assert currency_of(words) == currency
