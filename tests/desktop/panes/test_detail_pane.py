from dataclasses import replace

import pytest

from app.desktop.panes.detail_pane import DetailPane
from app.model.review import Fact, Match, Related
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
    assert "→\u00a02" in pane.says.body.text()


def with_reading(finding, **fields):
    return replace(finding, reading=replace(finding.reading, **fields))


def test_a_quote_is_followed_by_what_its_score_is_made_of(pane, review, findings):
    parts = (("cues", 0.9), ("classifier", 0.875), ("heading", 0.3))
    match = replace(findings[0].reading.matches[0], score=0.963, parts=parts, threshold=0.45)
    pane.show_finding(review, with_reading(findings[0], matches=(match,)))
    said = "Score 0.96: cues 0.90, classifier 0.88, heading 0.30; 0.45 is enough"
    assert said in pane.says.body.text()


@pytest.fixture
def wide(findings):
    """A finding that five paragraphs carry."""
    matches = tuple(Match("indemnity", index, 0.9, (("cues", 0.9),), ()) for index in (1, 3, 6, 8, 11))
    return with_reading(findings[1], matches=matches)


def test_three_paragraphs_are_quoted_and_the_rest_is_counted(pane, review, wide):
    pane.show_finding(review, wide)
    assert pane.says.body.text().count("Score") == 3
    assert '<a style="color:#1d5f7a" href="all:says">and in 2 more paragraphs: show them</a>' in pane.says.body.text()


def test_the_rest_is_shown_on_request(pane, review, wide):
    pane.show_finding(review, wide)
    pane.says.body.linkActivated.emit("all:says")
    assert pane.says.body.text().count("Score") == 5
    assert "all:" not in pane.says.body.text()


def test_the_next_finding_begins_short_again(pane, review, findings, wide):
    pane.show_finding(review, wide)
    pane.says.body.linkActivated.emit("all:says")
    pane.show_finding(review, findings[0])
    pane.show_finding(review, wide)
    assert pane.says.body.text().count("Score") == 3


def related(kind, paragraph, why, span=None):
    return Related(kind, Place(paragraph, span or Span(0, 12)), 6, why)


def test_words_elsewhere_stand_with_what_ties_them_their_place_and_a_link(pane, review, findings):
    words = related("definition", 10, "defines “party”", Span(0, 24))
    pane.show_finding(review, with_reading(findings[0], related=(words,)))
    said = pane.elsewhere.body.text()
    assert "Defines “party”" in said
    assert "Between the parties, you" in said
    assert 'href="place:10:0:24">→\u00a04(a)</a>' in said


def test_an_exception_stands_first_and_is_marked(pane, review, findings):
    words = (related("definition", 10, "defines “party”"), related("exception", 15, "this clause is limited by 6"))
    pane.show_finding(review, with_reading(findings[0], related=words))
    first, second = pane.elsewhere.body.text().split("</p>")[:2]
    assert "<b>▲ Exception</b>" in first
    assert "This clause is limited by 6" in first
    assert "Exception" not in second


def test_every_exception_and_two_of_each_other_kind_are_shown_at_first(pane, review, findings):
    exceptions = [related("exception", index, f"exception {index}") for index in (8, 10, 11, 13)]
    items = [related("item", index, f"item {index}") for index in (3, 4, 15)]
    pane.show_finding(review, with_reading(findings[0], related=(*items, *exceptions)))
    assert pane.elsewhere.body.text().count("<p ") == 7
    assert "and 1 more: show it" in pane.elsewhere.body.text()
    pane.elsewhere.body.linkActivated.emit("all:elsewhere")
    assert "Item 15" in pane.elsewhere.body.text()


def test_long_words_elsewhere_are_shortened(pane, review, findings):
    long = replace(review.document.paragraphs[10], text="Derivative means " + "a changed copy or " * 40)
    paragraphs = (*review.document.paragraphs[:10], long, *review.document.paragraphs[11:])
    changed = replace(review, document=replace(review.document, paragraphs=paragraphs))
    words = related("definition", 10, "defines “Derivative”", Span(0, len(long.text)))
    pane.show_finding(changed, with_reading(findings[0], related=(words,)))
    assert "a changed copy or a …" in pane.elsewhere.body.text()
    assert pane.elsewhere.body.text().count("a changed copy") < 10


def test_of_several_carrying_paragraphs_the_one_they_bear_on_is_named(pane, review, findings):
    second = replace(findings[0].reading.matches[0], paragraph=8)
    matches = (*findings[0].reading.matches, second)
    words = related("definition", 10, "defines “party”")
    pane.show_finding(review, with_reading(findings[0], matches=matches, related=(words,)))
    assert "for 2" in pane.elsewhere.body.text()


def test_without_words_elsewhere_the_part_is_hidden(pane, review, findings):
    pane.show_finding(review, findings[0])
    assert not pane.elsewhere.isVisibleTo(pane)


def test_a_derived_fact_has_its_derivation_on_a_line_of_its_own(pane, review, findings):
    fact = replace(findings[0].reading.facts[0], derivation="“5 million” counts as 5,000,000")
    pane.show_finding(review, with_reading(findings[0], facts=(fact,)))
    assert "“5 million” counts as 5,000,000</span></td></tr>" in pane.facts.body.text()


def test_facts_of_a_silent_clause_share_one_line_that_says_so(pane, review, findings):
    silent = tuple(Fact(key, value=False, place=None, derivation="the clause says nothing of it") for key in ("a", "b"))
    pane.show_finding(review, with_reading(findings[0], facts=(*silent, *findings[0].reading.facts)))
    said = pane.facts.body.text()
    assert said.count("The clause says nothing of it:") == 1
    assert said.index("Threshold") < said.index("The clause says nothing of it:") < said.index("A</span>")


def test_nothing_is_cut_off_in_a_narrow_pane(qtbot, pane, review, findings):
    fact = Fact("counted_under_common_control", "the parent and its affiliates together", Place(6, Span(24, 33)))
    pane.resize(280, 400)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_finding(review, with_reading(findings[0], facts=(fact,)))
    qtbot.waitUntil(lambda: pane.facts.body.minimumSizeHint().width() <= pane.facts.width() <= pane.viewport().width())


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
