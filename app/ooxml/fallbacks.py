"""Text boxes are written twice, for newer and for older readers; their words are changed in both (ECMA-376-3 10.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from app.ooxml.changes import Change, Deletion, Move, ParagraphFormat, Place, Rewording, RowDeletion, RunFormat
from app.ooxml.names import MC
from app.ooxml.package import Package
from app.ooxml.runs import paragraphs_of, read_text

_ALTERNATIVES, _CHOICE, _FALLBACK = (f"{{{MC}}}{tag}" for tag in ("AlternateContent", "Choice", "Fallback"))


def in_fallbacks(package: Package, changes: Sequence[Change]) -> tuple[Rewording, ...]:
    """Return the rewordings among `changes` once more, without comments, for the same paragraphs of fallbacks.

    Only where a fallback says word for word the same, and nothing else is asked of it.
    """
    rewordings = [change for change in changes if isinstance(change, Rewording) and change.edits]
    twins: dict[str, dict[int, int]] = {}
    for part in dict.fromkeys(rewording.place.part for rewording in rewordings):
        twins[part] = dict(_twins(package.tree(part))) if package.has(part) else {}
    asked = {place for change in changes for place in _places(change)}
    found = ((each, twins[each.place.part].get(each.place.index)) for each in rewordings)
    again = ((each, Place(each.place.part, index)) for each, index in found if index is not None)
    return tuple(replace(each, place=place, comment=None, cited=()) for each, place in again if place not in asked)


def _places(change: Change) -> tuple[Place, ...]:
    """Return the paragraphs that `change` changes."""
    if isinstance(change, Move):
        return change.places
    if isinstance(change, Rewording | Deletion | RunFormat | ParagraphFormat | RowDeletion):
        return (change.place,)
    return ()


def _twins(root: etree._Element) -> Iterator[tuple[int, int]]:
    """Give the ordinals of paragraphs in a choice, each with that of the same paragraph in its fallback."""
    if next(root.iter(_ALTERNATIVES), None) is None:
        return
    ordinals = {p: index for index, p in enumerate(paragraphs_of(root))}
    for alternatives in root.iter(_ALTERNATIVES):
        choice, fallback = (next(alternatives.iterchildren(tag), None) for tag in (_CHOICE, _FALLBACK))
        if choice is None or fallback is None:
            continue
        ours, theirs = paragraphs_of(choice), paragraphs_of(fallback)
        if len(ours) == len(theirs):
            for p, twin in zip(ours, theirs, strict=True):
                if (
                    next(p.iterancestors(_ALTERNATIVES), None) is alternatives
                    and read_text(p).text == read_text(twin).text
                ):
                    yield ordinals[p], ordinals[twin]
