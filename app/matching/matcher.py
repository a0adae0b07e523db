"""Finds which paragraphs carry which clause types, and reads their facts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.matching.classifier import load_classifier
from app.matching.document_type import kind_of
from app.matching.facts.passages import ScannedParagraph
from app.matching.facts.readers import read_fact
from app.matching.forms import recognise_forms
from app.matching.ngrams import Layout, layout_of
from app.matching.pipeline import Scan, Scans, scanner_for
from app.matching.related import Surroundings
from app.matching.scoring import Parts, Weights, cues_in, load_weights, parts_that_count, score_of, threshold_of
from app.matching.uncovered import find_uncovered
from app.model.clause import ClauseType
from app.model.document import Document, Paragraph
from app.model.library import ClauseLibrary
from app.model.review import ClauseReading, Located, Match, Readings
from app.model.span import Place, Span

_DEFINITION = re.compile(
    r"^[\s(]*[“\"'][^”\"']{1,80}[”\"'](?:\s*(?:\(|or|and|,)[^.]{0,80}?)?"
    r"\s*(?:means?|shall mean|refers? to|is defined|has the meaning)\b"
)
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)*\b|\b[Ss]ection\b|\bSECTION\b|\.{4}")
_RULES = re.compile(r"\b(?:shall|must|will|may|agrees?|is|are|has|have)\b", re.IGNORECASE)
_MANY_NUMBERS, _BETWEEN_NUMBERS = 6, 8
_LEAD_IN_SHARE = 0.95
_SENTENCES_OF_A_CLAUSE = 12
RULED_OUT = 0.02
"""The chance up to which the classifier alone makes no paragraph worth a look."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a whole document before its clauses are told.

    Attributes:
        paragraphs: Its paragraphs with what the scanner found.
        headings: The same of the titles of its sections.
        scans: Where each phrase stands.
        definitions: Those paragraphs that say what a term means.
        silent: Those that state no rule: headings, tables of contents, what is printed on every page.
        layout: How its words stand in its paragraphs, headings and lists.
        chances: For each clause type that the classifier knows, the chance of each paragraph that it does not rule out.
    """

    paragraphs: Sequence[ScannedParagraph]
    headings: Sequence[Scan]
    scans: Scans
    definitions: frozenset[int]
    silent: frozenset[int]
    layout: Layout
    chances: Mapping[str, Mapping[int, float]]

    def telling(self, clause: ClauseType, index: int) -> tuple[Span, ...]:
        """Return the words of a paragraph from which the classifier takes it for `clause`, in order."""
        words = self.scans.words
        first = int(words.bounds[words.rows[index]])
        sayings = load_classifier().evidence(words, self.layout, index, clause.id)
        return tuple(
            Span(int(words.starts[first + each.first]), int(words.ends[first + each.end - 1]))
            for each in sorted(sayings, key=lambda saying: saying.first)
        )

    def parts_of(self, clause: ClauseType, index: int) -> tuple[Parts, tuple[Span, ...]]:
        """Return what each part says of a paragraph, and the words that are cues."""
        item = self.paragraphs[index]
        cues, evidence = cues_in(clause.cues, item.scan)
        parts: Parts = {"cues": cues} if cues else {}
        section = item.paragraph.section
        if section is not None and self.headings[section].first(clause.cues.heading):
            parts["heading"] = 1.0
        if clause.id in self.chances:
            parts["classifier"] = self.chances[clause.id].get(index, 0.0)
        if index in self.definitions:
            parts["definition"] = 1.0
        parts["position"] = (index + 0.5) / len(self.paragraphs)
        return parts, evidence


def read_clauses(document: Document, library: ClauseLibrary, step: Callable[[int], None] = lambda _: None) -> Readings:
    """Return what the library's clause types say in `document`.

    `step` is called with the number of paragraphs done, before each paragraph and each clause type.
    """
    count = len(document.paragraphs)
    read = read_words(document, library, step)
    weights = load_weights()
    around = Surroundings(document, [item.scan for item in read.paragraphs])
    readings: list[ClauseReading] = []
    for clause in library.clauses:
        step(count)
        readings.append(_read_clause(clause, read, weights.get(clause.id), around))
    covered = {match.paragraph for reading in readings for match in reading.matches}
    uncovered = find_uncovered(document, covered, read.silent | read.definitions)
    forms = recognise_forms(document, library.forms)
    kind = kind_of(document)
    return Readings(kind.type, tuple(readings), tuple(uncovered), forms, kind)


def read_words(document: Document, library: ClauseLibrary, step: Callable[[int], None]) -> Read:
    """Return where the phrases of `library` stand in `document`, and what the classifier makes of its words."""
    sources = frozenset(pattern for clause in library.clauses for pattern in patterns_of(clause))
    scanner = scanner_for(sources).with_parties(document.parties)
    count = len(document.paragraphs)
    texts = [*(paragraph.text for paragraph in document.paragraphs), *(section.title for section in document.sections)]
    scans = scanner.scan(texts, lambda number: step(min(number, count)))
    scanned = tuple(ScannedParagraph(*pair) for pair in zip(document.paragraphs, scans.each, strict=False))
    classifier = load_classifier()
    layout = layout_of(document, scans.words.rows)
    chances = classifier.chances(classifier.scores(scans.words, layout))
    likely = {
        clause: {int(index): float(chances[index, column]) for index in (chances[:, column] > RULED_OUT).nonzero()[0]}
        for column, clause in enumerate(classifier.types)
    }
    definitions = frozenset(p.index for p in document.paragraphs if _DEFINITION.match(p.text))
    silent = frozenset(p.index for p in document.paragraphs if _is_silent(p))
    return Read(scanned, scans.each[count:], scans, definitions, silent, layout, likely)


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


def _read_clause(clause: ClauseType, read: Read, weights: Weights | None, around: Surroundings) -> ClauseReading:
    matches = tuple(_find_matches(clause, read, weights))
    carrying = [read.paragraphs[match.paragraph] for match in matches]
    stating = [_near_evidence(*pair) for pair in zip(carrying, matches, strict=True)]
    facts = tuple(
        fact
        for spec in (clause.facts if matches else ())
        if (fact := read_fact(spec, read.paragraphs if spec.scope == "document" else stating)) is not None
    )
    phrases = clause.applies.phrases
    concerned = not phrases or any(number < len(read.paragraphs) for number in read.scans.holding(phrases))
    located = tuple(_locate(clause, carrying, matches))
    return ClauseReading(clause.id, matches, facts, located, concerned, around.of(matches))


def _near_evidence(item: ScannedParagraph, match: Match) -> ScannedParagraph:
    """Return a paragraph as its facts are read: a whole document put into one only near the words that carry the type.

    Near is in the same sentence, the one before and the one after.
    """
    sentences = item.scan.sentences
    if len(sentences) <= _SENTENCES_OF_A_CLAUSE or not match.evidence:
        return item
    cued = {sentences.index(item.scan.sentence_at(span.start)) for span in match.evidence}
    near = {sentences[n] for each in cued for n in range(each - 1, each + 2) if 0 <= n < len(sentences)}
    found = {
        pattern: kept
        for pattern, spans in item.scan.found.items()
        if (kept := tuple(span for span in spans if item.scan.sentence_at(span.start) in near))
    }
    return replace(item, scan=replace(item.scan, found=found))


def _find_matches(clause: ClauseType, read: Read, weights: Weights | None) -> Iterator[Match]:
    """Yield the paragraphs that carry `clause`, list items after their lead-in."""
    scored = {index: _scored(clause, read, index, weights) for index in candidates(clause, read)}
    carried: dict[int, float] = {}
    for item in read.paragraphs:
        paragraph = item.paragraph
        match = scored.get(paragraph.index)
        if match is not None and match.score >= match.threshold:
            if not match.evidence:
                match = replace(match, evidence=read.telling(clause, paragraph.index))
        else:
            if paragraph.parent not in carried or not _inherits(clause, read, item):
                continue
            share = max(round(carried[paragraph.parent] * _LEAD_IN_SHARE, 3), threshold_of(weights))
            match = Match(clause.id, paragraph.index, share, (("lead-in", share),), (), threshold_of(weights))
        if len(item.scan.sentences) <= _SENTENCES_OF_A_CLAUSE:  # a whole document put into one is no lead-in
            carried[paragraph.index] = match.score
        yield match


def candidates(clause: ClauseType, read: Read) -> list[int]:
    """Return the paragraphs that may carry `clause`, in order: those with a cue, and those that look like it."""
    cued = read.scans.holding((*clause.cues.strong, *clause.cues.weak))
    found = {*(index for index in cued if index < len(read.paragraphs)), *read.chances.get(clause.id, ())}
    return sorted(index for index in found if _can_carry(clause, read, index))


def _scored(clause: ClauseType, read: Read, index: int, weights: Weights | None) -> Match:
    parts, evidence = read.parts_of(clause, index)
    score = round(score_of(parts, weights), 4)
    shown = tuple((name, round(part, 4)) for name, part in parts_that_count(parts, weights).items())
    return Match(clause.id, index, score, shown, evidence, threshold_of(weights))


def _inherits(clause: ClauseType, read: Read, item: ScannedParagraph) -> bool:
    """Return whether a list item carries the type of its lead-in: as a rule not where it holds a cue against it."""
    if not clause.inherits or not _can_carry(clause, read, item.paragraph.index):
        return False
    return clause.inherits == "always" or item.scan.first(clause.cues.against) is None


def _can_carry(clause: ClauseType, read: Read, index: int) -> bool:
    """Return whether a paragraph may state a rule at all: definitions only where that is meant."""
    return index not in read.silent and (clause.cues.definitions or index not in read.definitions)


def _is_silent(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is a heading, a table of contents in one, or printed on every page."""
    return (
        paragraph.kind in ("title", "heading")
        or paragraph.story in ("header", "footer")
        or _is_contents(paragraph.text)
    )


def _is_contents(text: str) -> bool:
    """Return whether `text` is a table of contents: numbers with few words between them, and no sentence."""
    if _RULES.search(text):
        return False
    numbers = len(_NUMBER.findall(text))
    return numbers >= _MANY_NUMBERS and len(text.split()) <= _BETWEEN_NUMBERS * numbers


def _locate(clause: ClauseType, carrying: Sequence[ScannedParagraph], matches: tuple[Match, ...]) -> Iterator[Located]:
    """Yield where the patterns of the clause's edit rules stand.

    A paragraph of many sentences is a whole document put into one: there only the sentences with a cue are changed.
    """
    cued_in = [
        {item.scan.sentence_at(span.start) for span in match.evidence}
        for item, match in zip(carrying, matches, strict=True)
    ]
    for pattern in dict.fromkeys(_edit_patterns(clause)):
        for item, cued in zip(carrying, cued_in, strict=True):
            scan = item.scan
            for span in scan.found.get(pattern, ()):
                sentence = scan.sentence_at(span.start)
                if sentence in cued or not cued or len(scan.sentences) <= _SENTENCES_OF_A_CLAUSE:
                    yield Located(pattern, Place(item.paragraph.index, span), sentence)
