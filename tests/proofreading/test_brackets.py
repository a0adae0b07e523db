import pytest


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The buyer (and its affiliates may use the work.", "("),
        ("The buyer and its affiliates) may use the work.", ")"),
        ("The [buyer may use the work.", "["),
        ("The buyer (the “Buyer) may use the work.", "“"),
        ('The "Buyer and the "Seller" agree.', '"'),
    ],
)
def test_a_mark_without_its_partner_is_told(flaws, text, mark):
    assert flaws("unpaired-bracket", text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "The buyer (or an affiliate (if any)) may use the work.",
        "The buyer may a) use and b) copy the work.",
        'Screens of 21" and 24" and 27" are covered.',
        "The “Buyer“ and the “Seller” may use the work.",
        "The ``Buyer'' may use the work.",
        "Thanks :)",
        "Signed for the buyer ) by its director )",
    ],
)
def test_marks_that_need_no_partner_are_passed_by(flaws, text):
    assert flaws("unpaired-bracket", text) == []


def test_brackets_around_a_list_are_closed_by_its_end(flaws):
    assert flaws("unpaired-bracket", "The buyer may [do the following:", "use the work;", "copy the work].") == []


def test_a_quotation_of_several_paragraphs_is_closed_by_its_end(flaws):
    assert flaws("unpaired-bracket", "“The buyer may use the work.", "The buyer may copy the work.”") == []


def test_a_bracket_opened_long_before_closes_nothing(flaws):
    between = ["The buyer may use the work."] * 20
    assert flaws("unpaired-bracket", "The buyer (", *between, "or an affiliate)") == ["(", ")"]


def test_each_story_is_read_by_itself(flaws):
    note = ("See above)", {"story": "footnote"})
    assert flaws("unpaired-bracket", "The buyer (or an affiliate", note) == ["(", ")"]


@pytest.mark.parametrize("text", ["4:<8+=(1;3#", "(שלום עולם"])
def test_figures_and_words_from_right_to_left_are_not_read(flaws, text):
    assert flaws("unpaired-bracket", text) == []


def test_a_clause_quoted_from_another_contract_may_go_on(flaws):
    assert flaws("unpaired-bracket", "“7. The buyer may use the work.") == []
