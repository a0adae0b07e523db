import pytest

from app.service.library_check import check_library


def test_a_library_without_a_mistake_is_not_warned_of(library_with):
    found = check_library(library_with())
    assert (found.problems, found.warnings) == ((), ())


MISTAKES = (
    ("at_least: 10", "at_least: 30}, {fact: yearly, is: true", "positions.1: has the tests of position 1"),
    (
        "at_least: 10",
        "at_least: 90}, {fact: yearly, is: true",
        "positions.1: whatever passes its tests passes those of position 1 (Thirty days' notice",
    ),
    ("at_least: 10", "at_least: 0", "positions.2: whatever passes its tests passes those of position 2"),
    ("at_least: 10", "at_least: 10}, {fact: notice_days, at_most: 5", "positions.1: no document can pass its tests"),
    (
        "ask for thirty days'",
        "could live with ten days'",
        "comment: goes to the other side, and says 'could live with'",
    ),
    ("ask for thirty days'", "have no budget for less", "comment: goes to the other side, and says 'budget'"),
    (
        "{days:30} prior",
        "{days:30} leverage",
        "positions.0.clause.text.0: goes to the other side, and says 'leverage'",
    ),
    ("sources: [practice]", 'sources: [""]', "sources.0: an empty source; say who says so, and where"),
    (
        "sources: [practice]",
        "sources: [practice]\nclaims: [{says: So it is., source: '', state: agreed}]",
        "claims.0.0: an empty source",
    ),
    (
        "sources: [practice]",
        "sources: [practice]\nobligations: [{text: Keep books., who: customer, due: keep_days}]",
        "obligations.0.due: no fact 'keep_days' is read; there are notice_days, yearly",
    ),
    (
        "sources: [practice]",
        "sources: [practice]\nobligations: [{text: Keep books., who: customer, if: [{fact: kept, is: true}]}]",
        "obligations.0.if.0: no fact 'kept' is read; there are notice_days, yearly",
    ),
    (
        'at least {days:10} prior notice."]',
        'at least {days:10} prior notice."]\n      after: [audits]',
        "positions.1.clause.after.0: there is no clause type 'audits'; name one of the library",
    ),
    ("note: Rarely", "note: '{section:audits} Rarely'\n#", "note: {section:audits}: there is no such clause type"),
)


@pytest.mark.parametrize(("old", "new", "line"), MISTAKES, ids=[f"{line:.60}" for _, _, line in MISTAKES])
def test_a_mistake_is_told(library_with, old, new, line):
    problems = check_library(library_with((old, new))).problems
    assert any(problem.split(": ", 1)[1].startswith(line) for problem in problems), problems


WARNINGS = (
    (
        "    - text: This Agreement lasts for two years.\n",
        "",
        "examples.does_not_carry: has 2 of the 3 examples that",
    ),
    (", rung: 2}", "}", "positions.1: no example has 'rung: 2'; add it to one that stands on “Ten days' notice”"),
    ("    approver: Legal\n", "", "positions.1: has no approver; say who may accept a clause that stands here"),
    (
        "once a year\n    if:",
        "once a year\n    approver: Legal\n    if:",
        "positions.0.approver: nobody need approve a preferred position",
    ),
    ("name: Ten days' notice", "name: Acceptable level", "positions.1.name: does not say what is held"),
    (
        "name: Less notice than ten days",
        "name: Ten days' notice",
        "positions.1.name: is the name of another position",
    ),
    (
        "at least {days:10} prior notice",
        "reasonable notice",
        "positions.1.clause.text: says 'reasonable' where its tests",
    ),
    (
        '"audited|inspected by {vendor}"',
        '"audited|inspected by {vendor}", "books audited|checked|by way of"',
        "cues.strong.2: “audited|checked|by way” finds one word of the left choice",
    ),
    (
        "ask: Thirty days' notice of an audit.",
        "ask: " + "Thirty days of notice that we can plan with and " * 5 + "an audit once a year.",
        "ask: its longest sentence has 55 words, more than 40; part it",
    ),
    (
        "comment: We ask for thirty days' notice.",
        "comment: We do ask for notice, notwithstanding administrative responsibilities, in any of the circumstances.",
        "comment: 31% of its words have 13 letters or more, over 15%",
    ),
)


