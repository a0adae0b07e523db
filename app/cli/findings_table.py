"""The findings of a review as a table for a terminal."""

from collections.abc import Iterator
from textwrap import shorten

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from app.cli.terminal import terminal
from app.model.clause import DEVIATIONS, SEVERITIES, Severity
from app.model.review import Finding, Review
from app.service.export import verdict_phrase
from app.service.forms import recognition_lines, version_mismatch

_STYLES: dict[Severity, str] = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "", "none": ""}
_MOST_PLACES = 3
_MOST_UNCOVERED = 12
_FIRST_WORDS = 80


def print_findings(review: Review) -> None:
    """Print what is wrong, worst first; what is fine and what does not apply is only counted."""
    document, receipt = review.document, review.receipt
    typer.echo(f"{document.name}: {document.title}" if document.title else document.name)
    typer.echo(f"Profile: {review.profile.name}. Library: {receipt.library_line}.")
    if review.kind is not None:
        packs = ", ".join(pack.id for pack in review.library.packs_for(review.document_type)) or "none"
        typer.echo(f"Read as {review.document_type}. {review.kind.why}")
        typer.echo(f"Packs in use: {packs}.")
    for line in recognition_lines(document, review.recognised):
        typer.echo(line)
    if mismatch := version_mismatch(review):
        typer.echo(mismatch)
    console = terminal()
    console.print(Text(f"Verdict: {verdict_phrase(review)}", style="bold"))
    wrong = sorted((f for f in review.findings if f.level in DEVIATIONS), key=lambda f: SEVERITIES.index(f.severity))
    if wrong:
        console.print(_table(review, wrong))
    typer.echo(_rest(review))
    for remark in review.not_checked:
        typer.echo(f"Not checked: {remark}")
    for line in _uncovered(review):
        typer.echo(line)


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


def _uncovered(review: Review) -> Iterator[str]:
    """Yield where rules stand that no clause type explains, what they are about and how they begin."""
    number = len(review.uncovered)
    if not number:
        return
    yield f"Not covered by any clause type, read them yourself: {number} paragraph{'s'[: number > 1]}."
    for each in review.uncovered[:_MOST_UNCOVERED]:
        words = shorten(review.document.paragraphs[each.paragraph].text, _FIRST_WORDS, placeholder=" …")
        yield f"  {review.document.place_of(each.paragraph)} ({', '.join(each.about)}): “{words}”"
    if number > _MOST_UNCOVERED:
        yield f"  and {number - _MOST_UNCOVERED} more, listed in the memo and the JSON"


def _rest(review: Review) -> str:
    levels = [finding.level for finding in review.findings]
    return f"Fine: {levels.count('preferred')} clause types. Not applicable: {levels.count('not-applicable')}."
