"""What the receipt of a redlined file says."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from app.errors import ProofError
from app.model.receipt import RevisionCount
from app.ooxml.changes import Deletion, Place, Rewording
from app.ooxml.package import open_package
from app.ooxml.proof import Claim
from app.ooxml.receipts import make_receipt
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

PATH = Path("contract.docx")
MAIN = "word/document.xml"
THEIRS = '<w:ins w:id="9" w:author="Bo"><w:r><w:t>not later than June</w:t></w:r></w:ins>'
TEXT = "<w:p><w:r><w:t>The fee is due </w:t></w:r>{}<w:r><w:t>.</w:t></w:r></w:p>"


@pytest.fixture
def written(make_package):
    def write(body, *changes):
        data = make_package(body)
        when = datetime(2026, 1, 2, tzinfo=UTC)
        return data, write_changes(open_package(data, PATH), changes, author="Ann Reviewer", when=when)

    return write


def test_it_names_both_files_by_their_bytes(written):
    before, redlined = written(TEXT.format(""), Rewording(Place(MAIN, 0), (TextEdit(4, 7, "price"),)))
    assert redlined.receipt.original_sha256 == sha256(before).hexdigest()
    assert redlined.receipt.redlined_sha256 == sha256(redlined.data).hexdigest()


def test_it_counts_the_words_struck_and_added(written):
    _, redlined = written(TEXT.format(""), Rewording(Place(MAIN, 0), (TextEdit(4, 7, "whole price"),)))
    assert (redlined.receipt.words_struck, redlined.receipt.words_added) == (1, 2)
    assert redlined.receipt.rewritten == pytest.approx(3 / 9)


def test_a_deleted_paragraph_is_rewritten_whole(written):
    _, redlined = written(f"{TEXT.format('')}<w:p/>", Deletion(Place(MAIN, 0)))
    assert redlined.receipt.rewritten == 1


def test_earlier_changes_are_counted_before_and_after(written):
    _, redlined = written(TEXT.format(THEIRS), Rewording(Place(MAIN, 0), (TextEdit(19, 24, "sooner"),)))
    theirs = RevisionCount(MAIN, "Bo", "insertion", 1, 19)
    assert redlined.receipt.before == (theirs,)
    assert next(each for each in redlined.receipt.after if each.author == "Bo").characters == 19
    assert any("earlier tracked change" in sentence for sentence in redlined.receipt.proved)


def test_it_says_who_changed_the_file_and_which_parts(written):
    _, redlined = written(TEXT.format(""), Rewording(Place(MAIN, 0), (TextEdit(4, 7, "price"),), comment="Why"))
    receipt = redlined.receipt
    assert (receipt.author, receipt.date, receipt.comments) == ("Ann Reviewer", "2026-01-02T00:00:00Z", 1)
    assert MAIN in receipt.changed
    assert "word/comments.xml" in receipt.added


@pytest.mark.parametrize(
    "after",
    [
        TEXT.format(""),
        TEXT.format(THEIRS.replace("June", "May")),
        TEXT.format(THEIRS.replace("Bo", "Ann Reviewer")),
    ],
)
def test_a_file_in_which_others_changes_are_not_what_they_were_is_refused(make_package, after):
    before = open_package(make_package(TEXT.format(THEIRS)), PATH)
    claim = Claim(revisions=frozenset(), comments=frozenset(), texts={MAIN: ()}, grown=())
    with pytest.raises(ProofError, match=r"tracked changes of (Bo|Ann Reviewer) in word/document.xml"):
        make_receipt(before, open_package(make_package(after), PATH), claim, author="A", date="", rewritten=0)
