from dataclasses import replace

import pytest

from app.drafting.insertion import new_paragraphs
from app.drafting.outline import outline_of
from app.drafting.placement import find_site
from app.intake.reader import read_document
from app.model.document import Cell, CrossReference, Exhibit, Opening, SignatureBlock, Table
from app.model.marks import TextStyle
from app.model.span import Place, Span

RUN_IN = (
    "1. Grant. Northwind grants Licensee a right to use the Model.",
    "  a. Licensee may copy it.",
    "  b. Licensee keeps the notice with it.",
    "    i. The notice stands in a file.",
    "    ii. The file goes with each copy.",
    "2. Term. This Agreement lasts until it is ended.",
    "3. Governing Law. The law of Norway governs this Agreement.",
)
HEADED = (
    "# 4.1 Updates",
    "Northwind may change the Model.",
    "# 4.2 Term and Termination",
    "Northwind may end this Agreement at once.",
    "# 4.3 Governing Law",
    "The law of Norway governs this Agreement.",
    "# 4.4 No Waiver",
    "Nothing is waived by silence.",
)


@pytest.fixture
def place(make_document):
    """Return a placer of clauses that gives (after, like, marker, text) of each new paragraph."""

    def put(
        lines,
        *texts,
        after=(),
        carriers=None,
        headings=None,
        under=(),
        heading="New Rule.",
        earlier=0,
        automatic=False,
    ):
        outline = outline_of(make_document(*lines, automatic=automatic))
        site = find_site(outline, after, carriers or {}, headings or {}, under)
        new = new_paragraphs(outline, site, heading, texts or ("All is well.",), earlier)
        return [(paragraph.after, paragraph.like, paragraph.marker, paragraph.text) for paragraph in new]

    return put


def test_a_clause_follows_the_last_item_of_its_list_with_the_next_number(place):
    carriers = {"redistribution-passthrough": (4,)}
    assert place(RUN_IN, after=("redistribution-passthrough",), carriers=carriers) == [(4, 4, "iii.", "All is well.")]


def test_a_clause_after_an_item_with_items_of_its_own_follows_these(place):
    assert place(RUN_IN, after=("attribution",), carriers={"attribution": (2,)}) == [(4, 2, "c.", "All is well.")]


def test_the_first_type_that_is_present_decides(place):
    carriers = {"attribution": (2,), "notices": ()}
    assert place(RUN_IN, after=("notices", "attribution"), carriers=carriers)[0][0] == 4


def test_a_clause_of_the_highest_level_has_a_heading_like_its_neighbours(place):
    carriers = {"governing-law": (6,)}
    assert place(RUN_IN, after=("governing-law",), carriers=carriers) == [(6, 6, "4.", "New Rule. All is well.")]


def test_a_number_that_is_taken_gets_a_letter(place):
    carriers = {"term-renewal": (5,)}
    assert place(RUN_IN, after=("term-renewal",), carriers=carriers) == [(5, 5, "2A.", "New Rule. All is well.")]


def test_a_second_clause_at_the_same_place_counts_on(place):
    carriers = {"term-renewal": (5,), "redistribution-passthrough": (4,)}
    assert place(RUN_IN, after=("term-renewal",), carriers=carriers, earlier=1)[0][2] == "2B."
    assert place(RUN_IN, after=("redistribution-passthrough",), carriers=carriers, earlier=1)[0][2] == "iv."


def test_a_clause_follows_the_last_of_its_neighbours_where_that_counts_in_another_way(tmp_path):
    contract = tmp_path / "contract.txt"
    contract.write_text("4. Promises\n\n4.1. Ours. We work.\n\n4.2 Yours. You work.\n\n4.3. Law. None.\n")
    outline = outline_of(read_document(contract, Opening()))
    assert find_site(outline, ("other", "promise"), {"promise": (1, 2)}, {"promise": ("ours", "yours")}, ()).after == 2


def test_without_a_neighbour_a_clause_stands_before_the_governing_law(place):
    assert place(RUN_IN, carriers={"governing-law": (6,)}) == [(5, 5, "2A.", "New Rule. All is well.")]


def test_without_a_governing_law_a_clause_stands_last(place):
    assert place(RUN_IN[:6]) == [(5, 5, "3.", "New Rule. All is well.")]


def test_the_heading_is_marked_as_such(make_document):
    outline = outline_of(make_document(*RUN_IN))
    (new,) = new_paragraphs(outline, find_site(outline, (), {}, {}), "New Rule.", ("All is well.",))
    assert new.heading == "New Rule."


