"""Markdown to paragraphs: CommonMark with tables, read for its text and not for its looks."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.intake.blocks import Block, Content, Step
from app.intake.plain.inline import is_element, read_inline
from app.intake.plain.text_reader import is_wrapped, read_text_blocks
from app.model.document import Anchor, Cell

_MARKUP = re.compile(
    r"^#{1,6}[ \t]+\S|^[^\n]{3,}\n(?:={4,}|-{4,})$|\*\*[^*\n]+\*\*|\]\(https?://|^\|[ :|-]+\|$", re.MULTILINE
)
_LABELLED = re.compile(r"^ {0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*(?!https?://|mailto:|[</#.])\S", re.MULTILINE)
"""Words after a label in brackets, which Markdown would take for the address of a link and leave out."""

_WINDOW = 50_000
_TAB = 4
_NOTE = re.compile(r"^( {0,3})\[\^([^\]\s]+)\]:", re.MULTILINE)
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n((?:[\w-]+:[^\n]*\n|[ \t#-][^\n]*\n|\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TITLE = re.compile(r"^title:[ \t]*[\"']?(\S[^\n]*?)[\"']?[ \t]*$", re.MULTILINE)
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_MAX_NESTING = 100
_MAX_LENGTH = 2_000_000  # characters; longer text is read as plain text
_MAX_BRACKETS = 3000  # in one paragraph: the parser's work grows with their square
_STANZAS = re.compile(r"\n[ \t]*\n")
_TAGS = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)


def is_markdown(text: str) -> bool:
    """Tell whether a plain text has Markdown markup: two marks or more that plain text does not use."""
    return len(_MARKUP.findall(text[:_WINDOW])) >= 2


def read_markdown(text: str, step: Step) -> Content:
    """Return the paragraphs of the Markdown `text`."""
    step(0, 1)
    return Content("markdown", read_markdown_blocks(text))


def read_markdown_blocks(text: str) -> list[Block]:
    """Return the paragraphs of the Markdown `text`; each cell of a table is one.

    Indented lines are text, not code: contracts indent their clauses. Text that is longer than any contract, or has
    lists in lists deeper than any, is read as plain text.
    """
    if len(text) > _MAX_LENGTH or any(stanza.count("[") > _MAX_BRACKETS for stanza in _STANZAS.split(text)):
        return read_text_blocks(text)
    front = _FRONT_MATTER.match(text)
    title = _TITLE.search(front[1]) if front else None
    if front is not None:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    text = _NOTE.sub(r"\1\\[^\2]:", text)
    columns = [len(line) - len(line.lstrip(" ")) for line in text.expandtabs(_TAB).split("\n")]
    walk = _Walk(columns, is_wrapped=is_wrapped(text))
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table").disable("code")
    if _LABELLED.search(text):
        parser.disable("reference")
    tokens = parser.parse(text)
    if any(token.level >= _MAX_NESTING - 2 for token in tokens):
        return read_text_blocks(text)
    for token in tokens:
        walk.take(token)
    if title is not None and not any(block.heading == 0 for block in walk.blocks):
        walk.blocks.insert(0, Block(title[1], Anchor("", 0), title=True))
    return list(_named(walk.blocks))


def _named(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks; headings that links lead to get the names that web sites give them."""
    targets = {link.target for block in blocks for link in block.links if link.target.startswith("#")}
    for block in blocks:
        name = re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", block.text.strip().lower()))
        if block.heading is not None and f"#{name}" in targets:
            yield replace(block, names=(*block.names, name))
        else:
            yield block


@dataclass(slots=True)
class _List:
    """An open list: the number of its last item."""

    ordered: bool
    number: int = 0


@dataclass(slots=True)
class _Walk:
    """Where the walk through the tokens stands, and the blocks it has made.

    Attributes:
        columns: Indentation of each line of the source.
        is_wrapped: Whether lines are broken at a column, so that one that begins with a number may go on a sentence.
        marker: Of the list item whose first paragraph is still to come.
        cell: Of the table that is open; None outside. Its row and column are those of the next cell.
    """

    columns: list[int]
    is_wrapped: bool
    blocks: list[Block] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    marker: str = ""
    heading: int | None = None
    line: int = 0
    cell: Cell | None = None
    tables: int = 0

    def take(self, token: Token) -> None:
        """Take note of `token`."""
        if token.map:
            self.line = token.map[0]
        handler = _HANDLERS.get(token.type)
        if handler is not None:
            handler(self, token)

    def open_list(self, token: Token) -> None:
        self.lists.append(_List(ordered=token.type == "ordered_list_open"))

    def close_list(self, _: Token) -> None:
        self.lists.pop()

    def open_item(self, token: Token) -> None:
        """Number the item: as typed, or on from the one before where the source repeats a number."""
        current = self.lists[-1]
        if current.ordered:
            typed = int(token.info)
            current.number = typed if typed > current.number else current.number + 1
            self.marker = f"{current.number}{token.markup}"
        else:
            self.marker = token.markup

    def open_heading(self, token: Token) -> None:
        self.heading = int(token.tag[1:]) - 1

    def close_heading(self, _: Token) -> None:
        self.heading = None

    def open_table(self, _: Token) -> None:
        self.cell = Cell(self.tables, -1, 0)
        self.tables += 1

    def close_table(self, _: Token) -> None:
        self.cell = None

    def open_row(self, _: Token) -> None:
        if self.cell is not None:
            self.cell = replace(self.cell, row=self.cell.row + 1, column=0)

    def close_cell(self, _: Token) -> None:
        if self.cell is not None:
            self.cell = replace(self.cell, column=self.cell.column + 1)

    def inline(self, token: Token) -> None:
        """Make blocks of a stretch of text."""
        if token.children and self.marker and (task := _TASK.match(token.children[0].content)):
            first = token.children[0]
            first.content = ("☐" if task[1] == " " else "☑") + first.content[task.end() :]
        for lines, inline in read_inline(token.children or (), is_wrapped=self.is_wrapped):
            if inline.text.is_blank:
                continue
            inline.text.names.extend([inline.note] if inline.note else [])
            self.blocks.append(
                inline.text.block(
                    Anchor("", self.line + lines),
                    marker=self.marker,
                    indent=self.columns[self.line + lines],
                    heading=self.heading,
                    cell=self.cell,
                    story="footnote" if inline.note else "body",
                )
            )
            self.marker = ""

    def raw(self, token: Token) -> None:
        """Make blocks of HTML and of code: their text, without tags."""
        text = token.content if token.type == "fence" else html.unescape(_TAGS.sub(_text_of_tag, token.content))
        for block in read_text_blocks(text):
            place = Anchor("", self.line + block.anchor.index)
            self.blocks.append(Block(text=block.text, anchor=place, indent=self.columns[self.line], plain=True))


def _text_of_tag(tag: re.Match[str]) -> str:
    return "\n" if is_element(tag[0]) else tag[0]


_HANDLERS: dict[str, Callable[[_Walk, Token], None]] = {
    "ordered_list_open": _Walk.open_list,
    "bullet_list_open": _Walk.open_list,
    "ordered_list_close": _Walk.close_list,
    "bullet_list_close": _Walk.close_list,
    "list_item_open": _Walk.open_item,
    "heading_open": _Walk.open_heading,
    "heading_close": _Walk.close_heading,
    "table_open": _Walk.open_table,
    "table_close": _Walk.close_table,
    "tr_open": _Walk.open_row,
    "th_close": _Walk.close_cell,
    "td_close": _Walk.close_cell,
    "inline": _Walk.inline,
    "html_block": _Walk.raw,
    "fence": _Walk.raw,
}
