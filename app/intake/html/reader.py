"""Web pages to paragraphs: what a browser shows of the contract, without the page around it."""

import re
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree

from app.errors import OverBudgetError, UnsupportedFormatError
from app.intake.blocks import Block, Content, Step
from app.intake.building import PLAIN, BlockText, Change, Look
from app.intake.html.styles import Css, Sheet
from app.intake.html.survey import CELLS, NEVER, Survey, is_control, survey
from app.intake.joining import starts_item
from app.intake.list_numbers import OpenList, mark_of
from app.intake.page_numbers import Rule, without_pages
from app.intake.plain.decoding import Decoded, decode_text
from app.model.document import Anchor, Cell, Opening, View

_MAX_LENGTH = 16_000_000  # characters, without pictures
_MAX_TAGS = 200_000
_MAX_ATTRIBUTES = 500  # of one element: the parser's work grows with their square
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{1000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml[^>]*\?>")
_EMBEDDED = re.compile(rb"data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s%]{64,}")
_FILING = re.compile(r"\s*<(?:SEC-DOCUMENT|DOCUMENT|TYPE)>.{0,20000}?<TEXT>", re.DOTALL | re.IGNORECASE)
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[ivxlc]{1,6}|[a-z*†‡§]{1,2})[\])]?|↩.?|\^|⏎", re.IGNORECASE)
_BLOCKS_WORDS = (
    "html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption tbody thead tfoot tr td th blockquote pre "
    "section article main header footer nav aside address center hr fieldset legend figure figcaption form "
    "details summary dir menu listing xmp plaintext search hgroup"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_LOOKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}
_BLOCK_DISPLAYS = frozenset(("block", "flex", "grid", "list-item", "table", "table-row", "table-cell"))
_STEP = 30.0  # points that browsers indent a list by, about
_COLUMN = 6.0  # points
_NOTE_PIECES = 6  # texts of a link that is looked at; a mark has fewer
_LONG_HEADING = 30  # words
_EVERY = 1000
_NO_PAGE = "there is no page in this HTML file; get a fresh copy"


