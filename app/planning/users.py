"""The count of users against a threshold, on each way to read it.

Community licences test the users of the licensee and its affiliates in the month before a release; others test at any
time. What counts as a user is seldom said, so each reading is shown with its distance.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Literal

from app.model.plan import CountedCompany, Quote, UserCount, UserReading
from app.model.profile import DeploymentProfile, GroupCompany
from app.model.review import Finding
from app.planning.scene import Scene, facts_of

THRESHOLD = "mau-threshold"
"""The clause type that sets one."""

_NEAR = 20.0  # per cent of the threshold within which counsel should look
_YEARS = 50  # further nobody plans
_MEASURED = {
    "release date": "The words test the number once, in the month before the release of the version: the snapshot "
    "decides. A new version is tested anew: what would change the answer is reckoned from today's number.",
    "ongoing": "The words test the number at any time: today's number decides, and growth can pass it.",
}


def count_users(scene: Scene) -> UserCount | None:
    """Return the count; None where the document sets no threshold in users and the profile names no companies."""
    finding = scene.findings.get(THRESHOLD)
    return count_against(finding, scene.review.profile, _quote(scene, finding))


def count_against(finding: Finding | None, profile: DeploymentProfile, quote: Quote) -> UserCount | None:
    """Return the count of `profile` against the threshold of `finding`, whose words are `quote`; None as above."""
    threshold, remark = _threshold(finding)
    if threshold is None and not remark and not profile.group:
        return None
    facts = {} if finding is None else facts_of(finding)
    companies = tuple(_counted(company) for company in profile.group)
    readings = tuple(_readings(profile, companies, threshold))
    return UserCount(
        threshold=threshold,
        quote=quote,
        measured=_MEASURED.get(
            str(facts.get("measured_at")), "The words do not say when the number is tested: both readings are open."
        ),
        companies=companies,
        readings=readings,
        tripwires=tuple(_tripwires(profile, companies, readings, threshold)),
        remarks=tuple(_remarks(profile, facts.get("affiliates_counted"), remark)),
    )


def _threshold(finding: Finding | None) -> tuple[int | None, str]:
    """Return the threshold, and what to say where the document sets one that is not in users."""
    if finding is None or not finding.reading.matches:
        return None, ""
    facts = facts_of(finding)
    value, unit = facts.get("threshold"), facts.get("unit", "users")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None, "The clause was found, but no number could be read from it."
    if unit != "users":
        return None, f"The threshold is {value:,.0f} in {unit}, not in users: ask Finance for the figure."
    return round(value), ""


def _quote(scene: Scene, finding: Finding | None) -> Quote:
    if finding is None:
        return Quote()
    place = next((fact.place for fact in finding.reading.facts if fact.key == "threshold"), None)
    return scene.quote(finding) if place is None else scene.quote_at(place)


def _counted(company: GroupCompany) -> CountedCompany:
    share = f"{company.relation}, {company.control_percent:g} % of the votes"
    if company.relation == "licensee":
        why = "the licensee itself"
    elif company.relation == "planned acquisition":
        why = "not yet ours; see the tripwires"
    elif company.is_counted:
        why = f"{share}: control"
    else:
        why = f"{share}: no control"
    return CountedCompany(company, company.is_counted, why)


def _readings(
    profile: DeploymentProfile, companies: Sequence[CountedCompany], threshold: int | None
) -> Iterator[UserReading]:
    if not companies:
        stated = profile.monthly_active_users
        yield _reading("All products, month before the release", "release", stated, threshold)
        yield _reading("All products, today", "now", stated, threshold)
        if profile.internal_users:
            users = stated + profile.internal_users
            yield _reading("All products and our employees, today", "now", users, threshold)
        return
    ours = [each.company for each in companies if each.counts]
    now = sum(company.users_now for company in ours)
    internal = sum(company.internal_users for company in ours)
    product = sum(company.users_of_product for company in ours)
    release = sum(company.users_at_release for company in ours)
    yield _reading("All products, month before the release", "release", release, threshold)
    yield _reading("All products, today", "now", now, threshold)
    yield _reading("All products without our employees, today", "now", now - internal, threshold)
    yield _reading("The product with the model, today", "now", product, threshold)


def _reading(name: str, at: Literal["release", "now"], users: int, threshold: int | None) -> UserReading:
    return UserReading(
        name=name,
        at=at,
        users=users,
        distance=None if threshold is None else threshold - users,
        percent=None if not threshold else 100 * users / threshold,
    )


def _tripwires(
    profile: DeploymentProfile,
    companies: Sequence[CountedCompany],
    readings: Sequence[UserReading],
    threshold: int | None,
) -> Iterator[str]:
    """Yield what would take the group over the threshold, on the widest reading of today."""
    if threshold is None:
        return
    snapshot = next(reading for reading in readings if reading.at == "release")
    today = max((reading for reading in readings if reading.at == "now"), key=lambda reading: reading.users)
    if today.over or snapshot.over:
        over = snapshot if snapshot.over else today
        yield f"The threshold is passed: {over.users:,} users on the reading “{over.name}”."
    room = threshold - today.users
    if room >= 0:
        yield (
            f"From today's number, an acquisition that adds more than {room:,} users would pass the threshold, and so "
            "would a buyer with as many."
        )
        if 100 * room <= _NEAR * threshold:
            yield f"Today's number stands within {_NEAR:g} % of it: have counsel count before the next release."
        yield from _growth(profile, today.users, threshold)
    for each in companies:
        company = each.company
        if not each.counts and company.users_now:
            total = today.users + company.users_now
            outcome = "would pass it" if total > threshold else "would not pass it"
            yield f"With {company.name} ({company.relation}) counted, {total:,} users {outcome}."
    yield "Each new version of the model has a licence and a release date of its own: count again before an upgrade."


def _growth(profile: DeploymentProfile, users: int, threshold: int) -> Iterator[str]:
    if not profile.growth_percent or not users:
        if profile.growth_expected:
            yield "Growth is expected, but the profile does not say how fast: give its per cent a year."
        return
    factor = 1 + profile.growth_percent / 100
    years = next(year for year in count(1) if year > _YEARS or users * factor**year > threshold)
    if years > _YEARS:
        yield f"At {profile.growth_percent:g} % a year it is not passed within {_YEARS} years."
    else:
        yield f"At {profile.growth_percent:g} % a year it is passed within {years} year{'s'[: years > 1]}."


def _remarks(profile: DeploymentProfile, affiliates: object, remark: str) -> Iterator[str]:
    if remark:
        yield remark
    if profile.group:
        yield "A company with more than half of the votes counts, a parent included."
        yield "Users are added company by company: who uses several products is counted more than once."
        if not any(company.users_at_release for company in profile.group):
            yield "No company gives its users in the month before the release, so that reading counts none."
    else:
        yield "The profile gives one sum without the companies behind it, and not of which month it is."
    if affiliates is False:
        yield "The words found do not name affiliates."
