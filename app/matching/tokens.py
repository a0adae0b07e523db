"""The tokens of texts as spaCy cuts them, in arrays: what phrases are found in and words are counted in."""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from app.matching.spacy_alone import Language, spacy
from app.text.spelling import one_spelling
from app.text.words import plain

_COLUMNS: list[int | str] = ["ORTH", "NORM", "LENGTH", "SPACY", "IS_PUNCT", "LIKE_NUM", "IS_SPACE"]
_STOPS = (".", "!", "?")
_SHOUTED = re.compile(r"\b[A-Z]+'(?:T|LL|VE|RE|S|M|D)\b")
_ROW_OF_MARKS = re.compile(r"(?:[^\w\s]|_){200,}")
_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no two words fall together by it

Flags = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]
Offsets = npt.NDArray[np.int32]
_NONE: Integers = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of several texts, one after the other, and their sentences.

    A form is a token as it is written with its normal form: "Will", "will" and the "'ll" of "we'll" are three forms
    of the one word "will".

    Attributes:
        forms: Number of the form of each token.
        texts: Each form as it is written, but for soft hyphens.
        words: Each form's normal form, in lower case and one spelling.
        is_number: Of each form, whether it is a number in digits or words.
        starts: Where each token begins in its text, in code points; so `ends`.
        bounds: The first token of each text, and behind them the number of all tokens.
        sentences: The first token of each sentence, and behind them the number of all tokens. None goes over a text.
        order: The tokens sorted by form; the places of a form begin at `groups` of it.
    """

    forms: Integers
    texts: tuple[str, ...]
    words: tuple[str, ...]
    is_number: Flags
    starts: Offsets
    ends: Offsets
    bounds: Integers
    sentences: Integers
    order: Integers
    groups: Integers

    @property
    def text_of(self) -> Integers:
        """The text of each token, by its number."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))

    @property
    def sentence_of(self) -> Integers:
        """The sentence of each token, by its number."""
        return np.repeat(np.arange(len(self.sentences) - 1), np.diff(self.sentences))

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.forms)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the texts of a document, in normal form and lower case ("not" for the "n't" of "don't").

    Texts that are the same have one row of words.

    Attributes:
        vocabulary: Each word once.
        numbers: The words of all rows, one after the other, by their numbers in the vocabulary.
        bounds: The first word of each row, and behind them the number of all words.
        starts: Where each word begins in its text, in code points; so `ends`.
        rows: The row of each text.
    """

    vocabulary: tuple[str, ...]
    numbers: Integers
    bounds: Integers
    starts: Offsets
    ends: Offsets
    rows: tuple[int, ...]

    def row(self, number: int) -> "Words":
        """Return the words of one row alone, and no others in the vocabulary."""
        first, end = self.bounds[number : number + 2].tolist()
        known, numbers = np.unique(self.numbers[first:end], return_inverse=True)
        vocabulary = tuple([self.vocabulary[word] for word in known.tolist()])
        bounds = np.array([0, end - first], dtype=np.int64)
        return Words(vocabulary, numbers, bounds, self.starts[first:end], self.ends[first:end], (0,))


class WordsJoined:
    """Joins the words of batches of tokens, which can then be let go."""

    def __init__(self) -> None:
        """Begin without any."""
        self._vocabulary: dict[str, int] = {}
        self._count = 0
        self._numbers: list[Integers] = [_NONE]
        self._bounds: list[Integers] = [_NONE]
        self._starts: list[Offsets] = [_NONE.astype(np.int32)]
        self._ends: list[Offsets] = [_NONE.astype(np.int32)]

    def add(self, tokens: Tokens) -> None:
        """Add the words of `tokens`, of which each text is a row."""
        known = self._vocabulary
        numbers = np.array([known.setdefault(word, len(known)) for word in tokens.words], dtype=np.int64)
        self._numbers.append(numbers[tokens.forms])
        self._bounds.append(tokens.bounds[:-1] + self._count)
        self._starts.append(tokens.starts)
        self._ends.append(tokens.ends)
        self._count += len(tokens)

    def words(self, rows: Iterable[int]) -> Words:
        """Return the words of texts that have these `rows`."""
        return Words(
            tuple(self._vocabulary),
            np.concatenate(self._numbers),
            np.append(np.concatenate(self._bounds), self._count),
            np.concatenate(self._starts),
            np.concatenate(self._ends),
            tuple(rows),
        )


@cache
def _language() -> Language:
    """Return spaCy's English without a model, of which we need the tokenizer; made on first use."""
    nlp = spacy.blank("en")
    nlp.max_length = sys.maxsize  # its limit is for parsers, which need memory for every word
    return nlp


