from datetime import UTC, datetime

import pytest

from app.model.matter import Decision, OwnWords
from app.model.profile import DeploymentProfile
from app.service.matters import UNRECORDED, create_matter, open_matter

WHEN = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)
RECORD = b"\x00\x00\x00\x07libraryreview"
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
