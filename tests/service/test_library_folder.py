import pytest

from app.errors import ExportError, LibraryError
from app.service.library_folder import draft_of, keep_draft, read_entry, save_entry, set_aside


def test_a_saved_entry_makes_its_folder_a_library(tmp_path):
    folder = tmp_path / "house"
    save_entry(folder / "assignment.yaml", folder, "severity: high\n")
    assert (folder / "assignment.yaml").read_text() == "severity: high\n"
    assert "title: house library" in (folder / "library.yaml").read_text()


def test_a_library_file_that_is_there_stays(tmp_path):
    (tmp_path / "library.yaml").write_text("title: Ours\n")
    save_entry(tmp_path / "assignment.yaml", tmp_path, "severity: high\n")
    assert (tmp_path / "library.yaml").read_text() == "title: Ours\n"


def test_saving_writes_over_the_entry_and_takes_its_draft_away(tmp_path):
    path = tmp_path / "assignment.yaml"
    save_entry(path, tmp_path, "severity: high\n")
    keep_draft(path, "severity: awf")
    save_entry(path, tmp_path, "severity: low\n")
    assert read_entry(path) == "severity: low\n"
    assert not draft_of(path).exists()


def test_a_draft_lies_beside_the_file_and_is_no_clause_file(tmp_path):
    draft = keep_draft(tmp_path / "assignment.yaml", "severity: awf")
    assert (draft.name, draft.read_text()) == ("assignment.yaml.draft", "severity: awf")
    assert not list(tmp_path.glob("*.yaml"))


def test_a_file_set_aside_is_kept_under_another_name(tmp_path):
    path = tmp_path / "assignment.yaml"
    save_entry(path, tmp_path, "severity: high\n")
    aside = set_aside(path)
    assert (aside.name, aside.read_text(), path.exists()) == ("assignment.yaml.bak", "severity: high\n", False)


def test_a_file_that_is_gone_cannot_be_set_aside(tmp_path):
    with pytest.raises(LibraryError, match=r"assignment\.yaml: cannot be taken out"):
        set_aside(tmp_path / "assignment.yaml")


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "house").write_text("")
    with pytest.raises(ExportError, match="this is a file"):
        save_entry(tmp_path / "house" / "assignment.yaml", tmp_path / "house", "severity: high\n")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff\xfe\x00", "not a text file in UTF-8"),
        (b"x" * 1_000_001, "has more than 1,000,000 bytes"),
    ],
)
def test_what_is_no_clause_file_is_not_opened(tmp_path, data, problem):
    path = tmp_path / "assignment.yaml"
    path.write_bytes(data)
    with pytest.raises(LibraryError, match=problem):
        read_entry(path)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(LibraryError, match="cannot be read"):
        read_entry(tmp_path / "assignment.yaml")
