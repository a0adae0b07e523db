"""All relationships of a package: which part leads to which, and what lies outside (ECMA-376-2 6.5)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.ooxml.names import RELATIONSHIPS, R
from app.ooxml.package import Package
from app.ooxml.part_names import part_key, source_of, target_of

_RELATIONSHIP = f"{{{RELATIONSHIPS}}}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship as a package states it.

    Attributes:
        record: The member that states it, such as "word/_rels/document.xml.rels".
        source: The part that has it; "" for the package.
        id: Under which the source cites it.
        kind: The last word of its type, such as "header".
        target: As stated: an address, or a part.
        part: The part it leads to; None where that is outside of the package, or missing.
        is_external: Whether it leads out of the package.
    """

    record: str
    source: str
    id: str
    kind: str
    target: str
    part: str | None
    is_external: bool


def relationships_of(package: Package) -> tuple[Relationship, ...]:
    """Return the relationships of all parts that `package` has, in the order of its members."""
    present = {part_key(name): name for name in package.names if package.has(name)}
    return tuple(
        relationship
        for record in present.values()
        if record.endswith(".rels")
        for relationship in _stated_in(package, record, present)
    )


def remove_relationships(package: Package, record: str, ids: Collection[str]) -> None:
    """Take the relationships with these `ids` out of the member that states them; what they lead to stays."""
    root = package.edit(record)
    for element in [element for element in root.iterchildren(_RELATIONSHIP) if element.get("Id") in ids]:
        root.remove(element)


def cited_in(package: Package, part: str) -> frozenset[str]:
    """Return the ids of the relationships that `part` cites."""
    attributes = (pair for element in package.tree(part).iter() for pair in element.attrib.items())
    return frozenset(str(value) for name, value in attributes if _is_citation(str(name)))


def remove_uncited(package: Package, part: str, among: Collection[str] | None = None) -> frozenset[str]:
    """Take out the relationships that `part` cites no more, and what only they lead to; return the parts that went.

    Only those with ids `among` where that is given: a document has parts that it cites nowhere, such as its styles.
    """
    cited = cited_in(package, part)
    own = (each for each in relationships_of(package) if each.source == part and each.id not in cited)
    lost = [each for each in own if among is None or each.id in among]
    if not lost:
        return frozenset()
    remove_relationships(package, lost[0].record, {each.id for each in lost})
    return _remove_unreached(package, [each.part for each in lost if each.part])


def remove_whole(package: Package, part: str) -> frozenset[str]:
    """Take out `part` and what only it leads to; return the parts that went, none where it went before."""
    if not package.has(part):
        return frozenset()
    led_to = [each.part for each in relationships_of(package) if each.source == part and each.part]
    package.remove_part(part)
    return frozenset((part,)) | _remove_unreached(package, led_to)


def _remove_unreached(package: Package, parts: Iterable[str]) -> frozenset[str]:
    """Take out those of `parts` to which nothing leads any more, and what only they led to."""
    gone: set[str] = set()
    for part in parts:
        if package.has(part) and not any(each.part == part for each in relationships_of(package)):
            gone |= remove_whole(package, part)
    return frozenset(gone)


def _is_citation(name: str) -> bool:
    return name.startswith(f"{{{R}}}")


def _stated_in(package: Package, record: str, present: dict[str, str]) -> list[Relationship]:
    source = source_of(record)
    found = []
    for element in package.tree(record).iterchildren(_RELATIONSHIP):
        target, is_external = element.get("Target", ""), element.get("TargetMode") == "External"
        part = None if is_external else present.get(part_key(target_of(source, target)))
        kind = element.get("Type", "").rsplit("/", 1)[-1]
        found.append(Relationship(record, source, element.get("Id", ""), kind, target, part, is_external))
    return found
