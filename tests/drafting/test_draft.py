from dataclasses import replace

import pytest

from app.drafting.draft import draft
from app.model.clause import EditRule, NewClause
from app.model.redline import Citation, Comment, Note
from app.text import diff
from app.text.diff import TextEdit

TERMS = (
    "1. Use. Licensee may use the Model if Licensee shall keep the notice.",
    "2. Term. Northwind may end this Agreement if Licensee is in breach of any term. Licensee shall then stop all use.",
    "3. Governing Law. The law of Norway governs this Agreement.",
)
CURE = EditRule(
    "sentence-end",
    "may end",
    "and {customer|fails} to cure the breach within {days:30} after notice from {vendor:object}",
)
NOTICE = NewClause("Notice.", ("{vendor} {shall} give {customer:object} {days:90}' notice.",))


def apply_edits(text, edits):
    """Return `text` once `edits` are made; insertions at one place keep their order."""
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    return diff.apply_edits(text, tuple(TextEdit(edit.span.start, edit.span.end, edit.text) for edit in ordered))


@pytest.fixture
def terms(make_document):
    return make_document(*TERMS)


def _after(document, redline):
    """Return the changed paragraph of a redline as it reads once accepted."""
    (paragraph,) = {edit.paragraph for edit in redline.edits}
    return apply_edits(document.paragraphs[paragraph].text, redline.edits)


def test_a_rule_is_made_an_edit_in_the_documents_terms(terms, make_finding, locate):
    finding = make_finding(paragraphs=(1,), located=locate(terms, "may end"), edits=((CURE,),))
    (redline,) = draft(terms, (finding,)).redlines
    assert _after(terms, redline) == terms.paragraphs[1].text.replace(
        "any term.", "any term and Licensee fails to cure the breach within 30 days after notice from Northwind."
    )


@pytest.mark.parametrize(
    ("customer", "vendor", "line", "addition"),
    [
        (
            "you",
            "we",
            "We may end these Terms if you break them.",
            " and you fail to cure the breach within 30 days after notice from us.",
        ),
        (
            "Customer",
            "Provider",
            "The Provider may end these Terms if the Customer does not pay within ten (10) days.",
            " and the Customer fails to cure the breach within thirty (30) days after notice from the Provider.",
        ),
    ],
)
def test_the_same_rule_reads_well_elsewhere(make_document, make_finding, locate, customer, vendor, line, addition):
    document = make_document(line, customer=customer, vendor=vendor)
    finding = make_finding(paragraphs=(0,), located=locate(document, "may end"), edits=((CURE,),))
    (redline,) = draft(document, (finding,)).redlines
    assert _after(document, redline) == line[:-1] + addition


def test_of_a_group_the_first_rule_that_fits_is_used(terms, make_finding, locate):
    rules = (
        EditRule("replace", "not there", "nothing"),
        EditRule("replace", "any term", "a material term"),
        EditRule("replace", "all use", "some use"),
    )
    finding = make_finding(paragraphs=(1,), located=locate(terms, "any term", "all use"), edits=(rules,))
    (redline,) = draft(terms, (finding,)).redlines
    assert "of a material term. Licensee shall then stop all use." in _after(terms, redline)


def test_of_every_group_one_rule_is_used(terms, make_finding, locate):
    groups = ((CURE,), (EditRule("before", "breach", "material"),))
    finding = make_finding(paragraphs=(1,), located=locate(terms, "may end", "breach"), edits=groups)
    (redline,) = draft(terms, (finding,)).redlines
    assert "in material breach of any term and Licensee fails to cure" in _after(terms, redline)
    assert len(redline.edits) == 2


def test_a_rule_does_not_fit_where_its_exception_is_found(terms, make_finding, locate):
    rule = EditRule("replace", "any term", "a material term", unless="stop all use")
    finding = make_finding(
        paragraphs=(1,), located=locate(terms, "any term", "stop all use"), edits=((rule,),), comment="We ask."
    )
    (redline,) = draft(terms, (finding,)).redlines
    assert (redline.edits, redline.anchor) == ((), 1)


