"""Opening what needs more than a file's name: passwords, messages, pasted text, other views of tracked changes."""

from email.message import EmailMessage

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from reportlab.pdfgen.canvas import Canvas

from app.desktop.opening import KINDS, file_kinds, needs_more
from app.errors import EncryptedFileError

TERMS = "1. Term. The Provider may terminate this licence at any time if you breach it."


@pytest.fixture
def protected(tmp_path):
    canvas = Canvas(str(tmp_path / "terms.pdf"), encrypt="open sesame")
    canvas.drawString(72, 700, TERMS)
    canvas.save()
    return tmp_path / "terms.pdf"


@pytest.fixture
def message(tmp_path):
    mail = EmailMessage()
    mail["Subject"] = "Offer"
    mail.set_content("Here they are.")
    for name in ("terms.txt", "order.txt"):
        mail.add_attachment(TERMS.encode(), maintype="text", subtype="plain", filename=name)
    (tmp_path / "offer.eml").write_bytes(mail.as_bytes())
    return tmp_path / "offer.eml"


@pytest.fixture
def changed(tmp_path, make_package):
    """A Word file whose first paragraph came with an insertion and a deletion; a clause stands below it."""
    path = tmp_path / "changed.docx"
    body = (
        '<w:p><w:r><w:t xml:space="preserve">The tower has </w:t></w:r>'
        '<w:del w:id="1" w:author="Ada" w:date="2026-03-31T10:00:00Z"><w:r><w:delText>ten</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="Ben" w:date="2026-03-31T11:00:00Z"><w:r><w:t>thirty</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> steps.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Provider may terminate this Agreement if Customer is in breach of it.</w:t></w:r></w:p>"
    )
    path.write_bytes(make_package(body))
    return path


@pytest.fixture
def answer(qapp):
    """Answer one dialog after another, each once it is shown; give the names of those that were."""
    asked, replies = [], []

    def look():
        shown = QApplication.activeModalWidget()
        if isinstance(shown, QDialog) and shown.isVisible() and replies:
            asked.append(type(shown).__name__)
            replies.pop(0)(shown)

    timer = QTimer(qapp)
    timer.timeout.connect(look)
    timer.start(20)

    def prepare(*given):
        replies.extend(given)
        return asked

    yield prepare
    timer.stop()
    timer.deleteLater()


def password(text):
    def reply(dialog):
        dialog.password.setText(text)
        dialog.accept()

    return reply


def turn_back(dialog):
    dialog.reject()


def wait(qtbot, window):
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)


def shown_text(window):
    return window.review_page.reading.toPlainText()


def test_a_protected_file_asks_for_its_password_until_it_is_right(qtbot, window, protected, answer):
    asked = answer(password("wrong"), password("open sesame"))
    window.open_document(protected)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.review_page, timeout=20_000)
    assert "terminate this licence" in shown_text(window)
    assert asked == ["PasswordDialog", "PasswordDialog"]


def test_turning_back_leaves_the_window_as_it_was(qtbot, reviewed, protected, answer):
    asked = answer(turn_back)
    title, text = reviewed.windowTitle(), shown_text(reviewed)
    reviewed.open_document(protected)
    qtbot.waitUntil(lambda: bool(asked) and not reviewed.busy, timeout=20_000)
    assert (reviewed.windowTitle(), shown_text(reviewed)) == (title, text)
    assert not reviewed.message.isVisible()


def test_the_password_is_kept_nowhere(qtbot, window, settings, protected, answer):
    asked = answer(password("open sesame"))
    window.open_document(protected)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.review_page, timeout=20_000)
    window.close()
    settings.sync()
    assert asked
    assert all("sesame" not in str(settings.value(key)) for key in settings.allKeys())


def test_a_message_with_several_documents_asks_which(qtbot, window, message, answer):
    def second(dialog):
        dialog.list.setCurrentRow(1)
        dialog.accept()

    answer(second)
    window.open_document(message)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.review_page, timeout=20_000)
    assert window.windowTitle() == "order – Counterdraft"


