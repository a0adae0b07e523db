"""Documents and matters as they come into the window, with the real worker."""

import hashlib
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from app.desktop.dialogs.password_dialog import PasswordDialog
from app.model.matter import Decision, HeldDocument
from app.model.profile import DeploymentProfile
from app.service.matters import UNRECORDED, create_matter, open_matter
from app.service.recent import recent
from app.service.records import encode
from tests.desktop.conftest import WHEN

LINES = (
    "Example Open Weights Licence",
    "1. Term. The Provider may terminate this licence at any time if you breach it.",
    "2. Claims. You will indemnify and hold harmless the Provider from any third party claim.",
)


@pytest.fixture
def contract(make_docx):
    return make_docx(*LINES)


@pytest.fixture
def policy(make_docx):
    return make_docx("Use Policy", "1. You will not use the Weights for harm.", name="policy.docx")


@pytest.fixture
def unreadable(tmp_path):
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 no Word file")
    return path


@pytest.fixture
def opened(qtbot, window):
    """Open files in the window and wait until all is done."""

    def opening(*paths, begins=True):
        window.open_documents(paths, begins=begins)
        qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
        return window

    return opening


@pytest.fixture
def protected(tmp_path):
    canvas = Canvas(str(tmp_path / "terms.pdf"), encrypt="open sesame")
    canvas.drawString(72, 700, LINES[1])
    canvas.save()
    return tmp_path / "terms.pdf"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(window):
    return {held.review.document.name for held in window.session.documents}


def told(window):
    return window.message.label.accessibleName()


def test_a_first_document_that_cannot_be_read_leaves_no_matter_behind(opened, unreadable, matters_of_their_own):
    window = opened(unreadable)
    assert window.session.matter is None
    assert list(matters_of_their_own.rglob("*.counterdraft")) == []


def test_a_first_review_that_is_stopped_leaves_no_matter_behind(window, make_docx, matters_of_their_own):
    window.open_document(make_docx(*(f"{n}. {line}" for n in range(400) for line in LINES[1:]), name="long.docx"))
    window.runner.stop()
    window.runner.close()
    assert list(matters_of_their_own.rglob("*.counterdraft")) == []


def test_where_the_first_of_several_cannot_be_read_the_others_begin_the_matter(opened, unreadable, contract, policy):
    window = opened(unreadable, contract, policy)
    assert names(window) == {"contract.docx", "policy.docx"}
    assert "broken.docx" in told(window)


def test_what_begins_a_new_matter_never_joins_the_one_that_is_open(opened, reviewed, unreadable, contract):
    before = reviewed.session.matter.path
    window = opened(unreadable, contract)
    assert names(window) == {"contract.docx"}
    assert window.session.matter.path != before


def test_one_of_several_that_cannot_be_added_is_named_and_the_others_are_in(reviewed, opened, unreadable, contract):
    opened(unreadable, contract, begins=False)
    window = reviewed
    assert names(window) == {"example-licence.docx", "contract.docx"}
    assert "broken.docx" in told(window)


def test_a_document_that_the_matter_holds_is_not_added_twice(opened, contract):
    opened(contract)
    window = opened(contract, begins=False)
    assert len(window.session.documents) == 1
    assert "contract.docx: the matter holds this document already" in told(window)


def test_a_document_is_added_under_the_profile_of_the_matter(qtbot, opened, contract, policy):
    window = opened(contract)
    profile = replace(DeploymentProfile(), name="Ours")
    window.opener.judge(profile)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    window.opener.profile = DeploymentProfile()
    window = opened(policy, begins=False)
    assert {held.review.profile for held in window.session.documents} == {profile}


def test_a_document_that_is_added_while_another_is_judged_stays(qtbot, opened, contract, policy):
    window = opened(contract)
    window.open_documents((policy,), begins=False)
    window.opener.judge(replace(DeploymentProfile(), name="Ours"))
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert {(held.review.document.name, held.review.profile.name) for held in window.session.documents} == {
        ("contract.docx", "Ours"),
        ("policy.docx", "Ours"),
    }


