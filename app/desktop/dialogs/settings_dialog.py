"""What holds for all reviews and exports, and how the window looks."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.look import LANGUAGES, TEXT_SIZES, THEMES, Language, Look, Theme
from app.desktop.theme import GAP
from app.model.profile import DeploymentProfile
from app.service.profiles import saved_profiles
from app.service.settings import Settings, settings_file, settings_problems


class SettingsDialog(QDialog):
    """Asks for the settings, which command line and window share, and for the look of this window."""

    def __init__(self, parent: QWidget | None, settings: Settings, look: Look) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._problems: dict[str, QLabel] = {}
        self.author = _line(settings.author, "settingsAuthor", self.tr("Your name on this machine"))
        self.library = _line(_path_word(settings.library), "settingsLibrary", self.tr("The bundled library"))
        self.matters = _line(_path_word(settings.matters), "settingsMatters", str(Settings().matters_folder))
        self.profile = QComboBox()
        self.profile.setObjectName("settingsProfile")
        self.profile.addItem(self.tr("The built-in one: {0}").format(DeploymentProfile().name), "")
        for name in dict.fromkeys((*saved_profiles(), *filter(None, (settings.profile,)))):
            self.profile.addItem(name, name)
        self.profile.setCurrentIndex(self.profile.findData(settings.profile))
        self.undecided = QCheckBox(self.tr("Export proposals on findings that are &undecided, too"))
        self.undecided.setObjectName("settingsUndecided")
        self.undecided.setChecked(settings.undecided)
        self.theme = _choice("settingsTheme", THEMES, self._theme_words(), look.theme)
        self.language = _choice("settingsLanguage", LANGUAGES, self._language_words(), look.language)
        self.text_size = _choice("settingsSize", TEXT_SIZES, [f"{size} %" for size in TEXT_SIZES], look.text_size)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setObjectName("saveSettings")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._arrange()
        for line in (self.author, self.library, self.matters):
            line.textChanged.connect(self._check)
        self.profile.currentIndexChanged.connect(self._check)
        self._check()
        self.confirm.setDefault(True)
        self.author.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, settings: Settings, look: Look) -> tuple[Settings, Look] | None:
        """Return the answers; None if the user turned back."""
        dialog = cls(parent, settings, look)
        return (dialog.settings(), dialog.look()) if dialog.exec() == QDialog.DialogCode.Accepted else None

    def settings(self) -> Settings:
        """Return the settings as the fields have them."""
        return Settings(
            library=_path(self.library),
            profile=str(self.profile.currentData()),
            author=self.author.text().strip(),
            matters=_path(self.matters),
            undecided=self.undecided.isChecked(),
        )

    def look(self) -> Look:
        """Return the look as the fields have it."""
        theme: Theme = THEMES[self.theme.currentIndex()]
        language: Language = LANGUAGES[self.language.currentIndex()]
        return Look(theme, language, TEXT_SIZES[self.text_size.currentIndex()])

    def sizeHint(self) -> QSize:
        """Return the size in which all fields show, as far as the screen has it."""
        inner = self._page.sizeHint() + QSize(6 * GAP, 6 * GAP + self.buttons.sizeHint().height())
        return inner.boundedTo(self.screen().availableSize() * 0.9)

    def _arrange(self) -> None:
        self._page = QWidget()
        grid = QGridLayout(self._page)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(1, 1)
        self._add_heading(grid, self.tr("Reviews and exports"))
        self._add_row(grid, self.tr("&Author of tracked changes"), self.author, "author")
        self._add_row(grid, self.tr("Deployment &profile"), self.profile, "profile")
        choose_library = self._browse(self.tr("Folder of your clause library"), self.library)
        self._add_row(grid, self.tr("Clause &library"), self.library, "library", choose_library)
        choose_matters = self._browse(self.tr("Folder for new matters"), self.matters)
        self._add_row(grid, self.tr("Folder of &matters"), self.matters, "matters", choose_matters)
        grid.addWidget(self.undecided, grid.rowCount(), 1, 1, 2)
        kept = _muted(self.tr("The command line takes these, too. They are kept in {0}").format(settings_file()))
        grid.addWidget(kept, grid.rowCount(), 1, 1, 2)
        self._add_heading(grid, self.tr("Look"))
        self._add_row(grid, self.tr("&Theme"), self.theme)
        self._add_row(grid, self.tr("Size of &text"), self.text_size)
        self._add_row(grid, self.tr("Lan&guage"), self.language)
        grid.addWidget(_muted(self.tr("Another language shows from the next start on.")), grid.rowCount(), 1, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(scroll, 1)
        column.addWidget(self.buttons)

    def _add_heading(self, grid: QGridLayout, text: str) -> None:
        heading = QLabel(text)
        heading.setProperty("role", "heading")
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), 2 * GAP)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 3)

    def _add_row(
        self, grid: QGridLayout, text: str, field: QWidget, problem: str = "", button: QPushButton | None = None
    ) -> None:
        """Add a field with its name before it, a button behind it, and what is wrong with it below."""
        row = grid.rowCount()
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1, 1, 1 if button else 2)
        if button:
            grid.addWidget(button, row, 2)
        if problem:
            wrong = _muted("")
            wrong.setProperty("role", "problem")
            wrong.setObjectName(f"problem-{problem}")
            grid.addWidget(wrong, row + 1, 1, 1, 2)
            self._problems[problem] = wrong

    def _browse(self, title: str, line: QLineEdit) -> QPushButton:
        button = QPushButton(self.tr("Choose…"))
        button.setAccessibleName(title)
        button.clicked.connect(self._chooser(title, line))
        return button

    def _chooser(self, title: str, line: QLineEdit) -> Callable[[], None]:
        def choose() -> None:
            folder = QFileDialog.getExistingDirectory(self, title, line.text() or line.placeholderText())
            if folder:
                line.setText(folder)

        return choose

    def _check(self) -> None:
        """Say beside each field what is wrong with it."""
        found = settings_problems(self.settings())
        for field, label in self._problems.items():
            label.setText(found.get(field, ""))
            label.setVisible(field in found)
        self.confirm.setEnabled(not found)

    def _theme_words(self) -> list[str]:
        named: dict[Theme, str] = {
            "system": self.tr("As the system has it"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        return [named[theme] for theme in THEMES]

    def _language_words(self) -> list[str]:
        named: dict[Language, str] = {
            "system": self.tr("As the system has it"),
            "en": "English",
            "de": "Deutsch",
        }
        return [named[language] for language in LANGUAGES]


def _line(text: str, name: str, empty: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName(name)
    line.setPlaceholderText(empty)
    line.setMinimumWidth(32 * GAP)
    return line


def _choice(name: str, values: Sequence[object], called: Sequence[str], chosen: object) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.addItems(called)
    box.setCurrentIndex(values.index(chosen))
    return box


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _path(line: QLineEdit) -> Path | None:
    return Path(line.text().strip()) if line.text().strip() else None


def _path_word(path: Path | None) -> str:
    return str(path or "")
