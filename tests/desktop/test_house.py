"""What holds for all matters: the planned use, shown once it is used."""

from dataclasses import replace

import pytest

from app.desktop.dialogs.profile_dialog import ProfileDialog
from app.desktop.dialogs.settings_dialog import SettingsDialog
from app.model.profile import DeploymentProfile
from app.service.settings import Settings, load_settings

OURS = replace(DeploymentProfile(), name="Our product")


@pytest.fixture
def judgeable(qtbot, window, make_docx):
    """The window with a real review, which can be judged anew."""
    window.open_document(make_docx("Example Licence", "1. The Provider may end this licence at any time."))
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    return window


@pytest.fixture
def answered(monkeypatch):
    """Answer the question for the planned use."""
    monkeypatch.setattr(ProfileDialog, "ask", lambda *_: OURS)


def shown(window):
    return window.commands.profile.text()


@pytest.mark.usefixtures("answered")
def test_without_a_matter_an_answer_holds_for_the_next_one(window):
    window.commands.profile.trigger()
    assert window.opener.profile == OURS
    assert shown(window) == "Profile: Our product"


@pytest.mark.usefixtures("answered")
def test_an_answer_holds_for_the_matter_once_it_is_judged_for_it(qtbot, judgeable):
    with qtbot.waitSignal(judgeable.opener.judged, timeout=20_000):
        judgeable.commands.profile.trigger()
    assert judgeable.session.matter.profile == OURS
    assert shown(judgeable) == "Profile: Our product"


@pytest.mark.usefixtures("answered")
def test_an_answer_whose_judging_is_stopped_is_not_shown_as_used(judgeable):
    before = shown(judgeable)
    judgeable.commands.profile.trigger()
    judgeable.runner.stop()
    assert shown(judgeable) == before


@pytest.mark.usefixtures("answered")
def test_what_is_typed_is_kept_before_the_documents_are_judged_anew(judgeable):
    clause = judgeable.review_page.chosen.clause.id
    judgeable.review_page.detail.page.comment.edit.setFocus()
    judgeable.review_page.detail.page.comment.edit.setPlainText("As we said.")
    judgeable.commands.profile.trigger()
    judgeable.runner.stop()
    assert judgeable.session.decision(1, clause).comment == "As we said."


def test_settings_are_used_at_once_and_kept(window, wardrobe, monkeypatch, tmp_path):
    settings = replace(Settings(), author="Ada Reviewer", matters=tmp_path / "deals")
    monkeypatch.setattr(SettingsDialog, "ask", lambda *_: (settings, wardrobe.look))
    window.commands.settings.trigger()
    assert (window.opener.settings, window.exporter.settings, load_settings()) == (settings, settings, settings)


def test_after_a_change_of_the_library_its_matter_can_be_reviewed_again(reviewed):
    reviewed.house._offer_review()
    assert "findings shown are those of the library before" in reviewed.message.label.accessibleName()
    assert reviewed.message.action.text() == "Review again"
