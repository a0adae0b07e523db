import os
import subprocess
import sys
from importlib.metadata import version

import pytest

HEAVY = ("PySide6", "spacy", "lxml", "pydantic", "rich", "docxtpl", "pypdfium2")
COMMANDS = ("review", "redline", "resolve", "inspect", "read", "library", "explain", "profile", "desktop", "doctor")


def modules_after(*arguments):
    """Return the top-level modules that a call of the command line has imported."""
    code = (
        "import sys; from app.cli.main import main; status = main(sys.argv[1:]);"
        "print('\\n' + ' '.join({name.split('.')[0] for name in sys.modules})); sys.exit(status)"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return set(subprocess.check_output(command, text=True, timeout=60).splitlines()[-1].split())


def test_help_imports_nothing_heavy():
    assert modules_after("--help").isdisjoint(HEAVY)


def test_a_review_never_imports_qt(licence):
    modules = modules_after("review", licence)
    assert "PySide6" not in modules
    assert "spacy" in modules


@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_every_command(run, command):
    assert f"\n  {command} " in run("--help").out


def test_help_says_in_full_what_each_command_does(run):
    assert "..." not in run("--help").out.partition("\nCommands:")[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_of_its_own(run, command):
    done = run(command, "--help")
    assert (done.status, done.err) == (0, "")
    assert f"counterdraft {command}" in done.out


def test_the_version_is_that_of_the_distribution(run):
    done = run("--version")
    assert (done.status, done.out) == (0, f"counterdraft {version('counterdraft')}\n")


def test_an_unknown_command_is_an_error_of_usage(run):
    done = run("reveiw")
    assert (done.status, done.out) == (2, "")
    assert "No such command 'reveiw'" in done.err


def test_it_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "app", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()[0]) == (0, "counterdraft")


def test_ctrl_c_ends_with_130_and_no_traceback(licence, out):
    """The interrupt comes when the document is opened."""
    code = (
        "import signal, sys; from app.cli.main import main;"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"  # a shell starts what runs behind without it
        "sys.addaudithook(lambda event, arguments: event == 'open' and str(arguments[0]) == sys.argv[2]"
        " and signal.raise_signal(signal.SIGINT));"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "review", str(licence), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert not out.exists()


@pytest.mark.parametrize("output", ["table", "json"])
def test_a_terminal_without_the_characters_of_a_contract_gets_others(licence, output):
    licence.write_text("1. Fees. You pay Licensor “50 €” – always.\n\n2. Term. One year.\n", encoding="utf-8")
    command = [sys.executable, "-m", "app", "review", str(licence), "--format", output]
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=environment)
    assert (done.returncode, done.stderr) == (0, "")


def test_doctor_says_whether_anything_is_missing(run):
    done = run("doctor")
    assert "Packages:               all installed\n" in done.out
    assert (done.status == 0) == ("missing:" not in done.out)


def test_profile_prints_what_it_reads(run, tmp_path):
    ours = tmp_path / "ours.toml"
    ours.write_text('use = "internal"\n', encoding="utf-8")
    printed = run("profile", ours).out
    assert 'use = "internal"\n' in printed
    ours.write_text(printed, encoding="utf-8")
    assert run("profile", ours).out == printed


@pytest.mark.skipif(sys.platform != "linux", reason="there is always a screen elsewhere")
def test_desktop_without_a_screen_says_so(run, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = run("desktop")
    assert (done.status, done.err) == (
        2,
        "counterdraft: the window cannot open: there is no screen; start it from a desktop session\n",
    )
