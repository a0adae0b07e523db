"""`counterdraft cost`: machines of one's own against managed offers, worked out step by step."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import ProfileOption


class CostFormat(StrEnum):
    """What the worksheet is written as."""

    TABLE = "table"
    JSON = "json"
    XLSX = "xlsx"
    TOML = "toml"


def cost(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE.toml", readable=False, help="Your figures; a bundled example without."),
    ] = None,
    *,
    output: Annotated[
        CostFormat,
        typer.Option("--format", help="Table, JSON, a workbook that computes, or the inputs to start your own from."),
    ] = CostFormat.TABLE,
    profile: ProfileOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write it there; stdout without. A workbook needs it.")
    ] = None,
) -> None:
    """Work out what self-hosting a model costs against managed offers, and check what guides claim about it."""
    from app.service.cost import cost_file_text, cost_json, cost_text, cost_worksheet, cost_xlsx, write_costs
    from app.service.profiles import load_profile

    if output is CostFormat.XLSX and out is None:
        raise typer.BadParameter("a workbook is no text: name a file with --out", param_hint="--format xlsx")
    if output is not CostFormat.XLSX and out is not None and out.suffix.lower() == ".xlsx":
        raise typer.BadParameter("this name is that of a workbook: add --format xlsx", param_hint=f"--out {out.name}")
    worksheet = cost_worksheet(file, load_profile(profile) if profile else None)
    if output is CostFormat.XLSX and out is not None:
        write_costs(out, cost_xlsx(worksheet), source=file)
        return
    text = {
        CostFormat.TABLE: lambda: cost_text(worksheet),
        CostFormat.JSON: lambda: cost_json(worksheet),
        CostFormat.TOML: lambda: cost_file_text(file),
    }[output]()
    if out is None:
        typer.echo(text)
    else:
        write_costs(out, f"{text}\n".encode(), source=file)
