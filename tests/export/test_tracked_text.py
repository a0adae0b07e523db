from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.export.tracked_text import TrackedText, plain_runs, styled_run, xml_text
from app.model.redline import Edit
from app.model.span import Span
from app.ooxml.names import W, w
from app.ooxml.runs import read_text

WHEN = date(2026, 3, 2)
SENTENCES = [f"Sentence {number} says that nothing of weight follows from sentence {number}." for number in range(40)]
LONG = " ".join(SENTENCES)


def paragraph(runs):
    return etree.fromstring(f'<w:p xmlns:w="{W}">{runs}</w:p>')


def rejected(p):
    pieces = {w("t"): None, w("delText"): None, w("tab"): "\t", w("br"): "\n"}
    shown = [element for element in p.iter(*pieces) if not any(True for _ in element.iterancestors(w("ins")))]
    return "".join(pieces[element.tag] or element.text for element in shown)


def test_an_edit_is_a_deletion_and_an_insertion_by_the_author_on_the_day():
    p = paragraph(TrackedText("A & B", WHEN).edited("Pay at once.", [Edit(0, Span(4, 11), "in May")]))
    changes = [child for child in p if child.tag != w("r")]
    assert [change.tag for change in changes] == [w("del"), w("ins")]
    assert {change.get(w("author")) for change in changes} == {"A & B"}
    assert {change.get(w("date")) for change in changes} == {"2026-03-02T00:00:00Z"}


def test_revisions_of_one_file_have_numbers_of_their_own():
    tracked = TrackedText("A", WHEN)
    runs = tracked.inserted("One.") + tracked.inserted("Two.")
    numbers = [change.get(w("id")) for change in paragraph(runs).iter(w("ins"))]
    assert numbers == ["1", "2"]


@given(
    text=st.text(min_size=4, max_size=60),
    start=st.integers(0, 4),
    length=st.integers(0, 4),
    new=st.text(max_size=20),
)
def test_accepting_gives_the_new_text_and_rejecting_the_old(text, start, length, new):
    text, new = xml_text(text), xml_text(new)
    end = min(start + length, len(text))
    p = paragraph(TrackedText("A", WHEN).edited(text, [Edit(0, Span(start, end), new)]))
    assert read_text(p).text == text[:start] + new + text[end:]
    assert rejected(p) == text


def test_of_a_long_paragraph_only_the_sentence_with_the_edit_is_shown():
    at = LONG.index("nothing", LONG.index("Sentence 20"))
    p = paragraph(TrackedText("A", WHEN).edited(LONG, [Edit(0, Span(at, at + 7), "much")]))
    assert read_text(p).text == f"… {SENTENCES[20].replace('nothing', 'much')} …"


def test_edits_far_apart_are_shown_each_in_its_sentence():
    places = [LONG.index(f"Sentence {number} ") for number in (3, 30)]
    edits = [Edit(0, Span(place, place + len("Sentence")), "Clause") for place in places]
    text = read_text(paragraph(TrackedText("A", WHEN).edited(LONG, edits))).text
    assert text.count("Clause") == 2
    assert "… Clause 30" in text
    assert "Sentence 10" not in text


def test_a_sentence_without_end_is_cut_between_words():
    endless = "word " * 500
    p = paragraph(TrackedText("A", WHEN).edited(endless, [Edit(0, Span(1000, 1004), "term")]))
    text = read_text(p).text
    assert len(text) < 700
    assert set(text.split()) == {"…", "word", "term"}


def test_a_long_paragraph_without_edits_is_shown_by_more_than_its_title():
    text = read_text(paragraph(TrackedText("A", WHEN).edited(f"General. {LONG}", []))).text
    assert text.startswith(f"General. {SENTENCES[0]} {SENTENCES[1]}")
    assert text.endswith(" …")
    assert len(text) < 700


def test_an_edit_in_a_cut_paragraph_is_whole_even_at_its_end():
    p = paragraph(TrackedText("A", WHEN).edited(LONG, [Edit(0, Span(len(LONG), len(LONG)), " More.")]))
    assert read_text(p).text.endswith(f"{SENTENCES[-1]} More.")


def test_plain_runs_show_the_sentences_around_the_evidence():
    at = LONG.index("Sentence 7")
    assert read_text(paragraph(plain_runs(LONG, [Span(at, at + 5)]))).text == f"… {SENTENCES[7]} …"


def test_text_that_looks_like_markup_stays_text():
    assert read_text(paragraph(plain_runs('a < b & "c" </w:t>'))).text == 'a < b & "c" </w:t>'


def test_a_styled_run_names_its_character_style():
    style = paragraph(styled_run("High", "SeverityHigh")).find(f".//{w('rStyle')}")
    assert style.get(w("val")) == "SeverityHigh"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\r", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_replaced_by_one_other(character):
    assert xml_text(f"a{character}b") == "a\ufffdb"
