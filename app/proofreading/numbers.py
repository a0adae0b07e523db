"""Numbers written twice, in words and in figures, that disagree."""

import re
from collections.abc import Iterator

from app.model.document import Document
from app.model.proofreading import Flaw
from app.proofreading.citing import place_in, where, words_at
from app.text.numerals import SCALES, TENS, UNITS, read_number_words

_WORD = rf"(?:{'|'.join((*UNITS, *TENS, 'hundred', *SCALES))})"
_FRACTION = r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|tenths?|point)"
_SPELLED = rf"\b{_WORD}(?:[\s\-‐‑–]+(?:and[\s\-]+)?(?:{_WORD}|{_FRACTION}))*\b"
_CURRENCY = r"(?:[A-Za-z]{1,3}\s?)?[$€£¥₹]?\s?(?:[A-Za-z]{3}\s?)?"
_SCALE = rf"\s(?:{'|'.join(SCALES)})\b"
_IN_BRACKETS = re.compile(
    rf"\(\s?{_CURRENCY}(?P<figures>\d[\d,]*(?:\.\d+)?)(?P<scale>{_SCALE})?\s?(?:%|[A-Za-z-]+){{0,2}}\.?\s?\)"
    rf"(?P<after>{_SCALE})?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<words>{_SPELLED})(?:\s+(?:U\.?\s?S\.?\s+)?(?:dollars|euros?|pounds|per\s?cent))?\s?\Z", re.IGNORECASE
)
_REVERSED = re.compile(
    rf"(?<![\d.,$€£])\b(?P<figures>\d[\d,]*(?:\.\d+)?)(?P<scale>{_SCALE})?\s?%?\s?\(\s?(?P<words>{_SPELLED})\s?\)",
    re.IGNORECASE,
)
_REACH = 100
"""Characters before a bracket in which the number in words stands."""


def find_number_disagreements(document: Document) -> Iterator[Flaw]:
    """Yield the numbers whose words and figures disagree: "five (6) days".

    Fractions in words ("one and one-half (1.5)") are not read.
    """
    for paragraph in document.paragraphs:
        if "(" not in paragraph.text:
            continue
        for start, end in _disagreements(paragraph.text):
            place = place_in(paragraph.index, start, end)
            yield Flaw(
                "number-words",
                place,
                f"The number in words and the number in figures differ in {words_at(document, place)} "
                f"{where(document, paragraph.index)}.",
            )


def _disagreements(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a number in words and the same in figures stand side by side and differ."""
    for figures in _IN_BRACKETS.finditer(text):
        begin = max(0, figures.start() - _REACH)
        words = _BEFORE.search(text[begin : figures.start()])
        if words and _differ(words["words"], figures["figures"], figures["scale"], figures["after"]):
            yield begin + words.start(), figures.end()
    for match in _REVERSED.finditer(text):
        if _differ(match["words"], match["figures"], match["scale"], None):
            yield match.span()


def _differ(spelled: str, figures: str, scale: str | None, after: str | None) -> bool:
    words = re.findall(r"[a-z]+", spelled.lower())
    number = read_number_words(words)
    if number is None and "and" in words:  # "between one and five (5)"
        number = read_number_words(words[len(words) - words[::-1].index("and") :])
    if number is None:
        return False
    figures = figures.rstrip(",")
    readings = {float(figures.replace(",", "")) * _worth(scale)}
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", figures):  # as written on the Continent
        readings.add(float(figures.replace(".", "")) * _worth(scale))
    return readings.isdisjoint((number, number * _worth(after)))


def _worth(scale: str | None) -> int:
    """Return 1,000,000 for " million"; 1 for nothing."""
    return 1000 ** (SCALES.index(scale.strip().lower()) + 1) if scale else 1
