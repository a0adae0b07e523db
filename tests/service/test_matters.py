import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from app.errors import MatterError, MatterInUseError
from app.model.matter import UNDECIDED, Decision, ExportRecord, OwnWords
from app.model.profile import DeploymentProfile, GroupCompany
from app.service.matters import UNRECORDED, create_matter, free_path, open_matter
from app.store.record import joined

WHEN = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)
LATER = WHEN + timedelta(minutes=5)
RECORD = joined(b"library", b"review")
PROFILE = DeploymentProfile(
    name="Größe „S“",
    modalities=("text",),
    group=(GroupCompany("Us", "licensee", users_now=3), GroupCompany("Sister", "sister company", 49.5)),
    residency=(),
    monthly_active_users=3,
    growth_percent=12,
    fine_tunes=False,
)
ACCEPT = Decision("accept")
SKIP = Decision("skip")
EVERYTHING = Decision(
    "edit",
    rung=2,
    reason="Zwölf Monate, „schriftlich“ \U0001d4aa",
    words=OwnWords(((3, "You may cure.\n"), (4, "")), ("A new one.", "")),
    comment="",
    note="Internal \udce9",
)


def state_of(matter):
    """Return all that a matter tells."""
    documents = matter.order()
    return (
        (matter.title, matter.created, matter.profile, matter.records(), matter.journal(), matter.undo_journal()),
        {document: matter.decisions(document) for document in documents},
        (matter.exports(), matter.view_state()),
    )


@pytest.fixture
def matter(tmp_path):
    opened = create_matter(tmp_path / "deal.counterdraft", "Deal", DeploymentProfile(), WHEN)
    yield opened
    opened.close()


@pytest.fixture
def add(matter):
    """Add a document of our own and return its id."""

    def adding(name="licence.docx", kind="model-licence", data=b"PK", record=RECORD):
        return matter.add_document(name, "a" * 64, data, record, WHEN, kind)

    return adding


