from dataclasses import dataclass, field
from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.intake.pdf.placed import PlacedWord
from app.intake.pdf.tables import PageCell, find_tables

WIDTH = HEIGHT = 700  # square, because reportlab turns the box of a turned page too
SIZE = 10


@dataclass
class Sheet:
    """A page under way, measured from its top left corner."""

    rotation: int = 0
    file: BytesIO = field(default_factory=BytesIO)
    words: list[PlacedWord] = field(default_factory=list)

    def __post_init__(self):
        self.canvas = Canvas(self.file, pagesize=(WIDTH, HEIGHT))
        self.canvas.setPageRotation(self.rotation)
        self.canvas.setFont("Helvetica", SIZE)

    def write(self, x, y, text):
        """Set `text` from `x` on, its feet at `y`."""
        for word in text.split():
            self.canvas.drawString(x, HEIGHT - y, word)
            end = x + stringWidth(word, "Helvetica", SIZE)
            self.words.append(PlacedWord(word, x, y - SIZE, end, y + 2))
            x = end + 3

    def line(self, x0, y0, x1, y1):
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def bar(self, x0, y0, x1, y1):
        """Fill a box."""
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def box(self, x0, y0, x1, y1):
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0)

    def page(self):
        self.canvas.save()
        return pypdfium2.PdfDocument(self.file.getvalue())[0]

    def tables(self):
        return find_tables(self.page(), self.words)


@pytest.fixture
def sheet():
    return Sheet()


def write_fees(sheet, *, top=100, lefts=(80, 250)):
    """Write three rows of two columns, 20 points high, from `top` on."""
    for row, texts in enumerate((("Service", "Fee"), ("Hosting", "100 EUR"), ("Support", "40 EUR"))):
        for left, text in zip(lefts, texts, strict=True):
            sheet.write(left, top + 20 * row + 14, text)


def rule_fees(draw):
    """Draw the lines of these rows by `draw(x0, y0, x1, y1)`."""
    for y in (100, 120, 140, 160):
        draw(70, y, 400, y)
    for x in (70, 240, 400):
        draw(x, 100, x, 160)


def layout(table):
    """Return row, column and spans of each cell."""
    return [(cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]


THREE_BY_TWO = [(row, column, 1, 1) for row in range(3) for column in range(2)]


def test_lines_around_words_make_a_table(sheet):
    write_fees(sheet)
    rule_fees(sheet.line)
    (table,) = sheet.tables()
    assert layout(table) == THREE_BY_TWO
    assert table.is_ruled


def test_the_places_of_cells_count_from_the_top_left_corner(sheet):
    write_fees(sheet)
    rule_fees(sheet.line)
    (table,) = sheet.tables()
    last = PageCell(2, 1, 1, 1, *map(pytest.approx, (240, 140, 400, 160)))
    assert table.cells[-1] == last


def test_thin_bars_are_lines_too(sheet):
    write_fees(sheet)
    rule_fees(lambda x0, y0, x1, y1: sheet.bar(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3))
    assert [layout(table) for table in sheet.tables()] == [THREE_BY_TWO]


def test_a_box_around_each_cell_makes_the_same_table(sheet):
    write_fees(sheet)
    for y in (100, 120, 140):
        sheet.box(70, y, 240, y + 20)
        sheet.box(240, y, 400, y + 20)
    assert [layout(table) for table in sheet.tables()] == [THREE_BY_TWO]


def test_lines_of_dots_are_joined(sheet):
    write_fees(sheet)
    sheet.canvas.setDash(1, 2)
    rule_fees(sheet.line)
    assert [layout(table) for table in sheet.tables()] == [THREE_BY_TWO]


def test_sides_that_are_not_drawn_end_where_the_lines_end(sheet):
    write_fees(sheet)
    for y in (100, 120, 140, 160):
        sheet.line(70, y, 400, y)
    sheet.line(240, 100, 240, 160)
    (table,) = sheet.tables()
    assert (table.left, table.right) == (pytest.approx(70, abs=1.5), pytest.approx(400, abs=1.5))
    assert layout(table) == THREE_BY_TWO


def test_a_cell_may_span_columns_and_another_rows(sheet):
    write_fees(sheet)
    sheet.box(70, 80, 400, 160)
    sheet.write(150, 94, "Fees")
    for y in (100, 120):
        sheet.line(70, y, 400, y)
    sheet.line(240, 140, 400, 140)
    sheet.line(240, 100, 240, 160)
    (table,) = sheet.tables()
    assert layout(table) == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 2, 1), (2, 1, 1, 1), (3, 1, 1, 1)]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_measured_as_shown(rotation):
    sheet = Sheet(rotation)
    write_fees(sheet)
    rule_fees(sheet.line)
    turned = {
        90: lambda x0, y0, x1, y1: (HEIGHT - y1, x0, HEIGHT - y0, x1),
        180: lambda x0, y0, x1, y1: (WIDTH - x1, HEIGHT - y1, WIDTH - x0, HEIGHT - y0),
        270: lambda x0, y0, x1, y1: (y0, WIDTH - x1, y1, WIDTH - x0),
    }[rotation]
    words = [PlacedWord(word.text, *turned(*word[1:5])) for word in sheet.words]
    (table,) = find_tables(sheet.page(), words)
    assert (table.left, table.top, table.right, table.bottom) == pytest.approx(turned(70, 100, 400, 160))


