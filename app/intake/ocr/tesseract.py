"""Text recognition with Tesseract, where its program is installed: by pipe, the picture in and a table of words out."""

import csv
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from app.intake.ocr.scans import page_picture
from app.intake.ocr.skew import levelled
from app.intake.pdf.placed import PlacedWord

_DPI = 300
_SECONDS = 120  # for a page; one in small print needs ten
_TURNS = (180, 90, 270)
_UPRIGHT = 0.7  # a page the right way up is read with 0.85 and more, turned ones with 0.3 to 0.5
_TELLING = 3  # letters of a word that show which way it runs
_LANGUAGES = 3  # more than these make it slow and guess
_NO_LANGUAGES = frozenset(("osd", "equ", "snum"))
_WINDOWS_PLACE = Path("C:/Program Files/Tesseract-OCR/tesseract.exe")
_WORD_LEVEL = "5"
_LINE = ("block_num", "par_num", "line_num")


def find_tesseract() -> "TesseractEngine | None":
    """Return the engine; None where the program is not installed, or has no language."""
    found = shutil.which("tesseract")
    program = Path(found) if found else _WINDOWS_PLACE
    if not program.is_file() or program.parent.resolve() == Path.cwd():  # Windows looks there first
        return None
    languages = _installed_languages(program)
    return TesseractEngine(program, languages) if languages else None


def _installed_languages(program: Path) -> tuple[str, ...]:
    """Return the languages to read with: English and the others installed, if these are few."""
    try:
        listed = _run([str(program), "--list-langs"], b"").decode("utf-8", "replace").splitlines()[1:]
    except (OSError, subprocess.SubprocessError):
        return ()
    names = sorted({name.strip() for name in listed} - _NO_LANGUAGES, key=lambda name: (name != "eng", name))
    plain = [name for name in names if name and "/" not in name]
    return tuple(plain if len(plain) <= _LANGUAGES else plain[:1])


class TesseractEngine:
    """Tesseract 4 or 5."""

    name = "Tesseract"

    def __init__(self, program: Path, languages: Sequence[str]) -> None:
        self._command = [str(program), "-", "-", "-l", "+".join(languages), "--psm", "3", "tsv"]

    def read_page(self, page: pypdfium2.PdfPage) -> list[PlacedWord]:
        """Return the words of `page`, as `Engine` says."""
        shown = page.get_rotation()
        words = self._words_at(page, shown)
        if _sureness(words) >= _UPRIGHT:
            return words
        turned = {rotation: self._words_at(page, rotation) for rotation in ((shown + turn) % 360 for turn in _TURNS)}
        rotation, best = max(turned.items(), key=lambda item: _sureness(item[1]))
        if _sureness(best) <= _sureness(words):
            rotation, best = shown, words
        page.set_rotation(rotation)
        return best

    def _words_at(self, page: pypdfium2.PdfPage, rotation: int) -> list[PlacedWord]:
        """Return the words of `page` when it is shown turned to `rotation`."""
        page.set_rotation(rotation)
        picture = page_picture(page, _DPI)
        file = b"P5 %d %d 255\n%b" % (picture.width, picture.height, picture.dots)  # a portable grey map
        try:
            table = _run(self._command, file).decode("utf-8", "replace")
        except (OSError, subprocess.SubprocessError):  # it gave up on this page
            return []
        return levelled(lines_of(table, page.get_width() / picture.width))


def lines_of(table: str, scale: float) -> list[list[PlacedWord]]:
    """Return the words of a table as Tesseract writes it (TSV), by line; `scale` turns its pixels into points."""
    lines: dict[tuple[str, ...], list[PlacedWord]] = {}
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] == _WORD_LEVEL and text:
            left, top, width, height = (scale * int(row[name]) for name in ("left", "top", "width", "height"))
            confidence = min(1.0, max(0.0, float(row["conf"]) / 100))
            word = PlacedWord(text, left, top, left + width, top + height, confidence=confidence)
            lines.setdefault(tuple(row[name] for name in _LINE), []).append(word)
    return list(lines.values())


def _sureness(words: Sequence[PlacedWord]) -> float:
    """Return how sure the words are in the mean, long ones more; those that run up or down the page count as unsure."""
    telling = [word for word in words if len(word.text) >= _TELLING]
    letters = sum(len(word.text) for word in telling)
    lying = (word for word in telling if word.right - word.left > word.bottom - word.top)
    return sum(len(word.text) * word.confidence for word in lying) / letters if letters else 0.0


def _run(command: Sequence[str], data: bytes) -> bytes:
    """Return what `command` answers to `data`, on one thread: more make it slower.

    Raises:
        OSError: It cannot be started.
        SubprocessError: It fails, or takes too long.
    """
    return subprocess.run(  # noqa: S603 - the program found, with words of ours
        command,
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
        timeout=_SECONDS,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would open a console
    ).stdout
