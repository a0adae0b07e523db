"""The contracts of CUAD as the product reads them, with the labels of CUAD brought over to its paragraphs.

CUAD labels stretches of its own paragraphs. They are brought over by place: the letters and figures of both are the
same text, so that a paragraph of ours takes the labels of those of CUAD that it shares more than half of the shorter
one with. Of 4,511 strong labels 3 are lost, on paragraphs of a few signs.
"""

import csv
import gzip
import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypedDict

from app.intake.reader import read_document
from app.matching.ngrams import Layout, layout_of
from app.matching.tokens import Words, WordsJoined, tokenise
from app.model.document import Document

FOLDS = 5
_STRONG_SHARE, _STRONG_LETTERS = 0.3, 150  # as the shared data says its labels are to be read
_LETTER = re.compile(r"[A-Za-z0-9]")
_NEAR = (3_000, 20_000)  # how far ahead the next paragraph is looked for, in letters


class _Row(TypedDict):
    """A paragraph in the file of CUAD."""

    contract: str
    start: int
    end: int
    text: str
    labels: list[str]
    overlap: dict[str, float]


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph of CUAD: what is counted in the figures.

    Attributes:
        strong: Clause types that it surely carries.
        weak: Those of which a small part of it was labelled: on neither side of the figures.
        paragraphs: Which paragraphs of ours it is.
    """

    strong: frozenset[str]
    weak: frozenset[str]
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract of CUAD, or one of ours.

    Attributes:
        silent: Paragraphs that carry no clause: titles, headings and what is printed on every page.
        texts: Of its paragraphs.
        is_own: Whether we wrote it: all its clause types are labelled then, not only those of CUAD.
    """

    name: str
    words: Words
    layout: Layout
    silent: frozenset[int]
    units: tuple[Unit, ...]
    texts: tuple[str, ...]
    is_own: bool = False

    @property
    def fold(self) -> int:
        """The fold that it is tested in."""
        return fold_of(self.name)


def read_contracts(folder: Path, mapping: Path, workers: int | None = None) -> tuple[Contract, ...]:
    """Return the contracts under `folder`, sorted by name; `mapping` is the table of CUAD's categories and our ids."""
    with mapping.open(encoding="utf-8", newline="") as file:
        ids = {row["cuad_category"]: row["clause_id"] for row in csv.DictReader(file)}
    paragraphs: dict[str, list[_Row]] = {}
    with gzip.open(folder / "paragraphs.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            paragraphs.setdefault(row["contract"], []).append(row)
    names = [name for name in sorted(paragraphs) if source_of(folder, name).is_file()]
    read = partial(_read, folder, ids)
    with ProcessPoolExecutor(workers) as pool:
        return tuple(pool.map(read, names, (paragraphs[name] for name in names), chunksize=4))


def fold_of(name: str) -> int:
    """Return the fold of what is called `name`, the same on every machine."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def words_of_texts(texts: Sequence[str]) -> Words:
    """Return the words of `texts` as the scanner counts them."""
    rows = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    joined = WordsJoined()
    joined.add(tokenise(tuple(rows)))
    return joined.words(rows[text] for text in texts)


def source_of(folder: Path, name: str) -> Path:
    """Return where the text of the contract `name` lies."""
    return folder / "full_contract_txt" / f"{name}.txt"


def laid_out(name: str, document: Document, units: Iterable[Unit], *, is_own: bool = False) -> Contract:
    """Return a document as a contract to learn from."""
    words = words_of_texts([*(p.text for p in document.paragraphs), *(section.title for section in document.sections)])
    silent = (p.index for p in document.paragraphs if p.kind in ("title", "heading") or p.story in ("header", "footer"))
    texts = tuple(paragraph.text for paragraph in document.paragraphs)
    return Contract(name, words, layout_of(document, words.rows), frozenset(silent), tuple(units), texts, is_own)


def _read(folder: Path, ids: dict[str, str], name: str, rows: Sequence[_Row]) -> Contract:
    path = source_of(folder, name)
    document = read_document(path)
    texts = [paragraph.text for paragraph in document.paragraphs]
    return laid_out(name, document, _units(path.read_bytes().decode("utf-8"), texts, rows, ids))


def _units(source: str, texts: Sequence[str], rows: Sequence[_Row], ids: dict[str, str]) -> Iterator[Unit]:
    letters = [letter.start() for letter in _LETTER.finditer(source)]
    places = list(_places(_letters(source), [_letters(text) for text in texts]))
    for row in rows:
        strong, weak = _labels(row, ids)
        start, end = bisect_left(letters, row["start"]), bisect_left(letters, row["end"])
        shared = tuple(
            number
            for number, (first, last) in enumerate(places)
            if min(end, last) - max(start, first) > min(end - start, last - first) / 2 and last > first
        )
        yield Unit(frozenset(strong), frozenset(weak - strong), shared)


def _labels(row: _Row, ids: dict[str, str]) -> tuple[set[str], set[str]]:
    """Return the clause types that a paragraph of CUAD surely carries, and those that it carries in passing."""
    strong: set[str] = set()
    weak: set[str] = set()
    for category in row["labels"]:
        if category in ids:
            share = row["overlap"].get(category, 0)
            is_strong = share >= _STRONG_SHARE or share * len(row["text"]) >= _STRONG_LETTERS
            (strong if is_strong else weak).add(ids[category])
    return strong, weak


def _places(source: str, texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the letters of each text stand among those of the source, in order."""
    at = 0
    for text in texts:
        found = next(
            (place for head in (80, 30, 12) for far in _NEAR if (place := source.find(text[:head], at, at + far)) >= 0),
            at,
        )
        end = found + len(text)
        tail = source.find(text[-30:], max(found, end - 30), end + 600)  # what the product left out stands between
        end = tail + len(text[-30:]) if tail >= 0 else end
        yield found, end if text else found
        at = end if text else at


def _letters(text: str) -> str:
    return "".join(_LETTER.findall(text)).lower()
