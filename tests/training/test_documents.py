"""The documents that we wrote to learn from are whole, and are read as they are written."""

import json
import sys
from pathlib import Path

import pytest

from app.paths import data_dir

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "training"))

from documents import read_documents  # noqa: E402 - the scripts of a folder that is no package

FILES = sorted((ROOT / "training" / "documents").glob("*.jsonl"))
KNOWN = {file.stem for file in data_dir("clause_library").rglob("*.yaml")}

by_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def lines_of(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_there_are_documents():
    assert FILES


@by_file
def test_every_paragraph_names_only_known_clause_types_each_once(file):
    wrong = [
        line
        for line in lines_of(file)
        if not set(line["clauses"]) <= KNOWN or len(set(line["clauses"])) < len(line["clauses"])
    ]
    assert wrong == []


@by_file
def test_every_lead_in_is_a_paragraph_of_the_document(file):
    texts = {line["text"] for line in lines_of(file)}
    assert [line for line in lines_of(file) if line.get("lead_in", line["text"]) not in texts] == []


@by_file
def test_every_labelled_paragraph_is_read_with_its_labels(file, tmp_path):
    (tmp_path / file.name).write_bytes(file.read_bytes())
    read = read_documents(tmp_path, workers=1)[0]
    written = sum(len(line["clauses"]) for line in lines_of(file))
    assert sum(map(len, read.labels)) >= 0.9 * written  # short cells of tables may be read as headings


def test_a_file_that_is_read_otherwise_than_written_is_refused(tmp_path):
    line = {"text": "You pay [the fees](https://example.com/fees) at once.", "heading": "", "clauses": ["fees-payment"]}
    (tmp_path / "odd.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.jsonl: read otherwise than written: 'You pay the fees"):
        read_documents(tmp_path, workers=1)
