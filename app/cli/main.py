"""The command `counterdraft`: one function a subcommand, and how errors are told.

Nothing but typer is imported for `--help`: what a command needs, it imports when it runs.
"""

import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import Annotated

import typer

from app.cli.compare import compare_command
from app.cli.cost import cost
from app.cli.desktop import desktop
from app.cli.doctor import doctor
from app.cli.explain import explain
from app.cli.inspect import inspect_command
from app.cli.library import library
from app.cli.matrix import matrix_command
from app.cli.messages import tell, tell_error
from app.cli.plan import plan_command
from app.cli.profile import profile
from app.cli.read import read_command
from app.cli.redline import redline_command
from app.cli.resolve import resolve_command
from app.cli.review import review
from app.cli.rounds import rounds_command
from app.cli.watch import watch_command
from app.errors import CounterdraftError

cli = typer.Typer(
    name="counterdraft",
    help="Review a contract against a clause library; get a redlined Word file and a negotiation memo. Offline.",
    epilog="Exit status: 0 done; 1 done, with problems named on stderr; 2 a document or argument cannot be used; "
    "3 the library is wrong; 130 stopped.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
cli.command()(review)
cli.command(short_help="Show what one finding rests on.")(explain)
cli.command("compare", short_help="Compare two versions: what changed, and what that means for you.")(compare_command)
cli.command("plan", short_help="Plan what follows from a review: talks, risks, obligations, monitoring.")(plan_command)
cli.command("matrix", short_help="Set documents side by side, ranked by fit.")(matrix_command)
cli.command("rounds", short_help="Hold what came back against what you sent: asks, edits without a trace, ledger.")(
    rounds_command
)
cli.command("watch", short_help="Tell what changed in a policy, and which planned uses that touches.")(watch_command)
cli.add_typer(library)
cli.command("redline", short_help="Make listed edits as tracked changes and comments.")(redline_command)
cli.command("resolve", short_help="List, accept or reject the tracked changes of a Word file.")(resolve_command)
cli.command("inspect", short_help="List what leaves with a Word file, and take it out.")(inspect_command)
cli.command("read", short_help="Show how a document is read.")(read_command)
cli.command(short_help="Make, show, save and list deployment profiles.")(profile)
cli.command(short_help="Compare the costs of self-hosting and of managed offers.")(cost)
cli.command()(desktop)
cli.command()(doctor)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it
    if wanted:
        from importlib.metadata import version

        typer.echo(f"counterdraft {version('counterdraft')}")
        raise typer.Exit


@cli.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # for terminals that lack a contract's characters
    try:
        cli(sys.argv[1:] if arguments is None else arguments, prog_name="counterdraft")
    except CounterdraftError as error:
        tell_error(error)
        return error.exit_code
    except OSError as error:  # of stdout: every file that is read or written has its own
        with suppress(OSError):
            sys.stdout.close()  # what it still holds cannot be written either, now or at the end
        tell(f"the output cannot be written: {error.strerror or error}; free some space, or send it elsewhere")
        return 2
    except SystemExit as end:
        return int(end.code or 0)
    return 0
