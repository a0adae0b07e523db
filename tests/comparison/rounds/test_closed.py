"""Points that were agreed, and are changed again in a later round."""

import pytest

from app.comparison.rounds.assemble import _reopened


@pytest.fixture
def again(follow):
    """Return what is opened again in each round: the round and id it was agreed as, its words, those now."""

    def told(*files):
        return [
            [(point.closed_in, point.closed_as, point.agreed, point.now) for point in points]
            for points in _reopened(follow(*files))
        ]

    return told


@pytest.fixture
def sent(markup):
    return markup.paragraph("Fees fall due in ", markup.gone("Us", "thirty"), markup.ins("Us", "sixty"), " days.")


@pytest.fixture
def agreed(markup):
    return markup.paragraph("Fees fall due in sixty days.")


def test_an_accepted_ask_changed_by_a_tracked_change_is_opened_again(again, markup, sent, agreed):
    changed = markup.paragraph(
        "Fees fall due in ", markup.gone("Them", "sixty", day=11), markup.ins("Them", "twenty", day=11), " days."
    )
    assert again([sent], [agreed], [agreed], [changed]) == [[], [(1, "A1", "sixty", "twenty")]]


def test_an_accepted_ask_changed_without_a_trace_is_opened_again(again, markup, sent, agreed):
    changed = markup.paragraph("Fees fall due in twenty days.")
    assert again([sent], [agreed], [agreed], [changed]) == [[], [(1, "A1", "sixty", "twenty")]]


def test_words_put_in_right_beside_what_was_agreed_open_it_again(again, markup, sent, agreed):
    changed = markup.paragraph("Fees fall due in sixty ", markup.ins("Them", "calendar ", day=11), "days.")
    assert again([sent], [agreed], [agreed], [changed]) == [[], [(1, "A1", "sixty", "sixty calendar")]]


def test_a_point_that_stays_as_agreed_is_not_opened_again(again, sent, agreed):
    assert again([sent], [agreed], [agreed], [agreed], [agreed], [agreed]) == [[], [], []]


def test_a_point_agreed_long_ago_is_still_watched(again, markup, sent, agreed):
    changed = markup.paragraph("Fees fall due in twenty days.")
    told = again([sent], [agreed], [agreed], [agreed], [agreed], [changed])
    assert told == [[], [], [(1, "A1", "sixty", "twenty")]]


def test_a_point_that_we_change_ourselves_is_closed_no_more(again, markup, sent, agreed):
    ours = markup.paragraph(
        "Fees fall due in ", markup.gone("Us", "sixty", day=8), markup.ins("Us", "ninety", day=8), " days."
    )
    changed = markup.paragraph("Fees fall due in twenty days.")
    assert again([sent], [agreed], [ours], [changed]) == [[], []]


def test_their_offer_that_we_made_text_is_agreed(again, markup):
    plain = markup.paragraph("Law is that of Delaware.")
    asked = markup.paragraph(
        "Law is that of ", markup.gone("Them", "Delaware", day=5), markup.ins("Them", "Nevada", day=5), "."
    )
    taken, changed = markup.paragraph("Law is that of Nevada."), markup.paragraph("Law is that of Texas.")
    assert again([plain], [asked], [taken], [changed]) == [[], [(1, "N1", "Nevada", "Texas")]]


def test_their_offer_that_we_leave_open_is_not_agreed(again, markup):
    plain = markup.paragraph("Law is that of Delaware.")
    asked = markup.paragraph(
        "Law is that of ", markup.gone("Them", "Delaware", day=5), markup.ins("Them", "Nevada", day=5), "."
    )
    changed = asked.replace("Nevada", "Texas")
    assert again([plain], [asked], [asked], [changed]) == [[], []]


def test_an_agreed_deletion_that_is_filled_again_is_opened_again(again, markup):
    sent = markup.paragraph("Fees are ", markup.gone("Us", "never "), "fixed for the term.")
    agreed = markup.paragraph("Fees are fixed for the term.")
    changed = markup.paragraph("Fees are seldom fixed for the term.")
    assert again([sent], [agreed], [agreed], [changed]) == [[], [(1, "A1", "", "seldom")]]
