"""Files that a matter keeps beside its documents."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from app.errors import MatterError
from app.model.profile import DeploymentProfile
from app.service.kept import keep_file, kept_file, kept_files, let_go, look_after
from app.service.matters import create_matter, open_matter
from app.store.record import joined

WHEN = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)


@pytest.fixture
def matter(tmp_path):
    opened = create_matter(tmp_path / "deal.counterdraft", "Deal", DeploymentProfile(), WHEN)
    yield opened
    opened.close()


@pytest.fixture
def document(matter):
    return matter.add_document("a.txt", "a" * 64, b"A", joined(b"library", b"review"), WHEN, "unknown")


def test_what_is_kept_is_there_when_the_matter_is_opened_again(matter):
    file = keep_file(matter, "baseline", "use policy.txt", b"words", WHEN, owner="Ada", review_by=date(2027, 2, 1))
    matter.close()
    again = open_matter(matter.path)
    held = kept_file(again, file.id)
    again.close()
    assert (held.file, held.data) == (file, b"words")
    assert (file.owner, file.review_by, file.added) == ("Ada", date(2027, 2, 1), WHEN)


def test_files_are_listed_in_the_order_in_which_they_came_in(matter, document):
    for kind, name in (("sent", "1"), ("returned", "2"), ("sent", "3")):
        keep_file(matter, kind, name, name.encode(), WHEN, document=document)
    assert [(file.kind, file.name) for file in kept_files(matter)] == [("sent", "1"), ("returned", "2"), ("sent", "3")]


def test_files_are_listed_by_kind(matter, document):
    keep_file(matter, "sent", "s", b"s", WHEN, document=document)
    keep_file(matter, "baseline", "b", b"b", WHEN)
    assert [file.name for file in kept_files(matter, "baseline")] == ["b"]


def test_files_are_listed_by_document(matter, document):
    keep_file(matter, "sent", "s", b"s", WHEN, document=document)
    keep_file(matter, "sent", "other", b"o", WHEN)
    assert [file.name for file in kept_files(matter, document=document)] == ["s"]


def test_the_same_file_is_kept_once_with_what_was_said_of_it_last(matter):
    keep_file(matter, "baseline", "policy.txt", b"words", WHEN, owner="Ada")
    again = keep_file(matter, "baseline", "policy.txt", b"words", WHEN, review_by=date(2027, 2, 1))
    assert kept_files(matter) == (again,)
    assert (again.owner, again.review_by) == ("Ada", date(2027, 2, 1))


def test_the_same_bytes_for_another_document_are_kept_beside_the_first(matter, document):
    keep_file(matter, "sent", "s", b"s", WHEN)
    keep_file(matter, "sent", "s", b"s", WHEN, document=document)
    assert [file.document for file in kept_files(matter)] == [None, document]


def test_owner_and_day_can_be_set_later(matter):
    file = keep_file(matter, "baseline", "policy.txt", b"words", WHEN)
    look_after(matter, file, owner="Bo", review_by=date(2027, 5, 1))
    (kept,) = kept_files(matter)
    assert (kept.owner, kept.review_by) == ("Bo", date(2027, 5, 1))


def test_what_is_let_go_is_gone_with_its_bytes(matter):
    file = keep_file(matter, "sent", "s", b"s", WHEN)
    let_go(matter, file)
    assert kept_files(matter) == ()
    with pytest.raises(MatterError, match="this file is not kept there any more; add it again"):
        kept_file(matter, file.id)


def test_files_go_with_their_document(matter, document):
    keep_file(matter, "sent", "s", b"s", WHEN, document=document)
    matter.remove_document(document)
    assert kept_files(matter) == ()


def test_bytes_that_somebody_changed_are_refused(matter):
    file = keep_file(matter, "sent", "s.docx", b"s", WHEN)
    matter.close()
    with closing(sqlite3.connect(matter.path)) as connection:
        connection.execute("UPDATE kept_contents SET data = x'00'")
        connection.commit()
    again = open_matter(matter.path)
    with pytest.raises(MatterError, match=r"s\.docx: the matter holds this file damaged; remove it there and add it"):
        kept_file(again, file.id)
    again.close()


@pytest.mark.parametrize("change", ["kind = 'lost'", "review_by = 'soon'", "added = 'then'"])
def test_a_value_that_is_none_of_ours_makes_the_matter_a_damaged_one(matter, change):
    keep_file(matter, "sent", "s", b"s", WHEN)
    matter.close()
    with closing(sqlite3.connect(matter.path)) as connection:
        connection.execute(f"UPDATE kept SET {change}")
        connection.commit()
    with pytest.raises(MatterError, match="this matter is damaged"):
        open_matter(matter.path)
