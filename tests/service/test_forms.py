import dataclasses
from datetime import date

import pytest

from app.errors import ExportError, NoTextError
from app.library.forms import load_forms
from app.matching.forms import recognise_forms
from app.model.document import Opening
from app.service.forms import FormLabel, recognition_lines, standard_form, write_form
from app.service.reading import read

LABEL = FormLabel(id="nda", title="Our NDA", publisher="Heron", version="3", effective=date(2024, 5, 1))
NDA = (
    "Non-Disclosure Agreement of Heron",
    "The recipient keeps what the discloser tells it about kites to itself for two years.",
    "The recipient shows it only to staff who need it for the test flights and who keep it as well.",
    "The recipient gives back or burns every drawing when the discloser asks for it.",
    "What everyone in the village knows is no secret, and neither is what the recipient knew before.",
)


@pytest.fixture
def form(make_docx):
    path = make_docx(*NDA, name="nda.docx")
    return standard_form(read(path), LABEL)


def lines(document, form):
    return recognition_lines(document, recognise_forms(document, (form,)))


@pytest.mark.parametrize("name", ["copy.txt", "copy.md", "copy.html"])
def test_a_form_made_of_a_word_file_is_recognised_in_another_format(form, tmp_path, name):
    joint = ("<p>", "</p>\n<p>", "</p>") if name.endswith("html") else ("", "\n\n", "\n")
    (tmp_path / name).write_text(joint[0] + joint[1].join(NDA) + joint[2], encoding="utf-8")
    assert lines(read(tmp_path / name, Opening()), form) == ("Our NDA: unmodified, word for word",)


def test_every_place_that_differs_has_a_line_that_leads_to_it(form, document):
    changed = (*NDA[:1], NDA[1].replace("two", "nine"), *NDA[2:3], *NDA[4:], "The recipient pays for the lake.")
    assert lines(document(*changed), form) == (
        "Our NDA: changed in 3 places; 59% of the published words stand there as they were",
        "  paragraph 2 (1): a sentence of “opening” was changed",
        "  after paragraph 3 (1): 14 words of “opening” left out",
        "  paragraph 5 (1): 6 words added after “opening”",
    )


def test_a_document_that_follows_no_form_has_no_lines(form, document):
    assert lines(document("Geese cross the lake."), form) == ()


def test_a_form_is_written_and_read_back(form, tmp_path):
    write_form(form, tmp_path / "forms" / "nda.yaml", source=tmp_path / "nda.docx")
    assert load_forms(tmp_path / "forms") == (form,)


def test_the_file_of_a_form_holds_no_sentence_of_it(form, tmp_path):
    write_form(form, tmp_path / "nda.yaml", source=tmp_path / "nda.docx")
    assert "drawing" not in (tmp_path / "nda.yaml").read_text()


def test_a_form_is_not_written_over_its_document(form, tmp_path):
    with pytest.raises(ExportError):
        write_form(form, tmp_path / "nda.docx", source=tmp_path / "nda.docx")


def test_a_document_without_words_makes_no_form(document):
    with pytest.raises(NoTextError, match="holds no words"):
        standard_form(document("***"), LABEL)


def test_the_type_of_a_form_is_read_from_its_text_unless_it_is_said(document):
    made = dataclasses.replace(document("Be kind to geese."), title="Acceptable Use Policy")
    said = dataclasses.replace(LABEL, document_type="order-form")
    assert [standard_form(made, label).document_type for label in (LABEL, said)] == ["use-policy", "order-form"]
