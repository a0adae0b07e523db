"""Parts to which something may be added and nothing else: lists of comments, authors and styles, settings, names."""

from lxml import etree

from app.ooxml.forms import children, source
from app.ooxml.names import MC, W14, w

_PARAGRAPH_ID = f"{{{W14}}}paraId"
_NAMING = {_PARAGRAPH_ID, f"{{{MC}}}Ignorable"}  # of a paragraph of a comment


def has_grown(before: etree._Element, after: etree._Element) -> bool:
    """Return whether `after` has all that `before` has, in its order, and at most more."""
    theirs = iter(children(after))
    return all(
        any(source(one) == source(other) or _is_named(one, other) for other in theirs) for one in children(before)
    )


def has_session(before: etree._Element, after: etree._Element, session: str) -> bool:
    """Return whether the settings `after` are `before` and at most the id of one session more."""
    for listed in after.iterfind(f"{w('rsids')}/{w('rsid')}"):
        parent = listed.getparent()
        if listed.get(w("val")) == session and parent is not None:
            before_it = listed.getprevious()
            if before_it is None:
                parent.text = (parent.text or "") + (listed.tail or "") or None
            else:
                before_it.tail = (before_it.tail or "") + (listed.tail or "") or None
            parent.remove(listed)
            break
    return source(before) == source(after)


def _is_named(before: etree._Element, after: etree._Element) -> bool:
    """Return whether all that `after` has more than `before`, a comment, is the id of its last paragraph."""
    last = next(after.iterchildren(w("p"), reversed=True), None)
    former = next(before.iterchildren(w("p"), reversed=True), None)
    if last is None or former is None or _PARAGRAPH_ID in former.attrib:
        return False
    for name in _NAMING - set(former.attrib):
        last.attrib.pop(name, None)
    return _canonical(before) == _canonical(after)


def _canonical(element: etree._Element) -> bytes:
    """Return the element without regard to where namespaces are declared, which an attribute may have needed."""
    return etree.tostring(element, method="c14n", exclusive=True)
