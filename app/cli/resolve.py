"""`counterdraft resolve`: the tracked changes of a Word file, listed, accepted or rejected."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.columns import columns
from app.cli.options import TableFormat
from app.errors import ExportError

if TYPE_CHECKING:
    from app.model.receipt import TrackedChange

_WIDTH_OF_A_FILE = 120


def resolve_command(
    document: Annotated[
        Path, typer.Argument(metavar="IN.docx", readable=False, help="A Word document; never written to.")
    ],
    *,
    accept: Annotated[
        bool, typer.Option("--accept", help="Accept tracked changes; write the result to --out.")
    ] = False,
    reject: Annotated[
        bool, typer.Option("--reject", help="Reject tracked changes; write the result to --out.")
    ] = False,
    author: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only those by NAME; repeatable; all without.")
    ] = None,
    revision: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only those with this id; repeatable; all without.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="OUT.docx", help="Where the result goes; replaced if it is there.")
    ] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="How to print the list.")] = TableFormat.TABLE,
) -> None:
    """List the tracked changes of a Word file; with --accept or --reject and --out, write it with them resolved."""
    from app.service.resolve import changes_of, resolve

    if accept and reject:
        raise ExportError("--accept and --reject exclude each other: say one of them")
    if (accept or reject) != (out is not None):
        raise ExportError("--out goes with --accept or --reject: say which of the two, and where to write the result")
    if out is None:
        if author or revision:
            raise ExportError("--author and --revision limit --accept or --reject: say which of the two")
        changes = changes_of(document)
    else:
        changes = resolve(document, out, accepting=accept, authors=author or (), revisions=revision or ())
    if output is TableFormat.JSON:
        typer.echo(json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=2))
    elif out is None:
        for line in _list(document.name, changes):
            typer.echo(line)
    else:
        typer.echo(f"{_count(changes)} {'accepted' if accept else 'rejected'}. Written: {out}")


def _list(name: str, changes: "Sequence[TrackedChange]") -> Iterator[str]:
    """Yield a heading and a line for each change."""
    from app.service.resolve import KINDS, part_name, words_of

    yield f"{name}: {_count(changes)}."
    if changes:
        rows = [("Id", "Part", "Author", "Date", "Kind", "Words")]
        for change in changes:
            who = change.author or "(no name)"
            where, kind = part_name(change.part), KINDS[change.kind]
            rows.append((change.id, where, who, change.date[:10], kind, words_of(change)))
        yield ""
        yield from columns(rows, get_terminal_size((_WIDTH_OF_A_FILE, 0)).columns)


def _count(changes: "Sequence[TrackedChange]") -> str:
    return {0: "no tracked changes", 1: "1 tracked change"}.get(len(changes), f"{len(changes)} tracked changes")
