"""Lines of plain text to paragraphs."""

from app.intake.joining import join_lines
from app.model.document import Cell

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


def test_page_numbers_are_set_aside_and_sentences_go_on_after_the_page(read_text, texts):
    document = read_text("You pay when\n\n   1\n\fthe bill is there.\n\n- 2 -\n\n\fWe bill.\n\n3\n\fIt ends.\n")
    assert texts(document) == ["You pay when the bill is there.", "We bill.", "It ends."]
    assert [aside.text for aside in document.set_aside] == ["1", "- 2 -", "3"]


def test_the_page_tag_of_filings_is_the_end_of_a_page(read_text, texts):
    assert texts(read_text("You pay.\n\n1\n<PAGE>\nWe bill.\n\n2\n<PAGE>\nIt ends.\n")) == [
        "You pay.",
        "We bill.",
        "It ends.",
    ]


def test_marks_of_quotation_are_no_text(read_text, texts):
    assert texts(read_text("> You pay.\n>\n> > We bill.\n")) == ["You pay.", "We bill."]


def test_a_line_that_begins_with_a_sign_stays(read_text, texts):
    assert texts(read_text("The fee is due if uptime is\n\n> 99 percent.\n")) == [
        "The fee is due if uptime is",
        "> 99 percent.",
    ]


def test_numbers_of_lines_are_no_text(read_text, texts):
    text = "".join(f"{number:2}  You pay part {number}.\n" for number in range(1, 15))
    assert texts(read_text(text))[:2] == ["You pay part 1.", "You pay part 2."]


def test_numbers_of_clauses_stay(read_text):
    text = "".join(f"{number}. You pay part {number}.\n" for number in range(1, 15))
    assert read_text(text).paragraphs[0].marker == "1."


def test_a_table_in_a_frame_is_cells(read_text):
    rows = ["Month | Credit", "-", "May   | 10 %", "      | at most", "-", "June  | 5 %"]
    lines = ["+-------+---------+" if row == "-" else f"| {row:15} |" for row in ["-", *rows, "-"]]
    text = "Credits:\n\n" + "\n".join(lines)
    assert [(paragraph.text, paragraph.cell) for paragraph in read_text(text).paragraphs[1:]] == [
        ("Month", Cell(0, 0, 0)),
        ("Credit", Cell(0, 0, 1)),
        ("May", Cell(0, 1, 0)),
        ("10 % at most", Cell(0, 1, 1)),
        ("June", Cell(0, 2, 0)),
        ("5 %", Cell(0, 2, 1)),
    ]


def test_columns_set_apart_by_blanks_are_cells_and_no_headings(read_text):
    text = "Credits:\n\nMonth      Credit\nMay 2025   Ten Percent\nJune 2025  Five Percent\nJuly 2025  None\n"
    text = text.replace("2025  ", "2025   ").replace("Month    ", "Month     ").replace("May 2025 ", "May 2025  ")
    paragraphs = read_text(text).paragraphs[1:]
    assert {paragraph.kind for paragraph in paragraphs} == {"table-cell"}
    assert [paragraph.text for paragraph in paragraphs[:4]] == ["Month", "Credit", "May 2025", "Ten Percent"]


def test_a_list_with_wide_blanks_is_no_table(read_text, labels):
    assert labels(read_text("(a)     You pay.\n(b)     We bill.\n(c)     It ends.\n")) == ["(a)", "(b)", "(c)"]


def test_page_numbers_alone_on_their_lines_are_set_aside(read_text):
    document = read_text(
        "1. Fees. You pay at once.\n\n                    - 1 -\n\n"
        "2. Term. It lasts until you\n\n                    - 2 -\n\n"
        "end it.\n\n                      3\n"
    )
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "Fees. You pay at once.",
        "Term. It lasts until you end it.",
    ]
    assert [aside.text for aside in document.set_aside] == ["- 1 -", "- 2 -", "3"]


def test_a_single_line_like_a_page_number_stays(read_text):
    assert len(read_text("1. Fees. You pay at once.\n\n                    - 1 -\n").paragraphs) == 2
