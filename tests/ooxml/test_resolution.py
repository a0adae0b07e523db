"""Resolving a whole package, with what goes in other parts."""

from pathlib import Path

import pytest

from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.resolution import settle
from app.ooxml.resolver import by_author

DELETED = '<w:del w:id="1" w:author="A"><w:r>{}</w:r></w:del>'
FOOTNOTES = (
    "<w:footnotes><w:footnote w:id='2'><w:p><w:r><w:t>kept</w:t></w:r></w:p></w:footnote>"
    "<w:footnote w:id='3'><w:p><w:r><w:t>secret</w:t></w:r></w:p></w:footnote></w:footnotes>"
)
COMMENTS = "<w:comments><w:comment w:id='5'><w:p/></w:comment><w:comment w:id='6'><w:p/></w:comment></w:comments>"
NOTED = f"<w:p><w:r><w:footnoteReference w:id='2'/></w:r>{DELETED.format('<w:footnoteReference w:id=@3@/>')}</w:p>"


@pytest.fixture
def settled(make_package):
    def build(body, *, accepting=True, author="A", **parts):
        package = open_package(make_package(body.replace("@", '"'), **parts), Path("a.docx"))
        settle(package, accepting=accepting, choice=by_author(author))
        return open_package(package.save(), Path("a.docx"))

    return build


def test_a_note_whose_reference_goes_goes_too(settled):
    assert "".join(settled(NOTED, footnotes=FOOTNOTES).tree("word/footnotes.xml").itertext()) == "kept"


def test_a_note_whose_reference_stays_stays(settled):
    package = settled(NOTED, accepting=False, footnotes=FOOTNOTES)
    assert "".join(package.tree("word/footnotes.xml").itertext()) == "keptsecret"


def test_a_comment_whose_words_go_goes_too(settled):
    kept = "<w:r><w:commentReference w:id='6'/></w:r>"
    body = f"<w:p>{DELETED.format('<w:commentReference w:id=@5@/>')}{kept}</w:p>"
    package = settled(body, comments=COMMENTS)
    assert [each.get(w("id")) for each in package.tree("word/comments.xml")] == ["6"]


def test_parts_without_chosen_changes_are_the_same_bytes(settled, make_package):
    package = settled("<w:p/>", author="nobody", footnotes=FOOTNOTES)
    before = open_package(make_package("<w:p/>", footnotes=FOOTNOTES), Path("a.docx"))
    assert [package.read(name) for name in package.names] == [before.read(name) for name in before.names]


def test_changes_in_comments_and_styles_are_resolved_too(settled):
    look = "<w:rPr><w:b/><w:rPrChange w:id='9' w:author='A'><w:rPr/></w:rPrChange></w:rPr>"
    styles = f"<w:styles><w:style>{look}</w:style></w:styles>"
    comments = "<w:comments><w:comment w:id='5'><w:p><w:ins w:id='8' w:author='A'/></w:p></w:comment></w:comments>"
    package = settled("<w:p/>", styles=styles, comments=comments)
    assert not list(package.tree("word/styles.xml").iter(w("rPrChange")))
    assert not list(package.tree("word/comments.xml").iter(w("ins")))


def test_changes_in_the_glossary_are_resolved_too(settled):
    part = "<w:docPart><w:docPartBody><w:p><w:del w:id='8' w:author='A'/></w:p></w:docPartBody></w:docPart>"
    glossary = f"<w:glossaryDocument><w:docParts>{part}</w:docParts></w:glossaryDocument>"
    package = settled("<w:p/>", glossaryDocument=glossary)
    assert not list(package.tree("word/glossaryDocument.xml").iter(w("del")))


def test_a_picture_that_only_deleted_words_showed_leaves_the_file(make_package):
    data = make_package(f"<w:p>{DELETED.format('<w:drawing r:embed=@rimage@/>')}</w:p>".replace("@", '"'), image="<x/>")
    package = open_package(data, Path("a.docx"))
    settle(package, accepting=True)
    assert "word/image.xml" not in open_package(package.save(), Path("a.docx")).names
