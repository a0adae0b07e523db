"""The text of a stretch of Markdown: emphasis becomes styles, links keep their words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token

from app.intake.building import BlockText, Look
from app.intake.joining import is_broken, starts_item
from app.intake.plain.decoding import clean_characters

_ADDRESS_MATTERS = re.compile(
    r"\b(?:polic(?:y|ies)|terms|conditions|agreement|addendum|guidelines?|licen[cs]e|notice|statement|schedule|here)\b",
    re.IGNORECASE,
)
_FULL = 60  # characters of a line that may have been wrapped
_KEPT = 100  # characters at the end of a text that tell whether a word or an item ends there
_BLANKS = re.compile(r"\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_UNDERLINE = re.compile(r"<(/?)(?:u|ins)>", re.IGNORECASE)
_ANCHOR = re.compile(r"""<[a-z][^>]*?\s(?:id|name)\s*=\s*["']?([^"'\s>]{1,200})""", re.IGNORECASE)
_TAG_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\](:?)")
_ELEMENTS_WORDS = (
    "a abbr address article aside b big blockquote body br caption center cite code col colgroup dd del details "
    "dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input "
    "ins kbd label li link main mark meta nav o ol p picture pre q s samp script section small source span strike "
    "strong style sub summary sup table tbody td tfoot th thead title tr tt u ul var wbr"
)
_ELEMENTS = frozenset(_ELEMENTS_WORDS.split())


@dataclass(slots=True)
class InlineText:
    """A paragraph under way.

    Attributes:
        text: What is written so far, with single blanks.
        note: Name of the note that it is the text of; "" for other paragraphs.
    """

    text: BlockText = field(default_factory=BlockText)
    note: str = ""
    _opened: list[str] = field(default_factory=list)
    _tail: str = ""  # the end of the text
    _weak: bool = False  # whether there are words that are not bold
    _link: tuple[int, str, list[str]] | None = None  # where its words began, its address, its words

    def add(self, piece: str) -> None:
        """Append `piece`; blanks are single and never come first."""
        piece = _BLANKS.sub(" ", clean_characters(piece))
        before = self.text.length
        look = Look(bold="strong" in self._opened, italic="em" in self._opened, underline="underline" in self._opened)
        self.text.flow(piece, look)
        if self.text.length > before:
            self._tail = (self._tail + piece)[-_KEPT:]
            self._weak = self._weak or (not look.bold and not piece.isspace())
        if self._link is not None:
            self._link[2].append(piece)

    def open(self, what: str) -> None:
        """Begin emphasis."""
        self._opened.append(what)

    def close(self) -> None:
        """End the emphasis that began last."""
        if self._opened:
            self._opened.pop()

    def open_link(self, url: str) -> None:
        """Begin a link; there are none in links."""
        self._link = (self.text.length, url, [])

    def close_link(self) -> None:
        """End the link; the address follows its words where a document is only to be found by it."""
        if self._link is not None:
            (start, url, words), self._link = self._link, None
            self.text.link(start, url)
            self.add(_address("".join(words), url))

    @property
    def is_open(self) -> bool:
        """Whether emphasis or a link goes on."""
        return bool(self._opened) or self._link is not None

    @property
    def ending(self) -> str:
        """The end of the text, without blanks after it."""
        return self._tail.rstrip()

    @property
    def is_all_strong(self) -> bool:
        """Whether all of the text is in bold."""
        return not self._weak and not self.text.is_blank


def read_inline(tokens: Iterable[Token], *, is_wrapped: bool) -> list[tuple[int, InlineText]]:
    """Return the paragraphs that `tokens` hold, each with the number of lines before it.

    A line goes on in the same paragraph, unless it begins an item of a list that Markdown does not know
    ("a.", "(i)") or a note, or follows a line in bold.
    """
    paragraphs = [(0, InlineText())]
    waiting = False
    lines = line_start = 0
    for token in tokens:
        current = paragraphs[-1][1]
        if token.type in ("softbreak", "hardbreak"):
            waiting, lines = True, lines + 1
            continue
        if waiting and token.content.strip():
            waiting = False
            is_full = is_wrapped and current.text.length - line_start >= _FULL
            note = _NOTE.match(token.content)
            is_item = starts_item(token.content, current.ending, is_full=is_full) or (note is not None and note[2])
            if not current.is_open and (is_item or current.is_all_strong):
                current = InlineText()
                paragraphs.append((lines, current))
            elif not is_broken(current.ending):
                current.add(" ")
            line_start = current.text.length
        _take(token, current)
    return paragraphs


def _take(token: Token, current: InlineText) -> None:
    kind = token.type
    if kind == "text":
        _take_text(token.content, current)
    elif kind == "code_inline":
        current.add(token.content)
    elif kind in ("strong_open", "em_open"):
        current.open(kind.removesuffix("_open"))
    elif kind in ("strong_close", "em_close"):
        current.close()
    elif kind == "link_open":
        current.open_link(str(token.attrGet("href") or ""))
    elif kind == "link_close":
        current.close_link()
    elif kind == "html_inline":
        _take_html(token.content, current)


def _take_text(text: str, current: InlineText) -> None:
    """Take text; marks of notes ("[^1]") are no text."""
    start = 0
    for note in _NOTE.finditer(text):
        begins = current.text.is_blank and not text[start : note.start()].strip()
        if bool(note[2]) != begins:
            continue
        current.add(text[start : note.start()])
        start = note.end()
        if begins:
            current.note = f"footnote-{note[1]}"
        else:
            current.text.note_mark(f"footnote-{note[1]}")
    current.add(text[start:])


def _take_html(tag: str, current: InlineText) -> None:
    underline = _UNDERLINE.fullmatch(tag)
    anchor = _ANCHOR.match(tag)
    if anchor is not None:
        current.text.names.append(anchor[1])
    if _BREAK.fullmatch(tag):
        current.add(" ")
    elif underline is not None and underline[1]:
        current.close()
    elif underline is not None:
        current.open("underline")
    elif not is_element(tag):
        current.add(tag)


def is_element(tag: str) -> bool:
    """Tell whether `tag` is of HTML, or a comment, and not a blank to fill in such as "<Company Name>"."""
    name = _TAG_NAME.match(tag)
    return name is None or name[1].lower() in _ELEMENTS


def _address(words: str, url: str) -> str:
    """Return what to add after the words of a link: its address where a document is only to be found by it."""
    if not url.startswith("http") or "#" in url or not _ADDRESS_MATTERS.search(words):
        return ""
    shown = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", words.strip().lower())
    hidden = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", url.lower())
    return "" if shown and shown in hidden else f" ({url})"
