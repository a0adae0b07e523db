from dataclasses import replace

import pytest

from app.model.profile import DeploymentProfile
from app.service.redrafting import redraft
from app.service.review import at_fallback, rejudge, review
from app.service.samples import sample_path
from app.service.settings import load_clause_library


@pytest.fixture(scope="module")
def found():
    return review(sample_path(), load_clause_library(None), DeploymentProfile())


def test_a_clause_type_for_which_nothing_is_asked_any_more_has_no_redline(found):
    clause = next(redline.clause for redline in found.redlines if redline.edits)
    assert redraft(found, {clause: None}).redline_of(clause) is None


def test_what_other_clause_types_ask_for_stays(found):
    first, second = [redline.clause for redline in found.redlines if redline.insertions][:2]
    assert redraft(found, {first: None}).redline_of(second).comment == found.redline_of(second).comment


def test_asking_for_what_is_asked_already_gives_the_same_review(found):
    targets = {finding.clause.id: finding.target for finding in found.findings}
    assert redraft(found, targets) == found


def test_reasons_why_nothing_was_drafted_are_those_of_the_new_drafts(found):
    stale = replace(found, not_checked=(*found.not_checked, "Old reason."), undrafted=("Old reason.",))
    assert "Old reason." not in redraft(stale, {}).not_checked


def test_the_least_we_accept_is_the_last_fallback_that_has_wording(found):
    targets = {
        finding.clause.id: finding.target for finding in at_fallback(found).findings if finding.level == "walk-away"
    }
    rungs = {
        finding.clause.id: [p for p in finding.clause.positions if p.level == "fallback" and p.has_wording]
        for finding in found.findings
    }
    assert targets
    assert all(target == rungs[clause][-1] for clause, target in targets.items() if rungs[clause])


def test_nothing_is_asked_on_a_clause_that_stands_on_a_fallback(found):
    standing = {finding.clause.id for finding in found.findings if finding.level == "fallback"}
    assert standing
    assert standing.isdisjoint(redline.clause for redline in at_fallback(found).redlines)


def test_judging_again_for_another_profile_is_reviewing_for_it(found):
    other = replace(DeploymentProfile(), principal_place_of_business="US", fine_tunes=False)
    assert rejudge(found, other) == review(sample_path(), found.library, other)