def test_lines_of_a_form_that_the_page_shows_count(sheet):
    write_fees(sheet)
    sheet.canvas.beginForm("lines")
    rule_fees(lambda x0, y0, x1, y1: sheet.line(x0 - 50, y0, x1 - 50, y1))
    sheet.canvas.endForm()
    sheet.canvas.translate(50, 0)
    sheet.canvas.doForm("lines")
    assert [layout(table) for table in sheet.tables()] == [THREE_BY_TWO]


def test_white_fillings_are_no_lines(sheet):
    sheet.canvas.setFillColorRGB(1, 1, 1)
    for y in (100, 120, 140):
        sheet.bar(70, y, 240, y + 20)
        sheet.bar(240, y, 400, y + 20)
    sheet.canvas.setFillColorRGB(0, 0, 0)
    sheet.write(80, 114, "The provider hosts the")
    sheet.write(80, 134, "service for the customer")
    sheet.write(80, 154, "throughout the term.")
    assert sheet.tables() == ()


def test_two_tables_are_two(sheet):
    for top in (100, 300):
        write_fees(sheet, top=top)
        for left, right in ((70, 240), (240, 400)):
            for row in range(3):
                sheet.box(left, top + 20 * row, right, top + 20 * row + 20)
    assert [round(table.top) for table in sheet.tables()] == [100, 300]


def prose(sheet, left=80, top=114, lines=4):
    for row in range(lines):
        sheet.write(left, top + 14 * row, "Each party keeps what it learns to itself and")


def test_a_box_around_a_paragraph_is_no_table(sheet):
    prose(sheet)
    sheet.box(70, 100, 400, 170)
    sheet.box(20, 20, 590, 670)
    assert sheet.tables() == ()


def test_underlines_and_a_rule_above_notes_are_no_table(sheet):
    prose(sheet, lines=3)
    for y in (116, 130, 144):
        sheet.line(80, y, 280, y)
    sheet.line(80, 650, 220, 650)
    assert sheet.tables() == ()


def test_a_frame_with_two_columns_of_text_is_no_table(sheet):
    prose(sheet, left=40, lines=20)
    prose(sheet, left=330, lines=20)
    sheet.box(30, 60, 590, 500)
    sheet.line(30, 90, 590, 90)
    sheet.write(40, 80, "Terms of Service")
    sheet.line(310, 90, 310, 500)
    assert sheet.tables() == ()


def test_an_empty_grid_is_no_table(sheet):
    rule_fees(sheet.line)
    prose(sheet, top=300)
    assert sheet.tables() == ()


def test_words_in_columns_make_a_table_without_lines(sheet):
    write_fees(sheet)
    (table,) = sheet.tables()
    assert layout(table) == THREE_BY_TWO
    assert not table.is_ruled


def test_text_around_columns_stays_outside(sheet):
    prose(sheet, top=80, lines=2)
    write_fees(sheet, top=130)
    prose(sheet, top=230, lines=2)
    (table,) = sheet.tables()
    assert 100 < table.top < 144
    assert 180 < table.bottom < 220


def test_dots_may_lead_from_one_column_to_the_next(sheet):
    for row, (service, fee) in enumerate((("Hosting", "100.00 EUR"), ("Support", "40.00 EUR"), ("Backup", "5.00 EUR"))):
        y = 100 + 14 * row
        sheet.write(80, y, service)
        sheet.write(130, y, "." * 40)
        sheet.write(300, y, fee)
    assert [layout(table) for table in sheet.tables()] == [THREE_BY_TWO]


