"""Names of parts: how packages compare them, and which relationships belong to which (ECMA-376-2 6.2 and 6.5)."""

import posixpath
from urllib.parse import unquote


def part_key(name: str) -> str:
    """Return a name as packages compare them: without case and leading slash (ECMA-376-2 6.2.2.3)."""
    return name.replace("\\", "/").lstrip("/").lower()


def target_of(source: str, stated: str) -> str:
    """Return the part to which a relationship of `source` leads, whose target is `stated`."""
    return posixpath.normpath(posixpath.join("/" + posixpath.dirname(source), unquote(stated)))


def source_of(rels: str) -> str:
    """Return the part whose relationships the member `rels` states; "" for those of the package."""
    folder, base = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))


def rels_of(source: str) -> str:
    """Return the member that states the relationships of `source`, "" for the package."""
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")
