"""Facts in plain words: "Cure period: 30 to 10 days"."""

import re
from collections.abc import Mapping

from app.model.clause import ClauseType, FactSpec, Reader, Value
from app.model.comparison import FactChange

_TITLES: Mapping[str, str] = {
    "audit_per_year": "audits",
    "by_posting": "change by posting alone",
    "cap_amount": "liability cap",
    "cap_months": "liability cap",
    "capped": "liability capped",
    "cure_days": "cure period",
    "deemed_days": "deemed receipt",
    "deletion_days": "deletion within",
    "due_days": "payment due within",
    "eu_barred": "EU barred",
    "breach_notice_hours": "notice of a breach within",
    "increase_cap_percent": "cap on increases",
    "incorporated_by_link": "incorporated by a link",
    "interest_percent": "interest",
    "non_renewal_notice_days": "notice of non-renewal",
    "renewal_months": "renewal term",
    "uptime_percent": "uptime",
    "wind_down_days": "wind-down period",
    "withdraw_days": "time to withdraw",
}
_UNITS: Mapping[Reader, str] = {
    "percent": " %",
    "multiple": " months of fees",
    "frequency": " a year",
}
_PERIODS: tuple[Reader, ...] = ("duration", "notice", "term", "deadline")
_UNIT_AT_END = re.compile(r"_(?:days|months|hours|percent)\Z")
_LONGEST = 60  # characters of words that a fact quotes


def fact_title(key: str) -> str:
    """Return what a fact is called: "cure period", "notice", "sole discretion"."""
    return _TITLES.get(key) or _UNIT_AT_END.sub("", key).replace("_", " ")


def change_phrase(clause: ClauseType, change: FactChange) -> str:
    """Return how a fact changed: "cure period: 30 to 10 days", "automatic: yes, was no"."""
    spec = next(spec for spec in clause.facts if spec.key == change.key)
    title, old, new = fact_title(change.key), change.old, change.new
    if new is None:
        return f"{title}: not stated any more, was {_with_unit(spec, old)}"
    if old is None:
        return f"{title}: {_with_unit(spec, new)}, not stated before"
    if _is_number(old) and _is_number(new):
        return f"{title}: {_plain(old)} to {_with_unit(spec, new)}"
    return f"{title}: {_with_unit(spec, new)}, was {_with_unit(spec, old)}"


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _with_unit(spec: FactSpec, value: Value | None) -> str:
    if value is None or not _is_number(value):
        return _plain(value)
    if spec.reader in _PERIODS:
        return f"{_plain(value)} {spec.unit[:-1] if value == 1 else spec.unit}"
    return f"{_plain(value)}{_UNITS.get(spec.reader, '')}"


def _plain(value: Value | None) -> str:
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"“{value if len(value) <= _LONGEST else value[: _LONGEST - 2].rstrip() + ' …'}”"
    return f"{int(value) if isinstance(value, float) and value.is_integer() else value:,}"
