"""Answers written into the file that came back, on top of what they changed."""

from datetime import UTC, datetime

import pytest

from app.errors import EditsError, ExportError
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.rounds import PointAnswer
from app.ooxml.census import tracked_changes
from app.ooxml.changes import Place, RowDeletion, RowInsertion
from app.ooxml.package import open_package
from app.ooxml.resolution import settle
from app.ooxml.resolver import by_author
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.service.round_answers import answer_round, answered_record
from app.service.rounds import Exchange, compare_rounds
from app.service.settings import load_clause_library

WHEN = datetime(2026, 3, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def library():
    return load_clause_library(None)


@pytest.fixture(scope="module")
def rounds(three_rounds, library):
    return compare_rounds([Exchange(*three_rounds[:2])], library, DeploymentProfile(), authors=["Ada"])


@pytest.fixture
def answer(rounds, tmp_path):
    """Write answers into the returned file of the first round."""

    def write(*answers):
        return answer_round(rounds, answers, tmp_path / "answered.docx", author="Ada", when=WHEN)

    return write


@pytest.fixture
def answer_to(negotiator, tmp_path):
    """Compare one round by a library without clause types, and write answers."""

    def write(sent, returned, *answers):
        nothing = ClauseLibrary("none", "0" * 64, ())
        found = compare_rounds([Exchange(sent, returned)], nothing, DeploymentProfile(), authors=["Ada"])
        answered = answer_round(found, answers, tmp_path / "answered.docx", author="Ada", when=WHEN)
        return answered, negotiator.texts(answered.file)

    return write


def paragraph(negotiator, answered, start):
    return next(text for text in negotiator.texts(answered.file) if text.startswith(start))


def comments(answered):
    package = open_package(answered.file.read_bytes(), answered.file)
    parts = package.related(package.main, "comments")
    return ["".join(each.itertext()) for part in parts for each in package.tree(part)]


def test_a_rejected_counter_reads_as_we_asked(answer, negotiator):
    assert "within sixty (60) days" in paragraph(negotiator, answer(PointAnswer("A1", "reject")), "2. Cure")


def test_a_rejected_edit_without_a_trace_reads_as_we_sent(answer, negotiator):
    assert "at two percent (2%) a month" in paragraph(negotiator, answer(PointAnswer("U1", "reject")), "4. Fees")


def test_a_rejected_edit_of_a_header_reads_as_we_sent(answer, negotiator):
    assert paragraph(negotiator, answer(PointAnswer("U3", "reject")), "Draft") == "Draft of 1 March 2026"


def test_a_rejected_ask_of_theirs_reads_as_before(answer, negotiator):
    assert paragraph(negotiator, answer(PointAnswer("N1", "reject")), "7.").endswith("State of Delaware.")


def test_an_ask_that_they_rejected_can_be_asked_again(answer, negotiator):
    assert "services on ten (10) days’ notice" in paragraph(negotiator, answer(PointAnswer("A5", "reject")), "6.")


def test_a_counter_puts_own_words_in_the_place_of_theirs_and_is_told_as_such(answer, negotiator):
    answered = answer(PointAnswer("A1", "counter", words="forty (40)"))
    assert "within forty (40) days" in paragraph(negotiator, answered, "2. Cure")
    assert [(made.words, made.is_own) for made in answered.made] == [(("forty (40)",), True)]


def test_a_counter_without_words_takes_the_librarys(answer, negotiator):
    answered = answer(PointAnswer("N1", "counter", rung=0))
    assert "Customer’s principal place of business" in paragraph(negotiator, answered, "7.")
    assert not answered.made[0].is_own


def test_to_accept_changes_no_words_and_says_so(answer, negotiator, three_rounds):
    answered = answer(PointAnswer("N1", "accept", comment="Thank you."))
    assert negotiator.texts(answered.file) == negotiator.texts(three_rounds[1])
    assert "Accepted. Thank you." in comments(answered)
    assert answered.receipt.words_added == answered.receipt.words_struck == 0


def test_a_comment_answers_theirs_in_its_thread(answer):
    answered = answer(PointAnswer("A3", "comment", comment="Please do."))
    assert comments(answered)[-1] == "Please do."
    package = open_package(answered.file.read_bytes(), answered.file)
    (extended,) = package.related(package.main, "commentsExtended")
    parents = [value for entry in package.tree(extended) for name, value in entry.items() if name.endswith("Parent")]
    assert len(parents) == 1


def test_their_changes_stay_theirs(answer, three_rounds):
    def theirs(path):
        found = tracked_changes(open_package(path.read_bytes(), path))
        return "".join(sorted("".join(change.words for change in found if change.author == "Bo")))

    answered = answer(PointAnswer("A1", "reject"), PointAnswer("N1", "reject"))
    assert theirs(answered.file) == theirs(three_rounds[1])


def test_rejecting_our_answers_gives_the_words_of_their_file_back(answer, negotiator, three_rounds, tmp_path):
    answered = answer(PointAnswer("A1", "reject"), PointAnswer("U1", "reject"), PointAnswer("U2", "reject"))
    package = open_package(answered.file.read_bytes(), answered.file)
    ours = by_author("Ada")
    settle(package, accepting=False, choice=lambda mark: ours(mark) and mark.values()[2].startswith("2026-03-20"))
    back = tmp_path / "back.docx"
    back.write_bytes(package.save())
    assert negotiator.texts(back) == negotiator.texts(three_rounds[1])


def test_a_paragraph_that_they_struck_is_put_back(answer_to, negotiator):
    paper = negotiator.paper("Fees are fixed.", "Interest is due.", "Taxes are extra.")
    sent = negotiator.edit(paper, "Ada", 2, words=[("extra", "included")])
    returned = negotiator.edit(sent, "Bo", 5, without=["Interest"])
    answered, texts = answer_to(sent, returned, PointAnswer("N1", "reject"))
    assert (texts, answered.problems) == (["Fees are fixed.", "Interest is due.", "Taxes are included."], ())


def test_a_paragraph_that_they_put_in_is_struck(answer_to, negotiator):
    paper = negotiator.paper("Fees are fixed.", "Taxes are extra.")
    sent = negotiator.edit(paper, "Ada", 2, words=[("extra", "included")])
    returned = negotiator.edit(sent, "Bo", 5, after=[("Fees", "Interest is due.")])
    _, texts = answer_to(sent, returned, PointAnswer("N1", "reject"))
    assert texts == ["Fees are fixed.", "Taxes are included."]


def test_a_paragraph_of_ours_that_they_refused_is_asked_again(answer_to, negotiator):
    paper = negotiator.paper("Fees are fixed.", "Taxes are extra.")
    sent = negotiator.edit(paper, "Ada", 2, after=[("Fees", "Interest is not due.")])
    returned = negotiator.settle(sent, "Fees", "Interest", accepting=False)
    _, texts = answer_to(sent, returned, PointAnswer("A1", "reject"))
    assert texts == ["Fees are fixed.", "Interest is not due.", "Taxes are extra."]


@pytest.fixture
def with_table(negotiator, tmp_path):
    """A file that we sent with a table, and what they do to its rows by tracked changes."""
    paper = negotiator.paper("Fees are fixed.", "Taxes are extra.", cells=("Uptime", "99 percent"))
    sent = negotiator.edit(paper, "Ada", 2, words=[("extra", "included")])

    def change(make):
        package = open_package(sent.read_bytes(), sent)
        cell = next(n for n, p in enumerate(paragraphs_of(package.tree(package.main))) if read_text(p).text == "Uptime")
        changed = write_changes(
            package, [make(Place(package.main, cell))], author="Bo", when=datetime(2026, 3, 5, tzinfo=UTC)
        )
        returned = tmp_path / "returned.docx"
        returned.write_bytes(changed.data)
        return sent, returned

    return change


def test_a_row_that_they_put_in_is_struck(answer_to, with_table):
    sent, returned = with_table(lambda cell: RowInsertion(cell, ("Support", "9 to 5")))
    answered, texts = answer_to(sent, returned, PointAnswer("N1", "reject"))
    assert (texts, answered.problems) == (["Fees are fixed.", "Taxes are included.", "Uptime", "99 percent"], ())


def test_a_row_that_they_struck_is_put_back(answer_to, with_table):
    sent, returned = with_table(RowDeletion)
    answered, texts = answer_to(sent, returned, PointAnswer("N1", "reject"))
    assert (texts, answered.problems) == (["Fees are fixed.", "Taxes are included.", "Uptime", "99 percent"], ())


def test_words_that_they_struck_are_countered_with_blanks_around_them(answer_to, negotiator):
    paper = negotiator.paper("Fees are not fixed for the term.", "Taxes are extra.")
    sent = negotiator.edit(paper, "Ada", 2, words=[("extra", "included")])
    returned = negotiator.edit(sent, "Bo", 5, words=[("are not fixed", "are fixed")])
    _, texts = answer_to(sent, returned, PointAnswer("N1", "counter", words="seldom"))
    assert texts[0] == "Fees are seldom fixed for the term."


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (PointAnswer("X9", "reject"), "X9: the last round has no point with this id; take one from its list"),
        (PointAnswer("A2", "reject"), "A2: there is nothing to reject here; what can be answered: accept, comment"),
        (PointAnswer("U2", "counter"), "U2: the library knows no wording for it; give your own words"),
        (PointAnswer("N1", "counter", rung=99), "N1: there is no rung 99; the last of Governing law is "),
    ],
)
def test_an_answer_that_cannot_be_made_is_told_and_the_others_are_made(answer, given, problem):
    answered = answer(PointAnswer("U1", "reject"), given)
    assert [told.startswith(problem) for told in answered.problems] == [True]
    assert [made.point for made in answered.made] == ["U1"]


