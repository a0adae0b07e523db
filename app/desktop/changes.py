"""What a view shows of redlines, paragraph by paragraph."""

from collections import defaultdict
from collections.abc import Iterable

from app.desktop.redline_text import View
from app.model.redline import Edit, NewParagraph, Redline


class Changes:
    """The edits and the new paragraphs of redlines, by the paragraph that they change or follow.

    Attributes:
        insertions: New paragraphs, each with the clause type whose redline brings it; the original has none.
    """

    def __init__(self, redlines: Iterable[Redline], view: View) -> None:
        self.view = view
        self.edits: dict[int, list[Edit]] = defaultdict(list)
        self.insertions: dict[int, list[tuple[str, NewParagraph]]] = defaultdict(list)
        for redline in redlines:
            for edit in redline.edits:
                self.edits[edit.paragraph].append(edit)
            if view != "original":
                for new in redline.insertions:
                    self.insertions[new.after].append((redline.clause, new))

    @property
    def paragraphs(self) -> set[int]:
        """The paragraphs that are changed or followed by new ones."""
        return {*self.edits, *self.insertions}

    def at(self, paragraph: int) -> tuple[object, ...]:
        """Return all that is shown of changes at a paragraph; equal where the same is shown."""
        edits, insertions = self.edits.get(paragraph, ()), self.insertions.get(paragraph, ())
        return (self.view, *edits, *insertions) if edits or insertions else ()
