"""`counterdraft read`: what intake makes of a document."""

from enum import StrEnum
from typing import Annotated

import typer

from app.cli.messages import shown_progress, tell
from app.cli.options import AttachmentOption, DocumentArgument, PasswordOption, TextFormat


class ReadView(StrEnum):
    """Which side of earlier tracked changes is read."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"
    MARKED = "marked"


def read_command(
    document: DocumentArgument,
    *,
    output: Annotated[TextFormat, typer.Option("--format", help="What to print.")] = TextFormat.TEXT,
    view: Annotated[
        ReadView, typer.Option(help="Earlier tracked changes: as accepted, as rejected, or both marked.")
    ] = ReadView.ACCEPTED,
    proofread: Annotated[
        bool, typer.Option("--proofread", help="Show flaws of drafting too: terms, references, numbers, blanks.")
    ] = False,
    password: PasswordOption = "",
    attachment: AttachmentOption = "",
) -> None:
    """Show how a document is read: its words on stdout; parties, terms and sections on stderr, or all as JSON."""
    from app.model.document import Opening
    from app.service.proofreading import flaw_lines, flaws
    from app.service.reading import read, reading_json, reading_summary, reading_text

    opening = Opening(password=password, attachment=attachment, view=view.value)
    with shown_progress(document.name) as report:
        found = read(document, opening, report)
    flawed = flaws(found) if proofread else None
    if output is TextFormat.JSON:
        typer.echo(reading_json(found, flawed))
    else:
        typer.echo(reading_text(found))
        for line in reading_summary(found):
            typer.echo(line, err=True)
        for line in flaw_lines(found, flawed or ()):
            typer.echo(line, err=True)
    for problem in found.not_read:
        tell(f"{found.name}: {problem}")
    if found.not_read:
        raise typer.Exit(1)
