import pytest

from app.errors import ProfileError
from app.service.toml_files import write_toml


def test_a_file_of_another_kind_beside_it_is_left_alone(tmp_path):
    beside = tmp_path / "ours.new"
    beside.write_text("mine")
    write_toml(tmp_path / "ours.toml", "a = 1\n", "profile", ProfileError)
    assert beside.read_text() == "mine"
    assert (tmp_path / "ours.toml").read_text() == "a = 1\n"


def test_what_cannot_be_written_is_named(tmp_path):
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(ProfileError, match=r"folder\.toml: the profile cannot be saved: .* name a file"):
        write_toml(tmp_path / "folder.toml", "a = 1\n", "profile", ProfileError)
