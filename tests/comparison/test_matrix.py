"""Cells of a matrix: levels, words, layers, and what is not known."""

from dataclasses import replace

import pytest

from app.comparison.matrix import make_matrix
from app.model.clause import Condition, Test
from app.model.document import Page, Parties
from app.model.profile import DeploymentProfile
from app.model.review import Fact
from app.model.span import Place, Span


def levels(matrix):
    """Return by clause type the levels of its cells."""
    return {row.clause.id: [cell.term.level for cell in row.cells] for row in matrix.rows}


def test_every_document_has_a_cell_in_every_row(matrix_of, days, money):
    matrix = matrix_of(a={"exit": [days(90)], "cap": [money(500)]}, b={"exit": [days(10)]})
    assert levels(matrix) == {"exit": ["preferred", "walk-away"], "cap": ["fallback", "missing"]}


def test_rows_stand_in_the_order_of_their_groups(exit_clause, cap_clause, library, read, stack):
    clauses = library(replace(exit_clause, group="F"), replace(cap_clause, group="B"))
    matrix = make_matrix([stack("a", read(clauses, {}))], clauses, DeploymentProfile())
    assert [row.clause.id for row in matrix.rows] == ["cap", "exit"]


def test_a_row_that_applies_to_no_document_stands_apart(exit_clause, cap_clause, library, read, stack):
    elsewhere = replace(cap_clause, applies=Condition(("order-form",), (), "Not here."))
    clauses = library(exit_clause, elsewhere)
    matrix = make_matrix([stack("a", read(clauses, {}))], clauses, DeploymentProfile())
    assert ([row.clause.id for row in matrix.rows], [row.clause.id for row in matrix.apart]) == (["exit"], ["cap"])


def test_a_term_quotes_the_words_that_decided_with_their_place(matrix_of, days):
    (row, _) = matrix_of(a={"exit": [days(90)]}).rows
    (quotation,) = row.cells[0].term.words
    assert (quotation.cited, quotation.words) == ("2.", "We may end this at any time on 10 days' notice.")
    assert quotation.place == Place(1, Span(33, 40))


def test_words_for_which_a_term_is_no_better_stand_before_those_that_decided(exit_clause, library, read, stack, days):
    preferred, *others = exit_clause.positions
    both_sides = Test("fact", "mutual", "is", operand=True)
    better = replace(preferred, tests=(*preferred.tests, both_sides))
    clauses = library(replace(exit_clause, positions=(better, *others)))
    said = {"exit": [days(90), Fact("mutual", False, Place(0, Span(0, 3)))]}
    matrix = make_matrix([stack("a", read(clauses, said))], clauses, DeploymentProfile())
    term = matrix.rows[0].cells[0].term
    assert (term.level, [each.cited for each in term.words]) == ("fallback", ["1.", "2."])


def test_nothing_is_quoted_where_nothing_stands(matrix_of):
    assert [row.cells[0].term.words for row in matrix_of(a={}).rows] == [(), ()]


class TestWhatIsNotRead:
    def test_silence_of_a_document_in_another_language_is_unknown(self, exit_clause, cap_clause, library, read, stack):
        clauses = library(exit_clause, cap_clause)
        matrix = make_matrix([stack("a", read(clauses, {}, language="de"))], clauses, DeploymentProfile())
        assert levels(matrix) == {"exit": ["unknown"], "cap": ["unknown"]}
        assert "is not in English" in matrix.rows[0].cells[0].term.why

    def test_silence_of_a_document_with_unread_pages_is_unknown(self, exit_clause, cap_clause, library, read, stack):
        clauses = library(exit_clause, cap_clause)
        pages = (Page(1, 1, 1, "text"), Page(2, 1, 1, "none"), Page(3, 1, 1, "none"))
        matrix = make_matrix([stack("a", read(clauses, {}, page_list=pages))], clauses, DeploymentProfile())
        assert levels(matrix) == {"exit": ["unknown"], "cap": ["unknown"]}
        assert matrix.rows[0].cells[0].term.why.endswith("these pages could not be read: 2–3.")

    def test_what_was_found_in_such_a_document_is_judged(self, exit_clause, library, read, stack, days):
        clauses = library(exit_clause)
        matrix = make_matrix(
            [stack("a", read(clauses, {"exit": [days(90)]}, language="de"))], clauses, DeploymentProfile()
        )
        assert levels(matrix) == {"exit": ["preferred"]}

    @pytest.mark.parametrize(
        ("kinds", "level"),
        [(("terms-of-service", "data-processing"), "unknown"), (("terms-of-service",), "missing")],
    )
    def test_silence_is_unknown_where_a_document_that_would_deal_with_it_is_not_attached(
        self, cap_clause, library, read, stack, kinds, level
    ):
        clauses = library(replace(cap_clause, applies=Condition(kinds, (), "Not here.")))
        absent = {"data-processing": "the DPA is not attached"}
        matrix = make_matrix([stack("a", read(clauses, {}), absent=absent)], clauses, DeploymentProfile())
        assert levels(matrix) == {"cap": [level]}

    def test_a_policy_that_links_to_itself_lacks_nothing(self, exit_clause, library, read, stack):
        clauses = library(replace(exit_clause, applies=Condition(("use-policy",), (), "Not here.")))
        review = read(clauses, {}, kind="use-policy")
        column = stack("a", review, absent={"use-policy": "the policy is not attached"})
        assert levels(make_matrix([column], clauses, DeploymentProfile())) == {"exit": ["preferred"]}

    def test_silence_is_unknown_where_a_layer_could_not_be_read(self, exit_clause, library, read, stack):
        clauses = library(exit_clause)
        matrix = make_matrix([stack("a", read(clauses, {}), lost=("b.pdf",))], clauses, DeploymentProfile())
        assert levels(matrix) == {"exit": ["unknown"]}
        assert matrix.columns[0].lost_layers == ("b.pdf",)


