"""Answers to the points of a round, written into the file that came back: on top of what they changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.comparison.rounds.answers import Answers
from app.comparison.rounds.asks import Found
from app.comparison.rounds.trace import Traced
from app.errors import EditsError, ExportError
from app.export.receipt_text import receipt_record, receipt_rows, receipt_summary
from app.export.redlined_docx import plan_changes
from app.model.clause import Position
from app.model.receipt import RedlineReceipt
from app.model.redline import Comment
from app.model.review import Review
from app.model.rounds import ACCEPTED, Ask, NewAsk, Point, PointAnswer, Reopened, Rounds, Said, Untracked, verbs_for
from app.ooxml.changes import Change, Deletion, Insertion, Place, Reply, Rewording, RowDeletion, RowInsertion
from app.ooxml.comments import find_anchor
from app.ooxml.package import Package, open_package
from app.ooxml.writer import write_changes
from app.service.answers_file import read_answers
from app.service.endings import check_ending
from app.service.files import put_in_place
from app.service.redrafting import redraft
from app.service.review import review_document
from app.service.rounds import traces_of
from app.text.diff import TextEdit, overlap

__all__ = [
    "AnswerMade",
    "Answered",
    "answer_round",
    "answered_record",
    "read_answers",
    "receipt_rows",
    "receipt_summary",
]


@dataclass(frozen=True, slots=True)
class AnswerMade:
    """An answer that was written.

    Attributes:
        words: Those that we put into the file, in order; none for an answer by a comment.
        is_own: Whether they are the user's own; else they are the library's, or those of what was sent.
    """

    point: str
    answer: str
    words: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of the answers.

    Attributes:
        problems: Answers that were not made, in words.
    """

    file: Path
    receipt: RedlineReceipt
    made: tuple[AnswerMade, ...]
    problems: tuple[str, ...]


def answer_round(rounds: Rounds, answers: Sequence[PointAnswer], out: Path, *, author: str, when: datetime) -> Answered:
    """Write the last returned file to `out` with `answers` as tracked changes and comments by `author`.

    Their tracked changes stay theirs, and rejecting ours gives their file back. An answer that cannot be made is told
    in `problems`, and the others are made.

    Raises:
        EditsError: No answer can be made, or the returned file is no Word file.
        ExportError: `out` is one of the files of the negotiation or cannot be written, or failed its check.
    """
    last = rounds.last
    path = last.returned.path
    if last.returned.word is None:
        raise EditsError(f"{path.name}: answers can be written only into a Word file; ask for their answer as one")
    package = open_package(last.returned.word, path)
    check_ending(out, package)
    _refuse_files_of(rounds, out)
    writer = _AnswerWriter(rounds, traces_of(rounds)[-1], package)
    for each in answers:
        writer.add(each)
    if not writer.changes:
        raise EditsError(f"{path.name}: no answer can be made: {'; '.join(writer.problems) or 'there is none'}")
    redlined = write_changes(package, writer.changes, author=author, when=when)
    put_in_place({out: redlined.data}, source=path)
    return Answered(out, redlined.receipt, tuple(writer.made), tuple(writer.problems))


def answered_record(answered: Answered) -> dict[str, object]:
    """Return what came of answers as the values of JSON."""
    return {
        "file": str(answered.file),
        "redlined": receipt_record(answered.receipt),
        "answers": [
            {"point": each.point, "answer": each.answer, "words": list(each.words), "own_words": each.is_own}
            for each in answered.made
        ],
        "problems": list(answered.problems),
    }


def _refuse_files_of(rounds: Rounds, out: Path) -> None:
    for path in (path for one in rounds.rounds for path in (one.sent.path, one.returned.path)):
        if out.exists() and path.exists() and out.samefile(path):
            raise ExportError(f"{out.name}: this is a file of the negotiation, which is never written over")


