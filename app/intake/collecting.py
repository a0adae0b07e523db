"""The collector of reference cycles, which costs a sixth of the time of a reading and has nothing to collect."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = 100_000  # objects made since the last time


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Look for cycles rarely: a reading makes hundreds of thousands of tuples, and none holds itself."""
    usual = gc.get_threshold()
    gc.set_threshold(max(_RARELY, usual[0]) if usual[0] else 0, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
