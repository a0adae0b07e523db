"""Periods of notice, and the words that stand where no period is stated."""

import re
from collections.abc import Iterator

from app.matching.facts.quantities import DurationUnit, Quantity, find_durations
from app.model.span import Span

_NOTICE = r"(?:notice|notif\w+|notification|inform\w*|announce\w*|advis\w+|warning|e-?mail\w*)"
_FEW = r"(?:[^\s.;:]+\s+){0,5}?"
_IS_BEFORE = re.compile(
    rf"[\s,)]*(?:or\s+more\s+|(?:calendar\s+)?)(?:{_FEW}notice\b|(?:in\s+)?advance\b|prior\b|before\b|beforehand\b"
    r"|earlier\b|ahead\b)",
    re.IGNORECASE,
)
_RUNS_AFTER = re.compile(  # "within 30 days after notice" is a period that the notice begins
    rf"[\s,)]*(?:period\s+)?(?:after|from|following|of|upon|since)\s+(?:{_FEW})?"
    r"(?:notice|notif\w+|receipt|receiving|being|becoming|delivery|written|such|the|a|any|its|termination|expir\w+)\b",
    re.IGNORECASE,
)
_NOTICE_OF = re.compile(
    rf"\b(?:notice|notice\s+period|period\s+of\s+notice)\s+(?:period\s+)?(?:of|is|shall\s+be|will\s+be)\s+{_FEW}$",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"\b{_NOTICE}\b[^.;:]{{0,120}}(?<!\bwithin)\s$", re.IGNORECASE)
_TAKES_EFFECT = re.compile(r"\b(?:effective|effect|apply|applies|in\s+force|bind\w*)\b[^.;:]{0,40}$", re.IGNORECASE)
_ONCE_TOLD = re.compile(
    rf"[\s,)]*(?:after|from|following|of)\s+{_FEW}(?:{_NOTICE}|post\w+|publi\w+|sen[dt]\w*|appear\w*)\b", re.IGNORECASE
)
_OPENING = re.compile(r"\b(?:upon|on|with|by|giv\w+|provid\w+|serv\w+|without)\s+[^.;,]{0,40}$", re.IGNORECASE)
_NO_PERIOD = re.compile(
    r"\b(?P<none>with\s+immediate\s+effect|forthwith|at\s+once"
    r"|immediately(?!\s+(?:preceding|prior|before|succeeding|following|after)\b)"
    r"|without\s+(?:(?:any|prior|further|advance|such|written|other|giving|providing|to|you|or|liability|and)\s+)*"
    r"(?:notice|notification|notifying|warning))\b"
    r"|\b(?P<vague>promptly|without\s+(?:undue|unreasonable|any|further)\s+delay"
    r"|as\s+soon\s+as\s+(?:is\s+)?(?:\w+\s+)?(?:practicable|possible)"
    r"|(?:a\s+)?reasonable\s+(?:prior\s+|advance\s+|written\s+)*(?:notice|period|time))\b",
    re.IGNORECASE,
)


def find_notice_periods(text: str, unit: DurationUnit) -> Iterator[Quantity]:
    """Yield the durations of `text` that a notice must keep, not those that run from a notice."""
    for duration in find_durations(text, unit):
        before, after = text[: duration.span.start], text[duration.span.end :]
        if _TAKES_EFFECT.search(before) and _ONCE_TOLD.match(after):
            yield duration
        elif _RUNS_AFTER.match(after) and not _OPENING.search(before):
            continue
        elif _IS_BEFORE.match(after) or _NOTICE_OF.search(before) or _TOLD.search(before):
            yield duration


def find_no_period(text: str, near: Span | None) -> Quantity | None:
    """Return the words nearest to `near` that stand for a period but state none ("immediately", "promptly")."""
    found = list(_NO_PERIOD.finditer(text))
    if not found:
        return None
    best = min(found, key=lambda match: abs(match.start() - near.start) if near else match.start())
    words = " ".join(best.group().split())
    why = f"“{words}” counts as none" if best["none"] else f"“{words}” states no figure"
    return Quantity(0, Span(best.start(), best.end()), why)
