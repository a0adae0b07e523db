"""Changes that can be asked of a package: what `write_changes` is to make of it, without a word of how."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from app.errors import EditsError
from app.text.diff import TextEdit


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A paragraph: the ordinal of its `w:p` among all of `part`."""

    part: str
    index: int


@dataclass(frozen=True, slots=True)
class Cited:
    """Words in what is inserted that cite a paragraph; a field where that is numbered automatically.

    Attributes:
        text: As they stand in the text, such as "Section 5.c".
        number: The part of `text` that is the number, such as "5.c".
        place: The paragraph cited.
    """

    text: str
    number: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rewording:
    """Edits of one paragraph, in order and apart; offsets count the characters of its text (`read_text`)."""

    place: Place
    edits: tuple[TextEdit, ...]
    comment: str | None = None
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A paragraph to insert, in the manner of another.

    Attributes:
        like: That other.
        offset: Where its text begins, after a typed marker.
        marker: What to type before the text; "" for nothing.
        heading: The part of `text` at its start that is set as a heading; "" for none.
    """

    text: str
    like: Place
    offset: int = 0
    marker: str = ""
    heading: str = ""
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Insertion:
    """Paragraphs to insert after another; `comment` is anchored to the first."""

    after: Place
    wordings: tuple[Wording, ...]
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Deletion:
    """A paragraph to delete."""

    place: Place
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on the characters [start, end) of a paragraph; on all of it where they are none."""

    place: Place
    comment: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in the thread of a comment that the file has; `comment` is that one's id."""

    comment: str
    text: str


@dataclass(frozen=True, slots=True)
class RowInsertion:
    """A row of a table to insert after that in which `after` stands, in its manner.

    Attributes:
        cells: One text a cell of that row; "" for one that a cell merged over both rows covers.
    """

    after: Place
    cells: tuple[str, ...]
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class RowDeletion:
    """The row of a table to delete in which `place` stands; one that somebody deleted already stays as it is."""

    place: Place
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Run properties that the characters [start, end) of a paragraph are to have; None for none.

    Words on which somebody else's change of format is are deleted and inserted anew, for they can have but one.
    """

    place: Place
    start: int
    end: int
    rPr: etree._Element | None  # noqa: N815 - elements are named by tag


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Properties that a paragraph is to have, those of its mark and section left out; None for none.

    Refused where somebody else's change of them is, for a paragraph can have but one.
    """

    place: Place
    pPr: etree._Element | None  # noqa: N815 - elements are named by tag


@dataclass(frozen=True, slots=True)
class Move:
    """Paragraphs that stand side by side, to be moved as they are after another of the same story.

    They are deleted and inserted where the rules of moves (`can_move`) do not allow more; bookmarks and comments stay
    behind. Refused are those that hold what cannot stand in two places, such as notes and pictures.
    """

    places: tuple[Place, ...]
    after: Place
    comment: str | None = None


Change = (
    Rewording | Insertion | Deletion | Remark | Reply | RowInsertion | RowDeletion | RunFormat | ParagraphFormat | Move
)


def refuse_conflicts(changes: Sequence[Change]) -> None:
    """Refuse changes that cannot be made together: what moves can neither be changed too nor be moved after.

    Raises:
        EditsError: There are such changes.
    """
    moves = [change for change in changes if isinstance(change, Move)]
    moved = Counter(place for move in moves for place in move.places)
    changed = [each.place for each in changes if isinstance(each, Rewording | Deletion | RunFormat | ParagraphFormat)]
    for place in (*changed, *(move.after for move in moves), *(place for place, count in moved.items() if count > 1)):
        if place in moved:
            raise EditsError(
                f"paragraph {place.index + 1} of {place.part}: it is moved and changed at once; do one of the two"
            )
    for move in moves:
        if any(place.part != move.after.part for place in move.places):
            raise EditsError(
                f"paragraph {move.places[0].index + 1} of {move.places[0].part}: it cannot be moved into another part "
                "of the file, such as a note; delete it here and insert it there"
            )
