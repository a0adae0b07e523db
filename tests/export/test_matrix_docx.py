from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from app.export.matrix_docx import matrix_docx


@pytest.fixture
def word(matrix):
    return docx.Document(BytesIO(matrix_docx(matrix)))


def text(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def titled(word, title):
    """Return the tables under the headings that begin so."""
    found, is_under = [], False
    for child in word.element.body:
        if child.tag == qn("w:p") and child.style and child.style.startswith("Heading"):
            is_under = "".join(child.itertext()).startswith(title)
        if child.tag == qn("w:tbl") and is_under:
            found.append(docx.table.Table(child, word))
    return found


def test_it_says_on_every_page_that_it_is_internal(word):
    section = word.sections[0]
    assert word.paragraphs[0].text == "Internal: do not send to the counterparty."
    assert "Internal" in section.footer.paragraphs[0].text
    assert "Internal" in section.first_page_footer.paragraphs[0].text


def test_it_lies_in_landscape(word):
    assert word.sections[0].orientation == WD_ORIENT.LANDSCAPE


def test_every_table_repeats_its_head_and_takes_its_look_from_styles(word):
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table.style.name == "Memo Table"
        assert not table._tbl.findall(".//" + qn("w:tblBorders"))


def test_the_ranking_says_who_comes_first_and_why(matrix, word):
    (table,) = titled(word, "Ranked by fit")
    first = matrix.columns[matrix.ranking[0]]
    assert text(table)[1][1].splitlines()[0] == first.title
    assert text(table)[1][4] == first.verdict


def test_levels_are_words(matrix, word):
    (table,) = titled(word, "Levels at a glance")
    row = next(row for row in text(table) if row[0] == "Termination for breach")
    at = matrix.ranking.index(0)
    assert row[1 + at].startswith("Walk-away")
    assert "Not known" in row


def test_a_group_has_a_title_over_all_columns(word):
    (table,) = titled(word, "Levels at a glance")
    assert set(text(table)[1]) == {"Term and exit"}


def test_a_cell_has_facts_words_and_place(matrix, word):
    (table,) = titled(word, "What each says")
    row = next(row for row in text(table) if row[0] == "Termination for breach")
    said = row[1 + matrix.ranking.index(0)]
    assert "Cure days: 0 days" in said
    assert "at once if the Customer is in breach of it.” (Section 1)" in said


def test_a_layered_cell_says_from_which_layer_it_is(matrix, word):
    (table,) = titled(word, "What each says")
    row = next(row for row in text(table) if row[0] == "Termination for breach")
    said = row[1 + matrix.ranking.index(2)]
    assert "from heron" in said.splitlines()[0]
    assert "kite: Not known." in said


def test_a_wide_matrix_is_parted_and_every_part_names_the_clauses(with_facts, matrix_of):
    columns = {f"Vendor {number}": {"heron": with_facts} for number in range(1, 7)}
    word = docx.Document(BytesIO(matrix_docx(matrix_of(columns))))
    tables = titled(word, "What each says")
    assert [len(table.columns) for table in tables] == [4, 4]
    assert [text(table)[2][0] for table in tables] == ["Termination for breach"] * 2


def test_what_was_left_out_and_not_read_is_told(word):
    (table,) = titled(word, "What was not read")
    said = [row[2] for row in text(table)]
    assert "lost.pdf: it is encrypted" in said
    assert "Notcheckedmarker: a picture on page 2." in said


def test_characters_that_no_word_file_can_hold_are_replaced(with_facts, matrix_of):
    name = "He\x00ron\x1b"
    odd = replace(with_facts, not_checked=("a\x01b",))
    word = docx.Document(BytesIO(matrix_docx(matrix_of({name: {"heron": odd}}))))
    assert text(titled(word, "Ranked by fit")[0])[1][1] == "He\ufffdron\ufffd"


def test_the_same_matrix_gives_the_same_bytes_without_a_date(matrix):
    data = matrix_docx(matrix)
    assert data == matrix_docx(matrix)
    assert b"dcterms:created" not in ZipFile(BytesIO(data)).read("docProps/core.xml")
