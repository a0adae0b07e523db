"""What every part of a plan looks at: the review, its words, and what is called for in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.model.clause import DEVIATIONS, Value
from app.model.document import Document
from app.model.guidance import Occasion
from app.model.plan import Quote
from app.model.review import Finding, Review
from app.model.span import Place, Span
from app.model.tests import all_pass
from app.text.excerpts import excerpt

_PRONOUNS = ("we", "us", "our", "ours")
_QUOTED = 170  # characters
_HEADING = 40  # a shorter quote may be no more than the heading of the clause


@dataclass(frozen=True, slots=True)
class Scene:
    """A review, with its text in lower case and its findings by clause type."""

    review: Review
    text: str = field(repr=False)
    findings: dict[str, Finding] = field(repr=False)

    def calls_for(self, occasion: Occasion) -> bool:
        """Return whether all that `occasion` names holds here."""
        review = self.review
        return (
            (not occasion.documents or review.document_type in occasion.documents)
            and self.is_about(occasion.about)
            and all_pass(occasion.tests, {}, review.profile)
            and (
                not occasion.findings
                or any(
                    clause in self.findings and self.findings[clause].level in levels
                    for clause, levels in occasion.findings
                )
            )
        )

    def is_about(self, word: str) -> bool:
        """Return whether the document holds `word`; any document holds ""."""
        return word.casefold() in self.text

    def open_findings(self) -> Iterator[Finding]:
        """Yield the findings on which something is to be settled, in the order of the library."""
        return (finding for finding in self.review.findings if finding.level in DEVIATIONS)

    def quote(self, finding: Finding | None) -> Quote:
        """Return the words on which a finding rests, of the paragraph that decided it."""
        if finding is None or not finding.reading.matches:
            return Quote()
        match = finding.reading.deciding(finding.verdicts)
        text = self.review.document.paragraphs[match.paragraph].text
        spans = match.evidence or (Span(0, 0),)
        quotes = [excerpt(text, span, _QUOTED) for span in spans]
        words = next((quote for quote in quotes if len(quote) > _HEADING), quotes[0])
        return Quote(self.review.document.place_of(match.paragraph), words)

    def quote_at(self, place: Place) -> Quote:
        """Return the words at `place` with the sentence around them."""
        text = self.review.document.paragraphs[place.paragraph].text
        return Quote(self.review.document.place_of(place.paragraph), excerpt(text, place.span, _QUOTED))


def scene_of(review: Review) -> Scene:
    """Return what the parts of a plan look at."""
    document = review.document
    text = "\n".join((document.title, *(paragraph.text for paragraph in document.paragraphs))).casefold()
    return Scene(review, text, {finding.clause.id: finding for finding in review.findings})


def vendor_name(document: Document) -> str:
    """Return what the vendor is called: its full name, else a name that is no pronoun, else "the vendor"."""
    named = [party.name for party in document.parties.named if party.role == "vendor" and party.name]
    called = [name for name in document.parties.vendor if name.casefold() not in _PRONOUNS]
    return next(iter((*named, *called)), "the vendor")


def facts_of(finding: Finding) -> dict[str, Value]:
    """Return the facts of a finding by key."""
    return {fact.key: fact.value for fact in finding.reading.facts}


def listed(words: Iterable[str]) -> str:
    """Return "a, b and c"."""
    found = list(words)
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)
