"""How the window is used, and every key."""

from collections.abc import Iterator
from html import escape

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.actions import Actions
from app.desktop.library.quiet_browser import QuietBrowser
from app.desktop.theme import GAP


class GuideDialog(QDialog):
    """A page with the way from a document to its export, and the keys of all actions; it stays beside the work."""

    def __init__(self, parent: QWidget | None, commands: Actions) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("Guide and keys"))
        self.resize(72 * GAP, 80 * GAP)
        self.text = QuietBrowser("guideText", self.tr("Guide and keys"))
        self.text.setHtml("".join((*self._steps(), *self._keys(commands))))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)

    @classmethod
    def show_for(cls, parent: QWidget, commands: Actions) -> "GuideDialog":
        """Show the guide beside the window."""
        dialog = cls(parent, commands)
        dialog.show()
        return dialog

    def _steps(self) -> Iterator[str]:
        yield f"<h2>{escape(self.tr('From a document to its export'))}</h2><ol>"
        for step in (
            self.tr("Drop a contract or licence on the window. It is reviewed here; nothing is sent anywhere."),
            self.tr("Say under Profile how the product will be used: it decides what applies and how bad it is."),
            self.tr(
                "Go through the findings with F7. Each shows the words, the facts read in them, the tests, the level."
            ),
            self.tr("Decide: accept what is proposed, take a fallback, edit the words, accept the risk, or skip."),
            self.tr("Export: look at what leaves the house, then write the redlined document and the memo."),
        ):
            yield f"<li>{escape(step)}</li>"
        yield "</ol><p>"
        yield escape(
            self.tr(
                "Every decision is saved at once in the matter, one file that you can hand on. Comments go to the "
                "counterparty; positions, reasons and notes stay in the house. A drafting aid, not legal advice."
            )
        )
        yield "</p>"

    def _keys(self, commands: Actions) -> Iterator[str]:
        ours = theme.colours(self.palette())
        yield f"<h2>{escape(self.tr('Keys'))}</h2><table cellpadding='4'>"
        for action in commands.findChildren(QAction):
            keys = _keys_of(action)
            if keys:
                told = action.whatsThis() or action.toolTip()
                yield f"<tr><td><b>{escape(keys)}</b></td><td>{escape(told)}</td></tr>"
        yield f"</table><p style='color:{ours.muted}'>{escape(self.tr('Letters work in the list of findings.'))}</p>"
        yield "<table cellpadding='4'>"
        for action in commands.decisions.values():
            text, letter = action.text().split("\t")
            yield f"<tr><td><b>{escape(letter)}</b></td><td>{escape(text.replace('&', ''))}</td></tr>"
        yield "</table>"


def _keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
