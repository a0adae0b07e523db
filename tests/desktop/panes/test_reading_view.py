import re
from dataclasses import replace
from time import process_time

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QDesktopServices, QHelpEvent, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from app.desktop.panes.reading_view import ReadingView
from app.model.document import Anchor, Cell, CrossReference, Paragraph
from app.model.marks import Link, MarginComment, TextStyle
from app.model.matter import Decision
from app.model.redline import Edit
from app.model.review import Uncovered
from app.model.span import Place, Span

ENDING = "The Provider may end this licence at any time if you breach it. You then delete every copy of the Weights."
SENTENCES = "Each party keeps its own records of the use of the Weights and shows them to the other when it asks. " * 3


def span_of(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def view(qtbot, review):
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(640, 260)
    with qtbot.waitExposed(view):
        view.show()
    view.show_review(review)
    return view


def marked_words(view):
    return [mark.cursor.selectedText() for mark in view.extraSelections()]


def number_of(view, paragraph):
    return view.written.number_of(paragraph)


def place_of(view, paragraph):
    return view.place_of(number_of(view, paragraph))


def test_the_chosen_finding_has_its_words_marked(view, findings):
    view.show_finding(findings[0])
    assert marked_words(view) == ["monthly active users", "5 million"]


def test_words_that_the_view_does_not_show_are_left_unmarked(view, findings):
    view.show_view("final")
    view.show_finding(findings[2])
    assert marked_words(view) == [" if you breach", "The Provider may end this licence"]


def test_the_paragraph_of_the_chosen_finding_comes_into_view(view, findings):
    view.show_finding(findings[2])
    assert 0 <= place_of(view, 13).top() < view.viewport().height()


def test_a_missing_clause_shows_where_it_would_be_inserted(view, findings):
    view.show_finding(findings[4])
    assert view.document().findBlockByNumber(view._chosen[0]).text().startswith("(c)\tAuthority.")


def test_a_change_of_view_keeps_the_chosen_finding_in_view(view, findings):
    view.show_finding(findings[2])
    view.show_view("original")
    assert 0 <= place_of(view, 13).top() < view.viewport().height()


def test_a_change_of_view_keeps_the_place_where_the_reader_is(view, findings):
    view.show_finding(findings[0])
    view.show_paragraph(15)
    view.show_view("original")
    assert 0 <= place_of(view, 15).top() < view.viewport().height()


def test_a_finding_already_in_view_moves_nothing(view, findings):
    view.show_finding(findings[2])
    before = view.verticalScrollBar().value()
    view.show_finding(findings[2])
    assert view.verticalScrollBar().value() == before


def test_the_margin_marks_findings_that_ask_for_a_decision(view, findings):
    assert view.findings_at(number_of(view, 6)) == (findings[0],)
    assert view.findings_at(number_of(view, 10)) == ()


def test_a_click_into_a_paragraph_chooses_its_finding(qtbot, view, findings):
    view.show_paragraph(8)
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, 8).center().toPoint())
    assert chosen.args == [findings[3]]


def test_the_column_stays_narrow_enough_to_read_in_a_wide_window(view):
    view.resize(1600, 600)
    frame = view.document().rootFrame().frameFormat()
    assert view.viewport().width() - frame.leftMargin() - frame.rightMargin() < 900


