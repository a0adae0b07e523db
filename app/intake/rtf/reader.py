"""RTF to paragraphs: all stories, numbers as printed, tables, earlier revisions in the view asked for."""

import re
from dataclasses import dataclass
from pathlib import Path

from app.errors import OverBudgetError, UnsupportedFormatError
from app.intake.blocks import MAX_BLOCKS, Block, Content, Step
from app.intake.building import BlockText
from app.intake.rtf.state import State
from app.intake.rtf.stories import Stories, Style
from app.intake.rtf.tokens import Token, Tokens, code_page, decode
from app.model.document import Opening, View
from app.model.marks import FieldResult, Link
from app.model.span import Span

_MAX_TOKENS = 1_200_000
_MAX_DEPTH = 2000
_EVERY = 10_000  # tokens between steps
_CHARACTERS = {
    "tab": "\t", "line": "\n", "softline": "\n", "page": "\n", "column": "\n", "~": " ", "_": "\u2011", "-": "",
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_ENDS = frozenset(("par", "sect", "\n", "\r"))
_CODE_PAGES = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_SKIPPED_WORDS = (
    "colortbl info pict xe tc rxe filetbl template ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict "
    "shprslt sp nonesttables pntxta pntxtb private comment objdata objclass listtable listoverridetable themedata "
    "mmathPr"
)
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_STORIES = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
    **dict.fromkeys(("shptxt", "dptxbxtext"), "text-box"),
    "footnote": "footnote",
    "annotation": "comment",
}
_COLLECTED_WORDS = (
    "listtext pntext fldinst bkmkstart atnref atnauthor atrfstart atrfend atndate revtbl stylesheet fonttbl"
)
_COLLECTED = frozenset(_COLLECTED_WORDS.split())
_SILENT = frozenset(("shpinst", "do", "upr"))  # only what stands in stories inside is text
_STARRED = _COLLECTED | _SILENT | _STORIES.keys() | {"ud", "nesttableprops"}
_HYPERLINK = re.compile(
    r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))?(?:\s*\\[a-km-z]\b)*(?:\s*\\l\s+"?([^"\s]+)"?)?', re.IGNORECASE
)
_REFERENCE = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+([^\s\\]+)", re.IGNORECASE)


