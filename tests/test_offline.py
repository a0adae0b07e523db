"""No command asks anything of a network; any attempt ends the process at once, so none can be swallowed.

Binding a socket is no attempt: urllib3, which spaCy brings, asks so whether the machine knows IPv6.
"""

import re
import subprocess
import sys
from io import BytesIO

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.paths import data_dir

FORBID = """
import os, sys

FORBIDDEN = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}

def stop(event, arguments):
    if event in FORBIDDEN:
        os.write(2, f"{event} {arguments}".encode())
        os._exit(97)

sys.addaudithook(stop)
"""
SAMPLE = data_dir("resources") / "samples" / "community-model-licence.docx"
WINDOW = """
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.desktop.export_choice import ExportChoice
from app.desktop.main import NEW_WINDOW, main

sample, folder = map(Path, sys.argv[1:])
choice = ExportChoice(folder, "Ann", datetime(2026, 1, 2, tzinfo=UTC))

def shown_window():
    return next(widget for widget in QApplication.topLevelWidgets() if widget.inherits("QMainWindow"))

def when(is_so, then):
    QTimer.singleShot(50, lambda: then() if is_so() else when(is_so, then))

def decide():
    window = shown_window()
    window.review_page.detail.accept()
    when(lambda: not window.busy, lambda: window.exporter.export(window.desk.shown, choice))
    when(lambda: len(list(folder.glob("*.docx"))) == 2 and not window.busy, window.close)

QTimer.singleShot(0, lambda: when(lambda: shown_window().review_page.isVisible(), decide))
sys.exit(main([NEW_WINDOW, str(sample)]))
"""
REVIEW = "from app.cli.main import main; sys.exit(main(sys.argv[1:]))"


def python(code, *arguments):
    command = [sys.executable, "-c", FORBID + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_the_main_job_attempts_no_connection(tmp_path):
    done = python(REVIEW, "review", SAMPLE, "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.iterdir())) == 3


def test_a_redline_attempts_no_connection(tmp_path):
    (tmp_path / "edits.json").write_text('[{"find": "60 million", "replace": "90 million", "comment": "Room to grow"}]')
    files = ("--edits", tmp_path / "edits.json", "--out", tmp_path / "out.docx", "--copy", "clean", "--remove", "all")
    done = python(REVIEW, "redline", SAMPLE, *files, "--author", "Ann", "--date", "2026-01-02")
    assert (done.returncode, done.stderr) == (0, "")


def test_resolving_attempts_no_connection(tmp_path):
    done = python(REVIEW, "resolve", SAMPLE, "--reject", "--out", tmp_path / "out.docx")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_plan_attempts_no_connection(tmp_path):
    done = python(REVIEW, "plan", SAMPLE, "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_cost_worksheet_attempts_no_connection(tmp_path):
    done = python(REVIEW, "cost", "--format", "xlsx", "--out", tmp_path / "costs.xlsx")
    assert done.returncode == 0, done.stderr


def test_an_export_of_the_library_attempts_no_connection(tmp_path):
    done = python(REVIEW, "library", "export", "--out", tmp_path / "library.xlsx")
    assert done.returncode == 0, done.stderr


def test_an_inspection_attempts_no_connection(tmp_path):
    done = python(REVIEW, "inspect", SAMPLE, "--remove", "all", "--out", tmp_path / "out.docx")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_window_and_its_worker_attempt_no_connection(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(FORBID)  # the worker is a process of its own
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    done = python(WINDOW, SAMPLE, tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "socket." not in done.stderr
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".docx", ".json"}


def test_what_the_window_and_its_worker_forbid_holds_in_every_process(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(FORBID)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    attempt = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert subprocess.run([sys.executable, "-c", attempt], check=False, capture_output=True).returncode == 97


def test_text_recognition_attempts_no_connection_and_logs_nothing(tmp_path):
    file = tmp_path / "scan.pdf"
    canvas = Canvas(str(file))
    canvas.drawImage(ImageReader(picture_of_text()), 0, 0, 595, 842)
    canvas.save()
    done = python(REVIEW, "read", file, "--format", "text")
    if "install text recognition" in done.stderr:
        pytest.skip("no text recognition is installed")
    assert (done.returncode, "seven years" in done.stdout) == (1, True)
    assert done.stderr.splitlines()[-1].startswith("counterdraft: scan.pdf: page 1 was read by text recognition (")
    assert not re.search("info|warning", done.stderr, re.IGNORECASE)


def picture_of_text():
    """Return the picture of a page with one sentence."""
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Times-Roman", 16)
    canvas.drawString(72, 700, "The vendor keeps the records for seven years.")
    canvas.save()
    return pypdfium2.PdfDocument(file.getvalue())[0].render(scale=2).to_pil()


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://localhost:9')",
    ],
)
def test_an_attempt_would_be_caught(attempt):
    assert python(f"try:\n    {attempt}\nexcept Exception:\n    pass").returncode == 97
