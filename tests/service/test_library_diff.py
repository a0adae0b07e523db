import pytest

from app.model.profile import DeploymentProfile
from app.service.library_diff import differences
from app.service.library_effects import effects_of
from app.service.settings import load_clause_library

LICENCE = """\
MODEL LICENCE

This licence is made between Heron Labs ("Licensor") and the person who downloads the Model ("Licensee").

1. Licensor may audit Licensee's records at any time.

2. Licensee may use the Model.
"""


@pytest.fixture
def changed(library_with):
    """Return the library of the fixture as it is, and with replacements."""

    def load(*replacements):
        before = load_clause_library(library_with())
        return before, load_clause_library(library_with(*replacements))

    return load


def told(found):
    return [(each.part, each.change) for each in found]


def test_a_library_does_not_differ_from_itself(changed):
    assert differences(*changed()) == ()


@pytest.mark.parametrize(
    ("old", "new", "part", "change"),
    [
        ("severity: low", "severity: high", "severity", "from “low” to “high”"),
        ("owner: Legal", "owner: Procurement", "owner", "from “Legal” to “Procurement”"),
        ("ask for thirty days'", "ask for 30 days'", "comment to the other side", None),
        ("at_least: 30", "at_least: 45", "position “Thirty days' notice, once a year”", None),
        ("approver: Legal", "approver: Finance", "position “Ten days' notice”", "approver from “Legal” to “Finance”"),
        ("Ten days' notice", "Some notice", "position “Some notice”", "was called “Ten days' notice”"),
        ("{days:10} prior", "{days:12} prior", "position “Ten days' notice”", None),
        ("on notice of 10 days", "on 10 days", "position “Thirty days' notice, once a year”", None),
        ("heading: [audits]", "heading: [audits, books]", "headings", "added 'books'"),
        ("sources: [practice]", "sources: [habit]", "sources", "added “habit”"),
        ("silent: 0", "silent: 1", "facts", "“notice_days”: value of silence changed"),
        ("facts: {notice_days: 0}, ", "", "examples", "1 to be read otherwise"),
        ("    - text: You must delete the Model.\n", "", "examples", "1 no longer there"),
        ("inherits: true", "inherits: false", "items of lists", "no longer carry their lead-in's type"),
        ("[model-licence, unknown]", "[unknown]", "where it applies", "from “model-licence, unknown” to “unknown”"),
    ],
)
def test_a_change_is_told_in_words(changed, old, new, part, change):
    found = differences(*changed((old, new)))
    assert found[0].about == "Audit"
    assert found[0].part == part
    assert change is None or found[0].change == change


def test_tests_of_a_position_are_told_before_and_after(changed):
    found = differences(*changed(("at_least: 10}", "at_least: 10}, {profile: use, is: commercial}")))
    assert told(found) == [
        (
            "position “Ten days' notice”",
            "tests from “notice days: at least 10” to “notice days: at least 10 and our use: 'commercial'”",
        )
    ]


def test_what_a_long_text_says_otherwise_is_shown_from_shortly_before(changed):
    long = "An audit without warning stops work, and whoever has seen it knows how long it takes to start again"
    before = changed(("An audit without warning stops work.", f"{long}."))[1]
    after = changed(("An audit without warning stops work.", f"{long} everywhere."))[1]
    assert differences(before, after)[0].change == (
        "from “… long it takes to start again.” to “… long it takes to start again everywhere.”"
    )


def test_entries_that_are_new_or_gone_are_told(library_with):
    folder = library_with()
    one = load_clause_library(folder)
    text = (folder / "audit.yaml").read_text(encoding="utf-8")
    (folder / "books.yaml").write_text(
        text.replace("id: audit", "id: books").replace("title: Audit", "title: Books"), encoding="utf-8"
    )
    two = load_clause_library(folder)
    assert [(each.about, each.change) for each in differences(one, two)] == [
        ("Books", "new: Thirty days' notice of an audit.")
    ]
    assert [(each.about, each.change) for each in differences(two, one)] == [("Books", "no longer there")]


def test_the_version_is_part_of_a_library(library_with):
    folder = library_with()
    before = load_clause_library(folder)
    (folder / "library.yaml").write_text('extends: none\nversion: "2"\neffective: "2026-01-02"\n', encoding="utf-8")
    found = differences(before, load_clause_library(folder))
    assert told(found) == [
        ("version", "from “library” to “2”"),
        ("in force since", "from “not said” to “2026-01-02”"),
    ]


@pytest.fixture
def licence(tmp_path):
    path = tmp_path / "papers" / "licence.txt"
    path.parent.mkdir()
    path.write_text(LICENCE, encoding="utf-8")
    return path


def test_the_findings_that_change_are_told_with_level_severity_and_redline(changed, licence):
    old, new = changed(("severity: low", "severity: high"), ("{days:30} notice", "{days:40} notice"))
    found = effects_of([licence.parent], old, new, DeploymentProfile())
    assert found.documents == 1
    assert [(each.document, each.before, each.after, each.redline) for each in found.findings] == [
        ("licence.txt", ("walk-away", "low"), ("walk-away", "high"), "changed")
    ]


def test_a_finding_that_stays_is_not_told(changed, licence):
    assert effects_of([licence], *changed(("owner: Legal", "owner: Finance")), DeploymentProfile()).findings == ()


def test_a_document_that_cannot_be_read_does_not_stop_the_others(changed, licence):
    (licence.parent / "broken.docx").write_bytes(b"PK\x03\x04 no")
    found = effects_of([licence.parent], *changed(("severity: low", "severity: high")), DeploymentProfile())
    assert (found.documents, len(found.findings), len(found.problems)) == (1, 1, 1)
    assert "broken.docx" in str(found.problems[0])
