"""The text of a `w:p` as a reader sees it, tied to the runs it stands in.

Reading and redlining both count characters here, so that an offset means the same place to both.
"""

from typing import NamedTuple

from lxml import etree

from app.model.document import View
from app.model.marks import FieldResult
from app.model.span import Span
from app.ooxml.names import MC, w
from app.ooxml.symbols import in_font, symbol

_PARAGRAPH, _RUN, _TEXT, _RUN_PROPERTIES, _RUBY = w("p"), w("r"), w("t"), w("rPr"), w("ruby")
_SIMPLE_FIELD, _SYMBOL, _DELETED_TEXT, _HYPERLINK = w("fldSimple"), w("sym"), w("delText"), w("hyperlink")
_FIELD_PARTS = frozenset((w("fldChar"), w("instrText"), w("delInstrText")))
_CHECK_BOX, _CHECKED, _CHECKED_AT_FIRST = f"{w('ffData')}/{w('checkBox')}", w("checked"), w("default")
_FIELD_TYPE, _FIELD_INSTRUCTION = w("fldCharType"), w("instr")
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_CHOICE = f"{{{MC}}}Choice"
_SYMBOL_2016 = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
_NOTES = frozenset((w("footnoteReference"), w("endnoteReference")))
_RUN_POINTS = frozenset((w("commentReference"), *_NOTES))
_POINTS = frozenset((w("bookmarkStart"), w("commentRangeStart"), w("commentRangeEnd")))
_DELETIONS = frozenset((w("del"), w("moveFrom")))
_INSERTIONS = frozenset((w("ins"), w("moveTo")))
_REVISIONS = _DELETIONS | _INSERTIONS
_NESTED_REVISIONS = 4  # of which the words are kept; a deleted insertion makes two
_LEFT_OUT = {"accepted": _DELETIONS, "original": _INSERTIONS, "marked": frozenset[str]()}
_OUT_OF_SIGHT = frozenset(
    (
        *(w(tag) for tag in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")),
        *(w(tag) for tag in ("txbxContent", "rt", "rubyPr", "p")),
    )
)
_BLANKS = str.maketrans("\t\n\r", "   ")  # inside a w:t they are drawn as spaces
_VAL, _UNDERLINE = w("val"), w("u")
_SWITCHES = (w("b"), w("i"), _UNDERLINE, w("vanish"))  # the order of Emphasis
_PRIVATE = ("\uf000", "\uf0ff")  # where fonts of symbols have their characters


class Piece(NamedTuple):
    """A stretch [start, end) of a paragraph's text and the child of a run that shows it.

    Attributes:
        r: The run.
        element: The child of `r`; only a `w:t` can be cut between characters.
        field: The `w:fldSimple`, or the `w:fldChar` that begins the outermost field, of whose result
            this is part; None outside fields.
        rPr: The properties of `r`; None where it has none.
    """

    r: etree._Element
    element: etree._Element
    start: int
    end: int
    field: etree._Element | None = None
    rPr: etree._Element | None = None  # noqa: N815 - elements are named by tag


class Field(NamedTuple):
    """A complex field that begins and ends in one paragraph, and is in no other field.

    Attributes:
        begin: Its `w:fldChar` of type "begin".
        end: Its `w:fldChar` of type "end".
        start: Where the text of its result starts; half-open with `stop`.
        instruction: Such as "REF _Ref1", joined where runs cut it.
    """

    begin: etree._Element
    end: etree._Element
    start: int
    stop: int
    instruction: str


class Stretch(NamedTuple):
    """A revision (`w:ins`, `w:del`, `w:moveTo`, `w:moveFrom`) or `w:hyperlink` around [start, end) of the text.

    Attributes:
        words: All that a revision holds, whatever the view shows of it; "" for a link.
    """

    element: etree._Element
    start: int
    end: int
    words: str = ""


class Point(NamedTuple):
    """A bookmark, an end of a comment or the reference to a note, and where it stands."""

    element: etree._Element
    offset: int


class ParagraphText(NamedTuple):
    """The text of one paragraph, the pieces that show it in order and without gaps, and what stands around them.

    Attributes:
        fields: Those of which the writer must know.
        results: All fields, nested ones too; one that goes on in the next paragraph ends with the text.
    """

    text: str
    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...] = ()
    results: tuple[FieldResult, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    points: tuple[Point, ...] = ()


class Emphasis(NamedTuple):
    """What run properties say directly; None where a style decides.

    Attributes:
        hidden: Whether the text is kept out of sight.
    """

    bold: bool | None
    italic: bool | None
    underline: bool | None
    hidden: bool | None = None


UNSAID = Emphasis(None, None, None)
"""Run properties that say nothing of emphasis."""


def paragraphs_of(root: etree._Element) -> tuple[etree._Element, ...]:
    """Return all `w:p` of a part in document order, those nested in tables and text boxes included."""
    return tuple(root.iter(_PARAGRAPH))


def read_text(p: etree._Element, view: View = "accepted") -> ParagraphText:
    """Read the text of `p` on one side of its earlier revisions.

    Field results are text, and the boxes of forms; field instructions are not. Of alternatives
    (`mc:AlternateContent`) only the first choice is read. Left out: soft hyphens, the phonetic part of ruby,
    formulas, and nested paragraphs of text boxes.
    """
    reader = _Reader(view)
    reader.read(p)
    return reader.result()


def emphasis_of(rPr: etree._Element | None) -> Emphasis:
    """Return the emphasis that run properties set directly."""
    found: dict[str, bool] = {}
    for switch in () if rPr is None else rPr:
        tag = switch.tag
        if tag in _SWITCHES:
            found[tag] = switch.get(_VAL, "single") != "none" if tag == _UNDERLINE else is_on(switch)
    return Emphasis(*map(found.get, _SWITCHES)) if found else UNSAID


def is_on(switch: etree._Element) -> bool:
    """Return the value of an on/off property (ECMA-376-1 17.17.4)."""
    stated = switch.get(_VAL)
    return stated is None or stated.lower() not in ("0", "false", "off")


class _OpenField:
    """A field whose end is not reached."""

    __slots__ = ("begin", "in_result", "instruction", "start")

    def __init__(self, begin: etree._Element, start: int, instruction: str = "", *, in_result: bool = False) -> None:
        self.begin = begin
        self.start = start
        self.instruction = instruction
        self.in_result = in_result


class _Reader:
    """Collects the pieces of one paragraph; keeps the fields that are open."""

    def __init__(self, view: View) -> None:
        self._pieces: list[Piece] = []
        self._parts: list[str] = []
        self._fields: list[Field] = []
        self._results: list[FieldResult] = []
        self._stretches: list[Stretch] = []
        self._points: list[Point] = []
        self._length = 0
        self._left_out = _LEFT_OUT[view]
        self._open: list[_OpenField] = []
        self._instructing = 0  # how many of them have not come to their result
        self._hiding = 0  # depth of what the view leaves out
        self._revised: list[list[str]] = []  # words of the revisions around, the outermost first
        self._deleting = 0

    def result(self) -> ParagraphText:
        for field in self._open:
            if not self._instructing:
                self._results.append(FieldResult(Span(field.start, self._length), field.instruction.strip()))
        return ParagraphText(
            "".join(self._parts),
            tuple(self._pieces),
            tuple(self._fields),
            tuple(self._results),
            tuple(self._stretches),
            tuple(self._points),
        )

    def read(self, container: etree._Element) -> None:
        for child in container:
            tag = child.tag
            if tag == _RUN:
                self._read_run(child)
            elif tag in _POINTS:
                self._points.append(Point(child, self._length))
            elif tag in _OUT_OF_SIGHT:
                continue
            elif tag in _REVISIONS:
                self._read_revision(child)
            elif tag == _HYPERLINK:
                start = self._length
                self.read(child)
                self._stretches.append(Stretch(child, start, self._length))
            elif tag == _SIMPLE_FIELD:
                self._open.append(_OpenField(child, self._length, child.get(_FIELD_INSTRUCTION, ""), in_result=True))
                self.read(child)
                self._close()
            elif tag == _ALTERNATIVES:
                choice = next(child.iterchildren(_CHOICE), None)
                if choice is not None:
                    self.read(choice)
            else:
                self.read(child)

    def _read_revision(self, revision: etree._Element) -> None:
        tag, start = revision.tag, self._length
        hides, deletes = tag in self._left_out, tag in _DELETIONS
        self._hiding += hides
        self._deleting += deletes
        self._revised.append([])
        self.read(revision)
        parts = self._revised.pop()
        words = "".join(parts) if len(self._revised) < _NESTED_REVISIONS else ""
        if self._revised:
            self._revised[-1] += parts
        self._deleting -= deletes
        self._hiding -= hides
        self._stretches.append(Stretch(revision, start, self._length, words))

    def _read_run(self, r: etree._Element) -> None:
        rPr = None
        for child in r:
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                if text and not self._instructing:
                    self._add(r, child, text if text.isprintable() else _drawn(text, rPr), rPr)
            elif tag == _RUN_PROPERTIES:
                rPr = child
            elif tag in _FIELD_PARTS:
                if not self._hiding:
                    self._read_field_part(r, child)
            else:
                self._read_other(r, child, rPr)

    def _read_other(self, r: etree._Element, child: etree._Element, rPr: etree._Element | None) -> None:
        tag = child.tag
        if tag in _RUN_POINTS:
            if not self._hiding or tag not in _NOTES:
                self._points.append(Point(child, self._length))
        elif tag == _RUBY:
            self.read(child)
        elif not self._instructing:
            text = child.text if tag == _DELETED_TEXT and self._deleting else _text_of(child)
            if text:
                self._add(r, child, text, rPr)

    def _read_field_part(self, r: etree._Element, part: etree._Element) -> None:
        kind = part.get(_FIELD_TYPE)
        if kind is None:
            if self._open:
                self._open[-1].instruction += part.text or ""
        elif kind == "begin":
            self._open.append(_OpenField(part, self._length))
            self._instructing += 1
        elif self._open and kind == "separate":
            self._instructing -= not self._open[-1].in_result
            self._open[-1].in_result = True
        elif self._open and kind == "end":
            box = check_box(self._open[-1].begin)
            if box and self._instructing == (not self._open[-1].in_result):
                self._add(r, part, box, None)
            field = self._close()
            if not self._open:
                instruction = field.instruction.strip()
                self._fields.append(Field(field.begin, part, field.start, self._length, instruction))

    def _close(self) -> _OpenField:
        field = self._open.pop()
        self._instructing -= not field.in_result
        if not self._instructing:
            self._results.append(FieldResult(Span(field.start, self._length), field.instruction.strip()))
        return field

    def _add(self, r: etree._Element, element: etree._Element, text: str, rPr: etree._Element | None) -> None:
        if self._revised:
            self._revised[-1].append(text)
        if self._hiding:
            return
        start = self._length
        self._length = end = start + len(text)
        self._pieces.append(Piece(r, element, start, end, self._open[0].begin if self._open else None, rPr))
        self._parts.append(text)


def check_box(begin: etree._Element) -> str:
    """Return what the field that begins with this mark draws where it is a check box of a form (17.16.7)."""
    for box in begin.iterfind(_CHECK_BOX):
        state = next(box.iterchildren(_CHECKED), None)
        state = next(box.iterchildren(_CHECKED_AT_FIRST), None) if state is None else state
        return "☒" if state is not None and is_on(state) else "☐"
    return ""


def _drawn(text: str, rPr: etree._Element | None) -> str:
    """Return what is drawn for the characters of a `w:t` that are not all printable."""
    if rPr is not None and any(_PRIVATE[0] <= each <= _PRIVATE[1] for each in text):
        fonts = next(rPr.iterchildren(w("rFonts")), None)
        text = in_font(text, "" if fonts is None else fonts.get(w("ascii"), ""))
    return text.translate(_BLANKS)


def _text_of(element: etree._Element) -> str:
    """Return the text that a child of a run shows."""
    tag = str(element.tag)
    if tag == _TEXT:
        return (element.text or "").translate(_BLANKS)
    if tag == _SYMBOL:
        return _symbol(element.get(w("font"), ""), element.get(w("char"), ""))
    if tag == _ALTERNATIVES:
        choice = next(element.iterchildren(_CHOICE), None)
        return "" if choice is None else "".join(map(_text_of, choice))
    if tag == _SYMBOL_2016:
        return _symbol("", next((value for name, value in element.attrib.items() if name.endswith("}char")), ""))
    return _CHARACTERS.get(tag, "")


def _symbol(font: str, char: str) -> str:
    """Return the character of a `w:sym`, whose code is in hexadecimal (17.3.3.30)."""
    try:
        return symbol(font, int(char, 16))
    except ValueError:
        return symbol("", -1)