def words_of(text: str) -> tuple[str, ...]:
    """Return the tokens of `text` in lower case."""
    return tuple(token.lower_ for token in _language().make_doc(_quiet(text)))


def _quiet(text: str) -> str:
    """Return `text` in plain characters, its contractions in small letters, long rows of marks as blanks.

    spaCy knows "don't", not "DON'T"; of a row of marks it takes one at a time, and reads the rest again each time.
    """
    text = _ROW_OF_MARKS.sub(lambda row: " " * len(row[0]), plain(text))
    return _SHOUTED.sub(lambda word: word[0].lower(), text) if "'" in text else text


def tokenise(texts: Sequence[str]) -> Tokens:
    """Return the tokens of `texts`, of which there is at least one."""
    nlp = _language()
    tables = [nlp.make_doc(_quiet(text)).to_array(_COLUMNS) for text in texts]
    table = np.concatenate(tables)
    length, space = table[:, 2:4].astype(np.int64).T
    first = np.cumsum([0, *map(len, tables)])
    behind = np.cumsum(length + space)
    starts = behind - length - space - np.repeat(np.append(0, behind)[first[:-1]], np.diff(first))
    kept = table[:, 6] == 0  # further blanks are no words
    bounds = np.append(0, np.cumsum(kept))[first]
    table, starts, length, space = table[kept], starts[kept], length[kept], space[kept]
    orth, norm = table[:, 0], table[:, 1]
    is_mark, is_number = table[:, 4:6].astype(np.int64).T
    forms, order, groups = _grouped(orth * _MIX + norm)
    firsts = order[groups[:-1]]
    strings = nlp.vocab.strings
    texts_of_forms = tuple([_whole(strings[number]) for number in orth[firsts].tolist()])
    is_stop = np.array([text in _STOPS for text in texts_of_forms], dtype=np.bool_)[forms]
    return Tokens(
        forms=forms,
        texts=texts_of_forms,
        words=tuple([one_spelling(_whole(strings[number]).lower()) for number in norm[firsts].tolist()]),
        is_number=is_number[firsts] > 0,
        starts=starts.astype(np.int32),
        ends=(starts + length).astype(np.int32),
        bounds=bounds,
        sentences=_sentences(is_stop, is_mark > 0, space > 0, bounds),
        order=order,
        groups=groups,
    )


def _whole(word: str) -> str:
    """Return `word` without the places at which a line may break in it."""
    return word.replace("\N{SOFT HYPHEN}", "")


def _grouped(values: npt.NDArray[np.uint64]) -> tuple[Integers, Integers, Integers]:
    """Return the group of each value, the places in order of their groups, and where each group begins in these."""
    order = np.argsort(values, kind="stable")
    in_order = values[order]
    is_first = np.append(True, in_order[1:] != in_order[:-1])[: len(values)]
    group = np.empty(len(values), dtype=np.int64)
    group[order] = np.cumsum(is_first) - 1
    return group, order, np.append(np.flatnonzero(is_first), len(values))


def _sentences(is_stop: Flags, is_mark: Flags, space: Flags, bounds: Integers) -> Integers:
    """Return the first token of each sentence.

    One begins with each text, and with each word after a full stop and the marks behind it, if there is a blank before
    it: none begins inside "Heron.AI". So does spaCy's sentencizer, but for the blank.
    """
    begins = np.zeros(len(space), dtype=np.bool_)
    begins[bounds[:-1][np.diff(bounds) > 0]] = True
    telling = np.flatnonzero(begins | is_stop | ~is_mark)
    after_stop = telling[1:][is_stop[telling[:-1]] & ~is_stop[telling[1:]]]
    begins[after_stop] |= space[after_stop - 1]
    return np.append(np.flatnonzero(begins), len(space))