def test_words_outside_the_carrying_paragraphs_are_left_alone(terms, make_finding, locate):
    finding = make_finding(paragraphs=(2,), located=locate(terms, "may end"), edits=((CURE,),))
    assert draft(terms, (finding,)).redlines[0].edits == ()


def test_a_missing_clause_is_inserted(terms, make_finding):
    finding = make_finding("aup-change-notice", level="missing", clause=NOTICE)
    (redline,) = draft(terms, (finding,)).redlines
    (new,) = redline.insertions
    assert (new.marker, new.text) == ("4.", "Notice. Northwind shall give Licensee 90 days’ notice.")


def test_a_sentence_is_not_put_after_a_run_in_heading(terms, make_finding, locate):
    rule = EditRule("sentence-after", "Governing Law", "Data stay.")
    finding = make_finding("survival", paragraphs=(2,), located=locate(terms, "Governing Law"), edits=((rule,),))
    (redline,) = draft(terms, (finding,)).redlines
    assert _after(terms, redline) == "Governing Law. The law of Norway governs this Agreement. Data stay."


def test_the_first_sentence_after_a_run_in_heading_gives_up_its_capital(terms, make_finding, locate):
    rule = EditRule("before", "The law", "If nothing else is agreed,")
    finding = make_finding("survival", paragraphs=(2,), located=locate(terms, "The law"), edits=((rule,),))
    (redline,) = draft(terms, (finding,)).redlines
    assert _after(terms, redline).startswith("Governing Law. If nothing else is agreed, the law of Norway governs")


def test_a_clause_is_inserted_where_no_edit_fits(terms, make_finding):
    finding = make_finding(paragraphs=(1,), edits=((CURE,),), clause=NOTICE)
    (redline,) = draft(terms, (finding,)).redlines
    assert (redline.edits, [(new.after, new.marker) for new in redline.insertions]) == ((), [(1, "2A.")])


@pytest.mark.parametrize(("kind", "count"), [("data-processing", 0), ("order-form", 1), ("unknown", 1)])
def test_an_annex_gets_no_clause_or_comment_on_what_its_agreement_deals_with(terms, make_finding, kind, count):
    assert len(draft(terms, (make_finding(paragraphs=(1,), clause=NOTICE),), kind).redlines) == count


@pytest.mark.parametrize(("pack", "count"), [("general-commercial", 0), ("data-protection", 1)])
def test_an_addendum_gets_no_clause_that_every_contract_holds(make_document, make_finding, pack, count):
    document = make_document("1. Use. This Addendum adds to the terms. Licensee may use the Model.")
    finding = make_finding(level="missing", clause=NOTICE)
    finding = replace(finding, clause=replace(finding.clause, pack=pack))
    assert len(draft(document, (finding,), "terms-of-service").redlines) == count


def test_a_note_to_those_who_draft_is_not_edited(make_document, make_finding, locate):
    document = make_document("[Drafting note: Northwind may end this Agreement if Licensee is in breach. Choose one.]")
    finding = make_finding(paragraphs=(0,), located=locate(document, "may end"), edits=((CURE,),), comment="")
    assert draft(document, (finding,)).redlines == ()


def test_an_annex_gets_the_edits_on_what_it_says(terms, make_finding, locate):
    finding = make_finding(paragraphs=(1,), located=locate(terms, "may end"), edits=((CURE,),), clause=NOTICE)
    assert draft(terms, (finding,), "data-processing").redlines[0].edits


def test_no_clause_is_inserted_where_an_edit_fits(terms, make_finding, locate):
    finding = make_finding(paragraphs=(1,), located=locate(terms, "may end"), edits=((CURE,),), clause=NOTICE)
    assert draft(terms, (finding,)).redlines[0].insertions == ()


