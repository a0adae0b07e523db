from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, Qt

from app.desktop.watching.baselines_model import BaselinesModel
from app.desktop.watching.branches import branches_of
from app.desktop.watching.versions_model import DAY, NAME, STATE, VersionRow, VersionsModel
from app.desktop.watching.watch_model import WatchModel
from app.model.kept import KeptFile

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
MAY = date(2025, 5, 1)
ROWS = (
    VersionRow(7, "use.md", MAY, "read", "84 paragraphs were read"),
    VersionRow(8, "new.md", None, "not read", "why"),
)
TODAY = date(2026, 3, 4)


def kept(review_by, owner="Ada"):
    return KeptFile(1, None, "baseline", "use.md", "0" * 64, datetime(2026, 1, 2, tzinfo=UTC), owner, review_by)


def test_the_tree_is_a_model_that_qt_takes(qtmodeltester, found):
    model = WatchModel()
    model.show_branches(branches_of(found))
    qtmodeltester.check(model)


def test_a_row_of_the_tree_is_spoken_with_what_is_told_below_it(found):
    model = WatchModel()
    model.show_branches(branches_of(found))
    step = model.index(0, 0)
    change = model.index(0, 0, model.index(0, 0, step))
    assert change.data(SPOKEN) == "A new prohibition touches: output used for medical advice, Worse, New, clause 5"
    assert change.parent().parent() == step


def test_the_versions_are_a_model_that_qt_takes(qtmodeltester):
    model = VersionsModel()
    model.show_rows(ROWS)
    qtmodeltester.check(model)


def test_only_the_day_of_a_version_can_be_edited():
    model = VersionsModel()
    model.show_rows(ROWS)
    editable = [bool(model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable) for column in (NAME, DAY, STATE)]
    assert editable == [False, True, False]


def test_a_corrected_day_is_handed_on(qtbot):
    model = VersionsModel()
    model.show_rows(ROWS)
    with qtbot.waitSignal(model.day_corrected) as told:
        assert model.setData(model.index(1, DAY), QDate(2025, 6, 3))
    assert told.args == [8, date(2025, 6, 3)]


def test_the_same_day_is_not_handed_on(qtbot):
    model = VersionsModel()
    model.show_rows(ROWS)
    with qtbot.assertNotEmitted(model.day_corrected):
        model.setData(model.index(0, DAY), QDate(2025, 5, 1))


def test_a_screen_reader_says_that_no_day_is_known_and_why_a_file_was_not_read():
    model = VersionsModel()
    model.show_rows(ROWS)
    assert (model.index(1, DAY).data(SPOKEN), model.index(1, STATE).data(SPOKEN)) == ("day not known", "why")


def test_the_baselines_are_a_model_that_qt_takes(qtmodeltester):
    model = BaselinesModel()
    model.show_files((kept(TODAY), kept(None)), TODAY)
    qtmodeltester.check(model)


def test_a_baseline_says_that_its_day_is_over():
    model = BaselinesModel()
    model.show_files((kept(date(2026, 3, 3)), kept(TODAY), kept(date(2026, 3, 5)), kept(None, owner="")), TODAY)
    assert [model.index(row, 1).data() for row in range(4)] == [
        "2026-03-03, overdue",
        "2026-03-04, due",
        "2026-03-05",
        "not set",
    ]
    assert model.index(3, 2).data() == "nobody named"
