"""Fits the classifier: a linear model for each clause type over the vectors of paragraphs."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from corpus import Contract, fold_of
from examples import Example, laid_out
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from app.matching.classifier import Floats, Vectors, Vocabulary, vectors_of
from app.matching.ngrams import Layout, grams_of, hashes_of
from app.matching.tokens import Integers, Words

SEED = 5
_RAREST = (3, 3, 3)  # paragraphs that must hold an n-gram, for each block
_SHARES = (1.0, 0.5, 0.3)
_PENALTY = 0.5
_OWN = 0.3  # what an example of ours says of a type that CUAD labels, a paragraph of CUAD being one

STRONG, NOT, UNKNOWN = 1, 0, -1


@dataclass(frozen=True, slots=True)
class Rows:
    """The paragraphs to learn from.

    Attributes:
        sources: Words and layouts, of which the rows are the paragraphs, one source after the other.
        labels: For each row and type STRONG, NOT or UNKNOWN.
        folds: The fold that each row is scored in by a model that has not seen it: its contract's, or one of its own.
        silent: Rows that carry nothing, and are not learnt from.
        own: Rows that are our own examples.
    """

    types: tuple[str, ...]
    sources: tuple[tuple[Words, Layout], ...]
    labels: np.ndarray
    folds: Integers
    silent: np.ndarray
    own: np.ndarray

    def of_types(self, types: Sequence[str]) -> Self:
        """Return the same rows with labels of `types` only."""
        return replace(self, types=tuple(types), labels=self.labels[:, [self.types.index(clause) for clause in types]])


def rows_of(contracts: Sequence[Contract], examples: Sequence[Example], mapped: frozenset[str]) -> Rows:
    """Return the rows of contracts and examples; CUAD says nothing of types that are not in `mapped`.

    An example carries the types it lists and no other. A paragraph of CUAD that surely carries one type is held not to
    carry those that CUAD does not label; any other may carry them.
    """
    types = tuple(sorted(mapped.union(*(example.clauses for example in examples))))
    parts = [_labels_of(contract, types, mapped) for contract in contracts]
    sources = [(contract.words, contract.layout) for contract in contracts]
    folds = [np.full(contract.layout.count, contract.fold) for contract in contracts]
    silent = [np.isin(np.arange(c.layout.count), sorted(c.silent)) for c in contracts]
    if examples:
        sources.append(laid_out(examples))
        parts.append(np.array([[clause in example.clauses for clause in types] for example in examples], np.int8))
        folds.append(np.array([fold_of(example.text) for example in examples]))
        silent.append(np.zeros(len(examples), bool))
    count = sum(layout.count for _, layout in sources)
    own = np.arange(count) >= count - len(examples)
    return Rows(types, tuple(sources), np.concatenate(parts), np.concatenate(folds), np.concatenate(silent), own)


def _labels_of(contract: Contract, types: Sequence[str], mapped: frozenset[str]) -> np.ndarray:
    column = {clause: number for number, clause in enumerate(types)}
    labels = np.full((contract.layout.count, len(types)), UNKNOWN, np.int8)
    labels[:, [column[clause] for clause in mapped]] = NOT
    for unit in contract.units:
        for clause in unit.weak:
            labels[list(unit.paragraphs), column[clause]] = UNKNOWN
    for unit in contract.units:
        if unit.strong:
            there = labels[list(unit.paragraphs)]
            there[:, [column[clause] for clause in types if clause not in mapped]] = NOT
            there[:, [column[clause] for clause in unit.strong]] = STRONG
            labels[list(unit.paragraphs)] = there
    return labels


def vocabulary_of(sources: Sequence[tuple[Words, Layout]]) -> Vocabulary:
    """Return the n-grams that enough paragraphs of `sources` hold."""
    keys, rarity, blocks = [], [], []
    rows = sum(layout.count for _, layout in sources)
    for block, least in enumerate(_RAREST):
        found, counts = np.unique(np.concatenate(list(_once(sources, block))), return_counts=True)
        keys.append(found[counts >= least])
        rarity.append(np.log((1 + rows) / (1 + counts[counts >= least])) + 1)
        blocks.append(np.full(len(keys[-1]), block))
    order = np.argsort(np.concatenate(keys))
    shares = np.array(_SHARES)
    plain = Vocabulary(*(np.concatenate(part)[order] for part in (keys, rarity, blocks)), np.ones(3), np.ones(3))
    usual = _usual(plain, sources)
    return Vocabulary(plain.keys, plain.rarity, plain.blocks, usual, shares)


def _once(sources: Sequence[tuple[Words, Layout]], block: int) -> Iterator[np.ndarray]:
    """Yield the n-grams of each source, each once a paragraph."""
    for words, layout in sources:
        grams = grams_of(words, hashes_of(words), layout, block)
        order = np.lexsort((grams.keys, grams.paragraphs))
        keys, paragraphs = grams.keys[order], grams.paragraphs[order]
        is_new = np.ones(len(keys), bool)
        is_new[1:] = (keys[1:] != keys[:-1]) | (paragraphs[1:] != paragraphs[:-1])
        yield keys[is_new]


def _usual(vocabulary: Vocabulary, sources: Sequence[tuple[Words, Layout]]) -> Floats:
    """Return the median length of what paragraphs hold, for each block.

    The vectors have been divided by the root of their length, so the square of what is left is the length.
    """
    lengths: list[list[Floats]] = [[], [], []]
    for words, layout in sources:
        vectors = vectors_of(words, layout, vocabulary)
        for block in range(3):
            here = vocabulary.blocks[vectors.features] == block
            sums = np.bincount(vectors.paragraphs[here], vectors.values[here] ** 2, layout.count)
            lengths[block].append(sums[sums > 0])
    return np.array([np.median(np.concatenate(block)) if any(map(len, block)) else 1.0 for block in lengths])


def matrix_of(sources: Sequence[tuple[Words, Layout]], vocabulary: Vocabulary) -> csr_matrix:
    """Return the vectors of all paragraphs, one source after the other."""
    vectors: list[Vectors] = [vectors_of(words, layout, vocabulary) for words, layout in sources]
    firsts = np.cumsum([0, *(layout.count for _, layout in sources)])
    paragraphs = np.concatenate([v.paragraphs + first for v, first in zip(vectors, firsts, strict=False)])
    pointers = np.searchsorted(paragraphs, np.arange(firsts[-1] + 1))
    values = np.concatenate([v.values for v in vectors])
    features = np.concatenate([v.features for v in vectors]).astype(np.int32)
    return csr_matrix((values, features, pointers.astype(np.int32)), shape=(firsts[-1], len(vocabulary.keys)))


_shared: dict[str, object] = {}


def fit(matrix: csr_matrix, rows: Rows, learnt: np.ndarray, workers: int | None = None) -> tuple[Floats, Floats]:
    """Return the weights [n-grams x types] and offsets of a linear model for each type, from the rows `learnt`."""
    _shared.update(matrix=matrix, labels=rows.labels, learnt=learnt & ~rows.silent, says=np.where(rows.own, _OWN, 1.0))
    with ProcessPoolExecutor(workers) as pool:
        fitted = list(pool.map(_fit_one, range(len(rows.types))))
    return np.stack([weights for weights, _ in fitted], 1), np.array([offset for _, offset in fitted])


def _fit_one(column: int) -> tuple[Floats, float]:
    matrix, labels = _shared["matrix"], _shared["labels"][:, column]
    learnt = np.flatnonzero(_shared["learnt"] & (labels != UNKNOWN))
    if len(np.unique(labels[learnt])) < 2:
        return np.zeros(matrix.shape[1]), -1.0
    machine = LinearSVC(C=_PENALTY, tol=1e-3, random_state=SEED)
    machine.fit(matrix[learnt], labels[learnt], sample_weight=_shared["says"][learnt])
    return machine.coef_[0], float(machine.intercept_[0])


def calibrate(scores: Floats, labels: np.ndarray) -> tuple[float, float]:
    """Return slope and intercept that make a chance of a score; `labels` are STRONG, NOT or UNKNOWN."""
    known = labels != UNKNOWN
    if len(np.unique(labels[known])) < 2:
        return 1.0, -3.0
    curve = LogisticRegression(C=1e6).fit(scores[known, None], labels[known])
    return float(curve.coef_[0, 0]), float(curve.intercept_[0])
