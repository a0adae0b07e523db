"""Files put in place: all or none, nothing else, even by a program that is killed half-way."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import ExportError
from app.ooxml.package import open_package
from app.paths import data_dir
from app.service.files import put_in_place

SAMPLE = data_dir("resources") / "samples" / "community-model-licence.docx"
COMMAND = [sys.executable, "-c", "from app.cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"]
NEEDS_UNNAMED = pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="files without names are Linux's")

# Run in a child: the functions under test, killed before the n-th line of theirs, for each n until one run is through.
KILLED_AT_EACH_LINE = """
import json, os, signal, sys
from pathlib import Path
from app.service import files

folder, outputs, with_names = Path(sys.argv[1]), sys.argv[2].split(), sys.argv[3] == "named"
if with_names:
    del os.O_TMPFILE
left, number, status = [], 0, 9
while status:
    for path in folder.iterdir():
        path.unlink()
    for name in sys.argv[4].split():
        (folder / name).write_bytes(b"old")
    number += 1
    if os.fork() == 0:
        lines = 0
        def trace(frame, event, argument):
            global lines
            if frame.f_code.co_filename != files.__file__:
                return None
            if event == "line":
                lines += 1
                if lines == number:
                    os.kill(os.getpid(), signal.SIGKILL)
            return trace
        sys.settrace(trace)
        files.put_in_place({folder / name: b"new" * 9 for name in outputs}, source=folder / "in.docx")
        os._exit(0)
    status = os.wait()[1]
    left.append({path.name: path.read_bytes().decode() for path in folder.iterdir()})
    if status:
        files.put_in_place({folder / name: b"new" * 9 for name in outputs}, source=folder / "in.docx")
        left[-1]["then"] = sorted(path.name for path in folder.iterdir())
print(json.dumps(left))
"""

# Put first in the way of a real command: it kills itself at its n-th deed in the folder of the output.
KILLED_AT_A_DEED = """
import os, signal, sys
deeds = 0
def hook(event, arguments):
    global deeds
    if event in ("open", "os.link", "os.rename", "os.mkdir", "os.scandir", "os.remove"):
        if any(os.environ["OUT_FOLDER"] in str(argument) for argument in arguments):
            deeds += 1
            if deeds == int(os.environ["KILLED_AT"]):
                os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
"""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def put(folder, *outputs, source="in.docx"):
    put_in_place({folder / name: b"new" for name in outputs}, source=folder / source)


@pytest.fixture
def killed(tmp_path):
    """Kill the writing of files before each of its lines; return what each left, "then" after the next export."""

    def call(outputs, *, named=False, existing=""):
        folder = tmp_path / "folder"
        folder.mkdir()
        arguments = [str(folder), outputs, "named" if named else "unnamed", existing]
        child = [sys.executable, "-c", KILLED_AT_EACH_LINE, *arguments]
        return json.loads(subprocess.run(child, check=True, capture_output=True, text=True).stdout)

    return call


@pytest.fixture
def refuse_name(monkeypatch):
    """Let the system refuse to give a file this name by some of its functions."""

    def refuse(name, *functions):
        for function in functions:
            monkeypatch.setattr(os, function, _refusing(getattr(os, function), name))

    return refuse


def _refusing(function, name):
    def call(source, target, **folders):
        if Path(target).name == name:
            raise OSError(errno.EIO, "refused")
        function(source, target, **folders)

    return call


@pytest.fixture
def kill_command(tmp_path):
    """Run the real command in a process that is killed at its n-th deed in the folder called "out"."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(KILLED_AT_A_DEED)

    def call(*arguments, deed):
        environment = {"OUT_FOLDER": str(tmp_path / "out"), "KILLED_AT": str(deed), "PYTHONPATH": str(hooks)}
        command = [*COMMAND, *map(str, arguments)]
        done = subprocess.run(command, env=os.environ | environment, check=False, capture_output=True, text=True)
        assert done.returncode == -signal.SIGKILL, done.stderr

    return call


