import threading
from dataclasses import replace
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QAccessible, QDesktopServices, QDropEvent, QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.desktop.export_choice import ExportChoice
from app.desktop.main_window import MainWindow
from app.model.document import DefinedTerm
from app.model.marks import MarginComment
from app.model.proofreading import Flaw
from app.model.review import Related, Uncovered
from app.model.span import Place, Span
from app.service.inspection import inspect_file

LINES = (
    "Example Open Weights Licence",
    "1. Term. The Provider may terminate this licence at any time if you breach it.",
    "2. Claims. You will indemnify and hold harmless the Provider from any third party claim.",
)


@pytest.fixture
def contract(make_docx):
    return make_docx(*LINES)


@pytest.fixture
def reviewed_file(qtbot, window, contract):
    """The window with the contract reviewed."""
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    return window


@pytest.fixture
def policy(make_docx):
    return make_docx("Use Policy", "1. You will not use the Weights for harm.", name="policy.docx")


@pytest.fixture
def long_contract(make_docx):
    return make_docx(*(f"{n}. {line}" for n in range(400) for line in LINES[1:]), name="long.docx")


def to(folder):
    return ExportChoice(folder, "Ada Reviewer", datetime(2026, 3, 9, tzinfo=UTC))


def write(window, choice):
    window.exporter.export(window.desk.shown, choice)


def dropped(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return data, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)


def test_the_window_begins_with_the_start_page(window):
    assert window.pages.currentWidget() is window.start_page
    assert not window.commands.export.isEnabled()


def test_opening_a_contract_lists_its_findings(qtbot, window, contract):
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert window.pages.currentWidget() is window.review_page
    assert window.review_page.findings.model.rowCount() > 0
    assert window.jobs.done.text().startswith("Reviewed 3 paragraphs in ")
    assert "Reviewed" not in window.message.label.text()
    assert window.windowTitle() == "Example Open Weights Licence – Counterdraft"


def test_dropping_a_contract_opens_it(qtbot, window, contract):
    _data, event = dropped(contract)
    window.dropEvent(event)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert window.pages.currentWidget() is window.review_page


def test_several_files_dropped_at_once_become_one_matter(qtbot, window, contract, policy):
    _data, event = dropped(contract, policy)
    window.dropEvent(event)
    qtbot.waitUntil(lambda: len(window.session.documents) == 2 and not window.busy, timeout=20_000)
    names = {held.review.document.name for held in window.session.documents}
    assert names == {"contract.docx", "policy.docx"}


