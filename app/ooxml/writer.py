"""Changes to a package, written as tracked changes and comments, and proved before anyone gets them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from lxml import etree

from app.errors import EditsError, ProofError
from app.model.receipt import RedlineReceipt
from app.ooxml.annotations import taken_ids
from app.ooxml.changes import (
    Change,
    Deletion,
    Insertion,
    Move,
    ParagraphFormat,
    Place,
    Remark,
    Reply,
    Rewording,
    RowDeletion,
    RowInsertion,
    RunFormat,
    Wording,
    refuse_conflicts,
)
from app.ooxml.comments import Comments
from app.ooxml.copies import copied_paragraph
from app.ooxml.cuts import Ids, isolate
from app.ooxml.fallbacks import in_fallbacks
from app.ooxml.fields import References, put_references
from app.ooxml.formats import format_paragraph, format_text
from app.ooxml.manner import manner_of
from app.ooxml.marks import Stamp
from app.ooxml.moves import can_move, check_moves, move_paragraphs, new_name, taken_names, wrap_runs
from app.ooxml.names import w
from app.ooxml.outlook import NewParagraph, Outlook
from app.ooxml.package import Package, open_package
from app.ooxml.paragraphs import (
    NewText,
    can_restyle,
    delete_paragraph,
    end_of_joined,
    insert_paragraphs,
    put_paragraphs,
    takes_over_mark,
)
from app.ooxml.proof import Claim, prove
from app.ooxml.receipts import make_receipt
from app.ooxml.revisions import change_text
from app.ooxml.rows import delete_row, insert_row, is_deleted, new_cells, row_of
from app.ooxml.runs import read_text
from app.ooxml.sessions import open_session
from app.text.diff import TextEdit
from app.text.rewriting import rewrite_ratio

_T = TypeVar("_T")
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redlined package.

    Attributes:
        data: Its bytes.
        revisions: Ids of the revisions that are ours.
        comments: Ids of the comments that are ours.
        receipt: What was done, and proved.
    """

    data: bytes = field(repr=False)
    revisions: frozenset[str]
    comments: frozenset[str]
    receipt: RedlineReceipt


def write_changes(package: Package, changes: Sequence[Change], *, author: str, when: datetime) -> Redlined:
    """Return `package` with `changes` as tracked changes and comments.

    Edits of one paragraph must not overlap; the same edit asked for twice is made once. The package is used up.

    Raises:
        EditsError: A change cannot be made without harm, or two not together; the message says which and what to do.
        ProofError: What was written is not the original with just these changes.
    """
    writer = _Writer(package, author, when)
    try:
        writer.write(changes)
    except EditsError as error:
        raise EditsError(f"{package.path.name}: {error}") from error
    data, claim, rewritten = package.save(), writer.claim(), rewrite_ratio(writer.reworded)
    date = writer.date
    del writer
    package.forget()
    redlined = open_package(data, package.path)
    problems = (*prove(package, redlined, claim), *_prove_moves(redlined, claim, changes))
    if problems:
        raise ProofError(f"{package.path.name}: no redline was written, for it failed its check: {problems[0]}")
    receipt = make_receipt(package, redlined, claim, author=author, date=date, rewritten=rewritten)
    return Redlined(data, frozenset(claim.revisions), frozenset(claim.comments), receipt)


