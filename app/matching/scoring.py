"""The score of a paragraph for a clause type, in named parts.

A strong cue settles it alone; weak cues need company: two of them, or one and a heading. A sentence in which a cue
against the type stands says nothing for it.
"""

from collections.abc import Iterable

from app.matching.pipeline import Scan
from app.model.clause import Cues
from app.model.span import Span

THRESHOLD = 0.5
_STRONG, _WEAK, _HEADING = 0.9, 0.35, 0.3

Parts = tuple[tuple[str, float], ...]


def cue_parts(cues: Cues, scan: Scan, heading: Scan | None) -> tuple[Parts, tuple[Span, ...]]:
    """Return the parts of the score and the words they come from; no parts where no cue was found."""
    barred = {scan.sentence_at(place.start) for place in scan.places(cues.against)}
    evidence: list[Span] = []
    weights: list[float] = []
    for patterns, weight in ((cues.strong, _STRONG), (cues.weak, _WEAK)):
        for pattern in patterns:
            spans = [s for s in scan.found.get(pattern, ()) if scan.sentence_at(s.start) not in barred]
            if spans:
                evidence.extend(spans)
                weights.append(weight)
    if not evidence:
        return (), ()
    parts = [("cues", _together(weights))]
    if heading is not None and heading.first(cues.heading):
        parts.append(("heading", _HEADING))
    return tuple(parts), tuple(sorted(evidence, key=lambda s: (s.start, s.end)))


def total(parts: Parts) -> float:
    """Return the score between 0 and 1: the parts as independent evidence."""
    return _together(weight for _, weight in parts)


def _together(weights: Iterable[float]) -> float:
    doubt = 1.0
    for weight in weights:
        doubt *= 1 - weight
    return round(1 - doubt, 3)
