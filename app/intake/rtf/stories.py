"""The stories of an RTF file under way: paragraphs and cells as they end, notes, text boxes and comments apart."""

import re
from dataclasses import dataclass, field, replace

from app.intake.blocks import Block
from app.intake.building import BlockText
from app.intake.rtf.state import State, date_of
from app.intake.rtf.tables import Edge, TableStack
from app.intake.structure.headings import is_styled_heading
from app.model.document import Anchor, View
from app.model.marks import MarginComment
from app.model.span import Span

_COLUMN = 120  # twips
_BODY_TEXT = 9  # the outline level of text
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


@dataclass(slots=True)
class Style:
    """A paragraph style: the outline level it states, and its name."""

    outline: int | None = None
    name: str = ""

    @property
    def heading(self) -> int | None:
        """Level of the heading it makes, from 0."""
        match = _HEADING.match(self.name)
        return self.outline if match is None else int(match[1]) - 1


@dataclass(slots=True)
class Story:
    """One story: its blocks, its tables and the block that is being written.

    Attributes:
        edges: Of the cells of the row under way, and the one still to be told of in `edge`.
    """

    name: str
    blocks: list[Block]
    tables: TableStack
    here: BlockText
    marker: str = ""
    edges: list[Edge] = field(default_factory=list)
    edge: Edge = field(default_factory=Edge)

    def define_row(self, word: str, number: int | None) -> bool:
        """Take what a control word says of the cells of the row; return whether it is of this kind."""
        if word == "trowd":
            self.edges = []
        elif word == "clvmgf":
            self.edge.goes_down = True
        elif word == "clvmrg":
            self.edge.from_above = True
        elif word == "clmrg":
            self.edge.from_left = True
        elif word == "cellx":
            self.edge.right = number or 0
            self.edges.append(self.edge)
            self.edge = Edge()
        else:
            return False
        return True


@dataclass(slots=True)
class Comment:
    """What is known of a comment before its words: who, when, and the words it is on."""

    id: str = ""
    author: str = ""
    date: int = 0


class Stories:
    """The stories that are open, the innermost last, and the blocks of those that have ended."""

    def __init__(self, view: View) -> None:
        self.styles: dict[int, Style] = {}
        self.comment = Comment()
        self._view = view
        self._open = [self._story("body", 0)]
        self._ended: list[Block] = []
        self._seen: set[tuple[str, ...]] = set()
        self._ranges: dict[str, tuple[BlockText, int, int]] = {}
        self._ordinal = self._notes = self._comments = 0

    @property
    def count(self) -> int:
        """How many paragraphs there are so far."""
        return self._ordinal

    @property
    def inner(self) -> Story:
        """The story that text goes to."""
        return self._open[-1]

    @property
    def here(self) -> BlockText:
        """The block that text goes to."""
        return self._open[-1].here

    def finished(self, state: State) -> list[Block]:
        """End all stories; return their blocks, the body first."""
        while len(self._open) > 1:
            self.end(state)
        self.end_paragraph(state)
        self.inner.tables.finish()
        return [*self.inner.blocks, *self._ended]

    def begin(self, name: str) -> None:
        """Begin a story inside the one under way; a note leaves its mark there."""
        story = self._story(name, self.inner.tables.count)
        if name == "footnote":
            self._notes += 1
            self.here.note_mark(f"footnote-{self._notes}")
            story.here.names.append(f"footnote-{self._notes}")
        self._open.append(story)

    def end(self, state: State) -> None:
        """End the innermost story; headers that every section repeats are kept once."""
        self.end_paragraph(state)
        story = self._open.pop()
        story.tables.finish()
        self.inner.tables.count = story.tables.count
        if story.name == "comment":
            self._add_comment("\n".join(block.text for block in story.blocks))
            return
        key = (story.name, *(block.text for block in story.blocks))
        if story.name not in ("header", "footer") or key not in self._seen:
            self._ended += story.blocks
        self._seen.add(key)

    def end_paragraph(self, state: State) -> None:
        """End the paragraph under way; one without text leaves no block, its names go on."""
        story = self.inner
        here, marker, story.marker = story.here, story.marker, ""
        self._ordinal += 1
        if here.is_blank:
            if here.length:
                story.here = BlockText(self._view, names=here.names)
            return
        story.here = BlockText(self._view)
        style = self.styles.get(state.style, Style())
        level = style.heading if state.outline is None else state.outline
        block = here.block(
            Anchor("", self._ordinal - 1),
            marker=marker,
            indent=None if marker else (state.left + state.first) // _COLUMN,
            heading=level if level is not None and 0 <= level < _BODY_TEXT else None,
            story=story.name,
        )
        if block.heading is not None and not is_styled_heading(block.text):
            block = replace(block, heading=None)
        story.blocks.append(replace(block, title=True) if style.name.lower() == "title" else block)
        story.tables.place(len(story.blocks) - 1, state.depth)

    def end_cell(self, state: State, depth: int) -> None:
        """End a cell of the table at `depth`."""
        state.depth = max(state.depth, depth)
        self.end_paragraph(state)
        self.inner.tables.end_cell(depth)

    def end_row(self, depth: int) -> None:
        """End a row of the table at `depth`."""
        self.inner.tables.end_row(depth, self.inner.edges)

    def begin_range(self, name: str) -> None:
        """Note that the words of a comment begin."""
        self._ranges[name] = (self.here, self.here.length, self.here.length)

    def end_range(self, name: str) -> None:
        """Note that the words of a comment end."""
        where, start, _ = self._ranges.get(name, (self.here, 0, 0))
        self._ranges[name] = (self.here, start if where is self.here else 0, self.here.length)

    def _add_comment(self, text: str) -> None:
        said, self.comment = self.comment, Comment()
        here = self.here
        where, start, end = self._ranges.pop(said.id, (here, here.length, here.length))
        number = said.id or f"comment-{self._comments}"
        self._comments += 1
        span = Span(start, end) if where is here else Span(here.length, here.length)
        here.comments.append(MarginComment(span, number, text, said.author, date_of(said.date)))

    def _story(self, name: str, tables: int) -> Story:
        blocks: list[Block] = []
        return Story(name, blocks, TableStack(blocks, tables), BlockText(self._view))
