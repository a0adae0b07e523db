"""`counterdraft review`: documents to findings, and with --out to Word files."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.messages import printable, read_or_not, shown_progress, tell, tell_error
from app.cli.options import (
    Aim,
    AttachmentOption,
    CopyOption,
    Degree,
    DegreeOption,
    DocumentsArgument,
    KindOption,
    LibraryOption,
    PasswordOption,
    ProfileOption,
    RemoveOption,
    TableFormat,
    day,
    signature,
)
from app.cli.work import listed_work, start_of_day, user_name
from app.errors import Cancelled, CounterdraftError, ExportError

if TYPE_CHECKING:
    from app.model.redline import Copy as CopyName
    from app.model.redline import Degree as DegreeName
    from app.model.review import Review

DISCLAIMER = "Counterdraft gives no legal advice: a lawyer decides."


@dataclass(frozen=True, slots=True)
class _Delivery:
    """How the reviews of one call are handed over.

    Attributes:
        one_line: Whether a JSON object keeps to one line.
        folder: Where files are written; None for nowhere.
        counterparty: Whether the memo for the counterparty is written too.
        degree: How much is marked as changed.
        copies: Further copies of the redlined file.
        remove: Kinds of what is taken out of it.
    """

    output: TableFormat
    one_line: bool
    folder: Path | None
    author: str
    when: datetime
    counterparty: bool
    degree: "DegreeName"
    copies: tuple["CopyName", ...]
    remove: tuple[str, ...]


def review(  # noqa: PLR0913 - typer takes one parameter an option
    documents: DocumentsArgument,
    *,
    profile: ProfileOption = None,
    library: LibraryOption = None,
    author: Annotated[
        str | None, typer.Option(parser=signature, metavar="NAME", help="Author of the tracked changes; default: you.")
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(parser=day, metavar="YYYY-MM-DD", help="Date of the tracked changes; default: today."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the redlined DOCX, memo and JSON here.")
    ] = None,
    counterparty: Annotated[
        bool, typer.Option("--counterparty", help="With --out, write STEM.counterparty.docx too: a memo you can send.")
    ] = False,
    aim: Annotated[
        Aim, typer.Option(help="What the redlines ask for: our preferred positions, or the least that we may accept.")
    ] = Aim.PREFERRED,
    degree: DegreeOption = Degree.SURGICAL,
    copy: CopyOption = None,
    remove: RemoveOption = None,
    output: Annotated[TableFormat, typer.Option("--format", help="What to print.")] = TableFormat.TABLE,
    password: PasswordOption = "",
    attachment: AttachmentOption = "",
    kind: KindOption = None,
) -> None:
    """Review documents against the clause library.

    Prints the findings; with --out also writes STEM.redlined.docx, STEM.memo.docx and STEM.review.json for each, and
    says what was made and proved.
    """
    from app.service.review import at_fallback
    from app.service.review import review as review_document
    from app.service.settings import library_in_use, load_settings, profile_in_use

    if counterparty and out is None:
        raise CounterdraftError("--counterparty writes a file: say where with --out DIR")
    if out is None and (copy or remove):
        raise CounterdraftError("--copy and --remove are for the files that are written: say where with --out DIR")
    if remove:
        from app.service.inspection import check_kinds

        check_kinds(remove)
    facts, clauses = profile_in_use(profile), library_in_use(library)
    when = start_of_day(date)
    work, problems = listed_work(documents, password, attachment, kind)
    one_line = max(len(work), len(documents)) > 1
    copies: list[CopyName] = [each.value for each in copy or ()]
    delivery = _Delivery(
        output=output,
        one_line=one_line,
        folder=out,
        author=author or load_settings().author or user_name(),
        when=when,
        counterparty=counterparty,
        degree=degree.value,
        copies=tuple(copies),
        remove=tuple(remove or ()),
    )
    reviewed, writers = 0, dict[str, str]()
    for path, opening in work:
        try:
            with shown_progress(opening.attachment or path.name) as report:
                found = review_document(path, clauses, facts, report, opening)
                found = at_fallback(found) if aim is Aim.FALLBACK else found
            reviewed += 1
            with read_or_not(files_are_owed=out is not None):
                _show(found, delivery)
            _write(found, delivery, writers)
        except Cancelled:
            raise
        except CounterdraftError as error:
            tell_error(error)
            problems += 1
    if output is TableFormat.TABLE and reviewed:
        typer.echo(DISCLAIMER)
    if problems:
        raise typer.Exit(1 if reviewed else 2)


def _show(found: "Review", delivery: _Delivery) -> None:
    """Print a review on stdout."""
    if delivery.output is TableFormat.JSON:
        from app.service.export import review_json

        typer.echo(review_json(found, indent=None if delivery.one_line else 2))
    else:
        from app.cli.findings_table import print_findings

        print_findings(found)


def _write(found: "Review", delivery: _Delivery, writers: dict[str, str]) -> None:
    """Write the files of a review and name them; `writers` holds the name behind each stem written so far.

    Raises:
        ExportError: A file was not written.
    """
    if delivery.folder is None:
        return
    from app.service.export import export, receipt_summary

    document = found.document
    if document.stem in writers:
        other = writers[document.stem]
        raise ExportError(f"{document.name}: not written, for {other} gave files of the same names; use another --out")
    writers[document.stem] = document.name
    with shown_progress(document.name) as report:
        exported = export(
            found,
            delivery.folder,
            author=delivery.author,
            when=delivery.when,
            degree=delivery.degree,
            copies=delivery.copies,
            remove=delivery.remove,
            counterparty=delivery.counterparty,
            report=report,
        )
    for file in exported.files:
        typer.echo(f"Written: {file}", err=delivery.output is TableFormat.JSON)
    for line in receipt_summary(exported.receipt):
        typer.echo(printable(line), err=delivery.output is TableFormat.JSON)
    for sentence in exported.receipt.at_risk:
        tell(f"{exported.redlined.name}: {sentence}")
