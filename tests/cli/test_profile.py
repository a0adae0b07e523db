from io import StringIO

import pytest


@pytest.fixture(autouse=True)
def settings(monkeypatch, tmp_path):
    """Keep saved profiles in a folder of the test."""
    monkeypatch.setattr("app.service.profiles.user_config_path", lambda _: tmp_path / "settings")


def test_a_profile_is_saved_listed_used_and_removed(run, licence):
    assert run("profile", "--save", "pilot").status == 0
    assert run("profile", "--list").out == "pilot\n"
    assert "Profile: pilot." in run("review", licence, "--profile", "pilot").out
    assert run("profile", "--remove", "pilot").status == 0
    assert run("profile", "--list").out == ""


def test_an_unknown_name_is_refused_in_one_line(run, licence):
    done = run("review", licence, "--profile", "pilot")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("counterdraft: pilot: there is no such file")
    assert done.err.count("\n") == 1


def test_the_questions_are_printed_with_field_and_reason(run):
    out = run("profile", "--questions").out
    assert "monthly_active_users: a number" in out
    assert "EU (European Union); UK" in out


def test_answers_are_asked_for_and_a_wrong_one_again(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("Pilot\nperhaps\nyes\n" + "\n" * 40))
    done = run("profile", "--ask")
    assert 'name = "Pilot"\n' in done.out
    assert "paid = true\n" in done.out
    assert "the answer must be true or false, not 'perhaps'" in done.err


def test_answers_that_end_too_early_keep_nothing_and_say_so(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("Pilot\nyes\n"))
    done = run("profile", "--ask", "--save", "pilot")
    assert (done.status, done.out) == (130, "")
    assert "stopped at question 3 of" in done.err
    assert run("profile", "--list").out == ""


def test_what_cannot_be_done_together_is_said(run):
    done = run("profile", "--list", "--ask")
    assert done.status == 2
    assert "one at a time" in done.err
