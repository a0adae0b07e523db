"""Who ranks where, and why."""

from dataclasses import replace
from fractions import Fraction

from app.comparison.matrix import make_matrix
from app.model.profile import DeploymentProfile


def ranks(matrix):
    return {column.title: column.rank for column in matrix.columns}


def test_points_are_by_severity_and_half_of_them_on_a_fallback(matrix_of, days, money):
    matrix = matrix_of(a={"exit": [days(10)], "cap": [money(500)]}, b={})
    assert [[cell.points for cell in row.cells] for row in matrix.rows] == [[8, 0], [2, 8]]


def test_a_row_weighs_what_its_worst_cell_can_lose(matrix_of, days):
    assert [row.weight for row in matrix_of(a={"exit": [days(10)]}).rows] == [8, 8]


def test_the_fit_is_the_share_of_weight_that_is_kept(matrix_of, days, money):
    (column,) = matrix_of(a={"exit": [days(10)], "cap": [money(500)]}).columns
    assert (column.fit.lost, column.fit.judged, column.fit.low, column.fit.high) == (
        10,
        16,
        Fraction(3, 8),
        Fraction(3, 8),
    )


def test_the_better_fit_ranks_first(matrix_of, days, money):
    matrix = matrix_of(a={"exit": [days(10)]}, b={"exit": [days(90)], "cap": [money(5000)]})
    assert ranks(matrix) == {"a": 2, "b": 1}
    assert matrix.ranking == (1, 0)


def test_equal_fits_share_a_rank_and_say_so(matrix_of, days):
    matrix = matrix_of(a={"exit": [days(10)]}, b={"exit": [days(90)]}, c={"exit": [days(90)]})
    assert ranks(matrix) == {"a": 3, "b": 1, "c": 1}
    assert matrix.columns[1].ties == (2,)
    assert "Tied with c." in matrix.columns[1].verdict


def test_a_rank_names_the_rows_that_put_it_ahead_and_those_that_cost_it(matrix_of, days, money):
    matrix = matrix_of(a={"exit": [days(90)], "cap": [money(500)]}, b={"exit": [days(10)], "cap": [money(5000)]})
    first = matrix.columns[0]
    assert [(each.clause, each.points, each.of_next) for each in first.ahead] == [("exit", 0, 8)]
    assert [(each.clause, each.points, each.of_next) for each in first.behind] == [("cap", 2, 0)]
    assert [(each.clause, each.points) for each in first.costs] == [("cap", 2)]
    assert "Ahead of b by Exit (0 against 8)." in first.verdict


def test_what_is_not_known_counts_as_lost_and_is_said(exit_clause, cap_clause, library, read, stack, days, money):
    clauses = library(exit_clause, replace(cap_clause, title="Cap"))
    columns = [
        stack("half", read(clauses, {"cap": [money(5000)]}, language="de")),
        stack("whole", read(clauses, {"exit": [days(30)], "cap": [money(5000)]})),
    ]
    matrix = make_matrix(columns, clauses, DeploymentProfile())
    half = matrix.columns[0]
    assert ranks(matrix) == {"half": 2, "whole": 1}
    assert (half.fit.low, half.fit.high, half.fit.unknown_rows) == (Fraction(1, 2), Fraction(1), 1)
    assert "1 row is not known (8 points): 100.0 % if they are as we want." in half.verdict
    assert "Not certain: half may come before it once all is read." in matrix.columns[1].verdict
    assert [(each.title, each.points, each.is_known) for each in half.costs] == [("Exit", 8, False)]


def test_what_is_kept_by_silence_is_said(matrix_of, money):
    (column,) = matrix_of(a={"cap": [money(5000)]}).columns
    assert column.fit.silent == 8
    assert "Of the points kept 8 rest on silence" in column.verdict


def test_documents_of_several_kinds_get_a_remark(exit_clause, library, read, stack):
    clauses = library(exit_clause)
    columns = [stack("a", read(clauses, {})), stack("b", read(clauses, {}, kind="model-licence"))]
    (remark,) = make_matrix(columns, clauses, DeploymentProfile()).remarks
    assert "terms-of-service: a; model-licence: b" in remark


def test_documents_of_one_kind_get_none(matrix_of):
    assert matrix_of(a={}, b={}).remarks == ()


def test_the_same_reviews_make_the_same_matrix(matrix_of, days):
    said = {"a": {"exit": [days(10)]}, "b": {}}
    assert matrix_of(**said) == matrix_of(**said)
