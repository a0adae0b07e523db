"""The paragraphs of a new clause: its heading, its words and its number, in the manner of its neighbours."""

import re

from app.drafting.numbering import Number, first_like, following, inserted, parse_number
from app.drafting.outline import Outline, is_numbered
from app.drafting.placement import Site, nearest_plain
from app.model.redline import NewParagraph
from app.model.span import Span

_HEADING_STOP = re.compile(r"\s*[.:–—-]*$")


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
    model = outline.run_in_heading(site.like)
    title = _heading_like(model, heading) if site.titled and heading else ""
    gap = "  " if first.text[len(model) :].startswith("  ") else " "
    if any(style.span == Span(0, len(_HEADING_STOP.sub("", model))) for style in first.styles):
        marked = _HEADING_STOP.sub("", title)  # the stop is not emphasised
    else:
        marked = title
    rest_like = site.like if first.typed or not first.marker else nearest_plain(outline, site.like)
    return (
        NewParagraph(site.after, site.like, f"{title}{gap}{texts[0]}".strip(), marker or bullet, marked),
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
    new = heading.rsplit(maxsplit=1)[-1].rstrip(".:)") if heading else ""
    if new and new.count(".") + 1 == first.before.count(".") and new[0].isdecimal() == first.before[0].isdecimal():
        first = Number(f"{new}.", first.core, first.after)
    return following(first, style, step).text


def _heading_like(model: str, heading: str) -> str:
    """Return `heading` with the stop and the capitals of the heading `model`."""
    core = _HEADING_STOP.sub("", heading)
    stop = _HEADING_STOP.search(model)
    title = core.upper() if model.isupper() else core
    return title + (stop[0].rstrip() if stop else "")


def pushed_on(outline: Outline, new: NewParagraph) -> tuple[int, ...]:
    """Return the cited paragraphs whose automatic numbers `new` pushes on, as another item of their list."""
    like = outline.paragraphs[new.like]
    if like.typed or not is_numbered(like):
        return ()
    return tuple(member for member in outline.siblings(new.like) if member > new.after and outline.is_cited(member))
