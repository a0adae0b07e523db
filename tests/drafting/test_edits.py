import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drafting.edits import edits_of, last_spot, spot_at
from app.model.clause import EditRule
from app.model.review import Located
from app.model.span import Place, Span
from app.text import diff
from app.text.diff import TextEdit


def apply_edits(text, edits):
    """Return `text` once `edits` are made; insertions at one place keep their order."""
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    return diff.apply_edits(text, tuple(TextEdit(edit.span.start, edit.span.end, edit.text) for edit in ordered))


def _located(text, words):
    start = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text).start()
    begin = max((m.end() for m in re.finditer(r"[.!?]\s+", text[:start])), default=0)
    stop = re.compile(r"[.!?](?=\s|$)").search(text, start)
    return Located(words, Place(0, Span(start, start + len(words))), Span(begin, stop.end() if stop else len(text)))


def _edits(text, action, words, wording, names=frozenset()):
    spot = spot_at(text, _located(text, words), names) if words else last_spot(text, names)
    return edits_of(EditRule(action, words, wording), 0, spot, wording)


def _result(text, action, words, wording="", names=frozenset()):
    return apply_edits(text, _edits(text, action, words, wording, names))


MAY_END = "Northwind may end this Agreement if you are in breach of any term. You stop all use."


def test_words_are_inserted_before():
    assert _result(MAY_END, "before", "breach", "material") == MAY_END.replace("breach", "material breach")


def test_words_are_inserted_after():
    assert _result(MAY_END, "after", "breach", "of the payment duty or") == MAY_END.replace(
        "breach of", "breach of the payment duty or of"
    )


def test_words_inserted_after_with_a_comma_stand_against_the_word():
    assert _result(MAY_END, "after", "may", ", after {days}' notice,") == MAY_END.replace(
        "may end", "may, after {days}' notice, end"
    )


def test_a_comma_inserted_before_stands_against_the_word_before():
    assert _result(MAY_END, "before", "end this", ", on notice,") == MAY_END.replace("may end", "may, on notice, end")


def test_two_commas_do_not_meet():
    text = "Licensee may, if it pays, copy the Model."
    assert _result(text, "after", "may", ", on notice,") == "Licensee may, on notice, if it pays, copy the Model."


def test_words_are_replaced_and_only_the_new_ones_are_marked():
    (edit,) = _edits(MAY_END, "replace", "in breach of", "in material breach of")
    assert (edit.text.strip(), edit.span.start == edit.span.end) == ("material", True)


def test_a_straight_apostrophe_stays_at_the_word_that_is_replaced():
    text = "Vendor gives 14 days' notice."
    assert _result(text, "replace", "14 days", "30 days") == "Vendor gives 30 days' notice."


def test_the_end_of_a_sentence_stands_before_its_full_stop():
    assert _result(MAY_END, "sentence-end", "end this", "and you do not cure it") == MAY_END.replace(
        "any term.", "any term and you do not cure it."
    )


def test_a_clause_with_a_comma_at_the_end_of_a_sentence():
    assert _result(MAY_END, "sentence-end", "end this", ", provided that it gives notice") == MAY_END.replace(
        "any term.", "any term, provided that it gives notice."
    )


def test_a_sentence_goes_after_the_sentence():
    assert _result(MAY_END, "sentence-after", "end this", "northwind gives notice first.") == MAY_END.replace(
        "any term. ", "any term. Northwind gives notice first. "
    )


def test_a_sentence_goes_at_the_end_of_the_paragraph():
    assert _result(MAY_END, "sentence-after", "", "Data stay.") == f"{MAY_END} Data stay."


def test_the_last_sentence_is_continued_where_no_words_are_named():
    assert _result(MAY_END, "sentence-end", "", "within ten days") == MAY_END.replace(
        "all use.", "all use within ten days."
    )


def test_blanks_at_the_end_of_a_paragraph_stay_as_they_are():
    assert _result("You stop all use. ", "sentence-after", "", "Data stay.") == "You stop all use. Data stay. "


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("use the Model to cheat; or", "use the Model to cheat, save in games; or"),
        ("use the Model to cheat;", "use the Model to cheat, save in games;"),
        ("use the Model to cheat", "use the Model to cheat, save in games"),
        ("You may not cheat, and", "You may not cheat, save in games, and"),
    ],
)
def test_a_list_item_keeps_its_ending(item, expected):
    assert _result(item, "sentence-end", "", ", save in games") == expected


@pytest.mark.parametrize("item", ["use the Model to cheat; or", "in breach of the law.", "Use the Model to cheat"])
def test_no_sentence_goes_after_a_list_item_that_is_none(item):
    assert _edits(item, "sentence-after", "", "Games are free.") == ()


