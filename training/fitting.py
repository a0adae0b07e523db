"""Fits the classifier: a linear model for each clause type over the vectors of paragraphs."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from corpus import Contract, fold_of
from examples import Example, laid_out
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from app.matching.classifier import Floats, Vectors, Vocabulary, context_vectors, text_vectors
from app.matching.ngrams import Layout, grams_of, hashes_of, sentences, whole
from app.matching.tokens import Integers, Words

SEED = 5
_RAREST = (3, 3, 3)  # paragraphs that must hold an n-gram, for each block: text, headings, lead-ins
_USUAL = (40.0, 20.0, 40.0)  # a usual length of a vector of each
_SHARES = (1.0, 0.5, 0.3)
_ROUNDS = 2  # of fits to sentences
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
        parts.append(np.array([_labels_of_example(example, types) for example in examples], np.int8))
        folds.append(np.array([fold_of(example.text) for example in examples]))
        silent.append(np.zeros(len(examples), bool))
    count = sum(layout.count for _, layout in sources)
    own = np.arange(count) >= count - len(examples)
    return Rows(types, tuple(sources), np.concatenate(parts), np.concatenate(folds), np.concatenate(silent), own)


def _labels_of_example(example: Example, types: Sequence[str]) -> list[int]:
    """Return what is known of an example for each of `types`."""
    told = [STRONG if clause in example.clauses else NOT for clause in types]
    if not example.about:
        return told
    return [each if clause == example.about else UNKNOWN for clause, each in zip(types, told, strict=True)]


def _labels_of(contract: Contract, types: Sequence[str], mapped: frozenset[str]) -> np.ndarray:
    column = {clause: number for number, clause in enumerate(types)}
    labels = np.full((contract.layout.count, len(types)), NOT if contract.is_own else UNKNOWN, np.int8)
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
    whole_ones = (np.concatenate(part)[order] for part in (keys, rarity, blocks))
    return Vocabulary(*whole_ones, np.array(_USUAL), np.array(_SHARES))


def _once(sources: Sequence[tuple[Words, Layout]], block: int) -> Iterator[np.ndarray]:
    """Yield the n-grams of each source, each once a paragraph."""
    for words, layout in sources:
        stretches = whole(words, (layout.texts, layout.headings, layout.lead_ins)[block])
        grams = grams_of(words, hashes_of(words), stretches, block)
        paragraphs = stretches.paragraphs[grams.stretches]
        order = np.lexsort((grams.keys, paragraphs))
        keys, paragraphs = grams.keys[order], paragraphs[order]
        is_new = np.ones(len(keys), bool)
        is_new[1:] = (keys[1:] != keys[:-1]) | (paragraphs[1:] != paragraphs[:-1])
        yield keys[is_new]


@dataclass(frozen=True, slots=True)
class Matrices:
    """The vectors of rows.

    Attributes:
        texts: Of whole paragraphs; so `contexts`.
        parts: Of the sentences of all paragraphs, in order.
        firsts: The first sentence of each paragraph.
    """

    texts: csr_matrix
    contexts: csr_matrix
    parts: csr_matrix
    firsts: Integers


def matrices_of(sources: Sequence[tuple[Words, Layout]], vocabulary: Vocabulary) -> Matrices:
    """Return the vectors of the paragraphs of all sources, one source after the other."""
    texts, contexts, parts, firsts = [], [], [], []
    before = 0
    for words, layout in sources:
        hashes = hashes_of(words)
        stretches = sentences(words, layout.texts)
        texts.append(text_vectors(words, hashes, whole(words, layout.texts), vocabulary))
        contexts.append(context_vectors(words, hashes, layout, vocabulary))
        parts.append(text_vectors(words, hashes, stretches, vocabulary))
        firsts.append(before + np.searchsorted(stretches.paragraphs, np.arange(layout.count)))
        before += len(stretches.firsts)
    size = len(vocabulary.keys)
    return Matrices(_matrix(texts, size), _matrix(contexts, size), _matrix(parts, size), np.concatenate(firsts))


def _matrix(vectors: Sequence[Vectors], size: int) -> csr_matrix:
    before = np.cumsum([0, *(each.count for each in vectors)])
    rows = np.concatenate([each.rows + first for each, first in zip(vectors, before, strict=False)])
    pointers = np.searchsorted(rows, np.arange(before[-1] + 1))
    values = np.concatenate([each.values for each in vectors])
    features = np.concatenate([each.features for each in vectors])
    return csr_matrix((values, features.astype(np.int32), pointers.astype(np.int32)), shape=(before[-1], size))


_shared: dict[str, Any] = {}  # what the workers find when they are forked


def fit(matrices: Matrices, rows: Rows, learnt: np.ndarray, workers: int | None = None) -> tuple[Floats, Floats]:
    """Return the weights [n-grams x types] and offsets of a linear model for each type, from the rows `learnt`."""
    says = np.where(rows.own, _OWN, 1.0)
    _shared.update(matrices=matrices, labels=rows.labels, learnt=learnt & ~rows.silent, says=says)
    with ProcessPoolExecutor(workers) as pool:
        fitted = list(pool.map(_fit_one, range(len(rows.types))))
    return np.stack([weights for weights, _ in fitted], 1), np.array([offset for _, offset in fitted])


def scored(matrices: Matrices, weights: Floats, offsets: Floats) -> Floats:
    """Return the scores of all rows, each that of its best sentence."""
    parts = matrices.parts @ weights
    return np.maximum.reduceat(parts, matrices.firsts) + matrices.contexts @ weights + offsets


def _fit_one(column: int) -> tuple[Floats, float]:
    """Fit one type: first to whole paragraphs, then to the best sentence of each as the fit before has it."""
    matrices, labels = _shared["matrices"], _shared["labels"][:, column]
    learnt = np.flatnonzero(_shared["learnt"] & (labels != UNKNOWN))
    if len(np.unique(labels[learnt])) < 2:
        return np.zeros(matrices.texts.shape[1]), -1.0
    contexts = matrices.contexts[learnt]
    machine = _fitted(matrices.texts[learnt] + contexts, labels[learnt], _shared["says"][learnt])
    for _ in range(_ROUNDS):
        best = _best_parts(matrices, machine.coef_[0])[learnt]
        machine = _fitted(matrices.parts[best] + contexts, labels[learnt], _shared["says"][learnt])
    return machine.coef_[0], float(machine.intercept_[0])


def _fitted(matrix: csr_matrix, labels: np.ndarray, says: Floats) -> LinearSVC:
    return LinearSVC(C=_PENALTY, tol=1e-3, random_state=SEED).fit(matrix, labels, sample_weight=says)


def _best_parts(matrices: Matrices, weights: Floats) -> Integers:
    """Return the best sentence of each paragraph, of equal ones the last."""
    said = matrices.parts @ weights
    paragraphs = np.repeat(np.arange(len(matrices.firsts)), np.diff(matrices.firsts, append=len(said)))
    order = np.lexsort((said, paragraphs))
    return order[np.append(matrices.firsts[1:], len(said)) - 1]


def calibrations(scores: Floats, rows: Rows) -> tuple[Floats, Floats]:
    """Return slopes and intercepts of all types, of the paragraphs that may carry one."""
    heard = ~rows.silent
    curves = [calibrate(scores[heard, column], rows.labels[heard, column]) for column in range(len(rows.types))]
    slopes, intercepts = np.array(curves).T
    return slopes, intercepts


def calibrate(scores: Floats, labels: np.ndarray) -> tuple[float, float]:
    """Return slope and intercept that make a chance of a score; `labels` are STRONG, NOT or UNKNOWN."""
    known = labels != UNKNOWN
    if len(np.unique(labels[known])) < 2:
        return 1.0, -3.0
    curve = LogisticRegression(C=1e6).fit(scores[known, None], labels[known])
    return float(curve.coef_[0, 0]), float(curve.intercept_[0])
