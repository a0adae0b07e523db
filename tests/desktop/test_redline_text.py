import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desktop.redline_text import Piece, pieces_of, shown_spans, with_signs
from app.model.redline import Edit
from app.model.span import Span

TEXT = "You pay within ten days."
EDITS = (Edit(0, Span(15, 18), "thirty"), Edit(0, Span(23, 23), " of the invoice"))


def joined(pieces):
    return "".join(piece.text for piece in pieces)


def test_a_paragraph_without_edits_is_one_kept_piece():
    assert pieces_of(TEXT, ()) == (Piece("kept", TEXT, 0),)


def test_an_edit_is_a_deletion_followed_by_an_insertion():
    kinds = [(piece.kind, piece.text) for piece in pieces_of(TEXT, EDITS)]
    assert kinds == [
        ("kept", "You pay within "),
        ("deleted", "ten"),
        ("inserted", "thirty"),
        ("kept", " days"),
        ("inserted", " of the invoice"),
        ("kept", "."),
    ]


def test_the_order_in_which_edits_are_listed_does_not_matter():
    assert pieces_of(TEXT, reversed(EDITS)) == pieces_of(TEXT, EDITS)


def test_the_original_view_shows_the_text_as_it_was():
    assert joined(pieces_of(TEXT, EDITS, "original")) == TEXT


def test_the_final_view_shows_the_text_with_the_edits_made():
    assert joined(pieces_of(TEXT, EDITS, "final")) == "You pay within thirty days of the invoice."


@pytest.mark.parametrize(
    ("view", "shown"), [("original", "ten days"), ("redlined", "tenthirty days"), ("final", " days")]
)
def test_a_span_of_the_original_is_found_where_the_view_shows_it(view, shown):
    pieces = pieces_of(TEXT, EDITS, view)
    spans = shown_spans(pieces, Span(15, 23))
    text = joined(pieces)
    assert text[spans[0].start : spans[-1].end] == shown


def test_a_span_leaves_out_what_was_inserted_into_it():
    pieces = pieces_of("no more", (Edit(0, Span(3, 3), "much "),))
    assert shown_spans(pieces, Span(0, 7)) == (Span(0, 3), Span(8, 12))


@given(st.text(max_size=40), st.data())
def test_original_pieces_always_give_the_text_back(text, data):
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    edits = (Edit(0, Span(first, last), data.draw(st.text(max_size=9))),)
    assert joined(pieces_of(text, edits, "original")) == text


def test_a_sign_splits_the_words_around_it():
    assert with_signs(pieces_of("fees due", ()), ((4, "1"),)) == (
        Piece("kept", "fees", 0),
        Piece("sign", "1", 4),
        Piece("kept", " due", 4),
    )


def test_a_sign_among_deleted_words_stays_after_them_where_they_are_not_shown():
    pieces = with_signs(pieces_of(TEXT, EDITS, "final"), ((17, "1"),))
    assert joined(pieces) == "You pay within thirty1 days of the invoice."


def test_signs_of_an_empty_paragraph_are_kept():
    assert with_signs((), ((0, "1"),)) == (Piece("sign", "1", 0),)


@given(st.text(max_size=30), st.lists(st.integers(0, 30), max_size=5))
def test_signs_leave_the_words_as_they_are(text, places):
    pieces = with_signs(pieces_of(text, ()), ((min(place, len(text)), "*") for place in sorted(places)))
    assert joined(piece for piece in pieces if piece.is_original) == text
    assert sum(piece.kind == "sign" for piece in pieces) == len(places)


def test_a_span_leaves_out_the_sign_in_it():
    pieces = with_signs(pieces_of("fees due", ()), ((4, "1"),))
    assert shown_spans(pieces, Span(0, 8)) == (Span(0, 4), Span(5, 9))
