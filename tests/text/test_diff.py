"""Word-level edits."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.diff import TextEdit, apply_edits, edits_within, overlap, word_edits
from app.text.units import cut_units

WORDS = st.lists(
    st.sampled_from(
        [
            *("the", "fee", "shall", "not", "30", "(", ")", ".", ",", "be", "non-exclusive", "USD 5", "5(c)", "(30)"),
            *("§ 1", "1 May 2026", "30 %", "“", ",”", "Heron Works", "and", "\n", "  "),
        ]
    ),
    max_size=14,
)
TEXTS = st.one_of(WORDS.map(" ".join), WORDS.map("".join))


def redlined(old, new, terms=()):
    """Return `old` with its edits shown: [struck] and {written}."""
    shown, position = "", 0
    for edit in word_edits(old, new, terms):
        struck = f"[{old[edit.start : edit.end]}]" if edit.start < edit.end else ""
        shown += old[position : edit.start] + struck + (f"{{{edit.text}}}" if edit.text else "")
        position = edit.end
    return shown + old[position:]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        # words
        ("use reasonable efforts", "use commercially reasonable efforts", "use {commercially }reasonable efforts"),
        ("in its sole discretion", "in its discretion", "in its [sole ]discretion"),
        ("all fees paid", "any amounts due", "[all fees paid]{any amounts due}"),
        ("The Buyer’s own records", "The Seller’s own records", "The [Buyer’s]{Seller’s} own records"),
        ("a non-exclusive right", "a non-transferable right", "a [non-exclusive]{non-transferable} right"),
        # numbers, amounts, dates, citations
        ("cap of 1,000.50 units", "cap of 1,000.75 units", "cap of [1,000.50]{1,000.75} units"),
        ("a fee of 30% a year", "a fee of 35% a year", "a fee of [30%]{35%} a year"),
        ("interest of 12.5 % a year", "interest of 9 % a year", "interest of [12.5 %]{9 %} a year"),
        ("up to USD 5,000,000 a year", "up to USD 2,000,000 a year", "up to [USD 5,000,000]{USD 2,000,000} a year"),
        ("up to €5 million in all", "up to €6 million in all", "up to [€5 million]{€6 million} in all"),
        ("see Section 5(c) above", "see Section 5(d) above", "see Section [5(c)]{5(d)} above"),
        ("see § 12 above", "see § 14 above", "see [§ 12]{§ 14} above"),
        ("until 31 March 2026 only", "until 30 April 2026 only", "until [31 March 2026]{30 April 2026} only"),
        ("from March 1, 2026 on", "from March 1, 2027 on", "from [March 1, 2026]{March 1, 2027} on"),
        ("within thirty (30) days", "within sixty (60) days", "within [thirty (30)]{sixty (60)} days"),
        ("at least five (5) seats", "at least ten (10) seats", "at least [five (5)]{ten (10)} seats"),
        ("ninety percent (90%) of it", "ten percent (10%) of it", "[ninety percent (90%)]{ten percent (10%)} of it"),
        ("within thirty (30) days", "within thirty days", "within thirty [(30) ]days"),
        # punctuation
        ("the fee, if any, paid", "the fee (if any) paid", "the fee[, if any,]{ (if any)} paid"),
        ("the fee is paid", "the fee (if any) is paid", "the fee {(if any) }is paid"),
        ("call it Works and go", "call it “Works” and go", "call it [Works]{“Works”} and go"),
        ("the “Works,” and more", "the “Data,” and more", "the “[Works]{Data},” and more"),
        ("within 30 days.", "within 30 days of receipt.", "within 30 days{ of receipt}."),
        ("fees, costs and taxes", "fees, charges, costs and taxes", "fees, {charges, }costs and taxes"),
        ("any fees or any taxes", "any fees or any costs or any taxes", "any fees {or any costs }or any taxes"),
        # what reads as one
        ("date of receipt", "day of delivery", "[date of receipt]{day of delivery}"),
        ("prompt written notice", "timely written warning", "[prompt]{timely} written [notice]{warning}"),
        ("Ann may sell old now", "Bob can sell new soon", "[Ann may sell old now]{Bob can sell new soon}"),
        ("Ann can pay the fee", "Ann can now pay in full the fee", "Ann can {now }pay {in full }the fee"),
        ("Fees rise. Costs fall.", "Rates rise. Prices fall.", "[Fees]{Rates} rise. [Costs]{Prices} fall."),
        # sentences
        ("It ends. We agree.", "It ends. You pay. We agree.", "It ends.{ You pay.} We agree."),
        ("It is due. It is net.", "It is due. It is low. It is net.", "It is due.{ It is low.} It is net."),
        ("It is due.", "It is due. It is net.", "It is due.{ It is net.}"),
        ("It ends. You pay. We agree.", "It ends. We agree.", "It ends.[ You pay.] We agree."),
        ("The Buyer pays.", "Subject to § 2, the Buyer pays.", "[The]{Subject to § 2, the} Buyer pays."),
        # blanks
        ("a  b", "a b", "a[  ]{ }b"),
        ("as is", "as is", "as is"),
    ],
)
def test_the_edits_are_those_a_reader_would_make(old, new, shown):
    assert redlined(old, new) == shown


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("the Heron Works are ours", "the Heron Data are ours", "the [Heron Works]{Heron Data} are ours"),
        ("each Heron Works Licence", "each Heron Data Licence", "each [Heron Works Licence]{Heron Data Licence}"),
        ("the Works of Heron Works", "the Data of Heron Works", "the [Works]{Data} of Heron Works"),
    ],
)
def test_a_defined_term_is_replaced_whole(old, new, shown):
    terms = ("Works", "Data", "Heron Works", "Heron Data", "Heron Works Licence", "Heron Data Licence")
    assert redlined(old, new, terms) == shown


def test_a_short_word_that_two_long_changes_share_by_chance_is_replaced_with_them():
    old = "the first party shall promptly give notice of every material breach it suffers"
    new = "each licensee must at once tell licensor of any serious default that occurs"
    assert word_edits(old, new) == (TextEdit(0, len(old), new),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([f"word{number % 701}" for number in range(2000)], [f"word{number % 691}" for number in range(2000)]),
        (["a"] * 4000, ["a"] * 2000),
        (["(", ")"] * 1000, ["("] * 1000),
        ([f"word{number}" for number in range(2000)], [f"word{number // 2}" for number in range(4000)]),
    ],
    ids=["rewritten", "repeated", "marks", "doubled"],
)
def test_no_paragraph_takes_long(old, new):
    started = perf_counter()
    word_edits(" ".join(old), " ".join(new))
    assert perf_counter() - started < 1  # measured: under 0.05


@given(TEXTS)
def test_a_text_needs_no_edit_to_become_itself(text):
    assert word_edits(text, text) == ()


@given(TEXTS, TEXTS)
def test_the_edits_make_the_new_text(old, new):
    assert apply_edits(old, word_edits(old, new)) == new


@given(TEXTS, TEXTS)
def test_no_edit_begins_or_ends_inside_a_word_or_number(old, new):
    bounds = {0}
    for unit in cut_units(old):
        bounds.add(max(bounds) + len(unit))
    assert all({edit.start, edit.end} <= bounds for edit in word_edits(old, new))


@given(TEXTS, TEXTS)
def test_the_edits_are_in_order_and_apart_and_each_changes_something(old, new):
    edits = word_edits(old, new)
    assert all(left.end < right.start for left, right in pairwise(edits))
    assert all(old[edit.start : edit.end] != edit.text for edit in edits)


@given(TEXTS, TEXTS)
def test_the_way_back_costs_the_same(old, new):
    there = [(old[edit.start : edit.end], edit.text) for edit in word_edits(old, new)]
    assert [(edit.text, new[edit.start : edit.end]) for edit in word_edits(new, old)] == there


@given(TEXTS, st.data())
def test_an_edit_inside_a_text_gives_what_replacing_gives(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(TEXTS)
    assert apply_edits(text, edits_within(text, start, end, new)) == text[:start] + new + text[end:]


@pytest.mark.parametrize(
    ("start", "end", "new", "edit"),
    [
        (4, 7, "dog", TextEdit(4, 12, "dogegory")),
        (12, 12, "s", TextEdit(4, 12, "categorys")),
        (12, 12, " at hand", TextEdit(13, 13, "at hand ")),
        (13, 13, "un", TextEdit(13, 18, "unfound")),
    ],
)
def test_an_edit_that_touches_a_word_replaces_the_word(start, end, new, edit):
    assert edits_within("the category found", start, end, new) == (edit,)


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (TextEdit(0, 5, "a"), TextEdit(5, 9, "b"), False),
        (TextEdit(0, 5, "a"), TextEdit(4, 9, "b"), True),
        (TextEdit(3, 3, "a"), TextEdit(0, 5, "b"), True),
        (TextEdit(3, 3, "a"), TextEdit(3, 5, "b"), False),
        (TextEdit(3, 3, "a"), TextEdit(3, 3, "b"), False),
        (TextEdit(0, 5, "a"), TextEdit(0, 5, "a"), False),
    ],
)
def test_edits_conflict_where_both_change_the_same_words(one, other, conflict):
    assert overlap(one, other) is conflict
    assert overlap(other, one) is conflict
