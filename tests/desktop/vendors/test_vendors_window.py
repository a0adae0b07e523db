"""The window with the worker of all tests."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog

from app.desktop.vendors_window import VendorsWindow
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile

SLOW = 20_000  # the worker loads the stages once
ENDING = "Termination. The Provider may terminate this Agreement if you breach it and do not cure within {0} days."
LAW = "Governing Law. This Agreement is governed by the laws of {0}."


@pytest.fixture
def make_terms(tmp_path):
    """Write terms of service with a cure period, and return their path."""

    def write(name, days=30, law="Ireland"):
        path = tmp_path / name
        path.write_text(f"Terms of Service\n\n{ENDING.format(days)}\n\n{LAW.format(law)}\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def vendors(qtbot, worker):
    vendors = VendorsWindow(worker.call)
    vendors.use(DeploymentProfile(name="Ours"), None)
    qtbot.addWidget(vendors)
    with qtbot.waitExposed(vendors):
        vendors.show()
    return vendors


@pytest.fixture
def add(qtbot, vendors):
    """Add files, and wait until they are columns."""

    def adding(*paths):
        with qtbot.waitSignal(vendors.desk.matrix_changed, timeout=SLOW):
            vendors.add_files(paths)

    return adding


@pytest.fixture
def compared(vendors, add, make_terms):
    """The window with two vendors."""
    add(make_terms("alpha.txt", 60), make_terms("beta.txt", 5))
    return vendors


def titles(vendors):
    return [column.title for column in vendors.desk.matrix.columns]


def follow(qtbot, vendors, act):
    """Do what changes the columns, and wait for what they come to."""
    with qtbot.waitSignal(vendors.desk.matrix_changed, timeout=SLOW):
        act()


def cell_of(vendors, clause, column):
    row = next(row for row in vendors.desk.matrix.rows if row.clause.id == clause)
    return row.cells[column]


def test_each_document_becomes_a_column_with_its_rank(compared):
    assert titles(compared) == ["alpha", "beta"]
    assert len(compared.page.ranking.chips) == 2
    assert compared.page.ranking.label.text() == "Fit to Ours:"


def test_facts_stand_on_the_same_scale(compared):
    facts = [cell_of(compared, "termination-for-breach", column).term.facts for column in (0, 1)]
    assert [[fact.shown for fact in each if fact.key == "cure_days"] for each in facts] == [["60 days"], ["5 days"]]


def test_a_document_that_cannot_be_read_is_named_and_loses_nothing(vendors, add, make_terms, tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 cut short")
    add(make_terms("alpha.txt"), broken, make_terms("beta.txt"))
    assert titles(vendors) == ["alpha", "beta"]
    assert "broken.docx" in vendors.page.messages.label.text()
    assert [line.startswith("broken.docx") for line in vendors.desk.matrix.left_out] == [True]


def test_stop_ends_the_reading_and_keeps_what_was_read(qtbot, compared, make_terms):
    compared.add_files([make_terms(f"more-{number}.txt") for number in range(9)])
    assert compared.commands.stop.isEnabled()
    compared.commands.stop.trigger()
    qtbot.waitUntil(lambda: not compared.runner.busy, timeout=SLOW)
    assert titles(compared)[:2] == ["alpha", "beta"]
    assert len(compared.desk.columns) < 11


def test_columns_move_and_the_chosen_one_stays_chosen(qtbot, compared):
    compared.page.table.choose_column(0)
    follow(qtbot, compared, compared.commands.right.trigger)
    assert titles(compared) == ["beta", "alpha"]
    assert compared.page.table.column == 1
    assert (compared.commands.left.isEnabled(), compared.commands.right.isEnabled()) == (True, False)


def test_a_column_is_put_under_another_and_taken_apart_again(qtbot, compared):
    compared.page.table.choose_column(1)
    compared.commands.under.aboutToShow.emit()
    under = compared.commands.under.actions()
    assert [action.text() for action in under] == ["alpha"]
    follow(qtbot, compared, under[0].trigger)
    layers = [layer.title for layer in compared.desk.matrix.columns[0].layers]
    assert (titles(compared), layers) == (["alpha"], ["alpha", "beta"])
    follow(qtbot, compared, compared.commands.part.trigger)
    assert titles(compared) == ["alpha", "beta"]


def test_layers_are_added_to_a_column(qtbot, compared, make_terms, monkeypatch):
    names = [str(make_terms("cloud.txt", 10))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    compared.page.table.choose_column(1)
    follow(qtbot, compared, compared.commands.layers.trigger)
    assert [layer.title for layer in compared.desk.matrix.columns[1].layers] == ["beta", "cloud"]


def test_a_column_gets_the_title_that_is_typed(qtbot, compared, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: (" Vendor A ", True))
    follow(qtbot, compared, compared.commands.rename.trigger)
    assert titles(compared) == ["Vendor A", "beta"]


def test_without_its_last_column_the_window_says_how_to_begin(qtbot, compared):
    follow(qtbot, compared, compared.commands.remove.trigger)
    assert titles(compared) == ["beta"]
    follow(qtbot, compared, compared.commands.remove.trigger)
    assert compared.desk.matrix is None
    assert compared.page.add.isVisible()


def test_files_are_dropped_on_the_window(qtbot, vendors, make_terms):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(make_terms("alpha.txt")))])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(vendors.desk.matrix_changed, timeout=SLOW):
        vendors.dropEvent(drop)
    assert titles(vendors) == ["alpha"]


def test_a_place_is_read_in_this_window_where_the_matter_does_not_hold_the_document(qtbot, compared):
    compared.page.table.choose("termination-for-breach", 0)
    with qtbot.assertNotEmitted(compared.place_asked):
        compared.page.table.activated.emit(compared.page.table.currentIndex())
    assert compared.page.place.isVisible()
    assert compared.page.place.title.text() == "alpha"
    compared.commands.stop.trigger()
    assert not compared.page.place.isVisible()


def test_a_place_is_asked_for_where_the_matter_holds_the_document(qtbot, compared):
    compared.show_matter([HeldDocument(7, compared.desk.columns[0].reviews[0])])
    compared.page.table.choose("termination-for-breach", 0)
    with qtbot.waitSignal(compared.place_asked) as told:
        compared.page.table.activated.emit(compared.page.table.currentIndex())
    assert told.args[0] == 7
    assert not compared.page.place.isVisible()


def test_documents_of_the_matter_are_added_once_for_the_profile_of_the_table(qtbot, compared):
    other = compared.desk.columns[0].reviews[0]
    document = replace(other.document, sha256="7" * 64, path=Path("gamma.txt"))
    held = replace(other, document=document, profile=DeploymentProfile(name="Theirs"))
    compared.show_matter([HeldDocument(1, other), HeldDocument(2, held)])
    assert compared.commands.take.isEnabled()
    follow(qtbot, compared, compared.commands.take.trigger)
    assert titles(compared) == ["alpha", "beta", "gamma"]
    assert {layer.review.profile.name for column in compared.desk.matrix.columns for layer in column.layers} == {"Ours"}
    assert not compared.commands.take.isEnabled()


def test_another_profile_in_use_is_offered_and_judged_for(qtbot, compared):
    compared.use(DeploymentProfile(name="Internal use", monthly_active_users=900_000_000), None)
    assert compared.desk.matrix.profile.name == "Ours"
    follow(qtbot, compared, compared.page.messages.action.click)
    assert compared.desk.matrix.profile.name == "Internal use"


def test_what_is_in_use_is_offered_once(compared):
    other = DeploymentProfile(name="Internal use")
    compared.use(other, None)
    compared.page.messages.hide()
    compared.use(other, None)
    assert not compared.page.messages.isVisible()


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_the_table_is_written_and_no_document_with_it(qtbot, compared, tmp_path, monkeypatch, ending):
    before = {path: path.read_bytes() for path in tmp_path.glob("*.txt")}
    target = tmp_path / "out" / "vendors"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    export = {".xlsx": compared.commands.workbook, ".docx": compared.commands.word}[ending]
    with qtbot.waitSignal(compared.desk.exported, timeout=SLOW):
        export.trigger()
    assert [path.name for path in target.parent.iterdir()] == [f"vendors{ending}"]
    assert {path: path.read_bytes() for path in tmp_path.glob("*.txt")} == before


def test_what_cannot_be_written_is_told_and_loses_nothing(qtbot, compared, tmp_path, monkeypatch):
    (tmp_path / "taken").write_text("a file, and no folder")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "taken" / "vendors.xlsx"), ""))
    with qtbot.waitSignal(compared.desk.failed, timeout=SLOW):
        compared.commands.workbook.trigger()
    assert "taken" in compared.page.messages.label.text()
    assert titles(compared) == ["alpha", "beta"]


def test_a_window_that_is_opened_again_has_its_columns_and_works_on(compared, add, make_terms):
    compared.close()
    compared.show()
    assert titles(compared) == ["alpha", "beta"]
    add(make_terms("gamma.txt"))
    assert titles(compared) == ["alpha", "beta", "gamma"]
