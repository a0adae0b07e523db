import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.desktop.comparing.change_delegate import ChangeDelegate
from app.desktop.comparing.changes_model import ChangesModel
from app.desktop.comparing.entries import entries_of


@pytest.fixture
def view(qtbot, comparison, judged):
    """The list of changes, painted row by row."""
    view = QListView()
    qtbot.addWidget(view)
    model = ChangesModel(view)
    entries = entries_of(comparison, judged)
    model.show_comparison(comparison, entries)
    model.list_entries(entries)
    view.setModel(model)
    view.setItemDelegate(ChangeDelegate(view))
    return view


def painted(view, row):
    image = QImage(300, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.rect = QRect(0, 0, 300, 80)
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.model().index(row, 0))
    painter.end()
    return image


def test_a_change_that_does_something_has_a_line_more(view):
    rows = [view.sizeHintForIndex(view.model().index(row, 0)).height() for row in (1, 2)]
    assert rows[1] - rows[0] == view.fontMetrics().height()


def test_what_is_not_covered_looks_otherwise_than_what_does_nothing(view, comparison):
    covered = painted(view, 5)
    model = view.model()
    model.show_comparison(comparison, entries_of(comparison))
    model.list_entries(entries_of(comparison))
    assert painted(view, 5) != covered


def test_each_change_is_painted(view):
    assert len({bytes(painted(view, row).constBits()) for row in range(7)}) == 7
