from dataclasses import replace

from app.desktop.comments import caption, threads
from app.model.marks import MarginComment
from app.model.span import Span

HERE = Span(0, 3)
FIRST = MarginComment(HERE, "7", "Too broad.", "Ada Reviewer", "2026-03-31T10:00:00Z")
REPLY = MarginComment(HERE, "8", "Agreed.", "Ben Counsel", "2026-04-01T09:00:00Z", reply_to="7")


def with_comments(document, *comments, at=3):
    paragraphs = [replace(each, comments=comments if each.index == at else ()) for each in document.paragraphs]
    return replace(document, paragraphs=tuple(paragraphs))


def test_replies_stand_below_what_they_answer(document):
    (thread,) = threads(with_comments(document, REPLY, FIRST))
    assert (thread.first, thread.replies) == (FIRST, (REPLY,))


def test_a_reply_to_a_reply_belongs_to_the_same_thread(document):
    again = replace(REPLY, id="9", reply_to="8", text="Then let us ask.")
    (thread,) = threads(with_comments(document, FIRST, REPLY, again))
    assert thread.replies == (REPLY, again)


def test_a_reply_to_a_comment_that_is_gone_stands_for_itself(document):
    (thread,) = threads(with_comments(document, REPLY))
    assert thread.first == REPLY


def test_comments_that_answer_each_other_are_all_shown(document):
    round_about = replace(FIRST, reply_to="8")
    assert sum(1 + len(thread.replies) for thread in threads(with_comments(document, round_about, REPLY))) == 2


def test_comments_are_numbered_in_reading_order(document):
    late, early = replace(FIRST, span=Span(9, 12)), replace(REPLY, reply_to="")
    assert [thread.first for thread in threads(with_comments(document, late, early))] == [early, late]


def test_a_thread_is_told_with_authors_and_dates(document):
    (thread,) = threads(with_comments(document, FIRST, REPLY))
    assert thread.spoken == ("Ada Reviewer · 2026-03-31 10:00\nToo broad.\n\nBen Counsel · 2026-04-01 09:00\nAgreed.")


def test_a_comment_without_an_author_says_so_and_a_resolved_one_too():
    assert caption(MarginComment(HERE, "1", "Why?", resolved=True)) == "nobody named · resolved"