def test_pasted_text_is_reviewed_and_gone_afterwards(qtbot, window, qapp, answer):
    qapp.clipboard().setText(TERMS)
    answer(lambda dialog: dialog.only_review.click())
    window.commands.paste.trigger()
    wait(qtbot, window)
    assert "terminate this licence" in shown_text(window)
    assert not window.session.documents[0].review.document.path.parent.exists()


def test_pasted_text_is_kept_where_the_user_says(qtbot, window, qapp, tmp_path, monkeypatch, answer):
    kept = tmp_path / "pasted.txt"
    monkeypatch.setattr("app.desktop.dialogs.paste_dialog.QFileDialog.getSaveFileName", lambda *_: (str(kept), ""))
    qapp.clipboard().setText(TERMS)
    answer(lambda dialog: dialog.save.click())
    window.commands.paste.trigger()
    wait(qtbot, window)
    assert kept.read_text(encoding="utf-8") == TERMS
    assert window.windowTitle() == "pasted – Counterdraft"


def test_a_file_that_cannot_be_written_is_told(qtbot, window, qapp, tmp_path, monkeypatch, answer):
    folder = tmp_path / "taken.txt"
    folder.mkdir()
    monkeypatch.setattr("app.desktop.dialogs.paste_dialog.QFileDialog.getSaveFileName", lambda *_: (str(folder), ""))
    qapp.clipboard().setText(TERMS)
    answer(lambda dialog: dialog.save.click())
    window.commands.paste.trigger()
    wait(qtbot, window)
    assert "the text was not saved" in window.message.label.text()


@pytest.fixture
def opened(qtbot, window, changed):
    window.open_document(changed)
    wait(qtbot, window)
    return window


def show(qtbot, window, view):
    qtbot.mouseClick(window.review_page.centre.source_bar.chips[view], Qt.MouseButton.LeftButton)
    wait(qtbot, window)


def test_earlier_tracked_changes_are_told_and_taken_as_accepted(opened):
    assert "1 insertion and 1 deletion by 2 authors" in opened.review_page.centre.source_bar._told.text()
    assert "The tower has thirty steps." in shown_text(opened)


@pytest.mark.parametrize(
    ("view", "text"), [("original", "The tower has ten steps."), ("marked", "The tower has tenthirty steps.")]
)
def test_the_other_views_are_read_when_they_are_asked_for(qtbot, opened, view, text):
    show(qtbot, opened, view)
    assert text in shown_text(opened)
    assert not opened.commands.views["redlined"].isEnabled()


def test_the_accepted_view_comes_back_with_the_review(qtbot, opened):
    show(qtbot, opened, "original")
    show(qtbot, opened, "accepted")
    assert "The tower has thirty steps." in shown_text(opened)
    assert opened.commands.views["redlined"].isEnabled()
    assert opened.review_page.reading._marks


def test_a_view_is_read_from_what_the_matter_holds_though_the_file_is_another_now(qtbot, opened, changed, make_package):
    changed.write_bytes(make_package("<w:p><w:r><w:t>Other words.</w:t></w:r></w:p>"))
    show(qtbot, opened, "original")
    assert "The tower has ten steps." in shown_text(opened)


def test_a_view_is_read_though_the_file_is_gone(qtbot, opened, changed):
    changed.unlink()
    show(qtbot, opened, "marked")
    assert "The tower has tenthirty steps." in shown_text(opened)


def test_stopping_the_reading_of_a_view_leaves_it_as_it_was(qtbot, opened):
    qtbot.mouseClick(opened.review_page.centre.source_bar.chips["marked"], Qt.MouseButton.LeftButton)
    opened.runner.stop()
    assert opened.review_page.centre.source_bar.chips["accepted"].isChecked()


@pytest.mark.parametrize(("with_password", "asked"), [(True, True), (False, False)])
def test_a_file_that_no_password_opens_is_told_and_not_asked_about(tmp_path, with_password, asked):
    assert needs_more(EncryptedFileError(tmp_path / "a.odt", "protected", with_password=with_password)) == asked


def test_the_file_dialog_offers_every_kind_that_is_read():
    kinds = file_kinds().split(";;")
    assert all(f"*.{kind}" in kinds[0] for family in KINDS for kind in family)
    assert len(kinds) == len(KINDS) + 3
    assert "*.counterdraft" in kinds[0]
