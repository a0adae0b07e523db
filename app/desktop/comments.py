"""The comments that the source holds, as threads."""

from dataclasses import dataclass

from app.desktop.words import moment_word, tr
from app.model.document import Document
from app.model.marks import MarginComment
from app.model.span import Place


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its replies.

    Attributes:
        number: From 1, in reading order.
        place: The words it is on.
    """

    number: int
    place: Place
    first: MarginComment
    replies: tuple[MarginComment, ...] = ()

    @property
    def sign(self) -> str:
        """What marks it in the text and in the list."""
        return tr("C{0}").format(self.number)

    @property
    def spoken(self) -> str:
        """The comment and its replies, each after its author and date."""
        return "\n\n".join(f"{caption(comment)}\n{comment.text}" for comment in (self.first, *self.replies))


def threads(document: Document) -> tuple[Thread, ...]:
    """Return the comments of `document`; a reply to a comment that is not there stands for itself."""
    placed: dict[str, tuple[int, MarginComment]] = {}
    for paragraph in document.paragraphs:
        for comment in paragraph.comments:
            placed.setdefault(comment.id, (paragraph.index, comment))
    replies: dict[str, list[MarginComment]] = {}
    heads: list[tuple[int, MarginComment]] = []
    for paragraph_index, comment in placed.values():
        first = _first(comment, placed)
        if first is comment:
            heads.append((paragraph_index, comment))
        else:
            replies.setdefault(first.id, []).append(comment)
    heads.sort(key=lambda head: (head[0], head[1].span.start))
    return tuple(
        Thread(number, Place(index, comment.span), comment, tuple(replies.get(comment.id, ())))
        for number, (index, comment) in enumerate(heads, 1)
    )


def caption(comment: MarginComment) -> str:
    """Return who made a comment, when, and whether it is done."""
    done = tr("resolved") if comment.resolved else ""
    return " · ".join(filter(None, (comment.author or tr("nobody named"), moment_word(comment.date), done)))


def _first(comment: MarginComment, placed: dict[str, tuple[int, MarginComment]]) -> MarginComment:
    """Return the comment that a thread begins with; in a thread that goes round, each stands for itself."""
    above = comment
    for _ in placed:
        if above.reply_to not in placed:
            return above
        above = placed[above.reply_to][1]
    return comment
