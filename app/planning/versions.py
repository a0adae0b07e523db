"""Which version of a licence family a document is, whether that is the one in use, and what its neighbours say."""

import re
from collections.abc import Sequence

from app.model.forms import Family, FamilyCell, FamilyVersion, VersionCheck, VersionDifference
from app.model.guidance import ComparisonTable, Occasion
from app.model.plan import MarkedTable
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


def make_version_tables(check: VersionCheck | None) -> tuple[MarkedTable, ...]:
    """Return what changed from the version before to this one, and what the version after it changes."""
    if check is None:
        return ()
    changed = (
        ("before", "Since the version before", check.earlier, check.version, check.since_earlier),
        ("after", "In the version after", check.version, check.later, check.until_later),
    )
    return tuple(
        MarkedTable(
            _table(f"version-{name}", title, old, new, differences), (old == check.version, new == check.version)
        )
        for name, title, old, new, differences in changed
        if old is not None and new is not None and differences
    )


def _table(
    name: str, title: str, old: FamilyVersion, new: FamilyVersion, differences: Sequence[VersionDifference]
) -> ComparisonTable:
    rows = tuple((each.topic.title, _says(each.earlier), _says(each.later)) for each in differences)
    return ComparisonTable(name, title, ("", old.title, new.title), rows, (), Occasion())


def _says(cell: FamilyCell) -> str:
    exact = f" [{cell.exact}]" if cell.exact and cell.exact not in cell.says else ""
    at = f" ({cell.at})" if cell.at else ""
    return f"{cell.says}{exact}{at}"


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
