"""Markdown to paragraphs."""

import pytest

from app.intake.markdown_reader import is_markdown
from app.model.marks import TextStyle
from app.model.span import Span


def test_headings_of_both_kinds_open_sections(read_markdown):
    document = read_markdown("# Heron Terms\n\nFees\n----\n\nYou pay.\n\n## Term ##\n\nOne year.\n")
    assert document.title == "Heron Terms"
    assert [(section.title, section.level) for section in document.sections] == [("Fees", 0), ("Term", 0)]


def test_emphasis_becomes_styles(read_markdown):
    paragraph = read_markdown("You **must** pay _at once_.").paragraphs[0]
    assert paragraph.text == "You must pay at once."
    assert paragraph.styles == (TextStyle(Span(4, 8), bold=True), TextStyle(Span(13, 20), italic=True))


def test_escapes_and_entities_are_resolved(read_markdown):
    paragraph = read_markdown("1\\. Fees &amp; taxes\n\nYou pay.").paragraphs[0]
    assert (paragraph.label, paragraph.text) == ("1", "Fees & taxes")


def test_nested_lists_are_labelled_by_their_depth(read_markdown, labels):
    text = "You may not:\n\n1. sell it, that is:\n   1. for money\n   2. for goods\n2. break it\n"
    assert labels(read_markdown(text)) == ["", "1", "1.1", "1.2", "2"]


def test_a_list_whose_numbers_are_all_one_is_counted(read_markdown, labels):
    assert labels(read_markdown("1. Fees\n1. Term\n1. End\n")) == ["1", "2", "3"]


def test_letters_that_markdown_does_not_know_begin_paragraphs(read_markdown, labels):
    assert labels(read_markdown("1. You may not:\n   a. sell it;\n   b. break it.\n")) == ["1", "1.a", "1.b"]


def test_a_typed_number_goes_before_the_bullet(read_markdown):
    paragraph = read_markdown("Fees\n\n* 1.1. Bills. We send a bill.\n").paragraphs[-1]
    assert (paragraph.marker, paragraph.label, paragraph.text) == ("1.1.", "1.1", "Bills. We send a bill.")


def test_a_row_of_a_table_is_a_paragraph(read_markdown):
    document = read_markdown("Uptime:\n\n| Month | Credit |\n| --- | --- |\n| under 99% | **10%**<br>of fees |\n")
    assert [(paragraph.kind, paragraph.text) for paragraph in document.paragraphs[1:]] == [
        ("table-cell", "Month | Credit"),
        ("table-cell", "under 99% | 10% of fees"),
    ]


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("[heron.example/aup](https://heron.example/aup)", "heron.example/aup"),
        ("[us](https://heron.example/contact)", "us"),
        ("[Use Policy](https://heron.example/aup)", "Use Policy (https://heron.example/aup)"),
        ("[Fees](#fees)", "Fees"),
        ("[legal@heron.example](mailto:legal@heron.example)", "legal@heron.example"),
    ],
)
def test_a_link_keeps_its_words_and_the_address_of_a_document(read_markdown, texts, link, text):
    assert texts(read_markdown(f"See {link}.")) == [f"See {text}."]


def test_wrapped_lines_and_hard_breaks_are_one_paragraph(read_markdown, texts):
    assert texts(read_markdown("You pay\nat once  \nand in full.")) == ["You pay at once and in full."]


def test_a_line_in_bold_before_others_is_a_heading(read_markdown):
    document = read_markdown("# Heron\n\n**Your duties**\nYou pay what you owe us when it is due.")
    assert [paragraph.kind for paragraph in document.paragraphs] == ["title", "heading", "body"]


def test_indented_clauses_are_no_code(read_markdown, labels):
    assert labels(read_markdown("Terms of Heron:\n\n    1.1 You pay.\n\n    1.2 We bill.\n")) == ["", "1.1", "1.2"]


def test_html_leaves_its_text(read_markdown, texts):
    assert texts(read_markdown("<div>You &lt;pay&gt;</div>\n\n<!-- not this -->\n\nWe <u>bill</u>.")) == [
        "You <pay>",
        "We bill.",
    ]


def test_the_anchor_is_the_line_of_the_source(read_markdown):
    document = read_markdown("# Heron\n\nYou pay.\n\n- first\n- second\n")
    assert [paragraph.anchor.index for paragraph in document.paragraphs] == [0, 2, 4, 5]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [("# Heron\n\n## Fees\n", True), ("**Fees** and **taxes**", True), ("1. Fees\n- taxes\n* * *\n", False)],
)
def test_a_text_file_with_markup_is_markdown(text, markdown):
    assert is_markdown(text) is markdown


def test_a_blank_to_fill_in_is_no_tag(read_markdown, texts):
    source = "# Licence\n\nIt is between <Company Name> and **<You>**.<br/>\n\n<Date of Signing>\n\nIt lasts.\n"
    assert texts(read_markdown(source)) == [
        "Licence",
        "It is between <Company Name> and <You>.",
        "<Date of Signing>",
        "It lasts.",
    ]


def test_words_after_a_label_in_brackets_are_no_address(read_markdown, texts):
    assert texts(read_markdown("# Parties\n\n[Licensor]: Northwind\n\nIt lasts.\n")) == [
        "Parties",
        "[Licensor]: Northwind",
        "It lasts.",
    ]


def test_the_address_of_a_link_stays_out_of_the_text(read_markdown, texts):
    assert texts(read_markdown("# Rules\n\nSee [them][1].\n\n[1]: https://example.org/rules\n")) == [
        "Rules",
        "See them.",
    ]
