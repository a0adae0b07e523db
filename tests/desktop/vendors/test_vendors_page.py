import pytest
from PySide6.QtCore import Qt, QUrl

from app.desktop.look import Look
from app.desktop.vendors.vendors_page import VendorsPage
from app.model.span import Place, Span


@pytest.fixture
def page(qtbot, matrix):
    page = VendorsPage()
    qtbot.addWidget(page)
    page.resize(1000, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.show_matrix(matrix)
    return page


def detail(page):
    return page.detail.toPlainText().replace("\xa0", " ")


def test_the_chosen_cell_is_told_below(page):
    page.table.choose("cure-period", 1)
    assert detail(page).startswith("Cure period  Vendor B")


def test_columns_are_ranked_in_one_line(page):
    told = [chip.text() for chip in page.ranking.chips]
    assert told == ["1. Vendor A · 66.7 %", "2. Cloud · 50.0 %", "3. Vendor B · 0.0–33.3 %"]


def test_a_rank_leads_to_its_reasons_and_to_its_column(qtbot, page):
    qtbot.mouseClick(page.ranking.chips[1], Qt.MouseButton.LeftButton)
    assert detail(page).startswith("Cloud  Rank 2 of 3")
    assert page.table.column == 2
    assert [chip.isChecked() for chip in page.ranking.chips] == [False, True, False]


def test_no_rank_is_marked_once_a_cell_is_shown(page):
    page.show_reasons(0)
    page.table.choose("indemnity", 0)
    assert not any(chip.isChecked() for chip in page.ranking.chips)


def test_a_reason_leads_to_its_row_whatever_the_filters_hide(page):
    page.filters.search.setText("indemnity")
    page.show_reasons(2)
    page.detail.anchorClicked.emit(QUrl("row:cure-period"))
    assert (page.filters.search.text(), detail(page)[:18]) == ("", "Cure period  Cloud")


def test_a_link_asks_for_the_place_in_its_layer(qtbot, page):
    page.table.choose("cure-period", 2)
    with qtbot.waitSignal(page.place_asked) as told:
        page.detail.anchorClicked.emit(QUrl("place:1:13:0:12"))
    assert told.args == [2, 1, Place(13, Span(0, 12))]


def test_opening_a_cell_asks_for_the_words_that_it_rests_on(qtbot, page):
    page.table.choose("cure-period", 2)
    with qtbot.waitSignal(page.place_asked) as told:
        page.table.activated.emit(page.table.currentIndex())
    assert told.args == [2, 1, Place(13, Span(0, 12))]


def test_a_cell_without_words_has_no_place(qtbot, page):
    page.table.choose("warranty", 1)
    with qtbot.assertNotEmitted(page.place_asked):
        page.table.activated.emit(page.table.currentIndex())


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda filters: filters.differing.click(), "2 of 3 clause types"),
        (lambda filters: filters.applying.click(), "4 clause types"),
        (lambda filters: filters.chips["high"].click(), "2 of 3 clause types"),
        (lambda filters: filters.search.setText("nothing of it"), "No clause type fits. Take out a word or a filter."),
    ],
)
def test_filters_say_how_many_rows_are_left(page, act, told):
    assert page.filters.count.text() == "3 clause types"
    act(page.filters)
    assert page.filters.count.text() == told


def test_a_document_is_read_beside_the_detail_and_closed_again(qtbot, page, review):
    page.show_document("Vendor A", review, Place(13, Span(0, 12)))
    assert (page.place.title.text(), page.place.isVisible()) == ("Vendor A", True)
    qtbot.waitUntil(lambda: bool(page.place.reading.extraSelections()))
    page.close_document()
    assert (page.place.isVisible(), page.focusWidget()) == (False, page.table)


def test_the_panes_are_reached_one_after_another(page):
    page.table.setFocus()
    page.focus_next_pane()
    assert page.focusWidget() is page.detail
    page.focus_next_pane(-1)
    page.focus_next_pane(-1)
    assert page.focusWidget() is page.filters.search


def test_without_columns_the_page_says_how_to_begin(page):
    page.show_matrix(None)
    assert page.add.isVisible()
    assert not page.table.isVisible()


def test_the_page_follows_the_palette(page, wardrobe, qtbot):
    page.table.choose("cure-period", 0)
    before = page.detail.toHtml()
    wardrobe.wear(Look(theme="dark"))
    qtbot.waitUntil(lambda: page.detail.toHtml() != before)
