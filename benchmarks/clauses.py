"""Measure the classifier, and the score that it makes together with cues, on CUAD, cross-validated by contract.

    python benchmarks/clauses.py [--scores FILE]

Five folds of contracts; each is scored by a model that was trained on the other four and on our own writing, here and
now, with a fixed seed, and by weights of cues, classifier, heading and so on that were fitted to the other four.
`--scores` takes scores that `training/train.py --scores` has left instead.

Counted are the paragraphs of CUAD, each with the best score of the paragraphs of ours that it is (one that we read as
a heading scores nothing), for the clause types with at least ten strong labels: at least 0.3 of the paragraph, or 150
characters of it, were labelled. Weak labels are left out of both sides of the figures of paragraphs; in those of
contracts they count as present, as in the shared `cuad_check.py`.

    n           strong labels
    AP          average precision: the mean, over the labels, of the precision down to each of them
    F1          best over all thresholds, so a little flattered
    P@80        precision where 80 % of the labels are found
    contracts   in how many the type is
    P, R        of its presence in contracts: some paragraph reaches the threshold that was best on the other four
                folds (greatest of the lesser of precision and recall)

CUAD labels the first occurrence of a repeated clause only, and misses some: what is found beyond that counts as wrong.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from command import ROOT, shared_folder

sys.path.insert(0, str(ROOT / "training"))
from combine import look
from combine import out_of_fold as out_of_fold_together
from corpus import FOLDS, Contract, read_contracts
from documents import read_documents
from examples import library_examples, read_examples
from fitting import calibrations, matrices_of, rows_of, vocabulary_of
from train import chances_by, out_of_fold

from app.library.loader import load_library

_LEAST = 10
_PRESENCE = (
    "governing-law",
    "assignment",
    "licence-grant",
    "liability-cap",
    "audit-rights",
    "insurance",
    "term-renewal",
    "termination-for-convenience",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one clause type."""

    labels: int
    average_precision: float
    best_f1: float
    precision_at_80: float
    contracts: int
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Scored:
    """What models say of paragraphs that they have not seen: one row each, a column for each type."""

    types: tuple[str, ...]
    scores: np.ndarray
    chances: np.ndarray
    labels: np.ndarray


