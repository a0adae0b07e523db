from dataclasses import replace
from datetime import date

import pytest

from app.errors import CounterdraftError, ExportError
from app.model.profile import DeploymentProfile
from app.service.settings import library_in_use
from app.service.watch import Look, Versions, export_watch, versions_in, watch, with_duty

POLICY = "Acceptable Use Policy\n\nYou may not use the model to:\n\n- frighten herons\n"
LOOK = Look(date(2026, 3, 4))


@pytest.fixture
def folder(tmp_path):
    """Write a folder of files by name, all with the policy and what else is given."""

    def make(**more):
        made = tmp_path / "policies"
        made.mkdir()
        for name, text in more.items():
            path = made / name.replace("_", "-").replace("-txt", ".txt")
            path.write_text(POLICY + text, encoding="utf-8")
        return made

    return make


@pytest.fixture
def watched():
    return lambda versions, look=LOOK: watch(versions, library_in_use(None), DeploymentProfile(), look)


def names(versions):
    return [[path.name for path in chain] for chain in versions.chains]


def test_files_of_one_name_are_versions_by_the_day_in_it(folder):
    made = folder(use_2026_01_02_txt="", use_2025_03_04_txt="", use_2025_11_30_txt="")
    assert names(versions_in(made)) == [["use-2025-03-04.txt", "use-2025-11-30.txt", "use-2026-01-02.txt"]]


def test_files_of_other_names_are_another_policy(folder):
    made = folder(**{f"{name}_2026_0{month}_02_txt": "" for name in ("use", "terms") for month in (1, 2)})
    assert names(versions_in(made)) == [
        ["terms-2026-01-02.txt", "terms-2026-02-02.txt"],
        ["use-2026-01-02.txt", "use-2026-02-02.txt"],
    ]


def test_what_has_no_day_or_no_other_version_is_left_out_with_the_reason(folder):
    made = folder(use_2026_01_02_txt="", use_2026_02_02_txt="", terms_2026_01_02_txt="", notes_txt="")
    left_out = versions_in(made).left_out
    assert [line.split(":")[0] for line in left_out] == ["notes.txt", "terms-2026-01-02.txt"]


def test_a_day_that_no_calendar_has_is_none(folder):
    made = folder(use_2026_01_02_txt="", use_2026_02_02_txt="", use_2026_13_45_txt="")
    assert len(versions_in(made).files) == 2


def test_a_folder_without_two_versions_is_refused(folder):
    with pytest.raises(CounterdraftError, match="no two versions"):
        versions_in(folder(use_2026_01_02_txt=""))


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CounterdraftError, match="cannot be read"):
        versions_in(tmp_path / "none")


def test_each_version_is_held_against_the_one_before(folder, watched):
    made = folder(use_2025_01_02_txt="", use_2025_02_02_txt="- chase otters\n", use_2025_03_02_txt="")
    steps = watched(versions_in(made)).steps
    assert [(step.old_day, step.new_day) for step in steps] == [
        (date(2025, 1, 2), date(2025, 2, 2)),
        (date(2025, 2, 2), date(2025, 3, 2)),
    ]
    assert [[(change.kind, change.bearing) for change in step.changes] for step in steps] == [
        [("added", "prohibition")],
        [("removed", "prohibition")],
    ]


def test_the_library_says_who_looks_next_and_when(folder, watched):
    found = watched(versions_in(folder(use_2025_01_02_txt="", use_2025_02_02_txt="")))
    assert (found.owner, found.review_on, found.rule) == (
        "Compliance, a named person",
        date(2026, 6, 4),
        "quarterly",
    )


def test_who_looks_next_and_when_can_be_given(folder, watched):
    made = versions_in(folder(use_2025_01_02_txt="", use_2025_02_02_txt=""))
    found = watched(made, Look(date(2026, 3, 4), "Ada Byron", date(2026, 4, 1)))
    assert (found.owner, found.review_on) == ("Ada Byron", date(2026, 4, 1))


def test_without_a_day_in_its_name_a_version_is_of_the_day_that_it_states(tmp_path, watched):
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, day in zip(paths, ("January 5, 2025", "March 6, 2025"), strict=True):
        path.write_text(f"Acceptable Use Policy\n\nEffective date: {day}\n\nDo not scare herons.\n", encoding="utf-8")
    step = watched(Versions((paths,))).steps[0]
    assert (step.old_day, step.new_day) == (date(2025, 1, 5), date(2025, 3, 6))


def test_the_report_is_written(folder, watched, tmp_path):
    made = versions_in(folder(use_2025_01_02_txt="", use_2025_02_02_txt="- chase otters\n"))
    export_watch(watched(made), tmp_path / "report.docx", author="Ada")
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")


def test_a_report_is_a_word_file(folder, watched, tmp_path):
    made = versions_in(folder(use_2025_01_02_txt="", use_2025_02_02_txt=""))
    with pytest.raises(ExportError, match=r"end its name with \.docx"):
        export_watch(watched(made), tmp_path / "report.pdf", author="Ada")


def test_a_version_is_never_written_over(make_docx, watched):
    old, new = (
        make_docx("Acceptable Use Policy", text, name=f"{text[:3]}.docx") for text in ("Old ways.", "New ways.")
    )
    with pytest.raises(ExportError, match="never written over"):
        export_watch(watched(Versions(((old, new),))), new, author="Ada")


def test_another_day_of_the_next_look_is_told_as_given(watched, folder):
    made = folder(use_2026_01_02_txt="", use_2026_02_02_txt="- feed them\n")
    found = with_duty(watched(versions_in(made)), "Ada", date(2026, 9, 9))
    assert (found.owner, found.review_on, found.rule) == ("Ada", date(2026, 9, 9), "the day that was given")


def test_the_same_day_keeps_its_rule(watched, folder):
    made = folder(use_2026_01_02_txt="", use_2026_02_02_txt="- feed them\n")
    found = watched(versions_in(made))
    assert with_duty(found, "Ada", found.review_on) == replace(found, owner="Ada")
