"""How long documents side by side take: twelve vendor terms and licences, the whole command with its file.

    python benchmarks/matrix.py [--out FOLDER]

Prints wall time and processor time of the command for the workbook and for the Word file, each the less of two runs,
with the levels of every column. The documents lie in the shared data beside the checkout; --out keeps the files.

Ends with status 1 where a document was left out, a fit in the workbook is not what its points come to, or the wall time
of one of the two is over 10 s.
"""

import argparse
import json
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from command import Outcome, counterdraft, shared_folder

_TERMS = (
    *("claude-ai--commercial-terms", "chatgpt--commercial-terms", "mistral-ai--terms-of-service"),
    *(
        "together-ai--terms-of-service",
        "replicate--terms-of-service",
        "google-generative-ai-services--terms-of-service",
    ),
    *("perplexity--terms-of-service", "grok--terms-of-service"),
)
_LICENCES = (
    *("llama-3.1-LICENSE", "gemma-terms-of-use-2024-04-01"),
    *("deepseek-model-license-1.0", "stability-ai-community-license-2024"),
)
_LONGEST = 10.0  # seconds
_HEADS = 3  # rows
_WEIGHT = 3  # column of the sheet of points


def main(arguments: Sequence[str]) -> int:
    """Print all figures; return 1 where one is over its limit or wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    corpus = shared_folder("corpus")
    documents = [corpus / "vendor_terms" / f"{name}.md" for name in _TERMS]
    documents += [corpus / "licences" / f"{name}.txt" for name in _LICENCES]
    with tempfile.TemporaryDirectory() as folder:
        kept = options.out or Path(folder)
        kept.mkdir(exist_ok=True)
        are_fast = [_measure(documents, kept / f"matrix.{ending}") for ending in ("xlsx", "docx")]
        record = json.loads(counterdraft("matrix", *documents, "--format", "json").out)
        _print_columns(record)
        is_right = _recomputed(kept / "matrix.xlsx") == _told(record)
    print(f"the fits of the workbook are {'' if is_right else 'NOT '}what its points come to")
    return 0 if all(are_fast) and is_right and not record["left_out"] else 1


def _measure(documents: Sequence[Path], out: Path) -> bool:
    """Print how long the command takes; return whether that is short enough."""
    runs = [_timed(documents, out) for _ in range(2)]
    wall, processor = min(run[0] for run in runs), min(run[1] for run in runs)
    print(f"{out.suffix}: {wall:.1f} s, processor {processor:.1f} s, {out.stat().st_size / 1000:.0f} kB")
    return wall <= _LONGEST


def _timed(documents: Sequence[Path], out: Path) -> tuple[float, float]:
    before = _processor()
    done: Outcome = counterdraft("matrix", *documents, "--out", out)
    if done.status:
        sys.exit(done.err)
    return done.seconds, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _print_columns(record: dict) -> None:
    for at in record["ranking"]:
        column = record["columns"][at]
        levels = Counter(row["cells"][at]["level"] for row in record["rows"])
        listed = ", ".join(f"{number} {level}" for level, number in sorted(levels.items()))
        print(f"  {column['rank']:>2}. {column['title']}: {column['fit']['percent']} %; {listed}")


def _told(record: dict) -> dict[str, tuple[int, int]]:
    """Return by title the points lost and the weight not known."""
    return {each["title"]: (each["fit"]["lost"], each["fit"]["unknown"]) for each in record["columns"]}


def _recomputed(workbook: Path) -> dict[str, tuple[int, int]]:
    """Return the same as the cells of the sheet of points come to."""
    sheet = openpyxl.load_workbook(workbook)["Points"]
    found = {}
    for column in range(_WEIGHT + 1, sheet.max_column + 1):
        rows = [
            (sheet.cell(row, _WEIGHT).value, sheet.cell(row, column).value)
            for row in range(_HEADS + 1, sheet.max_row + 1)
        ]
        title = sheet.cell(_HEADS, column).value.split(". ", 1)[1]
        lost = sum(points for _, points in rows if isinstance(points, int))
        found[title] = (lost, sum(weight for weight, points in rows if points == "not known"))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
