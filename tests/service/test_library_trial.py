import pickle

import pytest

from app.errors import LibraryError
from app.model.authoring import EntryText
from app.model.document import Opening
from app.model.profile import DeploymentProfile
from app.service.library_shelf import begun_entry, changed_entry
from app.service.library_trial import check_entry, try_entry
from app.service.reading import read
from app.service.review import review
from app.service.samples import sample_path
from app.service.settings import load_clause_library

ENTRIES = ("aup-change-notice", "liability-cap", "vendor-authority", "service-levels")
"""One with edits, two with a new clause beside others, and one that does not apply."""
VISITS = """\
MASTER SOFTWARE AGREEMENT

This Agreement is between Provider and Customer.

1. Use. Customer may use the Software.

2. Visits. Provider may visit Customer's offices on notice of five (5) days.

3. Law. The law of Ruritania governs this Agreement.
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "agreement.txt"
    path.write_text(VISITS)
    return read(path, Opening())


def visits(folder, *changes):
    text = begun_entry("site-visits", "Visits by the vendor", "D")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return EntryText(folder, "site-visits.yaml", text)


def test_an_entry_without_a_mistake_passes_all_its_examples():
    check = check_entry(visits(None))
    assert (check.passed, check.examples, check.mistakes) == (6, 6, ())
    assert check.clause.title == "Visits by the vendor"


def test_an_example_that_is_read_otherwise_is_told_with_its_line():
    entry = visits(None, ("rung: 2}", "rung: 1}"))
    check = check_entry(entry)
    told = next(mistake for mistake in check.mistakes if mistake.field == "examples.carries.1")
    assert (check.passed, check.examples, told.is_warning) == (5, 6, False)
    assert "premises after notice of five days" in entry.text.splitlines()[told.line - 1]
    assert "it stands on position 2" in told.message


@pytest.mark.parametrize(
    ("text", "line", "field", "message"),
    [
        ("severity: awful\n", 1, "severity", "must be 'critical'"),
        ("owner: Legal\nsevrity: high\n", 2, "sevrity", "did you mean 'severity'?"),
        ('owner: Legal\nnote: "open\n', 3, "", "quotation marks or brackets are opened and not closed"),
        ("- a list\n", 1, "", "a clause file holds fields"),
        ("comment: '{nobody} may not.'\n", 1, "comment", "no slot {nobody}"),
    ],
)
def test_what_keeps_an_entry_from_being_loaded_is_told_with_its_line(text, line, field, message):
    check = check_entry(EntryText(None, "assignment.yaml", text))
    assert check.clause is None
    assert (check.mistakes[0].line, check.mistakes[0].field) == (line, field)
    assert message in check.mistakes[0].message


def test_a_deep_file_is_a_mistake_and_no_crash():
    check = check_entry(EntryText(None, "assignment.yaml", "[" * 50_000))
    assert "nested too deep" in check.mistakes[0].message


def test_what_reads_ill_is_a_warning():
    entry = visits(None, ("    approver: Legal          # who may accept it\n", ""))
    mistake = check_entry(entry).mistakes[0]
    assert (mistake.is_warning, mistake.message) == (
        True,
        "has no approver; say who may accept a clause that stands here",
    )


def test_of_a_bundled_entry_only_what_we_set_is_warned_of():
    assert check_entry(EntryText(None, "aup-change-notice.yaml", "severity: medium\n")).mistakes == ()


def test_mistakes_of_other_files_are_told_apart(tmp_path):
    (tmp_path / "publicity.yaml").write_text("severity: awful\n")
    check = check_entry(EntryText(tmp_path, "assignment.yaml", "severity: high\n"))
    assert check.clause.severity == "high"
    assert [line.split(":")[0] for line in check.elsewhere] == ["publicity.yaml"]


def test_an_entry_that_is_left_out_says_so(tmp_path):
    (tmp_path / "library.yaml").write_text("leave_out: [assignment]\n")
    check = check_entry(EntryText(tmp_path, "assignment.yaml", "severity: high\n"))
    assert (check.clause, check.mistakes[0].message.split(";")[0]) == (None, "library.yaml leaves this entry out")


def test_a_new_entry_is_tried_on_a_document(document):
    trial = try_entry(document, visits(None), DeploymentProfile())
    found = trial.after.finding
    assert (trial.before, found.level, found.severity) == (None, "fallback", "low")
    assert [document.paragraphs[index].label for index in found.paragraphs] == ["2"]
    assert [edit.text for edit in trial.after.redline.edits] == ["ten (10)"]


def test_a_changed_entry_is_held_against_the_saved_one(document, tmp_path):
    (tmp_path / "site-visits.yaml").write_text(visits(None).text)
    changed = visits(tmp_path, ("at_least: 3}", "at_least: 4}"), ("severity: medium     #", "severity: critical #"))
    trial = try_entry(document, changed, DeploymentProfile())
    assert (trial.before.finding.severity, trial.after.finding.severity, trial.is_same) == ("low", "high", False)


def test_a_text_like_the_saved_entry_changes_nothing(document, tmp_path):
    (tmp_path / "site-visits.yaml").write_text(visits(None).text)
    assert try_entry(document, visits(tmp_path), DeploymentProfile()).is_same


def test_the_entry_as_it_is_can_be_tried(document):
    trial = try_entry(document, EntryText(None, "governing-law.yaml", None), DeploymentProfile())
    assert trial.is_same
    assert [document.paragraphs[index].label for index in trial.after.finding.paragraphs] == ["3"]


@pytest.fixture(scope="module")
def sample():
    return review(sample_path(), load_clause_library(None), DeploymentProfile())


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_tried_alone_gives_what_a_whole_review_gives(sample, name):
    trial = try_entry(sample.document, EntryText(None, f"{name}.yaml", None), DeploymentProfile())
    assert trial.after.redline == sample.redline_of(name)
    assert trial.after.finding == next(finding for finding in sample.findings if finding.clause.id == name)


def test_a_text_with_mistakes_cannot_be_tried(document):
    with pytest.raises(LibraryError, match=r"assignment\.yaml:1: severity: must be"):
        try_entry(document, EntryText(None, "assignment.yaml", "severity: awful\n"), DeploymentProfile())


def test_what_goes_to_the_worker_and_comes_back_can_be_pickled(document):
    entry = EntryText(None, "assignment.yaml", changed_entry("assignment", ("severity",)))
    trial = try_entry(document, entry, DeploymentProfile())
    assert pickle.loads(pickle.dumps((entry, trial, check_entry(entry))))[1] == trial
