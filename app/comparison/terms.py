"""A finding as the term of a cell: level, facts on the scale of its row, and the words."""

from collections.abc import Mapping, Sequence

from app.comparison.stacks import Held, Stack, doubt_of_silence, may_apply
from app.comparison.term_facts import facts_of, quotation
from app.model.clause import Severity
from app.model.document import Document
from app.model.matrix import CellLevel, FactHead, Quotation, Term
from app.model.review import Finding
from app.model.span import Place, Span
from app.text.excerpts import sentence_starts, whole_sentences

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
    """Return the words that decided, and before them those for which it does not stand on a better position.

    Where no fact was tested on words, they are the evidence of the clearest paragraph.
    """
    document = held.document.review.document
    match = finding.reading.deciding(finding.verdicts)
    read = {fact.key: fact.place for fact in finding.reading.facts if fact.place is not None}
    deciding = [place for place in _tested(finding, read) if place.paragraph == match.paragraph]
    if not deciding:
        quotes = [
            quotation(document, Place(match.paragraph, span), _QUOTED) for span in match.evidence or (Span(0, 0),)
        ]
        deciding = [next((quote for quote in quotes if len(quote.words) > _HEADING), quotes[0]).place]
    missed = [place for place in _failing(finding, read)[:1] if not _is_one_sentence(document, place, deciding[0])]
    return tuple(quotation(document, place, _QUOTED) for place in (*missed, deciding[0]))


def _is_one_sentence(document: Document, one: Place, other: Place) -> bool:
    """Tell whether two places begin in the same sentence, of which one quotation is enough."""
    if one.paragraph != other.paragraph:
        return False
    text = document.paragraphs[one.paragraph].text
    starts = sentence_starts(text)
    sentences = [whole_sentences(text, Span(place.span.start, place.span.start), starts) for place in (one, other)]
    return sentences[0] == sentences[1]


def _tested(finding: Finding, read: Mapping[str, Place]) -> list[Place]:
    """Return where the facts stand that were tested, those of the last position first."""
    results = (result for verdict in reversed(finding.verdicts) for result in verdict.results)
    return [read[result.test.key] for result in results if result.test.subject == "fact" and result.test.key in read]


def _failing(finding: Finding, read: Mapping[str, Place]) -> list[Place]:
    """Return where the facts stand that failed the last position which is not met; none where all failed by silence."""
    missed = next((verdict for verdict in reversed(finding.verdicts) if not verdict.holds), None)
    results = () if missed is None else missed.results
    return [
        read[result.test.key]
        for result in results
        if not result.passed and result.test.subject == "fact" and result.test.key in read
    ]
