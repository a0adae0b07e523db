"""Train the clause classifier, and weigh it against cues: resources/models from CUAD and from our own writing.

    python training/train.py [--cuad FOLDER] [--leave-out FOLD] [--out FOLDER] [--scores FOLDER]

The same data give the same file, byte for byte, on one machine. `--leave-out` trains without one of the five folds of
the contracts (and says which contracts it holds), so that the product can be measured on contracts it has not seen.

`--scores` also writes what models said of paragraphs that they were not trained on (each fold by one that has not seen
it), for measuring what is built on top:

    scores.npz, to be read with numpy.load:
      contracts   names, sorted                           [contracts]
      firsts      the first row of each contract, and behind them the number of rows   [contracts + 1]
      types       clause types, in order of the columns   [types]
      scores      score of each paragraph for each type (`Classifier.scores`)          [rows x types]
      labels      1 strong, 0 not, -1 unknown: weakly labelled or not labelled by CUAD [rows x types]
      silent      whether the paragraph is a title, heading, header or footer          [rows]
      slopes, intercepts                                  [types]
    A row is a paragraph of the contract as the product reads it: `firsts[contract] + Paragraph.index`. Our own
    examples, as training reads them, are the rows behind the last contract.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from combine import NAMES, look, weigh
from corpus import FOLDS, Contract, read_contracts
from documents import read_documents
from examples import library_examples, read_examples
from fitting import Matrices, Rows, calibrations, fit, matrices_of, rows_of, scored, vocabulary_of

from app.library.loader import load_library
from app.matching.classifier import FILE, FORMAT, Floats, Vocabulary
from app.matching.scoring import FILE as WEIGHTS
from app.matching.scoring import FORMAT as WEIGHTS_FORMAT

_ROOT = Path(__file__).parents[1]
_SHARED = _ROOT.parent / "shared"
_KEPT = 60_000  # n-grams in the file
_LARGEST = 127  # of a weight in steps


def main(arguments: Sequence[str]) -> int:
    """Train and write the model; say what was done."""
    options = _options(arguments)
    begun = time.perf_counter()
    contracts = read_contracts(options.cuad, options.mapping)
    left_out = [contract.name for contract in contracts if contract.fold == options.leave_out]
    contracts = tuple(contract for contract in contracts if contract.fold != options.leave_out)
    examples = (*read_examples(options.examples), *library_examples(load_library(options.library)))
    mapped = frozenset(clause for contract in contracts for unit in contract.units for clause in unit.strong)
    contracts += tuple(own.contract() for own in read_documents(options.documents))
    rows = rows_of(contracts, examples, mapped)
    _say(begun, f"{len(contracts)} contracts, {len(examples)} examples, {len(rows.labels)} paragraphs")
    vocabulary = vocabulary_of(rows.sources)
    matrices = matrices_of(rows.sources, vocabulary)
    _say(begun, f"{len(vocabulary.keys)} n-grams")
    scores = out_of_fold(matrices, rows)
    slopes, intercepts = calibrations(scores, rows)
    chances = chances_by(scores, slopes, intercepts)
    _say(begun, "scored by models that have not seen them")
    record = combined(contracts, rows, chances, options.cuad)
    _say(begun, f"weighed against cues, for {len(record)} types")
    weights, offsets = fit(matrices, rows, np.ones(len(rows.labels), bool))
    options.out.mkdir(parents=True, exist_ok=True)
    write_weights(options.out / WEIGHTS, record)
    write_model(options.out / FILE, rows.types, vocabulary, weights, offsets, (slopes, intercepts))
    if options.scores:
        options.scores.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            options.scores / "scores.npz",
            contracts=np.array([contract.name for contract in contracts]),
            firsts=np.cumsum([0, *(contract.layout.count for contract in contracts)]),
            types=np.array(rows.types),
            scores=scores,
            labels=rows.labels,
            silent=rows.silent,
            slopes=slopes,
            intercepts=intercepts,
        )
    _say(begun, f"written {options.out / FILE}, {(options.out / FILE).stat().st_size / 1e6:.1f} MB")
    if left_out:
        print("left out:", *left_out, sep="\n")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuad", type=Path, default=_SHARED / "corpus" / "cuad", help="CUAD's contracts and labels")
    parser.add_argument("--mapping", type=Path, default=_SHARED / "domain" / "cuad-mapping.csv")
    parser.add_argument("--examples", type=Path, default=_ROOT / "training" / "examples")
    parser.add_argument("--library", type=Path, default=_ROOT / "clause_library")
    parser.add_argument("--documents", type=Path, default=_ROOT / "training" / "documents")
    parser.add_argument("--leave-out", type=int, choices=range(FOLDS), metavar="FOLD")
    parser.add_argument("--out", type=Path, default=_ROOT / "resources" / "models")
    parser.add_argument("--scores", type=Path, metavar="FOLDER")
    return parser.parse_args(arguments)


def _say(begun: float, what: str) -> None:
    print(f"{time.perf_counter() - begun:5.0f} s  {what}", flush=True)


def out_of_fold(matrices: Matrices, rows: Rows) -> Floats:
    """Return what models say of rows that they have not seen."""
    scores = np.zeros(rows.labels.shape)
    for fold in np.unique(rows.folds):
        weights, offsets = fit(matrices, rows, rows.folds != fold)
        here = np.flatnonzero(rows.folds == fold)
        scores[here] = scored(matrices, weights, offsets)[here]
    return scores


def chances_by(scores: Floats, slopes: Floats, intercepts: Floats) -> Floats:
    """Return the chances that calibration makes of scores."""
    return np.asarray(1 / (1 + np.exp(-(slopes * scores + intercepts))), np.float64)


def combined(contracts: Sequence[Contract], rows: Rows, chances: Floats, cuad: Path) -> dict[str, tuple[Floats, float]]:
    """Return the weights and the threshold of the clause types that CUAD labels; `chances` as of `out_of_fold`."""
    of_cuad = [contract for contract in contracts if not contract.is_own]
    return weigh(look(of_cuad, rows.types, chances, rows.labels, cuad))


def write_weights(path: Path, record: dict[str, tuple[Floats, float]]) -> None:
    """Write the weights of clause types, and the scores that are enough."""
    types = {
        clause: dict(zip((*NAMES, "threshold"), (round(float(each), 4) for each in (*weights, enough)), strict=True))
        for clause, (weights, enough) in record.items()
    }
    path.write_text(json.dumps({"format": WEIGHTS_FORMAT, "types": types}, indent=1) + "\n", encoding="utf-8")


def write_model(
    path: Path, types: Sequence[str], vocabulary: Vocabulary, weights: Floats, offsets: Floats, curves: Sequence[Floats]
) -> None:
    """Write the n-grams that say most, with their weights in whole steps."""
    steps = np.maximum(np.abs(weights).max(0), 1e-9) / _LARGEST
    says = np.abs(weights * vocabulary.rarity[:, None]).max(1)
    kept = np.sort(np.argsort(-says, kind="stable")[:_KEPT])
    short = replace(
        vocabulary, keys=vocabulary.keys[kept], rarity=vocabulary.rarity[kept], blocks=vocabulary.blocks[kept]
    )
    slopes, intercepts = curves
    np.savez_compressed(
        path,
        format=np.array(FORMAT),
        types=np.array(types),
        keys=short.keys,
        rarity=short.rarity.astype(np.float32),
        blocks=short.blocks.astype(np.int8),
        usual=short.usual,
        shares=short.shares,
        weights=np.rint(weights[kept] / steps).astype(np.int8),
        steps=steps,
        offsets=offsets,
        slopes=slopes,
        intercepts=intercepts,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
