"""What the internal memo says of decisions and of the other documents of a matter."""

from dataclasses import replace
from datetime import date

import pytest

from app.export.memo import verdict_phrase, write_internal_memo
from app.model.matter import Decision, Outcome, OwnWords, Standing
from app.model.redline import Comment, Note
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.planning.plan import make_plan

WHEN = date(2026, 11, 21)
BREACH, NOTICE = "termination-for-breach", "aup-change-notice"
COVERED = Standing("covered", 2, 0, "Covered by Order form (3.2): ninety days.")


@pytest.fixture
def lines(review, tmp_path):
    """Return the paragraphs of the memo with these decisions; findings that ask nothing any more lose their redline."""

    def write(decisions, standings=None, changed=review):
        outcome = Outcome(decisions, standings or {})
        gone = {clause for clause, decision in decisions.items() if decision.verb in ("skip", "accept-risk")}
        redlines = tuple(redline for redline in changed.redlines if redline.clause not in gone | outcome.covered)
        effective = replace(changed, redlines=redlines)
        memo = write_internal_memo(effective, make_plan(effective, when=WHEN), author="A", outcome=outcome)
        package = open_package(memo, tmp_path)
        return [read_text(p).text for p in paragraphs_of(package.tree(package.main))]

    return write


def decisions_of(lines):
    start = lines.index("Decisions")
    return lines[start : lines.index("Findings", start)]


def test_a_review_that_stands_in_no_matter_says_nothing_of_decisions(review, tmp_path):
    package = open_package(write_internal_memo(review, make_plan(review, when=WHEN), author="A"), tmp_path)
    text = [read_text(p).text for p in paragraphs_of(package.tree(package.main))]
    assert "Decisions" not in text
    assert not any("ndecided" in line for line in text)


def test_what_is_asked_stands_in_a_table(lines):
    asked = decisions_of(lines({BREACH: Decision("accept")}))
    row = asked.index("Agreed by") + 1
    assert asked[row : row + 4] == ["1", "Termination for breach", "Asked: Notice and 30 days to cure", "–"]


def test_a_fallback_names_the_rung_and_who_has_to_agree(lines, review):
    findings = tuple(
        replace(finding, target=finding.clause.positions[1]) if finding.clause.id == BREACH else finding
        for finding in review.findings
    )
    asked = decisions_of(lines({BREACH: Decision("fallback")}, changed=replace(review, findings=findings)))
    assert "Fallback asked: Fallbackmarker: 15 days" in asked
    assert asked[asked.index("Fallback asked: Fallbackmarker: 15 days") + 1] == "Ownermarker"


def test_own_words_are_marked_as_such(lines):
    made = lines({BREACH: Decision("edit", words=OwnWords(((1, "Ours."),)))})
    assert "Decision. Asked in our own words, for: Notice and 30 days to cure." in made


def test_a_comment_of_our_own_is_marked_as_such(lines):
    assert "Comment of our own" in decisions_of(lines({BREACH: Decision("accept", comment="As agreed.")}))


@pytest.mark.parametrize(("verb", "told"), [("accept-risk", "Risk accepted"), ("skip", "Skipped")])
def test_what_was_let_go_stands_in_a_table_of_its_own_with_the_reason(lines, verb, told):
    made = decisions_of(lines({BREACH: Decision(verb, reason="We are insured.")}))
    row = made.index("Accepted by") + 1
    assert made[row : row + 4] == ["1", "Termination for breach", told, "We are insured."]


def test_a_reason_that_was_not_given_is_told(lines):
    assert "No reason was given." in decisions_of(lines({BREACH: Decision("skip")}))


def test_the_reason_stands_with_the_finding_too(lines):
    made = lines({BREACH: Decision("accept-risk", reason="We are insured.")})
    findings = made[made.index("Findings", made.index("Decisions")) :]
    assert "Decision. Risk accepted: nothing is asked." in findings
    assert "Reason. We are insured." in findings


def test_what_is_undecided_is_listed(lines):
    made = decisions_of(lines({BREACH: Decision("skip")}))
    assert "Undecided, and asked as proposed: 2 Notice of rule changes." in made


def test_what_is_undecided_and_left_out_is_listed_as_such(lines, review):
    assert "Undecided, not asked: 1 Termination for breach; 2 Notice of rule changes." in decisions_of(
        lines({}, changed=replace(review, redlines=()))
    )


def test_the_issues_say_what_was_decided(lines):
    made = lines({BREACH: Decision("skip")})
    issues = made[made.index("Issues") : made.index("Decisions")]
    assert "Skipped: nothing is asked." in issues
    assert "Undecided; asked as proposed." in issues


def test_a_note_of_our_own_is_marked_as_such_and_said_once(lines, review):
    notes = tuple((clause, Note("Ask Mary.") if clause == BREACH else note) for clause, note in review.notes)
    made = lines({BREACH: Decision(note="Ask Mary.")}, changed=replace(review, notes=notes))
    assert [line for line in made if "Ask Mary." in line] == ["Our own note. Ask Mary."]


def test_a_gap_that_another_document_fills_stands_in_a_table_and_is_not_undecided(lines):
    made = decisions_of(lines({BREACH: Decision("skip")}, {NOTICE: COVERED}))
    row = made.index("Where") + 1
    assert made[row : row + 3] == ["2", "Notice of rule changes", COVERED.why]
    assert not any("Undecided" in line for line in made)


def test_a_gap_on_which_it_was_decided_to_ask_all_the_same_stands_with_what_is_asked(lines):
    made = decisions_of(lines({NOTICE: Decision("accept")}, {NOTICE: COVERED}))
    assert "What we ask for" in made
    assert "Given by other documents" not in made


def test_how_a_finding_stands_to_other_documents_is_told_with_it(lines):
    also = Standing("also", 2, 0, "Also in Order form (3.2): cure days 30 there, 0 here; both bind.")
    assert f"Other documents. {also.why}" in lines({}, {BREACH: also})


def test_the_verdict_tells_gaps_that_other_documents_fill_apart(review):
    assert verdict_phrase(review, {NOTICE}) == (
        "Do not accept as it stands: 1 clause stands at our walk-away position. We propose wording on 2 points."
        " Other documents fill 1 gap."
    )


def test_text_of_the_users_own_cannot_act_in_the_memo(lines):
    reason = "{{ 7 * 7 }} <w:p/> {% for %} \x07 & “so”"
    made = decisions_of(lines({BREACH: Decision("skip", reason=reason, comment="x")}))
    assert reason.replace("\x07", "\ufffd") in made


def test_no_comment_is_told(lines, review):
    redlines = tuple(replace(r, comment=None) if r.clause == BREACH else r for r in review.redlines)
    made = decisions_of(lines({BREACH: Decision("accept", comment="")}, changed=replace(review, redlines=redlines)))
    assert "No comment" in made


def test_a_decision_to_ask_that_gave_no_words_says_so(lines, review):
    changed = replace(review, redlines=review.redlines[1:])
    assert "Nothing could be written: see what was not checked" in decisions_of(
        lines({BREACH: Decision("accept")}, changed=changed)
    )


def test_the_comment_that_goes_out_is_not_in_the_memo_twice(lines, review):
    redlines = tuple(replace(r, comment=Comment("As agreed.")) if r.clause == BREACH else r for r in review.redlines)
    made = lines({BREACH: Decision("accept", comment="As agreed.")}, changed=replace(review, redlines=redlines))
    assert sum("As agreed." in line for line in made) <= 1
