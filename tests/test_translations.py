"""Every text of the window stands in the files of its second languages."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def tool(monkeypatch):
    """Return the tool that keeps the files of the second languages."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("translations")


def texts_of(tool, folder, code):
    (folder / "pane.py").write_text(code, encoding="utf-8")
    return tool.window_texts(folder)


def test_every_text_of_the_window_is_translated(tool, capsys):
    assert (tool.main(["--check"]), capsys.readouterr().out) == (0, "")


class TestWhatIsFound:
    def test_a_text_has_its_class_as_context(self, tool, tmp_path):
        code = "class Pane(QWidget):\n    def say(self): return self.tr('Hello')\n"
        assert texts_of(tool, tmp_path, code) == (("Pane", "Hello"),)

    def test_a_text_of_a_plain_function_has_the_context_that_it_names(self, tool, tmp_path):
        code = "def say(): return QCoreApplication.translate('crash', 'Ouch')\n"
        assert texts_of(tool, tmp_path, code) == (("crash", "Ouch"),)

    def test_a_function_that_only_translates_gives_its_context(self, tool, tmp_path):
        code = "def _tr(text): return QCoreApplication.translate('opening', text)\ndef say(): return _tr('All')\n"
        assert texts_of(tool, tmp_path, code) == (("opening", "All"),)

    def test_both_texts_of_a_choice_are_found(self, tool, tmp_path):
        code = "class Pane(QWidget):\n    def say(self, on): return self.tr('On' if on else 'Off')\n"
        assert texts_of(tool, tmp_path, code) == (("Pane", "Off"), ("Pane", "On"))

    def test_a_text_that_is_put_together_first_is_refused(self, tool, tmp_path):
        code = "class Pane(QWidget):\n    def say(self, name): return self.tr(f'Hello {name}')\n"
        with pytest.raises(tool.NotLiteralError, match=r"pane\.py:2"):
            texts_of(tool, tmp_path, code)

    def test_what_moves_a_painter_is_no_text(self, tool, tmp_path):
        assert texts_of(tool, tmp_path, "def draw(painter, x): painter.translate(x, 2 * x)\n") == ()


class TestWhatIsWrong:
    def test_a_text_without_translation(self, tool):
        assert tool.problems((("Pane", "Hello"),), {}) == ("Pane: “Hello” is not translated",)

    def test_a_translation_whose_text_is_gone(self, tool):
        assert len(tool.problems((), {("Pane", "Hello"): "Hallo"})) == 1

    @pytest.mark.parametrize("translated", ["{1} Dateien", "Dateien", "&{0} Dateien", "{0} &Dateien"])
    def test_other_placeholders_or_letters(self, tool, translated):
        assert len(tool.problems((("Pane", "{0} files"),), {("Pane", "{0} files"): translated})) == 1

    def test_an_ampersand_that_is_meant_is_no_letter(self, tool):
        assert tool.problems((("Pane", "A && B"),), {("Pane", "A && B"): "A und B"}) == ()


def test_writing_keeps_what_is_translated_and_drops_what_is_gone(tool, tmp_path):
    file = tmp_path / "counterdraft_de.ts"
    known = {("Pane", "Hello"): "Hallo", ("Pane", "Gone"): "Weg"}
    file.write_text(tool.written("de", (("Pane", "Hello"), ("Pane", "New\nline")), known), encoding="utf-8")
    assert tool.read_translations(file) == {("Pane", "Hello"): "Hallo", ("Pane", "New\nline"): ""}
