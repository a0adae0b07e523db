from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.recent_list import RecentList, RecentModel
from app.desktop.panes.start_page import StartPage
from app.service.recent import RecentMatter

DEAL = RecentMatter(
    Path("/deals/deal.counterdraft"),
    "Deal & partners",
    datetime(2026, 11, 21, 14, 2, tzinfo=UTC),
    ("0" * 64, "1" * 64),
    to_decide=14,
    decided=3,
    is_missing=False,
)
GONE = replace(DEAL, path=Path("/deals/gone.counterdraft"), title="Gone", is_missing=True)


@pytest.fixture
def recent(qtbot):
    shown = RecentList()
    qtbot.addWidget(shown)
    shown.resize(500, 200)
    shown.matters.show_matters((DEAL, GONE))
    shown.show()
    return shown


def test_the_model_obeys_qts_contract(qtmodeltester):
    model = RecentModel()
    model.show_matters((DEAL, GONE))
    qtmodeltester.check(model)


def test_a_matter_tells_how_many_documents_it_holds_and_how_far_it_is(recent):
    index = recent.matters.index(0)
    assert index.data(RecentModel.DETAIL_ROLE).endswith("2 documents · 3 of 14 decided")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Deal & partners, ")


def test_matters_of_one_title_are_told_apart_by_their_files(recent):
    recent.matters.show_matters((DEAL, replace(DEAL, path=Path("/deals/deal 2.counterdraft"))))
    told = [recent.matters.index(row).data(RecentModel.DETAIL_ROLE).split(" · ")[0] for row in range(2)]
    assert told == ["deal.counterdraft", "deal 2.counterdraft"]


def test_a_matter_whose_file_is_gone_says_so(recent):
    assert recent.matters.index(1).data(RecentModel.DETAIL_ROLE).startswith("The file is no longer there")


def test_a_click_opens_a_matter(qtbot, recent):
    place = recent.visualRect(recent.matters.index(0)).center()
    with qtbot.waitSignal(recent.matter_chosen) as told:
        qtbot.mouseClick(recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [DEAL.path]


def test_enter_opens_the_matter_that_is_chosen(qtbot, recent):
    recent.setCurrentIndex(recent.matters.index(0))
    with qtbot.waitSignal(recent.matter_chosen) as told:
        qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert told.args == [DEAL.path]


def test_delete_takes_a_matter_off_the_list(qtbot, recent):
    recent.setCurrentIndex(recent.matters.index(1))
    with qtbot.waitSignal(recent.matter_forgotten) as told:
        qtbot.keyClick(recent, Qt.Key.Key_Delete)
    assert told.args == [GONE.path]


@pytest.fixture
def start(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(900, 640)
    page.show()
    return page


def test_without_recent_matters_their_list_is_not_shown(start):
    start.show_recent(())
    assert not start.recent.isVisible()


def test_recent_matters_are_listed_and_opened_from_the_start_page(qtbot, start):
    start.show_recent((DEAL,))
    assert start.recent.isVisible()
    start.recent.setCurrentIndex(start.recent.matters.index(0))
    with qtbot.waitSignal(start.matter_chosen) as told:
        qtbot.keyClick(start.recent, Qt.Key.Key_Return)
    assert told.args == [DEAL.path]


def test_while_a_document_is_reviewed_its_name_is_shown_and_no_other_is_asked_for(start):
    start.show_reviewing("terms.docx")
    assert "terms.docx" in start.prompt.text()
    assert not start.open.isEnabled()
    start.show_waiting()
    assert start.open.isEnabled()


@pytest.mark.parametrize(("button", "signal"), [("open", "open_asked"), ("sample", "sample_asked")])
def test_the_buttons_of_the_start_page_ask_for_documents(qtbot, start, button, signal):
    with qtbot.waitSignal(getattr(start, signal)):
        getattr(start, button).click()
