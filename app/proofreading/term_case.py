"""Defined terms written in small letters where the term is meant."""

from collections.abc import Iterator, Sequence

from app.model.document import DefinedTerm, Document
from app.model.proofreading import Flaw
from app.proofreading.citing import times, where, words_at
from app.proofreading.terms import Occurrences, party_names
from app.proofreading.wording import Wording, stems_of

_DEFINITE = {"the", "this", "these", "those", "said"}
_RESTRICTS = {"", "of", "that", "which", "who", "for", "in", "to", "and", "or", "above", "below"}
_ACTS = {"shall", "will", "may", "agree", "agrees", "acknowledges", "acknowledge", "warrants", "represents"}
_LEFT_OUT = {"term", "section", "party", "act", "date", "day", "month", "year"}
_SURE_USES = 5
_BESIDE = 8
"""Words within which the term with its capital shows that the word without it is another."""
_RARE = 5
"""A term stands in small letters by mistake where it has a capital this many times as often."""


def find_small_terms(
    document: Document, wording: Wording, occurrences: Sequence[tuple[DefinedTerm, Occurrences]]
) -> Iterator[Flaw]:
    """Yield the terms that stand somewhere in small letters between the same words as elsewhere with a capital.

    "The services provided hereunder" is told where "the Services provided hereunder" stands too; "other services",
    "services of a third party" and words inside the definition are ordinary words. One Flaw a term.
    """
    names = party_names(document)
    told: set[tuple[str, ...]] = set()
    for term, found in occurrences:
        stems = stems_of(term.term)
        if not term.term[0].isupper() or term.term.isupper() or stems in told or stems[-1] in _LEFT_OUT:
            continue
        if len(found.used) < max(_SURE_USES, _RARE * len(found.small)):
            continue
        told.add(stems)
        meant = [
            first
            for first in _in_same_words(found, wording)
            if wording.words[first].paragraph != term.paragraph and not _is_set_apart(wording, first, found)
        ]
        if stems in names:
            meant = sorted({*meant, *_acting(found, wording)})
        if meant:
            places = [wording.place(first, found.size) for first in meant]
            often = f", and {times(len(places) - 1)} more" if len(places) > 1 else ""
            yield Flaw(
                "term-case",
                places[0],
                f"{words_at(document, places[0])} {where(document, places[0].paragraph)}{often} reads as the defined "
                f"term “{term.term}”, which elsewhere has a capital.",
                related=tuple(places[1:]),
            )


def _in_same_words(found: Occurrences, wording: Wording) -> Iterator[int]:
    """Yield the places in small letters whose neighbours stand around the term, in the same number, elsewhere."""
    around = [
        (_form(wording, first, found.size), *_neighbours(wording, first, found.size))
        for first in found.used
        if not _goes_on(wording, first, found.size)
    ]
    left = {(form, before, last) for form, before, last, _, _ in around}
    right = {(form, following, after) for form, _, _, following, after in around}
    both = {(form, last, following) for form, _, last, following, _ in around}
    for first in found.small:
        form = _form(wording, first, found.size)
        before, last, following, after = _neighbours(wording, first, found.size)
        if last not in _DEFINITE or following in _RESTRICTS or (form, last, following) not in both:
            continue
        if (form, before, last) in left or (form, following, after) in right:
            yield first


def _form(wording: Wording, first: int, size: int) -> str:
    """Return the last word of a term as it stands, in small letters."""
    return wording.words[first + size - 1].text.casefold()


def _acting(found: Occurrences, wording: Wording) -> Iterator[int]:
    """Yield the places where a party under its name in small letters does something: "licensee shall pay"."""
    for first in found.small:
        _, last, following, _ = _neighbours(wording, first, found.size)
        begin, end = wording.words[first], wording.words[first + found.size - 1]
        alone = last in ("", "the") or wording.text(begin)[: begin.start].rstrip().endswith((",", ";", ":", "."))
        if alone and following in _ACTS and end.text.casefold() == end.stem:
            yield first


def _neighbours(wording: Wording, first: int, size: int) -> tuple[str, str, str, str]:
    """Return the two words before and the two words after."""
    at = wording.words[first].paragraph
    before, last, following, after = (
        wording.near(index, at) for index in (first - 2, first - 1, first + size, first + size + 1)
    )
    return before, last, following, after


def _goes_on(wording: Wording, first: int, size: int) -> bool:
    """Tell whether the next word has a capital too, so that the term may be part of a longer name."""
    word, following = wording.words[first + size - 1], wording.words[first + size : first + size + 1]
    return bool(following) and following[0].text[0].isupper() and wording.adjoin(word, following[0])


def _is_set_apart(wording: Wording, first: int, found: Occurrences) -> bool:
    """Tell whether the term stands close by with its capital: the word without it is then another."""
    here = wording.words[first].paragraph
    return any(abs(first - used) <= _BESIDE and wording.words[used].paragraph == here for used in found.used)
