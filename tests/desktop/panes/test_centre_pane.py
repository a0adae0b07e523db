import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.centre_pane import CentrePane


@pytest.fixture
def centre(qtbot):
    centre = CentrePane()
    qtbot.addWidget(centre)
    centre.resize(760, 420)
    with qtbot.waitExposed(centre):
        centre.show()
    return centre


def test_a_document_without_pages_is_shown_as_text_alone(centre, review):
    centre.show_review(review)
    assert centre.face == "text"
    assert not centre.faces["pages"].isVisible()


def test_a_pdf_can_be_shown_as_pages(qtbot, centre, printed):
    centre.show_review(printed)
    qtbot.mouseClick(centre.faces["pages"], Qt.MouseButton.LeftButton)
    assert centre.pages.isVisible()


def test_pages_are_what_is_shown_of_the_next_pdf_too(centre, review, printed):
    centre.show_review(printed)
    centre.show_face("pages")
    centre.show_review(review)
    centre.show_review(printed)
    assert centre.face == "pages"


def test_the_chosen_finding_is_in_view_on_the_pages_too(centre, printed, findings):
    centre.show_review(printed)
    centre.show_finding(findings[2])
    centre.show_face("pages")
    assert centre.pages.first_in_view() in range(9, 14)


def test_a_finding_chosen_on_a_page_is_passed_on(qtbot, centre, printed, findings):
    centre.show_review(printed)
    centre.show_face("pages")
    with qtbot.waitSignal(centre.finding_chosen) as chosen:
        centre.pages.finding_chosen.emit(findings[1])
    assert chosen.args == [findings[1]]
