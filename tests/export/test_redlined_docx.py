"""Redlines in the Word file they belong to."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import ExportError
from app.export.redlined_docx import plan_changes, write_redlined_docx
from app.model.document import Anchor, DefinedTerm, Document, Paragraph
from app.model.redline import Citation, Comment, Edit, NewParagraph, Redline
from app.model.span import Span
from app.ooxml.changes import Cited, Place
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text

PATH = Path("licence.docx")
MAIN = "word/document.xml"
TEXTS = ("The fee is due in thirty (30) days.", "You may end this licence at any time.", "This law governs.")


@pytest.fixture
def data(make_package):
    heading = "<w:r><w:t>2.</w:t><w:tab/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>End.</w:t></w:r>"
    typed = f"<w:p>{heading}<w:r><w:t> {TEXTS[1]}</w:t></w:r></w:p>"
    return make_package(
        f"<w:p/><w:p><w:r><w:t>{TEXTS[0]}</w:t></w:r></w:p>{typed}<w:p><w:r><w:t>{TEXTS[2]}</w:t></w:r></w:p>"
    )


@pytest.fixture
def document(data):
    paragraphs = (
        Paragraph(0, TEXTS[0], Anchor(MAIN, 1)),
        Paragraph(1, f"End. {TEXTS[1]}", Anchor(MAIN, 2, offset=3), marker="2.", typed=True, label="2"),
        Paragraph(2, TEXTS[2], Anchor(MAIN, 3)),
    )
    return Document(PATH, data, "", "docx", "Licence", paragraphs)


@pytest.fixture
def redlined(data, document):
    def write(*redlines, degree="surgical"):
        when = datetime(2026, 1, 2, tzinfo=UTC)
        written = write_redlined_docx(data, PATH, document, redlines, author="Ann", when=when, degree=degree)
        return open_package(written.data, PATH)

    return write


def texts(package):
    return [read_text(p).text for p in paragraphs_of(package.tree(MAIN))]


def deleted(package):
    return ["".join(mark.itertext()) for mark in package.tree(MAIN).iter(w("del"))]


def comments(package):
    listed = package.related(package.main, "comments")
    return ["".join(comment.itertext()) for comment in package.tree(listed[0])] if listed else []


def test_only_the_words_that_differ_are_marked(redlined):
    after = redlined(Redline("fees", (Edit(0, Span(18, 34), "sixty (60) days"),)))
    assert texts(after)[1] == "The fee is due in sixty (60) days."
    assert deleted(after) == ["thirty (30)"]


def test_offsets_count_after_a_typed_number(redlined):
    after = redlined(Redline("exit", (Edit(1, Span(0, 3), "Close"),)))
    assert texts(after)[2] == f"2.\tClose. {TEXTS[1]}"


def test_edits_of_several_redlines_in_one_paragraph_are_all_made(redlined):
    after = redlined(
        Redline("late", (Edit(0, Span(34, 34), " of receipt"),)), Redline("fees", (Edit(0, Span(4, 7), "charge"),))
    )
    assert texts(after)[1] == "The charge is due in thirty (30) days of receipt."


def test_redlines_that_change_the_same_words_are_refused_by_name(redlined):
    with pytest.raises(ExportError, match="paragraph 1: the redlines for fees and for days change the same words"):
        redlined(Redline("fees", (Edit(0, Span(15, 24), "at"),)), Redline("days", (Edit(0, Span(18, 34), "now"),)))


def test_a_new_clause_stands_in_the_manner_of_another(redlined):
    new = NewParagraph(after=0, like=1, text="Cure. You have a month.", marker="3.", heading="Cure.")
    after = redlined(Redline("cure", insertions=(new,)))
    assert texts(after)[2] == "3.\tCure. You have a month."
    runs = list(paragraphs_of(after.tree(MAIN))[2].iter(w("r")))
    assert [r.find(f"{w('rPr')}/{w('b')}") is not None for r in runs] == [False, True, False]


@pytest.mark.parametrize(
    "redline",
    [
        Redline("a", (Edit(0, Span(4, 7), "x"), Edit(2, Span(0, 4), "That")), comment=Comment("Why")),
        Redline("b", insertions=(NewParagraph(0, 0, "One."), NewParagraph(0, 0, "Two.")), comment=Comment("Why")),
        Redline("c", comment=Comment("Why"), anchor=2),
    ],
    ids=["edits", "insertions", "anchor"],
)
def test_a_redline_has_its_comment_once(redlined, redline):
    assert comments(redlined(redline)) == ["Why"]


def test_the_comment_is_on_the_first_edit(redlined):
    after = redlined(Redline("a", (Edit(0, Span(4, 7), "x"), Edit(2, Span(0, 4), "That")), comment=Comment("Why")))
    first = paragraphs_of(after.tree(MAIN))[1]
    assert first.find(w("commentRangeStart")) is not None


def test_no_redline_leaves_the_file_as_it_was(data, document):
    when = datetime(2026, 1, 2, tzinfo=UTC)
    package = open_package(write_redlined_docx(data, PATH, document, (), author="Ann", when=when).data, PATH)
    assert all(package.read(name) == open_package(data, PATH).read(name) for name in package.names)


def test_a_file_that_is_not_the_one_that_was_read_is_refused(document, make_package):
    other = make_package("<w:p><w:r><w:t>Something else.</w:t></w:r></w:p>")
    redline = Redline("a", (Edit(0, Span(0, 3), "A"),))
    with pytest.raises(ExportError, match=r"licence\.docx: paragraph 1 is no longer what was read"):
        write_redlined_docx(other, PATH, document, (redline,), author="Ann", when=datetime(2026, 1, 2, tzinfo=UTC))


TWO_IN_A_SENTENCE = (
    Redline("price", (Edit(0, Span(4, 7), "charge"),), comment=Comment("Price")),
    Redline("days", (Edit(0, Span(18, 29), "sixty (60)"),), comment=Comment("Days")),
)


@pytest.mark.parametrize("degree", ["sentence", "clause"])
def test_redlines_in_one_sentence_become_one_edit_with_all_their_comments(redlined, degree):
    after = redlined(*TWO_IN_A_SENTENCE, degree=degree)
    assert deleted(after) == [TEXTS[0]]
    assert texts(after)[1] == "The charge is due in sixty (60) days."
    assert comments(after) == ["Price", "Days"]


@pytest.mark.parametrize(
    ("degree", "struck"), [("surgical", ["any"]), ("sentence", [TEXTS[1]]), ("clause", [f"End. {TEXTS[1]}"])]
)
def test_the_degree_says_how_much_is_struck_and_never_the_typed_number(redlined, degree, struck):
    after = redlined(Redline("exit", (Edit(1, Span(33, 36), "no"),)), degree=degree)
    assert deleted(after) == struck
    assert texts(after)[2] == "2.\tEnd. You may end this licence at no time."


def test_a_sentence_put_in_by_one_redline_stands_beside_the_one_that_another_rewrites(redlined):
    new = Redline("late", (Edit(0, Span(35, 35), " It bears no interest."),), comment=Comment("Late"))
    after = redlined(TWO_IN_A_SENTENCE[0], new, degree="sentence")
    assert texts(after)[1] == "The charge is due in thirty (30) days. It bears no interest."
    assert deleted(after) == [TEXTS[0]]
    assert comments(after) == ["Price", "Late"]


def test_redlines_that_change_the_same_words_are_refused_at_every_degree(redlined):
    clash = (Redline("fees", (Edit(0, Span(15, 24), "at"),)), Redline("days", (Edit(0, Span(18, 34), "now"),)))
    with pytest.raises(ExportError, match="change the same words"):
        redlined(*clash, degree="clause")


@pytest.fixture
def planned(data, document):
    def plan(*redlines, degree="surgical"):
        return plan_changes(open_package(data, PATH), document, redlines, degree)

    return plan


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (Edit(0, Span(34, 34), " under Section 2"), "Section 2"),
        (Edit(2, Span(5, 8), "section 2"), "section 2"),
        (Edit(2, Span(0, 4), "§ 2"), "§ 2"),
    ],
)
def test_a_place_cited_in_an_edit_is_found_in_the_file(planned, edit, text):
    (change,) = planned(Redline("fees", (edit,), citations=(Citation(text, "2", 1),)))
    assert change.cited == (Cited(text, "2", Place(MAIN, 2)),)


def test_a_number_that_is_changed_behind_its_noun_is_cited_alone(planned):
    citation = Citation("law 2", "2", 1)
    (change,) = planned(Redline("law", (Edit(2, Span(9, 16), "2"),), citations=(citation,)))
    assert change.cited == (Cited("2", "2", Place(MAIN, 2)),)


def test_a_place_cited_in_a_new_paragraph_is_found_in_the_file(planned):
    new = NewParagraph(after=0, like=2, text="Section 2 stays.")
    (change,) = planned(Redline("stay", insertions=(new,), citations=(Citation("Section 2", "2", 1),)))
    assert change.wordings[0].cited == (Cited("Section 2", "2", Place(MAIN, 2)),)


def test_an_edit_that_cites_nothing_has_no_citation(planned):
    first, second = planned(
        Redline(
            "fees", (Edit(0, Span(4, 7), "price"), Edit(2, Span(5, 8), "§ 2")), citations=(Citation("§ 2", "2", 1),)
        )
    )
    assert (first.cited, len(second.cited)) == ((), 1)


def test_a_defined_term_is_replaced_whole(data, document):
    named = replace(document, terms=(DefinedTerm("this licence", 1, Span(0, 0)),))
    redline = Redline("end", (Edit(1, Span(17, 29), "this Agreement"),))
    (change,) = plan_changes(open_package(data, PATH), named, (redline,))
    (edit,) = change.edits
    assert (
        read_text(paragraphs_of(open_package(data, PATH).tree(MAIN))[2]).text[edit.start : edit.end] == "this licence"
    )


@pytest.fixture
def parted(make_package):
    """Insert after the first of paragraphs that empty ones part; return the texts once all is accepted."""

    def insert(between):
        body = between.join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in TEXTS)
        data = make_package(body)
        elements = paragraphs_of(open_package(data, PATH).tree(MAIN))
        ordinals = [number for number, p in enumerate(elements) if read_text(p).text.strip()]
        paragraphs = tuple(
            Paragraph(index, text, Anchor(MAIN, at))
            for index, (text, at) in enumerate(zip(TEXTS, ordinals, strict=True))
        )
        document = Document(PATH, data, "", "docx", "Licence", paragraphs)
        new = tuple(NewParagraph(0, 0, text) for text in ("One.", "Two."))
        written = write_redlined_docx(
            data, PATH, document, (Redline("new", insertions=new),), author="Ann", when=datetime(2026, 1, 2, tzinfo=UTC)
        )
        return texts(open_package(written.data, PATH))

    return insert


def test_new_paragraphs_are_parted_by_empty_ones_as_their_neighbours_are(parted):
    assert parted("<w:p/>") == [TEXTS[0], "", "One.", "", "Two.", "", TEXTS[1], "", TEXTS[2]]


@pytest.mark.parametrize(
    "between",
    ["", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>', "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"],
    ids=["nothing", "a page break", "a section's end"],
)
def test_new_paragraphs_follow_at_once_where_no_empty_ones_part(parted, between):
    after = parted(between)
    assert after[after.index(TEXTS[0]) + 1 :][:2] == ["One.", "Two."]


JOINED = ("The fee is due ", "", "in thirty days.", "Rest.")


@pytest.fixture
def joined(make_package):
    """Give a file whose first three paragraphs run into one, and write redlines into it."""
    gone = '<w:pPr><w:rPr><w:del w:id="7" w:author="Bob" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:pPr>'
    marks = (gone, gone, "", "")
    body = "".join(
        f'<w:p>{mark}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        for mark, text in zip(marks, JOINED, strict=True)
    )
    data = make_package(body)
    paragraphs = (
        Paragraph(0, "".join(JOINED[:3]), Anchor(MAIN, 0, joined=(1, 2))),
        Paragraph(1, JOINED[3], Anchor(MAIN, 3)),
    )
    document = Document(PATH, data, "", "docx", "Licence", paragraphs)

    def write(*redlines):
        when = datetime(2026, 1, 2, tzinfo=UTC)
        return open_package(write_redlined_docx(data, PATH, document, redlines, author="Ann", when=when).data, PATH)

    return write


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (Edit(0, Span(4, 7), "price"), ["The price is due ", "", "in thirty days."]),
        (Edit(0, Span(18, 24), "sixty"), ["The fee is due ", "", "in sixty days."]),
        (Edit(0, Span(11, 24), "payable within sixty"), ["The fee is payable within sixty", "", " days."]),
        (Edit(0, Span(15, 15), "at once "), ["The fee is due at once ", "", "in thirty days."]),
        (Edit(0, Span(30, 30), " Always."), ["The fee is due ", "", "in thirty days. Always."]),
        (Edit(0, Span(0, 30), ""), ["", "", ""]),
    ],
    ids=["first", "last", "across", "between", "end", "all"],
)
def test_edits_of_a_paragraph_that_runs_over_several_are_made_in_each(joined, edit, after):
    redlined = joined(Redline("fees", (edit,), comment=Comment("Why")))
    assert texts(redlined) == [*after, "Rest."]
    assert comments(redlined) == ["Why"]


def test_a_new_paragraph_follows_the_last_of_those_that_run_into_one(joined):
    new = NewParagraph(after=0, like=0, text="Cure follows.")
    assert texts(joined(Redline("cure", insertions=(new,)))) == [*JOINED[:3], "Cure follows.", "Rest."]


def test_another_view_than_the_accepted_one_cannot_be_redlined(data, document):
    when = datetime(2026, 1, 2, tzinfo=UTC)
    with pytest.raises(ExportError, match=r"licence\.docx: it was read in the original view"):
        write_redlined_docx(data, PATH, replace(document, view="original"), (), author="Ann", when=when)
