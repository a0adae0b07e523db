import json
import re
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from app.cli.review import DISCLAIMER

NAMES = ["heron.memo.docx", "heron.redlined.docx", "heron.review.json"]


def test_the_table_shows_what_is_wrong_with_its_place(run, licence):
    done = run("review", licence)
    assert (done.status, done.err) == (0, "")
    row = next(line for line in done.out.splitlines() if "walk-away" in line and "indemn" in line.lower())
    assert " 3 " in row


def test_the_table_says_what_the_document_was_read_as_and_by_which_words(run, tmp_path):
    path = tmp_path / "heron.txt"
    path.write_text("Acceptable Use Policy\n\nDo not scare the herons.\n", encoding="utf-8")
    assert "Read as use-policy. Its title is “Acceptable Use Policy”." in run("review", path).out.splitlines()


def test_the_worst_findings_stand_first(run, licence):
    words = [line.split()[0] for line in run("review", licence).out.splitlines() if line.strip()]
    severities = [word for word in words if word in ("critical", "high", "medium", "low")]
    assert severities == sorted(severities, key=["critical", "high", "medium", "low"].index)
    assert len(severities) > 3


def test_the_table_counts_what_is_fine_and_says_once_that_it_is_no_advice(run, licence):
    out = run("review", licence).out
    assert "Not applicable: " in out
    assert out.count(DISCLAIMER) == 1


def test_rules_that_no_clause_type_explains_are_counted_and_named_with_their_place_and_words(run, linked):
    lines = run("review", linked).out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Not covered"))
    said = re.fullmatch(r"Not covered by any clause type, read them yourself: (\d) paragraphs?\.", lines[at])
    named = [line for line in lines[at + 1 :] if line.startswith("  ")]
    assert len(named) == int(said[1])
    assert any(re.fullmatch(r"  4 \([a-z, ]+\): “.+”", line) for line in named)


def test_a_document_that_the_library_covers_says_nothing_of_what_is_not(run, tmp_path):
    path = tmp_path / "law.txt"
    path.write_text("The laws of the State of California govern this licence.\n", encoding="utf-8")
    assert "Not covered" not in run("review", path).out


def test_the_table_has_no_colours_where_nobody_watches(run, licence):
    assert "\x1b" not in run("review", licence).out


def test_json_has_a_finding_for_every_clause_type_and_nothing_else_on_stdout(run, licence):
    done = run("review", licence, "--format", "json")
    review = json.loads(done.out)
    assert (done.status, done.err, review["schema"]) == (0, "", 1)
    assert len({finding["clause"] for finding in review["findings"]}) == len(review["findings"]) > 10


def test_several_documents_give_one_json_object_a_line(run, licence, make_docx):
    other = make_docx("You must delete the Model when this licence ends.")
    lines = run("review", licence, other, "--format", "json").out.splitlines()
    assert [json.loads(line)["document"]["kind"] for line in lines] == ["text", "docx"]


def test_the_same_call_gives_the_same_json(run, licence):
    first, second = (run("review", licence, "--format", "json").out for _ in range(2))
    assert first == second


def test_the_memo_for_the_counterparty_is_written_when_asked_for(run, licence, out):
    done = run("review", licence, "--out", out, "--counterparty")
    assert sorted(path.name for path in out.iterdir()) == ["heron.counterparty.docx", *NAMES]
    assert f"Written: {out / 'heron.counterparty.docx'}" in done.out


def test_a_memo_for_the_counterparty_without_a_folder_to_write_it_to_is_refused(run, licence):
    done = run("review", licence, "--counterparty")
    assert (done.status, done.out) == (2, "")
    assert done.problems == ["counterdraft: --counterparty writes a file: say where with --out DIR"]


def test_the_verdict_on_the_whole_document_is_said_first(run, licence):
    out = run("review", licence).out
    assert out.index("Verdict: Do not accept as it stands: ") < out.index("Severity")


def test_a_narrow_terminal_loses_no_words(run, licence, monkeypatch):
    monkeypatch.setattr("app.cli.terminal._WIDTH_OF_A_FILE", 60)
    out = run("review", licence).out
    assert "…" not in out
    assert max(len(line) for line in out.splitlines() if " walk-away " in line) <= 60
    assert "customer" in out


def test_a_day_in_another_form_is_refused_with_the_right_form(run, licence):
    done = run("review", licence, "--date", "1.2.2026")
    assert done.status == 2
    assert "1.2.2026 is not a day such as 2026-03-31" in done.err


