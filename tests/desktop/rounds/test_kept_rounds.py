from datetime import UTC, datetime

import pytest

from app.desktop.rounds.jobs import RoundFile
from app.desktop.rounds.kept_rounds import exported_files, keep_rounds, kept_rounds, paired
from app.model.kept import KeptFile
from app.model.matter import ExportRecord
from app.model.profile import DeploymentProfile
from app.service.jobs import silent
from app.service.kept import kept_files
from app.service.matters import create_matter

WHEN = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def matter(tmp_path):
    matter = create_matter(tmp_path / "deal.counterdraft", "Deal", DeploymentProfile(), WHEN)
    yield matter
    matter.close()


def kept(number, kind):
    return KeptFile(number, None, kind, f"{number}.docx", "0" * 64, WHEN)


def exported(tmp_path, document, *names):
    for name in names:
        (tmp_path / name).write_bytes(b"PK")
    return ExportRecord(document, WHEN, "Ada Ours", str(tmp_path), tuple((name, "0" * 64) for name in names))


def test_redlined_files_are_offered_those_of_the_document_first(tmp_path):
    exports = (
        exported(tmp_path, 2, "terms.redlined.docx", "terms.memo.docx"),
        exported(tmp_path, 1, "licence.redlined.docx"),
        exported(tmp_path, 1, "licence.redlined.docx"),
    )
    assert exported_files(exports, 2) == (
        RoundFile(tmp_path / "terms.redlined.docx", author="Ada Ours", is_exported=True, held=2),
        RoundFile(tmp_path / "licence.redlined.docx", author="Ada Ours", is_exported=True, held=1),
    )


def test_an_exported_file_that_is_gone_is_not_offered(tmp_path):
    export = exported(tmp_path, 1, "licence.redlined.docx")
    (tmp_path / "licence.redlined.docx").unlink()
    assert exported_files((export,), 1) == ()


def test_what_was_sent_goes_with_the_last_that_came_back_before_the_next():
    files = [kept(1, "sent"), kept(2, "returned"), kept(3, "returned"), kept(4, "sent"), kept(5, "returned")]
    assert [(sent.id, back.id) for sent, back in paired(files)] == [(1, 3), (4, 5)]


def test_what_came_back_of_nothing_is_no_round():
    assert paired([kept(1, "returned"), kept(2, "sent")]) == ()


def test_kept_rounds_are_there_again_with_their_bytes(matter, rounds):
    keep_rounds(matter, None, rounds, WHEN, silent)
    found = kept_rounds(matter, None)
    assert [(sent.name, sent.data, back.name) for sent, back in found] == [
        ("sent.docx", b"sent.docx", "returned.docx"),
        ("sent again.docx", b"sent again.docx", "returned again.docx"),
    ]


def test_rounds_are_not_kept_twice(matter, rounds):
    keep_rounds(matter, None, rounds, WHEN, silent)
    keep_rounds(matter, None, rounds, WHEN, silent)
    assert len(kept_files(matter)) == 4
