"""`counterdraft explain`: the words, facts, tests and parts of the score behind a finding."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.messages import shown_progress
from app.cli.options import AttachmentOption, DocumentArgument, KindOption, LibraryOption, PasswordOption, ProfileOption
from app.errors import CounterdraftError

if TYPE_CHECKING:
    from app.model.clause import Test, Value
    from app.model.review import ClauseReading, Fact, Finding, Match, Review, TestResult
    from app.model.span import Place, Span

_QUOTED = 240
"""Characters of a place that are shown."""
_CONTEXT = 90
"""Characters shown on each side of the words that a match rests on."""


def explain(
    document: DocumentArgument,
    *,
    clause: Annotated[str, typer.Option(metavar="ID", help="The clause type, such as termination-for-breach.")],
    profile: ProfileOption = None,
    library: LibraryOption = None,
    password: PasswordOption = "",
    attachment: AttachmentOption = "",
    kind: KindOption = None,
) -> None:
    """Show the words, facts, tests and parts of the score behind a finding."""
    from app.model.document import Opening
    from app.service.review import review
    from app.service.settings import library_in_use, profile_in_use

    facts, clauses = profile_in_use(profile), library_in_use(library)
    known = [entry.id for entry in clauses.clauses]
    if clause not in known:
        near = get_close_matches(clause, known, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
        raise CounterdraftError(f"the library has no clause type {clause!r}; {hint}")
    with shown_progress(document.name) as report:
        found = review(
            document, clauses, facts, report, Opening(password=password, attachment=attachment, document_type=kind)
        )
    finding = next(finding for finding in found.findings if finding.clause.id == clause)
    typer.echo("\n".join(_lines(found, finding)))


def _lines(review: "Review", finding: "Finding") -> Iterator[str]:
    yield f"{finding.clause.title} ({finding.clause.id}): {finding.level}, severity {finding.severity}"
    yield finding.why
    yield from _reading_lines(review, finding.reading)
    if finding.verdicts:
        yield "\nPositions"
        for verdict in finding.verdicts:
            outcome = "holds" if verdict.holds else "does not hold"
            yield f"  {verdict.position.level}: {verdict.position.name}: {outcome}"
            if not verdict.results:
                yield "    whatever meets no position above"
            yield from (_test_line(result, finding.reading.facts) for result in verdict.results)
    if finding.target is not None:
        yield f"\nAsked for: {finding.target.name}"
    redline = review.redline_of(finding.clause.id)
    if redline is not None and redline.rewritten:
        yield f"Rewritten: {redline.percent_rewritten} % of the clause"
    yield from (f"Source: {source}" for source in finding.clause.sources)


def _reading_lines(review: "Review", reading: "ClauseReading") -> Iterator[str]:
    """Yield the words, the facts, and what elsewhere bears on them."""
    if reading.matches:
        yield "\nWords"
        for match in reading.matches:
            yield from _match_lines(review, match)
    if reading.facts:
        yield "\nFacts"
        for fact in reading.facts:
            if fact.place is None:
                yield f"  {fact.key} = {_shown(fact.value)}   ({fact.derivation or 'the text is silent'})"
                continue
            yield f"  {fact.key} = {_shown(fact.value)}   {_words_at(review, fact.place)}"
            if fact.derivation:
                yield f"    {fact.derivation}"
    if reading.related:
        yield "\nWords elsewhere that bear on it"
        for related in reading.related:
            yield f"  {related.kind}: {related.why}   {_words_at(review, related.place)}"


def _match_lines(review: "Review", match: "Match") -> Iterator[str]:
    parts = ", ".join(f"{name} {share:.2f}" for name, share in match.parts)
    needed = f"{match.threshold:.2f} is enough"
    yield f"  {review.document.place_of(match.paragraph)}: score {match.score:.2f} ({needed}) from {parts}"
    text = review.document.paragraphs[match.paragraph].text
    evidence = _outermost(match.evidence)
    yield f"    “{_around(text, evidence)}”"
    if evidence:
        found = dict.fromkeys(text[span.start : span.end] for span in evidence)
        yield f"    found by {', '.join(f'“{words}”' for words in found)}"


def _outermost(spans: "Sequence[Span]") -> "list[Span]":
    """Return the spans that lie in no other, in the order of the text."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def _around(text: str, spans: "Sequence[Span]") -> str:
    """Return the words around `spans`, cut between words; the first of `text` where there are none."""
    if not spans:
        return shorten(text, _QUOTED, placeholder=" …")
    pieces: list[str] = []
    shown = 0
    for span in spans:
        start, end = max(span.start - _CONTEXT, 0), min(span.end + _CONTEXT, len(text))
        start = text.find(" ", start, span.start) + 1 or start if start else 0
        end = max(text.rfind(" ", span.end, end), span.end) if end < len(text) else end
        if start > shown:
            pieces.append(" … ")
        pieces.append(text[max(start, shown) : end])
        shown = max(shown, end)
    after = " …" if shown < len(text) else ""
    return " ".join("".join(pieces).split()) + after


def _words_at(review: "Review", place: "Place") -> str:
    text = review.document.paragraphs[place.paragraph].text[place.span.start : place.span.end]
    return f"{review.document.place_of(place.paragraph)}: “{shorten(text, _QUOTED, placeholder=' …')}”"


def _test_line(result: "TestResult", facts: "Sequence[Fact]") -> str:
    test = result.test
    seen = "not stated" if result.value is None else _shown(result.value)
    if test.subject == "fact" and any(fact.key == test.key and fact.place is None for fact in facts):
        seen += " (the text is silent)"
    return f"    {'✓' if result.passed else '✗'} {test.subject} {test.key} {_demand(test)}: {seen}"


def _demand(test: "Test") -> str:
    operands = test.operand if isinstance(test.operand, tuple) else (test.operand,)
    if test.comparison == "stated":
        return "is stated" if test.operand else "is not stated"
    wanted = [_shown(operand) for operand in operands]
    if test.comparison == "clear_of_profile":
        return f"more than {wanted[1]} % above profile {wanted[0]}"
    return f"{test.comparison.replace('_', ' ')} {', '.join(wanted)}"


def _shown(value: "Value") -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
