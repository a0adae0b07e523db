"""Which blocks of the reading text carry which findings, and the words that a finding rests on."""

from collections import defaultdict
from collections.abc import Iterator

from app.desktop.written import Written
from app.model.clause import SEVERITIES
from app.model.review import Finding, Review, Subject
from app.model.span import Place


def paragraphs_of(review: Review, finding: Finding) -> set[int]:
    """Return the indexes of the paragraphs that carry a finding or its edits."""
    redline = review.redline_of(finding.clause.id)
    return {*finding.paragraphs, *(edit.paragraph for edit in redline.edits)} if redline else {*finding.paragraphs}


def blocks_of(review: Review, finding: Finding, written: Written) -> tuple[int, ...]:
    """Return the numbers of the blocks that carry a finding, its edits or its new paragraphs, in order."""
    carrying = (written.number_of(paragraph) for paragraph in paragraphs_of(review, finding))
    new = written.new.get(finding.clause.id, ())
    return tuple(sorted({*(number for number in carrying if number is not None), *new}))


def marks_of(review: Review, written: Written) -> dict[int, tuple[Finding, ...]]:
    """Return the findings to mark at each block, worst first: those that ask for a decision."""
    marks: dict[int, list[Finding]] = defaultdict(list)
    for finding in sorted(review.findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        if finding.severity != "none":
            for number in blocks_of(review, finding, written):
                marks[number].append(finding)
    return {number: tuple(findings) for number, findings in marks.items()}


def uncovered_in(review: Review, written: Written) -> dict[int, tuple[Subject, ...]]:
    """Return the blocks that show what no clause type explains, each with what it is about."""
    return {
        written.numbers[each.paragraph]: each.about for each in review.uncovered if each.paragraph in written.numbers
    }


def evidence_of(finding: Finding, written: Written) -> Iterator[tuple[int, int, int]]:
    """Yield where the words stand that a finding rests on: block, first and last position in it."""
    for match in finding.reading.matches:
        for span in match.evidence:
            yield from written.words_at(Place(match.paragraph, span))
    for fact in finding.reading.facts:
        if fact.place:
            yield from written.words_at(fact.place)
