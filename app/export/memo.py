"""The internal negotiation memo: everything the review holds, for our own side only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from markupsafe import Markup

from app.export.memo_entries import entry_of
from app.export.phrases import (
    LEVELS,
    count_phrase,
    date_phrase,
    matters_phrase,
    place_phrase,
    places_phrase,
    position_names,
    profile_phrase,
    severity_phrase,
)
from app.export.template import fill_template
from app.export.tracked_text import TrackedText, styled_run
from app.model.clause import DEVIATIONS, SEVERITIES
from app.model.document import Document
from app.model.review import Finding, Review, Uncovered
from app.model.span import Span
from app.paths import data_dir
from app.text.excerpts import excerpt

TEMPLATE = "memo.docx"
_WORDS = 120  # characters of the document quoted in the issues table
_HEADING = 40  # a shorter quote may be no more than the clause's heading
_FEW_WORDS = 8  # a shorter paragraph is no provision
_UNCOVERED_SHOWN = 40
_FIRST_WORDS = 150  # characters of each


@dataclass(frozen=True, slots=True)
class Issue:
    """A row of the issues table."""

    priority: Markup
    level: str
    title: str
    place: str
    says: str
    ask: str
    fallbacks: tuple[str, ...]
    walk_aways: tuple[str, ...]
    owner: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the tables of clauses on which nothing is asked."""

    title: str
    place: str
    why: str


@dataclass(frozen=True, slots=True)
class UncoveredLine:
    """A row of the table of paragraphs that no clause type explains."""

    place: str
    about: str
    words: str


def write_internal_memo(review: Review, *, when: date, author: str) -> bytes:
    """Return the internal memo as a Word file, filled into `templates/memo.docx`.

    Raises:
        ExportError: The template cannot be used.
    """
    tracked = TrackedText(author, when)
    open_findings = sorted(
        (finding for finding in review.findings if finding.level in DEVIATIONS),
        key=lambda finding: (SEVERITIES.index(finding.severity), DEVIATIONS.index(finding.level)),
    )
    present = [finding for finding in open_findings if finding.level != "missing"]
    missing = [finding for finding in open_findings if finding.level == "missing"]
    values: dict[str, object] = {
        "document": review.document,
        "pages": count_phrase(review.document.pages, "page", "pages") if review.document.pages else "",
        "author": author,
        "date": date_phrase(when),
        "profile": review.profile,
        "profile_line": profile_phrase(review.profile),
        "verdict": verdict_phrase(review),
        "counts": _counts(review),
        "issues": [_issue(review, finding) for finding in open_findings],
        "findings": [entry_of(review, finding, tracked) for finding in present],
        "missing": [entry_of(review, finding, tracked) for finding in missing],
        "uncovered": [_uncovered_line(review.document, each) for each in review.uncovered[:_UNCOVERED_SHOWN]],
        "more_uncovered": max(len(review.uncovered) - _UNCOVERED_SHOWN, 0),
        "in_order": [_line(review, finding) for finding in review.findings if finding.level == "preferred"],
        "not_applicable": [_line(review, finding) for finding in review.findings if finding.level == "not-applicable"],
        "not_checked": (*review.not_checked, *_not_judged(review)),
        "receipt": review.receipt,
    }
    title = f"Negotiation memo: {review.document.title}"
    return fill_template(data_dir("templates") / TEMPLATE, values, title=title, author=author, when=when)


def verdict_phrase(review: Review) -> str:
    """Return the verdict on the whole document in one or two sentences."""
    levels = [finding.level for finding in review.findings]
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
    if not found:
        return "Acceptable as it stands: no clause departs from our positions."
    opening = "Do not accept as it stands" if walk_away else "Acceptable once the points below are settled"
    listed = ", ".join(found[:-1]) + " and " + found[-1] if len(found) > 1 else found[0]
    proposed = f" We propose wording on {count_phrase(asked, 'point', 'points')}." if asked else ""
    return f"{opening}: {listed}.{proposed}"


def _counts(review: Review) -> dict[str, int]:
    """Return how many findings have each severity; those in order and not applicable are told apart."""
    counted = {severity: 0 for severity in SEVERITIES if severity != "none"} | {"in_order": 0, "not_applicable": 0}
    for finding in review.findings:
        if finding.level == "not-applicable":
            counted["not_applicable"] += 1
        else:
            counted["in_order" if finding.severity == "none" else finding.severity] += 1
    return counted


def _issue(review: Review, finding: Finding) -> Issue:
    clause = finding.clause
    return Issue(
        priority=styled_run(severity_phrase(finding.severity), f"Severity{finding.severity.capitalize()}"),
        title=clause.title,
        place=places_phrase(review.document, finding.paragraphs) or "missing",
        level=LEVELS[finding.level],
        says=_words(review.document, finding),
        ask=clause.ask,
        fallbacks=position_names(clause, "fallback"),
        walk_aways=position_names(clause, "walk-away"),
        owner=clause.owner,
    )


def _words(document: Document, finding: Finding) -> str:
    """Return the words of the paragraph that carries the clause most clearly."""
    if not finding.reading.matches:
        return "Nothing"
    match = finding.reading.clearest
    text = document.paragraphs[match.paragraph].text
    spans = match.evidence or (Span(0, 0),)
    quotes = (excerpt(text, span, _WORDS) for span in spans)
    return f"“{next((quote for quote in quotes if len(quote) > _HEADING), excerpt(text, spans[0], _WORDS))}”"


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
    return Line(finding.clause.title, places_phrase(review.document, finding.paragraphs) or "–", finding.why)
