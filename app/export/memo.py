"""The internal negotiation memo: everything the review holds and what follows from it, for our own side only."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from markupsafe import Markup

from app.export.memo_advice import advice_values
from app.export.memo_costs import cost_sheet
from app.export.memo_decisions import decided_phrase, decision_sheet
from app.export.memo_entries import entry_of
from app.export.memo_plan import plan_values
from app.export.memo_users import chain_picture, user_sheet
from app.export.phrases import (
    LEVELS,
    count_phrase,
    date_phrase,
    matters_phrase,
    place_phrase,
    places_phrase,
    profile_phrase,
    severity_phrase,
)
from app.export.template import fill_template
from app.export.tracked_text import TrackedText, plain_runs, styled_run
from app.model.clause import DEVIATIONS, SEVERITIES
from app.model.cost import CostWorksheet
from app.model.document import Document
from app.model.matter import Outcome
from app.model.plan import Ask, Plan, Rung
from app.model.review import Finding, Review, Uncovered
from app.model.span import Place
from app.paths import data_dir

TEMPLATE = "memo.docx"
_FEW_WORDS = 8  # a shorter paragraph is no provision
_UNCOVERED_SHOWN = 40
_FIRST_WORDS = 150  # characters of each


@dataclass(frozen=True, slots=True)
class Issue:
    """A row of the issues table."""

    number: str
    priority: Markup
    level: str
    title: str
    place: str
    ask: str
    decided: str
    lever: str
    fallbacks: tuple[str, ...]
    walk_away: str
    owner: str


@dataclass(frozen=True, slots=True)
class Line:
    """A clause on which nothing is asked."""

    title: str
    place: str
    why: str


@dataclass(frozen=True, slots=True)
class UncoveredLine:
    """A row of the table of paragraphs that no clause type explains."""

    place: str
    about: str
    words: str


def write_internal_memo(
    review: Review,
    plan: Plan,
    *,
    author: str,
    costs: CostWorksheet | None = None,
    outcome: Outcome | None = None,
) -> bytes:
    """Return the internal memo of `review` and its `plan` as a Word file, filled into `templates/memo.docx`.

    It bears the day of the plan; without `costs` it says nothing of costs, without an `outcome` nothing of decisions.

    Raises:
        ExportError: The template cannot be used.
    """
    tracked = TrackedText(author, plan.when)
    findings = {finding.clause.id: finding for finding in review.findings}
    open_findings = [(ask, findings[ask.clause]) for ask in plan.asks]
    told: set[Place] = set()
    entries = [(ask, entry_of(review, finding, ask, tracked, told, outcome)) for ask, finding in open_findings]
    absent = [finding for finding in review.findings if finding.level == "preferred" and not finding.reading.matches]
    values: dict[str, object] = {
        "document": review.document,
        "pages": count_phrase(review.document.pages, "page", "pages") if review.document.pages else "",
        "author": author,
        "date": date_phrase(plan.when),
        "profile": review.profile,
        "profile_line": profile_phrase(review.profile),
        "verdict": verdict_phrase(review, outcome.covered if outcome else ()),
        "counts": _counts(review),
        "issues": [_issue(review, ask, finding, outcome) for ask, finding in open_findings],
        "findings": [entry for ask, entry in entries if ask.level != "missing"],
        "missing": [entry for ask, entry in entries if ask.level == "missing"],
        "uncovered": [_uncovered_line(review.document, each) for each in review.uncovered[:_UNCOVERED_SHOWN]],
        "more_uncovered": max(len(review.uncovered) - _UNCOVERED_SHOWN, 0),
        "in_order": [
            _line(review, each) for each in review.findings if each.level == "preferred" and each not in absent
        ],
        "absent_burdens": ", ".join(finding.clause.title for finding in absent),
        "not_applicable": _not_applicable(review.findings),
        "not_checked": (*review.not_checked, *_not_judged(review)),
        "receipt": review.receipt,
        "users": user_sheet(plan.users),
        "chain": chain_picture(plan.chain),
        "costs": cost_sheet(costs),
        "decisions": decision_sheet(review, plan, outcome),
        **plan_values(review, plan),
        **advice_values(plan),
    }
    title = f"Negotiation memo: {review.document.title}"
    return fill_template(data_dir("templates") / TEMPLATE, values, title=title, author=author, when=plan.when)


def verdict_phrase(review: Review, covered: Collection[str] = ()) -> str:
    """Return the verdict on the whole document in one or two sentences.

    Gaps in the clause types `covered`, which other documents of the matter fill, are told apart.
    """
    levels = [finding.level for finding in review.findings if finding.clause.id not in covered]
    walk_away, missing, fallback = (levels.count(level) for level in DEVIATIONS)
    asked = sum(1 for redline in review.redlines if redline.edits or redline.insertions)
    found = [
        phrase
        for number, phrase in (
            (walk_away, count_phrase(walk_away, "clause stands", "clauses stand") + " at our walk-away position"),
            (missing, count_phrase(missing, "protection is", "protections are") + " missing"),
            (fallback, count_phrase(fallback, "clause reaches", "clauses reach") + " only a fallback"),
        )
        if number
    ]
    filled = f" Other documents fill {count_phrase(len(covered), 'gap', 'gaps')}." if covered else ""
    if not found:
        return f"Acceptable as it stands: no clause departs from our positions.{filled}"
    opening = "Do not accept as it stands" if walk_away else "Acceptable once the points below are settled"
    listed = ", ".join(found[:-1]) + " and " + found[-1] if len(found) > 1 else found[0]
    proposed = f" We propose wording on {count_phrase(asked, 'point', 'points')}." if asked else ""
    return f"{opening}: {listed}.{proposed}{filled}"


def _counts(review: Review) -> Mapping[str, int]:
    """Return how many findings have each severity; those in order and not applicable are told apart."""
    counted = {severity: 0 for severity in SEVERITIES if severity != "none"} | {"in_order": 0, "not_applicable": 0}
    for finding in review.findings:
        if finding.level == "not-applicable":
            counted["not_applicable"] += 1
        else:
            counted["in_order" if finding.severity == "none" else finding.severity] += 1
    return counted


def _issue(review: Review, ask: Ask, finding: Finding, outcome: Outcome | None) -> Issue:
    """Return a row; of a nice-to-have only the least that we accept is named, the rest stands in the workbook."""
    is_nice = ask.tier == "nice-to-have"
    return Issue(
        number=str(ask.number),
        priority=styled_run(severity_phrase(ask.severity), f"Severity{ask.severity.capitalize()}"),
        level=LEVELS[ask.level],
        title=ask.title,
        place=places_phrase(review.document, finding.paragraphs, limit=2) or "missing",
        ask=ask.ask,
        decided="" if outcome is None else decided_phrase(finding, outcome, review.redline_of(ask.clause)),
        lever=f"Lever: {ask.lever}" if ask.lever else "",
        fallbacks=tuple(_rung(rung) for rung in (ask.fallbacks[-1:] if is_nice else ask.fallbacks)),
        walk_away=_rung(ask.walk_away) if ask.walk_away is not None else "–",
        owner=ask.owner,
    )


def _rung(rung: Rung) -> str:
    return f"{rung.name} ({rung.approver})"


def _not_applicable(findings: Sequence[Finding]) -> Markup:
    """Return the clause types that do not apply, those with the same reason together."""
    by_reason: dict[str, list[str]] = {}
    for finding in findings:
        if finding.level == "not-applicable":
            by_reason.setdefault(finding.why, []).append(finding.clause.title)
    pieces = (styled_run(f"{', '.join(titles)}: ", "Lead") + plain_runs(f"{why} ") for why, titles in by_reason.items())
    return Markup().join(pieces) or plain_runs("None.")


def _not_judged(review: Review) -> Iterator[str]:
    """Yield a line on the paragraphs that are about nothing the library holds and by their words state no rule."""
    judged = {match.paragraph for finding in review.findings for match in finding.reading.matches}
    judged.update(each.paragraph for each in review.uncovered)
    left = [
        paragraph.index
        for paragraph in review.document.paragraphs
        if paragraph.index not in judged
        and paragraph.kind not in ("title", "heading")
        and len(paragraph.text.split()) >= _FEW_WORDS
    ]
    if left:
        many = count_phrase(len(left), "other paragraph was read but holds", "other paragraphs were read but hold")
        places = places_phrase(review.document, left, limit=12)
        yield f"{many} no clause type of the library, nor words of a duty or right: {places}."


def _uncovered_line(document: Document, uncovered: Uncovered) -> UncoveredLine:
    text = document.paragraphs[uncovered.paragraph].text
    return UncoveredLine(
        place=place_phrase(document.place_of(uncovered.paragraph)),
        about=matters_phrase(uncovered.about),
        words=shorten(text, _FIRST_WORDS, placeholder=" …"),
    )


def _line(review: Review, finding: Finding) -> Line:
    return Line(finding.clause.title, places_phrase(review.document, finding.paragraphs), finding.why)
