"""Weighs what cues, classifier, heading, definition and position say of a paragraph into one score.

For each clause type that CUAD labels often enough, a logistic regression over the parts that matching makes at run
time, fitted to those paragraphs of CUAD's contracts that matching looks at. Its weights are held near those of all
types together, the nearer the fewer paragraphs speak.
"""

from collections.abc import Container, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from corpus import FOLDS, Contract, source_of
from fitting import STRONG, UNKNOWN
from numpy.typing import NDArray

from app.intake.reader import read_document
from app.library.loader import load_library
from app.matching.matcher import RULED_OUT, candidates, read_words
from app.matching.scoring import Parts, logarithm_of_odds
from app.model.library import ClauseLibrary
from app.paths import data_dir

NAMES = ("offset", "cues", "heading", "classifier", "both", "definition", "position")
_CUES = 2.0
"""What cues count for beyond what CUAD says. It labels a repeated clause once and some types more narrowly than we do,
so that there a right cue often counts as wrong; vendors' terms, where cues are surer, are not in it."""

_NEAR = 2.0  # how strongly the weights of a type are held to those of all
_LEAST = 10  # paragraphs that must carry a type
_STEPS, _SMALL = 50, 1e-8

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Looked:
    """The paragraphs that matching looks at for one clause type, those of unknown label left out.

    Attributes:
        rows: Their numbers, counted over all contracts.
        features: One row each, as `NAMES` has them.
        labels: Whether each carries the type.
        folds: The fold of its contract.
        missed: The folds of carrying paragraphs that matching does not look at.
    """

    rows: NDArray[np.int64]
    features: Floats
    labels: NDArray[np.bool_]
    folds: NDArray[np.int64]
    missed: NDArray[np.int64]

    def only(self, folds: Container[int]) -> "Looked":
        """Return those of some folds."""
        kept = np.array([fold in folds for fold in self.folds.tolist()], bool)
        missed = self.missed[[fold in folds for fold in self.missed.tolist()]]
        return Looked(self.rows[kept], self.features[kept], self.labels[kept], self.folds[kept], missed)


def look(
    contracts: Sequence[Contract], types: Sequence[str], chances: Floats, labels: NDArray[np.int8], cuad: Path
) -> dict[str, Looked]:
    """Return what matching looks at in `contracts`, for each clause type that enough of their paragraphs carry.

    `chances` and `labels` have a row for each paragraph of each contract, in order, and a column for each of `types`;
    what a row's chances say must come from models that have not seen it.
    """
    firsts = np.cumsum([0, *(contract.layout.count for contract in contracts)])
    carrying = (labels[: firsts[-1]] == STRONG).sum(0)
    columns = [column for column in range(len(types)) if carrying[column] >= _LEAST]
    library = load_library(data_dir("clause_library"))
    jobs = [
        ({types[column]: chances[first:end, column] for column in columns}, source_of(cuad, contract.name))
        for contract, first, end in zip(contracts, firsts, firsts[1:], strict=False)
    ]
    with ProcessPoolExecutor() as pool:
        parts = list(pool.map(partial(_parts, library), *zip(*jobs, strict=True), chunksize=4))
    folds = [contract.fold for contract in contracts]
    return {types[column]: _looked(types[column], parts, firsts, labels[:, column], folds) for column in columns}


def _parts(library: ClauseLibrary, chances: Mapping[str, Floats], source: Path) -> dict[str, dict[int, Parts]]:
    """Return for each clause type what the parts say of the paragraphs of a contract that matching looks at."""
    likely = {
        clause: {int(row): float(column[row]) for row in np.flatnonzero(column > RULED_OUT)}
        for clause, column in chances.items()
    }
    read = replace(read_words(read_document(source), library, lambda _: None), chances=likely)
    return {
        clause.id: {index: read.parts_of(clause, index)[0] for index in candidates(clause, read)}
        for clause in library.clauses
        if clause.id in chances
    }


