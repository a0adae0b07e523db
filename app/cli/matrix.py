"""`counterdraft matrix`: documents side by side, and with --out a workbook or a Word file of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.messages import printable, read_or_not, shown_progress, tell
from app.cli.options import AttachmentOption, LibraryOption, PasswordOption, ProfileOption, TableFormat
from app.cli.review import DISCLAIMER
from app.errors import CounterdraftError

if TYPE_CHECKING:
    from app.model.matrix import Matrix


def matrix_command(  # noqa: PLR0913 - typer takes one parameter an option
    documents: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[DOCUMENT]...", readable=False, help="Contracts, a column each: Word, PDF, text …"),
    ] = None,
    *,
    layer: Annotated[
        list[str] | None,
        typer.Option(
            "--layer",
            metavar="TITLE=FILE",
            help="Add FILE to the column TITLE, for documents that belong together; the first prevails; repeatable.",
        ),
    ] = None,
    profile: ProfileOption = None,
    library: LibraryOption = None,
    out: Annotated[
        Path | None, typer.Option(metavar="OUT.xlsx|OUT.docx", help="Write the matrix as a workbook or a Word file.")
    ] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="What to print.")] = TableFormat.TABLE,
    password: PasswordOption = "",
    attachment: AttachmentOption = "",
) -> None:
    """Set documents side by side: clause types as rows, documents as columns, ranked by fit. For your own house only.

    Prints the ranking and the levels; with --out also writes them with all facts and words.
    """
    stacks = _stacks(layer or [])
    alone = documents or []
    sources = [*alone, *(path for paths in stacks.values() for path in paths)]
    if not sources:
        raise CounterdraftError("no document is given: name one or more, or add layers with --layer TITLE=FILE")

    from app.service.matrix import check_target, compare_files, export_matrix, listed_columns
    from app.service.settings import library_in_use, profile_in_use

    if out is not None:
        check_target(out, sources)
    facts, clauses = profile_in_use(profile), library_in_use(library)
    columns, unopened = listed_columns(alone, stacks, password=password, attachment=attachment)
    with shown_progress("Comparing") as report:
        matrix = compare_files(columns, clauses, facts, report, unopened)
    for line in matrix.left_out:
        tell(line)
    if not matrix.columns:
        raise typer.Exit(2)
    with read_or_not(files_are_owed=out is not None):
        _show(matrix, output)
    if out is not None:
        export_matrix(matrix, out, sources)
        typer.echo(f"Written: {printable(str(out))}", err=output is TableFormat.JSON)
    if output is TableFormat.TABLE:
        typer.echo(DISCLAIMER)
    if matrix.left_out:
        raise typer.Exit(1)


def _stacks(layers: list[str]) -> dict[str, list[Path]]:
    """Return the files of each titled column, in the order given."""
    stacks: dict[str, list[Path]] = {}
    for given in layers:
        title, sign, name = given.partition("=")
        if not (sign and title.strip() and name.strip()):
            raise CounterdraftError(
                f'--layer "{printable(given)}": write TITLE=FILE, as in --layer "On Azure=terms.pdf"'
            )
        stacks.setdefault(title.strip(), []).append(Path(name.strip()))
    return stacks


def _show(matrix: "Matrix", output: TableFormat) -> None:
    if output is TableFormat.JSON:
        from app.service.matrix import matrix_json

        typer.echo(matrix_json(matrix, indent=2))
    else:
        from app.cli.matrix_table import print_matrix

        print_matrix(matrix)
