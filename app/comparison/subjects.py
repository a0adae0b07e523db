"""What words that differ are: an amount, a date, a time limit, a defined term, a party, a reference, or plain words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate

from app.model.comparison import Subject
from app.model.document import Document
from app.model.span import Place, Span
from app.text.alignment import weight
from app.text.numerals import SCALES, TENS, UNITS
from app.text.units import cut_units

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
_DATE = re.compile(
    rf"{_MONTH}.*\d{{4}}|\d.*\b{_MONTH}.*\d{{4}}|\d{{4}}-\d\d-\d\d|\d\d?([./])\d\d?\1\d{{2,4}}", re.IGNORECASE
)
_DAY = re.compile(
    rf"\W*(?:{_MONTH}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\W*", re.IGNORECASE
)
_MONEY = re.compile(
    r"\(?(?:[A-Z]{0,2}[$€£¥]|(?:USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|INR|SGD|HKD)\b).*|dollars?|euros?|pounds"
)
_CITED = re.compile(r"§.*|\d+(?:\.\d+)*(?:\(\w+\))+")
_FORMS: dict[Subject, re.Pattern[str]] = {"date": _DATE, "money": _MONEY, "reference": _CITED}
_NUMBER_WORDS = frozenset((*UNITS[2:], *TENS, *SCALES, "hundred", "percent", "half", "twice", "double", "triple"))
_PERIOD = r"(?:second|minute|hour|day|week|month|quarter|year)s?"
_BLANKS = r"[\s\u00a0-]*"
_PERIOD_WORD = re.compile(_PERIOD, re.IGNORECASE)
_PERIOD_AFTER = re.compile(
    rf"(?:{_BLANKS}\([^()]{{1,20}}\))?{_BLANKS}(?:(?:calendar|business|working|full)\s+)?{_PERIOD}\b", re.IGNORECASE
)
_NUMBER_BEFORE = re.compile(rf"(?:\d+\)?|\b(?:{'|'.join(_NUMBER_WORDS - {'half'})})\)?){_BLANKS}$", re.IGNORECASE)
_LOOK_AHEAD, _LOOK_BACK = 60, 20  # characters beside a word that say what it counts
_FIRST: tuple[Subject, ...] = ("money", "date", "duration", "reference", "number", "party", "term")
_SHARE = 0.5  # of what differs


class Subjects:
    """What two documents call by a name, so that words of either can be told apart.

    Attributes:
        names: Defined terms and parties of both.
    """

    def __init__(self, old: Document, new: Document) -> None:
        """Learn the defined terms, parties and references of both."""
        self._documents = (old, new)
        self._parties = frozenset(name for document in self._documents for name in _party_names(document))
        self.names = self._parties.union(term.term for document in self._documents for term in document.terms)
        self._references = tuple(_references(document) for document in self._documents)

    def subject(self, old: Place, new: Place) -> Subject:
        """Return what the words at `old` and those at `new` that stand for them are: what at least half of them is.

        What stands at both counts for nothing.
        """
        if all(map(_DAY.fullmatch, filter(None, (self._words(0, old), self._words(1, new))))):
            return "date"
        units, new_units = list(self._units(0, old)), list(self._units(1, new))
        here, there = Counter(unit for unit, _ in units), Counter(unit for unit, _ in new_units)
        weights: dict[Subject, float] = defaultdict(float)
        for unit, about in (*units, *new_units):
            if here[unit] != there[unit]:
                weights[about] += weight(unit)
        named = max(_FIRST, key=lambda about: (weights[about], -_FIRST.index(about)))
        return named if weights[named] and weights[named] >= _SHARE * sum(weights.values()) else "words"

    def _words(self, side: int, place: Place) -> str:
        return self._documents[side].paragraphs[place.paragraph].text[place.span.start : place.span.end]

    def _units(self, side: int, place: Place) -> Iterator[tuple[str, Subject]]:
        """Yield what stands at a place of the old document (side 0) or the new one, and what it is."""
        text = self._documents[side].paragraphs[place.paragraph].text
        units = cut_units(self._words(side, place), self.names)
        references = self._references[side].get(place.paragraph, ())
        ends = accumulate(map(len, units), initial=place.span.start)
        for unit, start in zip(units, ends, strict=False):
            span = Span(start, start + len(unit))
            if any(map(str.isalnum, unit)):
                is_cited = any(span.start < other.end and other.start < span.end for other in references)
                yield unit, "reference" if is_cited else self._subject_of(unit, span, text)

    def _subject_of(self, unit: str, span: Span, text: str) -> Subject:
        bare = unit.strip("()").lower()
        if about := next((about for about, pattern in _FORMS.items() if pattern.fullmatch(unit)), None):
            return about
        if unit in self._parties or re.sub(r"[’']s?$", "", unit) in self._parties:
            return "party"
        if bare[:1].isdecimal() or bare in _NUMBER_WORDS:
            is_period = _PERIOD_AFTER.match(text, span.end, span.end + _LOOK_AHEAD)
            return "duration" if is_period else "number"
        if _PERIOD_WORD.fullmatch(unit) and _NUMBER_BEFORE.search(text[max(0, span.start - _LOOK_BACK) : span.start]):
            return "duration"
        return "term" if unit in self.names else "words"


def _party_names(document: Document) -> Iterator[str]:
    parties = document.parties
    names = [*parties.customer, *parties.vendor, *(name for each in parties.named for name in (each.name, *each.short))]
    yield from (name for name in names if name and not name.islower())  # "you" is no name


def _references(document: Document) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = {}
    for reference in document.references:
        spans.setdefault(reference.place.paragraph, []).append(reference.place.span)
    return spans
