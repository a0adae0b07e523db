import pytest

from app.model.document import Exhibit, SignatureBlock
from app.model.span import Span
from app.proofreading.placeholders import find_placeholders


@pytest.mark.parametrize(
    "placeholder",
    [
        "[insert date]",
        "[●]",
        "[Company]",
        "[company name]",
        "[Full legal name of the buyer]",
        "[__]",
        "____________",
        "{customer_name}",
        "{{ customer }}",
        "<Name>",
        "TBD",
        "[TBD]",
        "Click or tap here to enter text",
        "[30]",
    ],
)
def test_what_is_still_to_be_filled_in_is_told(flaws, placeholder):
    assert flaws("placeholder", f"The fee is due within {placeholder} days of the order.") == [placeholder]


@pytest.mark.parametrize("text", ["The fee is $[ ] a month.", "The fee is $XXX a month.", "The share is XX% of it."])
def test_a_sum_left_open_is_told(flaws, text):
    assert len(flaws("placeholder", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The buyer may copy the work[s] and keep [a]ny copy.",
        "Clause 4 [Reserved]",
        "[Signature page follows]",
        "[ ] The buyer wants support.",
        "[X] Yes [ ] No",
        "[    ]\tMonthly",
        "The price is [***] for each unit.",
        "This is told in Section 4.1 [Fees].",
        "Write to support@example.com or see <https://example.com/x>.",
        "<PAGE> 7",
        "By: ________________",
        "Name: ________________ Title: ______________",
        "________________________",
        "Article XX of the treaty",
    ],
)
def test_what_is_no_placeholder_is_passed_by(flaws, text):
    assert flaws("placeholder", text) == []


def test_one_name_is_told_once_with_its_other_places(make):
    made = make("Between {buyer} and Acme.", "The word “Buyer” is short for {buyer}.")
    (flaw,) = find_placeholders(made)
    assert flaw.related[0].paragraph == 1
    assert flaw.related[0].span == Span(30, 37)
    assert "twice" in flaw.message


def test_the_blanks_of_one_form_are_told_once(flaws):
    form = ("The buyer lives at _______.", "Its number is _______, its bank is _______.", "It pays _______ a month.")
    assert flaws("placeholder", *form) == ["_______"]


def test_empty_brackets_are_words_blacked_out_where_the_document_says_so(flaws):
    text = "Confidential treatment was requested for parts of this text."
    assert flaws("placeholder", text, "The price is [ ] for each unit.") == []


def test_other_brackets_are_told_only_in_a_draft(flaws):
    open_words = "The buyer shall pay [without delay] and in full."
    draft = ("Dated [insert date].", "Between [insert name] and Acme.", "For [insert purpose].")
    assert flaws("placeholder", open_words) == []
    assert "[without delay]" in flaws("placeholder", *draft, open_words)


def test_a_form_attached_is_meant_to_have_blanks(flaws):
    texts = ("The parties agree.", "Form of order", "The buyer orders ______ units.")
    assert flaws("placeholder", *texts, exhibits=(Exhibit("A", "Form of order", 1, 3),)) == []


def test_a_signature_block_is_meant_to_have_blanks(flaws):
    texts = ("The parties agree.", "For Acme, the ______ day of May")
    assert flaws("placeholder", *texts, signatures=(SignatureBlock(1, 2),)) == []
