"""What the internal memo says of one finding: text, evidence, reasons, sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from app.export.memo_decisions import decided_runs
from app.export.phrases import (
    LEVELS,
    NEGOTIABILITY,
    count_phrase,
    key_phrase,
    place_phrase,
    rewritten_phrase,
    severity_phrase,
    test_phrase,
    value_phrase,
)
from app.export.tracked_text import TrackedText, plain_runs, styled_run
from app.model.document import Document
from app.model.matter import Outcome
from app.model.plan import Ask
from app.model.redline import Redline
from app.model.review import Fact, Finding, Match, Related, Review, TestResult
from app.model.span import Place, Span
from app.text.excerpts import excerpt

_QUOTED = 2  # paragraphs shown where no change is asked
_WORDS = 90  # characters of evidence quoted
_BEARING = ("exception", "definition")  # of the words elsewhere, those that change an answer; carve-outs first
_BEARING_SHOWN = 3
_BEARING_WORDS = 160  # characters of each quoted


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the document, or a new one: where it stands and its runs."""

    place: str
    runs: Markup


@dataclass(frozen=True, slots=True)
class BearingLine:
    """Words elsewhere that bear on the clause: "Exception" or "Definition", why, where they stand, what they say."""

    kind: str
    why: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the memo shows it; what is asked, by whom it is owned and how far we go stands in the issues.

    Of a nice-to-have the note and the positions between stand in the workbook, of one of low severity the reasons too.
    """

    number: int
    title: str
    severity: str
    level: str
    negotiability: str
    why: str
    decided: tuple[Markup, ...]
    passages: tuple[Passage, ...]
    bearing: tuple[BearingLine, ...]
    more_bearing: str
    rungs: tuple[Markup, ...]
    derivations: tuple[str, ...]
    rationale: str
    note: str
    sources: str


def entry_of(
    review: Review, finding: Finding, ask: Ask, tracked: TrackedText, told: set[Place], outcome: Outcome | None = None
) -> Entry:
    """Return what the memo says of `finding`, which is the point `ask`.

    Definitions in `told` are not told again; those that are told now go there.
    """
    clause = finding.clause
    redline = review.redline_of(clause.id)
    notes = dict(review.notes)
    has_own_note = outcome is not None and outcome.decision(clause.id).note is not None
    is_short = ask.tier == "nice-to-have"
    is_brief = is_short and ask.severity == "low"
    bearing = [
        related
        for kind in _BEARING
        for related in finding.reading.related
        if related.kind == kind and (kind != "definition" or related.place not in told)
    ]
    told.update(related.place for related in bearing)
    more = len(bearing) - _BEARING_SHOWN
    return Entry(
        number=ask.number,
        title=clause.title,
        severity=severity_phrase(finding.severity),
        level=LEVELS[finding.level],
        negotiability=NEGOTIABILITY[clause.negotiability],
        why=finding.why,
        decided=decided_runs(finding, outcome, redline),
        passages=tuple(_passages(review.document, finding, redline, tracked)),
        bearing=tuple(_bearing(review.document, related) for related in bearing[:_BEARING_SHOWN]),
        more_bearing=count_phrase(more, "more such place", "more such places") if more > 0 else "",
        rungs=tuple(_rungs(review.document, finding, is_short=is_short)),
        derivations=tuple(_derivations(review.document, finding)),
        rationale="" if is_brief else clause.rationale,
        note=notes[clause.id].text if clause.id in notes and not (is_short or has_own_note) else "",
        sources="; ".join(clause.sources),
    )


def _passages(document: Document, finding: Finding, redline: Redline | None, tracked: TrackedText) -> Iterator[Passage]:
    """Yield the paragraphs with the changes asked; those that carry the clause clearest where none is changed."""
    edits = () if redline is None else redline.edits
    share = f" ({rewritten_phrase(redline)})" if redline is not None and redline.rewritten else ""
    for index in dict.fromkeys(edit.paragraph for edit in edits):
        marked = tracked.edited(document.paragraphs[index].text, [edit for edit in edits if edit.paragraph == index])
        yield Passage(place_phrase(document.place_of(index)) + share, marked)
        share = ""
    if not edits:
        for match in finding.reading.clearest_few(_QUOTED):
            yield Passage(place_phrase(document.place_of(match.paragraph)), _quote(document, match))
    for after, group in groupby(() if redline is None else redline.insertions, key=lambda new: new.after):
        text = "\n".join(f"{new.marker} {new.text}".strip() for new in group)
        yield Passage(f"New, after {place_phrase(document.place_of(after))}", tracked.inserted(text))


def _quote(document: Document, match: Match) -> Markup:
    return plain_runs(document.paragraphs[match.paragraph].text, match.evidence)


def _bearing(document: Document, related: Related) -> BearingLine:
    place = related.place
    return BearingLine(
        kind=related.kind.capitalize(),
        why=related.why,
        place=place_phrase(document.place_of(place.paragraph)),
        words=excerpt(document.paragraphs[place.paragraph].text, place.span, _BEARING_WORDS),
    )


def _derivations(document: Document, finding: Finding) -> Iterator[str]:
    """Yield how values follow from words that do not say them plainly; silence is told where it is tested."""
    for fact in finding.reading.facts:
        if fact.place is not None and fact.derivation:
            place = document.place_of(fact.place.paragraph)
            yield f"{key_phrase(fact.key)}, {value_phrase(fact.value)}: {fact.derivation} ({place})"


def _rungs(document: Document, finding: Finding, *, is_short: bool) -> Iterator[Markup]:
    """Yield the positions that were tried: words, fact, test, result; of one that is not met the tests that failed.

    In short, only what we want and what holds.
    """
    facts = {fact.key: fact for fact in finding.reading.facts}
    for verdict in finding.verdicts:
        if is_short and not verdict.holds and verdict is not finding.verdicts[0]:
            continue
        outcome = "stands here" if verdict.holds else "not met"
        lead = styled_run(f"{LEVELS[verdict.position.level]}, {outcome}: ", "Lead")
        results = [result for result in verdict.results if result.passed == verdict.holds]
        readings = "; ".join(_reading(document, result, facts) for result in results)
        yield lead + plain_runs(f"{verdict.position.name}. {readings or 'It is what meets no position above.'}")


def _reading(document: Document, result: TestResult, facts: dict[str, Fact]) -> str:
    """Return one step of the chain: "“five (5) days” (5.4) → deletion days: 5 → at least 30"."""
    test = result.test
    words = "Our profile" if test.subject == "profile" else _words(document, facts.get(test.key))
    return f"{words} → {key_phrase(test.key)}: {value_phrase(result.value)} → {test_phrase(test)}"


def _words(document: Document, fact: Fact | None) -> str:
    """Return the words a fact was read from, with their place."""
    if fact is None or fact.place is None:
        return "The text is silent"
    span, paragraph = fact.place.span, fact.place.paragraph
    text = document.paragraphs[paragraph].text
    return f"“{_clipped(text, span)}” ({document.place_of(paragraph)})"


def _clipped(text: str, span: Span) -> str:
    words = text[span.start : span.end]
    if len(words) <= _WORDS:
        return words
    end = words.rfind(" ", 0, _WORDS)
    return words[: end if end > 0 else _WORDS].rstrip() + " …"  # not all scripts set blanks
