from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextCursor, QTextDocument

from app.desktop import theme
from app.desktop.letters import Letters
from app.desktop.reading_document import ReadingWriter
from app.model.document import Cell
from app.model.marks import Box, Link, TextStyle
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


@pytest.fixture
def tabled(document, review):
    """The review with paragraphs 6 to 10 in a table: a wide head, two rows, and a nested table in the last cell."""
    cells = {
        6: Cell(0, 0, 0, columns=2),
        7: Cell(0, 1, 0),
        8: Cell(0, 1, 1),
        9: Cell(0, 2, 0),
        10: Cell(1, 0, 0, inside=0),
        11: Cell(0, 2, 1),
    }
    paragraphs = tuple(
        replace(each, cell=cells.get(each.index), kind="table-cell" if each.index in cells else each.kind)
        for each in document.paragraphs
    )
    return replace(review, document=replace(document, paragraphs=paragraphs))


def cell_of(text, blocks, paragraph):
    """Return the table that a paragraph stands in, and the place and size of its cell."""
    cursor = QTextCursor(block_of(text, blocks, paragraph))
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    return table, (cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan())


def test_a_table_is_set_as_a_table_with_merged_cells(write, tabled):
    text, blocks = write("original", tabled)
    assert [cell_of(text, blocks, paragraph)[1] for paragraph in (6, 7, 8, 9)] == [
        (0, 0, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
        (2, 0, 1, 1),
    ]
    assert QTextCursor(block_of(text, blocks, 5)).currentTable() is None
    assert QTextCursor(block_of(text, blocks, 12)).currentTable() is None


def test_a_nested_table_stands_in_the_cell_of_the_outer_one(write, tabled):
    text, blocks = write("original", tabled)
    outer, place = cell_of(text, blocks, 11)
    inner, _ = cell_of(text, blocks, 10)
    assert inner.parentFrame() == outer
    assert place == (2, 1, 1, 1)
    assert outer.cellAt(inner.firstPosition()).row() == 2


def test_every_paragraph_is_found_among_tables(write, tabled):
    text, blocks = write("original", tabled)
    for number, block in blocks.items():
        assert text.findBlockByNumber(number).text().endswith(block.text)
    shown = [block.paragraph for block in blocks.values()]
    assert shown == [paragraph.index for paragraph in tabled.document.paragraphs]


def test_redlines_stand_inside_cells(write, tabled):
    text, blocks = write("redlined", tabled)
    assert letters_at(text, blocks, 11, " or related to").fontStrikeOut()
    new = next(number for number, block in blocks.items() if block.clause == "warranty")
    assert QTextCursor(text.findBlockByNumber(new)).currentTable() == cell_of(text, blocks, 11)[0]
    assert blocks[new].in_cell


def test_looks_that_overlap_are_all_put_on(write, document, review):
    styles = (TextStyle(Span(0, 12), bold=True), TextStyle(Span(4, 19), italic=True))
    paragraphs = (*document.paragraphs[:3], replace(document.paragraphs[3], styles=styles), *document.paragraphs[4:])
    text, blocks = write("original", replace(review, document=replace(document, paragraphs=paragraphs)))
    found = [
        (part.fragment().text(), part.fragment().charFormat().fontWeight() > QFont.Weight.Normal.value)
        for part in block_of(text, blocks, 3).begin()
        if part.fragment().charFormat().fontItalic()
    ]
    assert found == [("Provider", True), (" grants", False)]


@pytest.mark.parametrize(
    ("fields", "underline"),
    [
        ({"styles": (TextStyle(Span(4, 12), hidden=True),)}, QTextCharFormat.UnderlineStyle.DotLine),
        ({"boxes": (Box(4, 12, 1, 0, 0, 9, 9, 0.5),)}, QTextCharFormat.UnderlineStyle.WaveUnderline),
        ({"links": (Link(Span(4, 12), "https://example.org"),)}, QTextCharFormat.UnderlineStyle.DashUnderline),
    ],
)
def test_what_is_marked_is_underlined_and_told(write, document, review, fields, underline):
    paragraphs = (*document.paragraphs[:3], replace(document.paragraphs[3], **fields), *document.paragraphs[4:])
    text, blocks = write("original", replace(review, document=replace(document, paragraphs=paragraphs)))
    letters = letters_at(text, blocks, 3, "Provider")
    assert letters.underlineStyle() == underline
    assert letters.toolTip()


def test_a_long_number_keeps_clear_of_the_text(write, document, review):
    numbered = replace(document.paragraphs[3], marker="18.3.2.2.10")
    paragraphs = (*document.paragraphs[:3], numbered, *document.paragraphs[4:])
    text, blocks = write("original", replace(review, document=replace(document, paragraphs=paragraphs)))
    layout = block_of(text, blocks, 3).blockFormat()
    assert -layout.textIndent() > -block_of(text, blocks, 4).blockFormat().textIndent()
