import pytest

from app.desktop.job_bar import JobBar
from app.desktop.jobs import READING_PAGE
from app.service.jobs import Progress


@pytest.fixture
def bar(qtbot):
    bar = JobBar()
    qtbot.addWidget(bar)
    return bar


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (Progress(12, 80, READING_PAGE), "Reading page 12 of 80"),
        (Progress(0, 80, READING_PAGE), "Reading page"),
        (Progress(12, 80, "Matching clauses"), "Matching clauses: 15 %"),
        (Progress(0, 80, "Matching clauses"), "Matching clauses"),
        (Progress(80, 80, "Judging"), "Judging"),
    ],
)
def test_pages_are_counted_and_other_steps_told_in_percent(bar, progress, shown):
    bar.show_progress(progress)
    assert bar.stage.text() == shown


def test_what_is_pointed_at_is_shown_for_as_long_as_it_is(bar):
    bar.say("Reviewed.")
    bar.show_pointed("Goes to 5(c)")
    assert bar.done.text() == "Goes to 5(c)"
    bar.show_pointed("")
    assert bar.done.text() == "Reviewed."


def test_how_many_jobs_wait_is_told_as_long_as_any_do(bar):
    bar.show_waiting(2)
    assert (bar.waiting.text(), bar.waiting.isHidden()) == ("2 more waiting", False)
    bar.show_waiting(0)
    assert bar.waiting.isHidden()
