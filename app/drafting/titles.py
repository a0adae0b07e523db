"""Sections by their titles, which tell that a clause type belongs there."""

import re
from collections.abc import Iterable
from functools import lru_cache

from app.drafting.outline import Outline
from app.model.document import Section

_MEMBERS = re.compile(r"\s*(?:[,;/&.:]|\band\b)\s*", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s+(?:of|by|for|on|to use)\s", re.IGNORECASE)
_GAPS = {"..": r"(?:\w+\W+){0,4}", "...": r"(?:\w+\W+){0,20}"}


def is_titled(title: str, phrases: Iterable[str]) -> bool:
    """Tell whether `title`, or one of the things it lists ("Term and Termination"), is one of `phrases` in full.

    A phrase that is only a part of the title does not count: "Customer Data" is no section about the customer; but what
    a thing is of, by, for or on ("Termination of this Agreement") may be left out. Phrases that name a party or a
    number never fit.
    """
    words = title.casefold()
    fitting = [phrase for phrase in phrases if "{" not in phrase and any(word in words for word in _needed(phrase))]
    return bool(fitting) and any(_regex(phrase).fullmatch(f"{name} ") for phrase in fitting for name in _names(title))


@lru_cache(maxsize=4_096)
def _needed(phrase: str) -> tuple[str, ...]:
    """Return words of which a title must hold one for `phrase` to fit: its first that may not be left out.

    They tell most phrases apart far sooner than patterns do, and without making these.
    """
    firm = (element for element in phrase.split() if element not in _GAPS and not _is_optional(element))
    return tuple(word.rstrip("*").casefold() for word in next(firm, "").split("|"))


def _names(title: str) -> set[str]:
    """Return `title`, the things it lists, and those without what they are of, by, for or on."""
    listed = {title.strip(), *_MEMBERS.split(title.strip())}
    return (listed | {_PREPOSITION.split(name, maxsplit=1)[0] for name in listed}) - {""}


@lru_cache(maxsize=4_096)
def _regex(phrase: str) -> re.Pattern[str]:
    """Return `phrase`, in the notation of the library, as a pattern for words that are each followed by a blank."""
    return re.compile("".join(map(_element, phrase.split())), re.IGNORECASE)


def _element(element: str) -> str:
    if element in _GAPS:
        return _GAPS[element]
    optional = _is_optional(element)
    words = (element[1:-1] if optional else element).split("|")
    either = "|".join(re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return rf"(?:(?:{either})\W+){'?' if optional else ''}"


def _is_optional(element: str) -> bool:
    return element.startswith("[") and element.endswith("]")


def titled_for(outline: Outline, carrying: Iterable[int], headings: tuple[str, ...]) -> list[tuple[int, Section]]:
    """Return those of the paragraphs `carrying` a type that stand under a title of its own, with the section."""
    own = [section for section in outline.document.sections if is_titled(section.title, headings)]
    around = [(index, [each for each in own if each.first <= index < each.end]) for index in carrying]
    return [(index, sections[-1]) for index, sections in around if sections]


def section_titled(outline: Outline, phrase: str) -> Section | None:
    """Return the first section of the terms with the title `phrase`, or the part of it that has this title alone."""
    titled = [each for each in outline.document.sections if is_titled(each.title, (phrase,))]
    titled = [section for section in titled if _is_of_terms(outline, section)]
    inside = [section for section in titled if section.first < titled[0].end]
    return inside[-1] if inside else None


def _is_of_terms(outline: Outline, section: Section) -> bool:
    """Tell whether a new clause may stand in `section`: words in the body, before the signatures and exhibits."""
    first = outline.paragraphs[section.first]
    if first.story != "body" or first.kind == "table-cell":
        return False
    if not outline.start <= section.first < outline.terms_end():
        return False
    is_empty = first.kind == "heading" and section.end == section.first + 1
    return not is_empty and not outline.is_definition(section.first)


def last_lower(outline: Outline, section: Section) -> Section | None:
    """Return the last of the sections with headings of their own right below `section`; None without one."""
    within = [each for each in outline.document.sections if section.first < each.first and each.end <= section.end]
    lower = [each for each in within if outline.paragraphs[each.first].kind == "heading" and each.first + 1 < each.end]
    top = min((outline.paragraphs[each.first].level for each in lower), default=0)
    return next((each for each in reversed(lower) if outline.paragraphs[each.first].level == top), None)
