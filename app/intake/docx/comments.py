"""Comments of Word files: what they say, and the words they are on (ECMA-376-1 17.13.4, [MS-DOCX] 2.5.1)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml import etree

from app.model.marks import MarginComment
from app.model.span import Span
from app.ooxml.names import W14, W15, w
from app.ooxml.package import Package
from app.ooxml.runs import Point, paragraphs_of, read_text

_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_END_OF_BLOCK = 1 << 62  # an offset that no text has
_PARAGRAPH_ID = f"{{{W14}}}paraId"


class _At(NamedTuple):
    """A place: the number of a block, and an offset in its text."""

    block: int
    offset: int


@dataclass(slots=True)
class CommentPlaces:
    """Where comments begin and end, by their id."""

    _starts: dict[str, _At] = field(default_factory=dict)
    _ends: dict[str, _At] = field(default_factory=dict)
    _references: dict[str, _At] = field(default_factory=dict)
    _new: list[tuple[dict[str, _At], str]] = field(default_factory=list)  # those of the story

    def note(self, points: Iterable[Point], block: int, base: int, *, shows: bool) -> None:
        """Keep those of `points` where comments begin or end.

        `block` is the number of the block they stand in, or of the next one where their paragraph `shows` nothing.
        """
        for point in points:
            known = {_START: self._starts, _END: self._ends, _REFERENCE: self._references}.get(str(point.element.tag))
            comment_id = point.element.get(w("id"), "")
            if known is not None and comment_id not in known:
                known[comment_id] = _At(block, base + point.offset if shows else 0)
                self._new.append((known, comment_id))

    def end_story(self, last: int) -> None:
        """Put what stands after the block `last`, the last of its story, to the end of that."""
        for known, comment_id in self._new:
            if known[comment_id].block > last:
                known[comment_id] = _At(last, _END_OF_BLOCK)
        self._new.clear()

    def place(self, comments: Sequence[MarginComment], texts: Sequence[str]) -> dict[int, list[MarginComment]]:
        """Return the comments by the block that holds the first of their words.

        One that is anchored nowhere stands where the comment it answers does, else on nothing.
        """
        placed: dict[int, list[MarginComment]] = defaultdict(list)
        for comment in comments:
            found = self._found(comment.id, texts) or self._found(comment.reply_to, texts)
            if found is not None:
                block, span = found
                placed[block].append(replace(comment, span=span))
        return placed

    def _found(self, comment_id: str, texts: Sequence[str]) -> tuple[int, Span] | None:
        start = self._starts.get(comment_id) or self._references.get(comment_id)
        if start is None or not texts:
            return None
        end = self._ends.get(comment_id) or start
        if end.block > start.block and start.offset >= len(texts[start.block]):
            start = _At(start.block + 1, 0)
        if start.block >= len(texts):  # a story that shows nothing, after all others
            start = end = _At(len(texts) - 1, _END_OF_BLOCK)
        length = len(texts[start.block])
        first = min(start.offset, length)
        return start.block, Span(first, length if end.block > start.block else max(first, min(end.offset, length)))


def read_comments(package: Package) -> tuple[MarginComment, ...]:
    """Return the comments of a package, in its order, each on nothing yet."""
    comments = [comment for part in package.related(package.main, "comments") for comment in package.tree(part)]
    threads = _threads(package)
    ids = {_last_paragraph(comment): comment.get(w("id"), "") for comment in comments}
    read = []
    for comment in comments:
        if comment.tag != w("comment"):
            continue
        parent, done = threads.get(_last_paragraph(comment), ("", False))
        texts = (read_text(p).text for p in paragraphs_of(comment))
        read.append(
            MarginComment(
                span=Span(0, 0),
                id=comment.get(w("id"), ""),
                text="\n".join(texts).strip(),
                author=comment.get(w("author"), ""),
                date=comment.get(w("date"), ""),
                reply_to=ids.get(parent, "") if parent else "",
                resolved=done or threads.get(parent, ("", False))[1],
            )
        )
    return tuple(read)


def _threads(package: Package) -> Mapping[str, tuple[str, bool]]:
    """Return by the id of a comment's last paragraph that of the comment it answers, and whether it is done."""
    return {
        extended.get(f"{{{W15}}}paraId", ""): (
            extended.get(f"{{{W15}}}paraIdParent", ""),
            extended.get(f"{{{W15}}}done", "0") in ("1", "true", "on"),
        )
        for part in package.related(package.main, "commentsExtended")
        for extended in package.tree(part)
    }


def _last_paragraph(comment: etree._Element) -> str:
    paragraphs = list(comment.iterchildren(w("p")))
    return paragraphs[-1].get(_PARAGRAPH_ID, "") if paragraphs else ""
