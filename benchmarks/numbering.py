"""Measure automatic numbers: what we print before the paragraphs of Word files against what LibreOffice prints.

    python benchmarks/numbering.py [FOLDER]

FOLDER holds Word files; without one the real documents of the shared data are taken. LibreOffice sets each as plain
text; a paragraph is found there by its words, and what stands before them on the line is its printed label. Bullets
count as the same whatever their sign is. Files without labels are passed over. Ends with status 1 under the limit.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from command import SHARED

from app.errors import DocumentError
from app.intake.blocks import Block, go_on
from app.intake.docx.reader import read_docx
from app.model.document import Opening

_LIMIT = 0.98
_WINDOW = 400  # lines searched for the next paragraph
_SHOWN = 8  # differences of a file
_WORDS = 60  # characters of a paragraph that are shown


def main(arguments: Sequence[str]) -> int:
    """Print the share of equal labels for each file and for all."""
    folder = Path(arguments[0]) if arguments else SHARED / "corpus" / "docx"
    office = shutil.which("soffice")
    if office is None or not folder.is_dir():
        print(f"skipped: {'LibreOffice (soffice)' if office is None else folder} is not there")
        return 0
    files = sorted(folder.glob("*.docx"))
    total: Counter[str] = Counter()
    counted = 0
    with tempfile.TemporaryDirectory() as printed:
        _print_all(office, files, Path(printed))
        for path in files:
            lines = Path(printed) / f"{path.stem}.txt"
            if lines.exists():
                result = _compare(path, _tidy_lines(lines.read_text(encoding="utf-8-sig")))
                counted += bool(result["labels"])
                total += result
    share = total["equal"] / max(1, total["labels"])
    print(
        f"{counted} files, {total['labels']} labels: {share:.2%} equal; {total['lost']} paragraphs not found in print"
    )
    return 0 if share >= _LIMIT else 1


def _print_all(office: str, files: Sequence[Path], target: Path) -> None:
    """Set all files as plain text, with a profile of LibreOffice of their own."""
    profile = f"-env:UserInstallation={(target / 'profile').as_uri()}"
    convert = (office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(target))
    subprocess.run([*convert, *map(str, files)], check=True, capture_output=True, timeout=1800)


def _compare(path: Path, lines: Sequence[str]) -> Counter[str]:
    """Compare the labels of one file; print its share and where they differ."""
    try:
        content = read_docx(path, path.read_bytes(), Opening(), go_on)
    except DocumentError as error:
        print(error)
        return Counter()
    result: Counter[str] = Counter()
    differences = []
    for ours, theirs, words in _pairs([block for block in content.blocks if block.story == "body"], lines):
        if theirs is None:
            result["lost"] += bool(ours)
        elif ours or theirs:
            result["labels"] += 1
            same = ours == theirs or (_is_bullet(ours) and _is_bullet(theirs))
            result["equal"] += same
            if not same:
                differences.append(f"    {ours!r}, printed {theirs!r}: {words[:_WORDS]}")
    if result["labels"]:
        print(f"{path.name:58} {result['equal']:5} of {result['labels']:5}  {result['equal'] / result['labels']:.1%}")
        print("\n".join(differences[:_SHOWN]), end="\n" if differences else "")
    return result


def _pairs(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[tuple[str, str | None, str]]:
    """Yield for each paragraph our label, the printed one (None where it was not found), and its words."""
    here = 0
    for block in blocks:
        words = next((tidy for line in block.text.split("\n") if (tidy := _tidy(line))), "")
        found = next(
            (place for place in range(here, min(here + _WINDOW, len(lines))) if _ends(lines[place], words)), None
        )
        if found is None:
            yield block.marker, None, words
        else:
            here = found + 1
            yield block.marker, lines[found][: len(lines[found]) - len(words)].strip(), words


def _ends(line: str, words: str) -> bool:
    """Tell whether a line is these words after nothing or a label."""
    label = line.removesuffix(words).strip()
    return line.endswith(words) and len(label) <= 40 and label.count(" ") <= 2


def _is_bullet(label: str) -> bool:
    return bool(label) and not any(map(str.isalnum, label))


def _tidy_lines(text: str) -> list[str]:
    return [tidy for line in text.splitlines() if (tidy := _tidy(line))]


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00ad", "").replace("\u2011", "-").replace("\u200b", "")).strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
