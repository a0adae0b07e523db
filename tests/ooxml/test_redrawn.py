"""Changes in words that Word draws anew from elsewhere."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.ooxml.changes import Deletion, Insertion, Place, Rewording, Wording
from app.ooxml.package import open_package
from app.ooxml.redrawn import redrawn
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

PATH = Path("lease.docx")
MAIN = "word/document.xml"
FIRST = Place(MAIN, 0)
BOUND = (
    "<w:p><w:r><w:t xml:space='preserve'>Rent is due to </w:t></w:r><w:sdt><w:sdtPr><w:alias w:val='Owner'/>"
    "<w:dataBinding w:xpath='/lease/owner' w:storeItemID='{1}'/><w:text/></w:sdtPr><w:sdtContent>"
    "<w:r><w:t>Mill House</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space='preserve'> monthly.</w:t></w:r></w:p>"
    "<w:p/>"
)


def field(instruction, result):
    marks = {kind: f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end")}
    return (
        f"{marks['begin']}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks['separate']}{result}{marks['end']}"
    )


CONTENTS = (
    f"<w:p>{field('TOC', '<w:r><w:t>Rent 4</w:t></w:r></w:p><w:p><w:r><w:t>Repairs 9</w:t></w:r>')}</w:p>"
    "<w:p><w:r><w:t>Rent falls due.</w:t></w:r></w:p><w:p/>"
)
SIMPLE = (
    "<w:p><w:r><w:t xml:space='preserve'>See clause </w:t></w:r><w:fldSimple w:instr=' REF _Ref1 '>"
    "<w:r><w:t>7</w:t></w:r></w:fldSimple></w:p><w:p/>"
)


@pytest.fixture
def told(make_package):
    """Make one change of a body; return what is said of it."""

    def make(body, change):
        package = open_package(make_package(body), PATH)
        made = write_changes(package, [change], author="Ann", when=datetime(2026, 1, 2, tzinfo=UTC))
        return redrawn(open_package(made.data, PATH), made.receipt.changed, made.revisions)

    return make


def test_words_of_a_bound_control_are_told_once_with_its_name(told):
    (said,) = told(BOUND, Rewording(FIRST, (TextEdit(15, 19, "Weir"),)))
    assert said.startswith("“Mill” is in a content control (“Owner”) that shows data kept elsewhere in the file")


def test_words_beside_a_bound_control_are_not_told(told):
    assert told(BOUND, Rewording(FIRST, (TextEdit(26, 33, "yearly"),))) == ()


def test_a_control_without_data_is_not_told(told):
    free = BOUND.replace("<w:dataBinding w:xpath='/lease/owner' w:storeItemID='{1}'/>", "")
    assert told(free, Rewording(FIRST, (TextEdit(15, 19, "Weir"),))) == ()


def test_rich_text_bound_as_word_2013_does_is_told(told):
    namespace = "xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'"
    rich = BOUND.replace("<w:dataBinding", f"<w15:dataBinding {namespace}").replace("<w:text/>", "")
    assert len(told(rich, Rewording(FIRST, (TextEdit(15, 19, "Weir"),)))) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Rewording(FIRST, (TextEdit(0, 4, "Fee"),)), "Rent"),
        (Rewording(Place(MAIN, 1), (TextEdit(0, 7, "Upkeep"),)), "Repairs"),
        (Deletion(Place(MAIN, 1)), "Repairs 9"),
        (Insertion(FIRST, (Wording("Notices 5", FIRST),)), "Notices 5"),
    ],
)
def test_words_of_a_table_of_contents_are_told(told, change, words):
    (said,) = told(CONTENTS, change)
    assert said.startswith(f"“{words}” is in what a field shows (TOC)")


def test_words_after_a_table_of_contents_are_not_told(told):
    assert told(CONTENTS, Rewording(Place(MAIN, 2), (TextEdit(0, 4, "Fee"),))) == ()


def test_a_simple_field_that_is_left_empty_is_told(told):
    (said,) = told(SIMPLE, Rewording(FIRST, (TextEdit(11, 12, "8"),)))
    assert said.startswith("“7” is in what a field shows (REF)")


CITED = f"<w:p><w:r><w:t>Clause</w:t></w:r>{field('REF _Ref1', '<w:r><w:t>7</w:t></w:r>')}</w:p><w:p/>"


def test_words_typed_in_place_of_a_whole_field_are_told(told):
    (said,) = told(CITED, Rewording(FIRST, (TextEdit(6, 7, "8"),)))
    assert said.startswith("“8” is typed in place of a field (REF)")


@pytest.mark.parametrize("edit", [TextEdit(6, 7, ""), TextEdit(0, 6, "Section")])
def test_a_field_that_is_deleted_or_kept_is_not_told(told, edit):
    assert told(CITED, Rewording(FIRST, (edit,))) == ()


def test_a_paragraph_that_goes_with_its_field_is_not_told(told):
    assert told(CITED, Deletion(FIRST)) == ()


def test_words_of_a_link_are_not_told(told):
    link = "HYPERLINK &quot;https://example.com&quot;"
    body = f"<w:p>{field(link, '<w:r><w:t>our site</w:t></w:r>')}</w:p><w:p/>"
    assert told(body, Rewording(FIRST, (TextEdit(0, 3, "the"),))) == ()
