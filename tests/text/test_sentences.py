"""Sentences of a contract."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.sentences import sentences_of


@pytest.mark.parametrize(
    "text",
    [
        "The fee is due. |It is net.",
        "Is it due? |Yes! |It is.",
        "A breach under No. 5 of the list ends it. |The rest stays.",
        "Is there a fee? |No. |The fee is nil.",
        "Pay monthly, e.g. on the first, i.e. at once. |Pay in full.",
        "The law of the U.S. State applies. |U.S. law applies.",
        "It applies in the U.S. |The rest stays.",
        "As set out in Section 5.2. |The fee is due.",
        "See Art. 5 and Sec. 12 and Exh. B and p. 4. |It is net.",
        "Heron Inc. may end it. |Heron Ltd. and Plover Corp. agree.",
        "It is made by Heron Inc. |The licence ends.",
        "It ends at 5 p.m. on Dec. 1, 2026. |Then it is void.",
        "Mr. J. Smith signs. |Dr. Ann signs.",
        "As in Exhibit A. |Then it ends.",
        "Buyer v. Seller is cited. |It holds.",
        "It says “It ends.” |The rest stays.",
        "“We agree.” |“You agree.”",
        "The words “It ends.” are struck. |So is this.",
        "(See § 4.) |The fee is 1.5 % a year.",
        "First: (a) one. |(b) two.",
        "5.2. Fees. |The fee is due.",
        "(a) Fees are due. |They are net.",
        "No stop at the end",
        "Two lines.\n|Then more.",
        "One heading\n\n|One body",
        "A tab.\t|Then more.",
        "THE FEE IS DUE. |NO WARRANTY IS GIVEN.",
        "许可证。|费用。",
    ],
)
def test_a_contract_is_cut_into_its_sentences(text):
    whole = text.replace("|", "")
    assert [whole[span.start : span.end] for span in sentences_of(whole)] == [part.strip() for part in text.split("|")]


def test_blanks_belong_to_no_sentence():
    assert [(span.start, span.end) for span in sentences_of("  One.  Two. ")] == [(2, 6), (8, 12)]


def test_blanks_alone_have_no_sentence():
    assert sentences_of(" \t ") == ()


@given(
    st.lists(st.sampled_from(["Fee", "No.", "U.S.", ".", " ", "“", "”", "(a)", "5.2", "\n", "is", "?"])).map("".join)
)
def test_every_word_stands_in_one_sentence_and_sentences_follow_one_another(text):
    spans = sentences_of(text)
    joined = "".join(text[span.start : span.end] for span in spans)
    assert "".join(joined.split()) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(spans))
