"""Footnotes and endnotes of Word files: their numbers, and the references to them."""

import pytest

from app.model.marks import Link
from app.model.span import Span


def r(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ref(number, kind="footnote", more=""):
    return f'<w:r><w:{kind}Reference w:id="{number}" {more}/></w:r>'


def p(*content):
    return f"<w:p>{''.join(content)}</w:p>"


def notes(*numbers, kind="footnote"):
    listed = "".join(
        f'<w:{kind} w:id="{number}">{p(r(f"Note {number}."))}{p(r("More."))}</w:{kind}>' for number in numbers
    )
    return f"<w:{kind}s>{listed}</w:{kind}s>"


def section(properties):
    return f"<w:p><w:pPr><w:sectPr>{properties}</w:sectPr></w:pPr></w:p>"


@pytest.fixture
def marks(read_blocks):
    """Give the marker of the first paragraph of each note, by its text."""

    def read(*args, **parts):
        blocks = read_blocks(*args, **parts)
        return {block.text: block.marker for block in blocks if block.text.startswith("Note")}

    return read


def test_a_reference_is_a_link_without_width_to_the_first_paragraph_of_the_note(read_blocks):
    body, note, more = read_blocks(p(r("Fees"), ref(4), r(" are due.")), footnotes=notes(4))
    assert (body.text, body.links) == ("Fees are due.", (Link(Span(4, 4), "#footnote-4"),))
    assert (note.story, note.names, note.marker) == ("footnote", ("footnote-4",), "1")
    assert (more.names, more.marker) == ((), "")


def test_notes_are_numbered_in_the_order_of_their_references(marks):
    assert marks(p(r("a"), ref(5), ref(2)), footnotes=notes(2, 5)) == {"Note 2.": "2", "Note 5.": "1"}


def test_endnotes_count_in_small_roman_numbers_of_their_own(marks):
    body = p(r("a"), ref(1), ref(1, "endnote"), ref(2, "endnote"))
    assert marks(body, endnotes=notes(1, 2, kind="endnote")) == {"Note 1.": "i", "Note 2.": "ii"}


def test_the_settings_may_state_the_format_and_the_start(marks):
    settings = (
        '<w:settings><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr></w:settings>'
    )
    assert marks(p(r("a"), ref(1)), footnotes=notes(1), settings=settings) == {"Note 1.": "c"}


def test_a_section_may_begin_anew(marks):
    restart = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = p(r("a"), ref(1), ref(2)) + section("") + p(r("b"), ref(3)) + f"<w:sectPr>{restart}</w:sectPr>"
    assert marks(body, footnotes=notes(1, 2, 3)) == {"Note 1.": "1", "Note 2.": "2", "Note 3.": "1"}


def test_a_note_with_a_mark_of_its_own_takes_no_number(marks):
    body = p(r("a"), ref(1, more='w:customMarkFollows="1"'), r("*"), ref(2))
    assert marks(body, footnotes=notes(1, 2)) == {"Note 1.": "", "Note 2.": "1"}


@pytest.mark.parametrize(("view", "number"), [("accepted", "1"), ("original", "2"), ("marked", "2")])
def test_a_deleted_reference_counts_only_where_it_is_shown(marks, view, number):
    body = p(r("a"), f"<w:del>{ref(1)}</w:del>", ref(2))
    assert marks(body, view, footnotes=notes(2)) == {"Note 2.": number}
