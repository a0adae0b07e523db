import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.desktop.library.dialogs import ChangeDialog, NewEntry, NewEntryDialog, WordingDialog

pytestmark = pytest.mark.usefixtures("qapp")
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def visits(shelf):
    return shelf.entries[0].clause


def answer(does):
    """Let `does` answer the dialog that opens next."""
    QTimer.singleShot(0, lambda: does(QApplication.activeModalWidget()))


def test_the_fields_that_are_ticked_are_to_be_changed(visits):
    def does(dialog):
        dialog.boxes["severity"].setChecked(True)
        dialog.boxes["note"].setChecked(True)
        dialog.accept()

    answer(does)
    assert ChangeDialog.ask(None, visits) == ("severity", "note")


def test_a_change_can_be_turned_back(visits):
    answer(lambda dialog: dialog.reject())
    assert ChangeDialog.ask(None, visits) is None


def test_without_a_field_there_is_nothing_to_change(qtbot, visits):
    dialog = ChangeDialog(None, visits)
    qtbot.addWidget(dialog)
    assert not dialog.buttons.button(OK).isEnabled()
    dialog.boxes["severity"].setChecked(True)
    assert dialog.buttons.button(OK).isEnabled()


def test_with_the_positions_the_examples_are_changed_too(qtbot, visits):
    dialog = ChangeDialog(None, visits)
    qtbot.addWidget(dialog)
    dialog.boxes["positions"].setChecked(True)
    assert dialog.fields() == ("positions", "examples")


def test_a_new_entry_gets_its_id_from_its_title(qtbot):
    dialog = NewEntryDialog(None, ())
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.title, "Visits by the vendor (§ 4)")
    assert dialog.entry() == NewEntry("visits-by-the-vendor-4", "Visits by the vendor (§ 4)", "D")


def test_an_id_of_ones_own_stays_when_the_title_goes_on(qtbot):
    dialog = NewEntryDialog(None, ())
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.title, "Visits")
    dialog.id.setText("site-visits")
    qtbot.keyClicks(dialog.title, " by the vendor")
    assert dialog.entry().id == "site-visits"


@pytest.mark.parametrize(
    ("name", "enabled", "problem"),
    [
        ("site-visits", True, ""),
        ("", False, ""),
        ("site-", False, ""),
        ("audit", False, "There is an entry audit already; choose another id."),
    ],
)
def test_only_a_free_id_can_be_begun(qtbot, name, enabled, problem):
    dialog = NewEntryDialog(None, ("audit",))
    qtbot.addWidget(dialog)
    dialog.id.setText(name)
    assert (dialog.buttons.button(OK).isEnabled(), dialog.problem.text()) == (enabled, problem)


def test_an_id_takes_no_other_letters(qtbot):
    dialog = NewEntryDialog(None, ())
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.id, "../Etc/x y")
    assert dialog.id.text() == "tcxy"


def test_a_new_entry_is_answered_with_its_group():
    def does(dialog):
        dialog.title.setText("Quiet hours")
        dialog.id.setText("quiet-hours")
        dialog.group.setCurrentIndex(dialog.group.findData("C"))
        dialog.accept()

    answer(does)
    assert NewEntryDialog.ask(None, ()) == NewEntry("quiet-hours", "Quiet hours", "C")


def test_wording_is_offered_of_positions_that_have_some_and_shown(qtbot, visits):
    dialog = WordingDialog(None, [visits], "site-visits")
    qtbot.addWidget(dialog)
    assert [dialog.rungs.itemText(row) for row in range(dialog.rungs.count())] == ["Preferred: Ten days' notice"]
    assert dialog.preview.text().startswith("{vendor} may visit")


def test_the_chosen_wording_is_answered(visits):
    answer(lambda dialog: dialog.accept())
    assert WordingDialog.ask(None, [visits], "site-visits") == ("site-visits", 0)
