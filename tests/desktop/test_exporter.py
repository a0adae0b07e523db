"""How documents leave the window: all at once, remembered by their matter, one failure apart from the others."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.dialogs.export_dialog import ExportDialog
from app.desktop.export_choice import ExportChoice
from app.model.matter import Decision, ExportRecord
from app.service.matters import open_matter

WHEN = datetime(2026, 3, 9, tzinfo=UTC)


@pytest.fixture
def text_review(review):
    """A review of a document that is no Word file, so that a redline can be set from its paragraphs."""

    def made(name, sha256):
        path = review.document.path.with_name(name)
        return replace(review, document=replace(review.document, path=path, sha256=sha256, kind="text"))

    return made


@pytest.fixture
def both(window, text_review, show):
    return show(window, text_review("one.txt", "1" * 64), text_review("two.txt", "2" * 64))


def to(folder, *, all_documents=False):
    return ExportChoice(folder, "Ada Reviewer", WHEN, all_documents=all_documents)


def export(qtbot, window, choice):
    window.exporter.export(window.desk.shown, choice)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)


def told(window):
    return window.message.label.accessibleName()


@pytest.fixture
def ask(qtbot):
    """Ask for an export, look at the question, and turn back."""

    def asking(window, look):
        seen, timer = [], QTimer(window)

        def answer():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, ExportDialog):
                timer.stop()
                seen.append(look(dialog))
                dialog.reject()

        timer.timeout.connect(answer)
        timer.start(10)
        window.commands.export.trigger()
        qtbot.waitUntil(lambda: bool(seen) and not window.busy, timeout=20_000)
        return seen[0]

    return asking


def test_an_export_is_kept_in_the_matter_with_the_hash_of_each_file(qtbot, both, tmp_path):
    export(qtbot, both, to(tmp_path / "out"))
    (record,) = both.session.matter.exports()
    assert (record.document, record.author, record.folder) == (both.desk.shown, "Ada Reviewer", str(tmp_path / "out"))
    assert dict(record.files) == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "out").iterdir()
    }


def test_all_documents_of_the_matter_leave_at_once(qtbot, both, tmp_path):
    export(qtbot, both, to(tmp_path / "out", all_documents=True))
    written = {path.name for path in (tmp_path / "out").glob("*.redlined.docx")}
    assert written == {"one.redlined.docx", "two.redlined.docx"}
    assert {record.document for record in both.session.matter.exports()} == set(both.session.matter.order())
    assert "one.redlined.docx" in told(both)
    assert "two.redlined.docx" in told(both)


def test_files_whose_names_would_meet_go_to_a_folder_of_their_own(qtbot, window, text_review, show, tmp_path):
    show(window, text_review("terms.txt", "1" * 64), text_review("Terms.md", "2" * 64))
    export(qtbot, window, to(tmp_path / "out", all_documents=True))
    redlined = sorted(path.relative_to(tmp_path / "out").as_posix() for path in tmp_path.rglob("*.redlined.docx"))
    assert [name.lower() for name in redlined] in (
        ["terms 2/terms.redlined.docx", "terms.redlined.docx"],
        ["terms.redlined.docx", "terms 2/terms.redlined.docx"],
    )


def test_one_document_that_cannot_be_exported_is_told_and_the_others_leave(
    qtbot, window, review, text_review, show, tmp_path
):
    broken = replace(review, document=replace(review.document, data=b"PK", word=b"PK", sha256="3" * 64))
    show(window, broken, text_review("two.txt", "2" * 64))
    export(qtbot, window, to(tmp_path / "out", all_documents=True))
    assert [path.name for path in (tmp_path / "out").glob("*.redlined.docx")] == ["two.redlined.docx"]
    assert "example-licence.docx" in told(window)
    assert "Problem" in told(window)


def test_what_is_decided_while_an_export_waits_is_not_in_it(qtbot, both, tmp_path):
    clause = both.review_page.chosen.clause.id
    both.exporter.export(both.desk.shown, to(tmp_path / "out"))
    both.session.decide(both.desk.shown, clause, Decision("skip", reason="A reason of later."))
    qtbot.waitUntil(lambda: not both.busy, timeout=20_000)
    assert b"A reason of later." not in next((tmp_path / "out").glob("*.review.json")).read_bytes()


def test_an_export_goes_to_its_end_after_the_matter_was_closed(qtbot, both, tmp_path):
    path = both.session.matter.path
    both.exporter.export(both.desk.shown, to(tmp_path / "out"))
    both.close_matter()
    qtbot.waitUntil(lambda: not both.busy, timeout=20_000)
    assert len(list((tmp_path / "out").iterdir())) == 3
    open_matter(path).close()


def test_the_export_before_is_told_and_offered_again(both, ask, tmp_path):
    both.session.matter.record_export(ExportRecord(both.desk.shown, WHEN, "Ben", str(tmp_path), ()))
    last, choice = ask(both, lambda dialog: (dialog.findChild(QLabel, "lastExport").text(), dialog.choice()))
    assert last.endswith(f"to {tmp_path}")
    assert (choice.folder, choice.author) == (tmp_path, "Ben")


def test_all_documents_are_offered_where_there_are_several(both, ask):
    assert ask(both, lambda dialog: not dialog.all_documents.isHidden())


def test_with_one_document_all_are_not_offered(text_review, show, ask, window):
    show(window, text_review("one.txt", "1" * 64))
    assert ask(window, lambda dialog: dialog.all_documents.isHidden() and not dialog.choice().all_documents)


def test_with_all_documents_it_is_shown_what_leaves_with_each(both, ask):
    def tick(dialog):
        dialog.all_documents.click()
        return dialog.all_outgoing.isVisible(), dialog.outgoing.isVisible(), dialog.choice().all_documents

    assert ask(both, tick) == (True, False, True)


@pytest.fixture
def export_again(qtbot):
    """Ask for an export to where the last one went; answer what is asked then by `go_on`, and return what was asked."""

    def asking(window, *, go_on):
        asked, timer = [], QTimer(window)

        def answer():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, ExportDialog):
                dialog.accept()
            elif isinstance(dialog, ConfirmDialog):
                asked.append(dialog.informativeText())
                dialog.go_on.click() if go_on else dialog.reject()

        timer.timeout.connect(answer)
        timer.start(10)
        window.commands.export.trigger()
        qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
        timer.stop()
        return asked

    return asking


def test_an_export_replaces_files_of_ours_without_asking(qtbot, both, tmp_path, export_again):
    export(qtbot, both, to(tmp_path))
    assert export_again(both, go_on=False) == []


@pytest.mark.parametrize(("go_on", "kept"), [(False, True), (True, False)])
def test_before_files_that_were_worked_on_are_replaced_the_user_is_asked(
    qtbot, both, tmp_path, export_again, go_on, kept
):
    export(qtbot, both, to(tmp_path))
    stem = both.session.base(both.desk.shown).review.document.stem
    memo = tmp_path / f"{stem}.memo.docx"
    memo.write_bytes(b"with remarks of a colleague")
    (asked,) = export_again(both, go_on=go_on)
    assert memo.name in asked
    assert (memo.read_bytes() == b"with remarks of a colleague") == kept


def test_the_question_is_not_asked_once_its_matter_was_closed(qtbot, both):
    both.commands.export.trigger()
    both.close_matter()
    qtbot.waitUntil(lambda: not both.busy, timeout=20_000)
    assert QApplication.activeModalWidget() is None
