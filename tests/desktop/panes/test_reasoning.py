from dataclasses import replace

import pytest

from app.desktop import theme
from app.desktop.detail_text import DetailText
from app.desktop.panes.reasoning import Reasoning
from app.model.review import Fact, Match, Related
from app.model.span import Place, Span


@pytest.fixture
def chain(qtbot):
    """The chain with all its evidence open."""
    chain = Reasoning()
    qtbot.addWidget(chain)
    chain.open_evidence()
    return chain


def show(chain, review, finding):
    chain.show_finding(review, finding, DetailText(theme.colours(chain.palette()), "Serif"))


def test_the_words_are_quoted_with_their_place(chain, review, findings):
    show(chain, review, findings[0])
    assert "Products with more than 5 million monthly active users" in chain.says.body.text()
    assert "→\u00a02" in chain.says.body.text()


def with_reading(finding, **fields):
    return replace(finding, reading=replace(finding.reading, **fields))


def test_a_quote_is_followed_by_what_its_score_is_made_of(chain, review, findings):
    parts = (("cues", 0.9), ("classifier", 0.875), ("heading", 0.3))
    match = replace(findings[0].reading.matches[0], score=0.963, parts=parts, threshold=0.45)
    show(chain, review, with_reading(findings[0], matches=(match,)))
    said = "Score 0.96: cues 0.90, classifier 0.88, heading 0.30; 0.45 is enough"
    assert said in chain.says.body.text()


@pytest.fixture
def wide(findings):
    """A finding that five paragraphs carry."""
    matches = tuple(Match("indemnity", index, 0.9, (("cues", 0.9),), ()) for index in (1, 3, 6, 8, 11))
    return with_reading(findings[1], matches=matches)


def test_three_paragraphs_are_quoted_and_the_rest_is_counted(chain, review, wide):
    show(chain, review, wide)
    assert chain.says.body.text().count("Score") == 3
    assert '<a style="color:#1d5f7a" href="all:says">and in 2 more paragraphs: show them</a>' in chain.says.body.text()


def test_the_rest_is_shown_on_request(chain, review, wide):
    show(chain, review, wide)
    chain.says.body.linkActivated.emit("all:says")
    assert chain.says.body.text().count("Score") == 5
    assert "all:" not in chain.says.body.text()


def test_closed_evidence_is_short_again(chain, review, wide):
    show(chain, review, wide)
    chain.says.body.linkActivated.emit("all:says")
    chain.close_evidence()
    chain.open_evidence()
    assert chain.says.body.text().count("Score") == 3


def test_in_short_the_deciding_words_are_quoted_without_a_score(chain, review, wide):
    chain.close_evidence()
    show(chain, review, wide)
    assert "This licence is between" in chain.says.body.text()
    assert "Score" not in chain.says.body.text()


def related(kind, paragraph, why, span=None):
    return Related(kind, Place(paragraph, span or Span(0, 12)), 6, why)


def test_words_elsewhere_stand_with_what_ties_them_their_place_and_a_link(chain, review, findings):
    words = related("definition", 10, "defines “party”", Span(0, 24))
    show(chain, review, with_reading(findings[0], related=(words,)))
    said = chain.elsewhere.body.text()
    assert "Defines “party”" in said
    assert "Between the parties, you" in said
    assert 'href="place:10:0:24">→\u00a04(a)</a>' in said


def test_an_exception_stands_first_and_is_marked(chain, review, findings):
    words = (related("definition", 10, "defines “party”"), related("exception", 15, "this clause is limited by 6"))
    show(chain, review, with_reading(findings[0], related=words))
    first, second = chain.elsewhere.body.text().split("</p>")[:2]
    assert "<b>▲ Exception</b>" in first
    assert "This clause is limited by 6" in first
    assert "Exception" not in second


def test_in_short_exceptions_are_shown_and_nothing_else_elsewhere(chain, review, findings):
    words = (related("definition", 10, "defines “party”"), related("exception", 15, "this clause is limited by 6"))
    chain.close_evidence()
    show(chain, review, with_reading(findings[0], related=words))
    assert "This clause is limited by 6" in chain.elsewhere.body.text()
    assert "Defines" not in chain.elsewhere.body.text()


def test_every_exception_and_two_of_each_other_kind_are_shown_at_first(chain, review, findings):
    exceptions = [related("exception", index, f"exception {index}") for index in (8, 10, 11, 13)]
    items = [related("item", index, f"item {index}") for index in (3, 4, 15)]
    show(chain, review, with_reading(findings[0], related=(*items, *exceptions)))
    assert chain.elsewhere.body.text().count("<p ") == 7
    assert "and 1 more: show it" in chain.elsewhere.body.text()
    chain.elsewhere.body.linkActivated.emit("all:elsewhere")
    assert "Item 15" in chain.elsewhere.body.text()


