"""What is said of a link in the reading text, and what is offered."""

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QTextBrowser

from app.desktop.text_marks import Lead
from app.desktop.words import target_word, tr, unmarked
from app.model.document import Document


def lead_word(lead: Lead, document: Document) -> str:
    """Return where a link leads."""
    if lead.paragraph is not None:
        return target_word(document, lead.paragraph)
    if lead.thread is not None:
        return tr("Shows comment C{0}").format(lead.thread)
    return lead.address


def menu_for(view: QTextBrowser, lead: Lead | None) -> QMenu:
    """Return the menu of the words under the pointer: copy them, or the address that they lead to."""
    menu = QMenu(view)
    if lead is not None and lead.address:
        told = menu.addAction(unmarked(_short(lead.address)))
        told.setEnabled(False)
        copy_address = menu.addAction(tr("Copy &address"))
        copy_address.setObjectName("copyAddress")
        copy_address.triggered.connect(lambda: QGuiApplication.clipboard().setText(lead.address))
        menu.addSeparator()
    copy = menu.addAction(tr("&Copy"))
    copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    copy.setEnabled(view.textCursor().hasSelection())
    copy.triggered.connect(view.copy)
    menu.addAction(tr("&Select all")).triggered.connect(view.selectAll)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _short(address: str) -> str:
    return address if len(address) <= 80 else f"{address[:60]}…{address[-19:]}"
