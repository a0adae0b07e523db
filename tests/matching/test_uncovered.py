import pytest

from app.matching.matcher import read_clauses


@pytest.fixture
def uncovered(library, document, clause):
    """Return (paragraph, about, words) of what a library of one clause type ("may end") leaves unexplained."""

    def find(*paragraphs, inherits=False):
        made = document(*paragraphs)
        found = read_clauses(made, library(clause(["may end"], inherits=inherits))).uncovered
        texts = [paragraph.text for paragraph in made.paragraphs]
        return [
            (each.paragraph, each.about, [texts[each.paragraph][s.start : s.end] for s in each.evidence])
            for each in found
        ]

    return find


MATTERS = {
    "duty": "The tenant shall keep the garden tidy.",
    "money": "A late arrival will cost an additional fee.",
    "termination": "The club can cancel a booking without giving reasons.",
    "liability": "Guests are liable for whatever breaks.",
    "rights": "The owner reserves the right to enter.",
    "data": "We may share personal data with the police.",
}


@pytest.mark.parametrize(("matter", "text"), MATTERS.items(), ids=MATTERS)
def test_an_operative_paragraph_that_no_clause_type_explains_is_listed_with_its_words(uncovered, matter, text):
    found = uncovered("We may end this deal.", text)
    assert [each[0] for each in found] == [1]
    assert matter in found[0][1]
    assert found[0][2]


OTHERS = {
    "description": "The lake lies north of the old town.",
    "definition": "“Garden” means what the tenant shall keep tidy.",
    "definition of two": "“Garden” or “Park” means what the tenant shall keep tidy.",
    "recital": "WHEREAS the tenant shall keep the garden tidy;",
    "short": "Tenants shall pay.",
    "heading": ("What the tenant must pay to us", {"kind": "heading"}),
    "running head": ("The tenant must pay fees to us", {"story": "header"}),
}


@pytest.mark.parametrize("paragraph", OTHERS.values(), ids=OTHERS)
def test_what_states_no_rule_is_not_listed(uncovered, paragraph):
    assert uncovered(paragraph) == []


def test_a_letter_that_is_longer_when_small_moves_no_words(uncovered):
    assert uncovered("The tenant of \u0130zmir shall PAY.")[0][2] == ["shall", "PAY"]


def test_a_paragraph_that_carries_a_clause_type_is_not_listed(uncovered):
    assert uncovered("We may end this deal and you shall pay all fees.") == []


def test_an_item_is_operative_by_its_lead_in(uncovered):
    found = uncovered("The tenant shall:", ("pay the rent in advance;", {"parent": 0}))
    assert [each[0] for each in found] == [1]


def test_an_item_of_a_lead_in_that_carries_a_type_goes_with_it(uncovered):
    assert uncovered("We may end this deal after:", ("a failure to pay the rent;", {"parent": 0})) == []


def test_a_rule_of_its_own_in_such_an_item_is_listed(uncovered):
    found = uncovered("We may end it after:", ("arrears, for which the tenant shall pay interest.", {"parent": 0}))
    assert [each[0] for each in found] == [1]


def test_a_lead_in_goes_with_items_that_are_all_covered(uncovered):
    items = (("we may end this deal;", {"parent": 0}), ("we may end that deal.", {"parent": 0}))
    assert uncovered("If the tenant owes us fees, then:", *items) == []
