"""What a duration is for: the notice to be given, the time something lasts, the time within which to act."""

import re
from collections.abc import Iterator

from app.matching.facts.quantities import DurationUnit, Quantity, convert, find_durations
from app.model.span import Span
from app.text.words import in_small_letters

_TOLD_BY = r"(?:notice|notif\w+|notification|inform\w*|announce\w*|advis\w+|warning|e-?mail\w*)"
_FEW = r"(?:[^\s.;:]+\s+){0,5}?"
_BEFORE_IT = 160  # characters before a duration that say what it is for

_LOOKS_BACK = re.compile(  # "the 12 months before the claim", "once every 12 months"
    r"\b(?:the|last|past|previous|preceding|prior|any|such|that|this|said|each|every|per|given)\s+$", re.IGNORECASE
)
_KIND_OF_NOTICE = (
    r"(?:prior|advance|advanced|written|previous|formal|clear|e-?mail|electronic|express|or|and|of|in|the|a|such|reasonable"
    r"|termination|cancellation|non-?renewal)"
)
_AHEAD = re.compile(
    rf"[\s,)]*(?:or\s+more\s+)?(?:(?:{_KIND_OF_NOTICE}[\s,]+){{0,4}}notice\b|(?:in\s+)?advance\b|prior\b|before\b|beforehand\b"
    r"|earlier\b|ahead\b)",
    re.IGNORECASE,
)
_RUNS_FROM = re.compile(  # "within 30 days after notice" is a period that the notice begins
    r"[\s,)]*(?:period\s+|time\s+)?(?:immediately\s+)?(?:after|from|following|of|upon|since)\b(?!\s+prior\b)",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:upon|on|with|by|giv\w+|provid\w+|serv\w+|without)\s+[^.;,]{0,40}$", re.IGNORECASE)
_OF_NOTICE = re.compile(
    rf"\bnotice\s+(?:period\s+)?(?:of|is|shall\s+be|will\s+be)\s+{_FEW}$|\bperiod\s+of\s+notice\s+\w+\s+{_FEW}$",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"\b{_TOLD_BY}\b[^.;:]{{0,120}}(?<!\bwithin)\s$", re.IGNORECASE)
_TAKES_EFFECT = re.compile(r"\b(?:effective|effect|apply|applies|in\s+force|bind\w*)\b[^.;:]{0,40}$", re.IGNORECASE)
_ONCE_TOLD = re.compile(
    rf"[\s,)]*(?:after|from|following|of)\s+{_FEW}(?:{_TOLD_BY}|post\w+|publi\w+|sen[dt]\w*|appear\w*)\b", re.IGNORECASE
)
_WITHIN = re.compile(
    r"\b(?:within|in|net|by|(?:no|not)\s+later\s+than|not?\s+more\s+than|(?<!\bfor\s)(?<!\bof\s)up\s+to|at\s+most|before"
    r"|may\s+take|takes?)\s+"
    r"(?:a\s+(?:maximum|period)\s+of\s+|the\s+first\s+|approximately\s+|about\s+)?$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:for|of|period|term|successive|additional|further|initial|is|be|lasts?|continu\w+|exceeds?|more\s+than|than"
    r"|during|throughout|after|until|extend\w*|renew\w*|least|and)\s+(?:an?\s+|another\s+|up\s+to\s+|each\s+|its\s+|successive\s+|additional\s+"
    r"|further\s+|initial\s+|consecutive\s+|full\s+|first\s+|the\s+first\s+|one\s+or\s+more\s+)*$",
    re.IGNORECASE,
)
_LASTING_AFTER = re.compile(
    r"[\s-]*(?:renewal|extension|successive|additional)?\s*(?:terms?|periods?|thereafter|or\s+(?:more|longer)|renewals?"
    r"|extensions?|each)\b",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"\b(?:(?:successive|additional|consecutive|further|renewal|recurring)\s+(?:[\w-]+\s+)?(?P<a>annual|yearly|quarterly"
    r"|monthly)\b|renew\w*\s+(?P<b>annually|yearly|quarterly|monthly)\b|(?P<c>year|quarter|month)[\s-]to[\s-](?P=c)\b)",
    re.IGNORECASE,
)
_RATES = {"ann": "year", "yea": "year", "qua": "quarter", "mon": "month"}
_AT_ONCE = re.compile(
    r"\b(?P<none>with\s+immediate\s+effect|forthwith|at\s+once"
    r"|immediately(?!\s+(?:preceding|prior|before|succeeding|following|after)\b))\b"
    r"|\b(?P<vague>promptly|without\s+(?:undue|unreasonable|any|further)\s+delay"
    r"|as\s+soon\s+as\s+(?:is\s+)?(?:\w+\s+)?(?:practicable|possible)|(?:a\s+)?reasonable\s+(?:period|time))\b",
    re.IGNORECASE,
)
_WITHOUT_NOTICE = re.compile(
    r"\b(?P<none>with\s+immediate\s+effect|without\s+(?:(?:any|prior|further|advance|such|written|other|giving|providing"
    r"|to|you|or|liability|and)\s+)*(?:notice|notification|notifying|warning))\b"
    r"|\b(?P<vague>(?:a\s+)?reasonable\s+(?:prior\s+|advance\s+|written\s+)*notice|prompt\s+notice)\b",
    re.IGNORECASE,
)


