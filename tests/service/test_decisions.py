"""What decisions make of a review: asked, in which words, and what is left out."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.clause import DEVIATIONS
from app.model.matter import ASKING, Decision, OwnWords
from app.model.profile import DeploymentProfile
from app.model.redline import Comment
from app.service.conflicts import conflicts
from app.service.decisions import decided
from app.service.redrafting import redraft
from app.service.review import review
from app.service.samples import sample_path
from app.service.settings import load_clause_library

WHY = "We bought insurance for it."
VERBS = st.sampled_from([None, "accept", "fallback", "accept-risk", "skip"])
TEXTS = st.none() | st.sampled_from(["", "As agreed on the phone.", "Second try."])
DECISION = st.builds(Decision, verb=VERBS, reason=st.just(WHY), comment=TEXTS, note=TEXTS)
FEW = settings(max_examples=15, deadline=None)


@pytest.fixture(scope="module")
def base():
    return review(sample_path(), load_clause_library(None), DeploymentProfile())


@pytest.fixture(scope="module")
def edited(base):
    """Return a redline that replaces words."""
    return next(
        redline for redline in base.redlines if any(e.text and e.span.start < e.span.end for e in redline.edits)
    )


@pytest.fixture(scope="module")
def new(base):
    """Return a redline that adds a clause."""
    return next(redline for redline in base.redlines if redline.insertions)


@pytest.fixture(scope="module")
def with_fallback(base):
    """Return a clause type on which less may be asked than the best, in words."""
    deviating = (finding for finding in base.findings if finding.level in ("walk-away", "missing"))
    return next(each.clause for each in deviating if len(rungs_of(each.clause)) > 1)


def rungs_of(clause):
    return [n for n, position in enumerate(clause.positions) if position.level == "fallback" and position.has_wording]


def open_of(base):
    return [finding.clause.id for finding in base.findings if finding.level in DEVIATIONS]


def any_decisions(base):
    return st.dictionaries(st.sampled_from(open_of(base)), DECISION)


def finding_of(base, clause):
    return next(finding for finding in base.findings if finding.clause.id == clause)


def verdicts(review):
    return [(f.clause.id, f.level, f.severity, f.reading, f.verdicts, f.why) for f in review.findings]


def test_without_decisions_the_review_is_that_of_the_rules(base):
    assert decided(base, {}) == base


def test_findings_that_were_undecided_again_change_nothing(base):
    assert decided(base, dict.fromkeys(open_of(base), Decision(reason=WHY))) == base


@FEW
@given(data=st.data(), undecided=st.booleans())
def test_only_what_is_asked_has_a_redline(base, data, undecided):
    decisions = data.draw(any_decisions(base))
    settled = data.draw(st.sets(st.sampled_from(open_of(base))))
    asked = [redline.clause for redline in decided(base, decisions, settled, undecided=undecided).redlines]
    verbs = {clause: decisions.get(clause, Decision()).verb for clause in asked}
    assert all(
        verb in ASKING or (verb is None and undecided and clause not in settled) for clause, verb in verbs.items()
    )


@FEW
@given(data=st.data())
def test_verdicts_and_facts_stay_whatever_is_decided(base, data):
    decisions = data.draw(any_decisions(base))
    assert verdicts(decided(base, decisions)) == verdicts(base)


@FEW
@given(data=st.data())
def test_the_librarys_words_never_stand_in_each_others_way(base, data):
    decisions = data.draw(any_decisions(base))
    assert conflicts(decided(base, decisions)) == ()


@FEW
@given(data=st.data())
def test_redlines_come_in_the_order_of_the_document(base, data):
    decisions = data.draw(any_decisions(base))
    places = [
        redline.edits[0].paragraph
        if redline.edits
        else redline.insertions[0].after
        if redline.insertions
        else redline.anchor
        for redline in decided(base, decisions).redlines
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("verb", ["skip", "accept-risk"])
def test_a_finding_that_is_let_go_leaves_no_redline_and_no_comment(base, edited, verb):
    effective = decided(base, {edited.clause: Decision(verb, reason=WHY, comment="Please.")})
    assert effective.redline_of(edited.clause) is None


@pytest.mark.parametrize("verb", ["skip", "accept-risk"])
def test_the_internal_note_on_a_finding_that_is_let_go_stays(base, edited, verb):
    effective = decided(base, {edited.clause: Decision(verb, reason=WHY)})
    assert dict(effective.notes)[edited.clause] == dict(base.notes)[edited.clause]


def test_accepting_asks_for_what_is_proposed(base, edited):
    effective = decided(base, {edited.clause: Decision("accept")}, undecided=False)
    assert [redline.clause for redline in effective.redlines] == [edited.clause]
    assert effective.redline_of(edited.clause) == edited


def test_a_fallback_without_a_rung_is_the_first_with_wording(base, with_fallback):
    clause = with_fallback
    first = clause.positions[rungs_of(clause)[0]]
    effective = decided(base, {clause.id: Decision("fallback")})
    assert effective.redline_of(clause.id) == redraft(base, {clause.id: first}).redline_of(clause.id)


@pytest.mark.parametrize("verb", [None, "accept", "fallback", "edit"])
def test_the_rung_chosen_is_asked_for(base, with_fallback, verb):
    clause = with_fallback
    rung = rungs_of(clause)[-1]
    effective = decided(base, {clause.id: Decision(verb, rung=rung)})
    assert finding_of(effective, clause.id).target == clause.positions[rung]


@pytest.mark.parametrize("rung", [99, -1])
def test_a_rung_that_the_library_has_not_is_what_is_proposed(base, edited, rung):
    assert decided(base, {edited.clause: Decision("accept", rung=rung)}) == base


def test_decisions_on_clause_types_that_the_library_has_no_more_are_left_aside(base):
    assert decided(base, {"no-such-clause": Decision("skip", note="Old.")}) == base


def test_without_what_is_undecided_nothing_is_asked(base):
    assert decided(base, {}, undecided=False).redlines == ()


def test_nothing_is_asked_on_what_another_document_gives(base, new):
    assert decided(base, {}, {new.clause}).redline_of(new.clause) is None


def test_what_another_document_gives_is_asked_where_that_was_decided(base, new):
    assert decided(base, {new.clause: Decision("accept")}, {new.clause}).redline_of(new.clause) == new


@pytest.mark.parametrize("verb", [None, "edit"])
def test_own_words_stand_in_place_of_those_drafted(base, edited, verb):
    paragraph = edited.edits[0].paragraph
    text = base.document.paragraphs[paragraph].text
    words = OwnWords(((paragraph, f"{text} This is ours."),))
    redline = decided(base, {edited.clause: Decision(verb, words=words)}).redline_of(edited.clause)
    assert redline.text_of(paragraph, text) == f"{text} This is ours."


@pytest.mark.parametrize("verb", ["accept", "fallback"])
def test_to_ask_in_the_librarys_words_leaves_own_words_aside(base, edited, verb):
    words = OwnWords(((edited.edits[0].paragraph, "All is ours."),))
    plain = decided(base, {edited.clause: Decision(verb)})
    assert decided(base, {edited.clause: Decision(verb, words=words)}) == plain


def test_own_words_can_ask_where_nothing_was_drafted(base):
    finding = next(
        f for f in base.findings if f.level in DEVIATIONS and f.paragraphs and base.redline_of(f.clause.id) is None
    )
    words = OwnWords(((finding.paragraphs[0], "All is ours."),))
    effective = decided(base, {finding.clause.id: Decision("edit", words=words)})
    assert effective.redline_of(finding.clause.id).edits


def test_own_words_for_new_paragraphs_that_are_drafted_no_more_are_told_and_left_out(base, new):
    words = OwnWords(additions=("One.", "Two.", "Three.", "Four.", "Five."))
    effective = decided(base, {new.clause: Decision("edit", words=words)})
    title = finding_of(base, new.clause).clause.title
    assert effective.redline_of(new.clause) is None
    assert effective.undrafted[-1].startswith(f"{title}: your own wording was left out")
    assert effective.not_checked[-len(effective.undrafted) :] == effective.undrafted


def test_own_words_for_a_paragraph_that_the_document_has_no_more_are_told_and_left_out(base, edited):
    effective = decided(base, {edited.clause: Decision("edit", words=OwnWords(((9999, "Ours."),)))})
    assert effective.redline_of(edited.clause) is None
    assert "your own wording was left out" in effective.undrafted[-1]


@pytest.mark.parametrize(
    "problem",
    ["no change was drafted, because it lacks a word.", "only a comment was made at 5.2, because of another."],
)
def test_own_words_answer_that_none_could_be_drafted(base, edited, problem):
    line = f"{finding_of(base, edited.clause).clause.title}: {problem}"
    unwritten = replace(base, redlines=(), undrafted=(line,), not_checked=("A picture.", line))
    words = OwnWords(((edited.edits[0].paragraph, "All is ours."),))
    effective = decided(unwritten, {edited.clause: Decision("edit", words=words)})
    assert (effective.undrafted, effective.not_checked) == ((), ("A picture.",))
    assert effective.redline_of(edited.clause).edits


def test_a_comment_alone_answers_no_problem(base, edited):
    line = f"{finding_of(base, edited.clause).clause.title}: no change was drafted, because it lacks a word."
    unwritten = replace(base, redlines=(), undrafted=(line,), not_checked=(line,))
    assert decided(unwritten, {edited.clause: Decision(comment="Please.")}).undrafted == (line,)


def test_a_comment_of_ones_own_stands_in_place_of_the_one_drafted(base, edited):
    effective = decided(base, {edited.clause: Decision(comment="As agreed.\nThank you.\x07")})
    assert effective.redline_of(edited.clause) == replace(edited, comment=Comment("As agreed.\nThank you."))


def test_an_empty_comment_is_none(base, edited):
    assert decided(base, {edited.clause: Decision("accept", comment=" ")}).redline_of(edited.clause).comment is None


def test_a_comment_can_be_made_on_a_finding_without_one(base):
    finding = next(f for f in base.findings if f.paragraphs and base.redline_of(f.clause.id) is None)
    redline = decided(base, {finding.clause.id: Decision(comment="Why so?")}).redline_of(finding.clause.id)
    assert (redline.comment, redline.anchor) == (Comment("Why so?"), finding.reading.clearest.paragraph)


def test_a_comment_that_has_no_place_is_told(base):
    finding = next(f for f in base.findings if not f.paragraphs and base.redline_of(f.clause.id) is None)
    effective = decided(base, {finding.clause.id: Decision(comment="Why so?")})
    assert effective.redline_of(finding.clause.id) is None
    assert "your comment was left out" in effective.undrafted[-1]


def test_a_note_of_ones_own_stands_in_place_of_the_librarys(base, edited):
    effective = decided(base, {edited.clause: Decision("skip", note="Ask Mary.")})
    assert dict(effective.notes)[edited.clause].text == "Ask Mary."


def test_an_empty_note_is_none(base, edited):
    assert edited.clause not in dict(decided(base, {edited.clause: Decision(note="")}).notes)


def test_notes_stay_in_the_order_of_the_findings(base):
    fine = next(f.clause.id for f in base.findings if f.level == "preferred")
    noted = [clause for clause, _ in decided(base, {fine: Decision(note="Good.")}).notes]
    assert noted == [f.clause.id for f in base.findings if f.clause.id in noted]
    assert fine in noted


def test_words_that_cross_those_of_another_finding_are_a_conflict(base, edited):
    other = next(c for c in open_of(base) if c != edited.clause and finding_of(base, c).level == "missing")
    words = OwnWords(((edited.edits[0].paragraph, "All is ours."),))
    effective = decided(base, {other: Decision("edit", words=words)})
    (conflict,) = [each for each in conflicts(effective) if edited.clause in (each.first, each.second)]
    assert {conflict.first, conflict.second} == {edited.clause, other}
    assert conflict.paragraph == edited.edits[0].paragraph
    assert finding_of(base, other).clause.title in conflict.why


def test_the_same_change_asked_for_twice_is_no_conflict(base, edited):
    effective = replace(base, redlines=(edited, replace(edited, clause="other")))
    assert conflicts(effective) == ()
