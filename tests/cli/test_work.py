import pytest

from app.cli import work


@pytest.mark.parametrize(("login", "shown"), [("ada", "ada"), ("root", "Counterdraft")])
def test_without_an_author_the_user_is_named_but_never_root(monkeypatch, login, shown):
    monkeypatch.setattr(work, "getuser", lambda: login)
    assert work.user_name() == shown


def test_without_any_user_name_the_program_is_the_author(monkeypatch):
    def fail():
        raise KeyError("no such uid")

    monkeypatch.setattr(work, "getuser", fail)
    assert work.user_name() == "Counterdraft"
