"""What goes to stderr: errors in one line, progress while someone watches."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from app.errors import CounterdraftError, LibraryError

if TYPE_CHECKING:
    from app.service.jobs import Report

_STEERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters (ISO 6429), and those that turn the direction of text."""


def printable(text: str) -> str:
    """Return `text` as one line that steers no terminal: names in a hostile file may hold any character."""
    return _STEERS.sub("\ufffd", text)


def tell_error(error: CounterdraftError) -> None:
    """Write `error` to stderr: one line, or one for each mistake of a clause library."""
    if isinstance(error, LibraryError):
        tell_problems(error.problems)
    else:
        tell(" ".join(str(error).split()))


def tell_problems(problems: Iterable[str]) -> None:
    """Write "file:line: field: message" lines to stderr as they are, so that editors can follow them."""
    for problem in problems:
        typer.echo(problem, err=True)


def tell(message: str) -> None:
    """Write one line to stderr."""
    typer.echo(f"counterdraft: {printable(message)}", err=True)


@contextmanager
def read_or_not(*, files_are_owed: bool) -> Iterator[None]:
    """Print on stdout; where its reader has gone, as `head` does, and files are owed, go on and print nowhere."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        if not files_are_owed:
            raise
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def shown_progress(title: str) -> Iterator["Report"]:
    """Give a Report that draws a line on stderr where that is a terminal, and is silent elsewhere."""
    from app.service.jobs import Progress, silent

    if not sys.stderr.isatty():
        yield silent
        return

    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[stage]}"))
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(title, stage="")

        def show(progress: Progress) -> None:
            bars.update(task, completed=progress.done, total=progress.total, stage=progress.stage)

        yield show
