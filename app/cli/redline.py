"""`counterdraft redline`: a list of edits to a redlined Word file."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.messages import tell
from app.cli.options import day


def redline_command(
    document: Annotated[
        Path, typer.Argument(metavar="IN.docx", readable=False, help="A Word document; never written to.")
    ],
    *,
    edits: Annotated[Path, typer.Option(metavar="EDITS.json", readable=False, help="The list of edits.")],
    author: Annotated[str, typer.Option(metavar="NAME", help="Author of the tracked changes.")],
    date: Annotated[datetime, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Date of the tracked changes.")],
    out: Annotated[Path, typer.Option(metavar="OUT.docx", help="The redlined document; replaced if it is there.")],
) -> None:
    """Make listed edits as tracked changes and comments, and nothing else.

    An edit whose words are not found, or are found more than once, is named; the others are made.
    """
    from app.service.redline import redline

    problems = redline(document, edits, out, author=author, when=date.replace(tzinfo=UTC))
    for problem in problems:
        tell(problem)
    if problems:
        raise typer.Exit(1)