class _Writer:
    """Makes changes in the trees of a package; what it is to become is kept apart (`Outlook`)."""

    def __init__(self, package: Package, author: str, when: datetime) -> None:
        self._package = package
        session = open_session(package, author, when)
        self._stamp = Stamp(author, when, Ids(taken_ids(package)), session=session)
        self._comments = Comments(package, self._stamp)
        self._references = References(package, self._stamp.ids)
        self._outlook = Outlook(package)
        self._doomed: set[etree._Element] = set()  # rows to be deleted
        self.reworded: list[tuple[str, tuple[TextEdit, ...]]] = []  # texts that change, as they were, with their edits
        self.date = self._stamp.date

    def write(self, changes: Sequence[Change]) -> None:
        """Make all `changes`: what is new before what changes, while what it is to look like is untouched.

        Formats come before words, so that offsets count the original's characters and new words look as they will.
        """
        refuse_conflicts(changes)
        reworded = (*_of(Rewording, changes), *in_fallbacks(self._package, changes))
        self._write_new(changes)
        for run_format in _of(RunFormat, changes):
            self._format_text(run_format)
        for paragraph_format in _of(ParagraphFormat, changes):
            self._format_paragraph(paragraph_format)
        for place, rewordings in _grouped((each.place, each) for each in reworded):
            self._reword(place, rewordings)
        for place, deletions in sorted(_grouped((each.place, each) for each in _of(Deletion, changes))):
            self._delete(place, [deletion.comment for deletion in deletions])
        for row_deletion in _of(RowDeletion, changes):
            self._delete_row(row_deletion)
        for part in sorted({run_format.place.part for run_format in _of(RunFormat, changes)}):
            self._number_anew(part)

    def _write_new(self, changes: Sequence[Change]) -> None:
        self._doomed = {row_of(self._outlook.paragraph(each.place)) for each in _of(RowDeletion, changes)}
        for remark in _of(Remark, changes):
            self._remark(remark)
        for reply in _of(Reply, changes):
            self._outlook.open(self._package.main)
            self._comments.reply(reply.comment, reply.text)
        for row in reversed(_of(RowInsertion, changes)):  # each right after its row: the last asked for first
            self._insert_row(row)
        ends = [(end_of_joined(self._outlook.paragraph(each.after)), each) for each in _of(Insertion, changes)]
        for after, insertions in _grouped(ends):
            self._insert(after, insertions)
        for move in reversed(_of(Move, changes)):
            self._move(move)

    def claim(self) -> Claim:
        """Return what the package is to be now."""
        return Claim(
            revisions=self._stamp.ids.revisions,
            comments=self._comments.made,
            texts=self._outlook.texts(),
            grown=(*self._package.records, *self._comments.grown),
            session=self._stamp.session,
            formats=self._outlook.looks(),
            bookmarks=self._references.added,
        )

    def _remark(self, remark: Remark) -> None:
        p = self._outlook.paragraph(remark.place)
        runs = isolate(read_text(p).pieces, remark.start, remark.end)
        self._comment(remark.place, remark.comment, runs)

    def _insert(self, after: etree._Element, insertions: Sequence[Insertion]) -> None:
        place = insertions[0].after
        texts = [self._new_text(wording) for insertion in insertions for wording in insertion.wordings]
        new = [NewParagraph(text.runs, text.manner.pPr) for text in texts]
        self._outlook.add(place.part, after, new, restyled=not takes_over_mark(after) or can_restyle(after))
        marks = iter(insert_paragraphs(after, texts, self._stamp))
        for insertion in insertions:
            own = [next(marks) for _ in insertion.wordings]
            for mark, wording in zip(own, insertion.wordings, strict=True):
                put_references(mark, self._references.find(wording.cited, self._outlook.paragraph), self._stamp)
            self._comment_whole(place, insertion.comment, own)

    def _new_text(self, wording: Wording) -> NewText:
        manner = manner_of(self._outlook.paragraph(wording.like), wording.offset)
        return NewText(wording.text, manner, wording.marker, wording.heading)

    def _insert_row(self, insertion: RowInsertion) -> None:
        tr = row_of(self._outlook.paragraph(insertion.after))
        cells = new_cells(tr, insertion.cells)
        row = insert_row(tr, cells, self._stamp)
        new = [NewParagraph([(cell.text, cell.manner.body)], cell.manner.pPr) for cell in cells]
        self._outlook.add(insertion.after.part, row.anchor, new)
        self._comment_whole(insertion.after, insertion.comment, row.marks)

    def _move(self, move: Move) -> None:
        paragraphs = [self._outlook.paragraph(place) for place in move.places]
        after = self._outlook.paragraph(move.after)
        if after.getnext() is paragraphs[0]:
            return  # there it stands
        if any(tr in self._doomed for tr in after.iterancestors(w("tr"))):
            raise EditsError(
                f"paragraph {move.places[0].index + 1} of {move.after.part}: it would be moved into a row that is "
                "deleted; do one of the two"
            )
        part = move.after.part
        targets = self._package.targets(part)
        new = [copied_paragraph(p, targets) for p in paragraphs]
        base = [self._outlook.base_of(p) for p in paragraphs]
        for r in (r for p in new for r in p.iter(w("r"))):
            self._stamp.sign(r)
        if can_move(paragraphs, after):
            self._outlook.add(part, after, base)
            name = new_name(set().union(*(taken_names(self._package.tree(name)) for name in self._package.stories())))
            marks = move_paragraphs(paragraphs, new, after, name, self._stamp)
            for place in move.places:
                self._outlook.remove(place)
        else:
            after = end_of_joined(after)
            self._outlook.add(part, after, base, restyled=not takes_over_mark(after))
            put_paragraphs(new, after, self._stamp, hands_over=takes_over_mark(after))
            marks = tuple(mark for p in new for mark in wrap_runs(p, "ins", self._stamp))
            for place in move.places:
                self._delete(place, ())
        self._comment_whole(move.after, move.comment, marks)

    def _format_text(self, change: RunFormat) -> None:
        p = self._outlook.paragraph(change.place)
        self._outlook.reformat(change.place, change.start, change.end, change.rPr)
        format_text(p, change.start, change.end, change.rPr, self._stamp)

    def _number_anew(self, part: str) -> None:
        """Give each of our changes of format in runs that were cut since an id of its own."""
        ids, seen = self._stamp.ids, set[str]()
        for change in self._package.tree(part).iter(w("rPrChange")):
            number = str(change.get(w("id")))
            if number in seen and number in ids.revisions:
                change.set(w("id"), ids.new_revision())
            seen.add(number)

    def _format_paragraph(self, change: ParagraphFormat) -> None:
        p = self._outlook.paragraph(change.place)
        self._outlook.restyle(change.place, change.pPr)
        format_paragraph(p, change.pPr, self._stamp)

    def _reword(self, place: Place, rewordings: Sequence[Rewording]) -> None:
        p = self._outlook.paragraph(place)
        wanted = dict.fromkeys(edit for rewording in rewordings for edit in rewording.edits)
        edits = tuple(sorted(wanted, key=lambda edit: (edit.start, edit.end)))
        if edits:
            self.reworded.append((read_text(p).text, edits))
        self._outlook.reword(place, edits)
        cited = tuple(dict.fromkeys(each for rewording in rewordings for each in rewording.cited))
        made = change_text(p, edits, self._stamp, self._references.find(cited, self._outlook.paragraph))
        for rewording in rewordings:
            own = [each for each in made if any(each.covers(edit) for edit in rewording.edits)]
            self._comment(place, rewording.comment, [end for each in own for end in (each.first, each.last)])

    def _delete(self, place: Place, comments: Sequence[str | None]) -> None:
        p = self._outlook.paragraph(place)
        before = read_text(p).text
        self.reworded.append((before, (TextEdit(0, len(before), ""),)))
        deleted = delete_paragraph(p, self._stamp)
        if deleted.is_whole:
            self._outlook.remove(place)
        else:
            self._outlook.empty(place, read_text(p).text)
        for comment in comments:
            self._comment_whole(place, comment, deleted.marks)

    def _delete_row(self, deletion: RowDeletion) -> None:
        tr = row_of(self._outlook.paragraph(deletion.place))
        if is_deleted(tr):
            return
        marks = delete_row(tr, self._stamp)
        self._outlook.remove_inside(tr, deletion.place.part)
        self._comment_whole(deletion.place, deletion.comment, marks)

    def _comment_whole(self, place: Place, text: str | None, marks: Sequence[etree._Element]) -> None:
        """Add a comment on the first of `marks`, the revisions of a whole paragraph."""
        if text and marks:
            self._outlook.open(self._package.main)  # for the comment on a note or header
            self._comments.add_inside(text, marks[0])
        else:
            self._comment(place, text, marks)

    def _comment(self, place: Place, text: str | None, ends: Sequence[etree._Element]) -> None:
        """Add a comment from the first to the last of `ends`, or on the whole paragraph."""
        if not text:
            return
        self._outlook.open(self._package.main)  # for the comment on a note or header
        if ends:
            self._comments.add(text, ends[0], ends[-1])
        else:
            self._comments.add_to_paragraph(text, self._outlook.paragraph(place))


def _of(kind: type[_T], changes: Sequence[Change]) -> list[_T]:
    return [change for change in changes if isinstance(change, kind)]


def _grouped(pairs: Iterable[tuple[_K, _T]]) -> Iterator[tuple[_K, list[_T]]]:
    """Give what belongs to each place, in the order given."""
    groups: dict[_K, list[_T]] = defaultdict(list)
    for place, each in pairs:
        groups[place].append(each)
    yield from groups.items()


def _prove_moves(redlined: Package, claim: Claim, changes: Sequence[Change]) -> Iterator[str]:
    """Give the rules of moves that are broken, in words."""
    for part in sorted({move.after.part for move in _of(Move, changes)}):
        yield from (f"{problem} in {part}" for problem in check_moves(redlined.tree(part), claim.revisions))
