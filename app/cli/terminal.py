"""The console that tables are printed on: as wide as the terminal, or as a page where the output goes to a file."""

import sys

from rich.console import Console

_WIDTH_OF_A_FILE = 120


class Terminal(Console):
    """A console that leaves it to its caller what to do where nobody reads any more; rich ends the program."""

    def on_broken_pipe(self) -> None:
        """Raise what broke."""
        raise BrokenPipeError


def terminal() -> Terminal:
    """Return the console for stdout."""
    return Terminal(width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE)
