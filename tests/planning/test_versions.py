from dataclasses import replace
from datetime import date

import pytest

from app.model.forms import RecognisedForm, Recognition
from app.model.profile import DeploymentProfile
from app.planning.plan import make_plan
from app.planning.versions import check_version, make_version_tables
from app.service.review import review
from app.service.samples import sample_path
from app.service.settings import load_clause_library


@pytest.fixture(scope="module")
def sample():
    return review(sample_path(), load_clause_library(None), DeploymentProfile())


@pytest.fixture
def following(sample):
    """Give the sample's review as if the document followed a form of the bundled library."""

    def follow(form, model=""):
        known = next(each for each in sample.library.forms if each.id == form)
        found = Recognition((RecognisedForm(known, 0, 3, 1.0, ()),))
        return replace(sample, recognised=found, profile=replace(sample.profile, model=model))

    return follow


def test_a_document_that_follows_no_form_has_no_version(sample):
    assert check_version(sample) is None


def test_a_form_without_a_family_has_no_version(following):
    assert check_version(following("mit")) is None


def test_the_version_and_its_neighbours_are_told(following):
    check = check_version(following("llama-3.1-license"))
    assert (check.earlier.id, check.version.id, check.later.id) == ("3", "3.1", "3.2")


def test_what_changed_since_the_version_before_names_clause_types(following):
    changed = {each.topic.clause for each in check_version(following("llama-3.1-license")).since_earlier}
    assert {"model-training-restriction", "attribution", "model-naming"} <= changed


def test_the_first_version_has_none_before_it_and_the_last_none_after(following):
    first, last = check_version(following("llama-1-license")), check_version(following("llama-4-license"))
    assert (first.earlier, first.since_earlier, last.later, last.until_later) == (None, (), None, ())


@pytest.mark.parametrize(
    ("model", "is_another"),
    [
        ("Llama 3.2", True),
        ("llama 3 8B", True),
        ("Llama 3.1 70B Instruct", False),
        ("Llama", False),
        ("", False),
        ("Heron 3.2", False),
    ],
)
def test_a_licence_of_another_version_than_the_one_in_use_is_noticed(following, model, is_another):
    assert bool(check_version(following("llama-3.1-license", model)).mismatch) is is_another


def test_what_changed_is_a_table_with_this_version_marked(following):
    before, after = make_version_tables(check_version(following("llama-3.1-license")))
    assert (before.table.columns[1:], before.ours) == (("Meta Llama 3", "Llama 3.1"), (False, True))
    assert (after.table.columns[1:], after.ours) == (("Llama 3.1", "Llama 3.2"), (True, False))
    assert all(len(row) == 3 and row[1] != row[2] for row in (*before.table.rows, *after.table.rows))


def test_a_document_without_a_version_has_no_such_table(sample):
    assert make_version_tables(check_version(sample)) == ()


def test_the_plan_begins_with_the_licence_that_is_missing(following):
    steps = make_plan(following("llama-3.1-license", "Llama 3.3"), when=date(2026, 11, 21)).steps
    assert steps[0] == "Get the licence of Llama 3.3, which the profile names: this is the one of Llama 3.1."


def test_the_plan_does_not_speak_of_versions_that_agree(following):
    steps = make_plan(following("llama-3.1-license", "Llama 3.1"), when=date(2026, 11, 21)).steps
    assert not any("Get the licence of" in step for step in steps)
