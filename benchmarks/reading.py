"""Measure how fast files are read, and how much memory 500 pages take.

    python benchmarks/reading.py [FILE_OR_FOLDER ...]

The figure for a DOCX is the time that `read_document` takes over that of a bare walk of its body with lxml; for a PDF
over that of pypdfium2's text of every page; each the best of several runs in this process. Without arguments it reads
the measuring data beside the checkout, or the bundled samples where there is none. Peak memory is that of a process
which reads one file of 500 pages, made here. Ends with status 1 where a median or a peak is over its limit; what
cannot be read is named and left out, and so are PDFs with hardly any text, which are scans; pages are not recognised.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import docx
import pypdfium2
from command import ROOT, SAMPLE, SHARED
from lxml import etree
from reportlab.pdfgen.canvas import Canvas

from app.errors import DocumentError
from app.intake.reader import read_document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FOLDERS = ("bench", "corpus/docx", "corpus/pdf")
_LIMITS = {".docx": 15.0, ".pdf": 6.0}
_LIMIT_MB = 600
_PAGES = 500
_SCAN_TEXT = 100
"""A PDF with fewer characters a page than this is a scan."""
_PEAK = """
import re, resource, sys
from pathlib import Path
from app.intake.reader import read_document
document = read_document(Path(sys.argv[1]))
status = Path("/proc/self/status")  # what resource tells on Linux counts the calling process too
if status.is_file():
    peak = int(re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1]) / 2**10
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
print(f"{len(document.paragraphs)} paragraphs, {document.pages or 'no'} pages|{peak:.0f}")
"""


def main() -> int:
    """Print one line a file, a summary a format, and the two peaks."""
    sys.modules["rapidocr"] = None  # type: ignore[assignment] # a page of a scan among others would count for a hundred
    os.environ["PATH"] = ""  # the same, for Tesseract
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    within = [_measure_format(suffix, files) for suffix, files in _files().items() if files]
    with tempfile.TemporaryDirectory() as folder:
        within += [_measure_peak(write(Path(folder))) for write in (_write_pdf, _write_docx)]
    return 0 if all(within) else 1


def _files() -> dict[str, list[Path]]:
    """Return the files to read by their suffix."""
    places = [Path(name) for name in sys.argv[1:]]
    if not places:
        places = [SHARED / name for name in _FOLDERS if (SHARED / name).is_dir()] or [SAMPLE.parent]
    found = [file for place in places for file in (sorted(place.rglob("*")) if place.is_dir() else [place])]
    return {suffix: [file for file in found if file.suffix.lower() == suffix] for suffix in _LIMITS}


def _measure_format(suffix: str, files: list[Path]) -> bool:
    bare = {".docx": _walk_docx, ".pdf": _extract_pdf}[suffix]
    ratios: list[tuple[float, str]] = []
    for file in files:
        try:
            if suffix == ".pdf" and _is_scan(file):
                print(f"{file.name[:50]:50} left out: a scan")
                continue
            least = _best(bare, file)
            taken = _best(read_document, file)
        except (DocumentError, BadZipFile, KeyError, etree.XMLSyntaxError, pypdfium2.PdfiumError) as error:
            print(f"{file.name[:50]:50} left out: {str(error)[:100]}")
            continue
        ratios.append((taken / least, file.name))
        times = f"bare {least * 1000:8.1f} ms   read {taken * 1000:8.1f} ms   {taken / least:5.1f} times"
        print(f"{file.name[:50]:50} {times}")
    if not ratios:
        return True
    median, (worst, name), limit = statistics.median(ratio for ratio, _ in ratios), max(ratios), _LIMITS[suffix]
    over = sum(ratio > limit for ratio, _ in ratios)
    print(
        f"== {suffix}: median {median:.1f} times, worst {worst:.1f} ({name}); "
        f"{over} of {len(ratios)} over the limit of {limit:.0f}",
        flush=True,
    )
    return median <= limit


def _best(call: Callable[[Path], object], path: Path) -> float:
    """Return the shortest of several calls in seconds; a long one is made once."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        call(path)
        best = min(best, time.perf_counter() - start)
        if best > 1:
            break
    return best


def _walk_docx(path: Path) -> int:
    """Return how many characters the paragraphs of the body hold."""
    with ZipFile(path) as package:
        body = etree.fromstring(
            package.read("word/document.xml"), etree.XMLParser(huge_tree=True, resolve_entities=False)
        )
    return sum(len("".join(t.text or "" for t in p.iter(_W + "t"))) for p in body.iter(_W + "p"))


def _extract_pdf(path: Path) -> int:
    """Return how many characters the pages hold."""
    pdf = pypdfium2.PdfDocument(path)
    length = 0
    for page in pdf:
        text = page.get_textpage()
        length += len(text.get_text_range())
        text.close()
        page.close()
    pdf.close()
    return length


def _is_scan(path: Path) -> bool:
    with pypdfium2.PdfDocument(path) as pdf:
        pages = len(pdf)
    return _extract_pdf(path) < _SCAN_TEXT * pages


def _measure_peak(path: Path) -> bool:
    """Read `path` in a process of its own and print the most memory that it held."""
    done = subprocess.run([sys.executable, "-c", _PEAK, path], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        print(f"{path.name}: {done.stderr.strip()[-300:]}")
        return False
    what, peak = done.stdout.rsplit("|", 1)
    size = path.stat().st_size / 1e6
    print(f"{path.name} ({size:.1f} MB, {what}): peak {int(peak)} MB (limit {_LIMIT_MB} MB)")
    return int(peak) < _LIMIT_MB


def _sentences() -> Iterator[str]:
    """Yield sentences like those of a contract, without end and always the same."""
    sides, acts = ("The buyer", "The seller", "Each party"), ("shall keep", "may end", "shall deliver", "must pay for")
    things = ("the work ordered", "what is due under this contract", "the records of the year", "every unit sold")
    ways = ("within thirty (30) days of a written notice", "without delay", "at its own cost", "as Section 2.1 says")
    number = 0
    while True:
        pick = (each[number // step % len(each)] for each, step in ((sides, 1), (acts, 2), (things, 3), (ways, 5)))
        yield " ".join(pick) + "."
        number += 1


def _write_pdf(folder: Path) -> Path:
    """Write 500 pages of numbered clauses with a running header and page numbers."""
    path, sentences = folder / "pages.pdf", _sentences()
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for page in range(1, _PAGES + 1):
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(72, 805, "Contract of purchase")
        canvas.drawString(290, 40, str(page))
        for line in range(44):
            lead = f"{page}.{line // 4 + 1}  " if line % 4 == 0 else ""
            canvas.drawString(72 if lead else 90, 780 - 16 * line, lead + next(sentences))
        canvas.showPage()
    canvas.save()
    return path


def _write_docx(folder: Path) -> Path:
    """Write what Word sets on about 500 pages: numbered clauses, lists and a table now and then."""
    path, sentences = folder / "pages.docx", _sentences()
    made = docx.Document()
    for page in range(1, _PAGES + 1):
        made.add_heading(f"{page}. Clause", level=1)
        for _ in range(9):
            made.add_paragraph(" ".join(next(sentences) for _ in range(4)))
        for _ in range(3):
            made.add_paragraph(next(sentences), style="List Number")
        if page % 10 == 0:
            table = made.add_table(rows=6, cols=4)
            for cell in table._cells:  # noqa: SLF001 - the public way takes minutes
                cell.text = next(sentences)
    made.save(path)
    return path


if __name__ == "__main__":
    sys.exit(main())