@pytest.mark.parametrize(("kind", "marker"), [("docx", ""), ("markdown", "4.")])
def test_a_new_item_of_an_automatic_list_has_a_typed_number_where_the_word_file_is_ours(
    make_document, make_finding, kind, marker
):
    document = replace(make_document(*TERMS, automatic=True), kind=kind)
    (redline,) = draft(document, (make_finding(paragraphs=(2,), clause=NOTICE),)).redlines
    assert [new.marker for new in redline.insertions] == [marker]


def test_clauses_at_one_place_are_numbered_on(terms, make_finding):
    law = make_finding("governing-law", paragraphs=(2,), level="preferred", asked=False)
    findings = (
        make_finding("aup-change-notice", level="missing", clause=NOTICE),
        make_finding("survival", level="missing", clause=NewClause("Survival.", ("Data stay.",))),
        law,
    )
    redlines = draft(terms, findings).redlines
    assert [(redline.clause, redline.insertions[0].marker) for redline in redlines] == [
        ("aup-change-notice", "2A."),
        ("survival", "2B."),
    ]


def test_a_new_item_stands_before_a_new_clause_of_the_level_above(make_document, make_finding):
    document = make_document("1. Use. As follows.", "  a. One may copy.", "  b. One may print.")
    findings = (
        make_finding("notices", level="missing", clause=NewClause("Notices.", ("Write to us.",))),
        make_finding("attribution", paragraphs=(2,), clause=NewClause("", ("One may sing.",), after=("attribution",))),
    )
    redlines = draft(document, findings).redlines
    assert [redline.insertions[0].marker for redline in redlines] == ["c.", "2."]


def test_a_comment_is_made_where_nothing_can_be_written(terms, make_finding):
    finding = make_finding(paragraphs=(1, 2), comment="{customer} asks for time.")
    (redline,) = draft(terms, (finding,)).redlines
    assert (redline.comment, redline.anchor) == (Comment("Licensee asks for time."), 1)


def test_a_comment_alone_stands_where_the_clause_is_clearest(terms, make_finding):
    finding = make_finding(paragraphs=(1, 2), comment="We ask for time.")
    first, second = finding.reading.matches
    reading = replace(finding.reading, matches=(replace(first, score=0.7), second))
    (redline,) = draft(terms, (replace(finding, reading=reading),)).redlines
    assert redline.anchor == 2


def test_a_clause_we_can_live_with_gets_neither_a_new_clause_nor_a_comment_alone(terms, make_finding):
    finding = make_finding(paragraphs=(1,), level="fallback", edits=((CURE,),), clause=NOTICE)
    assert draft(terms, (finding,)).redlines == ()


def test_a_missing_clause_without_wording_makes_no_redline(terms, make_finding):
    assert draft(terms, (make_finding(level="missing"),)).redlines == ()


def test_nothing_is_drafted_for_what_is_not_asked(terms, make_finding):
    findings = (
        make_finding(paragraphs=(1,), level="preferred", note="Fine."),
        make_finding("notices", paragraphs=(1,), asked=False, note="Leave it to {vendor:object}."),
    )
    drafts = draft(terms, findings)
    assert drafts.redlines == ()
    assert drafts.notes == (("notices", Note("Leave it to Northwind.")),)


def test_an_unfilled_slot_blocks_the_change_and_is_told(terms, make_finding, locate):
    rule = EditRule("sentence-end", "may end", "or of {policy}")
    finding = make_finding(paragraphs=(1,), located=locate(terms, "may end"), edits=((rule,),), clause=NOTICE)
    drafts = draft(terms, (finding,))
    assert drafts.redlines == ()
    (problem,) = drafts.problems
    assert problem.startswith("Termination for breach: no change was drafted, ")
    assert problem.endswith("the document does not give the name of the acceptable use policy.")


def test_an_unfilled_slot_of_a_new_clause_blocks_it(make_document, make_finding):
    document = make_document("1. Use. Anyone may copy it.", vendor="")
    drafts = draft(document, (make_finding(level="missing", clause=NOTICE),))
    assert drafts.redlines == ()
    assert drafts.problems[0].endswith("because the document does not give the name of the vendor.")


