import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest

from app.export.reconstruct import reconstruct
from app.export.redlined_docx import write_redlined_docx
from app.intake.reader import read_document
from app.model.document import Anchor, Cell, Paragraph
from app.model.marks import TextStyle
from app.model.redline import Edit, NewParagraph, Redline
from app.model.span import Span
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.paths import data_dir

SAMPLES = data_dir("resources") / "samples"


@pytest.fixture
def word(document):
    return docx.Document(BytesIO(reconstruct(document)[0]))


def source_texts(data, anchored, path):
    """Return what the Word file holds at the anchor of each paragraph."""
    found = paragraphs_of(open_package(data, path).tree("word/document.xml"))
    return [read_text(found[each.anchor.index]).text[each.anchor.offset :] for each in anchored.paragraphs]


def with_paragraph(document, **changes):
    changed = replace(document.paragraphs[1], **changes)
    return replace(document, paragraphs=(document.paragraphs[0], changed, *document.paragraphs[2:]))


def test_every_anchor_leads_to_the_text_of_its_paragraph(document, tmp_path):
    data, anchored = reconstruct(document)
    assert source_texts(data, anchored, tmp_path) == [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("name", ["community-model-licence.txt", "community-model-licence.pdf"])
def test_the_sample_can_be_anchored_throughout(name, tmp_path):
    document = read_document(SAMPLES / name)
    data, anchored = reconstruct(document)
    assert source_texts(data, anchored, tmp_path) == [paragraph.text for paragraph in document.paragraphs]


def test_the_new_document_is_the_same_but_for_file_and_anchors(document):
    data, anchored = reconstruct(document)
    assert anchored.kind == "docx"
    assert anchored.data == data
    assert anchored.sha256 == hashlib.sha256(data).hexdigest()
    assert anchored.sections == document.sections
    assert [each.label for each in anchored.paragraphs] == [each.label for each in document.paragraphs]


def test_the_marker_is_typed_before_a_tab(document, word):
    assert word.paragraphs[1].text.startswith("1.\tTermination. ")
    assert reconstruct(document)[1].paragraphs[1].anchor == Anchor("word/document.xml", 1, 3)


def test_it_is_labelled_as_reconstructed_outside_the_numbered_paragraphs(word):
    header = word.sections[0].header.paragraphs[0].text
    assert header == "Reconstructed from heron.txt by Counterdraft; the wording is that of the source"
    assert not any("Reconstructed" in paragraph.text for paragraph in word.paragraphs)


def test_the_title_and_run_in_headings_are_set_off(word):
    assert word.paragraphs[0].style.name == "Title"
    bold = [run.text for run in word.paragraphs[1].runs if run.bold]
    assert bold == ["1.\t", "Termination."]


@pytest.mark.parametrize(
    ("changes", "style"),
    [
        ({"kind": "heading", "level": 0}, "Heading 1"),
        ({"kind": "heading", "level": 7}, "Heading 3"),
        ({"kind": "heading", "level": 1, "parent": 0}, "List 2"),
        ({"kind": "list-item", "level": 0}, "List"),
        ({"kind": "list-item", "level": 2}, "List 3"),
        ({"kind": "list-item", "level": 9}, "List 5"),
        ({"kind": "list-item", "level": 1, "marker": ""}, "List Continue 2"),
        ({"kind": "table-cell"}, "Table Text"),
        ({"kind": "body"}, "Body Text"),
    ],
)
def test_kind_and_level_choose_the_style(document, changes, style):
    data, _ = reconstruct(with_paragraph(document, **changes))
    assert docx.Document(BytesIO(data)).paragraphs[1].style.name == style


def test_emphasis_of_the_source_is_kept(document):
    styled = with_paragraph(document, styles=(TextStyle(Span(13, 16), italic=True), TextStyle(Span(17, 25), bold=True)))
    runs = docx.Document(BytesIO(reconstruct(styled)[0])).paragraphs[1].runs
    assert [run.text for run in runs if run.italic] == ["The"]
    assert [run.text for run in runs if run.bold] == ["1.\t", "Termination.", "Provider"]


def test_characters_that_xml_cannot_hold_are_replaced_without_moving_an_offset(document, tmp_path):
    text = "Odd\x02 text\x00."
    data, anchored = reconstruct(with_paragraph(document, text=text))
    assert anchored.paragraphs[1].text == "Odd\ufffd text\ufffd."
    assert source_texts(data, anchored, tmp_path)[1] == anchored.paragraphs[1].text


def test_an_empty_paragraph_keeps_its_place(document, tmp_path):
    data, anchored = reconstruct(with_paragraph(document, text="", marker=""))
    assert source_texts(data, anchored, tmp_path)[1:3] == ["", document.paragraphs[2].text]


def test_the_same_document_gives_the_same_bytes_without_a_date(document):
    first, second = (reconstruct(document)[0] for _ in range(2))
    assert first == second
    assert docx.Document(BytesIO(first)).core_properties.created is None


def test_paragraphs_of_a_document_without_markers_start_at_offset_zero(document):
    plain = Paragraph(0, "Only this.", Anchor("", 0))
    _, anchored = reconstruct(replace(document, paragraphs=(plain,), sections=()))
    assert anchored.paragraphs[0].anchor.offset == 0


def test_a_title_longer_than_a_property_may_be_is_cut(document):
    data, _ = reconstruct(replace(document, title="Heron " * 60))
    assert docx.Document(BytesIO(data)).core_properties.title == ("Heron " * 60)[:255]


@pytest.fixture
def holding(document):
    """Give the licence with other paragraphs: texts, or texts and cells, or texts and stories."""

    def make(*contents):
        paragraphs = []
        for content in contents:
            text, where = content if isinstance(content, tuple) else (content, None)
            place = {"cell": where} if isinstance(where, Cell) else {"story": where} if where else {}
            kind = "table-cell" if isinstance(where, Cell) else "body"
            paragraphs.append(Paragraph(len(paragraphs), text, Anchor("", len(paragraphs)), kind=kind, **place))
        return replace(document, paragraphs=tuple(paragraphs), sections=())

    return make


@pytest.fixture
def fees(holding):
    return holding(
        "Fees",
        ("Service", Cell(0, 0, 0)),
        ("Fee", Cell(0, 0, 1)),
        ("Hosting", Cell(0, 1, 0)),
        ("40 EUR", Cell(0, 1, 1)),
        ("a month", Cell(0, 1, 1)),
        "The end.",
    )


def tables_of(document):
    return docx.Document(BytesIO(reconstruct(document)[0])).tables


def grid(table):
    """Return the text at each field of a table, that of a merged cell at each of its fields."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_cells_become_a_table(fees):
    (table,) = tables_of(fees)
    assert grid(table) == [["Service", "Fee"], ["Hosting", "40 EUR\na month"]]
    assert table.style.name == "Contract Table"


def test_anchors_count_the_paragraphs_of_cells(fees, tmp_path):
    data, anchored = reconstruct(fees)
    assert [each.anchor.index for each in anchored.paragraphs] == [0, 1, 2, 3, 4, 5, 7]
    assert source_texts(data, anchored, tmp_path) == [each.text for each in fees.paragraphs]


def test_merged_cells_are_merged(holding, tmp_path):
    document = holding(
        ("All fees", Cell(0, 0, 0, columns=3)),
        ("Hosting", Cell(0, 1, 0, rows=2)),
        ("40", Cell(0, 1, 1)),
        ("EUR", Cell(0, 1, 2)),
        ("net", Cell(0, 2, 1, columns=2)),
    )
    assert grid(tables_of(document)[0]) == [["All fees"] * 3, ["Hosting", "40", "EUR"], ["Hosting", "net", "net"]]
    data, anchored = reconstruct(document)
    assert source_texts(data, anchored, tmp_path) == [each.text for each in document.paragraphs]


def test_a_table_in_a_cell_stands_in_that_cell(holding, tmp_path):
    document = holding(
        ("Users", Cell(0, 0, 0)),
        ("They are:", Cell(0, 0, 1)),
        ("staff", Cell(1, 0, 0, inside=0)),
        ("guests", Cell(1, 0, 1, inside=0)),
        ("and no others.", Cell(0, 0, 1)),
        ("Others", Cell(0, 1, 0)),
    )
    (table,) = tables_of(document)
    (inner,) = table.rows[0].cells[1].tables
    assert grid(inner) == [["staff", "guests"]]
    assert grid(table) == [["Users", "They are:\nand no others."], ["Others", ""]]
    data, anchored = reconstruct(document)
    assert source_texts(data, anchored, tmp_path) == [each.text for each in document.paragraphs]


def test_a_cell_that_ends_with_a_table_has_a_paragraph_after_it(holding):
    document = holding(("Users:", Cell(0, 0, 0)), ("staff", Cell(1, 0, 0, inside=0)))
    cell = tables_of(document)[0].rows[0].cells[0]
    assert [element.tag.split("}")[1] for element in cell._tc if not element.tag.endswith("tcPr")] == ["p", "tbl", "p"]


def test_tables_that_follow_one_another_stay_two(holding):
    document = holding(("one", Cell(0, 0, 0)), ("two", Cell(1, 0, 0)))
    assert [grid(table) for table in tables_of(document)] == [[["one"]], [["two"]]]


def test_cells_that_overlap_lose_no_words(holding, tmp_path):
    document = holding(
        ("wide", Cell(0, 0, 0, rows=2, columns=2)), ("under it", Cell(0, 1, 1)), ("beside", Cell(0, 1, 2))
    )
    data, anchored = reconstruct(document)
    assert source_texts(data, anchored, tmp_path) == ["wide", "under it", "beside"]


def test_a_table_wider_than_word_takes_becomes_paragraphs(holding, tmp_path):
    document = holding("Before", *((f"column {place}", Cell(0, 0, place)) for place in range(64)), "After")
    data, anchored = reconstruct(document)
    assert docx.Document(BytesIO(data)).tables == []
    assert source_texts(data, anchored, tmp_path) == [each.text for each in document.paragraphs]


def test_columns_share_the_width_by_their_texts(holding):
    document = holding(("Fee", Cell(0, 0, 0)), ("what the customer pays for the service, every month", Cell(0, 0, 1)))
    narrow, wide = (column.width for column in tables_of(document)[0].columns)
    assert 3 * narrow < wide


def test_notes_stand_after_the_body_under_a_heading(holding, tmp_path):
    document = holding("Fees are due.", ("A note.", "footnote"), "They are net.", ("Heron Labs", "footer"))
    data, anchored = reconstruct(document)
    shown = [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]
    assert shown == ["Fees are due.", "They are net.", "Notes", "A note.", "Headers and footers", "Heron Labs"]
    assert source_texts(data, anchored, tmp_path) == [each.text for each in document.paragraphs]


def test_hidden_words_stay_hidden(document):
    styled = with_paragraph(document, styles=(TextStyle(Span(13, 16), hidden=True),))
    runs = docx.Document(BytesIO(reconstruct(styled)[0])).paragraphs[1].runs
    assert [run.text for run in runs if run.font.hidden] == ["The"]


def test_a_heading_in_a_cell_is_bold(holding):
    document = holding(("Fees", Cell(0, 0, 0)))
    heading = replace(document, paragraphs=(replace(document.paragraphs[0], kind="heading"),))
    (run,) = tables_of(heading)[0].rows[0].cells[0].paragraphs[0].runs
    assert run.bold


def test_words_in_a_cell_can_be_redlined(fees, tmp_path):
    data, anchored = reconstruct(fees)
    redlines = (
        Redline(
            "fees-payment",
            edits=(Edit(4, Span(0, 2), "30"),),
            insertions=(NewParagraph(5, 5, "net of taxes", "", ""),),
        ),
    )
    when = datetime(2026, 1, 2, tzinfo=UTC)
    redlined = write_redlined_docx(data, fees.path, anchored, redlines, author="Ann", when=when).data
    texts = [read_text(p).text for p in paragraphs_of(open_package(redlined, tmp_path).tree("word/document.xml"))]
    assert texts == ["Fees", "Service", "Fee", "Hosting", "30 EUR", "a month", "net of taxes", "", "The end."]
