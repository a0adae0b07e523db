from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from app.errors import ExportError
from app.export.memo import verdict_phrase, write_internal_memo
from app.export.template import fill_template
from app.model.clause import Test
from app.model.forms import FormChange, RecognisedForm, Recognition, StandardForm
from app.model.guidance import ComparisonTable, Measure, Occasion
from app.model.profile import GroupCompany
from app.model.review import Related
from app.model.span import Place, Span
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.planning.plan import make_plan
from app.service.cost import cost_worksheet

WHEN = date(2026, 11, 21)


def internal_memo(review, author="A"):
    """Return the memo of `review` and its plan."""
    return write_internal_memo(review, make_plan(review, when=WHEN), author=author)


@pytest.fixture
def lines(review, tmp_path):
    """Give the text of every paragraph of the memo, tables included."""
    package = open_package(internal_memo(review, author="A. Reviewer"), tmp_path)
    return [read_text(p).text for p in paragraphs_of(package.tree(package.main))]


def memo_lines(review, tmp_path):
    """Return the text of every paragraph of the memo of `review`."""
    package = open_package(internal_memo(review), tmp_path)
    return [read_text(p).text for p in paragraphs_of(package.tree(package.main))]


def section(lines, heading, following):
    """Return the lines from one heading to another; both may also be labels on the first page."""
    rest = lines[lines.index("Findings") :]
    return rest[rest.index(heading) : rest.index(following)]


def body_of(data):
    return docx.Document(BytesIO(data)).element.body


def test_the_first_page_names_document_author_date_and_profile(lines):
    first = lines[: lines.index("Negotiation plan")]
    assert "Heron Model Licence" in first
    assert "21 November 2026, A. Reviewer" in first
    assert any(line.startswith("Profilemarker: commercial use by customers; at home in the EU") for line in first)


def test_the_first_page_has_the_verdict_and_the_counts_by_severity(lines):
    first = lines[: lines.index("Issues")]
    verdict = (
        "Do not accept as it stands: 1 clause stands at our walk-away position and 1 protection is missing. "
        "We propose wording on 2 points."
    )
    assert verdict in first
    labels = first.index("Critical")
    assert [first[labels + 2 * place - 1] for place in range(6)] == ["1", "1", "0", "0", "1", "1"]


def test_not_legal_advice_is_said_once(lines):
    assert sum("legal advice" in line for line in lines) == 1


def issue(lines, number):
    """Return the cells of the issue with this number."""
    start = lines.index("Walk-away (waived by)") + 1
    return lines[lines.index(number, start) :]


def test_an_issue_has_number_priority_clause_place_owner_ask_and_limits_with_who_agrees(lines):
    assert issue(lines, "1")[:8] == [
        "1",
        "Critical",
        "Termination for breach",
        "Section 1",
        "Walk-away · Ownermarker",
        "Askmarker: thirty days to cure.",
        "Fallbackmarker: 15 days (Ownermarker)",
        "Walkawaymarker: ends at once (Ownermarker)",
    ]


def test_the_worst_finding_comes_first_whatever_the_order_of_the_library(review, tmp_path):
    turned = replace(review, findings=tuple(reversed(review.findings)))
    assert issue(memo_lines(turned, tmp_path), "1")[2] == "Termination for breach"


def test_the_clause_is_shown_with_real_tracked_changes(review):
    body = body_of(internal_memo(review, author="A. Reviewer"))
    deleted = ["".join(t.text for t in change.iter(w("delText"))) for change in body.iter(w("del"))]
    inserted = ["".join(t.text for t in change.iter(w("t"))) for change in body.iter(w("ins"))]
    assert deleted == [" at once"]
    assert inserted[0] == " and fails to cure it within 30 days"
    assert {change.get(w("author")) for change in body.iter(w("ins"), w("del"))} == {"A. Reviewer"}


@pytest.mark.parametrize(("share", "said"), [(0.123, "12 %"), (0.001, "1 %"), (1.0, "100 %")])
def test_the_memo_says_how_much_of_the_clause_is_written_anew(review, share, said):
    rewritten = replace(review, redlines=(replace(review.redlines[0], rewritten=share),))
    assert f"({said} of the clause rewritten)" in "".join(body_of(internal_memo(rewritten, author="A")).itertext())


def test_a_clause_of_which_nothing_is_rewritten_has_no_share(lines):
    assert "rewritten" not in " ".join(lines)


def test_each_position_shows_words_fact_test_and_result(lines):
    assert "Preferred, not met: Notice and 30 days to cure. “at once” (1) → cure days: 0 → at least 30" in lines
    assert "Walk-away, stands here: Walkawaymarker: ends at once. It is what meets no position above." in lines


