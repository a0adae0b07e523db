"""PDF files to paragraphs."""

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from app.errors import Cancelled, DocumentError, EncryptedFileError, NoTextError
from app.intake.reader import read_document
from app.model.document import Opening

PAGE = [
    (72, 100, "HERON MODEL LICENCE", "Helvetica-Bold"),
    (72, 130, "1. Use. You may use the model for any lawful purpose, as long as you keep this", "Helvetica"),
    (72, 144, "notice with every copy that you give away, and you may change it as much as you", "Helvetica"),
    (72, 158, "like.", "Helvetica"),
    (90, 180, "(a) You may not take the name of the model for your own products or for other prod-", "Helvetica"),
    (90, 194, "ucts of yours.", "Helvetica"),
    (90, 208, "(b) You tell others of these terms.", "Helvetica"),
    (72, 230, "2. End. These terms end when you break them, and you must then delete the model", "Helvetica"),
]
NEXT = [
    (72, 100, "and all the copies of it.", "Helvetica"),
    (72, 122, "3. Law. The law of Albany applies.", "Helvetica"),
]


def with_furniture(lines, page):
    return [(72, 40, "Heron Labs - confidential", "Helvetica"), *lines, (290, 810, f"Page {page} of 2", "Helvetica")]


@pytest.fixture
def licence(write_pdf):
    return read_document(write_pdf(with_furniture(PAGE, 1), with_furniture(NEXT, 2)))


def test_lines_are_joined_to_paragraphs_across_pages(licence, texts):
    assert texts(licence) == [
        "HERON MODEL LICENCE",
        f"Use. {' '.join(text for _, _, text, _ in PAGE[1:4]).removeprefix('1. Use. ')}",
        "You may not take the name of the model for your own products or for other products of yours.",
        "You tell others of these terms.",
        "End. These terms end when you break them, and you must then delete the model and all the copies of it.",
        "Law. The law of Albany applies.",
    ]


def test_a_clause_goes_on_after_a_sentence_that_ends_a_page(write_pdf, texts):
    first = ["1. Fees. You pay whatever you owe us when it is due and not a day later than that, at our offices."]
    assert len(texts(read_document(write_pdf(first, ["You pay in gold."])))) == 1


def test_a_clause_set_in_from_its_number_goes_on_after_a_sentence(write_pdf, texts):
    lines = [
        (72, 100, "1. Fees. You pay whatever you owe us when it is due and not a day later than that.", "Helvetica"),
        (90, 114, "You pay in gold.", "Helvetica"),
    ]
    assert len(texts(read_document(write_pdf(lines)))) == 1


def test_numbers_become_labels(licence, labels):
    assert labels(licence) == ["", "1", "1(a)", "1(b)", "2", "3"]


def test_the_anchor_names_the_page(licence):
    assert [(each.anchor.page, each.anchor.index) for each in licence.paragraphs][-2:] == [(1, 7), (2, 1)]
    assert licence.pages == 2


def test_bold_is_read_from_the_font(licence):
    assert [style.bold for style in licence.paragraphs[0].styles] == [True]


def test_a_hyphen_of_a_compound_word_stays(write_pdf, texts):
    lines = [
        "You pay whatever you owe us when it is due and not a day later, on fair and even and non-",
        "exclusive terms.",
    ]
    assert texts(read_document(write_pdf(lines)))[0].endswith("non-exclusive terms.")


def test_a_page_without_text_is_named(write_pdf):
    document = read_document(write_pdf(["You pay at once."], []))
    assert document.not_read == ()
    assert [page.way for page in document.page_list] == ["text", "none"]
    assert [page.way for page in document.page_list] == ["text", "none"]


def test_pages_without_text_are_refused(write_pdf):
    with pytest.raises(NoTextError, match="empty"):
        read_document(write_pdf([], []))


def test_a_pdf_with_a_password_asks_for_it(write_pdf):
    with pytest.raises(EncryptedFileError, match="--password"):
        read_document(write_pdf(["You pay at once."], encrypt="secret"))


def test_a_wrong_password_is_refused(write_pdf):
    with pytest.raises(EncryptedFileError, match="does not open it"):
        read_document(write_pdf(["You pay at once."], encrypt="secret"), Opening(password="guess"))


