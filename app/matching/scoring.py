"""The score of a paragraph for a clause type: what its parts say, weighed into one chance.

For the clause types that enough real contracts were labelled for, the weights and the score that is enough come from
training (`training/combine.py`). For all others the parts are taken as independent evidence: a strong cue settles it;
weak cues need company, of each other, of a heading or of the classifier, which alone settles nothing there. A sentence
in which a cue against the type stands says nothing for it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path
from typing import TypedDict

from app.errors import ModelError
from app.matching.pipeline import Scan
from app.model.clause import Cues
from app.model.span import Span
from app.paths import data_dir

FORMAT = 1
FILE = "weights.json"
_STRONG, _WEAK, _HEADING, _CLASSIFIER = 0.9, 0.35, 0.3, 0.5
_EVIDENCE = ("cues", "heading", "classifier")
_ENOUGH = 0.5
_SUREST = 6.0
"""Bounds of the logarithm of the classifier's odds: beyond it is no surer."""

Parts = dict[str, float]
"""What each part says of a paragraph, from 0 to 1: "cues", "heading", "classifier", "definition", "position"."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the parts count for in the score of one clause type, as logarithms of odds.

    Attributes:
        both: What the classifier counts for less, or more, where there are cues.
        threshold: The score from which a paragraph carries the type.
    """

    offset: float
    cues: float
    heading: float
    classifier: float
    both: float
    definition: float
    position: float
    threshold: float

    def score(self, parts: Parts) -> float:
        """Return the chance that a paragraph of which `parts` is said carries the type."""
        odds = logarithm_of_odds(parts["classifier"])
        cues = parts.get("cues", 0.0)
        total = (
            self.offset
            + self.cues * cues
            + self.heading * parts.get("heading", 0.0)
            + (self.classifier + self.both * cues) * odds
            + self.definition * parts.get("definition", 0.0)
            + self.position * parts.get("position", 0.0)
        )
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def logarithm_of_odds(chance: float) -> float:
    """Return the natural logarithm of the odds of `chance`, within bounds."""
    if chance <= 0.0:
        return -_SUREST
    if chance >= 1.0:
        return _SUREST
    return max(-_SUREST, min(_SUREST, log(chance / (1 - chance))))


def cues_in(cues: Cues, scan: Scan) -> tuple[float, tuple[Span, ...]]:
    """Return what the cues in a paragraph say together, and the words they are; 0 without any."""
    barred = {scan.sentence_at(place.start) for place in scan.places(cues.against)}
    evidence: list[Span] = []
    doubt = 1.0
    for patterns, weight in ((cues.strong, _STRONG), (cues.weak, _WEAK)):
        for pattern in patterns:
            spans = [s for s in scan.found.get(pattern, ()) if scan.sentence_at(s.start) not in barred]
            if spans:
                evidence.extend(spans)
                doubt *= 1 - weight
    return 1 - doubt, tuple(sorted(evidence, key=lambda s: (s.start, s.end)))


def parts_that_count(parts: Parts, weights: Weights | None) -> Parts:
    """Return the parts that the score is made of: all with `weights`; else neither definition nor position."""
    return {name: part for name, part in parts.items() if weights is not None or name in _EVIDENCE}


def score_of(parts: Parts, weights: Weights | None) -> float:
    """Return the score that `parts` make, as independent evidence beside cues where there are no `weights`."""
    if weights is not None:
        return weights.score(parts)
    cues, heading, classifier = (parts.get(name, 0.0) for name in _EVIDENCE)
    return 1 - (1 - cues) * (1 - _HEADING * heading) * (1 - _CLASSIFIER * classifier) if cues else 0.0


def threshold_of(weights: Weights | None) -> float:
    """Return the score from which a paragraph carries a clause type."""
    return _ENOUGH if weights is None else weights.threshold


@cache
def load_weights(path: Path | None = None) -> Mapping[str, Weights]:
    """Return the weights of the clause types that there are any for, those bundled or those at `path`; read once.

    Raises:
        ModelError: The file is missing or damaged.
    """
    path = path or data_dir("resources") / "models" / FILE
    try:
        return _weights(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise ModelError(f"{path}: the weights of the trained model are missing; install the program again") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: the weights of the trained model are damaged; install the program again") from error


class _Record(TypedDict):
    """What the file holds."""

    format: int
    types: dict[str, dict[str, float]]


def _weights(record: _Record) -> dict[str, Weights]:
    """Return the weights that `record` holds.

    Raises:
        ValueError: They are of another version.
    """
    if record["format"] != FORMAT:
        raise ValueError("not weights of this version")
    return {clause: Weights(**weights) for clause, weights in record["types"].items()}
