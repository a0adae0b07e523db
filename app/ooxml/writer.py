"""Changes to a package, written as tracked changes and comments, and proved before anyone gets them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from lxml import etree

from app.errors import ProofError
from app.ooxml.changes import Change, Deletion, Insertion, Place, Remark, Rewording, Wording
from app.ooxml.comments import Comments
from app.ooxml.cuts import Ids, isolate
from app.ooxml.manner import manner_of
from app.ooxml.marks import Stamp
from app.ooxml.names import W, w
from app.ooxml.package import Package, open_package
from app.ooxml.paragraphs import NewText, delete_paragraph, insert_paragraphs
from app.ooxml.proof import Claim, prove
from app.ooxml.revisions import change_text
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.sessions import open_session
from app.text.diff import apply_edits

_T = TypeVar("_T")
_ALL_IDS = etree.XPath("//@w:id", namespaces={"w": W})


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redlined package.

    Attributes:
        data: Its bytes.
        revisions: Ids of the revisions that are ours.
        comments: Ids of the comments that are ours.
    """

    data: bytes = field(repr=False)
    revisions: frozenset[str]
    comments: frozenset[str]


def write_changes(package: Package, changes: Sequence[Change], *, author: str, when: datetime) -> Redlined:
    """Return `package` with `changes` as tracked changes and comments.

    Edits of one paragraph must not overlap; the same edit asked for twice is made once. The package is used up.

    Raises:
        ProofError: What was written is not the original with just these changes.
    """
    writer = _Writer(package, author, when)
    writer.write(changes)
    data, claim = package.save(), writer.claim()
    del writer
    package.forget()
    problems = prove(package, open_package(data, package.path), claim)
    if problems:
        raise ProofError(f"{package.path.name}: no redline was written, for it failed its check: {problems[0]}")
    return Redlined(data, frozenset(claim.revisions), frozenset(claim.comments))


class _Writer:
    """Makes changes in the trees of a package and keeps count of what its texts become."""

    def __init__(self, package: Package, author: str, when: datetime) -> None:
        self._package = package
        session = open_session(package, author, when)
        self._stamp = Stamp(author, when, Ids(_taken_ids(package)), session=session)
        self._comments = Comments(package, self._stamp)
        self._paragraphs: dict[str, tuple[etree._Element, ...]] = {}
        self._texts: dict[str, list[str | None]] = {}  # of these paragraphs; None where one is gone
        self._new: dict[Place, list[str]] = {}  # texts inserted after a paragraph

    def write(self, changes: Sequence[Change]) -> None:
        """Make all `changes`: new paragraphs before others, while those they are to look like are untouched."""
        for change in changes:
            if isinstance(change, Remark):
                self._remark(change)
        for after, insertions in _grouped((each.after, each) for each in changes if isinstance(each, Insertion)):
            self._insert(after, insertions)
        for place, rewordings in _grouped((each.place, each) for each in changes if isinstance(each, Rewording)):
            self._reword(place, rewordings)
        for change in changes:
            if isinstance(change, Deletion):
                self._delete(change)

    def claim(self) -> Claim:
        """Return what the package is to be now."""
        return Claim(
            revisions=self._stamp.ids.revisions,
            comments=self._comments.made,
            texts={part: tuple(self._expected(part)) for part in self._paragraphs},
            grown=(*self._package.records, *self._comments.grown),
            session=self._stamp.session,
        )

    def _paragraph(self, place: Place) -> etree._Element:
        if place.part not in self._paragraphs:
            paragraphs = paragraphs_of(self._package.edit(place.part))
            self._paragraphs[place.part] = paragraphs
            self._texts[place.part] = [read_text(p).text for p in paragraphs]
        return self._paragraphs[place.part][place.index]

    def _remark(self, remark: Remark) -> None:
        p = self._paragraph(remark.place)
        runs = isolate(read_text(p).pieces, remark.start, remark.end)
        self._comment(remark.place, remark.comment, runs)

    def _insert(self, after: Place, insertions: Sequence[Insertion]) -> None:
        texts = [self._new_text(wording) for insertion in insertions for wording in insertion.wordings]
        marks = iter(insert_paragraphs(self._paragraph(after), texts, self._stamp))
        self._new[after] = [text.shown for text in texts]
        for insertion in insertions:
            own = [next(marks) for _ in insertion.wordings]
            self._comment_whole(after, insertion.comment, own)

    def _new_text(self, wording: Wording) -> NewText:
        manner = manner_of(self._paragraph(wording.like), wording.offset)
        return NewText(wording.text, manner, wording.marker, wording.heading)

    def _reword(self, place: Place, rewordings: Sequence[Rewording]) -> None:
        p = self._paragraph(place)
        wanted = dict.fromkeys(edit for rewording in rewordings for edit in rewording.edits)
        edits = tuple(sorted(wanted, key=lambda edit: (edit.start, edit.end)))
        before = read_text(p).text
        made = change_text(p, edits, self._stamp)
        self._texts[place.part][place.index] = apply_edits(before, edits)
        for rewording in rewordings:
            own = [each for each in made if any(each.covers(edit) for edit in rewording.edits)]
            self._comment(place, rewording.comment, [end for each in own for end in (each.first, each.last)])

    def _delete(self, deletion: Deletion) -> None:
        deleted = delete_paragraph(self._paragraph(deletion.place), self._stamp)
        left = read_text(self._paragraph(deletion.place)).text
        self._texts[deletion.place.part][deletion.place.index] = None if deleted.is_whole else left
        self._comment_whole(deletion.place, deletion.comment, deleted.marks)

    def _comment_whole(self, place: Place, text: str | None, marks: Sequence[etree._Element]) -> None:
        """Add a comment on the first of `marks`, the revisions of a whole paragraph."""
        if text and marks:
            self._paragraph(Place(self._package.main, 0))  # for the comment on a note or header
            self._comments.add_inside(text, marks[0])
        else:
            self._comment(place, text, marks)

    def _comment(self, place: Place, text: str | None, ends: Sequence[etree._Element]) -> None:
        """Add a comment from the first to the last of `ends`, or on the whole paragraph."""
        if not text:
            return
        self._paragraph(Place(self._package.main, 0))  # for the comment on a note or header
        if ends:
            self._comments.add(text, ends[0], ends[-1])
        else:
            self._comments.add_to_paragraph(text, self._paragraph(place))

    def _expected(self, part: str) -> Iterator[str]:
        """Give the texts that the paragraphs of `part` have once the changes are accepted."""
        due: dict[int, list[str]] = defaultdict(list)
        for place, texts in self._new.items():
            if place.part == part:
                due[self._last_nested(place)] += texts
        for index, text in enumerate(self._texts[part]):
            if text is not None:
                yield text
            yield from due[index]

    def _last_nested(self, place: Place) -> int:
        """Return the index of the last paragraph that stands in a text box of this one; its own where there is none."""
        paragraphs, last = self._paragraphs[place.part], place.index
        while last + 1 < len(paragraphs) and paragraphs[place.index] in paragraphs[last + 1].iterancestors(w("p")):
            last += 1
        return last


def _grouped(pairs: Iterable[tuple[Place, _T]]) -> Iterator[tuple[Place, list[_T]]]:
    """Give what belongs to each place, in the order given."""
    groups: dict[Place, list[_T]] = defaultdict(list)
    for place, each in pairs:
        groups[place].append(each)
    yield from groups.items()


def _taken_ids(package: Package) -> set[str]:
    """Return the ids of all annotations."""
    parts = (*package.stories(), *package.related(package.main, "comments"))
    return {str(number) for part in parts for number in _ALL_IDS(package.tree(part))}