def main(arguments: Sequence[str]) -> int:
    """Print the figures of each clause type, and their means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    cuad, mapping = shared_folder("corpus") / "cuad", shared_folder("domain") / "cuad-mapping.csv"
    contracts = read_contracts(cuad, mapping)
    scored = _read(options.scores) if options.scores else _train(contracts)
    print("== classifier alone")
    _print(measure(contracts, scored.types, scored.scores))
    looked = look(contracts, scored.types, scored.chances, scored.labels, cuad)
    together = out_of_fold_together(looked, sum(contract.layout.count for contract in contracts))
    print("== cues, classifier, heading, definition and position together")
    _print(measure(contracts, tuple(together), np.stack(list(together.values()), 1)))
    return 0


def _print(measured: dict[str, Figures]) -> None:
    print(f"{'':28s}    n    AP   F1 P@80  contracts  P    R")
    for clause, one in measured.items():
        print(
            f"{clause:28s} {one.labels:4d} {one.average_precision:.3f} {one.best_f1:.2f} {one.precision_at_80:.2f}"
            f"        {one.contracts:3d} {one.precision:.2f} {one.recall:.2f}{' *' if clause in _PRESENCE else ''}"
        )
    means = np.mean([(one.average_precision, one.best_f1, one.precision_at_80) for one in measured.values()], axis=0)
    name = f"mean of {len(measured)}"
    print(f"{name:28s}      {means[0]:.3f} {means[1]:.2f} {means[2]:.2f}        * presence is asked for", flush=True)


def _read(path: Path) -> Scored:
    with np.load(path) as arrays:
        types, scores, labels = tuple(arrays["types"].tolist()), arrays["scores"], arrays["labels"]
        return Scored(types, scores, chances_by(scores, arrays["slopes"], arrays["intercepts"]), labels)


def _train(contracts: Sequence[Contract]) -> Scored:
    """Return what models say of paragraphs that they have not seen; only of types that CUAD labels."""
    mapped = frozenset(clause for contract in contracts for unit in contract.units for clause in unit.strong)
    own = tuple(each.contract() for each in read_documents(ROOT / "training" / "documents"))
    written = read_examples(ROOT / "training" / "examples")
    examples = (*written, *library_examples(load_library(ROOT / "clause_library")))
    rows = rows_of((*contracts, *own), examples, mapped).of_types(sorted(mapped))
    scores = out_of_fold(matrices_of(rows.sources, vocabulary_of(rows.sources)), rows)
    return Scored(rows.types, scores, chances_by(scores, *calibrations(scores, rows)), rows.labels)


def measure(contracts: Sequence[Contract], types: Sequence[str], scores: np.ndarray) -> dict[str, Figures]:
    """Return the figures of each clause type with enough labels.

    `scores` has a row for each paragraph of each contract, in order, and a column for each of `types`; higher is
    likelier, and what a fold's rows hold must come from the other folds alone.
    """
    firsts = np.cumsum([0, *(contract.layout.count for contract in contracts)])
    units = [
        (number, unit, [firsts[number] + p for p in unit.paragraphs if p not in contract.silent])
        for number, contract in enumerate(contracts)
        for unit in contract.units
    ]
    lowest = scores.min(0) - 1
    best = np.array([scores[rows].max(0) if rows else lowest for _, _, rows in units])
    of_contract = np.array([number for number, _, _ in units])
    folds = np.array([contract.fold for contract in contracts])
    figures = {}
    for column, clause in enumerate(types):
        strong = np.array([clause in unit.strong for _, unit, _ in units])
        weak = np.array([clause in unit.weak for _, unit, _ in units])
        if strong.sum() >= _LEAST:
            top = np.full(len(contracts), -np.inf)
            np.maximum.at(top, of_contract, best[:, column])
            present = np.zeros(len(contracts), bool)
            present[of_contract[strong | weak]] = True
            figures[clause] = Figures(
                int(strong.sum()),
                *_of_paragraphs(best[~weak, column], strong[~weak]),
                int(present.sum()),
                *_of_contracts(top, present, folds),
            )
    return figures


def _of_paragraphs(scores: np.ndarray, is_right: np.ndarray) -> tuple[float, float, float]:
    """Return average precision, best F1 and the precision at 80 % recall; equal scores count together."""
    order = np.argsort(-scores, kind="stable")
    ends = np.flatnonzero(np.append(np.diff(scores[order]) != 0, True))
    right = np.cumsum(is_right[order])[ends]
    precision, recall = right / (ends + 1), right / right[-1]
    average = float(np.sum(np.diff(recall, prepend=0) * precision))
    best = float(np.max(2 * precision * recall / np.maximum(precision + recall, 1e-9)))
    return average, best, float(precision[np.searchsorted(recall, 0.8)])


def _of_contracts(top: np.ndarray, present: np.ndarray, folds: np.ndarray) -> tuple[float, float]:
    """Return precision and recall of presence, each fold by the threshold that is best on the others."""
    said = np.zeros(len(top), bool)
    for fold in range(FOLDS):
        here = folds == fold
        said[here] = top[here] >= balanced_threshold(top[~here], present[~here])
    right = (said & present).sum()
    return float(right / max(1, said.sum())), float(right / max(1, present.sum()))


def balanced_threshold(top: np.ndarray, present: np.ndarray) -> float:
    """Return the threshold with the greatest lesser of precision and recall, half-way to the next score below."""
    order = np.argsort(-top, kind="stable")
    right = np.cumsum(present[order])
    lesser = np.minimum(right / np.arange(1, len(top) + 1), right / max(1, right[-1]))
    best = int(np.argmax(lesser))
    return float(top[order[best : best + 2]].mean())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
