from dataclasses import replace

import pytest

from app.desktop.text_marks import DocumentMarks, Lead, revision_word
from app.model.document import CrossReference
from app.model.marks import Box, Link, MarginComment, Revision, TextStyle
from app.model.span import Place, Span

WORD = Span(0, 3)


def marks(document, index, view="accepted", references=(), **fields):
    paragraphs = list(document.paragraphs)
    paragraphs[index] = replace(paragraphs[index], **fields)
    made = replace(document, paragraphs=tuple(paragraphs), view=view, references=references)
    return [(mark.look, mark.tip, mark.lead) for mark in DocumentMarks(made).marks_of(paragraphs[index])]


@pytest.fixture
def noted(document):
    """A document whose paragraph 6 cites the note that its last paragraph is."""
    paragraphs = list(document.paragraphs)
    paragraphs[6] = replace(paragraphs[6], links=(Link(Span(8, 8), "#footnote-2"),))
    paragraphs[15] = replace(paragraphs[15], story="footnote", names=("footnote-2",))
    return replace(document, paragraphs=tuple(paragraphs))


def test_hidden_text_is_told_to_be_hidden(document):
    ((look, tip, _),) = marks(document, 3, styles=(TextStyle(WORD, hidden=True),))
    assert look == "hidden"
    assert tip.startswith("Hidden text")


def test_a_word_read_without_confidence_says_how_sure_it_is(document):
    boxes = (Box(0, 3, 1, 0, 0, 9, 9, 0.62), Box(4, 9, 1, 10, 0, 19, 9, 0.8))
    assert marks(document, 3, boxes=boxes) == [("unsure", "Read from the image of the page: 62 % sure", None)]


def test_a_reference_leads_to_the_paragraph_that_it_means(document):
    reference = CrossReference(Place(3, WORD), "clause", "5", 12)
    assert marks(document, 3, references=(reference,)) == [
        ("reference", "Goes to 5: Term and ending", Lead(paragraph=12))
    ]


def test_a_broken_reference_leads_nowhere(document):
    assert marks(document, 3, references=(CrossReference(Place(3, WORD), "clause", "99", None),)) == []


def test_a_link_to_a_name_in_the_document_leads_there(document):
    document = replace(
        document,
        paragraphs=(
            *document.paragraphs[:14],
            replace(document.paragraphs[14], names=("law",)),
            document.paragraphs[15],
        ),
    )
    assert marks(document, 3, links=(Link(WORD, "#law"),)) == [("reference", "Goes to 6: Law", Lead(paragraph=14))]


def test_a_link_to_a_name_that_nothing_bears_is_plain_text(document):
    assert marks(document, 3, links=(Link(WORD, "#gone"),)) == []


def test_an_address_is_shown_as_it_is(document):
    found = marks(document, 3, links=(Link(WORD, "https://example.org/policy"),))
    assert found == [("address", "https://example.org/policy", Lead(address="https://example.org/policy"))]


def test_a_note_has_its_number_where_it_is_cited(noted):
    (sign,) = DocumentMarks(noted).signs_of(noted.paragraphs[6])
    assert (sign.at, sign.text, sign.lead) == (8, "1", Lead(paragraph=15))
    assert sign.tip == noted.paragraphs[15].text


def test_a_note_leads_back_to_where_it_is_cited(noted):
    found = DocumentMarks(noted)
    (sign,) = found.signs_of(noted.paragraphs[15])
    assert (sign.at, sign.lead) == (len(noted.paragraphs[15].text), Lead(paragraph=6))
    assert found.marker_of(noted.paragraphs[15]) == "1"


def test_a_note_keeps_the_number_that_is_printed(noted):
    paragraphs = (*noted.paragraphs[:15], replace(noted.paragraphs[15], marker="iv"))
    document = replace(noted, paragraphs=paragraphs)
    (sign,) = DocumentMarks(document).signs_of(document.paragraphs[6])
    assert sign.text == "iv"


def test_a_comment_has_a_sign_after_its_words(document):
    comment = MarginComment(Span(4, 12), "0", "Who?", "Ada")
    paragraphs = list(document.paragraphs)
    paragraphs[3] = replace(paragraphs[3], comments=(comment,))
    found = DocumentMarks(replace(document, paragraphs=tuple(paragraphs)))
    (sign,) = found.signs_of(paragraphs[3])
    assert (sign.at, sign.text, sign.lead) == (12, "C1", Lead(thread=1))
    assert [mark.span for mark in found.marks_of(paragraphs[3])] == [Span(4, 12)]


CHANGES = (
    Revision(WORD, "insertion", "Ada", "2026-03-31T10:00:00Z", "The"),
    Revision(Span(4, 12), "moved-from", "Ben", text="Provider"),
    Revision(Span(13, 19), "formatting"),
)


def test_tracked_changes_are_marked_in_the_marked_view(document):
    assert [(look, tip) for look, tip, _ in marks(document, 3, "marked", revisions=CHANGES)] == [
        ("inserted", "Inserted by Ada 2026-03-31 10:00"),
        ("deleted", "Moved away by Ben"),
        ("reformatted", "Looks changed"),
    ]


def test_other_views_show_tracked_changes_as_plain_text(document):
    assert marks(document, 3, revisions=CHANGES) == []


@pytest.mark.parametrize(
    ("kind", "text", "look"),
    [
        ("mark-insertion", "¶", "inserted"),
        ("mark-deletion", "¶", "deleted"),
        ("row-insertion", "[row]", "inserted"),
        ("row-deletion", "[row]", "deleted"),
    ],
)
def test_changes_of_paragraphs_and_rows_have_a_sign(document, kind, text, look):
    paragraph = replace(document.paragraphs[3], revisions=(Revision(Span(5, 5), kind),))
    paragraphs = (*document.paragraphs[:3], paragraph, *document.paragraphs[4:])
    (sign,) = DocumentMarks(replace(document, paragraphs=paragraphs, view="marked")).signs_of(paragraph)
    assert (sign.text, sign.look) == (text, look)


def test_a_tracked_change_without_author_and_date_is_told_without_them():
    assert revision_word(Revision(WORD, "deletion")) == "Deleted"
