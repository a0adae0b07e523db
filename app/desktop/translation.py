"""The window in another language: our own texts from `resources/i18n`, those of Qt's dialogs from Qt."""

from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from app.desktop.look import Language
from app.paths import data_dir

Translations = dict[tuple[str, str], str]
"""What stands for a text, by context and English text."""

_ENGLISH = "en"


class TextTranslator(QTranslator):
    """Translates the window's texts by a file of Qt's Linguist (.ts), read as it is.

    A compiled file (.qm) would have to be built at every install, for a gain of milliseconds.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translations = read_translations(path)

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return what stands for `text`; None where nothing does, which lets Qt ask its other translators."""
        del disambiguation, n  # we tell texts apart by their words, and one from many by two texts
        return self._translations.get((context, text)) or None

    def isEmpty(self) -> bool:
        """Return whether there is nothing in it."""
        return not self._translations


def read_translations(path: Path) -> Translations:
    """Return the translations of the file at `path`; what is not translated yet is ""."""
    root = ET.parse(path).getroot()  # noqa: S314 - a file of ours
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in root.iter("context")
        for message in context.iter("message")
    }


def spoken_language(wanted: Language, system: QLocale) -> str:
    """Return the language that the window speaks: the one wanted, or the system's if we have it, else English."""
    if wanted != "system":
        return wanted
    first = next(iter(system.uiLanguages()), _ENGLISH).partition("-")[0]
    return first if _file(first).is_file() else _ENGLISH


def speak(application: QCoreApplication, language: str) -> None:
    """Let `application` speak `language` in all that is made from now on."""
    if language == _ENGLISH:
        return
    qt = QTranslator(application)
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)
    application.installTranslator(TextTranslator(_file(language), application))


def _file(language: str) -> Path:
    return data_dir("resources") / "i18n" / f"counterdraft_{language}.ts"
