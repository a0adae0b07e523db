"""What a policy watch says, in the words that its Word file and the terminal share."""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.export.phrases import count_phrase, date_phrase, place_phrase
from app.model.comparison import Direction
from app.model.watch import Bearing, PolicyChange, PolicyChangeKind, PolicyStep, PolicyWatch

KINDS: Mapping[PolicyChangeKind, str] = {
    "added": "New",
    "removed": "Gone",
    "changed": "Changed",
    "moved": "Moved",
    "reworded": "Reworded",
}
BEARINGS: Mapping[Bearing, tuple[str, str]] = {
    "prohibition": ("prohibition", "prohibitions"),
    "condition": ("condition", "conditions"),
    "duty": ("duty", "duties"),
    "permission": ("permission", "permissions"),
    "promise": ("promise of the other side", "promises of the other side"),
    "reservation": ("right of the other side", "rights of the other side"),
    "other": ("statement", "statements"),
}
DIRECTIONS: Mapping[Direction, str] = {
    "worse": "Worse",
    "better": "Better",
    "same": "Same",
    "unclear": "To be read",
}


def step_title(step: PolicyStep) -> str:
    """Return from which version to which a step leads: "terms.md, 1 May 2025, to terms.md, 3 June 2025"."""
    comparison = step.judged.comparison
    sides = ((comparison.old.name, step.old_day), (comparison.new.name, step.new_day))
    old, new = (name if day is None else f"{name}, {date_phrase(day)}" for name, day in sides)
    return f"{old}, to {new}" if step.old_day else f"{old} to {new}"


def duty_line(found: PolicyWatch) -> str:
    """Return who looks next, and when."""
    owner = f"{found.owner}, on " if found.owner else ""
    return f"Next look: {owner}{date_phrase(found.review_on)} ({found.rule})."


def summary_line(step: PolicyStep) -> str:
    """Return what changed, counted."""
    if not step.changes:
        return "Nothing changed but the look of it."
    counted = [_counted(step, kind) for kind in ("added", "removed", "changed")]
    told = "; ".join(each for each in counted if each) or "Nothing else holds than before"
    shifted = [(len(step.of_kind("reworded")), "only reworded"), (len(step.of_kind("moved")), "moved")]
    rest = ", ".join(f"{number} {how}" for number, how in shifted if number)
    return f"{told}.{f' Beside these: {rest}.' if rest else ''}"


def touched_line(step: PolicyStep) -> str:
    """Return how many changes touch planned uses."""
    number = len(step.touching())
    if not number:
        return "No change was found that touches a planned use."
    return f"{count_phrase(number, 'change touches', 'changes touch')} planned uses."


def _counted(step: PolicyStep, kind: PolicyChangeKind) -> str:
    """Return what is new, gone or changed: "New: 2 prohibitions, 1 duty"; "" for nothing."""
    counts = Counter(change.bearing for change in step.of_kind(kind))
    told = (count_phrase(counts[bearing], *names) for bearing, names in BEARINGS.items() if counts[bearing])
    listed = ", ".join(told)
    return f"{KINDS[kind]}: {listed}" if listed else ""


def change_place(step: PolicyStep, change: PolicyChange) -> str:
    """Return where a statement stands; where it stood if it is gone; both where it moved."""
    old = "" if change.old is None else place_phrase(step.judged.comparison.old.place_of(change.old.paragraph))
    new = "" if change.new is None else place_phrase(step.judged.comparison.new.place_of(change.new.paragraph))
    if not new:
        return f"{old} (old)"
    return f"{old} → {new}" if change.kind == "moved" and old != new else new


def clause_titles(step: PolicyStep, change: PolicyChange) -> str:
    """Return the clause types that a statement touches."""
    titles = {finding.clause.id: finding.clause.title for finding in step.judged.new.findings}
    return ", ".join(titles[clause] for clause in change.clauses)


def unread_lines(found: PolicyWatch) -> Iterator[str]:
    """Yield what was left out, not read or not compared."""
    yield from found.left_out
    told = set()
    for step in found.steps:
        judged = step.judged
        for review in (judged.old, judged.new):
            for line in review.unread:
                if (review.document.path, line) not in told:
                    told.add((review.document.path, line))
                    yield f"{review.document.name}: {line}"
        for line in judged.comparison.not_compared:
            yield f"{step_title(step)}: {line}"