def test_automatic_numbers_are_not_typed(place):
    carriers = {"redistribution-passthrough": (4,)}
    assert place(RUN_IN, after=("redistribution-passthrough",), carriers=carriers, automatic=True)[0][2] == ""


def test_automatic_numbers_that_are_cited_are_not_pushed_on(place):
    lines = (*RUN_IN[:5], "2. Term. Sections 1 and 3 live on.", RUN_IN[6])
    assert place(lines, carriers={"governing-law": (6,)}, automatic=True) == [(6, 6, "", "New Rule. All is well.")]


def test_automatic_numbers_that_nobody_cites_move_on(place):
    assert place(RUN_IN, carriers={"governing-law": (6,)}, automatic=True) == [(5, 5, "", "New Rule. All is well.")]


def test_a_clause_under_a_heading_of_its_own_line_joins_the_section(place):
    carriers = {"termination-for-breach": (3,)}
    assert place(HEADED, after=("termination-for-breach",), carriers=carriers) == [(3, 3, "", "All is well.")]


def test_a_clause_before_a_section_with_a_heading_line_gets_one_too(place):
    assert place(HEADED, carriers={"governing-law": (5,)}) == [
        (3, 2, "4.2A", "New Rule"),
        (3, 3, "", "All is well."),
    ]


def test_the_last_section_with_a_heading_line_is_followed_by_another(place):
    assert place(HEADED, "One.", "Two.") == [(7, 6, "4.5", "New Rule"), (7, 7, "", "One."), (7, 7, "", "Two.")]


def test_headings_in_capitals_have_a_neighbour_in_capitals(place):
    lines = ("# 1. TERM", "It lasts.", "# 2. LAW", "The law of Norway governs.")
    assert place(lines)[0] == (3, 2, "3.", "NEW RULE")


def test_numbered_paragraphs_with_headings_run_in_are_numbered_under_a_new_heading(place):
    lines = ("# 5. Term", "  5.1. Duration. It lasts.", "  5.2. End. It ends.", "# 6. Law", "  6.1. Law. Of Norway.")
    assert place(lines, "One.", carriers={"governing-law": (4,)}) == [
        (2, 0, "5A.", "New Rule"),
        (2, 1, "5A.1.", "One."),
    ]


def test_numbered_paragraphs_under_a_new_heading_are_numbered_like_their_neighbours(place):
    lines = ("# 5. Term", "5.1. It lasts.", "5.2. It ends.", "# 6. Law", "6.1. The law of Norway governs.")
    assert place(lines, "One.", "Two.", carriers={"governing-law": (4,)}) == [
        (2, 0, "5A.", "New Rule"),
        (2, 1, "5A.1.", "One."),
        (2, 1, "5A.2.", "Two."),
    ]


def test_only_the_first_paragraph_of_a_clause_has_the_number(place):
    assert [new[2] for new in place(RUN_IN, "One.", "Two.", carriers={"governing-law": (6,)})] == ["2A.", ""]


def test_no_sentence_becomes_an_item_of_a_list_inside_a_sentence(place):
    lines = (
        "Licensee must not use the Model:",
        "  (a) to break the law;",
        "  (b) to do harm; or",
        "  (c) for war.",
        "The end of use ends all duties.",
    )
    assert place(lines, after=("acceptable-use",), carriers={"acceptable-use": (1, 2, 3)}) == [
        (3, 0, "", "All is well.")
    ]


def test_items_that_carry_one_after_the_other_stay_together(place):
    carriers = {"attribution": (3, 4)}
    assert place(RUN_IN, after=("attribution",), carriers=carriers)[0][:3] == (4, 4, "iii.")


def test_a_definition_is_not_the_neighbour_where_there_is_another(place):
    lines = ("“Term” means one year.", "1. Term. It lasts for the Term.")
    assert place(lines, after=("term-renewal",), carriers={"term-renewal": (0, 1)})[0][:3] == (1, 1, "2.")


def test_a_clause_in_a_table_is_followed_after_the_table(place):
    lines = ("Fees are due at once.", "| Fee", "| Ten crowns", "All else is free.")
    assert place(lines, after=("fees-payment",), carriers={"fees-payment": (1,)}) == [(2, 0, "", "All is well.")]