def test_a_dark_palette_changes_the_colours_of_the_redline(view):
    before = view.document().toHtml()
    dark = QPalette(QColor("#181b1f"))
    dark.setColor(QPalette.ColorRole.Base, QColor("#181b1f"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    view.setPalette(dark)
    assert view.document().toHtml() != before


@pytest.fixture
def linked(view, document, review):
    """The view of a document whose paragraph 3 leads to paragraph 14, to an address and to a comment."""
    text = document.paragraphs[3].text
    fields = {
        "links": (Link(span_of(text, "non-exclusive"), "https://example.org/policy"),),
        "comments": (MarginComment(span_of(text, "Weights"), "0", "Which?", "Ada"),),
    }
    paragraphs = (*document.paragraphs[:3], replace(document.paragraphs[3], **fields), *document.paragraphs[4:])
    reference = CrossReference(Place(3, span_of(text, "Provider")), "clause", "6", 14)
    view.show_review(replace(review, document=replace(document, paragraphs=paragraphs, references=(reference,))))
    return view


def follow(view, count):
    """Press Tab `count` times, then Enter."""
    view.setFocus()
    for _ in range(count):
        QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)


def test_a_reference_followed_by_keyboard_leads_there_and_back(linked):
    before = linked.verticalScrollBar().value()
    follow(linked, 1)
    assert 0 <= place_of(linked, 14).top() < linked.viewport().height()
    assert marked_words(linked) == ["Law"]
    QTest.keyClick(linked, Qt.Key.Key_Backspace)
    assert linked.verticalScrollBar().value() == before


def test_a_click_on_a_reference_follows_it_and_chooses_no_finding(qtbot, view, document, review):
    reference = CrossReference(Place(13, span_of(ENDING, "breach")), "clause", "1", 2)
    view.show_review(replace(review, document=replace(document, references=(reference,))))
    view.finding_chosen.connect(pytest.fail)
    view.show_view("original")
    view.show_paragraph(13)
    block = view.document().findBlockByNumber(number_of(view, 13))
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + block.text().index("breach") + 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert 0 <= place_of(view, 2).top() < view.viewport().height()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_address_is_never_opened_but_offered_to_be_copied(qtbot, linked, qapp):
    QDesktopServices.setUrlHandler("https", linked, "fail")
    try:
        follow(linked, 2)
        menu = linked.findChild(QMenu)
        qtbot.waitUntil(menu.isVisible)
        assert menu.actions()[0].text() == "https://example.org/policy"
        linked.findChild(QAction, "copyAddress").trigger()
        menu.close()
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert qapp.clipboard().text() == "https://example.org/policy"


def test_the_sign_of_a_comment_leads_to_its_thread(qtbot, linked):
    with qtbot.waitSignal(linked.thread_chosen) as chosen:
        follow(linked, 3)
    assert chosen.args == [1]


def test_what_a_link_leads_to_is_told_when_the_keyboard_is_on_it(qtbot, linked):
    linked.setFocus()
    with qtbot.waitSignal(linked.pointed) as pointed:
        QTest.keyClick(linked, Qt.Key.Key_Tab)
    assert pointed.args == ["Goes to 6: Law"]


def test_a_place_looked_up_has_its_words_marked(view):
    view.show_place(Place(13, span_of(ENDING, "delete every copy")))
    assert marked_words(view) == ["delete every copy"]
    assert 0 <= place_of(view, 13).top() < view.viewport().height()


def test_a_finding_chosen_after_it_takes_the_marks_back(view, findings):
    view.show_place(Place(13, span_of(ENDING, "delete every copy")))
    view.show_finding(findings[0])
    assert marked_words(view) == ["monthly active users", "5 million"]


def test_another_view_of_tracked_changes_is_shown_without_findings_and_redlines(view, document, findings):
    view.show_finding(findings[2])
    view.show_source(replace(document, view="original"))
    assert "thirty (30) days" not in view.toPlainText()
    assert marked_words(view) == []
    assert view._marks == {}


def test_places_of_the_review_are_found_in_another_view(view, document):
    gone = tuple(replace(each, index=index) for index, each in enumerate(document.paragraphs[1:]))
    view.show_source(replace(document, paragraphs=gone, view="original"))
    view.show_paragraph(15)
    assert 0 <= place_of(view, 14).top() < view.viewport().height()


def test_a_change_of_the_source_view_keeps_the_place_where_the_reader_is(view, document):
    view.show_paragraph(15)
    gone = tuple(replace(each, index=index) for index, each in enumerate(document.paragraphs[1:]))
    view.show_source(replace(document, paragraphs=gone, view="original"))
    assert 0 <= place_of(view, 14).top() < view.viewport().height()


def test_a_finding_chosen_in_another_view_comes_into_view_unmarked(view, document, findings):
    view.show_source(replace(document, view="original"))
    view.show_finding(findings[2])
    assert 0 <= place_of(view, 13).top() < view.viewport().height()
    assert marked_words(view) == []


def test_the_end_of_another_view_brings_findings_and_redlines_back(view, document, findings):
    view.show_source(replace(document, view="original"))
    view.show_source(None)
    assert "thirty (30) days" in view.toPlainText()
    assert view.findings_at(number_of(view, 6)) == (findings[0],)


def in_a_table(review, columns):
    paragraphs = tuple(
        replace(each, text="Responsibilities", cell=Cell(0, 0, each.index - 3), styles=())
        if 3 <= each.index < 3 + columns
        else each
        for each in review.document.paragraphs
    )
    return replace(review, redlines=(), document=replace(review.document, paragraphs=paragraphs))


def test_a_table_is_as_wide_as_the_column(view, review):
    view.resize(900, 500)
    view.show_review(in_a_table(review, 2))
    assert view.horizontalScrollBar().maximum() == 0


def test_a_short_column_keeps_its_words_whole_beside_a_long_one(view, review):
    view.resize(500, 300)
    paragraphs = list(review.document.paragraphs)
    paragraphs[6] = replace(paragraphs[6], text="12,000 a month", cell=Cell(0, 0, 0))
    paragraphs[7] = replace(paragraphs[7], text=SENTENCES, kind="body", cell=Cell(0, 0, 1))
    view.show_review(replace(review, document=replace(review.document, paragraphs=tuple(paragraphs))))
    layout = view.document().findBlockByNumber(number_of(view, 6)).layout()
    assert [layout.lineAt(0).textStart(), layout.lineAt(0).textLength() >= len("12,000")] == [0, True]


def test_a_table_with_many_columns_is_scrolled_and_breaks_no_words(view, review):
    view.resize(500, 300)
    view.show_review(in_a_table(review, 11))
    assert view.horizontalScrollBar().maximum() > 0
    assert {view.document().findBlockByNumber(number_of(view, index)).layout().lineCount() for index in (3, 9)} == {1}


def test_a_click_into_a_cell_chooses_its_finding(qtbot, view, review, findings):
    cells = {6: Cell(0, 0, 0), 7: Cell(0, 0, 1), 8: Cell(0, 0, 2)}
    paragraphs = tuple(replace(each, cell=cells.get(each.index)) for each in review.document.paragraphs)
    view.show_review(replace(review, document=replace(review.document, paragraphs=paragraphs)))
    view.show_paragraph(8)
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, 8).center().toPoint())
    assert chosen.args == [findings[3]]


