"""Titles of sections that tell that a clause type belongs there."""

import re
from collections.abc import Iterable

_MEMBERS = re.compile(r"\s*(?:[,;/&.:]|\band\b)\s*", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s+(?:of|by|for|on|to use)\s", re.IGNORECASE)
_GAPS = {"..": r"(?:\w+\W+){0,4}", "...": r"(?:\w+\W+){0,20}"}


def is_titled(title: str, phrases: Iterable[str]) -> bool:
    """Tell whether `title`, or one of the things it lists ("Term and Termination"), is one of `phrases` in full.

    A phrase that is only a part of the title does not count: "Customer Data" is no section about the customer; but what
    a thing is of, by, for or on ("Termination of this Agreement") may be left out. Phrases that name a party or a
    number never fit.
    """
    listed = {title.strip(), *_MEMBERS.split(title.strip())}
    named = listed | {_PREPOSITION.split(name, maxsplit=1)[0] for name in listed}
    patterns = [_regex(phrase) for phrase in phrases if "{" not in phrase]
    return any(pattern.fullmatch(f"{name} ") for pattern in patterns for name in named if name)


def _regex(phrase: str) -> re.Pattern[str]:
    """Return `phrase`, in the notation of the library, as a pattern for words that are each followed by a blank."""
    return re.compile("".join(map(_element, phrase.split())), re.IGNORECASE)


def _element(element: str) -> str:
    if element in _GAPS:
        return _GAPS[element]
    optional = element.startswith("[") and element.endswith("]")
    words = (element[1:-1] if optional else element).split("|")
    either = "|".join(re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return rf"(?:(?:{either})\W+){'?' if optional else ''}"
