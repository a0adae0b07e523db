"""Places where a long address or name may break, so that a narrow label need not be cut off."""

import re

ZERO_WIDTH = "\u200b"
_LONG = re.compile(r"\S{21,}")
_PIECE = re.compile(r".{1,18}?[/.,_@?&=:;-]|.{1,18}")


def breakable(text: str) -> str:
    """Return `text` with a place to break, which has no width, in each stretch of more than 20 letters."""
    return _LONG.sub(lambda found: ZERO_WIDTH.join(_PIECE.findall(found[0])), text)
