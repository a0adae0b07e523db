"""`counterdraft library fingerprint`: a document made known as a standard form."""

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.messages import shown_progress, tell
from app.cli.options import AttachmentOption, DocumentArgument, PasswordOption, day
from app.model.clause import DocumentType

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")


def form_id(text: str) -> str:
    """Return an id that a form can have."""
    if not _ID.fullmatch(text):
        raise typer.BadParameter(f"{text!r} is no id such as acme-mutual-nda: small letters, figures, dots and hyphens")
    return text


def words(text: str) -> str:
    """Return what a form can be called."""
    if not text.strip() or not text.isprintable():
        raise typer.BadParameter("give words, on one line")
    return text


def fingerprint(  # noqa: PLR0913 - one for each thing that is said of a form
    document: DocumentArgument,
    *,
    id: Annotated[str, typer.Option("--id", metavar="ID", callback=form_id, help="Unique among the forms.")],  # noqa: A002
    title: Annotated[str, typer.Option("--title", callback=words, help="What it is called.")],
    publisher: Annotated[str, typer.Option("--publisher", callback=words, help="Who publishes it.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE.yaml", help="Where the form is written.")],
    kind: Annotated[
        DocumentType | None, typer.Option("--kind", help="Its type of document; read from it without.")
    ] = None,
    family: Annotated[str, typer.Option("--family", metavar="ID", help="The family it is a version of.")] = "",
    version: Annotated[str, typer.Option("--form-version", help="Which version it is.")] = "",
    effective: Annotated[
        datetime | None, typer.Option("--effective", metavar="YYYY-MM-DD", parser=day, help="Day it is in force from.")
    ] = None,
    released: Annotated[
        datetime | None,
        typer.Option("--released", metavar="YYYY-MM-DD", parser=day, help="Day that what it licenses was released."),
    ] = None,
    password: PasswordOption = "",
    attachment: AttachmentOption = "",
) -> None:
    """Make DOCUMENT known as a standard form: hashes of its sentences, none of its words."""
    from app.model.document import Opening
    from app.service.forms import FormLabel, standard_form, write_form
    from app.service.reading import read

    label = FormLabel(
        id=id,
        title=title,
        publisher=publisher,
        document_type=kind,
        family=family,
        version=version,
        effective=effective.date() if effective else None,
        released=released.date() if released else None,
    )
    with shown_progress(document.name) as report:
        form = standard_form(read(document, Opening(password=password, attachment=attachment), report), label)
    write_form(form, out, source=document)
    sentences = "1 sentence" if len(form.units) == 1 else f"{len(form.units)} sentences"
    typer.echo(f"Written: {out}")
    tell(f"{form.title}: {sentences}, {form.words} words, read as {form.document_type}")
