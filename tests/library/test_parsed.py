import json

import pytest

from app.errors import LibraryError
from app.library.loader import load_library
from app.paths import data_dir


@pytest.fixture
def folder(tmp_path):
    """Copy one bundled clause file into a folder of its own."""
    source = next(data_dir("clause_library").rglob("survival.yaml"))
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / source.name).write_bytes(source.read_bytes())
    return tmp_path / "library"


def test_a_library_loads_the_same_from_memory(folder, tmp_path):
    memory = tmp_path / "cache" / "files.json"
    first = load_library(folder, remembered=memory)
    assert len(json.loads(memory.read_text(encoding="utf-8"))) == 1
    assert load_library(folder, remembered=memory) == first == load_library(folder)


def test_a_changed_file_is_read_again(folder, tmp_path):
    memory = tmp_path / "files.json"
    load_library(folder, remembered=memory)
    file = folder / "survival.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title: Survival", "title: Afterlife"), encoding="utf-8")
    assert load_library(folder, remembered=memory).clauses[0].title == "Afterlife"


def test_a_mistake_in_a_known_file_still_has_its_line(folder, tmp_path):
    memory = tmp_path / "files.json"
    file = folder / "survival.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("severity: low", "severity: grave"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(LibraryError, match=r"survival.yaml:\d+: severity: "):
            load_library(folder, remembered=memory)


@pytest.mark.parametrize("content", ["", "no JSON", "[1]", '{"x": 1}'])
def test_a_spoilt_memory_is_passed_over(folder, tmp_path, content):
    memory = tmp_path / "files.json"
    memory.write_text(content, encoding="utf-8")
    assert load_library(folder, remembered=memory) == load_library(folder)


def test_a_memory_that_cannot_be_written_is_passed_over(folder, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert load_library(folder, remembered=tmp_path / "file" / "files.json").clauses
