"""Measure the reading of PDFs: words and paragraphs against other texts of the same documents, furniture, speed.

    python benchmarks/pdf.py [--texts FOLDER] FOLDER...

Beside each PDF its text is looked for: a Word file of the same name in the same folder, or a text file in the folder
of --texts. Without arguments the shared corpus beside the checkout is measured, and nothing where it is not there.

words       F1 of the words of our text
boundaries  F1 of the ends of paragraphs, each known by the two words before and after it; ends at page breaks of the
            text compared with count for neither side, nor texts that have lost their paragraphs
furniture   share of pages with something set aside, of documents that have it on any page
time        processor time, as a multiple of that of PDFium's bare text extraction
"""

import argparse
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2

from app.errors import DocumentError
from app.intake.reader import read_document

_SHARED = Path(__file__).parents[2] / "shared" / "corpus"
_TEXTS = _SHARED / "cuad" / "full_contract_txt"
_FURNITURE = re.compile(r"\W*(?:page\s*)?(?:[A-Z]-)?(?:\d{1,3}|[ivxl]{1,6})\W*|Source: .{3,120}", re.IGNORECASE)
_LOST = 4_000  # letters of a paragraph: so long is only a text that has lost its paragraphs
_LIKE = 45  # letters of a name by which a text is found
_RUNS = 3

Boundary = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Another text of a document: its paragraphs, and the boundaries at which its pages break."""

    paragraphs: Sequence[str]
    page_ends: frozenset[Boundary]

    @property
    def has_paragraphs(self) -> bool:
        """Whether it still has them."""
        return max(map(len, self.paragraphs), default=0) < _LOST


def main() -> int:
    """Print a line for each PDF and the medians."""
    parser = argparse.ArgumentParser(description="Measure the reading of PDFs.")
    parser.add_argument("folders", nargs="*", type=Path, default=[_SHARED / "pdf"])
    parser.add_argument("--texts", type=Path, default=_TEXTS)
    asked = parser.parse_args()
    files = sorted(path for folder in asked.folders if folder.is_dir() for path in folder.iterdir() if _is_pdf(path))
    if not files:
        print(f"nothing measured: no PDFs in {', '.join(map(str, asked.folders))}")
        return 0
    texts = {_name(path): path for path in asked.texts.glob("*.txt")} if asked.texts.is_dir() else {}
    rows = [row for path in files if (row := _measure(path, texts)) is not None]
    for number, title in enumerate(("words", "boundaries", "furniture", "time")):
        values = [row[number] for row in rows if row[number] is not None]
        if values:
            worst = max(values) if title == "time" else min(values)
            print(f"{title:10} median {statistics.median(values):.3f}, worst {worst:.3f} of {len(values)}")
    return 0


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


def _measure(path: Path, texts: dict[str, Path]) -> tuple[float | None, float | None, float | None, float] | None:
    """Print and return what was measured for one file; None where it is refused."""
    try:
        document = read_document(path)
    except DocumentError as error:
        print(f"refused: {error}")
        return None
    reference = _reference(path, texts)
    words = boundaries = None
    if reference is not None:
        ours = [f"{each.marker} {each.text}" for each in document.paragraphs]
        aside = [each.text for each in document.set_aside]
        words = _f1(_counted((*ours, *aside)), _counted(reference.paragraphs))
        if reference.has_paragraphs:
            boundaries = _f1(
                _without(_boundaries(ours), reference.page_ends),
                _without(_boundaries(reference.paragraphs), reference.page_ends),
            )
    pages = {each.page for each in document.set_aside}
    furniture = len(pages) / len(document.page_list) if pages and document.page_list else None
    ratio = _best(lambda: read_document(path)) / _best(lambda: _extract(path))
    shown = (f"{value:7.3f}" if value is not None else "      -" for value in (words, boundaries, furniture))
    print(f"{' '.join(shown)} x{ratio:5.1f} {len(document.page_list):4} pages  {path.name[:80]}", flush=True)
    return words, boundaries, furniture, ratio


def _reference(path: Path, texts: dict[str, Path]) -> Reference | None:
    word = path.with_suffix(".docx")
    if word.exists():
        document = read_document(word)
        return Reference([f"{each.marker} {each.text}" for each in document.paragraphs], frozenset())
    key = _name(path).removeprefix("cuad")
    found = texts.get(key) or next((text for name, text in texts.items() if name.startswith(key[:_LIKE])), None)
    if found is None:
        return None
    lines = [line.strip() for line in found.read_text(encoding="utf-8", errors="replace").split("\n") if line.strip()]
    kept = [line for line in lines if not _FURNITURE.fullmatch(line)]
    ends: set[Boundary] = set()
    for place, line in enumerate(lines):
        if _FURNITURE.fullmatch(line):
            before = next((each for each in reversed(lines[:place]) if not _FURNITURE.fullmatch(each)), "")
            after = next((each for each in lines[place:] if not _FURNITURE.fullmatch(each)), "")
            ends.add(_boundary(before, after))
    return Reference(kept, frozenset(ends))


def _name(path: Path) -> str:
    return re.sub(r"[^a-z0-9]", "", path.stem.lower())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _counted(paragraphs: Iterable[str]) -> Counter[str]:
    return Counter(word for paragraph in paragraphs for word in _words(paragraph))


def _boundaries(paragraphs: Sequence[str]) -> Counter[Boundary]:
    """Return the ends of the paragraphs, each by the two words before it and the two after."""
    full = [paragraph for paragraph in paragraphs if _words(paragraph)]
    return Counter(_boundary(before, after) for before, after in pairwise(full))


def _boundary(before: str, after: str) -> Boundary:
    return (*_words(before)[-2:], "|", *_words(after)[:2])


def _without(counted: Counter[Boundary], left_out: frozenset[Boundary]) -> Counter[Boundary]:
    return Counter({key: times for key, times in counted.items() if key not in left_out})


def _f1(one: Counter[str] | Counter[Boundary], other: Counter[str] | Counter[Boundary]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0  # type: ignore[operator]


def _best(call: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_RUNS):
        start = time.process_time()
        call()
        seconds.append(time.process_time() - start)
    return min(seconds)


def _extract(path: Path) -> int:
    """Return how many letters PDFium finds: the work that reading is compared with."""
    letters = 0
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            textpage = page.get_textpage()
            letters += len(textpage.get_text_range())
            textpage.close()
            page.close()
    return letters


if __name__ == "__main__":
    sys.exit(main())
