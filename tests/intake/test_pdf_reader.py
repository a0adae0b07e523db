"""PDF files to paragraphs."""

import pytest

from app.errors import EncryptedFileError, NoTextError
from app.intake.reader import read_document

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
    assert [(each.anchor.page, each.anchor.index) for each in licence.paragraphs][-2:] == [(1, 8), (2, 2)]
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
    assert document.not_read == ("page 2 has no text: it is empty, or a picture that needs text recognition (OCR)",)


def test_a_scan_is_refused(write_pdf):
    with pytest.raises(NoTextError, match="OCR"):
        read_document(write_pdf([], []))


def test_a_pdf_with_a_password_is_refused(write_pdf):
    with pytest.raises(EncryptedFileError, match="password"):
        read_document(write_pdf(["You pay at once."], encrypt="secret"))
