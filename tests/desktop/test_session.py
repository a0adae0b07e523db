from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject

from app.desktop.session import Session
from app.model.document import Parties, Party
from app.model.matter import UNDECIDED, Decision, HeldDocument, OwnWords
from app.model.profile import DeploymentProfile
from app.service.matters import UNRECORDED, create_matter, open_matter

WHEN = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
ACCEPT = Decision("accept")
SKIP = Decision("skip")


def at_once(_key, job, done, _failed):
    """Run a quiet job on the spot."""
    done(job(lambda _progress: None))


@pytest.fixture
def open_session(qapp, tmp_path, review):
    """Open a session on a matter with the review as its document, again and again."""
    owner = QObject(qapp)
    path = tmp_path / "deal.counterdraft"
    sessions = []

    def opening():
        for session in sessions:
            session.close()
        if not path.exists():
            made = create_matter(path, "Deal", DeploymentProfile(), WHEN)
            made.add_document("licence.docx", "0" * 64, b"PK", UNRECORDED, WHEN, "model-licence")
            made.close()
        matter = open_matter(path)
        session = Session(at_once, owner)
        session.open(matter, [HeldDocument(number, review) for number in matter.order()])
        sessions.append(session)
        return session

    yield opening
    for session in sessions:
        session.close()


@pytest.fixture
def session(open_session):
    return open_session()


def test_without_decisions_the_review_is_as_the_rules_made_it(session, review):
    assert session.review(1) is review


def test_a_decision_is_kept_and_told(qtbot, session):
    with qtbot.waitSignal(session.decided) as told:
        session.decide(1, "cure-period", SKIP)
    assert told.args == [1, "cure-period"]
    assert session.decision(1, "cure-period") == SKIP


def test_the_redlines_follow_a_decision(qtbot, session):
    with qtbot.waitSignal(session.review_changed):
        session.decide(1, "cure-period", SKIP)
    assert session.review(1).redline_of("cure-period") is None


def test_redlines_drafted_for_what_was_undone_meanwhile_are_not_shown(open_session, review):
    session, late = open_session(), []
    session._quietly = lambda _key, job, done, _failed: late.append(lambda: done(job(lambda _progress: None)))
    session.decide(1, "cure-period", SKIP)
    session.undo_stack.undo()
    late[0]()
    assert session.review(1) is review


def test_of_a_document_that_stays_as_it_is_nothing_is_told_when_another_is_added(qtbot, session, review):
    number = session.matter.add_document("policy.docx", "1" * 64, b"PK", UNRECORDED, WHEN, "model-licence")
    with qtbot.assertNotEmitted(session.review_changed), qtbot.waitSignal(session.documents_changed):
        session.take(session.documents)
    with qtbot.waitSignal(session.review_changed) as told:
        session.add(HeldDocument(number, review))
    assert told.args == [number]


def test_levels_stay_those_of_the_rules(session, findings):
    session.decide(1, "cure-period", SKIP)
    assert [finding.level for finding in session.review(1).findings] == [finding.level for finding in findings]


def test_undoing_brings_back_what_was_decided_before(session):
    session.decide(1, "cure-period", ACCEPT)
    session.decide(1, "cure-period", SKIP)
    session.undo_stack.undo()
    assert session.decision(1, "cure-period") == ACCEPT
    session.undo_stack.undo()
    assert session.decision(1, "cure-period") == UNDECIDED


def test_what_was_undone_is_done_again(session):
    session.decide(1, "cure-period", ACCEPT)
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert session.decision(1, "cure-period") == ACCEPT


def test_a_matter_that_is_opened_again_has_its_decisions_and_its_undo_stack(open_session):
    session = open_session()
    for clause in ("mau-threshold", "indemnity", "cure-period"):
        session.decide(1, clause, ACCEPT)
    session.undo_stack.undo()
    again = open_session()
    assert set(again.decisions(1)) == {"mau-threshold", "indemnity"}
    again.undo_stack.redo()
    assert again.decision(1, "cure-period") == ACCEPT
    for _ in range(3):
        again.undo_stack.undo()
    assert again.decisions(1) in ({}, dict.fromkeys(("mau-threshold", "indemnity", "cure-period"), UNDECIDED))


