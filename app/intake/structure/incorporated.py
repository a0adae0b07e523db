"""Other documents that the words make part of the contract, or that they send the reader to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.model.document import Exhibit, IncorporatedDocument, Paragraph, Section
from app.model.marks import Link
from app.model.span import Place, Span

_NOUN = (
    r"(?:Polic(?:y|ies)|Terms (?:of (?:Service|Use|Sale)|and Conditions)|Terms|Addend(?:um|a)|Agreements?|Guidelines?"
    r"|Code of Conduct|Licen[cs]e|Notice|Contractual Clauses|Standards|Rules|Conditions|Handbook|Manual"
    r"|Statement of Work"
    r"|Order Form|SLA|DPA|AUP|BAA)"
)
_HINTS = (
    *(
        "olic",
        "erms",
        "ddend",
        "greement",
        "uideline",
        "onduct",
        "icen",
        "otice",
        "lauses",
        "tandard",
        "ules",
        "onditions",
    ),
    *("andbook", "anual", "tatement", "rder Form", "SLA", "DPA", "AUP", "BAA"),
)
_WORD = re.compile(r"[A-Z0-9][\w’'&/‑-]{0,40}(?:\.[A-Za-z]{2,10})?")
_END = re.compile(rf"{_NOUN}(?![\w-])(?! (?:Agreement|Policy|Terms|Addendum)\b)")
"""Begins with letters, which are looked for faster than the edge of a word; `_names` sees to that."""

_JOINING = frozenset(("and", "of", "for", "on", "to", "the"))
_OPENING = "“\"‘'(["
_MAX_WORDS = 7
_MAX_JOINING = 2
_LONGEST_WORD = 60
_USUAL = re.compile(
    r"(?:\b(?:Use|Usage|Privacy|Cookies?|Security|Refund|Support|Content|Community|Brand|Trademark"
    r"|Copyright|Retention|Moderation"
    r"|Publication|Regions?|Travel|Expenses?|Data(?: Protection)?) (?:Polic(?:y|ies)|Guidelines?|Notice|Standards)"
    r"|\b(?:Data (?:Processing|Protection)|Business Associate|Service Level|Disclosure|User Licen[cs]e"
    r"|(?:Service|Business"
    r"|Consumer|Credits?|Product|Specific) Terms) ?(?:Addendum|Agreement|Terms)?|\bMaster [\w ]{1,40} Agreement"
    r"|Terms of (?:Service|Use|Sale)|\w Contractual Clauses|Code of Conduct)\Z"
)
_BEGINNING = re.compile(
    r"(?:(?:.*\b(?:This|The|These|and the|[\w.-]+[’']s)|Our|Your|Its|Their|Any|All|Each|Such|That|Under"
    r"|In|If|See|By|And|Or|Of|To"
    r"|With|For|Please|Subject to|Other|Review|Read|Execute|Accept|\w+(?:tions?|ments?) of"
    r"|(?:Section|Clause|Article|Annex|Exhibit|Schedule|Part|Module)s? [\w.()]+ (?:of|to)|.*\bof(?= the ))[ \xa0]"
    r"(?:the[ \xa0])?)+"
)
_SELF = re.compile(r"\b[Tt]h(?:is|ese)[ \xa0]\Z")
_SELF_NAMED = re.compile(rf"[Tt]h(?:is|ese)[ \xa0]((?:[A-Z][\w’'&/-]{{0,40}}[ \xa0]){{0,6}}?{_NOUN})\b")
_BY_REFERENCE = re.compile(
    r"\bincorporated\b[^.]{0,60}\bby (?:this )?reference|\bby reference\b[^.]{0,40}\bincorporat"
    r"|\bmade (?:a )?part of this"
    r"|\bforms? (?:a )?part of th(?:is|ese)"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”()\[\]]{3,300}"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|ai|io|eu|de|gov|co\.uk)/[^\s<>\"“”()\[\]]{1,200}"
)
_POINTS = re.compile(
    r"\b(?:available|located|found|posted|published|set (?:forth|out)|accessible|provided|listed"
    r"|described|updated|viewed)\b"
    r"[^.;]{0,30}\Z",
    re.IGNORECASE,
)
_BETWEEN = 160
_TRAIL = ".,;:'’)"
_MAX_NAMES = 200
_MAX_LINKS = 1000
"""Links of one paragraph that are looked at."""

_OF_ITS_OWN = 8
"""Paragraphs that a section has which is a document and not a clause about one."""


def find_incorporated(
    paragraphs: Sequence[Paragraph], sections: Sequence[Section], exhibits: Sequence[Exhibit]
) -> tuple[IncorporatedDocument, ...]:
    """Return the other documents in the order of their first mention, each once.

    A document counts where it has an address, is incorporated by reference, or is a policy, addendum or set of terms of
    a usual name; this very document does not.
    """
    own = _own_names(paragraphs[: exhibits[0].first] if exhibits else paragraphs)
    places = _attached(sections, exhibits)
    found: dict[str, IncorporatedDocument] = {}
    addresses: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.kind == "title":
            continue
        for name, span, url in _mentions(paragraph):
            key = _key(name)
            known = found.get(key)
            if known is None and url in addresses:
                continue  # the same document by another name
            if url:
                addresses.add(url)
            if known is None and key and key not in own and len(found) < _MAX_NAMES:
                found[key] = IncorporatedDocument(name, Place(paragraph.index, span), url, places.get(key))
            elif known is not None and url and not known.url:
                found[key] = IncorporatedDocument(known.name, known.place, url, known.attached)
    return tuple(found.values())


def _key(name: str) -> str:
    """Return a name for comparing: in small letters and the singular."""
    words = re.sub(r"\W+", " ", name.lower()).strip()
    return words.removesuffix("ies") + "y" if words.endswith("policies") else words.removesuffix("s")


def _own_names(paragraphs: Sequence[Paragraph]) -> set[str]:
    """Return the names of the document itself: its title, and what it calls "this ..."."""
    titles = [paragraph.text for paragraph in paragraphs[:3] if paragraph.kind in ("title", "heading")]
    names = {_key(title) for title in titles}
    for title in titles:
        names.update(_key(title.title()[start:end]) for start, end in _names(title.title()))
    for paragraph in paragraphs:
        if "his " in paragraph.text or "hese " in paragraph.text:
            names.update(_key(match[1]) for match in _SELF_NAMED.finditer(paragraph.text))
    return names


def _attached(sections: Sequence[Section], exhibits: Sequence[Exhibit]) -> dict[str, int]:
    """Return where documents begin that the file holds: exhibits by their titles, and long sections of such a name."""
    places: dict[str, int] = {}
    for section in sections:
        if section.level == 0 and not section.label and section.end - section.first >= _OF_ITS_OWN:
            places.setdefault(_key(section.title), section.first)
    for exhibit in exhibits:
        if exhibit.title:
            places[_key(exhibit.title)] = exhibit.first
    return places


def _mentions(paragraph: Paragraph) -> Iterator[tuple[str, Span, str]]:
    """Yield the documents named in a paragraph with their addresses, and addresses that no name stands before."""
    text = paragraph.text
    links = [link for link in paragraph.links[:_MAX_LINKS] if "://" in link.target or link.target.startswith("www.")]
    addresses = _addresses(text)
    taken: set[str] = set()
    if any(hint in text for hint in _HINTS):
        by_reference = _BY_REFERENCE.search(text) is not None
        for start, end in _names(text):
            if _SELF.search(text, max(0, start - 6), start):
                continue
            name = _trimmed(text[start:end])
            span = Span(end - len(name), end)
            url = _linked(span, links) or _given_after(text, span.end, addresses)
            taken.add(url)
            if not (" " in name or name.isupper()):
                continue
            if url or by_reference or _USUAL.search(name):
                yield name, span, url
    for start, end, url in addresses:
        if url not in taken and _POINTS.search(text, max(0, start - 60), start):
            yield url, Span(start, end), url


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names of documents begin and end: a noun for one, with the capitalised words before it."""
    for noun in _END.finditer(text):
        first = at = noun.start()
        if at and (text[at - 1].isalnum() or text[at - 1] == "_"):
            continue
        words = joining = 0
        while words < _MAX_WORDS and joining <= _MAX_JOINING and at > 0 and text[at - 1] in " \xa0":
            floor = max(0, at - _LONGEST_WORD)
            at = (
                max(text.rfind(" ", floor, at - 1), text.rfind("\xa0", floor, at - 1), text.rfind("\n", floor, at - 1))
                + 1
            )
            word = next(iter(text[at : noun.start()].split(maxsplit=1)), "")
            plain = word.lstrip(_OPENING)
            if _WORD.fullmatch(plain):
                first, words, joining = at + len(word) - len(plain), words + 1, 0
                if word != plain:
                    break
            elif word in _JOINING:
                joining += 1
            else:
                break
        yield first, noun.end()


def _trimmed(name: str) -> str:
    """Return a name without what only begins the sentence or says whose it is: "The", "Heron's"."""
    beginning = _BEGINNING.match(name)
    return name[beginning.end() :] if beginning else name


def _addresses(text: str) -> list[tuple[int, int, str]]:
    """Return the addresses in `text` with where they begin and end."""
    found = []
    for match in _ADDRESS.finditer(text) if "/" in text or "www." in text else ():
        url = match[0].rstrip(_TRAIL)
        found.append((match.start(), match.start() + len(url), url))
    return found


def _linked(span: Span, links: Sequence[Link]) -> str:
    """Return where a link on a name leads; "" without one."""
    return next((link.target for link in links if link.span.start < span.end and span.start < link.span.end), "")


def _given_after(text: str, end: int, addresses: Sequence[tuple[int, int, str]]) -> str:
    """Return the address that the words after a name give for it, in the same sentence; "" for none."""
    following = bisect_left(addresses, (end, 0, ""))
    if following == len(addresses):
        return ""
    start, _, url = addresses[following]
    between = text[end:start] if start - end <= _BETWEEN else ". "
    return url if ". " not in between and (len(between) <= len("” (at ") or _POINTS.search(between)) else ""
