"""What is said of the versions of a policy and of their changes."""

from collections import Counter
from datetime import date

from app.desktop import words
from app.desktop.comparing.change_words import direction_glyph, standing_word
from app.desktop.words import tr
from app.model.comparison import Direction, Effect
from app.model.document import Document
from app.model.kept import KeptFile
from app.model.watch import Bearing, PolicyChange, PolicyChangeKind, PolicyStep

_GIST = 240  # letters


def kind_word(kind: PolicyChangeKind) -> str:
    """Return what happened to a statement."""
    return {
        "added": tr("New"),
        "removed": tr("Gone"),
        "changed": tr("Changed"),
        "moved": tr("Moved"),
        "reworded": tr("Only reworded"),
    }[kind]


def kind_sign(kind: PolicyChangeKind) -> str:
    """Return the sign of what happened to a statement."""
    return {"added": "+", "removed": "−", "changed": "±", "moved": "⇅", "reworded": "≈"}[kind]


def bearing_word(bearing: Bearing) -> str:
    """Return what a statement does."""
    return {
        "prohibition": tr("Prohibition"),
        "condition": tr("Condition"),
        "duty": tr("Duty"),
        "permission": tr("Permission"),
        "promise": tr("Promise of the other side"),
        "reservation": tr("Right of the other side"),
        "other": tr("Statement"),
    }[bearing]


def direction_word(direction: Direction) -> str:
    """Return what a change does for us, with its sign."""
    return f"{direction_glyph(direction)} {standing_word(direction)}"


def levels_word(effect: Effect) -> str:
    """Return the level before and after; once where it is the same."""
    levels = dict.fromkeys(words.level_word(level) for level in (effect.old_level, effect.new_level))
    return " → ".join(levels)


def day_word(day: date | None) -> str:
    """Return a day as the window writes days; a dash where none is known."""
    return "–" if day is None else day.isoformat()


def step_word(step: PolicyStep) -> str:
    """Return from which version a step leads to which."""
    sides = (
        (step.judged.comparison.old.name, step.old_day),
        (step.judged.comparison.new.name, step.new_day),
    )
    return " → ".join(name if day is None or day.isoformat() in name else f"{name} ({day})" for name, day in sides)


def touched_word(step: PolicyStep) -> str:
    """Return how many changes touch planned uses."""
    number = len(step.touching())
    if not number:
        return tr("No change was found that touches a planned use.")
    return tr("1 change touches planned uses.") if number == 1 else tr("{0} changes touch planned uses.").format(number)


def summary_word(step: PolicyStep) -> str:
    """Return how many statements are new, gone and so on: "New 3 · Gone 1"."""
    counts = Counter(change.kind for change in step.changes)
    kinds: tuple[PolicyChangeKind, ...] = ("added", "removed", "changed", "moved", "reworded")
    told = " · ".join(f"{kind_word(kind)} {counts[kind]}" for kind in kinds if counts[kind])
    return told or tr("No statement says anything else than before.")


def place_word(step: PolicyStep, change: PolicyChange) -> str:
    """Return where a statement stands; where it stood if it is gone; both where it moved."""
    comparison = step.judged.comparison
    old = "" if change.old is None else _named(comparison.old, change.old.paragraph)
    new = "" if change.new is None else _named(comparison.new, change.new.paragraph)
    if not new:
        return tr("{0} of the old version").format(old)
    return f"{old} → {new}" if change.kind == "moved" and old != new else new


def clauses_word(step: PolicyStep, change: PolicyChange) -> str:
    """Return the clause types that a statement touches."""
    titles = {finding.clause.id: finding.clause.title for finding in step.judged.new.findings}
    return ", ".join(titles[clause] for clause in change.clauses if clause in titles)


def gist(change: PolicyChange) -> str:
    """Return the words that a statement begins with; of one that says something else, what differs in it."""
    if change.kind == "changed" and len(change.words) == 1 and change.words[0].before and change.words[0].after:
        before, after = (
            words.first_words(text, _GIST // 2) for text in (change.words[0].before, change.words[0].after)
        )
        if before != change.before:
            return f"“{before}” → “{after}”"
    return f"“{words.first_words(change.after or change.before, _GIST)}”"


def due_word(kept: KeptFile, today: date) -> str:
    """Return that a baseline is to be looked at again; "" where it is not due."""
    if kept.review_by is None or kept.review_by > today:
        return ""
    days = (today - kept.review_by).days
    told = tr("{0}: to be looked at again today") if days == 0 else tr("{0}: was to be looked at again on {1}")
    owner = f" ({kept.owner})" if kept.owner else ""
    return told.format(kept.name, kept.review_by.isoformat()) + owner


def next_look_word(kept: KeptFile, today: date) -> str:
    """Return when a baseline is looked at again, and whether that day has come."""
    if kept.review_by is None:
        return tr("not set")
    if kept.review_by > today:
        return kept.review_by.isoformat()
    told = tr("{0}, due") if kept.review_by == today else tr("{0}, overdue")
    return told.format(kept.review_by.isoformat())


def _named(document: Document, paragraph: int) -> str:
    where = words.place_word(document, paragraph)
    return tr("clause {0}").format(where) if where[:1].isdigit() else where
