import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import LibraryError, SettingsError
from app.model.profile import DeploymentProfile
from app.paths import data_dir
from app.service.profiles import save_profile
from app.service.settings import (
    Settings,
    library_folder,
    library_in_use,
    load_clause_library,
    load_settings,
    profile_in_use,
    save_settings,
    settings_file,
    settings_problems,
)


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    """Keep settings and profiles of every test apart."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def written():
    """Write the file of settings by hand."""

    def write(text):
        settings_file().parent.mkdir(parents=True)
        settings_file().write_text(text, encoding="utf-8")

    return write


def test_the_bundled_library_is_used_unless_another_is_chosen(tmp_path):
    assert (library_folder(None), library_folder(tmp_path)) == (data_dir("clause_library"), tmp_path)


def test_a_library_folder_that_is_missing_is_a_mistake_of_the_library(tmp_path):
    with pytest.raises(LibraryError):
        load_clause_library(tmp_path / "nowhere")


def test_without_a_file_all_is_as_at_first():
    assert load_settings() == Settings()


def test_settings_that_are_saved_are_loaded_again(tmp_path):
    settings = Settings(tmp_path, 'Pilot "2"', "Änne Reviewer", tmp_path / "matters", undecided=False)
    save_settings(settings)
    assert load_settings() == settings


def test_what_the_file_leaves_out_is_as_at_first(written):
    written('author = "A. Reviewer"\n')
    assert load_settings() == Settings(author="A. Reviewer")


def test_new_matters_lie_among_the_documents_unless_a_folder_is_named(tmp_path):
    assert Settings().matters_folder.name == "Counterdraft"
    assert Settings(matters=tmp_path).matters_folder == tmp_path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("autor = 'x'", '"autor" is no setting; did you mean "author"?'),
        ("undecided = 1", '"undecided" must be true or false, not 1'),
        ("profile = 7", '"profile" must be words in quotation marks, on one line, not 7'),
        ('library = "a\\nb"', '"library" must be words in quotation marks, on one line'),
        ("author: me", "is not valid TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_what_is_allowed(written, text, words):
    written(text)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "settings.toml: " in str(caught.value)
    assert words in str(caught.value)


def test_all_mistakes_are_named_at_once(written):
    written("undecided = 3\nauthor = 4\n")
    with pytest.raises(SettingsError, match=r'"undecided" .*; "author" '):
        load_settings()


def test_settings_that_cannot_be_written_leave_the_old_ones():
    resource = pytest.importorskip("resource")
    save_settings(Settings(author="Before"))
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, former[1]))
    try:
        with pytest.raises(SettingsError, match="cannot be saved"):
            save_settings(Settings(author="After"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
    assert load_settings() == Settings(author="Before")


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        (Settings(library=Path("/nowhere/at/all")), "library"),
        (Settings(profile="nobody"), "profile"),
        (Settings(author="two\nlines"), "author"),
        (Settings(matters=Path("relative")), "matters"),
        (Settings(matters=Path(__file__)), "matters"),
        (Settings(matters=Path(__file__) / "below"), "matters"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_by_its_field(settings, field):
    assert list(settings_problems(settings)) == [field]


def test_a_folder_of_matters_need_not_be_there_yet(tmp_path):
    assert settings_problems(Settings(matters=tmp_path / "new" / "matters")) == {}


def test_the_profile_of_the_settings_is_used_where_none_is_named():
    pilot = DeploymentProfile(name="Pilot", paid=True)
    save_profile(pilot, "pilot")
    save_settings(Settings(profile="pilot"))
    assert profile_in_use(None) == pilot


def test_a_profile_that_is_named_goes_before_the_settings():
    save_profile(DeploymentProfile(name="Pilot"), "pilot")
    save_profile(DeploymentProfile(name="Other"), "other")
    save_settings(Settings(profile="pilot"))
    assert profile_in_use(Path("other")).name == "Other"


def test_a_profile_that_is_gone_is_told_with_the_file_of_settings():
    save_settings(Settings(profile="pilot"))
    with pytest.raises(SettingsError, match=r'settings\.toml: "profile": No profile is saved as "pilot"'):
        profile_in_use(None)


def test_a_library_folder_that_is_gone_is_told_with_the_file_of_settings(tmp_path):
    save_settings(Settings(library=tmp_path / "gone"))
    with pytest.raises(SettingsError, match=r'settings\.toml: "library": There is no folder'):
        library_in_use(None)


def test_the_library_of_the_settings_is_used_where_none_is_named(tmp_path):
    (tmp_path / "broken.yaml").write_text("id: [", encoding="utf-8")
    save_settings(Settings(library=tmp_path))
    with pytest.raises(LibraryError, match=r"broken\.yaml"):
        library_in_use(None)


def test_asking_for_settings_loads_nothing_heavy():
    code = "import app.service.settings, sys; sys.exit(bool({'pydantic', 'spacy', 'lxml'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
