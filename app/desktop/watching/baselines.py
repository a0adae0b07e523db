"""The baselines of policies that the open matter keeps."""

from dataclasses import dataclass
from datetime import date, datetime

from app.desktop.watching.versions import PolicyVersion
from app.model.kept import KeptFile
from app.model.review import Review
from app.service.kept import keep_file, kept_file, kept_files, let_go, look_after
from app.service.matters import OpenMatter


@dataclass(frozen=True, slots=True)
class Baselines:
    """What a matter keeps; what cannot be read or written of it is a MatterError."""

    matter: OpenMatter

    def files(self) -> tuple[KeptFile, ...]:
        """Return the baselines, those that are looked at soonest first and those that are not looked at again last."""
        files = kept_files(self.matter, "baseline")
        return tuple(sorted(files, key=lambda each: (each.review_by or date.max, -each.id)))

    def of(self, review: Review) -> KeptFile | None:
        """Return the baseline that is the document of a review; None where it is not kept."""
        same = (each for each in self.files() if each.sha256 == review.document.sha256)
        return next(same, None)

    def data(self, file: KeptFile) -> bytes:
        """Return the bytes of a baseline."""
        return kept_file(self.matter, file.id).data

    def keep(
        self,
        version: PolicyVersion,
        review: Review,
        when: datetime,
        *,
        owner: str,
        review_by: date | None,
        before: KeptFile | None,
    ) -> KeptFile:
        """Keep a version as the baseline; the one `before` it stays, and is not to be looked at again.

        A day that the user corrected stands in its name from then on.
        """
        says_day = version.is_corrected and version.day is not None
        name = f"{version.day} {version.name}" if says_day else version.name
        kept = keep_file(self.matter, "baseline", name, review.document.data, when)
        kept = look_after(self.matter, kept, owner=owner, review_by=review_by)
        if before is not None and before.id != kept.id:
            look_after(self.matter, before, owner=before.owner, review_by=None)
        return kept

    def look_after(self, file: KeptFile, owner: str, review_by: date | None) -> None:
        """Name another owner of a baseline, or another day."""
        look_after(self.matter, file, owner=owner, review_by=review_by)

    def let_go(self, file: KeptFile) -> None:
        """Keep a baseline no longer."""
        let_go(self.matter, file)
