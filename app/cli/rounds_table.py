"""Rounds of a negotiation as tables for a terminal, what must be seen first at the top of each."""

from collections.abc import Sequence

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from app.cli.review import DISCLAIMER
from app.cli.terminal import terminal
from app.model.rounds import Ask, ClauseRound, Movement, NewAsk, Point, Reopened, Round, Rounds
from app.service.rounds import (
    alarm_line,
    change_line,
    clause_line,
    clause_names,
    given_line,
    has_alarm,
    level_phrase,
    point_title,
    round_title,
    stand_phrase,
    summary_line,
    unreturned_line,
)

_STYLES = {"accepted": "green", "rejected": "red", "countered": "yellow"}


def print_rounds(rounds: Rounds) -> None:
    """Print each round and the concession ledger."""
    console = terminal()
    typer.echo(f"Profile: {rounds.profile.name}. Library: {rounds.library.version}.")
    for one in rounds.rounds:
        typer.echo(f"\n{round_title(one)}")
        console.print(Text(alarm_line(one), style="bold red" if has_alarm(one) else ""))
        typer.echo(summary_line(one))
        _print_points(rounds, one)
    if rounds.ledger:
        console.print(_ledger(rounds))
        typer.echo(unreturned_line(rounds))
    typer.echo(DISCLAIMER)


def _print_points(rounds: Rounds, one: Round) -> None:
    console = terminal()
    titled: tuple[tuple[str, Sequence[Point]], ...] = (
        ("Changed without a trace", one.untracked),
        ("Closed points opened again", one.reopened),
        ("What we asked", one.asks),
        ("What they ask", one.new_asks),
    )
    for title, points in titled:
        if points:
            console.print(_points(title, rounds, one, points))
    if one.clauses:
        console.print(_clauses(one.clauses))
    for line in one.not_compared:
        typer.echo(line)


def _table(title: str, *heads: tuple[str, int | None]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", title=title, title_justify="left")
    for head, width in heads:
        table.add_column(head, overflow="fold", max_width=width)
    return table


def _points(title: str, rounds: Rounds, one: Round, points: Sequence[Point]) -> Table:
    table = _table(title, ("No.", 4), ("What", 22), ("Place", 18), ("Words", None), ("Clause, as it stands", 36))
    for point in points:
        names, level = clause_names(rounds, point), level_phrase(one, point)
        clause = f"{names}. {level}" if level else names
        site = point.site if isinstance(point, NewAsk | Reopened) else point.returned
        table.add_row(
            point.id,
            Text(point_title(point), style=_style(point)),
            Text(site.label),
            Text(_words(point)),
            Text(clause),
        )
    return table


def _style(point: Point) -> str:
    if isinstance(point, Ask):
        return _STYLES.get(point.answer, "")
    return "" if isinstance(point, NewAsk) else "red"


def _words(point: Point) -> str:
    if isinstance(point, Ask):
        return change_line(point.returned, point.before, point.asked, point.now)
    if isinstance(point, Reopened):
        return change_line(point.site, point.agreed, point.now)
    return change_line(point.site if isinstance(point, NewAsk) else point.returned, point.before, point.after)


def _clauses(clauses: Sequence[ClauseRound]) -> Table:
    table = _table("How the clause types stand", ("Clause", 28), ("Before → asked → now", 34), ("What", None))
    for each in clauses:
        style = {"worse": "red", "better": "green"}.get(each.direction, "")
        table.add_row(each.clause.title, Text(clause_line(each)), Text(each.what, style=style))
    return table


def _ledger(rounds: Rounds) -> Table:
    table = _table(
        "Concession ledger", ("Round", 5), ("Who", 16), ("Clause", 26), ("From → to", None), ("For what", 36)
    )
    for move in rounds.ledger:
        table.add_row(str(move.round), _who(move), move.clause.title, Text(_way(move)), Text(given_line(rounds, move)))
    return table


def _who(move: Movement) -> str:
    return f"{'We' if move.side == 'us' else 'They'} {'gave way' if move.kind == 'conceded' else 'asked for more'}"


def _way(move: Movement) -> str:
    if move.start.name == move.end.name:
        return move.what
    return f"{stand_phrase(move.start)} → {stand_phrase(move.end)}"
