"""What blocks say of themselves: markers, labels, kinds, sections and the lead-ins of lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest

from app.intake.blocks import Block, shifted, shifted_boxes
from app.intake.structure.contents import contents_lines
from app.intake.structure.headings import (
    LONGEST_HEADING,
    is_emphasised_heading,
    is_strong_heading,
    is_weak_heading,
    run_in_end,
    title_of,
)
from app.intake.structure.labels import Item, Place, place_items
from app.intake.structure.markers import Marker, is_annex, read_automatic, split_bare_number, split_marker
from app.model.document import Paragraph, ParagraphKind, Section

_TITLE_WITHIN = 6
_ITEM_END = re.compile(r"(?:[;,]|;\s*(?:and|or|and/or))\s*$")


@dataclass(slots=True)
class _Draft:
    """A paragraph in the making.

    Attributes:
        marker: Typed or automatic.
        typed: Whether the marker was taken off the text.
        text: Without the marker.
        strong: Whether it has the form of a heading without regard to its neighbours.
        run_in: Where a heading run into its first sentence ends; 0 without one.
    """

    block: Block
    text: str
    marker: Marker | None
    typed: bool
    strong: bool = False
    unmarked_item: bool = False
    kind: ParagraphKind = "body"
    place: Place = field(default_factory=Place)
    run_in: int = 0

    @property
    def ends_as_lead_in(self) -> bool:
        """Whether its last words announce a list."""
        return self.text.rstrip().endswith((":", ":-", "—")) and self.kind != "table-cell"

    @property
    def is_lettered(self) -> bool:
        """Whether its marker is one of lists inside clauses: letters, small Roman numbers, bullets."""
        return self.marker is not None and self.marker.style in ("lower", "lower-roman", "bullet")


def build_paragraphs(blocks: Sequence[Block]) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """Return the paragraphs of `blocks`, those of the body before the other stories, and the sections of the body."""
    shown = [block for block in blocks if block.text.strip()]
    shown.sort(key=lambda block: block.story != "body")  # stable: each story keeps its order
    listed = contents_lines([block.text for block in shown if block.story == "body"])
    numbers = {bare.readings[0][1] for block in shown if (bare := _bare_number(block)) is not None}
    drafts = [_entry(block) if index in listed else _draft(block, numbers) for index, block in enumerate(shown)]
    body = [draft for draft in drafts if draft.block.story == "body"]
    _find_title(body)
    _find_unmarked_items(body)
    _place(body)
    _find_kinds(body)
    for draft in drafts:
        if draft.block.cell is not None and draft.kind == "body":
            draft.kind = "table-cell"
    sections = _find_sections(body)
    return _paragraphs(drafts, body, sections), sections


def _entry(block: Block) -> _Draft:
    """Return a draft of a line of a table of contents: it is no heading, and its number counts nothing."""
    return _Draft(block, block.text.lstrip(), marker=None, typed=False)


def _bare_number(block: Block) -> Marker | None:
    """Return the number without punctuation that a heading stated by the format begins with."""
    return split_bare_number(block.text.lstrip()) if block.heading is not None and not block.marker else None


def _draft(block: Block, numbers: set[int]) -> _Draft:
    """Return a draft with its marker split off and its form judged.

    A typed number goes before a bullet or a single number that the format prints, as in "• 1.1. Term". `numbers` are
    the bare ones of all headings: one counts where the next or the one before is there too.
    """
    text = block.text.lstrip()
    typed = split_marker(text)
    if typed is None and (bare := _bare_number(block)) and numbers & {int(bare.number) - 1, int(bare.number) + 1}:
        typed = bare
    automatic = read_automatic(block.marker) if block.marker else None
    if typed is not None and (typed.style in ("multi", "word") or automatic is None or automatic.style == "bullet"):
        alone = typed.end >= len(text)  # a number alone on its line stays the text
        draft = _Draft(block, text if alone else text[typed.end :], typed, typed=not alone)
    else:
        draft = _Draft(block, text, automatic, typed=False)
    draft.strong = _has_heading_form(draft)
    draft.run_in = run_in_end(draft.text, _emphasised(draft), numbered=True)
    return draft


def _has_heading_form(draft: _Draft) -> bool:
    """Tell whether a paragraph has the form of a heading, whatever its neighbours are."""
    if draft.block.heading is not None:
        return True
    text = draft.text.strip()
    if (
        len(text) > LONGEST_HEADING
        or draft.block.cell is not None
        or not text
        or (draft.marker is not None and draft.marker.style == "bullet")
    ):
        return False
    if is_annex(text):
        return True
    stops = text.endswith((".", ":"))
    if draft.marker is None and stops and not text.isupper() and not (draft.block.is_emphasised and text[-1] == "."):
        return False
    if draft.is_lettered and draft.typed and not stops:
        return False
    return is_strong_heading(text) or (draft.block.is_emphasised and not stops and is_emphasised_heading(text))


def _find_title(body: Sequence[_Draft]) -> None:
    """Mark the title: what the format calls so, or the first heading before any sentence of the body."""
    said: Sequence[_Draft] = [draft for draft in body[:_TITLE_WITHIN] if draft.block.title]
    if not said:
        levels = [draft.block.heading for draft in body]
        stated = [
            draft
            for place, draft in enumerate(body[:_TITLE_WITHIN])
            if draft.block.heading is not None
            and draft.marker is None
            and (place == 0 or levels.count(draft.block.heading) == 1)
        ]
        said = stated[:1] or [draft for draft in body[:1] if draft.marker is None and _may_be_title(draft)]
    for draft in said:
        draft.kind = "title"


def _may_be_title(draft: _Draft) -> bool:
    return draft.strong or (draft.block.plain and is_weak_heading(draft.text.strip()))


def _find_unmarked_items(body: Sequence[_Draft]) -> None:
    """Mark list items that have no marker: indented under a lead-in, or phrases that go on from it."""
    lead: _Draft | None = None
    previous: _Draft | None = None
    for draft in body:
        if draft.marker is None and draft.block.cell is None and lead is not None and previous is not None:
            deeper = _deeper(draft.block.indent, lead.block.indent)
            listed = previous is lead or previous.unmarked_item or _deeper(previous.block.indent, lead.block.indent)
            goes_on = previous is lead or (previous.unmarked_item and _ITEM_END.search(previous.text) is not None)
            phrase = draft.text[0].islower() or _ITEM_END.search(draft.text) is not None
            last = previous.unmarked_item and _ITEM_END.search(previous.text) is not None and not draft.strong
            draft.unmarked_item = (deeper and listed) or (goes_on and phrase) or last
        if draft.kind != "title" and draft.ends_as_lead_in and not draft.unmarked_item:
            lead = draft
        elif not draft.unmarked_item and draft.marker is None:
            lead = None
        previous = draft


def _deeper(indent: int | None, other: int | None) -> bool:
    return indent is not None and other is not None and indent > other + 1


def _place(body: Sequence[_Draft]) -> None:
    """Give every paragraph its label, level and the item above it; each table numbers on its own."""
    text = [index for index, draft in enumerate(body) if draft.block.cell is None]
    cells = [index for index, draft in enumerate(body) if draft.block.cell is not None]
    tables = [
        [index for _, index in run] for _, run in groupby(enumerate(cells), key=lambda counted: counted[1] - counted[0])
    ]
    for flow in (text, *tables):
        for index, place in zip(flow, place_items([_item(body[index]) for index in flow]), strict=True):
            above = None if place.parent is None else flow[place.parent]
            body[index].place = Place(place.label, place.level, above)


def _item(draft: _Draft) -> Item:
    return Item(
        marker=draft.marker,
        indent=draft.block.indent,
        heading=draft.strong or draft.kind == "title",
        titled=draft.strong or draft.run_in > 0,
        lead_in=draft.ends_as_lead_in,
        unmarked_item=draft.unmarked_item,
    )


def _find_kinds(body: Sequence[_Draft]) -> None:
    for draft, following in zip_longest(body, body[1:]):
        if draft.kind == "title":
            continue
        if draft.strong and _stands_as_heading(draft, following):
            draft.kind = "heading"
        elif draft.marker is not None or draft.unmarked_item:
            draft.kind = "list-item"
        elif _is_weak_heading(draft, following):
            draft.kind = "heading"


def _stands_as_heading(draft: _Draft, following: _Draft | None) -> bool:
    """Tell whether a paragraph in the form of a heading has something under it."""
    if draft.block.heading is not None:
        return True
    if draft.unmarked_item:
        return False
    if draft.is_lettered:
        return following is not None and following.place.level > draft.place.level
    return following is not None or draft.marker is None


def _is_weak_heading(draft: _Draft, following: _Draft | None) -> bool:
    """Tell whether a line in sentence case is a heading: plain text shows it only by what follows."""
    if (
        not draft.block.plain
        or draft.block.cell is not None
        or following is None
        or not is_weak_heading(draft.text.strip())
    ):
        return False
    return following.marker is not None or following.ends_as_lead_in or len(following.text.split()) >= 8


def _find_sections(body: Sequence[_Draft]) -> tuple[Section, ...]:
    """Return the sections opened by headings of their own and by run-in headings of numbered clauses.

    Letters and bullets open none, nor do numbers under them: their headings are lead-ins inside a section.
    """
    stated = sorted(
        {draft.block.heading for draft in body if draft.block.heading is not None and draft.kind == "heading"}
    )
    sections: list[Section] = []
    base = 0
    for index, draft in enumerate(body):
        title = _section_title(draft, body)
        if not title:
            continue
        if draft.block.heading is not None:
            level = stated.index(draft.block.heading)
        else:
            level = 0 if draft.marker is None else base + draft.place.level
        if draft.marker is None:
            base = level + 1
        elif draft.block.heading is not None:
            base = max(0, level - draft.place.level)
        label = draft.place.label
        sections.append(Section(len(sections), label, title, first=index, end=len(body), level=level))
    return tuple(_with_ends(sections))


def _section_title(draft: _Draft, body: Sequence[_Draft]) -> str:
    """Return the title of the section that a paragraph opens; "" where it opens none."""
    if draft.kind in ("title", "table-cell") or _is_under_letters(draft, body):
        return ""
    if draft.kind == "heading":
        return title_of(draft.text)
    if draft.marker is None:
        return ""
    return title_of(draft.text[: draft.run_in])


def _is_under_letters(draft: _Draft, body: Sequence[_Draft]) -> bool:
    """Tell whether a paragraph is an item of a lettered or bulleted list, or stands in one."""
    while not draft.is_lettered:
        if draft.place.parent is None:
            return False
        draft = body[draft.place.parent]
    return True


def _with_ends(sections: Sequence[Section]) -> list[Section]:
    """Return the sections with their ends: each goes on to the next one of its level or above."""
    ended: list[Section] = []
    following: dict[int, int] = {}
    for section in reversed(sections):
        end = min((start for level, start in following.items() if level <= section.level), default=section.end)
        ended.append(replace(section, end=end))
        following = {level: start for level, start in following.items() if level < section.level}
        following[section.level] = section.first
    return ended[::-1]


def _emphasised(draft: _Draft) -> int:
    return max(0, draft.block.emphasised_prefix() - (len(draft.block.text) - len(draft.text)))


def _paragraphs(drafts: Sequence[_Draft], body: Sequence[_Draft], sections: Sequence[Section]) -> tuple[Paragraph, ...]:
    """Return the paragraphs; parents and sections are indexes among all of `drafts`, of which `body` comes first."""
    section_of: list[int | None] = [None] * len(drafts)
    for section in sections:
        section_of[section.first : section.end] = [section.index] * (section.end - section.first)
    opening = {section.first for section in sections}
    paragraphs = []
    for index, draft in enumerate(drafts):
        offset = len(draft.block.text) - len(draft.text)
        paragraphs.append(
            Paragraph(
                index=index,
                text=draft.text,
                anchor=replace(draft.block.anchor, offset=offset) if offset else draft.block.anchor,
                marker=_marker(draft),
                typed=draft.typed,
                label=draft.place.label,
                kind=draft.kind,
                level=draft.place.level,
                section=section_of[index],
                parent=_parent(draft, body, opens_section=index in opening),
                story=draft.block.story,
                styles=shifted(draft.block.styles, offset),
                cell=draft.block.cell,
                links=shifted(draft.block.links, offset),
                names=draft.block.names,
                fields=shifted(draft.block.fields, offset),
                revisions=shifted(draft.block.revisions, offset),
                comments=shifted(draft.block.comments, offset),
                boxes=shifted_boxes(draft.block.boxes, offset),
            )
        )
    return tuple(paragraphs)


def _marker(draft: _Draft) -> str:
    """Return the number or bullet as printed before the text."""
    if draft.marker is None:
        return draft.block.marker
    return draft.marker.text if draft.typed or draft.block.marker else ""


def _parent(draft: _Draft, body: Sequence[_Draft], *, opens_section: bool) -> int | None:
    """Return the lead-in of a list item.

    Numbered clauses do not hang on the heading above them, nor clauses with headings of their own on an
    unnumbered sentence such as "the parties agree as follows:", unless both stand under a number.
    """
    above = draft.place.parent
    if above is None or draft.kind not in ("list-item", "heading"):
        return None
    lead = body[above]
    if not draft.is_lettered and not draft.unmarked_item and not lead.ends_as_lead_in:
        return None
    return None if opens_section and not lead.place.label and draft.place.level == 0 else above