@pytest.fixture
def small_files():
    """Have the system refuse files of more than so many bytes."""
    resource = pytest.importorskip("resource")
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda most: resource.setrlimit(resource.RLIMIT_FSIZE, (most, former[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, former)


@pytest.fixture
def reopened(matter):
    """Close the matter and open its file again."""
    opened = []

    def reopening():
        matter.close()
        opened.append(open_matter(matter.path))
        return opened[-1]

    yield reopening
    for each in opened:
        each.close()


def test_a_new_matter_has_what_it_was_made_with(matter):
    assert (matter.title, matter.created, matter.profile, matter.records()) == ("Deal", WHEN, DeploymentProfile(), ())


def test_a_document_comes_back_with_its_bytes_and_its_review(matter, add):
    number = add("licence.docx", data=b"PK\x00\xff")
    (record,) = matter.records()
    assert (record.id, record.name, record.sha256, record.added, record.data, record.review) == (
        number,
        "licence.docx",
        "a" * 64,
        WHEN,
        b"PK\x00\xff",
        RECORD,
    )


def test_a_decision_comes_back_whole(matter, add, reopened):
    number = add()
    matter.decide(number, "cure-period", EVERYTHING, WHEN)
    assert reopened().decisions(number) == {"cure-period": EVERYTHING}


def test_what_can_be_undone_and_what_can_be_done_again_are_told_apart(matter, add):
    number = add()
    for clause in ("first", "second", "third"):
        matter.decide(number, clause, ACCEPT, WHEN)
    matter.undo()
    matter.decide(number, "fourth", SKIP, WHEN)
    matter.undo()
    done, undone = matter.undo_journal()
    assert ([entry.clause for entry in done], [entry.clause for entry in undone]) == (["first", "second"], ["fourth"])


def test_the_order_of_precedence_is_told_without_the_documents(matter, add):
    policy, licence = add("policy.txt", "use-policy"), add("licence.txt", "model-licence")
    assert matter.order() == (licence, policy)


def test_a_document_is_kept_before_its_review_is(matter):
    matter.add_document("a.txt", "a" * 64, b"A", UNRECORDED, WHEN, "unknown")
    assert [record.review for record in matter.records()] == [UNRECORDED]


def test_reopening_gives_the_same_state(matter, add, reopened):
    policy, licence = add("policy.txt", "use-policy"), add("licence.txt", "model-licence")
    matter.set_profile(PROFILE)
    matter.decide(licence, "cure-period", EVERYTHING, WHEN)
    matter.decide(licence, "indemnity", ACCEPT, LATER)
    matter.decide(policy, "policy-change", SKIP, LATER)
    matter.undo()
    matter.record_export(ExportRecord(licence, LATER, "A. Author", "/home/a", (("redlined.docx", "b" * 64),)))
    matter.set_view_state({"document": str(licence), "scroll": "0.25"})
    before = state_of(matter)
    assert state_of(reopened()) == before


def test_a_profile_comes_back_whole(matter, reopened):
    matter.set_profile(PROFILE)
    assert reopened().profile == PROFILE


def test_a_decision_put_in_the_place_of_another_holds(matter, add):
    number = add()
    matter.decide(number, "indemnity", ACCEPT, WHEN)
    entry = matter.decide(number, "indemnity", SKIP, LATER)
    assert (entry.before, entry.after, entry.when) == (ACCEPT, SKIP, LATER)
    assert matter.decisions(number) == {"indemnity": SKIP}


def test_deciding_what_holds_already_writes_nothing(matter, add):
    number = add()
    matter.decide(number, "indemnity", ACCEPT, WHEN)
    assert matter.decide(number, "indemnity", ACCEPT, LATER) is None
    assert len(matter.journal()) == 1


def test_deciding_what_holds_already_leaves_what_was_undone(matter, add):
    number = add()
    matter.decide(number, "indemnity", ACCEPT, WHEN)
    matter.undo()
    matter.decide(number, "indemnity", UNDECIDED, LATER)
    assert matter.redo().after == ACCEPT


def test_a_finding_that_is_undecided_again_has_no_decision_but_a_history(matter, add):
    number = add()
    matter.decide(number, "indemnity", ACCEPT, WHEN)
    matter.decide(number, "indemnity", UNDECIDED, LATER)
    assert matter.decisions(number) == {}
    assert [entry.after for entry in matter.history(number, "indemnity")] == [ACCEPT, UNDECIDED]


def test_the_history_of_a_finding_has_nothing_of_others(matter, add):
    first, second = add(), add()
    matter.decide(first, "indemnity", ACCEPT, WHEN)
    matter.decide(first, "cure-period", ACCEPT, WHEN)
    matter.decide(second, "indemnity", SKIP, WHEN)
    assert [entry.after for entry in matter.history(first, "indemnity")] == [ACCEPT]


def test_nothing_is_undone_or_done_again_where_nothing_was_decided(matter):
    assert (matter.undo(), matter.redo()) == (None, None)


def test_what_is_undone_stays_in_the_history_after_another_decision(matter, add):
    number = add()
    matter.decide(number, "indemnity", ACCEPT, WHEN)
    matter.undo()
    matter.decide(number, "indemnity", SKIP, LATER)
    assert [(entry.after, entry.undone) for entry in matter.journal()] == [(ACCEPT, True), (SKIP, False)]
    assert matter.redo() is None


@pytest.mark.parametrize(
    ("added", "order"),
    [
        (["use-policy", "model-licence", "order-form"], ["order-form", "model-licence", "use-policy"]),
        (["unknown", "terms-of-service", "data-processing"], ["data-processing", "terms-of-service", "unknown"]),
        (["service-levels", "terms-of-service"], ["service-levels", "terms-of-service"]),
    ],
)
def test_documents_take_the_precedence_that_is_usual_for_their_kind(matter, add, added, order):
    for kind in added:
        add(kind, kind)
    assert [record.name for record in matter.records()] == order


def test_of_one_kind_the_document_that_came_first_goes_first(matter, add):
    assert matter.order() == () != (add("a"), add("b")) == matter.order()


def test_documents_stand_in_the_order_that_the_user_gave(matter, add, reopened):
    first, second, third = add("a"), add("b"), add("c")
    matter.reorder((third, first, second))
    assert reopened().order() == (third, first, second)


@pytest.mark.parametrize("order", [(1,), (1, 2, 2), (1, 2, 3)])
def test_an_order_of_other_documents_is_refused(matter, add, order):
    add()
    add()
    with pytest.raises(ValueError, match="not the documents"):
        matter.reorder(order)
    assert matter.order() == (1, 2)


def test_a_document_goes_with_its_decisions_and_exports(matter, add):
    gone, kept = add(), add()
    matter.decide(gone, "indemnity", ACCEPT, WHEN)
    matter.decide(kept, "indemnity", SKIP, WHEN)
    matter.record_export(ExportRecord(gone, WHEN, "A", "/a", ()))
    matter.remove_document(gone)
    assert matter.order() == (kept,)
    assert [entry.document for entry in matter.journal()] == [kept]
    assert matter.exports() == ()


def test_undo_passes_over_a_document_that_is_gone(matter, add):
    kept, gone = add(), add()
    matter.decide(kept, "indemnity", SKIP, WHEN)
    matter.decide(gone, "indemnity", ACCEPT, WHEN)
    matter.remove_document(gone)
    assert matter.undo().document == kept


def test_the_id_of_a_document_that_is_gone_is_not_given_again(matter, add, reopened):
    gone = add()
    matter.remove_document(gone)
    again = reopened()
    assert again.add_document("b", "b" * 64, b"", RECORD, WHEN, "unknown") > gone


def test_nothing_of_a_document_that_is_gone_is_left_in_the_file(matter, add):
    gone = add(data=b"confidential words " * 5000)
    matter.remove_document(gone)
    matter.close()
    assert b"confidential words" not in matter.path.read_bytes()


def test_another_review_takes_the_place_and_leaves_the_decisions(matter, add):
    number = add()
    matter.decide(number, "indemnity", ACCEPT, WHEN)
    matter.replace_review(number, joined(b"newer library", b"newer review"))
    assert [record.review for record in matter.records()] == [joined(b"newer library", b"newer review")]
    assert matter.decisions(number) == {"indemnity": ACCEPT}


def test_a_library_that_documents_share_is_kept_once(matter, add):
    library = random.Random(1).randbytes(400_000)
    for name in ("a", "b", "c"):
        add(name, record=joined(library, name.encode()))
    assert [record.review for record in matter.records()] == [joined(library, name) for name in (b"a", b"b", b"c")]
    assert matter.path.stat().st_size < 500_000


def test_a_library_that_no_document_has_any_more_is_let_go(matter, add):
    number = add(record=joined(b"the older library", b"review"))
    matter.replace_review(number, RECORD)
    matter.close()
    assert b"the older library" not in matter.path.read_bytes()


def test_view_state_is_replaced_as_a_whole(matter):
    matter.set_view_state({"a": "1", "b": "2"})
    matter.set_view_state({"b": "3"})
    assert matter.view_state() == {"b": "3"}


def test_names_of_files_that_are_no_text_are_kept_readable(matter, add):
    number = add("caf\udce9.txt")
    matter.record_export(ExportRecord(number, WHEN, "A", "/caf\udce9", (("caf\udce9.docx", "b" * 64),)))
    matter.set_view_state({"folder": "/caf\udce9"})
    assert [record.name for record in matter.records()] == ["caf\\udce9.txt"]
    assert [export.folder for export in matter.exports()] == ["/caf\\udce9"]
    assert matter.view_state() == {"folder": "/caf\\udce9"}


def test_the_review_of_a_document_that_was_removed_meanwhile_is_let_go(matter, add):
    gone = add()
    matter.remove_document(gone)
    matter.replace_review(gone, RECORD)
    assert matter.records() == ()


def test_a_matter_that_was_closed_refuses_a_decision(matter, add):
    number = add()
    matter.close()
    with pytest.raises(MatterError, match=r"deal\.counterdraft: the matter was closed meanwhile; open it and do this"):
        matter.decide(number, "indemnity", ACCEPT, WHEN)


def test_the_review_for_a_matter_that_was_closed_meanwhile_is_let_go(matter, add, reopened):
    number = add()
    matter.close()
    matter.replace_review(number, joined(b"library", b"another"))
    assert [record.review for record in reopened().records()] == [RECORD]


def test_several_threads_decide_at_once(matter, add):
    number = add()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda n: matter.decide(number, f"clause-{n}", ACCEPT, WHEN), range(200)))
    assert len(matter.decisions(number)) == 200


