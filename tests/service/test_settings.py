import pytest

from app.errors import LibraryError
from app.paths import data_dir
from app.service.settings import library_folder, load_clause_library


def test_the_bundled_library_is_used_unless_another_is_chosen(tmp_path):
    assert (library_folder(None), library_folder(tmp_path)) == (data_dir("clause_library"), tmp_path)


def test_a_library_folder_that_is_missing_is_a_mistake_of_the_library(tmp_path):
    with pytest.raises(LibraryError):
        load_clause_library(tmp_path / "nowhere")
