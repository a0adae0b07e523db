from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.side_pane import SidePane
from app.model.marks import MarginComment
from app.model.proofreading import Flaw
from app.model.review import Uncovered
from app.model.span import Place, Span

COMMENTS = (
    MarginComment(Span(4, 12), "0", "Who is this?", "Ada Reviewer", "2026-03-31T10:00:00Z"),
    MarginComment(Span(4, 12), "1", "The licensor.", "Ben Counsel", reply_to="0"),
)


@pytest.fixture
def side(qtbot):
    side = SidePane()
    qtbot.addWidget(side)
    with qtbot.waitExposed(side):
        side.show()
    return side


@pytest.fixture
def commented(review):
    paragraphs = list(review.document.paragraphs)
    paragraphs[3] = replace(paragraphs[3], comments=COMMENTS)
    return replace(review, document=replace(review.document, paragraphs=tuple(paragraphs)))


def test_it_begins_with_the_outline(side, review):
    side.show_review(review, ())
    assert side.navigator.isVisible()
    assert side.panes() == (side.navigator.outline_view, side.navigator.clause_view)


@pytest.mark.parametrize("name", ["facts", "uncovered", "flaws", "comments"])
def test_a_chip_turns_to_its_pane(qtbot, side, commented, name):
    side.show_review(commented, ())
    pane = getattr(side, name)
    qtbot.mouseClick(side.chips[pane], Qt.MouseButton.LeftButton)
    assert pane.isVisible()
    assert side.panes() == (pane.tree,)


def test_flaws_are_counted_and_stay_in_the_background(side, review):
    side.show_review(review, (Flaw("placeholder", Place(3, Span(0, 1)), "A blank is left."),))
    assert side.chips[side.flaws].text() == "Proofreading 1"
    assert not side.flaws.isVisible()


def test_what_is_not_covered_is_counted(side, review):
    side.show_review(replace(review, uncovered=(Uncovered(4, ("duty",), (Span(0, 6),)),)), ())
    assert side.chips[side.uncovered].text() == "Not covered 1"


def test_large_letters_cut_off_no_chip(qtbot, side, review):
    side.show_review(review, ())
    font = side.font()
    font.setPointSizeF(font.pointSizeF() * 3)
    side.setFont(font)
    qtbot.waitUntil(lambda: side.minimumSizeHint().width() > side.chips[side.flaws].sizeHint().width() > 200)


def test_comments_are_counted_without_replies(side, commented):
    side.show_review(commented, ())
    assert side.chips[side.comments].text() == "Comments 1"


def test_a_document_without_comments_offers_none(side, commented, review):
    side.show_review(commented, ())
    side.turn_to(side.comments)
    side.show_review(review, ())
    assert side.chips[side.comments].isHidden()
    assert side.navigator.isVisible()


def test_a_comment_is_shown_with_author_date_and_replies(side, commented):
    side.show_review(commented, ())
    side.show_thread(1)
    row = side.comments.tree.current_row()
    assert (row.aside, row.caption, row.text) == ("C1", "Ada Reviewer · 2026-03-31 10:00", "Who is this?")
    assert [reply.text for reply in row.under] == ["The licensor."]


def test_a_comment_leads_to_its_words(qtbot, side, commented):
    side.show_review(commented, ())
    side.show_thread(1)
    with qtbot.waitSignal(side.place_chosen) as chosen:
        qtbot.keyClick(side.comments.tree, Qt.Key.Key_Return)
    assert chosen.args == [Place(3, Span(4, 12))]


def test_the_panes_obey_qts_contract(side, commented, qtmodeltester):
    side.show_review(commented, ())
    qtmodeltester.check(side.facts.tree.rows)
    qtmodeltester.check(side.comments.tree.rows)


def test_a_chip_counts_only_what_there_is(side, review):
    side.show_review(replace(review, uncovered=()), ())
    assert side.chips[side.flaws].text() == "Proofreading"
    assert side.chips[side.uncovered].text() == "Not covered"