# killed half-way


@NEEDS_UNNAMED
def test_killed_at_any_line_nothing_is_left_but_whole_files(killed):
    left = killed("a.docx b.json")
    assert len(left) > 40
    assert {frozenset(each) - {"then"} for each in left} == {
        frozenset(),
        frozenset({"a.docx"}),
        frozenset({"a.docx", "b.json"}),
    }
    assert {content for each in left for name, content in each.items() if name != "then"} == {"new" * 9}


@NEEDS_UNNAMED
def test_killed_at_any_line_an_earlier_file_is_whole_the_old_or_the_new(killed):
    assert {each["a.docx"] for each in killed("a.docx", existing="a.docx")} == {"old", "new" * 9}


@pytest.mark.parametrize("named", [pytest.param(False, marks=NEEDS_UNNAMED), True])
def test_what_a_killed_program_left_under_a_hidden_name_goes_with_the_next_export(killed, named):
    left = killed("a.docx b.json", named=named, existing="a.docx")
    assert any(name.endswith(".part") for each in left for name in each)
    assert {tuple(each["then"]) for each in left if "then" in each} == {("a.docx", "b.json")}


@NEEDS_UNNAMED
@pytest.mark.parametrize("deed", range(1, 5))
def test_the_redline_command_killed_while_writing_leaves_nothing(kill_command, tmp_path, deed):
    edits = tmp_path / "edits.json"
    edits.write_text("[]")
    out = tmp_path / "out" / "out.docx"
    kill_command("redline", SAMPLE, "--edits", edits, "--author", "A", "--date", "2026-01-02", "--out", out, deed=deed)
    assert not out.parent.exists() or names(out.parent) == []


@NEEDS_UNNAMED
@pytest.mark.parametrize(("deed", "written"), [(7, 0), (9, 1), (10, 2)])
def test_the_review_command_killed_while_writing_leaves_whole_files_only(kill_command, tmp_path, deed, written):
    out = tmp_path / "out"
    kill_command("review", SAMPLE, "--author", "A", "--date", "2026-01-02", "--out", out, deed=deed)
    assert len(names(out)) == written
    assert all(open_package(path.read_bytes(), path).has("word/document.xml") for path in out.iterdir())


# all or none


def test_files_are_written_in_folders_that_are_made(tmp_path):
    put(tmp_path / "new" / "er", "a.docx", "b.docx")
    assert names(tmp_path / "new" / "er") == ["a.docx", "b.docx"]


@pytest.mark.parametrize("named", [False, True])
def test_a_failure_gives_back_what_was_there_and_takes_away_what_was_not(tmp_path, monkeypatch, refuse_name, named):
    if named:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    refuse_name("last.docx", "link", "replace")
    (tmp_path / "file.docx").write_text("old")
    (tmp_path / "link.docx").symlink_to("file.docx")
    with pytest.raises(ExportError, match="nothing was written"):
        put(tmp_path, "file.docx", "link.docx", "new.docx", "made/last.docx")
    assert names(tmp_path) == ["file.docx", "link.docx"]
    assert (tmp_path / "file.docx").read_text() == "old"
    assert str((tmp_path / "link.docx").readlink()) == "file.docx"


def test_a_file_system_that_names_no_file_afterwards_is_written_to_all_the_same(tmp_path, refuse_name):
    refuse_name("out.docx", "link")
    put(tmp_path, "out.docx")
    assert names(tmp_path) == ["out.docx"]
    assert (tmp_path / "out.docx").read_bytes() == b"new"


def test_a_name_that_is_too_long_is_an_error_like_others(tmp_path):
    with pytest.raises(ExportError, match="nothing was written"):
        put(tmp_path, "a.docx", "x" * 300)
    assert names(tmp_path) == []