def test_of_a_nice_to_have_the_positions_between_are_left_to_the_workbook(review, tmp_path):
    first = review.findings[0]
    clause = replace(first.clause, severity="low")
    lesser = replace(review, findings=(replace(first, clause=clause, severity="low"), *review.findings[1:]))
    lines = memo_lines(lesser, tmp_path)
    assert any(line.startswith("Preferred, not met") for line in lines)
    assert not any(line.startswith("Fallback, not met") for line in lines)


def test_a_disputed_claim_stands_beside_what_the_licence_texts_say(lines):
    topics = section(lines, "Open questions and claims that disagree", "Not covered by the clause library")
    assert topics[-3:] == [
        "Termination for breach",
        "A guide (disputed): Claimmarker: ends by itself",
        "Textmarker: it may be ended",
    ]


def test_reasons_note_and_sources_are_given(lines):
    assert (
        "Why. Rationalemarker: production depends on it. Internal note. Notemarker: 15 days will do. "
        "Sources. Sourcemarker, page 3."
    ) in lines


def test_a_missing_clause_has_its_ready_text_and_place(lines):
    missing = section(lines, "Missing clauses", "Not covered by the clause library")
    assert "New, after Section 3" in missing
    assert "4. Notice. The Provider gives 90 days' notice of a change." in missing


def test_clauses_in_order_and_not_applicable_are_listed_with_the_reason(lines):
    assert "Whymarker: our law." in section(lines, "In order", "Not applicable")
    assert "Fees: Whymarker: free. " in section(lines, "Not applicable", "Not checked")


def test_the_memo_says_what_was_not_checked(lines):
    limits = section(lines, "Not checked", "Receipt")
    assert "–\tNotcheckedmarker: a picture on page 2." in limits
    assert "–\tPolicies and other documents that the text incorporates by link." in limits


def test_what_states_no_rule_and_is_about_nothing_in_the_library_is_counted_apart(review, tmp_path):
    lines = memo_lines(replace(review, uncovered=()), tmp_path)
    said = (
        "1 other paragraph was read but holds no clause type of the library, nor words of a duty or right: Section 3."
    )
    assert f"–\t{said}" in section(lines, "Not checked", "Receipt")


def test_what_is_listed_as_not_covered_is_not_told_twice(lines):
    assert "other paragraph" not in " ".join(section(lines, "Not checked", "Receipt"))


def test_what_the_library_does_not_cover_is_listed_with_place_matter_and_first_words(lines):
    uncovered = section(lines, "Not covered by the clause library", "In order")
    words = "Rules. The Customer shall follow the Rules at heron.example, which may change. They bind at once."
    assert uncovered[uncovered.index("First words") + 1 :] == ["Section 3", "Duty", words]


def test_at_most_forty_rows_of_it_are_shown_and_the_rest_is_counted(review, tmp_path):
    lines = memo_lines(replace(review, uncovered=review.uncovered * 47), tmp_path)
    uncovered = section(lines, "Not covered by the clause library", "In order")
    assert uncovered.count("Section 3") == 40
    assert uncovered[-1] == "and 7 more"


def test_a_document_that_the_library_covers_says_so(review, tmp_path):
    lines = memo_lines(replace(review, uncovered=()), tmp_path)
    uncovered = section(lines, "Not covered by the clause library", "In order")
    assert uncovered[1:] == ["Every operative paragraph is explained by a clause type."]


def test_a_carve_out_elsewhere_stands_with_its_finding(lines):
    at = lines.index("Words elsewhere that bear on it")
    said = "–\tException, Section 3, Relatedmarker: takes something out of 1: Rules."
    assert lines[at + 1] == said


def with_related(review, *related):
    first = replace(review.findings[0], reading=replace(review.findings[0].reading, related=related))
    return replace(review, findings=(first, *review.findings[1:]))


def test_carve_outs_stand_before_definitions_three_are_shown_and_the_rest_is_counted(review, tmp_path):
    definitions = tuple(Related("definition", Place(3, Span(0, n + 1)), 1, f"defines {n}") for n in range(6))
    carve_out = Related("exception", Place(2, Span(0, 3)), 1, "limits it")
    lines = memo_lines(with_related(review, *definitions, carve_out), tmp_path)
    at = lines.index("Words elsewhere that bear on it")
    assert [line.split(",")[0] for line in lines[at + 1 : at + 4]] == ["–\tException"] + ["–\tDefinition"] * 2
    assert lines[at + 4] == "–\tand 4 more such places"


