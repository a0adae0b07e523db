"""`counterdraft rounds`."""

import json

import pytest


@pytest.fixture
def first(three_rounds):
    return three_rounds[:2]


def test_rounds_are_printed_with_what_was_done_without_a_trace_first(run, first):
    done = run("rounds", *first)
    assert (done.status, done.err) == (0, "")
    order = [
        done.out.index(words) for words in ("3 changes were made without a trace.", "What we asked", "What they ask")
    ]
    assert order == sorted(order)
    assert "Concession ledger" in done.out


def test_three_rounds_are_one_record_with_the_ledger(run, three_rounds):
    record = json.loads(run("rounds", *three_rounds, "--author", "Ada", "--format", "json").out)
    assert [len(one["untracked"]) for one in record["rounds"]] == [3, 1, 1]
    assert {move["round"] for move in record["ledger"]} == {1, 2, 3}


def test_the_report_is_written_and_named(run, first, tmp_path):
    done = run("rounds", *first, "--out", tmp_path / "report.docx", "--date", "2026-03-20")
    assert done.out.splitlines()[-1] == f"Written: {tmp_path / 'report.docx'}"
    assert (tmp_path / "report.docx").read_bytes().startswith(b"PK")


def test_answers_are_written_and_told(run, first, tmp_path):
    answers, out = tmp_path / "answers.json", tmp_path / "answered.docx"
    answers.write_text(
        '[{"point": "A1", "answer": "counter", "words": "forty (40)"}, {"point": "U1", "answer": "reject"}]'
    )
    done = run("rounds", *first, "--answers", answers, "--answer-out", out, "--date", "2026-03-20")
    assert (done.status, done.err) == (0, "")
    told = done.out[done.out.index("Written:") :].splitlines()
    assert told[:3] == [
        f"Written: {out}",
        "A1: counter in your own words: forty (40)",
        "U1: reject: two percent (2%)",
    ]
    assert told[3].endswith("by Ada on 2026-03-20.")


def test_an_answer_that_cannot_be_made_is_a_line_on_stderr_and_status_1(run, first, tmp_path):
    answers = tmp_path / "answers.json"
    answers.write_text('[{"point": "X1", "answer": "reject"}, {"point": "U1", "answer": "reject"}]')
    done = run("rounds", *first, "--answers", answers, "--answer-out", tmp_path / "a.docx")
    assert done.status == 1
    assert done.problems == ["counterdraft: X1: the last round has no point with this id; take one from its list"]


def test_a_file_without_its_answer_is_refused(run, first):
    done = run("rounds", first[0])
    assert (done.status, done.problems) == (
        2,
        ["counterdraft: name two files a round: what was sent, then what came back"],
    )


def test_answers_need_a_place_to_go(run, first, tmp_path):
    done = run("rounds", *first, "--answers", tmp_path / "answers.json")
    assert done.problems == [
        "counterdraft: --answers and --answer-out go together: say what to answer, and where to write it"
    ]


def test_a_report_that_is_no_word_file_is_refused_before_anything_is_read(run, first, tmp_path):
    done = run("rounds", *first, "--out", tmp_path / "report.pdf")
    assert (done.status, done.out) == (2, "")
