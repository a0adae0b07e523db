"""Earlier tracked changes of Word files: three views, and who changed what."""

import pytest

from app.model.marks import Revision
from app.model.span import Span

BY = 'w:id="1" w:author="Ann" w:date="2026-03-31T10:00:00Z"'
WHO = ("Ann", "2026-03-31T10:00:00Z")


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(*content):
    return f"<w:ins {BY}>{''.join(content)}</w:ins>"


def gone(text):
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def p(*content, mark="", properties=""):
    return f"<w:p><w:pPr>{properties}<w:rPr>{mark}</w:rPr></w:pPr>{''.join(content)}</w:p>"


@pytest.fixture
def texts_in(read_blocks):
    return lambda body, view, **parts: [block.text for block in read_blocks(body, view, **parts)]


CHANGED = p(r("You pay "), gone("late"), ins(r("early")), r("."))


@pytest.mark.parametrize(
    ("view", "text", "spans"),
    [
        ("accepted", "You pay early.", [(8, 8), (8, 13)]),
        ("original", "You pay late.", [(8, 12), (12, 12)]),
        ("marked", "You pay lateearly.", [(8, 12), (12, 17)]),
    ],
)
def test_each_view_shows_its_side_and_all_revisions(read_blocks, view, text, spans):
    (block,) = read_blocks(CHANGED, view)
    assert block.text == text
    assert sorted(block.revisions, key=lambda each: each.kind) == [
        Revision(Span(*spans[0]), "deletion", *WHO, "late"),
        Revision(Span(*spans[1]), "insertion", *WHO, "early"),
    ]


def test_moved_words_are_told_from_new_ones(read_blocks):
    body = p(f"<w:moveFrom {BY}>{r('Soon. ')}</w:moveFrom>", r("You pay."), f"<w:moveTo {BY}>{r(' Soon. ')}</w:moveTo>")
    (block,) = read_blocks(body)
    assert block.text == "You pay. Soon. "
    assert [(each.kind, each.text) for each in block.revisions] == [("moved-from", "Soon. "), ("moved-to", " Soon. ")]


def test_a_deleted_insertion_is_both(read_blocks):
    (block,) = read_blocks(p(r("You pay"), ins(gone(" late"), r(" soon"))))
    assert block.text == "You pay soon"
    assert [(each.kind, each.span, each.text) for each in block.revisions] == [
        ("insertion", Span(7, 12), " late soon"),
        ("deletion", Span(7, 7), " late"),
    ]