def read_rtf(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of the RTF file `data`: the body, then text boxes, headers, footers and notes.

    Raises:
        OverBudgetError: It has more words or deeper groups than a contract can need.
        UnsupportedFormatError: There is no text in it that is RTF.
    """
    blocks = _Reader(path, opening.view).read(data, step)
    if not blocks:
        raise UnsupportedFormatError(path, "there is no text in this RTF file; open it in Word and save it as .docx")
    return Content("rtf", blocks)


@dataclass(slots=True)
class _Field:
    """A field under way: its instruction, and where its result began."""

    instruction: str = ""
    here: BlockText | None = None
    start: int = 0


class _Reader:
    """The state of reading one file."""

    def __init__(self, path: Path, view: View) -> None:
        self._path = path
        self._stories = Stories(view)
        self._state = State()
        self._groups: list[State] = []
        self._default = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._authors: list[str] = []
        self._fields: list[_Field] = []
        self._bytes = bytearray()
        self._high = ""  # the first half of a character beyond U+FFFF
        self._skip = 0  # characters that stand for the Unicode one just read
        self._starred = False

    def read(self, data: bytes, step: Step) -> list[Block]:
        """Return the blocks of the file."""
        tokens = Tokens(data)
        for token in tokens:
            if tokens.count % _EVERY == 0:
                step(tokens.position, len(data))
                if tokens.count > _MAX_TOKENS or self._stories.count > MAX_BLOCKS:
                    raise OverBudgetError(self._path, "this file is longer than a contract can be; save it as .docx")
            if token.word:
                self._take_word(token, tokens)
            else:
                self._take_bytes(token.text)
        while self._groups:
            self._end_group()
        self._flush()
        return self._stories.finished(self._state)

    def _take_word(self, token: Token, tokens: Tokens) -> None:
        word, number = token.word, token.number
        if word == "u" and number is not None:
            self._take_unicode(number)
            return
        if self._skip and word not in ("{", "}"):
            self._skip -= 1
            return
        self._flush()
        self._skip = 0
        if word == "{":
            self._begin_group()
        elif word == "}":
            if self._groups:
                self._end_group()
        elif word == "*":
            self._starred = True
        elif word in _SKIPPED or (self._starred and word not in _STARRED):
            self._starred = False
            tokens.skip_group()
        else:
            self._starred = False
            if not self._begin_destination(word):
                self._control(word, number)

    def _begin_group(self) -> None:
        self._groups.append(self._state)
        if len(self._groups) > _MAX_DEPTH:
            raise OverBudgetError(self._path, "its groups are nested too deep; open it in Word and save it as .docx")
        self._state = self._state.inner()
        self._starred = False

    def _begin_destination(self, word: str) -> bool:
        """Begin the destination that `word` names, if it is one that is read."""
        state = self._state
        if word in _COLLECTED:
            state.collect = state.owns = word
            state.collected = []
        elif word in _STORIES:
            state.owns, state.collect, state.depth = "story", "", 0
            state.set("plain", None)
            self._stories.begin(_STORIES[word])
        elif word == "field":
            state.owns = word
            self._fields.append(_Field())
        elif word == "fldrslt" and self._fields:
            self._fields[-1].here, self._fields[-1].start = self._stories.here, self._stories.here.length
        elif word in _SILENT:
            state.collect = word
        elif word == "ud":
            state.collect = self._groups[-2].collect if len(self._groups) > 1 else ""
        else:
            return False
        return True

    def _end_group(self) -> None:
        self._flush()
        state, self._state = self._state, self._groups.pop()
        if state.owns == "story":
            self._stories.end(state)
        elif state.owns == "field":
            self._end_field()
        elif state.owns:
            self._use(state.owns, "".join(state.collected).strip())

    def _use(self, destination: str, text: str) -> None:
        """Use the text that a destination collected."""
        stories = self._stories
        if destination in ("listtext", "pntext"):
            stories.inner.marker = text
        elif destination == "fldinst" and self._fields:
            self._fields[-1].instruction += text
        elif destination == "bkmkstart":
            stories.here.names.append(text)
        elif destination == "revtbl":
            self._authors = [name.strip() for name in text.split(";")]
        elif destination == "atnref":
            stories.comment.id = text
        elif destination == "atnauthor":
            stories.comment.author = text
        elif destination == "atndate" and text.lstrip("-").isdecimal():
            stories.comment.date = int(text[:11])
        elif destination == "atrfstart":
            stories.begin_range(text)
        elif destination == "atrfend":
            stories.end_range(text)

    def _control(self, word: str, number: int | None) -> None:
        state, stories = self._state, self._stories
        if word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word in _ENDS and not state.collect:
            stories.end_paragraph(state)
        elif word in ("cell", "nestcell") and not state.collect:
            stories.end_cell(state, 1 if word == "cell" else max(2, state.depth))
        elif word in ("row", "nestrow"):
            stories.end_row(1 if word == "row" else max(2, state.depth))
        elif not stories.inner.define_row(word, number) and not self._set_encoding(word, number):
            state.set(word, number)

    def _set_encoding(self, word: str, number: int | None) -> bool:
        """Take the encoding or font that a control word sets; return whether it is one of these."""
        state = self._state
        if word in _CODE_PAGES or word == "ansicpg":
            self._default = state.encoding = _CODE_PAGES.get(word) or _usable(f"cp{number}")
        elif word == "f":
            self._font = number or 0
            state.encoding = self._fonts.get(self._font, self._default)
        elif word == "fcharset" and state.collect == "fonttbl":
            self._fonts[self._font] = code_page(number or 0, self._default)
        else:
            return False
        return True

    def _take_bytes(self, text: bytes) -> None:
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        self._bytes += text[skipped:] if skipped else text

    def _take_unicode(self, number: int) -> None:
        self._flush()
        character = chr(number & 0xFFFF)
        self._skip = self._state.uc
        if "\ud800" <= character < "\udc00":
            self._high = character
            return
        if "\udc00" <= character < "\ue000":
            character = (self._high + character).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self._high = ""
        self._add(character)

    def _flush(self) -> None:
        """Decode the bytes that were read since the last control word."""
        if self._bytes:
            text = decode(bytes(self._bytes), self._state.encoding)
            self._bytes.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        state = self._state
        if not state.collect:
            self._stories.here.add(text, state.look, state.change(self._authors))
        elif state.collect == "stylesheet":
            style = self._stories.styles.setdefault(state.style, Style())
            style.name = style.name or text.strip(" ;")[:80]
            style.outline = state.outline if style.outline is None else style.outline
        elif state.collect not in _SILENT and state.collect != "fonttbl":
            state.collected.append(text)

    def _end_field(self) -> None:
        """Note the words of a field that ends, as far as they stand in the paragraph under way."""
        ended, here = self._fields.pop(), self._stories.here
        if ended.here is None:
            return
        span = Span(ended.start if ended.here is here else 0, here.length)
        instruction = " ".join(ended.instruction.split())
        link, reference = _HYPERLINK.match(instruction), _REFERENCE.match(instruction)
        if link is not None:
            address = (link[1] or link[2] or "") + (f"#{link[3]}" if link[3] else "")
            here.link(span.start, address)
        elif instruction:
            here.fields.append(FieldResult(span, instruction))
            if reference is not None:
                here.links.append(Link(span, f"#{reference[1]}"))


def _usable(encoding: str) -> str:
    """Return the encoding of that name if there is one, else that of Windows in the West."""
    try:
        return encoding if encoding == "cp65001" or "".encode(encoding) == b"" else "cp1252"
    except LookupError:
        return "cp1252"