def test_the_undo_stack_says_what_it_would_undo(session):
    session.decide(1, "cure-period", ACCEPT)
    assert session.undo_stack.undoText() == "Accept: Cure period"


def test_deciding_what_is_decided_already_changes_nothing(qtbot, session):
    session.decide(1, "cure-period", ACCEPT)
    with qtbot.assertNotEmitted(session.decided):
        session.decide(1, "cure-period", ACCEPT)
    assert session.undo_stack.count() == 1


def test_open_and_decided_findings_are_counted(session):
    session.decide(1, "cure-period", ACCEPT)
    assert (session.open_findings(1), session.decided_findings(1)) == (4, 1)


def test_a_comment_alone_decides_nothing(session):
    session.decide(1, "cure-period", Decision(comment="In our own words."))
    assert session.decided_findings(1) == 0


def test_the_history_of_a_finding_holds_what_was_undone(session):
    session.decide(1, "cure-period", ACCEPT)
    session.undo_stack.undo()
    session.decide(1, "cure-period", SKIP)
    assert [(entry.after, entry.undone) for entry in session.history(1, "cure-period")] == [
        (ACCEPT, True),
        (SKIP, False),
    ]


def test_own_words_stand_in_the_redline(session, review):
    words = OwnWords(((11, "You answer for nothing."),))
    session.decide(1, "indemnity", Decision("edit", words=words))
    redline = session.review(1).redline_of("indemnity")
    assert redline.text_of(11, review.document.paragraphs[11].text) == "You answer for nothing."


def test_a_decision_that_cannot_be_written_changes_nothing_and_is_told(qtbot, session):
    session.matter._connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(session.failed):
        session.decide(1, "cure-period", ACCEPT)
    assert session.decision(1, "cure-period") == UNDECIDED


def test_a_gap_that_another_document_fills_is_not_to_decide(session, review):
    parties = Parties(vendor=("Provider",), named=(Party("Example Weights Ltd", ("Provider",), "vendor"),))
    review = replace(review, document=replace(review.document, parties=parties))
    given = replace(review.findings[4], level="preferred", severity="none", reading=review.findings[5].reading)
    other = replace(review, findings=(*review.findings[:4], given, *review.findings[5:]))
    number = session.matter.add_document("order.docx", "1" * 64, b"PK", UNRECORDED, WHEN, "order-form")
    session.take([HeldDocument(number, other), HeldDocument(1, review)])
    assert session.settled(1) == {"warranty"}
    assert session.open_findings(1) == 4


def fail_to_write(session):
    session.matter._connection.execute("PRAGMA query_only = ON")


def write_again(session):
    session.matter._connection.execute("PRAGMA query_only = OFF")


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_a_step_that_cannot_be_written_leaves_the_undo_stack_as_the_journal_is(qtbot, session, step):
    for verb in (ACCEPT, SKIP):
        session.decide(1, "cure-period", verb)
    session.undo_stack.undo()
    fail_to_write(session)
    with qtbot.waitSignal(session.failed):
        getattr(session.undo_stack, step)()
    qtbot.waitUntil(lambda: session.undo_stack.index() == 1)
    assert session.decision(1, "cure-period") == ACCEPT
    write_again(session)
    session.undo_stack.redo()
    assert session.decision(1, "cure-period") == SKIP


def test_deciding_tells_whether_it_is_kept(session):
    kept = session.decide(1, "cure-period", ACCEPT)
    fail_to_write(session)
    assert (kept, session.decide(1, "cure-period", SKIP)) == (True, False)


def test_a_decision_on_a_file_that_was_deleted_says_what_to_do(qtbot, session):
    session.matter.path.unlink()
    with qtbot.waitSignal(session.failed) as told:
        session.decide(1, "cure-period", ACCEPT)
    assert "save a copy of the matter" in str(told.args[0])
    assert session.decision(1, "cure-period") == UNDECIDED


