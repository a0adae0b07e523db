import dataclasses

import pytest

from app.matching.fingerprints import form_units, units_of

PLAIN = "The kite is lent to you for one season, as it is, and you return it dry and untorn. Keep its string apart."


@pytest.fixture
def prints(document):
    """Give the letters of the units of some paragraphs, run together."""
    return lambda *texts: "".join(unit.letters for unit in units_of(document(*texts).paragraphs))


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.upper(),
        PLAIN.replace(" ", "  \n"),
        PLAIN.replace("kite", "**kite**").replace("one season", "*one season*"),
        PLAIN.replace("as it is", "“as it is”"),
        PLAIN.replace("string", "[string](https://kite.example/string)"),
        PLAIN.replace("string", "<span style='x'>string</span>"),
        PLAIN.replace("untorn", "un-\ntorn"),
        f"3. {PLAIN}",
        f"(c) {PLAIN}",
        f"2\\. {PLAIN}",
        PLAIN.replace("and you", "(ii) and you"),
        PLAIN.replace("as it is", "as it  is"),
    ],
)
def test_how_a_text_is_set_leaves_its_fingerprint_as_it_is(prints, text):
    assert prints(text) == prints(PLAIN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kite 3.1 may be flown.", "Kite 3.3 may be flown."),
        ("Return it within 1.5 days.", "Return it within 15 days."),
        ("Pay $5.", "Pay €5."),
        ("Pay 5%.", "Pay 5."),
        ("You may fly it.", "You may not fly it."),
        ("As Section 5(a) says.", "As Section 5(b) says."),
        ("As section (a) says.", "As section (b) says."),
    ],
)
def test_what_says_something_changes_the_fingerprint(prints, one, other):
    assert prints(one) != prints(other)


def test_items_in_one_line_are_the_same_as_items_of_their_own(prints):
    line = "You must: a. mend the kite on the day; b. tell the lender of it; 3) rest; (iv) eat."
    items = ("You must:", "a. mend the kite on the day;", "b. tell the lender of it;", "3) rest;", "(iv) eat.")
    assert prints(line) == prints(*items)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("See https://www.kite.example/terms today.", "See kite.example/terms today."),
        ("Pay 1,000 shells.", "Pay 1000 shells."),
        ("Café ﬁnch", "Cafe\u0301 finch"),
        ("© Kite Makers", "(c) Kite Makers"),
    ],
)
def test_spellings_of_one_thing_have_one_fingerprint(prints, one, other):
    assert prints(one) == prints(other)


def test_running_headers_have_no_fingerprint(prints):
    assert prints(("Kite Makers, page 3", {"story": "header"}), PLAIN) == prints(PLAIN)


def test_units_are_sentences_and_the_parts_of_long_ones(document):
    units = units_of(document(PLAIN).paragraphs)
    assert [PLAIN[unit.span.start : unit.span.end] for unit in units] == [
        "The kite is lent to you for one season, as it is, and you return it dry and untorn.",
        "Keep its string apart.",
    ]
    long = units_of(
        document(
            f"Wherever the wind blows and whoever holds the string of the kite by day or by night, {PLAIN}"
        ).paragraphs
    )
    assert len(long) == 3


def test_units_of_a_form_name_their_section(document):
    made = document((PLAIN, {"label": "2.b"}), heading="Loan")
    units, _ = form_units(made)
    assert {unit.section for unit in units} == {"2.b"}


def test_units_of_a_form_are_parted_at_blanks(document):
    units, is_open = form_units(document("This loan is made by [Company] to ____________."))
    assert [unit.blank for unit in units] == [False, True]
    assert is_open


def test_a_paragraph_that_is_one_blank_is_a_blank(document):
    units, _ = form_units(document("This loan is made to", "____________", "who lives by the lake."))
    assert [unit.blank for unit in units] == [False, True]


def test_a_fingerprint_holds_no_word_of_its_text(document):
    units, _ = form_units(dataclasses.replace(document(PLAIN)))
    assert not any(word in repr(units) for word in ("kite", "season", "string"))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("number", ["1", "section 1", "a", "word,"])
@pytest.mark.parametrize("sign", [".", ",", ";."])
def test_a_long_run_of_signs_is_gone_through_once(document, number, sign):
    text = f"{number}{sign * 50_000}x"
    assert next(unit.letters for unit in units_of(document(text).paragraphs)).endswith("x")


@pytest.mark.parametrize("number", ["2.01 ....................................... ", "Section 2. ---------------- "])
def test_a_number_with_a_long_run_of_signs_behind_it_does_not_count(prints, number):
    assert prints(f"{number}{PLAIN}") == prints(PLAIN)


def test_chinese_is_parted_at_its_own_stops_and_each_sign_is_a_word(document):
    text = "借用人在草地上放风筝，不得在电线附近放，也不得在路上放。夏天结束时，借用人将风筝完整归还，并将线绳收好。"
    first, second = units_of(document(text).paragraphs)
    assert (text[first.span.start : first.span.end][-1], first.words, second.words) == ("。", 25, 21)