@pytest.mark.parametrize("password", ["secret", "of the owner"])
def test_the_password_of_the_user_and_of_the_owner_open_it(write_pdf, texts, password):
    protection = StandardEncryption("secret", ownerPassword="of the owner", strength=128)
    path = write_pdf(["You pay at once."], encrypt=protection)
    assert texts(read_document(path, Opening(password=password))) == ["You pay at once."]


def test_a_pdf_that_only_its_owner_may_change_is_read(write_pdf, texts):
    path = write_pdf(["You pay at once."], encrypt=StandardEncryption("", ownerPassword="of the owner", strength=128))
    assert texts(read_document(path)) == ["You pay at once."]


def test_running_headers_and_page_numbers_are_set_aside(licence):
    assert [(each.page, each.text) for each in licence.set_aside] == [
        (1, "Heron Labs - confidential"),
        (1, "Page 1 of 2"),
        (2, "Heron Labs - confidential"),
        (2, "Page 2 of 2"),
    ]


def test_every_word_has_its_box(licence):
    words = [[each.text[box.start : box.end] for box in each.boxes] for each in licence.paragraphs]
    assert words[0] == ["HERON", "MODEL", "LICENCE"]
    assert words[3] == ["You", "tell", "others", "of", "these", "terms."]


def test_a_box_is_where_the_word_is_printed(licence):
    box = licence.paragraphs[0].boxes[0]
    assert (box.page, round(box.left), box.top < 100 < box.bottom) == (1, 72, True)


def test_both_halves_of_a_split_word_have_boxes(licence):
    item = licence.paragraphs[2]
    halves = [box for box in item.boxes if item.text[box.start : box.end] == "products"][1:]
    assert [round(box.bottom) for box in halves] == [182, 196]


def test_boxes_of_a_page_that_is_turned_and_cropped_are_as_it_is_shown(tmp_path):
    canvas = Canvas(str(tmp_path / "turned.pdf"), pagesize=(595, 842), invariant=1)
    canvas.rotate(90)
    canvas.drawString(72, -100, "You pay at once.")
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "turned.pdf") as pdf:
        pdf[0].set_rotation(90)
        pdf[0].set_cropbox(20, 0, 595, 842)
        pdf.save(tmp_path / "cropped.pdf")
    document = read_document(tmp_path / "cropped.pdf")
    page, box = document.page_list[0], document.paragraphs[0].boxes[0]
    assert (page.width, page.height, round(box.left), box.top < 80 < box.bottom) == (842, 575, 72, True)


def test_columns_are_read_one_after_the_other(write_pdf, texts):
    left = ["The buyer pays for all the", "goods that were brought to", "its door, within ten days of", "that day."]
    right = [
        "The seller keeps the goods",
        "that were not paid for in a",
        "store of its own, where the",
        "buyer sees them.",
    ]
    columns = [
        (side, 120 + 14 * number, text, "Helvetica")
        for side, lines in ((72, left), (320, right))
        for number, text in enumerate(lines)
    ]
    assert texts(read_document(write_pdf(columns))) == [" ".join(left), " ".join(right)]


def test_words_printed_twice_for_bold_are_read_once(write_pdf, texts):
    twice = [(72.0, 120, "You pay at once.", "Helvetica"), (72.3, 120, "You pay at once.", "Helvetica")]
    assert texts(read_document(write_pdf(twice))) == ["You pay at once."]


def test_words_printed_upwards_in_the_margin_stand_apart(tmp_path):
    canvas = Canvas(str(tmp_path / "margin.pdf"), pagesize=(595, 842), invariant=1)
    canvas.drawString(72, 700, "You pay at once.")
    canvas.rotate(90)
    canvas.drawString(300, -40, "Heron Labs")
    canvas.save()
    document = read_document(tmp_path / "margin.pdf")
    assert [(each.text, each.story) for each in document.paragraphs] == [
        ("You pay at once.", "body"),
        ("Heron Labs", "text-box"),
    ]


def test_a_page_printed_sideways_is_read(tmp_path, texts):
    canvas = Canvas(str(tmp_path / "sideways.pdf"), pagesize=(595, 842), invariant=1)
    canvas.rotate(90)
    canvas.drawString(72, -100, "You pay at once.")
    canvas.drawString(72, -130, "We ship then.")
    canvas.save()
    assert texts(read_document(tmp_path / "sideways.pdf")) == ["You pay at once.", "We ship then."]


