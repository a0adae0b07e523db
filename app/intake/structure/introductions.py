"""Who the parties are by name: as a contract introduces them, in its preamble, a definition or a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.intake.structure.terms import Definitions, Group
from app.model.document import Paragraph, SignatureBlock
from app.model.span import Place, Span

_SUFFIX = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|LLC|L\.L\.C|Ltd|LTD|ltd|Limited|LIMITED|Corp|CORP|Corporation|CORPORATION|"
    r"Company|COMPANY|Co|GmbH|AG|AB|AS|ASA|A/S|SE|SA|S\.A|SAS|S\.r\.l|SRL|SpA|B\.V|BV|N\.V|NV|PLC|plc|LLP"
    r"|LP|L\.P|PBC|Pty|Pte"
    r"|Oy|ApS|Partnership|Bank|(?:University|Foundation|Institute|Association)(?: of [A-Z]\w{1,30})?)"
)
COMPANY = re.compile(
    r"\b[A-Z][\w&’'-]{0,40}(?:\.[\w&’'-]{1,20}){0,3}(?: (?:of|and|&|the"
    r"|[A-Z][\w&’'-]{0,40}(?:\.[\w&’'-]{1,20}){0,3}\.?)){0,6},? "
    rf"{_SUFFIX}\b(?:\.(?=[,\s]|\Z))?"
)
_OPENS = re.compile(
    r"\b(?:between|among|made by|entered into by|by and on behalf of|parties:?\Z|PARTIES:?\Z)", re.IGNORECASE
)
_LAST_OPENING = re.compile(
    r"\b(?:between|among|entered into by|made by|and|with)\b(?::|\s+and\s+among|\s+the following parties:?)?"
)
_ENDS = re.compile(r"\b(?:WHEREAS|RECITALS|BACKGROUND|agree as follows|hereby agree|Recitals|Background)\b")
_NAME = re.compile(
    r"[\s,;:]*(?:and|AND|&)?\s*(?:\(?(?:\d{1,2}|[a-z]|i{1,3})[.)]\s*)?(?:the |The |THE )?"
    r"(?P<name>[A-Z0-9][^,;()\n“\"]{0,90}?(?:,? (?:Inc|INC|LLC|L\.L\.C|Ltd|LTD|Corp|CORP|Co|LP|LLP|PLC"
    r"|PBC|S\.A|N\.A|B\.V)\b\.?)?)"
    r"(?=,|;|\(|\n|\s+(?:an?|the|with|having|located|whose|incorporated|organi[sz]ed|of|at|residing"
    r"|acting|and its|on|to)\b|\s*\Z)"
)
_UNQUOTED = re.compile(r"\((?:the |hereinafter |“|\")?([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})\s?(?:”|\")?\)")
_BLANK = re.compile(r"\[[^\]]*\]|\{[^}]*\}|_{3,}|\*{3,}|…|\.{4,}|<[^>]*>|X{3,}")
_PERSON = re.compile(
    r"\b(?:you|organi[sz]ation|entity|person|individual|party|company|customer|user|purchaser"
    r"|employer)\b[^().;]{0,120}\Z",
    re.IGNORECASE,
)
_MEANS = re.compile(r"\W{0,2}\s{0,9}(?:shall mean|means?|refers? to|is)\s{1,9}(?:the\s)?")
_ROLE = re.compile(
    r"(?:the\s)?(customer|client|provider|vendor|supplier|licensor|licensee|company|contractor|consultant"
    r"|buyer|seller|subscriber"
    r"|discloser|recipient|disclosing party|receiving party|party [ab12]|employer|employee"
    r"|service provider)\W{0,3}(?:name)?\W{0,2}",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:agreement|dates?|services?|terms?|section|part(?:y|ies)|contract|exhibit|schedule|license"
    r"|products?|policy|notice|sites?"
    r"|software|materials|marks|data|fees?|period|order|account|content|input|output|shares|trademarks"
    r"|board|addendum|rules"
    r"|amount|price|ip|users?|information|offerings?)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(r"(?:service provider|(?:disclosing|receiving|entrusted) party|party [ab12])", re.IGNORECASE)
_NOT_A_NAME = frozenset(
    (
        *(
            "the",
            "and",
            "whereas",
            "this",
            "agreement",
            "delaware",
            "investment",
            "a",
            "an",
            "of",
            "you",
            "your",
            "or",
            "by",
        ),
        *(
            "company",
            "general",
            "legal",
            "users",
            "with",
            "into",
            "between",
            "corporation",
            "in",
            "to",
            "at",
            "for",
            "india",
        ),
        *(
            "board",
            "commission",
            "partner",
            "limited",
            "that",
            "use",
            "services",
            "terms",
            "effective",
            "date",
            "customer",
            "licensee",
            "licensor",
        ),
    )
)
_STARTS = re.compile(
    r"(?:.*\b(?:WITH|BETWEEN|with|between)\s|(?:Between|And|BETWEEN|AND|WHEREAS|At)\b[:,]?\s+"
    r"|[Yy]ou and\s|(?:the|The|THE)\s)+"
)
_SENTENCE = re.compile(
    r"\b(?:will|shall|may|must|intends?|with|has|have|is|are|regard|reports?|that|any|such|from|each)\b"
)
_LONGEST_SHORT = 60
_YOU = re.compile(r"\b(?:you|YOU|THAT|AGREE)\b")
_MAX_WORDS = 9
_WITHIN = 60
_MOST = 500  # introductions
_REACH = 300
_LONGEST_PREAMBLE = 10
_LONGEST_OPENING = 2500


class Introduction(NamedTuple):
    """A party as it is introduced.

    Attributes:
        name: In full; "" where it is left blank or only described ("you").
        short: Names it is given.
        opening: Whether this is said where the contract names those it is between.
    """

    name: str
    short: tuple[str, ...]
    place: Place
    opening: bool


def find_introductions(
    paragraphs: Sequence[Paragraph], signatures: Sequence[SignatureBlock], definitions: Definitions
) -> list[Introduction]:
    """Return the parties in the order they are introduced; names of signature blocks count where there are none."""
    body = [paragraph for paragraph in paragraphs if paragraph.story == "body"]
    opening = _preamble(body, definitions)
    found: list[Introduction] = []
    for paragraph in body:
        groups = definitions.get(paragraph.index, ())
        if groups or paragraph.index in opening:
            found += _introduced(paragraph, groups[:_MOST], opening=paragraph.index in opening)
        if len(found) > _MOST:
            break
    found += _in_tables(body)
    found = _once(found)
    if not found:
        for block in signatures:
            company = COMPANY.search(block.party)
            role = _ROLE.fullmatch(block.party)
            if company is not None or role is not None:
                name = company[0] if company else ""
                short = () if company else (block.party,)
                found.append(Introduction(name, short, Place(block.first, Span(0, 0)), opening=not company))
    return _once(found)


def _preamble(body: Sequence[Paragraph], definitions: Definitions) -> set[int]:
    """Return the paragraphs in which the contract says whom it is between."""
    for start, paragraph in enumerate(body[:_WITHIN]):
        if (
            len(paragraph.text) > 12
            and _OPENS.search(paragraph.text[:2000])
            and _has_party(body[start : start + 3], definitions)
        ):
            found = {paragraph.index}
            introduced = len(definitions.get(paragraph.index, ()))
            last = paragraph
            for following in body[start + 1 : start + _LONGEST_PREAMBLE]:
                done = introduced > 1 and last.text.rstrip().endswith(".")
                clause = following.label and following.kind == "heading" and following.index not in definitions
                if done or clause or _ENDS.search(following.text[:200]):
                    break
                found.add(following.index)
                introduced += len(definitions.get(following.index, ()))
                last = following
            return found
    return set()


def _has_party(paragraphs: Sequence[Paragraph], definitions: Definitions) -> bool:
    for paragraph in paragraphs:
        text = paragraph.text[:2000]
        if paragraph.index in definitions or COMPANY.search(text) or _UNQUOTED.search(text):
            return True
    return False


def _introduced(paragraph: Paragraph, groups: Sequence[Group], *, opening: bool) -> Iterator[Introduction]:
    """Yield what one paragraph introduces with a short name, as a party would be."""
    text = paragraph.text
    ends = _ENDS.search(text, 100) if opening else None
    reach = min(len(text), ends.start() if ends else _LONGEST_OPENING)
    last = 0
    for short, start, end in _short_names(text, groups, unquoted=opening):
        here = opening and start < reach
        if all(_NO_NAME.search(name) is None or _PARTY.fullmatch(name) for name in short):
            bracket = text.rfind("(", max(0, start - 60), start)
            before = text[max(last, start - _REACH) : bracket] if bracket >= 0 else ""
            name = _name_before(before, short, opening=here) if before.strip() else _name_after(text, end)
            if name is not None:
                at = text.rfind(name, max(0, start - 2 * _REACH), start) if name else -1
                span = Span(at, at + len(name)) if at >= 0 else Span(start, end)
                yield Introduction(_tidy(name), short, Place(paragraph.index, span), here)
        last = end


def _short_names(text: str, groups: Sequence[Group], *, unquoted: bool) -> list[tuple[tuple[str, ...], int, int]]:
    """Return the names that are defined together, with where they begin and end."""
    if unquoted and not groups:
        unmarked = _UNQUOTED.finditer(text[:_LONGEST_OPENING])
        return [((match[1],), match.start(1), match.end(1)) for match in unmarked]
    named = []
    for group in groups:
        short = tuple(text[span.start : span.end] for span in group if span.end - span.start <= _LONGEST_SHORT)
        named += [(short, group[0].start, group[-1].end)] if short else []
    return named


def _name_before(before: str, short: Sequence[str], *, opening: bool) -> str | None:
    """Return the name before a definition in parentheses; "" for a person described or left blank, None for none."""
    tail = before[before.rfind(")") + 1 :]
    if opening and not COMPANY.search(tail) and COMPANY.search(before):
        tail = before
    latest = re.split(r"\b(?:and|AND|And)\b", tail)[-1]
    if _BLANK.search(latest) or (_PERSON.search(latest) and not COMPANY.search(latest)):
        return ""
    companies = [name for match in COMPANY.finditer(tail) if (name := _plain(match[0]))]
    alike = [name for name in companies if share_a_word(name, short)]
    if companies and (opening or alike or not re.search(r"\.\s", tail)):
        return alike[0] if alike else companies[0] if opening else companies[-1]
    if opening:
        openings = [match.end() for match in _LAST_OPENING.finditer(tail)]
        for at in openings or [0]:
            found = _NAME.match(tail, at)
            name = _plain(found["name"]) if found is not None else ""
            if name and not (_NO_NAME.search(name) or _SENTENCE.search(name)) and len(name.split()) <= _MAX_WORDS:
                return name
        if _PERSON.search(tail):
            return ""
    return "" if re.search(r"\b[Yy]ou\b[^().;]{0,120}\Z", tail) else None


def _plain(name: str) -> str:
    """Return a name without the words of the sentence before it; "" where nothing of a name is left."""
    start = _STARTS.match(name)
    name = name[start.end() :] if start else name
    if _YOU.search(name):
        return ""
    words = re.findall(r"[^\W\d_]+", name)
    return name if any(word.lower() not in _NOT_A_NAME and word[0].isupper() for word in words) else ""


def share_a_word(name: str, short: Sequence[str]) -> bool:
    """Tell whether a full name and short names have a word or initials in common."""
    words = set(re.findall(r"\w{3,}", name.lower()))
    initials = "".join(word[0] for word in re.findall(r"\w+", name.lower()))
    return any(initials.startswith(each.lower()) or words & set(re.findall(r"\w{3,}", each.lower())) for each in short)


def _name_after(text: str, end: int) -> str | None:
    """Return the company that a term is said to mean."""
    means = _MEANS.match(text, end)
    company = COMPANY.match(text, means.end()) if means else None
    return (_plain(company[0]) or None) if company else None


def _in_tables(body: Iterable[Paragraph]) -> Iterator[Introduction]:
    """Yield the parties of tables in whose rows a role stands before or above a name."""
    rows: dict[tuple[int, int], list[Paragraph]] = {}
    for paragraph in body:
        if paragraph.cell is not None:
            rows.setdefault((paragraph.cell.table, paragraph.cell.row), []).append(paragraph)
    for cells in rows.values():
        role = _ROLE.fullmatch(cells[0].text.strip())
        if (
            role is not None
            and len(cells) == 2
            and len(cells[1].text) <= 100
            and "." not in cells[1].text[:-1].replace("Inc.", "")
        ):
            value = cells[1].text.strip()
            name = "" if _BLANK.search(value) else value.split("\n")[0]
            if not name or COMPANY.search(name):
                yield Introduction(name, (role[1].title(),), Place(cells[1].index, Span(0, len(value))), opening=True)


def _once(found: Sequence[Introduction]) -> list[Introduction]:
    """Return each party once, with all its short names."""
    kept: list[Introduction] = []
    known: dict[str, int] = {}
    for each in found:
        full = [each.name.lower()] if each.name else []
        keys = [*full, *(name.lower() for name in each.short)]
        same = next((place for key in keys if (place := known.get(key)) is not None), None)
        if same is not None and full and kept[same].name and kept[same].name.lower() != full[0]:
            same = None
        if same is None:
            same = len(kept)
            kept.append(each)
        else:
            other = kept[same]
            short = tuple(dict.fromkeys((*other.short, *each.short)))
            kept[same] = other._replace(
                name=other.name or each.name, short=short, opening=other.opening or each.opening
            )
        for key in keys:
            known.setdefault(key, same)
    return kept


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" ,;:-*")
