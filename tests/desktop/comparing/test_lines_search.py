import pytest

from app.desktop.comparing.lines_search import LinesSearch
from app.desktop.comparing.lines_view import LinesView


@pytest.fixture
def view(qtbot, comparison):
    view = LinesView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_comparison(comparison)
    return view


@pytest.fixture
def search(view):
    return LinesSearch(view)


def test_words_of_a_line_that_is_the_same_in_both_are_found_once(search):
    assert search.look_for("weights", match_case=False) == 2  # the title, and the grant


def test_words_of_a_line_that_changed_are_found_in_each_version(search):
    assert search.look_for("provider may", match_case=False) == 2
    assert search.look_for("thirty", match_case=False) == 1


def test_capital_letters_count_if_so_wished(search):
    assert search.look_for("weights", match_case=True) == 0


def test_in_one_text_words_are_found_once(search, view):
    view.show_face("inline")
    assert search.look_for("provider may", match_case=False) == 1


def test_no_words_are_found_over_the_end_of_a_line(search):
    assert search.look_for("Grant You may", match_case=False) == 0


def test_a_place_that_is_shown_comes_into_view_and_is_marked(search, view):
    search.look_for("names", match_case=False)
    before = view.grab().toImage()
    search.show(0)
    assert view._painter.marking.current == (10, 2, 0)
    assert 10 in view.rows_in_view()
    assert view.grab().toImage() != before


def test_looking_for_nothing_takes_the_marks_away(search, view):
    before = view.grab().toImage()
    search.look_for("names", match_case=False)
    search.show(0)
    search.look_for("", match_case=False)
    search.show(-1)
    assert view.grab().toImage() == before


def test_the_first_place_is_the_first_from_what_is_in_view_on(search, view):
    view.resize(900, 120)
    view.look_up(7)
    search.look_for("the", match_case=False)
    assert search._found[search.first_ahead()][0] >= view.rows_in_view().start
