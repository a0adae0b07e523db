"""How documents are taken into a matter, and a matter is read from its file: all of it off the GUI thread."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from app.desktop.jobs import Opened, rejudged, review_file
from app.desktop.matter_jobs import held_document, review_again
from app.desktop.session import Session
from app.desktop.words import tr
from app.desktop.worker import Worker
from app.errors import Cancelled, MatterError
from app.model.document import Opening
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.jobs import Progress, Report
from app.service.matters import UNRECORDED, OpenMatter, create_matter, free_path, open_matter
from app.service.recent import recent
from app.service.settings import Settings

Passwords = Mapping[str, str]
"""Of protected documents of a matter, by name; never kept."""

_HASHED = 64 * 2**20  # bytes; a larger file is not looked up among the recent matters


@dataclass(slots=True)
class Batch:
    """Files that are opened together.

    Attributes:
        matter: The one that they join; None until the first of them has begun it.
        is_anew: Whether a matter is begun even if the document was reviewed before.
    """

    matter: OpenMatter | None = None
    is_anew: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was taken into a matter, which is a new one or the one that is open.

    Attributes:
        told: What to know of it; "" for nothing.
    """

    matter: OpenMatter
    is_new: bool
    held: HeldDocument
    told: str


@dataclass(frozen=True, slots=True)
class Held:
    """A matter and what it holds; without documents where it is the one that is open already.

    Attributes:
        path: Of the document that was reviewed in it before; None where the matter itself was asked for.
    """

    matter: OpenMatter
    documents: tuple[HeldDocument, ...]
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """The documents of a matter, judged for a profile."""

    matter: OpenMatter
    profile: DeploymentProfile
    documents: tuple[HeldDocument, ...] = field(repr=False)


class Taking:
    """Has documents reviewed by the worker and keeps them; what is open is asked when a job's turn comes."""

    def __init__(self, worker: Worker, session: Session) -> None:
        self._worker = worker
        self._session = session

    def take(
        self,
        path: Path,
        opening: Opening,
        batch: Batch,
        profile: DeploymentProfile,
        settings: Settings,
        report: Report,
    ) -> Taken | Held:
        """Review the document at `path` and keep it; where a recent matter holds it, open that one instead.

        Raises:
            MatterError: The matter that it was to join holds it already, or was closed.
        """
        sha256, told = _hash(path), ""
        if batch.matter is None and not batch.is_anew:
            try:
                if (known := _matter_with(sha256)) is not None:
                    found = self.held(known, {path.name: opening.password}, settings.library, report)
                    return replace(found, path=path)
            except Cancelled:
                raise
            except MatterError as error:
                told = tr("{0} was reviewed before, but here it begins another matter. {1}").format(path.name, error)
        self._refuse(batch, path.name, sha256)
        return self.keep(
            lambda used, library, step: self._worker.call(review_file, path, opening, used, library, step),
            (path.stem, batch, profile, settings, told),
            report,
        )

    def keep(
        self,
        review: Callable[[DeploymentProfile, Path | None, Report], object],
        wanted: tuple[str, Batch, DeploymentProfile, Settings, str],
        report: Report,
    ) -> Taken:
        """Keep what `review` gives; who stops it leaves nothing behind, nor does what fails."""
        stem, batch, profile, settings, told = wanted
        there = batch.matter
        opened = review(there.profile if there else profile, settings.library, report)
        if not isinstance(opened, Opened):
            raise TypeError("a review gives a document as opened")
        report(Progress(1, 1, "Saving"))
        found, now = opened.review, datetime.now(tz=UTC)
        document = found.document
        self._refuse(batch, document.name, document.sha256)
        matter = there or create_matter(
            free_path(settings.matters_folder, stem), document.title or stem, found.profile, now
        )
        try:
            number = matter.add_document(
                document.name, document.sha256, document.data, UNRECORDED, now, found.document_type
            )
            _go_on(report, matter, number)
        except BaseException:
            if there is None:
                matter.discard()
            raise
        return Taken(matter, there is None, HeldDocument(number, found, opened.flaws), told)

    def held(self, path: Path, passwords: Passwords, library: Path | None, report: Report) -> Held:
        """Open the matter at `path` and read what it holds; where it is open already, say which it is.

        Raises:
            MatterError: It cannot be opened.
            EncryptedFileError: A document has to be reviewed again, and is protected.
        """
        there = self._session.matter
        if there is not None and _is_same(there.path, path):
            return Held(there, ())
        matter = open_matter(path)
        try:
            documents = tuple(
                self._worker.call(
                    held_document, record, matter.profile, library, passwords.get(record.name, ""), report
                )
                for record in matter.records()
            )
        except BaseException:
            matter.close()
            raise
        return Held(matter, tuple(each for each in documents if isinstance(each, HeldDocument)))

    def judged(self, matter: OpenMatter, profile: DeploymentProfile, report: Report) -> Judged:
        """Judge the documents of a matter for a profile; what was read of them stays."""
        documents = self._documents_of(matter)
        judged = []
        for number, held in enumerate(documents):
            report(Progress(number, len(documents), "Judging"))
            again = self._worker.call(rejudged, held.review, profile, report)
            if isinstance(again, Review):
                judged.append(replace(held, review=again))
        return Judged(matter, profile, tuple(judged))

    def reviewed_again(self, matter: OpenMatter, passwords: Passwords, library: Path | None, report: Report) -> Judged:
        """Review the documents of a matter again, with a library and the profile in use."""
        again, profile = [], matter.profile
        for held in self._documents_of(matter):
            document = held.review.document
            password = passwords.get(document.name, "")
            opened = self._worker.call(review_again, document, profile, library, password, report)
            if isinstance(opened, Opened):
                again.append(HeldDocument(held.id, opened.review, opened.flaws))
        return Judged(matter, profile, tuple(again))

    def _documents_of(self, matter: OpenMatter) -> tuple[HeldDocument, ...]:
        return self._session.documents if self._session.matter is matter else ()

    def _refuse(self, batch: Batch, name: str, sha256: str) -> None:
        """Refuse a document that cannot join the matter of its batch."""
        if batch.matter is None:
            return
        if batch.matter is not self._session.matter:
            raise MatterError(tr("{0}: not added, for the matter was closed meanwhile; add it again").format(name))
        for held in self._session.documents:
            if sha256 and held.review.document.sha256 == sha256:
                told = tr("{0}: the matter holds this document already, as {1}; nothing was added")
                raise MatterError(told.format(name, held.review.document.name))


def _go_on(report: Report, matter: OpenMatter, number: int) -> None:
    """Take the document out again if the user stopped while it was written."""
    try:
        report(Progress(1, 1, "Saving"))
    except Cancelled:
        matter.remove_document(number)
        raise


def _hash(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; "" where it is too large to look for, or cannot be read."""
    with suppress(OSError):  # opening it will say what is wrong
        if path.is_file() and path.stat().st_size <= _HASHED:
            return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""


def _matter_with(sha256: str) -> Path | None:
    """Return the recent matter that holds a document, the one opened last; None without one.

    Raises:
        MatterError: It is no longer there.
    """
    known = [matter for matter in recent() if sha256 and sha256 in matter.documents]
    there = next((matter for matter in known if not matter.is_missing), None)
    if known and there is None:
        raise MatterError(tr("{0} is no longer there.").format(known[0].path))
    return None if there is None else there.path


def _is_same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, which is asked of the system and not of the file."""
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()
