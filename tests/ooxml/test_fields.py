"""Cross-references in what is inserted: when a number becomes a field, and what the field says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.ooxml.changes import Cited, Insertion, Place, Rewording, Wording
from app.ooxml.fields import Number, Reference, put_references, switches_for
from app.ooxml.marks import inserted, new_run
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.resolver import accept, by_ids, reject
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

PATH = Path("contract.docx")
MAIN = "word/document.xml"
LEVELS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("decimal", "%1.%3"))
NUMBERING = (
    '<w:numbering><w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (kind, text) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def clause(text, level=0):
    listed = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{listed}<w:r><w:t>{text}</w:t></w:r></w:p>"


BODY = clause("Fees") + clause("Term") + clause("renewal", 1) + "<w:p><w:r><w:t>9. Typed</w:t></w:r></w:p>"


@pytest.fixture
def write(make_package):
    def call(*asked, body=BODY):
        before = open_package(make_package(body, numbering=NUMBERING), PATH)
        done = write_changes(before, asked, author="Ann Reviewer", when=datetime(2026, 1, 2, tzinfo=UTC))
        return done, open_package(done.data, PATH).edit(MAIN)

    return call


def instructions(root):
    return [element.text for element in root.iter(w("instrText"))]


@pytest.mark.parametrize(
    ("cited", "number", "switches"),
    [
        ("2", Number("2.", "2."), "\\r"),
        ("4.2", Number("4.2", "4.2"), "\\r"),
        ("5(c)", Number("(c)", "5.(c)"), "\\w"),
        ("5.c", Number("c.", "5.c."), "\\w"),
        ("(c)", Number("(c)", "5.(c)"), "\\n"),
        ("5", Number("Section 5.", "Section 5."), "\\r \\t"),
        ("IV", Number("Article IV", "Article IV"), ""),
        ("7", Number("6.", "6."), ""),
        ("12", Number("1.2", "1.2"), ""),
    ],
)
def test_a_field_shows_the_number_as_it_is_cited_or_there_is_none(cited, number, switches):
    assert switches_for(cited, number) == switches


def test_a_number_in_a_new_paragraph_is_a_field_within_our_insertion(write):
    cited = (Cited("Section 2(a)", "2(a)", Place(MAIN, 2)),)
    _, root = write(Insertion(Place(MAIN, 0), (Wording("See Section 2(a) first.", Place(MAIN, 0), cited=cited),)))
    p = paragraphs_of(root)[1]
    (field,) = read_text(p).fields
    assert (field.instruction, read_text(p).text[field.start : field.stop]) == ("REF _Ref100000001 \\w \\h", "2(a)")
    assert next(field.begin.iterancestors(w("ins"))) is next(field.end.iterancestors(w("ins")))


def test_a_number_in_words_that_replace_others_is_a_field(write):
    cited = (Cited("Section 2", "2", Place(MAIN, 1)),)
    _, root = write(Rewording(Place(MAIN, 0), (TextEdit(4, 4, " under Section 2"),), cited=cited))
    assert instructions(root) == [" REF _Ref100000001 \\r \\h "]
    assert read_text(paragraphs_of(root)[0]).text == "Fees under Section 2"


def test_the_cited_paragraph_gets_one_bookmark_around_all_it_says(write):
    cited = (Cited("Section 2", "2", Place(MAIN, 1)),)
    edits = [Rewording(Place(MAIN, place), (TextEdit(0, 0, "Section 2 "),), cited=cited) for place in (0, 3)]
    _, root = write(*edits)
    p = paragraphs_of(root)[1]
    assert [child.tag for child in p] == [w("pPr"), w("bookmarkStart"), w("r"), w("bookmarkEnd")]
    assert p[1].get(w("name")) == "_Ref100000001"
    assert p[1].get(w("id")) == p[3].get(w("id"))
    assert len(list(root.iter(w("bookmarkStart")))) == 1


def test_a_bookmark_that_word_made_for_references_is_used_again(write):
    body = BODY.replace(
        "<w:r><w:t>Term", '<w:bookmarkStart w:id="7" w:name="_Ref5"/><w:bookmarkEnd w:id="7"/><w:r><w:t>Term'
    )
    cited = (Cited("Section 2", "2", Place(MAIN, 1)),)
    _, root = write(Rewording(Place(MAIN, 0), (TextEdit(4, 4, " under Section 2"),), cited=cited), body=body)
    assert instructions(root) == [" REF _Ref5 \\r \\h "]


def test_a_name_that_a_bookmark_has_is_not_given_again(write):
    body = BODY.replace(
        "<w:r><w:t>9.", '<w:bookmarkStart w:id="7" w:name="_REF100000001"/><w:bookmarkEnd w:id="7"/><w:r><w:t>9.'
    )
    cited = (Cited("Section 2", "2", Place(MAIN, 1)),)
    _, root = write(Rewording(Place(MAIN, 0), (TextEdit(4, 4, " under Section 2"),), cited=cited), body=body)
    assert instructions(root) == [" REF _Ref100000002 \\r \\h "]


@pytest.mark.parametrize(("number", "index"), [("9", 3), ("3", 1)], ids=["typed number", "another number"])
def test_a_number_stays_typed_where_no_field_would_show_it(write, number, index):
    cited = (Cited(f"Section {number}", number, Place(MAIN, index)),)
    _, root = write(Rewording(Place(MAIN, 0), (TextEdit(4, 4, f" under Section {number}"),), cited=cited))
    assert instructions(root) == []
    assert not list(root.iter(w("bookmarkStart")))


def test_rejecting_leaves_no_field_and_accepting_leaves_it_working(write):
    cited = (Cited("Section 2", "2", Place(MAIN, 1)),)
    done, rejected = write(Rewording(Place(MAIN, 0), (TextEdit(0, 4, "Section 2 fees"),), cited=cited))
    accepted = paragraphs_of(open_package(done.data, PATH).edit(MAIN))[0]
    accept(accepted.getroottree().getroot(), by_ids(done.revisions))
    reject(rejected, by_ids(done.revisions))
    assert read_text(paragraphs_of(rejected)[0]).text == "Fees"
    assert not instructions(rejected)
    assert read_text(accepted).text == "Section 2 fees"
    assert instructions(accepted) == [" REF _Ref100000001 \\r \\h "]


@pytest.mark.parametrize(
    ("text", "reference", "fields"),
    [
        ("Section 5 and Section 5", ("Section 5", "5"), 2),
        ("Section 5.1 and Section 5(a) and Section 52", ("Section 5", "5"), 0),
        ("5 days", ("5", "5"), 1),
        ("within 5 days", ("5", "5"), 0),
        ("Subsection 5", ("section 5", "5"), 0),
        ("under Section 5.", ("Section 5", "5"), 1),
    ],
)
def test_only_the_words_that_cite_become_fields(stamp, text, reference, fields):
    mark = inserted([new_run(text, None)], stamp)
    put_references(mark, [Reference(*reference, " REF x ")], stamp)
    assert len(instructions(mark)) == fields
    assert read_text(mark).text == text
