"""Changes between two versions in words for a line of a list."""

from dataclasses import dataclass
from textwrap import shorten

from app.export.phrases import place_phrase
from app.model.clause import Severity
from app.model.comparison import Change, Comparison, Effect, JudgedComparison, WordChange
from app.model.document import page_runs

_WORDS = 60  # characters quoted of each word change
_TEXT = 160  # characters quoted of a paragraph that is new, gone or moved
_MOST = 4  # word changes told of one change


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change as a row of a table.

    Attributes:
        what: Its words: what stands for what.
        touches: Titles of the clause types that it touches, each with its direction; that it touches none, where it
            binds or allows something.
    """

    number: int
    kind: str
    place: str
    what: str
    severity: Severity
    touches: str


def change_lines(judged: JudgedComparison) -> tuple[ChangeLine, ...]:
    """Return the changes in order, a line each."""
    return tuple(_line(judged, change) for change in judged.comparison.changes)


def _line(judged: JudgedComparison, change: Change) -> ChangeLine:
    touched = [f"{effect.clause.title} ({effect.direction})" for effect in judged.effects_of(change.number)]
    if change.number in judged.uncovered:
        touched.append("no clause type: read it yourself")
    return ChangeLine(
        number=change.number,
        kind=change.kind,
        place=change_place(judged.comparison, change),
        what=change_words(judged.comparison, change),
        severity=judged.severity_of(change.number),
        touches="; ".join(touched),
    )


def effect_numbers(effect: Effect) -> str:
    """Return the numbers of the changes that bear on a clause type, runs of them in short: "3, 7–9"."""
    runs = page_runs(effect.changes)
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def change_place(comparison: Comparison, change: Change) -> str:
    """Return where a change stands: in the new document, or in the old one where it is gone."""
    if change.new:
        return place_phrase(comparison.new.place_of(change.new[0]))
    return f"{place_phrase(comparison.old.place_of(change.old[0]))} (old)"


def change_words(comparison: Comparison, change: Change) -> str:
    """Return what changed, in words: "“30” → “10”"; the beginning of what is new, gone or only moved."""
    told = [_told(word) for word in change.words[:_MOST]]
    if len(change.words) > _MOST:
        told.append(f"and {len(change.words) - _MOST} more")
    if change.labels is not None:
        told.append(f"number {change.labels[0] or 'none'} → {change.labels[1] or 'none'}")
    told += change.formats[:_MOST]
    if change.words or change.labels is not None or change.formats:
        return "; ".join(told)
    document, paragraphs = (comparison.new, change.new) if change.new else (comparison.old, change.old)
    return shorten(" ".join(document.paragraphs[index].text for index in paragraphs), _TEXT, placeholder=" …")


def _told(word: WordChange) -> str:
    if not word.before.strip():
        return f"added “{_short(word.after)}”"
    if not word.after.strip():
        return f"removed “{_short(word.before)}”"
    return f"“{_short(word.before)}” → “{_short(word.after)}”"


def _short(text: str) -> str:
    return shorten(text, _WORDS, placeholder=" …")
