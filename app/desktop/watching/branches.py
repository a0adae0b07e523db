"""What a policy watch shows, as a tree: each step, what it holds under titles, and each change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from app.desktop.comparing.change_words import direction_glyph
from app.desktop.watching import watch_words as say
from app.desktop.words import tr
from app.model.clause import Severity
from app.model.comparison import Direction, Effect
from app.model.watch import PolicyChange, PolicyChangeKind, PolicyStep, PolicyWatch

Sort = Literal["step", "part", "change", "effect", "line"]
"""What a branch is; a line is a sentence on what was not read."""

_MOST_OPEN = 60  # rows; what is longer is folded at first
_SIGN = re.compile("(^|· )[▼▲?=] ")  # beside the word for the same

_URGENT: tuple[Direction, ...] = ("worse", "unclear", "better", "same")
"""In this order what touches planned uses is to be looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A row of the tree.

    Attributes:
        told: What stands below its title; "" for nothing.
        sign: What stands before it, in an outline; "" for nothing.
        severity: What stands before it as a badge; None for none.
        step: Index of the step that it belongs to; -1 for what belongs to none.
        about: The change or the effect that it shows.
        is_open: Whether what is under it is shown at first.
    """

    sort: Sort
    title: str
    told: str = ""
    sign: str = ""
    severity: Severity | None = None
    step: int = -1
    about: PolicyChange | Effect | None = None
    under: tuple["Branch", ...] = ()
    is_open: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        told = _SIGN.sub(r"\1", " · ".join(each for each in (self.title.rstrip("."), self.told) if each))
        return told.replace(" · ", ", ")


def branches_of(found: PolicyWatch) -> tuple[Branch, ...]:
    """Return a branch for each step, and one for what was not compared."""
    told: set[str] = set()
    steps = tuple(_step(number, step, told) for number, step in enumerate(found.steps))
    left_out = _part(tr("Files that were not compared"), -1, _lines(found.left_out, -1), is_open=True)
    return (*steps, *left_out)


def _step(number: int, step: PolicyStep, told: set[str]) -> Branch:
    """Return the branch of a step; sentences in `told` are not said again."""
    moving = [effect for effect in step.judged.effects if effect.direction != "same"]
    steady = [effect for effect in step.judged.effects if effect.direction == "same"]
    unread = [line for line in _unread(step) if line not in told]
    told.update(unread)
    kinds: tuple[PolicyChangeKind, ...] = ("added", "removed", "changed")
    shifted: tuple[PolicyChangeKind, ...] = ("moved", "reworded")
    rest = (
        part
        for kind in kinds
        for part in _part(
            say.kind_word(kind),
            number,
            [_change(number, step, change) for change in step.of_kind(kind) if not change.uses],
            is_open=True,
        )
    )
    same = (
        part
        for kind in shifted
        for part in _part(say.kind_word(kind), number, [_change(number, step, each) for each in step.of_kind(kind)])
    )
    urgent = sorted(step.touching(), key=lambda change: _URGENT.index(change.direction))
    touching = [_touching(number, step, change) for change in urgent]
    return Branch(
        "step",
        say.step_word(step),
        f"{say.touched_word(step)} {say.summary_word(step)}",
        step=number,
        under=(
            *_part(tr("Touches planned uses"), number, touching, is_open=True),
            *_part(tr("Clause types, better or worse"), number, [_effect(number, e) for e in moving], is_open=True),
            *rest,
            *same,
            *_part(tr("Clause types as before, in other words"), number, [_effect(number, e) for e in steady]),
            *_part(tr("Not read or not compared"), number, _lines(unread, number), is_open=True),
        ),
        is_open=True,
    )


def _part(title: str, step: int, under: Iterable[Branch], *, is_open: bool = False) -> Iterator[Branch]:
    """Yield a branch with others under it; nothing where there is none."""
    held = tuple(under)
    if held:
        yield Branch(
            "part", f"{title} ({len(held)})", step=step, under=held, is_open=is_open and len(held) <= _MOST_OPEN
        )


def _touching(number: int, step: PolicyStep, change: PolicyChange) -> Branch:
    told = " · ".join((say.direction_word(change.direction), say.kind_word(change.kind), say.place_word(step, change)))
    return Branch("change", change.what, told, direction_glyph(change.direction), None, number, change)


def _change(number: int, step: PolicyStep, change: PolicyChange) -> Branch:
    direction = say.direction_word(change.direction) if change.matters else ""
    parts = (direction, say.bearing_word(change.bearing), say.place_word(step, change), say.clauses_word(step, change))
    told = " · ".join(part for part in parts if part)
    return Branch("change", say.gist(change), told, say.kind_sign(change.kind), None, number, change)


def _effect(number: int, effect: Effect) -> Branch:
    title = " · ".join((effect.clause.title, say.direction_word(effect.direction), say.levels_word(effect)))
    severity = effect.severity if effect.direction in ("worse", "unclear") else None
    return Branch("effect", title, effect.what, direction_glyph(effect.direction), severity, number, effect)


def _lines(lines: Iterable[str], step: int) -> Iterator[Branch]:
    return (Branch("line", line, sign="!", step=step) for line in lines)


def _unread(step: PolicyStep) -> Iterator[str]:
    """Yield what of the two versions was not read or not compared, each once."""
    judged = step.judged
    lines = (f"{review.document.name}: {line}" for review in (judged.old, judged.new) for line in review.unread)
    yield from dict.fromkeys((*lines, *judged.comparison.not_compared))
