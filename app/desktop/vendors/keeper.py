"""What the main window asks of the window of vendors, and tells it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from app.desktop.worker import Worker
from app.model.span import Place

if TYPE_CHECKING:  # imported when it is asked for, so that the main window shows sooner
    from app.desktop.main_window import MainWindow
    from app.desktop.vendors_window import VendorsWindow


class VendorsKeeper(QObject):
    """Opens the window of vendors, and keeps it with its columns as long as the main window is there."""

    def __init__(self, window: "MainWindow", worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._worker = worker
        self._vendors: VendorsWindow | None = None

    @property
    def vendors(self) -> "VendorsWindow | None":
        """The window, once it was asked for."""
        return self._vendors

    @Slot()
    def show_vendors(self) -> None:
        """Show vendors side by side."""
        if self._vendors is None:
            from app.desktop.vendors_window import VendorsWindow  # noqa: PLC0415 - see above

            self._vendors = VendorsWindow(self._worker.call)
            self._vendors.turned_to.connect(self._tell)
            self._vendors.place_asked.connect(self._show_place)
            self._tell()
        self._vendors.show()
        self._vendors.raise_()
        self._vendors.activateWindow()

    def close(self) -> None:
        """Close the window."""
        if self._vendors is not None:
            self._vendors.close()

    def _tell(self) -> None:
        """Tell the window which matter is open, and which profile and library are in use."""
        window = self._window
        if self._vendors is not None:
            matter = window.session.matter
            profile = window.opener.profile if matter is None else matter.profile
            self._vendors.show_matter(window.session.documents)
            self._vendors.use(profile, window.opener.settings.library)

    def _show_place(self, document: int, place: Place) -> None:
        """Show a place of a document of the matter in the main window."""
        window = self._window
        if document != window.desk.shown:
            window.desk.show_document(document)
        window.review_page.centre.show_place(place)
        window.review_page.centre.view.setFocus(Qt.FocusReason.OtherFocusReason)
        window.raise_()
        window.activateWindow()