def test_no_sentence_goes_between_a_lead_in_and_its_list():
    assert _edits("You must not:", "sentence-after", "", "Games are free.") == ()


def test_a_quotation_keeps_its_stop():
    text = 'You keep the notice "All rights reserved."'
    assert _result(text, "sentence-end", "keep", ", or a link to it") == text + ", or a link to it."


def test_an_abbreviation_keeps_its_stop():
    text = "Notice goes to Northwind, Inc."
    assert _result(text, "sentence-end", "Notice", "or its agent") == "Notice goes to Northwind, Inc. or its agent."


def test_a_sentence_is_followed_past_an_abbreviation():
    text = "Ask Northwind Ltd. and wait. Then begin."
    located = Located("Ask", Place(0, Span(0, 3)), Span(0, 18))
    edits = edits_of(EditRule("sentence-end", "Ask", ""), 0, spot_at(text, located), "for ten days")
    assert apply_edits(text, edits) == "Ask Northwind Ltd. and wait for ten days. Then begin."


def test_a_quote_that_opens_the_next_sentence_belongs_to_it():
    text = "You may copy it. “Copy” means a duplicate."
    first = Located("may", Place(0, Span(4, 7)), Span(0, 18))
    edits = edits_of(EditRule("sentence-end", "may", ""), 0, spot_at(text, first), "once")
    assert apply_edits(text, edits) == "You may copy it once. “Copy” means a duplicate."
    second = Located("Copy", Place(0, Span(18, 22)), Span(18, len(text)))
    assert spot_at(text, second).sentence == Span(17, len(text))


def test_a_sentence_in_brackets_ends_after_the_bracket():
    text = "(You may copy it.) Then stop."
    located = Located("copy", Place(0, Span(9, 13)), Span(0, 17))
    edits = edits_of(EditRule("sentence-after", "copy", ""), 0, spot_at(text, located), "you may print it.")
    assert apply_edits(text, edits) == "(You may copy it.) You may print it. Then stop."


def test_words_before_a_sentence_take_its_capital():
    text = "We may end these Terms at any time."
    assert (
        _result(text, "before", "We may", "after {days} notice,")
        == "After {days} notice, we may end these Terms at any time."
    )


def test_a_name_keeps_its_capital_inside_the_sentence():
    text = "Northwind may end it. You may too."
    assert _result(text, "before", "Northwind", "on notice,") == "On notice, Northwind may end it. You may too."
    assert (
        _result(text, "before", "You", "on notice,", frozenset({"You"}))
        == "Northwind may end it. On notice, You may too."
    )


def test_a_list_item_that_begins_small_stays_small():
    assert (
        _result("in violation of law; or", "before", "in violation", "knowingly") == "knowingly in violation of law; or"
    )


def test_words_replaced_at_the_start_of_a_sentence_begin_with_a_capital():
    text = "All claims are waived. Nothing else is."
    assert _result(text, "replace", "All claims", "those claims") == "Those claims are waived. Nothing else is."


def test_words_are_deleted_with_one_blank():
    assert _result(MAY_END, "delete", "any") == MAY_END.replace("of any term", "of term")
    assert _result(MAY_END, "delete", "of any term") == MAY_END.replace(" of any term", "")


def test_commas_around_deleted_words_become_one():
    text = "Licensee, at its cost, and Northwind agree."
    assert _result(text, "delete", "at its cost") == "Licensee, and Northwind agree."


def test_the_word_after_a_deleted_beginning_takes_the_capital():
    text = "At any time, you may stop. We agree."
    assert _result(text, "delete", "At any time") == "You may stop. We agree."


def test_a_sentence_in_capitals_is_continued_in_capitals():
    text = "THE MODEL IS PROVIDED AS IT IS. You agree."
    assert (
        _result(text, "sentence-end", "MODEL", ", save for title")
        == "THE MODEL IS PROVIDED AS IT IS, SAVE FOR TITLE. You agree."
    )


def test_no_break_spaces_of_the_document_stay():
    text = "You\u00a0may\u00a0end it."
    edits = _edits(text, "after", "may", "not")
    assert apply_edits(text, edits) in ("You\u00a0may\u00a0not end it.", "You\u00a0may not\u00a0end it.")


def test_wording_that_changes_nothing_is_no_edit():
    assert _edits(MAY_END, "replace", "in breach of", "in breach of") == ()


def test_words_after_need_a_place():
    assert _edits(MAY_END, "after", "", "not") == ()


