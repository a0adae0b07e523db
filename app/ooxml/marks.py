"""The marks of tracked changes: who, when, and under which id (ECMA-376-1 17.13.5)."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime

from lxml import etree

from app.ooxml.cuts import Ids, set_text
from app.ooxml.names import w

_DELETED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}


class Stamp:
    """Makes revision marks by one author at one time.

    Attributes:
        session: Id of the session for what is inserted (`open_session`); "" for none.
    """

    def __init__(self, author: str, when: datetime, ids: Ids, *, session: str = "") -> None:
        self.author = author
        self.date = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.ids = ids
        self.session = session

    def mark(self, tag: str) -> etree._Element:
        """Return a new revision mark such as `w:ins`."""
        attributes = {w("id"): self.ids.new_revision(), w("author"): self.author, w("date"): self.date}
        return etree.Element(w(tag), attributes)

    def sign(self, element: etree._Element) -> None:
        """Say of a new run or paragraph in which session it was written (ECMA-376-1 17.3.2.25, 17.3.1.22)."""
        if self.session:
            element.set(w("rsidR"), self.session)


def own_runs(p: etree._Element) -> Iterator[etree._Element]:
    """Give the runs of `p` that are neither deleted already nor part of a nested paragraph, in order."""
    for child in p:
        if child.tag == w("r"):
            yield child
        elif child.tag not in (w("p"), w("del"), w("moveFrom"), w("pPr")):
            yield from own_runs(child)


def new_run(text: str, rPr: etree._Element | None) -> etree._Element:
    """Return a run that shows `text` with a copy of the properties `rPr`; tabs and line breaks become elements."""
    r = etree.Element(w("r"))
    if rPr is not None:
        r.append(deepcopy(rPr))
    start = 0
    for place, character in enumerate((*text, None)):
        if character in ("\t", "\n", None):
            if place > start:
                set_text(etree.SubElement(r, w("t")), text[start:place])
            if character is not None:
                etree.SubElement(r, w("tab") if character == "\t" else w("br"))
            start = place + 1
    return r


def inserted(runs: Sequence[etree._Element], stamp: Stamp) -> etree._Element:
    """Return a `w:ins` that holds `runs`, which are new; formulas may stand among them."""
    mark = stamp.mark("ins")
    for r in (each for each in runs if each.tag == w("r")):
        stamp.sign(r)
    mark.extend(runs)
    return mark


def deleted(runs: Sequence[etree._Element], stamp: Stamp) -> tuple[etree._Element, ...]:
    """Put `runs` where they stand into `w:del`, one for each stretch of runs side by side; return these.

    Left alone are runs that hold paragraphs (text boxes).
    """
    marks: list[etree._Element] = []
    for r in runs:
        if r.find(f".//{w('p')}") is not None:
            continue
        between = _between(marks[-1], r) if marks else None
        if between is None:
            between = ()
            marks.append(stamp.mark("del"))
            r.addprevious(marks[-1])
        marks[-1].extend((*between, r))
        for text in r.iter(*_DELETED):
            text.tag = _DELETED[str(text.tag)]
    return tuple(marks)


def _between(mark: etree._Element, r: etree._Element) -> tuple[etree._Element, ...] | None:
    """Return what stands between `mark` and `r` and may go into the mark; None where something else does."""
    between: list[etree._Element] = []
    for sibling in r.itersiblings(preceding=True):
        if sibling is mark:
            return tuple(reversed(between))
        if sibling.tag != w("proofErr"):
            break
        between.append(sibling)
    return None
