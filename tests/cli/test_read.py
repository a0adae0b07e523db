"""`counterdraft read`."""

import json
from email.message import EmailMessage
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from msoffcrypto.format.ooxml import OOXMLFile


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


@pytest.fixture
def message(tmp_path):
    """Return a message with two contracts attached."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "ann@heron.example", "bob@wren.example", "Our terms"
    mail.set_content("Please sign.")
    mail.add_attachment("HERON TERMS\n\n1. You pay Heron at once.\n", filename="terms.txt")
    mail.add_attachment("HERON POLICY\n\n1. You use no Heron badge.\n", filename="policy.txt")
    path = tmp_path / "mail.eml"
    path.write_bytes(mail.as_bytes())
    return path


def test_a_message_with_several_documents_asks_which(run, message):
    outcome = run("read", message)
    assert (outcome.status, outcome.out, len(outcome.problems)) == (2, "", 1)
    assert "terms.txt, policy.txt" in outcome.err
    assert "--attachment" in outcome.err


def test_what_was_not_read_is_named_and_the_status_says_so(run, message):
    outcome = run("read", message, "--attachment", "policy.txt")
    assert outcome.status == 1
    assert outcome.out.split() == ["HERON", "POLICY", "1.", "You", "use", "no", "Heron", "badge."]
    assert "counterdraft: policy.txt: the message itself is not reviewed" in outcome.err


@pytest.fixture
def redlined(tmp_path):
    """Return a Word file in which a number was changed with tracked changes."""
    body = (
        '<w:p><w:r><w:t xml:space="preserve">You pay in </w:t></w:r>'
        '<w:del w:id="1" w:author="Ann"><w:r><w:delText>30</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="Ann"><w:r><w:t>60</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> days.</w:t></w:r></w:p>'
    )
    path = tmp_path / "redlined.docx"
    document = docx.Document()
    paragraph = document.add_paragraph()
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph._p.addprevious(parse_xml(body.replace("<w:p>", f"<w:p {names}>")))
    document.save(path)
    return path


@pytest.mark.parametrize(
    ("view", "text"),
    [
        ("accepted", "You pay in 60 days.\n"),
        ("original", "You pay in 30 days.\n"),
        ("marked", "You pay in [-30-]{+60+} days.\n"),
    ],
)
def test_each_view_of_tracked_changes_is_printed(run, redlined, view, text):
    assert run("read", redlined, "--view", view).out == text


def test_flaws_are_told_only_when_asked_for(run, tmp_path):
    path = tmp_path / "heron.txt"
    path.write_text("HERON TERMS\n\n1. You pay five (6) coins in ten days.\n", encoding="utf-8")
    assert "number-words" not in run("read", path).err
    assert "[number-words]" in run("read", path, "--proofread").err


def test_a_wrong_password_is_said_to_be_wrong(run, tmp_path):
    path = tmp_path / "protected.docx"
    plain = BytesIO()
    docx.Document().save(plain)
    with path.open("wb") as target:
        OOXMLFile(plain).encrypt("heron", target)
    outcome = run("read", path, "--password", "wrong")
    assert outcome.status == 2
    assert "the password does not open it" in outcome.err


def test_an_unreadable_file_is_one_line(run, tmp_path):
    (tmp_path / "empty.txt").touch()
    outcome = run("read", tmp_path / "empty.txt")
    assert (outcome.status, outcome.out, len(outcome.problems)) == (2, "", 1)