def test_blanks_beside_an_opening_quote_and_a_bracket():
    text = 'Keep the "Notice" file (and the Model).'
    assert _result(text, "before", "Notice", "short") == 'Keep the "short Notice" file (and the Model).'
    assert _result(text, "after", "Model", ", if any") == 'Keep the "Notice" file (and the Model, if any).'
    assert _result(text, "before", "and the", "if any,") == 'Keep the "Notice" file (if any, and the Model).'


_TEXTS = (
    MAY_END,
    "Licensee may, if it pays, copy the Model.",
    "Keep the “Notice” file (and a copy), unless Northwind agrees; then stop.",
    "use the Model to cheat; or",
    "THE MODEL COMES AS IT IS, AND WITH NO WARRANTY.",
)
_WORDINGS = st.tuples(
    st.sampled_from(("", ", ")), st.lists(st.sampled_from(("on", "notice", "and", "good")), min_size=1),
    st.sampled_from(("", ",", ".")),
)  # fmt: skip


@given(
    text=st.sampled_from(_TEXTS),
    word=st.integers(0, 30),
    action=st.sampled_from(("replace", "before", "after", "sentence-end", "sentence-after", "delete")),
    wording=_WORDINGS,
)
def test_no_edit_leaves_double_blanks_or_a_blank_before_punctuation(text, word, action, wording):
    words = re.findall(r"\w+", text)
    result = _result(text, action, words[word % len(words)], f"{wording[0]}{' '.join(wording[1])}{wording[2]}")
    assert not re.search(r"  |\s[,.;:)]|,,|,\.|\( |^\s|\s$", result)


@given(text=st.sampled_from(_TEXTS), word=st.integers(0, 30), wording=_WORDINGS)
def test_insertions_delete_nothing(text, word, wording):
    words = re.findall(r"\w+", text)
    edits = _edits(text, "after", words[word % len(words)], " ".join(wording[1]))
    assert all(edit.span.start == edit.span.end for edit in edits)


def test_a_replacement_keeps_the_words_in_its_middle():
    text = "You shall pay all claims arising out of or related to any use."
    edits = _edits(text, "replace", "all claims arising out of or related to", "third-party claims arising out of")
    assert [(text[e.span.start : e.span.end], e.text) for e in edits] == [
        ("all", "third-party"),
        ("or related to ", ""),
    ]


def test_the_last_sentence_does_not_begin_behind_an_abbreviation():
    text = "Fees are due. You pay the taxes of the U.S. Government."
    assert last_spot(text).sentence == Span(14, len(text))


def test_no_sentence_is_put_between_a_heading_and_its_text():
    assert (
        _edits("MISCELLANEOUS 6.1 Notices. Notices are given in writing.", "sentence-after", "Notices", "So be it.")
        == ()
    )


def test_words_found_across_the_end_of_a_sentence_strike_no_sentence():
    text = "The fee is paid to PivX. PivX shall name you."
    start = text.index("to PivX")
    found = Located("", Place(0, Span(start, text.index(" name"))), Span(0, len(text)))
    assert edits_of(EditRule("replace-sentence", "to pivx", ""), 0, spot_at(text, found), "") == ()


def test_an_address_in_a_sentence_of_capitals_leaves_it_one_of_capitals():
    text = "YOU ACCEPT THE RULES (https://northwind.example/legal/rules-for-the-use-of-what-we-offer)."
    assert _result(text, "sentence-after", "ACCEPT", "They stay.").endswith(" THEY STAY.")


NAMES = "Provider may use your name. It may quote you, too. You stop all use."


@pytest.mark.parametrize(
    ("text", "words", "wording", "expected"),
    [
        (NAMES, "may quote", "", "Provider may use your name. You stop all use."),
        (NAMES, "may use your name", "", "It may quote you, too. You stop all use."),
        (
            NAMES,
            "may use your name",
            "Provider may use your name with your consent.",
            "Provider may use your name with your consent. It may quote you, too. You stop all use.",
        ),
        ("Provider may use your name.", "may use", "", "[Reserved.]"),
        ("Publicity. Provider may use your name.", "may use", "", "Publicity. [Reserved.]"),
        ("PROVIDER MAY USE YOUR NAME.", "MAY USE", "", "[RESERVED.]"),
        ("use outputs to train models; or", "use outputs", "", "[reserved]; or"),
        ("use outputs to train models; or", "use outputs", "resell the service", "resell the service; or"),
        ("You may not: use outputs to train", "use outputs", "", "You may not: use outputs to train"),
        ("The following uses are barred:", "uses are", "", "The following uses are barred:"),
    ],
)
def test_a_sentence_is_struck_or_replaced_and_numbers_stay(text, words, wording, expected):
    assert _result(text, "replace-sentence", words, wording) == expected
