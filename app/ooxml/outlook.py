"""What a package is to be once planned changes are accepted, worked out from the plan and the original alone."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from app.ooxml.changes import Place
from app.ooxml.looks import Formatted, Look, canonical
from app.ooxml.manner import own_properties
from app.ooxml.names import w
from app.ooxml.package import Package
from app.ooxml.runs import paragraphs_of, read_text
from app.text.diff import TextEdit, apply_edits

_Formats = frozenset[str]


class Planned:
    """A paragraph and what it is to become.

    Attributes:
        text: Its text; its number in its part where nothing is planned of it; None where it goes.
    """

    __slots__ = ("formats", "p", "properties", "text")

    def __init__(self, p: etree._Element, text: str | int | None) -> None:
        self.p = p
        self.text = text
        self.formats: list[_Formats] | None = None  # of each character; None where nothing is planned of them
        self.properties: str | None = None

    def look(self) -> Look | None:
        """Return how it is to look; None where nothing is planned of it."""
        if self.formats is None or self.text is None:
            return None
        runs = tuple(Formatted(len(list(alike)), formats) for formats, alike in groupby(self.formats))
        return Look(runs, self.properties)


class NewParagraph:
    """A paragraph to be: its text in stretches with their run properties, and its own properties."""

    __slots__ = ("pPr", "runs")

    def __init__(
        self,
        runs: Iterable[tuple[str, etree._Element | None]],
        pPr: etree._Element | None,
    ) -> None:
        self.runs = [(text, canonical(rPr)) for text, rPr in runs]
        self.pPr = canonical(pPr)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(text for text, _ in self.runs)


class Outlook:
    """Keeps what the paragraphs of a package are to become; asked for, those of a part are read once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._planned: dict[str, list[Planned]] = {}
        self._new: dict[str, list[tuple[etree._Element, list[NewParagraph], bool]]] = {}

    def open(self, part: str) -> None:
        """Count a part as changed."""
        if part not in self._planned:
            paragraphs = paragraphs_of(self._package.edit(part))
            self._planned[part] = [Planned(p, number) for number, p in enumerate(paragraphs)]

    def paragraph(self, place: Place) -> etree._Element:
        """Return the paragraph at `place`; its part counts as changed."""
        return self._at(place).p

    def reword(self, place: Place, edits: tuple[TextEdit, ...]) -> None:
        """Plan edits: what is inserted looks like what it replaces, or else like other words of the paragraph.

        Neither a link nor the number of a note gives its look to what is beside it, so that it need not be the next.
        A field is replaced as a whole where an edit touches it, so that all of both may look like any part of them.
        """
        planned, formats = self._opened(place)
        text = str(planned.text or "")
        fields = [(result.span.start, result.span.end) for result in read_text(planned.p).results]
        for edit in edits:
            start, end = _reach(edit, fields)
            if (start, end) != (edit.start, edit.end):
                formats[start:end] = [frozenset().union(*formats[start:end])] * (end - start)
        mark = frozenset((canonical(planned.p.find(f"{w('pPr')}/{w('rPr')}")),))
        for edit in reversed(edits):
            around = formats[edit.start : edit.end] or formats or [mark]
            formats[edit.start : edit.end] = [frozenset().union(*around)] * len(edit.text)
        planned.text = apply_edits(text, edits)

    def reformat(self, place: Place, start: int, end: int, rPr: etree._Element | None) -> None:
        """Plan a format of characters."""
        _, formats = self._opened(place)
        formats[start:end] = [frozenset((canonical(rPr),))] * len(formats[start:end])

    def restyle(self, place: Place, pPr: etree._Element | None) -> None:
        """Plan properties of a paragraph."""
        planned, _ = self._opened(place)
        planned.properties = canonical(own_properties(pPr))

    def remove(self, place: Place) -> None:
        """Plan that a paragraph goes."""
        self._at(place).text = None

    def empty(self, place: Place, left: str) -> None:
        """Plan that a paragraph stays with what of its text cannot go."""
        planned = self._at(place)
        planned.text, planned.formats = left, None

    def remove_inside(self, holder: etree._Element, part: str) -> None:
        """Plan that all goes that stands in `holder`, what is new in it too."""
        for planned in self._planned[part]:
            if holder in planned.p.iterancestors():
                planned.text = None
        self._new[part] = [new for new in self._new.get(part, []) if holder not in new[0].iterancestors()]

    def add(self, part: str, anchor: etree._Element, new: Sequence[NewParagraph], *, restyled: bool = True) -> None:
        """Plan new paragraphs right after `anchor`, a paragraph or row; their own properties only if `restyled`."""
        self._new.setdefault(part, []).append((anchor, list(new), restyled))

    def base_of(self, p: etree._Element) -> NewParagraph:
        """Return `p` as it is, for another paragraph like it."""
        view = read_text(p)
        runs = [(view.text[piece.start : piece.end], piece.r.find(w("rPr"))) for piece in view.pieces]
        return NewParagraph(runs, p.find(w("pPr")))

    def texts(self) -> dict[str, tuple[str | int, ...]]:
        """Return the texts that the paragraphs of each changed part are to have; numbers stand for those kept."""
        return {part: tuple(text for text, _ in self._all(part)) for part in self._planned}

    def looks(self) -> dict[str, tuple[Look | None, ...]]:
        """Return how the paragraphs of each changed part are to look; None for those nothing is planned of."""
        return {part: tuple(look for _, look in self._all(part)) for part in self._planned}

    def _at(self, place: Place) -> Planned:
        self.open(place.part)
        return self._planned[place.part][place.index]

    def _opened(self, place: Place) -> tuple[Planned, list[_Formats]]:
        """Return what is planned of a paragraph, and of its characters: as they are where nothing is yet."""
        planned = self._at(place)
        if planned.formats is None:
            view = read_text(planned.p)
            if isinstance(planned.text, int):
                planned.text = view.text
            planned.formats = []
            for piece in view.pieces:
                look = frozenset((canonical(piece.r.find(w("rPr"))),))
                planned.formats += [look] * (piece.end - piece.start)
            planned.properties = canonical(planned.p.find(w("pPr")))
        return planned, planned.formats

    def _all(self, part: str) -> Iterator[tuple[str | int, Look | None]]:
        """Give what all paragraphs of `part` are to be; of what is new after the same, the last planned comes first."""
        order = {planned.p: index for index, planned in enumerate(self._planned[part])}
        due: dict[int, list[tuple[int, NewParagraph, bool]]] = {}
        for anchor, new, restyled in self._new.get(part, []):
            depth = sum(1 for _ in anchor.iterancestors())
            own = [(depth, each, restyled) for each in new]
            last = max(order[p] for p in anchor.iter(w("p")) if p in order)
            due.setdefault(last, [])[:0] = own
        for index, planned in enumerate(self._planned[part]):
            if planned.text is not None:
                yield planned.text, planned.look()
            for _, each, restyled in sorted(due.get(index, []), key=lambda entry: -entry[0]):
                runs = tuple(Formatted(len(text), frozenset((key,))) for text, key in each.runs if text)
                yield each.text, Look(runs, each.pPr if restyled else None)


def _reach(edit: TextEdit, fields: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return from where to where an edit reaches with the fields it touches."""
    start, end = edit.start, edit.end
    for _ in fields:  # one may lead to the next
        for first, last in fields:
            if start < last and first < end:
                start, end = min(start, first), max(end, last)
    return start, end
