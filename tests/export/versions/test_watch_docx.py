from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from app.export.watch_docx import watch_docx


@pytest.fixture
def report(watched):
    return watch_docx(watched, author="Ada")


@pytest.fixture
def word(report):
    return docx.Document(BytesIO(report))


def cells(word):
    return [cell.text for table in word.tables for row in table.rows for cell in row.cells]


def test_the_report_says_that_it_is_internal(word):
    assert word.paragraphs[0].text == "Internal: do not send to the counterparty."


def test_the_planned_use_that_is_touched_stands_first(word):
    table = word.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "For us", "What", "Words", "Place"]
    assert table.rows[1].cells[2].text == ("A new prohibition touches: output used for medical advice (“medical”).")


def test_words_that_changed_are_tracked_changes(report):
    xml = ZipFile(BytesIO(report)).read("word/document.xml").decode()
    assert '<w:ins w:id="1" w:author="Ada"' in xml


def test_the_report_names_who_looks_next_and_when(word):
    assert any("Next look: Ada Byron, on 1 April 2026" in paragraph.text for paragraph in word.paragraphs)


def test_the_report_lists_what_was_looked_for_and_what_it_was_made_from(word, watched):
    found = cells(word)
    assert "output used for medical advice" in found
    assert watched.steps[0].judged.new.document.sha256 in found


def test_what_was_left_out_is_told(word):
    assert "notes.txt: left out." in cells(word)


def test_the_same_watch_gives_the_same_bytes(watched, report):
    assert watch_docx(watched, author="Ada") == report
