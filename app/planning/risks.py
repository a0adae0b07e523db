"""Rows for a risk register: what stays with us if the document is signed, and what is done about it."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.model.clause import SEVERITIES, Severity
from app.model.guidance import Measure
from app.model.plan import Ask, Quote, Risk, Task, Treatment
from app.planning.asks import approver_of, mitigations
from app.planning.days import later
from app.planning.scene import Scene, listed

_REVIEW: dict[Severity, tuple[str, int]] = {
    "critical": ("before signature, then monthly", 1),
    "high": ("quarterly", 3),
    "medium": ("every six months", 6),
    "low": ("yearly", 12),
    "none": ("yearly", 12),
}
_REGISTERED: tuple[Severity, ...] = ("critical", "high", "medium")
_PLACES = 6  # named of the paragraphs that nobody has judged


def make_risks(scene: Scene, asks: Sequence[Ask], tasks: Sequence[Task], when: date) -> tuple[Risk, ...]:
    """Return a row for each point that weighs something, for risks that guidance names, and for what nobody judged.

    A risk that guidance names takes the place of the row of its clause type, so that nothing stands twice. A point of
    low severity is no row.
    """
    named = [task.measure for task in tasks if task.measure.purpose == "risk"]
    rows = [*_rows(scene, asks, tasks, named, when), *_unjudged(scene, when)]
    return tuple(sorted(rows, key=lambda row: SEVERITIES.index(row.severity)))


def _rows(scene: Scene, asks: Sequence[Ask], tasks: Sequence[Task], named: list[Measure], when: date) -> Iterator[Risk]:
    rationales = {finding.clause.id: finding.clause.rationale for finding in scene.review.findings}
    for ask in asks:
        if ask.severity not in _REGISTERED:
            continue
        own = next((measure for measure in named if ask.clause in measure.clauses), None)
        if own is not None:
            named.remove(own)
        does = mitigations(ask, tasks)
        yield _row(
            scene,
            ask.clause,
            title=ask.title if own is None else own.title,
            cause=ask.quote,
            consequence=rationales[ask.clause] if own is None else own.why,
            severity=ask.severity,
            treatment=_treatment(ask, does),
            measure=own.text if own is not None else "; ".join(does) or ask.ask,
            owner=ask.owner if own is None else own.owner,
            approver=approver_of(ask),
            when=when,
        )
    for measure in named:
        about = next((scene.findings[clause] for clause in measure.clauses if clause in scene.findings), None)
        yield _row(
            scene,
            measure.id,
            title=measure.title,
            cause=scene.quote(about),
            consequence=measure.why,
            severity="medium",
            treatment="accept",
            measure=measure.text,
            owner=measure.owner,
            approver=measure.owner,
            when=when,
        )


def _treatment(ask: Ask, does: Sequence[str]) -> Treatment:
    if ask.proposed:
        return "redline proposed"
    if ask.tier == "fixed":
        return "mitigate" if does else "accept"
    return "accept" if ask.level == "fallback" else "ask"


def _unjudged(scene: Scene, when: date) -> Iterator[Risk]:
    review = scene.review
    if not review.uncovered:
        return
    first = review.uncovered[0]
    text = review.document.paragraphs[first.paragraph].text
    places = list(dict.fromkeys(review.document.place_of(each.paragraph) for each in review.uncovered))
    more = [f"{len(places) - _PLACES} more"] if len(places) > _PLACES else []
    number = len(review.uncovered)
    yield _row(
        scene,
        "not-covered",
        title="Rules that nobody has judged",
        cause=Quote(places[0], text[:160]),
        consequence=f"{number} paragraph{'s'[: number > 1]} with words of a duty or right that no clause type of the "
        "library explains: what they cost us is not known.",
        severity="medium",
        treatment="review by counsel",
        measure=f"Read them: {listed([*places[:_PLACES], *more])}.",
        owner="Legal",
        approver="Legal",
        when=when,
    )


def _row(  # noqa: PLR0913 - a row has so many cells
    scene: Scene,
    key: str,
    *,
    title: str,
    cause: Quote,
    consequence: str,
    severity: Severity,
    treatment: Treatment,
    measure: str,
    owner: str,
    approver: str,
    when: date,
) -> Risk:
    words, months = _REVIEW[severity]
    return Risk(
        id=f"{scene.review.document.sha256[:4].upper()}-{key}",
        title=title,
        cause=cause,
        consequence=consequence,
        severity=severity,
        treatment=treatment,
        measure=measure,
        owner=owner,
        approver=approver,
        review=words,
        review_on=later(when, months, "months"),
    )