@pytest.mark.parametrize(
    "closing", ["END OF TERMS AND CONDITIONS", "By: ____________", "# Annex A", "IN WITNESS WHEREOF, they sign."]
)
def test_the_end_of_the_terms_stands_before_signatures_and_annexes(place, closing):
    assert place((*RUN_IN[:6], closing, "Do no harm."))[0][0] == 5


def test_bulleted_terms_get_a_bullet(place):
    lines = ("The rules in short follow.", "- Be kind to others.", "- Share what you make.")
    assert place(lines, after=("attribution",), carriers={"attribution": (2,)})[0] == (2, 2, "-", "All is well.")


def test_letters_restart_in_each_clause(place):
    lines = (
        "1. Use. As follows.",
        "  a. One may copy.",
        "2. Care. As follows.",
        "  a. One must care.",
        "  b. One must share.",
    )
    assert place(lines, after=("attribution",), carriers={"attribution": (1,)}) == [(1, 1, "b.", "All is well.")]


def test_numbers_that_run_on_through_chapters_are_one_list(place):
    lines = (
        "# Section I",
        "1. Use. One may copy.",
        "2. Care. One must care.",
        "# Section II",
        "3. Governing Law. Norway.",
    )
    assert place(lines, carriers={"governing-law": (4,)})[0][:3] == (2, 2, "2A.")


def test_plain_paragraphs_get_a_plain_neighbour(place):
    lines = ("Anyone may copy the Software.", "The Software comes as it is.")
    assert place(lines) == [(1, 1, "", "All is well.")]


def test_a_list_of_letters_goes_on_at_its_end(place):
    assert place(RUN_IN, after=("licence-grant",), carriers={"licence-grant": (1,)}) == [(4, 2, "c.", "All is well.")]


def test_a_clause_does_not_stand_among_the_definitions(place):
    lines = ("1. Definitions. Words mean this.", "1.1. Output: what the Model gives.", "2. Use. One may use it.")
    assert place(lines, after=("output-ownership",), carriers={"output-ownership": (1,)})[0][2] == "3."


def test_items_cited_with_their_titles_are_not_pushed_on(place):
    lines = ("1. Use. As Sections 1 (Use), 2 (Care) or 3 (Law) say.", "2. Care. One must care.", "3. Law. Norway's.")
    assert place(lines, after=("attribution",), carriers={"attribution": (0,)}, automatic=True)[0][:2] == (2, 2)


def test_a_rule_on_signatures_is_not_a_signature_block(place):
    lines = (*RUN_IN[:6], "3. Form. Signatures may be electronic.", "Signatures may be given on paper too.")
    assert place(lines)[0][2] == "4."


def test_a_heading_that_is_an_item_itself_keeps_its_place_before_the_new_clause(place):
    lines = ("# 1. Grant", "2. The law of Norway governs this Agreement.")
    (first, *_) = place(lines, carriers={"governing-law": (1,)})
    assert first[:3] == (0, 1, "1A.")


def test_without_a_related_clause_it_stands_at_the_end_of_the_section_titled_for_it(place):
    assert place(RUN_IN, under=("price", "grant")) == [(4, 2, "c.", "All is well.")]


def test_a_title_that_names_the_type_only_in_part_is_no_section_for_it(place):
    assert place(("1. Grant Date. It is today.", "2. Term. It lasts."), under=("grant",))[0][:3] == (1, 1, "3.")


def test_a_governing_law_that_stands_first_does_not_draw_clauses_there(place):
    lines = ("1. Governing Law. The law of Norway governs.", *(f"{n}. Rule {'x' * n}. It holds." for n in range(2, 8)))
    assert place(lines, carriers={"governing-law": (0,)})[0][:1] == (6,)


def test_another_type_gets_a_heading_of_its_own_beside_a_section_of_one_paragraph(place):
    new = place(HEADED, after=("notices", "governing-law"), carriers={"governing-law": (5,)})
    assert [paragraph[0] for paragraph in new] == [5, 5]
    assert [paragraph[3] for paragraph in new] == ["New Rule", "All is well."]


def test_an_introduction_is_no_neighbour_for_a_clause(place):
    lines = ("By use You accept a licence.", *HEADED)
    assert place(lines, after=("licence-grant",), carriers={"licence-grant": (0,)})[0][0] != 0


def test_a_clause_stands_before_the_lines_for_a_signature(place):
    lines = ("The Model may be used.", "Copies are free.", "Applicant signature__________")
    assert place(lines)[0][0] == 1


