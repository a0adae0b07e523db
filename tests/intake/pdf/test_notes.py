from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from app.intake.blocks import Block
from app.intake.pdf.marks import attach_notes
from app.intake.pdf.notes import PageNote, attached_files, page_notes
from app.model.document import Anchor
from app.model.marks import Box, Link, MarginComment
from app.model.span import Span

HEIGHT = 792
AUTHOR, SAID = "R. Eader", "This goes too far."


@pytest.fixture
def canvas():
    return Canvas(BytesIO(), pagesize=(612, HEIGHT))


def saved(canvas):
    canvas.showPage()
    canvas._doc.SaveToFile(file := BytesIO(), canvas)
    return file.getvalue()


def notes_of(canvas):
    pdf = pypdfium2.PdfDocument(saved(canvas))
    return page_notes(pdf, pdf[0], 1)


def annotate(canvas, subtype, box, quads=(), **entries):
    """Put an annotation on the page; boxes are left, top, right and bottom from its top left corner."""

    def points(left, top, right, bottom):
        return left, HEIGHT - bottom, right, HEIGHT - top

    values = {key: PDFString(value) if isinstance(value, str) else value for key, value in entries.items()}
    values |= {"Type": PDFName("Annot"), "Subtype": PDFName(subtype), "Rect": PDFArray(points(*box))}
    if quads:
        corners = [points(*quad) for quad in quads]
        values["QuadPoints"] = PDFArray(
            [at for left, low, right, high in corners for at in (left, high, right, high, left, low, right, low)]
        )
    canvas._addAnnotation(PDFDictionary(values), entries.get("NM"))


def test_a_note_says_who_when_and_what(canvas):
    annotate(canvas, "Text", (500, 100, 520, 120), Contents=SAID, T=AUTHOR, M="D:20260331104500+02'00'", NM="one")
    assert notes_of(canvas) == (
        PageNote(
            page=1,
            places=((500.0, 100.0, 520.0, 120.0),),
            is_on_words=False,
            text=SAID,
            author=AUTHOR,
            date="2026-03-31T10:45:00+02:00",
            id="one",
        ),
    )


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("D:20260331", "2026-03-31"),
        ("20260331104500Z", "2026-03-31T10:45:00Z"),
        ("D:202603", "2026-03"),
        ("yesterday", ""),
    ],
)
def test_dates_of_pdf_become_dates_of_iso(canvas, stated, date):
    annotate(canvas, "Text", (500, 100, 520, 120), Contents=SAID, M=stated)
    assert notes_of(canvas)[0].date == date


@pytest.mark.parametrize("subtype", ["Highlight", "Underline", "StrikeOut", "Squiggly"])
def test_a_mark_covers_each_of_its_lines(canvas, subtype):
    lines = ((100, 100, 300, 112), (80, 114, 150, 126))
    annotate(canvas, subtype, (80, 100, 300, 126), lines, Contents=SAID)
    (note,) = notes_of(canvas)
    assert note.is_on_words
    assert note.places == tuple(tuple(map(float, line)) for line in lines)


@pytest.mark.parametrize(("subtype", "text"), [("StrikeOut", "(strikeout)"), ("Highlight", "(highlight)")])
def test_a_mark_that_says_nothing_is_named(canvas, subtype, text):
    annotate(canvas, subtype, (80, 100, 300, 112))
    assert notes_of(canvas)[0].text == text


@pytest.mark.parametrize("subtype", ["FreeText", "Stamp", "Caret"])
def test_other_notes_stand_near_words(canvas, subtype):
    annotate(canvas, subtype, (80, 100, 300, 112), Contents=SAID)
    (note,) = notes_of(canvas)
    assert (note.text, note.is_on_words) == (SAID, False)


def test_a_drawing_without_words_is_no_note(canvas):
    annotate(canvas, "Ink", (80, 100, 300, 112))
    assert notes_of(canvas) == ()


def test_a_hidden_note_is_left_out(canvas):
    annotate(canvas, "Text", (80, 100, 300, 112), Contents=SAID, F=2)
    assert notes_of(canvas) == ()


def test_a_note_in_rich_text_is_read(canvas):
    rich = "<body xmlns='http://www.w3.org/1999/xhtml'><p>Not &amp; never.</p><p>Why?</p></body>"
    annotate(canvas, "Text", (80, 100, 300, 112), RC=rich)
    assert notes_of(canvas)[0].text == "Not & never.\nWhy?"


def test_an_answer_names_the_note_it_answers(canvas):
    annotate(canvas, "Text", (500, 100, 520, 120), Contents=SAID, NM="first")
    first = canvas._annotationrefs[0]
    annotate(canvas, "Text", (500, 100, 520, 120), Contents="It does not.", NM="second", IRT=first)
    assert [note.reply_to for note in notes_of(canvas)] == ["", "first"]


