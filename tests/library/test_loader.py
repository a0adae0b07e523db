import re
from datetime import date

import pytest

from app.errors import LibraryError
from app.library.loader import load_library
from app.paths import data_dir

ENTRY = """\
id: cure
title: Time to cure
group: D
nature: burden
severity: high
negotiability: open
owner: Legal
applies:
  documents: [model-licence]
  otherwise: Not here.
cues:
  strong: ["may .. terminate"]
facts:
  cure_days: {read: duration, near: ["cure"], silent: 0}
positions:
  - level: preferred
    name: Thirty days
    if:
      - {fact: cure_days, at_least: 30}
    edits:
      - - {replace: "in breach", text: "in material breach"}
    clause: {heading: Cure., text: ["{customer|has} {days:30} to cure."]}
  - level: walk-away
    name: None
ask: Thirty days.
rationale: Time is needed.
comment: We ask {vendor:object} for time.
note: Ten will do.
sources: [practice]
examples:
  carries:
    - {text: Vendor may terminate., facts: {cure_days: 0}, level: walk-away}
  does_not_carry:
    - {text: Vendor may sing.}
"""


@pytest.fixture
def folder(tmp_path):
    """Write a library of one clause file, with replacements, and return its folder."""

    def write(*replacements, name="cure.yaml", text=ENTRY):
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def problems_of(folder):
    with pytest.raises(LibraryError) as error:
        load_library(folder)
    assert error.value.exit_code == 3
    return error.value.problems


def test_a_clause_file_becomes_a_clause_type(folder):
    library = load_library(folder())
    clause = library.clauses[0]
    assert (clause.id, clause.positions[0].tests[0].operand, clause.facts[0].silent) == ("cure", 30, 0)
    assert clause.positions[0].edits[0][0].action == "replace"
    assert [example.carries for example in clause.examples] == [True, False]


def test_yes_and_no_are_words_and_numbers_keep_their_kind(folder):
    library = load_library(
        folder(
            ('{read: duration, near: ["cure"], silent: 0}', "{read: flag, yes: [cure], no: [no], silent: false}"),
            ("at_least: 30", "is: true"),
            ("cure_days: 0}", "cure_days: false}"),
        )
    )
    spec = library.clauses[0].facts[0]
    assert (spec.patterns, spec.unless, spec.silent) == (("cure",), ("no",), False)


def test_the_hash_tells_one_library_from_another(folder):
    first = load_library(folder()).sha256
    assert load_library(folder()).sha256 == first
    assert load_library(folder(("Thirty days.", "Forty days."))).sha256 != first


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("level: preferred", "level: prefered", "cure.yaml:16: positions.0.level: must be 'preferred', 'fallback' or "),
        ("title:", "titel:", "cure.yaml:1: title: is missing"),
        ("title:", "nature: burden\ntitle:", "cure.yaml:5: "),
        ("severity: high", "severity: grave", "cure.yaml:5: severity: must be 'critical'"),
        ('"may .. terminate"', '".. terminate"', "cure.yaml:12: cues.strong.0: not a phrase: "),
        ("at_least: 30", "at_least: 30, at_most: 9", "cure.yaml:19: positions.0.if.0: a test has one of"),
        (
            "{fact: cure_days, at_least",
            "{fact: cure, at_least",
            "cure.yaml:19: positions.0.if.0: no fact 'cure' is read",
        ),
        (
            "{fact: cure_days,",
            "{profile: colour,",
            "cure.yaml:19: positions.0.if.0.profile: the profile has no 'colour'",
        ),
        ("{customer|has}", "{custommer|has}", "cure.yaml:22: positions.0.clause.text.0: no slot {custommer|has}"),
        ("{replace:", "{replaces:", "cure.yaml:21: positions.0.edits.0.0"),
        ('text: "in material breach"}', 'text: ""}', "cure.yaml:21: positions.0.edits.0.0: an edit has a 'text'"),
        ("near:", "after:", "cure.yaml:14: facts.cure_days: a duration is read with 'near'"),
        ("id: cure", "id: care", "cure.yaml:1: id: the file is called cure.yaml"),
        ("facts: {cure_days: 0}", "facts: {notice: 0}", "cure.yaml:32: examples.carries.0.facts.notice: no fact"),
        ("title: Time", "title: [Time", "cure.yaml:"),
    ],
)
def test_a_mistake_is_reported_with_file_line_and_field(folder, old, new, problem):
    assert problems_of(folder((old, new)))[0].startswith(problem)


