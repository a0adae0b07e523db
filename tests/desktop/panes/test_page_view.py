from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.desktop import words
from app.desktop.page_marks import parts_of
from app.desktop.panes.page_view import PageView
from app.model.matter import Decision
from app.model.redline import Edit, Redline
from app.model.review import Uncovered
from app.model.span import Place, Span


@pytest.fixture
def view(qtbot, printed):
    view = PageView()
    qtbot.addWidget(view)
    view.resize(760, 420)
    with qtbot.waitExposed(view):
        view.show()
    view.show_review(printed)
    return view


@pytest.fixture
def drawn(qtbot, view):
    """The view with the page in view drawn."""
    draw(qtbot, view)
    return view


def draw(qtbot, view):
    qtbot.waitUntil(lambda: not view._settle.isActive() and not view._drawer.busy)


def place_of(view, printed, paragraph):
    """Return where the first part of a paragraph stands in the viewport."""
    return view.place_of(parts_of(printed.document.paragraphs[paragraph].boxes)[0])


def shot(view):
    return view.viewport().grab().toImage()


def is_near(colour, other, room=60):
    return all(abs(one - two) < room for one, two in zip(colour.getRgb()[:3], QColor(other).getRgb()[:3], strict=True))


def test_the_page_in_view_is_drawn(drawn):
    sheet = drawn.sheet_of(0)
    picture = drawn._drawer.picture_of(1)
    assert picture.image.width() == pytest.approx(sheet.width(), abs=1)


def test_words_stand_where_the_document_says(drawn, printed):
    place = place_of(drawn, printed, 0)
    picture = shot(drawn)
    rows = range(round(place.top()), round(place.bottom()))
    dark = [
        x
        for x in range(round(place.left()), round(place.right()))
        for y in rows
        if picture.pixelColor(x, y).lightness() < 120
    ]
    assert min(dark) - place.left() < 12
    assert place.right() - max(dark) < 12


def test_a_screen_reader_begins_at_the_first_page(view):
    assert view.currentIndex().row() == 0


def test_pages_are_as_wide_as_the_view(view):
    assert view.sheet_of(0).left() > 0
    assert view.horizontalScrollBar().maximum() == 0


def test_the_paragraph_of_the_chosen_finding_comes_into_view(view, printed, findings):
    view.show_finding(findings[2])
    assert 0 <= place_of(view, printed, 13).top() < view.viewport().height()


def test_a_missing_clause_shows_where_it_would_be_inserted(view, printed, findings):
    view.show_finding(findings[4])
    assert 0 <= place_of(view, printed, 11).top() < view.viewport().height()


def test_what_is_in_view_already_does_not_move(view, findings):
    view.show_finding(findings[0])
    before = view.verticalScrollBar().value()
    view.show_finding(findings[3])
    view.show_finding(findings[0])
    assert view.verticalScrollBar().value() == before


def test_the_words_of_the_chosen_finding_get_a_ground(qtbot, drawn, printed, findings):
    plain = shot(drawn)
    drawn.show_finding(findings[0])
    draw(qtbot, drawn)
    million = view_place(drawn, printed, 6, "million")
    corner = QPoint(round(million.left()), round(million.top()))
    assert plain.pixelColor(corner) == QColor("white")
    assert is_near(shot(drawn).pixelColor(corner), "#fbe9a6")


def view_place(view, printed, paragraph, word):
    """Return where a word stands in the viewport."""
    text = printed.document.paragraphs[paragraph].text
    boxes = printed.document.paragraphs[paragraph].boxes
    return view.place_of(parts_of([box for box in boxes if box.start == text.index(word)])[0])


def test_words_struck_have_a_line_through_them(qtbot, drawn, printed):
    drawn.show_paragraph(11)
    draw(qtbot, drawn)
    place = view_place(drawn, printed, 11, "related")
    picture = shot(drawn)
    middle = round(place.top() + 0.55 * place.height())
    columns = [
        [picture.pixelColor(x, y) for y in range(middle - 1, middle + 2)]
        for x in range(round(place.left()) + 1, round(place.right()) - 1)
    ]
    assert all(any(colour.red() > colour.green() + 40 for colour in column) for column in columns)


def test_the_original_view_shows_no_redlines(qtbot, drawn):
    drawn.show_paragraph(11)
    draw(qtbot, drawn)
    redlined = shot(drawn)
    drawn.show_view("original")
    assert shot(drawn) != redlined


def test_a_click_on_marked_words_chooses_the_finding(qtbot, view, printed, findings):
    place = place_of(view, printed, 6).center().toPoint()
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [findings[0]]


def test_a_click_on_the_badge_beside_the_page_chooses_the_finding(qtbot, view, printed, findings):
    view.show_paragraph(8)
    badge = QPoint(round(view.sheet_of(0).left()) - 20, round(place_of(view, printed, 8).top()) + 5)
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=badge)
    assert chosen.args == [findings[3]]


def test_a_second_click_chooses_the_next_finding_of_the_paragraph(qtbot, view, printed, findings):
    view.show_finding(findings[1])
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        place = place_of(view, printed, 11).center().toPoint()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [findings[4]]


def test_a_click_on_unmarked_words_chooses_nothing(qtbot, view, printed):
    with qtbot.assertNotEmitted(view.finding_chosen):
        place = place_of(view, printed, 1).center().toPoint()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # said of every tool tip
