from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QTextCharFormat, QTextDocument

from app.desktop import theme
from app.desktop.comparing.cell_writer import CellWriter
from app.desktop.comparing.entries import ASPECTS
from app.desktop.comparing.lines import lines_of
from app.desktop.letters import Letters
from app.model.marks import TextStyle
from app.model.span import Span

EDITED, AWAY, HERE, SPLIT, REMOVED = 5, 6, 10, 8, 9
Underline = QTextCharFormat.UnderlineStyle


@pytest.fixture
def write(qapp, comparison):
    """Set a line of a comparison, and return its text document and where its words begin."""

    def writing(place, pane, *, of=comparison, told=ASPECTS, width=400):
        colours = theme.colours(qapp.palette())
        writer = CellWriter(of, Letters(QFont("Serif", 12), colours), colours, told)
        text = QTextDocument()
        begins = writer.write(text, lines_of(of)[place], pane, width)
        return text, begins

    return writing


def letters_of(text, words):
    """Return the format of words in a text document."""
    return text.find(words).charFormat()


def test_a_cell_holds_the_words_after_their_number(write):
    text, begins = write(2, "new")
    assert (text.toPlainText(), begins) == ("(a)\tYou may use the Weights for any purpose.", 0)


def test_words_that_go_are_struck(write):
    text, _ = write(EDITED, "old")
    assert letters_of(text, "thirty (30)").fontStrikeOut()
    assert not letters_of(text, "licence").fontStrikeOut()


def test_words_that_come_are_underlined(write):
    text, _ = write(EDITED, "new")
    assert letters_of(text, "ten (10)").fontUnderline()


def test_what_moved_away_says_where_it_is(write):
    text, begins = write(AWAY, "old")
    assert text.toPlainText() == "Moved away: now at paragraph 10\nEach side keeps its own marks."
    assert text.toPlainText()[begins:] == "Each side keeps its own marks."


def test_what_moved_here_says_where_it_was(write):
    text, _ = write(HERE, "new")
    assert text.toPlainText().startswith("Moved here: was at paragraph 6\n")


def test_moved_words_look_neither_inserted_nor_as_they_stood(write):
    text, _ = write(HERE, "inline")
    moved, inserted = letters_of(text, "Each side"), letters_of(text, "names")
    assert moved.underlineStyle() == Underline.DashUnderline
    assert (inserted.underlineStyle(), letters_of(text, "marks").fontStrikeOut()) == (Underline.SingleUnderline, True)


def test_a_split_is_told_in_both_panes_at_one_height(write):
    assert write(SPLIT, "old")[0].toPlainText().startswith("Split: 2 paragraphs out of 1\n")
    assert write(SPLIT, "new")[0].toPlainText().startswith("Split: 2 paragraphs out of 1\n")


def test_a_change_of_look_is_told_in_words(write):
    assert write(EDITED, "new")[0].toPlainText().startswith("Formatting: “days” is bold\n")


def test_what_is_filtered_out_is_not_told_above_the_words(write):
    assert write(EDITED, "new", told=("text",))[0].toPlainText().startswith("The Provider")
    assert write(4, "inline", told=("text",))[0].toPlainText().startswith("2. 3.")


def test_one_pane_strikes_the_former_number(write):
    text, _ = write(4, "inline")
    assert text.toPlainText() == "2. 3.\tEnding"
    assert letters_of(text, "2.").fontStrikeOut()
    assert letters_of(text, "3.").fontUnderline()


def test_a_number_that_is_printed_alike_is_told_in_words(write, comparison):
    paragraphs = comparison.new.paragraphs
    new = replace(comparison.new, paragraphs=(*paragraphs[:4], replace(paragraphs[4], marker="2."), *paragraphs[5:]))
    assert write(4, "inline", of=replace(comparison, new=new))[0].toPlainText() == "Number 2 → 3\n2.\tEnding"


def test_the_number_of_what_is_gone_goes_too(write, comparison):
    paragraphs = comparison.old.paragraphs
    numbered = replace(
        comparison, old=replace(comparison.old, paragraphs=(*paragraphs[:8], replace(paragraphs[8], marker="9.")))
    )
    assert letters_of(write(REMOVED, "old", of=numbered)[0], "9.").fontStrikeOut()


def test_bold_words_stay_bold_where_they_are_struck(write, comparison):
    paragraphs = comparison.old.paragraphs
    bold = replace(paragraphs[4], styles=(TextStyle(Span(40, 46), bold=True),))
    old = replace(comparison.old, paragraphs=(*paragraphs[:4], bold, *paragraphs[5:]))
    letters = letters_of(write(EDITED, "old", of=replace(comparison, old=old))[0], "thirty")
    assert (letters.fontStrikeOut(), letters.fontWeight()) == (True, QFont.Weight.Bold)


def test_a_row_of_a_table_is_set_as_one(write, tables):
    text, _ = write(0, "new", of=tables)
    (table,) = text.rootFrame().childFrames()
    assert (table.rows(), table.columns()) == (1, 2)
    assert letters_of(text, "200").fontUnderline()


def test_the_cells_of_a_row_too_wide_for_the_pane_are_stacked(write, tables):
    text, _ = write(0, "new", of=tables, width=90)
    assert (text.rootFrame().childFrames(), text.toPlainText()) == ([], "Fee\n200 euro")


def test_a_story_is_headed(write, comparison):
    notes = tuple(replace(paragraph, story="footnote") for paragraph in comparison.new.paragraphs)
    of = replace(comparison, new=replace(comparison.new, paragraphs=notes), rows=comparison.rows[:1])
    assert write(0, "new", of=of)[0].toPlainText() == "Footnotes\nExample Weights Licence"


def test_a_line_end_stays_in_its_paragraph_and_what_is_not_seen_is_shown(write, comparison):
    text = "You publish\na list\u202e of your uses."
    paragraphs = comparison.new.paragraphs
    new = replace(comparison.new, paragraphs=(*paragraphs[:3], replace(paragraphs[3], text=text), *paragraphs[4:]))
    written, _ = write(3, "new", of=replace(comparison, new=new))
    assert (written.blockCount(), written.toPlainText()) == (1, "You publish\na list▯ of your uses.")