def test_an_unfilled_slot_of_a_note_leaves_the_note_out(terms, make_finding):
    drafts = draft(terms, (make_finding(paragraphs=(1,), note="See {policy}."),))
    assert drafts.notes == ()
    assert "internal note" in drafts.problems[0]


def test_a_slot_that_does_not_exist_is_an_error(terms, make_finding):
    with pytest.raises(ValueError, match="no slot"):
        draft(terms, (make_finding(paragraphs=(1,), comment="{licensor} must wait."),))


def test_of_two_changes_to_the_same_words_the_severer_is_made(terms, make_finding, locate):
    located = locate(terms, "any term")
    low = make_finding(
        "notices",
        paragraphs=(1,),
        located=located,
        severity="low",
        edits=((EditRule("replace", "any term", "its terms"),),),
    )
    high = make_finding(
        "survival", paragraphs=(1,), located=located, edits=((EditRule("replace", "any term", "a material term"),),)
    )
    drafts = draft(terms, (low, high))
    assert {redline.clause: len(redline.edits) for redline in drafts.redlines} == {"notices": 0, "survival": 1}
    assert drafts.problems == (
        "Notices: only a comment was made at 2, because the change for Survival concerns the same words.",
    )


def test_the_same_change_is_made_once(terms, make_finding, locate):
    located = locate(terms, "any term")
    rule = EditRule("replace", "any term", "a material term")
    findings = tuple(
        make_finding(clause, paragraphs=(1,), located=located, edits=((rule,),)) for clause in ("notices", "survival")
    )
    drafts = draft(terms, findings)
    assert sorted(len(redline.edits) for redline in drafts.redlines) == [0, 1]
    assert drafts.problems == ()


def test_sentences_of_two_findings_may_follow_one_another(terms, make_finding, locate):
    located = locate(terms, "all use")
    findings = tuple(
        make_finding(clause, paragraphs=(1,), located=located, edits=((EditRule("sentence-after", "all use", text),),))
        for clause, text in (("notices", "Data stay."), ("survival", "Copies go."))
    )
    redlines = draft(terms, findings).redlines
    edits = [edit for redline in redlines for edit in redline.edits]
    assert apply_edits(terms.paragraphs[1].text, edits).endswith("stop all use. Data stay. Copies go.")


def test_redlines_stand_in_the_order_of_the_document(terms, make_finding, locate):
    findings = (
        make_finding("notices", level="missing", clause=NOTICE),
        make_finding("survival", paragraphs=(2,)),
        make_finding(paragraphs=(1,), located=locate(terms, "may end"), edits=((CURE,),)),
    )
    assert [redline.clause for redline in draft(terms, findings).redlines] == [
        "termination-for-breach",
        "survival",
        "notices",
    ]


def test_sections_of_other_clauses_are_cited(make_document, make_finding):
    document = make_document(*TERMS[:2], "3. Law. Section 2 lives on.")
    findings = (
        make_finding("term-renewal", paragraphs=(1,), heading=("term*",), level="preferred", asked=False),
        make_finding(level="missing", clause=NewClause("", ("Nothing in {section:term-renewal} changes this.",))),
    )
    (redline,) = draft(document, findings).redlines
    assert redline.insertions[0].text.endswith("Nothing in Section 2 changes this.")


def test_the_same_findings_give_the_same_drafts(terms, make_finding, locate):
    findings = (make_finding(paragraphs=(1,), located=locate(terms, "may end"), edits=((CURE,),)),)
    assert draft(terms, findings) == draft(terms, findings)


def test_where_all_text_stands_outside_the_body_no_clause_is_put_and_that_is_said(terms, make_finding):
    boxed = replace(terms, paragraphs=tuple(replace(each, story="text-box") for each in terms.paragraphs))
    drafted = draft(boxed, (make_finding(level="missing", clause=NOTICE),))
    assert drafted.redlines == ()
    assert drafted.problems == (
        "Termination for breach: no clause was drafted, because all text of the document stands outside its body.",
    )


