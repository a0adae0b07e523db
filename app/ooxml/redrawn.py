"""Changes that Word may undo by itself, for they stand in words that it draws anew; and the reverse.

The words of a content control that is bound to data are those of the data as soon as the file is opened (ECMA-376-1
17.5.2.6, [MS-DOCX] 2.5.1.6); the result of a field is made again when fields are updated (17.16.18). Simple fields are
among them where their whole result was replaced: no revision can hold the field itself (17.13.5.14).

The reverse: words typed in place of a whole field, which Word no longer draws anew.
"""

from collections.abc import Collection, Iterator

from lxml import etree

from app.ooxml.names import W15, w
from app.ooxml.package import Package
from app.text.quotation import quoted

_REVISIONS = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
_FIELD_MARK, _INSTRUCTIONS, _SIMPLE = w("fldChar"), (w("instrText"), w("delInstrText")), w("fldSimple")
_BINDINGS = tuple(f"{w('sdtPr')}/{tag}" for tag in (w("dataBinding"), f"{{{W15}}}dataBinding"))
_TYPED = frozenset(("HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"))  # fields that keep what was typed
_TEXTS = (w("t"), w("delText"))
_BESIDE = frozenset((w("rPr"), w("trPr")))
_SIGNS = (b"dataBinding", b"fldChar", b"fldSimple")


class _Field:
    """A field whose end is not reached; `is_ours` where a revision of ours holds its beginning."""

    __slots__ = ("instruction", "is_ours")

    def __init__(self, *, is_ours: bool) -> None:
        self.instruction = ""
        self.is_ours = is_ours


def redrawn(package: Package, parts: Collection[str], ours: Collection[str]) -> tuple[str, ...]:
    """Say which of the revisions with the ids `ours` in `parts` Word may undo, or no longer updates, and what to do."""
    stories = [part for part in package.stories() if part in parts]
    drawn = [part for part in stories if any(sign in package.read(part) for sign in _SIGNS)]
    return tuple(dict.fromkeys(said for part in drawn for said in _redrawn_in(package.tree(part), ours)))


def _redrawn_in(root: etree._Element, ours: Collection[str]) -> Iterator[str]:
    fields: list[_Field] = []
    told: set[object] = set()  # controls and fields
    for element in root.iter(*_REVISIONS, _FIELD_MARK, *_INSTRUCTIONS):
        if element.tag == _FIELD_MARK:
            ended = _follow(fields, element, ours)
            if ended is not None and not any(field.is_ours for field in fields):
                yield from _typed_over(ended, element, ours)
        elif element.tag in _INSTRUCTIONS:
            if fields:
                fields[-1].instruction += element.text or ""
        elif element.get(w("id")) in ours and not _is_beside(element):
            for holder, said in (*_controls(element), *_fields(element, fields)):
                if holder not in told:
                    told.add(holder)
                    words = "".join(element.itertext(*_TEXTS))
                    yield f"{quoted(words) if words.strip() else 'a change without words'} {said}"


def _follow(fields: list[_Field], mark: etree._Element, ours: Collection[str]) -> _Field | None:
    """Keep the list of fields that are open, with the outermost first; return the one that ends here."""
    kind = mark.get(w("fldCharType"))
    if kind == "begin":
        fields.append(_Field(is_ours=any(each.get(w("id")) in ours for each in mark.iterancestors(*_REVISIONS))))
    elif kind == "end" and fields:
        return fields.pop()
    return None


def _typed_over(field: _Field, end: etree._Element, ours: Collection[str]) -> Iterator[str]:
    """Say that a field is deleted and words are typed in its place, where that is so."""
    gone = next(end.iterancestors(w("del")), None)
    new = None if gone is None else gone.getnext()
    if gone is None or new is None or new.tag != w("ins") or not {gone.get(w("id")), new.get(w("id"))} <= set(ours):
        return
    words, kind = "".join(new.itertext(w("t"))), _kind(field.instruction)
    kept = (_kind(instruction.text or "") for instruction in new.iter(_INSTRUCTIONS[0]))
    if words and kind and kind not in _TYPED and kind not in kept:
        said = f"is typed in place of a field ({kind}), so Word no longer keeps it up to date"
        yield f"{quoted(words)} {said}; to keep the field, change only the words beside it"


def _controls(mark: etree._Element) -> Iterator[tuple[object, str]]:
    """Give the content controls around a revision that show data, with what is to be said of them."""
    for control in mark.iterancestors(w("sdt")):
        if any(control.find(path) is not None for path in _BINDINGS):
            alias = control.find(f"{w('sdtPr')}/{w('alias')}")
            name = "" if alias is None else f" (“{alias.get(w('val'), '')}”)"
            said = f"is in a content control{name} that shows data kept elsewhere in the file: Word puts that back when"
            yield control, f"{said} it opens the file; take the control away in Word, or change the data"


def _fields(mark: etree._Element, fields: Collection[_Field]) -> Iterator[tuple[object, str]]:
    """Give the outermost field around a revision whose result is computed, with what is to be said of it."""
    around: list[tuple[object, str]] = [(field, field.instruction) for field in fields if not field.is_ours]
    around += [(field, field.get(w("instr"), "")) for field in mark.iterancestors(_SIMPLE)]
    for field, instruction in around:
        kind = _kind(instruction)
        if kind and kind not in _TYPED:
            said = f"is in what a field shows ({kind}): Word makes that again when it updates fields"
            yield field, f"{said}; make it plain text in Word (Ctrl+Shift+F9), or change what it is drawn from"
            return


def _kind(instruction: str) -> str:
    """Return what a field is, such as PAGE or REF; "" for one that is nothing yet."""
    return next(iter(instruction.split()), "").upper()


def _is_beside(mark: etree._Element) -> bool:
    """Return whether a revision is that of a mark or row, which has no words of its own."""
    holder = mark.getparent()
    return holder is not None and holder.tag in _BESIDE