def test_a_note_marked_as_done_is_resolved(canvas):
    annotate(canvas, "Text", (500, 100, 520, 120), Contents=SAID, NM="first")
    first = canvas._annotationrefs[0]
    annotate(canvas, "Text", (0, 0, 9, 9), StateModel="Review", State="Completed", NM="second", IRT=first)
    assert [(note.id, note.resolved) for note in notes_of(canvas)] == [("first", True)]


def test_links_to_addresses_are_read(canvas):
    canvas.linkURL("https://rules.example/use", (100, HEIGHT - 112, 200, HEIGHT - 100))
    (link,) = notes_of(canvas)
    assert link.target == "https://rules.example/use"
    assert link.places == ((100.0, 100.0, 200.0, 112.0),)


def test_addresses_that_are_no_web_or_mail_are_left_out(canvas):
    canvas.linkURL("javascript:run()", (100, 600, 200, 620))
    canvas.linkURL("www.rules.example", (100, 600, 200, 620))
    canvas.linkURL("file:///etc/passwd", (100, 600, 200, 620))
    assert [note.target for note in notes_of(canvas)] == ["http://www.rules.example"]


def test_links_within_the_document_are_left_out(canvas):
    canvas.bookmarkPage("top")
    canvas.linkAbsolute("", "top", (100, 600, 200, 620))
    assert notes_of(canvas) == ()


def test_attached_files_are_named(canvas):
    pdf = pypdfium2.PdfDocument(saved(canvas))
    pdf.new_attachment("data protection.docx")
    assert attached_files(pdf) == ("data protection.docx",)


def block(page, number, *words, top=100.0):
    """Return a block of one line whose words are 50 points wide, with 10 between them."""
    boxes, start = [], 0
    for place, word in enumerate(words):
        left = 60.0 * place
        boxes.append(Box(start, start + len(word), page, left, top, left + 50, top + 12))
        start += len(word) + 1
    return Block(" ".join(words), Anchor("", number, page=page), boxes=tuple(boxes))


@pytest.fixture
def blocks():
    return [
        block(1, 0, "The", "customer", "pays", top=100),
        block(1, 1, "all", "taxes", "on", top=120),
        block(3, 0, "The", "term", "ends", top=100),
    ]


def note(*places, page=1, **other):
    return PageNote(page, places, **{"is_on_words": True, "text": SAID, "id": "n", **other})


def test_a_mark_becomes_a_comment_on_the_words_under_it(blocks):
    attached = attach_notes(blocks, [note((60, 100, 170, 112), author=AUTHOR, date="2026-03-31")])
    assert attached[0].comments == (MarginComment(Span(4, 17), "n", SAID, AUTHOR, "2026-03-31"),)
    assert attached[1:] == blocks[1:]


def test_a_mark_over_two_paragraphs_is_one_comment_on_the_first(blocks):
    attached = attach_notes(blocks, [note((120, 100, 170, 112), (0, 120, 50, 132))])
    assert [[comment.span for comment in each.comments] for each in attached] == [[Span(13, 17)], [], []]


def test_a_note_goes_to_the_word_next_to_it_with_an_empty_span(blocks):
    attached = attach_notes(blocks, [note((175, 121, 190, 131), is_on_words=False)])
    assert attached[1].comments == (MarginComment(Span(10, 10), "n", SAID),)


def test_a_mark_without_words_under_it_is_kept_nearby(blocks):
    attached = attach_notes(blocks, [note((300, 300, 320, 320))])
    assert attached[1].comments == (MarginComment(Span(10, 10), "n", SAID),)


@pytest.mark.parametrize(("page", "block"), [(2, 1), (9, 2)])
def test_a_note_on_a_page_without_text_goes_to_the_page_before(blocks, page, block):
    attached = attach_notes(blocks, [note((300, 300, 320, 320), page=page)])
    assert [bool(each.comments) for each in attached] == [number == block for number in range(3)]


def test_a_link_is_put_on_its_words_in_each_paragraph(blocks):
    target = "https://rules.example"
    attached = attach_notes(blocks, [note((60, 100, 170, 112), (0, 120, 50, 132), text="", target=target)])
    assert attached[0].links == (Link(Span(4, 17), target),)
    assert attached[1].links == (Link(Span(0, 3), target),)


def test_links_of_neighbouring_words_to_one_address_are_one(blocks):
    links = [note(place, text="", target="https://rules.example") for place in ((0, 100, 50, 112), (60, 100, 110, 112))]
    assert attach_notes(blocks, links)[0].links == (Link(Span(0, 12), "https://rules.example"),)


def test_a_link_without_words_is_left_out(blocks):
    assert attach_notes(blocks, [note((300, 300, 320, 320), text="", target="https://logo.example")]) == blocks


def test_without_blocks_there_is_nothing_to_attach_to():
    assert attach_notes([], [note((0, 0, 9, 9))]) == []
