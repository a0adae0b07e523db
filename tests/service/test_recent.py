import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from platformdirs import user_state_path

from app.service.recent import RecentMatter, forget, holding, recent, remember

WHEN = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    """Keep the list of each test apart; return its file."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return user_state_path("counterdraft") / "recent-matters.json"


@pytest.fixture
def opened(tmp_path):
    """Remember a matter that is there, and return its path."""

    def opening(name, *documents, after=0):
        path = tmp_path / name
        path.write_bytes(b"")
        remember(path, name.title(), WHEN + timedelta(minutes=after), documents, to_decide=14, decided=3)
        return path

    return opening


def names():
    return [each.path.name for each in recent()]


def test_before_any_matter_was_open_the_list_is_empty():
    assert recent() == ()


def test_a_matter_is_told_as_it_was_remembered(opened):
    path = opened("deal", "a" * 64, "b" * 64)
    assert recent() == (RecentMatter(path, "Deal", WHEN, ("a" * 64, "b" * 64), 14, 3, is_missing=False),)


def test_the_matter_opened_last_goes_first(opened):
    opened("first")
    opened("second")
    assert names() == ["second", "first"]


def test_a_matter_opened_again_goes_first_and_is_told_once(opened):
    opened("first")
    opened("second")
    opened("first", after=9)
    assert names() == ["first", "second"]
    assert recent()[0].opened == WHEN + timedelta(minutes=9)


def test_a_matter_is_the_same_under_a_relative_path(opened, tmp_path, monkeypatch):
    opened("deal")
    monkeypatch.chdir(tmp_path)
    remember(Path("deal"), "Again", WHEN, (), to_decide=0, decided=0)
    assert [(each.path, each.title) for each in recent()] == [(tmp_path / "deal", "Again")]


def test_a_matter_whose_file_is_gone_is_told_as_missing(opened):
    opened("deal").unlink()
    assert [each.is_missing for each in recent()] == [True]


def test_a_matter_that_is_forgotten_is_not_told_and_its_file_stays(opened):
    path = opened("deal")
    opened("other")
    forget(path)
    assert names() == ["other"]
    assert path.exists()


def test_matters_that_hold_a_document_are_found_by_its_hash(opened):
    opened("first", "a", "b")
    opened("second", "b")
    opened("third", "c")
    assert [each.path.name for each in holding("b")] == ["second", "first"]


def test_a_matter_that_is_missing_holds_nothing(opened):
    opened("deal", "a").unlink()
    assert holding("a") == ()


def test_the_list_does_not_grow_without_end(tmp_path):
    for number in range(60):
        remember(tmp_path / str(number), "", WHEN, (), to_decide=0, decided=0)
    assert len(recent()) == 50
    assert names()[0] == "59"


@pytest.mark.parametrize(
    "content",
    [b"", b"words", b"{}", b"[1]", b"[{}]", b"\xff\xfe", b"[" * 100_000, b'[{"path":1}]'],
)
def test_a_damaged_list_counts_as_empty(state, content):
    state.parent.mkdir(parents=True)
    state.write_bytes(content)
    assert recent() == ()


@pytest.mark.parametrize(
    ("key", "value"), [("opened", "yesterday"), ("decided", "3"), ("documents", "ab"), ("more", 1)]
)
def test_a_list_with_wrong_values_counts_as_empty(opened, state, key, value):
    opened("deal")
    entries = json.loads(state.read_text())
    state.write_text(json.dumps([{**entries[0], key: value}]))
    assert recent() == ()


def test_a_damaged_list_is_written_anew(opened, state):
    state.parent.mkdir(parents=True)
    state.write_text("words")
    opened("deal")
    assert names() == ["deal"]


def test_a_list_that_cannot_be_written_is_let_go(state, tmp_path):
    state.mkdir(parents=True)
    remember(tmp_path / "deal", "Deal", WHEN, (), to_decide=0, decided=0)
    assert recent() == ()
    assert list(state.parent.iterdir()) == [state]


def test_the_list_is_for_its_owner_alone(opened, state):
    opened("deal")
    assert stat.S_IMODE(state.stat().st_mode) == 0o600


def test_a_path_that_is_no_text_is_remembered(tmp_path):
    remember(tmp_path / "caf\udce9", "Caf\udce9", WHEN, (), to_decide=0, decided=0)
    assert names() == ["caf\udce9"]
