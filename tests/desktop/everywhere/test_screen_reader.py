"""What a screen reader is told of every control on every page and dialog."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
_ROLES = {
    QAbstractButton: (
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.ButtonDropDown,
    ),
    QAbstractItemView: (QAccessible.Role.List, QAccessible.Role.Tree, QAccessible.Role.Table),
    QComboBox: (QAccessible.Role.ComboBox,),
    QAbstractSpinBox: (QAccessible.Role.SpinBox, QAccessible.Role.EditableText),
    QLineEdit: (QAccessible.Role.EditableText,),
    QPlainTextEdit: (QAccessible.Role.EditableText, QAccessible.Role.StaticText),
    QTextEdit: (QAccessible.Role.EditableText, QAccessible.Role.StaticText),
}
_SIGN = 2  # letters: a button with no more than that bears a sign, which its name puts in words


def controls(shown):
    """Yield the visible controls that are ours to name; parts that Qt makes of them are not."""
    for widget in shown.findChildren(QWidget):
        is_part = widget.objectName().startswith("qt_") or isinstance(
            widget.parent(), QLineEdit | QComboBox | QAbstractSpinBox | QAbstractItemView
        )
        can_be_used = isinstance(widget, _CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.isVisible() and can_be_used and not is_part and widget.window() is shown:
            yield widget


def said(widget):
    """Return the name that a screen reader says; of a box of choices, with what it is for."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    name = spoken.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox):  # on Linux its name is its choice: what it is for is its label or description
        labels = [each[0].text(QAccessible.Text.Name) for each in spoken.relations(QAccessible.RelationFlag.Label)]
        return " ".join(filter(None, (*labels, spoken.text(QAccessible.Text.Description))))
    return name


def plain(text):
    """Return the words of a text on a control: no marks of keys, no places to break, no keys in brackets."""
    text = re.sub(r"\s*\([^)]*\)$", "", text.replace("\u200b", "").replace("&&", "\0").replace("&", ""))
    return " ".join(text.replace("\0", "&").rstrip("…").split()).casefold()


def test_every_control_has_a_name(filled):
    nameless = [(type(each).__name__, each.objectName()) for each in controls(filled()) if not said(each).strip()]
    assert nameless == []


def test_every_control_has_the_role_of_its_kind(filled):
    wrong = [
        (type(each).__name__, each.objectName(), QAccessible.queryAccessibleInterface(each).role().name)
        for each in controls(filled())
        for kind, roles in _ROLES.items()
        if isinstance(each, kind) and QAccessible.queryAccessibleInterface(each).role() not in roles
    ]
    assert wrong == []


def test_no_name_hides_the_text_of_its_control(filled):
    shown = filled()
    told = [(each, each.text()) for each in controls(shown) if isinstance(each, QAbstractButton)]
    told += [(each, each.text()) for each in shown.findChildren(QLabel) if each.textFormat() == Qt.TextFormat.PlainText]
    hiding = [
        (type(each).__name__, each.objectName(), text, said(each))
        for each, text in told
        if each.isVisible() and len(text) > _SIGN and plain(text) not in plain(said(each))
    ]
    assert hiding == []


@pytest.fixture
def alerts(monkeypatch):
    """What a screen reader is alerted to, by the names of the widgets."""
    told = []
    update = QAccessible.updateAccessibility

    def note(event):
        if event.type() == QAccessible.Event.Alert:
            told.append(
                (
                    event.object().objectName(),
                    QAccessible.queryAccessibleInterface(event.object()).text(QAccessible.Text.Name),
                )
            )
        update(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return told


def test_a_finding_is_spoken_in_full(reviewed):
    first = reviewed.review_page.findings.shown.index(2, 1)
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Finding 3 of 6, high, Cure period, 5, walk-away, undecided"


def test_a_decision_is_announced(qtbot, reviewed, alerts):
    qtbot.keyClick(reviewed.review_page.findings.list, Qt.Key.Key_S)
    assert [name for name, _ in alerts] == ["detailDecision"]


def test_a_message_is_announced(window, alerts):
    window.message.show_news("Written to /tmp: memo.docx")
    assert alerts == [("message", "Written to /tmp: memo.docx")]


def test_a_finished_job_is_announced_once(window, alerts):
    window.jobs.begin("Reviewing terms.docx")
    window.jobs.end()
    window.jobs.say("Reviewed 84 paragraphs")
    window.jobs.say("Saved 14:02:11")
    assert alerts == [("status", "Reviewed 84 paragraphs")]


def test_the_overview_says_where_the_same_is_told(reviewed):
    strip = reviewed.review_page.centre.findChild(QWidget, "overviewStrip")
    told = QAccessible.queryAccessibleInterface(strip).text(QAccessible.Text.Description)
    assert "The list of findings tells the same" in told
