"""Typed numbers that leave one out or stand twice: 1, 2, 4; (a), (c)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.model.document import Document, Paragraph
from app.model.proofreading import Flaw
from app.model.span import Place
from app.proofreading.citing import place_in
from app.text.numerals import read_roman

_LABEL = re.compile(r"(?P<above>.*?)(?P<kind>[.(]|(?:Section|Article|Clause) )?(?P<last>\d+|[A-Za-z]+)\)?")
_PART = re.compile(r"[A-Z]\s[A-Z]")
_WIDEST_GAP = 3
_SHOWN = 40
"""Characters of a paragraph that stand for it."""


@dataclass(frozen=True, slots=True)
class _Number:
    """The last part of a label.

    Attributes:
        series: What numbers of one list share: what stands above them, and their kind.
        values: What it may count: a letter may be a Roman number.
    """

    paragraph: int
    series: tuple[str, str]
    values: frozenset[int]
    text: str


def find_numbering_flaws(document: Document) -> Iterator[Flaw]:
    """Yield the paragraphs whose typed number does not follow on the one before it in its list.

    A list may begin again with its first number. Nothing is said where the number left out stands in the
    words between, or where the list before is too short to be sure that it goes on.
    """
    last: dict[tuple[str, str], list[_Number]] = {}
    for paragraph in document.paragraphs:
        if paragraph.story != "body" or paragraph.cell is not None or not paragraph.label:
            continue
        number = _read(paragraph)
        if number is None:
            continue
        run = last.setdefault(number.series, [])
        if run and not _follows(run[-1], number):
            flaw = _flaw(document, run, number) if paragraph.typed else None
            if flaw is not None:
                yield flaw
            else:
                run.clear()
        run.append(number)


def _read(paragraph: Paragraph) -> _Number | None:
    match = _LABEL.fullmatch(paragraph.label)
    if match is None:
        return None
    last = match["last"]
    if last.isdecimal():
        form, values = "number", {int(last)}
    else:
        form, values = ("upper" if last[0].isupper() else "lower"), _values(last.lower())
    series = (match["above"], f"{(match['kind'] or '').strip()} {form}")
    return _Number(paragraph.index, series, frozenset(values), last) if values else None


def _values(letters: str) -> set[int]:
    """Return what letters may count: a, b, ... z, aa, bb; i, ii, iii."""
    values = {read_roman(letters)} - {0}
    if len(set(letters)) == 1 and len(letters) <= 2:
        values.add(ord(letters[0]) - 96 + 26 * (len(letters) - 1))
    return values


def _follows(before: _Number, number: _Number) -> bool:
    """Tell whether a number goes on from the one before it, or begins a list of its own."""
    return 1 in number.values or any(value + 1 in number.values for value in before.values)


def _flaw(document: Document, run: Sequence[_Number], number: _Number) -> Flaw | None:
    """Return the flaw in `number`, which does not follow on `run`; None where that is not sure."""
    before = run[-1]
    says_its_place = number.series[0] != "" and number.series[1].startswith(".")
    if len(run) < 2 and not says_its_place:
        return None
    steps = {value - earlier for value in number.values for earlier in before.values}
    gap = min((step for step in steps if step > 1), default=0)
    if 0 in steps:
        if not _is_repeated(document, before, number):
            return None
        message = f"The number {_label(document, number)} stands twice in a row."
    elif 1 < gap <= _WIDEST_GAP:
        missing = range(min(before.values) + 1, max(number.values))
        if _is_printed(document, number, missing, range(before.paragraph, number.paragraph)):
            return None
        message = f"The numbering goes from {_label(document, before)} to {_label(document, number)}."
    else:
        return None
    return Flaw("numbering-gap", _beginning(document, number), message, related=(_beginning(document, before),))


def _label(document: Document, number: _Number) -> str:
    return document.paragraphs[number.paragraph].label


def _beginning(document: Document, number: _Number) -> Place:
    return place_in(number.paragraph, 0, min(_SHOWN, len(document.paragraphs[number.paragraph].text)))


def _is_repeated(document: Document, before: _Number, number: _Number) -> bool:
    """Tell whether two paragraphs of the same number are neighbours in one list, and not initials or parts of one."""
    between = document.paragraphs[before.paragraph + 1 : number.paragraph]
    if any(each.label and not each.label.startswith(_label(document, before)) for each in between):
        return False
    texts = [document.paragraphs[each.paragraph].text for each in (before, number)]
    if any(len(text.split()) < 2 or _PART.match(text) for text in texts):
        return False
    after = range(max(number.values) + 1, max(number.values) + 2)
    return not _is_printed(document, number, after, range(before.paragraph, number.paragraph))


def _is_printed(document: Document, number: _Number, values: range, paragraphs: range) -> bool:
    """Tell whether a number of the list of `number` stands in the words of `paragraphs`, where it was not seen."""
    words = " ".join(document.paragraphs[index].text for index in paragraphs)
    above = re.escape(number.series[0])
    if number.text.isdecimal():
        names = [str(value) for value in values]
    else:
        names = [chr(96 + value) for value in values if value <= 26]
        names += [name for name in re.findall(r"\b[ivxl]+\b", words.lower()) if _values(name) & set(values)]
    return any(
        re.search(rf"(?<![\w.]){above}[.(]?{name}(?!\w)|\({name}\)|(?<!\w){name}[.)]", words, re.IGNORECASE)
        for name in names
    )
