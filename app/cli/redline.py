"""`counterdraft redline`: a list of edits to a redlined Word file."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.columns import columns
from app.cli.messages import tell
from app.cli.options import CopyOption, Degree, DegreeOption, RemoveOption, TextFormat, day, signature

if TYPE_CHECKING:
    from app.service.redline import Outcome


_NOTHING = "nothing: the file is the document as it was"


def redline_command(  # noqa: PLR0913 - typer takes one parameter an option
    document: Annotated[
        Path, typer.Argument(metavar="IN.docx", readable=False, help="A Word document; never written to.")
    ],
    *,
    edits: Annotated[
        Path, typer.Option(metavar="EDITS.json", readable=False, help="The list of edits; see docs/command-line.md.")
    ],
    author: Annotated[str, typer.Option(parser=signature, metavar="NAME", help="Author of the tracked changes.")],
    date: Annotated[datetime, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Date of the tracked changes.")],
    out: Annotated[Path, typer.Option(metavar="OUT.docx", help="The redlined document; replaced if it is there.")],
    degree: DegreeOption = Degree.SURGICAL,
    copy: CopyOption = None,
    remove: RemoveOption = None,
    output: Annotated[TextFormat, typer.Option("--format", help="How to print the receipt.")] = TextFormat.TEXT,
) -> None:
    """Make listed edits as tracked changes and comments, and nothing else; print a receipt of what was done.

    An edit whose words are not found, or are found more than once, is named; the others are made.
    """
    from app.service.redline import outcome_record, redline

    outcome = redline(
        document,
        edits,
        out,
        author=author,
        when=date.replace(tzinfo=UTC),
        degree=degree.value,
        copies=[each.value for each in copy or ()],
        remove=remove or (),
    )
    if output is TextFormat.JSON:
        typer.echo(json.dumps(outcome_record(outcome), ensure_ascii=False, indent=2))
    else:
        for line in _lines(outcome):
            typer.echo(line)
    for problem in outcome.problems:
        tell(problem)
    if outcome.problems:
        raise typer.Exit(1)


def _lines(outcome: "Outcome") -> Iterator[str]:
    """Yield the receipt: what was written and how, then the tracked changes of the file before and after."""
    from app.service.redline import census_rows, receipt_rows

    rows = [("Written", str(file)) for file in outcome.files]
    if outcome.receipt is None:
        taken = [("Taken out", kind) for kind in outcome.removed]
        yield from columns([*rows, ("Made", "no edit" if taken else _NOTHING), *taken])
        return
    yield from columns([*rows, *receipt_rows(outcome.receipt)])
    census = list(census_rows(outcome.receipt))
    if census:
        yield ""
        yield from columns(census)
