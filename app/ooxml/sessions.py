"""The id of the session in which text was written, as Word keeps it for comparing versions (ECMA-376-1 17.15.1.70)."""

from datetime import datetime
from hashlib import sha256

from lxml import etree

from app.ooxml.names import w
from app.ooxml.package import Package

_SPACE = 1 << 24  # Word begins its own with 00


def open_session(package: Package, author: str, when: datetime) -> str:
    """Return an id for what `author` writes into `package` at a time, listed in its settings.

    "" where the settings list none: the document does without, or somebody took them out on purpose.
    """
    settings = next(iter(package.related(package.main, "settings")), None)
    listed = None if settings is None else package.tree(settings).find(w("rsids"))
    if settings is None or listed is None:
        return ""
    taken = {each.get(w("val"), "").upper() for each in listed}
    seed = f"{package.sha256}\n{author}\n{when.timestamp()}"
    number = int.from_bytes(sha256(seed.encode()).digest()[:3], "big")
    while number == 0 or f"{number:08X}" in taken:
        number = (number + 1) % _SPACE
    session = f"{number:08X}"
    package.edit(settings)
    mark = etree.Element(w("rsid"), {w("val"): session})
    before = [each for each in listed.iterchildren(w("rsid")) if each.get(w("val"), "").upper() < session]
    root = listed.find(w("rsidRoot"))
    if before:
        before[-1].addnext(mark)
    elif root is not None:
        root.addnext(mark)
    else:
        listed.insert(0, mark)
    return session
