"""A negotiation of three rounds, told without an error."""

from dataclasses import replace

import pytest

from app.errors import DocumentError, ExportError
from app.model.profile import DeploymentProfile
from app.model.redline import Edit, Redline
from app.model.span import Span
from app.service.review import review
from app.service.rounds import Exchange, check_report, compare_rounds, rounds_json
from app.service.settings import load_clause_library


@pytest.fixture(scope="module")
def library():
    return load_clause_library(None)


@pytest.fixture(scope="module")
def rounds(three_rounds, library):
    exchanges = [Exchange(*pair) for pair in zip(three_rounds[::2], three_rounds[1::2], strict=True)]
    return compare_rounds(exchanges, library, DeploymentProfile(), authors=["Ada"])


def asks(one):
    return [(ask.clause, ask.before, ask.asked, ask.now, ask.answer) for ask in one.asks]


def untracked(one):
    return [(edit.kind, edit.before, edit.after, edit.returned.label) for edit in one.untracked]


DATA = "8. Data. Provider shall not use Customer’s data to train any model."


def test_each_ask_of_the_first_round_is_told_with_its_clause_type(rounds):
    assert asks(rounds.rounds[0]) == [
        ("termination-for-breach", "ten (10)", "sixty (60)", "thirty (30)", "countered"),
        ("liability-cap", "three (3)", "twelve (12)", "twelve (12)", "accepted"),
        ("fees-payment", "fifteen (15)", "forty-five (45)", "forty-five (45)", "commented"),
        ("confidentiality", "one (1) year", "three (3) years", "three (3) years", "ignored"),
        ("suspension", "at any time without", "on ten (10) days’", "at any time without", "rejected"),
        ("data-training", "", DATA, DATA, "ignored"),
    ]


def test_three_edits_without_a_trace_are_found_in_text_table_and_header(rounds):
    assert untracked(rounds.rounds[0]) == [
        ("changed", "two percent (2%)", "three percent (3%)", "4"),
        ("changed", "99.5", "95", "8, table 1, row 1"),
        ("changed", "1", "4", "a header"),
    ]


def test_what_they_ask_is_told_with_its_clause_type(rounds):
    (ask,) = rounds.rounds[0].new_asks
    assert (ask.before, ask.after, ask.clauses, ask.author) == ("Delaware", "Nevada", ("governing-law",), "Bo")


def test_a_counter_is_told_with_its_level(rounds):
    clause = rounds.rounds[0].stand_on("termination-for-breach")
    levels = [stand.level for stand in (clause.before, clause.asked, clause.now)]
    assert levels == ["walk-away", "fallback", "fallback"]
    assert (clause.direction, clause.what) == ("worse", "Cure period: 60 to 30 days; worse, still fallback.")


def test_an_open_ask_counts_as_not_given(rounds):
    clause = rounds.rounds[0].stand_on("confidentiality")
    assert clause.what == "Duration: 36 to 12 months; worse, still fallback."


def test_each_ask_of_the_second_round_is_told(rounds):
    assert asks(rounds.rounds[1]) == [
        ("termination-for-breach", "thirty (30)", "forty-five (45)", "forty-five (45)", "accepted"),
        ("fees-payment", "fifteen (15)", "forty-five (45)", "forty-five (45)", "ignored"),
        ("confidentiality", "one (1) year", "three (3) years", "three (3) years", "ignored"),
        ("data-training", "", DATA, DATA, "ignored"),
        ("", "95", "99.5", "99.5", "ignored"),
    ]


def test_a_closed_point_that_they_change_is_opened_again(rounds):
    points = [(point.clause, point.closed_in, point.agreed, point.now, point.by) for point in rounds.rounds[1].reopened]
    assert points == [("liability-cap", 1, "twelve (12)", "nine (9)", ("N1",))]


def test_an_edit_without_a_trace_of_the_second_round_is_found(rounds):
    assert untracked(rounds.rounds[1]) == [("changed", "twelve (12)", "thirty-six (36)", "1")]


def test_our_acceptance_closes_their_ask_and_theirs_closes_ours(rounds):
    points = [(point.clause, point.agreed, point.now) for point in rounds.rounds[2].reopened]
    assert points == [
        ("governing-law", "Nevada", "Nevada, USA"),
        ("termination-for-breach", "forty-five (45)", "twenty (20)"),
    ]


def test_the_third_round_is_told(rounds):
    last = rounds.last
    assert ("liability-cap", "nine (9)", "twelve (12)", "twelve (12)", "ignored") in asks(last)
    assert [(ask.before, ask.after) for ask in last.new_asks] == [("forty-five (45)", "twenty (20)")]
    assert untracked(last) == [("added", "", ", USA", "7")]


