"""Words of text boxes changed for newer and for older readers."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.ooxml.changes import Deletion, Place, Rewording
from app.ooxml.fallbacks import in_fallbacks
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

MAIN = "word/document.xml"
EDITS = (TextEdit(0, 3, "New"),)


def box(choice, fallback):
    held = "".join(
        f"<mc:{tag}><w:pict><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:{tag}>"
        for tag, text in (("Choice", choice), ("Fallback", fallback))
    )
    return f"<w:p><w:r><mc:AlternateContent>{held}</mc:AlternateContent></w:r></w:p>"


@pytest.fixture
def opened(make_package):
    return lambda body: open_package(make_package(body), Path("contract.docx"))


def test_a_change_in_a_text_box_is_made_in_its_fallback_too(opened):
    asked = Rewording(Place(MAIN, 1), EDITS, "Why")
    assert in_fallbacks(opened(box("Old words", "Old words")), [asked]) == (Rewording(Place(MAIN, 2), EDITS),)


@pytest.mark.parametrize("index", [0, 2], ids=["around the box", "in the fallback"])
def test_a_change_elsewhere_is_made_once(opened, index):
    assert in_fallbacks(opened(box("Old words", "Old words")), [Rewording(Place(MAIN, index), EDITS)]) == ()


def test_a_fallback_with_other_words_is_left_alone(opened):
    assert in_fallbacks(opened(box("Old words", "A picture")), [Rewording(Place(MAIN, 1), EDITS)]) == ()


def test_a_fallback_of_which_something_else_is_asked_gets_only_that(opened):
    asked = [Rewording(Place(MAIN, 1), EDITS), Deletion(Place(MAIN, 2))]
    assert in_fallbacks(opened(box("Old words", "Old words")), asked) == ()


def test_both_readers_of_a_text_box_see_the_change(opened):
    asked = [Rewording(Place(MAIN, 1), EDITS, "Why")]
    done = write_changes(
        opened(box("Old words", "Old words")), asked, author="Ann", when=datetime(2026, 1, 2, tzinfo=UTC)
    )
    root = open_package(done.data, Path("contract.docx")).tree(MAIN)
    assert [read_text(p).text for p in paragraphs_of(root)[1:]] == ["New words", "New words"]
