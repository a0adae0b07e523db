"""`counterdraft library export` and `import`: a library for people without an editor for clause files."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.messages import tell


def export_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", readable=False, help="The library; the bundled one without.")
    ] = None,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE.xlsx|FILE.docx", help="A workbook, or a playbook in Word.")
    ],
) -> None:
    """Write a clause library as a workbook or a Word document that can be edited and read back."""
    from app.service.library_tables import export_library
    from app.service.settings import library_folder

    chosen = library_folder(folder)
    export_library(chosen, out)
    typer.echo(f"Written: {out}")
    for part in ("forms", "families"):
        if (chosen / part).is_dir():
            tell(f"the folder {part} was left out: it is made from documents; copy it to where you import to")


def import_command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.xlsx|FILE.docx", readable=False, help="What export wrote, and you edited.")
    ],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the clause files.")],
    force: Annotated[bool, typer.Option("--force", help="Write over clause files that are there.")] = False,
) -> None:
    """Write the clause files that an edited workbook or Word document describes."""
    from app.service.library_tables import import_library, other_files

    files = import_library(file, out, is_forced=force)
    typer.echo(f"Written: {len(files)} file{'s'[: len(files) > 1]} in {out}")
    for path in other_files(out, files):
        tell(f"{path.name}: was there before and is left as it is; delete it if the library should not have it")
