"""Finds which paragraphs carry which clause types, and reads their facts."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from app.matching.document_type import recognise
from app.matching.facts.passages import ScannedParagraph
from app.matching.facts.readers import read_fact
from app.matching.pipeline import Scan, Scans, scanner_for
from app.matching.related import Surroundings
from app.matching.scoring import THRESHOLD, cue_parts, total
from app.matching.uncovered import find_uncovered
from app.model.clause import ClauseLibrary, ClauseType
from app.model.document import Document, Paragraph
from app.model.review import ClauseReading, Located, Match, Readings
from app.model.span import Place

_DEFINITION = re.compile(
    r"^[\s(]*[“\"'][^”\"']{1,80}[”\"'](?:\s*(?:\(|or|and|,)[^.]{0,80}?)?"
    r"\s*(?:means?|shall mean|refers? to|is defined|has the meaning)\b"
)
_LEAD_IN_SHARE = 0.95
_SENTENCES_OF_A_CLAUSE = 12


def read_clauses(document: Document, library: ClauseLibrary, step: Callable[[int], None] = lambda _: None) -> Readings:
    """Return what the library's clause types say in `document`.

    `step` is called with the number of paragraphs done, before each paragraph and each clause type.
    """
    sources = frozenset(pattern for clause in library.clauses for pattern in patterns_of(clause))
    scanner = scanner_for(sources).with_parties(document.parties)
    count = len(document.paragraphs)
    texts = [*(paragraph.text for paragraph in document.paragraphs), *(section.title for section in document.sections)]
    scans = scanner.scan(texts, lambda number: step(min(number, count)))
    headings = scans.each[count:]
    scanned = [ScannedParagraph(*pair) for pair in zip(document.paragraphs, scans.each, strict=False)]
    around = Surroundings(document, [item.scan for item in scanned])
    readings: list[ClauseReading] = []
    for clause in library.clauses:
        step(count)
        readings.append(_read_clause(clause, scanned, headings, around, scans))
    covered = {match.paragraph for reading in readings for match in reading.matches}
    return Readings(recognise(document), tuple(readings), tuple(find_uncovered(document, covered)))


def patterns_of(clause: ClauseType) -> Iterator[str]:
    """Yield every phrase that `clause` asks for."""
    cues = clause.cues
    yield from clause.applies.phrases
    yield from (*cues.strong, *cues.weak, *cues.heading, *cues.against)
    for spec in clause.facts:
        yield from (*spec.patterns, *spec.unless, *spec.near)
        yield from (pattern for option in spec.options for pattern in option.patterns)
    yield from _edit_patterns(clause)


def _edit_patterns(clause: ClauseType) -> Iterator[str]:
    for position in clause.positions:
        for group in position.edits:
            for rule in group:
                yield from (pattern for pattern in (rule.pattern, rule.unless) if pattern)


def _read_clause(
    clause: ClauseType,
    scanned: Sequence[ScannedParagraph],
    headings: Sequence[Scan],
    around: Surroundings,
    scans: Scans,
) -> ClauseReading:
    cued = scans.holding((*clause.cues.strong, *clause.cues.weak))
    matches = tuple(_find_matches(clause, scanned, headings, cued))
    carrying = [scanned[match.paragraph] for match in matches]
    facts = tuple(
        fact
        for spec in (clause.facts if matches else ())
        if (fact := read_fact(spec, scanned if spec.scope == "document" else carrying)) is not None
    )
    phrases = clause.applies.phrases
    concerned = not phrases or any(number < len(scanned) for number in scans.holding(phrases))
    located = tuple(_locate(clause, carrying, matches))
    return ClauseReading(clause.id, matches, facts, located, concerned, around.of(matches))


def _find_matches(
    clause: ClauseType, scanned: Sequence[ScannedParagraph], headings: Sequence[Scan], cued: Collection[int]
) -> Iterator[Match]:
    """Yield the paragraphs that carry `clause`, list items after their lead-in; `cued` are those that hold a cue."""
    carried: dict[int, float] = {}
    asked = set(cued)
    for item in scanned:
        paragraph = item.paragraph
        if paragraph.index not in asked and paragraph.parent not in carried:
            continue
        match = _match(clause, item, None if paragraph.section is None else headings[paragraph.section])
        if match is None and paragraph.parent in carried and _inherits(clause, item):
            share = round(carried[paragraph.parent] * _LEAD_IN_SHARE, 3)
            match = Match(clause.id, paragraph.index, share, (("lead-in", share),), ())
        if match is not None:
            carried[paragraph.index] = match.score
            yield match


def _match(clause: ClauseType, item: ScannedParagraph, heading: Scan | None) -> Match | None:
    if not _can_carry(clause, item.paragraph):
        return None
    parts, evidence = cue_parts(clause.cues, item.scan, heading)
    score = total(parts)
    if score < THRESHOLD:
        return None
    return Match(clause.id, item.paragraph.index, score, parts, evidence)


def _inherits(clause: ClauseType, item: ScannedParagraph) -> bool:
    """Return whether a list item carries the type of its lead-in: as a rule not where it holds a cue against it."""
    if not clause.inherits or not _can_carry(clause, item.paragraph):
        return False
    return clause.inherits == "always" or item.scan.first(clause.cues.against) is None


def _can_carry(clause: ClauseType, paragraph: Paragraph) -> bool:
    """Return whether the paragraph may state a rule at all: definitions only where that is meant.

    Headings, and what is printed at the head and foot of every page, do not.
    """
    if paragraph.kind in ("title", "heading") or paragraph.story in ("header", "footer"):
        return False
    return clause.cues.definitions or not _DEFINITION.match(paragraph.text)


def _locate(clause: ClauseType, carrying: Sequence[ScannedParagraph], matches: tuple[Match, ...]) -> Iterator[Located]:
    """Yield where the patterns of the clause's edit rules stand.

    A paragraph of many sentences is a whole document put into one: there only the sentences with a cue are changed.
    """
    for pattern in dict.fromkeys(_edit_patterns(clause)):
        for item, match in zip(carrying, matches, strict=True):
            scan = item.scan
            cued = {scan.sentence_at(span.start) for span in match.evidence}
            for span in scan.found.get(pattern, ()):
                sentence = scan.sentence_at(span.start)
                if sentence in cued or not cued or len(scan.sentences) <= _SENTENCES_OF_A_CLAUSE:
                    yield Located(pattern, Place(item.paragraph.index, span), sentence)
