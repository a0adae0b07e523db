from dataclasses import replace

import pytest

from app.model.profile import DeploymentProfile
from app.model.span import Place, Span

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def vendors(reviewed, qtbot):
    """The window of vendors, opened from one that shows a matter."""
    reviewed.commands.vendors.trigger()
    qtbot.waitUntil(reviewed.vendors.vendors.isVisible)
    return reviewed.vendors.vendors


def test_the_menu_shows_one_window_however_often(reviewed, vendors):
    reviewed.commands.vendors.trigger()
    assert reviewed.vendors.vendors is vendors


def test_the_documents_of_the_open_matter_are_offered(vendors):
    assert vendors.commands.take.isEnabled()
    assert vendors.page.take.isVisible()


def test_documents_are_judged_for_the_profile_of_the_matter(reviewed, vendors):
    assert vendors.desk.profile == reviewed.session.matter.profile


def test_what_is_in_use_is_asked_again_when_the_window_is_turned_to(reviewed, vendors):
    other = DeploymentProfile(name="Internal use")
    reviewed.close_matter()
    reviewed.opener.profile = other
    vendors.turned_to.emit()
    assert vendors.desk.profile == other
    assert not vendors.commands.take.isEnabled()


def test_a_place_is_shown_in_the_main_window(window, review, show, qtbot):
    second = replace(review, document=replace(review.document, sha256="8" * 64))
    shown = show(window, review, second)
    shown.commands.vendors.trigger()
    first, other = (held.id for held in shown.session.documents)
    assert shown.desk.shown == first
    shown.vendors.vendors.place_asked.emit(other, Place(13, Span(4, 12)))
    assert shown.desk.shown == other
    qtbot.waitUntil(lambda: bool(shown.review_page.reading.extraSelections()))


def test_the_window_closes_with_the_main_one(reviewed, vendors):
    reviewed.close()
    assert not vendors.isVisible()
