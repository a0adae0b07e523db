"""What may lie in the folder of a library that extends the bundled one."""

import pytest

from app.errors import LibraryError
from app.library.loader import load_library
from app.paths import data_dir

FORM = """\
id: kite-loan
title: Kite Loan Terms
document_type: terms-of-service
publisher: Village
sections:
  - section: "1"
    units: 00112233445566aa:80:17
"""


@pytest.fixture
def extended(tmp_path):
    """Load the bundled library with a folder of one file."""

    def load(name, text):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return load_library(tmp_path, data_dir("clause_library"))

    return load


def test_a_folder_of_standard_forms_alone_extends_the_library(extended):
    assert "kite-loan" in {form.id for form in extended("forms/kite.yaml", FORM).forms}


def test_a_clause_type_left_out_is_gone(extended):
    library = extended("library.yaml", "leave_out: [publicity]\n")
    assert "publicity" not in {clause.id for clause in library.clauses}


def test_leaving_out_what_there_is_not_is_a_mistake(extended):
    with pytest.raises(LibraryError, match=r"library\.yaml:3: leave_out\.1: there is no clause type 'publicty'"):
        extended("library.yaml", "leave_out:\n  - publicity\n  - publicty\n")


@pytest.mark.parametrize("name", ["library.yaml", "cure.yaml"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name):
    unreadable = tmp_path / name
    unreadable.symlink_to("/proc/self/mem")
    if not unreadable.is_file():
        pytest.skip("this system has no file that opens and cannot be read")
    with pytest.raises(LibraryError, match=rf"{name}:1: cannot be read: "):
        load_library(tmp_path, data_dir("clause_library"))
