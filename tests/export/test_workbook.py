from io import BytesIO

from openpyxl import load_workbook

from app.export.workbook import Book


def test_what_no_workbook_can_hold_is_left_out_of_its_words():
    book = Book()
    book.sheet("Plan", "Heron\x02 Labs", "What\x0bfollows", [("Head\ufffe", 10.0)])
    workbook = load_workbook(BytesIO(book.finished("Heron\x02 Labs")))
    sheet = workbook["Plan"]
    written = [sheet["A1"].value, sheet["A2"].value, sheet["A3"].value, workbook.properties.title]
    assert [each.isprintable() for each in written] == [True] * 4
    assert written[0].startswith("Heron")
