"""The trained classifier: how likely each paragraph carries each clause type, and the words that say so.

A linear model over words and pairs of words, trained by `training/train.py`; resources/models/README.md says on what.
A clause is a sentence, and often one of many: a paragraph scores as its best sentence does.
"""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.lib.npyio import NpzFile
from numpy.typing import NDArray

from app.errors import ModelError
from app.matching.ngrams import (
    HEADING,
    LEAD_IN,
    TEXT,
    Keys,
    Layout,
    Stretches,
    grams_of,
    hashes_of,
    sentences,
    uses,
    whole,
)
from app.matching.tokens import Integers, Words
from app.paths import data_dir

FORMAT = 3
FILE = "clauses.npz"
_PARAGRAPHS = 2_000  # that are scored at once, so that memory does not grow with the document
_BATCH = 16_384  # n-grams whose weights are summed at once: their rows of weights stay in the processor's cache

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The n-grams that a model knows.

    Attributes:
        keys: Their numbers, sorted.
        rarity: What each counts for, the more the fewer paragraphs hold it.
        blocks: The block each stands in.
        usual: For each block the usual length of its vectors.
        shares: What each block counts for.
    """

    keys: Keys
    rarity: Floats
    blocks: Integers
    usual: Floats
    shares: Floats


@dataclass(frozen=True, slots=True)
class Vectors:
    """What rows hold of a vocabulary, one entry for each n-gram of a row.

    Attributes:
        count: How many rows there are.
        rows: In order.
        features: By their place in the vocabulary.
    """

    count: int
    rows: Integers
    features: Integers
    values: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """What training leaves.

    Attributes:
        types: The clause types it knows.
        weights: Of each n-gram for each type, in steps of `steps`.
        offsets: Of each type.
        slopes: With `intercepts`, what makes a chance of a score.
    """

    types: tuple[str, ...]
    vocabulary: Vocabulary
    weights: NDArray[np.int8]
    steps: Floats
    offsets: Floats
    slopes: Floats
    intercepts: Floats


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a paragraph that speak for a clause type.

    Attributes:
        first: The first word, counted from the beginning of the paragraph.
        end: Behind the last.
        weight: What they add to the score.
    """

    first: int
    end: int
    weight: float


def vectors_of(vocabulary: Vocabulary, count: int, blocks: Iterable[tuple[int, Integers, Keys]]) -> Vectors:
    """Return what `count` rows hold of `vocabulary`: logarithms of counts by rarity, long rows damped.

    `blocks` are numbers of blocks, each with the rows and the keys of its n-grams. A block counts with the square root
    of its length.
    """
    size, kinds = len(vocabulary.keys), len(vocabulary.usual)
    codes = []
    for block, rows, keys in blocks:
        features, known = find_keys(vocabulary.keys, keys)
        known &= vocabulary.blocks[features] == block
        codes.append(rows[known] * size + features[known])
    code, counts = np.unique(np.concatenate(codes), return_counts=True)
    rows, features = np.divmod(code, size)
    values = (1 + np.log(counts)) * vocabulary.rarity[features]
    kind = vocabulary.blocks[features]
    group = rows * kinds + kind
    lengths = np.sqrt(np.bincount(group, values**2, count * kinds))
    values *= vocabulary.shares[kind] / np.sqrt(lengths[group] * vocabulary.usual[kind])
    return Vectors(count, rows, features, values)


def text_vectors(words: Words, hashes: Keys, stretches: Stretches, vocabulary: Vocabulary) -> Vectors:
    """Return what stretches of text hold of `vocabulary`."""
    grams = grams_of(words, hashes, stretches, TEXT)
    return vectors_of(vocabulary, len(stretches.firsts), [(TEXT, grams.stretches, grams.keys)])


def context_vectors(words: Words, hashes: Keys, layout: Layout, vocabulary: Vocabulary) -> Vectors:
    """Return what the headings and lead-ins of paragraphs hold of `vocabulary`."""
    blocks = []
    for block, used in ((HEADING, layout.headings), (LEAD_IN, layout.lead_ins)):
        stretches = whole(words, used)
        grams = grams_of(words, hashes, stretches, block)
        blocks.append((block, stretches.paragraphs[grams.stretches], grams.keys))
    return vectors_of(vocabulary, layout.count, blocks)


def find_keys(known: Keys, keys: Keys) -> tuple[Integers, NDArray[np.bool_]]:
    """Return the place of each of `keys` among the sorted `known`, and whether it is there at all."""
    places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return places, known[places] == keys


