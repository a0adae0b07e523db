"""`counterdraft profile`: a deployment profile in full, asked for question by question, saved under a name."""

import sys
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.messages import tell, tell_error
from app.errors import Cancelled, CounterdraftError, ProfileError

if TYPE_CHECKING:
    from app.model.profile import DeploymentProfile
    from app.model.questions import Question


_HOW_TO_ANSWER = (
    "{number} questions about your planned use. Enter keeps the answer in brackets; none empties a list; "
    "Ctrl+C stops, and nothing is kept."
)
_NOT_KNOWN = "0 for not known."
_HINTS = {
    "monthly_active_users": "To count company by company, add them to the saved file, each under [[group]].",
    **dict.fromkeys(("growth_percent", "requests_per_day", "latency_ms", "engineers", "yearly_budget"), _NOT_KNOWN),
}


def profile(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE.toml|NAME", readable=False, help="A profile; the one in use without."),
    ] = None,
    *,
    ask: Annotated[bool, typer.Option("--ask", help="Ask question by question, with its answers as defaults.")] = False,
    save: Annotated[
        str, typer.Option("--save", metavar="NAME", help="Save it under a name that --profile takes everywhere.")
    ] = "",
    remove: Annotated[str, typer.Option("--remove", metavar="NAME", help="Remove the profile saved so.")] = "",
    names: Annotated[bool, typer.Option("--list", help="List the names of saved profiles.")] = False,
    questions: Annotated[bool, typer.Option("--questions", help="Print the questions and why they are asked.")] = False,
) -> None:
    """Print a deployment profile as TOML: the one in use, or FILE with the defaults filled in.

    With --ask it is made question by question; with --save it is kept under a name instead of printed.
    """
    from app.service.profiles import profile_toml, remove_profile, save_profile, saved_profiles
    from app.service.settings import profile_in_use

    if sum((names, questions, bool(remove), ask or bool(save))) > 1:
        raise CounterdraftError("--list, --questions, --remove and --ask or --save are for one at a time")
    if names:
        typer.echo("".join(f"{name}\n" for name in saved_profiles()), nl=False)
        return
    if remove:
        remove_profile(remove)
        return
    if questions:
        _print_questions()
        return
    chosen = profile_in_use(file)
    if ask:
        chosen = _asked(chosen)
    if save:
        path = save_profile(replace(chosen, name=chosen.name if file or ask else save), save)
        named = f'"{save}"' if " " in save else save
        tell(f"saved as {path}; review with --profile {named}")
        return
    typer.echo(profile_toml(chosen), nl=False)


def _print_questions() -> None:
    """Print every question with its field, its answers and what hangs on it."""
    from app.model.questions import COMPANY_QUESTIONS, QUESTIONS

    topic = ""
    for question in (*QUESTIONS, *COMPANY_QUESTIONS):
        if question.topic != topic:
            topic = question.topic
            typer.echo(f"\n{topic}" if question.field != "name" or topic == "Company" else topic)
        typer.echo(f"  {question.asks}\n      {question.field}: {_kinds_of_answer(question)}\n      {question.why}")


def _kinds_of_answer(question: "Question") -> str:
    if question.answers:
        return "; ".join(_called(value, words) for value, words in question.answers)
    return {bool: "true or false", int: "a number", float: "a number", str: "words"}.get(
        type(_default(question)), "companies, each under [[group]]"
    )


def _called(value: str, words: str) -> str:
    return value if value == words else f"{value} ({words})"


def _default(question: "Question") -> object:
    from app.model.profile import DeploymentProfile, GroupCompany

    owner = GroupCompany("") if question.topic == "Company" else DeploymentProfile()
    return getattr(owner, question.field)


def _asked(known: "DeploymentProfile") -> "DeploymentProfile":
    """Ask on stderr for every answer but the companies of the group; what is not typed stays as it is in `known`."""
    from app.model.questions import QUESTIONS

    left = ("group", "monthly_active_users") if known.group else ("group",)
    asked = [question for question in QUESTIONS if question.field not in left]
    typer.echo(_HOW_TO_ANSWER.format(number=len(asked)), err=True)
    answers = {}
    for number, question in enumerate(asked, 1):
        typer.echo(f"\n{number} of {len(asked)}. {question.asks}", err=True)
        try:
            answers[question.field] = _answer(question, getattr(known, question.field))
        except typer.Abort as error:
            raise Cancelled(f"stopped at question {number} of {len(asked)}; nothing was kept") from error
    return replace(known, **answers)


def _answer(question: "Question", known: Any) -> Any:  # noqa: ANN401 - a field holds what its type says
    """Ask `question` until the answer is one that its field can hold."""
    from app.service.profiles import answer_from

    lines = [f"  {question.why}", *(f"    {_called(value, words)}" for value, words in question.answers)]
    if hint := _HINTS.get(question.field, "Several are parted by commas." if isinstance(known, tuple) else ""):
        lines.append(f"  {hint}")
    typer.echo("\n".join(lines), err=True)
    shown = {True: "yes", False: "no"}[known] if isinstance(known, bool) else known
    shown = ", ".join(known) or "none" if isinstance(known, (list, tuple)) else shown
    while True:
        with redirect_stdout(sys.stderr):  # where some versions of Click write the blank behind the colon all the same
            typed = str(typer.prompt("  Answer", default=shown, err=True))
        try:
            return answer_from(question.field, typed)
        except ProfileError as error:
            tell_error(error)
