"""Measure how long a user waits: `counterdraft --help`, and `review` of the bundled sample, start-up included.

    python benchmarks/startup.py

The first review on a machine also reads the clause library, which later ones remember; Linux only, where the cache can
be moved. Ends with status 1 where a median is over its limit. Other work on the machine makes all figures larger, so
its load is printed too.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from command import SAMPLE, Outcome, counterdraft

_RUNS = 7


def main() -> int:
    """Print the median and the worst of several runs for each command."""
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        within = (
            _measure("--help", lambda: counterdraft("--help"), limit=0.4),
            _measure("review", lambda: counterdraft("review", SAMPLE), limit=2.5),
            _measure("review, the first", _first_review, limit=2.5),
            _measure("review --out", lambda: counterdraft("review", SAMPLE, "--out", folder), limit=None),
        )
    return 0 if all(within) else 1


def _first_review() -> Outcome:
    with tempfile.TemporaryDirectory() as cache:
        return counterdraft("review", SAMPLE, cache=Path(cache))


def _measure(name: str, call: Callable[[], Outcome], *, limit: float | None) -> bool:
    outcomes = [call() for _ in range(_RUNS)]
    failed = [outcome for outcome in outcomes if outcome.status]
    if failed:
        print(f"{name:18} failed: {failed[0].err.strip()[-300:]}")
        return False
    seconds = [outcome.seconds for outcome in outcomes]
    median = statistics.median(seconds)
    bound = f"limit {limit:.1f} s" if limit else "no limit"
    print(f"{name:18} median {median:.2f} s, worst {max(seconds):.2f} s of {_RUNS} runs ({bound})")
    return limit is None or median < limit


if __name__ == "__main__":
    sys.exit(main())
