"""Who is who: the names a contract uses for the customer's side and for the vendor's."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.intake.structure.introductions import COMPANY, Introduction, find_introductions
from app.intake.structure.named_parties import lowered, named_parties
from app.intake.structure.roles import BUYING, CUSTOMER_ROLES, PARTY_WORDS, POSSESSIVE, SELLING, VENDOR_ROLES
from app.intake.structure.terms import Definitions, Group
from app.model.document import Paragraph, Parties, SignatureBlock

_PRONOUNS = frozenset(("you", "we", "us"))
_CUSTOMER = CUSTOMER_ROLES | {"you", "controller", "data controller", "data exporter", "sublicensee"}
_VENDOR = VENDOR_ROLES | {"we", "us", "service provider", "processor", "data processor", "data importer", "contractor"}
_LATE_CUSTOMER = ("user", "end user", "member", "developer", "reseller", "distributor", "recipient")
"""Roles that stand for the customer only where no other name does."""

_MEANS = re.compile(r"\W{0,2}\s*(?:shall mean|means?)\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\b(?:between|by and among|entered into (?:by|with)|applies to|contract with)\b(?!.*\.\s+[A-Z])")
_PERSON = re.compile(
    r"\b(?:you|organi[sz]ation|entity|person|individual)\b[^().;A-Z]{0,120}"
    r"\((?:the|each,? an?|collectively,?)?\s*$"
)
_YOU = re.compile(r"\b[Yy]ou\b(?:, [^().;]{0,120})?\s*\((?:the\s*)?$")
_CAPITALISED = re.compile(
    r"([A-Z](?:(?<=\b[A-Z])|(?<=\b([a-z])[A-Z]))[\w&-]*(?:\.(?:[a-z]{2,3}|[A-Z]{2,3})\b)?(?: [A-Z][\w&-]*)*)"
)
"""A name, and the small letter before it, as in xAI. Looks back for the edge of a word, which is faster than ahead."""

_SMALL = re.compile(r"(?<![\w./@:-])[a-z]{3,}(?![./@-]?\w)")
_PRONOUN = re.compile(r"[ywu](?<=\b.)(?:(?<=y)ou|(?<=w)e|(?<=u)s)\b")
_NAME = r"([a-z]?[A-Z][\w&]*(?:\.(?:[a-z]{2,3}|[A-Z]{2,3})\b)?(?: [A-Z][\w&]*){0,2})"
_ACTS = re.compile(
    rf"\b{_NAME}(?: (?:may|will|shall|must|agrees?|grants?|reserves?|hereby|warrants?|represents?|acknowledges?|"
    r"claims (?:no|all|any|rights|ownership)|"
    r"owns|makes|provides|is committed|is obliged|does not|has no|is not|and its affiliates)\b|[’']s\b)"
)
_GRANTS = re.compile(rf"\b{_NAME} (?:hereby )?(?:grants|licenses|sells|shall (?:provide|supply))\b")
_GRANTING = (" grants", " licenses", " sells", " shall provide", " shall supply")
_NO_PARTY_WORDS = (
    "agreement terms services service license licence software model models policy document party parties section "
    "materials documentation products product content data website site account fees information term affiliate "
    "affiliates users customers third output outputs input inputs notice contributor contributors date form exhibit "
    "schedule addendum work works this that these those neither either each both it they nothing no any all such "
    "the a an if when where unless upon user personnel employees article he she who recipient discloser provisions "
    "law laws state court arbitrator tribunal and distribution derivative derivatives platform api use failure let "
    "credit credits order orders program programs people republic feedback support submission submissions "
    "there what here please since while after before once under with for in as by"
)
_NO_PARTY = frozenset(_NO_PARTY_WORDS.split())
_REACH = 300
_OFTEN = 3
_SECRETS = ("discloser", "disclosing party", "receiving party")


@dataclass(slots=True)
class _Search:
    """What is known of the sides so far, names in small letters.

    Attributes:
        uses: How often each name stands alone, by its spelling.
        totals: The same, by the name in small letters.
        terms: Names that are defined, as a party or as a thing.
        companies: Groups of names that are defined as a company whose side is open.
    """

    uses: Counter[str]
    totals: Counter[str]
    customer: set[str] = field(default_factory=set)
    vendor: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    companies: list[set[str]] = field(default_factory=list)

    @property
    def keeps_secrets(self) -> bool:
        """Whether the sides are those of an agreement on secrets, neither of which sells."""
        return sum(self.totals[name] for name in _SECRETS) >= _OFTEN and not self.totals["you"]


def find_parties(
    paragraphs: Sequence[Paragraph], signatures: Sequence[SignatureBlock], definitions: Definitions
) -> Parties:
    """Return the names of both sides, most used first, possessives ("your") left out, and each party as introduced."""
    texts = [paragraph.text for paragraph in paragraphs if paragraph.story == "body"]
    uses = _count_uses(texts)
    totals: Counter[str] = Counter()
    for spelling, times in uses.items():
        totals[spelling.lower()] += times
    search = _Search(uses, totals)
    for paragraph in paragraphs:
        if paragraph.story == "body" and (groups := definitions.get(paragraph.index)):
            _take_definitions(paragraph.text, groups, search)
    introduced = find_introductions(paragraphs, signatures, definitions)
    _take_roles(search)
    _take_pair(introduced, search)
    _place_companies(texts, search)
    _take_pronouns(search)
    _take_other(introduced, search)
    named = any(each.name and lowered(each.short) & search.vendor for each in introduced)
    if search.customer and search.vendor <= _VENDOR - VENDOR_ROLES and not named and not search.keeps_secrets:
        _take_actor(texts, search)
    search.customer -= search.vendor
    customer, vendor = _ranked(search.customer, search), _ranked(search.vendor, search)
    return Parties(customer, vendor, named_parties(introduced, customer, vendor, search.totals))


def _take_pair(introduced: Sequence[Introduction], search: _Search) -> None:
    """Give the two parties of a preamble their sides by their roles, where no side is known."""
    pair = [
        lowered(each.short[:1]) | (lowered(each.short) & PARTY_WORDS)
        for each in introduced
        if each.opening and (lowered(each.short) & PARTY_WORDS or COMPANY.search(each.name))
    ]
    if len(pair) != 2 or search.customer or search.vendor or search.keeps_secrets:
        return
    for one, other in (pair, pair[::-1]):
        if one & SELLING or (other & BUYING and not one & BUYING):
            search.vendor |= {name for name in one if search.totals[name]}
            search.customer |= {name for name in other if search.totals[name]}
            return


def _take_other(introduced: Sequence[Introduction], search: _Search) -> None:
    """Give the one company of the preamble that has no side the side that has no name yet."""
    sides = search.customer | search.vendor
    open_ones = [
        each for each in introduced if each.opening and COMPANY.search(each.name) and not lowered(each.short) & sides
    ]
    if len(open_ones) != 1 or search.keeps_secrets or bool(search.customer) == bool(search.vendor - _PRONOUNS):
        return
    names = {name for name in lowered(open_ones[0].short) if search.totals[name]}
    if search.customer:
        search.vendor |= names
    else:
        search.customer |= names


def _count_uses(texts: Sequence[str]) -> Counter[str]:
    """Return how often each capitalised name stands alone in `texts`, and each pronoun."""
    whole = "\n".join(texts)
    uses = Counter(small + name for name, small in _CAPITALISED.findall(whole)) + Counter(_PRONOUN.findall(whole))
    for name in [name for name in uses if name.startswith("The ")]:
        uses[name[4:]] += uses.pop(name)
    del uses["US"], uses["YOU"], uses["WE"]
    return uses


def _take_definitions(text: str, groups: Sequence[Group], search: _Search) -> None:
    """Sort the names that `text` defines: together with a role, or after a company or a person."""
    for group in groups:
        names = {text[span.start : span.end].lower().removeprefix("the ").removesuffix("(s)") for span in group}
        names -= POSSESSIVE
        search.terms |= names
        names = {name for name in names if not set(name.split()) & _NO_PARTY}
        before = text[max(0, group[0].start - 1 - _REACH) : group[0].start - 1]
        if _YOU.search(before):
            names.add("you")
        if names & _VENDOR and names & _CUSTOMER:  # a list of roles, not of names for one side
            search.vendor |= names & _VENDOR
            search.customer |= names & _CUSTOMER
        elif names & _VENDOR:
            search.vendor |= names
        elif names & _CUSTOMER or (names and _BETWEEN.search(before) and _PERSON.search(before)):
            search.customer |= names
        elif names and (_names_company(before, text[group[-1].end :]) or _follows_between(before)):
            search.companies.append(names)


def _follows_between(before: str) -> bool:
    """Tell whether a definition in parentheses closes one of the sides that "between" announces."""
    return _BETWEEN.search(before) is not None and before.rstrip().endswith(("(", "(the"))


def _names_company(before: str, after: str) -> bool:
    """Tell whether a definition in parentheses follows a company, or what comes after "means" is one."""
    means = _MEANS.match(after)
    if means is not None:
        return COMPANY.match(after, means.end()) is not None
    companies = list(COMPANY.finditer(before))
    return bool(companies) and "(" in before[companies[-1].end() :] and ")" not in before[companies[-1].end() :]


def _take_roles(search: _Search) -> None:
    """Add the roles that are used without a definition, where the side has none that is defined."""
    for roles, side in ((CUSTOMER_ROLES, search.customer), (VENDOR_ROLES, search.vendor)):
        if not side & roles & search.terms:
            side |= {role for role in roles if search.totals[role] >= _OFTEN}


def _take_pronouns(search: _Search) -> None:
    """Add "you", "we" and "us": beside other names only where they are used throughout."""
    for pronouns, side in ((("you",), search.customer), (("we", "us"), search.vendor)):
        enough = _OFTEN if side - _PRONOUNS else 1
        side |= {pronoun for pronoun in pronouns if search.totals[pronoun] >= enough}
    if not search.customer and not search.keeps_secrets:
        search.customer |= {role for role in _LATE_CUSTOMER if search.totals[role] >= _OFTEN}


def _place_companies(texts: Sequence[str], search: _Search) -> None:
    """Give companies the side that has none yet; between two, the one that grants or supplies is the vendor."""
    companies = [names for names in search.companies if not names & (search.customer | search.vendor)]
    companies.sort(key=lambda names: -max(search.totals[name] for name in names))
    if not companies:
        return
    uses = max(search.totals[name] for name in companies[0])
    passing = all(search.totals[name] * _OFTEN < uses for name in search.vendor)
    if (search.customer or search.totals["you"]) and (search.vendor <= _VENDOR - VENDOR_ROLES or passing):
        search.vendor |= companies[0]
    elif search.vendor and not search.customer and not search.totals["you"]:
        search.customer |= companies[0]
    elif not search.customer and not search.vendor and len(companies) > 1:
        granting = [text for text in texts if any(verb in text for verb in _GRANTING)]
        grants = Counter(match[1].lower() for text in granting for match in _GRANTS.finditer(text))
        first, second = companies[:2]
        lead = sum(grants[name] for name in first) - sum(grants[name] for name in second)
        if lead:
            search.vendor |= first if lead > 0 else second
            search.customer |= second if lead > 0 else first


def _take_actor(texts: Sequence[str], search: _Search) -> None:
    """Add as vendor the name that acts in the sentences of the contract and is no thing it defines, nor a country."""
    acts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    companies = {match[0].lower() for text in texts for match in COMPANY.finditer(text)}
    for text in texts:
        for match in _ACTS.finditer(text):
            name = match[1].removeprefix("The ").lower()
            words = set(name.split())
            if search.totals[name] and not words & (_NO_PARTY | _PRONOUNS | POSSESSIVE) and not match[1].isupper():
                acts[name] += 1
                spelled[name] = match[1].removeprefix("The ")
    heads = {name for name in acts if any(company.startswith(f"{name} ") for company in companies)}
    for name in heads:
        acts[name] *= 5
    common = {word for text in texts for word in _SMALL.findall(text)} - _VENDOR - {"company"}
    things = search.terms | {term.removesuffix("s") for term in search.terms} | common
    for name in things - heads | search.customer | _PRONOUNS:
        del acts[name]
    for name in list(acts):
        thing = set(name.split()) & (search.customer | common) or name.endswith("s")
        if name not in heads and (thing or _is_place(spelled[name], texts)):
            del acts[name]
    if acts:
        search.vendor.add(max(acts.items(), key=lambda item: (item[1], item[0]))[0])


def _is_place(name: str, texts: Sequence[str]) -> bool:
    """Tell whether a name is that of a country or state: it stands after "laws of", "State of" or "in".

    "In Heron's help centre" is no country.
    """
    place = re.compile(
        rf"\b(?:(?:laws?|[Ss]tates?|courts?|[Rr]epublic|[Gg]overnment) of|in)(?: the)? {re.escape(name)}\b(?![’']s)"
    )
    return any(place.search(text) for text in texts if name in text)


def _ranked(names: set[str], search: _Search) -> tuple[str, ...]:
    """Return `names` as they are spelled, the most used first; names never used alone are left out.

    A pronoun counts as capitalised only where it is so within sentences as well.
    """
    used = sorted((name for name in names if search.totals[name]), key=lambda name: (-search.totals[name], name))
    spellings: dict[str, Counter[str]] = {name: Counter() for name in used}
    for spelling, times in search.uses.items():
        if spelling.lower() in spellings:
            spellings[spelling.lower()][spelling] += times
    return tuple(
        name if name in _PRONOUNS and found[name] * 4 >= search.totals[name] else max(found, key=found.__getitem__)
        for name, found in spellings.items()
    )
