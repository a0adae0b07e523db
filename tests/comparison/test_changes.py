"""Two documents side by side: what differs in which paragraphs."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.comparison.changes import compare_documents
from app.model.comparison import Row, WordChange
from app.model.document import Anchor, Cell, CrossReference, DefinedTerm, Document, Paragraph, Parties, Party, Table
from app.model.marks import FieldResult, Link, TextStyle
from app.model.span import Place, Span

FEES = "The Licensee shall pay the annual fee within thirty (30) days of the invoice."
INDEMNITY = "The Vendor indemnifies the Licensee against claims that the Service infringes patents."
EXIT = "Either side may terminate this agreement for a material breach that is not cured in time."
SECRECY = "Confidential information must be protected with reasonable care for five years."
LAW = "The courts of Delaware decide every dispute that arises out of the contract."
ALL = (FEES, INDEMNITY, EXIT, SECRECY, LAW)


def text_file(*given, kind="text", **fields):
    """Make a document of paragraphs: texts, or (text, fields) pairs."""
    paragraphs = []
    for index, each in enumerate(given):
        text, more = each if isinstance(each, tuple) else (each, {})
        paragraphs.append(Paragraph(index, text, Anchor("", index), **more))
    return Document(Path(f"x.{kind}"), b"", "0", kind, "X", tuple(paragraphs), **fields)


def word_file(*given, **fields):
    return text_file(*given, kind="docx", **fields)


def pdf_file(*given, **fields):
    return text_file(*given, kind="pdf", **fields)


def kinds(comparison):
    return [(change.kind, change.old, change.new) for change in comparison.changes]


def words(comparison):
    return [(word.before, word.after) for change in comparison.changes for word in change.words]


def test_a_document_does_not_differ_from_itself():
    comparison = compare_documents(text_file(*ALL), text_file(*ALL))
    assert comparison.changes == ()
    assert comparison.rows == tuple(Row((place,), (place,)) for place in range(5))


def test_words_that_differ_are_shown_at_their_places_in_both_documents():
    comparison = compare_documents(
        text_file(FEES, EXIT), text_file(FEES, EXIT.replace("a material breach", "a grave  breach"))
    )
    (change,) = comparison.changes
    assert change.kind == "edited"
    assert change.words == (WordChange(Place(1, Span(47, 55)), Place(1, Span(47, 52)), "material", "grave", "words"),)


def test_every_paragraph_stands_in_one_row_and_what_moved_in_two():
    comparison = compare_documents(text_file(*ALL), text_file(LAW, FEES, "All notices are in writing.", EXIT, SECRECY))
    assert comparison.rows == (
        Row((), (0,), 1),
        Row((0,), (1,)),
        Row((1,), (), 2),
        Row((), (2,), 3),
        Row((2,), (3,)),
        Row((3,), (4,)),
        Row((4,), (), 1),
    )
    assert kinds(comparison) == [("moved", (4,), (0,)), ("removed", (1,), ()), ("added", (), (2,))]


def test_what_moved_may_be_edited_besides():
    (change,) = compare_documents(text_file(*ALL), text_file(LAW.replace("Delaware", "Ohio"), *ALL[:4])).changes
    assert (change.kind, [(word.before, word.after) for word in change.words]) == ("moved", [("Delaware", "Ohio")])


def test_a_split_is_one_change_with_the_words_that_differ_in_its_parts():
    comparison = compare_documents(
        text_file(FEES, f"{EXIT} {SECRECY}", LAW), text_file(FEES, EXIT, SECRECY.replace("five", "seven"), LAW)
    )
    assert kinds(comparison) == [("split", (1,), (1, 2))]
    assert comparison.changes[0].words == (
        WordChange(Place(1, Span(158, 162)), Place(2, Span(68, 73)), "five", "seven", "duration"),
    )


def test_a_merge_is_one_change():
    comparison = compare_documents(text_file(FEES, EXIT, SECRECY), text_file(FEES, f"{EXIT} {SECRECY}"))
    assert kinds(comparison) == [("merged", (1, 2), (1,))]


def test_other_quotes_are_a_matter_of_looks_in_one_format():
    comparison = compare_documents(text_file("The “Service” is ours."), text_file('The "Service" is ours.'))
    assert [change.kind for change in comparison.changes] == ["formatting"]
    assert not comparison.changes[0].words


def test_other_quotes_dashes_ligatures_and_blanks_are_no_change_between_formats():
    old = word_file("The “Service” – as de\u00adfined in a non-exclusive order\u00a0form")
    new = pdf_file('The "Service" - as deﬁned in a non- exclusive order form')
    assert compare_documents(old, new).changes == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Fees are due in advance.", "Fees are due in ad­vance."),
        ("A non-exclusive licence.", "A non- exclusive licence."),
        ("The efficient office", "The eﬃcient oﬃce"),
        ("• First of all", "First of all"),
        ("EMPLOYER", "Employer"),
        ("Sign here: ______ (date)", "Sign here: (date)"),
        ("[ ] Yes, with costs", "Yes, with costs"),
    ],
)
def test_what_another_program_prints_otherwise_is_no_change(before, after):
    assert compare_documents(word_file(FEES, before), pdf_file(FEES, after)).changes == ()


def test_a_word_that_differs_is_a_change_between_formats_too():
    old, new = word_file(f"{FEES} “Now”"), pdf_file(f'{FEES.replace("thirty (30)", "ten (10)")} "Now"')
    assert words(compare_documents(old, new)) == [("thirty (30)", "ten (10)")]


def test_a_paragraph_broken_at_the_end_of_a_page_is_no_change():
    comparison = compare_documents(word_file(FEES, EXIT, LAW), pdf_file(FEES, EXIT[:40], EXIT[40:], LAW))
    assert comparison.changes == ()
    assert comparison.rows[1] == Row((1,), (1, 2))


def test_paragraphs_cut_elsewhere_are_no_change():
    old = word_file(FEES, EXIT, SECRECY, LAW)
    new = pdf_file(FEES, f"{EXIT} {SECRECY[:20]}", SECRECY[20:], LAW)
    assert compare_documents(old, new).changes == ()


def test_a_running_header_that_a_page_end_puts_into_the_text_is_no_change():
    old = word_file(FEES, EXIT, LAW, ("Draft of May", {"story": "header"}))
    new = pdf_file(FEES, EXIT[:40], "DRAFT OF MAY", EXIT[40:], LAW)
    assert compare_documents(old, new).changes == ()


def test_what_a_format_does_not_hold_is_said_and_not_called_removed():
    old = word_file(FEES, ("Draft of May", {"story": "header"}), ("Seat in law.", {"story": "footnote"}))
    comparison = compare_documents(old, text_file(FEES))
    assert comparison.changes == ()
    assert comparison.not_compared == ("headers of x.docx: x.text has none", "notes of x.docx: x.text has none")


def test_a_note_that_the_other_format_sets_as_text_is_found_there():
    note = (
        "Interest is counted in days of the calendar.",
        {"story": "footnote", "marker": "1", "names": ("footnote-1",)},
    )
    marked = (FEES, {"links": (Link(Span(27, 27), "#footnote-1"),)})
    new = text_file(f"{FEES[:27]}1{FEES[27:]}", LAW, "Interest is counted in days of the calendar.")
    comparison = compare_documents(word_file(marked, LAW, note), new)
    assert comparison.changes == ()
    assert Row((), (2,)) in comparison.rows


def test_a_number_typed_in_one_format_and_counted_in_the_other_is_no_change():
    old = word_file((FEES, {"marker": "(a)", "label": "1(a)"}), (EXIT, {"marker": "(b)", "label": "1(b)"}))
    assert compare_documents(old, text_file(f"(a) {FEES}", f"(b) {EXIT}")).changes == ()


def test_a_number_inside_a_text_that_another_format_cuts_at_it_is_no_change():
    old = word_file(f"{FEES} 2.2. {EXIT}", LAW)
    new = text_file(FEES, (EXIT, {"marker": "2.2.", "typed": True, "label": "2.2"}), LAW)
    assert compare_documents(old, new).changes == ()


def test_an_entry_of_a_table_of_contents_is_the_same_with_another_leader():
    old = word_file("2.\tGeneral provisions\t16", FEES)
    assert compare_documents(old, pdf_file("GENERAL PROVISIONS ........", FEES)).changes == ()


def cell(table, row, column, **more):
    return {"cell": Cell(table, row, column, **more), "kind": "table-cell"}


def table_file(rows, *after, kind="docx"):
    """Make a document of a table and paragraphs after it."""
    cells = [(text, cell(0, i, j)) for i, row in enumerate(rows) for j, text in enumerate(row)]
    made = text_file(*cells, *after, kind=kind)
    return replace(made, tables=(Table(0, 0, len(cells), len(rows), len(rows[0])),))


RATES = [["Service", "Rate"], ["Support", "5 %"], ["Hosting", "9 %"], ["Training", "7 %"]]


def test_a_figure_in_a_cell_is_an_edit_of_that_cell():
    comparison = compare_documents(
        table_file(RATES, FEES), table_file([*RATES[:2], ["Hosting", "11 %"], RATES[3]], FEES)
    )
    assert kinds(comparison) == [("edited", (5,), (5,))]
    assert words(comparison) == [("9 %", "11 %")]


def test_a_row_that_is_added_is_added_cell_by_cell():
    rows = [*RATES[:2], ["Escrow of source code", "3 %"], *RATES[2:]]
    comparison = compare_documents(table_file(RATES), table_file(rows))
    assert kinds(comparison) == [("added", (), (4,)), ("added", (), (5,))]


def test_a_column_that_is_removed_is_removed_cell_by_cell():
    wide = [[*row, note] for row, note in zip(RATES, ("Note", "By phone", "In Ireland", "Twice a year"), strict=True)]
    comparison = compare_documents(table_file(wide), table_file(RATES))
    assert [change.kind for change in comparison.changes] == ["removed"] * 4
    assert [change.old for change in comparison.changes] == [(2,), (5,), (8,), (11,)]


def test_a_row_of_figures_alone_goes_with_the_row_at_its_place():
    old, new = [["2024", "5 %"], ["2025", "6 %"]], [["2024", "5 %"], ["2026", "8 %"]]
    assert words(compare_documents(table_file(old), table_file(new))) == [("2025", "2026"), ("6 %", "8 %")]


def test_a_table_that_moved_is_moved_whole():
    rows = [[f"{FEES} {i}", f"{LAW} {i}"] for i in range(2)]
    old = table_file(rows, INDEMNITY, EXIT, SECRECY)
    made = text_file(
        INDEMNITY, EXIT, SECRECY, *((t, cell(0, i, j)) for i, row in enumerate(rows) for j, t in enumerate(row))
    )
    new = replace(made, kind="docx", tables=(Table(0, 3, 7, 2, 2),))
    assert {change.kind for change in compare_documents(old, new).changes} == {"moved"}


def test_cells_that_a_pdf_prints_in_another_order_are_no_change():
    old = table_file([["Approved subprocessors", "As listed in the order form of the Customer"]], FEES)
    new = pdf_file("As listed in the order Approved subprocessors form of the Customer", FEES)
    assert compare_documents(old, new).changes == ()


def test_figures_that_changed_places_in_a_row_are_a_change_between_formats_too():
    old = table_file([["Monthly $5", "Yearly $70"]], FEES)
    assert compare_documents(old, pdf_file("Monthly $70 Yearly $5", FEES)).changes


def labelled(*labels):
    return [(text, {"label": label, "marker": f"{label}."}) for text, label in zip(ALL, labels, strict=True)]


def test_numbers_that_follow_an_added_clause_are_no_change():
    new = labelled("1", "2", "4", "5", "6")
    new.insert(2, ("All notices are in writing.", {"label": "3", "marker": "3."}))
    comparison = compare_documents(text_file(*labelled("1", "2", "3", "4", "5")), text_file(*new))
    assert kinds(comparison) == [("added", (), (2,))]


def test_numbers_that_follow_a_removed_clause_are_no_change():
    old = labelled("1", "2", "3", "4", "5")
    new = [(text, {"label": str(place)}) for place, (text, _) in enumerate(old[1:], start=1)]
    assert kinds(compare_documents(text_file(*old), text_file(*new))) == [("removed", (0,), ())]


def test_a_number_that_changed_by_itself_is_renumbered_and_those_after_it_are_not():
    comparison = compare_documents(
        text_file(*labelled("1", "2", "3", "4", "5")), text_file(*labelled("1", "2", "5", "6", "7"))
    )
    assert [(change.kind, change.labels) for change in comparison.changes] == [("renumbered", ("3", "5"))]


def test_a_number_that_the_program_counts_is_explained_by_one_that_it_counts_before_it():
    old = [(FEES, {"marker": "a.", "label": "1.a"}), (LAW, {}), (EXIT, {"marker": "b.", "label": "2.b"})]
    new = [(LAW, {}), (EXIT, {"marker": "a.", "label": "2.a"})]
    assert kinds(compare_documents(text_file(*old), text_file(*new))) == [("removed", (0,), ())]


def test_numbers_under_a_clause_whose_own_number_moved_on_are_no_change():
    old = [(FEES, {"label": "4"}), (EXIT, {"label": "4(a)"}), (LAW, {"label": "4(b)"})]
    new = [
        ("Notices are in writing.", {"label": "4"}),
        (FEES, {"label": "5"}),
        (EXIT, {"label": "5(a)"}),
        (LAW, {"label": "5(b)"}),
    ]
    assert kinds(compare_documents(text_file(*old), text_file(*new))) == [("added", (), (0,))]


def test_a_clause_that_moved_shows_the_numbers_that_it_had_and_has():
    old, new = labelled("1", "2", "3", "4", "5"), labelled("1", "2", "3", "4", "5")
    new = [(text, {"label": str(place)}) for place, (text, _) in enumerate([new[4], *new[:4]], start=1)]
    (change,) = compare_documents(text_file(*old), text_file(*new)).changes
    assert (change.kind, change.labels) == ("moved", ("5", "1"))


def bold(start, end):
    return {"styles": (TextStyle(Span(start, end), bold=True),)}


def test_emphasis_on_words_that_stayed_is_a_matter_of_looks():
    (change,) = compare_documents(word_file(FEES), word_file((FEES, bold(4, 12)))).changes
    assert (change.kind, change.formats, change.words) == ("formatting", ("“Licensee” is bold",), ())


def test_emphasis_taken_off_all_of_a_paragraph_is_said_once():
    (change,) = compare_documents(word_file((FEES, bold(0, len(FEES)))), word_file(FEES)).changes
    assert change.formats == ("all of it is no longer bold",)


def test_emphasis_is_followed_past_edited_words():
    new = FEES.replace("The Licensee", "The sole Licensee")
    (change,) = compare_documents(word_file((FEES, bold(4, 12))), word_file((new, bold(9, 17)))).changes
    assert (change.kind, change.formats) == ("edited", ())


def test_a_heading_made_plain_text_is_a_matter_of_looks():
    old, new = word_file((FEES, {"kind": "heading"} | bold(0, len(FEES)))), word_file((FEES, {"kind": "body"}))
    assert compare_documents(old, new).changes[0].formats == (
        "all of it is no longer bold",
        "is plain text, was a heading",
    )


def test_what_is_read_as_a_heading_for_what_stands_around_it_is_no_change():
    old, new = word_file((FEES, {"kind": "heading"})), word_file((FEES, {"kind": "body"}))
    assert compare_documents(old, new).changes == ()


def test_looks_are_not_compared_where_one_file_has_none():
    assert compare_documents(text_file(FEES), text_file((FEES, bold(4, 12)))).changes == ()


def test_a_heading_with_other_words_at_the_same_place_is_edited():
    old = text_file(FEES, ("Plugins", {"kind": "heading"}), LAW)
    new = text_file(FEES, ("Connectors", {"kind": "heading"}), LAW)
    assert words(compare_documents(old, new)) == [("Plugins", "Connectors")]


def test_a_page_number_that_the_program_counts_is_no_change():
    page = {"story": "footer", "fields": (FieldResult(Span(5, 7), "PAGE"),)}
    old, new = word_file(FEES, ("Page 12", page)), word_file(FEES, ("Page 99", page))
    assert compare_documents(old, new).changes == ()


def test_headers_are_compared_with_headers():
    old = word_file(FEES, ("Draft of May", {"story": "header"}))
    new = word_file(FEES, ("Draft of June", {"story": "header"}))
    assert words(compare_documents(old, new)) == [("May", "June")]


def test_what_could_not_be_read_of_either_is_said():
    comparison = compare_documents(text_file(FEES, not_read=("a picture",)), text_file(FEES))
    assert comparison.not_compared == ("x.text: a picture",)


PARTIES = Parties(("Licensee",), ("Vendor",), (Party("Heron Systems Ltd", ("Vendor",), "vendor"),))


@pytest.mark.parametrize(
    ("before", "after", "about"),
    [
        ("due within thirty (30) days of it", "due within ten (10) days of it", "duration"),
        ("kept for five years after it", "kept for five months after it", "duration"),
        ("a cap of USD 5,000 in all", "a cap of USD 900 in all", "money"),
        ("a cap of £100 in all", "a cap of €100 in all", "money"),
        ("a share of 5 % of it", "a share of 7.5 % of it", "number"),
        ("three copies of it", "four copies of it", "number"),
        ("from 31 March 2026 on", "from 1 May 2026 on", "date"),
        ("from May 1 on, at most", "from September 28 on, at most", "date"),
        ("the Service is here", "the Hosted Platform is here", "term"),
        ("paid by the Licensee alone", "paid by the Vendor alone", "party"),
        ("paid by the Licensee alone", "paid by Heron Systems Ltd alone", "party"),
        ("as in Section 5 above", "as in Section 7 above", "reference"),
        ("a material breach of it", "a grave breach of it", "words"),
        ("with all due care for it", "with care for it", "words"),
    ],
)
def test_words_that_differ_say_what_they_are(before, after, about):
    place = Place(0, Span(6, 15))
    fields = {
        "terms": tuple(DefinedTerm(term, 0, Span(0, 1)) for term in ("Service", "Hosted Platform")),
        "parties": PARTIES,
        "references": (CrossReference(place, "clause", "5", None),) if "Section" in before else (),
    }
    comparison = compare_documents(text_file(f"{before}; {LAW}", **fields), text_file(f"{after}; {LAW}", **fields))
    assert [word.about for change in comparison.changes for word in change.words] == [about]


def test_a_cell_with_other_words_is_edited_between_formats_too():
    old = table_file([["Seat of the court", "Oregon"], ["Notice by", "Registered letter"]], FEES)
    new = table_file([["Seat of the court", "Texas"], ["Notice by", "Registered letter"]], FEES, kind="pdf")
    assert words(compare_documents(old, new)) == [("Oregon", "Texas")]
