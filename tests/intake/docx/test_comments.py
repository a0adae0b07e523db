"""Comments of Word files, and the words they are on."""

import pytest

from app.model.marks import MarginComment
from app.model.span import Span

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def r(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content):
    return f"<w:p>{''.join(content)}</w:p>"


def start(number=0):
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number=0):
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def comments(*texts):
    listed = "".join(
        f'<w:comment w:id="{number}" w:author="Ann" w:date="2026-03-31"><w:p xmlns:x="{W14}" x:paraId="P{number}">'
        f"{r(text)}</w:p></w:comment>"
        for number, text in enumerate(texts)
    )
    return f"<w:comments>{listed}</w:comments>"


@pytest.fixture
def placed(read_blocks):
    """Give the place of each comment: the text of its paragraph, and its words in it."""

    def read(body, *texts, view="accepted"):
        blocks = read_blocks(body, view, comments=comments(*(texts or ("Why?",))))
        return [
            (block.text, block.text[comment.span.start : comment.span.end])
            for block in blocks
            for comment in block.comments
        ]

    return read


def test_a_comment_stands_at_its_words(read_blocks):
    body = p(r("You pay "), start(), r("early"), end(), r("."))
    (block,) = read_blocks(body, comments=comments("Why?"))
    assert block.comments == (MarginComment(Span(8, 13), "0", "Why?", "Ann", "2026-03-31"),)
    assert block.text == "You pay early."


def test_a_comment_on_several_paragraphs_stands_in_the_first_to_its_end(placed):
    assert placed(p(r("You "), start(), r("pay.")) + p(r("We bill."), end())) == [("You pay.", "pay.")]


def test_a_comment_that_begins_at_the_end_of_a_paragraph_stands_in_the_next(placed):
    assert placed(p(r("You pay."), start()) + p(r("We bill."), end())) == [("We bill.", "We bill.")]


def test_a_comment_that_begins_between_paragraphs_stands_in_the_next(placed):
    assert placed(p(r("You pay.")) + start() + p(r("We bill."), end())) == [("We bill.", "We bill.")]


def test_a_comment_without_a_range_stands_where_it_is_referred_to(read_blocks):
    body = p(r("You pay"), '<w:r><w:commentReference w:id="0"/></w:r>', r("."))
    assert read_blocks(body, comments=comments("Why?"))[0].comments[0].span == Span(7, 7)


def test_a_comment_on_an_empty_last_paragraph_stands_at_the_end_of_its_story(read_blocks):
    header = f"<w:hdr>{p(r('Heron'))}</w:hdr>"
    body, _ = read_blocks(p(r("You pay.")) + p(start(), end()), comments=comments("Sign?"), header=header)
    assert (body.text, body.comments[0].span) == ("You pay.", Span(8, 8))


def test_a_comment_on_deleted_words_stays_where_they_were(read_blocks):
    deleted = f"<w:del>{start()}<w:r><w:delText>late</w:delText></w:r>{end()}</w:del>"
    (block,) = read_blocks(p(r("You pay "), deleted), comments=comments("Good."))
    assert block.comments[0].span == Span(8, 8)


def test_answers_and_resolved_threads_are_told(read_blocks):
    extended = (
        f'<x:commentsEx xmlns:x="{W15}"><x:commentEx x:paraId="P0" x:done="1"/>'
        '<x:commentEx x:paraId="P1" x:paraIdParent="P0" x:done="0"/><x:commentEx x:paraId="P2" x:done="0"/>'
        "</x:commentsEx>"
    )
    body = p(start(), r("You pay."), end(), start(2), end(2))
    (block,) = read_blocks(body, comments=comments("Why?", "As agreed.", "Other."), commentsExtended=extended)
    assert [(each.id, each.reply_to, each.resolved, each.span) for each in block.comments] == [
        ("0", "", True, Span(0, 8)),
        ("1", "0", True, Span(0, 8)),
        ("2", "", False, Span(8, 8)),
    ]
