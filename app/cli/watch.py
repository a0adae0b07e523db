"""`counterdraft watch`: what changed in a policy, and which planned uses that touches."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.messages import printable, read_or_not, shown_progress, tell
from app.cli.options import KindOption, LibraryOption, ProfileOption, TableFormat, day, signature
from app.cli.work import start_of_day, user_name
from app.errors import CounterdraftError

if TYPE_CHECKING:
    from app.model.watch import PolicyWatch


def watch_command(  # noqa: PLR0913 - typer takes one parameter an option
    versions: Annotated[
        list[Path],
        typer.Argument(metavar="OLD NEW | FOLDER", readable=False, help="Two versions, or a folder of dated ones."),
    ],
    *,
    out: Annotated[Path | None, typer.Option(metavar="REPORT.docx", help="Write the report as a Word file.")] = None,
    owner: Annotated[
        str | None, typer.Option(parser=signature, metavar="NAME", help="Who looks again; default: by the library.")
    ] = None,
    next_look: Annotated[
        datetime | None,
        typer.Option("--next", parser=day, metavar="YYYY-MM-DD", help="Day of the next look; default: by the library."),
    ] = None,
    profile: ProfileOption = None,
    library: LibraryOption = None,
    author: Annotated[
        str | None, typer.Option(parser=signature, metavar="NAME", help="Author of the report; default: you.")
    ] = None,
    date: Annotated[
        datetime | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Day of this look; default: today.")
    ] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="What to print.")] = TableFormat.TABLE,
    kind: KindOption = None,
) -> None:
    """Tell what changed from version to version of a policy or of terms. Nothing is fetched.

    Prints which planned uses the changes touch and what they do to your positions; with --out also writes a report.
    For your own house only.
    """
    from app.model.document import Opening
    from app.service.settings import library_in_use, load_settings, profile_in_use
    from app.service.watch import Look, Versions, check_report, export_watch, versions_in, watch

    if len(versions) == 1:
        found = versions_in(versions[0])
    elif len(versions) == 2:
        found = Versions((tuple(versions),))
    else:
        raise CounterdraftError("name two versions, the older first, or one folder of versions")
    if out is not None:
        check_report(out, found.files)
    look = Look(start_of_day(date).date(), owner or "", next_look.date() if next_look else None)
    facts, clauses = profile_in_use(profile), library_in_use(library)
    with shown_progress("Watching") as report:
        watched = watch(found, clauses, facts, look, report, opening=Opening(document_type=kind))
    with read_or_not(files_are_owed=out is not None):
        _show(watched, output)
    if out is not None:
        export_watch(watched, out, author=author or load_settings().author or user_name())
        typer.echo(f"Written: {printable(str(out))}", err=output is TableFormat.JSON)
    for line in watched.left_out:
        tell(line)
    if watched.left_out:
        raise typer.Exit(1)


def _show(watched: "PolicyWatch", output: TableFormat) -> None:
    if output is TableFormat.JSON:
        from app.service.watch import watch_json

        typer.echo(watch_json(watched, indent=2))
    else:
        from app.cli.watch_table import print_watch

        print_watch(watched)
