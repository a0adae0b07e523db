"""Feed the readers with damaged files: each must be read or refused with a DocumentError.

    python benchmarks/fuzz.py [--seconds 1200] [--seed 1] [--formats docx,pdf] [--keep FOLDER] [FILE_OR_FOLDER ...]
    python benchmarks/fuzz.py --truncate [FILE_OR_FOLDER ...]

Samples are the bundled ones, small ones made here, and the files given. Each case takes one of them and flips, cuts,
repeats, splices or renumbers it: the raw bytes, the XML inside a zip, or the unpacked streams of a PDF. A case is its
seed and number, so that it can be made again (--first NUMBER --cases 1). Cases are read one after another in a child
process, without text recognition; one that ends the child, or takes too long, counts as a crash like any other
exception. The file of the first crash of each kind is kept. With --truncate the cases are the samples broken off after
every 1 KB. Linux and macOS only. Ends with status 1 where there was a crash.
"""

import argparse
import multiprocessing
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from types import FrameType

from command import SAMPLE
from mutation import damage, small_samples

from app.errors import DocumentError
from app.intake.reader import read_document
from app.proofreading.proofread import proofread

_FORMATS = ("docx", "pdf", "txt", "md", "html", "rtf", "odt", "eml", "msg")
_LARGEST = 300_000  # bytes of a sample: a larger one takes too long a case
_CASE_S = 20  # of processor time
_HANG_S = 120
_MEMORY = 4 * 2**30


class _TooLongError(BaseException):
    """A case takes too long; a BaseException, so that no handler of exceptions stops it."""


@dataclass(frozen=True)
class _Run:
    """What a child needs: the samples by format, and where it writes the file it reads.

    Attributes:
        cuts: Format, number and length of the samples to break off; empty where they are to be damaged.
    """

    samples: dict[str, list[bytes]]
    cuts: list[tuple[str, int, int]]
    seed: int
    last: int
    end: float
    folder: Path


def main() -> int:
    """Run cases until the time is over; print each new kind of crash, and a summary."""
    options = _options()
    options.keep.mkdir(parents=True, exist_ok=True)
    samples = _samples(options.places, options.formats.split(","))
    print(", ".join(f"{len(files)} {kind}" for kind, files in samples.items()), flush=True)
    current: Synchronized[int] = multiprocessing.Value("q", options.first)
    crashes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        end = time.monotonic() + options.seconds
        cuts = list(_cuts(samples)) if options.truncate else []
        last = len(cuts) or options.first + options.cases
        run = _Run(samples, cuts, options.seed, last, end, Path(folder))
        while time.monotonic() < end and current.value < run.last:
            for crash, case in _run_child(run, current):
                crashes[crash] += 1
                if crashes[crash] == 1:
                    _keep(run, case, crash, options.keep)
    print(f"{current.value - options.first} cases, {crashes.total()} crashes of {len(crashes)} kinds")
    for crash, count in crashes.most_common():
        print(f"{count:6} {crash}")
    return 1 if crashes else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--cases", type=int, default=sys.maxsize // 2, help="how many cases at most")
    parser.add_argument("--formats", default=",".join(_FORMATS))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "counterdraft-fuzz")
    parser.add_argument("--truncate", action="store_true", help="break the samples off after every 1 KB")
    parser.add_argument("places", nargs="*", type=Path)
    return parser.parse_args()


def _samples(places: list[Path], formats: list[str]) -> dict[str, list[bytes]]:
    """Return the samples of each format that has any."""
    found: dict[str, list[bytes]] = {}
    for place in (SAMPLE.parent, *places):
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            kind = file.suffix.lower().removeprefix(".")
            if kind in formats and file.stat().st_size <= _LARGEST:
                found.setdefault(kind, []).append(file.read_bytes())
    for kind, data in small_samples().items():
        if kind in formats:
            found.setdefault(kind, []).append(data)
    return found


def _cuts(samples: dict[str, list[bytes]]) -> Iterator[tuple[str, int, int]]:
    """Yield every sample with each length that it is to be broken off at."""
    for kind, files in samples.items():
        for number, data in enumerate(files):
            yield from ((kind, number, end) for end in range(1, len(data), 1024))


def _run_child(run: _Run, current: "Synchronized[int]") -> list[tuple[str, int]]:
    """Read cases in a child until it ends or hangs; return the crashes and the numbers of their cases."""
    reports: SimpleQueue[tuple[str, int]] = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=_read_cases, args=(run, current, reports))
    child.start()
    crashes: list[tuple[str, int]] = []
    before, since = current.value, time.monotonic()
    while child.is_alive():
        child.join(0.2)
        while not reports.empty():
            crashes.append(reports.get())
        if current.value != before:
            before, since = current.value, time.monotonic()
        elif time.monotonic() - since > _HANG_S:
            child.kill()
            child.join()
    while not reports.empty():
        crashes.append(reports.get())
    if child.exitcode:
        crashes.append(
            (f"{_format(run, current.value)}: the process ended with status {child.exitcode}", current.value)
        )
        current.value += 1
    return crashes


def _read_cases(run: _Run, current: "Synchronized[int]", reports: "SimpleQueue[tuple[str, int]]") -> None:
    """Read one case after another; what runs in the child."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGPROF, _stop)
    sys.modules["rapidocr"] = None  # type: ignore[assignment] # text recognition takes seconds a page
    os.environ["PATH"] = ""  # the same
    while time.monotonic() < run.end and current.value < run.last:
        kind, data = _case(run, current.value)
        crash = _read_case(run.folder / f"case.{kind}", data)
        if crash:
            reports.put((f"{kind}: {crash}", current.value))
        current.value += 1


def _format(run: _Run, case: int) -> str:
    return run.cuts[case][0] if run.cuts else list(run.samples)[case % len(run.samples)]


def _case(run: _Run, case: int) -> tuple[str, bytes]:
    """Return the format and the bytes of a case."""
    if run.cuts:
        kind, number, end = run.cuts[case]
        return kind, run.samples[kind][number][:end]
    chance = random.Random(f"{run.seed}:{case}")
    kind = _format(run, case)
    first, second = chance.choices(run.samples[kind], k=2)
    return kind, damage(first, second, chance)


def _read_case(path: Path, data: bytes) -> str:
    """Read and proofread `data`; return what went wrong, "" where nothing did."""
    path.write_bytes(data)
    signal.setitimer(signal.ITIMER_PROF, _CASE_S)
    try:
        proofread(read_document(path))
    except DocumentError:
        return ""
    except (Exception, _TooLongError) as error:  # noqa: BLE001 - these are what is looked for
        places = [frame for frame in traceback.extract_tb(error.__traceback__) if "/app/" in frame.filename]
        where = f"{Path(places[-1].filename).name}:{places[-1].lineno}" if places else "?"
        message = re.sub(r"-?\d+", "N", str(error))[:100]
        return f"{type(error).__name__} at {where}: {message}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLongError(f"more than {_CASE_S} s")


def _keep(run: _Run, case: int, crash: str, folder: Path) -> None:
    kind, data = _case(run, case)
    kept = folder / f"{run.seed}-{case}.{kind}"
    kept.write_bytes(data)
    print(f"case {case} ({kept}): {crash}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
