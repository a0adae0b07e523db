"""The model's fixed words as a reader of the memo sees them."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.model.clause import ClaimState, Level, Severity, Test, Value
from app.model.document import Document
from app.model.profile import DeploymentProfile, Hosting, Region
from app.model.redline import Redline
from app.model.review import Subject

LEVELS: dict[Level, str] = {
    "preferred": "Preferred",
    "fallback": "Fallback",
    "walk-away": "Walk-away",
    "missing": "Missing",
    "not-applicable": "Not applicable",
}
GROUPS: dict[str, str] = {
    "A": "Grant and its scope",
    "B": "Change of the terms",
    "C": "Risk",
    "D": "Term and exit",
    "E": "Data",
    "F": "Commercial terms",
    "G": "Legal frame",
    "H": "Commercial restrictions",
}
"""What the groups of clause types are called, by their letters."""

NEGOTIABILITY: dict[str, str] = {
    "open": "vendors are known to move",
    "hard": "vendors move seldom",
    "fixed": "vendors do not move",
}
CLAIM_STATES: dict[ClaimState, str] = {
    "agreed": "agreed",
    "disputed": "disputed",
    "superseded": "superseded",
    "inferred": "inferred from the text",
    "open": "open question",
}
_HOSTINGS: dict[Hosting, str] = {
    "self-hosted": "on our own machines",
    "own-cloud": "on rented machines that we run",
    "managed-api": "behind a provider's API",
    "saas": "inside a vendor's software",
}
_HOMES: dict[Region, str] = {
    "EU": "in the EU",
    "UK": "in the UK",
    "US": "in the US",
    "other": "outside the EU, UK and US",
}
_COMPARISONS = {
    "is": "must be {0}",
    "is_not": "must not be {0}",
    "one_of": "must be one of {0}",
    "includes": "must name one of {0}",
    "at_least": "at least {0}",
    "at_most": "at most {0}",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def severity_phrase(severity: Severity) -> str:
    """Return the name of a severity."""
    return "In order" if severity == "none" else severity.capitalize()


def rewritten_phrase(redline: Redline) -> str:
    """Return how much of what stood there a redline writes anew."""
    return f"{redline.percent_rewritten} % of the clause rewritten"


def value_phrase(value: Value | tuple[Value, ...] | None) -> str:
    """Return a value as read; None is "not stated"."""
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value_phrase(each) for each in value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}" if isinstance(value, int | float) else value


def key_phrase(key: str) -> str:
    """Return the name of a fact or of a field of the profile."""
    return key.replace("_", " ")


def test_phrase(test: Test) -> str:
    """Return what a test asks of its subject: "at least 30"."""
    if test.comparison == "stated":
        return "must be stated" if test.operand else "must not be stated"
    if test.comparison == "clear_of_profile" and isinstance(test.operand, tuple):
        field, percent = test.operand
        return f"more than {value_phrase(percent)} % above our {key_phrase(str(field))}"
    return _COMPARISONS[test.comparison].format(value_phrase(test.operand))


def place_phrase(place: str) -> str:
    """Return a place as a sentence cites it: a bare number is a section."""
    return f"Section {place}" if place[:1].isdigit() else place[:1].upper() + place[1:]


def places_phrase(document: Document, paragraphs: Iterable[int], limit: int = 3) -> str:
    """Return where paragraphs stand: the first `limit` places, and how many more."""
    places = tuple(dict.fromkeys(document.place_of(paragraph) for paragraph in paragraphs))
    return listed_places(places[:limit]) + (f" and {len(places) - limit} more" if len(places) > limit else "")


def listed_places(places: Sequence[str]) -> str:
    """Return places in a row: "Sections 3, 4.1"."""
    if len(places) > 1 and all(place[:1].isdigit() for place in places):
        return f"Sections {', '.join(places)}"
    return ", ".join(place_phrase(place) for place in places)


def matters_phrase(about: Iterable[Subject]) -> str:
    """Return what an operative paragraph is about: "Duty, money"."""
    return ", ".join(about).capitalize()


def count_phrase(number: int, one: str, many: str) -> str:
    """Return "1 clause is", "3 clauses are"."""
    return f"{number} {one if number == 1 else many}"


def date_phrase(day: date) -> str:
    """Return "3 March 2025", whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def profile_phrase(profile: DeploymentProfile) -> str:
    """Return the facts of a profile in a line."""
    habits = {
        "fine-tunes": profile.fine_tunes,
        "distributes derivatives": profile.distributes_derivatives,
        "trains on outputs": profile.trains_on_outputs,
        "expects growth": profile.growth_expected,
    }
    done = ", ".join(habit for habit, holds in habits.items() if holds) or "nothing fine-tuned or distributed"
    return (
        f"{profile.use} use by {profile.audience}; at home {_HOMES[profile.principal_place_of_business]}; {done}; "
        f"{', '.join(profile.modalities)} input; {profile.monthly_active_users:,} monthly active users; "
        f"{_HOSTINGS[profile.hosting]}; {'paid' if profile.paid else 'free of charge'}; "
        f"{'production depends on it' if profile.critical else 'not critical'}"
    )