@pytest.mark.parametrize(("view", "bold"), [("accepted", True), ("original", False)])
def test_a_change_of_looks_is_a_revision_and_undone_in_the_original(read_blocks, view, bold):
    (block,) = read_blocks(p(r("You pay", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>")), view)
    assert block.revisions == (Revision(Span(0, 7), "formatting", *WHO),)
    assert bool(block.styles) is bold


def test_a_change_of_the_paragraph_is_undone_in_the_original(read_blocks):
    change = f'<w:pPrChange {BY}><w:pPr><w:ind w:left="240"/></w:pPr></w:pPrChange>'
    body = f'<w:p><w:pPr><w:ind w:left="1200"/>{change}</w:pPr>{r("You pay")}</w:p>'
    assert [read_blocks(body, view)[0].indent for view in ("accepted", "original")] == [10, 2]
    assert read_blocks(body)[0].revisions == (Revision(Span(0, 7), "formatting", *WHO),)


JOINED = p(r("You pay "), mark=f"<w:del {BY}/>") + p(r("early."), properties='<w:ind w:left="1200"/>')


def test_a_paragraph_without_its_mark_runs_on_into_the_next_and_is_like_that(read_blocks):
    (block,) = read_blocks(p(r("Fees")) + JOINED)[1:]
    assert (block.text, block.anchor.index, block.anchor.joined, block.indent) == ("You pay early.", 1, (2,), 10)
    assert block.revisions == (Revision(Span(8, 8), "mark-deletion", *WHO),)


def test_the_mark_stands_in_the_views_before_it_was_deleted(texts_in):
    assert texts_in(JOINED, "original") == texts_in(JOINED, "marked") == ["You pay ", "early."]


def test_an_inserted_mark_joins_in_the_original(texts_in):
    body = p(r("You pay "), mark=f"<w:ins {BY}/>") + p(r("early."))
    assert (texts_in(body, "original"), texts_in(body, "accepted")) == (["You pay early."], ["You pay ", "early."])


def test_what_stands_at_joined_words_counts_from_the_whole_text(read_blocks):
    body = p(r("You "), r("pay ", "<w:b/>"), mark=f"<w:del {BY}/>") + p(
        gone("late"), '<w:hyperlink w:anchor="x">', r("early", "<w:i/>"), "</w:hyperlink>"
    )
    (block,) = read_blocks(body)
    assert [style.span for style in block.styles] == [Span(4, 8), Span(8, 13)]
    assert [(each.kind, each.span) for each in block.revisions] == [
        ("mark-deletion", Span(8, 8)),
        ("deletion", Span(8, 8)),
    ]
    assert block.links[0].span == Span(8, 13)


def test_a_paragraph_before_a_table_does_not_run_on(texts_in):
    table = f"<w:tbl><w:tr><w:tc>{p(r('Gold'))}</w:tc></w:tr></w:tbl>"
    assert texts_in(p(r("Plans"), mark=f"<w:del {BY}/>") + table, "accepted") == ["Plans", "Gold"]


def test_a_paragraph_left_out_hangs_its_revisions_on_the_one_before(read_blocks):
    whole = p(gone("You pay late."), mark=f"<w:del {BY}/>")
    first, last = read_blocks(p(r("Fees")) + p(gone("All.")) + whole + p(r("Term")))
    assert [(each.kind, each.span, each.text) for each in first.revisions] == [("deletion", Span(4, 4), "All.")]
    assert [(each.kind, each.span, each.text) for each in last.revisions] == [
        ("deletion", Span(0, 0), "You pay late."),
        ("mark-deletion", Span(0, 0), ""),
    ]
    assert last.anchor.index == 3


def test_a_paragraph_left_out_at_the_start_hangs_its_revisions_on_the_next(read_blocks):
    (block,) = read_blocks(p(gone("All.")) + p(r("Fees")))
    assert block.revisions == (Revision(Span(0, 0), "deletion", *WHO, "All."),)


def test_a_row_left_out_keeps_its_revision_and_words(read_blocks):
    row = f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{p(gone('Gold'))}</w:tc></w:tr>"
    first, _ = read_blocks(p(r("Plans")) + f"<w:tbl>{row}<w:tr><w:tc>{p(r('Ten'))}</w:tc></w:tr></w:tbl>")
    assert [(each.kind, each.text) for each in first.revisions] == [("row-deletion", ""), ("deletion", "Gold")]


NUMBERING = """<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("view", "numbered"),
    [
        ("accepted", [("Fees", "1."), ("Tax", "2."), ("Term", "3.")]),
        ("original", [("Fees", "1."), ("Rent", "2."), ("Term", "3.")]),
        ("marked", [("Fees", "1."), ("Rent", "2."), ("Tax", "3."), ("Term", "4.")]),
    ],
)
def test_numbers_count_what_the_view_shows(read_blocks, view, numbered):
    body = (
        p(r("Fees"), properties=LISTED)
        + p(gone("Rent"), mark=f"<w:del {BY}/>", properties=LISTED)
        + p(ins(r("Tax")), mark=f"<w:ins {BY}/>", properties=LISTED)
        + p(r("Term"), properties=LISTED)
    )
    assert [(block.text, block.marker) for block in read_blocks(body, view, numbering=NUMBERING)] == numbered


def test_a_paragraph_put_into_a_list_by_a_revision_has_no_number_in_the_original(read_blocks):
    body = p(r("Fees"), properties=LISTED.replace("</w:numPr>", f"<w:ins {BY}/></w:numPr>"))
    assert [read_blocks(body, view, numbering=NUMBERING)[0].marker for view in ("accepted", "original")] == ["1.", ""]
