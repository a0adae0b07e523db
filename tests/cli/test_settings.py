"""What the settings change on the command line."""

import pytest

from app.model.profile import DeploymentProfile
from app.service.profiles import save_profile
from app.service.settings import Settings, save_settings, settings_file


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    """Keep settings and profiles of every test apart."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def contract(make_docx):
    """Return a contract of one sentence."""
    return make_docx("The Provider may end this agreement at any time.")


def test_a_review_takes_the_profile_of_the_settings(run, contract):
    save_profile(DeploymentProfile(name="Pilot", use="research"), "pilot")
    without = run("review", contract, "--format", "json").out
    save_settings(Settings(profile="pilot"))
    assert (
        run("review", contract, "--format", "json").out
        == run("review", contract, "--format", "json", "--profile", "pilot").out
    )
    assert run("review", contract, "--format", "json").out != without


def test_tracked_changes_bear_the_author_of_the_settings(run, contract, tmp_path):
    save_settings(Settings(author="A. Reviewer"))
    run("review", contract, "--out", tmp_path)
    assert "A. Reviewer" in (tmp_path / "contract.review.json").read_text()


def test_the_profile_in_use_is_printed(run):
    save_profile(DeploymentProfile(name="Pilot"), "pilot")
    save_settings(Settings(profile="pilot"))
    assert run("profile").out.startswith('name = "Pilot"\n')


@pytest.mark.parametrize("command", ["review", "plan"])
def test_settings_that_are_wrong_stop_in_one_line(run, contract, command):
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("profil = 'x'\n")
    outcome = run(command, contract)
    assert outcome.status == 2
    assert len(outcome.problems) == 1
    assert 'settings.toml: "profil" is no setting; did you mean "profile"?' in outcome.err


def test_doctor_names_the_file_of_settings(run):
    save_settings(Settings())
    assert f"Settings:               {settings_file()}\n" in run("doctor").out


def test_doctor_names_what_is_wrong_with_the_settings(run, tmp_path):
    save_settings(Settings(library=tmp_path / "gone"))
    outcome = run("doctor")
    assert outcome.status == 1
    assert f"settings.toml: There is no folder {tmp_path / 'gone'}" in outcome.out
