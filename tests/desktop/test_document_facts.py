from dataclasses import replace
from datetime import date

import pytest

from app.desktop.document_facts import fact_rows, form_rows, pages_word
from app.model.document import (
    DefinedTerm,
    Exhibit,
    IncorporatedDocument,
    Page,
    Parties,
    Party,
    SetAside,
    SignatureBlock,
    StatedDate,
)
from app.model.forms import FormChange, RecognisedForm, Recognition, StandardForm
from app.model.kind import DocumentKind
from app.model.marks import Box
from app.model.span import Place, Span

HERE = Place(1, Span(0, 4))


def group(document, title):
    return next((head.under for head in fact_rows(document) if head.text == title), ())


def said(document, title):
    return [(row.caption, row.text, row.aside) for row in group(document, title)]


@pytest.mark.parametrize(
    ("numbers", "word"), [((1,), "1"), ((1, 2, 3), "1–3"), ((1, 2, 4, 7, 8), "1–2, 4, 7–8"), ((3, 1), "1, 3")]
)
def test_page_numbers_are_written_in_runs(numbers, word):
    assert pages_word(numbers) == word


def test_the_file_is_told_with_its_kind_pages_and_language(document):
    read = replace(document, pages=3, language="de")
    assert said(read, "File") == [("Word document, 3 pages", "example-licence.docx", ""), ("Language", "German", "")]


@pytest.mark.parametrize(("pages", "told"), [(None, "Word document"), (1, "Word document, 1 page")])
def test_a_single_page_and_none_are_told_as_such(document, pages, told):
    assert said(replace(document, pages=pages), "File")[0][0] == told


def test_an_attachment_is_told_with_the_message_it_came_in(document):
    assert ("Attached to", "example-licence.docx", "") in said(replace(document, attachment="terms.pdf"), "File")


def test_pages_are_told_by_the_way_they_were_read(document):
    pages = tuple(Page(number, 595, 842, way) for number, way in enumerate(("text", "ocr", "text", "none"), 1))
    assert said(replace(document, page_list=pages), "File")[1:] == [
        ("Pages 1, 3", "Read from the text layer", ""),
        ("Page 2", "Read from the image, by text recognition", ""),
        ("Page 4", "Not read", ""),
    ]


def test_parties_have_their_roles_and_short_names(document):
    named = (Party("Example Weights Ltd", ("Provider",), "vendor", HERE), Party("", ("you",), ""))
    assert said(replace(document, parties=Parties(named=named)), "Parties") == [
        ("Vendor", "Example Weights Ltd (“Provider”)", ""),
        ("Party", "“you”", ""),
    ]


def test_parties_that_are_not_introduced_are_told_by_what_they_are_called(document):
    parties = Parties(customer=("you", "your"), vendor=())
    assert said(replace(document, parties=parties), "Parties") == [("Customer", "you, your", "")]


def test_a_term_leads_to_its_definition_and_counts_its_uses(document):
    uses = (Place(3, Span(4, 12)), Place(8, Span(0, 3)))
    (row,) = group(replace(document, terms=(DefinedTerm("Provider", 1, Span(0, 4), uses),)), "Defined terms")
    assert (row.aside, row.place, row.uses) == ("2", HERE, uses)


def test_what_is_not_attached_is_apart_from_what_is(document):
    others = (
        IncorporatedDocument("Use Policy", HERE, "https://example.org/policy"),
        IncorporatedDocument("Order Form", HERE, attached=9),
    )
    read = replace(document, incorporated=others)
    assert [row.text for row in group(read, "Not attached, though part of the contract")] == [
        "Use Policy\nhttps://example.org/policy"
    ]
    assert [row.text for row in group(read, "Other documents, attached")] == ["Order Form"]


def test_exhibits_dates_and_signatures_lead_to_their_place(document):
    read = replace(
        document,
        exhibits=(Exhibit("A", "Weights", 14, 16),),
        dates=(StatedDate(HERE, date(2026, 3, 31), "effective"),),
        signatures=(SignatureBlock(15, 16),),
    )
    rows = [group(read, title)[0] for title in ("Exhibits", "Dates", "To be signed")]
    assert [(row.text, row.aside, row.place.paragraph) for row in rows] == [
        ("A Weights", "", 14),
        ("2026-03-31", "effective", 1),
        ("Signature block", "", 15),
    ]


def test_running_headers_are_told_once_with_their_pages(document):
    aside = tuple(SetAside(page, "Draft  of March") for page in (1, 2, 4))
    assert said(replace(document, set_aside=aside), "Set aside: running headers and footers") == [
        ("", "Draft of March", "p. 1–2, 4")
    ]


def test_words_read_without_confidence_are_listed_with_their_place(document):
    paragraph = replace(document.paragraphs[3], boxes=(Box(4, 12, 1, 0, 0, 9, 9, 0.41),))
    read = replace(document, paragraphs=(*document.paragraphs[:3], paragraph, *document.paragraphs[4:]))
    (row,) = group(read, "Words read without confidence")
    assert (row.text, row.aside, row.place) == ("Provider", "41 %", Place(3, Span(4, 12)))


def test_what_could_not_be_read_is_told(document):
    assert said(replace(document, not_read=("Page 4 was not read",)), "Not read, or not surely") == [
        ("", "Page 4 was not read", "")
    ]


def test_groups_with_nothing_in_them_are_left_out(document):
    assert [head.text for head in fact_rows(document)] == ["File"]


def test_nothing_is_said_of_a_kind_and_forms_that_are_not_known():
    assert form_rows(None, None) == ()


def test_the_kind_is_told_with_its_reason_and_place():
    kind = DocumentKind("use-policy", "Acceptable Use", HERE, "It calls itself “Acceptable Use”.")
    (head,) = form_rows(kind, None)
    assert [(row.text, row.caption, row.place) for row in head.under] == [("Use policy", kind.why, HERE)]


def _following(*changes):
    form = StandardForm("heron", "Heron Licence", "model-licence", "Heron", ())
    return Recognition((RecognisedForm(form, 2, 9, 0.9, changes),))


def test_a_standard_form_is_told_word_for_word():
    (head,) = form_rows(None, _following())
    assert [(row.text, row.caption, row.under) for row in head.under] == [
        ("Heron Licence", "Standard form, word for word", ())
    ]


def test_every_place_that_differs_from_a_standard_form_can_be_gone_to():
    changes = (FormChange("changed", 3, Span(1, 5), "2.1", 1), FormChange("left-out", 4, None, "", 7))
    (head,) = form_rows(None, _following(*changes))
    assert head.under[0].caption == "Standard form, changed in 2 places"
    assert [(row.text, row.aside, row.place) for row in head.under[0].under] == [
        ("Changed: “2.1”", "1 word", Place(3, Span(1, 5))),
        ("Left out: the beginning", "7 words", Place(4, Span(0, 0))),
    ]
