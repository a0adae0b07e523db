"""Measure how long a user waits: `counterdraft --help`, and `review` of the bundled sample, start-up included.

    python benchmarks/startup.py

Ends with status 1 where a median is over its limit.
"""

import statistics
import sys
import tempfile

from command import SAMPLE, counterdraft

_RUNS = 7


def main() -> int:
    """Print the median and the worst of several runs for each command."""
    with tempfile.TemporaryDirectory() as folder:
        measures = (
            ("--help", ("--help",), 0.4),
            ("review", ("review", SAMPLE), 2.5),
            ("review --out", ("review", SAMPLE, "--out", folder), None),
        )
        within = [_measure(name, arguments, limit) for name, arguments, limit in measures]
    return 0 if all(within) else 1


def _measure(name: str, arguments: tuple[object, ...], limit: float | None) -> bool:
    seconds = [counterdraft(*map(str, arguments)).seconds for _ in range(_RUNS)]
    median = statistics.median(seconds)
    bound = f"limit {limit:.1f} s" if limit else "no limit"
    print(f"{name:14} median {median:.2f} s, worst {max(seconds):.2f} s of {_RUNS} runs ({bound})")
    return limit is None or median < limit


if __name__ == "__main__":
    sys.exit(main())
