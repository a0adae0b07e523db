"""Lines of plain text to paragraphs."""

from app.intake.joining import join_lines

WRAPPED = """\
HERON MODEL LICENCE
Version of 1 March 2025

These terms say what you may do with the Heron model and what you may not do
with it, and they bind everyone who downloads it, whether for himself or for a
company.

1. Use. You may use the model for any lawful purpose, as long as you keep this
notice with every copy and tell those who receive one that these terms apply.

      a. You may give copies to others, if they agree to these terms as well-
known rules of the house.
      b. You may change the model.

2. End. These terms end when you break them, as is said in more words in clause
1. above, and you must then delete the model.
"""

UNWRAPPED = """\
HERON MODEL LICENCE

Version of 1 March 2025


These terms say what you may do with the Heron model and what you may not do with it, and they bind everyone who \
downloads it, whether for himself or for a company.

1. Use. You may use the model for any lawful purpose, as long as you keep this notice with every copy and tell those \
who receive one that these terms apply.
    a. You may give copies to others, if they agree to these terms as well-known rules of the house.

    b. You may change the model.
2. End. These terms end when you break them, as is said in more words in clause 1. above, and you must then delete \
the model.
"""


def test_two_transcriptions_with_other_line_breaks_read_the_same(read_text, texts, labels):
    wrapped, unwrapped = read_text(WRAPPED), read_text(UNWRAPPED)
    assert texts(wrapped) == texts(unwrapped)
    assert labels(wrapped) == labels(unwrapped)
    assert wrapped.sections == unwrapped.sections


def test_wrapped_lines_are_joined_and_short_lines_are_not(read_text, texts):
    assert texts(read_text(WRAPPED))[:2] == ["HERON MODEL LICENCE", "Version of 1 March 2025"]


def test_a_number_at_the_start_of_a_wrapped_line_is_part_of_its_sentence(read_text):
    assert read_text(WRAPPED).paragraphs[-1].text.endswith("clause 1. above, and you must then delete the model.")


def test_lines_of_an_unwrapped_text_are_paragraphs(read_text, texts):
    assert texts(read_text("Fees\nYou pay at once.\nWe send a bill.")) == [
        "Fees",
        "You pay at once.",
        "We send a bill.",
    ]


def test_a_line_broken_in_mid_sentence_goes_on(read_text, texts):
    broken = "You pay for every month in which the service was there for you\nto use, and for no other."
    assert texts(read_text(broken)) == [broken.replace("\n", " ")]


def test_a_word_split_at_a_line_end_is_joined_without_a_blank():
    assert join_lines(["a well-", "known and/", "or  old rule"]) == "a well-known and/or old rule"


def test_rules_of_dashes_are_no_text(read_text, texts):
    assert texts(read_text("Fees\n=====\nYou pay.\n* * *\nWe bill.")) == ["Fees", "You pay.", "We bill."]


def test_unusual_spaces_become_blanks_and_invisible_characters_go(read_text, texts):
    assert texts(read_text("You\u00a0pay\u200b at\u202fonce.\u2028")) == ["You pay at once."]


def test_the_anchor_is_the_first_line_of_a_paragraph(read_text):
    assert [paragraph.anchor.index for paragraph in read_text(WRAPPED).paragraphs] == [0, 1, 3, 7, 10, 12, 14]


def test_the_anchor_skips_a_typed_marker(read_text):
    clause = read_text(WRAPPED).paragraphs[3]
    assert (clause.marker, clause.typed, clause.anchor.offset) == ("1.", True, 3)
