import os
import sys

import pytest
from reportlab.lib.pagesizes import A6

from app.intake.ocr.tesseract import TesseractEngine, find_tesseract, lines_of

COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the program")


def table(*rows):
    return "\n".join("\t".join(row.split(" ", 11)) for row in (COLUMNS, *rows)) + "\n"


def test_words_are_read_by_line_in_points():
    lines = lines_of(
        table(
            "1 1 0 0 0 0 0 0 900 900 -1 ",
            "4 1 1 1 1 0 100 50 300 40 -1 ",
            "5 1 1 1 1 1 100 50 200 40 96.5 Payment",
            '5 1 1 1 1 2 320 50 80 40 12 "due',
            "5 1 1 1 2 1 100 100 80 40 91 now",
        ),
        scale=0.5,
    )
    assert [[word.text for word in line] for line in lines] == [["Payment", '"due'], ["now"]]
    assert lines[0][0][1:5] == (50, 25, 150, 45)
    assert [word.confidence for word in lines[0]] == [0.965, 0.12]


def test_blank_words_and_confidences_out_of_range_do_no_harm():
    lines = lines_of(table("5 1 1 1 1 1 1 1 9 9 95  ", "5 1 1 1 1 2 1 1 9 9 -1 a", "5 1 1 1 1 3 1 1 9 9 101 b"), 1.0)
    assert [(word.text, word.confidence) for word in lines[0]] == [("a", 0.0), ("b", 1.0)]


@posix_only
def test_the_program_reads_with_english_and_a_few_other_languages(stand_in):
    stand_in('echo "List of languages (3):"; echo deu; echo eng; echo osd; echo script/Latin')
    engine = find_tesseract()
    assert engine._command[3:5] == ["-l", "eng+deu"]


@posix_only
def test_with_many_languages_it_reads_english(stand_in):
    stand_in('echo "List of languages (5):"; for each in afr ara eng fra spa; do echo $each; done')
    assert find_tesseract()._command[3:5] == ["-l", "eng"]


@posix_only
@pytest.mark.parametrize("script", ["echo 'List of languages (0):'", "exit 1"])
def test_a_program_without_languages_is_no_engine(stand_in, script):
    stand_in(script)
    assert find_tesseract() is None


@posix_only
def test_a_program_in_the_working_folder_is_not_run(stand_in, monkeypatch):
    monkeypatch.chdir(stand_in("echo; echo eng").parent)
    assert find_tesseract() is None


@posix_only
def test_a_page_that_the_program_gives_up_on_has_no_words(stand_in, page_of):
    engine = TesseractEngine(stand_in("cat > /dev/null; exit 1"), ("eng",))
    page = page_of(lambda canvas: canvas.drawString(72, 72, "Term"), size=A6)
    assert engine.read_page(page) == []
    assert page.get_rotation() == 0


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Return a function that puts a shell script in the place of Tesseract."""
    folder = tmp_path / "programs"

    def make(script):
        folder.mkdir()
        program = folder / "tesseract"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return make
