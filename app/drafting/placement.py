"""Where a new clause goes, which neighbour it looks like, and which number it gets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.drafting.numbering import Number, first_like, following, inserted, parse_number
from app.drafting.outline import Outline, has_small_letters, is_numbered
from app.drafting.titles import is_titled
from app.model.document import Section
from app.model.redline import NewParagraph

_LAW = "governing-law"
_HEADING_STOP = re.compile(r"\s*[.:–—-]*$")


@dataclass(frozen=True, slots=True)
class Site:
    """A place for a new clause.

    Attributes:
        after: Paragraph that it follows.
        like: Paragraph that its first paragraph looks like.
        number: Numbered paragraph after which it counts; None where it has no number.
        heading: Paragraph that its heading looks like, where headings stand on lines of their own.
        titled: Whether its heading is run into its first sentence.
    """

    after: int
    like: int
    number: int | None = None
    heading: int | None = None
    titled: bool = False


def find_site(
    outline: Outline,
    after: tuple[str, ...],
    carriers: Mapping[str, tuple[int, ...]],
    headings: Mapping[str, tuple[str, ...]],
) -> Site:
    """Return where a new clause goes.

    It follows the first clause type of `after` that the document has, at the same level of its list; else it stands at
    the end of the section whose title says that one of these types belongs there; else before the governing law, where
    that stands among the last clauses; else at the end of the terms.

    Args:
        outline: The document's lists.
        after: Ids of clause types.
        carriers: The carrying paragraphs by id of clause type.
        headings: The phrases that head a clause type, by its id.
    """
    for rank, clause in enumerate(after):
        if carrying := _body(outline, carriers.get(clause, ())):
            anchor = _anchor(outline, carrying)
            return (_site_beside(outline, anchor) if rank else None) or _site_after(outline, anchor)
    for clause in after:
        for section in outline.document.sections:
            if is_titled(section.title, headings.get(clause, ())) and _is_of_terms(outline, section):
                return _site_in(outline, section)
    law = _body(outline, carriers.get(_LAW, ()))
    if law and 2 * law[0] >= outline.terms_end():
        return _site_before(outline, _climbed(outline, law[0]))
    return _site_at_end(outline)


def _is_of_terms(outline: Outline, section: Section) -> bool:
    """Tell whether a new clause may stand in `section`: in the body and before the signatures and exhibits."""
    first = outline.paragraphs[section.first]
    return first.story == "body" and first.kind != "table-cell" and section.first < outline.terms_end()


def _site_in(outline: Outline, section: Section) -> Site:
    """Return the site at the end of `section`: after its last numbered part, else after its last paragraph."""
    first = outline.paragraphs[section.first]
    parts = [p for p in outline.paragraphs[section.first + 1 : section.end] if p.parent == section.first]
    numbered = [part for part in parts if is_numbered(part)]
    if numbered and not any(map(outline.is_fragment, numbered)):
        return _numbered_site(outline, numbered[-1].index, outline.end_of(numbered[-1].index))
    if first.kind != "heading":
        return _site_after(outline, first.index)
    last = outline.end_of(first.index)
    tail = next((p for p in reversed(outline.paragraphs[first.index : last + 1]) if outline.is_plain(p.index)), None)
    return _site_after(outline, _climbed(outline, tail.index) if tail else first.index)


def _body(outline: Outline, carrying: tuple[int, ...]) -> list[int]:
    """Return those of the paragraphs `carrying` a type beside which a new clause can stand."""
    kinds = ("body", "list-item", "table-cell")
    found = [
        index for index in carrying if outline.paragraphs[index].kind in kinds and not outline.is_definition(index)
    ]
    start = min((section.first for section in outline.document.sections), default=0)
    return [index for index in found if outline.paragraphs[index].story == "body" and not _opens(outline, index, start)]


def _opens(outline: Outline, index: int, start: int) -> bool:
    """Tell whether paragraph `index` introduces the terms, whose first section begins at `start`."""
    return index < start and not is_numbered(outline.paragraphs[index])


def _anchor(outline: Outline, carrying: list[int]) -> int:
    """Return the paragraph that a new clause follows: the first of `carrying`, or the last of its neighbours there."""
    anchor = _climbed(outline, carrying[0])
    while (further := outline.end_of(anchor) + 1) in carrying:
        here, there = outline.paragraphs[anchor], outline.paragraphs[further]
        if there.parent != here.parent or is_numbered(there) != is_numbered(here) or there.kind != here.kind:
            break
        anchor = further
    return anchor


def _climbed(outline: Outline, index: int) -> int:
    """Return the lead-in whose sentence holds list item `index`; `index` itself where it is a sentence of its own."""
    paragraph = outline.paragraphs[index]
    while paragraph.parent is not None and outline.is_fragment(paragraph):
        paragraph = outline.paragraphs[paragraph.parent]
    return paragraph.index


def _site_beside(outline: Outline, anchor: int) -> Site | None:
    """Return the site after the section of `anchor`, as a section of its own, where that has a heading and no more.

    Another clause type would stand under a heading that is not about it. None where the section is made otherwise.
    """
    number = outline.paragraphs[anchor].section
    if number is None or not outline.is_plain(anchor) or is_numbered(outline.paragraphs[anchor]):
        return None
    heading = outline.document.sections[number].first
    if outline.paragraphs[heading].kind != "heading" or heading != anchor - 1 or outline.end_of(heading) != anchor:
        return None
    if is_numbered(outline.paragraphs[heading]):
        return _numbered_site(outline, heading, anchor)
    return Site(anchor, anchor, heading=heading)


def _site_after(outline: Outline, anchor: int) -> Site:
    paragraph = outline.paragraphs[anchor]
    if paragraph.kind == "table-cell":
        after = anchor
        while after + 1 < len(outline.paragraphs) and outline.paragraphs[after + 1].kind == "table-cell":
            after += 1
        return Site(after, _nearest_plain(outline, anchor))
    if is_numbered(paragraph):
        return _numbered_site(outline, anchor, outline.end_of(anchor))
    like = anchor if outline.is_plain(anchor) else _nearest_plain(outline, anchor)
    return Site(outline.end_of(anchor), like, titled=bool(outline.run_in_heading(like)))


def _numbered_site(outline: Outline, number: int, after: int) -> Site:
    """Return the site of an item that counts after paragraph `number` and stands after paragraph `after`.

    It goes behind all items of the list where these have small letters or Roman numbers, between which nothing is
    commonly put, and where automatic numbering would count later items anew that the document cites by their number.
    """
    family = outline.siblings(number)
    first = outline.paragraphs[number]
    cited = not first.typed and any(outline.is_cited(member) for member in family if member > number)
    if family[-1] != number and (cited or has_small_letters(first)):
        number = family[-1]
        after = outline.end_of(number)
    by_distance = sorted(family, key=lambda member: abs(member - number))
    plain = [member for member in by_distance if outline.is_plain(member)]
    with_heading = [member for member in plain if outline.run_in_heading(member)]
    if with_heading and 2 * len(with_heading) >= len(plain):
        return Site(after, with_heading[0], number, titled=True)
    if outline.paragraphs[number].kind == "heading" and not plain:
        return Site(after, _body_under(outline, number), number, heading=number)
    return Site(after, plain[0] if plain else _nearest_plain(outline, number), number)


def _body_under(outline: Outline, heading: int) -> int:
    """Return the paragraph that the body of a new clause looks like: one under `heading` or under a sibling of it."""
    for sibling in sorted(outline.siblings(heading), key=lambda member: abs(member - heading)):
        for index in range(sibling + 1, outline.end_of(sibling) + 1):
            if outline.is_plain(index):
                return index
    return _nearest_plain(outline, heading)


def _nearest_plain(outline: Outline, index: int) -> int:
    """Return the paragraph of plain text nearest to `index`, one without a number if possible; else `index`."""
    plain = [paragraph for paragraph in outline.paragraphs if outline.is_plain(paragraph.index)]
    ranked = sorted(plain, key=lambda p: (bool(p.marker), abs(p.index - index)))
    return ranked[0].index if ranked else index


def _site_before(outline: Outline, law: int) -> Site:
    """Return the site before the clause `law`, and before the headings right above it, items of its list apart."""
    earlier = [member for member in outline.siblings(law) if member < law]
    start = law
    while start > 0 and outline.paragraphs[start - 1].kind == "heading" and start - 1 not in earlier:
        start -= 1
    if earlier:
        return _numbered_site(outline, earlier[-1], start - 1)
    if start < law:
        return _site_before_heading(outline, law - 1)
    if is_numbered(outline.paragraphs[law]) or law == 0:
        return _site_after(outline, law)
    return Site(law - 1, law, titled=bool(outline.run_in_heading(law)))


def _site_before_heading(outline: Outline, heading: int) -> Site:
    """Return the site of a clause with a heading of its own before the clause under `heading`."""
    if not is_numbered(outline.paragraphs[heading]):
        return Site(heading - 1, _body_under(outline, heading), heading=heading) if heading else _site_after(outline, 0)
    earlier = [member for member in outline.siblings(heading) if member < heading]
    if not earlier:
        return _numbered_site(outline, heading, outline.end_of(heading))
    return _numbered_site(outline, earlier[-1], heading - 1)


def _site_at_end(outline: Outline) -> Site:
    """Return the site after the last clause of the terms, as a clause of the highest level."""
    end = outline.terms_end()
    tail = next(p.index for p in reversed(outline.paragraphs[:end]) if p.story == "body")
    top = outline.paragraphs[tail]
    while top.parent is not None:
        top = outline.paragraphs[top.parent]
    if not is_numbered(top) and top.section is not None:
        top = outline.paragraphs[outline.document.sections[top.section].first]
    if is_numbered(top):
        return _numbered_site(outline, top.index, tail)
    if top.kind == "heading":
        return Site(tail, _body_under(outline, top.index), heading=top.index)
    like = top.index if outline.is_plain(top.index) else _nearest_plain(outline, top.index)
    return Site(tail, like, titled=bool(outline.run_in_heading(like)))


def new_paragraphs(
    outline: Outline, site: Site, heading: str, texts: tuple[str, ...], earlier: int = 0
) -> tuple[NewParagraph, ...]:
    """Return the paragraphs of a new clause at `site`.

    Args:
        outline: The document's lists.
        site: Where it goes.
        heading: Its heading, such as "Cure Period."; "" for none.
        texts: Its paragraphs, slots filled.
        earlier: How many new clauses stand at this site before it.
    """
    marker = "" if site.number is None else _marker(outline, site.number, earlier)
    if site.heading is not None and heading:
        title = _heading_like(outline.paragraphs[site.heading].text, heading)
        return _under_heading(outline, site, NewParagraph(site.after, site.heading, title, marker), texts)
    first = outline.paragraphs[site.like]
    bullet = first.marker if first.typed and not is_numbered(first) else ""
    title = _heading_like(outline.run_in_heading(site.like), heading) if site.titled and heading else ""
    rest_like = site.like if first.typed or not first.marker else _nearest_plain(outline, site.like)
    return (
        NewParagraph(site.after, site.like, f"{title} {texts[0]}".strip(), marker or bullet, title),
        *(NewParagraph(site.after, rest_like, text, bullet) for text in texts[1:]),
    )


def _marker(outline: Outline, number: int, earlier: int) -> str:
    """Return the number to type: the next of the list, or where that is taken one between ("4A.")."""
    paragraph = outline.paragraphs[number]
    found = parse_number(paragraph.marker)
    if not paragraph.typed or found is None:
        return ""
    style = outline.style(number)
    if outline.siblings(number)[-1] == number:
        return following(_last_line(paragraph.text, found), style, earlier + 1).text
    return inserted(found, style, earlier + 1).text


def _last_line(text: str, number: Number) -> Number:
    """Return the last number typed like `number` at the start of a line inside its paragraph; else `number`."""
    core = r"\d+" if number.core.isdecimal() else "[A-Za-z]{1,4}"
    typed = re.findall(rf"\n[ \t]*{re.escape(number.before)}({core}){re.escape(number.after)}(?=\s)", text)
    return Number(number.before, typed[-1], number.after) if typed else number


def _under_heading(
    outline: Outline, site: Site, heading: NewParagraph, texts: tuple[str, ...]
) -> tuple[NewParagraph, ...]:
    """Return a heading on a line of its own and the paragraphs under it, numbered as those of its neighbours are."""
    body = (
        NewParagraph(site.after, site.like, text, _marker_below(outline, site.like, heading.marker, step))
        for step, text in enumerate(texts)
    )
    return (heading, *body)


def _marker_below(outline: Outline, like: int, heading: str, step: int) -> str:
    """Return the number of paragraph `step` under a new heading: "6A.1" under "6A." where a neighbour has "6.1"."""
    neighbour = outline.paragraphs[like]
    found = parse_number(neighbour.marker)
    if not neighbour.typed or found is None:
        return neighbour.marker if neighbour.typed else ""
    style = outline.style(like)
    first = first_like(found, style)
    above = "" if neighbour.section is None else outline.document.sections[neighbour.section].label
    if heading and above and first.before.startswith(above):
        new = heading.rsplit(maxsplit=1)[-1].rstrip(".:)")
        first = Number(new + first.before[len(above) :], first.core, first.after)
    return following(first, style, step).text


def _heading_like(model: str, heading: str) -> str:
    """Return `heading` with the stop and the capitals of the heading `model`."""
    core = _HEADING_STOP.sub("", heading)
    stop = _HEADING_STOP.search(model)
    title = core.upper() if model.isupper() else core
    return title + (stop[0].rstrip() if stop else "")
