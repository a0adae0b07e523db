"""Which version of a licence family a document is, whether that is the one in use, and what its neighbours say."""

import re
from collections.abc import Sequence

from app.model.forms import Family, FamilyVersion, VersionCheck
from app.model.review import Review

_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def check_version(review: Review) -> VersionCheck | None:
    """Return which version the document is; None where it is no text of a family that the library knows."""
    for found in review.recognised.forms if review.recognised is not None else ():
        for family in review.library.families:
            version = family.version_of(found.form)
            if version is not None:
                return _checked(family, version, review.profile.model)
    return None


def _checked(family: Family, version: FamilyVersion, model: str) -> VersionCheck:
    at = family.versions.index(version)
    earlier = family.versions[at - 1] if at else None
    later = family.versions[at + 1] if at + 1 < len(family.versions) else None
    return VersionCheck(
        family=family,
        version=version,
        in_use=_named(family.versions, family.id, model),
        since_earlier=family.differences(earlier.id, version.id) if earlier else (),
        until_later=family.differences(version.id, later.id) if later else (),
        earlier=earlier,
        later=later,
    )


def _named(versions: Sequence[FamilyVersion], family: str, model: str) -> FamilyVersion | None:
    """Return the version that the words `model` name, such as "Llama 3.1 70B"; None where they name none."""
    if family not in model.casefold():
        return None
    numbers = _NUMBER.findall(model)
    return next((each for number in numbers for each in versions if each.id == number), None)