@pytest.mark.parametrize("kind", ["lead-in", "item", "reference"])
def test_words_elsewhere_that_change_no_answer_are_left_to_the_window(review, tmp_path, kind):
    lines = memo_lines(with_related(review, Related(kind, Place(3, Span(0, 4)), 1, "Elsewhere")), tmp_path)
    assert "Words elsewhere that bear on it" not in lines


def test_a_value_that_the_words_do_not_say_plainly_is_derived(lines):
    at = lines.index("How values follow from the words")
    assert lines[at + 1] == "–\tcure days, 0: Derivationmarker: at once counts as 0 days (1)"


def test_a_finding_whose_values_stand_in_the_words_derives_nothing(review, tmp_path):
    reading = review.findings[0].reading
    plain = replace(reading, facts=tuple(replace(fact, derivation="") for fact in reading.facts))
    first = replace(review.findings[0], reading=plain)
    lines = memo_lines(replace(review, findings=(first, *review.findings[1:])), tmp_path)
    assert "How values follow from the words" not in lines


def test_the_receipt_has_the_hashes(lines, review):
    assert review.document.sha256 in lines
    assert "c" * 64 in lines
    assert "d" * 64 in lines


def test_a_review_without_departures_is_acceptable(review):
    fine = replace(review, findings=review.findings[2:], redlines=())
    assert verdict_phrase(fine) == "Acceptable as it stands: no clause departs from our positions."
    assert internal_memo(fine, author="A")


def test_the_same_review_gives_the_same_bytes(review):
    first, second = (internal_memo(review) for _ in range(2))
    assert first == second


