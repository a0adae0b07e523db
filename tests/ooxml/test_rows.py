"""Rows of tables inserted and deleted."""

import pytest

from app.errors import EditsError
from app.ooxml.names import w
from app.ooxml.resolver import accept, by_author, reject
from app.ooxml.rows import cells_of, delete_row, insert_row, is_covered, is_deleted, new_cells, row_of
from app.ooxml.runs import paragraphs_of, read_text

THEIRS = 'w:id="1" w:author="Bo" w:date="2025-12-01T00:00:00Z"'
BOLD = '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>'
PLAIN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def cell(text, properties="", p=PLAIN):
    return f"<w:tc>{properties and f'<w:tcPr>{properties}</w:tcPr>'}{p.format(text)}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{''.join(cells)}</w:tr>"


@pytest.fixture
def table(body):
    """Parse the rows of a table; return it."""
    return lambda *rows: body(f"<w:tbl>{''.join(rows)}</w:tbl><w:p/>")[0][0]


def texts(table):
    return [[read_text(p).text for p in paragraphs_of(tr)] for tr in table.iter(w("tr"))]


def insert(table, stamp, *said, after=0):
    tr = list(table.iter(w("tr")))[after]
    return insert_row(tr, new_cells(tr, said), stamp)


def test_a_new_row_is_tracked_with_marks_and_words_of_its_cells(table, stamp, shown):
    new = insert(table(row(cell("a"), cell("b"))), stamp, "One", "")
    assert shown(new.anchor.getnext()) == (
        "<tr><trPr><ins ours/></trPr><tc><p><pPr><rPr><ins ours/></rPr></pPr><ins ours><r><t>One</t></r></ins></p></tc>"
        "<tc><p><pPr><rPr><ins ours/></rPr></pPr></p></tc></tr>"
    )


def test_its_cells_look_like_those_of_the_row_before(table, stamp, shown):
    new = insert(table(row(cell("a", '<w:tcW w:w="9"/><w:gridSpan w:val="2"/>', BOLD))), stamp, "One")
    assert shown(new.anchor.getnext()[1]) == (
        '<tc><tcPr><tcW w="9"/><gridSpan val="2"/></tcPr><p><pPr><jc val="right"/><rPr><ins ours/></rPr></pPr>'
        "<ins ours><r><rPr><b/></rPr><t>One</t></r></ins></p></tc>"
    )


def test_it_is_no_header_and_has_nothing_of_others_changes(table, stamp, shown):
    properties = f"<w:cantSplit/><w:tblHeader/><w:ins {THEIRS}/>"
    new = insert(table(row(cell("a", f"<w:cellIns {THEIRS}/>"), properties=properties)), stamp, "One")
    assert shown(new.anchor.getnext()[0]) == "<trPr><cantSplit/><ins ours/></trPr>"
    assert new.anchor.getnext()[1].find(w("tcPr"))[:] == []


MERGED = (
    row(cell("a", '<w:vMerge w:val="restart"/>'), cell("b")),
    row(cell("", "<w:vMerge/>"), cell("d")),
    row(cell("e"), cell("f")),
)


@pytest.mark.parametrize(("after", "merge"), [(0, "continue"), (1, None)])
def test_a_cell_merged_over_the_place_goes_on_in_the_new_row(table, stamp, after, merge):
    new = insert(table(*MERGED), stamp, "", "x", after=after)
    found = new.anchor.getnext().find(f".//{w('vMerge')}")
    assert (None if found is None else found.get(w("val"))) == merge


def test_words_for_a_merged_cell_are_refused_because_they_would_not_show(table, stamp):
    with pytest.raises(EditsError, match="cell 1 of a row after it lies in a merged cell"):
        insert(table(*MERGED), stamp, "x", "y")


def test_the_columns_of_merged_cells_are_counted_over_the_grid(table):
    wide = row(cell("a", '<w:gridSpan w:val="2"/>'), cell("b", '<w:vMerge w:val="restart"/>'))
    below = row(cell("c"), cell("d"), cell("", "<w:vMerge/>"))
    first = table(wide, below)[0]
    assert [is_covered(tc) for tc in cells_of(first)] == [False, True]


def test_a_row_needs_one_text_a_cell(table, stamp):
    with pytest.raises(EditsError, match="“a b”: its row has 2 cells, not 1; give one text a cell"):
        insert(table(row(cell("a "), cell("b"))), stamp, "One")


