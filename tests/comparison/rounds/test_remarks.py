"""Comments of both sides on the points of a round."""

import pytest

from app.comparison.rounds.earlier import NOTHING
from app.comparison.rounds.steps import Rules
from app.comparison.rounds.trace import trace


def listed(*comments):
    """Write the part that lists comments: author, day and words of each, numbered from 0."""
    made = "".join(
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-03-{day:02}T09:00:00Z">'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        for number, (author, day, text) in enumerate(comments)
    )
    return f"<w:comments>{made}</w:comments>"


def on(number, *pieces):
    """Put pieces of a paragraph into the range of a comment."""
    end = f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
    return (f'<w:commentRangeStart w:id="{number}"/>', *pieces, end)


@pytest.fixture
def rounds(file):
    """Follow one file with comments into another."""

    def follow(sent, returned, ours=(), theirs=(), earlier=NOTHING):
        parts = ({"comments": listed(*ours)}, {"comments": listed(*theirs)})
        files = (file(sent, **parts[0]), file(returned, **parts[1]))
        return trace(*files, Rules(frozenset({"Us"})), earlier)

    return follow


def test_an_open_ask_with_a_comment_of_theirs_is_commented(rounds, markup):
    edit = (markup.gone("Us", "thirty"), markup.ins("Us", "sixty"))
    sent = markup.paragraph("Fees fall due in ", *edit, " days.")
    returned = markup.paragraph("Fees fall due in ", *on(0, *edit), " days.")
    (ask,) = rounds(sent, returned, theirs=[("Them", 5, "We shall see.")]).points.asks
    assert ask.point.answer == "commented"
    assert [(said.author, said.text) for said in ask.point.said] == [("Them", "We shall see.")]


def test_our_comment_is_told_with_the_ask_that_it_stands_on(rounds, markup):
    edit = (markup.gone("Us", "thirty"), markup.ins("Us", "sixty"))
    sent = markup.paragraph("Fees fall due in ", *on(0, *edit), " days.")
    (ask,) = rounds(sent, sent, [("Us", 2, "Our policy.")], [("Us", 2, "Our policy.")]).points.asks
    assert (ask.point.ours, ask.point.said, ask.point.answer) == ("Our policy.", (), "ignored")


def test_a_comment_alone_is_an_ask(rounds, markup):
    sent = markup.paragraph(*on(0, "Fees are fixed"), " for a year.")
    (ask,) = rounds(sent, sent, [("Us", 2, "For how long?")], [("Us", 2, "For how long?")]).points.asks
    assert (ask.point.before, ask.point.asked, ask.point.answer) == ("Fees are fixed", "Fees are fixed", "ignored")
    assert ask.point.ours == "For how long?"


def test_a_comment_alone_is_countered_where_its_words_are_others_now(rounds, markup):
    sent = markup.paragraph(*on(0, "Fees are fixed"), " for a year.")
    returned = markup.paragraph(
        "Fees are ", markup.gone("Them", "fixed", day=5), markup.ins("Them", "capped", day=5), " for a year."
    )
    (ask,) = rounds(sent, returned, [("Us", 2, "For how long?")]).points.asks
    assert (ask.point.now, ask.point.answer) == ("Fees are capped", "countered")


def test_their_comment_on_other_words_is_a_new_ask(rounds, markup):
    sent = markup.paragraph("Fees are fixed for a year.")
    returned = markup.paragraph("Fees are ", *on(0, "fixed"), " for a year.")
    (ask,) = rounds(sent, returned, theirs=[("Them", 5, "Why?")]).points.new_asks
    assert (ask.point.before, ask.point.is_comment, ask.point.said[0].text) == ("fixed", True, "Why?")


def test_an_acceptance_of_ours_is_no_ask(rounds, markup):
    sent = markup.paragraph(*on(0, "Fees are fixed"), " for a year.")
    said = [("Us", 2, "Accepted. Thank you.")]
    assert rounds(sent, sent, said, said).points.asks == ()


def test_their_open_change_that_we_accepted_in_a_comment_may_be_made_text(rounds, markup):
    change = (markup.gone("Them", "Delaware", day=5), markup.ins("Them", "Nevada", day=5))
    sent = markup.paragraph("Law of ", *on(0, *change), " holds.")
    points = rounds(sent, markup.paragraph("Law of Nevada holds."), [("Us", 8, "Accepted")]).points
    assert points.untracked == ()


def test_an_acceptance_that_had_to_stand_apart_from_a_header_counts_there(file, markup):
    change = (markup.gone("Them", "1", day=5), markup.ins("Them", "2", day=5))
    said = listed(("Us", 8, "On “2” in the header: Accepted"))
    sent = file(
        markup.paragraph(*on(0, "Fees.")),
        comments=said,
        header=f"<w:hdr>{markup.paragraph('Draft ', *change)}</w:hdr>",
    )
    returned = file(markup.paragraph("Fees."), header=f"<w:hdr>{markup.paragraph('Draft 2')}</w:hdr>")
    points = trace(sent, returned, Rules(frozenset({"Us"}))).points
    assert (points.asks, points.untracked) == ((), ())
