"""Elements as they count: two trees compared without regard to where runs and revisions are cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from app.ooxml.names import XML, w

_WRAPPERS = frozenset((w("ins"), w("del"), w("moveFrom"), w("moveTo")))
_TEXTS = frozenset((w("t"), w("delText"), w("instrText"), w("delInstrText")))
_PROPERTIES = frozenset((w("rPr"), w("pPr")))
_SHOWN_TEXTS = (w("t"), w("delText"))
_SPACE = f"{{{XML}}}space"
_SHOWN = 60  # characters of a paragraph in a message


def difference(before: Sequence[etree._Element], after: Sequence[etree._Element]) -> str | None:
    """Return the first place where elements differ from those before, in words; None where they are the same."""
    if len(before) != len(after):
        return _named_number(before, after)
    pending = list(reversed(list(zip(before, after, strict=True))))
    while pending:
        one, other = pending.pop()
        if source(one) == source(other):
            continue
        if one.tag == w("p") or other.tag == w("p") or not len(one):
            former, form = _form(one), _form(other)
            if former != form:
                return f"{quoted(one)}: {_what_differs(former, form)}"
            continue
        ours, theirs = children(one), children(other)
        if one.tag != other.tag or dict(one.attrib) != dict(other.attrib) or len(ours) != len(theirs):
            return _named_number(ours, theirs) if one.tag == other.tag and len(ours) != len(theirs) else _named(one)
        pending += reversed(list(zip(ours, theirs, strict=True)))
    return None


def children(element: etree._Element) -> list[etree._Element]:
    """Return the elements in `element`, properties of a row that say nothing left out."""
    return [child for child in element if isinstance(child.tag, str) and (len(child) or child.tag != w("trPr"))]


def source(element: etree._Element) -> bytes:
    """Return the element as it is written, which is the same for all that nobody touched."""
    return etree.tostring(element, with_tail=False)


def quoted(element: etree._Element) -> str:
    """Return the first words of `element`, for a message."""
    words = " ".join("".join(element.itertext(*_SHOWN_TEXTS)).split())
    if not words:
        return "at a place without words"
    return f"at “{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”"


def _named(element: etree._Element) -> str:
    return f"{quoted(element)}: something that is no paragraph differs (w:{etree.QName(element).localname})"


def _named_number(before: Sequence[etree._Element], after: Sequence[etree._Element]) -> str:
    """Return, in words, where pieces are lost or too many."""
    pairs = zip(before, after, strict=False)
    place = next((number for number, (one, other) in enumerate(pairs) if source(one) != source(other)), None)
    place = min(len(before), len(after)) if place is None else place
    element = (*before[place:], *after[place:])[0]
    much = "something is lost" if len(before) > len(after) else "there is something too much"
    return f"{quoted(element)}: {much} (w:{etree.QName(element).localname})"


@dataclass(frozen=True, slots=True)
class _Form:
    """An element as it counts: without what cutting it changes."""

    tag: str
    attributes: frozenset[tuple[str, str]]
    text: str
    children: tuple["_Form", ...]

    @property
    def properties(self) -> "_Form | None":
        """The properties of a run or paragraph."""
        return self.children[0] if self.children and self.children[0].tag in _PROPERTIES else None

    def words(self) -> str:
        """Return all text in it, deleted text too."""
        own = self.text if self.tag in _SHOWN_TEXTS else ""
        return own + "".join(child.words() for child in self.children)

    def owners(self) -> tuple[frozenset[tuple[str, str]], ...]:
        """Return what the revisions in it say of themselves, in order."""
        own = (self.attributes,) if self.tag in _WRAPPERS or self.tag.endswith("Change") else ()
        return own + tuple(owner for child in self.children for owner in child.owners())

    def formats(self) -> tuple["_Form | None", ...]:
        """Return the properties of its runs, in order."""
        own = (self.properties,) if self.tag == w("r") else ()
        return own + tuple(each for child in self.children for each in child.formats())


def _what_differs(before: _Form, after: _Form) -> str:
    if before.words() != after.words():
        return f"its words differ, they are “{after.words()[:_SHOWN]}”"
    if before.owners() != after.owners():
        return "an earlier tracked change is lost or has another author or date"
    if before.tag == w("p") and before.properties != after.properties:
        return "its paragraph format differs"
    if before.formats() != after.formats():
        return "the format of its characters differs"
    return "something in it that is no words differs, such as a bookmark, field, note or picture"


def _form(element: etree._Element) -> _Form:
    """Return the form of `element`, in which runs and revisions that were cut are whole again."""
    tag = str(element.tag)
    found: list[_Form] = []
    for child in map(_form, children(element)):
        if child.tag in _PROPERTIES and not child.children:
            continue
        if found and _are_one(found[-1], child):
            found[-1] = _joined(found[-1], child)
        else:
            found.append(child)
    attributes = {(str(name), str(value)) for name, value in element.attrib.items() if name not in _ignored(tag)}
    if tag in _PROPERTIES:
        found.sort(key=repr)  # their order says nothing
    text = "" if found else element.text or ""
    return _Form(tag, frozenset() if tag == w("p") else frozenset(attributes), text, tuple(found))


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
