"""`counterdraft doctor`: what this machine lacks, and the line that installs it."""

import typer


def doctor() -> None:
    """Say what this machine lacks, and the line that installs it."""
    from app.service.doctor import examine

    found = examine()
    _show("Python", found.python, "" if found.python_fits else f"{found.python} is too old; 3.11 or later is needed")
    _show("Packages", "all installed", ", ".join(found.packages))
    _show("Qt's system libraries", "all found", ", ".join(library.soname for library in found.libraries))
    for option in found.options:
        _show(option.name, option.found or not_installed(option.serves, option.remedy), "")
    if found.settings:
        typer.echo(f"{'Settings:':24}{found.settings}")
    if found.remedy:
        typer.echo(f"To install what is missing:\n{found.remedy}")
    if not found.healthy:
        raise typer.Exit(1)


def not_installed(serves: str, remedy: str) -> str:
    """Return what is said of something that only the documents `serves` need, and the line that installs it."""
    return f"not installed, only {serves} need it{': ' if remedy else ''}{remedy}"


def _show(subject: str, good: str, missing: str) -> None:
    typer.echo(f"{subject + ':':24}{'missing: ' + missing if missing else good}")
