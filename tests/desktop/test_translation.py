from collections import Counter

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMainWindow, QMenu, QWidget

from app.desktop.dialogs.outgoing_list import OutgoingList
from app.desktop.library.commands import LibraryCommands
from app.desktop.library.library_page import LibraryPage
from app.desktop.panes.start_page import StartPage
from app.desktop.translation import TextTranslator, speak, spoken_language
from app.desktop.words import place_word, severity_word
from app.model.inspection import Inspection, Item

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Greeter</name>
    <message><source>Good “day” …</source><translation>Guten „Tag“ …</translation></message>
    <message><source>Later</source><translation type="unfinished"/></message>
  </context>
</TS>
"""


class Greeter(QWidget):
    def greeting(self):
        return self.tr("Good “day” …")

    def later(self):
        return self.tr("Later")


class PoliteGreeter(Greeter):
    pass


@pytest.fixture
def english_again(qapp):
    """Speak English again after the test."""
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def greeting(qapp, english_again, tmp_path):  # noqa: ARG001 - what it does comes after
    """Translate the texts of the greeters."""
    file = tmp_path / "greeter_de.ts"
    file.write_text(TS, encoding="utf-8")
    qapp.installTranslator(TextTranslator(file, qapp))


@pytest.fixture
def language(request, qapp, english_again):  # noqa: ARG001 - what it does comes after
    """Speak the language that the test names, else German."""
    speak(qapp, getattr(request, "param", "de"))


@pytest.mark.usefixtures("greeting")
class TestTheTranslator:
    def test_a_text_is_that_of_its_class(self, qtbot):
        greeter = Greeter()
        qtbot.addWidget(greeter)
        assert greeter.greeting() == "Guten „Tag“ …"

    def test_a_class_says_the_texts_of_the_class_it_inherits_from(self, qtbot):
        greeter = PoliteGreeter()
        qtbot.addWidget(greeter)
        assert greeter.greeting() == "Guten „Tag“ …"

    def test_what_is_not_translated_yet_stays_english(self, qtbot):
        greeter = Greeter()
        qtbot.addWidget(greeter)
        assert greeter.later() == "Later"


@pytest.mark.parametrize(
    ("wanted", "system", "spoken"),
    [
        ("system", "de_AT", "de"),
        ("system", "fr_FR", "en"),
        ("system", "C", "en"),
        ("en", "de_DE", "en"),
        ("de", "en_GB", "de"),
    ],
)
def test_the_window_speaks_what_is_wanted_or_what_the_system_speaks(wanted, system, spoken):
    assert spoken_language(wanted, QLocale(system)) == spoken


@pytest.mark.usefixtures("language")
class TestGerman:
    def test_the_start_page_is_german(self, qtbot):
        page = StartPage()
        qtbot.addWidget(page)
        assert "Dokumente hier ablegen" in [label.text() for label in page.findChildren(QLabel)]

    def test_the_words_of_the_model_are_german(self):
        assert severity_word("critical") == "Kritisch"

    def test_a_paragraph_without_a_number_is_named_in_german(self, document):
        assert place_word(document, 1) == "Absatz 2"

    def test_what_leaves_with_a_file_is_told_in_german(self, qtbot):
        why = "They name a printer, and with it often a server or an office."
        item = Item("printer", "Settings of a printer", ("HP",), removable=True, why=why)
        shown = OutgoingList(Inspection("licence.docx", (item,)), ())
        qtbot.addWidget(shown)
        assert (shown.list.item(0).text(), shown.why.text()) == (
            "Einstellungen eines Druckers",
            "Sie nennen einen Drucker und damit oft einen Server oder ein Büro.",
        )

    def test_the_letters_of_decisions_stay_the_same(self, window):
        texts = [action.text() for action in window.commands.decisions.values()]
        assert [text.split("\t")[1] for text in texts] == list("AFMRSUCNE")

    def test_the_buttons_that_qt_makes_are_german(self, qtbot):
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert box.buttons()[0].text().replace("&", "") == "Abbrechen"

    def test_keys_are_called_as_on_a_german_keyboard(self):
        assert QKeySequence("Ctrl+Shift+E").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+Umschalt+E"

    def test_the_menus_are_german(self, window):
        assert [action.text() for action in window.menuBar().actions()][:2] == ["&Datei", "&Bearbeiten"]


@pytest.fixture
def library(qtbot):
    """The menus of the library window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    page = LibraryPage()
    window.setCentralWidget(page)
    LibraryCommands(window, page)
    return window


def letters(entries):
    """Return the letters that choose one of `entries`."""
    texts = [entry.text().replace("&&", "") for entry in entries]
    return [text[text.index("&") + 1].casefold() for text in texts if "&" in text]


def twice(window):
    """Return the letters that stand for two entries of one menu of `window`, or of its bar, by the first entry."""
    lists = [menu.actions() for menu in (*window.findChildren(QMenu), window.menuBar()) if menu.actions()]
    told = {entries[0].text(): Counter(letters(entries)) for entries in lists}
    return [(first, letter) for first, counts in told.items() for letter, count in counts.items() if count > 1]


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("language", ["en", "de"], indirect=True)
class TestLettersOfMenus:
    def test_no_letter_stands_for_two_entries_of_the_window(self, reviewed):
        assert twice(reviewed) == []

    def test_no_letter_stands_for_two_entries_of_the_library_window(self, library):
        assert twice(library) == []
