"""Asks in place why a risk is accepted."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.desktop.flow_layout import FlowLayout
from app.desktop.panes.detail_part import heading_label
from app.desktop.theme import GAP


class ReasonField(QFrame):
    """Asks in place why a risk is accepted: Enter confirms, Esc closes; without a reason it says that one is due.

    Signals:
        given: The reason.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteGround")
        title = self.tr("Why is the risk acceptable? (internal)")
        self.edit = _ReasonEdit()
        self.edit.setObjectName("reason")
        self.edit.setAccessibleName(title)
        heading = heading_label(title)
        heading.setBuddy(self.edit)
        self.remark = QLabel()
        self.remark.setObjectName("reasonRemark")
        self.remark.setWordWrap(True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.confirm = QPushButton(self.tr("Accept risk"))
        self.confirm.setObjectName("confirmReason")
        self.confirm.setToolTip(self.tr("Keep the reason (Enter)"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancelReason")
        cancel.setToolTip(self.tr("Decide nothing (Esc)"))
        row = FlowLayout()
        for button in (self.confirm, cancel):
            button.setProperty("role", "decision")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP // 2, GAP, GAP, GAP)
        column.setSpacing(GAP // 2)
        for widget in (heading, self.edit, self.remark):
            column.addWidget(widget)
        column.addLayout(row)
        self._approver = ""
        self._begun = ""
        self._came_from: QWidget | None = None
        self.edit.returnPressed.connect(self._give)
        self.edit.textChanged.connect(self._show_remark)
        self.edit.cancelled.connect(self._leave)
        self.confirm.clicked.connect(self._give)
        cancel.clicked.connect(self._leave)

    def begin(self, reason: str) -> None:
        """Ask, with what was said before."""
        if self.isHidden():
            self._begun = reason
            self._came_from = QApplication.focusWidget()
            self.edit.setText(reason)
        self._show_remark()
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def show_approver(self, approver: str) -> None:
        """Say who may accept the risk."""
        self._approver = approver
        self._show_remark()

    @property
    def is_unsaved(self) -> bool:
        """Whether a reason is typed and not confirmed."""
        return not self.isHidden() and self.edit.text().strip() != self._begun

    def take(self) -> str:
        """Return what is typed and not confirmed, and close; "" where there is nothing."""
        typed = self.edit.text().strip() if self.is_unsaved else ""
        self._leave()
        return typed

    def _give(self) -> None:
        reason = self.edit.text().strip()
        if reason:
            self._leave()
            self.given.emit(reason)
            return
        self.remark.setText(self.tr("Say why in a few words; the reason is kept with the decision."))
        self.remark.setAccessibleName(self.remark.text())
        self.remark.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self.remark, QAccessible.Event.Alert))

    def _leave(self) -> None:
        """Close, and give the keyboard back to where it came from."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused) and self._came_from and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _show_remark(self) -> None:
        """Say who has to agree, in place of what was wrong."""
        self.remark.setText(self.tr("Has to be agreed by: {0}").format(self._approver) if self._approver else "")
        self.remark.setAccessibleName(self.remark.text())
        self.remark.setVisible(bool(self._approver))


class _ReasonEdit(QLineEdit):
    """A line that takes Esc for itself, before a shortcut of the window does."""

    cancelled = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the shortcuts."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
