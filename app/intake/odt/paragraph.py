"""The text of a paragraph of OpenDocument text, and what is anchored in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar

from lxml import etree

from app.intake.building import BlockText, Look
from app.intake.odt.changes import Changes
from app.intake.odt.package import DC, DRAW, OFFICE, TEXT, XLINK
from app.intake.odt.styles import Styles
from app.model.document import View
from app.model.marks import FieldResult, Link, MarginComment
from app.model.span import Span

_MAX_BLANKS = 1000


def _text(*names: str) -> frozenset[str]:
    return frozenset(f"{{{TEXT}}}{name}" for name in names)


_SILENT = _text("number", "note-citation", "ruby-text", "script", "soft-page-break", "tracked-changes") | {
    f"{{{OFFICE}}}forms"
}
_REFERENCES = _text("bookmark-ref", "reference-ref", "note-ref", "sequence-ref")
_NAMES = _text("bookmark", "bookmark-start", "reference-mark", "reference-mark-start")
_SPAN, _LINK, _NOTE, _HIDDEN = (f"{{{TEXT}}}{name}" for name in ("span", "a", "note", "hidden-text"))


@dataclass(slots=True)
class Anchored:
    """A note or text box to be read after the paragraph that it is anchored in; `name` is that of a note."""

    element: etree._Element
    story: str
    name: str = ""


@dataclass(slots=True)
class ParagraphReader:
    """Reads paragraphs one after the other.

    Attributes:
        here: The block under way.
        anchored: What the paragraph under way holds beside its text.
        end_block: Ends the block under way, where deleted text that is shown ends a paragraph.
    """

    styles: Styles
    changes: Changes
    view: View
    end_block: Callable[[], None]
    here: BlockText = field(default_factory=BlockText)
    anchored: list[Anchored] = field(default_factory=list)
    _notes: dict[str, int] = field(default_factory=dict)
    _comments: int = 0
    _open_comments: dict[str, tuple[BlockText, int]] = field(default_factory=dict)

    def read(self, element: etree._Element, look: Look) -> None:
        """Read the text of `element` into the block under way."""
        self._flow(element.text, look)
        for child in element:
            self.take(child, look)
            self._flow(child.tail, look)

    def _flow(self, text: str | None, look: Look) -> None:
        if text:
            self.here.flow(text, look, self.changes.current)

    def take(self, element: etree._Element, look: Look) -> None:
        """Read what `element`, which stands in a paragraph, is."""
        tag = str(element.tag)
        handler = self._HANDLERS.get(tag)
        if handler is not None:
            handler(self, element, look)
        elif tag in _NAMES:
            self.here.names.append(element.get(f"{{{TEXT}}}name", ""))
        elif tag in _REFERENCES:
            self._reference(element, look)
        elif tag.startswith(f"{{{DRAW}}}") and tag != f"{{{DRAW}}}a":
            self.anchored.append(Anchored(element, "text-box"))
        elif tag not in _SILENT:
            self.read(element, look)

    def _blanks(self, element: etree._Element, look: Look) -> None:
        stated = element.get(f"{{{TEXT}}}c", "1")
        count = min(int(stated[:6]), _MAX_BLANKS) if stated.isascii() and stated.isdigit() else 1
        self.here.add(" " * count, look, self.changes.current)

    def _tab(self, _: etree._Element, look: Look) -> None:
        self.here.add("\t", look, self.changes.current)

    def _line_break(self, _: etree._Element, look: Look) -> None:
        self.here.add("\n", look, self.changes.current)

    def _span(self, span: etree._Element, look: Look) -> None:
        self.read(span, self.styles.look("text", span.get(f"{{{TEXT}}}style-name", ""), look))

    def _hidden(self, element: etree._Element, look: Look) -> None:
        text = "".join(element.itertext()) or element.get(f"{{{TEXT}}}string-value", "")
        self._flow(text, look._replace(hidden=True))

    def _link(self, a: etree._Element, look: Look) -> None:
        here, start = self.here, self.here.length
        self.read(a, look)
        self.here.link(start if self.here is here else 0, _target(a.get(f"{{{XLINK}}}href", "")))

    def _reference(self, element: etree._Element, look: Look) -> None:
        here, start = self.here, self.here.length
        self.read(element, look)
        name = element.get(f"{{{TEXT}}}ref-name", "")
        if name and self.here is here:
            span = Span(start, here.length)
            here.links.append(Link(span, f"#{name}"))
            here.fields.append(FieldResult(span, f"REF {name}"))

    def _note(self, note: etree._Element, _: Look) -> None:
        story = "endnote" if note.get(f"{{{TEXT}}}note-class") == "endnote" else "footnote"
        self._notes[story] = self._notes.get(story, 0) + 1
        name = f"{story}-{self._notes[story]}"
        self.here.note_mark(name)
        body = note.find(f"{{{TEXT}}}note-body")
        if body is not None:
            self.anchored.append(Anchored(body, story, name))

    def _comment(self, annotation: etree._Element, _: Look) -> None:
        paragraphs = annotation.iter(f"{{{TEXT}}}p")
        comment = MarginComment(
            span=Span(self.here.length, self.here.length),
            id=annotation.get(f"{{{OFFICE}}}name") or f"comment-{self._comments}",
            text="\n".join("".join(paragraph.itertext()) for paragraph in paragraphs),
            author=annotation.findtext(f"{{{DC}}}creator", ""),
            date=annotation.findtext(f"{{{DC}}}date", ""),
            resolved=any(name.endswith("}resolved") and value == "true" for name, value in annotation.items()),
        )
        self._comments += 1
        self._open_comments[comment.id] = (self.here, len(self.here.comments))
        self.here.comments.append(comment)

    def _end_comment(self, element: etree._Element, _: Look) -> None:
        where, place = self._open_comments.pop(element.get(f"{{{OFFICE}}}name", ""), (self.here, -1))
        if place >= 0 and where is self.here:
            start = where.comments[place].span.start
            where.comments[place] = replace(where.comments[place], span=Span(start, where.length))

    def _change(self, mark: etree._Element, look: Look) -> None:
        deletion = self.changes.deletion(mark)
        if deletion is None:
            return
        for number, text in enumerate(deletion.texts):
            if number and self.view != "accepted":
                self.end_block()
            self.here.flow(text, look, deletion.change)

    def _begin_change(self, mark: etree._Element, _: Look) -> None:
        self.changes.begin(mark)

    def _end_change(self, mark: etree._Element, _: Look) -> None:
        self.changes.end(mark)

    _HANDLERS: ClassVar[dict[str, Callable[["ParagraphReader", etree._Element, Look], None]]] = {
        _SPAN: _span,
        _LINK: _link,
        _NOTE: _note,
        _HIDDEN: _hidden,
        f"{{{TEXT}}}s": _blanks,
        f"{{{TEXT}}}tab": _tab,
        f"{{{TEXT}}}line-break": _line_break,
        f"{{{TEXT}}}change": _change,
        f"{{{TEXT}}}change-start": _begin_change,
        f"{{{TEXT}}}change-end": _end_change,
        f"{{{OFFICE}}}annotation": _comment,
        f"{{{OFFICE}}}annotation-end": _end_comment,
    }


def _target(address: str) -> str:
    """Return the target of a link; of "#name|outline" and the like the name."""
    return address.split("|", 1)[0] if address.startswith("#") else address
