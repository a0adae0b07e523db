"""Where defined terms are used."""

import re
from collections.abc import Iterator, Mapping, Sequence

from app.model.document import DefinedTerm, Paragraph
from app.model.span import Place, Span

_FIRST_WORD = re.compile(r"\w+")
_OWN_FORMS = {
    "you": ("your", "yours", "yourself"),
    "we": ("us", "our", "ours"),
    "us": ("our", "ours"),
    "it": ("its",),
}
_PLURAL_AFTER = ("s", "x", "z", "ch", "sh")


def with_uses(terms: Sequence[DefinedTerm], paragraphs: Sequence[Paragraph]) -> tuple[DefinedTerm, ...]:
    """Return `terms` with the places where each is used.

    Plural, singular and possessive forms count, and terms in capitals throughout, but no other change of case.
    Of terms that begin at one word the longest is meant, and its words are no uses of shorter ones.
    """
    forms = _forms_by_first_word(terms)
    if not forms:
        return tuple(terms)
    pattern = _candidates(forms)
    uses: list[list[Place]] = [[] for _ in terms]
    definitions = {(term.paragraph, term.span.start): number for number, term in enumerate(terms)}
    for paragraph in paragraphs:
        for number, start, end in _in_text(paragraph.text, pattern, forms):
            if definitions.get((paragraph.index, start)) != number:
                uses[number].append(Place(paragraph.index, Span(start, end)))
    return tuple(
        DefinedTerm(term.term, term.paragraph, term.span, tuple(places))
        for term, places in zip(terms, uses, strict=True)
    )


def _forms_by_first_word(terms: Sequence[DefinedTerm]) -> dict[str, list[tuple[str, int]]]:
    """Return the ways to write each term, with its number, by their first word; the longest first."""
    spelled: dict[str, int] = {}
    for number, term in enumerate(terms):
        spelled.setdefault(_plain(term.term), number)
    for number, term in enumerate(terms):
        for form in _forms(_plain(term.term)):
            spelled.setdefault(form, number)
    forms: dict[str, list[tuple[str, int]]] = {}
    for form, number in sorted(spelled.items(), key=lambda item: -len(item[0])):
        first = _FIRST_WORD.match(form)
        if first is not None:
            forms.setdefault(first[0], []).append((form, number))
    return forms


def _plain(term: str) -> str:
    return " ".join(term.split()).replace("’", "'")


def _forms(term: str) -> Iterator[str]:
    """Yield other ways to write a term: in the other number, with a capital, in capitals."""
    small = term.lower()
    base = term.removesuffix("(s)")
    variants = [base, _plural(base), *_OWN_FORMS.get(small, ())]
    if base.endswith("ies"):
        variants.append(base[:-3] + "y")
    elif base.endswith("s") and not base.endswith("ss"):
        variants.append(base[:-1])
    for form in variants:
        yield form
        yield form.upper()
        if small in _OWN_FORMS:
            yield form.capitalize()


def _plural(term: str) -> str:
    if term.endswith("y") and term[-2:-1] not in tuple("aeiou"):
        return term[:-1] + "ies"
    return term + ("es" if term.endswith(_PLURAL_AFTER) else "s")


def _candidates(forms: Mapping[str, object]) -> re.Pattern[str]:
    """Return a pattern of the words that begin with a letter that a term begins with."""
    letters = "".join(sorted({re.escape(word[0]) for word in forms}))
    return re.compile(rf"[{letters}](?<!\w.)\w*")


def _in_text(
    text: str, pattern: re.Pattern[str], forms: Mapping[str, Sequence[tuple[str, int]]]
) -> Iterator[tuple[int, int, int]]:
    """Yield each use in `text`: the number of the term, where it begins and where it ends."""
    text = text.replace("\xa0", " ").replace("\n", " ").replace("’", "'")
    done = 0
    for match in pattern.finditer(text):
        candidates = forms.get(match[0])
        if candidates is None:
            continue
        start = match.start()
        if start < done or text[start - 1 : start] == "-":
            continue
        for form, number in candidates:
            end = start + len(form)
            if text.startswith(form, start) and not (end < len(text) and (text[end].isalnum() or text[end] == "_")):
                yield number, start, end
                done = end
                break
