from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from app.errors import ExportError
from app.export.memo import verdict_phrase, write_internal_memo
from app.export.template import fill_template
from app.model.review import Related
from app.model.span import Place, Span
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text

WHEN = date(2026, 11, 21)


@pytest.fixture
def lines(review, tmp_path):
    """Give the text of every paragraph of the memo, tables included."""
    package = open_package(write_internal_memo(review, when=WHEN, author="A. Reviewer"), tmp_path)
    return [read_text(p).text for p in paragraphs_of(package.tree(package.main))]


def memo_lines(review, tmp_path):
    """Return the text of every paragraph of the memo of `review`."""
    package = open_package(write_internal_memo(review, when=WHEN, author="A"), tmp_path)
    return [read_text(p).text for p in paragraphs_of(package.tree(package.main))]


def section(lines, heading, following):
    """Return the lines from one heading to another; both may also be labels on the first page."""
    rest = lines[lines.index("Findings") :]
    return rest[rest.index(heading) : rest.index(following)]


def body_of(data):
    return docx.Document(BytesIO(data)).element.body


def test_the_first_page_names_document_author_date_and_profile(lines):
    first = lines[: lines.index("Issues")]
    assert "Heron Model Licence" in first
    assert "21 November 2026, A. Reviewer" in first
    assert any(line.startswith("Profilemarker: commercial use by customers; at home in EU") for line in first)


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


def test_an_issue_has_priority_clause_place_words_ask_limits_and_owner(lines):
    start = lines.index("Owner") + 1
    assert lines[start : start + 9] == [
        "Critical",
        "Walk-away",
        "Termination for breach",
        "Section 1",
        "“The Provider may terminate this licence at once if the Customer is in breach of it.”",
        "Askmarker: thirty days to cure.",
        "Fallbackmarker: 15 days",
        "Walkawaymarker: ends at once",
        "Ownermarker",
    ]


def test_the_worst_finding_comes_first_whatever_the_order_of_the_library(review, tmp_path):
    turned = replace(review, findings=tuple(reversed(review.findings)))
    package = open_package(write_internal_memo(turned, when=WHEN, author="A"), tmp_path)
    lines = [read_text(p).text for p in paragraphs_of(package.tree(package.main))]
    assert lines[lines.index("Owner") + 3] == "Termination for breach"


def test_the_clause_is_shown_with_real_tracked_changes(review):
    body = body_of(write_internal_memo(review, when=WHEN, author="A. Reviewer"))
    deleted = ["".join(t.text for t in change.iter(w("delText"))) for change in body.iter(w("del"))]
    inserted = ["".join(t.text for t in change.iter(w("t"))) for change in body.iter(w("ins"))]
    assert deleted == [" at once"]
    assert inserted[0] == " and fails to cure it within 30 days"
    assert {change.get(w("author")) for change in body.iter(w("ins"), w("del"))} == {"A. Reviewer"}


@pytest.mark.parametrize(("share", "said"), [(0.123, "12 %"), (0.001, "1 %"), (1.0, "100 %")])
def test_the_memo_says_how_much_of_the_clause_is_written_anew(review, share, said):
    rewritten = replace(review, redlines=(replace(review.redlines[0], rewritten=share),))
    assert f"({said} of the clause rewritten)" in "".join(
        body_of(write_internal_memo(rewritten, when=WHEN, author="A")).itertext()
    )


def test_a_clause_of_which_nothing_is_rewritten_has_no_share(lines):
    assert "rewritten" not in " ".join(lines)


def test_each_position_shows_words_fact_test_and_result(lines):
    assert "“at once” (1) → cure days: 0 → at least 30: not met" in lines
    assert "Stands here" in lines


def test_a_disputed_claim_stands_beside_what_the_licence_texts_say(lines):
    claim = lines.index("–\tA guide (disputed): Claimmarker: ends by itself")
    assert lines[claim + 1] == "Licence texts: Textmarker: it may be ended"