def test_findings_in_one_row_of_a_table_share_their_place_in_the_margin(view, review, findings):
    cells = {6: Cell(0, 0, 0), 7: Cell(0, 0, 1), 8: Cell(0, 0, 2)}
    paragraphs = tuple(replace(each, cell=cells.get(each.index)) for each in review.document.paragraphs)
    view.show_review(replace(review, document=replace(review.document, paragraphs=paragraphs)))
    view.show_finding(findings[0])
    assert not view.grab().isNull()
    assert place_of(view, 6).right() <= place_of(view, 8).left()


def test_seventy_five_pages_are_written_in_less_than_half_a_second(view, review):
    many = tuple(
        Paragraph(index, SENTENCES, Anchor("", index), marker=f"{index}.", styles=(TextStyle(Span(4, 19), bold=True),))
        for index in range(800)
    )
    references = tuple(CrossReference(Place(index, Span(30, 40)), "clause", "1", 1) for index in range(800))
    long = replace(review, redlines=(), document=replace(review.document, paragraphs=many, references=references))
    begun = process_time()
    view.show_review(long)
    assert process_time() - begun < 0.5


@pytest.fixture
def uncovered(view, review):
    view.show_review(replace(review, uncovered=(Uncovered(3, ("duty", "data"), (Span(0, 3),)),)))
    return view


def margin_of(view, paragraph):
    """Return the margin beside a paragraph as an image."""
    place = place_of(view, paragraph)
    return view.viewport().grab(QRect(0, int(place.top()), int(view.column().left()) - 1, 24)).toImage()


def test_what_is_not_covered_is_marked_in_the_margin(view, uncovered, review):
    marked = margin_of(uncovered, 3)
    view.show_review(review)
    assert margin_of(view, 3) != marked


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # said of every tool tip
def test_the_mark_says_what_it_means(uncovered):
    place = place_of(uncovered, 3).topLeft().toPoint() + QPoint(0, 8)
    pointed = QPoint(4, place.y())
    QApplication.sendEvent(
        uncovered.viewport(), QHelpEvent(QEvent.Type.ToolTip, pointed, uncovered.viewport().mapToGlobal(pointed))
    )
    assert QToolTip.text() == "Duty, data: no clause type explains this; read it yourself"


def test_another_view_of_the_tracked_changes_has_no_such_marks(uncovered, review):
    marked = margin_of(uncovered, 3)
    uncovered.show_source(replace(review.document, view="marked"))
    assert margin_of(uncovered, 3) != marked


@pytest.fixture
def long_review(review):
    """The review of a document that is not written at once."""
    many = tuple(
        replace(review.document.paragraphs[index % 16], index=index, section=None)
        if index < 16
        else Paragraph(index, SENTENCES, Anchor("", index), marker=f"{index}.")
        for index in range(400)
    )
    return replace(review, document=replace(review.document, paragraphs=many, sections=()))