def find_notices(text: str, unit: DurationUnit) -> Iterator[Quantity]:
    """Yield the durations of `text` that a notice must keep, not those that run from a notice."""
    for duration in find_durations(text, unit):
        if _is_notice(text, duration.span):
            yield duration


def find_terms(text: str, unit: DurationUnit) -> Iterator[Quantity]:
    """Yield the durations of `text` that say how long something lasts."""
    found = [
        duration
        for duration in find_durations(text, unit)
        if not _is_notice(text, duration.span) and _lasts(text, duration.span)
    ]
    for recurring in _RECURRING.finditer(text):
        name = _RATES[in_small_letters(recurring["a"] or recurring["b"] or recurring["c"])[:3]]
        value = convert(1, name, unit)
        words = " ".join(recurring.group().split())
        found.append(Quantity(value, Span(*recurring.span()), f"“{words}” counts as {value:g} {unit}"))
    found = [duration for duration in found if duration.value]  # two days are no term in months
    yield from sorted(found, key=lambda duration: duration.span.start)


def find_deadlines(text: str, unit: DurationUnit) -> Iterator[Quantity]:
    """Yield the durations of `text` within which something is to be done."""
    for duration in find_durations(text, unit):
        before, after = _around(text, duration.span)
        within = not _LOOKS_BACK.search(before) and (_WITHIN.search(before) or _RUNS_FROM.match(after))
        if (
            within
            and not _is_notice(text, duration.span)
            and not (_LASTING.search(before) and not _WITHIN.search(before))
        ):
            yield duration


def find_no_period(text: str, near: Span | None, *, of_notice: bool, vague: bool = True) -> Quantity | None:
    """Return the words nearest to `near` that stand for a period: "immediately", and if `vague` also "promptly"."""
    found = (_WITHOUT_NOTICE if of_notice else _AT_ONCE).finditer(text)
    told = [match for match in found if vague or match["none"]]
    if not told:
        return None
    best = min(told, key=lambda match: abs(match.start() - near.start) if near else match.start())
    words = " ".join(best.group().split())
    why = f"“{words}” counts as none" if best["none"] else f"“{words}” states no figure"
    return Quantity(0, Span(best.start(), best.end()), why)


def _around(text: str, span: Span) -> tuple[str, str]:
    """Return the words before and after a duration that may say what it is for."""
    return text[max(0, span.start - _BEFORE_IT) : span.start], text[span.end : span.end + _BEFORE_IT]


def _is_notice(text: str, span: Span) -> bool:
    before, after = _around(text, span)
    if _LOOKS_BACK.search(before):
        return False
    if _TAKES_EFFECT.search(before) and _ONCE_TOLD.match(after):
        return True
    if _RUNS_FROM.match(after) and not (_GIVEN.search(before) and _AHEAD.match(after)):
        return False
    return bool(_AHEAD.match(after) or _OF_NOTICE.search(before) or _TOLD.search(before))


def _lasts(text: str, span: Span) -> bool:
    before, after = _around(text, span)
    if _LOOKS_BACK.search(before) or _WITHIN.search(before):
        return False
    return bool(_LASTING.search(before) or _LASTING_AFTER.match(after))