class Classifier:
    """Scores the paragraphs of documents."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._column = {clause: column for column, clause in enumerate(model.types)}

    @property
    def types(self) -> tuple[str, ...]:
        """The clause types that it knows, in order of the columns."""
        return self._model.types

    def scores(self, words: Words, layout: Layout) -> Floats:
        """Return the score of each paragraph for each type: a sum without bounds, above 0 rather for than against."""
        hashes = hashes_of(words)
        parts = [self._scores(words, hashes, part) for part in layout.parts(_PARAGRAPHS)]
        return np.concatenate([np.empty((0, len(self.types))), *parts])

    def _scores(self, words: Words, hashes: Keys, layout: Layout) -> Floats:
        stretches = sentences(words, layout.texts)
        texts = self._sums(text_vectors(words, hashes, stretches, self._model.vocabulary))
        context = self._sums(context_vectors(words, hashes, layout, self._model.vocabulary))
        best = np.maximum.reduceat(texts, np.searchsorted(stretches.paragraphs, np.arange(layout.count)))
        scores: Floats = (best + context) * self._model.steps + self._model.offsets
        return scores

    def _sums(self, vectors: Vectors) -> Floats:
        """Return the weighed sum of each row, in steps of the weights."""
        sums = np.zeros((vectors.count, len(self.types)))
        for first, end in _batches(vectors.rows):
            rows = vectors.rows[first:end]
            weighed = self._model.weights[vectors.features[first:end]] * vectors.values[first:end, None]
            begins = np.flatnonzero(np.diff(rows, prepend=-1))
            sums[rows[begins]] = np.add.reduceat(weighed, begins)
        return sums

    def chances(self, scores: Floats) -> Floats:
        """Return how likely it is that each paragraph carries each type, of its score alone."""
        chances: Floats = 1 / (1 + np.exp(-np.clip(self._model.slopes * scores + self._model.intercepts, -60, 60)))
        return chances

    def evidence(self, words: Words, layout: Layout, paragraph: int, clause: str, most: int = 3) -> tuple[Saying, ...]:
        """Return the words of the best sentence of `paragraph` for a clause type, those that say most first.

        Of words that overlap only those are returned that say more.
        """
        vocabulary, column = self._model.vocabulary, self._column[clause]
        words = words.row(int(layout.texts.rows[np.searchsorted(layout.texts.paragraphs, paragraph)]))
        hashes = hashes_of(words)
        stretches = sentences(words, uses([(0, 0)]))
        vectors = text_vectors(words, hashes, stretches, vocabulary)
        said = self._model.weights[vectors.features, column] * vectors.values
        best = int(np.argmax(np.bincount(vectors.rows, said, vectors.count)))
        grams = grams_of(words, hashes, stretches, TEXT)
        features, known = find_keys(vocabulary.keys, grams.keys)
        here = np.flatnonzero(known & (grams.stretches == best))
        weights = self._model.weights[features[here], column] * vocabulary.rarity[features[here]]
        sayings: list[Saying] = []
        for place in np.argsort(-weights, kind="stable").tolist():
            first = int(grams.starts[here[place]] - stretches.firsts[0])
            end = first + int(grams.lengths[here[place]])
            if len(sayings) == most or weights[place] <= 0:
                break
            if all(end <= other.first or first >= other.end for other in sayings):
                sayings.append(Saying(first, end, float(weights[place] * self._model.steps[column])))
        return tuple(sayings)


def _batches(rows: Integers) -> Iterator[tuple[int, int]]:
    """Yield ranges of entries that hold whole rows, as many as make a batch, and at least one."""
    ends = np.append(np.flatnonzero(np.diff(rows)) + 1, len(rows))
    first = 0
    while first < len(rows):
        fits = int(np.searchsorted(ends, first + _BATCH, "right"))
        end = int(ends[max(fits - 1, int(np.searchsorted(ends, first, "right")))])
        yield first, end
        first = end


@cache
def load_classifier(path: Path | None = None) -> Classifier:
    """Return the classifier that is bundled, or the one at `path`; read once.

    Raises:
        ModelError: The file is missing or damaged.
    """
    path = path or data_dir("resources") / "models" / FILE
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return Classifier(_model(arrays))
    except FileNotFoundError as error:
        raise ModelError(f"{path}: the trained model is missing; install the program again") from error
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise ModelError(f"{path}: the trained model is damaged; install the program again") from error


def _model(arrays: NpzFile) -> Model:
    """Return the model that `arrays` hold.

    Raises:
        KeyError: One is missing.
        ValueError: They are of another version, or do not fit together.
    """
    vocabulary = Vocabulary(*(arrays[name] for name in ("keys", "rarity", "blocks", "usual", "shares")))
    model = Model(
        tuple(arrays["types"].tolist()),
        vocabulary,
        *(arrays[name] for name in ("weights", "steps", "offsets", "slopes", "intercepts")),
    )
    each = (model.steps, model.offsets, model.slopes, model.intercepts)
    size, count = model.weights.shape
    if int(arrays["format"]) != FORMAT or {len(model.types), *map(len, each)} != {count}:
        raise ValueError("not a model of this version")
    if {len(vocabulary.keys), len(vocabulary.rarity), len(vocabulary.blocks)} != {size}:
        raise ValueError("the vocabulary does not fit the weights")
    return model
