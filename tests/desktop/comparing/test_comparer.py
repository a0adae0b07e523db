import pytest

from app.desktop.comparing.choose_dialog import ChooseDialog
from app.desktop.comparing.jobs import Version
from app.model.profile import DeploymentProfile


@pytest.fixture
def files(make_docx):
    return make_docx("Notices go by post.", name="old.docx"), make_docx("Notices go by mail.", name="new.docx")


@pytest.fixture
def asked(monkeypatch):
    """What was offered in the dialogs that asked for two versions; who is asked turns back."""
    offered = []
    monkeypatch.setattr(ChooseDialog, "ask", lambda _parent, choices: offered.append(choices))
    return offered


def test_the_menu_asks_for_two_versions(window, asked):
    assert window.commands.compare.isEnabled()
    window.commands.compare.trigger()
    assert len(asked) == 1
    assert list(asked[0].versions) == []


def test_the_documents_of_the_matter_are_offered_the_one_shown_as_the_old_version(reviewed, review, asked):
    reviewed.commands.compare.trigger()
    assert [version.document for version in asked[0].versions] == [review.document]
    assert (asked[0].old, asked[0].new) == (0, None)


def test_two_versions_are_compared_in_a_window_of_their_own(window, files, monkeypatch):
    versions = tuple(map(Version, files))
    monkeypatch.setattr(ChooseDialog, "ask", lambda *_: versions)
    window.commands.compare.trigger()
    (comparing,) = window.comparer.windows
    assert comparing.isVisible()
    assert comparing.windowTitle() == "old.docx → new.docx"
    comparing.close()


def test_files_that_were_compared_are_offered_again_as_long_as_they_are_there(window, files, asked):
    window.comparer.compare(*map(Version, files))
    window.comparer.windows[0].close()
    files[0].unlink()
    window.commands.compare.trigger()
    assert [version.path for version in asked[0].versions] == [files[1]]


def test_a_window_asks_for_two_others_as_the_menu_does(window, files, asked):
    window.comparer.compare(*map(Version, files))
    window.comparer.windows[0].commands.choose.trigger()
    assert len(asked) == 1
    window.comparer.close()


def test_it_is_judged_by_the_profile_of_the_matter(reviewed, files):
    reviewed.comparer.compare(*map(Version, files))
    (comparing,) = reviewed.comparer.windows
    assert comparing._measure.profile == DeploymentProfile()
    assert comparing._measure.profile is reviewed.session.matter.profile
    comparing.close()


def test_the_windows_close_with_the_main_one(window, files):
    window.comparer.compare(*map(Version, files))
    (comparing,) = window.comparer.windows
    window.close()
    assert not comparing.isVisible()
    assert window.comparer.windows == ()
