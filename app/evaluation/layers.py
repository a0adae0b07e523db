"""How the documents of a matter stand to one another, clause type by clause type.

A protection binds only the party that gives it, and among documents of one party the first in order of precedence
holds. What an annex says on matters of the whole contract holds for the annex alone. A burden binds wherever it stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from app.model.clause import DEVIATIONS, NUMBER_READERS, DocumentType, Level
from app.model.document import Document
from app.model.matter import HeldDocument, Standing, StandingKind
from app.model.review import Fact, Finding

_GIVEN: tuple[Level, ...] = ("preferred", "fallback")
_ANNEXES: tuple[DocumentType, ...] = ("use-policy", "data-processing", "service-levels")
_GENERAL = "general-commercial"
_NO_NAMES = frozenset(
    (
        *("we", "us", "our", "you", "your", "the", "party", "licensor", "provider", "vendor", "company", "supplier"),
        *("seller", "contractor", "processor", "controller", "operator", "publisher", "author", "owner", "developer"),
        *("reseller", "service", "data"),
    )
)
_FORMS_OF_COMPANY = frozenset(
    (
        *("inc", "incorporated", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "plc", "lp", "llp"),
        *("gmbh", "ag", "kg", "se", "sa", "sas", "srl", "spa", "bv", "nv", "ab", "oy", "as", "pty"),
    )
)
_LONGEST_TITLE = 60
_PRECEDENCE = "order-of-precedence"
_LINKED_PREVAIL = "linked_prevail"


@dataclass(frozen=True, slots=True)
class _Layer:
    """A finding in its document, and how the document is called beside the others."""

    held: HeldDocument
    finding: Finding
    title: str

    @property
    def is_carried(self) -> bool:
        return bool(self.finding.reading.matches)

    @property
    def paragraph(self) -> int:
        return self.finding.reading.deciding(self.finding.verdicts).paragraph

    @property
    def speaks_for_all(self) -> bool:
        """Return whether its words reach the other documents: an annex's do on what it is about."""
        return self.held.review.document_type not in _ANNEXES or self.finding.clause.pack not in ("", _GENERAL)

    @property
    def place(self) -> str:
        """Return where it stands, as a sentence cites it."""
        return f"{self.title} ({self.held.review.document.place_of(self.paragraph)})"


def standings(documents: Sequence[HeldDocument]) -> Mapping[tuple[int, str], Standing]:
    """Return how findings of `documents`, which are in order of precedence, stand to the others.

    By id of the document and clause type; findings that no other document bears on have none.
    """
    titles = _titles(documents)
    layers: dict[str, list[_Layer]] = {}
    for held in documents:
        for finding in held.review.findings:
            layers.setdefault(finding.clause.id, []).append(_Layer(held, finding, titles[held.id]))
    found = (
        (
            (here.held.id, clause),
            _standing(here, [each for each in among if each is not here and each.is_carried], among),
        )
        for clause, among in layers.items()
        for here in among
    )
    return {key: standing for key, standing in found if standing is not None}


def _standing(here: _Layer, others: Sequence[_Layer], among: Sequence[_Layer]) -> Standing | None:
    """Return how `here` stands to those of the `others` that deal with the same; `among` has the order of all."""
    if not others:
        return None
    if here.finding.level == "missing":
        return _of_gap(here, others)
    if not here.is_carried:
        return None
    if here.finding.clause.nature == "burden":
        return _of_burden(here, others, among)
    return _of_protection(here, others, among)


def _of_gap(here: _Layer, others: Sequence[_Layer]) -> Standing | None:
    """Return who gives the protection that is missing `here`: the first of the same party, whose words hold."""
    same = [other for other in others if _is_one_party(here, other)]
    reaching = [other for other in same if other.speaks_for_all]
    if reaching:
        holder = reaching[0]
        if holder.finding.level not in _GIVEN:
            return None
        on_fallback = ", on a fallback," if holder.finding.level == "fallback" else ""
        unnamed = next((each.title for each in (holder, here) if not _names(each)), "")
        taken = f" {unnamed} names no party and is taken for the same one's." if unnamed else ""
        return _standing_to(holder, "covered", f"Covered{on_fallback} by {holder.place}: {_what(holder)}.{taken}")
    given = next((other for other in (*same, *others) if other.finding.level in _GIVEN), None)
    if given is None:
        return None
    if given in same:
        why = f"Given by {given.place}, but for what that document is about alone."
    else:
        why = f"Given by {_party(given)} in {given.place}, who is another party: it does not bind {_party(here)}."
    return _standing_to(given, "also", why)


def _of_protection(here: _Layer, others: Sequence[_Layer], among: Sequence[_Layer]) -> Standing | None:
    """Return whether another document of the same party prevails on a protection, or this one over it."""
    same = [other for other in others if other.speaks_for_all and _is_one_party(here, other)]
    if not same or not here.speaks_for_all:
        return None
    first = same[0]
    if among.index(first) < among.index(here):
        why = f"{first.place} prevails{_figures(here, first)}.{_doubt(first)}"
        return _standing_to(first, "overridden", why)
    return _standing_to(first, "holds", f"It prevails over {first.place}{_figures(here, first)}.{_doubt(here)}")


