import pytest
from PySide6.QtGui import QTextDocument

from app.desktop import theme
from app.desktop.look import made_palette
from app.desktop.vendors.cell_text import CellText, followed_place, followed_row
from app.model.span import Place, Span

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def text():
    return CellText(theme.colours(made_palette(dark=False, stark=False)), "Serif")


def read(html):
    page = QTextDocument()
    page.setHtml(html)
    return page.toPlainText().replace("\u200b", "")


def test_a_cell_tells_its_words_with_their_place_its_facts_and_why(text, matrix):
    html = text.cell(matrix.rows[0], matrix.columns[0], 0)
    told = read(html)
    assert "It is preferred." in told
    assert "What it says\nThe Provider may end this licence" in told
    assert "30 days" in told
    assert "nothing says so" in told
    assert "Vendor A gives the longest time." in told
    assert 'href="place:0:13:0:12"' in html


def test_a_cell_tells_how_the_preferred_position_was_tested(text, matrix):
    told = read(text.cell(matrix.rows[0], matrix.columns[1], 1))
    assert "This counts 8 of 8 points against the column." in told
    assert "30 days to cure after written notice\n✗ Cure days must be at least 30 (is 0)" in told


def test_a_layered_cell_tells_which_layer_it_comes_from_and_what_the_others_say(text, matrix):
    told = read(text.cell(matrix.rows[0], matrix.columns[2], 2))
    first, others = told.split("What the other layers say")
    assert "From weights licence, layer 2 of 2\n◐ Fallback" in first
    assert "It prevails." in first
    assert "From cloud terms, layer 1 of 2\n✗ Walk-away" in others


def test_a_column_tells_why_it_ranks_where_it_does(text, matrix):
    html = text.column(matrix, matrix.columns[2])
    told = read(html)
    assert "Cloud  Rank 2 of 3 · 50.0 %" in told.replace("\xa0", " ")
    assert "The cloud is between." in told
    assert "Ahead of the next by\nCure period  4 points against it; the next: 8 points against it, for" in told.replace(
        "\xa0", " "
    )
    assert "A point is what a lawyer weighs." in told
    assert "1. cloud terms\n2. weights licence" in told
    assert 'href="row:cure-period"' in html


def test_a_column_tells_what_of_it_was_not_read(text, matrix):
    assert "Not read\nb: page 3 was not read" in read(text.column(matrix, matrix.columns[1]))


def test_links_lead_to_places_and_rows():
    assert followed_place("place:1:13:0:12") == (1, Place(13, Span(0, 12)))
    assert followed_place("row:cure-period") is None
    assert (followed_row("row:cure-period"), followed_row("place:1:13:0:12")) == ("cure-period", "")
