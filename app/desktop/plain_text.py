"""Text of others, shown as what it is: nothing in it is taken for markup, and nothing in it stays unseen."""

import re
from html import escape

from PySide6.QtGui import Qt  # the one that knows rich text

from app.desktop.line_breaks import breakable

_SIGN = "\u25af"  # an upright box
_WIDE = 80  # letters; Qt breaks the lines of no plain tip
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
    "|(?<=[\x20-\x7e])[\u200c-\u200f\u061c]+(?=[\x20-\x7e])"  # elsewhere scripts need them
)


def visible(text: str) -> str:
    """Return `text` with a sign for each character that is not seen: controls, and those that turn or part words.

    It is as long as before, in code points and in UTF-16.
    """
    return _UNSEEN.sub(lambda found: "".join(map(_sign_of, found[0])), text)


def unseen(text: str) -> tuple[tuple[int, str], ...]:
    """Return where in `text` characters stand that are not seen, each with its name: "U+202E"."""
    return tuple(
        (at, f"U+{ord(character):04X}")
        for found in _UNSEEN.finditer(text)
        for at, character in enumerate(found[0], found.start())
    )


def tip(text: str) -> str:
    """Return `text` as a tooltip is to be given it: Qt takes some texts for HTML, and breaks the lines of no other."""
    shown = visible(text)
    if not Qt.mightBeRichText(shown) and max(map(len, shown.split("\n"))) <= _WIDE:
        return shown
    return f"<p>{escape(breakable(shown)).replace(chr(10), '<br>')}</p>"


def _sign_of(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _SIGN * (2 if code > 0xFFFF else 1)
