"""The bundled guidance: it names only what there is, and each piece of it can be called for."""

from itertools import product
from typing import get_args, get_origin, get_type_hints

import pytest

from app.library.loader import load_library
from app.model.clause import Test
from app.model.profile import DeploymentProfile
from app.model.tests import all_pass
from app.paths import data_dir

KINDS = get_type_hints(DeploymentProfile)
ROWS = (
    *(f"P{number}" for number in range(1, 9)),
    *(f"G{number}" for number in range(1, 9)),
    *(f"T{number}" for number in range(1, 8)),
    *(f"I{number}" for number in range(1, 6)),
    *(f"N{number}" for number in range(1, 5)),
    *(f"R{number}" for number in range(1, 11)),
    *(f"A{number:02}" for number in range(1, 14)),
    *("W1", "W2", "X1", "Q18", "M19", "M20", "M21", "C21", "C24"),
    *("L01", "L07", "L19", "L24", "L35", "L36", "L37"),
    *("V08", "V13", "V15", "V16", "V17", "V19", "V20", "V21", "V22", "V23", "V24", "V25", "V26", "V27", "V29"),
)


@pytest.fixture(scope="module")
def library():
    """Give the bundled library."""
    return load_library(data_dir("clause_library"))


@pytest.fixture(scope="module")
def advice(library):
    """Give all that comes with an occasion and names clause types."""
    return (*library.measures, *library.arguments)


@pytest.fixture(scope="module")
def met(library):
    """Give the rows that guidance meets."""
    pieces = (*library.measures, *library.arguments, *library.tables, *library.claims)
    return {row for piece in pieces for row in piece.meets}


def answers(tests, field):
    """Return answers to try for a field of the profile: all it can have, or the figures that are asked for."""
    if field == "multimodal":
        return [("modalities", ("text",)), ("modalities", ("text", "image"))]
    kind = KINDS[field]
    if kind is bool:
        return [(field, True), (field, False)]
    if get_origin(kind) is tuple:
        return [(field, ()), *((field, (answer,)) for answer in get_args(get_args(kind)[0]))]
    if get_args(kind):
        return [(field, answer) for answer in get_args(kind)]
    return [(field, test.operand) for test in tests if test.key == field]


def can_hold(tests):
    """Return whether some profile passes all `tests`."""
    tried = (answers(tests, field) for field in dict.fromkeys(test.key for test in tests))
    return any(all_pass(tests, {}, DeploymentProfile(**dict(chosen))) for chosen in product(*tried))


def test_guidance_names_only_clause_types_that_exist(library, advice):
    known = {clause.id for clause in library.clauses}
    named = [
        (piece.id, clause)
        for piece in advice
        for clause in (*piece.clauses, *(clause for clause, _ in piece.occasion.findings))
    ]
    assert [(piece, clause) for piece, clause in named if clause not in known] == []


def test_each_piece_can_be_called_for_by_some_profile(library, advice):
    assert [piece.id for piece in (*advice, *library.tables) if not can_hold(piece.occasion.tests)] == []


def test_every_way_of_a_table_can_be_ours(library):
    assert [table.id for table in library.tables for tests in table.ours if not can_hold(tests)] == []


def test_no_two_ways_of_a_table_are_ours_at_once(library):
    every = [
        (table.id, tuple(test for tests in table.ours for test in tests)) for table in library.tables if table.ours
    ]
    assert [table for table, tests in every if can_hold(tests)] == []


@pytest.mark.parametrize("row", ROWS)
def test_every_row_that_belongs_to_guidance_is_met(met, row):
    assert row in met


def test_no_two_pieces_have_one_id(library, advice):
    ids = [piece.id for piece in (*advice, *library.tables)]
    assert len(ids) == len(set(ids))


def test_an_impossible_condition_is_noticed():
    assert not can_hold((Test("profile", "paid", "is", True), Test("profile", "paid", "is", False)))


def test_steps_for_an_incident_stand_in_their_order(library):
    steps = [measure.meets[0] for measure in library.measures if measure.purpose == "incident"]
    assert steps == ["I1", "I2", "I3", "I4", "I5"]
