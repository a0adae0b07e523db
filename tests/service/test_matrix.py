"""Columns of files and of reviews."""

from dataclasses import replace

import pytest

from app.errors import Cancelled
from app.model.document import Opening
from app.model.profile import DeploymentProfile
from app.service.matrix import ColumnFiles, ColumnReviews, compare_files, compare_reviews, listed_columns
from app.service.review import review
from app.service.samples import sample_path
from app.service.settings import load_clause_library

SAMPLE = (sample_path(), Opening())


@pytest.fixture(scope="module")
def library():
    return load_clause_library(None)


@pytest.fixture(scope="module")
def found(library):
    return review(*SAMPLE[:1], library, DeploymentProfile(), drafts=False)


def test_without_drafts_findings_are_those_of_any_review(found, library):
    whole = review(SAMPLE[0], library, DeploymentProfile())
    assert whole.redlines
    assert (found.redlines, found.notes, found.undrafted) == ((), (), ())
    assert found.findings == whole.findings


def test_a_file_of_several_columns_is_reviewed_once(library):
    seen = []
    columns = [ColumnFiles((SAMPLE,)), ColumnFiles((SAMPLE,), "Again")]
    matrix = compare_files(columns, library, DeploymentProfile(), seen.append)
    assert [column.title for column in matrix.columns] == [SAMPLE[0].stem, "Again"]
    assert matrix.columns[0].layers[0].review is matrix.columns[1].layers[0].review
    assert (seen[-1].done, seen[-1].total) == (100, 100)


def test_a_stop_stops_it(library):
    def stop(_):
        raise Cancelled

    with pytest.raises(Cancelled):
        compare_files([ColumnFiles((SAMPLE,))], library, DeploymentProfile(), stop)


def test_columns_with_one_title_are_told_apart(found, library):
    columns = [ColumnReviews((found,), "Azure"), ColumnReviews((found,), "Azure")]
    matrix = compare_reviews(columns, library, DeploymentProfile())
    assert [column.title for column in matrix.columns] == ["Azure", "Azure (2)"]


def test_what_another_layer_holds_is_missing_no_more(found, library):
    rules = replace(found, document=replace(found.document, title="Rules", incorporated=()), document_type="use-policy")
    alone, both = (
        compare_reviews([ColumnReviews(reviews)], library, DeploymentProfile()).columns[0].layers[0].not_read
        for reviews in ((found,), (found, rules))
    )
    assert alone == ("Usage Rules is not attached and was not reviewed (see 3.2)",)
    assert both == ()


def test_each_document_is_a_column_and_each_title_one_of_layers(tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("One.", encoding="utf-8")
    two.write_text("Two.", encoding="utf-8")
    columns, left_out = listed_columns([one], {"Both": [two, one]})
    assert [(column.title, [path.name for path, _ in column.files]) for column in columns] == [
        ("", ["one.txt"]),
        ("Both", ["two.txt", "one.txt"]),
    ]
    assert left_out == []


def test_a_file_that_cannot_be_opened_is_named_once_and_lost_to_every_column(tmp_path):
    absent = tmp_path / "absent.txt"
    columns, left_out = listed_columns([], {"One": [absent], "Other": [absent]})
    assert [column.lost for column in columns] == [("absent.txt",), ("absent.txt",)]
    assert len(left_out) == 1
