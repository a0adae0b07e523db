from datetime import date

import pytest

from app.errors import ExportError
from app.model.profile import DeploymentProfile
from app.service.plan import export_plan, make_plan
from app.service.review import review
from app.service.settings import load_clause_library

WHEN = date(2026, 11, 21)
TERMS = """\
HERON CLOUD SERVICES AGREEMENT

Effective Date: 1 March 2026

This Agreement is between Heron Cloud Ltd ("Provider") and Wren GmbH ("Customer"). Provider supplies a subscription.

1. Term. The initial term begins on the Effective Date and runs for twelve (12) months. It renews automatically for
successive terms of twelve (12) months unless either party gives notice of non-renewal at least sixty (60) days before
the end of the current term.
"""


@pytest.fixture
def found(tmp_path):
    path = tmp_path / "heron.txt"
    path.write_text(TERMS, encoding="utf-8")
    return review(path, load_clause_library(None), DeploymentProfile(hosting="saas", paid=True))


def test_the_last_day_to_stop_a_renewal_is_read_from_the_document(found):
    duties = make_plan(found, when=WHEN).duties
    assert ("Term and renewal", date(2026, 12, 31)) in [(duty.title, duty.on) for duty in duties]


def test_that_day_stands_in_the_monitoring_plan(found):
    assert date(2026, 12, 31) in [watch.next for watch in make_plan(found, when=WHEN).watches]


def test_the_workbook_is_named_after_the_document(found, tmp_path):
    path = export_plan(found, make_plan(found, when=WHEN), tmp_path / "out")
    assert (path.name, path.read_bytes()[:2]) == ("heron.plan.xlsx", b"PK")


def test_a_folder_that_is_a_file_is_told(found, tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(ExportError):
        export_plan(found, make_plan(found, when=WHEN), tmp_path / "out")
