"""What the internal memo shows of the count of users and of the chain of indemnities."""

from dataclasses import dataclass

from markupsafe import Markup

from app.export.phrases import place_phrase
from app.export.tracked_text import plain_runs, styled_run
from app.model.plan import IndemnityChain, Link, LinkState, UserCount, UserReading

_STATES: dict[LinkState, str] = {
    "given": "yes",
    "in part": "in part",
    "none": "no",
    "not read": "not in this document",
}


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """A company of the group."""

    name: str
    why: str
    release: str
    now: str
    internal: str


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One way to count."""

    name: str
    users: str
    percent: str
    distance: Markup


@dataclass(frozen=True, slots=True)
class UserSheet:
    """The count of users."""

    threshold: str
    companies: tuple[CompanyLine, ...]
    readings: tuple[ReadingLine, ...]
    tripwires: tuple[str, ...]
    remarks: str


@dataclass(frozen=True, slots=True)
class ChainPicture:
    """The boxes of the chain, what stands on the arrows between them, and the words behind."""

    vendor: str
    up: Markup
    down: Markup
    arrow: str
    promise: Markup
    customers: str
    conclusion: str
    links: tuple[str, ...]


def user_sheet(count: UserCount | None) -> UserSheet | None:
    """Return the count of users as the memo shows it."""
    if count is None:
        return None
    threshold = "No threshold in users was read."
    if count.threshold is not None:
        threshold = f"The threshold is {count.threshold:,} users ({place_phrase(count.quote.place)}). {count.measured}"
    return UserSheet(
        threshold=threshold,
        companies=tuple(
            CompanyLine(
                name=each.company.name,
                why=f"{'counts' if each.counts else 'apart'}: {each.why}",
                release=f"{each.company.users_at_release:,}",
                now=f"{each.company.users_now:,}",
                internal=f"{each.company.internal_users:,}",
            )
            for each in count.companies
        ),
        readings=tuple(_reading(each) for each in count.readings),
        tripwires=count.tripwires,
        remarks=" ".join(count.remarks),
    )


def _reading(reading: UserReading) -> ReadingLine:
    if reading.distance is None or reading.percent is None:
        return ReadingLine(reading.name, f"{reading.users:,}", "–", plain_runs("–"))
    distance = plain_runs(f"{reading.distance:,} below")
    if reading.over:
        distance = styled_run(f"{-reading.distance:,} above", "SeverityCritical")
    return ReadingLine(reading.name, f"{reading.users:,}", f"{reading.percent:.1f} %", distance)


def chain_picture(chain: IndemnityChain | None) -> ChainPicture | None:
    """Return the chain of indemnities as the memo draws it."""
    if chain is None:
        return None
    up, down, *rest = chain.links
    promise = rest[0] if rest else None
    return ChainPicture(
        vendor=up.giver[:1].upper() + up.giver[1:],
        up=_state(up, is_good=True),
        down=_state(down, is_good=False),
        arrow="we indemnify them →" if promise else "",
        promise=_state(promise, is_good=False) if promise else plain_runs(""),
        customers="Our customers" if promise else "No customers",
        conclusion=chain.conclusion,
        links=tuple(_words(link) for link in chain.links if link.place),
    )


def _state(link: Link, *, is_good: bool) -> Markup:
    """Return whether an indemnity is given, in colour where that is bad for us."""
    bad = link.state == "none" if is_good else link.state == "given"
    return styled_run(_STATES[link.state], "SeverityHigh" if bad else "Lead")


def _words(link: Link) -> str:
    return f"{link.giver} → {link.taker}, {place_phrase(link.place)}: “{link.words}”"
