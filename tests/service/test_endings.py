"""The ending that a Word file has to have."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import ExportError
from app.ooxml.package import open_package
from app.service.endings import check_ending, ending_of
from app.service.redline import redline


@pytest.fixture
def package(word_file):
    """Open a package of the kind whose names end so, read from a file of another name or that one."""
    return lambda ending, name="in.docx": open_package(word_file(ending), Path(name))


@pytest.fixture
def written(word_file, tmp_path):
    """Say whether a package of a kind, read from the file `source`, is written to `out` byte for byte."""

    def write(ending, source, out):
        (tmp_path / source).write_bytes(word_file(ending))
        (tmp_path / "edits.json").write_text("[]")
        when = datetime(2026, 1, 2, tzinfo=UTC)
        redline(tmp_path / source, tmp_path / "edits.json", tmp_path / out, author="Ann", when=when)
        return (tmp_path / out).read_bytes() == (tmp_path / source).read_bytes()

    return write


@pytest.mark.parametrize("ending", [".docx", ".docm", ".dotx", ".dotm"])
def test_the_ending_is_that_of_what_the_file_is(word_file, ending):
    assert ending_of(word_file(ending), Path("in.docx")) == ending


@pytest.mark.parametrize("name", ["out.docm", "OUT.DOCM"])
def test_a_name_that_ends_so_will_do(written, name):
    assert written(".docm", "in.docm", name)


@pytest.mark.parametrize(
    ("ending", "name", "right"),
    [
        (".docm", "out.docx", "out.docm"),
        (".docx", "out.docm", "out.docx"),
        (".dotx", "out.docx", "out.dotx"),
        (".dotm", "out", "out.dotm"),
        (".docx", "out.txt", "out.docx"),
    ],
)
def test_another_name_is_refused_with_the_right_one(package, ending, name, right):
    with pytest.raises(ExportError, match=f"^{name}: nothing was written, .* name it {right}$"):
        check_ending(Path(name), package(ending, f"in{ending}"))


def test_a_file_that_was_misnamed_may_go_back_by_the_ending_it_came_with(written):
    assert written(".dotx", "in.docx", "out.docx")
