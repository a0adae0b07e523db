"""Page numbers that a long text carries between its pages: set aside, since they are no text of the contract."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.intake.blocks import Block
from app.model.document import SetAside

_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s+)?(?:(?:[A-Z]{1,2}|[IVX]{1,4})(?:-\d{1,2})?-)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*",
    re.IGNORECASE,
)
_LONGEST = 60  # characters
_BACK = re.compile(r"(?:back to |return to )?(?:table of )?contents", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page or the end of a page, between two blocks."""


def without_page_numbers(flow: Sequence[Block | Rule]) -> tuple[list[Block], tuple[SetAside, ...]]:
    """Return the blocks of `flow`, and the page numbers and ways back to the contents beside its rules.

    Two rules are needed: one alone may end anything.
    """
    rules = [place for place, each in enumerate(flow) if isinstance(each, Rule)]
    beside: dict[int, int] = {}
    if len(rules) > 1:
        for page, place in enumerate(rules, start=1):
            _take(flow, range(place - 1, -1, -1), page, beside)
            _take(flow, range(place + 1, len(flow)), page + 1, beside)
    blocks = [each for place, each in enumerate(flow) if isinstance(each, Block) and place not in beside]
    aside = [(page, each.text) for place, page in sorted(beside.items()) if isinstance(each := flow[place], Block)]
    return blocks, tuple(SetAside(page, text) for page, text in aside)


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