def test_a_redline_says_which_paragraphs_its_new_clause_cites(terms, make_finding):
    findings = (
        make_finding("term-renewal", paragraphs=(1,), heading=("term*",), asked=False),
        make_finding(level="missing", clause=NewClause("", ("Nothing in {section:term-renewal} changes this.",))),
    )
    assert draft(terms, findings).redlines[0].citations == (Citation("Section 2", "2", 1),)


def test_a_redline_says_which_paragraphs_its_edits_cite(terms, make_finding, locate):
    rule = EditRule("sentence-end", "may end", "subject to {section:governing-law}")
    findings = (
        make_finding(paragraphs=(1,), located=locate(terms, "may end"), edits=((rule,),)),
        make_finding("governing-law", paragraphs=(2,), heading=("[governing] law",), asked=False),
    )
    assert draft(terms, findings).redlines[0].citations == (Citation("Section 3", "3", 2),)


def test_what_we_cite_ourselves_keeps_its_automatic_number(make_document, make_finding):
    document = make_document(*TERMS, automatic=True)
    cites = NewClause("New.", ("{section:governing-law} stays.",), after=("term-renewal",))
    findings = (
        make_finding("term-renewal", paragraphs=(1,), heading=("term*",), asked=False),
        make_finding("governing-law", paragraphs=(2,), heading=("[governing] law",), asked=False),
        make_finding(level="missing", clause=cites),
    )
    assert draft(document, findings).redlines[0].insertions[0].after == 2


def test_the_share_of_words_rewritten_is_told(terms, make_finding, locate):
    rule = EditRule("replace", "Licensee may", "you can")
    finding = make_finding(paragraphs=(0,), located=locate(terms, "Licensee may"), edits=((rule,),))
    assert draft(terms, (finding,)).redlines[0].rewritten == pytest.approx(4 / 24)


def test_a_new_clause_rewrites_nothing(terms, make_finding):
    assert draft(terms, (make_finding(level="missing", clause=NOTICE),)).redlines[0].rewritten == 0


OPTIONAL = NewClause("", ("All stays[, but for {section:term-renewal}].",))


def test_words_with_a_citation_are_left_out_where_nothing_can_be_cited(terms, make_finding):
    (redline,) = draft(terms, (make_finding(level="missing", clause=OPTIONAL),)).redlines
    assert redline.insertions[0].text.endswith("All stays.")
    assert redline.citations == ()


def test_a_clause_that_stands_under_another_title_is_not_cited(terms, make_finding):
    findings = (
        make_finding("term-renewal", paragraphs=(1,), heading=("renewal",), asked=False),
        make_finding(level="missing", clause=OPTIONAL),
    )
    assert draft(terms, findings).redlines[0].citations == ()


def test_a_clause_of_several_parts_is_cited_as_their_section(make_document, make_finding):
    document = make_document("1. Term. As follows.", "  1.1 It lasts a year.", "  1.2 It renews.", "2. Law. Norway's.")
    findings = (
        make_finding("term-renewal", paragraphs=(1, 2), heading=("term",), asked=False),
        make_finding(level="missing", clause=OPTIONAL),
    )
    assert draft(document, findings).redlines[0].citations == (Citation("Section 1", "1", 0),)


AROUND_A_TABLE = (
    "1. Use. As Section 2 says.",
    "| Northwind is liable for ten crowns.",
    "2. Law. The law of Norway governs.",
)


BROKEN = "Liability cap: the new clause changes the number 2; correct it at 1, or decline the clause."


@pytest.mark.parametrize(("automatic", "problems"), [(False, ()), (True, (BROKEN,))], ids=["typed", "automatic"])
def test_a_number_that_is_pushed_on_although_it_is_cited_is_told(make_document, make_finding, automatic, problems):
    document = make_document(*AROUND_A_TABLE, automatic=automatic)
    finding = make_finding("liability-cap", paragraphs=(1,), clause=NewClause("New.", ("All is well.",)))
    assert draft(document, (finding,)).problems == problems
