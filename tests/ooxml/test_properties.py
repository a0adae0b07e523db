"""For any changes to any package: accepting gives the plan, rejecting gives the original, by two resolvers."""

import importlib.util
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.ooxml.changes import (
    Deletion,
    Insertion,
    ParagraphFormat,
    Place,
    Remark,
    Rewording,
    RowDeletion,
    RowInsertion,
    RunFormat,
    Wording,
)
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.resolver import by_ids, resolve_package
from app.ooxml.rows import cells_of
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit, apply_edits

PATH = Path("contract.docx")
MAIN, NOTES, HEAD = "word/document.xml", "word/footnotes.xml", "word/header.xml"
AUTHOR = "Ann Reviewer"
CHECKER = Path(__file__).parents[3] / "shared" / "tools" / "redline_check.py"

_WORDS = st.lists(
    st.sampled_from(["fee", "Term", "5%", "(a)", "“due”", "§ 7", "&", "non-exclusive", "1,000.50", "x", "—", "ß"]),
    min_size=1,
    max_size=5,
).map(" ".join)
_FORMATS = st.sampled_from(
    [
        "",
        "<w:b/>",
        '<w:i/><w:sz w:val="20"/>',
        '<w:rStyle w:val="Strong"/>',
        "<w:vanish/>",
        '<w:b/><w:rPrChange w:id="@" w:author="Cy" w:date="2025-02-02T00:00:00Z"><w:rPr/></w:rPrChange>',
    ]
)
_OTHERS = 'w:id="@" w:author="{}" w:date="2025-01-01T00:00:00Z"'
_ENDS = st.sampled_from(["", " ", ". "])
_PROPERTIES = st.sampled_from(
    [
        "",
        "",
        '<w:pStyle w:val="Body"/>',
        '<w:jc w:val="both"/>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        f"<w:rPr><w:ins {_OTHERS.format('Bo')}/></w:rPr>",
        f"<w:rPr><w:del {_OTHERS.format('Bo')}/></w:rPr>",
        "<w:rPr><w:b/></w:rPr>",
        f'<w:jc w:val="right"/><w:pPrChange {_OTHERS.format("Cy")}><w:pPr/></w:pPrChange>',
    ]
)


@st.composite
def _runs(draw, text="t"):
    """Draw the XML of a run; its text in a w:t or w:delText."""
    looks = draw(_FORMATS)
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    words = escape(draw(_WORDS) + draw(_ENDS))
    beside = draw(st.sampled_from(["", "", "", "<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>"]))
    return f'<w:r>{properties}<w:{text} xml:space="preserve">{words}</w:{text}>{beside}</w:r>'


def _wrapped(start, content, end):
    return content.map(lambda runs: f"{start}{''.join(runs)}{end}")


