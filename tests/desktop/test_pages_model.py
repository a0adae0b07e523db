from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.desktop.pages_model import PagesModel


@pytest.fixture
def model(printed):
    model = PagesModel()
    model.show_review(printed)
    return model


def test_the_model_obeys_qts_contract(qtmodeltester, model):
    qtmodeltester.check(model)


def test_there_is_a_row_for_each_page(model):
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Page 1", "Page 2"]


def test_a_screen_reader_hears_the_findings_of_a_page(model):
    assert (
        model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Page 1 of 2, findings: User threshold (critical), Change of the use policy (medium)"
    )


def test_a_screen_reader_hears_that_a_page_has_none(model, printed):
    model.show_review(replace(printed, findings=(), redlines=()))
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 2 of 2, no findings"


def test_the_same_document_judged_again_keeps_its_rows(qtbot, model, printed):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_review(replace(printed, redlines=()))


def test_another_document_replaces_all_rows(qtbot, model, printed):
    other = replace(printed.document, page_list=printed.document.page_list[:1])
    with qtbot.waitSignal(model.modelReset):
        model.show_review(replace(printed, document=other))
    assert model.rowCount() == 1
