"""What an export did to a Word file, and what was proved of it."""

from dataclasses import dataclass
from typing import Literal

from app.model.inspection import ItemKind
from app.model.marks import RevisionKind


@dataclass(frozen=True, slots=True)
class RevisionCount:
    """The tracked changes of one kind by one author in one part of a package.

    Attributes:
        part: Such as "word/document.xml".
        author: As stated; "" where it is not.
        marks: How many. One that a later change cuts in two is two marks and loses no character.
        characters: Of the words they hold, whoever deleted them since; 0 for formats, marks of paragraphs and rows.
            Blanks count, and a tab, a break of line or page and a no-break hyphen are one each, as a reader sees them;
            what else has no words (fields' instructions, pictures, marks of notes, symbols) counts none.
    """

    part: str
    author: str
    kind: RevisionKind
    marks: int
    characters: int


Thing = Literal["field", "picture", "object", "footnote", "endnote", "comment", "symbol"]
"""What a tracked change may hold beside words: of the notes and comments their marks in the text."""


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One tracked change of a package.

    Attributes:
        id: As stated; others may bear the same.
        part: Such as "word/document.xml".
        author: As stated; "" where it is not.
        date: As stated ("2026-03-31T10:00:00Z"); "" where it is not.
        words: What it holds; "" for a change of looks, of a mark or of a row.
        things: What it holds beside words, in this order, each once.
    """

    id: str
    part: str
    author: str
    date: str
    kind: RevisionKind
    words: str
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class RedlineReceipt:
    """What a redlined file holds, against the file it was made from.

    Attributes:
        original_sha256: Of the Word file as it was received, or as it was reconstructed.
        redlined_sha256: Of the file with the changes.
        author: Of the new changes; so `date`, as stated in them.
        before: The tracked changes that the file had.
        after: Those that it has; `before` and ours.
        comments: How many were added.
        words_struck: Words that the new changes delete.
        words_added: Words that they insert.
        rewritten: Those of both, as a share of all words before and after in the paragraphs changed, from 0 to 1.
        changed: Parts written anew, or taken out afterwards.
        added: Parts that the file did not have.
        kept: How many parts are the same bytes.
        proved: What was checked and holds, a sentence each.
        removed: Kinds of what was taken out afterwards (`app/model/inspection.py`).
        at_risk: Changes that Word may undo by itself, with when and what to do, and words typed in place of a field,
            which it no longer updates; a sentence each.
    """

    original_sha256: str
    redlined_sha256: str
    author: str
    date: str
    before: tuple[RevisionCount, ...]
    after: tuple[RevisionCount, ...]
    comments: int
    words_struck: int
    words_added: int
    rewritten: float
    changed: tuple[str, ...]
    added: tuple[str, ...]
    kept: int
    proved: tuple[str, ...]
    removed: tuple[ItemKind, ...] = ()
    at_risk: tuple[str, ...] = ()
