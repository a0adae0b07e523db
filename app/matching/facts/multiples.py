"""Fees as the measure of a sum: how many months of them ("two times the fees paid in the prior year" is 24)."""

import re
from collections.abc import Iterator

from app.matching.facts.numbers import find_numbers
from app.matching.facts.quantities import Quantity, find_durations, find_percentages
from app.model.span import Span
from app.text.words import in_small_letters

_FEE = (
    r"(?:fees?|charges?|amounts?|sums?|payments?|price|consideration|commissions?|royalt(?:y|ies)|revenues?|paid|payable"
    r"|billed|invoiced|spen[dt])"
)
_FEES_BEFORE = re.compile(rf"\b{_FEE}\b[^;]*$", re.IGNORECASE)
_FEES_AFTER = re.compile(rf"[’'s]*\s+(?:worth\s+of\s+|of\s+)?(?:[\w-]+\s+){{0,4}}?{_FEE}\b", re.IGNORECASE)
_WHICH = (
    r"the|any|such|that|this|each|an?|its|one|single|given|full|first|most|recent|recently|immediately|preceding|prior"
    r"|previous|last|past|trailing|rolling|consecutive|applicable|relevant|then|current|then-current|completed"
    r"|calendar|contract|fiscal|financial|agreement|subscription|licen[sc]e|service|billing|period|of|term"
)
_DURING = re.compile(rf"\b(?:in|during|for|over|throughout|within|of|from)\s+(?:(?:{_WHICH})\s+)*$", re.IGNORECASE)
_DUE = re.compile(r"[\s,)]*(?:of|after|from|following|upon)\b", re.IGNORECASE)
_NAMED = re.compile(  # "in the prior year"
    rf"\b(?:in|during|for|over|throughout|within|of)\s+(?P<words>(?:(?:{_WHICH})\s+)+(?P<unit>month|quarter|year))\b"
    r"(?![-\s]+(?:period|\d|\()|[’'])",
    re.IGNORECASE,
)
_RATE = re.compile(
    rf"\b(?P<words>(?P<rate>annual|annuali[sz]ed|yearly|monthly|quarterly)\s+(?:[\w-]+\s+){{0,3}}?{_FEE})\b",
    re.IGNORECASE,
)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "monthly": 1, "quarterly": 3}
_TIMES = re.compile(
    r"\s*(?:[(\[]\s*[\d.]+\s*[x×]\s*[)\]]\s*)?(?:times\b(?:\s*[(\[]\s*[\d.]+\s*[x×]\s*[)\]])?|[x×](?!\w))",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(r"\b(?P<word>twice|double|triple|half(?=\s+(?:of\s+)?the\b))\b", re.IGNORECASE)
_VALUES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "half": 0.5}
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_WIDTH = 250


def find_fee_months(text: str) -> Iterator[Quantity]:
    """Yield how many months of fees `text` names as a measure, multiples counted in."""
    for period in sorted(_periods(text), key=lambda period: period.span.start):
        factor = _factor(text, period.span.start)
        if factor is None:
            yield period
            continue
        times, span = factor
        value = round(times * period.value, 2)
        words = " ".join(text[span.start : span.end].split())
        why = f"{times:g} × {period.value:g} months of fees (“{words}”)"
        why = f"{period.derivation}; {why}" if period.derivation else why
        yield Quantity(value, Span(span.start, period.span.end), why)


def _periods(text: str) -> Iterator[Quantity]:
    """Yield the periods whose fees are meant, in months."""
    for duration in find_durations(text, "months"):
        before, after = text[max(0, duration.span.start - _WIDTH) : duration.span.start], text[duration.span.end :]
        paid_in = _DURING.search(before) and _FEES_BEFORE.search(before)
        falls_due = re.search(r"\bwithin\s+$", before, re.IGNORECASE) and _DUE.match(after)
        if (paid_in and not falls_due) or _FEES_AFTER.match(after):
            yield duration
    for named in _NAMED.finditer(text):
        if _FEES_BEFORE.search(text[max(0, named.start() - _WIDTH) : named.start()]):
            yield _counted(named, _MONTHS[in_small_letters(named["unit"])])
    for rate in _RATE.finditer(text):
        yield _counted(rate, _MONTHS.get(in_small_letters(rate["rate"]), 12))


def _counted(found: re.Match[str], months: int) -> Quantity:
    words = " ".join(found["words"].split())
    why = f"“{words}” counts as {months} {'month' if months == 1 else 'months'}"
    return Quantity(months, Span(*found.span("words")), why)


def _factor(text: str, end: int) -> tuple[float, Span] | None:
    """Return the last multiple before `end` and where it stands; None without one."""
    start = max(0, end - _WIDTH)
    before = text[start:end]
    factors = [(_VALUES[in_small_letters(m["word"])], Span(*m.span())) for m in _MULTIPLE.finditer(before)]
    last = 0
    for number in find_numbers(before):
        if number.span.start >= last and (times := _TIMES.match(before, number.span.end)):
            last = times.end()
            factors.append((number.value, Span(number.span.start, last)))
    shares = (share for share in find_percentages(before) if _OF.match(before, share.span.end))
    factors.extend((share.value / 100, share.span) for share in shares)
    if not factors:
        return None
    value, span = max(factors, key=lambda factor: factor[1].start)
    return value, Span(span.start + start, span.end + start)
