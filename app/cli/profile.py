"""`counterdraft profile`: a deployment profile in full, to start one's own from."""

from pathlib import Path
from typing import Annotated

import typer


def profile(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.toml", readable=False, help="A profile to complete.")
    ] = None,
) -> None:
    """Print a deployment profile as TOML: the default one, or FILE with the defaults filled in."""
    from app.service.settings import load_profile, profile_toml

    typer.echo(profile_toml(load_profile(file)), nl=False)
