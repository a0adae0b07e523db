"""Our own contracts: those in `training/documents`, invented, with all clause types of each paragraph.

They are written out as Markdown and read as the product reads a file, so that headings, lists and parties are those
that matching meets.
"""

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from corpus import Contract, Unit, laid_out

from app.intake.reader import read_document
from app.model.document import Document

_LETTER = re.compile(r"[A-Za-z0-9]")
_MARK = re.compile(r"^([#>*+-]|\d+[.)])")


class _Line(TypedDict, total=False):
    """A paragraph in a file."""

    text: str
    heading: str
    lead_in: str
    clauses: list[str]


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A contract that we wrote.

    Attributes:
        labels: The clause types of each of its paragraphs.
    """

    name: str
    document: Document
    labels: tuple[frozenset[str], ...]

    def contract(self) -> Contract:
        """Return it as a contract to learn from."""
        units = (Unit(carried, frozenset(), (index,)) for index, carried in enumerate(self.labels) if carried)
        return laid_out(self.name, self.document, units, is_own=True)


def read_documents(folder: Path, workers: int | None = None) -> tuple[OwnDocument, ...]:
    """Return the documents of the files (`*.jsonl`) in `folder`, in order of their names.

    Raises:
        ValueError: A paragraph of a file was not found in what was read of it.
    """
    with ProcessPoolExecutor(workers) as pool:
        return tuple(pool.map(_read, sorted(folder.glob("*.jsonl"))))


def _read(path: Path) -> OwnDocument:
    lines: list[_Line] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as work:
        written = Path(work, f"{path.stem}.md")
        written.write_text("\n\n".join(_markdown(lines)) + "\n", encoding="utf-8")
        document = read_document(written)
    return OwnDocument(path.stem, document, tuple(_labels(path, document, lines)))


def _markdown(lines: Sequence[_Line]) -> Iterator[str]:
    heading = ""
    for line in lines:
        if line["heading"] != heading:
            heading = line["heading"]
            if heading:
                yield f"## {heading}"
        text = " ".join(line["text"].split())
        yield f"- {text}" if line.get("lead_in") else _MARK.sub(r"\\\1", text)


def _labels(path: Path, document: Document, lines: Sequence[_Line]) -> Iterator[frozenset[str]]:
    """Yield the clause types of each paragraph of `document`, found by its letters and figures in order of the file."""
    spelled = [(_letters(line["text"]), frozenset(line["clauses"])) for line in lines]
    at = 0
    for paragraph in document.paragraphs:
        letters = _letters(paragraph.text)
        if paragraph.kind in ("title", "heading") or not letters:
            yield frozenset()
            continue
        found = next((n for n in range(at, len(spelled)) if spelled[n][0].endswith(letters)), None)
        if found is None:
            raise ValueError(f"{path.name}: read otherwise than written: {paragraph.text[:80]!r}")
        at = found + 1
        yield spelled[found][1]


def _letters(text: str) -> str:
    return "".join(_LETTER.findall(text)).lower()