@pytest.fixture
def two(session, review):
    """The session with a second document, which stands below the first."""
    number = session.matter.add_document("policy.docx", "1" * 64, b"PK", UNRECORDED, WHEN, "use-policy")
    other = replace(review, document=replace(review.document, sha256="1" * 64))
    session.add(HeldDocument(number, other))
    return session


def test_a_document_that_is_added_stands_where_the_matter_has_it(two):
    assert [held.id for held in two.documents] == list(two.matter.order())


def test_moving_a_document_changes_the_order_of_precedence_in_the_file(qtbot, two):
    with qtbot.waitSignal(two.documents_changed):
        two.move(2, -1)
    assert ([held.id for held in two.documents], two.matter.order()) == ([2, 1], (2, 1))


def test_the_first_document_cannot_move_up(two):
    assert not two.move(1, -1)
    assert two.matter.order() == (1, 2)


def test_a_move_that_cannot_be_written_changes_nothing_and_is_told(qtbot, two):
    fail_to_write(two)
    with qtbot.waitSignal(two.failed):
        two.move(2, -1)
    assert [held.id for held in two.documents] == [1, 2]


def test_what_was_decided_on_a_document_goes_with_it(two):
    two.decide(2, "cure-period", ACCEPT)
    two.decide(1, "indemnity", SKIP)
    two.remove(2)
    assert [held.id for held in two.documents] == [1]
    assert two.undo_stack.count() == 1
    two.undo_stack.undo()
    assert two.decision(1, "indemnity") == UNDECIDED


def test_a_document_that_cannot_be_removed_stays_and_is_told(qtbot, two):
    fail_to_write(two)
    with qtbot.waitSignal(two.failed):
        two.remove(2)
    assert [held.id for held in two.documents] == [1, 2]


def test_nothing_is_decided_on_a_document_that_was_removed(qtbot, two):
    two.remove(2)
    with qtbot.assertNotEmitted(two.failed):
        assert not two.decide(2, "cure-period", ACCEPT)


def test_judging_keeps_what_was_decided_and_sets_the_profile(session, review):
    session.decide(1, "cure-period", ACCEPT)
    ours = replace(DeploymentProfile(), name="Ours")
    session.judge(ours, [HeldDocument(1, replace(review, profile=ours))])
    assert (session.matter.profile, session.review(1).profile) == (ours, ours)
    assert session.decision(1, "cure-period") == ACCEPT


def test_the_librarys_words_are_known_where_the_users_own_stand(session, review):
    session.decide(1, "indemnity", Decision("edit", words=OwnWords(((11, "You answer for nothing."),))))
    assert session.redrafted(1).drafted == {"indemnity": review.redline_of("indemnity")}


def test_own_words_that_cross_another_finding_are_told_of_both(session, review):
    ending = review.document.paragraphs[13].text
    session.decide(1, "cure-period", Decision("edit", words=OwnWords(((13, ending.replace("end", "suspend", 1)),))))
    session.decide(1, "indemnity", Decision("edit", words=OwnWords(((13, ending.replace("end", "leave", 1)),))))
    assert set(session.redrafted(1).troubles) == {"cure-period", "indemnity"}


def test_a_conflict_that_is_solved_is_not_told_any_more(session, review):
    ending = review.document.paragraphs[13].text
    session.decide(1, "cure-period", Decision("edit", words=OwnWords(((13, ending.replace("end", "suspend", 1)),))))
    session.decide(1, "indemnity", Decision("edit", words=OwnWords(((13, ending.replace("end", "leave", 1)),))))
    session.decide(1, "indemnity", SKIP)
    assert session.redrafted(1).troubles == {}


def test_own_words_that_no_longer_fit_are_told_on_their_finding(session):
    session.decide(1, "warranty", Decision("edit", words=OwnWords(additions=("One.", "Two.", "Three."))))
    (line,) = session.redrafted(1).troubles["warranty"]
    assert "your own wording was left out" in line


def test_before_a_matter_is_closed_it_can_be_written_to_once_more(open_session):
    session = open_session()
    session.closing.connect(lambda: session.decide(1, "cure-period", ACCEPT))
    assert open_session().decision(1, "cure-period") == ACCEPT
