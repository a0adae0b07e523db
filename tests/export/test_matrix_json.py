import json

import pytest

from app.export.matrix_json import matrix_json


@pytest.fixture
def record(matrix):
    return json.loads(matrix_json(matrix))


def test_columns_have_rank_fit_and_reasons(matrix, record):
    for column, told in zip(matrix.columns, record["columns"], strict=True):
        assert (told["title"], told["rank"], told["verdict"]) == (column.title, column.rank, column.verdict)
        assert told["fit"]["lost"] == column.fit.lost
        assert told["fit"]["percent"] == pytest.approx(float(column.fit.low * 100), abs=0.01)
    assert record["ranking"] == list(matrix.ranking)


def test_a_cell_has_level_facts_words_and_place(record):
    cell = record["rows"][0]["cells"][0]
    assert (cell["level"], cell["severity"], cell["points"], cell["layer"]) == ("walk-away", "critical", 16, 0)
    fact = next(fact for fact in cell["facts"] if fact["key"] == "cure_days")
    assert (fact["value"], fact["unit"], fact["shown"]) == (0, "days", "0 days (“at once”)")
    assert fact["quote"]["cited"] == "1"
    assert cell["words"][0]["paragraph"] == 1


def test_a_layered_cell_has_what_the_other_layers_say(record):
    cell = record["rows"][0]["cells"][2]
    assert (cell["layer"], cell["level"]) == (1, "walk-away")
    assert [(term["layer"], term["level"]) for term in cell["beside"]] == [(0, "unknown")]
    assert [layer["title"] for layer in record["columns"][2]["layers"]] == ["kite", "heron"]


def test_what_was_not_read_is_there(record):
    assert record["left_out"] == ["lost.pdf: it is encrypted"]
    assert record["columns"][0]["layers"][0]["not_read"] == ["Notcheckedmarker: a picture on page 2."]
    assert record["columns"][0]["layers"][0]["not_covered"] == [{"paragraph": 3, "about": ["duty"]}]


def test_clause_types_that_apply_to_none_stand_apart(record):
    assert record["not_applicable"] == [{"clause": "fees-payment", "title": "Fees"}]


def test_every_hash_that_went_in_is_there(record):
    layer = record["columns"][0]["layers"][0]
    assert (layer["library_sha256"], layer["profile_sha256"]) == ("c" * 64, "d" * 64)
