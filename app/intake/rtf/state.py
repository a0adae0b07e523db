"""What holds at a place of an RTF file: looks, tracked changes and paragraph properties that groups inherit."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field

from app.intake.building import Change, Look


@dataclass(slots=True)
class State:
    """What a group inherits and gives back when it ends.

    Attributes:
        collect: Destination whose text is kept apart in `collected`; "" where text is shown.
        encoding: Of the characters of the font.
        uc: How many characters stand for a Unicode one where it is not understood.
        author: Number in the table of authors; so `date` packed into 32 bits.
        depth: Of tables around the paragraph.
        owns: The destination that began in this very group.
    """

    collect: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False
    inserted: bool = False
    deleted: bool = False
    author: int = 0
    date: int = 0
    encoding: str = "cp1252"
    uc: int = 1
    style: int = 0
    outline: int | None = None
    left: int = 0
    first: int = 0
    depth: int = 0
    collected: list[str] = field(default_factory=list)
    owns: str = ""

    @property
    def look(self) -> Look:
        """Emphasis of text."""
        return Look(self.bold, self.italic, self.underline, self.hidden)

    def inner(self) -> "State":
        """Return the state in which a group begins."""
        inner = copy(self)
        inner.owns = ""
        return inner

    def change(self, authors: list[str]) -> Change | None:
        """Return the tracked change that text belongs to."""
        if not self.inserted and not self.deleted:
            return None
        author = authors[self.author] if 0 <= self.author < len(authors) else ""
        return Change("deletion" if self.deleted else "insertion", author, date_of(self.date))

    def set(self, word: str, number: int | None) -> bool:
        """Take the property that a control word sets; return whether it is one."""
        if word.startswith("ul") and word != "ulc":
            self.underline = word != "ulnone" and number != 0
            return True
        setter = _SETTERS.get(word)
        if setter is not None:
            setter(self, number)
        return setter is not None


def date_of(stamp: int) -> str:
    """Return a date packed into 32 bits (minutes, hours, day, month, year from 1900); "" for none."""
    minute, hour, day = stamp & 63, (stamp >> 6) & 31, (stamp >> 11) & 31
    month, year = (stamp >> 16) & 15, 1900 + ((stamp >> 20) & 511)
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z" if day and month else ""


def _set_bold(state: State, number: int | None) -> None:
    state.bold = number != 0


def _set_italic(state: State, number: int | None) -> None:
    state.italic = number != 0


def _set_hidden(state: State, number: int | None) -> None:
    state.hidden = number != 0


def _set_inserted(state: State, number: int | None) -> None:
    state.inserted = number != 0


def _set_deleted(state: State, number: int | None) -> None:
    state.deleted = number != 0


def _set_author(state: State, number: int | None) -> None:
    state.author = number or 0


def _set_date(state: State, number: int | None) -> None:
    state.date = number or 0


def _set_uc(state: State, number: int | None) -> None:
    state.uc = max(0, min(10, 1 if number is None else number))


def _set_style(state: State, number: int | None) -> None:
    state.style = number or 0


def _set_outline(state: State, number: int | None) -> None:
    state.outline = number


def _set_left(state: State, number: int | None) -> None:
    state.left = number or 0


def _set_first(state: State, number: int | None) -> None:
    state.first = number or 0


def _set_depth(state: State, number: int | None) -> None:
    state.depth = number or 0


def _enter_table(state: State, _: int | None) -> None:
    state.depth = max(1, state.depth)


def _plain(state: State, _: int | None) -> None:
    state.bold = state.italic = state.underline = state.hidden = state.inserted = state.deleted = False


def _new_paragraph(state: State, _: int | None) -> None:
    state.style = state.left = state.first = state.depth = 0
    state.outline = None


_SETTERS: dict[str, Callable[[State, int | None], None]] = {
    "b": _set_bold,
    "i": _set_italic,
    "v": _set_hidden,
    "revised": _set_inserted,
    "deleted": _set_deleted,
    "revauth": _set_author,
    "revauthdel": _set_author,
    "revdttm": _set_date,
    "revdttmdel": _set_date,
    "uc": _set_uc,
    "s": _set_style,
    "outlinelevel": _set_outline,
    "li": _set_left,
    "lin": _set_left,
    "fi": _set_first,
    "itap": _set_depth,
    "intbl": _enter_table,
    "plain": _plain,
    "pard": _new_paragraph,
}
