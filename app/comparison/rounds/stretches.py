"""Steps that belong together for a reader: words that stand side by side, and no further apart than a few."""

from collections.abc import Callable, Iterator, Sequence

from app.comparison.rounds.layered import END
from app.comparison.rounds.steps import Step

_WORDS_BETWEEN = 3
_TO_BRACKET = 3  # units
_CLOSING = (".", ";", "!", "?", ":")

Choice = Callable[[Step], bool]
Range = tuple[int, int]
"""The steps from the first on, up to but without the second."""


def stretches(steps: Sequence[Step], chosen: Sequence[bool]) -> Iterator[Range]:
    """Yield the ranges of the chosen steps; those with few words of the same sentence between them are one."""
    start: int | None = None
    end = 0
    for place in (place for place, is_chosen in enumerate(chosen) if is_chosen):
        if start is not None and not _is_near(steps[end:place]):
            yield _whole(steps, start, end)
            start = None
        start, end = place if start is None else start, place + 1
    if start is not None:
        yield _whole(steps, start, end)


def reached(steps: Sequence[Step], start: int, end: int, chosen: Sequence[bool]) -> Range:
    """Return the range [start, end) with the chosen steps that lean on it, blanks between them or none."""
    while True:
        before, after = start, end
        while before and not chosen[before - 1] and _is_passed_over(steps[before - 1]):
            before -= 1
        while after < len(steps) and not chosen[after] and _is_passed_over(steps[after]):
            after += 1
        if before and chosen[before - 1]:
            start = before - 1
        elif after < len(steps) and chosen[after]:
            end = after + 1
        else:
            return start, end


def old_words(steps: Sequence[Step], choice: Choice) -> str:
    """Return the words of the old text among `steps` that are chosen."""
    return _words("".join(step.old.text for step in steps if step.old is not None and choice(step)))


def new_words(steps: Sequence[Step]) -> str:
    """Return the words of the new text among `steps`, all tracked changes accepted."""
    return _words("".join(step.new.text for step in steps if step.new is not None and step.new.deleted is None))


def is_quiet(step: Step) -> bool:
    """Tell whether a step changes no words: blanks, or what a field shows."""
    units = [unit for unit in step if unit is not None]
    return all(unit.is_field for unit in units) or all(is_blank(unit.text) and unit.text != END for unit in units)


def is_asked(step: Step) -> bool:
    """Tell whether the old unit of a step stands with all that was asked."""
    return step.old is not None and step.old.deleted is None


def plainly(text: str) -> str:
    """Return a text with one blank for each stretch of blanks."""
    return " ".join(text.split())


def is_blank(text: str) -> bool:
    """Tell whether a text has nothing but blanks."""
    return not text.strip()


def _words(text: str) -> str:
    return text.replace(END, "\n").strip()


def _is_near(between: Sequence[Step]) -> bool:
    units = [unit for step in between if not _is_unseen(step) and (unit := step.new or step.old) is not None]
    words = [unit for unit in units if any(map(str.isalnum, unit.text))]
    if len(words) > _WORDS_BETWEEN or any(unit.text == END for unit in units):
        return False
    return not any(unit.text.startswith(_CLOSING) for unit in units)


def _is_passed_over(step: Step) -> bool:
    unit = step.new or step.old
    return _is_unseen(step) or (unit is not None and unit.text.isspace() and unit.text != END)


def _is_unseen(step: Step) -> bool:
    """Tell whether a step stands in neither file once all tracked changes are accepted."""
    return all(unit is None or unit.deleted is not None for unit in step)


def _whole(steps: Sequence[Step], start: int, end: int) -> Range:
    """Return a range widened to whole words, and to the other bracket where it holds one of two."""
    start, end = _in_whole_words(steps, start, end)
    text = "".join(unit.text for step in steps[start:end] if (unit := step.new or step.old) is not None)
    if text.count("(") > text.count(")"):
        near = range(end, min(end + _TO_BRACKET, len(steps)))
        end = next((at + 1 for at in near if _is_kept(steps[at], ")")), end)
    elif text.count(")") > text.count("("):
        near = range(start - 1, max(start - _TO_BRACKET, 0) - 1, -1)
        start = next((at for at in near if _is_kept(steps[at], "(")), start)
    return start, end


def _is_kept(step: Step, text: str) -> bool:
    return step.old is not None and step.new is not None and step.old.text == step.new.text == text


def _in_whole_words(steps: Sequence[Step], start: int, end: int) -> Range:
    """Return a range widened to whole words, where its ends stand inside of some."""
    while start and _is_cut(steps[start - 1], steps[start]):
        start -= 1
    while end < len(steps) and _is_cut(steps[end - 1], steps[end]):
        end += 1
    return start, end


def _is_cut(one: Step, other: Step) -> bool:
    """Tell whether two steps are parts of the same word of either file."""
    return any(
        unit is not None
        and following is not None
        and unit.paragraph == following.paragraph
        and unit.at + len(unit.text) == following.at
        and unit.text[-1:].isalnum()
        and following.text[:1].isalnum()
        and unit.inserted == following.inserted
        for unit, following in zip(one, other, strict=True)
    )