def test_a_long_document_is_written_bit_by_bit_and_all_of_it_in_the_end(qtbot, view, long_review):
    view.show_review(long_review)
    assert not view.is_finished
    assert 20 < len(view.written.numbers) < 400
    with qtbot.waitSignal(view.laid_out):
        pass
    assert view.is_finished
    assert list(view.written.numbers) == list(range(400))
    texts = [view.document().findBlockByNumber(view.written.numbers[index]).text() for index in (16, 399)]
    assert texts == [f"16.\t{SENTENCES}", f"399.\t{SENTENCES}"]


def test_a_place_that_is_not_written_yet_comes_into_view_once_it_is(qtbot, view, long_review):
    view.show_review(long_review)
    view.show_place(Place(390, Span(0, 4)))
    assert 390 not in view.written.numbers
    qtbot.waitUntil(lambda: view.is_finished)
    assert 0 <= place_of(view, 390).top() < view.viewport().height()
    assert marked_words(view) == ["Each"]


def test_who_scrolls_meanwhile_is_left_where_they_are(qtbot, view, long_review):
    view.show_review(long_review)
    view.show_paragraph(390)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.is_finished)
    assert place_of(view, 390).top() > view.viewport().height()


def test_another_document_takes_the_place_of_one_that_is_being_written(view, long_review, review):
    view.show_review(long_review)
    view.show_review(review)
    assert view.is_finished
    assert len(view.written.numbers) == 16


@pytest.fixture
def changed_blocks(view):
    """Give the numbers of blocks whose text is written from now on."""
    changed = set()

    def note(position, _removed, added):
        first = view.document().findBlock(position).blockNumber()
        changed.update(range(first, view.document().findBlock(position + max(added - 1, 0)).blockNumber() + 1))

    view.document().contentsChange.connect(note)
    return changed


def without(review, clause):
    return replace(review, redlines=tuple(each for each in review.redlines if each.clause != clause))


def test_a_decision_rewrites_only_the_paragraphs_that_it_changes(view, review, changed_blocks):
    view.show_review(without(review, "cure-period"))
    assert changed_blocks == {number_of(view, 13)}
    assert "thirty (30) days" not in view.toPlainText()


def test_a_decision_takes_new_paragraphs_away_and_brings_them_back(view, review):
    before = view.toPlainText()
    view.show_review(without(review, "warranty"))
    assert "Authority. The Provider" not in view.toPlainText()
    assert view.written.new == {}
    view.show_review(review)
    assert view.toPlainText() == before
    assert view.document().findBlockByNumber(view.written.new["warranty"][0]).text().startswith("(c)\tAuthority.")


def test_after_a_decision_marks_and_links_stand_where_they_stood(view, review, findings):
    view.show_finding(findings[2])
    before = marked_words(view), view.findings_at(number_of(view, 13))
    view.show_review(without(review, "warranty"))
    assert (marked_words(view), view.findings_at(number_of(view, 13))) == before


def test_a_decision_leaves_the_page_where_it_is(view, review):
    view.show_paragraph(15)
    before = place_of(view, 15).top()
    view.show_review(without(review, "warranty"))
    assert abs(place_of(view, 15).top() - before) <= 1


def test_the_chosen_finding_stays_chosen_in_a_review_with_decisions(view, review, findings):
    view.show_finding(findings[2])
    other = replace(findings[2], target=None)
    view.show_review(replace(review, findings=(*findings[:2], other, *findings[3:])))
    assert view._finding is other


def test_a_redline_is_previewed_until_that_ends(view, review):
    before = view.toPlainText()
    own = replace(review.redlines[1], edits=(Edit(13, span_of(ENDING, " at any time"), " for cause"),))
    view.preview(own)
    assert "for cause" in view.toPlainText()
    assert "thirty (30) days" not in view.toPlainText()
    view.preview(None)
    assert view.toPlainText() == before


def test_a_preview_leaves_everything_else_unwritten(view, review, changed_blocks):
    view.preview(replace(review.redlines[1], edits=(Edit(13, span_of(ENDING, " at any time"), " for cause"),)))
    assert changed_blocks == {number_of(view, 13)}


def html_of(view):
    """Return how the text is set, without the numbers that its blocks bear."""
    return re.sub(r"-qt-user-state:\d+;", "", view.document().toHtml())


