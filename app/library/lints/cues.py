"""Cues that two clause types share, and phrases that say something else than was probably meant."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.library.lint import Field, Mistake
from app.model.clause import ClauseType
from app.model.library import ClauseLibrary
from app.text.patterns import Element, Pattern, Token, parse_pattern


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_OPENING = _words("a an at by for from in its of on per the their to under upon with without")
"""Words that nearly always open a group of several ("without delay", "at once")."""
_DETERMINERS = _words("a all an any its such that the their these this your")
_CLOSING = _words("by for from of to with")
"""Words that often close one ("powered by")."""
_SMALL = _OPENING | _words(
    "above against all and another any are as be both each either every except has have including into is less neither "
    "no not one or other our second such than that these third this through was were what when where which whose "
    "within your"
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """A strong cue of a clause type, with its number there."""

    clause: ClauseType
    number: int
    pattern: Pattern


def lint_cues(library: ClauseLibrary) -> Iterator[tuple[str, Mistake]]:
    """Yield for the id of a clause type each strong cue that another has too, or that lies within one of another."""
    cues = [
        _Cue(clause, number, parse_pattern(source))
        for clause in library.clauses
        for number, source in enumerate(clause.cues.strong)
    ]
    beginnings = _by_beginning(cues)
    same_words: defaultdict[str, list[_Cue]] = defaultdict(list)
    for cue in cues:
        same_words[cue.pattern.source].append(cue)
    for cue in cues:
        found = (*_within(cue, beginnings), *same_words[cue.pattern.source])
        others = (other for other in found if other.clause.id != cue.clause.id)
        for other in {each.clause.id: each for each in others}.values():
            same = other.pattern.source == cue.pattern.source
            if same or not _is_barred(cue, other.clause):
                message = (
                    f"is a strong cue of {other.clause.id} too, so that both are found; let one of them say more"
                    if same
                    else f"holds {other.pattern.source!r}, a strong cue of {other.clause.id}, so that both are found; "
                    f"unless that is meant, put {cue.pattern.source!r} under cues.against of {other.clause.id}"
                )
                yield cue.clause.id, Mistake(("cues", "strong", cue.number), message, is_warning=True)


def lint_phrases(clause: ClauseType) -> Iterator[Mistake]:
    """Yield the phrases of `clause` in which a choice of words probably reaches less far than its author thinks."""
    for place, phrase in _phrases(clause):
        for left, right in _doubtful(parse_pattern(phrase)):
            message = f"“{left} {right}” finds one word of the left choice and then one of the right"
            yield Mistake(
                place, f"{message}; where one side was to be several words, write two phrases", is_warning=True
            )


def _phrases(clause: ClauseType) -> Iterator[tuple[Field, str]]:
    """Yield the phrases by which a clause type and its facts are found, with their places."""
    cues = clause.cues
    kinds = {"strong": cues.strong, "weak": cues.weak, "heading": cues.heading, "against": cues.against}
    for kind, phrases in kinds.items():
        yield from ((("cues", kind, number), phrase) for number, phrase in enumerate(phrases))
    for spec in clause.facts:
        if spec.reader not in ("who", "whom"):  # whose options are known, and not the author's
            options = (phrase for option in spec.options for phrase in option.patterns)
            yield from (
                (("facts", spec.key), phrase) for phrase in (*spec.patterns, *spec.unless, *spec.near, *options)
            )


def _doubtful(pattern: Pattern) -> Iterator[tuple[str, str]]:
    """Yield two elements in a row where a group of words seems to be one side of a choice: "soon|without delay"."""
    for piece in pattern.pieces:
        for left, right in itertools.pairwise(piece.source.split()):
            before, after = left.split("|"), right.split("|")
            if left.startswith("[") or right.startswith("[") or not right[0].isalpha():
                continue
            says_more = [word for word in before if word not in _SMALL]
            opens = "without" in before or (before[-1] in _OPENING and _DETERMINERS.isdisjoint(before[:-1]))
            closes = len(before) > 1 and after[0] in _CLOSING and any(word not in _SMALL for word in after)
            if says_more and ((opens and _SMALL.isdisjoint(after)) or closes):
                yield left, right


_Beginnings = dict[str, list[_Cue]]


def _by_beginning(cues: Iterable[_Cue]) -> _Beginnings:
    """Return the cues without a gap, by each of the words that they may begin with."""
    found: defaultdict[str, list[_Cue]] = defaultdict(list)
    for cue in cues:
        if len(cue.pattern.pieces) == 1:
            for form in {form for row in cue.pattern.pieces[0].elements[0] for form in _forms(row[:1])}:
                found[form].append(cue)
    return found


def _within(cue: _Cue, beginnings: _Beginnings) -> Iterator[_Cue]:
    """Yield the cues that every place of `cue` holds, itself among them."""
    for piece in cue.pattern.pieces:
        for start, element in enumerate(piece.elements):
            forms = {form for row in element for form in _forms(row[:1])}
            shorter = {f"{form[:length]}*" for form in forms for length in range(3, len(form))}
            candidates = {id(other): other for form in forms | shorter for other in beginnings.get(form, ())}
            for other in candidates.values():
                if _stands(other.pattern.pieces[0].elements, piece.elements[start:]):
                    yield other


def _forms(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(form for token in tokens for form in (token.forms or (token.kind,)))


def _stands(asked: tuple[Element, ...], given: tuple[Element, ...]) -> bool:
    """Return whether elements begin with ones that each allow no more than is asked."""
    return len(given) >= len(asked) and all(map(_allows, asked, given))


def _allows(asked: Element, given: Element) -> bool:
    return all(any(len(row) == len(other) and all(map(_covers, other, row)) for other in asked) for row in given)


def _covers(asked: Token, given: Token) -> bool:
    if asked.kind != given.kind:
        return False
    return all(any(_is_form(form, other) for other in asked.forms) for form in given.forms)


def _is_form(form: str, asked: str) -> bool:
    return form == asked or (asked.endswith("*") and form.rstrip("*").startswith(asked[:-1]))


def _is_barred(cue: _Cue, other: ClauseType) -> bool:
    """Return whether a phrase against `other` silences its cues wherever `cue` stands."""
    against = [_Cue(other, number, parse_pattern(source)) for number, source in enumerate(other.cues.against)]
    if any(phrase.pattern.source == cue.pattern.source for phrase in against):
        return True
    return any(True for _ in _within(cue, _by_beginning(against)))