def test_a_copy_of_an_open_matter_is_whole(matter, add, tmp_path):
    matter.decide(add(), "indemnity", EVERYTHING, WHEN)
    matter.copy_to(tmp_path / "copy.counterdraft")
    copy = open_matter(tmp_path / "copy.counterdraft")
    assert state_of(copy) == state_of(matter)
    copy.close()


def test_a_copy_takes_the_place_of_a_file(matter, tmp_path):
    (tmp_path / "copy.counterdraft").write_text("older")
    matter.copy_to(tmp_path / "copy.counterdraft")
    open_matter(tmp_path / "copy.counterdraft").close()
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.counterdraft"]


def test_a_copy_is_not_put_over_a_matter_that_is_open(matter, tmp_path):
    other = create_matter(tmp_path / "other.counterdraft", "Other", DeploymentProfile(), WHEN)
    with pytest.raises(MatterInUseError, match=r"other\.counterdraft: this matter is open in another window"):
        matter.copy_to(other.path)
    assert other.title == "Other"
    other.close()


def test_a_copy_is_not_put_over_the_matter_itself(matter, add):
    with pytest.raises(MatterInUseError):
        matter.copy_to(matter.path)
    add()


def test_a_copy_that_cannot_be_written_is_told(matter, tmp_path):
    with pytest.raises(MatterError, match=r"the copy cannot be written \(No such file or directory\); choose another"):
        matter.copy_to(tmp_path / "nowhere" / "copy.counterdraft")


