from dataclasses import replace

import pytest

from app.desktop.shown_finding import ShownFinding
from app.model.matter import UNDECIDED, Decision, Standing
from app.model.redline import Redline


@pytest.fixture
def shown(review, findings):
    return ShownFinding(review, findings[2], UNDECIDED, None, (), None)


def test_comment_and_note_are_those_drafted(shown):
    assert shown.comment == "A cure period lets both sides mend a mistake."
    assert shown.note == "Fallback: 15 days. Below that we walk."


def test_the_users_comment_and_note_stand_in_their_place_though_they_are_empty(shown):
    own = replace(shown, decision=Decision(comment="", note="Ask Kim."))
    assert (own.comment, own.note) == ("", "Ask Kim.")


def test_the_librarys_redline_is_the_one_given_before_that_of_the_review(shown, review):
    drafted = Redline("cure-period", anchor=13)
    assert shown.proposal.drafted == review.redline_of("cure-period")
    assert replace(shown, drafted=drafted).proposal.drafted == drafted


def test_without_a_redline_the_proposal_changes_nothing(shown, findings):
    assert replace(shown, finding=findings[0]).proposal.drafted == Redline("mau-threshold")


def test_nothing_is_asked_where_another_document_gives_it(shown):
    assert not replace(shown, standing=Standing("covered", 2, 4, "The order form gives it.")).asks
    assert replace(shown, standing=Standing("also", 2, 4, "The order form says the same.")).asks


def test_who_may_accept_the_clause_is_named_for_the_position_it_stands_on(shown):
    worst = replace(shown.finding.clause.positions[-1], approver="General Counsel")
    clause = replace(shown.finding.clause, positions=(*shown.finding.clause.positions[:-1], worst))
    assert replace(shown, finding=replace(shown.finding, clause=clause, verdicts=())).approver == "General Counsel"
    assert shown.approver == ""


def test_the_same_finding_is_known_whatever_is_decided(shown, findings):
    assert replace(shown, decision=Decision("skip")).identity == shown.identity
    assert replace(shown, finding=findings[0]).identity != shown.identity