@pytest.mark.parametrize("unnamed", [pytest.param(True, marks=NEEDS_UNNAMED), False])
def test_a_disk_that_is_full_leaves_nothing(tmp_path, unnamed):
    limited = f"""
import os, resource
from pathlib import Path
from app.service.files import put_in_place
if not {unnamed}:
    del os.O_TMPFILE
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
folder = Path({str(tmp_path)!r})
put_in_place({{folder / "a": b"small", folder / "b": bytes(8192)}}, source=folder / "in.docx")
"""
    done = subprocess.run([sys.executable, "-c", limited], check=False, capture_output=True, text=True)
    assert "nothing was written (File too large); free some space" in done.stderr
    assert names(tmp_path) == []


# what is refused, and what is not followed


@pytest.mark.parametrize("kind", ["symlink_to", "hardlink_to"])
def test_the_source_under_another_name_is_refused(tmp_path, kind):
    source = tmp_path / "in.docx"
    source.write_text("source")
    getattr(tmp_path / "out.docx", kind)(source)
    with pytest.raises(ExportError, match=r"out\.docx: this is the document itself"):
        put(tmp_path, "out.docx")
    assert source.read_text() == "source"


def test_the_source_in_a_folder_by_another_name_is_refused(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "in.docx").write_text("source")
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(ExportError, match=r"in\.docx: this is the document itself"):
        put(tmp_path, "link/in.docx", source="real/in.docx")


def test_a_link_in_the_place_of_a_file_is_replaced_and_what_it_leads_to_is_kept(tmp_path):
    (tmp_path / "theirs.docx").write_text("theirs")
    (tmp_path / "out.docx").symlink_to("theirs.docx")
    put(tmp_path, "out.docx")
    assert (tmp_path / "theirs.docx").read_text() == "theirs"
    assert not (tmp_path / "out.docx").is_symlink()


def test_a_link_that_leads_nowhere_is_replaced(tmp_path):
    (tmp_path / "out.docx").symlink_to("nowhere.docx")
    put(tmp_path, "out.docx")
    assert names(tmp_path) == ["out.docx"]


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path):
    (tmp_path / "out.docx").mkdir()
    with pytest.raises(ExportError, match=r"out\.docx: this is a folder; nothing was written; name a file"):
        put(tmp_path, "out.docx")


def test_a_pipe_in_the_place_of_a_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "out.docx")
    with pytest.raises(ExportError, match="this is a device or a pipe"):
        put(tmp_path, "out.docx")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to any folder")
def test_a_folder_that_may_not_be_written_to_is_named(tmp_path):
    tmp_path.chmod(0o555)
    with pytest.raises(ExportError, match="nothing was written"):
        put(tmp_path, "out.docx")


def test_a_place_where_no_file_can_be_made_is_named():
    with pytest.raises(ExportError, match="/proc: nothing was written"):
        put(Path("/proc"), "out.docx")


# hidden names


def test_files_of_others_with_names_like_ours_stay(tmp_path):
    (tmp_path / ".counterdraft-notes.part").write_text("theirs")
    (tmp_path / ".out.docx.part").write_text("theirs")
    put(tmp_path, "out.docx")
    assert names(tmp_path) == [".counterdraft-notes.part", ".out.docx.part", "out.docx"]


def test_a_link_with_a_name_like_ours_stays(tmp_path):
    (tmp_path / ".counterdraft-1-0.part").symlink_to("in.docx")
    put(tmp_path, "out.docx")
    assert names(tmp_path) == [".counterdraft-1-0.part", "out.docx"]


def test_what_a_running_program_is_writing_stays(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    with (tmp_path / ".counterdraft-1-0.part").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        put(tmp_path, "out.docx")
    assert names(tmp_path) == [".counterdraft-1-0.part", "out.docx"]


@pytest.mark.parametrize("named", [False, True])
def test_a_file_has_the_permissions_of_any_new_file(tmp_path, monkeypatch, named):
    if named:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    (tmp_path / "by-hand").write_text("")
    put(tmp_path, "out.docx")
    assert (tmp_path / "out.docx").stat().st_mode == (tmp_path / "by-hand").stat().st_mode
