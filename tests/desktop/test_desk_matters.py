"""What becomes of what is typed and decided: on the right document, in the file, or kept until it can be written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.model.matter import UNDECIDED, Decision, OwnWords
from app.service.matters import open_matter

ACCEPT = Decision("accept")


@pytest.fixture
def other(review):
    document = replace(review.document, sha256="7" * 64, title="Other", path=review.document.path.with_name("o.docx"))
    return replace(review, document=document)


@pytest.fixture
def both(window, review, other, show):
    """The window with two documents, the first of them shown."""
    return show(window, review, other)


@pytest.fixture
def answer(qapp):
    """Answer the next question to confirm: go on, or turn back."""
    timers = []

    def answering(*, go_on):
        timer = QTimer(qapp)
        timers.append(timer)

        def look():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, ConfirmDialog):
                timer.stop()
                (dialog.go_on if go_on else dialog.escapeButton()).click()

        timer.timeout.connect(look)
        timer.start(10)

    yield answering
    for timer in timers:
        timer.stop()


def comment(window, text):
    """Type a comment on the finding shown and leave it unsaved."""
    edit = window.review_page.detail.page.comment.edit
    edit.setFocus()
    edit.setPlainText(text)


def fail_to_write(window):
    window.session.matter._connection.execute("PRAGMA query_only = ON")


def write_again(window):
    window.session.matter._connection.execute("PRAGMA query_only = OFF")


def save_again(window):
    """Save what waits, so that the window closes unasked."""
    write_again(window)
    window.desk.save_again()


def told(window):
    return window.message.label.accessibleName()


def test_what_was_typed_stays_with_its_document_when_another_is_shown(both):
    first, second = (held.id for held in both.session.documents)
    clause = both.review_page.chosen.clause.id
    both.review_page.detail.accept()
    both.review_page.choose_clause(clause)
    comment(both, "As we said.")
    both.desk.show_document(second)
    assert both.session.decision(first, clause).comment == "As we said."
    assert both.session.decision(second, clause) == UNDECIDED


def test_what_was_typed_is_kept_when_another_matter_takes_the_place(both, review, show):
    clause, path = both.review_page.chosen.clause.id, both.session.matter.path
    comment(both, "As we said.")
    show(both, review)
    matter = open_matter(path)
    assert matter.decisions(1)[clause].comment == "As we said."
    matter.close()


def test_what_was_typed_is_kept_when_the_window_closes(both):
    clause, path = both.review_page.chosen.clause.id, both.session.matter.path
    comment(both, "As we said.")
    both.close()
    matter = open_matter(path)
    assert matter.decisions(1)[clause].comment == "As we said."
    matter.close()


def test_a_decision_that_cannot_be_written_is_not_shown_as_taken(both):
    clause = both.review_page.chosen.clause.id
    fail_to_write(both)
    both.review_page.detail.accept()
    assert both.review_page.chosen.clause.id == clause
    assert both.review_page.detail.shown.decision == UNDECIDED
    assert "cannot be written" in told(both)
    save_again(both)


def test_a_decision_that_could_not_be_written_is_saved_when_it_can_be(both):
    clause = both.review_page.chosen.clause.id
    fail_to_write(both)
    both.review_page.detail.accept()
    write_again(both)
    both.message.action.click()
    assert both.session.decision(1, clause).verb == "accept"
    assert not both.desk.has_unsaved


def test_what_was_typed_and_cannot_be_written_is_saved_when_it_can_be(both, findings):
    clause = both.review_page.chosen.clause.id
    comment(both, "As we said.")
    fail_to_write(both)
    both.review_page.choose(findings[3])
    write_again(both)
    both.message.action.click()
    assert both.session.decision(1, clause).comment == "As we said."


def test_where_the_file_is_gone_a_copy_holds_the_last_decision_and_is_gone_on_with(both, tmp_path, monkeypatch):
    clause = both.review_page.chosen.clause.id
    both.session.matter.path.unlink()
    both.review_page.detail.accept()
    assert "save a copy of the matter" in told(both)
    copy = tmp_path / "copy.counterdraft"
    monkeypatch.setattr("app.desktop.window_actions.QFileDialog.getSaveFileName", lambda *_: (str(copy), ""))
    documents = both.session.documents
    monkeypatch.setattr(both.opener, "open_matter", lambda path: both.session.open(open_matter(path), documents))
    both.commands.copy_matter.trigger()
    both.opener.matter_opened.emit()
    assert (both.session.matter.path, both.session.decision(1, clause).verb) == (copy, "accept")


@pytest.mark.parametrize(("go_on", "is_open"), [(True, False), (False, True)])
def test_who_closes_with_what_could_not_be_saved_is_asked(both, answer, go_on, is_open):
    fail_to_write(both)
    both.review_page.detail.accept()
    answer(go_on=go_on)
    both.close_matter()
    assert (both.session.matter is not None) == is_open
    if is_open:
        save_again(both)


def test_where_the_reader_stood_is_no_reason_to_fail(both):
    both.session.matter.path.unlink()
    both.close_matter()
    assert both.pages.currentWidget() is both.start_page


def test_moving_a_document_drafts_and_shows_it_anew(both):
    first, second = (held.id for held in both.session.documents)
    both.review_page.navigator.document_moved.emit(first, 1)
    assert [held.id for held in both.session.documents] == [second, first]
    assert both.desk.shown == first


def test_a_document_is_removed_once_it_is_confirmed_and_the_other_is_shown(both, answer):
    first, second = (held.id for held in both.session.documents)
    answer(go_on=True)
    both.review_page.navigator.document_removed.emit(first)
    assert (both.desk.shown, both.session.matter.order()) == (second, (second,))


def test_a_document_stays_where_removing_it_is_not_confirmed(both, answer):
    before = both.session.matter.order()
    answer(go_on=False)
    both.review_page.navigator.document_removed.emit(before[0])
    assert both.session.matter.order() == before


def test_removing_another_document_leaves_the_one_that_is_shown(both, answer):
    first, second = (held.id for held in both.session.documents)
    answer(go_on=True)
    both.review_page.navigator.document_removed.emit(second)
    assert both.desk.shown == first


def test_removing_the_last_document_closes_the_matter(reviewed, answer):
    answer(go_on=True)
    reviewed.review_page.navigator.document_removed.emit(1)
    assert (reviewed.session.matter, reviewed.pages.currentWidget()) == (None, reviewed.start_page)


def test_after_the_last_finding_of_a_document_comes_the_first_of_the_next(both):
    first, second = (held.id for held in both.session.documents)
    for _ in both.session.review(first).findings:
        if both.desk.shown == first:
            both.desk.step(1)
    assert both.desk.shown == second


def test_the_reader_is_led_back_to_where_he_stood(both, findings):
    second = both.session.documents[1].id
    both.desk.show_document(second)
    both.review_page.choose(findings[3])
    path, documents = both.session.matter.path, both.session.documents
    both.close_matter()
    both.session.open(open_matter(path), documents)
    both.opener.matter_opened.emit()
    assert (both.desk.shown, both.review_page.chosen.clause.id) == (second, findings[3].clause.id)


def test_a_conflict_is_told_of_both_findings_and_taken_back_once_it_is_solved(qtbot, both, review):
    ending = review.document.paragraphs[13].text
    for clause, word in (("cure-period", "suspend"), ("indemnity", "leave")):
        words = OwnWords(((13, ending.replace("end", word, 1)),))
        both.session.decide(1, clause, Decision("edit", words=words))
    qtbot.waitUntil(lambda: "Cure period and" in told(both) or "and Cure period" in told(both))
    both.review_page.choose_clause("cure-period")
    assert "change the same words" in both.review_page.detail.page.troubles.text()
    both.session.decide(1, "indemnity", Decision("skip"))
    qtbot.waitUntil(both.message.isHidden)
