import sys
from io import BytesIO

import pytest
from reportlab.lib.utils import ImageReader

from app.intake.ocr.scans import (
    PageTooLargeError,
    is_garbled,
    look_of,
    page_picture,
    pages_named,
    recognition_remarks,
    turn_page,
)
from app.intake.pdf.placed import PlacedWord

SENTENCE = "The vendor keeps a copy of every report for as long as the customer asks for it in writing."
ENGLISH = SENTENCE.split() * 4
PAGE = (595, 842)


def words(*texts, confidence=1.0):
    return [
        PlacedWord(text, 10.0 * place, 10, 10.0 * place + 9, 20, confidence=confidence)
        for place, text in enumerate(texts)
    ]


def grey(canvas, *box, shade=120):
    """Draw a picture over a box of the page: left, bottom, width and height."""
    canvas.drawImage(ImageReader(pgm(40, 60, shade)), *box)


def pgm(width, height, shade):
    return BytesIO(b"P5 %d %d 255\n%b" % (width, height, bytes([shade]) * (width * height)))


def write(canvas):
    canvas.drawString(72, 700, "The term is one year.")


def test_a_page_of_words_needs_no_recognition(page_of):
    assert look_of(page_of(write), words(*ENGLISH)) == "text"


def test_a_page_without_words_under_a_picture_does(page_of):
    assert look_of(page_of(lambda canvas: grey(canvas, 0, 0, *PAGE)), []) == "picture"


def test_a_stamp_or_a_page_number_over_a_picture_of_the_page_does_not_make_it_text(page_of):
    page = page_of(lambda canvas: grey(canvas, 0, 0, *PAGE))
    assert look_of(page, words("Received", "4", "May", "Page", "2", "of", "9")) == "picture"


def test_a_picture_in_strips_is_one_picture(page_of):
    def strips(canvas):
        for bottom in range(0, 842, 50):
            grey(canvas, 0, bottom, 595, 50)

    assert look_of(page_of(strips), words("3")) == "picture"


def test_a_logo_beside_a_few_words_is_no_scan(page_of):
    page = page_of(lambda canvas: (grey(canvas, 0, 700, 100, 60), write(canvas)))
    assert look_of(page, words("The", "term", "is", "one", "year.")) == "text"


def test_a_page_of_words_over_a_picture_is_text(page_of):
    assert look_of(page_of(lambda canvas: grey(canvas, 0, 0, *PAGE)), words(*ENGLISH)) == "text"


def test_letters_drawn_as_lines_are_a_picture(page_of):
    def outline(canvas):
        for left in range(72, 500, 8):
            canvas.line(left, 700, left + 5, 712)
            canvas.line(left + 5, 700, left, 712)

    assert look_of(page_of(outline), []) == "picture"


@pytest.mark.parametrize("shade", [None, 255])
def test_a_page_that_shows_nothing_is_empty(page_of, shade):
    page = page_of(lambda canvas: shade and grey(canvas, 100, 100, 100, 100, shade=shade))
    assert look_of(page, []) == "empty"


@pytest.mark.parametrize(
    "text",
    [
        "Der Auftragnehmer haftet nur für Vorsatz und grobe Fahrlässigkeit, soweit das Gesetz nichts anderes will. "
        * 3,
        "Strony zgłaszają zastrzeżenia na piśmie w ciągu trzydziestu dni od dnia otrzymania sprawozdania. " * 3,
        "契約者は、本サービスの利用にあたり、以下のルールを守るものとします。サポートの範囲は別紙Aのとおりです。" * 5,
        "Η παρούσα σύμβαση διαρκεί δύο έτη και ανανεώνεται με έγγραφη δήλωση των μερών. " * 4,
        "يسري هذا العقد لمدة سنة واحدة ويجدد باتفاق الطرفين كتابة قبل انتهائه بشهر. " * 4,
        "Настоящий договор действует один год и продлевается письменным соглашением сторон. " * 4,
        "이 계약은 일 년 동안 유효하며 당사자의 서면 합의로 연장된다. API 이용은 별표를 따른다. " * 4,
        "12.50 13.75 1,204.00 88.10 - 5 % 2026-01-31 EUR 14.00 " * 10,
        "\uf0b7 first item \uf0b7 second item of the list \uf0b7 third and last item of the list",
        "",
    ],
    ids=["German", "Polish", "Japanese", "Greek", "Arabic", "Russian", "Korean", "numbers", "bullets", "nothing"],
)
def test_every_script_is_text(text):
    assert not is_garbled(text.split())


