"""Things of a paragraph deleted as tracked changes: text boxes with what they say, and formulas."""

from lxml import etree

from app.ooxml.comparing.inline import FORMULAS
from app.ooxml.cuts import parent_of
from app.ooxml.marks import Stamp, deleted, own_runs
from app.ooxml.names import w


def delete_things(p: etree._Element, stamp: Stamp) -> None:
    """Delete the text boxes of `p`, with what they say, and its formulas."""
    for r in list(own_runs(p)):
        delete_box(r, stamp)
    for formula in [each for each in p.iter(*FORMULAS) if parent_of(each).tag not in FORMULAS]:
        if next(formula.iterancestors(w("del"), w("moveFrom")), None) is None:
            wrap_in_deletion(formula, stamp)


def wrap_in_deletion(element: etree._Element, stamp: Stamp) -> None:
    """Put an element where it stands into a deletion."""
    mark = stamp.mark("del")
    element.addprevious(mark)
    mark.append(element)


def delete_box(r: etree._Element, stamp: Stamp) -> bool:
    """Delete a run with what it says in paragraphs of its own; return whether it holds any."""
    inside = list(r.iter(w("p")))
    if inside:
        for p in inside:
            deleted(list(own_runs(p)), stamp)
        wrap_in_deletion(r, stamp)
    return bool(inside)
