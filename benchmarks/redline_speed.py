"""Time and memory of a redline, against reading, parsing and zipping the same package unchanged.

    python benchmarks/redline_speed.py [--repeat 5] FILE_OR_FOLDER...

Each file gets 20 random edits of its words with comments on half (plans.py): it is opened, changed, proved, saved and
put in place. The time it is measured against opens the package, parses every XML part, writes it out again and
zips all. Both are processor time, the least of several runs. Memory is the peak of the whole command
`counterdraft redline` with one edit. Ends with status 1 where the median of the ratios is over 2 or memory over 150 MB.
"""

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from command import counterdraft
from lxml import etree
from plans import make_rewordings, spots_of

from app.errors import DocumentError
from app.ooxml.changes import Change
from app.ooxml.package import open_package
from app.ooxml.writer import write_changes

_WHEN = datetime(2026, 1, 1, tzinfo=UTC)
_MOST = 2.0
_MEMORY = 150.0  # MB


def main(arguments: Sequence[str]) -> int:
    """Print the ratio of each file, and the median and the worst of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args(arguments)
    files = sorted(file for place in options.places for file in (place.glob("*.docx") if place.is_dir() else [place]))
    ratios = []
    for path in files:
        data = path.read_bytes()
        try:
            plan = make_rewordings(open_package(data, path), path.name, 20)
        except DocumentError:
            continue
        if plan:
            base = _least(lambda data=data: _rewrite(data), options.repeat)
            ours = _least(lambda data=data, path=path, plan=plan: _redline(data, path, plan), options.repeat)
            ratios.append(ours / base)
            print(f"{path.name}: {base * 1000:.0f} ms unchanged, {ours * 1000:.0f} ms redlined, {ours / base:.2f}")
    memory = max(map(_memory, files), default=0.0) if len(files) <= 5 else _memory(max(files, key=_size))
    median = statistics.median(ratios)
    print(f"median {median:.2f}, worst {max(ratios):.2f} of {len(ratios)}; memory {memory:.0f} MB")
    return 0 if median <= _MOST and memory <= _MEMORY else 1


def _least(call: Callable[[], object], repeat: int) -> float:
    times = []
    for _ in range(repeat):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def _rewrite(data: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(content, etree.XMLParser(huge_tree=True)).getroottree()
                content = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            archive.writestr(name, content)
    return target.getvalue()


def _redline(data: bytes, path: Path, plan: Sequence[Change]) -> bytes:
    return write_changes(open_package(data, path), plan, author="Bench Mark", when=_WHEN).data


def _size(path: Path) -> int:
    return path.stat().st_size


def _memory(path: Path) -> float:
    """Return the peak memory of `counterdraft redline` on a file, in MB."""
    words = next(spot.text.text for spot in spots_of(open_package(path.read_bytes(), path)))
    with tempfile.TemporaryDirectory() as folder:
        edits, out = Path(folder) / "edits.json", Path(folder) / "out.docx"
        edits.write_text(json.dumps([{"find": words[:40], "occurrence": 1, "replace": "New words", "comment": "Why"}]))
        done = counterdraft(
            "redline", path, "--edits", edits, "--author", "Bench", "--date", "2026-01-01", "--out", out
        )
        if done.status:
            sys.exit(f"{path}: {done.err}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
