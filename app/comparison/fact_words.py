"""Facts in plain words: "Cure period: 30 to 10 days"."""

import re
from collections.abc import Mapping

from app.model.clause import ClauseType, FactSpec, Reader, Value
from app.model.comparison import FactChange

_TITLES: Mapping[str, str] = {
    "allow_others": "answering for what others do with it",
    "anywhere": "data may go anywhere",
    "audit_per_year": "audits",
    "badge": "words to display",
    "breach_notice_hours": "notice of a breach within",
    "by_link": "taken in by a link",
    "by_posting": "change by posting alone",
    "cap_amount": "liability cap",
    "cap_months": "liability cap",
    "capped": "liability capped",
    "content_used": "our content used for training",
    "copy_of_terms": "a copy of the terms to be passed on",
    "copyleft": "derivatives under the same terms",
    "covers_outputs": "outputs covered",
    "cure_days": "cure period",
    "customer_bound": "the customer bound",
    "deemed_days": "deemed receipt",
    "deletion_days": "deletion within",
    "disclaimed": "warranties disclaimed",
    "due_days": "payment due within",
    "end_user_exempt": "end users exempt",
    "eu_barred": "EU barred",
    "exact_text": "words to show",
    "guidelines_by_link": "brand guidelines by a link",
    "home_courts_open": "courts at home open",
    "hosted_counts": "use in a product or service counts as distribution",
    "hosted_excluded": "hosted access is no distribution",
    "increase_cap_percent": "cap on increases",
    "incorporated_by_link": "rules taken in by a link",
    "injunctive_open": "injunctions open in any court",
    "interest_percent": "interest",
    "link_suffices": "a link to the terms is enough",
    "linked_prevail": "documents behind links prevail",
    "multimodal_only": "only for models that take more than text",
    "non_renewal_notice_days": "notice of non-renewal",
    "outputs_trigger": "models trained on outputs bear the name too",
    "own_models": "outputs may train our own models",
    "prominent": "displayed prominently",
    "public_only": "only for what is released to the public",
    "reasonable_measures": "reasonable measures are enough",
    "renewal_months": "renewal term",
    "required_word": "word in the name",
    "terms_on_recipients": "terms bind recipients",
    "uptime_percent": "uptime",
    "vendor_bound": "the vendor bound",
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
