"""Page numbers that a long text carries between its pages: set aside, since they are no text of the contract."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.intake.blocks import Block, shifted
from app.intake.structure.markers import split_marker
from app.model.document import SetAside

_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s+)?(?:(?:[A-Z]{1,2}|[IVX]{1,4})(?:-\d{1,2})?-)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*",
    re.IGNORECASE,
)
_STOPS = (*".;:!?", "")
_LONGEST = 60  # characters
_BACK = re.compile(r"(?:back to |return to )?(?:table of )?contents", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page or the end of a page, between two blocks."""


def without_pages(flow: Sequence[Block | Rule]) -> tuple[list[Block], tuple[SetAside, ...]]:
    """Return the blocks of `flow`, and the page numbers and ways back to the contents beside its rules.

    Two rules are needed for these: one alone may end anything. Where a page ends within a sentence, the paragraph
    goes on after it.
    """
    rules = [place for place, each in enumerate(flow) if isinstance(each, Rule)]
    beside: dict[int, int] = {}
    if len(rules) > 1:
        for page, place in enumerate(rules, start=1):
            _take(flow, range(place - 1, -1, -1), page, beside)
            _take(flow, range(place + 1, len(flow)), page + 1, beside)
    blocks = _joined([each for place, each in enumerate(flow) if place not in beside])
    aside = [(page, each.text) for place, page in sorted(beside.items()) if isinstance(each := flow[place], Block)]
    return blocks, tuple(SetAside(page, text) for page, text in aside)


def _joined(flow: Sequence[Block | Rule]) -> list[Block]:
    """Return the blocks of `flow`; two that a rule parts within a sentence are one."""
    blocks: list[Block] = []
    pieces: list[Block] = []
    after_rule = False
    for each in flow:
        if isinstance(each, Rule):
            after_rule = True
            continue
        if not (pieces and after_rule and _goes_on(pieces[-1], each)):
            if pieces:
                blocks.append(_one(pieces))
            pieces = []
        pieces.append(each)
        after_rule = False
    return [*blocks, _one(pieces)] if pieces else blocks


def _goes_on(block: Block, following: Block) -> bool:
    """Tell whether the sentence that `block` breaks off goes on in `following`."""
    if block.cell or following.cell or following.marker or block.heading is not None or block.story != following.story:
        return False
    text = block.text.rstrip()
    starts_within = following.text[:1].islower() and split_marker(following.text) is None
    return starts_within and text[-1:] not in _STOPS and not text.isupper()


def _one(pieces: Sequence[Block]) -> Block:
    """Return the paragraph that `pieces` are."""
    whole = pieces[0]
    for piece in pieces[1:]:
        back = -(len(whole.text) + 1)
        whole = replace(
            whole,
            text=f"{whole.text} {piece.text}",
            styles=whole.styles + shifted(piece.styles, back),
            links=whole.links + shifted(piece.links, back),
            names=whole.names + piece.names,
            revisions=whole.revisions + shifted(piece.revisions, back),
        )
    return whole


def _take(flow: Sequence[Block | Rule], places: range, page: int, beside: dict[int, int]) -> None:
    """Note the first blocks at `places` that are a page number or lead back to the contents; two at most."""
    for place in places[:2]:
        each = flow[place]
        if isinstance(each, Rule) or place in beside or each.marker or each.heading is not None or each.cell:
            return
        if len(each.text) > _LONGEST:
            return
        leads_back = any(link.target.startswith("#") for link in each.links) and _BACK.fullmatch(each.text.strip())
        if not leads_back and not _NUMBER.fullmatch(each.text.strip()):
            return
        beside[place] = page