def test_a_clause_stands_before_what_was_read_as_a_signature_block(make_document):
    document = make_document("The Model may be used.", "Copies are free.", "| Northwind", "| Licensee")
    outline = outline_of(replace(document, signatures=(SignatureBlock(2, 4),)))
    assert find_site(outline, (), {}, {}).after == 1


def test_a_clause_stands_before_the_exhibits(make_document):
    document = make_document(
        "1. Use. The Model may be used.", "2. Copies. Copies are free.", "# Prices", "They are low."
    )
    outline = outline_of(replace(document, exhibits=(Exhibit("A", "Prices", 2, 4),)))
    assert find_site(outline, (), {}, {}).after == 1


def test_numbers_typed_on_further_lines_of_a_paragraph_are_counted(make_document):
    document = make_document("9.1. Fees are due.\n9.2. Taxes are borne by Licensee.")
    outline = outline_of(document)
    assert new_paragraphs(outline, find_site(outline, (), {}, {}), "", ("All is well.",))[0].marker == "9.3."


def test_a_paragraph_that_a_reference_means_keeps_its_automatic_number(make_document):
    document = make_document(
        "1. Use. Copies are free.", "2. Fees. None.", "3. Term. See the rule above.", "4. Law. Norway.", automatic=True
    )
    meant = CrossReference(Place(2, Span(4, 12)), "clause", "the rule", 1)
    outline = outline_of(replace(document, references=(meant,)))
    assert find_site(outline, ("licence-grant",), {"licence-grant": (0,)}, {}).after == 1


LIABILITY = (
    "1. Limitation of Liability. As follows.",
    "  a. No one is liable for lost profit.",
    "  b. Northwind is liable for ten crowns.",
    "  c. These limits hold for all claims.",
    "2. Notices. In writing.",
)
CHAPTERS = (
    "# LICENSE",
    "Licensee may use the Model.",
    "Licensee may copy it too.",
    "# LIABILITY",
    "Northwind is liable for ten crowns.",
    "It is liable for no more.",
    "# GENERAL",
    "The law of Norway governs.",
)


def test_another_type_does_not_join_letters_without_titles(place):
    assert place(
        LIABILITY, after=("insurance", "cap"), carriers={"cap": (2,)}, headings={"cap": ("limitation* .. liability",)}
    )[0] == (3, 0, "1A.", "New Rule. All is well.")


def test_the_type_itself_joins_letters_without_titles(place):
    assert place(LIABILITY, after=("cap",), carriers={"cap": (2,)})[0][2] == "d."


def test_another_type_gets_a_section_after_that_of_the_related_one(place):
    new = place(CHAPTERS, after=("insurance", "cap"), carriers={"cap": (4,)}, headings={"cap": ("liability",)})
    assert [(paragraph[0], paragraph[3]) for paragraph in new] == [(5, "NEW RULE"), (5, "All is well.")]


def test_a_section_titled_for_the_clause_goes_before_a_related_type(place):
    new = place(CHAPTERS, after=("insurance", "cap"), carriers={"cap": (4,)}, under=("general",))
    assert new[0][0] == 7


def test_a_related_type_under_its_own_title_goes_before_one_elsewhere(place):
    new = place(
        CHAPTERS,
        after=("insurance", "licence-grant", "cap"),
        carriers={"licence-grant": (7,), "cap": (4,)},
        headings={"cap": ("liability",), "licence-grant": ("license",)},
    )
    assert new[0][0] == 5


def test_a_related_clause_elsewhere_is_followed_after_what_goes_on_in_its_section(place):
    assert place(CHAPTERS, after=("insurance", "cap"), carriers={"cap": (1,)})[0][0] == 2


def test_a_recital_is_no_neighbour(place):
    lines = ("# Agreement", "WHEREAS Northwind licenses the Model;", "The parties agree.", "# Law", "Norway's.")
    assert place(lines, after=("affiliates", "grant"), carriers={"grant": (1,)})[0][0] == 4


def test_a_preamble_before_the_numbered_sections_is_no_neighbour(place):
    lines = ("# FOR USE AT HOME", "Northwind grants Licensee a licence.", *RUN_IN)
    assert place(lines, after=("affiliates", "grant"), carriers={"grant": (1,)})[0][0] != 1


def test_a_new_clause_does_not_part_the_lines_of_a_sentence(place):
    lines = ("Northwind is liable to Licensee for no more than", "ten crowns in a year.", "Copies are free.")
    assert place(lines, after=("cap",), carriers={"cap": (0,)})[0][0] == 1


