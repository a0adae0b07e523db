from dataclasses import replace

import pytest

from app.errors import Cancelled
from app.matching.fingerprints import form_units
from app.matching.matcher import read_clauses
from app.model.clause import Condition, Cues, EditRule, FactSpec, Option, Position
from app.model.forms import StandardForm
from app.model.span import Span


@pytest.fixture
def read(library, document):
    """Read one clause type in the paragraphs given."""

    def call(clause, *paragraphs, heading=""):
        return read_clauses(document(*paragraphs, heading=heading), library(clause)).clauses[0]

    return call


def carried(reading):
    return [match.paragraph for match in reading.matches]


def test_the_readings_tell_what_the_document_is_and_why(library, document):
    readings = read_clauses(document("These Terms of Use hold."), library())
    assert (readings.document_type, readings.kind.name) == ("terms-of-service", "These Terms of Use")


def test_the_readings_name_the_standard_forms_of_the_library_that_are_followed(library, document):
    text = "The borrower flies the kite over open fields only and mends what is torn before the evening."
    units, _ = form_units(document(text))
    forms = (StandardForm("kite", "Kite Loan", "terms-of-service", "Village", units),)
    readings = read_clauses(document(text), replace(library(), forms=forms))
    assert readings.recognised.forms[0].is_unmodified


def test_a_strong_cue_settles_it_and_shows_its_words(read, clause):
    reading = read(clause(["may terminate"]), "Acme may terminate this deal.", "Acme may sing.")
    assert carried(reading) == [0]
    assert reading.matches[0].evidence == (Span(5, 18),)
    assert reading.matches[0].parts == (("cues", 0.9),)


def test_a_weak_cue_alone_is_not_enough(read, clause):
    assert carried(read(clause(Cues(("x",), weak=("notice",))), "A notice.")) == []


def test_two_weak_cues_are(read, clause):
    assert carried(read(clause(Cues(("x",), weak=("notice", "days"))), "A notice of some days.")) == [0]


def test_a_weak_cue_under_a_fitting_heading_is(read, clause):
    entry = clause(Cues(("x",), weak=("notice",), heading=("termination",)))
    reading = read(entry, "A notice.", heading="Termination")
    assert dict(reading.matches[0].parts) == {"cues": 0.35, "heading": 1.0}


def test_a_cue_against_silences_its_sentence_only(read, clause):
    entry = clause(Cues(("may terminate",), against=("lease",)))
    reading = read(entry, "We may terminate the lease.", "We may terminate the lease. We may terminate this deal.")
    assert carried(reading) == [1]


def test_headings_definitions_and_page_headers_do_not_carry(read, clause):
    reading = read(
        clause(["may terminate"]),
        ("We may terminate", {"story": "header"}),
        ("We may terminate", {"kind": "heading"}),
        "“Exit” means that we may terminate.",
        "“Exit Day” or “Day” means the day on which we may terminate.",
    )
    assert carried(reading) == []


def test_a_definition_carries_where_that_is_meant(read, clause):
    entry = clause(Cues(("common control",), definitions=True))
    assert carried(read(entry, "“Affiliate” means an entity under common control.")) == [0]


def test_list_items_carry_the_type_of_their_lead_in(read, clause):
    paragraphs = (
        "You must not use it:",
        ("for harm;", {"parent": 0}),
        ("as follows:", {"parent": 0}),
        ("at night", {"parent": 2}),
    )
    assert carried(read(clause(["must not use"], inherits=True), *paragraphs)) == [0, 1, 2, 3]
    assert carried(read(clause(["must not use"], inherits=False), *paragraphs)) == [0]


def test_a_list_item_with_a_cue_against_the_type_does_not_follow_its_lead_in(read, clause):
    entry = clause(Cues(("must not use",), against=("logo",)), inherits=True)
    assert carried(
        read(entry, "You must not use it:", ("for harm;", {"parent": 0}), ("on a logo.", {"parent": 0}))
    ) == [0, 1]


def test_a_type_may_be_carried_by_all_items_of_a_list(read, clause):
    entry = clause(Cues(("must not use",), against=("logo",)), inherits="always")
    assert carried(read(entry, "You must not use it:", ("on a logo.", {"parent": 0}))) == [0, 1]


def test_contractions_are_found_as_their_long_forms(read, clause):
    assert carried(read(clause(["do not use", "we will"]), "Don't use it.", "We'll end it.")) == [0, 1]


def test_a_clause_type_concerns_a_document_that_holds_its_phrases(read, clause):
    entry = clause(["never"], applies=Condition(("unknown",), (), "No policy.", phrases=("policy",)))
    assert read(entry, "Keep to the policy.").concerned
    assert not read(entry, "Keep calm.").concerned


