"""The whole review with nothing but keys: from opening to the exported files."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPlainTextEdit

from app.desktop.dialogs.clause_dialog import ClauseDialog
from app.desktop.dialogs.export_dialog import ExportDialog
from app.desktop.dialogs.profile_dialog import ProfileDialog
from app.service.samples import sample_path

K, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """Presses keys as a person does: whatever has the focus takes them."""

    def __init__(self, qtbot, window):
        self._qtbot = qtbot
        self._window = window
        self.answered = []

    @property
    def focus(self):
        """The widget that keys go to; after a dialog the window is the active one again, as under a window manager."""
        if QApplication.activeWindow() is None:
            self._window.activateWindow()
            self._qtbot.waitUntil(self._window.isActiveWindow)
        return QApplication.focusWidget()

    def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(self.focus or self._window, key, modifier)
            QApplication.processEvents()

    def type(self, text):
        QTest.keyClicks(self.focus, text)

    def tab_to(self, name, key=K.Key_Tab):
        """Press Tab until the widget with a name has the focus."""
        for _ in range(120):
            if self.focus is not None and self.focus.objectName() == name:
                return
            self.press(key)
        pytest.fail(f"Tab does not reach {name}")

    def answer(self, kind, do):
        """Have `do` press keys once a dialog of a kind is open."""

        def look():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind) and dialog.isActiveWindow():
                self.answered.append(kind)
                do()
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)


@pytest.fixture
def keyboard(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Keyboard(qtbot, window)


def decision_on(window, clause):
    return window.session.decision(window.desk.shown, clause)


def choose(window, keyboard, verb):
    """Go on with F7 to a finding on which a move is possible; return its clause type."""
    for _ in range(40):
        if window.review_page.detail.bar.buttons[verb].isEnabled():
            return window.review_page.chosen.clause.id
        keyboard.press(K.Key_F7)
    pytest.fail(f"no finding offers {verb}")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # said for the file dialog
def test_a_whole_review_is_done_with_the_keyboard_alone(qtbot, window, keyboard, tmp_path):  # noqa: PLR0915 - it is one
    page = window.review_page

    def type_the_path():
        keyboard.type(str(sample_path()))
        keyboard.press(K.Key_Return)

    keyboard.answer(QFileDialog, type_the_path)
    keyboard.press(K.Key_O, modifier=CTRL)
    assert keyboard.answered == [QFileDialog]
    qtbot.waitUntil(lambda: not window.busy and window.desk.shown is not None, timeout=30_000)
    assert keyboard.focus is page.findings.list

    first = page.chosen.clause.id
    keyboard.press(K.Key_A)
    assert decision_on(window, first).verb == "accept"
    assert page.chosen.clause.id != first  # the next one is due
    assert keyboard.focus is page.findings.list

    fallen = choose(window, keyboard, "fallback")
    keyboard.press(K.Key_F)
    assert decision_on(window, fallen).verb == "fallback"
    keyboard.press(K.Key_F7)

    edited = choose(window, keyboard, "edit")
    keyboard.press(K.Key_M)
    assert isinstance(keyboard.focus, QPlainTextEdit)
    keyboard.press(K.Key_End, modifier=CTRL)
    keyboard.type(" As far as a farm may risk it.")
    keyboard.press(K.Key_Return, modifier=CTRL)
    assert decision_on(window, edited).verb == "edit"

    assert keyboard.focus is page.findings.list
    keyboard.press(K.Key_F7)
    risked = choose(window, keyboard, "accept-risk")
    keyboard.press(K.Key_R)
    keyboard.type("Insured up to the cap")
    keyboard.press(K.Key_Return)
    assert (decision_on(window, risked).verb, decision_on(window, risked).reason) == (
        "accept-risk",
        "Insured up to the cap",
    )
    keyboard.press(K.Key_3, modifier=CTRL)
    keyboard.press(K.Key_F7)
    skipped = page.chosen.clause.id
    keyboard.press(K.Key_S)
    assert decision_on(window, skipped).verb == "skip"
    keyboard.press(K.Key_Z, modifier=CTRL)
    assert decision_on(window, skipped).verb is None
    keyboard.press(K.Key_Y, modifier=CTRL)
    assert decision_on(window, skipped).verb == "skip"
    assert page.chosen.clause.id == skipped
    keyboard.press(K.Key_U)
    assert decision_on(window, skipped).verb is None

    keyboard.press(K.Key_C)
    keyboard.press(K.Key_A, modifier=CTRL)
    keyboard.type("Please look at this.")
    keyboard.press(K.Key_3, modifier=CTRL)
    assert decision_on(window, skipped).comment == "Please look at this."
    keyboard.press(K.Key_N)
    keyboard.press(K.Key_A, modifier=CTRL)
    keyboard.type("Do not say why.")
    keyboard.press(K.Key_Tab)
    assert decision_on(window, skipped).note == "Do not say why."
    keyboard.press(K.Key_3, modifier=CTRL)
    keyboard.press(K.Key_E)

    keyboard.press(K.Key_F, modifier=CTRL)
    keyboard.type("licen")
    assert keyboard.focus is page.centre.findChild(QLineEdit, "findWords")
    keyboard.press(K.Key_Return)
    keyboard.press(K.Key_Escape)

    keyboard.answer(ClauseDialog, lambda: (keyboard.type("2"), keyboard.press(K.Key_Return)))
    keyboard.press(K.Key_G, modifier=CTRL)

    def change_profile():
        assert keyboard.focus.objectName() == "line-name"
        keyboard.press(K.Key_A, modifier=CTRL)
        keyboard.type("Farm tools")
        keyboard.press(K.Key_Return, modifier=CTRL)

    keyboard.answer(ProfileDialog, change_profile)
    keyboard.press(K.Key_P, modifier=CTRL)
    qtbot.waitUntil(lambda: not window.busy, timeout=30_000)
    assert window.session.matter.profile.name == "Farm tools"

    def export():
        keyboard.tab_to("exportFolder")
        keyboard.press(K.Key_A, modifier=CTRL)
        keyboard.type(str(tmp_path / "out"))
        keyboard.tab_to("exportAuthor")
        keyboard.type("Ada Reviewer")
        keyboard.press(K.Key_Return)

    keyboard.answer(ExportDialog, export)
    keyboard.press(K.Key_E, modifier=CTRL | SHIFT)
    qtbot.waitUntil(lambda: not window.busy and ExportDialog in keyboard.answered, timeout=30_000)
    assert sorted(path.suffixes[-2] for path in (tmp_path / "out").iterdir()) == [".memo", ".redlined", ".review"]
    assert keyboard.focus is page.centre.view  # where the user was


@pytest.fixture
def at_the_list(reviewed, keyboard):
    """The keyboard on the list of a review, its first finding chosen."""
    reviewed.review_page.findings.list.setFocus()
    return keyboard


def test_f6_goes_round_all_panes_and_out_of_an_editor(reviewed, at_the_list):
    panes = reviewed.review_page.panes()
    at_the_list.press(K.Key_C)
    assert isinstance(at_the_list.focus, QPlainTextEdit)
    stops = []
    for _ in panes:
        at_the_list.press(K.Key_F6)
        stops.append(at_the_list.focus)
    assert stops == list(panes)
    at_the_list.press(K.Key_F6, modifier=SHIFT)
    assert at_the_list.focus is panes[-2]


@pytest.mark.parametrize(("key", "pane"), [(K.Key_1, 0), (K.Key_2, -3), (K.Key_3, -2)])
def test_control_and_a_number_go_to_a_pane(reviewed, at_the_list, key, pane):
    at_the_list.press(key, modifier=CTRL)
    assert at_the_list.focus is reviewed.review_page.panes()[pane]


@pytest.mark.parametrize("key", [K.Key_C, K.Key_N])
def test_tab_leaves_an_editor(at_the_list, key):
    at_the_list.press(key)
    editor = at_the_list.focus
    text = editor.toPlainText()
    at_the_list.press(K.Key_Tab)
    assert at_the_list.focus is not editor
    assert editor.toPlainText() == text


def test_letters_are_typed_in_an_editor_and_decide_nothing(reviewed, at_the_list):
    at_the_list.press(K.Key_N)
    at_the_list.type("afmrsucne")
    assert at_the_list.focus.toPlainText().startswith("afmrsucne")
    at_the_list.press(K.Key_3, modifier=CTRL)
    assert decision_on(reviewed, reviewed.review_page.chosen.clause.id).verb is None


def test_after_the_reason_for_a_risk_the_keyboard_is_where_it_was(reviewed, at_the_list):
    at_the_list.press(K.Key_R)
    at_the_list.type("Insured")
    at_the_list.press(K.Key_Return)
    assert at_the_list.focus is reviewed.review_page.findings.list


def test_after_words_are_given_up_the_keyboard_is_where_it_was(reviewed, at_the_list):
    at_the_list.press(K.Key_F7, K.Key_M)
    assert isinstance(at_the_list.focus, QPlainTextEdit)
    at_the_list.press(K.Key_Escape)
    assert at_the_list.focus is reviewed.review_page.findings.list


def test_no_key_means_two_things(reviewed):
    keys = [
        (key.toString(), action.text())
        for action in reviewed.findChildren(QAction)
        for key in action.shortcuts()
        if action.shortcutContext() in (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    ]
    keys += [(each.key().toString(), each.objectName()) for each in reviewed.findChildren(QShortcut)]
    named = [key for key, _ in keys]
    assert [each for each in keys if named.count(each[0]) > 1] == []


def test_no_letter_of_a_menu_means_two_things(reviewed):
    doubled = []
    for menu in (reviewed.menuBar(), *reviewed.menuBar().findChildren(QMenu), *reviewed.findChildren(QMenu)):
        marks = [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions()]
        doubled += [
            (menu.title() if isinstance(menu, QMenu) else "", mark) for mark in marks if mark and marks.count(mark) > 1
        ]
    assert doubled == []


def test_escape_stops_a_running_job(qtbot, window, keyboard, make_docx):
    window.open_document(make_docx(*(f"{n}. You will indemnify the Provider." for n in range(600))))
    keyboard.press(K.Key_Escape)
    qtbot.waitUntil(lambda: not window.busy, timeout=5000)
    assert window.desk.shown is None
