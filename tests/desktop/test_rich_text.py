import pytest
from PySide6.QtGui import QPalette, QTextDocument

from app.desktop import theme
from app.desktop.redline_text import Piece
from app.desktop.rich_text import RichText

pytestmark = pytest.mark.usefixtures("qapp")  # palettes need it

HOSTILE = '<img src="file:///x.png"> & <b>bold</b>'


@pytest.fixture
def rich():
    return RichText(theme.colours(QPalette()), "serif")


def read(html):
    """Return what a reader sees of `html`."""
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


@pytest.mark.parametrize("set_as", ["text", "muted", "accented"])
def test_the_words_of_others_are_shown_as_they_are(rich, set_as):
    assert read(getattr(rich, set_as)(HOSTILE)) == HOSTILE


@pytest.mark.parametrize(("kind", "mark"), [("inserted", "<u>"), ("deleted", "<s>"), ("kept", "")])
def test_changes_are_told_by_more_than_colour(rich, kind, mark):
    html = rich.piece(Piece(kind, HOSTILE, 0))
    assert mark in html
    assert read(html) == HOSTILE


def test_a_part_without_content_has_no_title(rich):
    assert rich.part("Facts read", "") == ""
    assert read(rich.part("Facts & figures", rich.text("30 days"))) == "Facts & figures\n30 days"


def test_a_table_without_rows_is_none(rich):
    assert rich.table(()) == ""
    assert "<b>30</b>" in rich.table((("Cure days", "<b>30</b>"),))