class _AnswerWriter:
    """Collects the changes that make answers.

    Attributes:
        changes: To be written, in order.
        made: The answers that they make.
        problems: What is to be said of answers that cannot be made.
    """

    def __init__(self, rounds: Rounds, traced: Traced, package: Package) -> None:
        self._rounds = rounds
        self._package = package
        self._answers = Answers(traced, package)
        points = traced.points
        self._found: dict[str, Found[Ask] | Found[NewAsk] | Found[Untracked]] = {}
        self._found.update({found.point.id: found for found in points.asks})
        self._found.update({found.point.id: found for found in points.new_asks})
        self._found.update({found.point.id: found for found in points.untracked})
        self._review: Review | None = None
        self._edits: list[tuple[Place, TextEdit, str]] = []
        self.changes: list[Change] = []
        self.made: list[AnswerMade] = []
        self.problems: list[str] = []

    def add(self, answer: PointAnswer) -> None:
        """Add the changes that make an answer, or the problem with it."""
        point = self._rounds.last.point(answer.point)
        try:
            changes = self._checked(answer, list(self._changes(answer, self._answerable(answer, point))))
        except EditsError as error:
            self.problems.append(f"{answer.point}: {error}")
            return
        self.changes += changes
        words = tuple(word for change in changes for word in _words_of(change))
        self.made.append(AnswerMade(answer.point, answer.verb, words, answer.words is not None))

    def _answerable(self, answer: PointAnswer, point: Point | None) -> Ask | NewAsk | Untracked:
        if point is None:
            raise EditsError("the last round has no point with this id; take one from its list")
        if any(answer.point == made.point for made in self.made):
            raise EditsError("it is answered twice; leave one of the answers out")
        if isinstance(point, Reopened):
            raise EditsError(f"answer what reopens it: {', '.join(point.by) or 'nothing of this round does'}")
        verbs = verbs_for(point)
        if answer.verb not in verbs:
            raise EditsError(f"there is nothing to {answer.verb} here; what can be answered: {', '.join(verbs)}")
        return point

    def _changes(self, answer: PointAnswer, point: Ask | NewAsk | Untracked) -> Iterator[Change]:
        found = self._found[point.id]
        site = point.site if isinstance(point, NewAsk) else point.returned
        said = () if isinstance(point, Untracked) else point.said
        if answer.verb == "accept":
            comment = f"{ACCEPTED}. {answer.comment}".strip() if answer.comment.strip() else ACCEPTED
            yield self._comment(self._answers.remark(site, comment), comment, said)
            return
        if answer.verb == "comment":
            yield self._comment(self._answers.remark(site, answer.comment), answer.comment, said)
            return
        if answer.verb == "counter" and answer.words is None:
            yield from self._in_the_librarys_words(answer, point)
            return
        if found.stretch is None:
            raise EditsError("it stands on no words of its own; answer by a comment")
        made = (
            self._answers.undone(found.stretch)
            if answer.words is None
            else self._answers.countered(found.stretch, answer.words)
        )
        yield from self._with_comment(list(made), answer.comment, said)

    def _with_comment(self, changes: list[Change], comment: str, said: Sequence[Said]) -> Iterator[Change]:
        """Yield `changes` with a comment on the first, or an answer to what they said there."""
        if not changes:
            raise EditsError("these words stand there already; answer by a comment")
        reply = self._reply(comment, said) if comment else None
        if reply is not None:
            yield from (*changes, reply)
            return
        first = changes[0]
        if comment and isinstance(first, Rewording | Insertion | Deletion | RowInsertion | RowDeletion):
            first = replace(first, comment=comment)
        yield from (first, *changes[1:])

    def _comment(self, remark: Change, comment: str, said: Sequence[Said]) -> Change:
        return self._reply(comment, said) or remark

    def _reply(self, comment: str, said: Sequence[Said]) -> Reply | None:
        """Return an answer to the last thing they said; None where nothing can be answered there."""
        for each in reversed(said):
            try:
                find_anchor(self._package, each.id)
            except EditsError:
                continue
            return Reply(each.id, comment)
        return None

    def _in_the_librarys_words(self, answer: PointAnswer, point: Ask | NewAsk | Untracked) -> Iterator[Change]:
        clause = point.clause if isinstance(point, Ask) else next(iter(point.clauses), "")
        if not clause:
            raise EditsError("the library knows no wording for it; give your own words")
        if self._review is None:
            self._review = review_document(self._rounds.last.returned, self._rounds.library, self._rounds.profile)
        finding = next(each for each in self._review.findings if each.clause.id == clause)
        positions = finding.clause.positions
        if answer.rung is not None and answer.rung >= len(positions):
            raise EditsError(
                f"there is no rung {answer.rung}; the last of {finding.clause.title} is {len(positions) - 1}"
            )
        target = finding.target if answer.rung is None else positions[answer.rung]
        targets: dict[str, Position | None] = {each.clause.id: None for each in self._review.findings}
        redline = redraft(self._review, targets | {clause: target}).redline_of(clause)
        if target is None or redline is None or not (redline.edits or redline.insertions):
            raise EditsError(f"the library has no other words for {finding.clause.title} there; give your own words")
        if answer.comment.strip():
            redline = replace(redline, comment=Comment(answer.comment))
        yield from plan_changes(self._package, self._review.document, (redline,))

    def _checked(self, answer: PointAnswer, changes: list[Change]) -> list[Change]:
        """Return `changes`, which change no words that an earlier answer changes.

        Raises:
            EditsError: They do.
        """
        own = [(change.place, edit) for change in changes if isinstance(change, Rewording) for edit in change.edits]
        for place, edit in own:
            other = next((name for at, each, name in self._edits if at == place and overlap(each, edit)), None)
            if other is not None:
                raise EditsError(f"it changes the same words as the answer to {other}; leave one of the two out")
        self._edits += [(place, edit, answer.point) for place, edit in own]
        return changes


def _words_of(change: Change) -> Iterator[str]:
    if isinstance(change, Rewording):
        yield from (edit.text for edit in change.edits if edit.text.strip())
    elif isinstance(change, Insertion):
        yield from (wording.text for wording in change.wordings)
    elif isinstance(change, RowInsertion):
        yield from filter(None, change.cells)
