"""Comments taken out of packages put together by hand."""

from pathlib import Path

import pytest

from app.ooxml.comment_removal import remove_comments
from app.ooxml.names import W14, W15, w
from app.ooxml.package import open_package

W16CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
TRACKED = 'w:author="Bo" w:date="2026-01-02T00:00:00Z"'


def anchored(number, words):
    return (
        f'<w:commentRangeStart w:id="{number}"/><w:r><w:t>{words}</w:t></w:r><w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def comment(number, paragraph):
    return (
        f'<w:comment w:id="{number}" w:author="Bo"><w:p xmlns:w14="{W14}" w14:paraId="{paragraph}">'
        "<w:r><w:t>Hm</w:t></w:r></w:p></w:comment>"
    )


COMMENTS = f"<w:comments>{comment(1, '0A')}{comment(2, '0B')}</w:comments>"
EXTENDED = (
    f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="0A" w15:done="1"/>'
    '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/></w15:commentsEx>'
)
IDS = (
    f'<w16cid:commentsIds xmlns:w16cid="{W16CID}"><w16cid:commentId w16cid:paraId="0A" w16cid:durableId="AA"/>'
    '<w16cid:commentId w16cid:paraId="0B" w16cid:durableId="BB"/></w16cid:commentsIds>'
)


@pytest.fixture
def taken_out(make_package):
    """Take the comments out of a package; return it read anew."""

    def make(body, keep=(), **parts):
        parts = {"comments": COMMENTS, "commentsExtended": EXTENDED, "commentsIds": IDS} | parts
        package = open_package(make_package(body, **parts), Path("a.docx"))
        remove_comments(package, keep)
        return open_package(package.save(), Path("a.docx"))

    return make


def tags(package):
    return [element.tag for element in package.tree(package.main).iter()]


def test_anchors_and_all_parts_of_comments_go(taken_out):
    package = taken_out(f"<w:p>{anchored(1, 'Fees')}{anchored(2, 'Law')}</w:p>")
    assert [name for name in package.names if "comments" in name] == []
    assert [tag for tag in tags(package) if "comment" in tag] == []
    assert package.targets(package.main) == {}


def test_the_words_stay(taken_out):
    package = taken_out(f"<w:p>{anchored(1, 'Fees')}{anchored(2, 'Law')}</w:p>")
    assert "".join(package.tree(package.main).itertext()) == "FeesLaw"


def test_a_comment_that_is_kept_keeps_its_anchors(taken_out):
    package = taken_out(f"<w:p>{anchored(1, 'Fees')}{anchored(2, 'Law')}</w:p>", keep={"2"})
    ids = [each.get(w("id")) for each in package.tree(package.main).iter() if "comment" in each.tag]
    assert ids == ["2", "2", "2"]
    assert [each.get(w("id")) for each in package.tree("word/comments.xml")] == ["2"]


def test_an_answer_that_is_kept_answers_nothing_any_more(taken_out):
    package = taken_out(f"<w:p>{anchored(1, 'Fees')}{anchored(2, 'Law')}</w:p>", keep={"2"})
    (entry,) = package.tree("word/commentsExtended.xml")
    assert dict(entry.attrib) == {f"{{{W15}}}paraId": "0B", f"{{{W15}}}done": "0"}


def test_durable_ids_of_what_went_go(taken_out):
    package = taken_out(f"<w:p>{anchored(1, 'Fees')}{anchored(2, 'Law')}</w:p>", keep={"2"})
    assert [each.get(f"{{{W16CID}}}durableId") for each in package.tree("word/commentsIds.xml")] == ["BB"]


def test_a_revision_around_the_reference_stays(taken_out):
    package = taken_out(f'<w:p><w:ins w:id="9" {TRACKED}><w:r><w:commentReference w:id="1"/></w:r></w:ins></w:p>')
    assert tags(package).count(w("ins")) == 1
    assert w("commentReference") not in tags(package)


def test_a_revision_of_the_look_of_the_reference_stays(taken_out):
    look = f'<w:rPr><w:rPrChange w:id="9" {TRACKED}><w:rPr/></w:rPrChange></w:rPr>'
    package = taken_out(f'<w:p><w:r>{look}<w:commentReference w:id="1"/></w:r></w:p>')
    assert tags(package).count(w("rPrChange")) == 1


def test_words_in_the_run_of_the_reference_stay(taken_out):
    package = taken_out('<w:p><w:r><w:t>Law</w:t><w:commentReference w:id="1"/></w:r></w:p>')
    assert "".join(package.tree(package.main).itertext()) == "Law"


def test_anchors_in_headers_go(taken_out):
    package = taken_out("<w:p/>", header=f"<w:hdr><w:p>{anchored(1, 'Head')}</w:p></w:hdr>")
    assert [each.tag for each in package.tree("word/header.xml").iter() if "comment" in each.tag] == []


def test_where_all_are_kept_nothing_is_changed(make_package):
    data = make_package(f"<w:p>{anchored(1, 'Fees')}</w:p>", comments=COMMENTS)
    assert remove_comments(open_package(data, Path("a.docx")), {"1", "2"}) == frozenset()
