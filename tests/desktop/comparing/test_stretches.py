from dataclasses import replace

import pytest

from app.desktop.comparing.stretches import Stretch, shown_in


def stretches(comparison, row, pane):
    """Return kind and words of all stretches of a row in a pane."""
    return [
        (stretch.kind, stretch.text)
        for shown in shown_in(comparison, comparison.rows[row], pane)
        for stretch in shown.stretches
    ]


EDITED, SPLIT, REMOVED, HERE, AWAY = 5, 8, 9, 10, 6


@pytest.mark.parametrize(
    ("row", "pane", "shown"),
    [
        (2, "old", [("kept", "You may use the Weights for any purpose.")]),
        (3, "old", []),
        (3, "new", [("added", "You publish a list of your uses.")]),
        (REMOVED, "old", [("removed", "Notices go by post.")]),
        (REMOVED, "new", []),
        (REMOVED, "inline", [("removed", "Notices go by post.")]),
        (AWAY, "inline", [("moved-away", "Each side keeps its own marks.")]),
        (SPLIT, "inline", [("kept", "The law of the Provider's seat governs."), ("kept", "Its courts decide.")]),
    ],
)
def test_a_pane_shows_what_became_of_a_paragraph(comparison, row, pane, shown):
    assert stretches(comparison, row, pane) == shown


def test_the_old_pane_shows_which_words_go(comparison):
    end = "The Provider may end this licence after "
    assert stretches(comparison, EDITED, "old") == [("kept", end), ("removed", "thirty (30)"), ("kept", " days.")]


def test_the_new_pane_shows_which_words_come(comparison):
    end = "The Provider may end this licence after "
    assert stretches(comparison, EDITED, "new") == [("kept", end), ("added", "ten (10)"), ("kept", " days.")]


def test_one_pane_shows_old_words_before_new_ones(comparison):
    assert stretches(comparison, EDITED, "inline")[1:3] == [("removed", "thirty (30)"), ("added", "ten (10)")]


def test_what_moved_and_was_edited_shows_both(comparison):
    assert stretches(comparison, HERE, "inline") == [
        ("moved-here", "Each side keeps its own "),
        ("removed", "marks"),
        ("added", "names"),
        ("moved-here", "."),
    ]


def test_words_of_the_other_document_have_no_place_in_the_paragraph(comparison):
    (shown,) = shown_in(comparison, comparison.rows[EDITED], "inline")
    assert shown.stretches[1] == Stretch("removed", "thirty (30)", None)


@pytest.mark.parametrize(("pane", "former"), [("old", ""), ("new", ""), ("inline", "2.")])
def test_one_pane_tells_the_former_number_too(comparison, pane, former):
    (shown,) = shown_in(comparison, comparison.rows[4], pane)
    assert (shown.is_renumbered, shown.former) == (True, former)


def test_a_number_that_counts_for_nothing_is_not_told(comparison):
    quiet = replace(comparison.changes[1], labels=None)
    told = replace(comparison, changes=(comparison.changes[0], quiet, *comparison.changes[2:]))
    (shown,) = shown_in(told, told.rows[4], "inline")
    assert (shown.is_renumbered, shown.former) == (False, "")
