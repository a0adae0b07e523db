import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.desktop.dialogs.settings_dialog import SettingsDialog
from app.desktop.look import Look
from app.model.profile import DeploymentProfile
from app.service.profiles import remove_profile, save_profile
from app.service.settings import Settings, settings_file


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    """Keep settings and profiles of every test apart."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def ask(qtbot):
    """Show the dialog over settings and a look."""

    def show(settings=Settings(), look=Look()):  # noqa: B008 - both are frozen
        dialog = SettingsDialog(None, settings, look)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return show


def problem(dialog, field):
    label = dialog.findChild(QLabel, f"problem-{field}")
    return label.text() if label.isVisible() else ""


def test_what_is_set_is_shown_and_given_back(ask, tmp_path):
    save_profile(DeploymentProfile(), "pilot")
    settings = Settings(tmp_path, "pilot", "A. Reviewer", tmp_path / "matters", undecided=False)
    look = Look("dark", "de", 150)
    dialog = ask(settings, look)
    assert (dialog.settings(), dialog.look()) == (settings, look)


def test_empty_fields_are_as_at_first(ask):
    dialog = ask()
    assert (dialog.settings(), dialog.look()) == (Settings(), Look())


def test_what_is_typed_and_chosen_is_given_back(qtbot, ask, tmp_path):
    save_profile(DeploymentProfile(), "pilot")
    dialog = ask()
    qtbot.keyClicks(dialog.author, " A. Reviewer ")
    qtbot.keyClicks(dialog.library, str(tmp_path))
    dialog.profile.setCurrentText("pilot")
    dialog.undecided.click()
    dialog.theme.setCurrentText("High contrast")
    dialog.text_size.setCurrentText("200 %")
    assert dialog.settings() == Settings(tmp_path, "pilot", "A. Reviewer", None, undecided=False)
    assert dialog.look() == Look("contrast", "system", 200)


def test_a_folder_that_is_not_there_is_told_beside_its_field(qtbot, ask, tmp_path):
    dialog = ask()
    qtbot.keyClicks(dialog.library, str(tmp_path / "gone"))
    assert problem(dialog, "library").startswith(f"There is no folder {tmp_path / 'gone'}")
    assert not dialog.confirm.isEnabled()


def test_a_mistake_that_is_mended_can_be_saved(qtbot, ask, tmp_path):
    dialog = ask()
    qtbot.keyClicks(dialog.library, str(tmp_path / "gone"))
    dialog.library.setText(str(tmp_path))
    assert problem(dialog, "library") == ""
    assert dialog.confirm.isEnabled()


def test_a_profile_that_is_gone_is_told_and_not_changed_in_silence(ask):
    save_profile(DeploymentProfile(), "pilot")
    remove_profile("pilot")
    dialog = ask(Settings(profile="pilot"))
    assert problem(dialog, "profile") == 'No profile is saved as "pilot". Choose another.'
    assert dialog.settings().profile == "pilot"


def test_the_file_of_settings_is_named(ask):
    assert any(str(settings_file()) in label.text() for label in ask().findChildren(QLabel))


def test_every_field_has_a_name_for_the_screen_reader(ask):
    dialog = ask()
    named = [
        field.accessibleName()
        for field in (
            dialog.author,
            dialog.profile,
            dialog.library,
            dialog.matters,
            dialog.theme,
            dialog.text_size,
            dialog.language,
        )
    ]
    assert named == [
        "Author of tracked changes",
        "Deployment profile",
        "Clause library",
        "Folder of matters",
        "Theme",
        "Size of text",
        "Language",
    ]


def test_enter_saves(qtbot, ask):
    dialog = ask()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.author, Qt.Key.Key_Return)
