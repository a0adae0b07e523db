"""Words that are a fact themselves: a name, a quotation, a condition, an exception."""

import re

from app.model.span import Span

_QUOTED = re.compile(r"[“\"']([^“”\"]{2,400}?)[”\"']")
_SMALL = "of|the|and|for|in"
_NAMED = re.compile(
    rf"\s*,?\s*(?:the\s+)?((?:[A-Z][\w.&’'-]*|{_SMALL})(?:(?:\s+|,\s*(?=[A-Z]))(?:[A-Z][\w.&’'-]*|{_SMALL})(?![\w-]))*)"
)
_SHOUTED = re.compile(r"\s*,?\s*(?:THE\s+)?([A-Z][\w.&’'-]*(?:(?:\s+|,\s*)[A-Z][\w.&’'-]*)*)")
_SHOUTED_END = re.compile(
    r"[\s,]+(?:WITHOUT|WITH|EXCLUDING|EXCEPT|WHICH|SHALL|WILL|AS|REGARDLESS|NOTWITHSTANDING|IRRESPECTIVE|APPLICABLE|AND\s+(?:ANY|THE|ALL"
    r"|EACH|BOTH|YOU|WE|IS|SHALL|WILL|AGREES?)|OR|TO|IN\s+(?:THE\s+EVENT|ANY|RESPECT|EFFECT)|IF|UNLESS|BUT|GOVERNS?|APPL\w+|NOT|IS|ARE|BY"
    r"|OTHER|SUBJECT|FOR|WHERE|FROM|ON|ANY|THIS|THESE|HAS|HAVE|MAY|MUST|PROVIDED)\b.*",
    re.DOTALL,
)
_TRAILING = re.compile(r"(?:[\s,]+(?:of|the|and|for|in))+$|[.,;]+$", re.IGNORECASE)
_LONGEST = 240
_REST = rf"[^.;]{{3,{_LONGEST}}}?"
_END = r"(?=,\s|[.;](?:\s|$)|\s*$)"
_EXCEPTION = re.compile(
    r"\b(?:except\b(?!\s+as\s+(?:otherwise\s+)?(?:set\s+out|provided|stated)\s+in\s+this\s+sentence)|unless\b|save\s+(?:for|as|that|to|where)\b"
    r"|other\s+than\b|excluding\b|with\s+the\s+exception\s+of\b|provided,?\s+(?:however,?\s+)?that\b"
    rf"|(?:but\s+)?(?:solely|only)\s+to\s+the\s+extent\b|to\s+the\s+extent\s+not\b){_REST}{_END}",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(
    r"\b(?:if\b|provided,?\s+(?:however,?\s+)?that\b|on\s+(?:the\s+)?condition\s+that\b|so\s+long\s+as\b|as\s+long\s+as\b|where\b"
    r"|in\s+the\s+event\s+(?:of|that)\b|in\s+case\s+(?:of\b)?|subject\s+to\b|to\s+the\s+extent\b|(?:solely|only)\s+(?:if|where|when)\b"
    rf"|conditional\s+(?:up)?on\b|contingent\s+(?:up)?on\b|should\s+(?=\w+\s+\w+)){_REST}{_END}",
    re.IGNORECASE | re.DOTALL,
)


def name_after(text: str, place: Span, end: int) -> tuple[str, Span] | None:
    """Return the capitalised words after `place` ("the laws of" the State of California)."""
    shouted = _is_shouted(text[place.start : end])
    found = (_SHOUTED if shouted else _NAMED).match(text, place.end, end)
    if not found:
        return None
    words = _SHOUTED_END.sub("", found.group(1)) if shouted else found.group(1)
    words = _TRAILING.sub("", words)
    if not words or not words[0].isupper():
        return None
    span = Span(found.start(1), found.start(1) + len(words))
    words = " ".join(words.split())
    return _in_small_letters(words) if shouted else words, span


def _is_shouted(text: str) -> bool:
    """Return whether a stretch is in capitals throughout, so that capitals mark no names."""
    return text.upper() == text and len(text) > 3


def _in_small_letters(words: str) -> str:
    """Return "STATE OF NEW YORK" as it is written among small letters."""
    small = _SMALL.split("|")
    return " ".join(w.lower() if w.lower() in small else w.capitalize() for w in words.split())


def quote_after(text: str, place: Span, end: int) -> tuple[str, Span] | None:
    """Return the first quoted words after `place`, before `end`."""
    found = _QUOTED.search(text, place.start, end)
    return (found.group(1), Span(found.start(1), found.end(1))) if found else None


def find_exception(text: str) -> Span | None:
    """Return the words that take something out of a rule: "except to the extent …", "unless …"."""
    return _span(_EXCEPTION.search(text))


def find_condition(text: str) -> Span | None:
    """Return the words on which a rule depends: "if …", "provided that …"."""
    return _span(_CONDITION.search(text))


def _span(found: re.Match[str] | None) -> Span | None:
    return Span(*found.span()) if found else None
