"""The colours of a clause file."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.desktop.theme import Colours

_LONGEST = 5_000
"""Letters of a line that are coloured; longer lines stay plain."""
_PARTS = (
    ("slot", re.compile(r"\{[a-z]+(?:'s)?(?::[a-z0-9-]+)?(?:\|[a-z ]+)?\}")),
    ("words", re.compile(r"\"[^\"]*\"|'[^']*'")),
    ("anchor", re.compile(r"(?<=\s)[&*][\w-]+")),
    ("key", re.compile(r"^[\s-]*([\w-]+)(?=:(?:\s|$))|(?<=[{,])\s*([\w-]+)(?=:\s)")),
    ("comment", re.compile(r"(?:^|(?<=\s))#.*$")),
)
"""In the order in which they are set; what comes later wins."""


class YamlHighlighter(QSyntaxHighlighter):
    """Colours keys, words in quotation marks, slots, anchors and remarks."""

    def __init__(self, document: QTextDocument, colours: Colours) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self.show_colours(colours)

    def show_colours(self, colours: Colours) -> None:
        """Take other colours."""
        inks = {
            "key": colours.accent,
            "words": colours.low,
            "slot": colours.high,
            "anchor": colours.medium,
            "comment": colours.muted,
        }
        for part, ink in inks.items():
            letters = QTextCharFormat()
            letters.setForeground(QColor(ink))
            letters.setFontItalic(part == "comment")
            if part == "key":
                letters.setFontWeight(QFont.Weight.DemiBold)
            self._formats[part] = letters
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if len(text) > _LONGEST:
            return
        quoted = [found.span() for found in _PARTS[1][1].finditer(text)]
        for part, pattern in _PARTS[1:]:
            for found in pattern.finditer(text):
                start = found.start(found.lastindex) if found.lastindex else found.start()
                if part == "words" or not any(first < start < last for first, last in quoted):
                    self.setFormat(start, found.end() - start, self._formats[part])
        for found in _PARTS[0][1].finditer(text):
            if not self.format(found.start()).fontItalic():
                self.setFormat(found.start(), found.end() - found.start(), self._formats["slot"])
