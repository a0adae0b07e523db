"""Proof of a redlined package: without its new revisions it is the original, with them it is the plan."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from app.ooxml.annotations import (
    check_comments,
    check_ids,
    check_revisions,
    remove_bookmarks,
    remove_comment_marks,
    remove_notes,
)
from app.ooxml.forms import difference, quoted, source
from app.ooxml.growth import has_grown, has_session
from app.ooxml.looks import Look, canonical
from app.ooxml.names import w
from app.ooxml.package import Package
from app.ooxml.regions import Region, container_of, unlike_regions, whole
from app.ooxml.resolver import accept, by_ids, reject
from app.ooxml.runs import paragraphs_of, read_text

_SHOWN = 60  # characters of a paragraph in a message
_STORIES = {
    w("document"): "the document",
    w("hdr"): "a header",
    w("ftr"): "a footer",
    w("footnotes"): "the footnotes",
    w("endnotes"): "the endnotes",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What a redlined package is to be.

    Attributes:
        revisions: Ids of the revisions it adds to the original.
        comments: Ids of the comments it adds.
        texts: For each part with changes, the texts of its paragraphs once the new revisions are accepted; a number
            stands for the paragraph of the original with this ordinal, unchanged. None where that is proved otherwise.
        grown: Other parts to whose end something may be added: the lists of comments and what names them. An
            earlier comment may get the id of its last paragraph, which an answer to it needs.
        session: Id of a session (`w:rsid`) that the settings may list besides; "" for none.
        formats: For each part with changes, how each of the paragraphs in `texts` is to look once the new revisions
            are accepted, worked out from plan and original; None for one of which nothing is planned but its place.
        bookmarks: Names of the bookmarks it adds, by their ids: what its cross-references lead to.
        notes: Ids of the footnotes and endnotes it adds, by their part.
    """

    revisions: Collection[str]
    comments: Collection[str]
    texts: Mapping[str, Sequence[str | int] | None]
    grown: Collection[str]
    session: str = ""
    formats: Mapping[str, Sequence[Look | None]] = field(default_factory=dict)
    bookmarks: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Collection[str]] = field(default_factory=dict)


def prove(original: Package, redlined: Package, claim: Claim) -> tuple[str, ...]:
    """Return what does not hold of `redlined`, in words; nothing if all does.

    Rejecting the new revisions must give the original, element for element, where runs and revisions that were cut
    count as one; so everybody else's revisions and every format are what they were. Accepting them must give the
    planned texts and looks. Parts that have no business with the changes must be the same bytes. New annotations
    must have ids of their own, authors and dates, and comments their places.
    """
    return tuple(_problems(original, redlined, claim))


def _problems(original: Package, redlined: Package, claim: Claim) -> Iterator[str]:
    yield from (f"{name} is missing" for name in original.names if not redlined.has(name))
    yield from (f"{name} is added" for name in redlined.names if not original.has(name) and name not in claim.grown)
    for name in original.names:
        if name not in claim.texts and redlined.has(name) and not _is_kept(original, redlined, name, claim):
            yield f"{name} is changed"
    if any(not redlined.has(name) for name in claim.texts):
        return
    for name in claim.texts:
        yield from _Part(original, redlined, name, claim).problems()
    yield from _prove_annotations(original, redlined, claim)


def _is_kept(original: Package, redlined: Package, name: str, claim: Claim) -> bool:
    if original.is_same(name, redlined):
        return True
    if name in claim.grown:
        return has_grown(original.parse(name), redlined.parse(name))
    if claim.session and name in original.related(original.main, "settings"):
        return has_session(original.parse(name), redlined.parse(name), claim.session)
    return False


def _prove_annotations(original: Package, redlined: Package, claim: Claim) -> Iterator[str]:
    lists = redlined.related(redlined.main, "comments")
    names = (*original.stories(), *original.related(original.main, "comments"))
    before = {name: original.tree(name) for name in names}
    after = {name: redlined.tree(name) for name in (*claim.texts, *lists)}
    unchanged = {name: root for name, root in before.items() if name not in after}
    yield from check_ids(before, unchanged | after)
    yield from check_revisions(before, after, claim.revisions)
    yield from check_comments(redlined.tree(redlined.main), [after[name] for name in lists], claim.comments)


