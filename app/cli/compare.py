"""`counterdraft compare`: what a new version changes and what that means, or a Word file with the changes tracked."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.messages import printable, read_or_not, shown_progress, tell
from app.cli.options import KindOption, LibraryOption, PasswordOption, ProfileOption, TableFormat, day, signature
from app.cli.work import start_of_day, user_name

if TYPE_CHECKING:
    from app.model.document import Opening


def compare_command(  # noqa: PLR0913 - typer takes one parameter an option
    old: Annotated[Path, typer.Argument(metavar="OLD", readable=False, help="The earlier version; never written to.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", readable=False, help="The later version; never written to.")],
    *,
    out: Annotated[
        Path | None,
        typer.Option(metavar="OUT.docx", help="Write OLD as a Word file here, with tracked changes that give NEW."),
    ] = None,
    profile: ProfileOption = None,
    library: LibraryOption = None,
    author: Annotated[
        str | None, typer.Option(parser=signature, metavar="NAME", help="Author of the tracked changes; default: you.")
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(parser=day, metavar="YYYY-MM-DD", help="Date of the tracked changes; default: today."),
    ] = None,
    output: Annotated[
        TableFormat | None,
        typer.Option("--format", help="How to print the changes; with --out only where it is given."),
    ] = None,
    password: PasswordOption = "",
    kind: KindOption = None,
) -> None:
    """Compare two versions of a document.

    Prints what changed, which clause types it touches and whether that is better or worse for you; with --out writes
    a Word file with the changes tracked.
    """
    from app.model.document import Opening

    opening = Opening(password=password, document_type=kind)
    if out is not None:
        _write(old, new, out, opening, author=author, when=start_of_day(date))
    if out is None or output is not None:
        _show(old, new, profile, library, output or TableFormat.TABLE, opening)


def _write(old: Path, new: Path, out: Path, opening: "Opening", *, author: str | None, when: datetime) -> None:
    from app.service.compare import are_word_files, write_comparison
    from app.service.settings import load_settings

    name = author or load_settings().author or user_name()
    if are_word_files(old, new):
        written = write_comparison(old, new, out, author=name, when=when)
    else:
        from app.service.reading import read
        from app.service.versions import compare_documents, write_tracked

        compared = compare_documents(read(old, opening), read(new, opening))
        written = write_tracked(compared, out, author=name, when=when)
    typer.echo(f"Written: {printable(str(written.path))}", err=True)
    for line in written.left:
        tell(f"{written.path.name}: {line}")
    for line in written.receipt.at_risk:
        tell(f"{written.path.name}: {line}")


def _show(
    old: Path,
    new: Path,
    profile: Path | None,
    library: Path | None,
    output: TableFormat,
    opening: "Opening",
) -> None:
    from app.service.judging import judge_files
    from app.service.settings import library_in_use, profile_in_use

    facts, clauses = profile_in_use(profile), library_in_use(library)
    with shown_progress(new.name) as report:
        judged = judge_files(old, new, clauses, facts, report, opening=opening)
    with read_or_not(files_are_owed=False):
        if output is TableFormat.JSON:
            from app.service.judging import comparison_json

            typer.echo(comparison_json(judged, indent=2))
        else:
            from app.cli.compare_table import print_comparison

            print_comparison(judged)
