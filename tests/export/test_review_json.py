import json
from dataclasses import replace

from app.export.review_json import review_json, review_record
from app.model.kind import DocumentKind
from app.model.matter import Decision, Outcome, OwnWords, Standing
from app.model.redline import Redline
from app.model.span import Place, Span


def test_the_record_has_the_keys_of_schema_1_in_their_order(review):
    record = review_record(review)
    assert list(record) == [
        "schema",
        "aim",
        "receipt",
        "document",
        "kind",
        "packs",
        "recognised",
        "paragraphs",
        "matches",
        "findings",
        "not_checked",
        "not_covered",
    ]
    assert record["schema"] == 1


def test_what_the_document_is_comes_with_the_words_that_say_so(review):
    kind = DocumentKind("model-licence", "Kite License", Place(1, Span(0, 12)), "It calls itself “Kite License”.")
    assert review_record(replace(review, kind=kind))["kind"] == {
        "type": "model-licence",
        "name": "Kite License",
        "paragraph": 1,
        "why": "It calls itself “Kite License”.",
    }
    assert review_record(review)["kind"] == {"type": "model-licence", "name": "", "paragraph": None, "why": ""}


def test_a_fact_gives_its_place_and_how_it_follows_from_the_words(review):
    assert review_record(review)["findings"][0]["read"] == [
        {
            "key": "cure_days",
            "value": 0,
            "place": {"paragraph": 1, "start": 53, "end": 60},
            "derivation": "Derivationmarker: at once counts as 0 days",
        }
    ]


def test_words_elsewhere_that_bear_on_a_clause_are_given_with_what_ties_them(review):
    assert review_record(review)["findings"][0]["related"] == [
        {
            "kind": "exception",
            "place": {"paragraph": 3, "start": 0, "end": 4},
            "bears_on": 1,
            "why": "Relatedmarker: takes something out of 1",
        }
    ]


def test_operative_paragraphs_that_no_clause_type_explains_are_listed(review):
    assert review_record(review)["not_covered"] == [{"paragraph": 3, "about": ["duty"], "evidence": [[0, 4]]}]


def test_the_receipt_names_document_library_profile_and_program(review):
    assert review_record(review)["receipt"] == {
        "document_sha256": review.document.sha256,
        "library": f"Librarymarker sha256:{'c' * 64}",
        "library_effective": None,
        "profile_sha256": "d" * 64,
        "program": "counterdraft 0.1.0",
    }


def test_the_document_says_path_kind_title_pages_and_parties(review):
    assert review_record(review)["document"] == {
        "path": "heron.txt",
        "attachment": "",
        "kind": "text",
        "title": "Heron Model Licence",
        "pages": None,
        "parties": {"customer": ["Customer"], "vendor": ["Provider"]},
    }


def test_a_paragraph_has_its_label_section_and_page(review):
    assert review_record(review)["paragraphs"][1] == {
        "index": 1,
        "text": review.document.paragraphs[1].text,
        "label": "1",
        "section": "Termination",
        "page": None,
    }


def test_every_clause_and_paragraph_that_match_are_listed_in_reading_order(review):
    matches = review_record(review)["matches"]
    assert [(match["clause"], match["paragraph"]) for match in matches] == [
        ("termination-for-breach", 1),
        ("governing-law", 2),
    ]
    assert matches[0]["parts"] == {"cues": 0.91}
    assert matches[1]["evidence"] == [[5, 12]]


def test_every_clause_type_has_one_finding(review):
    found = review_record(review)["findings"]
    assert [finding["clause"] for finding in found] == [clause.id for clause in review.library.clauses]
    assert [finding["level"] for finding in found] == ["walk-away", "missing", "preferred", "not-applicable"]


def test_a_finding_gives_facts_by_key_and_its_redline(review):
    finding = review_record(review)["findings"][0]
    assert finding["facts"] == {"cure_days": 0}
    assert finding["paragraphs"] == [1]
    assert finding["sources"] == ["Sourcemarker, page 3"]
    assert finding["redline"]["comment"] == "We ask for time to put a breach right."
    assert finding["redline"]["edits"][0]["text"] == ""


def test_making_the_edits_of_the_record_gives_the_asked_text(review):
    record = review_record(review)
    text = record["paragraphs"][1]["text"]
    for edit in reversed(record["findings"][0]["redline"]["edits"]):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    assert text.endswith("this licence if the Customer is in breach of it and fails to cure it within 30 days.")


def test_a_new_paragraph_is_an_insertion_at_the_end_of_the_one_it_follows(review):
    end = len(review.document.paragraphs[3].text)
    assert review_record(review)["findings"][1]["redline"]["edits"] == [
        {
            "paragraph": 3,
            "start": end,
            "end": end,
            "text": "\n4. Notice. The Provider gives 90 days' notice of a change.",
        }
    ]


def test_a_finding_without_a_redline_has_null(review):
    assert review_record(review)["findings"][2]["redline"] is None


def test_a_redline_that_only_comments_has_no_edits(review):
    commented = replace(review, redlines=(Redline("governing-law", comment=review.redlines[0].comment, anchor=2),))
    assert review_record(commented)["findings"][2]["redline"] == {
        "edits": [],
        "comment": "We ask for time to put a breach right.",
        "rewritten": 0.0,
    }


def test_a_redline_says_which_share_of_the_clause_it_writes_anew(review):
    rewritten = replace(review, redlines=(replace(review.redlines[0], rewritten=0.12345),))
    assert review_record(rewritten)["findings"][0]["redline"]["rewritten"] == 0.123


def test_without_an_indent_the_text_is_one_line_of_json(review):
    text = review_json(review)
    assert "\n" not in text
    assert json.loads(text) == review_record(review)


def test_the_same_review_gives_the_same_text(review):
    assert review_json(review, indent=2) == review_json(review, indent=2)


def finding_with(review, outcome):
    return review_record(review, outcome)["findings"][0]


def test_a_review_that_stands_in_no_matter_has_no_decisions(review):
    assert not {"decision", "standing"} & review_record(review)["findings"][0].keys()


def test_a_finding_of_a_matter_on_which_nothing_was_decided_has_none(review):
    made = finding_with(review, Outcome({}))
    assert (made["decision"], made["standing"]) == (None, None)


def test_a_decision_has_all_that_was_settled(review):
    words = OwnWords(((1, "Ours."),), ("New.",))
    decided = Decision("edit", None, "Because we must.", words, "Please.", "")
    assert finding_with(review, Outcome({"termination-for-breach": decided}))["decision"] == {
        "verb": "edit",
        "asks_for": "Notice and 30 days to cure",
        "reason": "Because we must.",
        "own_words": {"paragraphs": [{"paragraph": 1, "text": "Ours."}], "additions": ["New."]},
        "own_comment": "Please.",
        "own_note": "",
    }


def test_a_standing_has_its_kind_and_why(review):
    standing = Standing("also", 2, 0, "Also in Order form (3.2); both bind.")
    made = finding_with(review, Outcome({}, {"termination-for-breach": standing}))
    assert made["standing"] == {"kind": "also", "why": "Also in Order form (3.2); both bind."}
