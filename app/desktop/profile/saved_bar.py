"""The profiles that are saved: to start from, to save under a name, to remove, to share as files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QInputDialog, QLabel, QPushButton, QWidget

from app.desktop.flow_layout import FlowLayout
from app.desktop.theme import GAP
from app.errors import ProfileError
from app.model.profile import DeploymentProfile
from app.service.profiles import (
    load_profile,
    profile_toml,
    remove_profile,
    save_profile,
    saved_profiles,
)
from app.service.toml_files import write_toml

_AS_IT_IS, _BUILT_IN = 0, 1


class SavedBar(QWidget):
    """Chooses a profile to start from.

    Signals:
        chosen: A DeploymentProfile to show in the place of the answers.
        saved: A DeploymentProfile that is saved now, under a name or in a file.
        refused: What could not be done, in words.
    """

    chosen = Signal(object)
    saved = Signal(object)
    refused = Signal(str)

    def __init__(
        self, profile: DeploymentProfile, answers: Callable[[], DeploymentProfile], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._given = profile
        self._answers = answers
        self.names = QComboBox()
        self.names.setObjectName("savedProfiles")
        self.names.setAccessibleName(self.tr("Profile to start from"))
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.names.activated.connect(self._choose)
        self.remove = self._button(self.tr("Remove"), "removeProfile", self._remove)
        self.remove.setAccessibleName(self.tr("Remove the saved profile that is chosen"))
        label = QLabel(self.tr("&Start from"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.names)
        label.setMinimumHeight(self.names.sizeHint().height())
        row = FlowLayout(self)
        row.setSpacing(GAP)
        for widget in (
            label,
            self.names,
            self._button(self.tr("Save as…"), "saveProfile", self._save),
            self.remove,
            self._button(self.tr("Import…"), "importProfile", self._import),
            self._button(self.tr("Export…"), "exportProfile", self._export),
        ):
            row.addWidget(widget)
        self._list()

    def save(self, name: str) -> None:
        """Save the answers under `name`."""
        self._try(lambda: self._save_under(name))

    def import_from(self, path: Path) -> None:
        """Show the profile of a file."""
        self._try(lambda: self.chosen.emit(load_profile(path.absolute())))

    def export_to(self, path: Path) -> None:
        """Write the answers to a file."""
        self._try(lambda: write_toml(path, profile_toml(self._answers()), self.tr("profile"), ProfileError))

    def _button(self, text: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(act)
        return button

    def _list(self, chosen: str = "") -> None:
        """List what can be chosen, with the profile saved under `chosen` as the one that is."""
        self.names.clear()
        self.names.addItem(self.tr("the profile as it is now"))
        self.names.addItem(self.tr("the built-in one: {0}").format(DeploymentProfile().name))
        for name in saved_profiles():
            self.names.addItem(name, name)
        self.names.setCurrentIndex(max(self.names.findData(chosen), 0) if chosen else 0)
        self.remove.setEnabled(self.names.currentIndex() > _BUILT_IN)

    def _choose(self, index: int) -> None:
        self.remove.setEnabled(index > _BUILT_IN)
        name = self.names.itemData(index)
        if index == _AS_IT_IS:
            self.chosen.emit(self._given)
        else:
            self._try(lambda: self.chosen.emit(load_profile(Path(name) if name else None)))

    def _save(self) -> None:
        now = str(self.names.currentData() or "")
        name, agreed = QInputDialog.getText(self, self.tr("Save the profile"), self.tr("Name"), text=now)
        if agreed and name.strip():
            self.save(name.strip())

    def _save_under(self, name: str) -> None:
        answers = self._answers()
        save_profile(answers, name)
        self._list(name)
        self.saved.emit(answers)

    def _remove(self) -> None:
        name = str(self.names.currentData())
        self._try(lambda: remove_profile(name))
        self._list()

    def _import(self) -> None:
        kinds = self.tr("Profiles (*.toml)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a profile"), str(Path.home()), kinds)
        if name:
            self.import_from(Path(name))

    def _export(self) -> None:
        proposed = str(Path.home() / f"{self.names.currentData() or self.tr('profile')}.toml")
        kinds = self.tr("Profiles (*.toml)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export the profile"), proposed, kinds)
        if name:
            self.export_to(Path(name) if Path(name).suffix else Path(f"{name}.toml"))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ProfileError as error:
            self.refused.emit(str(error))
        else:
            self.refused.emit("")