def test_a_caret_says_what_goes_in_and_runs_nothing(view, printed):
    markup = replace(
        printed, redlines=(Redline("indemnity", (Edit(11, Span(104, 104), " <b>or</b> <img src='file:x'>"),)),)
    )
    view.show_review(markup)
    view.show_paragraph(11)
    last = printed.document.paragraphs[11].boxes[-1]
    place = view.place_of(parts_of([last])[0])
    pointed = QPoint(round(place.right()), round(place.center().y()))
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, pointed, view.viewport().mapToGlobal(pointed))
    )
    assert QToolTip.text() == "Insert: &lt;b&gt;or&lt;/b&gt; &lt;img src=&#x27;file:x&#x27;&gt;"


def test_a_preview_is_marked_until_it_ends(qtbot, drawn):
    drawn.show_paragraph(11)
    draw(qtbot, drawn)
    before = shot(drawn)
    drawn.preview(Redline("indemnity", (Edit(11, Span(0, 8), ""),)))
    draw(qtbot, drawn)
    previewed = shot(drawn)
    drawn.preview(None)
    draw(qtbot, drawn)
    assert previewed != before
    assert shot(drawn) == before


@pytest.mark.parametrize(("key", "is_larger"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_the_pages_are_zoomed_with_the_keyboard(qtbot, view, key, is_larger):
    before = view.scale
    qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert (view.scale > before) is is_larger


def test_zooming_keeps_the_place(view, printed):
    view.show_paragraph(13)
    top = place_of(view, printed, 13).top()
    view.zoom(1)
    assert place_of(view, printed, 13).top() == pytest.approx(top * 1.2, abs=20)


def test_ctrl_0_fits_the_pages_to_the_width_again(qtbot, view):
    before = view.scale
    view.zoom(3)
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.scale == before


def test_a_wider_view_shows_larger_pages(view):
    before = view.scale
    view.resize(1000, 420)
    assert view.scale > before


def test_end_and_home_lead_to_the_last_and_first_page(qtbot, view):
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert (bar.value(), view.currentIndex().row()) == (bar.maximum(), 1)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_page_down_goes_on_by_what_was_in_view(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert 0 < view.verticalScrollBar().value() < view.viewport().height()


def test_words_found_are_brought_into_view(view, printed):
    view.show_found((Place(0, Span(0, 7)), Place(15, Span(4, 7))), 1)
    assert 0 <= place_of(view, printed, 15).top() < view.viewport().height()


def test_the_paragraphs_in_view_are_known(view):
    view.show_paragraph(12)
    assert view.in_view()[0] in range(8, 13)
    assert 12 in view.in_view()


def test_a_page_that_cannot_be_drawn_says_why(qtbot, view, printed):
    broken = replace(printed.document, data=b"no pdf", sha256="4" * 64)
    view.show_review(replace(printed, document=broken))
    draw(qtbot, view)
    assert "damaged" in view._painter._told(broken.page_list[0])


def test_pages_without_size_and_of_monstrous_size_are_laid_out(view, printed):
    sizes = ((0.0, 0.0), (1e9, 1e9), (1.0, 2.0))
    pages = tuple(
        replace(printed.document.page_list[0], number=n + 1, width=w, height=h) for n, (w, h) in enumerate(sizes)
    )
    view.show_review(replace(printed, document=replace(printed.document, page_list=pages, sha256="5" * 64)))
    assert 0 < view.sheet_of(1).width() <= 20_000 * 6


def test_nothing_is_drawn_while_nothing_is_seen(drawn):
    drawn.hide()
    drawn.verticalScrollBar().setValue(drawn.verticalScrollBar().maximum())
    drawn._want_pages()
    assert not drawn._drawer.busy


def test_the_overview_tells_where_findings_and_changes_stand(view, findings):
    marks = view.overview()
    shares = {mark.finding: mark.share for mark in marks if mark.finding is not None}
    assert 0 < shares[findings[0]] < shares[findings[3]] < 0.5 < shares[findings[1]] < shares[findings[2]] < 1
    assert {mark.kind for mark in marks} == {"finding", "deleted", "inserted"}


def test_the_overview_of_another_place_is_the_same(view):
    before = view.overview()
    view.show_paragraph(15)
    assert view.overview() == before


def test_what_is_decided_is_told_apart(qtbot, drawn, findings):
    before = shot(drawn)
    drawn.show_decisions({findings[0].clause.id: Decision("skip")})
    draw(qtbot, drawn)
    assert shot(drawn) != before


def test_the_tip_of_a_mark_says_what_was_decided(view, printed, findings):
    view.show_decisions({findings[0].clause.id: Decision("skip")})
    marks = view._pages.marks_of(1)
    place = place_of(view, printed, 6).center()
    told = words.decision_word(Decision("skip"))
    assert view._painter.tip_at(place, view.sheet_of(0), marks) == f"Critical: User threshold, {told}"


def test_what_no_clause_type_explains_is_marked_and_told(qtbot, drawn, printed):
    before = shot(drawn)
    drawn.show_review(replace(printed, uncovered=(Uncovered(3, ("duty", "data"), (Span(0, 3),)),)))
    draw(qtbot, drawn)
    assert shot(drawn) != before
    told = drawn._painter.tip_at(place_of(drawn, printed, 3).center(), drawn.sheet_of(0), drawn._pages.marks_of(1))
    assert told == "Duty, data: no clause type explains this; read it yourself"
