"""The page of the open matter, kept in step with what is decided: which document is shown, and what comes next."""

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.desktop.job_bar import JobBar
from app.desktop.panes.review_page import ReviewPage
from app.desktop.session import Session
from app.errors import MatterError
from app.model.matter import Decision, JournalEntry, Verb
from app.service.recent import remember

_KEPT_AFTER_MS = 800
_SETTLING: tuple[Verb, ...] = ("accept", "accept-risk", "skip")
"""After these the next finding is due; who falls back or edits looks at the words first."""


class Desk(QObject):
    """Shows one document of the matter at a time and takes the decisions on it.

    Signals:
        document_shown: Id of the document that is shown now.
        unsaved: What was decided could not be written; it can be tried again.
    """

    document_shown = Signal(int)
    unsaved = Signal()

    def __init__(self, page: ReviewPage, session: Session, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._session = session
        self._bar = bar
        self._shown: int | None = None
        self._unsaved: dict[tuple[int, str], Decision] = {}
        self._goes_on_in: Path | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_AFTER_MS)
        self._keeping.timeout.connect(self._keep_place)
        self._keeping.timeout.connect(self.remember)
        session.closing.connect(self._leave)
        session.decided.connect(self._show_decided)
        session.review_changed.connect(self._show_redlines)
        session.documents_changed.connect(self._show_documents)
        page.detail.decided.connect(self.decide)
        page.ask_history(self._history)
        page.finding_shown.connect(lambda _finding: self._keeping.start())
        page.navigator.document_chosen.connect(self.show_document)
        page.navigator.section_chosen.connect(self._show_section)
        page.navigator.document_moved.connect(self._move)

    @property
    def shown(self) -> int | None:
        """Id of the document shown; None while no matter is open."""
        return self._shown

    @property
    def has_unsaved(self) -> bool:
        """Whether something was decided that could not be written."""
        return bool(self._unsaved)

    def show_matter(self) -> None:
        """Show the matter that was opened, where the reader stood."""
        matter = self._session.matter
        documents = [held.id for held in self._session.documents]
        self._shown = None
        self._show_documents()
        if matter is not None and documents:
            place = matter.view_state()
            kept = next((number for number in documents if str(number) == place.get("document")), documents[0])
            self.show_document(kept)
            self._page.choose_clause(place.get("clause", ""))
            self._page.findings.list.setFocus()
            self._try_again_in(matter.path)

    def show_document(self, document: int) -> None:
        """Show a document of the matter; where it is shown already, what is chosen stays."""
        chosen = self._page.chosen if document == self._shown else None
        self._page.detail.settle()  # what was typed belongs to the document that was shown
        held, session = self._session.base(document), self._session
        self._shown = document
        self._page.show_document(
            held, session.redrafted(document), session.decisions(document), session.standings(document)
        )
        if chosen is not None:
            self._page.choose_clause(chosen.clause.id)
        self.document_shown.emit(document)
        self._keeping.start()

    def decide(self, decision: Decision) -> None:
        """Keep what was decided on the finding shown, and go on to the next one if that settles it."""
        finding = self._page.chosen
        if self._shown is None or finding is None:
            return
        before, known = self._session.decision(self._shown, finding.clause.id), (self._shown, finding.clause.id)
        if not self._session.decide(*known, decision):
            self._keep_unsaved({known: decision})
            self._page.refresh_finding()  # as it stands in the file, and not as it was to be
            return
        self._unsaved.pop(known, None)
        if before.verb is None and decision.verb in _SETTLING:
            self._page.findings.step(1, undecided=True)

    def step(self, by: int, *, severe: bool = False) -> None:
        """Go to the next finding, or the one before; after the last of a document comes the next document's first."""
        if self._shown is None or self._page.findings.step(by, severe=severe):
            return
        order = [held.id for held in self._session.documents]
        place = order.index(self._shown) + by
        if 0 <= place < len(order):
            self.show_document(order[place])

    def save_again(self) -> None:
        """Try again to keep what could not be written."""
        waiting, self._unsaved = self._unsaved, {}
        self._keep_unsaved(
            {at: decision for at, decision in waiting.items() if not self._session.decide(*at, decision)}
        )

    def go_on_in(self, path: Path) -> None:
        """Keep what could not be written in the copy of the matter at `path`, once that is open."""
        self._goes_on_in = path

    def remember(self) -> None:
        """Put the matter among the recent ones."""
        matter, session = self._session.matter, self._session
        if matter is not None:
            numbers = [held.id for held in session.documents]
            remember(
                matter.path,
                matter.title,
                datetime.now(tz=UTC),
                tuple(held.review.document.sha256 for held in session.documents),
                to_decide=sum(session.open_findings(n) + session.decided_findings(n) for n in numbers),
                decided=sum(session.decided_findings(number) for number in numbers),
            )

    def _show_documents(self) -> None:
        self._page.show_documents(self._session.documents, self._to_decide())

    def _show_section(self, document: int, paragraph: int) -> None:
        if document != self._shown:
            self.show_document(document)
        self._page.centre.show_paragraph(paragraph)

    def _show_decided(self, document: int, clause: str) -> None:
        """Show a decision that was taken, undone or done again, and where."""
        if document != self._shown:
            self.show_document(document)
        self._page.show_decisions(self._session.decisions(document), self._to_decide())
        if self._page.chosen is None or self._page.chosen.clause.id != clause:
            self._page.choose_clause(clause)
        else:
            self._page.refresh_finding()
        self._bar.say(self.tr("Saved {0}").format(time.strftime("%H:%M:%S")))
        self._keeping.start()

    def _show_redlines(self, document: int) -> None:
        if document == self._shown:
            self._page.show_redlines(self._session.redrafted(document))

    def _history(self, clause: str) -> tuple[JournalEntry, ...]:
        """Return what was ever decided on a finding of the document shown."""
        return () if self._shown is None else self._session.history(self._shown, clause)

    def _move(self, document: int, by: int) -> None:
        """Move a document up or down in the order of precedence."""
        if self._session.move(document, by) and self._shown is not None:
            self.show_document(self._shown)

    def _to_decide(self) -> dict[int, int]:
        return {held.id: self._session.open_findings(held.id) for held in self._session.documents}

    def _keep_place(self) -> None:
        """Keep where the reader stands, for when the matter is opened again."""
        matter, chosen = self._session.matter, self._page.chosen
        if matter is not None and self._shown is not None:
            clause = "" if chosen is None else chosen.clause.id
            with suppress(MatterError):  # a convenience; what cannot be written is told when something is decided
                matter.set_view_state({"document": str(self._shown), "clause": clause})

    def _keep_unsaved(self, decisions: Mapping[tuple[int, str], Decision]) -> None:
        self._unsaved |= decisions
        if decisions:
            self.unsaved.emit()

    def _try_again_in(self, path: Path) -> None:
        """Keep what could not be written before, if this matter is the copy that was made for it."""
        if path == self._goes_on_in:
            self.save_again()
        else:
            self._unsaved.clear()
        self._goes_on_in = None

    def _leave(self) -> None:
        """Keep what was typed last and where the reader stands, before the matter is closed."""
        self._page.detail.settle()
        self._keep_place()
        self.remember()
        self._keeping.stop()
        self._shown = None
        if self._goes_on_in is None:
            self._unsaved.clear()
