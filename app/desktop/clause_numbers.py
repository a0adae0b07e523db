"""The places of a document by the numbers and titles that a reader cites them by."""

import re
from dataclasses import dataclass

from app.desktop.words import first_words
from app.model.document import Document

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_KINDS = re.compile(
    r"^(?:sections?|clauses?|articles?|paragraphs?|abschnitt|ziffer|artikel|no|nr|§+)[\s.]*(?=[\d(])", re.IGNORECASE
)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place that has a number or a title.

    Attributes:
        label: As a reader cites it ("5(c)", "Exhibit A"); a title where there is no number.
        begins: The words that it begins with; "" where they are its label.
    """

    label: str
    begins: str
    paragraph: int

    @property
    def line(self) -> str:
        """The place in one line."""
        return f"{self.label}  {self.begins}".strip()


class ClauseNumbers:
    """The cited places of a document, in its order; `labels` are the numbers among them."""

    def __init__(self, document: Document) -> None:
        self.places = tuple(sorted(set(_places(document)), key=lambda place: place.paragraph))
        self.labels = tuple(paragraph.label for paragraph in document.paragraphs if paragraph.label)
        self._by_number: dict[tuple[str, ...], int] = {}
        for place in self.places:
            self._by_number.setdefault(_parts(place.label), place.paragraph)
        self._by_title = {
            _parts(title): first
            for title, first in reversed(
                [
                    *((section.title, section.first) for section in document.sections),
                    *((exhibit.title, exhibit.first) for exhibit in document.exhibits),
                ]
            )
            if _parts(title)
        }

    def paragraph_of(self, cited: str) -> int | None:
        """Return the paragraph that `cited` names: a number however it is written, a title or how one begins.

        None where there is no such place.
        """
        parts = _parts(_KINDS.sub("", cited.strip()))
        if not parts:
            return None
        known = (self._by_number.get(parts), self._by_number.get((*parts, "0")), self._by_title.get(parts))
        exact = next((paragraph for paragraph in known if paragraph is not None), None)
        if exact is not None:
            return exact
        if parts[0].isdigit():
            return None
        begins = [first for title, first in self._by_title.items() if title[: len(parts)] == parts]
        return min(begins, default=None)

    def like(self, cited: str) -> tuple[CitedPlace, ...]:
        """Return the places whose number begins as `cited` does, or whose line holds its words; for "", all."""
        parts = _parts(_KINDS.sub("", cited.strip()))
        if parts and parts[0].isdigit():
            return tuple(place for place in self.places if _begins(_parts(place.label), parts))
        words = cited.lower().split()
        return tuple(place for place in self.places if all(word in place.line.lower() for word in words))


def _places(document: Document) -> list[CitedPlace]:
    paragraphs = document.paragraphs
    places = [CitedPlace(each.label, first_words(each.text, _LONGEST), each.index) for each in paragraphs if each.label]
    numbered = {place.paragraph for place in places}
    for section in document.sections:
        if section.first not in numbered and (section.label or section.title):
            label = section.label or section.title
            places.append(CitedPlace(label, section.title if section.label else "", section.first))
    places += [
        CitedPlace(exhibit.label, exhibit.title, exhibit.first) for exhibit in document.exhibits if exhibit.label
    ]
    return places


def _begins(label: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Tell whether a label begins with `parts`, the last of them perhaps not typed to its end."""
    count = len(parts)
    return label[: count - 1] == parts[:-1] and len(label) >= count and label[count - 1].startswith(parts[-1])


def _parts(text: str) -> tuple[str, ...]:
    """Return the numbers and words of `text`, which are all that counts: 5(c), 5.c and 5 C are one."""
    return tuple(part.lower() for part in _PARTS.findall(text))
