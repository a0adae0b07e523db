"""What the actions of the window do that no part of it does alone."""

import pytest
from PySide6.QtWidgets import QFileDialog, QTextBrowser

from app.model.matter import Decision
from app.service.matters import open_matter
from app.service.recent import recent, remember
from tests.desktop.conftest import WHEN


@pytest.fixture
def named(monkeypatch):
    """Name the file that a copy is saved in."""

    def naming(name):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))

    return naming


def test_a_copy_of_the_matter_holds_all_and_is_named_as_one(reviewed, named, tmp_path):
    clause = reviewed.review_page.chosen.clause.id
    reviewed.review_page.detail.accept()
    named(str(tmp_path / "copy"))
    reviewed.commands.copy_matter.trigger()
    copy = open_matter(tmp_path / "copy.counterdraft")
    assert copy.decisions(1)[clause] == Decision("accept")
    copy.close()


def test_the_matter_stays_the_one_in_use_after_a_copy(reviewed, named, tmp_path):
    before = reviewed.session.matter
    named(str(tmp_path / "copy.counterdraft"))
    reviewed.commands.copy_matter.trigger()
    assert reviewed.session.matter is before
    assert str(tmp_path / "copy.counterdraft") in reviewed.message.label.accessibleName()


def test_a_copy_that_cannot_be_written_is_told(reviewed, named, tmp_path):
    named(str(tmp_path / "nowhere" / "copy.counterdraft"))
    reviewed.commands.copy_matter.trigger()
    assert reviewed.message.label.accessibleName().startswith("Problem: ")


def test_no_copy_is_made_where_none_is_named(reviewed, named):
    named("")
    reviewed.commands.copy_matter.trigger()
    assert reviewed.message.isHidden()


@pytest.mark.parametrize("name", ["add", "copy_matter", "close_matter", "export", "again", "next", "find"])
def test_what_needs_a_matter_is_offered_only_with_one(reviewed, name):
    offered = getattr(reviewed.commands, name).isEnabled()
    reviewed.close_matter()
    assert (offered, getattr(reviewed.commands, name).isEnabled()) == (True, False)


def test_an_ampersand_in_the_title_of_a_recent_matter_is_shown(window, tmp_path):
    (tmp_path / "deal.counterdraft").touch()
    remember(tmp_path / "deal.counterdraft", "Deal & partners", WHEN, (), to_decide=0, decided=0)
    (action,) = window.commands.show_recent(recent())
    assert action.text() == "Deal && partners"


def test_a_matter_that_is_taken_off_the_list_is_listed_no_more(window, tmp_path):
    remember(tmp_path / "gone.counterdraft", "Gone", WHEN, (), to_decide=0, decided=0)
    window.start_page.matter_forgotten.emit(tmp_path / "gone.counterdraft")
    assert recent() == ()


def test_the_guide_names_every_key(reviewed):
    reviewed.commands.guide.trigger()
    text = reviewed.findChild(QTextBrowser, "guideText").toPlainText()
    assert all(key in text for key in ("F7", "Ctrl+Shift+E", "Ctrl+Z", "Alt+2"))
