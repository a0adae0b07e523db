"""What Word files hold that cannot be read is named."""

import pytest

from app.intake.blocks import go_on
from app.intake.docx.reader import read_docx
from app.model.document import Opening

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
TEXT = "<w:p><w:r><w:t>You pay.</w:t></w:r></w:p>"


@pytest.fixture
def not_read(write_package):
    def read(body):
        path = write_package(TEXT + body)
        return read_docx(path, path.read_bytes(), Opening(), go_on).not_read

    return read


def run(xml):
    return f"<w:p><w:r>{xml}</w:r></w:p>"


def picture(width, height):
    extent = f'<a:ext xmlns:a="{DRAWING}/main" cx="{width}" cy="{height}"/>'
    return run(f'<w:drawing><pic:pic xmlns:pic="{DRAWING}/picture">{extent}</pic:pic></w:drawing>')


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('<w:altChunk w:id="x"/>', "1 embedded document was not read; words in it are not checked"),
        (
            run('<w:object><o:OLEObject xmlns:o="urn:o" ProgID="Excel.Sheet.12"/></w:object>') * 2,
            "2 embedded objects were not read; words in them are not checked",
        ),
        (
            run(f'<w:drawing><c:chart xmlns:c="{DRAWING}/chart"/></w:drawing>'),
            "1 chart was not read; words in it are not checked",
        ),
        (
            run(f'<w:drawing><d:relIds xmlns:d="{DRAWING}/diagram"/></w:drawing>'),
            "1 diagram (SmartArt) was not read; words in it are not checked",
        ),
        (picture(5_400_000, 7_200_000), "1 large picture was not read; words in it are not checked"),
        (
            run('<w:pict><v:shape xmlns:v="urn:v" style="width:400pt;height:500pt"><v:imagedata/></v:shape></w:pict>'),
            "1 large picture was not read; words in it are not checked",
        ),
        (
            '<w:p><m:oMath xmlns:m="http://m"><m:r><m:t>fee = 2</m:t></m:r><m:r><m:t>x</m:t></m:r></m:oMath></w:p>',
            "1 formula was not read: fee = 2x",
        ),
    ],
)
def test_what_may_hold_words_is_named(not_read, body, line):
    assert not_read(body) == (line,)


def test_small_pictures_hold_no_clauses(not_read):
    assert not_read(picture(900_000, 900_000)) == ()


def test_what_an_older_program_would_show_instead_is_not_counted(not_read):
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = '<w:object><o:OLEObject xmlns:o="urn:o"/></w:object>'
    body = f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice/><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    assert not_read(run(body)) == ()