def test_long_words_elsewhere_are_shortened(chain, review, findings):
    long = replace(review.document.paragraphs[10], text="Derivative means " + "a changed copy or " * 40)
    paragraphs = (*review.document.paragraphs[:10], long, *review.document.paragraphs[11:])
    changed = replace(review, document=replace(review.document, paragraphs=paragraphs))
    words = related("definition", 10, "defines “Derivative”", Span(0, len(long.text)))
    show(chain, changed, with_reading(findings[0], related=(words,)))
    assert "a changed copy or a …" in chain.elsewhere.body.text()
    assert chain.elsewhere.body.text().count("a changed copy") < 10


def test_of_several_carrying_paragraphs_the_one_they_bear_on_is_named(chain, review, findings):
    second = replace(findings[0].reading.matches[0], paragraph=8)
    matches = (*findings[0].reading.matches, second)
    words = related("definition", 10, "defines “party”")
    show(chain, review, with_reading(findings[0], matches=matches, related=(words,)))
    assert "for 2" in chain.elsewhere.body.text()


def test_without_words_elsewhere_the_part_is_hidden(chain, review, findings):
    show(chain, review, findings[0])
    assert not chain.elsewhere.isVisibleTo(chain)


def test_a_derived_fact_has_its_derivation_on_a_line_of_its_own(chain, review, findings):
    fact = replace(findings[0].reading.facts[0], derivation="“5 million” counts as 5,000,000")
    show(chain, review, with_reading(findings[0], facts=(fact,)))
    assert (
        '<br><span style="color:#56606b; font-size:small">“5 million” counts as 5,000,000</span></p>'
        in chain.facts.body.text()
    )


def test_facts_of_a_silent_clause_share_one_line_that_says_so(chain, review, findings):
    silent = tuple(Fact(key, value=False, place=None, derivation="the clause says nothing of it") for key in ("a", "b"))
    show(chain, review, with_reading(findings[0], facts=(*silent, *findings[0].reading.facts)))
    said = chain.facts.body.text()
    assert said.count("The clause says nothing of it:") == 1
    assert said.index("Threshold") < said.index("The clause says nothing of it:") < said.index("A:</span>")


def test_a_missing_clause_is_silence(chain, review, findings):
    show(chain, review, findings[4])
    assert "silent" in chain.says.body.text()


def test_facts_are_shown_with_their_value(chain, review, findings):
    show(chain, review, findings[0])
    assert "5,000,000" in chain.facts.body.text()


def test_in_short_the_facts_are_those_that_the_best_position_was_tested_on(chain, review, findings):
    other = Fact("notice", value=True, place=Place(13, Span(0, 3)))
    chain.close_evidence()
    show(chain, review, with_reading(findings[2], facts=(other, *findings[2].reading.facts)))
    assert "Cure days" in chain.facts.body.text()
    assert "Notice" not in chain.facts.body.text()


def test_in_short_the_test_is_what_the_best_position_failed(chain, review, findings):
    chain.close_evidence()
    show(chain, review, findings[2])
    assert "Cure days must be at least 30 (is 0)" in chain.tests.body.text()
    assert "at least 15" not in chain.tests.body.text()


def test_all_tests_of_the_best_position_stand_under_its_name(chain, review, findings):
    passed = replace(findings[2].verdicts[0].results[0], passed=True, value=45)
    both = replace(findings[2].verdicts[0], results=(passed, *findings[2].verdicts[0].results))
    show(chain, review, replace(findings[2], verdicts=(both, *findings[2].verdicts[1:])))
    assert chain.tests.body.accessibleName().splitlines() == [
        "Test: 30 days to cure after written notice",
        "✓ Cure days must be at least 30 (is 45)",
        "✗ Cure days must be at least 30 (is 0)",
    ]


def test_evidence_is_offered_where_there_is_any(chain, review, findings):
    show(chain, review, findings[2])
    assert chain.more.isVisibleTo(chain)
    show(chain, review, findings[4])
    assert not chain.more.isVisibleTo(chain)


def test_the_level_stands_last_with_its_position(chain, review, findings):
    show(chain, review, findings[2])
    assert "<b>✗ Walk-away</b>: No time to cure" in chain.level.body.text()


def test_a_screen_reader_says_the_heading_and_the_text(chain, review, findings):
    show(chain, review, findings[4])
    assert chain.says.body.accessibleName() == "What it says: The document is silent on this."


def test_a_link_leads_to_its_place(qtbot, chain, review, findings):
    show(chain, review, findings[0])
    with qtbot.waitSignal(chain.place_chosen) as chosen:
        chain.facts.body.linkActivated.emit("place:6:24:33")
    assert chosen.args == [Place(6, Span(24, 33))]
