import json

import pytest

ENTRY = """\
id: audit
title: Audit
group: D
nature: burden
severity: low
negotiability: open
owner: Legal
applies:
  documents: [model-licence, unknown]
  otherwise: Nothing is to be audited here.
cues:
  strong: ["audit|inspect"]
facts:
  notice_days: {read: duration, near: ["notice"]}
positions:
  - level: preferred
    name: Thirty days' notice
    if: [{fact: notice_days, at_least: 30}]
    clause: {heading: Audits., text: ["{vendor} may audit {customer's} records on {days:30} notice."]}
  - level: walk-away
    name: Less notice than that
ask: Thirty days' notice of an audit.
rationale: An audit without warning stops work.
comment: We ask for thirty days' notice.
note: Rarely refused.
sources: [practice]
examples:
  carries:
    - text: Licensor may audit you upon 30 days' notice.
      facts: {notice_days: 30}
      level: preferred
    - text: Licensor may inspect your records at any time.
      level: walk-away
  does_not_carry:
    - text: You must delete the Model.
"""

MISTAKES = (
    ("group: D", "group: Z", "group"),
    ("nature: burden", "nature: heavy", "nature"),
    ("severity: low", "severity: dire", "severity"),
    ('strong: ["audit|inspect"]', "strong: []", "cues.strong"),
    ("note: Rarely refused.", "nota: Rarely refused.", "nota"),
)


@pytest.fixture
def library_of(tmp_path):
    def write(text):
        folder = tmp_path / "library"
        folder.mkdir(exist_ok=True)
        (folder / "audit.yaml").write_text(text, encoding="utf-8")
        return folder

    return write


def changed(*changes):
    text = ENTRY
    for before, after, _ in changes:
        assert before in text
        text = text.replace(before, after)
    return text


def test_a_right_library_passes_and_shows_how_its_examples_fare_in_other_words(run, library_of):
    done = run("library", "check", library_of(ENTRY))
    assert done.status == 0
    assert done.out.startswith("1 clause type, 3 examples: all pass\nExamples in other words  ")
    assert "  upper case " in done.out


def test_what_an_author_should_look_at_is_told_as_a_warning(run, library_of):
    done = run("library", "check", library_of(ENTRY))
    assert "warning: audit.yaml:28: examples.carries: has 2 of the 3 examples that are due; add some" in done.problems
    assert all(line.startswith("warning: ") for line in done.problems)


def test_the_bundled_library_passes(run):
    done = run("library", "check")
    assert done.status == 0, done.err
    assert " examples: all pass\n" in done.out


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[2])
def test_a_mistake_is_named_with_its_file_line_and_field(run, library_of, mistake):
    done = run("library", "check", library_of(changed(mistake)))
    assert (done.status, done.out) == (3, "")
    line = ENTRY[: ENTRY.index(mistake[0])].count("\n") + 1
    assert any(problem.startswith(f"audit.yaml:{line}: {mistake[2]}: ") for problem in done.problems)


def test_an_example_that_is_read_otherwise_is_a_mistake(run, library_of):
    done = run("library", "check", library_of(ENTRY.replace("{notice_days: 30}", "{notice_days: 31}")))
    mistakes = [line for line in done.problems if not line.startswith("warning: ")]
    assert (done.status, len(mistakes)) == (3, 1)
    assert mistakes[0].startswith("audit.yaml:")
    assert "30" in mistakes[0]
    assert done.out.startswith("1 clause type, 3 examples: 1 mistake\n")


def test_five_mistakes_give_five_lines_and_no_review(run, library_of, licence, out):
    library = library_of(changed(*MISTAKES[:4], ("owner: Legal", "owner: 7", "owner")))
    done = run("review", licence, "--library", library, "--out", out)
    assert (done.status, done.out, len(done.problems)) == (3, "", 5)
    assert all(line.startswith("audit.yaml:") for line in done.problems)
    assert not out.exists()


def test_a_library_that_is_not_there_is_one_line(run, licence, tmp_path):
    done = run("review", licence, "--library", tmp_path / "nowhere")
    assert (done.status, done.out, len(done.problems)) == (3, "", 1)


def test_a_review_with_a_library_of_ones_own_judges_by_it_alone(run, library_of, make_docx):
    document = make_docx("Licensor may audit your records upon ten days' notice.")
    library = library_of(ENTRY)
    (library / "library.yaml").write_text("extends: none\n", encoding="utf-8")
    out = run("review", document, "--library", library).out
    assert "Audit" in out
    assert "Indemnity" not in out


def test_coverage_is_told_for_a_folder(run, library_of, tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "one.txt").write_text("You must delete the Model.\n", encoding="utf-8")
    done = run("library", "check", library_of(ENTRY), "--coverage", tmp_path / "papers")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("1 document\n")


def test_coverage_without_a_document_that_can_be_read_fails(run, library_of, tmp_path):
    done = run("library", "check", library_of(ENTRY), "--coverage", tmp_path / "nowhere.txt")
    assert (done.status, done.out, len(done.problems)) == (2, "", 1)


def test_libraries_are_compared(run, library_of):
    done = run("library", "diff", "bundled", library_of(ENTRY))
    assert (done.status, done.err) == (0, "")
    assert "Audit\n  entry: new: Thirty days' notice of an audit.\n" in done.out


def test_libraries_that_say_the_same_are_told_so(run):
    assert run("library", "diff", "bundled", "bundled").out == "The libraries say the same.\n"


def test_findings_that_would_change_are_told(run, library_of, licence):
    done = run("library", "diff", "bundled", library_of(ENTRY), licence, "--format", "json")
    assert json.loads(done.out)["documents"] == 1


def test_a_new_entry_passes_the_check_as_it_is(run, tmp_path):
    done = run("library", "new", "site-visits", "--title", "Visits: by the vendor", "--out", tmp_path / "house")
    assert (done.status, done.err) == (0, "")
    assert (tmp_path / "house" / "library.yaml").is_file()
    checked = run("library", "check", tmp_path / "house")
    assert (checked.status, checked.err) == (0, "")
    assert checked.out.startswith("1 clause type, 6 examples: all pass\n")


def test_a_new_entry_is_never_written_over(run, tmp_path):
    run("library", "new", "site-visits", "--out", tmp_path)
    done = run("library", "new", "site-visits", "--out", tmp_path)
    assert (done.status, done.out, len(done.problems)) == (2, "", 1)
    assert "is there already and is never written over" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("Site Visits",), "'Site Visits' is no id: use small letters"), (("visits", "--group", "Z"), "'Z' is no group")],
)
def test_an_entry_that_cannot_be_is_refused(run, tmp_path, arguments, message):
    done = run("library", "new", *arguments, "--out", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"counterdraft: {message}")


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_library_goes_out_and_comes_back(run, library_of, tmp_path, ending):
    file = tmp_path / f"library.{ending}"
    assert run("library", "export", library_of(ENTRY), "--out", file).out == f"Written: {file}\n"
    done = run("library", "import", file, "--out", tmp_path / "back")
    assert (done.status, done.out, done.err) == (0, f"Written: 1 file in {tmp_path / 'back'}\n", "")
    assert run("library", "diff", library_of(ENTRY), tmp_path / "back").out == "The libraries say the same.\n"