@pytest.mark.parametrize(
    "garble",
    [
        lambda _: "\ufffd",
        lambda letter: chr(0xE000 + ord(letter)),
        lambda letter: chr(ord(letter) - 96) if letter.islower() else letter,
        lambda letter: chr(ord(letter) - 29),
        lambda letter: chr(0x250 + ord(letter) * 37 % 3000),
    ],
    ids=["replaced", "private", "controls", "shifted", "many scripts"],
)
def test_numbers_of_glyphs_are_no_text(page_of, garble):
    garbled = ["".join(map(garble, word)) for word in ENGLISH]
    assert is_garbled(garbled)
    assert look_of(page_of(write), words(*garbled)) == "garbled"


def test_a_picture_of_a_page_shows_it_upright_in_grey_from_the_top(page_of):
    picture = page_picture(page_of(lambda canvas: canvas.rect(0, 421, 595, 421, stroke=0, fill=1)), 72)
    assert (picture.width, picture.height, len(picture.dots)) == (*PAGE, 595 * 842)
    assert (picture.dots[595 * 100 + 5], picture.dots[595 * 700 + 5]) == (0, 255)


def test_a_huge_page_is_shown_smaller(page_of):
    picture = page_picture(page_of(write, size=(14000, 14000)), 300)
    assert len(picture.dots) == picture.width * picture.height <= 12_100_000


def test_a_picture_larger_than_a_scan_is_not_shown(page_of, monkeypatch):
    monkeypatch.setattr("app.intake.ocr.scans._MOST_SOURCE_PIXELS", 2_000)
    with pytest.raises(PageTooLargeError):
        page_picture(page_of(lambda canvas: grey(canvas, 0, 0, *PAGE)), 72)


def test_a_page_is_turned_in_memory(page_of):
    page = page_of(write)
    turn_page(page, 270)
    turn_page(page, 180)
    assert page.get_rotation() == 90
    assert [round(side) for side in page.get_size()] == [842, 595]


@pytest.mark.parametrize(
    ("numbers", "named"),
    [
        ([3], "page 3"),
        ([4, 3], "pages 3 and 4"),
        ([3, 4, 5], "pages 3 to 5"),
        ([9, 3, 4, 5], "pages 3 to 5 and 9"),
        ([1, 3, 5, 6, 8, 9, 10], "pages 1, 3, 5, 6 and 8 to 10"),
    ],
)
def test_pages_are_named_by_runs(numbers, named):
    assert pages_named(numbers) == named


def test_without_recognition_one_sentence_names_all_pictures_and_what_to_do():
    remarks = recognition_remarks({}, dict.fromkeys((3, 4, 5, 9), "picture"))
    assert remarks == (
        "pages 3 to 5 and 9 are pictures without text; install text recognition with: pip install 'counterdraft[ocr]'",
    )


def test_the_bundle_which_takes_no_packages_in_sends_for_tesseract(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    (remark,) = recognition_remarks({}, {2: "picture"})
    assert remark.endswith("; install Tesseract, a text recognition; `counterdraft doctor` gives the line")


def test_garbled_pages_are_named_and_empty_ones_are_not():
    remarks = recognition_remarks({}, {2: "garbled", 7: "empty", 8: "empty"})
    assert remarks == (
        "page 2 has letters that cannot be told; install text recognition with: pip install 'counterdraft[ocr]'",
    )


def test_doubtful_words_are_counted_and_the_worst_are_shown():
    page = [*words("one", "two", confidence=0.99), *words("tbree", confidence=0.629), *words("f0ur", confidence=0.31)]
    (remark,) = recognition_remarks({3: page}, {}, "RapidOCR")
    assert remark == (
        'page 3 was read by text recognition (RapidOCR): 2 of 4 words are doubtful: "f0ur" (page 3, 31 %), '
        '"tbree" (page 3, 62 %)'
    )


def test_only_the_five_worst_words_are_shown():
    pages = {4: words(*"abcdef", confidence=0.5), 5: words("g", confidence=0.1)}
    (remark,) = recognition_remarks(pages, {}, "Tesseract")
    assert remark.startswith("pages 4 and 5 were read by text recognition (Tesseract): 7 of 7 words are doubtful: ")
    assert remark.count("%") == 5
    assert 'the worst are "g" (page 5, 10 %), "a" (page 4, 50 %)' in remark


def test_pages_read_without_doubt_are_named_too():
    assert recognition_remarks({1: words("Term")}, {}, "Tesseract") == (
        "page 1 was read by text recognition (Tesseract): none of 1 words is doubtful",
    )


def test_a_picture_without_words_is_said_to_be_one():
    assert recognition_remarks({6: []}, {}, "Tesseract") == (
        "page 6 was searched for words by text recognition (Tesseract): there are none",
    )
