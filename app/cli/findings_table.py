"""The findings of a review as a table for a terminal."""

import sys

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.model.clause import DEVIATIONS, SEVERITIES, Severity
from app.model.review import Finding, Review

_WIDTH_OF_A_FILE = 120
_STYLES: dict[Severity, str] = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "", "none": ""}
_MOST_PLACES = 3
_MOST_NAMED = 12


def print_findings(review: Review) -> None:
    """Print what is wrong, worst first; what is fine and what does not apply is only counted."""
    document, receipt = review.document, review.receipt
    typer.echo(f"{document.name}: {document.title}" if document.title else document.name)
    typer.echo(f"Profile: {review.profile.name}. Library: {receipt.library}.")
    wrong = sorted((f for f in review.findings if f.level in DEVIATIONS), key=lambda f: SEVERITIES.index(f.severity))
    if wrong:
        width = None if sys.stdout.isatty() else _WIDTH_OF_A_FILE
        Console(width=width).print(_table(review, wrong))
    typer.echo(_rest(review))
    for remark in review.not_checked:
        typer.echo(f"Not checked: {remark}")
    if review.uncovered:
        typer.echo(_uncovered(review))


def _table(review: Review, findings: list[Finding]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("Severity", no_wrap=True)
    table.add_column("Clause", max_width=30, overflow="fold")
    table.add_column("Place", max_width=16, overflow="fold")
    table.add_column("Level", no_wrap=True)
    table.add_column("Why", overflow="fold")
    for finding in findings:
        severity = Text(finding.severity, style=_STYLES[finding.severity])
        cells = (finding.clause.title, _places(review, finding), finding.level, finding.why)
        table.add_row(severity, *(Text(cell) for cell in cells))
    return table


def _places(review: Review, finding: Finding) -> str:
    """Return the first places that carry the clause, as printed."""
    places = list(dict.fromkeys(review.document.place_of(paragraph) for paragraph in finding.paragraphs))
    more = ", …" if len(places) > _MOST_PLACES else ""
    return ", ".join(places[:_MOST_PLACES]) + more


def _uncovered(review: Review) -> str:
    """Return where rules stand that no clause type explains, the first of them by name."""
    places = list(dict.fromkeys(review.document.place_of(each.paragraph) for each in review.uncovered))
    number = len(review.uncovered)
    named = ", ".join(places[:_MOST_NAMED]) + (", …" if len(places) > _MOST_NAMED else "")
    return f"Not covered by any clause type, read them yourself: {number} paragraph{'s'[: number > 1]} ({named})."


def _rest(review: Review) -> str:
    levels = [finding.level for finding in review.findings]
    return f"Fine: {levels.count('preferred')} clause types. Not applicable: {levels.count('not-applicable')}."
