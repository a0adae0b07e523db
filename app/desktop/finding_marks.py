"""Which blocks of the reading text carry which findings, and the words that a finding rests on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from app.desktop.reading_document import Block, Written
from app.desktop.words import matters_word
from app.model.clause import SEVERITIES
from app.model.review import Finding, Review
from app.model.span import Place


def blocks_of(review: Review, finding: Finding, blocks: Mapping[int, Block]) -> tuple[int, ...]:
    """Return the numbers of the blocks that carry a finding, its edits or its new paragraphs."""
    redline = review.redline_of(finding.clause.id)
    edited = {edit.paragraph for edit in redline.edits} if redline else set()
    paragraphs = edited.union(finding.paragraphs)
    return tuple(
        number for number, block in blocks.items() if block.paragraph in paragraphs or block.clause == finding.clause.id
    )


def marks_of(review: Review, blocks: Mapping[int, Block]) -> dict[int, tuple[Finding, ...]]:
    """Return the findings to mark at each block, worst first: those that ask for a decision."""
    marks: dict[int, list[Finding]] = defaultdict(list)
    for finding in sorted(review.findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        if finding.severity != "none":
            for number in blocks_of(review, finding, blocks):
                marks[number].append(finding)
    return {number: tuple(findings) for number, findings in marks.items()}


def uncovered_in(review: Review, blocks: Mapping[int, Block]) -> dict[int, str]:
    """Return the blocks that show what no clause type explains, each with what it is about."""
    about = {each.paragraph: matters_word(each.about) for each in review.uncovered}
    return {number: about[block.paragraph] for number, block in blocks.items() if block.paragraph in about}


def evidence_of(finding: Finding, written: Written) -> Iterator[tuple[int, int, int]]:
    """Yield where the words stand that a finding rests on: block, first and last position in it."""
    for match in finding.reading.matches:
        for span in match.evidence:
            yield from written.words_at(Place(match.paragraph, span))
    for fact in finding.reading.facts:
        if fact.place:
            yield from written.words_at(fact.place)
