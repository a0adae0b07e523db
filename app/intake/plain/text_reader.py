"""Plain text: lines, hard-wrapped or not, to paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.intake.blocks import Block, Content, Step
from app.intake.joining import join_lines, starts_item
from app.intake.page_numbers import Rule, without_pages
from app.intake.plain.decoding import clean_characters
from app.intake.plain.lines import bare_lines
from app.intake.plain.tables import Row, rows_of
from app.intake.structure.markers import split_marker
from app.model.document import Anchor, Cell

_TAB = 8
_LONG = 160
_FULL = 0.72
_RULE = re.compile(r"[\s=_*~#–—.-]*")
_SHORT = 50
_CENTRED = 20
_PAGE = re.compile(r"[-–—][ \xa0]?\d{1,3}[ \xa0]?[-–—]|Page[ \xa0]\d{1,3}(?:[ \xa0]of[ \xa0]\d{1,3})?", re.IGNORECASE)
_STOP = re.compile(r"(?:[.;:!?]|\b(?:and|or))[\"”’')\]]*$")
_SENTENCE_END = re.compile(r"[.;:!?][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty: its number in the file from 0, columns before its text, and the text."""

    number: int
    indent: int
    text: str

    @property
    def width(self) -> int:
        """Columns up to its last character."""
        return self.indent + len(self.text)


def read_text(text: str, step: Step) -> Content:
    """Return the paragraphs of the plain `text`."""
    step(0, 1)
    blocks, set_aside = without_pages(list(_flow(text)))
    return Content("text", blocks, set_aside=set_aside)


def read_text_blocks(text: str) -> list[Block]:
    """Return the paragraphs of `text`: hard-wrapped lines are joined, other lines are paragraphs of their own."""
    return without_pages(list(_flow(text)))[0]


def _flow(text: str) -> Iterator[Block | Rule]:
    """Yield the paragraphs, the cells of tables and the ends of pages of `text`."""
    stanzas = list(_stanzas(text))
    wrap = _wrap_column(stanzas)
    tables = 0
    has_ends = "\f" in text
    for stanza in stanzas:
        if not stanza:
            yield Rule()
            continue
        rows = rows_of([" " * line.indent + line.text for line in stanza])
        if rows is not None:
            yield from _cells(rows, stanza[0], tables)
            tables += 1
            continue
        start = 0
        for place in range(1, len(stanza) + 1):
            if place == len(stanza) or _breaks(stanza[place - 1], stanza[place], stanza[start], wrap):
                yield _block(stanza[start:place])
                start = place
        if not has_ends and len(stanza) == 1 and _is_page_number(stanza[0]):
            yield Rule()


def _is_page_number(line: Line) -> bool:
    """Tell whether a line that stands alone is the number of a page, at whose end or beginning it is printed."""
    return _PAGE.fullmatch(line.text) is not None or (line.indent >= _CENTRED and line.text.isdecimal())


def _cells(rows: Sequence[Row], first: Line, table: int) -> Iterator[Block]:
    for number, row in enumerate(rows):
        for column, text in row:
            anchor = Anchor("", first.number + number)
            yield Block(text.strip(), anchor, indent=first.indent, cell=Cell(table, number, column), plain=True)


def is_wrapped(text: str) -> bool:
    """Tell whether the lines of `text` are broken at a column rather than at the ends of paragraphs."""
    return _wrap_column(list(_stanzas(text))) is not None


def _stanzas(text: str) -> Iterator[list[Line]]:
    """Yield the runs of lines between blank lines and rules of dashes; an empty run is the end of a page."""
    stanza: list[Line] = []
    for number, raw in enumerate(bare_lines(text)):
        if "\f" in raw:
            if stanza:
                yield stanza
            yield []
            stanza = []
        line = clean_characters(raw).rstrip().expandtabs(_TAB)
        content = line.lstrip()
        if content and not _RULE.fullmatch(content):
            stanza.append(Line(number, len(line) - len(content), content))
        elif stanza:
            yield stanza
            stanza = []
    if stanza:
        yield stanza


def _wrap_column(stanzas: Sequence[Sequence[Line]]) -> int | None:
    """Return the column at which the lines are wrapped; None where lines are whole paragraphs.

    In wrapped text most lines that another one follows are about as long as the longest and stop in
    mid-sentence, and few lines are very long.
    """
    pairs = [
        (line, following)
        for stanza in stanzas
        for line, following in pairwise(stanza)
        if line.width <= _LONG and split_marker(following.text) is None
    ]
    whole = sum(line.width > _LONG for stanza in stanzas for line in stanza)
    if len(pairs) < max(2, whole):
        return None
    widths = sorted(line.width for line, _ in pairs)
    column = widths[int(len(widths) * 0.95)]
    wrapped = [line for line, _ in pairs if line.width >= _FULL * column and not _SENTENCE_END.search(line.text)]
    goes_on = [following for _, following in pairs if not following.text[0].isupper()]
    likely = len(wrapped) >= 0.5 * len(pairs) and len(goes_on) >= 0.25 * len(pairs)
    return column if column >= 40 and likely else None


def _breaks(line: Line, following: Line, first: Line, wrap: int | None) -> bool:
    """Tell whether a paragraph ends between two lines that no blank line parts."""
    full = wrap is not None and wrap * _FULL <= line.width + 1 + len(following.text.split()[0]) and line.width <= _LONG
    if split_marker(following.text) is not None:
        return starts_item(following.text, line.text, is_full=full)
    if not full:
        return _STOP.search(line.text) is not None or not following.text[0].islower() or len(line.text) < _SHORT
    hanging = split_marker(first.text) is not None
    return following.indent > line.indent + 1 and not hanging and bool(_SENTENCE_END.search(line.text))


def _block(lines: Sequence[Line]) -> Block:
    text = join_lines([line.text for line in lines])
    return Block(text=text, anchor=Anchor(part="", index=lines[0].number), indent=lines[0].indent, plain=True)
