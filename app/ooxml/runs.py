"""The text of a `w:p` as a reader sees it, tied to the runs it stands in.

Reading and redlining both count characters here, so that an offset means the same place to both.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.ooxml.names import MC, w

_RUN, _TEXT, _FIELD_MARK = w("r"), w("t"), w("fldChar")
_INSTRUCTION, _SIMPLE_FIELD, _RUBY, _SYMBOL = w("instrText"), w("fldSimple"), w("ruby"), w("sym")
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
_OUT_OF_SIGHT = frozenset(
    (
        *(w(tag) for tag in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")),
        *(w(tag) for tag in ("txbxContent", "rt", "rubyPr", "p")),
    )
)
_BLANKS = str.maketrans("\t\n\r", "   ")  # inside a w:t they are drawn as spaces
_SYMBOLS = {
    ("symbol", 0xB7): "•", ("symbol", 0xA7): "♣", ("symbol", 0xD3): "©", ("symbol", 0xE3): "©",
    ("symbol", 0xD2): "®", ("symbol", 0xE2): "®", ("symbol", 0xD4): "™", ("symbol", 0xE4): "™",
    ("wingdings", 0xA7): "▪", ("wingdings", 0xA8): "☐", ("wingdings", 0x6F): "☐", ("wingdings", 0xFE): "☑",
    ("wingdings", 0xFD): "☒", ("wingdings", 0x78): "☒", ("wingdings", 0xFC): "✓", ("wingdings", 0xD8): "➢",
}  # fmt: skip
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch [start, end) of a paragraph's text and the child of a run that shows it.

    Attributes:
        r: The run.
        element: The child of `r`; only a `w:t` can be cut between characters.
        field: The `w:fldSimple`, or the `w:fldChar` that begins the outermost field, of whose result
            this is part; None outside fields.
    """

    r: etree._Element
    element: etree._Element
    start: int
    end: int
    field: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Field:
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


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """The text of one paragraph, the pieces that show it in order and without gaps, and the fields in it."""

    text: str
    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What the run properties say directly; None where a style decides."""

    bold: bool | None
    italic: bool | None
    underline: bool | None


def paragraphs_of(root: etree._Element) -> tuple[etree._Element, ...]:
    """Return all `w:p` of a part in document order, those nested in tables and text boxes included."""
    return tuple(root.iter(w("p")))


def read_text(p: etree._Element) -> ParagraphText:
    """Read the text of `p` with earlier revisions accepted.

    Field results are text, field instructions are not. Of alternatives (`mc:AlternateContent`) only the first
    choice is read. Left out: soft hyphens, the phonetic part of ruby, and nested paragraphs of text boxes.
    """
    reader = _Reader()
    reader.read(p)
    return ParagraphText("".join(reader.parts), tuple(reader.pieces), tuple(reader.fields))


def emphasis_of(r: etree._Element) -> Emphasis:
    """Return the emphasis that the properties of the run `r` set directly."""
    rPr = r.find(w("rPr"))
    if rPr is None:
        return Emphasis(None, None, None)
    u = rPr.find(w("u"))
    underline = None if u is None else u.get(w("val"), "single") != "none"
    return Emphasis(_switch(rPr, "b"), _switch(rPr, "i"), underline)


def is_on(switch: etree._Element) -> bool:
    """Return the value of an on/off property (ECMA-376-1 17.17.4)."""
    return switch.get(w("val"), "true").lower() not in ("0", "false", "off")


def _switch(rPr: etree._Element, tag: str) -> bool | None:
    switch = rPr.find(w(tag))
    return None if switch is None else is_on(switch)


class _Reader:
    """Collects the pieces of one paragraph; keeps the fields that are open."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.fields: list[Field] = []
        self._length = 0
        self._open: list[tuple[etree._Element, bool]] = []  # (what begins a field, whether its result has begun)
        self._field_start = 0
        self._instruction: list[str] = []  # of the outermost open field

    def read(self, container: etree._Element) -> None:
        for child in container:
            tag = child.tag
            if tag == _RUN:
                self._read_run(child)
            elif tag == _SIMPLE_FIELD:
                self._open.append((child, True))
                self.read(child)
                self._open.pop()
            elif tag == _ALTERNATIVES:
                choice = child.find(_CHOICE)
                if choice is not None:
                    self.read(choice)
            elif isinstance(tag, str) and tag not in _OUT_OF_SIGHT:
                self.read(child)

    def _read_run(self, r: etree._Element) -> None:
        for child in r:
            tag = child.tag
            if tag == _FIELD_MARK:
                self._step_field(child)
            elif tag == _INSTRUCTION:
                if len(self._open) == 1:
                    self._instruction.append(child.text or "")
            elif tag == _RUBY:
                self.read(child)
            elif not self._open or all(in_result for _, in_result in self._open):
                text = _text_of(child)
                if text:
                    self._add(r, child, text)

    def _step_field(self, mark: etree._Element) -> None:
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            if not self._open:
                self._field_start, self._instruction = self._length, []
            self._open.append((mark, False))
        elif self._open and kind == "separate":
            self._open[-1] = (self._open[-1][0], True)
        elif self._open and kind == "end":
            begin, _ = self._open.pop()
            if not self._open:
                instruction = "".join(self._instruction).strip()
                self.fields.append(Field(begin, mark, self._field_start, self._length, instruction))

    def _add(self, r: etree._Element, element: etree._Element, text: str) -> None:
        field = self._open[0][0] if self._open else None
        end = self._length + len(text)
        self.pieces.append(Piece(r, element, self._length, end, field))
        self.parts.append(text)
        self._length = end


def _text_of(element: etree._Element) -> str:
    """Return the text that a child of a run shows."""
    tag = element.tag
    if tag == _TEXT:
        text = element.text or ""
        return text if text.isprintable() else text.translate(_BLANKS)
    if tag == _SYMBOL:
        return _symbol(element.get(w("font"), ""), element.get(w("char"), ""))
    if tag == _ALTERNATIVES:
        return "".join(_alternative_texts(element))
    return _CHARACTERS.get(str(tag), "")


def _alternative_texts(alternatives: etree._Element) -> Iterator[str]:
    choice = alternatives.find(_CHOICE)
    for child in () if choice is None else choice:
        if child.tag == _SYMBOL_2016:
            yield _symbol("", next((value for name, value in child.attrib.items() if str(name).endswith("}char")), ""))
        else:
            yield _text_of(child)


def _symbol(font: str, char: str) -> str:
    """Return the character of a `w:sym`: fonts of symbols have theirs at U+F000 (ECMA-376-1 17.3.3.30)."""
    try:
        code = int(char, 16)
    except ValueError:
        return _REPLACEMENT
    known = _SYMBOLS.get((font.lower(), code & 0xFF)) if code < 0x100 or 0xF000 <= code <= 0xF0FF else None
    if known:
        return known
    plain = 0x20 <= code <= 0x10FFFF and not 0xE000 <= code <= 0xF8FF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if plain else _REPLACEMENT
