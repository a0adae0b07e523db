"""Arguments and options that several commands take.

`readable=False` keeps typer from refusing a file itself: the readers say more, in one line.
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def day(text: str) -> datetime:
    """Return the midnight that begins the day `text`."""
    try:
        return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - tracked changes carry no zone
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a day such as 2026-03-31") from error


DocumentArgument = Annotated[
    Path, typer.Argument(metavar="DOCUMENT", readable=False, help="A Word, PDF, text or Markdown file.")
]
ProfileOption = Annotated[
    Path | None,
    typer.Option(
        "--profile",
        metavar="FILE.toml",
        readable=False,
        help="Facts about your planned use; see `counterdraft profile`.",
    ),
]
LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="DIR", readable=False, help="A clause library of your own; the bundled one without."
    ),
]