def read_html(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of the web page `data`.

    Text that is not displayed is hidden text. Navigation, controls and notices about cookies are left out.

    Raises:
        OverBudgetError: It has more elements, or deeper ones, than a contract can need.
        UnsupportedFormatError: It is no text.
    """
    decoded = decode_page(path, data)
    return read_page(path, decoded.text, opening, step, not_read=decoded.not_read)


def decode_page(path: Path, data: bytes, charset: str = "") -> Decoded:
    """Return the characters of a page, by `charset` or what it says of its encoding; embedded pictures are dropped."""
    stated = _CHARSET.search(data[:8192])
    return decode_text(path, _EMBEDDED.sub(b"data:,", data), charset or (stated[1].decode("ascii") if stated else ""))


def read_page(path: Path, text: str, opening: Opening, step: Step, *, not_read: tuple[str, ...] = ()) -> Content:
    """Return the paragraphs of the page with the source `text`."""
    if len(text) > _MAX_LENGTH or text.count("<") > _MAX_TAGS or any(map(_is_overloaded, _LONG_TAG.findall(text))):
        raise OverBudgetError(path, "this page is longer than a contract can be; save the contract alone as PDF")
    filing = _FILING.match(text)
    source = _XML.sub("", text[filing.end() if filing else 0 :], count=1)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    try:
        root = etree.fromstring(source.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise UnsupportedFormatError(path, _NO_PAGE) from error
    if root is None:
        raise UnsupportedFormatError(path, _NO_PAGE)
    step(0, 1)
    found = survey(path, root)
    walk = _Walk(found, opening.view, step)
    walk.read(root)
    blocks, set_aside = without_pages(walk.flow)
    if found.left_out:
        not_read = (*not_read, "navigation and notices of the web page around the text were left out")
    return Content("html", blocks, not_read=not_read, set_aside=set_aside)


def _is_overloaded(tag: str) -> bool:
    """Tell whether a tag has more attributes than any element needs."""
    return len(_QUOTED.sub("", tag).split()) > _MAX_ATTRIBUTES


@dataclass(slots=True)
class _Frame:
    """What holds inside an open element; see `Block` for what is not told here.

    Attributes:
        is_block: Whether the element begins and ends a paragraph.
        left: Indent in points, without that of a first line.
        is_pre: Whether blanks and line ends are kept.
        link: Where the words of the link began that the element opened, and its target.
    """

    is_block: bool = False
    look: Look = PLAIN
    change: Change | None = None
    left: float = 0.0
    first: float = 0.0
    heading: int | None = None
    is_title: bool = False
    story: str = "body"
    cell: Cell | None = None
    is_pre: bool = False
    is_marker: bool = False
    link: int | None = None
    target: str = ""
    breaks: bool = False


class _Walk:
    """The second walk: blocks, and the rules between them, as `flow`."""

    def __init__(self, found: Survey, view: View, step: Step) -> None:
        self.flow: list[Block | Rule] = []
        self._found = found
        self._view = view
        self._step = step
        self._sheet = Sheet(found.sheets)
        self._here = BlockText(view)
        self._frames = [_Frame()]
        self._links: list[_Frame] = []
        self._lists: list[OpenList] = []
        self._tables: list[int | None] = []  # numbers; None for a table that only lays out the page
        self._table_count = 0
        self._marker: list[str] = []
        self._notes: set[str] = set()
        self._ordinal = 0

    def read(self, root: etree._Element) -> None:
        """Walk through the page; its depth is bounded by the survey."""
        events = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in events:
            if event == "start":
                if self._is_left_out(element):
                    skipped = element
                    events.skip_subtree()
                else:
                    self._enter(element)
                    self._text(element.text)
                continue
            if element is skipped:
                skipped = None
            else:
                self._leave(element)
            if element is not root:
                self._text(element.tail)
        self._flush()

    def _is_left_out(self, element: etree._Element) -> bool:
        tag = str(element.tag)
        if element in self._found.markers:
            self._flush()
            self._marker = [self._found.markers[element]]
            return True
        if tag == "a" and self._is_note_mark(element):
            return True
        return tag in NEVER or is_control(element) or element in self._found.left_out

    def _is_note_mark(self, a: etree._Element) -> bool:
        """Tell whether a link is the mark of a note, in the text or in the note itself, and take note of it."""
        target = a.get("href", "")
        if not target.startswith("#") or len(target) < 2:
            return False
        words = "".join(islice(a.itertext(), _NOTE_PIECES)).strip()
        if not _NOTE_MARK.fullmatch(words):
            return False
        names = [name for name in (a.get("id"), a.get("name")) if name in self._found.targets]
        in_note = self._frames[-1].story == "footnote" or bool(self._notes.intersection(names))
        parent = a.getparent()
        signs = f"{a.get('class', '')} {a.get('role', '')} {a.get('name', '')} {target}".lower()
        raised = a.find("sup") is not None or (parent is not None and parent.tag == "sup")
        leads_back = in_note and self._here.is_blank
        if not leads_back and not raised and not re.search(r"note|fn|ftn|↩", signs + words):
            return False
        self._here.names.extend(name for name in names if name is not None)
        if leads_back:
            return True
        if "back" not in signs and "↩" not in words:
            self._here.note_mark(target[1:])
            self._notes.add(target[1:])
        return True

    def _enter(self, element: etree._Element) -> None:
        tag, css, outer = str(element.tag), self._sheet.of(element), self._frames[-1]
        is_block = (tag in _BLOCKS and not css.display.startswith("inline")) or css.display in _BLOCK_DISPLAYS
        if is_block:
            self._flush()
        if tag == "br":
            self._break()
        if tag == "hr" or "before" in css.breaks:
            self._rule()
        frame = _Frame(
            is_block=is_block,
            look=_look(tag, css, outer.look, is_hidden=element.get("hidden") is not None),
            change=_change(tag, element) or outer.change,
            left=outer.left + css.left,
            first=outer.first if css.first is None else css.first,
            heading=_heading(tag, element, outer),
            is_title=outer.is_title or "MsoTitle" in element.get("class", ""),
            story=outer.story,
            cell=outer.cell,
            is_pre=outer.is_pre or tag in ("pre", "listing", "xmp", "plaintext"),
            is_marker=outer.is_marker or css.is_marker,
            breaks="after" in css.breaks,
        )
        self._frames.append(frame)
        self._name(element, frame)
        if tag in ("ul", "ol", "dir", "menu"):
            self._lists.append(_open_list(tag, element, css))
            frame.left += _STEP
        elif tag == "li":
            self._marker = [mark_of(self._lists, element.get("value", ""), css.list_style)]
        elif tag in ("dd", "blockquote"):
            frame.left += _STEP
        elif tag == "a":
            self._open_link(element, frame)
        elif tag == "table" or tag in CELLS:
            self._enter_table(element, frame)

    def _leave(self, element: etree._Element) -> None:
        tag, frame = str(element.tag), self._frames[-1]
        if frame.is_block:
            self._flush()
        if frame.link is not None:
            self._here.link(frame.link, frame.target)
            self._links.pop()
        if frame.breaks:
            self._rule()
        self._frames.pop()
        if tag in ("ul", "ol", "dir", "menu") and self._lists:
            self._lists.pop()
        elif tag == "table" and self._tables:
            self._tables.pop()
        if tag == "li":
            self._marker = []

    def _enter_table(self, element: etree._Element, frame: _Frame) -> None:
        kind = self._found.kinds.get(element)
        if kind is not None:
            self._tables.append(self._table_count if kind == "data" else None)
            self._table_count += kind == "data"
        elif element in self._found.cells and self._tables and self._tables[-1] is not None:
            inside = next((number for number in reversed(self._tables[:-1]) if number is not None), None)
            frame.cell = replace(self._found.cells[element], table=self._tables[-1], inside=inside)

    def _open_link(self, a: etree._Element, frame: _Frame) -> None:
        target = a.get("href", "").strip()
        if not target or target.lower().startswith(("javascript:", "data:", "about:", "file:")):
            return
        if not target.startswith("#") and self._found.base:
            try:
                target = urljoin(self._found.base, target)
            except ValueError:
                return
        frame.link, frame.target = self._here.length, target
        self._links.append(frame)

    def _name(self, element: etree._Element, frame: _Frame) -> None:
        for name in (element.get("id"), element.get("name")):
            if name and name in self._found.targets:
                self._here.names.append(name)
                if name in self._notes and frame.is_block:
                    frame.story = "footnote"
        if element.get("role") in ("doc-endnotes", "doc-footnote"):
            frame.story = "footnote"

    def _text(self, text: str | None) -> None:
        if not text:
            return
        frame = self._frames[-1]
        if frame.is_marker:
            self._marker.append(text.strip())
            return
        if self._here.ends_line and starts_item(text.lstrip(), "", is_full=False):
            self._flush()
        if frame.is_pre:
            self._here.add(text, frame.look, frame.change)
        else:
            self._here.flow(text, frame.look, frame.change)

    def _break(self) -> None:
        """End a line; an empty line ends the paragraph."""
        if self._here.ends_line:
            self._flush()
        elif not self._here.is_blank:
            self._here.add("\n")

    def _rule(self) -> None:
        self._flush()
        self.flow.append(Rule())

    def _flush(self) -> None:
        """End the block under way; what it names goes on to the next where it has no text."""
        here, frame = self._here, self._frames[-1]
        if here.is_blank:
            if here.length:
                self._here = BlockText(self._view, names=here.names)
                self._restart_links()
            return
        for each in self._links:
            if each.link is not None:
                here.link(each.link, each.target)
        story = "footnote" if self._notes.intersection(here.names) else frame.story
        block = here.block(
            Anchor("", self._ordinal),
            marker=" ".join(piece for piece in self._marker if piece),
            indent=int((frame.left + frame.first) / _COLUMN),
            heading=frame.heading,
            cell=frame.cell,
            story=story,
        )
        if block.heading is not None and len(block.text.split()) > _LONG_HEADING:
            block = replace(block, heading=None)
        self.flow.append(replace(block, title=True) if frame.is_title else block)
        self._ordinal += 1
        if self._ordinal % _EVERY == 0:
            self._step(0, 1)
        self._marker = []
        self._here = BlockText(self._view)
        self._restart_links()

    def _restart_links(self) -> None:
        for frame in self._links:
            frame.link = 0


def _look(tag: str, css: Css, outer: Look, *, is_hidden: bool) -> Look:
    said = _LOOKS.get(tag)
    return Look(
        bold=(outer.bold or said == "bold") if css.bold is None else css.bold,
        italic=(outer.italic or said == "italic") if css.italic is None else css.italic,
        underline=outer.underline or said == "underline" if css.underline is None else css.underline,
        hidden=outer.hidden or is_hidden if css.hidden is None else css.hidden or (outer.hidden and is_hidden),
    )


def _change(tag: str, element: etree._Element) -> Change | None:
    if tag == "ins":
        return Change("insertion", element.get("cite", ""), element.get("datetime", ""))
    return Change("deletion", element.get("cite", ""), element.get("datetime", "")) if tag == "del" else None


def _heading(tag: str, element: etree._Element, outer: _Frame) -> int | None:
    """Return the heading level that an element states, from 0."""
    level = tag[1:] if len(tag) == 2 and tag[0] == "h" else ""
    if element.get("role") == "heading":
        level = element.get("aria-level", "2")
    return int(level) - 1 if level in ("1", "2", "3", "4", "5", "6") else outer.heading


def _open_list(tag: str, element: etree._Element, css: Css) -> OpenList:
    start = element.get("start", "1").strip()
    number = int(start[:9]) if start.lstrip("-").isascii() and start.lstrip("-").isdigit() else 1
    kinds = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
    style = css.list_style or kinds.get(element.get("type", ""), "decimal" if tag == "ol" else "disc")
    return OpenList(style, number - 1)
