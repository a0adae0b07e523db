"""What is handed over of a redline."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.errors import ProofError
from app.ooxml.census import tracked_changes
from app.ooxml.changes import Place, Rewording
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.service.handover import hand_over, make_copies
from app.text.diff import TextEdit

PATH = Path("contract.docx")
MAIN = "word/document.xml"
BODY = (
    "<w:p><w:commentRangeStart w:id='9'/><w:r><w:t xml:space='preserve'>Pay the fee </w:t></w:r>"
    "<w:commentRangeEnd w:id='9'/><w:r><w:commentReference w:id='9'/></w:r>"
    "<w:ins w:id='1' w:author='Bo'><w:r><w:t>within a week</w:t></w:r></w:ins>"
    "<w:del w:id='2' w:author='Bo'><w:r><w:delText>at once</w:delText></w:r></w:del></w:p><w:p/>"
)
COMMENTS = (
    "<w:comments><w:comment w:id='9' w:author='Bo'><w:p><w:r><w:t>Fine</w:t></w:r></w:p></w:comment></w:comments>"
)


@pytest.fixture
def original(make_package):
    return make_package(BODY, comments=COMMENTS)


@pytest.fixture
def redlined(original):
    """Delete a word of theirs, and replace one of the text."""
    edits = (TextEdit(8, 11, "price"), TextEdit(19, 20, "one"))
    when = datetime(2026, 1, 2, tzinfo=UTC)
    return write_changes(open_package(original, PATH), [Rewording(Place(MAIN, 0), edits)], author="Ann", when=when)


@pytest.fixture
def copies(original, redlined):
    made = make_copies(["clean", "ours-only"], original, redlined.data, PATH, redlined.revisions)
    return {copy: open_package(data, PATH) for copy, data in made.items()}


def text_of(package, view):
    return read_text(paragraphs_of(package.tree(MAIN))[0], view).text


def test_a_clean_copy_has_all_changes_and_no_mark(copies):
    assert text_of(copies["clean"], "marked") == "Pay the price within one week"
    assert tracked_changes(copies["clean"]) == ()


def test_a_clean_copy_has_no_comment_and_nothing_that_names_one(copies):
    assert [name for name in copies["clean"].names if "comments" in name or "people" in name] == []
    assert not list(copies["clean"].tree(MAIN).iter(w("commentRangeStart"), w("commentReference")))
    assert b"comments" not in copies["clean"].read("[Content_Types].xml")


def test_people_whom_two_relationships_lead_to_go_from_a_clean_copy_once(make_package):
    people = '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    links = "word/_rels/document.xml.rels"
    with ZipFile(BytesIO(make_package(BODY, comments=COMMENTS, people=people))) as package:
        members = {name: package.read(name) for name in package.namelist()}
    (link,) = re.findall(rb'<Relationship [^>]*people.xml"/>', members[links])
    members[links] = members[links].replace(link, link + link.replace(b"rpeople", b"again"))
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    clean = make_copies(["clean"], target.getvalue(), target.getvalue(), PATH, ())["clean"]
    assert not open_package(clean, PATH).has("word/people.xml")


def test_a_copy_of_ours_has_only_our_changes_and_the_comments(copies):
    package = copies["ours-only"]
    assert {change.author for change in tracked_changes(package)} == {"Ann"}
    assert text_of(package, "accepted") == "Pay the price within one week"
    assert text_of(package, "original") == "Pay the fee within a week"
    assert "word/comments.xml" in package.names


def test_a_copy_that_is_not_what_it_should_be_is_refused(make_package, redlined):
    other = make_package(BODY.replace("fee", "sum"), comments=COMMENTS)
    with pytest.raises(ProofError, match="the ours-only copy failed its check"):
        make_copies(["ours-only"], other, redlined.data, PATH, redlined.revisions)


def test_what_is_taken_out_goes_from_the_copies_too(original, redlined):
    handed = hand_over(redlined, original, PATH, ["ours-only"], ["comments"])
    files = [open_package(data, PATH) for data in (handed.data, *handed.copies.values())]
    assert [name for package in files for name in package.names if "comments" in name] == []
    assert handed.receipt.removed == ("comments",)


def test_the_receipt_says_what_word_may_undo(make_package):
    control = "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a'/><w:text/></w:sdtPr><w:sdtContent>"
    original = make_package(f"<w:p>{control}<w:r><w:t>Pay him</w:t></w:r></w:sdtContent></w:sdt></w:p><w:p/>")
    change = Rewording(Place(MAIN, 0), (TextEdit(4, 7, "her"),))
    when = datetime(2026, 1, 2, tzinfo=UTC)
    made = write_changes(open_package(original, PATH), [change], author="Ann", when=when)
    (said,) = hand_over(made, original, PATH).receipt.at_risk
    assert said.startswith("“him” is in a content control")
