"""`counterdraft desktop`: start the window, or put it among the programs of the desktop."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.errors import CounterdraftError


def desktop(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", readable=False, help="Documents to open, or a matter.", show_default=False),
    ] = None,
    *,
    new_window: Annotated[bool, typer.Option("--new-window", help="Open another window beside the one open.")] = False,
    install: Annotated[
        bool, typer.Option("--install", help="Put Counterdraft into the menu and the file manager (Linux), and stop.")
    ] = False,
    uninstall: Annotated[
        bool, typer.Option("--uninstall", help="Take it out of the menu and the file manager again, and stop.")
    ] = False,
) -> None:
    """Open the window; where it is open already, it takes the files."""
    if install or uninstall:
        _integrate(install=install, uninstall=uninstall, with_files=bool(files))
        return
    for file in files or ():
        if not file.is_file():
            what = "this is a folder; name a file in it" if file.is_dir() else "there is no such file"
            raise CounterdraftError(f"{file}: {what}")
    _require_libraries()
    from app.desktop.main import NEW_WINDOW, main

    raise typer.Exit(main([*([NEW_WINDOW] if new_window else []), *map(str, files or ())]))


def _integrate(*, install: bool, uninstall: bool, with_files: bool) -> None:
    """Write or remove what the desktop knows of the program, and say which files."""
    if with_files or (install and uninstall):
        raise CounterdraftError("--install and --uninstall stand alone; give one of them, and no file")
    from app.service import integration

    folder = integration.user_data_folder()
    change, word = (integration.install, "Written") if install else (integration.uninstall, "Removed")
    paths = change(folder)
    for path in paths:
        typer.echo(f"{word}: {path}")
    if not paths:
        typer.echo(f"Nothing of Counterdraft is in {folder}")


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
