"""What became of our asks, and what they ask."""

import pytest

from app.comparison.rounds.steps import Rules
from app.comparison.rounds.trace import trace


def asks(traced):
    return [(each.point.before, each.point.asked, each.point.now, each.point.answer) for each in traced.points.asks]


def new_asks(traced):
    return [(each.point.before, each.point.after) for each in traced.points.new_asks]


def alarms(traced):
    return [each.point for each in traced.points.untracked]


@pytest.fixture
def asked(markup):
    """What we sent: thirty days struck, sixty put in."""
    return markup.paragraph("Fees fall due in ", markup.gone("Us", "thirty"), markup.ins("Us", "sixty"), " days.")


def test_an_ask_that_they_left_alone_is_ignored(follow, asked):
    traced = follow([asked], [asked])
    assert asks(traced) == [("thirty", "sixty", "sixty", "ignored")]
    assert not alarms(traced)


def test_an_ask_whose_words_are_plain_text_now_is_accepted(follow, markup, asked):
    traced = follow([asked], [markup.paragraph("Fees fall due in sixty days.")])
    assert asks(traced) == [("thirty", "sixty", "sixty", "accepted")]
    assert not alarms(traced)


def test_an_ask_whose_old_words_are_plain_again_is_rejected(follow, markup, asked):
    traced = follow([asked], [markup.paragraph("Fees fall due in thirty days.")])
    assert asks(traced) == [("thirty", "sixty", "thirty", "rejected")]
    assert not alarms(traced)


def test_other_words_on_top_of_ours_are_a_counter(follow, markup, asked):
    inside = markup.gone("Them", "sixty", day=5)
    answer = markup.paragraph(
        "Fees fall due in ",
        markup.gone("Us", "thirty"),
        markup.ins("Us", inside),
        markup.ins("Them", "forty", day=5),
        " days.",
    )
    traced = follow([asked], [answer])
    assert asks(traced) == [("thirty", "sixty", "forty", "countered")]
    assert traced.points.asks[0].point.is_tracked
    assert not new_asks(traced)
    assert not alarms(traced)


def test_the_old_words_put_back_by_a_tracked_change_are_a_rejection(follow, markup, asked):
    answer = markup.paragraph(
        "Fees fall due in ",
        markup.gone("Us", "thirty"),
        markup.ins("Us", markup.gone("Them", "sixty", day=5)),
        markup.ins("Them", "thirty", day=5),
        " days.",
    )
    assert asks(follow([asked], [answer])) == [("thirty", "sixty", "thirty", "rejected")]


def test_an_ask_accepted_and_changed_by_a_tracked_change_is_countered(follow, markup, asked):
    answer = markup.paragraph(
        "Fees fall due in ", markup.gone("Them", "sixty", day=5), markup.ins("Them", "forty", day=5), " days."
    )
    traced = follow([asked], [answer])
    assert asks(traced) == [("thirty", "sixty", "forty", "countered")]
    assert not alarms(traced)


def test_a_change_right_beside_our_words_is_part_of_the_counter(follow, markup, asked):
    answer = markup.paragraph(
        "Fees fall due in sixty ", markup.gone("Them", "days", day=5), markup.ins("Them", "months", day=5), "."
    )
    assert asks(follow([asked], [answer])) == [("thirty days", "sixty days", "sixty months", "countered")]


def test_words_cut_by_their_changes_are_the_same_words(follow, markup):
    sent = markup.paragraph("Notice of ", markup.gone("Us", "five"), markup.ins("Us", "fifteen"), " days is due.")
    answer = markup.paragraph(
        "Notice of fif", markup.gone("Them", "teen", day=5), markup.ins("Them", "ty", day=5), " days is due."
    )
    traced = follow([sent], [answer])
    assert asks(traced) == [("five", "fifteen", "fifty", "countered")]
    assert not alarms(traced)


def test_an_inserted_paragraph_that_stands_is_accepted(follow, markup):
    mark = markup.mark("ins", "Us")
    sent = [markup.paragraph("Fees are fixed.", mark=mark), markup.paragraph(markup.ins("Us", "Taxes are extra."))]
    returned = [markup.paragraph("Fees are fixed."), markup.paragraph("Taxes are extra.")]
    traced = follow(sent, returned)
    assert asks(traced) == [("", "Taxes are extra.", "Taxes are extra.", "accepted")]
    assert not alarms(traced)


def test_an_inserted_paragraph_that_is_gone_is_rejected(follow, markup):
    mark = markup.mark("ins", "Us")
    sent = [markup.paragraph("Fees are fixed.", mark=mark), markup.paragraph(markup.ins("Us", "Taxes are extra."))]
    traced = follow(sent, [markup.paragraph("Fees are fixed.")])
    assert asks(traced) == [("", "Taxes are extra.", "", "rejected")]
    assert not alarms(traced)


def test_a_deleted_paragraph_that_is_gone_is_accepted(follow, markup):
    gone = markup.paragraph(markup.gone("Us", "Interest is due."), mark=markup.mark("del", "Us"))
    kept = markup.paragraph("Fees are fixed.")
    traced = follow([kept, gone, kept.replace("Fees", "Taxes")], [kept, kept.replace("Fees", "Taxes")])
    assert asks(traced) == [("Interest is due.", "", "", "accepted")]
    assert not alarms(traced)


