"""Which blocks of one place become which of another, step by step, in the order in which they are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from app.ooxml.comparing.gaps import can_split
from app.ooxml.comparing.inline import SIGN
from app.ooxml.comparing.line_edits import Lines, edits_between
from app.ooxml.names import w
from app.ooxml.paragraphs import next_block
from app.text.blocks import Aligned, align_blocks

SECTION = f"{w('pPr')}/{w('sectPr')}"
"""Where a paragraph says that a section ends with it."""

_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, with those that run on into it, or a table."""

    element: etree._Element
    text: str
    lines: Lines | None = None  # None for a table


@dataclass(frozen=True, slots=True)
class Step:
    """Blocks by their places that become one another.

    Attributes:
        tail: How many of the last of `old` go, with the words that were in them.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool = False
    tail: int = 0

    @property
    def stays(self) -> bool:
        """Whether it stands on both sides and did not move."""
        return bool(self.old and self.new) and not self.is_moved


def steps_between(old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Return which blocks become which, in an order in which those that stay ascend on both sides."""
    found = aligned_texts([block.text for block in old], [block.text for block in new])
    steps: list[Step] = []
    for each in _paired_alone([Step(each.old, each.new, each.is_moved) for each in found], old, new):
        ours, theirs = [old[i] for i in each.old], [new[j] for j in each.new]
        fits = not ours or not theirs or _fit(ours, theirs, is_moved=each.is_moved)
        steps += [each] if fits else _apart(each.old, each.new)
    return _with_last(steps, old, new)


def aligned_texts(old: Sequence[str], new: Sequence[str]) -> list[Aligned]:
    """Return which texts became which; what is the same at either end, as in most cells, is not looked at again."""
    shortest = min(len(old), len(new))
    start = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    rest = shortest - start
    end = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    found = [Aligned((i,), (i,)) for i in range(start)]
    if start + end < max(len(old), len(new)):
        for each in align_blocks(old[start : len(old) - end], new[start : len(new) - end]):
            ours, theirs = (tuple(i + start for i in side) for side in (each.old, each.new))
            found.append(Aligned(ours, theirs, each.is_moved))
    return found + [Aligned((len(old) - i,), (len(new) - i,)) for i in range(end, 0, -1)]


def _paired_alone(steps: Sequence[Step], old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Return steps in which the one paragraph that goes at a place becomes the one that comes, if they share a word."""
    found: list[Step] = []
    for number, step in enumerate(steps):
        around = [each for each in steps[max(0, number - 2) : number + 2] if bool(each.old) != bool(each.new)]
        last = found[-1] if found else None
        alone = len(around) == 2 and last is not None and not last.new and not step.old
        if alone and last is not None and _share_a_word(old[last.old[0]], new[step.new[0]]):
            found[-1] = Step(last.old, step.new)
        else:
            found.append(step)
    return found


def _share_a_word(one: Block, other: Block) -> bool:
    words = (set(re.findall(r"\w+", block.text.lower())) for block in (one, other))
    return one.lines is not None and other.lines is not None and bool(set.intersection(*words))


def _apart(old: Sequence[int], new: Sequence[int]) -> list[Step]:
    return [*(Step((i,), ()) for i in old), *(Step((), (j,)) for j in new)]


def _fit(ours: Sequence[Block], theirs: Sequence[Block], *, is_moved: bool) -> bool:
    """Return whether blocks can become one another: of one kind, and cut or joined where that can be tracked."""
    tables = [block.lines is None for block in (*ours, *theirs)]
    alone = len(ours) == len(theirs) == 1
    if any(tables):
        return all(tables) and alone and not is_moved
    if is_moved:
        return alone and _is_movable(ours[0])
    return alone or _can_be_cut(ours, theirs)


def _can_be_cut(ours: Sequence[Block], theirs: Sequence[Block]) -> bool:
    """Return whether marks can be taken out of `ours` and put in, so that they become `theirs`."""
    if any(block.element.find(SECTION) is not None for block in (*ours[:-1], *theirs)):
        return False
    if any(one.element.getparent() is not other.element.getparent() for one, other in pairwise(ours)):
        return False
    if any(block.lines is not None and len(block.lines.lines) > 1 for block in ours):
        return False
    lines, wanted = joined(ours), joined(theirs)
    return can_split(lines, edits_between(lines.text, wanted.text), wanted)


def _with_last(steps: list[Step], old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Return steps in which the last paragraph of the place, whose mark cannot go, becomes the last of the new one."""
    end, new_end = len(old) - 1, len(new) - 1
    if not new:
        return steps
    holder = next(step for step in steps if end in step.old)
    if holder.stays or old[end].lines is None or new[new_end].lines is None or next_block(old[end].element) is not None:
        return steps
    wanted = next(step for step in steps if new_end in step.new)
    steps = [
        part
        for step in steps
        for part in (_apart(step.old, step.new) if step.is_moved and step in (holder, wanted) else [step])
    ]
    wanted = next(step for step in steps if new_end in step.new)
    if not wanted.old:
        return [Step((end,), (new_end,)) if step is wanted else step for step in steps if step.old != (end,)]
    rest = range(max(wanted.old) + 1, end + 1)
    if any(old[i].lines is None or old[i].element.find(SECTION) is not None for i in (*rest, *wanted.old)):
        return steps
    found: list[Step] = []
    for step in steps:
        if step is wanted:
            found.append(Step((*wanted.old, *rest), wanted.new, tail=len(rest)))
        elif step.is_moved and step.old[0] in rest:
            found.append(Step((), step.new))
        elif not (step.old and step.old[0] in rest):
            found.append(step)
    return found


def anchors_of(steps: Sequence[Step], old: Sequence[Block]) -> list[etree._Element | None]:
    """Return for each step the block after which something new stands there; None at the beginning."""
    anchor: etree._Element | None = None
    anchors: list[etree._Element | None] = []
    for step in steps:
        if step.stays:
            anchor = old[step.old[-1]].element
        anchors.append(anchor)
    return anchors


def moves_of(steps: Sequence[Step], anchors: Sequence[etree._Element | None]) -> dict[Step, list[Step]]:
    """Return the runs of steps that move together, by the last of each."""
    groups: list[list[Step]] = []
    last: tuple[Step, etree._Element | None] | None = None
    for step, anchor in zip(steps, anchors, strict=True):
        if step.is_moved:
            together = last is not None and last[0].is_moved and last[1] is anchor
            if (
                together
                and last is not None
                and step.old[0] == last[0].old[0] + 1
                and step.new[0] == last[0].new[0] + 1
            ):
                groups[-1].append(step)
            else:
                groups.append([step])
        last = step, anchor
    return {group[-1]: group for group in groups}


def _is_movable(block: Block) -> bool:
    """Return whether a paragraph can stand at two places: it holds words and fields alone, and nobody's revision."""
    if block.lines is None or len(block.lines.lines) > 1 or block.element.find(SECTION) is not None:
        return False
    line = block.lines.lines[0]
    signs = (atom for atom in line.atoms if SIGN.match(line.text, atom.start))
    if any(not atom.is_field and atom.element.tag not in (w("br"), w("cr")) for atom in signs):
        return False
    return next(block.element.iter(*_REVISIONS), None) is None


def joined(blocks: Sequence[Block]) -> Lines:
    """Return the paragraphs of blocks as one text."""
    if len(blocks) == 1 and blocks[0].lines is not None:
        return blocks[0].lines
    return Lines(tuple(line for block in blocks if block.lines is not None for line in block.lines.lines))