def test_a_definition_of_several_lines_is_one_row(sheet):
    lines = [
        (100, "Affiliate", "any company that controls a party or that"),
        (112, "", "a party controls, as long as it does so."),
        (130, "Authorised", "the natural persons whom the customer lets"),
        (142, "Users", "use the service, its staff among them."),
        (160, "Fees", "what the order form says is to be paid for"),
        (172, "", "the service, without taxes."),
    ]
    for y, term, words in lines:
        sheet.write(80, y, term)
        sheet.write(180, y, words)
    (table,) = sheet.tables()
    assert layout(table) == THREE_BY_TWO
    assert [round(cell.top) for cell in table.cells if cell.column == 0] == [90, 117, 147]


def test_heads_of_several_lines_belong_to_the_table(sheet):
    sheet.write(80, 60, "Each party keeps what it learns to itself and")
    sheet.write(250, 88, "Yearly")
    sheet.write(250, 101, "net")
    write_fees(sheet)
    (table,) = sheet.tables()
    assert 60 < table.top < 80


def test_a_cell_may_nearly_fill_its_column(sheet):
    write_fees(sheet)
    sheet.write(80, 174, "Copies in a third data centre")
    end = sheet.words[-1].right
    sheet.write(250, 174, "10 EUR")
    assert end < 250
    (table,) = sheet.tables()
    assert table.bottom > 174


def test_rules_between_rows_part_them(sheet):
    for row in range(3):
        sheet.write(80, 110 + 30 * row, "Priority")
        sheet.write(80, 122 + 30 * row, f"level {row}")
        sheet.write(250, 110 + 30 * row, "Answer")
        sheet.write(250, 122 + 30 * row, f"in {row + 2} hours")
        sheet.line(70, 127 + 30 * row, 400, 127 + 30 * row)
    assert [layout(table) for table in sheet.tables()] == [THREE_BY_TWO]


@pytest.mark.parametrize(
    "markers",
    [("1.", "2.", "3.", "4."), ("(a)", "(b)", "(c)", "(d)"), ("•", "•", "•", "•"), ("2.1", "2.2", "2.3", "2.4")],
)
def test_a_list_is_no_table(sheet, markers):
    for row, marker in enumerate(markers):
        sheet.write(80, 100 + 14 * row, marker)
        sheet.write(120, 100 + 14 * row, "the service and its documentation")
    assert sheet.tables() == ()


def test_a_list_in_a_list_is_no_table(sheet):
    for row, marker in enumerate(("a)", "b)", "c)", "d)")):
        if row % 2 == 0:
            sheet.write(50, 100 + 14 * row, f"{row + 1}.")
        sheet.write(80, 100 + 14 * row, marker)
        sheet.write(120, 100 + 14 * row, "the service and its documentation")
    assert sheet.tables() == ()


def test_contents_are_no_table(sheet):
    for row, title in enumerate(("Definitions", "Licence", "Fees", "Term")):
        sheet.write(80, 100 + 14 * row, title)
        sheet.write(400, 100 + 14 * row, str(2 * row + 1))
    assert sheet.tables() == ()


def test_text_in_two_columns_is_no_table(sheet):
    prose(sheet, left=40, lines=30)
    prose(sheet, left=330, lines=30)
    assert sheet.tables() == ()


def test_text_with_wide_blanks_is_no_table(sheet):
    for row, words in enumerate(
        ("a party keeps all it", "learns to itself and may", "not use any of it for", "what the other bars")
    ):
        for place, word in enumerate(words.split()):
            sheet.write(80 + (45 + 3 * row) * place, 100 + 14 * row, word)
    assert sheet.tables() == ()


def test_lines_of_a_text_whose_blanks_happen_to_meet_are_no_table(sheet):
    prose(sheet, top=72, lines=2)
    for row, (start, rest) in enumerate(
        (("Neither party", "learns"), ("more of it", "to itself"), ("than", "it keeps"))
    ):
        sheet.write(80, 100 + 14 * row, start)
        sheet.write(200, 100 + 14 * row, rest)
    prose(sheet, top=142, lines=2)
    assert sheet.tables() == ()


def test_a_drawing_of_very_many_lines_is_passed_over(sheet):
    write_fees(sheet)
    for place in range(5000):
        sheet.line(20, 300 + place / 20, 590, 300 + place / 20)
    rule_fees(sheet.line)
    assert [table.is_ruled for table in sheet.tables()] == [False]
