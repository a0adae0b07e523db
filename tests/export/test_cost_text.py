from decimal import Decimal

import pytest

from app.export.cost_phrases import figure_phrase, formula_phrase, quantity_phrase, working_phrase
from app.export.cost_text import cost_text
from app.model.cost_units import (
    NEVER,
    Engineers,
    Money,
    MoneyPerMonth,
    MoneyPerReplicaHour,
    MoneyPerRequest,
    Percent,
    Ratio,
    Replicas,
    RequestsPerDay,
)
from app.service.cost import cost_worksheet, example_costs


@pytest.fixture(scope="module")
def worksheet():
    return cost_worksheet(None)


@pytest.fixture(scope="module")
def text(worksheet):
    return cost_text(worksheet)


def amount(kind, low, high=None):
    low, high = Decimal(low), Decimal(low if high is None else high)
    return kind(low, high, "USD" if kind.is_money else "")


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        (amount(MoneyPerMonth, "22500", "39500"), "USD 22,500 to 39,500 per month"),
        (amount(MoneyPerMonth, "27000.49"), "USD 27,000 per month"),
        (amount(MoneyPerRequest, "0.00135", "0.0015"), "USD 0.00135 to 0.0015 per request"),
        (amount(MoneyPerReplicaHour, "3", "8"), "USD 3.00 to 8.00 per hour per replica"),
        (amount(MoneyPerReplicaHour, "6.849315"), "USD 6.8493 per hour per replica"),
        (amount(Money, "0"), "USD 0"),
        (amount(Replicas, "1"), "1 replica"),
        (amount(Replicas, "1", "2"), "1 to 2 replicas"),
        (amount(Engineers, "0.5"), "0.5 full-time engineers"),
        (amount(Engineers, "1"), "1 full-time engineer"),
        (amount(Percent, "12.5"), "12.5 %"),
        (amount(Ratio, "0.8333", "1"), "0.83 to 1.00 times"),
        (amount(RequestsPerDay, "416666.67", NEVER), "416,667 requests per day at the least, or never"),
        (amount(RequestsPerDay, NEVER), "never"),
    ],
)
def test_a_quantity_is_told_with_its_unit(quantity, phrase):
    assert quantity_phrase(quantity) == phrase


def test_a_figure_of_a_column_keeps_its_currency(worksheet):
    assert figure_phrase(worksheet.total.amount.low, worksheet.total.amount) == "USD 22,500"


def test_a_formula_is_told_in_words(worksheet):
    labels = {line.key: line.label for line in worksheet.lines}
    assert formula_phrase(worksheet.hosting[0], labels) == "Replicas × Price of a replica × Hours in a month"


def test_a_formula_is_told_in_numbers_with_their_units(worksheet):
    amounts = {line.key: line.amount for line in worksheet.lines}
    assert working_phrase(worksheet.offers[2].per_month, amounts) == (
        "USD 900 per day × 30 days per month = USD 27,000 per month"
    )


def test_no_line_is_wider_than_a_hundred_columns(text):
    assert [line for line in text.splitlines() if len(line) > 100] == []


@pytest.mark.parametrize(
    "line",
    [
        "Self-hosting                                           USD 1,000,000,010,500  USD 12,000,000,126,000",
        "                                                        to 1,500,000,021,500   to 18,000,000,258,000",
        "All engineers                          USD 1,000,000,000,000 USD 1,500,000,000,000  per month",
    ],
)
def test_great_figures_stand_apart(tmp_path, line):
    path = tmp_path / "great.toml"
    example = example_costs().read_text("utf-8")
    path.write_text(example.replace("[144_000, 216_000]", "[12e12, 18e12]"), encoding="utf-8")
    assert line in cost_text(cost_worksheet(path)).splitlines()


@pytest.mark.parametrize(
    "words",
    [
        "Self-hosting                                            USD 22,500 to 39,500  USD 270,000 to 474,000",
        "DOES NOT FOLLOW: A project of 10 to 30 training runs",
        "Given: USD 5,000 to 50,000. Recomputed: USD 5,000 to 300,000.",
        "1,000,000 requests per day      USD 22,500 to 39,500    USD 30,500 to 54,500    USD 40,500 to 45,000",
        "Break-even with replicas that grow with the load: 416,667 to 1,194,444 requests per day",
        "  not stated: Answers must come in less than 200 milliseconds (GenAI licensing hub guide, line 97)",
        "A month is 730 hours for machines and 30 days for requests",
        "Llama 3.3 70B, Amazon Bedrock (GenAI licensing hub guide, lines 77 and 105, as of 2026-01-31)",
    ],
)
def test_the_worksheet_says(text, words):
    assert words in text


def test_every_figure_of_the_worksheet_has_a_unit(worksheet):
    assert all(line.amount.unit for line in worksheet.lines)
