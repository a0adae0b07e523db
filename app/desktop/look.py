"""How the window looks: light, dark or of high contrast, by choice or as the system has it, and how large text is."""

from dataclasses import dataclass
from typing import Literal, get_args

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.desktop import theme
from app.desktop.sheet import style_sheet

Theme = Literal["system", "light", "dark", "contrast"]
Language = Literal["system", "en", "de"]
THEMES: tuple[Theme, ...] = get_args(Theme)
LANGUAGES: tuple[Language, ...] = get_args(Language)
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
"""In per cent of the system's."""

_Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Look:
    """What the user chose; nothing in it changes a review.

    Attributes:
        language: Of the window; "system" is the system's, where the window speaks it. Shown from the next start on.
        text_size: In per cent of the system's, one of `TEXT_SIZES`.
    """

    theme: Theme = "system"
    language: Language = "system"
    text_size: int = 100


def kept_look(settings: QSettings) -> Look:
    """Return the look that `settings` keep; what they do not know is as the system has it."""
    named, spoken = settings.value("look/theme"), settings.value("look/language")
    try:
        size = int(str(settings.value("look/text", 100)))
    except ValueError:
        size = 100
    return Look(
        theme=next((each for each in THEMES if each == named), "system"),
        language=next((each for each in LANGUAGES if each == spoken), "system"),
        text_size=size if size in TEXT_SIZES else 100,
    )


def keep_look(settings: QSettings, look: Look) -> None:
    """Keep `look` in `settings`."""
    settings.setValue("look/theme", look.theme)
    settings.setValue("look/language", look.language)
    settings.setValue("look/text", look.text_size)


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What a palette of ours is made of, as "#rrggbb"."""

    window: str
    base: str
    other: str
    button: str
    text: str
    faint: str


_LIGHT = _Grounds("#f3f4f6", "#ffffff", "#f6f7f9", "#ffffff", "#16191d", "#6b737d")
_DARK = _Grounds("#22262b", "#181b1f", "#1e2227", "#2d3238", "#e6e8ea", "#8b939d")
_STARK_LIGHT = _Grounds("#ffffff", "#ffffff", "#ffffff", "#ffffff", "#000000", "#595959")
_STARK_DARK = _Grounds("#000000", "#000000", "#000000", "#000000", "#ffffff", "#a6a6a6")


def made_palette(*, dark: bool, stark: bool) -> QPalette:
    """Return a palette of ours: light or dark, of high contrast or not."""
    light, night = (_STARK_LIGHT, _STARK_DARK) if stark else (_LIGHT, _DARK)
    grounds = night if dark else light
    palette = QPalette(QColor(grounds.button), QColor(grounds.window))
    for role, colour in (
        (_Role.Base, grounds.base),
        (_Role.AlternateBase, grounds.other),
        (_Role.Button, grounds.button),
        (_Role.ToolTipBase, grounds.base),
        (_Role.WindowText, grounds.text),
        (_Role.Text, grounds.text),
        (_Role.ButtonText, grounds.text),
        (_Role.ToolTipText, grounds.text),
        (_Role.BrightText, grounds.text),
        (_Role.PlaceholderText, grounds.faint),
    ):
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(grounds.faint))
    return theme.accents(palette).resolve(palette)


class Wardrobe(QObject):
    """Dresses the application in a look, at once and whenever the system changes its own: style sheet, palette, font.

    Signals:
        changed: Palette or size of text are others now.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._font = QFont(application.font())
        self._look = Look()
        application.setStyle("Fusion")  # the one style that is drawn alike everywhere, from the palette alone
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def look(self) -> Look:
        """What is worn."""
        return self._look

    def wear(self, look: Look) -> None:
        """Dress the application in `look`."""
        self._look = look
        hints = self._application.styleHints()
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(look.theme, Qt.ColorScheme.Unknown)
        hints.setColorScheme(wanted)  # for what the system draws: the frame of the window, its own dialogs
        self._dress()

    def _follow(self) -> None:
        """Follow the system where the look does not say otherwise."""
        if self._look.theme in ("system", "contrast"):
            self._dress()

    def _dress(self) -> None:
        font = QFont(self._font)
        font.setPointSizeF(self._font.pointSizeF() * self._look.text_size / 100)
        if font != self._application.font():
            self._application.setFont(font)
        self._application.setPalette(QPalette())  # that of the system, to see what it gives
        given = self._application.palette()
        hints = self._application.styleHints()
        wants_contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        palette = _palette_for(self._look.theme, given, hints.colorScheme(), wants_contrast=wants_contrast)
        self._application.setPalette(palette)
        # Qt hands a new font down to widgets under a style sheet only with a new sheet: the size makes it one
        sheet = f"{style_sheet(palette)}/* {font.pointSizeF():g} pt */"
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)
        self.changed.emit()


def _palette_for(look: Theme, given: QPalette, scheme: Qt.ColorScheme, *, wants_contrast: bool) -> QPalette:
    """Return the palette that the system gives where it is what is asked for, else one of ours."""
    is_night = theme.is_dark(given) or scheme == Qt.ColorScheme.Dark
    dark = {"light": False, "dark": True}.get(look, is_night)
    stark = look == "contrast" or (look == "system" and (wants_contrast or theme.is_stark(given)))
    if (theme.is_dark(given), theme.is_stark(given)) == (dark, stark):
        return theme.accents(given).resolve(given)
    return made_palette(dark=dark, stark=stark)
