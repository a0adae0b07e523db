from dataclasses import replace

import pytest

from app.matching.matcher import read_clauses
from app.model.document import CrossReference, DefinedTerm, Section
from app.model.span import Place, Span


@pytest.fixture
def related(library, document, clause):
    """Return (kind, words, why) of what bears on the paragraphs that carry "may end"."""

    def find(*paragraphs, cites=(), terms=(), sections=None):
        made = document(*paragraphs)
        texts = [paragraph.text for paragraph in made.paragraphs]
        references = tuple(_citation(texts, index, words, target) for index, words, target in cites)
        defined = tuple(_term(texts, word, index) for word, index in terms)
        made = replace(made, references=references, terms=defined, sections=sections or made.sections)
        reading = read_clauses(made, library(clause(["may end"]))).clauses[0]
        return [(each.kind, _at(texts, each.place), each.why) for each in reading.related]

    return find


def _citation(texts, index, words, target):
    start = texts[index].index(words)
    return CrossReference(Place(index, Span(start, start + len(words))), "clause", words[-1], target)


def _term(texts, word, index):
    uses = tuple(
        Place(number, Span(text.index(word), text.index(word) + len(word)))
        for number, text in enumerate(texts)
        if word in text and number != index
    )
    start = texts[index].index(word)
    return DefinedTerm(word, index, Span(start, start + len(word)), uses)


def _at(texts, place):
    return texts[place.paragraph][place.span.start : place.span.end]


def test_a_list_item_brings_its_lead_in(related):
    found = related("On these events:", ("we may end this deal.", {"parent": 0}))
    assert found == [("lead-in", "On these events:", "the lead-in of this list item")]


def test_a_lead_in_brings_items_that_do_not_carry_the_type_themselves(related):
    found = related("We may end this deal:", ("after a breach;", {"parent": 0}))
    assert found == [("item", "after a breach;", "an item of this list")]


def test_a_section_cited_is_brought(related):
    found = related("We may end it as Section 2 says.", "Notice takes a week.", cites=((0, "Section 2", 1),))
    assert found == [("reference", "Notice takes a week.", "Section 2 is cited here")]


@pytest.mark.parametrize("words", ["Except as set out in", "Subject to", "Unless otherwise stated in", "Save as in"])
def test_a_section_that_limits_the_clause_is_an_exception(related, words):
    found = related(f"{words} Section 2, we may end it.", "Notice takes a week.", cites=((0, "Section 2", 1),))
    assert found == [("exception", "Notice takes a week.", "this clause is limited by Section 2")]


@pytest.mark.parametrize(
    "carve_out",
    [
        "Notwithstanding Section 1, a trial runs on.",
        "Section 1 does not apply to trials.",
        "Despite Section 1, we wait.",
    ],
)
def test_a_carve_out_elsewhere_is_brought_as_its_sentence(related, carve_out):
    found = related("We may end this deal.", f"All good. {carve_out}", cites=((1, "Section 1", 0),))
    assert found == [("exception", carve_out, "takes something out of Section 1")]


def test_a_carve_out_from_the_whole_section_is_brought(related):
    sections = (Section(0, "1", "Ending", 0, 2), Section(1, "2", "Trials", 2, 3))
    found = related(
        "Ending this deal is simple.",
        ("We may end it.", {}),
        "Section 1 does not apply to trials.",
        cites=((2, "Section 1", 0),),
        sections=sections,
    )
    assert found == [("exception", "Section 1 does not apply to trials.", "takes something out of Section 1")]


def test_the_definition_of_a_term_in_the_sentence_is_brought(related):
    found = related("We may end it for Cause.", "“Cause” means theft. It is rare.", terms=(("Cause", 1),))
    assert found == [("definition", "“Cause” means theft.", "defines “Cause”")]


def test_a_term_of_another_sentence_is_not(related):
    assert related("We may end it. Cause is rare.", "“Cause” means theft.", terms=(("Cause", 1),)) == []


def test_a_name_in_brackets_explains_nothing(related):
    assert related("We may end the Deal.", "This agreement (the “Deal”) is made today.", terms=(("Deal", 1),)) == []


def test_a_section_cited_by_its_heading_is_brought_by_its_first_words(related):
    paragraphs = ("We may end it as Section 2 says.", ("Notice", {"kind": "heading"}), "Notice takes a week.")
    found = related(*paragraphs, cites=((0, "Section 2", 1),))
    assert found == [("reference", "Notice takes a week.", "Section 2 is cited here")]


def test_a_section_that_speaks_of_itself_takes_nothing_out(related):
    text = "This Section 1 does not limit other rights."
    assert related("We may end this deal.", text, cites=((1, "Section 1", 0),)) == []


def test_a_paragraph_that_cites_its_own_section_does_not_bring_itself(related):
    paragraphs = (("Ending", {"kind": "heading"}), "We may end it under this Section 1.")
    assert related(*paragraphs, cites=((1, "Section 1", 0),)) == []
