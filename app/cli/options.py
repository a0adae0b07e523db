"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

ProfileOption = Annotated[
    Path | None,
    typer.Option("--profile", metavar="FILE.toml", help="Facts about your planned use; see `counterdraft profile`."),
]
LibraryOption = Annotated[
    Path | None, typer.Option("--library", metavar="DIR", help="A clause library of your own; the bundled one without.")
]
