"""Where references lead, and which lead nowhere."""

import pytest

AGREEMENT = """\
HOSTING AGREEMENT

1. Services. We host it as Section 3 and Exhibit A say.

2. Fees

2.1 Rates. You pay (a) monthly, and (b) in euros.

2.2 Limits. You may not:

(a) resell it; or

(b) break it, save as paragraph (a) allows.

3. Term. It ends as Section 2.2(b) says.

{more}

Exhibit A - Rates

1. Ten coins a day, subject to Section 2.
"""


@pytest.fixture
def references(read_text):
    def read(more):
        document = read_text(AGREEMENT.format(more=more))
        return [
            (each.label, None if each.target is None else document.paragraphs[each.target].label or "heading")
            for each in document.references
            if _line(document, each) == more
        ]

    return read


def _line(document, reference):
    paragraph = document.paragraphs[reference.place.paragraph]
    return f"{paragraph.marker} {paragraph.text}"


def test_references_lead_to_clauses_items_and_exhibits(read_text):
    document = read_text(AGREEMENT.format(more=""))
    assert [(each.kind, each.label, document.paragraphs[each.target].text[:6]) for each in document.references] == [
        ("clause", "3", "Term. "),
        ("exhibit", "A", "Exhibi"),
        ("clause", "(a)", "resell"),
        ("clause", "2.2(b)", "break "),
        ("clause", "2", "Fees"),
    ]


def test_the_place_of_a_reference_is_its_words(read_text):
    document = read_text(AGREEMENT.format(more=""))
    first = document.references[0].place
    assert document.paragraphs[first.paragraph].text[first.span.start : first.span.end] == "Section 3"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("4. Survival. Sections 2 and 9 survive.", [("2", "2"), ("9", None)]),
        ("4. Limits. See Section 2.7 for more.", [("2.7", None)]),
        ("4. Rates. See Section 2.1(b) for more.", [("2.1(b)", "2.1")]),
        ("4. Ends. It ends under Section 2.7. The fees stay.", [("2.7", None)]),
        ("4. Annexes. See Exhibit B for more.", [("B", None)]),
    ],
)
def test_what_is_not_there_is_broken(references, more, found):
    assert references(more) == found


@pytest.mark.parametrize(
    "more",
    [
        "4. Data. Section 12 of the Data Processing Addendum applies.",
        "4. Data. Article 28 of the GDPR applies.",
        "4. Law. It is a licence under Section 365(n) of the Bankruptcy Code.",
        "4. Law. Rule 5 and 17 CFR § 230.144 apply.",
        "4. Lists. The matters in clause (ix) are left out.",
        "4. Whole. This Section 14 speaks of itself.",
    ],
)
def test_other_texts_and_what_cannot_be_told_are_left_out(references, more):
    assert references(more) == []


def test_in_an_exhibit_its_own_clauses_come_first(read_text):
    text = (
        "1. Fees. You pay.\n\n2. Term. One year.\n\nSchedule 1\n\n1. Scope. It is small.\n\n2. Rates. See clause 1.\n"
    )
    document = read_text(text)
    assert [document.paragraphs[each.target].text for each in document.references] == ["Scope. It is small."]


def test_fields_lead_to_their_bookmarks(read_package):
    body = (
        '<w:p><w:r><w:t xml:space="preserve">As said </w:t></w:r>'
        '<w:hyperlink w:anchor="_Ref1"><w:r><w:t>there</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:bookmarkStart w:id="0" w:name="_Ref1"/><w:bookmarkEnd w:id="0"/><w:r><w:t>Here.</w:t></w:r></w:p>'
    )
    references = read_package(body).references
    assert [(each.kind, each.label, each.target) for each in references] == [("bookmark", "there", 1)]


def test_a_field_whose_bookmark_is_gone_is_broken_though_it_prints_a_number(read_package):
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Subject to clause </w:t></w:r>'
        '<w:fldSimple w:instr=" REF _Gone \\r "><w:r><w:t>4.7</w:t></w:r></w:fldSimple></w:p>'
        '<w:p><w:bookmarkStart w:id="0" w:name="_Ref1"/><w:bookmarkEnd w:id="0"/><w:r><w:t>Here.</w:t></w:r></w:p>'
    )
    assert [(each.label, each.target) for each in read_package(body).references] == [("4.7", None)]


def test_the_word_processors_own_error_is_a_broken_reference(read_text):
    document = read_text("It ends as Error! Reference source not found. says.")
    assert [(each.kind, each.target) for each in document.references] == [("bookmark", None)]


def test_a_clause_goes_before_a_party_of_the_same_number(read_text):
    document = read_text(
        "Between\n\n(1) Heron Ltd; and\n\n(2) Bruma LLC.\n\nTERMS\n\n1. Fees.\n\n2. Term. As in section 1 above.\n"
    )
    assert [document.paragraphs[each.target].label for each in document.references] == ["1"]
