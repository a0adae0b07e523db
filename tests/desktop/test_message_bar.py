import pytest

from app.desktop.message_bar import MessageBar

LINES = "Not checked:\n" + "\n".join(f"The annex number {n} is not attached and was not reviewed" for n in range(6))


@pytest.fixture
def bar(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(600, 40)
    return bar


def test_a_short_piece_of_news_stands_whole_in_one_line(bar):
    bar.show_news("Not checked:\nThe annex is not attached")
    assert bar.label.text() == "Not checked: The annex is not attached"
    assert not bar.more.isVisible()


def test_of_a_long_one_a_line_is_shown_and_the_rest_on_request(bar):
    bar.show_news(LINES)
    assert bar.label.text().startswith("Not checked: The annex number 0")
    assert bar.label.text().endswith("…")
    bar.more.click()
    assert bar.label.text() == LINES
    assert not bar.more.isVisible()


def test_a_screen_reader_hears_all_of_it_at_once(bar):
    bar.show_news(LINES)
    assert bar.label.accessibleName() == LINES


def test_more_room_shows_more(bar):
    bar.show_news("Written to a folder: " + ", ".join(f"file-{n}.docx" for n in range(8)))
    before = bar.label.text()
    bar.resize(1600, 40)
    assert len(bar.label.text()) > len(before)


def test_a_problem_is_always_shown_whole(bar):
    bar.show_problem(LINES)
    assert bar.label.text() == f"Problem: {LINES}"
    assert not bar.more.isVisible()


def test_what_was_unfolded_does_not_unfold_the_next(bar):
    bar.show_news(LINES)
    bar.more.click()
    bar.show_news(LINES)
    assert bar.label.text().endswith("…")