def test_what_is_not_a_file_is_not_taken(window, contract):
    data, _event = dropped(contract)
    data.setUrls([*data.urls(), QUrl("https://example.org/terms")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    assert not window.busy


def test_a_file_that_cannot_be_read_is_named_and_the_window_stays_usable(qtbot, window, tmp_path):
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    window.open_document(path)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert window.message.isVisible()
    assert "broken.docx" in window.message.label.text()
    assert window.start_page.open.isEnabled()


def test_a_file_that_cannot_be_read_leaves_the_review_before_it_in_place(qtbot, reviewed, tmp_path):
    reviewed.open_document(tmp_path / "absent.docx")
    qtbot.waitUntil(lambda: not reviewed.busy, timeout=20_000)
    assert reviewed.message.isVisible()
    assert reviewed.pages.currentWidget() is reviewed.review_page


def test_the_message_goes_when_it_is_dismissed(qtbot, window):
    window.message.show_problem("It went wrong.")
    qtbot.mouseClick(window.message.dismiss, Qt.MouseButton.LeftButton)
    assert not window.message.isVisible()


def test_stop_ends_the_wait_at_once(qtbot, window, long_contract):
    window.open_document(long_contract)
    assert window.jobs.stop.isVisible()
    qtbot.mouseClick(window.jobs.stop, Qt.MouseButton.LeftButton)
    assert not window.busy
    assert not window.jobs.stop.isVisible()
    assert window.jobs.done.text() == "Stopped."


def test_escape_stops_too(qtbot, window, long_contract):
    window.open_document(long_contract)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.busy


def test_opening_another_contract_stops_the_review_before_it(qtbot, window, long_contract, contract):
    window.open_document(long_contract)
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert window.windowTitle() == "Example Open Weights Licence – Counterdraft"


def test_closing_the_window_stops_a_running_review(qtbot, settings, worker, wardrobe, long_contract):
    window = MainWindow(settings, worker, wardrobe)
    qtbot.addWidget(window)
    window.show()
    window.open_document(long_contract)
    window.close()
    assert "task" not in [thread.name for thread in threading.enumerate()]


def test_f7_and_shift_f7_go_through_the_findings(qtbot, reviewed, findings):
    qtbot.keyClick(reviewed, Qt.Key.Key_F7)
    assert reviewed.review_page.detail.title.text() == findings[1].clause.title
    qtbot.keyClick(reviewed, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert reviewed.review_page.detail.title.text() == findings[0].clause.title


def test_choosing_a_clause_type_that_does_not_apply_shows_why(reviewed, findings):
    reviewed.review_page.navigator.finding_chosen.emit(findings[6])
    assert reviewed.review_page.detail.why.text() == "Weights that we host ourselves have no service levels."


def test_the_view_switch_changes_the_text(reviewed):
    text = reviewed.review_page.reading
    assert "thirty (30) days" in text.toPlainText()
    reviewed.commands.views["original"].trigger()
    assert "thirty (30) days" not in text.toPlainText()


def test_comments_are_offered_only_where_there_are_any(reviewed):
    assert [action.isVisible() for action in reviewed.commands.sides] == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("key", "pane"), [("D", "facts"), ("N", "uncovered"), ("P", "flaws"), ("C", "comments"), ("O", "navigator")]
)
def test_each_pane_of_the_left_side_is_reached_by_keyboard(qtbot, reviewed, review, key, pane, show):
    noted = replace(review.document.paragraphs[0], comments=(MarginComment(Span(0, 7), "0", "Which?"),))
    paragraphs = (noted, *review.document.paragraphs[1:])
    show(reviewed, replace(review, document=replace(review.document, paragraphs=paragraphs)))
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    reviewed.activateWindow()
    with qtbot.waitActive(reviewed):
        qtbot.keyClick(reviewed, getattr(Qt.Key, f"Key_{key}"), control_shift)
    side = reviewed.review_page.side
    assert getattr(side, pane).isVisible()
    assert reviewed.focusWidget() is side.panes()[0]


@pytest.fixture
def with_term(reviewed, review, show):
    uses = (Place(13, Span(4, 12)), Place(15, Span(11, 19)))
    terms = (DefinedTerm("Provider", 1, Span(0, 4), uses),)
    show(reviewed, replace(review, document=replace(review.document, terms=terms)))
    tree = reviewed.review_page.side.facts.tree
    head = tree.rows.index(tree.rows.rowCount() - 1, 0)
    tree.setCurrentIndex(tree.rows.index(0, 0, head))
    return reviewed


def test_f3_goes_from_use_to_use_of_a_term_and_alt_left_back(qtbot, with_term):
    reading = with_term.review_page.reading
    reading.resize(600, 200)
    begun = reading.verticalScrollBar().value()
    qtbot.keyClick(with_term, Qt.Key.Key_F3)
    marked = [mark.cursor.selectedText() for mark in reading.extraSelections()]
    assert marked == ["Provider"]
    qtbot.keyClick(with_term, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reading.verticalScrollBar().value() == begun


def test_the_place_of_a_flaw_is_shown_and_findings_stay_apart(qtbot, reviewed, review, show):
    flaw = Flaw("undefined-term", Place(13, Span(4, 12)), "“Provider” is not defined.")
    show(reviewed, review, flaws=(flaw,))
    side = reviewed.review_page.side
    rows = reviewed.review_page.findings.model.rowCount()
    side.turn_to(side.flaws)
    side.flaws.tree.setCurrentIndex(side.flaws.tree.rows.index(0, 0))
    qtbot.keyClick(side.flaws.tree, Qt.Key.Key_Return)
    assert [mark.cursor.selectedText() for mark in reviewed.review_page.reading.extraSelections()] == ["Provider"]
    assert reviewed.review_page.findings.model.rowCount() == rows


def test_what_is_not_covered_leads_to_its_paragraph_and_back(qtbot, reviewed, review, show):
    show(reviewed, replace(review, uncovered=(Uncovered(15, ("rights",), (Span(0, 3),)),)))
    side, reading = reviewed.review_page.side, reviewed.review_page.reading
    reading.resize(600, 200)
    begun = reading.verticalScrollBar().value()
    side.turn_to(side.uncovered)
    side.uncovered.tree.setCurrentIndex(side.uncovered.tree.rows.index(0, 0))
    qtbot.keyClick(side.uncovered.tree, Qt.Key.Key_Return)
    marked = [mark.cursor.selectedText() for mark in reading.extraSelections()]
    assert marked == ["The law of the Provider's seat governs this licence and its courts decide."]
    qtbot.keyClick(reviewed, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reading.verticalScrollBar().value() == begun


def test_words_elsewhere_are_reached_by_their_links(reviewed, review, findings, show):
    words = Related("definition", Place(1, Span(0, 4)), 6, "defines “Provider”")
    bearing = replace(findings[0], reading=replace(findings[0].reading, related=(words,)))
    show(reviewed, replace(review, findings=(bearing, *findings[1:])))
    reviewed.review_page.detail.page.reasoning.elsewhere.body.linkActivated.emit("place:1:0:4")
    marked = [mark.cursor.selectedText() for mark in reviewed.review_page.reading.extraSelections()]
    assert marked == ["This"]


def test_f6_goes_through_the_panes(qtbot, reviewed):
    reviewed.activateWindow()
    with qtbot.waitActive(reviewed):
        reviewed.review_page.findings.list.setFocus()
    qtbot.keyClick(reviewed, Qt.Key.Key_F6)
    assert reviewed.focusWidget() is reviewed.review_page.detail.title
    qtbot.keyClick(reviewed, Qt.Key.Key_F6)
    assert reviewed.focusWidget() is reviewed.review_page.navigator.outline_view


def test_export_writes_the_files_and_names_them(qtbot, settings, window, contract, tmp_path):
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    folder = tmp_path / "out"
    folder.mkdir()
    write(window, to(folder))
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    written = sorted(path.name for path in folder.iterdir())
    assert written == ["contract.memo.docx", "contract.redlined.docx", "contract.review.json"]
    assert "contract.redlined.docx" in window.message.label.text()
    assert settings.value("folders/export") == str(folder)


def test_the_question_before_an_export_lists_what_leaves_with_the_file(qtbot, window, contract, ask_for_export):
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    listed = []

    def look(dialog):
        listed.extend(dialog.outgoing.list.item(row).text() for row in range(dialog.outgoing.list.count()))

    ask_for_export(window, "reject", look)
    assert "Document properties" in listed


def test_copies_and_the_memo_for_the_counterparty_are_written_where_they_are_chosen(qtbot, window, contract, tmp_path):
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    choice = ExportChoice(
        tmp_path / "out",
        "Ada Reviewer",
        datetime(2026, 3, 9, tzinfo=UTC),
        copies=("clean", "ours-only"),
        counterparty=True,
        remove=("properties",),
    )
    write(window, choice)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    written = {path.name for path in (tmp_path / "out").glob("*.docx")}
    assert written >= {"contract.clean.docx", "contract.ours-only.docx", "contract.counterparty.docx"}
    left = [item.kind for item in inspect_file(tmp_path / "out" / "contract.redlined.docx").items]
    assert "properties" not in left


def test_changes_that_word_would_undo_are_told_after_an_export(qtbot, window, contract, tmp_path):
    with ZipFile(contract) as package:
        members = {name: package.read(name) for name in package.namelist()}
    bound = b"<w:body><w:sdt><w:sdtPr><w:dataBinding w:xpath='/terms'/></w:sdtPr><w:sdtContent>"
    body = members["word/document.xml"].replace(b"<w:body>", bound)
    members["word/document.xml"] = body.replace(b"<w:sectPr", b"</w:sdtContent></w:sdt><w:sectPr", 1)
    with ZipFile(contract, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    write(window, to(tmp_path / "out"))
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert "is in a content control that shows data" in window.message.label.accessibleName()


def test_an_export_that_fails_says_why_and_its_folder_is_forgotten(qtbot, settings, window, contract, tmp_path):
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    (tmp_path / "file").touch()
    write(window, to(tmp_path / "file"))
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert window.message.label.text().startswith("Problem: ")
    assert not settings.contains("folders/export")


@pytest.fixture
def ask_for_export(qtbot):
    """Ask for an export, call `change` with the question once it is shown, and answer it."""

    def asking(window, then, change=lambda _: None):
        timer = QTimer(window)
        answered = []

        def answer():
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                timer.stop()
                change(dialog)
                getattr(dialog, then)()
                answered.append(then)

        timer.timeout.connect(answer)
        timer.start(10)
        window.commands.export.trigger()
        qtbot.waitUntil(lambda: bool(answered) and not window.busy, timeout=20_000)

    return asking


def test_after_an_export_the_window_says_what_was_proved_and_whose_changes_there_are(qtbot, reviewed_file, tmp_path):
    reviewed_file.resize(1024, 680)
    write(reviewed_file, to(tmp_path / "out"))
    qtbot.waitUntil(lambda: not reviewed_file.busy, timeout=20_000)
    label = reviewed_file.message.label
    assert "Without the new changes the file is the original" in label.accessibleName()
    assert "new, by Ada Reviewer." in label.accessibleName()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert (reviewed_file.width(), reviewed_file.height()) == (1024, 680)


def test_a_screen_reader_is_given_the_message_itself(window):
    window.message.show_news("Written.")
    spoken = QAccessible.queryAccessibleInterface(window.message.label)
    assert spoken.text(QAccessible.Text.Name) == "Written."
    assert window.message.label.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("name", ["status", "stage", "sourceTold", "sourceApart", "useOf"])
def test_a_screen_reader_is_given_what_a_line_says(window, name):
    label = window.findChild(QLabel, name)
    label.setText("It is said.")
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == "It is said."


def test_the_folder_offered_first_is_that_of_the_document(settings, reviewed_file, contract, ask_for_export):
    settings.setValue("folders/export", "/elsewhere")
    offered = []
    ask_for_export(reviewed_file, "reject", lambda dialog: offered.append(dialog.choice().folder))
    assert offered == [contract.parent]


def test_for_the_sample_the_folder_of_the_last_export_is_offered(qtbot, settings, window, tmp_path, ask_for_export):
    settings.setValue("folders/export", str(tmp_path))
    window.commands.sample.trigger()
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    offered = []
    ask_for_export(window, "reject", lambda dialog: offered.append(dialog.choice().folder))
    assert offered == [tmp_path]


def test_after_an_export_that_fails_the_answers_are_still_there(qtbot, reviewed_file, tmp_path, ask_for_export):
    (tmp_path / "file").touch()
    given, offered = [], []

    def fill(dialog):
        dialog.folder.setText(str(tmp_path / "file"))
        dialog.author.setText("Ada Reviewer")
        dialog.degrees["clause"].click()
        dialog.copies["clean"].click()
        dialog.outgoing.list.item(0).setCheckState(Qt.CheckState.Checked)
        given.append(dialog.choice())

    ask_for_export(reviewed_file, "accept", fill)
    qtbot.waitUntil(lambda: not reviewed_file.busy, timeout=20_000)
    assert reviewed_file.message.label.text().startswith("Problem: ")
    ask_for_export(reviewed_file, "reject", lambda dialog: offered.append(dialog.choice()))
    assert offered == given
    assert given[0].remove == ("properties",)


def test_an_export_that_fails_its_check_is_told_and_the_review_stays(qtbot, window, contract, tmp_path):
    # Words inside of alternatives cannot be cut in two, which the check finds.
    with ZipFile(contract) as package:
        members = {name: package.read(name).decode("latin-1") for name in package.namelist()}
    words = f"<w:t>{LINES[1]}</w:t>"
    alternatives = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="w14">{words}</mc:Choice><mc:Fallback>{words}</mc:Fallback></mc:AlternateContent>'
    )
    members["word/document.xml"] = members["word/document.xml"].replace(words, alternatives)
    with ZipFile(contract, "w") as package:
        for name, content in members.items():
            package.writestr(name, content.encode("latin-1"))
    window.open_document(contract)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    rows = window.review_page.findings.model.rowCount()
    write(window, to(tmp_path / "out"))
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    told = window.message.label.text()
    assert told.startswith("Problem: contract.docx: no redline was written, for it failed its check: ")
    assert "“1. Term. The Provider" in told
    assert not (tmp_path / "out").exists()
    assert (window.pages.currentWidget(), rows) == (window.review_page, window.review_page.findings.model.rowCount())


def test_a_stopped_export_writes_all_files_or_none(qtbot, reviewed, tmp_path):
    write(reviewed, to(tmp_path / "out"))
    reviewed.runner.stop()
    assert reviewed.busy
    qtbot.waitUntil(lambda: not reviewed.busy, timeout=20_000)
    written = sorted(path.suffix for path in (tmp_path / "out").glob("*"))
    assert written in ([], [".docx", ".docx", ".json"])


def test_a_document_waits_for_a_running_export(qtbot, reviewed, contract, tmp_path):
    write(reviewed, to(tmp_path / "out"))
    reviewed.open_document(contract)
    qtbot.waitUntil(lambda: not reviewed.busy and reviewed.windowTitle().startswith("Example Open"), timeout=20_000)
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".docx", ".json"]


def test_sizes_are_remembered(qtbot, settings, worker, wardrobe, window):
    window.resize(760, 540)
    window.close()
    again = MainWindow(settings, worker, wardrobe)
    qtbot.addWidget(again)
    assert again.height() == 540


@pytest.mark.parametrize("kind", [QAbstractButton, QLineEdit])
def test_every_control_has_a_name(reviewed, kind):
    nameless = [
        control.objectName()
        for control in reviewed.findChildren(kind)
        if control.isVisible() and not (control.accessibleName() or getattr(control, "text", str)())
    ]
    assert nameless == []


def test_nothing_is_cut_off_in_a_small_window(reviewed):
    reviewed.resize(1024, 680)
    QApplication.processEvents()
    assert (reviewed.width(), reviewed.height()) == (1024, 680)
    toolbar = reviewed.findChild(QWidget, "toolbar")
    buttons = [button for button in toolbar.findChildren(QAbstractButton) if button.text()]
    assert all(toolbar.rect().contains(button.geometry()) for button in buttons)
    side = reviewed.review_page.side
    chips = [chip for chip in side.chips.values() if chip.isVisible()]
    assert all(side.rect().contains(chip.geometry()) and chip.width() >= chip.sizeHint().width() for chip in chips)


@pytest.fixture
def large_text(qapp):
    before = QFont(qapp.font())
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * 1.75)
    qapp.setFont(large)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("large_text")
def test_large_text_is_not_cut_off_in_the_detail(qtbot, settings, worker, review, show, wardrobe):
    window = MainWindow(settings, worker, wardrobe)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    show(window, review)
    QApplication.processEvents()
    page = window.review_page.detail.page
    parts = (page.reasoning.says, page.ladder, page.redline)
    qtbot.waitUntil(lambda: all(part.height() == part.heightForWidth(part.width()) for part in parts))


def test_after_an_export_its_folder_can_be_opened(qtbot, reviewed_file, tmp_path):
    class Files(QObject):
        opened = Signal(QUrl)

        @Slot(QUrl)
        def take(self, url):
            self.opened.emit(url)

    files = Files()
    write(reviewed_file, to(tmp_path / "out"))
    qtbot.waitUntil(reviewed_file.message.action.isVisible, timeout=20_000)
    QDesktopServices.setUrlHandler("file", files, "take")
    try:
        with qtbot.waitSignal(files.opened) as signal:
            reviewed_file.message.action.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert signal.args == [QUrl.fromLocalFile(str(tmp_path / "out"))]


def test_a_document_that_joins_a_matter_has_the_keyboard(qtbot, reviewed_file, policy):
    reviewed_file.review_page.centre.view.setFocus()
    reviewed_file.open_documents((policy,), begins=False)
    qtbot.waitUntil(lambda: not reviewed_file.busy, timeout=20_000)
    assert reviewed_file.focusWidget() is reviewed_file.review_page.findings.list


def test_the_heading_over_several_documents_says_which_one_prevails(qtbot, reviewed_file, policy):
    heading = reviewed_file.review_page.navigator.documents_heading
    assert heading.text() == "Documents"
    reviewed_file.open_documents((policy,), begins=False)
    qtbot.waitUntil(lambda: not reviewed_file.busy, timeout=20_000)
    assert heading.text() == "Documents, the one that prevails first"


def test_a_review_of_pasted_text_is_timed_from_its_own_beginning(qtbot, window, monkeypatch):
    monkeypatch.setattr(window.news, "_began", -10_000.0)
    window.opener.review_pasted(LINES[1], None)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    told = window.jobs.done.text()
    assert told.startswith("Reviewed 1 paragraph in ")
    assert float(told.split()[4]) < 20
