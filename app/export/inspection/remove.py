"""Taking out of a Word file what need not leave with it, and the proof that nothing else went."""

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from app.errors import ExportError, ProofError
from app.export.inspection.attached import take_out_merge, take_out_template
from app.export.inspection.inspect import inspect
from app.export.inspection.properties import (
    take_out_custom_properties,
    take_out_custom_xml,
    take_out_properties,
    take_out_variables,
)
from app.export.inspection.remarks import take_out_people
from app.export.inspection.traces import (
    take_out_descriptions,
    take_out_leftovers,
    take_out_printer,
    take_out_sessions,
    take_out_thumbnail,
)
from app.model.document import View
from app.model.inspection import Item, ItemKind
from app.model.receipt import RevisionCount
from app.ooxml.census import census
from app.ooxml.comment_removal import remove_comments
from app.ooxml.names import W, w
from app.ooxml.package import Package, open_package
from app.ooxml.relationships import relationships_of
from app.ooxml.runs import paragraphs_of, read_text

_REMOVERS: Mapping[ItemKind, Callable[[Package], frozenset[str]]] = {
    "people": take_out_people,
    "properties": take_out_properties,
    "custom-properties": take_out_custom_properties,
    "custom-xml": take_out_custom_xml,
    "variables": take_out_variables,
    "mail-merge": take_out_merge,
    "template": take_out_template,
    "alt-text": take_out_descriptions,
    "thumbnail": take_out_thumbnail,
    "printer": take_out_printer,
    "session-ids": take_out_sessions,
    "other": take_out_leftovers,
}
"""What takes out a kind; for comments it depends on whose they are."""
REMOVABLE: tuple[ItemKind, ...] = ("comments", *_REMOVERS)
"""The kinds of which something can be taken out, if the words of the file need none of it."""

_VIEWS: tuple[View, ...] = ("accepted", "original", "marked")
_COMMENT_MARKS = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_SETTINGS = (w("printerSettings"),)
_SHOWN = 60  # characters of a paragraph in a message


def remove(data: bytes, path: Path, kinds: Collection[ItemKind], *, ours: Collection[str] = ()) -> bytes:
    """Return the Word file `data`, read from `path`, without what it holds of `kinds`; comments with ids `ours` stay.

    What its words need stays. A kind that the file has nothing of is no mistake.

    Raises:
        DocumentError: It is no Word file that can be read.
        ExportError: A kind cannot be taken out of this file.
        ProofError: More was changed than was asked for.
    """
    _refuse(inspect(data, path).items, path, kinds)
    package = open_package(data, path)
    changed: set[str] = set()
    if "comments" in kinds:
        changed |= remove_comments(package, ours)
    for kind, take_out in _REMOVERS.items():
        if kind in kinds:
            changed |= take_out(package)
    if not changed:
        return data
    cleaned = package.save()
    package.forget()
    problem = next(_problems(package, open_package(cleaned, path), changed), None)
    if problem is not None:
        raise ProofError(f"{path.name}: nothing was taken out, for the result failed its check: {problem}")
    return cleaned


def _refuse(items: Collection[Item], path: Path, kinds: Collection[ItemKind]) -> None:
    for kind in kinds:
        found = [item for item in items if item.kind == kind]
        if found and not any(item.removable for item in found):
            raise ExportError(f"{path.name}: {kind} cannot be taken out ({found[0].title}). {found[0].why}")


def _problems(before: Package, after: Package, changed: Collection[str]) -> Iterator[str]:
    """Yield what does not hold of `after`, in words.

    Parts with no business in the removal are the same bytes; all tracked changes are there, and the text of every
    paragraph is the same on each side of them; of a part with text nothing went but marks of comments, sessions,
    printers and paths of pictures; and no relationship went but to what was taken out.
    """
    for name in before.names:
        is_record = name.lower().endswith(".rels") or name.lower() == "[content_types].xml"
        if not is_record and name not in changed and (not after.has(name) or before.read(name) != after.read(name)):
            yield f"{name} is changed"
    for source, target in sorted(_relations(before) - _relations(after)):
        if target not in changed and source not in changed:
            yield f"{source or 'the package'} leads no more to {target}"
    if _relations(after) - _relations(before):
        yield "a relationship was added"
    if before.stories() != after.stories():
        yield "a part with text is missing"
        return
    if _revisions(before) != _revisions(after):
        yield "a tracked change is lost"
    for name in before.stories():
        if name in changed:
            yield from _story_problems(name, before.parse(name), after.parse(name))


def _revisions(package: Package) -> list[RevisionCount]:
    """Return the tracked changes of the parts that hold text; those inside of a comment go with it."""
    stories = package.stories()
    return [count for count in census(package) if count.part in stories]


def _relations(package: Package) -> set[tuple[str, str]]:
    return {(each.source, each.part or each.target) for each in relationships_of(package)}


def _story_problems(name: str, before: etree._Element, after: etree._Element) -> Iterator[str]:
    for view in _VIEWS:
        texts = zip_longest(*([read_text(p, view).text for p in paragraphs_of(root)] for root in (before, after)))
        for one, other in texts:
            if one != other:
                yield f"a paragraph of {name} reads {other!s:.{_SHOWN}}, not {one!s:.{_SHOWN}}"
                return
    if _bare(before) != _bare(after):
        yield f"{name} lost more than was asked for"


def _bare(root: etree._Element) -> list[tuple[str, tuple[tuple[str, str], ...], str]]:
    """Return all elements of a part, but for marks that may be taken out of it, and runs of nothing else."""
    return [
        (str(element.tag), _kept_attributes(element), (element.text or "") if element.tag != w("r") else "")
        for element in root.iter()
        if isinstance(element.tag, str) and not _may_go(element)
    ]


def _may_go(element: etree._Element) -> bool:
    if element.tag in _COMMENT_MARKS or element.tag in _SETTINGS:
        return True
    run = next((each for each in (element, *element.iterancestors()) if each.tag == w("r")), None)
    return (
        run is not None
        and next(run.iter(w("rPrChange")), None) is None
        and all(child.tag in (w("rPr"), w("commentReference")) for child in run)
    )


def _kept_attributes(element: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(
            (str(name), str(value))
            for name, value in element.attrib.items()
            if not str(name).startswith(f"{{{W}}}rsid")
            and etree.QName(name).localname not in ("descr", "title", "alt", "name", "href")
        )
    )
