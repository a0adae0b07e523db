"""`counterdraft read`."""

import json

from reportlab.pdfgen.canvas import Canvas


def test_text_prints_the_words_on_stdout_and_what_they_say_on_stderr(run, licence):
    outcome = run("read", licence)
    assert outcome.status == 0
    assert outcome.out.split() == licence.read_text().split()
    assert outcome.problems[1:3] == ["Customer: you, Licensee", "Vendor: Licensor"]


def test_json_prints_one_object(run, licence):
    record = json.loads(run("read", licence, "--format", "json").out)
    assert [section["title"] for section in record["sections"]] == [
        "Grant",
        "Large users",
        "Indemnity",
        "Term and termination",
        "Governing law",
    ]


def test_a_page_that_was_not_read_is_named_and_the_status_says_so(run, tmp_path):
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 700, "You pay at once.")
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    outcome = run("read", path)
    assert outcome.status == 1
    assert "counterdraft: scan.pdf: page 2 has no text" in outcome.err


def test_an_unreadable_file_is_one_line(run, tmp_path):
    (tmp_path / "empty.txt").touch()
    outcome = run("read", tmp_path / "empty.txt")
    assert (outcome.status, outcome.out, len(outcome.problems)) == (2, "", 1)
