"""Lines of plain text as they come from mail programs, printers and old systems, made ready for paragraphs."""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"[ \t]*(?:>[ ]?)+")
_COUNTED = re.compile(r"[ \t]*(\d{1,4})(?:[ \t]+(?=\S)|[ \t]*$)")
_PAGE_TAG = re.compile(r"[ \t]*<PAGE>[ \t]*(.*)", re.IGNORECASE)
_MOST = 0.8
_FEWEST = 12  # lines from which on they may be counted


def bare_lines(text: str) -> list[str]:
    """Return the lines of `text`, one for one, without marks of quotation and numbers of lines.

    The end of a page stands as a form feed at the beginning of the line after it.
    """
    lines = [_PAGE_TAG.sub("\f\\1", line) if "<" in line else line for line in text.split("\n")]
    return _without_numbers(_without_quotation(lines))


def _without_quotation(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines without ">" where most have one: a text pasted from an answer to a message."""
    filled = [line for line in lines if line.strip()]
    quoted = sum(_QUOTED.match(line) is not None for line in filled)
    if len(filled) < 2 or quoted < _MOST * len(filled):
        return lines
    return [_QUOTED.sub("", line, count=1) for line in lines]


def _without_numbers(lines: Sequence[str]) -> list[str]:
    """Return the lines without their numbers where most count on from the one before, or begin again at 1."""
    filled = [line for line in lines if line.strip()]
    counted, last = 0, 0
    for line in filled:
        match = _COUNTED.match(line)
        if match is not None:
            number = int(match[1])
            counted += number in (1, last + 1)
            last = number
    if len(filled) < _FEWEST or counted < _MOST * len(filled):
        return list(lines)
    return [_COUNTED.sub("", line, count=1) for line in lines]
