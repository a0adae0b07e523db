"""The command that trains the classifier, on a handful of contracts that are made up here."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.matching.classifier import load_classifier
from app.matching.scoring import load_weights, score_of

_ROOT = Path(__file__).parents[2]
_RULES = {
    "Governing Law": "This Agreement is governed by the laws of {0} and construed under them.",
    "Audit Rights": "{0} may audit the books and records of the other once in each year.",
}
_FILLING = "The parties hold a meeting in {0} every spring and take minutes of it."
_PLACES = ("Norway", "Chile", "Kenya", "Japan", "Malta", "Oman", "Peru", "Fiji", "Cuba", "Mali", "Laos", "Togo")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder like CUAD's, a mapping, and examples of a type that CUAD does not label."""
    tmp_path = tmp_path_factory.mktemp("data")
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
    (tmp_path / "library").mkdir()
    shutil.copy(_ROOT / "clause_library" / "general-commercial" / "governing-law.yaml", tmp_path / "library")
    return tmp_path


def _train(data, out, *more, seed="0"):
    places = ("--cuad", data, "--mapping", data / "mapping.csv", "--examples", data / "examples")
    places += ("--documents", data / "documents", "--library", data / "library", "--out", out)
    done = subprocess.run(
        [sys.executable, _ROOT / "training" / "train.py", *places, *more],
        env=os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def trained(data, tmp_path_factory):
    """What training leaves of the whole data: model, weights and scores."""
    out = tmp_path_factory.mktemp("out")
    _train(data, out, "--scores", out, seed="1")
    return out


def test_the_same_data_give_the_same_bytes_whatever_the_seed_of_hashes(data, trained, tmp_path):
    _train(data, tmp_path, seed="2")
    assert (trained / "clauses.npz").read_bytes() == (tmp_path / "clauses.npz").read_bytes()
    assert (trained / "weights.json").read_bytes() == (tmp_path / "weights.json").read_bytes()


def test_cues_and_classifier_are_weighed_for_the_types_of_the_mapping(trained):
    weights = load_weights(trained / "weights.json")
    assert set(weights) == {"audit-rights", "governing-law"}
    likely, unlikely = ({"cues": 0.9, "classifier": 0.9}, {"classifier": 0.05})
    assert score_of(likely, weights["audit-rights"]) >= weights["audit-rights"].threshold
    assert score_of(unlikely, weights["audit-rights"]) < weights["audit-rights"].threshold


def test_the_model_knows_the_types_of_the_mapping_and_of_the_examples(trained):
    types = load_classifier(trained / "clauses.npz").types
    assert types == ("audit-rights", "confidentiality", "governing-law")


def test_scores_are_left_for_each_paragraph_of_each_contract(trained):
    with np.load(trained / "scores.npz") as arrays:
        law = arrays["types"].tolist().index("governing-law")
        first = arrays["firsts"][arrays["contracts"].tolist().index("Peru")]
        assert arrays["labels"][first : first + 3, law].tolist() == [1, 0, 0]
        assert arrays["scores"][first : first + 3, law].argmax() == 0


def test_types_that_cuad_does_not_label_are_not_denied_of_its_unlabelled_paragraphs(trained):
    with np.load(trained / "scores.npz") as arrays:
        secret = arrays["types"].tolist().index("confidentiality")
        assert arrays["labels"][:3, secret].tolist() == [0, 0, -1]


def test_a_fold_left_out_is_named(data, tmp_path):
    told = _train(data, tmp_path / "out", "--leave-out", "0")
    left_out = told.partition("left out:\n")[2].split()
    assert left_out
    assert set(left_out) < set(_PLACES)
