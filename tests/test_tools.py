"""The bundled templates and samples are what the scripts in tools/ build."""

import importlib
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtGui import QImageReader

from app.intake.reader import read_document

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "resources" / "samples"
TEMPLATES = ROOT / "templates"


@pytest.fixture
def built(monkeypatch, tmp_path):
    """Build templates and samples anew and return their folder."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    for name, folder in (("build_templates", "TEMPLATES"), ("build_samples", "SAMPLES")):
        script = importlib.import_module(name)
        monkeypatch.setattr(script, folder, tmp_path)
        script.main()
    return tmp_path


def parts(path):
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    "path", [*sorted(TEMPLATES.glob("*.docx")), *sorted(SAMPLES.glob("*.docx"))], ids=lambda path: path.name
)
def test_building_again_gives_the_same_word_file(built, path):
    assert parts(built / path.name) == parts(path)


def test_the_schema_for_editors_is_that_of_the_loader(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tools")
    script = importlib.import_module("build_schema")
    assert script.TARGET.read_text(encoding="utf-8") == script.schema()


def test_building_again_gives_the_same_text(built):
    name = "community-model-licence.txt"
    assert (built / name).read_text("utf-8") == (SAMPLES / name).read_text("utf-8")


@pytest.mark.parametrize("suffix", [".txt", ".pdf"])
def test_every_clause_of_the_sample_has_the_same_words_in_all_formats(suffix):
    word = read_document(SAMPLES / "community-model-licence.docx")
    other = read_document((SAMPLES / "community-model-licence.docx").with_suffix(suffix))
    words = " ".join(paragraph.text for paragraph in other.paragraphs)
    assert [paragraph.text for paragraph in word.paragraphs if paragraph.label and paragraph.text not in words] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("name", "count"), [("counterdraft.ico", 7), ("counterdraft.icns", 8)])
def test_the_icon_files_of_windows_and_macos_hold_every_size(monkeypatch, tmp_path, name, count):
    monkeypatch.syspath_prepend(ROOT / "tools")
    importlib.import_module("icons").main(tmp_path)
    reader = QImageReader(str(tmp_path / name))
    assert reader.imageCount() == count
    assert not reader.read().isNull()
