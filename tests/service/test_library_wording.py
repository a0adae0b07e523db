import pytest

from app.service.library_check import check_library

EDIT = '{after: "audit|inspect {customer} records|books", text: "once a year and on {days:30} notice", unless: notice}'
CLAUSE = '["{vendor} may audit {customer\'s} records once a year, on at least {days:30} prior notice."]'
FELL_SHORT = (
    "audit.yaml:24: positions.0.edits: no example on walk-away is brought to this position: examples.carries.2: "
)


def test_wording_that_does_what_it_says_is_passed(library_with):
    found = check_library(library_with())
    assert (found.problems, found.clauses, found.examples) == ((), 1, 6)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("may audit", "may look at", "is not found to carry the clause type; word it so that a cue finds it: “We may"),
        (
            "{days:30}",
            "{days:20}",
            "stands on position 2 (Ten days' notice), because notice_days is 20, not at least 30: “We may audit",
        ),
    ],
)
def test_a_clause_that_is_read_otherwise_is_a_mistake(library_with, old, new, message):
    assert old in CLAUSE
    problems = check_library(library_with((CLAUSE, CLAUSE.replace(old, new)))).problems
    assert len(problems) == 1
    place = "audit.yaml:27: positions.0.clause: written for “you and we, will” its text "
    assert problems[0].startswith(place + message)


def test_a_slot_that_no_document_fills_is_a_mistake(library_with):
    problems = check_library(library_with((CLAUSE, CLAUSE.replace("on at", "under {section:nowhere} on at")))).problems
    message = "{section:nowhere}: there is no such clause type; name one of the library"
    assert problems == (f"audit.yaml:29: positions.0.clause.text.0: {message}",)


def test_edits_that_lift_no_example_tell_how_near_they_come(library_with):
    problems = check_library(library_with((EDIT, EDIT.replace("once a year and on", "on")))).problems
    why = "it stands on position 2 (Ten days' notice), because yearly is false, not true: "
    assert problems == (f"{FELL_SHORT}{why}“Provider may audit your records on 30 days notice at any time.”",)


def test_edits_that_fit_no_example_are_a_mistake(library_with):
    problems = check_library(library_with((EDIT, EDIT.replace("audit|inspect", "examine")))).problems
    assert problems == (f"{FELL_SHORT}no edit fits its words",)


def test_a_level_below_is_lifted_where_one_of_its_examples_is(library_with):
    other = '    - {text: "Our records may be audited by Licensor.", rung: 3}\n  does_not_carry:\n'
    assert check_library(library_with(("  does_not_carry:\n", other))).problems == ()


def test_edits_without_an_example_below_them_are_a_mistake(library_with):
    rungs = (
        "Less notice than ten days\n    approver: General Counsel",
        "Less notice than ten days\n    edits: [[{delete: audit}]]",
    )
    assert (
        check_library(library_with(rungs))
        .problems[0]
        .endswith(
            "positions.2.edits: no example stands below this position, so its edits are not tried; add one that carries"
        )
    )


def test_rules_that_change_no_example_are_told_as_a_warning(library_with):
    found = check_library(library_with((EDIT, f'{EDIT}\n      - - {{delete: "forthwith"}}')))
    assert found.problems == ()
    assert any(line.startswith("audit.yaml:27: positions.0.edits.1: no example is changed") for line in found.warnings)
