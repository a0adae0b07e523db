"""`counterdraft inspect`: what leaves with a Word file, and a copy without what need not."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.messages import printable
from app.cli.options import TableFormat
from app.errors import ExportError

if TYPE_CHECKING:
    from app.model.inspection import Inspection, Item

_WIDTH = 110
_INDENT = " " * 4


def inspect_command(
    document: Annotated[
        Path, typer.Argument(metavar="IN.docx", readable=False, help="A Word document; never written to.")
    ],
    *,
    remove: Annotated[
        list[str] | None,
        typer.Option(
            "--remove", metavar="KIND", help="Take this out in the copy; repeatable; all for all that can be."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="OUT.docx", help="With --remove, the copy; replaced if it is there.")
    ] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="How to print the list.")] = TableFormat.TABLE,
) -> None:
    """List what leaves with a Word file beside its words: comments, names, hidden text, properties, embedded files.

    With --remove and --out, write a copy without some of it, say what was taken out and list what is left. Words
    and tracked changes stay.
    """
    from app.service.inspection import inspect_file, write_without

    if bool(remove) != (out is not None):
        raise ExportError("--remove and --out go together: say what to take out, and where to write the copy")
    if remove and out is not None:
        taken = ", ".join(write_without(document, remove, out)) or "nothing, for there is none of it"
        typer.echo(f"Taken out: {taken}. Written: {out}", err=output is TableFormat.JSON)
    found = inspect_file(out or document)
    if output is TableFormat.JSON:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            typer.echo(line)


def _lines(found: "Inspection") -> Iterator[str]:
    """Yield the lines of the list: a heading an item, its details below it, and why it matters."""
    removable = sum(item.removable for item in found.items)
    if not found.items:
        yield f"{found.file}: nothing leaves with it but its words."
        return
    yield f"{found.file}: {len(found.items)} to know of before it leaves, {removable} can be taken out (--remove KIND)."
    for item in found.items:
        yield ""
        yield f"{item.title}  [{_choice(item)}]"
        for detail in item.details:
            yield f"{_INDENT}{printable(detail)}"
        yield from wrap(item.why, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _choice(item: "Item") -> str:
    return f"--remove {item.kind}" if item.removable else "stays"
