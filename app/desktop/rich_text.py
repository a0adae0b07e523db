"""Pages of rich text in the colours and the serif of the window, in which the words of others stay words."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from app.desktop.plain_text import visible
from app.desktop.redline_text import Piece
from app.desktop.theme import Colours


@dataclass(frozen=True, slots=True)
class RichText:
    """Sets words as they are to look; what takes `html` takes what another of these gave."""

    colours: Colours
    serif: str

    def text(self, text: str) -> str:
        """Return `text` as it is, lines kept."""
        return escape(visible(text)).replace("\n", "<br>")

    def muted(self, text: str) -> str:
        """Return `text` that stands back."""
        return f'<span style="color:{self.colours.muted}">{self.text(text)}</span>'

    def accented(self, text: str) -> str:
        """Return `text` that stands out."""
        return f'<span style="color:{self.colours.accent}"><b>{self.text(text)}</b></span>'

    def quoted(self, html: str) -> str:
        """Return words of a document or a clause in the serif."""
        return f"<span style=\"font-family:'{self.serif}'; font-size:large\">{html}</span>"

    def piece(self, piece: Piece) -> str:
        """Return a piece of a redline, inserted words underlined and deleted ones struck."""
        text = self.text(piece.text)
        if piece.kind == "inserted":
            return f'<span style="color:{self.colours.inserted}"><u>{text}</u></span>'
        if piece.kind == "deleted":
            return f'<span style="color:{self.colours.deleted}"><s>{text}</s></span>'
        return text

    def part(self, title: str, html: str) -> str:
        """Return a part of a page under its title; "" without content."""
        if not html:
            return ""
        return f'<p style="margin:18px 0 4px 0; color:{self.colours.muted}"><b>{escape(title)}</b></p>{html}'

    def table(self, rows: Iterable[tuple[str, str]]) -> str:
        """Return names, each with its content as html, one below the other; "" without any."""
        told = "".join(
            f'<tr><td style="padding:0 12px 3px 0">{self.muted(name)}</td>'
            f'<td style="padding:0 0 3px 0">{html}</td></tr>'
            for name, html in rows
        )
        return f'<table cellspacing="0">{told}</table>' if told else ""
