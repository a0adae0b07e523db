"""What our house has settled for all matters: planned use, clause library, settings; and the dialogs that change it."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.desktop import words
from app.desktop.jobs import rejudged
from app.desktop.look import Wardrobe, keep_look
from app.errors import CounterdraftError
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.settings import Settings, load_settings, profile_in_use, save_settings

if TYPE_CHECKING:  # imported when they are asked for, so that the window shows sooner
    from app.desktop.dialogs.profile_dialog import ProfileDialog
    from app.desktop.library_window import LibraryWindow
    from app.desktop.main_window import MainWindow


class House(QObject):
    """Shows and changes what holds for all matters, and has it used."""

    def __init__(self, window: "MainWindow", wardrobe: Wardrobe) -> None:
        super().__init__(window)
        self._window = window
        self._wardrobe = wardrobe
        self._settings = Settings()
        self._library: LibraryWindow | None = None
        window.desk.document_shown.connect(self._show_to_library)
        window.opener.judged.connect(self._show_to_library)
        self._load()

    @property
    def library(self) -> "LibraryWindow | None":
        """The window of the clause library, once it was asked for."""
        return self._library

    @Slot()
    def ask_profile(self) -> None:
        """Let the user say how the product will be used, and judge the documents for it."""
        from app.desktop.dialogs.profile_dialog import ProfileDialog  # noqa: PLC0415 - see above

        window = self._window
        window.review_page.detail.settle()
        review = self._shown_review()
        profile = window.opener.profile if review is None else review.profile
        answered = ProfileDialog.ask(window, profile, review, partial(self._follow, review))
        if answered is not None and answered != profile:
            window.opener.judge(answered)
            if window.session.matter is None:  # else it is shown once the documents are judged for it
                window.commands.show_profile(answered.name)

    @Slot()
    def ask_settings(self) -> None:
        """Let the user change the settings and the look, and use them at once."""
        from app.desktop.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - see above

        answered = SettingsDialog.ask(self._window, self._settings, self._wardrobe.look)
        if answered is None:
            return
        settings, look = answered
        try:
            save_settings(settings)
        except CounterdraftError as error:
            self._window.show_error(error)
            return
        if look != self._wardrobe.look:
            keep_look(self._window.remembered, look)
            self._wardrobe.wear(look)
        self._use(settings)

    @Slot()
    def show_library(self) -> None:
        """Show the clause library in its own window."""
        if self._library is None:
            from app.desktop.library_window import LibraryWindow  # noqa: PLC0415 - see above

            self._library = LibraryWindow(self._window.call, self._settings.library)
            self._library.folder_chosen.connect(self._take_folder)
            self._library.library_changed.connect(self._offer_review)
            self._show_to_library()
        self._library.show()
        self._library.raise_()
        self._library.activateWindow()

    @Slot()
    def show_entry(self) -> None:
        """Show the library's entry on the chosen finding."""
        self.show_library()
        chosen = self._window.review_page.chosen
        if self._library is not None and chosen is not None:
            self._library.show_entry(chosen.clause.id)

    def close(self) -> bool:
        """Close the window of the library; return whether that may be: what is typed there may have to be kept."""
        return self._library is None or self._library.close()

    def _load(self) -> None:
        """Use the settings as they are kept; what is wrong with them is told, and they are as at first."""
        try:
            self._use(load_settings())
        except CounterdraftError as error:
            self._window.message.show_problem(str(error))
            self._use(Settings())

    def _use(self, settings: Settings) -> None:
        window = self._window
        self._settings = settings
        window.opener.settings = settings
        window.exporter.settings = settings
        if self._library is not None:
            self._library.use_folder(settings.library)
        if window.session.matter is None:
            try:
                window.opener.profile = profile_in_use(None)
            except CounterdraftError as error:
                window.message.show_problem(str(error))
            window.commands.show_profile(window.opener.profile.name)

    def _follow(self, review: Review | None, dialog: "ProfileDialog") -> None:
        """Show in the dialog what its answers would change in the document shown."""
        if review is not None:
            dialog.changed.connect(partial(self._judge_for, review, dialog))

    def _judge_for(self, review: Review, dialog: "ProfileDialog", profile: DeploymentProfile) -> None:
        job = partial(self._window.call, rejudged, review, profile)
        self._window.runner.run_quietly(
            "what a profile changes",
            job,
            lambda judged: dialog.show_effect(words.effect_word(review, judged)),
            lambda error: dialog.show_effect(str(error)),
        )

    def _shown_review(self) -> Review | None:
        """Return the review of the document shown, as the rules made it."""
        shown = self._window.desk.shown
        return None if shown is None else self._window.session.base(shown).review

    def _show_to_library(self) -> None:
        if self._library is not None:
            review = self._shown_review()
            if review is None:
                self._library.show_document(None, self._window.opener.profile)
            else:
                self._library.show_document(review.document, review.profile, review.document_type)

    def _take_folder(self, folder: Path) -> None:
        """Use the clause library in `folder` from now on."""
        settings = replace(self._settings, library=folder)
        try:
            save_settings(settings)
        except CounterdraftError as error:
            self._window.show_error(error)
        self._use(settings)

    def _offer_review(self) -> None:
        if self._window.session.matter is not None:
            self._window.message.show_news(
                self.tr("The clause library has changed. The findings shown are those of the library before."),
                self.tr("Review again"),
                self._window.opener.review_again,
            )