def _field(runs):
    code = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    cut_in_two = (" RE", "F _Ref1 \\h")
    instruction = "".join(f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>' for part in cut_in_two)
    return f"{code('begin')}{instruction}{code('separate')}{''.join(runs)}{code('end')}"


_SOME = st.lists(_runs(), min_size=1, max_size=2)
_STRUCK = st.lists(_runs("delText"), min_size=1, max_size=2)
_REVISED = st.one_of(
    _wrapped(f"<w:ins {_OTHERS.format('Bo')}>", _SOME, "</w:ins>"),
    _wrapped(f"<w:del {_OTHERS.format('Bo')}>", _STRUCK, "</w:del>"),
    _wrapped(f"<w:ins {_OTHERS.format('Bo')}><w:del {_OTHERS.format('Cy')}>", _STRUCK, "</w:del></w:ins>"),
    _wrapped(f"<w:moveTo {_OTHERS.format('Bo')}>", _SOME, "</w:moveTo>"),
)
_INLINE = st.one_of(
    _runs(),
    _runs(),
    _runs(),
    _REVISED,
    _wrapped('<w:hyperlink w:anchor="there">', st.lists(_runs(), min_size=1, max_size=2), "</w:hyperlink>"),
    _wrapped(
        "<w:sdt><w:sdtContent>",
        st.lists(st.one_of(_runs(), _REVISED), min_size=1, max_size=2),
        "</w:sdtContent></w:sdt>",
    ),
    _wrapped('<w:bookmarkStart w:id="@1" w:name="b@"/>', _SOME, '<w:bookmarkEnd w:id="@1"/>'),
    _wrapped('<w:fldSimple w:instr=" DATE ">', _SOME, "</w:fldSimple>"),
    _wrapped('<w:proofErr w:type="spellStart"/>', _SOME, '<w:proofErr w:type="spellEnd"/>'),
    _SOME.map(_field),
    st.just('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'),
    st.just("<w:r><w:drawing/></w:r>"),
)


@st.composite
def _paragraphs(draw):
    looks = draw(_PROPERTIES)
    content = "".join(draw(st.lists(_INLINE, max_size=5)))
    return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{content}</w:p>"


_CELL = st.lists(_paragraphs(), min_size=1, max_size=2).map(lambda ps: f"<w:tc><w:tcPr/>{''.join(ps)}</w:tc>")


@st.composite
def _tables(draw):
    columns = draw(st.integers(1, 2))
    row = st.lists(_CELL, min_size=columns, max_size=columns).map(lambda cells: f"<w:tr>{''.join(cells)}</w:tr>")
    rows = draw(st.lists(row, min_size=1, max_size=3))
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


_BLOCKS = st.one_of(
    _paragraphs(),
    _paragraphs(),
    _paragraphs(),
    _tables(),
    st.lists(_paragraphs(), min_size=1, max_size=2).map(
        lambda ps: f"<w:sdt><w:sdtContent>{''.join(ps)}</w:sdtContent></w:sdt>"
    ),
)


@st.composite
def bodies(draw):
    """Draw the XML of a body, which ends with a paragraph and a section; its ids are all different."""
    blocks = "".join(draw(st.lists(_BLOCKS, min_size=1, max_size=6)))
    return numbered(f"{blocks}<w:p><w:r><w:t>End.</w:t></w:r></w:p><w:sectPr/>")


def numbered(xml, first=100):
    """Give each mark in `xml` an id, and pairs ("@1") the same one twice."""
    numbers = count(first)
    parts, pair = [], ""
    for place, piece in enumerate(xml.split("@")):
        if place and piece.startswith('1" w:name="b'):
            pair = str(next(numbers))
            parts.append(f"{pair}{piece[1:]}")
        elif place and piece.startswith('1"'):
            parts.append(f"{pair}{piece[1:]}")
        else:
            parts.append(f"{next(numbers)}{piece}" if place else piece)
    return "".join(parts)


FOOTNOTES = (
    '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>A note on fees.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
HEADER = "<w:hdr><w:p><w:r><w:t>Page of </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>terms</w:t></w:r></w:p></w:hdr>"


def properties(holder, tag):
    found = etree.Element(w(holder))
    etree.SubElement(found, w(tag))
    return found


WORDS = st.sampled_from(["", "New", " more words ", "ten (10) days", "tab\there", "“x” & <y>", "."])
LOOKS = st.sampled_from([None, *(properties("rPr", tag) for tag in ("b", "i", "caps"))])
STYLES = st.sampled_from([None, *(properties("pPr", tag) for tag in ("keepNext", "pageBreakBefore"))])
COMMENTS = st.sampled_from([None, "Why\nthis"])
any_package = settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))


def texts_of(package):
    """Return the texts of all paragraphs of each story."""
    return {part: [read_text(p).text for p in paragraphs_of(package.tree(part))] for part in package.stories()}


def draw_edits(draw, length):
    """Draw edits of a text of this length, in order and apart."""
    edits, position = [], 0
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(min(position, length), length))
        end = draw(st.integers(start, min(length, start + 12)))
        text = draw(WORDS)
        if end > start or text:
            edits.append(TextEdit(start, end, text))
            position = end + 1
        if position > length:
            break
    return tuple(edits)


def draw_plan(draw, texts):
    """Draw changes that can be made together: some paragraphs reworded, some deleted, some inserted, some remarked."""
    plan = []
    for part, lines in texts.items():
        for index, text in enumerate(lines):
            place, kind = Place(part, index), draw(st.sampled_from(["", "", "reword", "reword", "delete", "remark"]))
            if kind == "reword" and (edits := draw_edits(draw, len(text))):
                plan.append(Rewording(place, edits, draw(COMMENTS)))
            elif kind == "delete":
                plan.append(Deletion(place, draw(COMMENTS)))
            elif kind == "remark":
                plan.append(Remark(place, "Look", 0, draw(st.integers(0, len(text)))))
            if draw(st.integers(0, 5)) == 0:
                plan.append(Insertion(place, (Wording("A new clause.", place),), draw(COMMENTS)))
    return plan