def test_the_cells_of_a_table_are_paragraphs_of_their_own(tmp_path):
    canvas = Canvas(str(tmp_path / "table.pdf"), pagesize=(595, 842), invariant=1)
    canvas.grid((72, 200, 400), (600, 640, 680))
    for left, up, text in ((80, 655, "Goods"), (210, 655, "Price"), (80, 615, "Nets"), (210, 615, "Ten pounds")):
        canvas.drawString(left, up, text)
    canvas.save()
    document = read_document(tmp_path / "table.pdf")
    cells = [(each.text, each.cell.row, each.cell.column) for each in document.paragraphs if each.cell]
    assert cells == [("Goods", 0, 0), ("Price", 0, 1), ("Nets", 1, 0), ("Ten pounds", 1, 1)]
    assert document.page_list[0].way == "layout"


def test_footnotes_stand_outside_the_text(tmp_path):
    canvas = Canvas(str(tmp_path / "note.pdf"), pagesize=(595, 842), invariant=1)
    page = [(700, 11, "You pay the price1 whenever you are told to pay it, and not later than"), (150, 8, "1 In gold.")]
    for up, size, text in page:
        canvas.setFont("Helvetica", size)
        canvas.drawString(72, up, text)
    canvas.showPage()
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, "ten days after that.")
    canvas.save()
    document = read_document(tmp_path / "note.pdf")
    assert [(each.story, each.text[-11:], each.names) for each in document.paragraphs] == [
        ("body", "after that.", ()),
        ("footnote", "1 In gold.", ("footnote-1",)),
    ]


def test_a_page_tree_that_counts_too_many_pages_is_refused(tmp_path):
    path = tmp_path / "many.pdf"
    path.write_bytes(
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 100000>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(DocumentError):
        read_document(path)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_pdf_cut_off_anywhere_is_read_or_refused(write_pdf, share):
    path = write_pdf(PAGE, NEXT)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    try:
        pages = read_document(path).pages
    except DocumentError:
        pages = 0
    assert pages in (0, 1, 2)


def test_the_user_can_stop_the_reading(write_pdf):
    def stop(done, _total):
        if done == 1:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        read_document(write_pdf(PAGE, NEXT), step=stop)


def table_page(canvas, rows):
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            canvas.rect(72 + 200 * column, 700 - 20 * row, 200, 20)
            canvas.drawString(76 + 200 * column, 705 - 20 * row, word)
    canvas.showPage()


@pytest.mark.parametrize(
    ("rows", "tables"), [([("Term", "2 years"), ("Law", "Albany")], 1), ([("a", "b", "c")] * 2, 2)]
)
def test_a_table_goes_on_over_the_page_in_the_same_columns(tmp_path, rows, tables):
    canvas = Canvas(str(tmp_path / "table.pdf"))
    table_page(canvas, [("Plan", "gold"), ("Fee", "10 EUR")])
    table_page(canvas, rows)
    canvas.save()
    document = read_document(tmp_path / "table.pdf")
    assert len(document.tables) == tables
    assert document.paragraphs[-1].cell.row == (3 if tables == 1 else 1)


def test_the_mark_of_a_footnote_leads_to_it(tmp_path):
    canvas = Canvas(str(tmp_path / "notes.pdf"))
    for page, word in enumerate(("fees", "days"), start=1):
        for row in range(6):
            canvas.drawString(72, 760 - 20 * row, f"{row}. You pay the {word} of Q1 that you owe us and tell us so.")
        canvas.drawString(72, 600, f"You pay all {word}")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(152 if page == 1 else 156, 605, "1")
        canvas.drawString(72, 83, "1")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(78, 80, f"Such {word} as are said.")
        canvas.showPage()
    canvas.save()
    document = read_document(tmp_path / "notes.pdf")
    notes = {name: each.index for each in document.paragraphs for name in each.names}
    citing = [(each.text, link) for each in document.paragraphs for link in each.links]
    assert [text[link.span.start : link.span.end] for text, link in citing] == ["1", "1"]
    assert [document.paragraphs[notes[link.target[1:]]].text.split()[2] for _, link in citing] == ["fees", "days"]
