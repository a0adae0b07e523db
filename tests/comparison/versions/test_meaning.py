import pytest

from app.comparison.meaning import compared_words, says_the_same


def same(old, new):
    return says_the_same(compared_words(old), compared_words(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You shall utilise the pond.", "You will be using the pond."),
        ("You must tell us of each breach.", "You must notify us of any violation."),
        ("The licence is at https://example.com/a.", "The license is at https://example.com/b."),
        ("We may change these terms.", "We can amend this agreement."),
        ("(a) The pond is deep;", "The pond is deep; (b)"),
        ("UpdatedMay 1, 2025", "Updated: May 1, 2025"),
    ],
)
def test_other_words_of_the_same_kind_change_nothing(old, new):
    assert same(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You have 30 days.", "You have 10 days."),
        ("You may fish.", "You should fish."),
        ("You may fish.", "You may not fish."),
        ("You may fish at dawn.", "You may fish only at dawn."),
        ("You may fish.", "You may fish and swim."),
        ("All rights in the pond are yours.", "All rights, if any, in the pond are yours."),
        ("Data goes to Merge.example.", "Data goes to them."),
    ],
)
def test_a_figure_a_limit_or_a_thing_more_says_something_else(old, new):
    assert not same(old, new)
