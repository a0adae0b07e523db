"""The trained classifier that is shipped."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.errors import ModelError
from app.matching.classifier import load_classifier
from app.matching.ngrams import Layout, uses
from app.matching.tokens import Words, WordsJoined, tokenise
from app.paths import data_dir

_MODEL = data_dir("resources") / "models" / "clauses.npz"
_SENTENCES = (
    ("governing-law", "This contract and any claim under it are governed by the laws of the Kingdom of Denmark."),
    (
        "assignment",
        "Neither party may assign or transfer this Agreement without the prior written consent of the other.",
    ),
    (
        "audit-rights",
        "Once a year the Buyer may inspect and audit the books and records of the Supplier on ten days' notice.",
    ),
    ("insurance", "The Contractor shall maintain commercial general liability insurance of at least $2,000,000."),
    ("term-renewal", "The initial term is three years and renews automatically for successive periods of one year."),
    ("liability-cap", "The total liability of the Vendor shall not exceed the fees paid in the last twelve months."),
    (
        "termination-for-convenience",
        "Either party may terminate this Agreement at any time without cause on 60 days' notice.",
    ),
    ("licence-grant", "Owner hereby grants to Dealer a non-exclusive, non-transferable licence to use the Marks."),
    (
        "force-majeure",
        "No party is liable for a delay caused by flood, war, strike or other events beyond its control.",
    ),
    ("confidentiality", "The recipient shall keep the Confidential Information secret and disclose it to nobody else."),
)


def _words(*texts: str) -> tuple[Words, Layout]:
    joined = WordsJoined()
    joined.add(tokenise(texts))
    every = [(number, number) for number in range(len(texts))]
    return joined.words(range(len(texts))), Layout(len(texts), uses(every), uses([]), uses([]))


@pytest.mark.parametrize(("clause", "text"), _SENTENCES)
def test_a_plain_sentence_gets_its_own_type_before_all_others(clause, text):
    classifier = load_classifier()
    chances = classifier.chances(classifier.scores(*_words(text)))[0]
    assert classifier.types[int(np.argmax(chances))] == clause


def test_a_sentence_that_states_no_rule_is_unlikely_to_carry_a_type():
    classifier = load_classifier()
    chances = classifier.chances(classifier.scores(*_words("The parties met in Oslo in the spring.")))[0]
    assert max(chances) < 0.5


def test_the_words_that_say_most_are_those_of_the_rule():
    words, layout = _words(
        "The weather was fine.", "In any case this deed is governed by the laws of Spain, as agreed."
    )
    sayings = load_classifier().evidence(words, layout, paragraph=1, clause="governing-law")
    row = words.numbers[words.bounds[1] :]
    assert "governed" in {
        words.vocabulary[row[place]] for saying in sayings for place in range(saying.first, saying.end)
    }


def test_a_paragraph_scores_the_same_alone_and_among_others():
    texts = [text for _, text in _SENTENCES]
    together = load_classifier().scores(*_words(*texts))
    alone = load_classifier().scores(*_words(texts[3]))
    assert np.array_equal(together[3], alone[0])


def test_a_document_without_words_scores_as_nothing():
    assert load_classifier().scores(*_words("")).shape == (1, len(load_classifier().types))


@pytest.mark.parametrize("seed", ["0", "1", "77"])
def test_scores_do_not_depend_on_the_seed_of_hashes(seed):
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import test_classifier as t; "
        "s = t.load_classifier().scores(*t._words(*(text for _, text in t._SENTENCES))); "
        "print(hashlib.sha256(s.tobytes()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parent)],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    scores = load_classifier().scores(*_words(*(text for _, text in _SENTENCES)))
    assert done.stdout.strip() == hashlib.sha256(scores.tobytes()).hexdigest()


def test_a_missing_model_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"no\.npz: the trained model is missing"):
        load_classifier(tmp_path / "no.npz")


@pytest.mark.parametrize("kept", [0, 10, 100_000])
def test_a_damaged_model_is_refused_by_name(tmp_path, kept):
    path = tmp_path / "clauses.npz"
    path.write_bytes(_MODEL.read_bytes()[:kept])
    with pytest.raises(ModelError, match=r"clauses\.npz: the trained model is damaged"):
        load_classifier(path)


def test_a_model_whose_parts_do_not_fit_is_refused(tmp_path):
    with np.load(_MODEL) as arrays:
        parts = dict(arrays)
    path = tmp_path / "clauses.npz"
    np.savez(path, **(parts | {"types": parts["types"][:-1]}))
    with pytest.raises(ModelError, match="damaged"):
        load_classifier(path)


def test_the_model_is_small_enough_to_ship():
    assert _MODEL.stat().st_size < 20_000_000


def test_a_long_document_is_scored_in_parts_as_it_is_at_once(monkeypatch):
    words, layout = _words(*(text for _, text in _SENTENCES))
    at_once = load_classifier().scores(words, layout)
    monkeypatch.setattr("app.matching.classifier._PARAGRAPHS", 3)
    assert np.array_equal(load_classifier().scores(words, layout), at_once)