def test_rewriting_a_cell_keeps_the_table_and_its_letters(view, review):
    cells = {6: Cell(0, 0, 0), 7: Cell(0, 0, 1), 13: Cell(0, 1, 0)}
    order = (*range(8), 13, *range(8, 13), 14, 15)
    paragraphs = tuple(
        replace(review.document.paragraphs[old], index=index, cell=cells.get(old)) for index, old in enumerate(order)
    )
    redline = replace(review.redlines[1], edits=(Edit(8, span_of(ENDING, " at any time"), " soon"),))
    document = replace(review.document, paragraphs=paragraphs)
    view.show_review(replace(review, document=document, redlines=()))
    view.show_review(replace(review, document=document, redlines=(redline,)))
    written = html_of(view)
    view._write()
    assert html_of(view) == written
    assert " soon" in view.toPlainText()


def places_of(view, words):
    """Return the positions of words in the text."""
    cursor, found = QTextCursor(view.document()), []
    while not (cursor := view.document().find(words, cursor)).isNull():
        found.append((cursor.selectionStart(), cursor.selectionEnd()))
    return found


def test_words_found_are_marked_beside_the_evidence_and_the_current_ones_come_into_view(view, findings):
    view.show_finding(findings[0])
    spans = places_of(view, "law")
    view.show_found(spans, len(spans) - 1)
    assert view.is_in_view(view.document().findBlock(spans[-1][0]).blockNumber())
    assert {"monthly active users", "law"} <= set(marked_words(view))
    current = next(mark for mark in view.extraSelections() if mark.cursor.selectionStart() == spans[-1][0])
    other = next(mark for mark in view.extraSelections() if mark.cursor.selectionStart() in dict(spans[:-1]))
    assert current.format.background() != other.format.background()
    view.show_found((), -1)
    assert marked_words(view) == ["monthly active users", "5 million"]


def test_only_words_found_that_are_in_view_are_marked(qtbot, view, long_review):
    view.show_review(long_review)
    qtbot.waitUntil(lambda: view.is_finished)
    spans = places_of(view, "Each")
    view.show_found(spans, -1)
    assert len(view.extraSelections()) < len(spans) / 4
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.extraSelections()[-1].cursor.selectionStart() in dict(spans)


def test_the_overview_tells_where_findings_and_changes_stand(view, findings):
    marks = view.overview()
    assert [mark.share for mark in marks] == sorted(mark.share for mark in marks)
    assert {mark.finding for mark in marks if mark.finding} == set(findings[:5])
    assert {mark.kind for mark in marks if not mark.finding} == {"inserted", "deleted"}
    last = next(mark.share for mark in marks if mark.finding == findings[2])
    assert 0.5 < last < 1


def test_the_original_shows_no_changes_in_the_overview(view):
    view.show_view("original")
    assert {mark.kind for mark in view.overview()} == {"finding"}


@pytest.mark.parametrize("verb", ["accept", "skip"])
def test_a_decided_finding_is_marked_otherwise_in_the_margin(view, findings, verb):
    view.show_paragraph(6)
    before = margin_of(view, 6)
    view.show_decisions({findings[0].clause.id: Decision(verb)})
    assert margin_of(view, 6) != before


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # said of every tool tip
def test_the_margin_says_what_a_mark_means_and_what_was_decided(view, findings):
    view.show_decisions({findings[0].clause.id: Decision("accept")})
    view.show_paragraph(6)
    pointed = place_of(view, 6).topLeft().toPoint() + QPoint(0, 8)
    pointed.setX(4)
    place = view.viewport().mapToGlobal(pointed)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, pointed, place))
    assert QToolTip.text() == "Critical: User threshold, accepted"


def test_a_new_width_leaves_the_paragraph_in_view_where_it_is(view):
    view.show_paragraph(11)
    kept = next(index for index in range(16) if view.is_in_view(number_of(view, index)))
    before = place_of(view, kept).top()
    view.resize(480, 260)
    assert abs(place_of(view, kept).top() - before) <= 1


def test_the_lines_of_a_long_text_are_broken_anew_once_the_width_has_settled(qtbot, view, review):
    many = tuple(Paragraph(index, SENTENCES, Anchor("", index)) for index in range(700))
    view.show_review(replace(review, redlines=(), document=replace(review.document, paragraphs=many, sections=())))
    qtbot.waitUntil(lambda: view.is_finished)
    width = view.lineWrapColumnOrWidth()
    with qtbot.waitSignal(view.laid_out):
        view.resize(500, 260)
        view.resize(480, 260)
        assert view.lineWrapColumnOrWidth() == width
    assert view.lineWrapColumnOrWidth() == view.viewport().width()
