"""The best term of a row."""

from dataclasses import replace

from app.comparison.matrix import make_matrix
from app.model.profile import DeploymentProfile
from app.model.review import Fact
from app.model.span import Place, Span


def best(matrix, clause):
    """Return the titles of the columns that are best on a clause type, and why."""
    row = next(row for row in matrix.rows if row.clause.id == clause)
    return [matrix.columns[column].title for column in row.best], row.best_why


def marks(matrix, clause):
    row = next(row for row in matrix.rows if row.clause.id == clause)
    return [row.mark(column) for column in range(len(matrix.columns))]


def test_the_highest_position_is_the_best(matrix_of, days):
    matrix = matrix_of(a={"exit": [days(30)]}, b={"exit": [days(90)]})
    assert best(matrix, "exit") == (["b"], "Preferred: 90 days.")
    assert marks(matrix, "exit") == ["", "best"]


def test_on_one_position_the_better_figure_is_the_best(matrix_of, days):
    matrix = matrix_of(a={"exit": [days(30)]}, b={"exit": [days(45)]}, c={"exit": [days(45)]}, d={"exit": [days(10)]})
    titles, why = best(matrix, "exit")
    assert titles == ["b", "c"]
    assert why == "Tie of 2: Fallback: 30 days; notice days 45 days, the most of 3."
    assert marks(matrix, "exit") == ["", "tie", "tie", ""]


def test_a_burden_that_is_not_there_ties_with_the_preferred_position(matrix_of, days):
    matrix = matrix_of(a={}, b={"exit": [days(90)]}, c={"exit": [days(30)]})
    assert best(matrix, "exit") == (["a", "b"], "Tie of 2: Preferred: 90 days, or nothing of the kind stands there.")


def test_what_is_missing_is_never_the_best(matrix_of, money):
    matrix = matrix_of(a={}, b={"cap": [money(1)]})
    assert best(matrix, "cap") == (["b"], "Least bad, at our walk-away all the same: Walk-away: None.")
    assert marks(matrix, "cap") == ["", "least bad"]


def test_missing_everywhere_is_said(matrix_of):
    assert best(matrix_of(a={}, b={}), "cap") == ([], "It is missing everywhere.")


def test_all_at_the_walk_away_and_equal_has_no_best(matrix_of, days):
    matrix = matrix_of(a={"exit": [days(10)]}, b={"exit": [days(10)]})
    assert best(matrix, "exit") == ([], "All stand alike at our walk-away.")


def test_where_all_are_alike_no_cell_is_marked(matrix_of, days):
    matrix = matrix_of(a={"exit": [days(90)]}, b={"exit": [days(90)]})
    assert best(matrix, "exit") == (["a", "b"], "All alike: Preferred: 90 days.")
    assert marks(matrix, "exit") == ["", ""]


def test_one_column_is_compared_with_nothing(matrix_of, days):
    assert best(matrix_of(a={"exit": [days(90)]}), "exit") == (
        [],
        "Nothing to compare: it is judged in one column only.",
    )


def test_a_figure_from_silence_decides_too(matrix_of, days):
    matrix = matrix_of(a={"exit": [days(0, is_silent=True)]}, b={"exit": [days(10)]})
    assert best(matrix, "exit")[0] == ["b"]


def test_sums_in_different_currencies_are_not_held_against_each_other(cap_clause, library, read, stack, money):
    clauses = library(cap_clause)
    dollars, euros = ("-", "-", "We are liable up to USD 500."), ("-", "-", "We are liable up to EUR 400.")
    columns = [
        stack("a", read(clauses, {"cap": [money(500)]}, texts=dollars)),
        stack("b", read(clauses, {"cap": [money(400)]}, texts=euros)),
    ]
    assert best(make_matrix(columns, clauses, DeploymentProfile()), "cap")[0] == ["a", "b"]


def test_the_less_severe_of_one_position_is_the_best(exit_clause, library, read, stack, days):
    clauses = library(exit_clause)
    mutual = Fact("mutual", True, Place(1, Span(0, 2)))
    columns = [
        stack("a", read(clauses, {"exit": [days(10), replace(mutual, value=False)]})),
        stack("b", read(clauses, {"exit": [days(5), mutual]})),
    ]
    assert best(make_matrix(columns, clauses, DeploymentProfile()), "exit")[0] == ["b"]


def test_columns_that_are_not_known_are_named(exit_clause, library, read, stack, days):
    clauses = library(exit_clause)
    columns = [
        stack("a", read(clauses, {"exit": [days(90)]})),
        stack("b", read(clauses, {"exit": [days(30)]})),
        stack("c", read(clauses, {}, language="de")),
    ]
    titles, why = best(make_matrix(columns, clauses, DeploymentProfile()), "exit")
    assert (titles, why) == (["a"], "Preferred: 90 days. Not known of c.")
