"""The collector of reference cycles, which costs a sixth of the time of a reading and has nothing to collect."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_RARELY = 100_000  # objects made since the last time
_lock = Lock()
_usual: list[tuple[int, int, int]] = []  # what the collector was set to before each reading that goes on


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Look for cycles rarely: a reading makes hundreds of thousands of tuples, and none holds itself.

    Readings may overlap, one a thread: the last to end sets the collector back.
    """
    with _lock:
        usual = _usual[0] if _usual else gc.get_threshold()
        _usual.append(usual)
        gc.set_threshold(max(_RARELY, usual[0]) if usual[0] else 0, *usual[1:])
    try:
        yield
    finally:
        with _lock:
            _usual.pop()
            if not _usual:
                gc.set_threshold(*usual)
