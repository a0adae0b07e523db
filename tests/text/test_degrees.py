"""Edits at a degree."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.degrees import edits_at
from app.text.diff import TextEdit, apply_edits, word_edits
from app.text.sentences import sentences_of

TEXTS = st.lists(
    st.sampled_from(["The fee", "is due", ".", ". ", "It", " ", "ends. ", "No. 5", "(a)", "never", "\n", "“Net.” "]),
    max_size=10,
).map("".join)


def redlined(old, new, degree, start=0):
    """Return `old` with its edits at `degree` shown: [struck] and {written}."""
    shown, position = "", 0
    for edit in edits_at(old, word_edits(old, new), degree, start):
        struck = f"[{old[edit.start : edit.end]}]" if edit.start < edit.end else ""
        shown += old[position : edit.start] + struck + (f"{{{edit.text}}}" if edit.text else "")
        position = edit.end
    return shown + old[position:]


def test_surgical_edits_stay_as_they_are():
    edits = (TextEdit(0, 3, "A"), TextEdit(4, 7, "charge"))
    assert edits_at("The fee is due.", edits, "surgical") == edits


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("It is due. It is net.", "It is due. It is gross.", "It is due. [It is net.]{It is gross.}"),
        ("Fees. It was due. It ends.", "Fees. It is now due. It ends.", "Fees. [It was due.]{It is now due.} It ends."),
        ("It was due at net.", "It is due at gross.", "[It was due at net.]{It is due at gross.}"),
        ("See No. 5 now. It ends.", "See No. 6 now. It ends.", "[See No. 5 now.]{See No. 6 now.} It ends."),
        ("It is due. It ends.", "It is due. You pay. It ends.", "It is due.{ You pay.} It ends."),
        ("It is due.", "It is due. It ends.", "It is due.{ It ends.}"),
        ("It is due. You pay. It ends.", "It is due. It ends.", "It is due.[ You pay.] It ends."),
        ("It is due. You pay.", "It is due.", "It is due.[ You pay.]"),
        ("It is due. You pay.", "It is due. Also, you pay.", "It is due. [You pay.]{Also, you pay.}"),
        ("It is due. You pay.", "It is due, and you pay.", "[It is due. You pay.]{It is due, and you pay.}"),
        ("No stop here", "No stop here yet", "[No stop here]{No stop here yet}"),
        ("It ends.  You pay.", "It ends. You pay.", "It ends.[  ]{ }You pay."),
    ],
)
def test_a_sentence_that_an_edit_touches_is_written_anew(old, new, shown):
    assert redlined(old, new, "sentence") == shown


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("It is due. It is net.", "It is due. It is gross.", "[It is due. It is net.]{It is due. It is gross.}"),
        ("It is due.", "It is due. It ends.", "[It is due.]{It is due. It ends.}"),
        (" It is due. ", " It was due. ", " [It is due.]{It was due.} "),
        ("", "It is due.", "{It is due.}"),
        ("It is due.", "", "[It is due.]"),
    ],
)
def test_a_clause_is_written_anew(old, new, shown):
    assert redlined(old, new, "clause") == shown


@pytest.mark.parametrize(
    ("degree", "shown"),
    [("sentence", "2.1. Fees. [It is due.]{It was due.}"), ("clause", "2.1. [Fees. It is due.]{Fees. It was due.}")],
)
def test_a_typed_number_is_no_part_of_it(degree, shown):
    assert redlined("2.1. Fees. It is due.", "2.1. Fees. It was due.", degree, start=5) == shown


@given(TEXTS, TEXTS, st.sampled_from(["surgical", "sentence", "clause"]))
def test_every_degree_makes_the_same_text(old, new, degree):
    assert apply_edits(old, edits_at(old, word_edits(old, new), degree)) == new


@given(TEXTS, TEXTS)
def test_at_the_degree_of_sentences_a_sentence_is_struck_whole_or_not_at_all(old, new):
    pairs = product(edits_at(old, word_edits(old, new), "sentence"), sentences_of(old))
    cut = [(edit, span) for edit, span in pairs if edit.start < span.end and span.start < edit.end]
    assert all(edit.start <= span.start and span.end <= edit.end for edit, span in cut)
