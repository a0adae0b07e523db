from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QPalette, QTextCursor, QTextDocument

from app.desktop import theme
from app.desktop.letters import Letters
from app.desktop.reading_document import ReadingWriter
from app.model.marks import TextStyle
from app.model.span import Span


@pytest.fixture
def write(qapp, review):
    """Write the review into a text document; give it and its blocks by number."""
    letters = Letters(QFont(qapp.font()), theme.colours(QPalette()))

    def write(view, review=review):
        text = QTextDocument()
        written = ReadingWriter(text, letters, review.document, review.redlines, view).write()
        return text, written.blocks

    return write


def block_of(text, blocks, paragraph):
    number = next(number for number, block in blocks.items() if block.paragraph == paragraph)
    return text.findBlockByNumber(number)


def letters_at(text, blocks, paragraph, words):
    block = block_of(text, blocks, paragraph)
    cursor = QTextCursor(text)
    cursor.setPosition(block.position() + block.text().index(words) + 1)
    return cursor.charFormat()


def test_the_original_has_a_block_for_every_paragraph(write, document):
    text, blocks = write("original")
    assert [block.paragraph for block in blocks.values()] == [paragraph.index for paragraph in document.paragraphs]
    assert text.blockCount() == len(document.paragraphs)


def test_the_marker_stands_before_the_text(write):
    text, blocks = write("original")
    assert block_of(text, blocks, 3).text().startswith("(a)\tThe Provider grants")


def test_a_new_paragraph_of_a_redline_stands_after_its_neighbour(write):
    text, blocks = write("redlined")
    assert block_of(text, blocks, 11).next().text().startswith("(c)\tAuthority. The Provider states")
    assert [block.clause for block in blocks.values() if block.paragraph is None] == ["warranty"]


def test_a_deletion_is_struck_and_an_insertion_underlined(write):
    text, blocks = write("redlined")
    assert letters_at(text, blocks, 13, "at any time").fontStrikeOut()
    assert letters_at(text, blocks, 13, "and do not cure").fontUnderline()


def test_the_final_text_has_the_edits_made_and_no_marks(write):
    text, blocks = write("final")
    shown = block_of(text, blocks, 13).text()
    assert shown.startswith("The Provider may end this licence if you breach it and do not cure the breach")
    assert not letters_at(text, blocks, 13, "and do not cure").fontUnderline()


def test_headings_are_bold(write):
    text, blocks = write("original")
    assert letters_at(text, blocks, 2, "Grant").fontWeight() == QFont.Weight.Bold


def test_styles_count_code_points_also_after_letters_outside_the_basic_plane(write, document, review):
    said = document.paragraphs[1].text
    place = Span(said.index("takes"), said.index("takes") + 5)
    styled = replace(document.paragraphs[1], styles=(TextStyle(place, italic=True),))
    paragraphs = (document.paragraphs[0], styled, *document.paragraphs[2:])
    text, blocks = write("original", replace(review, document=replace(document, paragraphs=paragraphs)))
    italic = [
        part.fragment().text()
        for part in block_of(text, blocks, 1).begin()
        if part.fragment().charFormat().fontItalic()
    ]
    assert italic == ["takes"]


def test_a_line_end_inside_a_paragraph_does_not_split_it(write, document, review):
    broken = replace(document.paragraphs[0], text="Example\nLicence")
    paragraphs = (broken, *document.paragraphs[1:])
    text, _ = write("original", replace(review, document=replace(document, paragraphs=paragraphs)))
    assert text.firstBlock().text() == "Example\u2028Licence"
    assert text.blockCount() == len(paragraphs)


def test_what_stands_outside_the_body_comes_after_it_under_its_own_heading(write, document, review):
    footer = replace(document.paragraphs[1], story="footer")
    paragraphs = (document.paragraphs[0], footer, *document.paragraphs[2:])
    text, blocks = write("original", replace(review, document=replace(document, paragraphs=paragraphs)))
    assert block_of(text, blocks, 1).previous().text() == "Footers"
    assert block_of(text, blocks, 1) == text.lastBlock()