def test_positions_stand_best_first_and_only_the_last_takes_all(folder):
    rungs = ENTRY[ENTRY.index("  - level: preferred") : ENTRY.index("ask:")]
    better = "  - level: fallback\n    name: Any\n  - level: preferred\n    name: Best\n"
    assert [problem.split(": ", 1)[1] for problem in problems_of(folder((rungs, better)))] == [
        "positions.0: a position without tests takes all, so it must be the last",
        "positions.1.level: positions stand best first",
    ]


def test_the_last_position_has_no_tests(folder):
    rungs = ENTRY[ENTRY.index("  - level: preferred") : ENTRY.index("ask:")]
    only = "  - level: preferred\n    name: Long\n    if: [{fact: cure_days, at_least: 30}]\n"
    assert "positions.0.if: the last position takes what is left: drop 'if'" in problems_of(folder((rungs, only)))[0]


def test_typographic_quotation_marks_around_a_phrase_are_told(folder):
    assert problems_of(folder(('near: ["cure"]', "near: [“cure”]")))[0].endswith("quotation marks must be straight")


def test_all_mistakes_of_all_files_are_reported(folder):
    folder(("severity: high", "severity: grave"), ("owner: Legal\n", ""))
    folder(("group: D", "group: Z"), name="care.yaml", text=ENTRY.replace("id: cure", "id: care"))
    assert len(problems_of(folder(("severity: high", "severity: grave"), ("owner: Legal\n", "")))) == 3


def test_mistakes_of_form_hide_no_others(folder):
    replacements = (
        ("severity: high", "severity: grave"),
        ('"may .. terminate"', '".. terminate"'),
        ("{fact: cure_days, at_least", "{fact: cure, at_least"),
        ("{customer|has}", "{custommer|has}"),
        ("facts: {cure_days: 0}", "facts: {notice: 0}"),
    )
    assert [problem.split(":")[1] for problem in problems_of(folder(*replacements))] == ["5", "12", "19", "22", "32"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xff\xfe\x00", "cure.yaml:1: not a text file in UTF-8"),
        (b"- one\n", "cure.yaml:1: a clause file holds fields"),
    ],
)
def test_a_file_that_is_no_clause_file_is_reported(tmp_path, content, problem):
    (tmp_path / "cure.yaml").write_bytes(content)
    assert problems_of(tmp_path)[0].startswith(problem)


def test_a_folder_without_clause_files_is_reported(tmp_path):
    assert "holds no clause files" in problems_of(tmp_path)[0]
    assert "there is no such folder" in problems_of(tmp_path / "absent")[0]


def test_the_bundled_library_loads():
    library = load_library(data_dir("clause_library"))
    assert len({clause.id for clause in library.clauses}) == len(library.clauses) > 40


def test_two_folders_must_not_hold_the_same_clause_type(folder, tmp_path):
    folder()
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "cure.yaml").write_text(ENTRY, encoding="utf-8")
    assert problems_of(tmp_path) == ("cure.yaml:1: id: another folder holds a clause type 'cure' too",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: Time to cure", "title: 2024-13-45", "cure.yaml:1: month must be in 1..12"),
        ("title: Time to cure", "title: " + "[" * 2000, "cure.yaml:1: its brackets or lists are nested too deep"),
        ("silent: 0", "silent: never", "cure.yaml:14: facts.cure_days: 'never' is nothing a duration can be read as"),
        ("silent: 0", "silent: yes", "cure.yaml:14: facts.cure_days: 'yes' is nothing a duration can be read as"),
        ("note: Ten will", "note: Ten {bogus} will", "cure.yaml:28: note: no slot {bogus}"),
        (
            "{fact: cure_days, at_least: 30}",
            "{profile: use, at_least: 30}",
            "cure.yaml:19: positions.0.if.0: the profile's 'use' is no number",
        ),
        (
            "{fact: cure_days, at_least: 30}",
            "{fact: cure_days, clear_of_profile: {use: 20}}",
            "cure.yaml:19: positions.0.if.0: clear_of_profile takes one of engineers, growth_percent, internal_users, ",
        ),
        (
            '{read: duration, near: ["cure"], silent: 0}',
            "{read: words, after: [cure]}",
            "cure.yaml:19: positions.0.if.0: a fact read as 'words' is no number",
        ),
        (
            "  otherwise:",
            "  if: [{fact: cure_days, is: 30}]\n  otherwise:",
            "cure.yaml:10: applies.if.0: whether a clause type applies is asked of the 'profile' only",
        ),
        (
            "may .. terminate",
            "[a] " * 7 + "terminate",
            "cure.yaml:12: cues.strong.0: not a phrase: '" + "[a] " * 7 + "terminate': ",
        ),
    ],
)
def test_a_mistake_that_a_review_would_stumble_over_is_told_when_loading(folder, old, new, message):
    found = problems_of(folder((old, new)))
    assert any(problem.startswith(message) for problem in found), found


