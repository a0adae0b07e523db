import json

import pytest

from app.export.cost_json import cost_json
from app.service.cost import cost_worksheet, example_costs


@pytest.fixture(scope="module")
def record():
    return json.loads(cost_json(cost_worksheet(None)))


def test_a_line_has_its_formula_and_its_range_with_unit(record):
    line = record["self_hosting"][5]
    assert line["key"] == "hosting.total"
    assert line["formula"] == "All machines + All engineers + All fine-tuning + Observability + Safety"
    assert line["amount"] == {
        "low": "22500.00211",
        "high": "39499.99985",
        "currency": "USD",
        "unit": "per month",
        "shown": "USD 22,500 to 39,500 per month",
    }


def test_figures_are_text_so_that_they_stay_exact(record):
    assert record["offers"][2]["lines"][0]["amount"]["low"] == "0.0018"


def test_a_claim_has_its_verdict_and_working(record):
    claim = next(claim for claim in record["claims"] if "Bedrock" in claim["says"] and "requests" in claim["says"])
    assert (claim["verdict"], claim["recomputed"]["low"]) == ("does not follow", "27000")
    assert claim["steps"][-1]["working"] == "USD 900 per day × 30 days per month = USD 27,000 per month"


def test_a_rule_that_the_inputs_do_not_settle_is_null(record):
    assert [reason["demands"] for reason in record["reasons"]] == [False, False, None, None, None, None]


def test_a_load_is_costed_for_every_offer(record):
    assert [cost["name"] for cost in record["volumes"][0]["offers"]] == [offer["name"] for offer in record["offers"]]


def test_what_is_never_reached_is_null(tmp_path):
    path = tmp_path / "ours.toml"
    text = example_costs().read_text("utf-8").replace("_per_replica = 166_667", "_per_replica = 1_000")
    path.write_text(text, encoding="utf-8")
    growing = json.loads(cost_json(cost_worksheet(path)))["offers"][3]["lines"][-1]
    assert (growing["amount"]["low"], growing["amount"]["shown"]) == (None, "never")
