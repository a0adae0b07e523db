"""`counterdraft plan`: what follows from the review of documents, and with --out a workbook of it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.messages import read_or_not, shown_progress, tell_error
from app.cli.options import (
    AttachmentOption,
    DocumentsArgument,
    KindOption,
    LibraryOption,
    PasswordOption,
    ProfileOption,
    TableFormat,
    day,
)
from app.cli.review import DISCLAIMER
from app.cli.work import listed_work, start_of_day
from app.errors import Cancelled, CounterdraftError, ExportError

if TYPE_CHECKING:
    from app.model.plan import Plan
    from app.model.review import Review


def plan_command(  # noqa: PLR0913 - typer takes one parameter an option
    documents: DocumentsArgument,
    *,
    profile: ProfileOption = None,
    library: LibraryOption = None,
    date: Annotated[
        datetime | None,
        typer.Option(parser=day, metavar="YYYY-MM-DD", help="Day from which times count; default: today."),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write STEM.plan.xlsx here.")] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="What to print.")] = TableFormat.TABLE,
    password: PasswordOption = "",
    attachment: AttachmentOption = "",
    kind: KindOption = None,
) -> None:
    """Plan what follows from a review: talks, approvals, risks, obligations, monitoring. For your own house only.

    Prints the plan; with --out also writes STEM.plan.xlsx for each document.
    """
    from app.service.plan import make_plan
    from app.service.review import review
    from app.service.settings import library_in_use, profile_in_use

    facts, clauses = profile_in_use(profile), library_in_use(library)
    when = start_of_day(date).date()
    work, problems = listed_work(documents, password, attachment, kind)
    one_line = max(len(work), len(documents)) > 1
    planned, writers = 0, dict[str, str]()
    for path, opening in work:
        try:
            with shown_progress(opening.attachment or path.name) as report:
                found = review(path, clauses, facts, report, opening)
            plan = make_plan(found, when=when)
            planned += 1
            with read_or_not(files_are_owed=out is not None):
                _show(found, plan, output, one_line=one_line)
            if out is not None:
                _write(found, plan, out, writers, is_quiet=output is TableFormat.JSON)
        except Cancelled:
            raise
        except CounterdraftError as error:
            tell_error(error)
            problems += 1
    if output is TableFormat.TABLE and planned:
        typer.echo(DISCLAIMER)
    if problems:
        raise typer.Exit(1 if planned else 2)


def _show(found: "Review", plan: "Plan", output: TableFormat, *, one_line: bool) -> None:
    if output is TableFormat.JSON:
        from app.service.plan import plan_json

        typer.echo(plan_json(found, plan, indent=None if one_line else 2))
    else:
        from app.cli.plan_table import print_plan

        print_plan(found, plan)


def _write(found: "Review", plan: "Plan", folder: Path, writers: dict[str, str], *, is_quiet: bool) -> None:
    """Write the workbook and name it; `writers` holds the name behind each stem written so far.

    Raises:
        ExportError: It was not written.
    """
    from app.service.plan import export_plan

    document = found.document
    if document.stem in writers:
        other = writers[document.stem]
        raise ExportError(f"{document.name}: not written, for {other} gave a file of the same name; use another --out")
    writers[document.stem] = document.name
    typer.echo(f"Written: {export_plan(found, plan, folder)}", err=is_quiet)
