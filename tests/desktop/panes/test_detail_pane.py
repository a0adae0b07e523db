from dataclasses import replace

import pytest

from app.desktop.panes.detail_pane import DetailPane
from app.model.span import Place, Span


@pytest.fixture
def pane(qtbot):
    pane = DetailPane()
    qtbot.addWidget(pane)
    return pane


def test_nothing_is_shown_before_a_finding_is_chosen(pane):
    assert not pane._page.isVisibleTo(pane)


def test_the_words_are_quoted_with_their_place(pane, review, findings):
    pane.show_finding(review, findings[0])
    assert "Products with more than 5 million monthly active users" in pane.says.body.text()
    assert "→&nbsp;2" in pane.says.body.text()


def test_a_missing_clause_is_silence(pane, review, findings):
    pane.show_finding(review, findings[4])
    assert "silent" in pane.says.body.text()


def test_facts_are_shown_with_their_value(pane, review, findings):
    pane.show_finding(review, findings[0])
    assert "5,000,000" in pane.facts.body.text()


def test_the_ladder_shows_where_the_document_stands_and_what_is_asked(pane, review, findings):
    pane.show_finding(review, findings[2])
    asked, fallback, reached = pane.ladder.body.text().split("</p>")[:3]
    assert "we ask for this" in asked
    assert "✗ Cure days must be at least 15 (is 0)" in fallback
    assert "the document stands here" in reached


def test_the_redline_strikes_and_underlines(pane, review, findings):
    pane.show_finding(review, findings[2])
    assert "<s> at any time</s>" in pane.redline.body.text()
    assert "<u> and do not cure the breach" in pane.redline.body.text()


def test_the_redline_says_how_much_of_the_clause_it_writes_anew(pane, review, findings):
    redlines = tuple(replace(redline, rewritten=0.123) for redline in review.redlines)
    pane.show_finding(replace(review, redlines=redlines), findings[2])
    assert "12 % of the clause rewritten" in pane.redline.body.text()


def test_the_internal_note_stands_on_a_ground_of_its_own(pane, review, findings):
    pane.show_finding(review, findings[2])
    assert pane.note.objectName() == "noteGround"
    assert pane.note.body.text() == "Fallback: 15 days. Below that we walk."


def test_comment_and_note_are_shown_as_plain_text(pane, review, findings):
    pane.show_finding(review, findings[2])
    assert pane.comment.body.text() == "A cure period lets both sides mend a mistake."


def test_a_claim_is_shown_with_its_source_and_state(pane, review, findings):
    pane.show_finding(review, findings[0])
    assert "Trade survey 2025 (disputed)" in pane.sources.body.text()


def test_parts_with_nothing_to_say_are_hidden(pane, review, findings):
    pane.show_finding(review, findings[0])
    assert not pane.redline.isVisibleTo(pane)
    assert not pane.comment.isVisibleTo(pane)


def test_a_link_leads_to_its_place(qtbot, pane, review, findings):
    pane.show_finding(review, findings[0])
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        pane.facts.body.linkActivated.emit("place:6:24:33")
    assert chosen.args == [Place(6, Span(24, 33))]