@pytest.mark.parametrize(("old", "new", "line"), WARNINGS, ids=[f"{line:.60}" for _, _, line in WARNINGS])
def test_what_an_author_should_look_at_is_a_warning(library_with, old, new, line):
    warnings = check_library(library_with((old, new))).warnings
    assert any(warning.split(": ", 1)[1].startswith(line) for warning in warnings), warnings


def test_a_protection_needs_a_clause_to_insert(library_with):
    start, end = "    clause:\n      heading: Audits.\n      text: [", "]\n  - level: fallback"
    clause = (
        f'{start}"{{vendor}} may audit {{customer\'s}} records once a year, on at least {{days:30}} prior notice."{end}'
    )
    problems = check_library(
        library_with(("nature: burden", "nature: protection"), (clause, "  - level: fallback"))
    ).problems
    assert problems[0].startswith("audit.yaml:19: positions.0: has no clause, so there is nothing to insert where")


def test_a_rung_without_wording_is_a_mistake(library_with):
    clause = (
        "    clause:\n      heading: Audits.\n"
        '      text: ["{vendor} may audit {customer\'s} records on at least {days:10} prior notice."]\n'
    )
    problems = check_library(library_with((clause, ""))).problems
    assert problems[0].startswith("audit.yaml:30: positions.1: has no wording; add edits or a clause")


def test_the_rung_of_a_burden_that_is_not_there_needs_no_wording(library_with):
    rung = "  - level: preferred\n    name: No audit on suspicion alone\n    if: [{fact: notice_days, stated: false}]\n"
    problems = check_library(library_with(("positions:\n", f"positions:\n{rung}"))).problems
    assert not [line for line in problems if "has no wording" in line]


def test_one_strong_cue_in_two_entries_is_a_warning(library_with):
    folder = library_with()
    text = (folder / "audit.yaml").read_text(encoding="utf-8")
    (folder / "books.yaml").write_text(text.replace("id: audit", "id: books"), encoding="utf-8")
    warnings = check_library(folder).warnings
    assert warnings[0].startswith("audit.yaml:13: cues.strong.0: is a strong cue of books too, so that both are found")


def test_a_strong_cue_within_one_of_another_entry_is_a_warning_until_it_is_barred_there(library_with):
    folder = library_with(('"audited|inspected by {vendor}"', '"audited|inspected by {vendor} yearly"'))
    cues = '  strong: ["inspected by {vendor}"]\n'
    text = (folder / "audit.yaml").read_text(encoding="utf-8").replace("id: audit", "id: books")
    start, end = text.index("  strong:"), text.index("  heading:")
    (folder / "books.yaml").write_text(
        text[:start] + cues.replace("inspected", "inspect*") + text[end:], encoding="utf-8"
    )
    held = [line for line in check_library(folder).warnings if line.startswith("audit.yaml:13: cues.strong.1: holds")]
    barred = text[:start] + cues + '  against: ["audited|inspected by {vendor} yearly"]\n' + text[end:]
    (folder / "books.yaml").write_text(barred, encoding="utf-8")
    after = [line for line in check_library(folder).warnings if line.startswith("audit.yaml:13: cues.strong.1: holds")]
    assert (len(held), after) == (0, [])


def test_guidance_names_clause_types_that_exist(library_with):
    folder = library_with()
    (folder / "guidance").mkdir()
    (folder / "guidance" / "cards.yaml").write_text(
        "arguments:\n  - {id: one, title: One, text: Say it., clauses: [audits], sources: [practice]}\n",
        encoding="utf-8",
    )
    assert check_library(folder).problems == (
        "cards.yaml:2: arguments.0.clauses.0: there is no clause type 'audits'; name one of the library",
    )


def test_only_the_entries_of_the_folder_are_checked(library_with):
    folder = library_with()
    (folder / "library.yaml").unlink()
    assert check_library(folder).clauses == 1
