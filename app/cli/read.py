"""`counterdraft read`: what intake makes of a document."""

from enum import StrEnum
from typing import Annotated

import typer

from app.cli.messages import tell
from app.cli.options import DocumentArgument


class ReadFormat(StrEnum):
    """What is printed on stdout."""

    TEXT = "text"
    JSON = "json"


def read_command(
    document: DocumentArgument,
    *,
    output: Annotated[ReadFormat, typer.Option("--format", help="What to print.")] = ReadFormat.TEXT,
) -> None:
    """Show how a document is read: its words on stdout; parties, terms and sections on stderr, or all as JSON."""
    from app.service.reading import read, reading_json, reading_summary, reading_text

    found = read(document)
    if output is ReadFormat.JSON:
        typer.echo(reading_json(found))
    else:
        typer.echo(reading_text(found))
        for line in reading_summary(found):
            typer.echo(line, err=True)
    for problem in found.not_read:
        tell(f"{document.name}: {problem}")
    if found.not_read:
        raise typer.Exit(1)
