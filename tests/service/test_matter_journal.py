"""Decisions, undo and redo of a matter against lists in memory."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.model.matter import UNDECIDED, Decision, OwnWords
from app.model.profile import DeploymentProfile
from app.service.matters import UNRECORDED, create_matter, open_matter

WHEN = datetime(2026, 11, 21, tzinfo=UTC)
WORDS = st.text(max_size=8)
DECISIONS = st.builds(
    Decision,
    verb=st.sampled_from([None, "accept", "fallback", "edit", "accept-risk", "skip"]),
    rung=st.none() | st.integers(0, 3),
    reason=WORDS,
    words=st.none()
    | st.builds(
        OwnWords,
        paragraphs=st.lists(st.tuples(st.integers(0, 9), WORDS), max_size=2).map(tuple),
        additions=st.lists(WORDS, max_size=2).map(tuple),
    ),
    comment=st.none() | WORDS,
    note=st.none() | WORDS,
)


class Deciding(RuleBasedStateMachine):
    """A matter, and what it must tell: changes that hold, those that can be done again, and all by number."""

    @initialize()
    def make(self):
        self.folder = Path(tempfile.mkdtemp())
        self.matter = create_matter(self.folder / "deal.counterdraft", "Deal", DeploymentProfile(), WHEN)
        self.done, self.undone, self.all = [], [], {}
        self.documents = [self.added(), self.added()]

    def added(self):
        return self.matter.add_document("a.txt", "a" * 64, b"A", UNRECORDED, WHEN, "unknown")

    def now(self, document):
        return {clause: after for of, clause, _, after in map(self.all.get, self.done) if of == document}

    @rule(first=st.booleans(), clause=st.sampled_from("abc"), decision=DECISIONS)
    def decide(self, first, clause, decision):
        document = self.documents[0 if first else -1]
        before = self.now(document).get(clause, UNDECIDED)
        entry = self.matter.decide(document, clause, decision, WHEN + timedelta(seconds=len(self.all)))
        if decision == before:
            assert entry is None
            return
        assert (entry.document, entry.clause, entry.before, entry.after) == (document, clause, before, decision)
        self.all[entry.number] = (document, clause, before, decision)
        self.done.append(entry.number)
        self.undone.clear()

    @rule()
    def undo(self):
        entry = self.matter.undo()
        assert (entry and entry.number) == (self.done[-1] if self.done else None)
        if self.done:
            self.undone.append(self.done.pop())

    @rule()
    def redo(self):
        entry = self.matter.redo()
        assert (entry and entry.number) == (self.undone[-1] if self.undone else None)
        if self.undone:
            self.done.append(self.undone.pop())

    @rule()
    def reopen(self):
        self.matter.close()
        self.matter = open_matter(self.matter.path)

    @precondition(lambda self: len(self.documents) > 1)
    @rule()
    def remove(self):
        gone = self.documents.pop()
        self.matter.remove_document(gone)
        self.all = {number: entry for number, entry in self.all.items() if entry[0] != gone}
        self.done = [number for number in self.done if number in self.all]
        self.undone = [number for number in self.undone if number in self.all]

    @invariant()
    def the_matter_tells_what_holds(self):
        for document in self.documents:
            holding = {clause: after for clause, after in self.now(document).items() if after != UNDECIDED}
            assert self.matter.decisions(document) == holding

    @invariant()
    def the_matter_tells_what_was(self):
        told = {
            entry.number: (entry.document, entry.clause, entry.before, entry.after) for entry in self.matter.journal()
        }
        assert told == self.all
        assert [entry.number for entry in self.matter.journal() if not entry.undone] == self.done

    def teardown(self):
        self.matter.close()
        shutil.rmtree(self.folder)


TestDeciding = Deciding.TestCase
TestDeciding.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