def test_with_out_the_three_files_are_written_and_named(run, licence, out):
    done = run("review", licence, "--out", out)
    assert done.status == 0
    assert sorted(path.name for path in out.iterdir()) == NAMES
    assert all(f"Written: {path}" in done.out for path in out.iterdir())


def test_with_out_and_json_the_names_of_the_files_go_to_stderr(run, licence, out):
    done = run("review", licence, "--out", out, "--format", "json")
    assert json.loads(done.out)["schema"] == 1
    assert [line.split("/")[-1].split(".")[0] for line in done.problems[:3]] == ["heron"] * 3
    assert [line.split(":")[0] for line in done.problems[3:]] == ["Made", "Tracked changes in it", "Proved"]


def test_the_written_json_is_the_printed_one(run, licence, out):
    printed = run("review", licence, "--out", out, "--format", "json").out
    written = json.loads((out / "heron.review.json").read_text(encoding="utf-8"))
    assert written.pop("redlined")["words_added"] > 0
    assert written == json.loads(printed)


def test_copies_are_written_and_named(run, licence, out):
    done = run("review", licence, "--out", out, "--copy", "clean", "--copy", "ours-only")
    assert sorted(path.name for path in out.iterdir()) == sorted((*NAMES, "heron.clean.docx", "heron.ours-only.docx"))
    assert all(f"Written: {path}" in done.out for path in out.iterdir())


@pytest.mark.parametrize("option", [("--copy", "clean"), ("--remove", "people")])
def test_what_is_for_files_is_refused_where_none_is_written(run, licence, option):
    done = run("review", licence, *option)
    assert (done.status, done.out) == (2, "")
    assert "say where with --out DIR" in done.err


def test_a_kind_that_cannot_be_taken_out_is_refused_before_anything_is_read(run, licence, out):
    done = run("review", licence, "--out", out, "--remove", "verbs")
    assert (done.status, done.out) == (2, "")
    assert "verbs cannot be taken out" in done.err
    assert not out.exists()


def test_a_degree_marks_whole_paragraphs(run, licence, out, tmp_path, document_xml):
    run("review", licence, "--out", out, "--date", "2026-03-04")
    run("review", licence, "--out", tmp_path / "more", "--date", "2026-03-04", "--degree", "clause")
    surgical, clause = (document_xml(folder / "heron.redlined.docx") for folder in (out, tmp_path / "more"))
    assert sum(map(len, clause.split("<w:delText")[1:])) > sum(map(len, surgical.split("<w:delText")[1:]))


def test_author_and_date_are_those_of_the_tracked_changes(run, licence, out, document_xml):
    run("review", licence, "--out", out, "--author", "Ada Byron", "--date", "2026-03-04")
    xml = document_xml(out / "heron.redlined.docx")
    assert 'w:author="Ada Byron"' in xml
    assert 'w:date="2026-03-04T00:00:00Z"' in xml


def test_without_a_date_today_is_taken(run, licence, out, document_xml):
    days = {f"{datetime.now(tz=UTC).astimezone():%Y-%m-%d}"}
    run("review", licence, "--out", out)
    days.add(f"{datetime.now(tz=UTC).astimezone():%Y-%m-%d}")
    xml = document_xml(out / "heron.redlined.docx")
    assert any(f'w:date="{day}T00:00:00Z"' in xml for day in days)


def test_a_profile_changes_the_review_and_is_named(run, licence, tmp_path):
    profile = tmp_path / "tiny.toml"
    profile.write_text('name = "Tiny pilot"\nmonthly_active_users = 10\ngrowth_expected = false\n', encoding="utf-8")
    default, ours = run("review", licence).out, run("review", licence, "--profile", profile).out
    assert "Tiny pilot" in ours
    assert default.splitlines()[3:] != ours.splitlines()[3:]


def test_one_bad_document_does_not_lose_the_others(run, licence, tmp_path):
    empty = tmp_path / "empty.docx"
    empty.touch()
    done = run("review", empty, licence, "--format", "json")
    assert (done.status, len(done.problems)) == (1, 1)
    assert "empty.docx" in done.err
    assert json.loads(done.out)["document"]["kind"] == "text"


def test_files_of_the_same_name_do_not_overwrite_one_another(run, licence, make_docx, out):
    twin = make_docx("You must delete the Model when this licence ends.", name="heron.docx")
    done = run("review", licence, twin, "--out", out)
    assert done.status == 1
    assert done.err == (
        "counterdraft: heron.docx: not written, for heron.txt gave files of the same names; use another --out\n"
    )


