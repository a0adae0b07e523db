"""How findings of one document stand to the other documents of a matter."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.evaluation.layers import standings
from app.model.clause import FactSpec, Position
from app.model.document import Anchor, Document, Paragraph, Parties, Party
from app.model.library import ClauseLibrary
from app.model.matter import HeldDocument, Standing
from app.model.profile import DeploymentProfile
from app.model.review import ClauseReading, Fact, Finding, Match, Receipt, Review, Verdict
from app.model.span import Place, Span

BEST = Position("preferred", "Liability of both capped")
SECOND = Position("fallback", "Our liability capped")
WORST = Position("walk-away", "No cap")
SEVERITIES = {"walk-away": "high", "missing": "high", "fallback": "medium"}
NORTHWIND, ACME = Parties(vendor=("Northwind",)), Parties(vendor=("Acme",))


@pytest.fixture
def make_finding(clause):
    """Make a finding on a level; where it is carried, it stands in the first paragraph."""

    def make(level, *, id="cap", nature="protection", pack="", facts=()):  # noqa: A002 - the field's name
        specs = [FactSpec(fact.key, "duration") for fact in facts]
        kind = clause(["cap"], id=id, nature=nature, pack=pack, facts=specs, positions=(BEST, SECOND, WORST))
        matches = () if level in ("missing", "absent", "not-applicable") else (Match(id, 0, 1.0, (), (Span(0, 3),)),)
        held = next((position for position in kind.positions if position.level == level), BEST)
        return Finding(
            clause=kind,
            level="preferred" if level == "absent" else level,
            severity=SEVERITIES.get(level, "none"),
            reading=ClauseReading(id, matches, tuple(facts), ()),
            verdicts=(Verdict(held, ()),) if matches else (),
            target=None,
            why="Because.",
        )

    return make


def held(number, title, *findings, kind="terms-of-service", parties=NORTHWIND):
    paragraph = Paragraph(0, "Liability is capped.", Anchor("", 0), label=f"{number}.1")
    document = Document(Path(f"file{number}.docx"), b"", "0", "docx", title, (paragraph,), parties=parties)
    receipt = Receipt("0", "1", "0", "0", "counterdraft")
    library = ClauseLibrary("1", "0", tuple(finding.clause for finding in findings))
    return HeldDocument(number, Review(document, kind, DeploymentProfile(), library, findings, (), (), (), receipt))


def days(number, *, stated=True):
    return Fact("cure_days", number, Place(0, Span(0, 3)) if stated else None)


def test_a_gap_that_another_document_fills_is_covered(make_finding):
    found = standings((held(1, "Order form", make_finding("preferred")), held(2, "Terms", make_finding("missing"))))
    assert found == {(2, "cap"): Standing("covered", 1, 0, "Covered by Order form (1.1): Liability of both capped.")}


def test_a_document_that_comes_later_fills_a_gap_too(make_finding):
    found = standings((held(1, "Order form", make_finding("missing")), held(2, "Terms", make_finding("preferred"))))
    assert found[1, "cap"].kind == "covered"


def test_a_gap_that_is_filled_on_a_fallback_says_so(make_finding):
    found = standings((held(1, "Order form", make_finding("fallback")), held(2, "Terms", make_finding("missing"))))
    assert found[2, "cap"].why == "Covered, on a fallback, by Order form (1.1): Our liability capped."


def test_words_that_we_do_not_accept_fill_no_gap(make_finding):
    documents = (held(1, "Order form", make_finding("walk-away")), held(2, "Terms", make_finding("missing")))
    assert standings(documents) == {}


def test_a_gap_is_not_filled_by_a_document_over_which_bad_words_prevail(make_finding):
    found = standings(
        (
            held(1, "Order form", make_finding("walk-away")),
            held(2, "Terms", make_finding("preferred")),
            held(3, "More terms", make_finding("missing")),
        )
    )
    assert (3, "cap") not in found


def test_of_two_documents_that_give_a_protection_the_first_holds(make_finding):
    found = standings((held(1, "Order form", make_finding("preferred")), held(2, "Terms", make_finding("walk-away"))))
    assert found == {
        (1, "cap"): Standing("holds", 2, 0, "It prevails over Terms (2.1)."),
        (2, "cap"): Standing("overridden", 1, 0, "Order form (1.1) prevails."),
    }


def test_a_burden_of_a_lower_document_still_shows(make_finding):
    found = standings(
        (
            held(1, "Order form", make_finding("preferred", nature="burden")),
            held(2, "Terms", make_finding("walk-away", nature="burden")),
        )
    )
    assert {key: (each.kind, each.document) for key, each in found.items()} == {
        (1, "cap"): ("also", 2),
        (2, "cap"): ("also", 1),
    }


def test_a_burden_that_both_put_as_we_want_it_is_not_worth_a_word(make_finding):
    documents = [held(n, f"Terms {n}", make_finding("preferred", nature="burden")) for n in (1, 2)]
    assert standings(documents) == {}


def test_a_document_without_the_burden_says_nothing_of_it(make_finding):
    documents = (
        held(1, "Order form", make_finding("absent", nature="burden")),
        held(2, "Terms", make_finding("walk-away", nature="burden")),
    )
    assert standings(documents) == {}


def test_figures_that_differ_are_said_with_both_values(make_finding):
    found = standings(
        (
            held(1, "Order form", make_finding("preferred", nature="burden", facts=(days(30),))),
            held(2, "Terms", make_finding("walk-away", nature="burden", facts=(days(10),))),
        )
    )
    assert found[2, "cap"].why == (
        "Also in Order form (1.1): cure days 30 there, 10 here; where the two conflict, Order form prevails."
    )


def test_a_figure_on_which_one_is_silent_is_not_stated_there(make_finding):
    found = standings(
        (
            held(1, "Order form", make_finding("preferred", facts=(days(30),))),
            held(2, "Terms", make_finding("walk-away", facts=(days(0, stated=False),))),
        )
    )
    assert found[1, "cap"].why == "It prevails over Terms (2.1): cure days not stated there, 30 here."


def test_figures_that_agree_are_not_said(make_finding):
    documents = [held(n, f"Terms {n}", make_finding("preferred", facts=(days(30),))) for n in (1, 2)]
    assert standings(documents)[2, "cap"].why == "Terms 1 (1.1) prevails."


def test_a_protection_of_another_party_fills_no_gap_and_that_is_said(make_finding):
    found = standings(
        (
            held(1, "Cloud terms", make_finding("preferred"), parties=ACME),
            held(2, "Model licence", make_finding("missing"), kind="model-licence"),
        )
    )
    why = "Given by Acme in Cloud terms (1.1), who is another party: it does not bind Northwind."
    assert found == {(2, "cap"): Standing("also", 1, 0, why)}


def test_documents_of_different_parties_prevail_over_one_another_in_nothing(make_finding):
    documents = (
        held(1, "Cloud terms", make_finding("preferred"), parties=ACME),
        held(2, "Model licence", make_finding("walk-away"), kind="model-licence"),
    )
    assert standings(documents) == {}


def test_burdens_of_different_parties_both_bind(make_finding):
    found = standings(
        (
            held(1, "Cloud terms", make_finding("walk-away", nature="burden"), parties=ACME),
            held(2, "Model licence", make_finding("walk-away", nature="burden"), kind="model-licence"),
        )
    )
    assert found[2, "cap"].why == "Also in Cloud terms (1.1); it is of another party, so both bind."


@pytest.mark.parametrize(
    "name", ["Northwind Ltd.", "NORTHWIND, INC.", "The Northwind Company", "Northwind Ireland Limited"]
)
def test_a_party_is_known_under_its_longer_name(make_finding, name):
    full = Parties(named=(Party(name, ("Provider",), "vendor"),))
    found = standings(
        (
            held(1, "Order form", make_finding("preferred"), parties=full),
            held(2, "Terms", make_finding("missing")),
        )
    )
    assert found[2, "cap"].kind == "covered"


@pytest.mark.parametrize("name", ["Northwind2", "Southwind Ltd.", "North Ltd."])
def test_another_name_is_another_party(make_finding, name):
    documents = (
        held(1, "Order form", make_finding("preferred"), parties=Parties(vendor=(name,))),
        held(2, "Terms", make_finding("missing")),
    )
    assert standings(documents)[2, "cap"].kind == "also"


def test_terms_that_name_nobody_are_taken_for_the_same_providers_and_that_is_said(make_finding):
    found = standings(
        (
            held(1, "Order form", make_finding("preferred"), parties=Parties(vendor=("we", "Provider"))),
            held(2, "Terms", make_finding("missing")),
        )
    )
    assert found[2, "cap"].kind == "covered"
    assert found[2, "cap"].why.endswith("Order form names no party and is taken for the same one's.")


def test_a_licence_that_names_nobody_is_not_taken_for_the_providers(make_finding):
    documents = (
        held(1, "Terms", make_finding("preferred")),
        held(2, "Licence", make_finding("missing"), kind="model-licence", parties=Parties(vendor=("Licensor",))),
    )
    assert standings(documents)[2, "cap"].why.endswith("it does not bind the other side of Licence.")


def test_an_annex_fills_gaps_in_what_it_is_about(make_finding):
    found = standings(
        (
            held(1, "Processing", make_finding("preferred", pack="data-protection"), kind="data-processing"),
            held(2, "Terms", make_finding("missing", pack="data-protection")),
        )
    )
    assert found[2, "cap"].kind == "covered"


def test_an_annex_fills_no_gap_of_the_whole_contract_and_that_is_said(make_finding):
    found = standings(
        (
            held(1, "Processing", make_finding("preferred", pack="general-commercial"), kind="data-processing"),
            held(2, "Terms", make_finding("missing", pack="general-commercial")),
        )
    )
    why = "Given by Processing (1.1), but for what that document is about alone."
    assert found == {(2, "cap"): Standing("also", 1, 0, why)}


def test_an_annex_and_its_contract_each_keep_what_they_say_on_the_whole_contract(make_finding):
    documents = (
        held(1, "Processing", make_finding("preferred", pack="general-commercial"), kind="data-processing"),
        held(2, "Terms", make_finding("walk-away", pack="general-commercial")),
    )
    assert standings(documents) == {}


def test_a_document_that_lets_linked_documents_prevail_is_told(make_finding):
    linked = replace(
        make_finding("walk-away", id="order-of-precedence"),
        reading=ClauseReading(
            "order-of-precedence",
            (Match("order-of-precedence", 0, 1.0, (), ()),),
            (Fact("linked_prevail", value=True, place=Place(0, Span(0, 3))),),
            (),
        ),
    )
    found = standings(
        (held(1, "Order form", make_finding("preferred"), linked), held(2, "Terms", make_finding("walk-away")))
    )
    assert found[2, "cap"].why == (
        "Order form (1.1) prevails. But Order form (1.1) lets documents that it links to prevail: check the order."
    )


def test_documents_of_one_title_are_told_apart_by_their_files(make_finding):
    found = standings((held(1, "Terms", make_finding("preferred")), held(2, "Terms", make_finding("missing"))))
    assert found[2, "cap"].why == "Covered by file1.docx (1.1): Liability of both capped."


def test_one_document_alone_stands_to_nothing(make_finding):
    assert standings((held(1, "Terms", make_finding("walk-away")),)) == {}


def test_the_order_of_precedence_decides_which_document_holds(make_finding):
    first, second = held(1, "Order form", make_finding("preferred")), held(2, "Terms", make_finding("preferred"))
    kinds = {key: each.kind for key, each in standings((second, first)).items()}
    assert kinds == {(2, "cap"): "holds", (1, "cap"): "overridden"}
