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


def told_in(bar):
    return bar.label.accessibleName()


def test_what_is_offered_is_done_and_the_message_goes(bar):
    done = []
    bar.show_news("Reviewed before.", "Start anew", lambda: done.append("anew"))
    bar.action.click()
    assert (done, bar.isHidden()) == (["anew"], True)


def test_without_an_offer_there_is_no_button(bar):
    bar.show_news("Copied.")
    assert bar.action.isHidden()


def test_problems_that_come_together_are_all_told_in(bar):
    bar.show_problem("a.docx: broken")
    bar.show_problem("b.docx: broken")
    assert told_in(bar).splitlines() == ["Problem: a.docx: broken", "Problem: b.docx: broken"]


def test_the_same_problem_is_told_once(bar):
    bar.show_problem("The disk is full.")
    bar.show_problem("The disk is full.")
    assert told_in(bar) == "Problem: The disk is full."


def test_a_problem_that_was_dismissed_does_not_come_back_with_the_next(bar):
    bar.show_problem("a.docx: broken")
    bar.dismiss.click()
    bar.show_problem("b.docx: broken")
    assert told_in(bar) == "Problem: b.docx: broken"


def test_news_beside_a_problem_leave_it_in_its_place(bar):
    bar.show_problem("a.docx: broken")
    bar.add_news("b.docx is in.")
    assert told_in(bar).splitlines() == ["Problem: a.docx: broken", "b.docx is in."]
    assert bar.property("kind") == "problem"


def test_a_problem_that_is_none_any_more_is_taken_back(bar):
    bar.show_problem("a.docx: broken")
    bar.show_problem("Two findings cross.")
    bar.withdraw("Two findings cross.")
    assert told_in(bar) == "Problem: a.docx: broken"
    bar.withdraw("a.docx: broken")
    assert bar.isHidden()


def test_what_was_never_told_is_not_taken_back(bar):
    bar.show_news("Copied.")
    bar.withdraw("Two findings cross.")
    assert not bar.isHidden()


def test_something_can_be_offered_about_a_problem(bar):
    done = []
    bar.show_problem("Not saved.")
    bar.offer("Save again", lambda: done.append("again"))
    bar.action.click()
    assert done == ["again"]


def test_the_next_problem_offers_nothing_of_the_one_before(bar):
    bar.show_problem("Not saved.")
    bar.offer("Save again", lambda: None)
    bar.show_problem("a.docx: broken")
    assert bar.action.isHidden()


@pytest.mark.parametrize(
    ("text", "shown"), [("Page 2 is left.", "It was read.\nPage 2 is left."), ("", "It was read.")]
)
def test_news_is_said_in_place_of_what_it_was(bar, text, shown):
    bar.show_news("It was read.")
    bar.add_news("Pages 2 and 3 are left.")
    bar.renew("Pages 2 and 3 are left.", text)
    assert bar.label.accessibleName() == shown


def test_news_that_was_dismissed_comes_back_only_where_it_is_new(bar):
    bar.show_news("Page 2 is left.")
    bar.hide()
    bar.renew("Page 2 is left.", "Page 2 is left.")
    assert bar.isHidden()
    bar.renew("Page 2 is left.", "Page 3 is left.")
    assert not bar.isHidden()


def test_nothing_is_shown_where_nothing_is_left_to_say(bar):
    bar.show_news("Page 2 is left.")
    bar.renew("Page 2 is left.", "")
    assert bar.isHidden()