def test_the_source_is_left_as_it_was(run, make_docx, out):
    source = make_docx("Licensor may terminate this licence at any time.")
    before = source.read_bytes()
    run("review", source, "--out", out)
    assert source.read_bytes() == before


def test_every_document_of_a_message_is_reviewed_and_written_under_its_own_name(run, licence, out, tmp_path):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "ann@heron.example", "bob@wren.example", "Our terms"
    mail.set_content("Please sign.")
    mail.add_attachment(licence.read_text("utf-8"), filename="licence.txt")
    mail.add_attachment(licence.read_text("utf-8").replace("HERON", "WREN"), filename="other.txt")
    path = tmp_path / "mail.eml"
    path.write_bytes(mail.as_bytes())
    outcome = run("review", path, "--out", out)
    assert outcome.status == 0
    assert sorted(each.name for each in out.iterdir() if each.suffix == ".json") == [
        "licence.review.json",
        "other.review.json",
    ]


def test_the_table_names_the_library_and_the_day_it_holds_from(run, licence):
    assert re.search(r"Library: \S+, in force since \d{4}-\d\d-\d\d\.", run("review", licence).out)


def test_redlines_can_ask_for_the_least_we_accept(run, licence):
    aims = [
        json.loads(run("review", licence, "--format", "json", "--aim", aim).out) for aim in ("preferred", "fallback")
    ]
    asked = [[finding["redline"] is not None for finding in each["findings"]] for each in aims]
    assert [each["aim"] for each in aims] == ["preferred", "fallback"]
    assert sum(asked[1]) < sum(asked[0])


@pytest.fixture
def house_paper(run, licence, tmp_path):
    """Make a library that knows the licence as a standard form."""
    folder = tmp_path / "ours"
    (folder / "forms").mkdir(parents=True)
    (folder / "library.yaml").write_text('title: Ours\nversion: "1"\n', encoding="utf-8")
    label = ("--id", "heron", "--title", "Heron Licence", "--publisher", "Heron")
    assert run("library", "fingerprint", licence, *label, "--out", folder / "forms" / "heron.yaml").status == 0
    return folder


def test_a_document_that_follows_a_standard_form_word_for_word_is_named(run, licence, house_paper):
    assert "Heron Licence: unmodified, word for word" in run("review", licence, "--library", house_paper).out


def test_the_json_says_where_a_standard_form_was_changed(run, licence, house_paper, tmp_path):
    changed = tmp_path / "changed.txt"
    added = "Provider may do as it likes with the office plants of Customer."
    changed.write_text(f"{licence.read_text('utf-8')}\n{added}\n", "utf-8")
    found = json.loads(run("review", changed, "--library", house_paper, "--format", "json").out)["recognised"]
    assert [(each["form"], each["unmodified"]) for each in found] == [("heron", False)]
    assert [change["kind"] for change in found[0]["changes"]] == ["added"]


def test_the_kind_of_a_document_can_be_said(run, licence):
    read, said = (
        json.loads(run("review", licence, "--format", "json", *kind).out) for kind in ((), ("--kind", "service-levels"))
    )
    assert (read["kind"]["type"], said["kind"]["type"]) == ("model-licence", "service-levels")
    assert said["kind"]["why"] == "So it was said."
    missing = [{f["clause"] for f in each["findings"] if f["level"] == "missing"} for each in (read, said)]
    assert "liability-cap" in missing[0] - missing[1]


FAMILY = """
id: heron
title: Heron
publisher: Heron
versions:
  - {id: "1", title: Heron 1, licence: heron}
  - {id: "2", title: Heron 2}
topics:
  - {id: badge, title: Badge, cells: [{versions: ["1", "2"], says: None is asked.}]}
"""


def test_a_licence_of_another_version_than_the_one_in_use_is_told(run, licence, house_paper, tmp_path):
    form = house_paper / "forms" / "heron.yaml"
    form.write_text(f"family: heron\nversion: '1'\n{form.read_text('utf-8')}", encoding="utf-8")
    (house_paper / "families").mkdir()
    (house_paper / "families" / "heron.yaml").write_text(FAMILY, encoding="utf-8")
    ours = tmp_path / "ours.toml"
    ours.write_text('model = "Heron 2"\n', encoding="utf-8")
    out = run("review", licence, "--library", house_paper, "--profile", ours).out
    assert "Get the licence of Heron 2, which the profile names: this is the one of Heron 1." in out
