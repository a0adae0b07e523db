"""What the window tells of work that ended: a review, what it left unchecked, an export, a matter found again."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.desktop import words
from app.desktop.job_bar import JobBar
from app.desktop.jobs import Written
from app.desktop.message_bar import MessageBar
from app.desktop.session import Session


class News(QObject):
    """Tells it in the status bar or, where something is to be known or done, in the message bar."""

    def __init__(self, session: Session, bar: JobBar, message: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._message = message
        self._began = 0.0
        self._unchecked = ""
        session.closing.connect(self._forget)

    def start_clock(self) -> None:
        """Begin to measure a review."""
        self._began = time.perf_counter()

    def tell_taken(self, document: int, told: str) -> None:
        """Tell that a document was reviewed, `told` beside it, and what of the matter was not checked."""
        review = self._session.base(document).review
        count, seconds = len(review.document.paragraphs), time.perf_counter() - self._began
        reviewed = (
            self.tr("Reviewed 1 paragraph in {1:.1f} s · library {2}")
            if count == 1
            else self.tr("Reviewed {0} paragraphs in {1:.1f} s · library {2}")
        )
        self._bar.say(reviewed.format(count, seconds, review.library.version))
        self.start_clock()  # for the one that waited
        if told:
            self._message.add_news(told)
        lines = tuple(line for held in self._session.documents for line in self._session.to_export(held.id).not_checked)
        unchecked = words.not_checked_word(tuple(dict.fromkeys(lines))) if lines else ""
        self._message.renew(self._unchecked, unchecked)
        self._unchecked = unchecked

    def tell_exported(self, written: Written) -> None:
        """Tell where files were written and what was proved of them; offer to open the folder."""
        self._bar.say(self.tr("Exported."))
        folder = written.files[0].parent
        news = self.tr("Written to {0}: {1}").format(folder, ", ".join(path.name for path in written.files))
        self._message.add_news("\n".join((news, *written.summary, *words.at_risk_words(written.at_risk))))
        shown = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        self._message.offer(self.tr("Open the folder"), shown)

    def tell_continued(self, path: Path, begin: Callable[[], object]) -> None:
        """Tell that the file at `path` was reviewed before; offer to `begin` anew."""
        news = self.tr("{0} was reviewed before: here is its matter, with all that was decided.").format(path.name)
        self._message.add_news(news)
        self._message.offer(self.tr("Start anew"), begin)

    def _forget(self) -> None:
        self._unchecked = ""
