"""Whatever is given, the answer is one clear line, the documented exit status, and nothing written."""

import os
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from app.cli.terminal import Terminal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
JUNK = bytes((number * 37 + number // 7) % 256 for number in range(5000))

FILES = {
    "empty.docx": b"",
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "junk.docx": JUNK,
    "junk.pdf": b"%PDF-1.7\n" + JUNK,
    "junk.bin": JUNK,
    "locked.docx": OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000),
    "old.doc": OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(2000),
    "picture.png": b"\x89PNG\r\n\x1a\n" + JUNK,
    "other.docx": b"PK\x05\x06" + bytes(18),
}


@pytest.fixture
def refuses(run, out):
    """Assert that a document is refused in one line that names it, and return the line."""

    def check(path):
        done = run("review", path, "--out", out)
        assert (done.status, done.out, len(done.problems)) == (2, "", 1)
        assert done.err.startswith(f"counterdraft: {path.name}: ")
        assert not out.exists()
        return done.err

    return check


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_readable_document_is_refused(refuses, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert len(refuses(path)) < 250


def test_a_truncated_word_file_is_refused(refuses, make_docx):
    path = make_docx("You must delete the Model.")
    path.write_bytes(path.read_bytes()[:700])
    assert "damaged or incomplete" in refuses(path)


def test_a_word_file_under_the_wrong_name_is_read_for_what_it_is(run, make_docx):
    path = make_docx("You must delete the Model.")
    assert run("review", path.rename(path.with_suffix(".pdf"))).status == 0


def test_a_password_is_named_as_the_reason(refuses, tmp_path):
    path = tmp_path / "locked.docx"
    path.write_bytes(FILES["locked.docx"])
    assert "password" in refuses(path)


def test_a_folder_is_refused(refuses, tmp_path):
    folder = tmp_path / "contracts"
    folder.mkdir()
    assert "folder" in refuses(folder)


def test_a_file_that_is_not_there_is_refused(refuses, tmp_path):
    assert "there is no such file" in refuses(tmp_path / "nowhere.docx")


def without_override():
    """Return the words before a command that take root's right to read everything from it."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root reads every file, and setpriv is not there to give that up")
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", "--inh-caps", rights, "--bounding-set", rights]


class _NobodyReads(StringIO):
    def write(self, _):
        raise BrokenPipeError


def test_a_table_that_nobody_reads_does_not_end_the_program():
    with pytest.raises(BrokenPipeError):
        Terminal(file=_NobodyReads()).print("Verdict")


@pytest.mark.skipif(sys.platform == "win32", reason="files have no read permission there")
def test_a_file_without_read_permission_is_refused(licence, out):
    licence.chmod(0)
    command = [*without_override(), sys.executable, "-m", "app", "review", str(licence), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith("counterdraft: heron.txt: ")
    assert not out.exists()


def test_when_all_documents_are_bad_each_is_named(run, tmp_path):
    done = run("review", tmp_path / "a.docx", tmp_path / "b.docx")
    assert (done.status, len(done.problems)) == (2, 2)


def test_a_wrong_profile_is_refused_before_anything_is_read(run, licence, out, tmp_path):
    profile = tmp_path / "ours.toml"
    profile.write_text('hostng = "saas"\n', encoding="utf-8")
    done = run("review", licence, "--profile", profile, "--out", out)
    assert (done.status, done.out) == (2, "")
    assert done.err == 'counterdraft: ours.toml: "hostng" is no field of a profile; did you mean "hosting"?\n'
    assert not out.exists()


def test_an_output_folder_that_is_a_file_is_a_problem_of_one_line(run, licence, tmp_path):
    blocked = tmp_path / "taken"
    blocked.write_text("not a folder", encoding="utf-8")
    done = run("review", licence, "--out", blocked)
    assert (done.status, len(done.problems)) == (1, 1)
    assert blocked.read_text(encoding="utf-8") == "not a folder"


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["--date", "4 March"], ["--format", "xml"], ["--profile"]], ids=lambda a: a[0]
)
def test_an_argument_that_cannot_be_used_is_an_error_of_usage(run, licence, arguments):
    done = run("review", licence, *arguments)
    assert (done.status, done.out) == (2, "")
    assert arguments[0] in done.err


@pytest.mark.parametrize("command", [("read", "--format", "text"), ("read", "--format", "json"), ("review",)])
def test_output_that_cannot_be_written_is_told_in_one_line(licence, command):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    name, *options = command
    line = [sys.executable, "-m", "app", name, str(licence), *options]
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    told = [each for each in done.stderr.splitlines() if each.startswith("counterdraft:")]
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "cannot be written" in told[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes that break are a matter of POSIX")
@pytest.mark.parametrize("output", ["table", "json"])
@pytest.mark.parametrize(("command", "files"), [("review", 3), ("plan", 1)])
def test_files_are_written_though_nobody_reads_the_output(licence, tmp_path, command, files, output):
    line = [sys.executable, "-m", "app", command, str(licence), "--out", str(tmp_path / "out"), "--format", output]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(line, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writer)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").iterdir())) == files


def test_a_password_is_read_from_a_pipe(tmp_path):
    path = tmp_path / "deed.pdf"
    Canvas(str(path), encrypt=StandardEncryption("heron")).save()
    line = [sys.executable, "-m", "app", "read", str(path), "--password", "-"]
    done = subprocess.run(line, input="wrong\n", capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == "counterdraft: deed.pdf: the password does not open it; give the right one with --password\n"