def test_the_ledger_tells_who_gave_way_on_what_and_for_what(rounds):
    ledger = [(move.round, move.side, move.clause.id, move.kind, move.given_for) for move in rounds.ledger]
    ours, theirs = ("termination-for-breach", "governing-law"), ("termination-for-breach",)
    assert ledger == [
        (1, "them", "liability-cap", "conceded", ()),
        (1, "them", "termination-for-breach", "conceded", ()),
        (1, "them", "governing-law", "hardened", ()),
        (2, "us", "termination-for-breach", "conceded", theirs),
        (2, "us", "governing-law", "conceded", theirs),
        (2, "them", "liability-cap", "hardened", ()),
        (2, "them", "termination-for-breach", "conceded", ours),
        (3, "them", "termination-for-breach", "hardened", ()),
    ]


def test_the_same_files_give_the_same_record(three_rounds, library, rounds):
    exchanges = [Exchange(*pair) for pair in zip(three_rounds[::2], three_rounds[1::2], strict=True)]
    again = compare_rounds(exchanges, library, DeploymentProfile(), authors=["Ada"])
    assert rounds_json(again) == rounds_json(rounds)


def test_the_one_author_of_what_was_sent_is_taken_for_us(three_rounds, library):
    found = compare_rounds([Exchange(*three_rounds[:2])], library, DeploymentProfile())
    assert found.last.ours == ("Ada",)


def test_a_name_that_nobody_bears_is_refused_with_those_there_are(three_rounds, library):
    with pytest.raises(DocumentError, match="no tracked change or comment is by Cleo; there are Ada"):
        compare_rounds([Exchange(*three_rounds[:2])], library, DeploymentProfile(), authors=["Cleo"])


def test_several_authors_and_no_name_are_refused(three_rounds, library):
    with pytest.raises(
        DocumentError, match=r"say under which name its changes are ours \(--author\): there are Ada, Bo"
    ):
        compare_rounds([Exchange(*three_rounds[2:4])], library, DeploymentProfile())


def test_what_was_sent_must_be_a_word_file(tmp_path, three_rounds, library):
    path = tmp_path / "sent.txt"
    path.write_text("Fees fall due in thirty days.")
    with pytest.raises(DocumentError, match=r"sent\.txt: this is no Word file; name the one that we sent"):
        compare_rounds([Exchange(path, three_rounds[1])], library, DeploymentProfile())


def test_an_ask_serves_the_clause_type_that_it_was_exported_for(negotiator, library):
    paper = negotiator.paper("Either party may end this on thirty (30) days’ notice.", "Taxes are extra.")
    sent = negotiator.edit(paper, "Ada", 2, words=[("extra", "included")])
    found = review(paper, library, DeploymentProfile())
    asked = Redline("fees-payment", (Edit(1, Span(10, 15), "included"),))
    exchange = Exchange(sent, sent, replace(found, redlines=(asked,)))
    assert compare_rounds([exchange], library, DeploymentProfile()).last.asks[0].clause == "fees-payment"


def test_a_text_that_comes_back_is_compared_without_tracked_changes(tmp_path, negotiator, library):
    paper = negotiator.paper("Fees fall due in thirty days.", "Interest is two percent a month on what is late.")
    sent = negotiator.edit(paper, "Ada", 2, words=[("thirty", "sixty")])
    path = tmp_path / "returned.txt"
    path.write_text("Fees fall due in sixty days.\n\nInterest is three percent a month on what is late.\n")
    one = compare_rounds([Exchange(sent, path)], library, DeploymentProfile()).last
    assert [(ask.before, ask.asked, ask.answer) for ask in one.asks] == [("thirty", "sixty", "accepted")]
    assert [(edit.before, edit.after) for edit in one.untracked] == [("two", "three")]
    assert not one.shows_changes
    assert one.not_compared[0].startswith("returned.txt: this file cannot show tracked changes, so every difference")


def test_names_taken_out_of_a_file_are_told(negotiator, library):
    paper = negotiator.paper("Fees fall due in thirty days.", "Interest is due.")
    sent = negotiator.edit(paper, "Ada", 2, words=[("thirty", "sixty")])
    returned = negotiator.edit(paper, "Author", 2, words=[("thirty", "sixty")])
    one = compare_rounds([Exchange(sent, returned)], library, DeploymentProfile()).last
    assert [ask.answer for ask in one.asks] == ["ignored"]
    assert "the names of the authors were taken out of the file" in one.not_compared[0]


def test_a_report_over_a_file_of_the_negotiation_is_refused(three_rounds):
    with pytest.raises(ExportError, match="this is a file of the negotiation, which is never written over"):
        check_report(three_rounds[0], three_rounds)


def test_a_report_must_be_named_as_a_word_file(tmp_path):
    with pytest.raises(
        ExportError, match=r"report\.pdf: the report is a Word file; give it a name that ends in \.docx"
    ):
        check_report(tmp_path / "report.pdf", [])
