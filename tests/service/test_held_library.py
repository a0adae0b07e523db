import shutil

import pytest

from app.errors import LibraryError
from app.paths import data_dir
from app.service.held_library import held_library


@pytest.fixture
def folder(tmp_path):
    """A copy of the bundled library."""
    folder = tmp_path / "library"
    shutil.copytree(data_dir("clause_library"), folder)
    return folder


def test_the_library_is_the_same_object_as_long_as_its_files_are_the_same():
    assert held_library(None) is held_library(None)


def test_a_library_is_loaded_again_when_a_file_of_it_changes(folder):
    before = held_library(folder)
    path = next(folder.rglob("*.yaml"))
    path.write_text(path.read_text(encoding="utf-8") + "\n# seen\n", encoding="utf-8")
    after = held_library(folder)
    assert after is not before
    assert after.sha256 != before.sha256


def test_mistakes_are_told_each_time(folder):
    next(folder.rglob("*.yaml")).write_text("title: [\n", encoding="utf-8")
    with pytest.raises(LibraryError):
        held_library(folder)
    with pytest.raises(LibraryError):
        held_library(folder)