FACTS = {
    "flag": (
        FactSpec("f", "flag", ("written notice",), unless=("without notice",), silent=False),
        "on written notice",
        True,
    ),
    "flag denied": (
        FactSpec("f", "flag", ("notice",), unless=("without notice",)),
        "without notice, or with notice",
        False,
    ),
    "flag silent": (FactSpec("f", "flag", ("notice",), silent=False), "at once", False),
    "duration nearest": (
        FactSpec("f", "duration", ("cure",)),
        "for two years, unless it is cured, that is to cure within 30 days",
        30,
    ),
    "duration elsewhere": (FactSpec("f", "duration", ("cure",), silent=0), "for two years. It may cure it", 0),
    "least": (FactSpec("f", "duration", ("notice",), pick="least"), "notice of 60 days or notice of 10 days", 10),
    "most": (FactSpec("f", "duration", ("notice",), pick="most"), "notice of 10 days or notice of 60 days", 60),
    "count": (FactSpec("f", "count", ("users",)), "above 700 million users", 700_000_000),
    "percent": (FactSpec("f", "percent", ("uptime",)), "uptime of 99.9%", 99.9),
    "money": (FactSpec("f", "money", ("exceed",)), "not exceed USD 100", 100),
    "amount in users": (FactSpec("f", "amount", ("above",)), "above 700 million users", 700_000_000),
    "amount in money": (FactSpec("f", "amount", ("above",)), "above USD 1M a year", 1_000_000),
    "choice": (
        FactSpec("f", "choice", options=(Option("both", ("either party",)), Option("vendor", ("we",)))),
        "we, or either party",
        "both",
    ),
    "words": (
        FactSpec("f", "words", ("laws of",)),
        "under the laws of the State of Utah, and no other",
        "State of Utah",
    ),
    "quote": (FactSpec("f", "quote", ("show",)), "show the words “Made with Acme” there", "Made with Acme"),
}


@pytest.mark.parametrize(("spec", "words", "value"), FACTS.values(), ids=FACTS)
def test_a_fact_is_read_from_the_words_around_it(read, clause, spec, words, value):
    reading = read(clause(["we may end"], facts=(spec,)), f"We may end it {words}.")
    assert [(fact.key, fact.value) for fact in reading.facts] == [("f", value)]


def test_a_fact_points_to_its_words(read, clause):
    text = "We may end it 30 days after notice."
    fact = read(clause(["may end"], facts=(FactSpec("f", "duration", ("notice",)),)), text).facts[0]
    assert text[fact.place.span.start : fact.place.span.end] == "30 days"


def test_a_fact_of_the_whole_document_is_read_outside_the_clause(read, clause):
    spec = FactSpec("defined", "flag", ("users means",), silent=False, scope="document")
    reading = read(clause(["may end"], facts=(spec,)), "Users means people.", "We may end it.")
    assert reading.facts[0].value is True


def test_the_places_of_edit_rules_are_located_with_their_sentence(read, clause):
    rule = EditRule("replace", "in breach", "in material breach", unless="material")
    reading = read(
        clause(["may end"], positions=(Position("preferred", "P", edits=((rule,),)),)),
        "So. We may end it if in breach.",
    )
    assert [(place.pattern, place.place.span, place.sentence) for place in reading.located] == [
        ("in breach", Span(21, 30), Span(4, 31))
    ]


def test_progress_is_told_before_each_paragraph_and_may_stop_the_job(library, document, clause):
    seen = []

    def step(done):
        seen.append(done)
        if done == 2:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        read_clauses(document("a", "b", "c", "d"), library(clause(["x"])), step)
    assert seen == [0, 1, 2]


def test_a_table_of_contents_in_one_paragraph_carries_nothing(read, clause):
    text = "1 Definitions 2 Term 3 Ending the deal 4 Fees 5 Notices 6 Law 7 General 8 Signatures"
    assert carried(read(clause(["ending"]), text, "We are ending this deal.")) == [1]


def test_items_do_not_follow_a_whole_document_that_was_put_into_one_paragraph(read, clause):
    long = "We may end it. " + "All is well. " * 12
    assert carried(read(clause(["may end"], inherits=True), long, ("for harm;", {"parent": 0}))) == [0]


def test_contractions_in_capitals_are_found_as_their_long_forms(read, clause):
    assert carried(read(clause(["do not use"]), "DON'T USE IT.")) == [0]


def test_facts_of_a_whole_document_in_one_paragraph_are_read_near_the_clause(read, clause):
    spec = FactSpec("mutual", "flag", ("neither party",), silent=False)
    text = "We may end it. " + "All is well. " * 12 + "Neither party is late in a storm."
    assert read(clause(["may end"], facts=(spec,)), text).facts[0].value is False
    assert read(clause(["may end"], facts=(spec,)), f"Neither party may. {text}").facts[0].value is True
