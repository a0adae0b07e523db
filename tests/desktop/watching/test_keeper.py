from datetime import UTC, date, datetime, timedelta

import pytest

from app.service.kept import keep_file

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
WHEN = datetime(2026, 3, 4, tzinfo=UTC)
TODAY = datetime.now(tz=UTC).astimezone().date()


@pytest.fixture
def opened(reviewed):
    """Open the matter of the window again, with a baseline that is to be looked at on a day."""

    def opening(day: date | None):
        keep_file(reviewed.session.matter, "baseline", "use.md", b"words", WHEN, owner="Ada", review_by=day)
        reviewed.message.hide()
        reviewed.opener.matter_opened.emit()
        return reviewed

    return opening


def test_the_menu_shows_one_window_however_often(reviewed):
    reviewed.commands.watch.trigger()
    watch = reviewed.watch.watch
    reviewed.commands.watch.trigger()
    assert reviewed.watch.watch is watch
    assert watch.isVisible()


def test_a_look_that_is_overdue_is_told_when_the_matter_opens(opened):
    day = TODAY - timedelta(days=2)
    window = opened(day)
    assert window.message.label.accessibleName() == f"use.md: was to be looked at again on {day} (Ada)"
    window.message.action.click()
    assert window.watch.watch.page.begin.chosen.name == "use.md"


def test_a_look_that_is_due_today_is_told(opened):
    assert opened(TODAY).message.label.accessibleName() == "use.md: to be looked at again today (Ada)"


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), None])
def test_a_look_that_is_not_due_is_not_told(opened, day):
    assert not opened(day).message.isVisible()


def test_the_window_knows_the_matter_no_more_once_it_is_closed(reviewed):
    reviewed.commands.watch.trigger()
    reviewed.close_matter()
    assert not reviewed.watch.watch.commands.keep.isEnabled()
    assert reviewed.watch.watch.page.begin.baselines.rowCount() == 0


def test_the_window_closes_with_the_main_one(reviewed):
    reviewed.commands.watch.trigger()
    reviewed.close()
    assert not reviewed.watch.watch.isVisible()
