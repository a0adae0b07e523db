"""Who indemnifies whom: from the vendor to us, from us to the vendor, from us to our customers."""

from app.model.plan import IndemnityChain, Link, LinkState
from app.model.review import Finding
from app.planning.scene import Scene, vendor_name

_FROM_VENDOR, _TO_VENDOR = "indemnity-by-vendor", "indemnity-by-customer"


def make_chain(scene: Scene) -> IndemnityChain | None:
    """Return the chain; None where the document is of a kind that holds no indemnities."""
    up, down = scene.findings.get(_FROM_VENDOR), scene.findings.get(_TO_VENDOR)
    profile = scene.review.profile
    states = (_protection(up), _burden(down))
    if states == ("not read", "not read"):
        return None
    vendor = vendor_name(scene.review.document)
    promised: LinkState = "given" if profile.gives_indemnity else "none"
    serves = profile.audience != "employees"
    links = [_link(scene, vendor, "us", states[0], up), _link(scene, "We", vendor, states[1], down)]
    if serves:
        links.append(Link("We", "our customers", promised, "As the profile says.", ""))
    sandwich = serves and profile.gives_indemnity and states[0] in ("none", "not read")
    return IndemnityChain(tuple(links), sandwich, _conclusion(states[0], states[1], sandwich=sandwich))


def _protection(finding: Finding | None) -> LinkState:
    """Return what the vendor gives: all we ask for, a part, or nothing."""
    if finding is None or finding.level == "not-applicable":
        return "not read"
    if finding.level == "preferred":
        return "given"
    return "in part" if finding.level == "fallback" else "none"


def _burden(finding: Finding | None) -> LinkState:
    """Return what we owe the vendor."""
    if finding is None or finding.level == "not-applicable":
        return "not read"
    if not finding.reading.matches:
        return "none"
    return "given" if finding.level == "walk-away" else "in part"


def _link(scene: Scene, giver: str, taker: str, state: LinkState, finding: Finding | None) -> Link:
    quote = scene.quote(finding)
    silent = "" if state == "not read" else "No words on it were recognised."
    return Link(giver, taker, state, quote.words or silent, quote.place)


def _conclusion(up: LinkState, down: LinkState, *, sandwich: bool) -> str:
    if sandwich:
        return (
            "We promise our customers an indemnity that nobody gives us: get one from the vendor, insure it, or narrow "
            "what we promise."
        )
    gives = {"given": "answers for claims against us", "in part": "answers for some claims against us"}.get(
        up, "gives us no indemnity here"
    )
    owes = {
        "given": "we answer for claims against it without the limits we ask for",
        "in part": "we answer for some claims against it",
    }.get(down, "we owe it none")
    return f"The vendor {gives}, and {owes}."
