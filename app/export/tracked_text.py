"""The words of a paragraph as runs with tracked changes, for files that we write ourselves.

Markup after ECMA-376-1 17.13.5.14 (`w:del`) and 17.13.5.18 (`w:ins`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from markupsafe import Markup

from app.model.redline import Edit
from app.model.span import Span
from app.text.excerpts import sentence_starts, whole_sentences

_WHOLE = 700  # a paragraph up to this length is shown whole
_CONTEXT = 320  # of a longer one, at most so much on each side of an edit
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


class TrackedText:
    """Writes paragraphs as runs; every revision of one file gets a number of its own."""

    def __init__(self, author: str, when: date) -> None:
        self._who = f'w:author={quoteattr(xml_text(author))} w:date="{when.isoformat()}T00:00:00Z"'
        self._ids = count(1)

    def edited(self, text: str, edits: Sequence[Edit]) -> Markup:
        """Return `text` with `edits` as tracked changes, a long text cut to the sentences around them."""
        ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
        pieces: list[str] = []
        for shown in _shown(text, [edit.span for edit in ordered]):
            if shown.start > 0:
                pieces.append(_run("… "))
            done = shown.start
            for edit in ordered:
                if shown.start <= edit.span.start and edit.span.end <= shown.end:
                    pieces.append(_run(text[done : edit.span.start]))
                    pieces.append(self._deleted(text[edit.span.start : edit.span.end]))
                    pieces.append(self._inserted(edit.text))
                    done = edit.span.end
            pieces.append(_run(text[done : shown.end]))
        if pieces and shown.end < len(text):
            pieces.append(_run(" …"))
        return Markup("".join(pieces))  # noqa: S704 - every text in it went through _run

    def inserted(self, text: str) -> Markup:
        """Return `text` as one tracked insertion."""
        return Markup(self._inserted(text))  # noqa: S704 - the text went through _run

    def _inserted(self, text: str) -> str:
        return f'<w:ins w:id="{next(self._ids)}" {self._who}>{_run(text)}</w:ins>' if text else ""

    def _deleted(self, text: str) -> str:
        return f'<w:del w:id="{next(self._ids)}" {self._who}>{_run(text, "delText")}</w:del>' if text else ""


def plain_runs(text: str, about: Iterable[Span] = ()) -> Markup:
    """Return `text` as runs, a long text cut to the sentences around `about`."""
    shown = list(_shown(text, list(about)))
    pieces = [_run(("… " if span.start > 0 else "") + text[span.start : span.end]) for span in shown]
    if shown and shown[-1].end < len(text):
        pieces.append(_run(" …"))
    return Markup("".join(pieces))  # noqa: S704 - every text in it went through _run


def styled_run(text: str, style: str) -> Markup:
    """Return `text` as one run in a character style of the template."""
    return Markup(_run(text, style=style))  # noqa: S704 - the text went through _run


def xml_text(text: str) -> str:
    """Return `text` with each character that XML cannot hold as U+FFFD, so that no offset moves."""
    return _NOT_XML.sub("\ufffd", text)


def _run(text: str, tag: str = "t", *, style: str = "") -> str:
    """Return `text` as one `w:r`; tabs and line breaks become their elements."""
    if not text:
        return ""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    stretches = (
        _BREAKS.get(stretch) or f'<w:{tag} xml:space="preserve">{escape(xml_text(stretch))}</w:{tag}>'
        for stretch in re.split(r"([\t\n])", text)
        if stretch
    )
    return f"<w:r>{properties}{''.join(stretches)}</w:r>"


def _shown(text: str, about: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretches of `text` to show: all of it, or the sentences around the spans in `about`, joined.

    Without any, its first sentences.
    """
    if len(text) <= _WHOLE:
        yield Span(0, len(text))
        return
    start, end = None, 0
    bounds = sentence_starts(text)
    for span in about or (Span(0, _CONTEXT),):
        sentence = _around(text, span, bounds)
        if start is not None and sentence.start > end:
            yield Span(start, end)
            start = None
        start = sentence.start if start is None else start
        end = max(end, sentence.end)
    yield Span(start or 0, end)


def _around(text: str, span: Span, bounds: Sequence[int]) -> Span:
    """Return the sentences that hold `span`, cut between words where they run on too long."""
    sentence = whole_sentences(text, span, bounds)
    start, end = sentence.start, sentence.end
    if span.start - start > _CONTEXT:
        start = text.find(" ", span.start - _CONTEXT, span.start) + 1 or span.start
    if end - span.end > _CONTEXT:
        cut = text.rfind(" ", span.end, span.end + _CONTEXT)
        end = cut if cut > 0 else span.end
    return Span(start, end)
