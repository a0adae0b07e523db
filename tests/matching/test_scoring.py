import json

import pytest

from app.errors import ModelError
from app.matching.classifier import load_classifier
from app.matching.scoring import Weights, load_weights, parts_that_count, score_of, threshold_of

WEIGHTS = Weights(
    offset=-1.0, cues=3.0, heading=0.5, classifier=1.0, both=-0.2, definition=-1.0, position=0.0, threshold=0.4
)


def test_without_weights_a_strong_cue_settles_it():
    assert score_of({"cues": 0.9}, None) == pytest.approx(0.9)


def test_without_weights_a_weak_cue_needs_company():
    assert score_of({"cues": 0.35}, None) < threshold_of(None)


@pytest.mark.parametrize("company", [{"heading": 1.0}, {"classifier": 0.6}])
def test_without_weights_a_heading_or_the_classifier_is_company(company):
    assert score_of({"cues": 0.35} | company, None) >= threshold_of(None)


def test_without_weights_the_classifier_alone_settles_nothing():
    assert score_of({"classifier": 1.0, "heading": 1.0}, None) == 0.0


def test_with_weights_the_classifier_alone_may_settle_it():
    assert score_of({"classifier": 0.95}, WEIGHTS) >= threshold_of(WEIGHTS)


@pytest.mark.parametrize("part", ["cues", "heading", "classifier"])
def test_with_weights_a_part_that_says_more_gives_a_higher_score(part):
    said = {"cues": 0.3, "heading": 0.0, "classifier": 0.3}
    assert score_of(said | {part: 0.9}, WEIGHTS) > score_of(said, WEIGHTS)


@pytest.mark.parametrize(("weights", "told"), [(None, ["cues"]), (WEIGHTS, ["cues", "definition", "position"])])
def test_only_parts_that_count_for_a_type_are_told(weights, told):
    assert list(parts_that_count({"cues": 0.3, "definition": 1.0, "position": 0.5}, weights)) == told


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_a_chance_without_doubt_gives_a_score_all_the_same(chance):
    assert 0.0 < score_of({"classifier": chance}, WEIGHTS) < 1.0


def test_the_weights_that_are_shipped_can_be_read():
    assert all(0.0 < weights.threshold < 1.0 for weights in load_weights().values())


def test_the_classifier_that_is_shipped_knows_every_type_with_weights():
    assert set(load_weights()) <= set(load_classifier().types)


def test_weights_that_are_missing_are_told_by_their_file(tmp_path):
    with pytest.raises(ModelError, match=r"weights\.json: the weights of the trained model are missing"):
        load_weights(tmp_path / "weights.json")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        json.dumps({"format": 0, "types": {}}),
        json.dumps({"format": 1, "types": {"notices": {"cues": 1.0}}}),
        json.dumps({"format": 1}),
    ],
)
def test_weights_that_are_damaged_are_told_by_their_file(tmp_path, text):
    path = tmp_path / "weights.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"weights\.json: the weights of the trained model are damaged"):
        load_weights(path)