def test_the_memo_bears_the_given_date_and_author_and_nothing_of_this_machine(review):
    data = internal_memo(review, author="A. Reviewer")
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by) == ("A. Reviewer", "A. Reviewer")
    assert properties.created.date() == properties.modified.date() == WHEN
    assert {member.date_time for member in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_words_that_look_like_template_tags_or_markup_are_printed_as_they_are(review, tmp_path):
    finding = replace(review.findings[0], why="{{ author }} <b>&\x0c {% if %}")
    package = open_package(internal_memo(replace(review, findings=(finding,)), author="A"), tmp_path)
    lines = [read_text(p).text for p in paragraphs_of(package.tree(package.main))]
    assert "{{ author }} <b>&\ufffd {% if %}" in lines


def test_a_template_that_asks_for_something_unknown_is_named(tmp_path):
    template = docx.Document()
    template.add_paragraph("{{ nonsense }}")
    template.save(tmp_path / "memo.docx")
    with pytest.raises(ExportError, match=r"memo\.docx: the template cannot be used \('nonsense' is undefined\)"):
        fill_template(tmp_path / "memo.docx", {}, title="T", author="A", when=WHEN)


def test_every_table_repeats_its_head_and_keeps_its_rows_whole(review):
    body = body_of(internal_memo(review))
    styled = [table for table in body.iter(w("tbl")) if table.find(f".//{w('tblStyle')}") is not None]
    assert len(styled) == 9
    assert all(table.find(w("tr")).find(f".//{w('tblHeader')}") is not None for table in styled)


def test_a_note_that_was_left_out_of_the_draft_is_left_out_of_the_memo(review, tmp_path):
    package = open_package(internal_memo(replace(review, notes=()), author="A"), tmp_path)
    text = "\n".join(read_text(p).text for p in paragraphs_of(package.tree(package.main)))
    assert "Internal note" not in text
    assert "Never printed" not in text


def test_a_title_that_word_cannot_hold_as_a_property_is_cut_and_cleaned(review):
    titled = replace(review, document=replace(review.document, title="A \x01 title " * 40))
    data = internal_memo(titled, author="Author " * 50)
    properties = docx.Document(BytesIO(data)).core_properties
    assert properties.title == ("Negotiation memo: " + "A \ufffd title " * 40)[:255]
    assert properties.author == ("Author " * 50)[:255]


def test_the_first_page_has_what_weighs_most_what_to_do_next_and_a_verdict_for_each_layer(lines):
    first = lines[: lines.index("Negotiation plan")]
    assert first[first.index("What weighs most") :][5:9] == [
        "1",
        "Critical",
        "Termination for breach (1)",
        "Whymarker: ends at once.",
    ]
    assert "–\tHave the sponsor agree that we do not sign without points 1 and 2." in first
    assert first[first.index("Verdict by layer") :][4:6] == ["Model licence", "Do not accept as it stands"]


def test_the_plan_names_stages_approvals_and_risks(lines):
    rounds = section_of(lines, "Negotiation plan", "Issues")
    assert "1. Must-haves on which vendors move" in rounds
    assert "1 Termination for breach; 2 Notice of rule changes" in rounds
    assert "1 Termination for breach; 2 Notice of rule changes" in section_of(lines, "Approvals", "Risk register")
    assert f"{review_hash(lines)}-termination-for-breach" in lines


def section_of(lines, heading, following):
    return lines[lines.index(heading) : lines.index(following)]


def review_hash(lines):
    """Return the beginning of the document's hash, as ids of risks bear it."""
    return lines[lines.index("Document, SHA-256") + 1][:4].upper()


def guided(review, **guidance):
    """Return `review` with a library that gives advice."""
    return replace(review, library=replace(review.library, **guidance))


MEASURE = Measure("stop", "incident", "Stop", "Switch it off.", "Because.", "Engineering", "at once", Occasion())


def test_an_incident_plan_counts_its_steps(review, tmp_path):
    lines = memo_lines(guided(review, measures=(MEASURE,)), tmp_path)
    assert section_of(lines, "Incident plan", "Open questions and claims that disagree")[5:] == [
        "1",
        "Stop. Switch it off.",
        "at once",
        "Engineering",
    ]


def test_measures_of_one_purpose_stand_under_their_title(review, tmp_path):
    lines = memo_lines(guided(review, measures=(replace(MEASURE, purpose="control"),)), tmp_path)
    assert lines[lines.index("Compliance and controls") + 1] == "Technical controls"
    assert "Incident plan" not in lines


def test_our_own_way_is_marked_in_a_comparison(review, tmp_path):
    ours = Test("profile", "hosting", "is", "self-hosted")
    table = ComparisonTable("t", "Ways", ("Factor", "Own", "Cloud"), (("Data", "ours", "theirs"),), (), Occasion())
    marked = replace(table, ours=((ours,), (replace(ours, operand="saas"),)))
    lines = memo_lines(guided(review, tables=(marked,)), tmp_path)
    assert lines[lines.index("Ways") + 1 :][:3] == ["Factor", "Own  ·  our case", "Cloud"]


def test_the_count_of_users_is_shown_where_the_profile_names_companies(review, tmp_path):
    group = (GroupCompany("Heron", "licensee", users_at_release=10, users_now=20),)
    lines = memo_lines(replace(review, profile=replace(review.profile, group=group)), tmp_path)
    users = section_of(lines, "Count of users", "What would change the answer")
    assert users[7:12] == ["Heron", "counts: the licensee itself", "10", "20", "0"]


def test_what_is_optional_leaves_no_heading(lines):
    assert not {"Count of users", "Costs", "Incident plan", "How it compares", "Obligations"} & set(lines)


def test_costs_stand_in_the_memo_where_they_were_worked_out(review, tmp_path):
    data = write_internal_memo(review, make_plan(review, when=WHEN), author="A", costs=cost_worksheet(None))
    package = open_package(data, tmp_path)
    lines = [read_text(p).text for p in paragraphs_of(package.tree(package.main))]
    costs = section_of(lines, "Costs", "Approvals")
    assert costs[6:10] == [
        "Machines of our own",
        "USD 22,500 to 39,500 per month",
        "USD 270,000 to 474,000 per year",
        "–",
    ]
    assert any(
        line.startswith("–\tDoes not follow: 500,000 requests a day cost about $6,750 a month") for line in costs
    )


def test_the_heading_and_the_words_of_a_new_clause_stand_in_one_passage(review, tmp_path):
    asked = review.redlines[1]
    heading = replace(asked.insertions[0], text="Changes", marker="")
    both = replace(review, redlines=(review.redlines[0], replace(asked, insertions=(heading, *asked.insertions))))
    lines = memo_lines(both, tmp_path)
    assert lines.count("New, after Section 3") == 1


def test_of_a_low_point_the_reasons_are_left_to_the_workbook(review, tmp_path):
    lesser = tuple(replace(finding, severity="low") for finding in review.findings[:2])
    lines = memo_lines(replace(review, findings=(*lesser, *review.findings[2:])), tmp_path)
    assert not any(line.startswith("Why. ") for line in lines)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((), "Heron 2 Licence, Heron, of 3 March 2025: word for word"),
        ((FormChange("changed", 1, None, "1", 4),), "Heron 2 Licence, Heron, of 3 March 2025: changed in 1 place"),
    ],
)
def test_the_licence_map_names_the_standard_form_and_whether_it_was_changed(review, tmp_path, changes, said):
    form = StandardForm("heron-2", "Heron 2 Licence", "model-licence", "Heron", (), effective=date(2025, 3, 3))
    recognised = Recognition((RecognisedForm(form, 0, 4, 1.0, changes),))
    lines = memo_lines(replace(review, recognised=recognised), tmp_path)
    assert lines[lines.index("Standard form") + 1] == said
