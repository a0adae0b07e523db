"""What statements of a policy are called, and the one sentence that says what happened to one."""

from collections.abc import Mapping, Sequence

from app.comparison.statement_changes import StatementChange
from app.model.watch import Bearing, TouchedUse

_NAMES: Mapping[Bearing, tuple[str, str]] = {
    "prohibition": ("prohibition", "prohibitions"),
    "condition": ("condition", "conditions"),
    "duty": ("duty", "duties"),
    "permission": ("permission", "permissions"),
    "promise": ("promise of the other side", "promises of the other side"),
    "reservation": ("right of the other side", "rights of the other side"),
    "other": ("statement", "statements"),
}


def statements_phrase(number: int, bearing: Bearing) -> str:
    """Return "1 duty", "3 duties"."""
    return f"{number} {_NAMES[bearing][number != 1]}"


def what_of(change: StatementChange, uses: Sequence[TouchedUse]) -> str:
    """Return what happened, and which planned uses it touches by which words."""
    said = _said(change)
    if not uses:
        return f"{said}."
    touched = ", ".join(f"{each.use.title} (“{each.words}”)" for each in uses)
    if change.kind in ("moved", "reworded"):
        return f"{said}; it is about: {touched}."
    return f"{said} touches: {touched}." if change.kind == "added" else f"{said}; it touches: {touched}."


def _said(change: StatementChange) -> str:
    old, new = (_NAMES[bearing][0] for bearing in (change.before, change.after))
    match change.kind:
        case "added":
            return f"A {new} that stands elsewhere too" if change.is_elsewhere else f"A new {new}"
        case "removed":
            return f"A {old} is gone here and stands elsewhere" if change.is_elsewhere else f"A {old} is gone"
        case "moved":
            return "Moved, word for word"
        case "reworded":
            return "Reworded, saying the same"
        case "changed":
            if change.is_turned:
                return f"What was a {old} is now a {new}"
            return f"A {new if change.before == 'other' else old} says something else"
