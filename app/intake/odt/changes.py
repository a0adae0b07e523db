"""Tracked changes of OpenDocument text: insertions between two marks, deletions kept apart (part 3, 5.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.intake.building import Change
from app.intake.odt.package import DC, OFFICE, TEXT, XML

_MAX_DELETED = 2_000_000  # characters of all deletions


@dataclass(frozen=True, slots=True)
class Deletion:
    """What was deleted: the texts of its paragraphs, the first and last of which may be parts of one."""

    change: Change
    texts: tuple[str, ...]


class Changes:
    """The changes of one part, and the insertion under way."""

    def __init__(self, part: etree._Element) -> None:
        self.current: Change | None = None
        self._insertions: dict[str, Change] = {}
        self._deletions: dict[str, Deletion] = {}
        room = _MAX_DELETED
        for region in part.iter(f"{{{TEXT}}}changed-region"):
            name = region.get(f"{{{XML}}}id", region.get(f"{{{TEXT}}}id", ""))
            for change in region:
                info = change.find(f"{{{OFFICE}}}change-info")
                author = "" if info is None else info.findtext(f"{{{DC}}}creator", "")
                date = "" if info is None else info.findtext(f"{{{DC}}}date", "")
                if change.tag == f"{{{TEXT}}}insertion":
                    self._insertions[name] = Change("insertion", author, date)
                elif change.tag == f"{{{TEXT}}}deletion" and room > 0:
                    texts = tuple(_texts(change))
                    room -= sum(map(len, texts))
                    self._deletions[name] = Deletion(Change("deletion", author, date), texts)

    def begin(self, mark: etree._Element) -> None:
        """Take note of a `text:change-start`."""
        self.current = self._insertions.get(mark.get(f"{{{TEXT}}}change-id", ""), self.current)

    def end(self, mark: etree._Element) -> None:
        """Take note of a `text:change-end`."""
        if mark.get(f"{{{TEXT}}}change-id", "") in self._insertions:
            self.current = None

    def deletion(self, mark: etree._Element) -> Deletion | None:
        """Return what was deleted at a `text:change`; each deletion stands at one place."""
        return self._deletions.pop(mark.get(f"{{{TEXT}}}change-id", ""), None)


def _texts(change: etree._Element) -> Iterator[str]:
    for paragraph in change.iter(f"{{{TEXT}}}p", f"{{{TEXT}}}h"):
        pieces = [paragraph.text or ""]
        for element in paragraph.iterdescendants():
            if element.tag == f"{{{TEXT}}}s":
                pieces.append(" ")
            elif element.tag in (f"{{{TEXT}}}tab", f"{{{TEXT}}}line-break"):
                pieces.append("\t" if element.tag == f"{{{TEXT}}}tab" else "\n")
            else:
                pieces.append(element.text or "")
            pieces.append(element.tail or "")
        yield "".join(pieces)