def test_a_document_that_was_removed_while_it_was_judged_stays_away(qtbot, opened, contract, policy):
    window = opened(contract, policy)
    removed = window.session.documents[0].id
    window.opener.judge(replace(DeploymentProfile(), name="Ours"))
    window.session.remove(removed)
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert [held.id for held in window.session.documents] == list(window.session.matter.order())


def test_judging_that_is_stopped_leaves_the_profile_as_it_was(opened, contract):
    window = opened(contract)
    before = window.session.matter.profile
    window.opener.judge(replace(before, name="Ours"))
    window.runner.stop()
    window.runner.close()
    assert window.session.matter.profile == before


def test_a_document_that_was_reviewed_before_opens_its_matter_with_what_was_decided(opened, contract):
    window = opened(contract)
    clause = window.session.documents[0].review.findings[0].clause.id
    window.session.decide(1, clause, Decision("skip"))
    path = window.session.matter.path
    window.close_matter()
    window = opened(contract)
    assert (window.session.matter.path, window.session.decision(1, clause)) == (path, Decision("skip"))
    assert "contract.docx was reviewed before" in told(window)


def test_start_anew_reviews_it_in_a_matter_of_its_own(qtbot, opened, contract):
    path = opened(contract).session.matter.path
    window = opened(contract)
    window.message.action.click()
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert window.session.matter.path not in (path, None)
    assert names(window) == {"contract.docx"}


def test_where_its_matter_is_open_in_another_window_the_document_begins_another(opened, contract):
    window = opened(contract)
    path = window.session.matter.path
    window.close_matter()
    elsewhere = open_matter(path)
    window = opened(contract)
    elsewhere.close()
    assert window.session.matter.path != path
    assert "open in another window" in told(window)


def test_where_its_matter_is_damaged_the_document_begins_another(opened, contract):
    window = opened(contract)
    path = window.session.matter.path
    window.close_matter()
    path.write_bytes(b"no matter")
    window = opened(contract)
    assert names(window) == {"contract.docx"}
    assert "reviewed before" in told(window)


def test_where_its_matter_is_gone_the_document_begins_another(opened, contract):
    window = opened(contract)
    path = window.session.matter.path
    window.close_matter()
    path.unlink()
    window = opened(contract)
    assert names(window) == {"contract.docx"}
    assert "is no longer there" in told(window)


def test_documents_dropped_with_one_that_was_reviewed_before_join_its_matter(opened, contract, policy):
    path = opened(contract).session.matter.path
    window = opened()
    window.close_matter()
    window = opened(contract, policy)
    assert (window.session.matter.path, names(window)) == (path, {"contract.docx", "policy.docx"})


def test_documents_dropped_beside_a_matter_join_it(opened, contract, policy):
    window = opened(contract)
    path = window.session.matter.path
    window.close_matter()
    window = opened(policy, path)
    assert (window.session.matter.path, names(window)) == (path, {"contract.docx", "policy.docx"})


def test_a_matter_cannot_be_added_to_a_matter(opened, reviewed, tmp_path):
    before = reviewed.session.matter
    window = opened(tmp_path / "other.counterdraft", begins=False)
    assert window.session.matter is before
    assert "other.counterdraft: not opened" in told(window)


def test_the_matter_that_is_open_is_opened_again_without_harm(opened, reviewed):
    matter = reviewed.session.matter
    window = opened(matter.path)
    assert window.session.matter is matter
    assert window.message.isHidden()


def test_a_matter_that_is_open_in_another_window_is_refused_and_nothing_else_breaks(opened, reviewed, tmp_path):
    before = reviewed.session.matter
    elsewhere = create_matter(tmp_path / "other.counterdraft", "Other", DeploymentProfile(), WHEN)
    window = opened(elsewhere.path)
    elsewhere.close()
    assert "open in another window" in told(window)
    assert (window.session.matter, window.pages.currentWidget()) == (before, window.review_page)


def test_the_matter_that_is_replaced_can_be_opened_elsewhere(opened, reviewed, contract):
    path, held = reviewed.session.matter.path, reviewed.session.matter.order()
    opened(contract)
    matter = open_matter(path)
    assert matter.order() == held
    matter.close()