def draw_looks_and_rows(draw, package):
    """Draw changes of looks where others have made none, and of one row of a table."""
    plan, rows = [], {}
    for index, p in enumerate(paragraphs_of(package.tree(MAIN))):
        place, length = Place(MAIN, index), len(read_text(p).text)
        kind = draw(st.sampled_from(["", "", "format", "style"]))
        if kind == "format" and p.find(f".//{w('rPrChange')}") is None:
            plan.append(RunFormat(place, draw(st.integers(0, length)), length, draw(LOOKS)))
        elif kind == "style" and p.find(f"{w('pPr')}/{w('pPrChange')}") is None:
            plan.append(ParagraphFormat(place, draw(STYLES)))
        if (row := next(p.iterancestors(w("tr")), None)) is not None:
            rows.setdefault(row, place)
    if rows:
        row, place = draw(st.sampled_from(sorted(rows.items(), key=lambda each: each[1])))
        changed = {change.place.index for change in plan}
        inside = [n for n, p in enumerate(paragraphs_of(package.tree(MAIN))) if row in p.iterancestors()]
        if draw(st.booleans()):
            plan.append(RowInsertion(place, ("New",) * len(cells_of(row)), draw(COMMENTS)))
        elif not changed & set(inside):
            plan.append(RowDeletion(place, draw(COMMENTS)))
    return plan


@pytest.fixture
def build(make_package):
    return lambda body: make_package(body, footnotes=FOOTNOTES, header=HEADER)


@pytest.fixture(scope="session")
def checker():
    if not CHECKER.exists():
        pytest.skip("the independent resolver of the shared data is not beside the checkout")
    spec = importlib.util.spec_from_file_location("redline_check", CHECKER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(data, plan):
    return write_changes(open_package(data, PATH), plan, author=AUTHOR, when=datetime(2026, 1, 2, tzinfo=UTC))


def resolved(redlined, *, accepting):
    package = open_package(redlined.data, PATH)
    resolve_package(package, accepting=accepting, choice=by_ids(redlined.revisions))
    return package


@any_package
@given(body=bodies(), draw=st.data())
def test_rejecting_any_changes_gives_the_original(build, body, draw):
    data = build(body)
    before = texts_of(open_package(data, PATH))
    redlined = write(data, draw_plan(draw.draw, before))
    assert texts_of(resolved(redlined, accepting=False)) == before


@any_package
@given(body=bodies(), draw=st.data())
def test_accepting_rewordings_gives_the_words_planned(build, body, draw):
    data = build(body)
    before = texts_of(open_package(data, PATH))
    edits = {
        Place(part, index): draw_edits(draw.draw, len(text))
        for part, lines in before.items()
        for index, text in enumerate(lines)
    }
    redlined = write(data, [Rewording(place, own) for place, own in edits.items() if own])
    wanted = {
        part: [apply_edits(text, edits[Place(part, index)]) for index, text in enumerate(lines)]
        for part, lines in before.items()
    }
    assert texts_of(resolved(redlined, accepting=True)) == wanted


@any_package
@given(body=bodies(), draw=st.data())
def test_rejecting_any_looks_and_rows_gives_the_original(build, body, draw):
    data = build(body)
    original = open_package(data, PATH)
    redlined = write(data, draw_looks_and_rows(draw.draw, original))
    assert texts_of(resolved(redlined, accepting=False)) == texts_of(original)


@any_package
@given(body=bodies(), draw=st.data())
def test_others_revisions_stay_whose_they_are(build, body, draw):
    data = build(body)
    redlined = write(data, draw_plan(draw.draw, texts_of(open_package(data, PATH))))
    assert struck_and_added(redlined.data) == struck_and_added(data)


@any_package
@given(body=bodies(), draw=st.data(), words=st.booleans())
def test_an_independent_resolver_agrees(build, checker, body, draw, words, tmp_path_factory):
    folder = tmp_path_factory.mktemp("agree", numbered=True)
    data = build(body)
    (folder / "before.docx").write_bytes(data)
    original = open_package(data, PATH)
    plan = draw_plan(draw.draw, texts_of(original)) if words else draw_looks_and_rows(draw.draw, original)
    redlined = write(data, plan)
    (folder / "after.docx").write_bytes(redlined.data)
    faults, facts = checker.check(str(folder / "before.docx"), str(folder / "after.docx"), AUTHOR)
    assert faults == []
    accepted = resolved(redlined, accepting=True)
    assert (
        facts["accepted_text"].split()
        == "\n".join(checker.text_of(accepted.tree(part)) for part in sorted((MAIN, NOTES, HEAD))).split()
    )


def struck_and_added(data):
    """Return the words of others' revisions: by author and kind, joined, in the order of the document."""
    root = open_package(data, PATH).tree(MAIN)
    words = {}
    for mark in root.iter(w("ins"), w("del"), w("moveTo")):
        author = mark.get(w("author"))
        if author != AUTHOR:
            texts = (
                (
                    text.text or ""
                    for text in mark.iter(w("t"), w("delText"))
                    if next(text.iterancestors(w("ins"))).get(w("author")) != AUTHOR
                )
                if mark.tag == w("ins")
                else (text.text or "" for text in mark.iter(w("t"), w("delText")))
            )
            words.setdefault((author, mark.tag), []).extend(texts)
    return {key: "".join(found) for key, found in words.items()}
