"""Files that are no matters, damaged, a stranger's, or in use."""

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import MatterError, MatterInUseError
from app.model.matter import Decision, ExportRecord
from app.model.profile import DeploymentProfile
from app.service.matters import create_matter, open_matter
from app.store.record import joined

WHEN = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)
RECORD = joined(b"library", b"review")
NO_MATTER = "this is no matter of Counterdraft; name a file that Counterdraft made"
DAMAGED = "this matter is damaged; take the last copy of it that is whole"


@pytest.fixture
def matter(tmp_path):
    opened = create_matter(tmp_path / "deal.counterdraft", "Deal", DeploymentProfile(), WHEN)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    """The bytes of a matter with a document, a hundred decisions and an export."""
    made = create_matter(tmp_path_factory.mktemp("made") / "deal.counterdraft", "Deal", DeploymentProfile(), WHEN)
    number = made.add_document("a.txt", "a" * 64, b"A" * 50_000, RECORD, WHEN, "unknown")
    for clause in range(100):
        made.decide(number, f"clause-{clause}", Decision("skip", reason="small sums"), WHEN)
    made.record_export(ExportRecord(number, WHEN, "Ada Reviewer", "/out", ()))
    made.close()
    return made.path.read_bytes()


@pytest.fixture
def file(tmp_path, content):
    """A file with these bytes."""
    path = tmp_path / "deal.counterdraft"
    path.write_bytes(content)
    return path


