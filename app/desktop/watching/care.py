"""Who looks at a policy again and when, and the baselines of the open matter that say so."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.plain_text import visible
from app.desktop.watching.baselines import Baselines
from app.desktop.watching.desk import WatchDesk
from app.desktop.watching.versions import PolicyVersion
from app.desktop.watching.watch_page import WatchPage
from app.errors import MatterError
from app.model.kept import KeptFile
from app.service.matters import OpenMatter

_Duty = tuple[str, date | None]
"""Who looks again, and when."""


class Care(QObject):
    """Shows owner and next look on the page, takes what the user says of them, and keeps it where there is a matter.

    Signals:
        kept: A version is the baseline now.
        failed: The exception for which the matter could not be read or written.
    """

    kept = Signal()
    failed = Signal(object)

    def __init__(self, page: WatchPage, desk: WatchDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._desk = desk
        self._baselines: Baselines | None = None
        self._said: dict[int, _Duty] = {}  # of versions that are not kept

    @property
    def has_matter(self) -> bool:
        """Whether a matter is open, in which baselines are kept."""
        return self._baselines is not None

    def show_matter(self, matter: OpenMatter | None) -> None:
        """Take the open matter."""
        self._baselines = None if matter is None else Baselines(matter)
        self.list_baselines()

    def forget(self) -> None:
        """Forget what the user said of versions that are not kept."""
        self._said.clear()

    def keep(self) -> None:
        """Keep the newest version of the chosen policy as the baseline."""
        version, baselines = self._newest(), self._baselines
        review = None if version is None else self._desk.review(version)
        if version is None or review is None or baselines is None:
            return
        duty, before = self._page.duty, self._before(version)
        try:
            kept = baselines.keep(
                version, review, datetime.now(tz=UTC), owner=duty.named_owner, review_by=duty.review_on, before=before
            )
        except MatterError as error:
            self.failed.emit(error)
            return
        self._said.pop(version.id, None)
        told = self.tr("{0} is the baseline now; the next version can be held against it.").format(kept.name)
        self._page.messages.show_news(told)
        self.list_baselines()
        self.kept.emit()

    def begin_with(self, kept: KeptFile) -> bool:
        """Begin a watch with a baseline of the matter; return whether it could be read."""
        if self._baselines is None:
            return False
        try:
            data = self._baselines.data(kept)
        except MatterError as error:
            self.failed.emit(error)
            return False
        self._desk.take_kept(kept, data)
        return True

    def _newest(self) -> PolicyVersion | None:
        return None if self._desk.found is None else self._desk.newest(max(self._page.chosen_step, 0))

    def _before(self, version: PolicyVersion) -> KeptFile | None:
        """Return the baseline that a version was held against."""
        chain = (each for each in self._desk.versions if each.policy == version.policy and each.id != version.id)
        return next((each.kept for each in chain if each.kept is not None), None)

    def show_duty(self) -> None:
        """Show who looks again and when: at the newest version, or at the baseline that is chosen."""
        page, found, today = self._page, self._desk.found, _today()
        version = self._newest()
        chosen = page.begin.chosen if page.pages.currentIndex() == 0 else None
        kept = self.kept_newest() or chosen
        page.duty.setVisible(version is not None or kept is not None)
        page.duty.report.setVisible(found is not None)
        page.duty.keep.setVisible(found is not None)
        if kept is not None:
            about = self.tr("Baseline: {0}").format(kept.name)
            page.duty.show_duty(about, kept.owner, kept.review_by, today)
        elif version is not None and found is not None:
            before = self._before(version)
            first = (before.owner if before is not None else "") or found.owner
            owner, review_on = self._said.get(version.id, (first, found.review_on))
            page.duty.show_duty(self.tr("Newest: {0}").format(version.name), owner, review_on, today)

    def kept_newest(self) -> KeptFile | None:
        """Return the baseline that the newest version is already; None where it is not kept."""
        version = self._newest()
        review = None if version is None else self._desk.review(version)
        if review is None or self._baselines is None:
            return None
        try:
            return self._baselines.of(review)
        except MatterError:
            return None  # told when the baselines were listed

    def take_duty(self) -> None:
        """Keep what the user says of who looks again and when: in the matter at once, where the version is kept."""
        duty, version = self._page.duty, self._newest()
        kept = self.kept_newest() or (self._page.begin.chosen if version is None else None)
        if kept is not None and self._baselines is not None:
            try:
                self._baselines.look_after(kept, duty.named_owner, duty.review_on)
            except MatterError as error:
                self.failed.emit(error)
            self.list_baselines()
        elif version is not None:
            self._said[version.id] = (duty.named_owner, duty.review_on)

    def list_baselines(self) -> None:
        """List the baselines of the matter."""
        try:
            files = () if self._baselines is None else self._baselines.files()
        except MatterError as error:
            self.failed.emit(error)
            files = ()
        self._page.begin.show_baselines(files, _today())

    def let_go(self, kept: KeptFile | None) -> None:
        """Keep a baseline no longer, once the user has confirmed it."""
        if kept is None or self._baselines is None:
            return
        title = self.tr("Keep {0} no longer?").format(visible(kept.name))
        why = self.tr("The matter then holds it no more. A file of your own, wherever it is, stays.")
        if ConfirmDialog.ask(self._page.window(), title, why, self.tr("Remove")):
            try:
                self._baselines.let_go(kept)
            except MatterError as error:
                self.failed.emit(error)
            self.list_baselines()
            self.show_duty()


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
