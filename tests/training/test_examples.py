"""The training examples are whole: readable lines, known clause types, each text once."""

import json
from collections import Counter
from pathlib import Path

import pytest

from app.paths import data_dir

FOLDER = Path(__file__).parents[2] / "training" / "examples"
FILES = sorted(FOLDER.glob("*.jsonl"))
KEYS = {"text", "heading", "clauses"}

KNOWN = {file.stem for file in FILES} | {file.stem for file in data_dir("clause_library").rglob("*.yaml")}
"""The ids of clause types that have a file of examples or of the library."""

by_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def read(file):
    """Return the examples of a file, one for each of its lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def counts():
    """Count how often each text occurs in all files, capitals and spaces apart."""
    return Counter(plain(example["text"]) for file in FILES for example in read(file))


def plain(text):
    return " ".join(text.lower().split())


def test_there_are_examples():
    assert FILES


@by_file
def test_every_example_has_the_known_keys_and_nothing_else(file):
    assert [example for example in read(file) if set(example) - {"lead_in"} != KEYS] == []


@by_file
def test_every_example_names_only_known_clause_types_each_once(file):
    wrong = [
        example
        for example in read(file)
        if not set(example["clauses"]) <= KNOWN or len(set(example["clauses"])) < len(example["clauses"])
    ]
    assert wrong == []


@by_file
def test_at_least_half_of_a_file_carries_the_type_it_is_named_after(file):
    examples = read(file)
    assert 2 * sum(file.stem in example["clauses"] for example in examples) >= len(examples)


@by_file
def test_no_text_is_shorter_than_three_words(file):
    assert [example for example in read(file) if len(example["text"].split()) < 3] == []


@by_file
def test_no_text_occurs_twice_in_all_files(file, counts):
    assert [example["text"] for example in read(file) if counts[plain(example["text"])] > 1] == []