def test_what_cannot_be_read_as_a_file_is_named(folder):
    library = folder()
    (library / "term.yaml").mkdir()
    assert problems_of(library) == ("term.yaml:1: cannot be read: Is a directory",)


def head(folder, text):
    (folder / "library.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_library_says_its_title_its_version_and_from_when_it_holds(folder):
    library = load_library(head(folder(), 'title: House\nversion: "2.1"\neffective: "2026-04-05"\n'))
    assert (library.title, library.version, library.effective) == ("House", "2.1", date(2026, 4, 5))


def test_a_library_without_a_head_is_called_after_its_folder(folder):
    library = load_library(folder())
    assert library.version == library.title == folder().name
    assert library.effective is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("titel: House\n", "library.yaml:1: titel: is no field that belongs here; did you mean 'title'?"),
        ("title: House\neffective: tomorrow\n", "library.yaml:2: effective: a day is written in quotation marks"),
        ("extends: everything\n", "library.yaml:1: extends: must be 'bundled' or 'none', not 'everything'"),
    ],
)
def test_a_mistake_in_the_head_is_told_with_its_line(folder, text, problem):
    assert problems_of(head(folder(), text))[0].startswith(problem)


@pytest.fixture
def base(tmp_path_factory):
    """Write a library of one clause type, to be extended."""
    folder = tmp_path_factory.mktemp("base")
    (folder / "cure.yaml").write_text(ENTRY, encoding="utf-8")
    return head(folder, 'title: Base\nversion: "1"\n')


def test_a_library_changes_a_clause_type_of_another_by_id_and_field(folder, base):
    clause = load_library(folder(text="severity: low\n"), base).clauses[0]
    assert (clause.severity, clause.title) == ("low", "Time to cure")


def test_a_library_adds_clause_types_to_those_of_another(folder, base):
    library = load_library(folder(name="care.yaml", text=ENTRY.replace("id: cure", "id: care")), base)
    assert [clause.id for clause in library.clauses] == ["care", "cure"]


def test_a_library_may_leave_out_clause_types_of_another(folder, base):
    own = head(folder(name="care.yaml", text=ENTRY.replace("id: cure", "id: care")), "leave_out: [cure]\n")
    assert [clause.id for clause in load_library(own, base).clauses] == ["care"]


def test_a_library_that_extends_none_stands_alone(folder, base):
    own = head(folder(name="care.yaml", text=ENTRY.replace("id: cure", "id: care")), "extends: none\n")
    assert [clause.id for clause in load_library(own, base).clauses] == ["care"]


def test_the_version_names_both_libraries(folder, base):
    assert load_library(head(folder(text="severity: low\n"), 'version: "7"\n'), base).version == "1 + 7"


def test_other_positions_take_levels_and_rungs_of_the_earlier_examples_away(folder, base):
    text = ENTRY.replace("level: walk-away}", "level: walk-away, rung: 2}")
    (base / "cure.yaml").write_text(text, encoding="utf-8")
    rungs = "positions:\n  - level: fallback\n    name: Any\n"
    example = load_library(folder(text=rungs), base).clauses[0].examples[0]
    assert (example.level, example.rung) == (None, None)


@pytest.fixture
def in_pack(tmp_path):
    """Write a library with one pack for service levels, and the entry in it with other types of document."""

    def write(documents):
        (tmp_path / "cloud").mkdir(exist_ok=True)
        (tmp_path / "cloud" / "cure.yaml").write_text(
            re.sub(r"  documents: .*\n", f"  documents: {documents}\n" if documents else "", ENTRY), encoding="utf-8"
        )
        return head(tmp_path, "packs:\n  cloud:\n    title: Cloud\n    documents: [service-levels, order-form]\n")

    return write


def test_a_clause_type_takes_over_the_documents_of_its_pack(in_pack):
    assert load_library(in_pack("")).clauses[0].applies.documents == ("service-levels", "order-form")


def test_a_clause_type_may_name_fewer_documents_than_its_pack(in_pack):
    assert load_library(in_pack("[order-form]")).clauses[0].applies.documents == ("order-form",)


def test_a_document_that_its_pack_does_not_have_is_a_mistake(in_pack):
    assert "'use-policy' is no document of its pack 'cloud' (library.yaml)" in problems_of(in_pack("[use-policy]"))[0]


def test_the_packs_in_use_are_those_with_the_type_of_document(in_pack):
    library = load_library(in_pack(""))
    assert [len(library.packs_for(kind)) for kind in ("order-form", "use-policy")] == [1, 0]