class TestLayers:
    def test_a_burden_binds_from_whichever_layer_it_stands_in(self, exit_clause, library, read, stack, days):
        clauses = library(exit_clause)
        column = stack(
            "a", read(clauses, {"exit": [days(90)]}, name="terms"), read(clauses, {"exit": [days(10)]}, name="licence")
        )
        cell = make_matrix([column], clauses, DeploymentProfile()).rows[0].cells[0]
        assert (cell.term.layer, cell.term.level) == (1, "walk-away")
        assert [(term.layer, term.level) for term in cell.beside] == [(0, "preferred")]

    def test_a_gap_that_another_layer_of_the_same_party_fills_costs_nothing(
        self, cap_clause, library, read, stack, money
    ):
        clauses = library(cap_clause)
        column = stack("a", read(clauses, {}, name="order"), read(clauses, {"cap": [money(5000)]}, name="terms"))
        cell = make_matrix([column], clauses, DeploymentProfile()).rows[0].cells[0]
        assert (cell.term.layer, cell.term.level, cell.points) == (1, "preferred", 0)
        assert cell.beside[0].standing == "covered"

    def test_a_gap_that_another_party_fills_stays(self, cap_clause, library, read, stack, money):
        clauses = library(cap_clause)
        column = stack(
            "a",
            read(clauses, {"cap": [money(5000)]}, name="terms"),
            read(clauses, {}, name="licence", parties=Parties(vendor=("Acme",))),
        )
        cell = make_matrix([column], clauses, DeploymentProfile()).rows[0].cells[0]
        assert (cell.term.layer, cell.term.level) == (1, "missing")
        assert cell.beside[0].level == "preferred"

    def test_words_over_which_another_layer_prevails_do_not_count(self, cap_clause, library, read, stack, money):
        clauses = library(cap_clause)
        column = stack(
            "a",
            read(clauses, {"cap": [money(5000)]}, name="order"),
            read(clauses, {"cap": [money(1)]}, name="terms"),
        )
        cell = make_matrix([column], clauses, DeploymentProfile()).rows[0].cells[0]
        assert (cell.term.layer, cell.term.level) == (0, "preferred")
        assert cell.beside[0].standing == "overridden"

    def test_a_layer_that_is_not_known_makes_the_cell_unknown_where_no_other_costs_anything(
        self, exit_clause, library, read, stack, days
    ):
        clauses = library(exit_clause)
        column = stack(
            "a", read(clauses, {"exit": [days(90)]}, name="terms"), read(clauses, {}, name="licence", language="de")
        )
        cell = make_matrix([column], clauses, DeploymentProfile()).rows[0].cells[0]
        assert (cell.term.layer, cell.term.level, cell.points) == (1, "unknown", None)

    def test_a_layer_that_costs_is_not_hidden_by_one_that_is_not_known(self, exit_clause, library, read, stack, days):
        clauses = library(exit_clause)
        column = stack(
            "a", read(clauses, {"exit": [days(10)]}, name="terms"), read(clauses, {}, name="licence", language="de")
        )
        assert make_matrix([column], clauses, DeploymentProfile()).rows[0].cells[0].term.level == "walk-away"
