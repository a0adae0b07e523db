"""`counterdraft desktop`: start the window."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.errors import CounterdraftError


def desktop(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", readable=False, help="A document to open.")] = None,
) -> None:
    """Open the window."""
    _require_libraries()
    from app.desktop.main import main

    raise typer.Exit(main([] if file is None else [str(file)]))


def _require_libraries() -> None:
    """Stop before Qt would, in words: without a screen or a system library it ends the program.

    Raises:
        CounterdraftError: There is no screen, or a library is missing that this screen needs.
    """
    from app.service.doctor import missing_libraries

    chosen, wayland = os.environ.get("QT_QPA_PLATFORM"), os.environ.get("WAYLAND_DISPLAY")
    if sys.platform == "linux" and not (chosen or wayland or os.environ.get("DISPLAY")):
        raise CounterdraftError("the window cannot open: there is no screen; start it from a desktop session")
    on_x11 = not chosen and not wayland
    if missing := [library.soname for library in missing_libraries() if on_x11 or not library.windowed]:
        raise CounterdraftError(
            f"the window cannot open: this machine lacks {', '.join(missing)}; "
            "`counterdraft doctor` gives the line that installs it"
        )
