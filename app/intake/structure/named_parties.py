"""The parties one by one: their full names, short names and sides."""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.intake.structure.introductions import COMPANY, Introduction, share_a_word
from app.intake.structure.roles import CUSTOMER_ROLES, PARTY_WORDS, POSSESSIVE, VENDOR_ROLES
from app.model.document import Party, PartyRole


def named_parties(
    introduced: Sequence[Introduction], customer: tuple[str, ...], vendor: tuple[str, ...], totals: Mapping[str, int]
) -> tuple[Party, ...]:
    """Return the parties: those introduced, with the other names of their side, and sides known by names alone.

    `totals` says how often each name is used, in small letters.
    """
    sides: tuple[tuple[PartyRole, tuple[str, ...]], ...] = (("customer", customer), ("vendor", vendor))
    known = {name.lower(): role for role, names in sides for name in names}
    roles_in = Counter(each.place.paragraph for each in introduced if lowered(each.short) & PARTY_WORDS)
    beside = {each.place.paragraph for each in introduced if _is_party(each, known) and each.short}
    kept = [
        each
        for each in introduced
        if _is_party(each, known)
        or (each.place.paragraph in beside and is_company(each))
        or (not known and lowered(each.short) & PARTY_WORDS and roles_in[each.place.paragraph] > 1)
    ]
    found: list[Party] = []
    for each in kept:
        roles = [known[name.lower()] for name in each.short if name.lower() in known]
        role: PartyRole = roles[0] if roles else _role_of(each.short)
        short = tuple(name for name in each.short if name.lower() not in POSSESSIVE and _is_short(name, each, known))
        found.append(Party(each.name, short, role, each.place))
    for role, names in sides:
        mine = [place for place, party in enumerate(found) if party.role == role]
        rest = tuple(name for name in names if not any(name.lower() in lowered(party.short) for party in found))
        if len(mine) == 1:
            party = found[mine[0]]
            names_used = sorted((*party.short, *rest), key=lambda name: -totals.get(name.lower(), 0))
            found[mine[0]] = Party(party.name, tuple(names_used), role, party.place)
        elif names and not mine:
            found.append(Party("", names, role))
    return tuple(found)


def _role_of(short: Sequence[str]) -> PartyRole:
    names = lowered(short)
    if names & CUSTOMER_ROLES:
        return "customer"
    return "vendor" if names & VENDOR_ROLES or "service provider" in names else ""


def lowered(names: Sequence[str]) -> set[str]:
    """Return names in small letters."""
    return {name.lower() for name in names}


def _is_party(introduced: Introduction, known: Mapping[str, PartyRole]) -> bool:
    """Tell whether what is introduced is a party: by its role or side, or as a company in the preamble."""
    names = lowered(introduced.short)
    if names & known.keys() or not names:
        return True
    if names & PARTY_WORDS:
        return introduced.opening or bool(introduced.name)
    return introduced.opening and is_company(introduced)


def is_company(introduced: Introduction) -> bool:
    """Tell whether a full name is that of a company, or one that its short name is made of."""
    name = introduced.name
    small = {word for word in name.split() if word[0].islower()} - {"of", "and", "the", "for"}
    return bool(name) and (COMPANY.search(name) is not None or (not small and share_a_word(name, introduced.short)))


def _is_short(name: str, introduced: Introduction, known: Mapping[str, PartyRole]) -> bool:
    return name == introduced.short[0] or name.lower() in known or name.lower() in PARTY_WORDS
