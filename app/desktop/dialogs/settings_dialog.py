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
    QFormLayout,
    QFrame,
    QHBoxLayout,
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

_LETTERS_WIDE = 96  # of average width


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
        self.profile.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.profile.addItem(self.tr("The built-in one: {0}").format(DeploymentProfile().name), "")
        for name in dict.fromkeys((*saved_profiles(), *filter(None, (settings.profile,)))):
            self.profile.addItem(name, name)
        self.profile.setCurrentIndex(self.profile.findData(settings.profile))
        self.undecided = QCheckBox(self.tr("Export &undecided proposals, too"))
        self.undecided.setObjectName("settingsUndecided")
        self.undecided.setChecked(settings.undecided)
        self.theme = _choice("settingsTheme", THEMES, self._theme_words(), look.theme)
        self.language = _choice("settingsLanguage", LANGUAGES, self._language_words(), look.language)
        self.text_size = _choice("settingsSize", TEXT_SIZES, [f"{size} %" for size in TEXT_SIZES], look.text_size)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setObjectName("saveSettings")
        self.confirm.setProperty("role", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._arrange()
        for line in (self.author, self.library, self.matters):
            line.textChanged.connect(self._check)
        self.profile.currentIndexChanged.connect(self._check)
        self._check()
        self.confirm.setDefault(True)
        self.resize(self.sizeHint())  # at first Qt would take two thirds of the screen at most
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
        """Return a size in which all fields show beside their names, as far as the screen has it."""
        width = _LETTERS_WIDE * self.fontMetrics().averageCharWidth()
        height = self._page.sizeHint().height() + self.buttons.sizeHint().height() + 8 * GAP
        return QSize(width, height).boundedTo(self.screen().availableSize() * 0.9)

    def _arrange(self) -> None:
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(_said(self.tr("Reviews and exports"), "heading"))
        column.addLayout(self._shared_rows())
        column.addWidget(self.undecided)
        kept = self.tr("The command line takes these, too. They are kept in {0}")
        column.addWidget(_said(kept.format(settings_file()), "muted"))
        column.addSpacing(2 * GAP)
        column.addWidget(_said(self.tr("Look"), "heading"))
        column.addLayout(self._look_rows())
        language = self.tr(
            "Another language shows from the next start on. What the clause library says, sentences of findings and "
            "messages of errors stay English."
        )
        column.addWidget(_said(language, "muted"))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        outer.setSpacing(2 * GAP)
        outer.addWidget(scroll, 1)
        outer.addWidget(self.buttons)

    def _shared_rows(self) -> QFormLayout:
        form = _form()
        self._add_row(form, self.tr("&Author of tracked changes"), self.author, "author")
        self._add_row(form, self.tr("Deployment &profile"), self.profile, "profile")
        choose = self._browse(self.tr("Folder of your clause library"), self.library)
        self._add_row(form, self.tr("Clause &library"), self.library, "library", choose)
        choose = self._browse(self.tr("Folder for new matters"), self.matters)
        self._add_row(form, self.tr("Folder of &matters"), self.matters, "matters", choose)
        return form

    def _look_rows(self) -> QFormLayout:
        form = _form()
        self._add_row(form, self.tr("&Theme"), self.theme)
        self._add_row(form, self.tr("Size of &text"), self.text_size)
        self._add_row(form, self.tr("Lan&guage"), self.language)
        return form

    def _add_row(
        self, form: QFormLayout, text: str, field: QWidget, problem: str = "", button: QPushButton | None = None
    ) -> None:
        """Add a field with its name before it, a button behind it, and what is wrong with it below."""
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        cell = QVBoxLayout()
        cell.setSpacing(GAP // 2)
        line = QHBoxLayout()
        line.addWidget(field, 1)
        if button:
            line.addWidget(button)
        cell.addLayout(line)
        if problem:
            self._problems[problem] = _said("", "problem")
            self._problems[problem].setObjectName(f"problem-{problem}")
            cell.addWidget(self._problems[problem])
        form.addRow(label, cell)

    def _browse(self, title: str, line: QLineEdit) -> QPushButton:
        button = QPushButton(self.tr("Choose…"))
        button.setAccessibleName(f"{button.text().rstrip('…')}: {title}")
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
    line.setMinimumWidth(16 * GAP)
    return line


def _choice(name: str, values: Sequence[object], called: Sequence[str], chosen: object) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.addItems(called)
    box.setCurrentIndex(values.index(chosen))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(2 * GAP)
    form.setVerticalSpacing(GAP)
    return form


def _said(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _path(line: QLineEdit) -> Path | None:
    return Path(line.text().strip()) if line.text().strip() else None


def _path_word(path: Path | None) -> str:
    return str(path or "")