class _Part:
    """A part with changes, beside what it was."""

    def __init__(self, original: Package, redlined: Package, name: str, claim: Claim) -> None:
        self._before = original.tree(name)
        self._after = redlined.tree(name)
        self._place = f"{_STORIES.get(str(self._after.tag), 'a part')} ({name})"
        self._paragraphs = paragraphs_of(self._before)
        self._name = name
        self._texts = claim.texts[name] or ()
        self._looks = claim.formats.get(name, (None,) * len(self._texts))
        self._claim = claim
        self._choice = by_ids(claim.revisions)

    def problems(self) -> Iterator[str]:
        """Give what does not hold: what the regions that differ show, or else the whole part."""
        outer = self._outer_difference()
        regions = unlike_regions(self._before, self._after)
        found = [*self._differences(regions), *self._deviations(regions)]
        if found:  # a region is a part of the whole: only what is wrong in both is wrong
            regions = whole(self._before, self._after)
            found = [*self._differences(regions), *self._deviations(regions)]
        yield from outer
        yield from found

    def _outer_difference(self) -> Iterator[str]:
        """Give a difference in what is around the blocks."""
        ours, theirs = container_of(self._before), container_of(self._after)
        pairs = [(self._before, self._after), (ours, theirs)]
        beside = [
            [child for child in root if isinstance(child.tag, str) and child is not container]
            if root is not container
            else []
            for root, container in ((self._before, ours), (self._after, theirs))
        ]
        found = difference(*beside)
        if any(one.tag != other.tag or dict(one.attrib) != dict(other.attrib) for one, other in pairs) or found:
            yield f"rejecting the changes would not give back what was around the text of {self._place}"

    def _differences(self, regions: Sequence[Region]) -> Iterator[str]:
        for region in regions:
            copy = self._copied(region)
            reject(copy, self._choice)
            remove_comment_marks(copy, self._claim.comments)
            remove_bookmarks(copy, self._claim.bookmarks)
            remove_notes(copy, self._claim.notes.get(self._name, ()))
            found = difference(region.before, [child for child in copy if isinstance(child.tag, str)])
            if found is not None:
                yield f"rejecting the changes would not give back {self._place} {found}"

    def _deviations(self, regions: Sequence[Region]) -> Iterator[str]:
        """Give where the part, its changes accepted, is not what was planned."""
        if self._claim.texts[self._name] is None:
            return
        at, ordinal = 0, 0  # among what is planned, and among the paragraphs of the original
        for region in regions:
            yield from self._deviation_of_kept(at, ordinal, region.first)
            at += region.first - ordinal
            copy = self._copied(region)
            accept(copy, self._choice)
            for p in paragraphs_of(copy):
                if at >= len(self._texts):
                    yield f"accepting the changes would leave something unplanned in {self._place} {quoted(p)}"
                    return
                yield from self._deviation(p, at)
                at += 1
            ordinal = region.first + sum(1 for block in region.before for _ in block.iter(w("p")))
        yield from self._deviation_of_kept(at, ordinal, len(self._paragraphs))
        if at + len(self._paragraphs) - ordinal != len(self._texts):
            yield f"accepting the changes would leave {self._place} with another number of paragraphs than planned"

    def _deviation_of_kept(self, at: int, start: int, stop: int) -> Iterator[str]:
        """Give where the paragraphs [start, stop), which are as they were, are planned to be otherwise."""
        if list(self._texts[at : at + stop - start]) == list(range(start, stop)):
            return
        for number in range(start, min(stop, start + len(self._texts) - at)):
            if self._texts[at + number - start] != number:
                yield from self._deviation(self._paragraphs[number], at + number - start)

    def _deviation(self, p: etree._Element, at: int) -> Iterator[str]:
        """Give where a paragraph is not what is planned under the number `at`."""
        planned, look = self._texts[at], self._looks[at]
        if isinstance(planned, int):
            former = self._paragraphs[planned]
            if source(p) == source(former):
                return
            wanted = read_text(former).text
            same_look = _formats(p) == _formats(former) and _properties(p) == _properties(former)
        else:
            wanted, same_look = planned, look is None or _has_look(p, look)
        text = read_text(p).text
        if text != wanted:
            yield (
                f"accepting the changes would leave a paragraph of {self._place} reading "
                f"“{text[:_SHOWN]}”, not “{wanted[:_SHOWN]}”"
            )
        elif not same_look:
            yield f"accepting the changes would leave a format in {self._place} that is not planned, {quoted(p)}"

    def _copied(self, region: Region) -> etree._Element:
        """Return a copy of what a region is now, in a holder like its own."""
        own = container_of(self._after)
        copy = etree.Element(own.tag, nsmap=own.nsmap)
        copy.extend(deepcopy(block) for block in region.after)
        return copy


def _formats(p: etree._Element) -> list[str]:
    """Return the format of each character of `p`."""
    return [
        each
        for piece in read_text(p).pieces
        for each in [canonical(piece.r.find(w("rPr")))] * (piece.end - piece.start)
    ]


def _properties(p: etree._Element) -> str:
    return canonical(p.find(w("pPr")))


def _has_look(p: etree._Element, look: Look) -> bool:
    wanted = [run.formats for run in look.runs for _ in range(run.length)]
    formats = _formats(p)
    is_styled = look.properties is None or look.properties == _properties(p)
    return is_styled and len(formats) == len(wanted) and all(map(frozenset.__contains__, wanted, formats))
