"""Bookmarks that cross-references name (ECMA-376-1 17.13.6)."""

import re

from lxml import etree

from app.ooxml.cuts import Ids
from app.ooxml.names import w
from app.ooxml.package import Package

_START, _END, _NAME, _ID = w("bookmarkStart"), w("bookmarkEnd"), w("name"), w("id")
_MADE_BY_WORD = re.compile(r"_Ref\d+")
_FIRST = 100_000_001  # names have nine digits


class Bookmarks:
    """Gives paragraphs bookmarks to refer to, hidden in Word for their names begin with "_".

    Attributes:
        added: Names of those that were added, by their ids.
    """

    def __init__(self, package: Package, ids: Ids) -> None:
        self.added: dict[str, str] = {}
        self._package = package
        self._ids = ids
        self._taken: set[str] | None = None

    def name_of(self, p: etree._Element) -> str:
        """Return the name of a bookmark of `p`: one that Word made for references, else a new one around all of it."""
        for start in p.iter(_START):
            if _MADE_BY_WORD.fullmatch(start.get(_NAME, "")) and _is_kept(start, p):
                return start.get(_NAME, "")
        name, number = self._new_name(), self._ids.new()
        self.added[number] = name
        place = 1 if len(p) and p[0].tag == w("pPr") else 0
        p.insert(place, etree.Element(_START, {_ID: number, _NAME: name}))
        p.append(etree.Element(_END, {_ID: number}))
        return name

    def _new_name(self) -> str:
        """Return the least name that no bookmark of the package has; Word does not tell capitals apart."""
        if self._taken is None:
            trees = map(self._package.tree, self._package.stories())
            self._taken = {start.get(_NAME, "").lower() for tree in trees for start in tree.iter(_START)}
        number = _FIRST
        while f"_ref{number}" in self._taken:
            number += 1
        self._taken.add(f"_ref{number}")
        return f"_Ref{number}"


def _is_kept(start: etree._Element, p: etree._Element) -> bool:
    """Return whether a bookmark stands in `p` itself, and in nothing deleted."""
    holders = start.iterancestors(w("p"), w("del"), w("moveFrom"))
    return next(holders, None) is p