def test_a_copy_that_finds_no_space_leaves_nothing(matter, add, tmp_path, small_files):
    add(data=bytes(200_000))
    small_files(100_000)
    with pytest.raises(
        MatterError, match=r"copy\.counterdraft: the copy cannot be written \(.+\); choose another folder"
    ):
        matter.copy_to(tmp_path / "copy.counterdraft")
    small_files(1 << 30)
    assert sorted(tmp_path.iterdir()) == [matter.path, matter.path.with_name("deal.counterdraft-journal")]


def test_a_matter_that_was_moved_opens(matter, add, tmp_path):
    number = add()
    matter.decide(number, "indemnity", ACCEPT, WHEN)
    matter.close()
    (tmp_path / "elsewhere").mkdir()
    moved = open_matter(matter.path.rename(tmp_path / "elsewhere" / "renamed.counterdraft"))
    assert moved.decisions(number) == {"indemnity": ACCEPT}
    moved.close()


def test_the_copy_of_a_file_manager_taken_while_it_is_open_is_whole(matter, add, tmp_path):
    number = add(data=b"P" * 300_000)
    matter.decide(number, "indemnity", ACCEPT, WHEN)
    # In another process: reading the file in this one would let go of its lock.
    subprocess.run(["cp", matter.path, tmp_path / "copied.counterdraft"], check=True)
    copied = open_matter(tmp_path / "copied.counterdraft")
    assert state_of(copied) == state_of(matter)
    copied.close()


def test_a_matter_whose_file_is_gone_takes_no_decision_in_silence(matter, add, tmp_path):
    number = add()
    matter.path.unlink()
    with pytest.raises(MatterError, match="moved or deleted while it was open, and the last change is not saved"):
        matter.decide(number, "indemnity", ACCEPT, WHEN)
    matter.copy_to(tmp_path / "saved.counterdraft")
    saved = open_matter(tmp_path / "saved.counterdraft")
    assert saved.order() == (number,)
    saved.close()


def test_only_the_one_file_is_left_when_a_matter_is_closed(matter, add, tmp_path):
    add()
    matter.close()
    assert list(tmp_path.iterdir()) == [matter.path]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Llama 3.1 licence.docx", "Llama 3.1 licence"),
        ("Übernahme „A“.pdf", "Übernahme „A“"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot"),
        ("a/b: c?*.txt", "b c"),
        ("a\nb\tc\x00d.txt", "a b c d"),
        ("safe\u202excod.txt", "safe xcod"),
        ("CON.docx", "_CON"),
        ("nul", "_nul"),
        ("com1.tar.gz", "_com1.tar"),
        ("LPT¹.txt", "_LPT¹"),
        ("console.docx", "console"),
        ("...", "Matter"),
        ("", "Matter"),
        (".docx", "docx"),
        ("ends in a point..docx", "ends in a point"),
        ("caf\udce9.txt", "caf"),
        ("x" * 300 + ".docx", "x" * 110),
        ("漢" * 300 + ".docx", "漢" * 36),
    ],
)
def test_a_matter_is_called_after_its_document_as_every_system_allows(tmp_path, name, stem):
    path = free_path(tmp_path, name)
    assert path == tmp_path / f"{stem}.counterdraft"
    create_matter(path, name, DeploymentProfile(), WHEN).close()


def test_a_matter_is_never_called_as_something_that_is_there(tmp_path):
    (tmp_path / "a.counterdraft").mkdir()
    (tmp_path / "a 2.counterdraft").symlink_to(tmp_path / "nowhere")
    assert free_path(tmp_path, "a.docx") == tmp_path / "a 3.counterdraft"


def test_a_decision_waits_for_nothing_that_reviews_need():
    program = "import sys, app.service.matters, app.service.recent; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"pydantic", "lxml", "spacy", "numpy", "PySide6"}.isdisjoint(done.stdout.split())
