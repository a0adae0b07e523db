"""From markers in reading order to the numbers a reader would cite: "b." under "1." is "1.b"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.intake.structure.markers import Marker, Style

_LOOK_AHEAD = 60


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph as the numbering sees it.

    Attributes:
        marker: Its marker; None for a paragraph without one.
        indent: As in `Block`.
        heading: Whether it reads as a heading.
        titled: Whether it is a clause with a heading of its own, on its line or run in.
        lead_in: Whether it announces a list.
        unmarked_item: Whether it is an item of a list whose items have no markers.
    """

    marker: Marker | None = None
    indent: int | None = None
    heading: bool = False
    titled: bool = False
    lead_in: bool = False
    unmarked_item: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in the lists.

    Attributes:
        label: As in `Paragraph`.
        level: Depth among marked paragraphs, from 0.
        parent: Index of the item above it, whose list it belongs to; None at the top.
    """

    label: str = ""
    level: int = 0
    parent: int | None = None


@dataclass(slots=True)
class _Open:
    """A list that is still open: its last item.

    Attributes:
        opens: Whether that item announces a list of its own.
        parts: The number in its parts, where it is counted from the top of the document.
    """

    index: int
    form: tuple[str, str]
    value: int
    label: str
    indent: int | None
    heading: bool = False
    titled: bool = False
    opens: bool = False
    parts: tuple[str, ...] = ()


_LEAD = ("lead-in", "")
_PLAIN = ("plain", "")


def place_items(items: Sequence[Item]) -> tuple[Place, ...]:
    """Return the place of each of `items`, which are all paragraphs of one story in reading order."""
    numbering = _Numbering(items)
    return tuple(numbering.place(index) for index in range(len(items)))


@dataclass(slots=True)
class _Numbering:
    """The lists that are open at one paragraph after another, the outermost first."""

    items: Sequence[Item]
    stack: list[_Open] = field(default_factory=list)

    def place(self, index: int) -> Place:
        """Return the place of item `index`, and open or close lists for it."""
        item = self.items[index]
        if item.marker is None and not item.unmarked_item:
            return self._pass_by(index, item)
        if item.marker is None:
            self._open_unnumbered(index, item, _PLAIN)
        elif item.marker.style == "bullet":
            self._open_unnumbered(index, item, ("bullet", item.marker.shape))
        elif item.marker.style == "multi":
            self._open_multi(index, item, item.marker)
        elif item.marker.style == "word":
            self.stack.clear()
            self._push(index, item, ("word", item.marker.shape), item.marker.readings[0][1], item.marker.number)
        else:
            self._open_number(index, item, item.marker)
        return self._top()

    def _top(self) -> Place:
        above = self.stack[:-1]
        level = sum(entry.form != _LEAD for entry in above)
        return Place(self.stack[-1].label, level, above[-1].index if above else None)

    def _pass_by(self, index: int, item: Item) -> Place:
        """Take note of a paragraph that is no item: headings and lead-ins close what stands above them."""
        if item.heading:
            self.stack.clear()
            return Place()
        while self.stack and self._ends_at(self.stack[-1], item):
            self.stack.pop()
        if item.lead_in:
            while self.stack and self.stack[-1].form == _LEAD:
                self.stack.pop()
            self.stack.append(_Open(index, _LEAD, 0, "", item.indent))
        return Place()

    def _ends_at(self, entry: _Open, item: Item) -> bool:
        """Tell whether the list of `entry` is over once a plain paragraph stands after it."""
        if entry.form[0] not in ("bullet", "plain", "lead-in"):
            return self._lists_under_lead(entry) and not _is_deeper(item.indent, entry.indent)
        return not (_is_deeper(item.indent, entry.indent) and entry.form != _LEAD)

    def _lists_under_lead(self, entry: _Open) -> bool:
        """Tell whether `entry` is a phrase of a list announced by a lead-in without a number of its own."""
        below = self.stack[: self.stack.index(entry)]
        return bool(below) and all(other.form == _LEAD for other in below) and not entry.titled

    def _push(self, index: int, item: Item, form: tuple[str, str], value: int, label: str) -> None:
        self.stack.append(
            _Open(
                index=index,
                form=form,
                value=value,
                label=label,
                indent=item.indent,
                heading=item.heading,
                titled=item.titled,
                opens=item.lead_in or item.heading,
            )
        )

    def _open_unnumbered(self, index: int, item: Item, form: tuple[str, str]) -> None:
        self._pop_unnumbered(form, item)
        self._push(index, item, form, 0, "")

    def _pop_unnumbered(self, form: tuple[str, str], item: Item) -> None:
        """Close lists down to one of `form` at the same indent, or to the paragraph that holds the new list."""
        for depth in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[depth]
            if entry.form == form and not (
                _is_deeper(item.indent, entry.indent) or _is_deeper(entry.indent, item.indent)
            ):
                del self.stack[depth:]
                return
        while self.stack and self.stack[-1].form[0] in ("bullet", "plain"):
            if _is_deeper(item.indent, self.stack[-1].indent):
                return
            self.stack.pop()

    def _open_multi(self, index: int, item: Item, marker: Marker) -> None:
        """Open "2.3(a)": the number says itself under which it stands."""
        parts = marker.parts
        keep = 0
        for depth, entry in enumerate(self.stack):
            holds = entry.parts and entry.parts == parts[: len(entry.parts)] != parts
            announces = entry.form == _LEAD and depth == keep and self._announces(depth, parts)
            if entry.form[0] == "word" or holds or announces:
                keep = depth + 1
        del self.stack[keep:]
        self._push(index, item, ("multi", str(len(parts))), marker.readings[0][1], marker.number)
        self.stack[-1].parts = parts

    def _announces(self, depth: int, parts: tuple[str, ...]) -> bool:
        """Tell whether the lead-in at `depth` holds the number `parts`: as its first item, or one beside its items."""
        first = self.stack[depth + 1].parts if depth + 1 < len(self.stack) else parts
        return first[:-1] == parts[:-1]

    def _open_number(self, index: int, item: Item, marker: Marker) -> None:
        style, value = self._reading(index, marker)
        form = (style, marker.shape)
        depth = self._continued(form, value, item)
        if depth is None and value > 1:
            depth = self._continued(form, None, item)
        if depth is None and value == 1:
            depth = self._restarted(form, item)
        if depth is None and style == "number":
            depth = self._after_parts(value)
        if depth is not None:
            del self.stack[depth:]
        elif style == "number" and value == 1 and item.titled and self._is_after_recitals(item):
            self.stack.clear()
        elif item.heading and value > 1:
            self._leave_unnumbered()
        elif value == 1 or not self.stack or self.stack[-1].form == form:
            self._close_deeper(item)
        self._push(index, item, form, value, self._label(marker))
        if self.stack[-1].label == marker.number:
            self.stack[-1].parts = (marker.number,)

    def _reading(self, index: int, marker: Marker) -> tuple[Style, int]:
        """Return how a marker counts: a letter may be a Roman number, which its neighbours in the list decide."""
        if len(marker.readings) == 1:
            return marker.readings[0]
        following = self._next_of_shape(index, marker.shape)
        for style, value in marker.readings:
            if following and (style, value + 1) in following.readings:
                return style, value
        for entry in reversed(self.stack):
            for style, value in marker.readings:
                if entry.form == (style, marker.shape) and entry.value + 1 == value:
                    return style, value
        roman = [reading for reading in marker.readings if reading[0].endswith("roman") and reading[1] == 1]
        return roman[0] if roman else marker.readings[0]

    def _next_of_shape(self, index: int, shape: str) -> Marker | None:
        for item in self.items[index + 1 : index + 1 + _LOOK_AHEAD]:
            if item.marker is not None and item.marker.shape == shape:
                return item.marker
        return None

    def _continued(self, form: tuple[str, str], value: int | None, item: Item) -> int | None:
        """Return the depth of the open list that goes on with `value`, or with any higher one where it is None.

        Among several the one of the same kind (heading or not) and indent is taken, then the deepest.
        """
        best: tuple[bool, bool, int] | None = None
        for depth, entry in enumerate(self.stack):
            if entry.form != form or (value is not None and entry.value + 1 != value):
                continue
            if value is None and _is_deeper(item.indent, entry.indent):
                continue
            key = (entry.heading == item.heading or not item.heading, _is_level(item.indent, entry.indent), depth)
            best = key if best is None or key > best else best
        return None if best is None else best[2]

    def _after_parts(self, value: int) -> int | None:
        """Return the depth of "14.3" for a 15 that goes on after it, where 14 has no paragraph of its own."""
        before = (str(value - 1),)
        return next((depth for depth, entry in enumerate(self.stack) if entry.parts[:1] == before), None)

    def _restarted(self, form: tuple[str, str], item: Item) -> int | None:
        """Return the depth of the open list that begins again with this first number; None for a list within it."""
        for depth in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[depth]
            if entry.form != form or _is_deeper(item.indent, entry.indent) or (entry.heading and not item.heading):
                continue
            top = self.stack[-1]
            if top is entry and entry.opens and not _is_deeper(entry.indent, item.indent):
                continue
            return depth if top.form != _LEAD or top.index < entry.index else None
        return None

    def _is_after_recitals(self, item: Item) -> bool:
        """Tell whether a list of capital letters that announces nothing is all that stands above a first clause."""
        return bool(self.stack) and all(
            entry.form[0] == "upper" and not (entry.opens or entry.titled or _is_deeper(item.indent, entry.indent))
            for entry in self.stack
        )

    def _close_deeper(self, item: Item) -> None:
        """Close lists that stand deeper than `item`, so that a new list hangs under what is above it."""
        while self.stack and self.stack[-1].form != _LEAD and _is_deeper(self.stack[-1].indent, item.indent):
            self.stack.pop()

    def _leave_unnumbered(self) -> None:
        """Close lists without numbers: a numbered heading stands in none of them."""
        while self.stack and self.stack[-1].form[0] in ("bullet", "plain", "lead-in"):
            self.stack.pop()

    def _label(self, marker: Marker) -> str:
        above = next((entry.label for entry in reversed(self.stack) if entry.label), "")
        cited = f"({marker.number})" if marker.shape.endswith(")") else marker.number
        if not above or self._continues_through(above, marker):
            return cited
        return above + cited if cited.startswith("(") else f"{above}.{cited}"

    def _continues_through(self, above: str, marker: Marker) -> bool:
        """Tell whether numbers run on through sections, as "4." does under "Section III"."""
        return above.startswith(("Section ", "Article ", "Clause ")) and marker.readings[0][0] == "number"


def _is_deeper(indent: int | None, other: int | None) -> bool:
    return indent is not None and other is not None and indent > other + 1


def _is_level(indent: int | None, other: int | None) -> bool:
    return indent is not None and other is not None and abs(indent - other) <= 1
