"""Time and memory of matching, against spaCy's bare tokenisation of the same contract, and its growth with length.

    python benchmarks/speed.py [--contract FILE] [--plot FILE.svg]

Without a contract it takes the one of 57 pages in the shared data beside the checkout, else the bundled sample with its
paragraphs repeated to that length. All is measured in one process, in processor time. "Cold" is the first time that a
tokenizer sees these words, "warm" the least of five times after that. Loading is the clause library, its phrases, and
spaCy's tokenizer; the file is read before. Memory is the peak of the process so far. Longer and shorter documents are
made of the contract's paragraphs, each with a number so that no two are the same.

Ends with status 1 where cold matching takes over 4 times cold tokenisation, loading over 1.5 s, memory for the contract
is over 350 MB, or a paragraph of one length of document takes over twice as long as one of another.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from command import SAMPLE, SHARED

from app.intake.collecting import rarely_collected
from app.intake.reader import read_document
from app.matching.matcher import read_clauses
from app.model.document import Document
from app.model.library import ClauseLibrary
from app.service.settings import load_clause_library

_CONTRACT = SHARED / "bench" / "data" / "base.docx"
_LENGTH = 361  # paragraphs of that contract
_LENGTHS = (100, 1_000, 5_000, 20_000)
_WARM_RUNS = 5
_MOST = 4.0
_LONGEST_LOAD = 1.5  # seconds
_MEMORY = 350.0  # MB
_UNEVEN = 2.0

Point = tuple[int, float]
"""How many paragraphs, and the seconds they took."""


def main(arguments: Sequence[str]) -> int:
    """Print all figures; return 1 where one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contract", type=Path)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args(arguments)
    document = _contract(options.contract)
    loading, library = _measure_loading(document)
    ratio = _measure_contract(document, library)
    memory = _peak()
    print(f"memory: {memory:.0f} MB at most for this contract")
    points = [_measure_length(document, library, length) for length in _LENGTHS]
    print(f"memory: {_peak():.0f} MB at most for the longest of these")
    if options.plot:
        options.plot.write_text(_plot(points), encoding="utf-8")
    each = [seconds / paragraphs for paragraphs, seconds in points]
    within = ratio <= _MOST and loading <= _LONGEST_LOAD and memory <= _MEMORY and max(each) <= _UNEVEN * min(each)
    return 0 if within else 1


def _contract(chosen: Path | None) -> Document:
    if chosen or _CONTRACT.is_file():
        return read_document(chosen or _CONTRACT)
    return _of_length(read_document(SAMPLE), _LENGTH)


def _of_length(document: Document, length: int) -> Document:
    """Return a document of `length` paragraphs, made of those of `document`."""
    of = document.paragraphs
    paragraphs = tuple(
        replace(of[n % len(of)], index=n, text=f"{of[n % len(of)].text} ({n})", section=None, parent=None)
        for n in range(length)
    )
    return replace(document, paragraphs=paragraphs, sections=(), terms=(), references=(), signatures=())


def _measure_loading(document: Document) -> tuple[float, ClauseLibrary]:
    fill = "from app.service.settings import load_clause_library as load; load(None)"
    subprocess.run([sys.executable, "-c", fill], check=True)  # any start but the first finds the files remembered
    of_library = _seconds(lambda: load_clause_library(None))
    library = load_clause_library(None)
    of_phrases = _seconds(lambda: _match(_of_length(document, 0), library))
    print(
        f"loading: {of_library + of_phrases:.2f} s (library {of_library:.2f} s, phrases and spaCy {of_phrases:.2f} s)"
    )
    return of_library + of_phrases, library


def _measure_contract(document: Document, library: ClauseLibrary) -> float:
    """Print the times for the contract; return the ratio of the cold ones."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    make_doc = spacy.blank("en").make_doc
    tokens: list[int] = []
    bare = [_seconds(lambda: tokens.append(sum(len(make_doc(text)) for text in texts))) for _ in range(1 + _WARM_RUNS)]
    full = [_seconds(lambda: _match(document, library)) for _ in range(1 + _WARM_RUNS)]
    print(f"{document.name}: {len(texts)} paragraphs, {tokens[0]} tokens, {len(library.clauses)} clause types")
    for name, base, ours in (("cold", bare[0], full[0]), ("warm", min(bare[1:]), min(full[1:]))):
        print(f"{name}: tokenised in {base:.3f} s, matched in {ours:.3f} s, ratio {ours / base:.1f}")
    return full[0] / bare[0]


def _measure_length(document: Document, library: ClauseLibrary, length: int) -> Point:
    longer = _of_length(document, length)
    seconds = _seconds(lambda: _match(longer, library))
    print(f"{length:6} paragraphs: {seconds:6.2f} s, {1000 * seconds / length:.3f} s per 1,000")
    return length, seconds


def _match(document: Document, library: ClauseLibrary) -> None:
    with rarely_collected():
        read_clauses(document, library)


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _peak() -> float:
    """Return the largest memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _plot(points: Sequence[Point]) -> str:
    """Return a drawing of seconds over paragraphs, with the straight line to the longest document."""
    width, height, margin = 640, 400, 60
    last_paragraphs, last_seconds = points[-1]
    most = max(seconds for _, seconds in points)

    def place(paragraphs: float, seconds: float) -> str:
        x = margin + paragraphs / last_paragraphs * (width - 2 * margin)
        return f"{x:.1f},{height - margin - seconds / most * (height - 2 * margin):.1f}"

    texts = [
        f'<text transform="translate({place(paragraphs, seconds)})" x="-8" y="-8" text-anchor="end">'
        f"{paragraphs:,}: {seconds:.2f} s</text>"
        for paragraphs, seconds in points
    ]
    axes = f"{place(0, most)} {place(0, 0)} {place(last_paragraphs, 0)}"
    style = 'font-family="sans-serif" font-size="12"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {style}>',
            f'<rect width="{width}" height="{height}" fill="white"/>',
            f'<polyline points="{axes}" fill="none" stroke="black"/>',
            f'<polyline points="{place(0, 0)} {place(last_paragraphs, last_seconds)}" stroke="silver"/>',
            f'<polyline points="{" ".join(place(*point) for point in points)}" fill="none" stroke="navy"/>',
            *texts,
            f'<text x="{width / 2}" y="{height - 20}" text-anchor="middle">paragraphs</text>',
            f'<text x="{margin}" y="{margin - 20}" text-anchor="middle">seconds</text>',
            "</svg>\n",
        )
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
