"""Accepting and rejecting, by hand-made documents."""

from pathlib import Path

import pytest

from app.ooxml.package import open_package
from app.ooxml.resolver import accept, by_author, by_ids, every, reject, resolve_package
from app.ooxml.runs import paragraphs_of, read_text

INS = '<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">'
DEL = '<w:del w:id="2" w:author="B" w:date="2026-01-01T00:00:00Z">'
NEW = f"{INS}<w:r><w:t>new</w:t></w:r></w:ins>"
OLD = f"{DEL}<w:r><w:delText>old</w:delText></w:r></w:del>"
MOVED = (
    "<w:p><w:moveFromRangeStart w:id='7' w:name='m'/><w:moveFrom w:id='8'><w:r><w:t>a</w:t></w:r></w:moveFrom>"
    "<w:moveFromRangeEnd w:id='7'/><w:moveTo w:id='9'><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>"
)
INDENTED = (
    "<w:p><w:pPr><w:jc/><w:rPr><w:b/></w:rPr><w:sectPr/>"
    "<w:pPrChange w:id='4'><w:pPr><w:ind/></w:pPr></w:pPrChange></w:pPr></w:p>"
)
MARK = '<w:pPr><w:rPr><w:{} w:id="3" w:author="A"/></w:rPr></w:pPr>'


@pytest.mark.parametrize(
    ("resolve", "xml", "expected"),
    [
        (accept, f"<w:p>{NEW}{OLD}</w:p>", "<p><r><t>new</t></r></p>"),
        (reject, f"<w:p>{NEW}{OLD}</w:p>", "<p><r><t>old</t></r></p>"),
        (accept, MOVED, "<p><r><t>b</t></r></p>"),
        (reject, MOVED, "<p><r><t>a</t></r></p>"),
        (
            accept,
            f"<w:p>{DEL}<w:r><w:delInstrText>REF</w:delInstrText></w:r></w:del></w:p>",
            "<p/>",
        ),
        (
            reject,
            f"<w:p>{DEL}<w:r><w:delInstrText>REF</w:delInstrText></w:r></w:del></w:p>",
            "<p><r><instrText>REF</instrText></r></p>",
        ),
        (
            reject,
            "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id='4'><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr></w:r></w:p>",
            "<p><r><rPr><i/></rPr></r></p>",
        ),
        (
            accept,
            "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id='4'><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr></w:r></w:p>",
            "<p><r><rPr><b/></rPr></r></p>",
        ),
        (reject, INDENTED, "<p><pPr><ind/><rPr><b/></rPr><sectPr/></pPr></p>"),
        (
            accept,
            "<w:p><w:pPr><w:numPr><w:numId/><w:ins w:id='5'/></w:numPr></w:pPr></w:p>",
            "<p><pPr><numPr><numId/></numPr></pPr></p>",
        ),
        (reject, "<w:p><w:pPr><w:numPr><w:numId/><w:ins w:id='5'/></w:numPr></w:pPr></w:p>", "<p><pPr/></p>"),
    ],
)  # fmt: skip
def test_a_revision_becomes_part_of_the_text_or_is_undone(body, shown, resolve, xml, expected):
    root = body(xml)
    resolve(root)
    assert shown(root[0]) == f"<body>{expected}</body>"


@pytest.mark.parametrize(
    ("resolve", "mark", "count"), [(accept, "ins", 2), (reject, "ins", 1), (accept, "del", 1), (reject, "del", 2)]
)
def test_a_paragraph_whose_mark_goes_joins_the_next(body, resolve, mark, count):
    root = body(
        f"<w:p>{MARK.format(mark)}<w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>"
    )
    resolve(root)
    assert len(paragraphs_of(root)) == count
    assert "".join(read_text(p).text for p in paragraphs_of(root)) == "ab"
    assert root[0][-1][0].tag.endswith("pPr")


@pytest.mark.parametrize(("resolve", "rows"), [(accept, ["b"]), (reject, ["a"])])
def test_rows_go_and_stay(body, resolve, rows):
    row = "<w:tr><w:trPr><w:{} w:id='6'/></w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    root = body(f"<w:tbl>{row.format('del', 'a')}{row.format('ins', 'b')}</w:tbl>")
    resolve(root)
    assert [read_text(p).text for p in paragraphs_of(root)] == rows


def test_a_table_whose_last_row_goes_goes_too(body, shown):
    root = body("<w:tbl><w:tr><w:trPr><w:ins w:id='6'/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>")
    reject(root)
    assert shown(root[0]) == "<body><p/></body>"


def test_a_table_that_had_no_row_is_left_alone(body, shown):
    root = body("<w:tbl/><w:p/>")
    accept(root)
    assert shown(root[0]) == "<body><tbl/><p/></body>"


def test_only_the_revisions_of_one_author_are_resolved(body, shown):
    root = body(f"<w:p>{NEW}{OLD}</w:p>")
    accept(root, by_author("A"))
    assert shown(root[0]) == '<body><p><r><t>new</t></r><del author="B"><r><delText>old</delText></r></del></p></body>'


def test_only_the_revisions_with_some_ids_are_resolved(body, shown):
    root = body(f"<w:p>{NEW}{OLD}</w:p>")
    reject(root, by_ids({"2"}))
    assert shown(root[0]) == '<body><p><ins author="A"><r><t>new</t></r></ins><r><t>old</t></r></p></body>'


def test_a_deletion_inside_an_insertion_is_undone_alone(body, shown):
    root = body(f"<w:p>{INS}<w:r><w:t>a</w:t></w:r>{DEL}<w:r><w:delText>b</w:delText></w:r></w:del></w:ins></w:p>")
    reject(root, by_author("B"))
    assert shown(root[0]) == '<body><p><ins author="A"><r><t>a</t></r><r><t>b</t></r></ins></p></body>'


def test_all_stories_of_a_package_are_resolved(make_package):
    package = open_package(make_package(f"<w:p>{NEW}</w:p>", header=f"<w:hdr><w:p>{OLD}</w:p></w:hdr>"), Path("a.docx"))
    resolve_package(package, accepting=False, choice=every)
    again = open_package(package.save(), Path("a.docx"))
    assert [read_text(p).text for part in again.stories() for p in paragraphs_of(again.tree(part))] == ["", "old"]