def test_edits_far_apart_in_a_sentence_are_asks_of_their_own(follow, markup):
    sent = markup.paragraph(
        markup.gone("Us", "We"), markup.ins("Us", "You"), " may end this agreement at any time with notice of ",
        markup.gone("Us", "ten"), markup.ins("Us", "thirty"), " days."
    )  # fmt: skip
    answer = markup.paragraph("You may end this agreement at any time with notice of ten days.")
    assert asks(follow([sent], [answer])) == [("We", "You", "You", "accepted"), ("ten", "thirty", "ten", "rejected")]


def test_edits_side_by_side_are_one_ask_with_the_bracket_around_them(follow, markup):
    sent = markup.paragraph(
        "within ", markup.gone("Us", "ten"), markup.ins("Us", "sixty"), " (", markup.gone("Us", "10"),
        markup.ins("Us", "60"), ") days"
    )  # fmt: skip
    assert asks(follow([sent], [sent])) == [("ten (10)", "sixty (60)", "sixty (60)", "ignored")]


def test_their_own_tracked_change_is_a_new_ask(follow, markup):
    sent = markup.paragraph("Fees fall due in thirty days. Law is that of Delaware.")
    answer = markup.paragraph(
        "Fees fall due in thirty days. Law is that of ", markup.gone("Them", "Delaware", day=5),
        markup.ins("Them", "Nevada", day=5), "."
    )  # fmt: skip
    traced = follow([sent], [answer])
    assert new_asks(traced) == [("Delaware", "Nevada")]
    assert (traced.points.new_asks[0].point.author, traced.points.new_asks[0].point.date) == (
        "Them",
        "2026-03-05T09:00:00Z",
    )
    assert not alarms(traced)


def test_a_paragraph_that_they_insert_is_a_new_ask(follow, markup):
    kept = markup.paragraph("Fees are fixed.")
    new = markup.paragraph(markup.ins("Them", "Fees rise each year.", day=5), mark=markup.mark("ins", "Them", day=5))
    traced = follow([kept, kept.replace("Fees", "Taxes")], [kept, new, kept.replace("Fees", "Taxes")])
    assert new_asks(traced) == [("", "Fees rise each year.")]
    assert not alarms(traced)


def test_a_paragraph_that_they_delete_is_a_new_ask(follow, markup):
    kept, last = markup.paragraph("Fees are fixed."), markup.paragraph("Law is that of Delaware.")
    struck = markup.paragraph(markup.gone("Them", "Interest is due.", day=5), mark=markup.mark("del", "Them", day=5))
    traced = follow([kept, markup.paragraph("Interest is due."), last], [kept, struck, last])
    assert new_asks(traced) == [("Interest is due.", "")]
    assert not alarms(traced)


def test_a_split_by_a_tracked_change_is_no_alarm(follow, markup):
    sent = markup.paragraph("Fees are fixed. Taxes are extra.")
    first = markup.paragraph("Fees are fixed. ", mark=markup.mark("ins", "Them", day=5))
    traced = follow([sent], [first, markup.paragraph("Taxes are extra.")])
    assert not alarms(traced)


def test_an_answered_ask_of_an_earlier_round_is_no_ask_any_more(follow, markup, asked):
    left = markup.paragraph("Fees fall due in ", markup.gone("Us", "thirty"), "sixty days.")
    first, second = follow([asked], [left], [left], [left])
    assert asks(first) == [("thirty", "sixty", "sixty", "accepted")]
    assert asks(second) == []


def test_an_open_ask_of_an_earlier_round_is_still_one(follow, markup, asked):
    _, second = follow([asked], [asked], [asked], [markup.paragraph("Fees fall due in sixty days.")])
    assert asks(second) == [("thirty", "sixty", "sixty", "accepted")]


def test_an_ask_on_top_of_their_counter_stands_against_their_words(follow, markup, asked):
    theirs = [
        "Fees fall due in ", markup.gone("Us", "thirty"), markup.ins("Us", markup.gone("Them", "sixty", day=5))
    ]  # fmt: skip
    countered = markup.paragraph(*theirs, markup.ins("Them", "forty", day=5), " days.")
    again = markup.paragraph(
        *theirs,
        markup.ins("Them", markup.gone("Us", "forty", day=8), day=5),
        markup.ins("Us", "fifty", day=8),
        " days.",
    )
    _, second = follow([asked], [countered], [again], [again])
    assert asks(second) == [("forty", "fifty", "fifty", "ignored")]


def test_marks_without_names_are_taken_for_ours_where_ours_stood(file, asked):
    rules = Rules(frozenset({"Us"}), is_nameless=True)
    traced = trace(file(asked), file(asked.replace('"Us"', '"Author"')), rules)
    assert asks(traced) == [("thirty", "sixty", "sixty", "ignored")]
    assert not alarms(traced)


def test_an_open_ask_is_told_from_an_answered_one_where_ids_are_given_anew(follow, markup):
    def paragraphs(*, is_answered):
        first = ("thirty", "sixty") if not is_answered else None
        kept = markup.gone("Us", "thirty"), *(("sixty",) if first is None else (markup.ins("Us", "sixty"),))
        open_one = markup.gone("Us", "one (1) year"), markup.ins("Us", "two (2) years")
        return [
            markup.paragraph("Fees fall due in ", *kept, " days after the invoice."),
            markup.paragraph("Secrets are kept for ", *open_one, " after the end."),
        ]

    answered = paragraphs(is_answered=True)
    _, second = follow(
        paragraphs(is_answered=False), answered, paragraphs(is_answered=True), paragraphs(is_answered=True)
    )
    assert asks(second) == [("one (1) year", "two (2) years", "two (2) years", "ignored")]