def test_a_point_answered_twice_is_told(answer):
    answered = answer(PointAnswer("U1", "reject"), PointAnswer("U1", "accept"))
    assert answered.problems == ("U1: it is answered twice; leave one of the answers out",)


def test_without_an_answer_that_can_be_made_nothing_is_written(rounds, tmp_path):
    with pytest.raises(EditsError, match="no answer can be made: X9: the last round has no point with this id"):
        answer_round(rounds, [PointAnswer("X9", "reject")], tmp_path / "a.docx", author="Ada", when=WHEN)
    assert not (tmp_path / "a.docx").exists()


def test_a_file_of_the_negotiation_is_never_written_over(rounds, three_rounds):
    before = three_rounds[0].read_bytes()
    with pytest.raises(ExportError, match="this is a file of the negotiation, which is never written over"):
        answer_round(rounds, [PointAnswer("U1", "reject")], three_rounds[0], author="Ada", when=WHEN)
    assert three_rounds[0].read_bytes() == before


def test_a_point_that_is_open_again_is_answered_by_what_opens_it(three_rounds, library, tmp_path):
    exchanges = [Exchange(*pair) for pair in zip(three_rounds[::2], three_rounds[1::2], strict=True)]
    found = compare_rounds(exchanges, library, DeploymentProfile(), authors=["Ada"])
    answers = [PointAnswer("R2", "reject"), PointAnswer("N1", "reject")]
    answered = answer_round(found, answers, tmp_path / "a.docx", author="Ada", when=WHEN)
    assert answered.problems == ("R2: answer what reopens it: N1",)
    assert [made.words for made in answered.made] == [("forty-five (45)",)]


def test_answers_need_a_word_file(negotiator, library, tmp_path):
    sent = negotiator.edit(negotiator.paper("Fees fall due in thirty days."), "Ada", 2, words=[("thirty", "sixty")])
    path = tmp_path / "returned.txt"
    path.write_text("Fees fall due in ten days.")
    found = compare_rounds([Exchange(sent, path)], library, DeploymentProfile())
    with pytest.raises(EditsError, match=r"returned\.txt: answers can be written only into a Word file"):
        answer_round(found, [PointAnswer("A1", "reject")], tmp_path / "a.docx", author="Ada", when=WHEN)


def test_the_record_tells_whose_words_were_written(answer):
    record = answered_record(answer(PointAnswer("A1", "counter", words="forty (40)"), PointAnswer("U1", "reject")))
    assert [(each["point"], each["own_words"]) for each in record["answers"]] == [("A1", True), ("U1", False)]
