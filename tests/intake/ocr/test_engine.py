"""What every installed text recognition makes of pages that we print and photograph ourselves."""

import re
from io import BytesIO

import pytest
from reportlab.lib.utils import ImageReader

from app.intake.ocr.rapid import load_rapid
from app.intake.ocr.scans import recognition_remarks
from app.intake.ocr.tesseract import find_tesseract

SIZE = (420, 300)
TEXT = (
    "ARTICLE 4 Payment and invoices",
    "The customer pays each invoice within thirty days",
    "after it has received it. The vendor may not suspend",
    "the service before a second written reminder, and",
    "interest is limited to four percent (4%) a year.",
)
FINDERS = {"RapidOCR": load_rapid, "Tesseract": find_tesseract}
_engines = {}


@pytest.fixture(params=FINDERS)
def engine(request):
    name = request.param
    if name not in _engines:
        _engines[name] = FINDERS[name]()
    if _engines[name] is None:
        pytest.skip(f"{name} is not installed")
    return _engines[name]


@pytest.fixture
def scan(page_of):
    """Return a function that gives a page which is a picture of TEXT, its content turned clockwise by some degrees."""

    def make(degrees=0):
        def write(canvas):
            canvas.setFont("Times-Roman", 15)
            for place, line in enumerate(TEXT):
                canvas.drawString(36, 250 - 24 * place, line)

        picture = page_of(write, size=SIZE).render(scale=3).to_pil().rotate(-degrees, expand=True, fillcolor="white")
        file = BytesIO()
        picture.save(file, "PNG")
        size = tuple(side / 3 for side in picture.size)
        return page_of(lambda canvas: canvas.drawImage(ImageReader(file), 0, 0, *size), size=size)

    return make


def told(words):
    """Return the words by line, from top to bottom."""
    lines = {}
    for word in sorted(words, key=lambda word: word.left):
        middle = (word.top + word.bottom) / 2
        lines.setdefault(next((top for top in lines if abs(top - middle) < 10), middle), []).append(word.text)
    return [" ".join(lines[top]) for top in sorted(lines)]


def test_a_scan_is_read_word_by_word(engine, scan):
    words = engine.read_page(scan())
    assert told(words) == list(TEXT)
    assert all(0.5 < word.confidence <= 1 for word in words)


def test_words_stand_where_they_are_printed(engine, scan):
    (first,) = (word for word in engine.read_page(scan()) if word.text == "ARTICLE")
    assert first[1:5] == pytest.approx((36, 38, 103, 51), abs=5)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_on_its_side_or_head_is_turned_upright(engine, scan, degrees):
    page = scan(degrees)
    assert told(engine.read_page(page)) == list(TEXT)
    assert page.get_rotation() == 360 - degrees


def test_a_page_that_lay_askew_in_the_scanner_is_read_in_level_lines(engine, scan):
    words = engine.read_page(scan(1.5))
    assert told(words)[1:] == list(TEXT[1:])


def test_the_same_page_gives_the_same_words(engine, scan):
    assert engine.read_page(scan()) == engine.read_page(scan())


def test_a_page_of_nothing_has_no_words(engine, page_of):
    assert engine.read_page(page_of(lambda canvas: canvas.rect(10, 10, 3, 3, fill=1), size=SIZE)) == []


def test_the_page_read_is_spoken_of(engine, scan):
    words = engine.read_page(scan())
    (remark,) = recognition_remarks({3: words}, {}, engine.name)
    assert re.match(rf"page 3 was read by text recognition \({engine.name}\): \w+ of {len(words)} words", remark)
