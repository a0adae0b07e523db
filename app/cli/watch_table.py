"""A policy watch as tables for a terminal; the words before and after stand in the report and the JSON."""

from collections.abc import Sequence

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from app.cli.compare_table import effects_table
from app.cli.review import DISCLAIMER
from app.cli.terminal import terminal
from app.model.comparison import Direction
from app.model.watch import PolicyChange, PolicyStep, PolicyWatch
from app.service.watch import change_place, clause_titles, duty_line, step_title, summary_line, touched_line

_STYLES: dict[Direction, str] = {"worse": "red", "unclear": "yellow", "better": "green", "same": ""}


def print_watch(found: PolicyWatch) -> None:
    """Print for each step what touches planned uses, what it does to positions, and what else holds otherwise."""
    latest = found.steps[-1].judged.new
    typer.echo(f"Profile: {latest.profile.name}. Library: {latest.receipt.library_line}.")
    for step in found.steps:
        typer.echo(f"\n{step_title(step)}")
        typer.echo(f"{touched_line(step)} {summary_line(step)}")
        _print_step(step)
    typer.echo(duty_line(found))
    typer.echo(DISCLAIMER)


def _print_step(step: PolicyStep) -> None:
    console = terminal()
    touching = step.touching()
    if touching:
        console.print(_changes("Planned uses touched", step, touching))
    effects = [effect for effect in step.judged.effects if effect.direction != "same"]
    if effects:
        console.print(effects_table(effects))
    rest = [change for change in step.changes if change.matters and not change.uses]
    if rest:
        console.print(_changes("What else holds otherwise", step, rest))


def _changes(title: str, step: PolicyStep, changes: Sequence[PolicyChange]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", title=title, title_justify="left")
    for head, width in (("No.", 4), ("For you", 8), ("What", 40), ("Words", None), ("Place", 16), ("Clause types", 20)):
        table.add_column(head, overflow="fold", max_width=width)
    for change in changes:
        table.add_row(
            str(change.number),
            Text(change.direction, style=_STYLES[change.direction]),
            Text(change.what),
            Text(change.after or change.before),
            Text(change_place(step, change)),
            Text(clause_titles(step, change)),
        )
    return table
