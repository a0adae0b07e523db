"""Proof of a redlined package: without its new revisions it is the original, with them it is the plan."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lxml import etree

from app.ooxml.looks import Look
from app.ooxml.names import MC, W14, XML, w
from app.ooxml.package import Package
from app.ooxml.resolver import accept, by_ids, reject
from app.ooxml.runs import paragraphs_of, read_text

_COMMENT_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_WRAPPERS = frozenset((w("ins"), w("del"), w("moveFrom"), w("moveTo")))
_TEXTS = frozenset((w("t"), w("delText"), w("instrText"), w("delInstrText")))
_PROPERTIES = frozenset((w("rPr"), w("pPr")))
_SPACE = f"{{{XML}}}space"
_PARAGRAPH_ID = f"{{{W14}}}paraId"
_NAMING = {_PARAGRAPH_ID, f"{{{MC}}}Ignorable"}  # of a paragraph of a comment
_LARGE = frozenset((w("document"), w("body")))  # something in them differs: go straight to what is in them
_SHOWN = 60  # characters of a paragraph in a message


@dataclass(frozen=True, slots=True)
class Claim:
    """What a redlined package is to be.

    Attributes:
        revisions: Ids of the revisions it adds to the original.
        comments: Ids of the comments it adds.
        texts: For each part with changes, the texts of its paragraphs once the new revisions are accepted.
        grown: Other parts to whose end something may be added: the lists of comments and what names them. An
            earlier comment may get the id of its last paragraph, which an answer to it needs.
        session: Id of a session (`w:rsid`) that the settings may list besides; "" for none.
        formats: For each part with changes, how each of the paragraphs in `texts` is to look once the new revisions
            are accepted, worked out from plan and original; None for one of which nothing is planned but its place.
    """

    revisions: Collection[str]
    comments: Collection[str]
    texts: Mapping[str, Sequence[str]]
    grown: Collection[str]
    session: str = ""
    formats: Mapping[str, Sequence[Look | None]] = field(default_factory=dict)


def prove(original: Package, redlined: Package, claim: Claim) -> tuple[str, ...]:
    """Return what does not hold of `redlined`, in words; nothing if all does.

    Rejecting the new revisions must give the original, element for element, where runs and revisions that were cut
    count as one; so everybody else's revisions and every format are what they were. Accepting them must give the
    planned texts. Parts that have no business with the changes must be the same bytes.
    """
    problems = [f"{name} is missing" for name in original.names if not redlined.has(name)]
    for name in original.names:
        if name in claim.texts or not redlined.has(name):
            continue
        if name in claim.grown:
            is_kept = _has_grown(original.parse(name), redlined.parse(name))
        else:
            is_kept = original.read(name) == redlined.read(name) or _has_session(original, redlined, name, claim)
        if not is_kept:
            problems.append(f"{name} is changed")
    for name, texts in claim.texts.items():
        problems += _prove_reject(original, redlined, name, claim)
        problems += _prove_accept(redlined, name, texts, claim)
    return tuple(problems)


def _has_grown(before: etree._Element, after: etree._Element) -> bool:
    """Return whether `after` has all that `before` has, in its order, and at most more at its end."""
    ours, theirs = _children(before), _children(after)
    pairs = zip(ours, theirs, strict=False)
    kept = all(_source(one) == _source(other) or _is_named(one, other) for one, other in pairs)
    return kept and len(ours) <= len(theirs)


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


def _has_session(original: Package, redlined: Package, name: str, claim: Claim) -> bool:
    """Return whether `name` is the settings and differs only by the id of the session of the claim."""
    if not claim.session or name not in original.related(original.main, "settings"):
        return False
    before, after = original.parse(name), redlined.parse(name)
    for listed in after.iterfind(f"{w('rsids')}/{w('rsid')}"):
        parent = listed.getparent()
        if listed.get(w("val")) == claim.session and parent is not None:
            before_it = listed.getprevious()
            if before_it is None:
                parent.text = (parent.text or "") + (listed.tail or "") or None
            else:
                before_it.tail = (before_it.tail or "") + (listed.tail or "") or None
            parent.remove(listed)
            break
    return _source(before) == _source(after)


def _prove_reject(original: Package, redlined: Package, name: str, claim: Claim) -> Iterator[str]:
    root = redlined.parse(name)
    reject(root, by_ids(claim.revisions))
    _remove_comment_marks(root, claim.comments)
    difference = _difference(original.parse(name), root)
    if difference is not None:
        yield f"without its changes {name} is not the original: {difference}"


def _prove_accept(redlined: Package, name: str, texts: Sequence[str], claim: Claim) -> Iterator[str]:
    root = redlined.parse(name)
    accept(root, by_ids(claim.revisions))
    found = [read_text(p).text for p in paragraphs_of(root)]
    for number, (text, wanted) in enumerate(zip_longest(found, texts, fillvalue="")):
        if text != wanted:
            yield f"with its changes paragraph {number + 1} of {name} reads {text[:_SHOWN]!r}, not {wanted[:_SHOWN]!r}"
            return
    if len(found) != len(texts):
        yield f"with its changes {name} has {len(found)} paragraphs, not {len(texts)}"


def _remove_comment_marks(root: etree._Element, ids: Collection[str]) -> None:
    for mark in [mark for mark in root.iter(*_COMMENT_MARKS) if mark.get(w("id")) in ids]:
        parent = mark.getparent()
        gone = parent if mark.tag == w("commentReference") else mark
        holder = None if gone is None else gone.getparent()
        if gone is not None and holder is not None:
            holder.remove(gone)


def _difference(before: etree._Element, after: etree._Element) -> str | None:
    """Return the first place where two trees differ, in words; None where they are the same."""
    pending = [(before, after)]
    while pending:
        one, other = pending.pop()
        if one.tag not in _LARGE and _source(one) == _source(other):
            continue
        if one.tag == w("p") or not len(one):
            if _form(one) != _form(other):
                return f"the paragraph {''.join(one.itertext(w('t')))[:_SHOWN]!r}"
            continue
        ours, theirs = _children(one), _children(other)
        if one.tag != other.tag or dict(one.attrib) != dict(other.attrib) or len(ours) != len(theirs):
            return f"{etree.QName(one).localname} {''.join(one.itertext(w('t')))[:_SHOWN]!r}"
        pending += reversed(list(zip(ours, theirs, strict=True)))
    return None


def _children(element: etree._Element) -> list[etree._Element]:
    """Return the elements in `element`, properties of a row that say nothing left out."""
    return [child for child in element if isinstance(child.tag, str) and (len(child) or child.tag != w("trPr"))]


def _source(element: etree._Element) -> bytes:
    """Return the element as it is written, which is the same for all that nobody touched."""
    return etree.tostring(element, with_tail=False)


@dataclass(frozen=True, slots=True)
class _Form:
    """An element as it counts: without what cutting it changes."""

    tag: str
    attributes: frozenset[tuple[str, str]]
    text: str
    children: tuple["_Form", ...]

    @property
    def properties(self) -> "_Form | None":
        """The properties of a run."""
        return self.children[0] if self.children and self.children[0].tag == w("rPr") else None


def _form(element: etree._Element) -> _Form:
    """Return the form of `element`, in which runs and revisions that were cut are whole again."""
    tag = str(element.tag)
    children: list[_Form] = []
    for child in map(_form, _children(element)):
        if child.tag in _PROPERTIES and not child.children:
            continue
        if children and _are_one(children[-1], child):
            children[-1] = _joined(children[-1], child)
        else:
            children.append(child)
    attributes = {(str(name), str(value)) for name, value in element.attrib.items() if name not in _ignored(tag)}
    if tag in _PROPERTIES:
        children.sort(key=repr)  # their order says nothing
    text = "" if children else element.text or ""
    return _Form(tag, frozenset() if tag == w("p") else frozenset(attributes), text, tuple(children))


def _ignored(tag: str) -> tuple[str, ...]:
    if tag in _TEXTS:
        return (_SPACE,)
    return (w("id"),) if tag in _WRAPPERS else ()


def _are_one(left: _Form, right: _Form) -> bool:
    """Return whether two neighbours may have been one before a cut."""
    alike = left.tag == right.tag and left.attributes == right.attributes
    if left.tag == w("r"):
        return alike and left.properties == right.properties
    return alike and (left.tag in _WRAPPERS or left.tag in _TEXTS)


def _joined(left: _Form, right: _Form) -> _Form:
    parts, more = list(left.children), list(right.children)
    if left.tag == w("r") and right.properties is not None:
        more = more[1:]
    if parts and more and _are_one(parts[-1], more[0]):
        parts[-1] = _joined(parts[-1], more.pop(0))
    return _Form(left.tag, left.attributes, left.text + right.text, (*parts, *more))
