"""Pages drawn as pictures, from PDFs made here."""

from io import BytesIO

import pypdfium2
import pytest
from reportlab.lib.colors import black
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.intake.pdf import drawing
from app.intake.pdf.drawing import draw_page
from app.intake.reader import read_document


def wanted():
    return True


@pytest.fixture
def pdf():
    """Return a function that gives a PDF of one page which `draw` drew."""

    def make(draw=lambda canvas: canvas.rect(0, 742, 100, 100, fill=1, stroke=0), size=(595, 842), **options):
        file = BytesIO()
        canvas = Canvas(file, pagesize=size, invariant=1, **options)
        canvas.setFillColor(black)
        draw(canvas)
        canvas.showPage()
        canvas.save()
        return file.getvalue()

    return make


def brightness(image, x, y):
    """Return how light the dot there is, from 0 to 255."""
    return image.data[y * image.stride + 4 * x]


def dark_middle(image):
    """Return the middle of what is dark, as shares of width and height."""
    dark = [(x, y) for y in range(0, image.height, 2) for x in range(0, image.width, 2) if brightness(image, x, y) < 99]
    return sum(x for x, _ in dark) / len(dark) / image.width, sum(y for _, y in dark) / len(dark) / image.height


def test_a_page_is_drawn_as_large_as_asked(pdf):
    image = draw_page(pdf(), 1, 2.0, is_wanted=wanted)
    assert (image.width, image.height, len(image.data)) == (1190, 1684, image.stride * 1684)


def test_what_is_printed_in_the_corner_is_dark_there_and_the_rest_is_white(pdf):
    image = draw_page(pdf(), 1, 1.0, is_wanted=wanted)
    assert (brightness(image, 50, 50), brightness(image, 300, 50)) == (0, 255)


@pytest.mark.parametrize(("turn", "x", "y"), [(90, 545, 50), (180, 545, 792), (270, 50, 545)])
def test_a_page_is_drawn_turned_clockwise(pdf, turn, x, y):
    image = draw_page(pdf(), 1, 1.0, turn=turn, is_wanted=wanted)
    x = x + image.width - 595 if turn == 90 else x
    assert brightness(image, x, y) == 0


def test_a_huge_page_is_drawn_coarser(pdf):
    image = draw_page(pdf(size=(14_000, 14_000)), 1, 4.0, is_wanted=wanted)
    assert image.width * image.height <= 16_000_000


def test_a_page_that_is_not_wanted_any_more_is_left(pdf):
    assert draw_page(pdf(), 1, 1.0, is_wanted=lambda: False) is None


def test_a_file_with_a_password_is_drawn_with_it_only(pdf):
    data = pdf(encrypt="secret")
    assert draw_page(data, 1, 1.0, is_wanted=wanted) == "protected"
    assert draw_page(data, 1, 1.0, password="secret", is_wanted=wanted).width == 595


@pytest.mark.parametrize("number", [2, 400])
def test_a_page_that_does_not_exist_is_damaged(pdf, number):
    assert draw_page(pdf(), number, 1.0, is_wanted=wanted) == "damaged"


def test_what_is_no_pdf_is_damaged():
    assert draw_page(b"no pdf at all", 1, 1.0, is_wanted=wanted) == "damaged"


def test_pictures_larger_than_a_scan_are_not_unpacked(pdf, monkeypatch):
    monkeypatch.setattr("app.intake.ocr.scans._MOST_SOURCE_PIXELS", 99)
    grey = BytesIO(b"P5 10 10 255\n" + bytes(100))
    data = pdf(lambda canvas: canvas.drawImage(ImageReader(grey), 0, 0, 595, 842))
    assert draw_page(data, 1, 1.0, is_wanted=wanted) == "too large"


def test_what_is_filled_into_a_form_is_drawn(pdf):
    def draw(canvas):
        canvas.acroForm.textfield(value="XXXXXXXXXX", x=100, y=700, width=200, height=20, borderWidth=0)

    x, y = dark_middle(draw_page(pdf(draw), 1, 1.0, is_wanted=wanted))
    assert 100 / 595 < x < 300 / 595
    assert 120 / 842 < y < 145 / 842


def test_no_script_of_a_file_can_run():
    assert not {"V8", "XFA"}.intersection(pypdfium2.PDFIUM_INFO.flags)


def test_a_page_whose_words_stand_is_drawn_as_it_was_read(tmp_path, pdf):
    def draw(canvas):
        canvas.rotate(90)
        canvas.drawString(400, -100, "The Provider may end this licence.")

    path = tmp_path / "turned.pdf"
    path.write_bytes(pdf(draw))
    document = read_document(path)
    page, box = document.page_list[0], document.paragraphs[0].boxes[2]
    image = draw_page(document.data, 1, 1.0, turn=page.turn, is_wanted=wanted)
    assert page.turn == 90
    assert (image.width, image.height) == (page.width, page.height)
    dots = [
        brightness(image, x, y)
        for y in range(round(box.top), round(box.bottom))
        for x in range(round(box.left), round(box.right))
    ]
    assert min(dots) < 128


def test_drawing_takes_the_lock_of_reading(pdf):
    assert not drawing.pdfium_in_use.locked()
    held = []
    draw_page(pdf(), 1, 1.0, is_wanted=lambda: held.append(drawing.pdfium_in_use.locked()) or True)
    assert held
    assert all(held)