def test_reasons_comment_note_and_sources_are_given(lines):
    assert "Why. Rationalemarker: production depends on it." in lines
    assert "To the counterparty. We ask for time to put a breach right." in lines
    assert "Internal note. Notemarker: 15 days will do." in lines
    assert "Sources. Sourcemarker, page 3" in lines


def test_a_missing_clause_has_its_ready_text_and_place(lines):
    missing = section(lines, "Missing clauses", "Not covered by the clause library")
    assert "New, after Section 3" in missing
    assert "4. Notice. The Provider gives 90 days' notice of a change." in missing


def test_clauses_in_order_and_not_applicable_are_listed_with_the_reason(lines):
    assert "Whymarker: our law." in section(lines, "In order", "Not applicable")
    assert "Whymarker: free." in section(lines, "Not applicable", "Not checked")


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


def test_carve_outs_stand_before_definitions_five_are_shown_and_the_rest_is_counted(review, tmp_path):
    definitions = tuple(Related("definition", Place(3, Span(0, n + 1)), 1, f"defines {n}") for n in range(6))
    carve_out = Related("exception", Place(2, Span(0, 3)), 1, "limits it")
    lines = memo_lines(with_related(review, *definitions, carve_out), tmp_path)
    at = lines.index("Words elsewhere that bear on it")
    assert [line.split(",")[0] for line in lines[at + 1 : at + 6]] == ["–\tException"] + ["–\tDefinition"] * 4
    assert lines[at + 6] == "–\tand 2 more such places"


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
    assert write_internal_memo(fine, when=WHEN, author="A")


def test_the_same_review_gives_the_same_bytes(review):
    first, second = (write_internal_memo(review, when=WHEN, author="A") for _ in range(2))
    assert first == second


def test_the_memo_bears_the_given_date_and_author_and_nothing_of_this_machine(review):
    data = write_internal_memo(review, when=WHEN, author="A. Reviewer")
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by) == ("A. Reviewer", "A. Reviewer")
    assert properties.created.date() == properties.modified.date() == WHEN
    assert {member.date_time for member in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_words_that_look_like_template_tags_or_markup_are_printed_as_they_are(review, tmp_path):
    finding = replace(review.findings[0], why="{{ author }} <b>&\x0c {% if %}")
    package = open_package(write_internal_memo(replace(review, findings=(finding,)), when=WHEN, author="A"), tmp_path)
    lines = [read_text(p).text for p in paragraphs_of(package.tree(package.main))]
    assert "{{ author }} <b>&\ufffd {% if %}" in lines


def test_a_template_that_asks_for_something_unknown_is_named(tmp_path):
    template = docx.Document()
    template.add_paragraph("{{ nonsense }}")
    template.save(tmp_path / "memo.docx")
    with pytest.raises(ExportError, match=r"memo\.docx: the template cannot be used \('nonsense' is undefined\)"):
        fill_template(tmp_path / "memo.docx", {}, title="T", author="A", when=WHEN)


def test_every_table_repeats_its_head_and_keeps_its_rows_whole(review):
    body = body_of(write_internal_memo(review, when=WHEN, author="A"))
    styled = [table for table in body.iter(w("tbl")) if table.find(f".//{w('tblStyle')}") is not None]
    assert len(styled) == 5
    assert all(table.find(w("tr")).find(f".//{w('tblHeader')}") is not None for table in styled)


def test_a_note_that_was_left_out_of_the_draft_is_left_out_of_the_memo(review, tmp_path):
    package = open_package(write_internal_memo(replace(review, notes=()), when=WHEN, author="A"), tmp_path)
    text = "\n".join(read_text(p).text for p in paragraphs_of(package.tree(package.main)))
    assert "Internal note" not in text
    assert "Never printed" not in text


def test_a_title_that_word_cannot_hold_as_a_property_is_cut_and_cleaned(review):
    titled = replace(review, document=replace(review.document, title="A \x01 title " * 40))
    data = write_internal_memo(titled, when=WHEN, author="Author " * 50)
    properties = docx.Document(BytesIO(data)).core_properties
    assert properties.title == ("Negotiation memo: " + "A \ufffd title " * 40)[:255]
    assert properties.author == ("Author " * 50)[:255]
