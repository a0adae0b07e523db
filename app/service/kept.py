"""Files kept in a matter beside its documents: sent, returned, and the baseline of a policy that is watched."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import get_args

from app.errors import MatterError
from app.model.kept import KeptFile, KeptKind
from app.service.matters import OpenMatter


@dataclass(frozen=True, slots=True)
class Held:
    """A file that a matter keeps, with its bytes."""

    file: KeptFile
    data: bytes = field(repr=False)


def keep_file(  # noqa: PLR0913 - what is to be known of a file
    matter: OpenMatter,
    kind: KeptKind,
    name: str,
    data: bytes,
    when: datetime,
    *,
    document: int | None = None,
    owner: str = "",
    review_by: date | None = None,
) -> KeptFile:
    """Keep a file in `matter`, as what was sent, as what came back, or as a baseline; return what is known of it.

    The same bytes kept again for the same document as the same are not kept twice: `owner` and `review_by` are set
    anew where they are given.

    Raises:
        MatterError: The matter cannot be written.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    same = (each for each in kept_files(matter, kind) if (each.document, each.sha256) == (document, sha256))
    there = next(same, None)
    if there is not None:
        return look_after(matter, there, owner=owner or there.owner, review_by=review_by or there.review_by)
    kept = KeptFile(0, document, kind, name, sha256, when, owner, review_by)
    number = matter.keep(kept, data)
    return next(each for each in matter.kept() if each.id == number)


def kept_files(matter: OpenMatter, *kinds: KeptKind, document: int | None = None) -> tuple[KeptFile, ...]:
    """Return the files that `matter` keeps, in the order in which they came in.

    Of these `kinds` only, where any are named, and of this `document` only, where one is.
    """
    wanted: Collection[KeptKind] = kinds or get_args(KeptKind)
    return tuple(
        each for each in matter.kept() if each.kind in wanted and (document is None or each.document == document)
    )


def kept_file(matter: OpenMatter, number: int) -> Held:
    """Return the file with this id, with its bytes.

    Raises:
        MatterError: There is none, or its bytes are not those that were kept.
    """
    file = next((each for each in matter.kept() if each.id == number), None)
    if file is None:
        raise MatterError(f"{matter.path.name}: this file is not kept there any more; add it again")
    data = matter.kept_data(number)
    if data is None or hashlib.sha256(data).hexdigest() != file.sha256:
        raise MatterError(f"{file.name}: the matter holds this file damaged; remove it there and add it again")
    return Held(file, data)


def look_after(matter: OpenMatter, file: KeptFile, *, owner: str, review_by: date | None) -> KeptFile:
    """Set who looks after a kept file and by which day it is to be looked at again; return what holds now."""
    matter.look_after_kept(file.id, owner, review_by)
    return next(each for each in matter.kept() if each.id == file.id)


def let_go(matter: OpenMatter, file: KeptFile) -> None:
    """Keep a file no longer."""
    matter.drop_kept(file.id)
