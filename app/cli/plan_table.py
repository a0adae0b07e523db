"""A plan as tables for a terminal: what a reader needs to begin; the rest is counted, and stands in the workbook."""

from collections.abc import Iterable, Sequence

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from app.cli.terminal import terminal
from app.model.plan import Plan, UserCount
from app.model.review import Review

_MOST_DAYS = 8


def print_plan(review: Review, plan: Plan) -> None:
    """Print layers, next steps, points in the order of the talks, trades, approvals and the next days."""
    document = review.document
    typer.echo(f"{document.name}: {document.title}" if document.title else document.name)
    typer.echo(f"Profile: {review.profile.name}. Library: {review.receipt.library_line}. Day: {plan.when.isoformat()}.")
    _print(
        "Layers",
        ("Layer", "State", "Verdict", "Why"),
        ((layer.name, layer.state, layer.verdict or "–", layer.why) for layer in plan.layers),
    )
    for number, step in enumerate(plan.steps, 1):
        typer.echo(f"{number}. {step}")
    for stage in plan.rounds:
        _print(
            f"{stage.stage.capitalize()}: {stage.reason}",
            ("No.", "Severity", "Point", "Place", "Least we accept", "Agreed by"),
            (
                (
                    str(ask.number),
                    ask.severity,
                    ask.title,
                    ask.quote.place or "missing",
                    ask.fallbacks[-1].name if ask.fallbacks else "–",
                    ask.fallbacks[-1].approver if ask.fallbacks else "–",
                )
                for ask in stage.asks
            ),
        )
    _print(
        "What does not move",
        ("No.", "Point", "Instead"),
        ((str(each.ask.number), each.ask.title, "; ".join(each.mitigations) or "accept it") for each in plan.fixed),
    )
    _print(
        "What we can give",
        ("To get", "We give way on", "And accept", "If agreed by"),
        (
            (
                f"{trade.get.number} {trade.get.title}",
                f"{trade.give.number} {trade.give.title}",
                trade.accept.name,
                trade.accept.approver,
            )
            for trade in plan.trades
        ),
    )
    _print(
        "Approvals, if signed as it stands",
        ("Decides", "On"),
        ((each.approver, ", ".join(str(ask.number) for ask in each.asks)) for each in plan.approvals),
    )
    _print(
        "Next days",
        ("Day", "What", "Owner"),
        (
            (watch.next.isoformat(), watch.what, watch.owner)
            for watch in plan.watches[:_MOST_DAYS]
            if watch.next is not None
        ),
    )
    if plan.users is not None:
        _print_users(plan.users)
    if plan.chain is not None:
        typer.echo(f"Indemnities: {plan.chain.conclusion}")
    typer.echo(
        f"Beside these: {len(plan.tasks)} measures, {len(plan.risks)} risks, {len(plan.duties)} obligations, "
        f"{sum(topic.disagrees for topic in plan.topics)} topics on which sources disagree; --out DIR writes all of it."
    )


def _print_users(users: UserCount) -> None:
    """Print each reading of the count with its distance, and what would change the answer."""
    if users.threshold is not None:
        typer.echo(f"Users: the threshold is {users.threshold:,} ({users.quote.place}). {users.measured}")
    _print(
        "Count of users",
        ("Reading", "Users", "Of the threshold", "Distance"),
        (
            (
                each.name,
                f"{each.users:,}",
                "–" if each.percent is None else f"{each.percent:.1f} %",
                "–" if each.distance is None else f"{abs(each.distance):,} {'above' if each.over else 'below'}",
            )
            for each in users.readings
        ),
    )
    for line in (*users.tripwires, *users.remarks):
        typer.echo(f"Users: {line}")


def _print(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table under its title; nothing where it has no row."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", title=title, title_justify="left")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    if table.row_count:
        terminal().print(table)
