"""The trained classifier: how likely each paragraph carries each clause type, and the words that say so.

A linear model over words and pairs of words, trained by `training/train.py`; resources/models/README.md says on what.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.lib.npyio import NpzFile
from numpy.typing import NDArray

from app.errors import ModelError
from app.matching.ngrams import TEXT, Keys, Layout, grams_of, hashes_of
from app.matching.tokens import Integers, Words
from app.paths import data_dir

FORMAT = 1
FILE = "clauses.npz"
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
    """What the paragraphs of a document hold of a vocabulary, one entry for each n-gram of a paragraph.

    Attributes:
        paragraphs: In order.
        features: By their place in the vocabulary.
    """

    paragraphs: Integers
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
        thresholds: The chance from which a paragraph is taken to carry a type.
    """

    types: tuple[str, ...]
    vocabulary: Vocabulary
    weights: NDArray[np.int8]
    steps: Floats
    offsets: Floats
    slopes: Floats
    intercepts: Floats
    thresholds: Floats


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


def vectors_of(words: Words, layout: Layout, vocabulary: Vocabulary) -> Vectors:
    """Return what the paragraphs hold of `vocabulary`: logarithms of counts by rarity, long paragraphs damped.

    A block counts with the square root of its length only: a clause is a sentence, and often one of many.
    """
    hashes = hashes_of(words)
    size = len(vocabulary.keys)
    codes = []
    for block in range(len(layout.blocks)):
        grams = grams_of(words, hashes, layout, block)
        features, known = find_keys(vocabulary.keys, grams.keys)
        codes.append(grams.paragraphs[known] * size + features[known])
    code, counts = np.unique(np.concatenate(codes), return_counts=True)
    paragraphs, features = np.divmod(code, size)
    values = (1 + np.log(counts)) * vocabulary.rarity[features]
    blocks = vocabulary.blocks[features]
    group = paragraphs * len(vocabulary.usual) + blocks
    lengths = np.sqrt(np.bincount(group, values**2, layout.count * len(vocabulary.usual)))
    values *= vocabulary.shares[blocks] / np.sqrt(lengths[group] * vocabulary.usual[blocks])
    return Vectors(paragraphs, features, values)


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

    def threshold(self, clause: str) -> float:
        """Return the chance from which a paragraph is taken to carry a clause type that it knows."""
        return float(self._model.thresholds[self._column[clause]])

    def scores(self, words: Words, layout: Layout) -> Floats:
        """Return the score of each paragraph for each type: a sum without bounds, above 0 rather for than against."""
        vectors = vectors_of(words, layout, self._model.vocabulary)
        sums = np.zeros((layout.count, len(self.types)))
        for first, end in _batches(vectors.paragraphs):
            paragraphs = vectors.paragraphs[first:end]
            weighed = self._model.weights[vectors.features[first:end]] * vectors.values[first:end, None]
            begins = np.flatnonzero(np.diff(paragraphs, prepend=-1))
            sums[paragraphs[begins]] = np.add.reduceat(weighed, begins)
        scores: Floats = sums * self._model.steps + self._model.offsets
        return scores

    def chances(self, scores: Floats) -> Floats:
        """Return how likely it is that each paragraph carries each type, of its score alone."""
        chances: Floats = 1 / (1 + np.exp(-(self._model.slopes * scores + self._model.intercepts)))
        return chances

    def evidence(self, words: Words, layout: Layout, paragraph: int, clause: str, most: int = 3) -> tuple[Saying, ...]:
        """Return the words of the text of `paragraph` that speak most for a clause type, those that say most first.

        Of words that overlap only those are returned that say more.
        """
        vocabulary = self._model.vocabulary
        grams = grams_of(words, hashes_of(words), layout, TEXT)
        features, known = find_keys(vocabulary.keys, grams.keys)
        here = np.flatnonzero(known & (grams.paragraphs == paragraph))
        column = self._column[clause]
        weights = self._model.weights[features[here], column] * vocabulary.rarity[features[here]]
        first_word = int(words.bounds[layout.texts.rows[paragraph]])
        sayings: list[Saying] = []
        for place in np.argsort(-weights, kind="stable"):
            first = int(grams.starts[here[place]]) - first_word
            end = first + int(grams.lengths[here[place]])
            if len(sayings) == most or weights[place] <= 0:
                break
            if all(end <= other.first or first >= other.end for other in sayings):
                sayings.append(Saying(first, end, float(weights[place] * self._model.steps[column])))
        return tuple(sayings)


def _batches(paragraphs: Integers) -> Iterator[tuple[int, int]]:
    """Yield ranges of entries that hold whole paragraphs."""
    first = 0
    while first < len(paragraphs):
        last = min(first + _BATCH, len(paragraphs)) - 1
        end = int(np.searchsorted(paragraphs, paragraphs[last], "left" if last + 1 < len(paragraphs) else "right"))
        if end <= first:  # a paragraph longer than a batch
            end = int(np.searchsorted(paragraphs, paragraphs[last], "right"))
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
        *(arrays[name] for name in ("weights", "steps", "offsets", "slopes", "intercepts", "thresholds")),
    )
    each = (model.steps, model.offsets, model.slopes, model.intercepts, model.thresholds)
    size, count = model.weights.shape
    if int(arrays["format"]) != FORMAT or {len(model.types), *map(len, each)} != {count}:
        raise ValueError("not a model of this version")
    if {len(vocabulary.keys), len(vocabulary.rarity), len(vocabulary.blocks)} != {size}:
        raise ValueError("the vocabulary does not fit the weights")
    return model
