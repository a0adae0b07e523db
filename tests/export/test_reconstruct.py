import hashlib
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from app.export.reconstruct import reconstruct
from app.intake.reader import read_document
from app.model.document import Anchor, Paragraph
from app.model.marks import TextStyle
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