def test_a_paragraph_outside_of_tables_has_no_row(body):
    with pytest.raises(EditsError, match="“Alone”: it stands in no table"):
        row_of(body(PLAIN.format("Alone"))[0][0])


def test_a_row_alone_in_a_content_control_is_followed_outside_of_it(table, stamp):
    root = table(f"<w:sdt><w:sdtContent>{row(cell('a'))}</w:sdtContent></w:sdt>")
    new = insert(root, stamp, "One")
    assert new.anchor is root[0]
    assert new.anchor.getnext().getparent() is root


def test_a_row_among_others_in_a_content_control_is_followed_inside(table, stamp):
    root = table(f"<w:sdt><w:sdtContent>{row(cell('a'))}{row(cell('b'))}</w:sdtContent></w:sdt>")
    assert insert(root, stamp, "One").anchor.getnext().getparent().tag == w("sdtContent")


ROWS = (row(cell("a"), cell("b")), row(cell("c"), cell("d")))


def test_accepting_a_new_row_leaves_it_and_rejecting_takes_it(table, stamp, shown):
    kept, undone = table(*ROWS), table(*ROWS)
    before = shown(undone)
    for root, resolve in ((kept, accept), (undone, reject)):
        insert(root, stamp, "One", "Two")
        resolve(root)
    assert texts(kept) == [["a", "b"], ["One", "Two"], ["c", "d"]]
    assert shown(undone) == before


def test_a_deleted_row_is_tracked_with_marks_and_words_of_its_cells(table, stamp, shown):
    root = table(*ROWS)
    delete_row(root[0], stamp)
    assert shown(root[0][:2][0]) == "<trPr><del ours/></trPr>"
    assert shown(root[0][1]) == (
        "<tc><p><pPr><rPr><del ours/></rPr></pPr><del ours><r><delText>a</delText></r></del></p></tc>"
    )


def test_accepting_a_deleted_row_takes_it(table, stamp):
    root = table(*ROWS)
    delete_row(root[0], stamp)
    accept(root)
    assert texts(root) == [["c", "d"]]


def test_the_only_row_takes_its_table_with_it(body, stamp):
    root = body(f"<w:tbl>{ROWS[0]}</w:tbl><w:p/>")
    delete_row(root[0][0][0], stamp)
    accept(root)
    assert [child.tag for child in root[0]] == [w("p")]


def test_a_table_in_a_deleted_row_is_deleted_row_by_row(table, stamp):
    inner = f"<w:tc><w:tbl>{ROWS[0]}</w:tbl><w:p/></w:tc>"
    root = table(row(inner), ROWS[1])
    delete_row(root[0], stamp)
    assert [is_deleted(tr) for tr in root.iter(w("tr"))] == [True, True, False]
    assert texts(root)[0] == ["", "", ""]


def test_a_row_somebody_inserted_is_deleted_inside_their_insertion(table, stamp, shown):
    root = table(row(cell("a"), properties=f"<w:ins {THEIRS}/>"), ROWS[1])
    before = shown(root)
    delete_row(root[0], stamp)
    assert shown(root[0][0]) == '<trPr><ins author="Bo"/><del ours/></trPr>'
    reject(root, by_author("Ann Reviewer"))
    assert shown(root).replace("<pPr/>", "") == before


def test_a_row_somebody_deleted_stays_as_it_is(table, stamp, shown):
    root = table(row(cell("a"), properties=f"<w:del {THEIRS}/>"), ROWS[1])
    before = shown(root)
    assert delete_row(root[0], stamp) == ()
    assert shown(root) == before


def test_a_row_in_which_a_field_begins_that_ends_outside_is_refused(table, stamp):
    field = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>a</w:t></w:r></w:p>"
    with pytest.raises(EditsError, match="“a”: a field goes beyond its row"):
        delete_row(table(row(f"<w:tc>{field}</w:tc>"))[0], stamp)


def test_measures_are_copied_as_whole_numbers(table, stamp):
    new = insert(table(row(cell("a", '<w:tcW w:w="115.0" w:type="dxa"/>'))), stamp, "One")
    assert new.anchor.getnext().find(f".//{w('tcW')}").get(w("w")) == "115"
