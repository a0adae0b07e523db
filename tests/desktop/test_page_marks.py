from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from app.desktop.page_marks import carrying, evidence_places, marks_by_page, parts_of, stretches
from app.model.marks import Box
from app.model.redline import Redline
from app.model.review import Uncovered
from app.model.span import Span


def word_of(printed, paragraph, word):
    """Return the box of a word."""
    text = printed.document.paragraphs[paragraph].text
    return next(box for box in printed.document.paragraphs[paragraph].boxes if box.start == text.index(word))


def around(*boxes):
    """Return the rectangle around boxes."""
    place = QRectF()
    for box in boxes:
        place = place.united(QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top))
    return place


def test_each_page_has_the_findings_of_its_paragraphs(printed, findings):
    marks = marks_by_page(printed)
    assert [set(marks[page].findings) for page in (1, 2)] == [
        {findings[0], findings[3]},
        {findings[1], findings[2], findings[4]},
    ]


def test_what_is_in_order_is_not_marked(printed, findings):
    assert all(findings[5] not in marks.findings for marks in marks_by_page(printed).values())


def test_a_mark_stands_around_all_words_of_its_paragraph(printed):
    mark = marks_by_page(printed)[1].marks[0]
    assert mark.place == around(*printed.document.paragraphs[6].boxes)


def test_a_paragraph_in_two_columns_has_a_part_in_each():
    left = [Box(0, 3, 1, 72, 700, 90, 710), Box(4, 7, 1, 72, 714, 90, 724)]
    right = [Box(8, 11, 1, 320, 100, 340, 110), Box(12, 15, 1, 320, 114, 340, 124)]
    assert [part.place for part in parts_of([*left, *right])] == [around(*left), around(*right)]


def test_a_paragraph_over_two_pages_has_a_part_on_each():
    boxes = [Box(0, 3, 1, 72, 700, 90, 710), Box(4, 7, 2, 72, 100, 90, 110)]
    assert [part.page for part in parts_of(boxes)] == [1, 2]


def test_a_word_set_higher_in_a_line_makes_no_new_part():
    boxes = [Box(0, 3, 1, 72, 700, 90, 710), Box(4, 5, 1, 92, 696, 96, 703), Box(6, 9, 1, 100, 700, 120, 710)]
    assert len(parts_of(boxes)) == 1


def askew(line):
    """Return the boxes of ten words of a line that runs down by three degrees."""
    return [
        Box(11 * line + place, 11 * line + place + 1, 1, 72 + 50 * place, top, 112 + 50 * place, top + 10)
        for place in range(10)
        for top in (100 + 14 * line + 2.6 * place,)
    ]


def test_lines_askew_are_one_part():
    assert len(parts_of([*askew(0), *askew(1), *askew(2)])) == 1


def test_words_of_a_line_askew_are_marked_closely(printed):
    paragraph = replace(printed.document.paragraphs[6], boxes=tuple(askew(0)))
    assert max(found.place.height() for found in stretches(paragraph, Span(0, 10))) < 14


@pytest.mark.parametrize(("left", "side"), [(72.0, "left"), (320.0, "right")])
def test_what_stands_in_the_right_column_is_marked_on_the_right(printed, left, side):
    paragraphs = list(printed.document.paragraphs)
    paragraphs[6] = replace(paragraphs[6], boxes=(Box(0, 8, 1, left, 100, left + 60, 110),))
    there = replace(printed, document=replace(printed.document, paragraphs=tuple(paragraphs)))
    assert marks_by_page(there)[1].marks[0].side == side


def test_words_of_one_line_are_one_stretch(printed):
    (found,) = stretches(printed.document.paragraphs[6], Span(0, len("Products with more")))
    assert found.place == around(*printed.document.paragraphs[6].boxes[:3])


def test_words_over_a_line_end_are_two_stretches(printed):
    assert len(stretches(printed.document.paragraphs[6], Span(0, 97))) == 2


def test_part_of_a_word_takes_its_share_of_it(printed):
    (found,) = stretches(printed.document.paragraphs[6], Span(0, 4))
    assert found.place.width() == pytest.approx(4 * 6.0)


def test_words_struck_stand_on_their_words(printed):
    struck = [change for change in marks_by_page(printed)[2].changes if change.clause == "indemnity"]
    words = [word_of(printed, 11, word) for word in ("or", "related", "to")]
    lines = {(box.top, box.bottom) for box in words}
    assert {(change.place.top(), change.place.bottom()) for change in struck} == lines


def test_words_inserted_go_in_behind_the_word_before(printed):
    (inserted,) = (each for each in marks_by_page(printed)[2].changes if each.clause == "cure-period" and each.inserted)
    it = word_of(printed, 13, "it.")
    assert inserted.place.left() == pytest.approx(it.left + 12)  # before the full stop
    assert inserted.place.width() == 0


def test_a_new_paragraph_goes_in_at_the_end_of_the_one_before(printed):
    (new,) = (change for change in marks_by_page(printed)[2].changes if change.is_paragraph)
    last = printed.document.paragraphs[11].boxes[-1]
    assert (new.place.left(), new.place.top(), new.inserted[:3]) == (last.right, last.top, "(c)")


def test_a_paragraph_without_places_is_left_out(printed):
    paragraphs = tuple(replace(paragraph, boxes=()) for paragraph in printed.document.paragraphs)
    assert not marks_by_page(replace(printed, document=replace(printed.document, paragraphs=paragraphs)))


def test_a_missing_clause_is_carried_by_the_paragraph_before_its_new_one(printed, findings):
    assert carrying(printed, findings[4]) == (11,)


def test_a_finding_without_words_and_redline_is_carried_by_nothing(printed, findings):
    assert carrying(replace(printed, redlines=(Redline("warranty", anchor=3),)), findings[4]) == ()


def test_the_evidence_is_that_of_matches_and_facts(printed, findings):
    texts = [printed.document.paragraphs[place.paragraph].text for place in evidence_places(findings[0])]
    spans = [place.span for place in evidence_places(findings[0])]
    assert [text[span.start : span.end] for text, span in zip(texts, spans, strict=True)] == [
        "monthly active users",
        "5 million",
    ]


def test_what_no_clause_type_explains_is_marked_unless_a_finding_is(printed):
    gaps = tuple(Uncovered(paragraph, ("duty",), (Span(0, 3),)) for paragraph in (3, 6))
    (gap,) = marks_by_page(replace(printed, uncovered=gaps))[1].gaps
    assert (gap.place, gap.about) == (around(*printed.document.paragraphs[3].boxes), "Duty")
