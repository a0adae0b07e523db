"""A judged comparison as tables for a terminal: what it does to clause types, then every change."""

from collections.abc import Sequence

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from app.cli.review import DISCLAIMER
from app.cli.terminal import terminal
from app.model.comparison import Direction, Effect, JudgedComparison
from app.service.judging import change_lines, effect_numbers

_STYLES: dict[Direction, str] = {"worse": "red", "unclear": "yellow", "better": "green", "same": ""}
_WIDEST = {"Clause": 22, "Level": 14, "Place": 16, "Changes": 14, "Touches": 26}


def print_comparison(judged: JudgedComparison) -> None:
    """Print the effects, worst first, and the changes in the order of the document."""
    comparison = judged.comparison
    typer.echo(f"{comparison.old.name} → {comparison.new.name}")
    typer.echo(f"Profile: {judged.new.profile.name}. Library: {judged.new.receipt.library_line}.")
    typer.echo(_summary(judged))
    if judged.effects:
        terminal().print(effects_table(judged.effects))
    if comparison.changes:
        terminal().print(_changes(judged))
    for remark in comparison.not_compared:
        typer.echo(f"Not compared: {remark}")
    typer.echo(DISCLAIMER)


def _summary(judged: JudgedComparison) -> str:
    number = len(judged.comparison.changes)
    if not number:
        return "No difference was found."
    directions = [effect.direction for effect in judged.effects]
    told = [
        f"{directions.count(direction)} {words}"
        for direction, words in (("worse", "worse"), ("unclear", "for a reader to decide"), ("better", "better"))
        if direction in directions
    ]
    clauses = f"; clause types: {', '.join(told)}" if told else "; no clause type is judged otherwise"
    uncovered = len(judged.uncovered)
    unread = f"; {uncovered} that touch no clause type, read them yourself" if uncovered else ""
    return f"{number} change{'s'[: number > 1]}{clauses}{unread}."


def effects_table(effects: Sequence[Effect]) -> Table:
    """Return what changes do to clause types, a row each."""
    table = _table("For you", "Severity", "Clause", "Level", "What", "Changes")
    for effect in effects:
        table.add_row(
            Text(effect.direction, style=_STYLES[effect.direction]),
            effect.severity,
            Text(effect.clause.title),
            _levels(effect),
            Text(effect.what),
            Text(effect_numbers(effect)),
        )
    return table


def _levels(effect: Effect) -> str:
    return effect.new_level if effect.old_level == effect.new_level else f"{effect.old_level} → {effect.new_level}"


def _changes(judged: JudgedComparison) -> Table:
    table = _table("No.", "Kind", "Place", "Severity", "What", "Touches")
    for line in change_lines(judged):
        cells = (str(line.number), line.kind, line.place, line.severity, line.what, line.touches)
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _table(*heads: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold", max_width=_WIDEST.get(head))
    return table
