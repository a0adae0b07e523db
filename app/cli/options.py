"""Arguments and options that several commands take.

`readable=False` keeps typer from refusing a file itself: the readers say more, in one line.
"""

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app.model.clause import DocumentType


def day(text: str) -> datetime:
    """Return the midnight that begins the day `text`."""
    try:
        return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - tracked changes carry no zone
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a day such as 2026-03-31") from error


def signature(text: str) -> str:
    """Return the name that tracked changes are to bear."""
    if not text.strip() or not text.isprintable():
        raise typer.BadParameter("a name of one line is due: tracked changes and comments bear it")
    return text.strip()


DocumentArgument = Annotated[
    Path, typer.Argument(metavar="DOCUMENT", readable=False, help="A contract: Word, PDF, web page, text, message …")
]
DocumentsArgument = Annotated[
    list[Path],
    typer.Argument(metavar="DOCUMENT", readable=False, help="Contracts: Word, PDF, web pages, text, messages …"),
]
ProfileOption = Annotated[
    Path | None,
    typer.Option(
        "--profile",
        metavar="FILE.toml|NAME",
        readable=False,
        help="Facts about your planned use; see `counterdraft profile`.",
    ),
]
LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="DIR",
        readable=False,
        help="A clause library of your own; without, that of the settings or the bundled one.",
    ),
]


KindOption = Annotated[
    DocumentType | None,
    typer.Option("--kind", help="What the documents are, where that is recognised wrongly."),
]


def typed_password(text: str | None) -> str:
    """Return the password given, or where "-" stands for it the one typed unseen, or the first line of a pipe."""
    if text != "-":
        return text or ""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, err=True))


PasswordOption = Annotated[
    str,
    typer.Option(
        "--password", metavar="PASSWORD", callback=typed_password, help="Opens an encrypted file; - asks for it."
    ),
]
AttachmentOption = Annotated[
    str, typer.Option("--attachment", metavar="NAME", help="Which document of a message with several.")
]


class TableFormat(StrEnum):
    """What a list is printed as on stdout."""

    TABLE = "table"
    JSON = "json"


class TextFormat(StrEnum):
    """What else is printed on stdout."""

    TEXT = "text"
    JSON = "json"


class Aim(StrEnum):
    """What a redline asks for."""

    PREFERRED = "preferred"
    FALLBACK = "fallback"


class Degree(StrEnum):
    """How much is marked as changed."""

    SURGICAL = "surgical"
    SENTENCE = "sentence"
    CLAUSE = "clause"


class Copy(StrEnum):
    """A further copy of a redlined file."""

    CLEAN = "clean"
    OURS_ONLY = "ours-only"


DegreeOption = Annotated[
    Degree, typer.Option("--degree", help="Mark the words that change, their sentences, or their whole paragraphs.")
]
CopyOption = Annotated[
    list[Copy] | None,
    typer.Option(
        "--copy",
        metavar="clean|ours-only",
        help="Write a copy too, all changes accepted or all but yours; the names end so; repeatable.",
    ),
]
RemoveOption = Annotated[
    list[str] | None,
    typer.Option(
        "--remove",
        metavar="KIND",
        help="Take this out of what is written; repeatable; all for all that can be; see `counterdraft inspect`.",
    ),
]
