"""The matter that is open: its documents, what was decided on them, and their reviews as they stand with that."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.desktop import words
from app.desktop.journal_stack import JournalStack
from app.errors import CounterdraftError
from app.model.matter import UNDECIDED, Decision, HeldDocument, JournalEntry, Redrafted, Standing
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.attachments import still_missing
from app.service.jobs import Report
from app.service.layers import standings
from app.service.matters import OpenMatter
from app.service.moves import is_to_decide

Quietly = Callable[[str, Callable[[Report], object], Callable[[Any], None], Callable[[Exception], None]], None]
"""Runs a job that nobody waits for: its key, the job, what takes its result, or its error. A later job of a key has its
way."""


class Session(QObject):
    """Holds the open matter and writes every decision to it at once.

    A decision shows at once; the redlines that follow from it are drafted anew off the GUI thread and come a moment
    later. The undo stack is the matter's journal: what was undone can be done again after the matter is opened anew.

    Signals:
        opened: Another matter is open.
        closing: The matter is about to be closed: the last moment to write to it.
        documents_changed: Documents came, went, changed their order or were judged anew.
        decided: What was decided on a finding is another now: id of its document, and its clause type.
        review_changed: The redlines of the document with this id are drafted anew.
        failed: The exception for which a decision could not be kept, or its redlines not be drafted.
    """

    opened = Signal()
    closing = Signal()
    documents_changed = Signal()
    decided = Signal(int, str)
    review_changed = Signal(int)
    failed = Signal(object)

    def __init__(self, quietly: Quietly, parent: QObject) -> None:
        super().__init__(parent)
        self._quietly = quietly
        self._matter: OpenMatter | None = None
        self._held: dict[int, HeldDocument] = {}
        self._decisions: dict[int, dict[str, Decision]] = {}
        self._redrafted: dict[int, Redrafted] = {}
        self._standings: Mapping[tuple[int, str], Standing] = {}
        self.undo_stack = JournalStack(self._step, self._named, self)

    @property
    def matter(self) -> OpenMatter | None:
        """The open matter."""
        return self._matter

    @property
    def documents(self) -> tuple[HeldDocument, ...]:
        """The documents in their order of precedence."""
        return tuple(self._held.values())

    def open(self, matter: OpenMatter, documents: Sequence[HeldDocument]) -> None:
        """Take `matter` with its documents in place of the one that was open."""
        self.close()
        self._matter = matter
        self._take(documents)
        self.opened.emit()

    def close(self) -> None:
        """Close the matter; all that was decided is in its file already."""
        if self._matter is None:
            return
        self.closing.emit()
        self._matter.close()
        self._matter = None
        self.undo_stack.clear()
        self._held, self._decisions, self._redrafted, self._standings = {}, {}, {}, {}

    def take(self, documents: Sequence[HeldDocument]) -> None:
        """Show `documents`, all that the matter holds now, in their order: some are new, gone, or judged anew."""
        self._take(documents)
        self.documents_changed.emit()

    def add(self, held: HeldDocument) -> bool:
        """Show a document that was added to the matter; return whether that could be done, as all below."""
        known = self._held | {held.id: held}
        return self._change(lambda matter: [known[number] for number in matter.order() if number in known])

    def remove(self, document: int) -> bool:
        """Take a document out of the matter, with what was decided on it."""

        def without(matter: OpenMatter) -> Iterable[HeldDocument]:
            matter.remove_document(document)
            return [held for held in self.documents if held.id != document]

        return self._change(without)

    def move(self, document: int, by: int) -> bool:
        """Move a document up or down in the order of precedence, if there is a place."""
        order = list(self._held)
        place = order.index(document)
        if not 0 <= place + by < len(order):
            return False
        order[place], order[place + by] = order[place + by], order[place]

        def moved(matter: OpenMatter) -> Iterable[HeldDocument]:
            matter.reorder(order)
            return [self._held[number] for number in order]

        return self._change(moved)

    def judge(self, profile: DeploymentProfile, judged: Sequence[HeldDocument]) -> bool:
        """Take documents as they are judged for a profile, which is that of the matter from now on."""
        again = {held.id: held for held in judged}

        def anew(matter: OpenMatter) -> Iterable[HeldDocument]:
            if matter.profile != profile:
                matter.set_profile(profile)
            return [again.get(held.id, held) for held in self.documents]

        return self._change(anew)

    def review(self, document: int) -> Review:
        """Return the review of a document as it stands with what was decided."""
        return self.redrafted(document).review

    def redrafted(self, document: int) -> Redrafted:
        """Return the same with what is to know of its redlines."""
        return self._redrafted.get(document) or Redrafted(self._held[document].review, {}, {})

    def base(self, document: int) -> HeldDocument:
        """Return a document with its review as the rules made it."""
        return self._held[document]

    def to_export(self, document: int) -> Review:
        """Return the review of a document as the rules made it, without what was missing and the matter holds."""
        review = self._held[document].review
        return replace(review, not_checked=still_missing(review, self.documents))

    def decisions(self, document: int) -> Mapping[str, Decision]:
        """Return what was decided on the findings of a document, by clause type."""
        return self._decisions.get(document, {})

    def decision(self, document: int, clause: str) -> Decision:
        """Return what was decided on a finding."""
        return self.decisions(document).get(clause, UNDECIDED)

    def standings(self, document: int) -> Mapping[str, Standing]:
        """Return how the findings of a document stand to the other documents, by clause type."""
        return {clause: standing for (held, clause), standing in self._standings.items() if held == document}

    def settled(self, document: int) -> frozenset[str]:
        """Return the clause types whose gap in a document another document fills."""
        return frozenset(c for c, standing in self.standings(document).items() if standing.kind == "covered")

    def history(self, document: int, clause: str) -> tuple[JournalEntry, ...]:
        """Return all that was ever decided on a finding, in order."""
        if self._matter is None:
            return ()
        try:
            return self._matter.history(document, clause)
        except CounterdraftError as error:
            self.failed.emit(error)
            return ()

    def open_findings(self, document: int) -> int:
        """Return how many findings of a document are to be decided yet."""
        return self._count(document, decided=False)

    def decided_findings(self, document: int) -> int:
        """Return how many findings of a document are decided."""
        return self._count(document, decided=True)

    def decide(self, document: int, clause: str, decision: Decision) -> bool:
        """Keep what was decided on a finding, and return whether it is kept.

        Where it cannot be written, nothing changes and `failed` says why.
        """
        if self._matter is None or document not in self._held:
            return False
        if decision == self.decision(document, clause):
            return True
        try:
            entry = self._matter.decide(document, clause, decision, datetime.now(tz=UTC))
        except CounterdraftError as error:
            self.failed.emit(error)
            return False
        if entry is not None:
            self.undo_stack.add(entry)
            self._show(document, clause, decision)
        return True

    def _change(self, change: Callable[[OpenMatter], Iterable[HeldDocument]]) -> bool:
        """Change the matter, and show the documents that it holds then; return whether that could be done."""
        if self._matter is None:
            return False
        try:
            self.take(tuple(change(self._matter)))
        except CounterdraftError as error:
            self.failed.emit(error)
            return False
        return True

    def _count(self, document: int, *, decided: bool) -> int:
        """Return on how many findings something is to be settled, and is decided or not."""
        return sum(
            is_to_decide(finding, self._standings.get((document, finding.clause.id)))
            and (self.decision(document, finding.clause.id).verb is not None) is decided
            for finding in self._held[document].review.findings
        )

    def _take(self, documents: Sequence[HeldDocument]) -> None:
        if self._matter is None:
            return
        before = self._held
        self._held = {held.id: held for held in documents}
        self._decisions = {held.id: dict(self._matter.decisions(held.id)) for held in documents}
        self._standings = standings(documents) if len(documents) > 1 else {}
        self._redrafted = {
            held.id: self._redrafted[held.id]
            for held in documents
            if held.id in self._redrafted and before.get(held.id) is held
        }
        self._restore_undo()
        for held in documents:
            self._draft(held.id)

    def _restore_undo(self) -> None:
        """Make the undo stack what the journal says."""
        if self._matter is None:
            return
        try:
            done, undone = self._matter.undo_journal()
        except CounterdraftError as error:
            self.failed.emit(error)
            return
        self.undo_stack.mirror(done, undone)

    def _named(self, entry: JournalEntry) -> str:
        """Return what a change did, for the menu."""
        findings = self._held[entry.document].review.findings
        title = next((f.clause.title for f in findings if f.clause.id == entry.clause), entry.clause)
        return words.unmarked(words.change_word(title, entry.before, entry.after))

    def _step(self, entry: JournalEntry, back: bool) -> None:
        """Undo the change `entry`, the last one, or do it again."""
        if self._matter is None:
            return
        try:
            stepped = self._matter.undo() if back else self._matter.redo()
        except CounterdraftError as error:
            QTimer.singleShot(0, self, self._restore_undo)  # the stack moves on after this, and the journal did not
            self.failed.emit(error)
        else:
            if stepped is not None:
                self._show(entry.document, entry.clause, entry.before if back else entry.after)

    def _show(self, document: int, clause: str, decision: Decision) -> None:
        self._decisions.setdefault(document, {})[clause] = decision
        self.decided.emit(document, clause)
        self._draft(document)

    def _draft(self, document: int) -> None:
        """Have the redlines of a document drafted with what was decided."""
        base, decided, settled = self._held[document].review, self.decisions(document), self.settled(document)
        if not settled and all(each == UNDECIDED for each in decided.values()):
            known = self._redrafted.get(document)
            if known is None or known.review is not base:
                self._redrafted[document] = Redrafted(base, {}, {})
                self.review_changed.emit(document)
            return
        drafted_for = dict(decided)
        job = partial(_redrafted, base, drafted_for, settled)
        done = partial(self._keep, document, self._held[document], drafted_for)
        self._quietly(f"redlines of {document}", job, done, self.failed.emit)

    def _keep(self, document: int, held: HeldDocument, decided: Mapping[str, Decision], found: Redrafted) -> None:
        if self._held.get(document) is held and self.decisions(document) == decided:  # else it was undone meanwhile
            self._redrafted[document] = found
            self.review_changed.emit(document)


def _redrafted(base: Review, decisions: Mapping[str, Decision], settled: frozenset[str], _report: Report) -> Redrafted:
    """Return `base` with what was decided; in a thread of the window, for a review is slower to send than to draft."""
    from app.service.decisions import redrafted  # noqa: PLC0415 - drafting is not loaded before the window shows

    return redrafted(base, decisions, settled)