def run(path, *statements):
    """Change a file as a stranger with a database tool would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def open_elsewhere(path):
    """Open a matter in another process; return what it says."""
    program = "import sys, pathlib; from app.service.matters import open_matter; open_matter(pathlib.Path(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=False)
    return done.stderr


def test_a_matter_is_for_its_owner_alone(tmp_path):
    path = tmp_path / "matters" / "deal.counterdraft"
    create_matter(path, "Deal", DeploymentProfile(), WHEN).close()
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)] == [0o600, 0o700]


def test_a_copy_is_for_its_owner_alone(matter, tmp_path):
    matter.copy_to(tmp_path / "copy.counterdraft")
    assert stat.S_IMODE((tmp_path / "copy.counterdraft").stat().st_mode) == 0o600


def test_no_matter_is_made_over_a_file(tmp_path):
    path = tmp_path / "deal.counterdraft"
    path.write_text("words")
    with pytest.raises(MatterError, match="there is such a file or folder already; choose another name"):
        create_matter(path, "Deal", DeploymentProfile(), WHEN)
    assert path.read_text() == "words"


def test_no_matter_is_made_where_a_folder_should_be_and_a_file_is(tmp_path):
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(MatterError, match=r"no matter can be made there \(.+\); choose another folder"):
        create_matter(tmp_path / "folder" / "deal.counterdraft", "Deal", DeploymentProfile(), WHEN)


@pytest.mark.parametrize(
    "words",
    [b"", b"words", b"PK\x03\x04" + bytes(100), b"SQLite format 3\x00", b"SQLite format 3\x00" + bytes(9000)],
    ids=["empty", "text", "zip", "head", "head-and-nothing"],
)
def test_a_file_that_is_no_matter_is_refused_and_left_alone(tmp_path, words):
    path = tmp_path / "deal.counterdraft"
    path.write_bytes(words)
    with pytest.raises(MatterError, match=f"deal.counterdraft: ({NO_MATTER}|{DAMAGED})"):
        open_matter(path)
    assert path.read_bytes() == words


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "history.db"
    run(path, "CREATE TABLE history (address TEXT)", "PRAGMA user_version = 2")
    before = path.read_bytes()
    with pytest.raises(MatterError, match=NO_MATTER):
        open_matter(path)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(MatterError, match="this is no file; name a file that Counterdraft made"):
        open_matter(tmp_path)


def test_a_matter_that_is_not_there_is_told_and_not_made(tmp_path):
    with pytest.raises(MatterError, match="there is no such matter; it was moved, renamed or deleted"):
        open_matter(tmp_path / "deal.counterdraft")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_matter_that_is_cut_off_is_refused(file, share):
    os.truncate(file, int(file.stat().st_size * share))
    with pytest.raises(MatterError, match=DAMAGED):
        open_matter(file)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_matter_is_refused_or_tells_what_it_has(file, seed):
    damage = random.Random(seed)
    damaged = bytearray(file.read_bytes())
    at = damage.randrange(len(damaged) - 64)
    damaged[at : at + 64] = damage.randbytes(64)
    file.write_bytes(damaged)
    assert told_of(file) in ("refused", (100, 1))


def told_of(file):
    """Return how many decisions and documents a file tells of, or that it is refused."""
    try:
        opened = open_matter(file)
    except MatterError:
        return "refused"
    try:
        return len(opened.journal()), len(opened.records())
    except MatterError:
        return "refused"
    finally:
        opened.close()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"CREATE TABLE journal", b"CREATE TABLE \xff\xfe\xff\xff\xffal"),
        (b"CREATE TABLE journal", b"CREATE TABXE journal"),
    ],
    ids=["no text", "no SQL"],
)
def test_a_matter_whose_tables_are_damaged_is_refused(file, old, new):
    file.write_bytes(file.read_bytes().replace(old, new))
    with pytest.raises(MatterError, match=DAMAGED):
        open_matter(file)


def test_a_matter_in_a_form_of_database_that_is_not_known_is_refused(file):
    damaged = bytearray(file.read_bytes())
    damaged[47] = 9  # the schema format number (https://www.sqlite.org/fileformat2.html, section 1.3.10)
    file.write_bytes(damaged)
    with pytest.raises(MatterError, match=DAMAGED):
        open_matter(file)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM documents; END",
        "CREATE VIEW v AS SELECT * FROM journal",
        "CREATE TABLE more (x)",
        "DROP INDEX journal_of_finding",
        "ALTER TABLE matter ADD COLUMN more TEXT",
    ],
)
def test_what_a_stranger_added_to_a_matter_is_refused(file, statement):
    run(file, statement)
    with pytest.raises(MatterError, match=DAMAGED):
        open_matter(file)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM matter",
        "UPDATE matter SET profile = 'words'",
        "UPDATE matter SET profile = replace(profile, '\"fine_tunes\":true', '\"fine_tunes\":1')",
        'UPDATE matter SET profile = replace(profile, \'"hosting":"\', \'"hosting":"the moon\')',
        "UPDATE matter SET profile = replace(profile, '\"hosting\"', '\"housing\"')",
        "UPDATE matter SET created = 'yesterday'",
        "UPDATE journal SET made = 'soon'",
        "UPDATE exports SET made = ''",
        "UPDATE exports SET files = '[1]'",
        "UPDATE reviews SET library = 99",
    ],
)
def test_a_matter_with_wrong_values_is_refused(file, statement):
    run(file, statement)
    with pytest.raises(MatterError, match=DAMAGED):
        open_matter(file)


@pytest.mark.parametrize(
    "value",
    [
        "words",
        "[]",
        '{"verb":"bribe"}',
        '{"rung":"1"}',
        '{"rung":true}',
        '{"reason":null}',
        '{"more":1}',
        '{"words":{"paragraphs":[[1]]}}',
        '{"words":{"paragraphs":[["1","a"]]}}',
        '{"words":{"additions":"abc"}}',
        "[" * 100_000,
    ],
)
@pytest.mark.parametrize("column", ["before", "after"])
def test_a_matter_whose_decisions_have_wrong_values_is_refused(file, column, value):
    run(file, f"UPDATE journal SET {column} = '{value}' WHERE number = 7")
    with pytest.raises(MatterError, match=DAMAGED):
        open_matter(file)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents SET added = 'x'",
        "UPDATE documents SET added = CAST(x'ff' AS TEXT)",
        "DELETE FROM contents",
        "DELETE FROM reviews",
    ],
)
def test_a_document_with_wrong_values_is_told_of(file, statement):
    run(file, statement)
    opened = open_matter(file)
    with pytest.raises(MatterError, match=DAMAGED):
        opened.records()
    opened.close()


def test_a_text_that_is_no_utf_8_is_shown_as_well_as_it_can_be(file):
    run(file, "UPDATE matter SET title = CAST(x'41ff42' AS TEXT)")
    opened = open_matter(file)
    assert opened.title == "A\ufffdB"
    opened.close()


def test_a_matter_that_another_program_left_with_a_log_beside_it_becomes_one_file_again(file):
    run(file, "PRAGMA journal_mode = WAL")
    opened = open_matter(file)
    opened.decide(1, "indemnity", Decision("accept"), WHEN)
    assert not list(file.parent.glob("*-wal"))
    opened.close()


def test_a_second_window_of_this_program_is_refused(matter):
    with pytest.raises(MatterInUseError, match="this matter is open in another window; go on there, or"):
        open_matter(matter.path)


def test_another_process_is_refused_even_after_a_second_window_was(matter):
    with pytest.raises(MatterInUseError):
        open_matter(matter.path)
    assert "MatterInUseError: deal.counterdraft: this matter is open in another window" in open_elsewhere(matter.path)


def test_another_process_is_refused_while_a_copy_is_made(matter, tmp_path):
    matter.copy_to(tmp_path / "copy.counterdraft")
    assert "MatterInUseError" in open_elsewhere(matter.path)


def test_another_process_opens_a_matter_that_was_closed(matter):
    matter.close()
    assert open_elsewhere(matter.path) == ""


def test_a_full_disk_is_told_of_and_loses_nothing(matter):
    number = matter.add_document("a.txt", "a" * 64, b"A", RECORD, WHEN, "unknown")
    matter.decide(number, "indemnity", Decision("accept"), WHEN)
    (pages,) = matter._connection.execute("PRAGMA page_count").fetchone()
    matter._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(MatterError, match="the disk is full and the last change was not saved; free some space"):
        matter.add_document("b.txt", "b" * 64, bytes(100_000), RECORD, WHEN, "unknown")
    assert matter.order() == (number,)
    assert matter.decisions(number) == {"indemnity": Decision("accept")}


def test_a_matter_is_used_again_once_there_is_space(matter):
    (pages,) = matter._connection.execute("PRAGMA page_count").fetchone()
    matter._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(MatterError):
        matter.add_document("a.txt", "a" * 64, bytes(100_000), RECORD, WHEN, "unknown")
    matter._connection.execute("PRAGMA max_page_count = 100000")
    assert matter.add_document("a.txt", "a" * 64, bytes(100_000), RECORD, WHEN, "unknown") == 1


@pytest.fixture
def as_somebody(file):
    """A folder with a matter in it, seen by a user who may not do everything; root may."""
    if not hasattr(os, "seteuid"):
        pytest.skip("rights of files are others here")
    user = os.geteuid()
    folder = Path(tempfile.mkdtemp())
    shutil.copy(file, folder / "deal.counterdraft")
    for each in (folder, folder / "deal.counterdraft"):
        os.chown(each, 65534 if user == 0 else user, -1)
    os.seteuid(65534 if user == 0 else user)
    yield folder / "deal.counterdraft"
    os.seteuid(user)
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("rights", "rights_of_folder", "message"),
    [
        (0o400, 0o700, "this matter cannot be written, so that no decision could be saved; copy it to a folder"),
        (0o600, 0o500, "this matter cannot be written, so that no decision could be saved; copy it to a folder"),
        (0o000, 0o700, "this matter cannot be opened; see that the file and its folder are there and that you may"),
    ],
    ids=["read-only file", "read-only folder", "unreadable file"],
)
def test_a_matter_without_the_rights_for_it_is_refused(as_somebody, rights, rights_of_folder, message):
    as_somebody.chmod(rights)
    as_somebody.parent.chmod(rights_of_folder)
    with pytest.raises(MatterError, match=message):
        open_matter(as_somebody)


def test_no_matter_is_made_in_a_folder_without_the_rights_for_it(as_somebody):
    as_somebody.parent.chmod(0o500)
    with pytest.raises(MatterError, match=r"no matter can be made there \(Permission denied\); choose another folder"):
        create_matter(as_somebody.parent / "other.counterdraft", "Other", DeploymentProfile(), WHEN)
