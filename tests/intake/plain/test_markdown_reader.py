"""Markdown to paragraphs."""

import pytest

from app.intake.plain.markdown_reader import is_markdown
from app.model.document import Cell
from app.model.marks import Link, TextStyle
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


def test_each_cell_of_a_table_is_a_paragraph(read_markdown):
    document = read_markdown("Uptime:\n\n| Month | Credit |\n| --- | --- |\n| under 99% | **10%**<br>of fees |\n")
    assert [(paragraph.kind, paragraph.text, paragraph.cell) for paragraph in document.paragraphs[1:]] == [
        ("table-cell", "Month", Cell(0, 0, 0)),
        ("table-cell", "Credit", Cell(0, 0, 1)),
        ("table-cell", "under 99%", Cell(0, 1, 0)),
        ("table-cell", "10% of fees", Cell(0, 1, 1)),
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


def test_a_link_leads_to_its_address(read_markdown):
    paragraph = read_markdown("You follow [our policy](https://heron.example/aup).").paragraphs[0]
    assert paragraph.links == (Link(Span(11, 21), "https://heron.example/aup"),)


def test_a_link_within_the_text_leads_to_the_heading(read_markdown):
    document = read_markdown("# Heron\n\nSee [there](#your-fees).\n\n## Your fees\n\nYou pay.\n")
    assert document.paragraphs[1].links[0].target == "#your-fees"
    assert document.paragraphs[2].names == ("your-fees",)


def test_notes_stand_apart_and_their_marks_are_no_text(read_markdown):
    document = read_markdown("You pay.[^1]\n\nWe bill.\n\n[^1]: Plus taxes.\n[^2]: Or not.\n")
    assert [(paragraph.story, paragraph.text) for paragraph in document.paragraphs] == [
        ("body", "You pay."),
        ("body", "We bill."),
        ("footnote", "Plus taxes."),
        ("footnote", "Or not."),
    ]
    assert document.paragraphs[0].links == (Link(Span(8, 8), "#footnote-1"),)
    assert document.paragraphs[2].names == ("footnote-1",)


def test_front_matter_gives_only_the_title(read_markdown, texts):
    document = read_markdown("---\ntitle: Heron Terms\nlayout: page\n---\nYou pay at once.\n")
    assert (document.title, texts(document)) == ("Heron Terms", ["Heron Terms", "You pay at once."])
    assert document.paragraphs[1].anchor.index == 4


def test_boxes_to_tick_are_shown_as_such(read_markdown, texts):
    assert texts(read_markdown("You choose:\n\n- [ ] monthly\n- [x] yearly\n")) == [
        "You choose:",
        "☐ monthly",
        "☑ yearly",
    ]


def test_lists_in_lists_are_kept_however_deep(read_markdown, texts):
    text = "".join(f"{'  ' * depth}- item {depth}\n" for depth in range(30))
    assert texts(read_markdown(text)) == [f"item {depth}" for depth in range(30)]


def test_lists_too_deep_for_markdown_are_read_as_text(read_markdown):
    text = "".join(f"{'  ' * depth}- item {depth}\n" for depth in range(120))
    assert "item 119" in read_markdown(text).paragraphs[-1].text
