"""Where a new clause goes, which neighbour it looks like, and after which number it counts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.drafting.outline import Outline, has_small_letters, is_numbered
from app.drafting.titles import last_lower, section_titled, titled_for
from app.model.document import Section

_LAW = "governing-law"


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
    under: tuple[str, ...] = (),
) -> Site:
    """Return where a new clause goes.

    It follows its own clause type, the first of `after`, at the same level of its list; else it stands at the end of
    the section with the first title of `under`; else beside the first related type of `after`, one that stands under
    its own title before one that stands elsewhere; else before the governing law, where that stands among the last
    clauses; else at the end of the terms.

    Args:
        outline: The document's lists.
        after: Ids of clause types, its own first.
        carriers: The carrying paragraphs by id of clause type.
        headings: The phrases that head a clause type, by its id.
        under: The phrases that head the sections it belongs to.
    """
    found = {clause: carrying for clause in after if (carrying := _body(outline, carriers.get(clause, ())))}
    titles = {clause: headings.get(clause, ()) + (under if clause in after[:1] else ()) for clause in found}
    at_home = {clause: titled_for(outline, carrying, titles[clause]) for clause, carrying in found.items()}
    for clause in found.keys() & set(after[:1]):
        anchor = _anchor(outline, [index for index, _ in at_home[clause]] or found[clause])
        return _completed(outline, _site_after(outline, anchor))
    for phrase in under:
        if section := section_titled(outline, phrase):
            return _completed(outline, _site_in(outline, section))
    for pairs in at_home.values():
        if pairs:
            anchor, section = _anchor(outline, [index for index, _ in pairs]), pairs[0][1]
            return _completed(outline, _site_beside(outline, anchor, section))
    for carrying in found.values():
        return _completed(outline, _site_near(outline, _anchor(outline, carrying)))
    law = _body(outline, carriers.get(_LAW, ()))
    if law and 2 * law[0] >= outline.terms_end():
        return _completed(outline, _site_before(outline, _climbed(outline, law[0])))
    return _completed(outline, _site_at_end(outline))


def _completed(outline: Outline, site: Site) -> Site:
    """Return `site` so that it parts neither a heading from its text nor the lines of a sentence."""
    after = site.after
    while after > 0 and outline.paragraphs[after].kind == "heading":
        after -= 1
    while outline.is_cut_off(after):
        after += 1
    return replace(site, after=after)


def _site_in(outline: Outline, section: Section) -> Site:
    """Return the site at the end of `section`: after its last part."""
    first = outline.paragraphs[section.first]
    parts = [p for p in outline.paragraphs[section.first + 1 : section.end] if p.parent == section.first]
    numbered = [part for part in parts if is_numbered(part) and part.kind != "heading"]
    if numbered and not any(map(outline.is_fragment, numbered)):
        return _numbered_site(outline, numbered[-1].index, outline.end_of(numbered[-1].index))
    if first.kind != "heading":
        return _site_after(outline, first.index)
    if last := last_lower(outline, section):
        return _own_section(outline, last) or _site_near(outline, outline.end_of(last.first))
    last_index = outline.end_of(first.index)
    body = reversed(outline.paragraphs[first.index : last_index + 1])
    tail = next((paragraph for paragraph in body if outline.is_plain(paragraph.index)), None)
    return _site_after(outline, _climbed(outline, tail.index) if tail else first.index)


def _body(outline: Outline, carrying: tuple[int, ...]) -> list[int]:
    """Return those of the paragraphs `carrying` a type beside which a new clause can stand.

    Those of further agreements in the same file are none; those of the terms go before those of exhibits.
    """
    kinds = ("body", "list-item", "table-cell")
    found = [
        index
        for index in carrying
        if outline.paragraphs[index].kind in kinds
        and outline.paragraphs[index].story == "body"
        and index < outline.stop
        and not outline.is_definition(index)
        and not outline.is_introduction(index)
    ]
    end = outline.terms_end()
    return [index for index in found if outline.start <= index < end] or found


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


def _site_beside(outline: Outline, anchor: int, home: Section) -> Site:
    """Return the site of another clause type beside the one that stands at `anchor` in its own section `home`.

    Another type would stand under a title that is not about it: where the parts of the section have no titles of
    their own, it becomes a section too, after this one.
    """
    part = _titled_part(outline, anchor, home)
    last = last_lower(outline, home) if part == home.first or not is_numbered(outline.paragraphs[part]) else None
    if last and (site := _own_section(outline, last)):
        return site
    if part == home.first and is_numbered(outline.paragraphs[part]):
        site = _numbered_site(outline, part, outline.end_of(part))
        return site if site.number == part else _site_near(outline, anchor)
    if is_numbered(outline.paragraphs[part]):
        family = [member for member in outline.siblings(part) if member < home.end] or [part]
        return _numbered_site(outline, family[-1], outline.end_of(family[-1]))
    return _own_section(outline, home) or _site_near(outline, anchor)


def _titled_part(outline: Outline, index: int, home: Section) -> int:
    """Return the part of the section `home` that holds paragraph `index`, of a list that may hold a new clause.

    The items of a sentence, and letters without titles, belong to the part above.
    """
    paragraph = outline.paragraphs[index]
    while paragraph.parent is not None and paragraph.parent >= home.first:
        is_part = is_numbered(paragraph) and not outline.is_fragment(paragraph)
        if is_part and (outline.has_titles(paragraph.index) or not has_small_letters(paragraph)):
            break
        paragraph = outline.paragraphs[paragraph.parent]
    return paragraph.index


def _own_section(outline: Outline, beside: Section) -> Site | None:
    """Return the site after `beside`, as a section of its own; None where that has no heading on a line of its own.

    The only heading of a level is the title of the whole document.
    """
    heading = outline.paragraphs[beside.first]
    levels = [outline.paragraphs[section.first].level for section in outline.document.sections]
    if heading.kind != "heading" or levels.count(heading.level) == 1:
        return None
    after = outline.end_of(beside.first)
    if is_numbered(heading):
        return _numbered_site(outline, beside.first, after)
    return Site(after, _body_under(outline, beside.first), heading=beside.first)


def _site_near(outline: Outline, anchor: int) -> Site:
    """Return the site after the related paragraph `anchor`, and after what goes on about the same in its section.

    It is a section of its own where the paragraph is all that its section holds.
    """
    number = outline.paragraphs[anchor].section
    site = _site_after(outline, anchor)
    if number is None or not outline.is_plain(anchor) or is_numbered(outline.paragraphs[anchor]):
        return site
    section = outline.document.sections[number]
    if outline.paragraphs[section.first].kind != "heading":
        return site
    last = outline.end_of(section.first)
    if section.first == anchor - 1 and last == anchor:
        return _own_section(outline, section) or site
    further = range(site.after + 1, last + 1)
    return replace(site, after=next((index for index in further if outline.run_in_heading(index)), last + 1) - 1)


def _site_after(outline: Outline, anchor: int) -> Site:
    paragraph = outline.paragraphs[anchor]
    if paragraph.kind == "table-cell":
        after = anchor
        while after + 1 < len(outline.paragraphs) and outline.paragraphs[after + 1].kind == "table-cell":
            after += 1
        return Site(after, nearest_plain(outline, anchor))
    if is_numbered(paragraph):
        return _numbered_site(outline, anchor, outline.end_of(anchor))
    like = anchor if outline.is_plain(anchor) else nearest_plain(outline, anchor)
    return Site(outline.end_of(anchor), like, titled=bool(outline.run_in_heading(like)))


def _numbered_site(outline: Outline, number: int, after: int) -> Site:
    """Return the site of an item that counts after paragraph `number` and stands after paragraph `after`.

    It goes behind all items of the list where these have small letters or Roman numbers, between which nothing is
    commonly put, and where automatic numbering would count later items anew that the document cites by their number.
    """
    family = outline.siblings(number)
    first = outline.paragraphs[number]
    cited = () if first.typed else tuple(m for m in family if m > number and outline.is_cited(m))
    last = family[-1] if has_small_letters(first) else cited[-1] if cited else number
    if last != number:
        number, after = last, outline.end_of(last)
    by_distance = sorted(family, key=lambda member: abs(member - number))
    plain = [member for member in by_distance if outline.is_plain(member)]
    with_heading = [member for member in plain if outline.run_in_heading(member)]
    if with_heading and 2 * len(with_heading) >= len(plain):
        return Site(after, with_heading[0], number, titled=True)
    if outline.paragraphs[number].kind == "heading" and not plain:
        return Site(after, _body_under(outline, number), number, heading=number)
    return Site(after, plain[0] if plain else nearest_plain(outline, number), number)


def _body_under(outline: Outline, heading: int) -> int:
    """Return the paragraph that the body of a new clause looks like: one under `heading` or under a sibling of it."""
    for sibling in sorted(outline.siblings(heading), key=lambda member: abs(member - heading)):
        for index in range(sibling + 1, outline.end_of(sibling) + 1):
            if outline.is_plain(index):
                return index
    return nearest_plain(outline, heading)


def nearest_plain(outline: Outline, index: int) -> int:
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
    like = top.index if outline.is_plain(top.index) else nearest_plain(outline, top.index)
    return Site(tail, like, titled=bool(outline.run_in_heading(like)))