def _looked(
    clause: str,
    parts: Sequence[Mapping[str, Mapping[int, Parts]]],
    firsts: NDArray[np.int64],
    labels: NDArray[np.int8],
    folds: Sequence[int],
) -> Looked:
    found = [
        (int(first) + index, _features(said), fold)
        for first, of_contract, fold in zip(firsts, parts, folds, strict=False)
        for index, said in of_contract[clause].items()
        if labels[first + index] != UNKNOWN
    ]
    rows = np.array([row for row, _, _ in found], np.int64)
    right = labels[rows] == STRONG
    features = np.array([features for _, features, _ in found]).reshape(-1, len(NAMES))
    carrying = np.setdiff1d(np.flatnonzero(labels[: firsts[-1]] == STRONG), rows)
    missed = np.array(folds)[np.searchsorted(firsts, carrying, "right") - 1]
    return Looked(rows, features, right, np.array([fold for _, _, fold in found], np.int64), missed)


def _features(parts: Parts) -> tuple[float, ...]:
    """Return `parts` as the regression takes them, in the order of `NAMES`."""
    odds, cues = logarithm_of_odds(parts["classifier"]), parts.get("cues", 0.0)
    others = (parts.get(name, 0.0) for name in ("definition", "position"))
    return 1.0, cues, parts.get("heading", 0.0), odds, cues * odds, *others


def weigh(looked: Mapping[str, Looked]) -> dict[str, tuple[Floats, float]]:
    """Return the weights of each clause type, and the score from which F1 is best."""
    if not looked:
        return {}
    features = np.concatenate([each.features for each in looked.values()])
    general = fit(features, np.concatenate([each.labels for each in looked.values()]), np.zeros(len(NAMES)), 0.01)
    weighed = {}
    for clause, each in looked.items():
        weights = fit(each.features, each.labels, general, _NEAR)
        weights[NAMES.index("cues")] += _CUES
        weighed[clause] = weights, best_threshold(chances_of(each.features, weights), each)
    return weighed


def out_of_fold(looked: Mapping[str, Looked], count: int) -> dict[str, Floats]:
    """Return for each type the score of all `count` rows by weights fitted to the other folds; 0 where none looks."""
    scores = {clause: np.zeros(count) for clause in looked}
    for fold in range(FOLDS):
        others = set(range(FOLDS)) - {fold}
        weighed = weigh({clause: each.only(others) for clause, each in looked.items()})
        for clause, (weights, _) in weighed.items():
            here = looked[clause].only({fold})
            scores[clause][here.rows] = chances_of(here.features, weights)
    return scores


def fit(features: Floats, labels: NDArray[np.bool_], near_to: Floats, near: float) -> Floats:
    """Return the weights of a logistic regression, drawn to `near_to` with the strength `near` (Newton's method)."""
    weights = near_to.copy()
    for _ in range(_STEPS):
        chances = chances_of(features, weights)
        slope = features.T @ (chances - labels) + near * (weights - near_to)
        curve = (features * (chances * (1 - chances))[:, None]).T @ features + near * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < _SMALL:
            break
    return weights


def chances_of(features: Floats, weights: Floats) -> Floats:
    """Return the chance that `weights` make of each row of `features`."""
    return np.asarray(1 / (1 + np.exp(-np.clip(features @ weights, -30, 30))), dtype=np.float64)


def best_threshold(chances: Floats, looked: Looked) -> float:
    """Return the score from which F1 is best; of several, the middle one."""
    grid = np.linspace(0.1, 0.8, 71)
    said = chances[:, None] >= grid
    right = (said & looked.labels[:, None]).sum(0)
    scores = 2 * right / (said.sum(0) + looked.labels.sum() + len(looked.missed))
    best = np.flatnonzero(scores >= scores.max() - 1e-9)
    return float(grid[best[len(best) // 2]])
