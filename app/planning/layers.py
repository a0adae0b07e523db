"""The documents that a deployment rests on: which one this is, which others there should be."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.clause import DEVIATIONS, DocumentType
from app.model.plan import Layer, Outlook
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.planning.scene import Scene, listed

_NAMES: dict[DocumentType, str] = {
    "model-licence": "Model licence",
    "use-policy": "Use policy",
    "terms-of-service": "Cloud or service terms",
    "data-processing": "Data-processing agreement",
    "service-levels": "Service levels",
    "order-form": "Order form",
    "unknown": "This document, of no kind that was recognised",
}
_POLICY_WORDS = ("policy", "policies", "rules", "guidelines", "acceptable use")
_HOSTED = ("managed-api", "saas", "own-cloud")
_RESOLD = frozenset({"resold", "white-label"})


@dataclass(frozen=True, slots=True)
class _Expected:
    """Why a layer should be there; "" where it need not."""

    name: str
    why: str
    otherwise: str


def outlook_of(review: Review) -> Outlook:
    """Return what the findings on the document come to."""
    levels = {finding.level for finding in review.findings}
    if "walk-away" in levels:
        return "do not accept"
    return "settle first" if levels.intersection(DEVIATIONS) else "acceptable"


def make_layers(scene: Scene) -> tuple[Layer, ...]:
    """Return the layer that was reviewed, then those that should exist beside it, then those that need not."""
    review = scene.review
    here = _NAMES[review.document_type]
    reviewed = Layer(here, "reviewed", outlook_of(review), _counted(review))
    others = [
        Layer(each.name, "not reviewed" if each.why else "not in play", None, each.why or each.otherwise)
        for each in _expected(scene)
        if each.name != here
    ]
    return (reviewed, *sorted(others, key=lambda layer: layer.state == "not in play"))


def _counted(review: Review) -> str:
    levels = [finding.level for finding in review.findings]
    counts = [f"{levels.count(level)} {level}" for level in DEVIATIONS if level in levels]
    return (
        f"{listed(counts)} of {len(levels) - levels.count('not-applicable')} clause types that apply."
        if counts
        else ("Nothing departs from our positions.")
    )


def _expected(scene: Scene) -> Iterator[_Expected]:
    review, profile = scene.review, scene.review.profile
    hosted = profile.hosting in _HOSTED
    yield _Expected(
        _NAMES["model-licence"],
        _model_licence(profile),
        "",
    )
    yield _Expected(_NAMES["use-policy"], _use_policy(review), "The document names no policy that it takes in.")
    yield _Expected(
        _NAMES["terms-of-service"],
        "The provider's own terms stand on top of the model's licence, and each binds by itself." if hosted else "",
        "It runs on our own machines.",
    )
    yield _Expected(
        _NAMES["data-processing"],
        "Personal data goes to the provider; the agreement should name inference."
        if hosted and profile.personal_data
        else "",
        "No personal data goes to a provider." if hosted else "It runs on our own machines.",
    )
    yield _Expected(
        _NAMES["service-levels"],
        "Production depends on a service that somebody else runs." if hosted and profile.critical else "",
        "Production does not depend on it." if hosted else "It runs on our own machines.",
    )
    yield _Expected(
        _NAMES["order-form"],
        "It is paid for: prices, volumes and term stand there." if profile.paid else "",
        "Nothing is paid.",
    )
    yield _Expected("Our terms for customers", _customer_terms(profile), "No customer uses it.")
    yield _Expected(
        "Contracts with partners and contractors",
        _partner_contracts(profile),
        "Nobody outside builds, holds or resells the model for us.",
    )


def _model_licence(profile: DeploymentProfile) -> str:
    model = profile.model or "the model"
    if profile.hosting == "saas" or profile.weights_from == "vendor":
        return f"The vendor holds {model} under a licence whose rules reach us through it; ask which one."
    return f"The maker's licence of {model} binds us, whoever hosts it."


def _use_policy(review: Review) -> str:
    policies = [
        each for each in review.document.incorporated if any(word in each.name.casefold() for word in _POLICY_WORDS)
    ]
    if not policies:
        return ""
    attached = all(each.attached is not None for each in policies)
    name = listed(dict.fromkeys(each.name for each in policies))
    return f"{name}: attached, and read as part of this file." if attached else f"{name}: taken in by reference."


def _partner_contracts(profile: DeploymentProfile) -> str:
    if "partner-built" in profile.delivery or "contractors" in profile.weights_go_to:
        return "Partners or contractors get the model: they have to be bound to its licence and its policy."
    if _RESOLD.intersection(profile.delivery):
        return "Others sell it on: they have to pass on the model's licence and its policy."
    return ""


def _customer_terms(profile: DeploymentProfile) -> str:
    if profile.audience == "employees" or profile.use != "commercial":
        return ""
    return "What we pass on, disclose and promise to our own customers stands there."