@pytest.mark.parametrize("closing", ["/s/ A. Person", "[Signature page follows]", "Signature：", "[SIGNATURES FOLLOW]"])
def test_lines_that_announce_signatures_end_the_terms(place, closing):
    assert place((*RUN_IN[:6], closing, "A name"))[0][0] == 5


def test_clauses_of_the_terms_go_before_those_of_a_further_agreement(place):
    lines = (*RUN_IN[:6], "IN WITNESS WHEREOF, they sign.", "1. Support. Northwind may end support.")
    assert place(lines, after=("end",), carriers={"end": (5, 7)})[0][0] == 5


def test_a_clause_stands_right_behind_the_last_number_that_is_cited(place):
    lines = (*RUN_IN[:5], "2. Term. Section 2 lives on.", RUN_IN[6])
    grant = {"grant": ("grant",)}
    new = place(lines, after=("a", "grant"), carriers={"grant": (0,)}, headings=grant, automatic=True)
    assert new[0][:2] == (5, 5)


def test_a_signature_block_in_a_table_is_not_cut(make_document):
    document = make_document("The Model may be used.", "Copies are free.", "| Northwind", "| By: ______", "| Licensee")
    cells = [replace(p, cell=Cell(0, 0, 0)) if p.kind == "table-cell" else p for p in document.paragraphs]
    outline = outline_of(replace(document, paragraphs=tuple(cells), tables=(Table(0, 2, 5, 1, 3),)))
    assert find_site(outline, (), {}, {}).after == 1


def test_the_stop_of_a_run_in_heading_looks_as_that_of_its_neighbours(make_document):
    document = make_document("1. Use.  Copies are free.", "2. Law.  Norway's.")
    styles = (TextStyle(Span(0, 3), underline=True),)
    outline = outline_of(replace(document, paragraphs=tuple(replace(p, styles=styles) for p in document.paragraphs)))
    (new,) = new_paragraphs(outline, find_site(outline, (), {}, {}), "New Rule.", ("All is well.",))
    assert (new.text, new.heading) == ("New Rule.  All is well.", "New Rule")


def test_a_lead_in_is_no_heading_to_be_copied(place):
    lines = ("1. Use. Copies are free.", "2. Each party promises to the other that: it is able to act.")
    assert place(lines)[0][3] == "New Rule. All is well."


@pytest.mark.parametrize(
    "line", ["Print Name: ________", "Sign: ____", "Date ____________", "Sign: \N{FULLWIDTH LOW LINE}"]
)
def test_lines_to_be_filled_in_by_a_signatory_end_the_terms(place, line):
    assert place((*RUN_IN[:6], line))[0][0] == 5


def test_lines_in_capitals_are_a_sentence_too(make_document):
    document = make_document("THE MODEL COMES WITHOUT A WARRANTY OF", "FITNESS OR USE.", "Copies are free.")
    outline = outline_of(replace(document, kind="docx"))
    assert find_site(outline, ("disclaimer",), {"disclaimer": (0,)}, {}).after == 1


def test_a_clause_before_the_governing_law_does_not_cut_its_sentence(make_document):
    document = make_document(
        "Copies are free.", "This Agreement is the whole agreement of the", "parties under Norway's law."
    )
    outline = outline_of(replace(document, kind="pdf"))
    assert find_site(outline, ("notices",), {"governing-law": (2,)}, {}).after == 2


TWO_AGREEMENTS = (
    "1. Use. Copies are free.",
    "2. Term. It lasts a year.",
    "3. Fees. There are none.",
    "4. Notices. In writing.",
    "1. Support. By mail.",
    "2. End. Northwind may end support.",
    "3. Notices. By mail.",
)


def test_a_clause_of_a_further_agreement_is_no_neighbour(place):
    assert place(TWO_AGREEMENTS, after=("end",), carriers={"end": (5,)})[0][0] == 3


def test_a_section_of_a_further_agreement_is_not_that_of_the_terms(place):
    assert place(TWO_AGREEMENTS, under=("support", "term"))[0][0] == 1


def test_terms_after_a_shorter_form_to_be_signed_are_the_terms(place):
    form = ("1. Name. Acme.", "2. Fees. Ten.", "3. Date. Today.", "By: ________")
    assert place((*form, *TWO_AGREEMENTS[:4], "5. Law. Norway's."), under=("term",))[0][0] == 5
