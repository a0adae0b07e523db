import pytest

from app.desktop.library.entries_pane import EntriesPane


@pytest.fixture
def pane(qtbot, shelf):
    pane = EntriesPane()
    qtbot.addWidget(pane)
    pane.show_shelf(shelf)
    return pane


def test_the_count_says_how_many_of_all_are_shown(pane, qtbot):
    assert pane.count.text() == "4 clause types"
    qtbot.keyClicks(pane.search, "governing")
    assert pane.count.text() == "1 of 4 clause types"


def test_where_no_entry_fits_the_pane_says_what_to_do(pane, qtbot):
    qtbot.keyClicks(pane.search, "zzz")
    assert pane.count.text() == "No entry fits. Take out a word or a filter."


def test_a_chip_keeps_those_that_our_folder_changes(pane):
    pane.chips["changed"].click()
    assert pane.count.text() == "3 of 4 clause types"


def test_choosing_a_row_tells_its_entry(pane, qtbot, shelf):
    with qtbot.waitSignal(pane.entry_chosen) as chosen:
        pane.choose("governing-law")
    assert chosen.args == [shelf.entries[1]]


def test_an_entry_that_the_filters_hide_is_shown_all_the_same(pane, qtbot):
    qtbot.keyClicks(pane.search, "governing")
    pane.chips["protection"].click()
    assert pane.choose("site-visits")
    assert pane.tree.currentIndex().data() == "Visits by the vendor"
    assert (pane.search.text(), pane.chips["protection"].isChecked()) == ("", False)


def test_an_id_that_is_not_there_is_not_chosen(pane):
    assert not pane.choose("nothing")


def test_the_pack_stays_chosen_when_the_library_is_read_anew(pane, shelf):
    pane.packs.setCurrentIndex(pane.packs.findData("general"))
    pane.show_shelf(shelf)
    assert (pane.packs.currentData(), pane.count.text()) == ("general", "2 of 4 clause types")
