"""What the program is."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def show_about(parent: QWidget) -> None:
    """Show name, version and purpose."""
    from importlib.metadata import version  # noqa: PLC0415 - takes long, and the window waits for this module

    text = QCoreApplication.translate(
        "about",
        "<p><b>Counterdraft {0}</b></p><p>Reviews contracts and licences against a clause library, offline. "
        "A drafting aid for lawyers, not legal advice.</p>",
    )
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Counterdraft", text.format(version("counterdraft")), parent=parent)
    box.setObjectName("about")
    box.open()
