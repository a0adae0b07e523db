"""A finding as the term of a cell: level, facts on the scale of its row, and the words."""

from collections.abc import Sequence

from app.comparison.stacks import Held, Stack, doubt_of_silence, may_apply
from app.comparison.term_facts import facts_of, quotation
from app.model.clause import Severity
from app.model.matrix import CellLevel, FactHead, Quotation, Term
from app.model.review import Finding
from app.model.span import Place, Span

_QUOTED = 240  # characters of the deciding words
_HEADING = 40  # a shorter quote may be no more than the heading of the clause


def term_of(stack: Stack, layer: int, finding: Finding, heads: Sequence[FactHead]) -> Term:
    """Return what the document at `layer` says on the clause type of `finding`."""
    held = stack.layers[layer]
    document = held.document.review.document
    standing = stack.standings.get((held.document.id, finding.clause.id))
    level, severity, why = _judged(stack, held, finding)
    carried = bool(finding.reading.matches)
    return Term(
        layer=layer,
        level=level,
        severity=severity,
        rung=_rung(finding),
        why=why,
        facts=facts_of(document, finding, heads) if carried else (),
        words=_words(held, finding) if carried else (),
        standing=standing.kind if standing else None,
        standing_why=standing.why if standing else "",
    )


def _judged(stack: Stack, held: Held, finding: Finding) -> tuple[CellLevel, Severity, str]:
    """Return level, severity and reason: unknown where nothing was found in a document that was not read whole."""
    if not finding.reading.matches and (finding.level != "not-applicable" or may_apply(held, finding.clause)):
        doubt = doubt_of_silence(stack, held, finding.clause)
        if doubt:
            return "unknown", "none", f"Nothing on it in what was read: {doubt}."
    return finding.level, finding.severity, finding.why


def _rung(finding: Finding) -> int | None:
    return None if finding.held is None else finding.clause.positions.index(finding.held)


def _words(held: Held, finding: Finding) -> tuple[Quotation, ...]:
    """Return the words that decided: those of a fact that was tested, else the evidence of the clearest paragraph."""
    match = finding.reading.deciding(finding.verdicts)
    place = _tested(finding, match.paragraph)
    places = [place] if place else [Place(match.paragraph, span) for span in match.evidence or (Span(0, 0),)]
    quotes = [quotation(held.document.review.document, place, _QUOTED) for place in places]
    return (next((quote for quote in quotes if len(quote.words) > _HEADING), quotes[0]),)


def _tested(finding: Finding, paragraph: int) -> Place | None:
    """Return where in `paragraph` the fact stands that was tested last, as `ClauseReading.deciding` takes it."""
    places = {fact.key: fact.place for fact in finding.reading.facts if fact.place is not None}
    for verdict in reversed(finding.verdicts):
        for result in verdict.results:
            place = places.get(result.test.key) if result.test.subject == "fact" else None
            if place is not None and place.paragraph == paragraph:
                return place
    return None
