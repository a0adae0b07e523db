"""The text of a stretch of Markdown: emphasis becomes styles, links keep their words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token

from app.intake.decoding import clean_characters
from app.intake.joining import is_broken, starts_item
from app.model.marks import TextStyle
from app.model.span import Span

_ADDRESS_MATTERS = re.compile(
    r"\b(?:polic(?:y|ies)|terms|conditions|agreement|addendum|guidelines?|licen[cs]e|notice|statement|schedule|here)\b",
    re.IGNORECASE,
)
_FULL = 60  # characters of a line that may have been wrapped
_BLANKS = re.compile(r"\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_UNDERLINE = re.compile(r"<(/?)(?:u|ins)>", re.IGNORECASE)
_TAG_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_ELEMENTS_WORDS = (
    "a abbr address article aside b big blockquote body br caption center cite code col colgroup dd del details "
    "dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input "
    "ins kbd label li link main mark meta nav o ol p picture pre q s samp script section small source span strike "
    "strong style sub summary sup table tbody td tfoot th thead title tr tt u ul var wbr"
)
_ELEMENTS = frozenset(_ELEMENTS_WORDS.split())


@dataclass(slots=True)
class InlineText:
    """A text under way.

    Attributes:
        text: So far, with single blanks.
        styles: Stretches that are closed.
        opened: Where emphasis and links that are still open began.
    """

    text: str = ""
    styles: list[TextStyle] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)

    def add(self, piece: str) -> None:
        """Append `piece`; blanks are single and never come first."""
        piece = _BLANKS.sub(" ", clean_characters(piece))
        self.text += piece.lstrip() if not self.text or self.text.endswith(" ") else piece

    def open(self, what: str) -> None:
        """Begin emphasis or a link."""
        self.opened.append((what, len(self.text)))

    def close(self) -> None:
        """End what was opened last."""
        if not self.opened:
            return
        what, start = self.opened.pop()
        if what.startswith("link "):
            self.add(_address(self.text[start:], what.removeprefix("link ")))
        elif start < len(self.text):
            span = Span(start, len(self.text))
            self.styles.append(
                TextStyle(span, bold=what == "strong", italic=what == "em", underline=what == "underline")
            )

    def finished(self) -> tuple[str, tuple[TextStyle, ...]]:
        """Return the text without blanks at its end, and its styles in order."""
        text = self.text.rstrip()
        styles = (style for style in self.styles if style.span.start < len(text))
        return text, tuple(sorted(styles, key=lambda style: (style.span.start, style.span.end)))

    @property
    def is_all_strong(self) -> bool:
        """Whether the text is one stretch in bold."""
        return any(style.bold and style.span == Span(0, len(self.text.rstrip())) for style in self.styles)


def read_inline(tokens: Iterable[Token], *, is_wrapped: bool) -> list[tuple[int, InlineText]]:
    """Return the paragraphs that `tokens` hold, each with the number of lines before it.

    A line goes on in the same paragraph, unless it begins an item of a list that Markdown does not know
    ("a.", "(i)"), or follows a line in bold.
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
            is_full = is_wrapped and len(current.text) - line_start >= _FULL
            is_item = starts_item(token.content, current.text.rstrip(), is_full=is_full)
            if not current.opened and (is_item or current.is_all_strong):
                current = InlineText()
                paragraphs.append((lines, current))
            elif not is_broken(current.text):
                current.add(" ")
            line_start = len(current.text)
        _take(token, current)
    return paragraphs


def _take(token: Token, current: InlineText) -> None:
    kind = token.type
    if kind in ("text", "code_inline"):
        current.add(token.content)
    elif kind in ("strong_open", "em_open"):
        current.open(kind.removesuffix("_open"))
    elif kind == "link_open":
        current.open(f"link {token.attrGet('href') or ''}")
    elif kind in ("strong_close", "em_close", "link_close"):
        current.close()
    elif kind == "html_inline":
        _take_html(token.content, current)


def _take_html(tag: str, current: InlineText) -> None:
    underline = _UNDERLINE.fullmatch(tag)
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