def test_a_matter_is_free_once_it_is_closed_while_a_document_is_reviewed_for_it(reviewed, make_docx):
    path = reviewed.session.matter.path
    long = make_docx(*(f"{n}. {line}" for n in range(400) for line in LINES[1:]), name="long.docx")
    reviewed.open_documents((long,), begins=False)
    reviewed.close_matter()
    assert not reviewed.busy
    matter = open_matter(path)
    assert len(matter.order()) == 1
    matter.close()


def test_a_matter_is_free_once_the_window_is_closed_while_a_document_is_reviewed_for_it(reviewed, make_docx):
    path = reviewed.session.matter.path
    long = make_docx(*(f"{n}. {line}" for n in range(400) for line in LINES[1:]), name="long.docx")
    reviewed.open_documents((long,), begins=False)
    reviewed.close()
    matter = open_matter(path)
    assert len(matter.order()) == 1
    matter.close()


def test_documents_that_are_dropped_while_one_is_reviewed_wait_and_come_in(qtbot, opened, contract, policy, make_docx):
    window = opened(contract)
    window.open_documents((policy,), begins=False)
    window.open_documents((make_docx("Order Form", "1. The Customer orders.", name="order.docx"),), begins=False)
    assert window.runner.waiting == 1
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    assert names(window) == {"contract.docx", "policy.docx", "order.docx"}


def test_a_review_that_was_never_kept_is_made_again_when_the_matter_is_opened(opened, contract, tmp_path):
    matter = create_matter(tmp_path / "old.counterdraft", "Old", DeploymentProfile(), WHEN)
    matter.add_document("contract.docx", digest(contract), contract.read_bytes(), UNRECORDED, WHEN, "model-licence")
    matter.decide(1, "cure-period", Decision("accept"), WHEN)
    matter.close()
    window = opened(matter.path)
    assert window.session.documents[0].review.document.title == LINES[0]
    assert window.session.decision(1, "cure-period") == Decision("accept")


def test_a_review_that_was_kept_for_another_profile_is_judged_anew(qtbot, opened, contract):
    window = opened(contract)
    path = window.session.matter.path
    qtbot.waitUntil(lambda: window.session.matter.records()[0].review != UNRECORDED, timeout=20_000)
    profile = replace(DeploymentProfile(), name="Ours")
    window.session.matter.set_profile(profile)
    window.close_matter()
    assert opened(path).session.documents[0].review.profile == profile


def test_a_protected_document_whose_review_is_kept_is_shown_without_its_password(opened, protected, review, tmp_path):
    data = protected.read_bytes()
    held = replace(review, document=replace(review.document, data=data, sha256=digest(protected)))
    matter = create_matter(tmp_path / "old.counterdraft", "Old", review.profile, WHEN)
    matter.add_document("terms.pdf", digest(protected), data, encode(held, ()), WHEN, "model-licence")
    matter.close()
    assert opened(matter.path).session.documents == (HeldDocument(1, held),)


def test_a_protected_document_that_has_to_be_reviewed_again_asks_for_its_password(qtbot, window, protected, tmp_path):
    matter = create_matter(tmp_path / "old.counterdraft", "Old", DeploymentProfile(), WHEN)
    matter.add_document("terms.pdf", digest(protected), protected.read_bytes(), UNRECORDED, WHEN, "model-licence")
    matter.close()
    asked, timer = [], QTimer(window)

    def answer():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PasswordDialog):
            timer.stop()
            asked.append("terms.pdf")
            dialog.password.setText("open sesame")
            dialog.accept()

    timer.timeout.connect(answer)
    timer.start(20)
    window.open_document(matter.path)
    qtbot.waitUntil(lambda: bool(asked) and not window.busy, timeout=20_000)
    assert names(window) == {"terms.pdf"}


def test_a_matter_that_was_opened_does_not_settle_the_profile_of_the_next_one(opened, tmp_path):
    house = replace(DeploymentProfile(), name="House")
    create_matter(tmp_path / "old.counterdraft", "Old", DeploymentProfile(), WHEN).close()
    window = opened()
    window.opener.profile = house
    window = opened(tmp_path / "old.counterdraft")
    assert window.opener.profile == house


def test_what_was_opened_is_among_the_recent_matters(opened, contract):
    window = opened(contract)
    assert [matter.path for matter in recent()] == [window.session.matter.path]
