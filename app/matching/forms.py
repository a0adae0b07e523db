"""Recognises standard forms in a document, and every place in which it differs from them."""

from bisect import bisect_right, insort
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.matching.fingerprints import TextUnit, units_of
from app.matching.form_changes import changes_between
from app.model.document import Document, Paragraph
from app.model.forms import FormChange, RecognisedForm, Recognition, StandardForm

LEAST_SHARE = 0.5
"""How much of a published text must stand in a document word for word, for the document to follow it."""

_LEAST_VOTE = 0.25
"""The same where whole sentences alone are compared, of a form with blanks for one."""

_TELLING = 5
"""Words from which a sentence tells one form from others."""

_NEAR_BEST = 0.8
"""How near the best vote of a form must come to be compared in full."""

_MOST_AROUND = 0.2
"""How much of a document may be words around its forms and still be taken for changes to them."""

_FAR = 100
"""Words, and twice the words of some sentences, that may lie between these and the rest of the form."""

_WIDEST_GAP = 40
"""Sentences of other text that may stand within a form."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as its sentences, and where those stand that some form has and that were found in none yet."""

    units: tuple[TextUnit, ...]
    places: dict[str, list[int]]
    paragraphs: tuple[Paragraph, ...]

    def without(self, stretch: range) -> "_Text":
        """Return the same with the sentences of `stretch` found."""
        left = ((digest, [at for at in places if at not in stretch]) for digest, places in self.places.items())
        return replace(self, places={digest: places for digest, places in left if places})


@dataclass(frozen=True, slots=True)
class _Found:
    """A form held against the stretch of units that it was found in."""

    form: StandardForm
    stretch: range
    changes: tuple[FormChange, ...]
    share: float


def recognise_forms(document: Document, forms: Sequence[StandardForm]) -> Recognition | None:
    """Return the standard forms among `forms` that `document` is made of; None where it follows none."""
    text = _text(document, forms)
    taken: list[int] = []
    found: list[_Found] = []
    while (best := _best(forms, text, taken)) is not None:
        found.append(best)
        insort(taken, best.stretch.start)
        text = text.without(best.stretch)
    if not found:
        return None
    found.sort(key=lambda each: each.stretch.start)
    return _recognition(found, text)


def _text(document: Document, forms: Iterable[StandardForm]) -> _Text:
    known = {unit.digest for form in forms for unit in form.units}
    units = units_of(document.paragraphs)
    places: dict[str, list[int]] = {}
    for index, unit in enumerate(units):
        if unit.digest in known:
            places.setdefault(unit.digest, []).append(index)
    return _Text(units, places, document.paragraphs)


def _best(forms: Iterable[StandardForm], text: _Text, taken: Sequence[int]) -> _Found | None:
    """Return the form of which most stands in what no other form has taken; the least changed of several.

    `taken` is where the stretches begin that were taken, in order.
    """
    votes = [(_telling_words(form, text.places), form) for form in forms]
    likely = [
        (vote, form)
        for vote, form in votes
        if vote and vote >= _LEAST_VOTE * _telling_words(form, {unit.digest for unit in form.units})
    ]
    most = max((vote for vote, _ in likely), default=0)
    held = [_held_against(form, text, taken) for vote, form in likely if vote >= _NEAR_BEST * most]
    return max((each for each in held if each.share >= LEAST_SHARE), key=_merit, default=None)


def _merit(found: _Found) -> tuple[float, int]:
    """Return how well a form fits: the more of its words stand there, and the fewer places differ."""
    return round(found.share * found.form.words), -len(found.changes)


def _telling_words(form: StandardForm, stands: Container[str]) -> int:
    """Return how many words of the form are in sentences that stand, those left out that any form may have."""
    return sum(unit.words for unit in form.units if unit.words >= _TELLING and unit.digest in stands)


def _held_against(form: StandardForm, text: _Text, taken: Sequence[int]) -> _Found:
    """Hold `form` against the stretch of the document where most of it stands."""
    of_form = {unit.digest for unit in form.units}
    standing = sorted(index for digest in of_form for index in text.places.get(digest, ()))
    return _compared(form, _core(standing, text.units, len(form.units), taken), text)


def _compared(form: StandardForm, stretch: range, text: _Text) -> _Found:
    changes, share = changes_between(form, text.units[stretch.start : stretch.stop], text.paragraphs)
    return _Found(form, stretch, changes, share)


def _core(standing: Iterable[int], units: Sequence[TextUnit], length: int, taken: Sequence[int]) -> range:
    """Return the run of units that holds most words of the form, with no wide gap and nothing taken in it."""
    runs: list[list[int]] = []
    widest = max(_WIDEST_GAP, length // 2)
    for index in standing:
        last = runs[-1][-1] if runs else -1
        if runs and index - last <= widest and bisect_right(taken, last) == bisect_right(taken, index):
            runs[-1].append(index)
        else:
            runs.append([index])
    best = max(runs, key=lambda run: sum(units[index].words for index in run))
    start = _first_that_belongs(best, units)
    end = -_first_that_belongs([-index for index in reversed(best)], units)
    return range(start, end + 1) if start <= end else range(best[0], best[-1] + 1)


def _first_that_belongs(run: Sequence[int], units: Sequence[TextUnit]) -> int:
    """Return the index in `run` before which a few of the form's sentences stand far off, by chance ("Definitions")."""
    first, words = run[0], 0
    for index, following in pairwise(run):
        words += units[abs(index)].words
        between = sum(units[abs(each)].words for each in range(index + 1, following))
        if between > max(_FAR, 2 * words):
            first, words = following, 0
    return first


def _recognition(found: Sequence[_Found], text: _Text) -> Recognition:
    """Give the text around the forms its place: beside them where there is much of it, else in the form next to it."""
    others = _between([each.stretch for each in found], len(text.units))
    outside = sum(unit.words for other in others for unit in text.units[other.start : other.stop])
    if outside > _MOST_AROUND * sum(unit.words for unit in text.units):
        beside = tuple(_paragraphs(other, text.units) for other in others if other)
        return Recognition(tuple(_recognised(each, text.units) for each in found), beside)
    later = zip(others[1:-1], found[1:], strict=True)
    cuts = [0, *(_cut(other, after, text.units) for other, after in later), len(text.units)]
    whole = (
        _compared(each.form, range(start, end), text)
        for each, start, end in zip(found, cuts[:-1], cuts[1:], strict=True)
    )
    return Recognition(tuple(_recognised(each, text.units) for each in whole))


def _between(stretches: Sequence[range], end: int) -> list[range]:
    """Return what lies before, between and after `stretches`."""
    stops = (0, *(each.stop for each in stretches))
    starts = (*(each.start for each in stretches), end)
    return [range(stop, start) for stop, start in zip(stops, starts, strict=True)]


def _cut(other: range, after: _Found, units: Sequence[TextUnit]) -> int:
    """Return where text between two forms is parted: the later one gets as many sentences as its beginning lacks."""
    stands = {unit.digest for unit in units[after.stretch.start : after.stretch.stop]}
    lacking = next((n for n, unit in enumerate(after.form.units) if unit.digest in stands), 0)
    return max(other.start, other.stop - lacking)


def _recognised(found: _Found, units: Sequence[TextUnit]) -> RecognisedForm:
    first, end = _paragraphs(found.stretch, units)
    return RecognisedForm(found.form, first, end, round(found.share, 4), found.changes)


def _paragraphs(stretch: range, units: Sequence[TextUnit]) -> tuple[int, int]:
    """Return the half-open range of paragraphs that a stretch of units covers."""
    return units[stretch.start].paragraph, units[stretch.stop - 1].paragraph + 1
