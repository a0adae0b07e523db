"""Kinds, sections and lead-ins."""

import pytest

POLICY = """\
Heron Use Policy

Last updated: 1 March 2025

Prohibited uses

You will not use Heron to:

1. break the law, for example by:

   a. theft or

   b. fraud;

2. harm others.

Please write to us about misuse, by one of these means:

    mail to abuse@heron.example
    a letter to our office

Changes

We may change this policy, and will tell you so before it takes effect.
"""

AGREEMENT = """\
SERVICES AGREEMENT

1. Services.

1.1 Scope. We run the service for you during the term.

1.2 Limits. You may not:

(a) resell the service;

(b) probe its security.

2. Liability. We owe you no more than what you paid in a year.

Our people owe you nothing.

3. General

3.1 These terms are all that was agreed.
"""


def kinds(document):
    return [paragraph.kind for paragraph in document.paragraphs]


def parents(document):
    return [paragraph.parent for paragraph in document.paragraphs]


def section_titles(document):
    return [None if p.section is None else document.sections[p.section].title for p in document.paragraphs]


def test_the_first_heading_is_the_title(read_text):
    document = read_text(POLICY)
    assert (document.title, document.paragraphs[0].kind) == ("Heron Use Policy", "title")


def test_without_a_title_the_name_of_the_file_stands_for_it(read_text):
    assert read_text("Thank you for using Heron! Here are the terms.", name="heron.txt").title == "heron"


def test_lines_in_sentence_case_before_text_are_headings(read_text):
    assert section_titles(read_text(POLICY))[3:] == ["Prohibited uses"] * 8 + ["Changes"] * 2


def test_items_hang_on_their_lead_in_at_every_depth(read_text):
    assert parents(read_text(POLICY))[4:9] == [3, 4, 4, 3, None]


def test_items_without_markers_hang_on_the_lead_in_above_them(read_text):
    document = read_text(POLICY)
    assert kinds(document)[8:11] == ["body", "list-item", "list-item"]
    assert parents(document)[8:11] == [None, 8, 8]


def test_phrases_that_go_on_from_a_lead_in_are_items_without_indent(read_text):
    document = read_text("You must:\n\nkeep the notice;\n\ntell others; and\n\npay.\n\nWe may end this.")
    assert parents(document) == [None, 0, 0, 0, None]


def test_headings_of_their_own_and_run_in_headings_open_sections(read_text):
    document = read_text(AGREEMENT)
    assert [(section.label, section.title, section.level) for section in document.sections] == [
        ("1", "Services", 0),
        ("1.1", "Scope", 1),
        ("1.2", "Limits", 1),
        ("2", "Liability", 0),
        ("3", "General", 0),
    ]


def test_a_section_holds_what_stands_under_its_heading(read_text):
    document = read_text(AGREEMENT)
    assert [(section.first, section.end) for section in document.sections] == [(1, 6), (2, 3), (3, 6), (6, 8), (8, 10)]


def test_a_lettered_item_belongs_to_the_section_of_its_clause(read_text):
    document = read_text("1. Grant.\n\na. Licence. You may use it.\n\nb. Copies and Parts.\n\ni. You may copy it.\n")
    assert section_titles(document) == ["Grant"] * 4
    assert [paragraph.label for paragraph in document.paragraphs] == ["1", "1.a", "1.b", "1.b.i"]
    assert parents(document) == [None, 0, 0, 2]


def test_clauses_do_not_hang_on_the_heading_above_them(read_text):
    assert parents(read_text(AGREEMENT))[2:6] == [None, None, 3, 3]


def test_clauses_with_headings_do_not_hang_on_an_unnumbered_sentence(read_text):
    document = read_text("The parties agree as follows:\n\n1. Fees. You pay at once.\n\n2. Term. One year.\n")
    assert parents(document) == [None, None, None]


def test_an_annex_begins_a_section_of_its_own(read_text):
    document = read_text("1. Fees. You pay.\n\nSchedule 1\n\n(a) Ten coins a day.\n")
    assert section_titles(document) == ["Fees", "Schedule 1", "Schedule 1"]
    assert document.paragraphs[2].label == "(a)"


def test_a_number_alone_on_its_line_stays_the_text(read_text):
    paragraph = read_text("1.2\n\nYou pay at once.").paragraphs[0]
    assert (paragraph.text, paragraph.marker, paragraph.typed, paragraph.label) == ("1.2", "", False, "1.2")


def test_numbered_items_hang_on_an_unnumbered_lead_in_under_their_heading(read_text):
    text = (
        "2. Conduct\n\nYou agree that you will not:\n\n2.1 copy it;\n\n2.2 Sell Access: sell it; and\n\n2.3 lend it.\n"
    )
    paragraphs = read_text(text).paragraphs
    assert [p.parent for p in paragraphs if p.marker.startswith("2.") and p.marker != "2."] == [1, 1, 1]


@pytest.mark.parametrize(
    ("headings", "labels"),
    [(["1 Roles", "2 Fees"], ["1", "2"]), (["30 Day Trial", "Fees"], ["", ""]), (["2 roles", "3 fees"], ["", ""])],
)
def test_headings_counted_without_punctuation_have_labels(read_markdown, headings, labels):
    document = read_markdown("# Terms\n\n" + "".join(f"## {heading}\n\nYou pay us.\n\n" for heading in headings))
    assert [section.label for section in document.sections] == labels
