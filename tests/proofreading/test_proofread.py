from dataclasses import replace

import pytest

from app.model.document import CrossReference
from app.model.marks import TextStyle
from app.model.span import Place, Span
from app.proofreading.proofread import proofread


def test_flaws_stand_in_reading_order(make):
    made = make("The buyer pays five (6) dollars to [insert name].", "The seller (or another delivers.")
    assert [(flaw.kind, flaw.place.paragraph) for flaw in proofread(made)] == [
        ("number-words", 0),
        ("placeholder", 0),
        ("unpaired-bracket", 1),
    ]


def test_a_sound_document_has_no_flaws(make):
    texts = (
        "This agreement is between Acme Inc. (“Acme”) and the customer (“you”).",
        "“Work” means the software (and its manual).",
        "You may use the Work for five (5) years. Acme keeps all rights in the Work.",
    )
    assert proofread(make(*texts, terms=["Acme", "you", "Work"])) == ()


def test_references_that_lead_nowhere_are_told_once_for_each_place_meant(make):
    made = make("See Section 9 and Section 2.", "See Section 9 again.")
    references = (
        CrossReference(Place(0, Span(4, 13)), "clause", "9", None),
        CrossReference(Place(0, Span(18, 27)), "clause", "2", 1),
        CrossReference(Place(1, Span(4, 13)), "clause", "9", None),
    )
    (flaw,) = proofread(replace(made, references=references))
    assert flaw.kind == "broken-reference"
    assert flaw.message == "“Section 9” at 1 leads to nothing in this document, twice in all."
    assert [place.paragraph for place in flaw.related] == [1]


@pytest.mark.parametrize(
    ("after", "told"), [(" of the 1934 Act.", 0), (" under another contract.", 0), (" of the Agreement.", 1)]
)
def test_a_reference_to_another_document_is_passed_by(make, after, told):
    made = make("See Section 9" + after)
    reference = CrossReference(Place(0, Span(4, 13)), "clause", "9", None)
    assert len(proofread(replace(made, references=(reference,)))) == told


def test_an_exhibit_that_is_missing_is_told_as_not_attached(make):
    made = make("See Exhibit A.")
    reference = CrossReference(Place(0, Span(4, 13)), "exhibit", "A", None)
    (flaw,) = proofread(replace(made, references=(reference,)))
    assert flaw.message == "“Exhibit A” at 1 is not attached to this document."


def test_a_failed_field_of_word_is_a_broken_reference(flaws):
    assert flaws("broken-reference", "See Error! Reference source not found. above.") == [
        "Error! Reference source not found."
    ]


def test_a_failed_field_that_intake_tells_of_too_is_told_once(make):
    made = make("See Error! Reference source not found. above.")
    references = (
        CrossReference(Place(0, Span(4, 38)), "bookmark", "Error! Reference source not found.", None),
        CrossReference(Place(0, Span(4, 37)), "bookmark", "Error! Reference source not found", None),
    )
    assert len(proofread(replace(made, references=references))) == 1


@pytest.mark.parametrize(
    ("styles", "hidden"),
    [
        ([(4, 9, True)], ["buyer"]),
        ([(4, 9, True), (10, 13, True)], ["buyer may"]),
        ([(0, 3, False)], []),
        ([(3, 4, True)], []),
    ],
)
def test_hidden_words_are_told_a_stretch_at_a_time(flaws, styles, hidden):
    marks = tuple(TextStyle(Span(start, end), hidden=out_of_sight) for start, end, out_of_sight in styles)
    assert flaws("hidden-text", ("The buyer may pay.", {"styles": marks})) == hidden


def test_a_place_outside_the_body_is_named_by_its_story(make):
    made = make("The buyer pays.", ("It pays five (6) dollars.", {"story": "footnote"}))
    assert proofread(made)[0].message.endswith("in a footnote.")
