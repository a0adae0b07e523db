"""`counterdraft library diff`: what differs between two libraries, and what that changes in documents."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.columns import columns
from app.cli.messages import printable, shown_progress, tell_error
from app.cli.options import ProfileOption, TableFormat

if TYPE_CHECKING:
    from app.model.library import ClauseLibrary
    from app.service.library_diff import Difference
    from app.service.library_effects import Effects

BUNDLED = "bundled"
LibraryArgument = Annotated[
    Path, typer.Argument(metavar="LIBRARY", readable=False, help=f"A folder, or {BUNDLED} for the bundled library.")
]


def diff(
    old: LibraryArgument,
    new: LibraryArgument,
    documents: Annotated[
        list[Path] | None,
        typer.Argument(metavar="DOCUMENT", readable=False, help="Documents, or folders with documents."),
    ] = None,
    *,
    profile: ProfileOption = None,
    output: Annotated[TableFormat, typer.Option("--format", help="What to print.")] = TableFormat.TABLE,
) -> None:
    """Tell what differs between two libraries; with documents also which of their findings would change."""
    from app.service.library_diff import differences
    from app.service.library_effects import effects_of
    from app.service.settings import profile_in_use

    facts = profile_in_use(profile)
    before, after = _load(old), _load(new)
    found = differences(before, after)
    effects = None
    if documents:
        with shown_progress("Reviewing") as report:
            effects = effects_of(documents, before, after, facts, report)
    if output is TableFormat.JSON:
        _print_json(found, effects)
    else:
        _print_tables(found, effects)
    if effects is not None:
        for error in effects.problems:
            tell_error(error)
        if effects.problems or not effects.documents:
            raise typer.Exit(1 if effects.documents else 2)


def _load(folder: Path) -> "ClauseLibrary":
    from app.service.settings import load_clause_library

    return load_clause_library(None if str(folder) == BUNDLED else folder)


def _print_tables(found: tuple["Difference", ...], effects: "Effects | None") -> None:
    if not found:
        typer.echo("The libraries say the same.")
    about = ""
    for each in found:
        if each.about != about:
            about = each.about
            typer.echo(printable(about))
        typer.echo(printable(f"  {each.part}: {each.change}"))
    if effects is None or not effects.documents:
        return
    read, changed = effects.documents, len(effects.findings)
    many = f"{read} document{'s'[: read > 1]}, {changed or 'no'} finding{'s'[: changed != 1]}"
    typer.echo(f"{many} would change")
    rows = [
        (each.document, each.title, "/".join(each.before), "/".join(each.after), each.redline)
        for each in effects.findings
    ]
    for line in columns([("Document", "Clause", "Before", "After", "Redline"), *rows] if rows else []):
        typer.echo(line)


def _print_json(found: tuple["Difference", ...], effects: "Effects | None") -> None:
    whole: dict[str, object] = {"differences": [asdict(each) for each in found]}
    if effects is not None:
        whole["documents"] = effects.documents
        whole["findings"] = [asdict(each) for each in effects.findings]
        whole["problems"] = [" ".join(str(error).split()) for error in effects.problems]
    typer.echo(json.dumps(whole, ensure_ascii=False, indent=2))
