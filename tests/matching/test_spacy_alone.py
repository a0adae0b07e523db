import subprocess
import sys


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def test_spacy_is_imported_without_its_command_line_and_what_that_needs():
    modules = run("import app.matching.tokens, sys; print(*sys.modules)")
    assert "spacy" in modules
    assert {"spacy.cli", "weasel", "httpx", "requests"}.isdisjoint(modules)


def test_who_asks_for_spacys_command_line_afterwards_gets_it():
    assert run("import app.matching.tokens, spacy.cli; print(callable(spacy.cli.info))") == ["True"]


def test_spacys_command_line_may_be_there_before():
    assert run("import spacy.cli, app.matching.tokens; print(callable(spacy.cli.info))") == ["True"]