def _of_burden(here: _Layer, others: Sequence[_Layer], among: Sequence[_Layer]) -> Standing | None:
    """Return where the burden stands too; None where all is as we want it."""
    other = next((each for each in others if each.finding.level in DEVIATIONS), others[0])
    if here.finding.level not in DEVIATIONS and other.finding.level not in DEVIATIONS:
        return None
    further = len(others) - 1
    more = f" and {further} more" if further else ""
    if _is_one_party(here, other):
        first = min((here, other), key=among.index)
        which = "this document" if first is here else first.title
        bound = f"where the two conflict, {which} prevails"
    else:
        bound = "it is of another party, so both bind"
    return _standing_to(other, "also", f"Also in {other.place}{more}{_figures(here, other)}; {bound}.")


def _standing_to(other: _Layer, kind: StandingKind, why: str) -> Standing:
    return Standing(kind, other.held.id, other.paragraph, why)


def _what(layer: _Layer) -> str:
    """Return what a document gives, by the name of the position it stands on."""
    held = layer.finding.held
    return (held.name if held else layer.finding.clause.title).rstrip(".")


def _figures(here: _Layer, other: _Layer) -> str:
    """Return the figures that differ, with both values: ": cure days 30 there, 10 here"; "" for none."""
    numbers = [spec.key for spec in here.finding.clause.facts if spec.reader in NUMBER_READERS]
    ours, theirs = ({fact.key: fact for fact in each.finding.reading.facts} for each in (here, other))
    told = [
        f"{key.replace('_', ' ')} {_value(theirs[key])} there, {_value(ours[key])} here"
        for key in numbers
        if key in ours and key in theirs and ours[key].value != theirs[key].value
    ]
    return f": {'; '.join(told)}" if told else ""


def _value(fact: Fact) -> str:
    return "not stated" if fact.place is None else f"{fact.value:,}" if _is_number(fact) else str(fact.value)


def _is_number(fact: Fact) -> bool:
    return isinstance(fact.value, int | float)


def _doubt(prevailing: _Layer) -> str:
    """Return a remark where the document that prevails says itself that what it links to does; "" elsewhere."""
    for finding in prevailing.held.review.findings:
        if finding.clause.id == _PRECEDENCE:
            for fact in finding.reading.facts:
                if fact.key == _LINKED_PREVAIL and fact.value is True and fact.place is not None:
                    where = prevailing.held.review.document.place_of(fact.place.paragraph)
                    return (
                        f" But {prevailing.title} ({where}) lets documents that it links to prevail: check the order."
                    )
    return ""


def _is_one_party(one: _Layer, other: _Layer) -> bool:
    """Tell whether two documents are of one party.

    They are where a name of the one is, or begins, a name of the other ("Meta", "Meta Platforms Ireland Limited").
    Where one names nobody, a model's licence is its maker's alone, and all others are one provider's.
    """
    names, others = _names(one), _names(other)
    if names and others:
        return any(_begins(name, theirs) for name in names for theirs in others)
    return "model-licence" not in (one.held.review.document_type, other.held.review.document_type)


def _begins(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter = min(len(name), len(other))
    return name[:shorter] == other[:shorter]


def _names(layer: _Layer) -> tuple[tuple[str, ...], ...]:
    """Return the proper names of the vendor's side, as words without the form of company."""
    words = (_words(name) for name in _called(layer.held.review.document))
    return tuple(dict.fromkeys(name for name in words if name and not _NO_NAMES.issuperset(name)))


def _words(name: str) -> tuple[str, ...]:
    words = [word for word in re.findall(r"\w+", name.casefold().replace(".", "")) if word != "the"]
    while words and words[-1] in _FORMS_OF_COMPANY and len(words) > 1:
        words.pop()
    return tuple(words)


def _called(document: Document) -> Iterator[str]:
    """Yield what the document calls the vendor's side, a name in full first."""
    for party in document.parties.named:
        if party.role == "vendor":
            yield from (name for name in (party.name, *party.short) if name)
    yield from document.parties.vendor


def _party(layer: _Layer) -> str:
    """Return the vendor's side by its shortest proper name; by its document where that has none."""
    proper = [name for name in _called(layer.held.review.document) if not _NO_NAMES.issuperset(_words(name))]
    return min(proper, key=len, default=f"the other side of {layer.title}").rstrip(".")


def _titles(documents: Sequence[HeldDocument]) -> dict[int, str]:
    """Return how each document is called: by its title, or where that is not its own by its file."""
    titles = {held.id: shorten(held.review.document.title, _LONGEST_TITLE, placeholder=" …") for held in documents}
    often = list(titles.values())
    return {
        held.id: titles[held.id] if titles[held.id] and often.count(titles[held.id]) == 1 else held.review.document.name
        for held in documents
    }
