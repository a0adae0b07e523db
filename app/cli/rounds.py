"""`counterdraft rounds`: what became of what we asked, what they ask, and what was changed without a trace."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.messages import printable, read_or_not, shown_progress, tell
from app.cli.options import LibraryOption, ProfileOption, TableFormat, day, signature
from app.cli.work import start_of_day, user_name
from app.errors import CounterdraftError

if TYPE_CHECKING:
    from app.model.rounds import Rounds
    from app.service.rounds import Exchange


def rounds_command(  # noqa: PLR0913 - typer takes one parameter an option
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="SENT RETURNED ...",
            readable=False,
            help="For each round what we sent and what came back, in order.",
        ),
    ],
    *,
    author: Annotated[
        list[str] | None,
        typer.Option(parser=signature, metavar="NAME", help="Whose changes are ours; repeatable; default: you."),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="REPORT.docx", help="Write the report as a Word file.")] = None,
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="ANSWERS.json", readable=False, help="Answers to the last round; see docs/command-line.md."
        ),
    ] = None,
    answer_out: Annotated[
        Path | None, typer.Option(metavar="OUT.docx", help="The last returned file with these answers.")
    ] = None,
    profile: ProfileOption = None,
    library: LibraryOption = None,
    date: Annotated[
        datetime | None,
        typer.Option(parser=day, metavar="YYYY-MM-DD", help="Date of the report and the answers; default: today."),
    ] = None,
    output: Annotated[TableFormat, typer.Option("--format", help="What to print.")] = TableFormat.TABLE,
) -> None:
    """Hold what came back against what you sent, round by round.

    Prints what was changed without a trace first, then what became of your asks, what they ask, and who gave way on
    what. With --answers and --answer-out writes your answers into their last file. For your own house only.
    """
    from app.service.rounds import check_report, compare_rounds, export_rounds
    from app.service.settings import library_in_use, load_settings, profile_in_use

    if (answers is None) != (answer_out is None):
        raise CounterdraftError("--answers and --answer-out go together: say what to answer, and where to write it")
    exchanges = _exchanges(files)
    if out is not None:
        check_report(out, files)
    facts, clauses = profile_in_use(profile), library_in_use(library)
    usual = load_settings().author or user_name()
    with shown_progress("Rounds") as report:
        found = compare_rounds(exchanges, clauses, facts, authors=author or (), usual_author=usual, report=report)
    is_quiet = output is TableFormat.JSON
    with read_or_not(files_are_owed=out is not None or answers is not None):
        _show(found, output)
    when, signed = start_of_day(date), (author or sorted({*found.last.ours} & {usual}) or [*found.last.ours])[0]
    if out is not None:
        export_rounds(found, out, author=signed, when=when.date())
        typer.echo(f"Written: {printable(str(out))}", err=is_quiet)
    if answers is not None and answer_out is not None:
        _answer(found, answers, answer_out, signed, when, is_quiet=is_quiet)


def _exchanges(files: list[Path]) -> "list[Exchange]":
    from app.service.rounds import Exchange

    if len(files) % 2:
        raise CounterdraftError("name two files a round: what was sent, then what came back")
    return [Exchange(sent, returned) for sent, returned in zip(files[::2], files[1::2], strict=True)]


def _show(found: "Rounds", output: TableFormat) -> None:
    if output is TableFormat.JSON:
        from app.service.rounds import rounds_json

        typer.echo(rounds_json(found, indent=2))
    else:
        from app.cli.rounds_table import print_rounds

        print_rounds(found)


def _answer(found: "Rounds", answers: Path, out: Path, author: str, when: datetime, *, is_quiet: bool) -> None:
    from app.service.round_answers import answer_round, read_answers, receipt_summary

    answered = answer_round(found, read_answers(answers), out, author=author, when=when)
    typer.echo(f"Written: {printable(str(answered.file))}", err=is_quiet)
    for made in answered.made:
        whose = " in your own words" if made.is_own else ""
        words = f": {' / '.join(made.words)}" if made.words else ""
        typer.echo(printable(f"{made.point}: {made.answer}{whose}{words}"), err=is_quiet)
    for line in receipt_summary(answered.receipt):
        typer.echo(printable(line), err=is_quiet)
    for line in answered.receipt.at_risk:
        tell(f"{answered.file.name}: {line}")
    for problem in answered.problems:
        tell(problem)
    if answered.problems:
        raise typer.Exit(1)
