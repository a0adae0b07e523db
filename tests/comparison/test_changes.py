"""Two documents side by side: what differs in which paragraphs."""

from pathlib import Path

from app.comparison.changes import compare_documents
from app.model.comparison import Row, WordChange
from app.model.document import Anchor, Document, Paragraph
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
