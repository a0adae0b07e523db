import json

import pytest

from app.model.profile import DeploymentProfile
from app.service.library_coverage import cover, coverage_json
from app.service.settings import load_clause_library

LICENCE = """\
MODEL LICENCE

This licence is made between Heron Labs ("Licensor") and the person who downloads the Model ("Licensee").

1. Licensor may audit Licensee on ten days' notice.
"""


@pytest.fixture
def covered(library_with, tmp_path):
    """Cover two documents, one of which carries the clause type, and a file that is none."""
    papers = tmp_path / "papers"
    (papers / "more").mkdir(parents=True)
    (papers / "one.txt").write_text(LICENCE, encoding="utf-8")
    (papers / "more" / "two.txt").write_text("Licensee may use the Model as it likes.\n", encoding="utf-8")
    (papers / "three.docx").write_bytes(b"PK\x03\x04 no")
    (papers / "notes.csv").write_text("a,b\n", encoding="utf-8")
    return cover([papers], load_clause_library(library_with()), DeploymentProfile())


def test_documents_of_a_folder_and_its_folders_are_counted(covered):
    assert (covered.documents, covered.clauses[0].documents) == (2, 1)


def test_facts_that_no_words_gave_are_told(covered):
    assert covered.clauses[0].facts == (("notice_days", 1), ("yearly", 0))
    assert covered.clauses[0].unread == ("yearly",)


def test_positions_on_which_no_document_stands_are_told(covered):
    assert covered.clauses[0].rungs == (0, 1, 0)
    assert covered.clauses[0].unreached == (1, 3)


def test_a_file_that_cannot_be_read_is_told_and_others_are_passed_over(covered):
    assert [str(error).split(":")[0] for error in covered.problems] == ["three.docx"]


def test_the_json_names_positions_facts_and_problems(covered):
    whole = json.loads(coverage_json(covered))
    assert whole["documents"] == 2
    assert whole["clauses"][0]["positions"][1] == {"level": "fallback", "name": "Ten days' notice", "documents": 1}
    assert whole["clauses"][0]["facts"] == {"notice_days": 1, "yearly": 0}
    assert len(whole["problems"]) == 1
