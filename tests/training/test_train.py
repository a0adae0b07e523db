"""The command that trains the classifier, on a handful of contracts that are made up here."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.matching.classifier import load_classifier

_ROOT = Path(__file__).parents[2]
_RULES = {
    "Governing Law": "This Agreement is governed by the laws of {0} and construed under them.",
    "Audit Rights": "{0} may audit the books and records of the other once in each year.",
}
_FILLING = "The parties hold a meeting in {0} every spring and take minutes of it."
_PLACES = ("Norway", "Chile", "Kenya", "Japan", "Malta", "Oman", "Peru", "Fiji", "Cuba", "Mali", "Laos", "Togo")


@pytest.fixture
def data(tmp_path):
    """A folder like CUAD's, a mapping, and examples of a type that CUAD does not label."""
    (tmp_path / "full_contract_txt").mkdir()
    (tmp_path / "examples").mkdir()
    rows = []
    for place in _PLACES:
        text = ""
        for label, sentence in (*_RULES.items(), ("", _FILLING)):
            words = sentence.format(place)
            labels = [label] if label else []
            overlap = dict.fromkeys(labels, 1.0)
            end = len(text) + len(words)
            rows.append(
                {"contract": place, "start": len(text), "end": end, "text": words, "labels": labels, "overlap": overlap}
            )
            text += words + "\n\n"
        (tmp_path / "full_contract_txt" / f"{place}.txt").write_text(text, encoding="utf-8")
    with gzip.open(tmp_path / "paragraphs.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    mapping = "cuad_category,clause_id\nGoverning Law,governing-law\nAudit Rights,audit-rights\n"
    (tmp_path / "mapping.csv").write_text(mapping, encoding="utf-8")
    examples = [
        {"text": f"{name} keeps all information from {name} secret.", "heading": "", "clauses": ["confidentiality"]}
        for name in _PLACES
    ]
    lines = "".join(json.dumps(example) + "\n" for example in examples)
    (tmp_path / "examples" / "confidentiality.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def _train(data, out, *more, seed="0"):
    places = ("--cuad", data, "--mapping", data / "mapping.csv", "--examples", data / "examples", "--out", out)
    done = subprocess.run(
        [sys.executable, _ROOT / "training" / "train.py", *places, *more],
        env=os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    return done.stdout


def test_the_same_data_give_the_same_bytes_whatever_the_seed_of_hashes(data, tmp_path):
    _train(data, tmp_path / "one", seed="1")
    _train(data, tmp_path / "two", seed="2")
    assert (tmp_path / "one" / "clauses.npz").read_bytes() == (tmp_path / "two" / "clauses.npz").read_bytes()


def test_the_model_knows_the_types_of_the_mapping_and_of_the_examples(data, tmp_path):
    _train(data, tmp_path / "out")
    types = load_classifier(tmp_path / "out" / "clauses.npz").types
    assert types == ("audit-rights", "confidentiality", "governing-law")


def test_scores_are_left_for_each_paragraph_of_each_contract(data, tmp_path):
    _train(data, tmp_path / "out", "--scores", tmp_path / "scores")
    with np.load(tmp_path / "scores" / "scores.npz") as arrays:
        law = arrays["types"].tolist().index("governing-law")
        first = arrays["firsts"][arrays["contracts"].tolist().index("Peru")]
        assert arrays["labels"][first : first + 3, law].tolist() == [1, 0, 0]
        assert arrays["scores"][first : first + 3, law].argmax() == 0


def test_a_fold_left_out_is_named(data, tmp_path):
    told = _train(data, tmp_path / "out", "--leave-out", "0")
    left_out = told.partition("left out:\n")[2].split()
    assert left_out
    assert set(left_out) < set(_PLACES)


def test_types_that_cuad_does_not_label_are_not_denied_of_its_unlabelled_paragraphs(data, tmp_path):
    _train(data, tmp_path / "out", "--scores", tmp_path / "scores")
    with np.load(tmp_path / "scores" / "scores.npz") as arrays:
        secret = arrays["types"].tolist().index("confidentiality")
        assert arrays["labels"][:3, secret].tolist() == [0, 0, -1]
