"""The views of a document that came with tracked changes: what they are, and where they meet."""

from collections import Counter

from app.desktop.words import tr
from app.model.document import Document, View
from app.model.marks import RevisionKind

VIEWS: tuple[View, ...] = ("original", "marked", "accepted")

_ADDED: tuple[RevisionKind, ...] = ("insertion", "moved-to")
_TAKEN: tuple[RevisionKind, ...] = ("deletion", "moved-from")


def view_word(view: View) -> str:
    """Return the name of a view."""
    return {"original": tr("Original"), "marked": tr("Marked"), "accepted": tr("Accepted")}[view]


def counts_word(document: Document) -> str:
    """Return what tracked changes `document` came with; "" where it has none."""
    revisions = [revision for paragraph in document.paragraphs for revision in paragraph.revisions]
    if not revisions:
        return ""
    kinds = Counter(revision.kind for revision in revisions)
    added, taken = sum(kinds[kind] for kind in _ADDED), sum(kinds[kind] for kind in _TAKEN)
    counts = (
        (added, tr("1 insertion"), tr("{0} insertions")),
        (taken, tr("1 deletion"), tr("{0} deletions")),
        (len(revisions) - added - taken, tr("1 other change"), tr("{0} other changes")),
    )
    said = [one if count == 1 else many.format(count) for count, one, many in counts if count]
    authors = len({revision.author for revision in revisions})
    by = tr("by 1 author") if authors == 1 else tr("by {0} authors").format(authors)
    return f"{_listed(said)} {by}"


def index_in(shown: Document, document: Document, paragraph: int) -> int:
    """Return the paragraph of `shown` that came from where one of `document` did; where it is gone, the one before.

    Both are views of the same file.
    """
    if shown is document:
        return paragraph
    wanted = document.paragraphs[paragraph].anchor
    before = 0
    for each in shown.paragraphs:
        if each.anchor.part == wanted.part:
            if wanted.index == each.anchor.index or wanted.index in each.anchor.joined:
                return each.index
            if each.anchor.index < wanted.index:
                before = each.index
    return before


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else tr("{0} and {1}").format(", ".join(parts[:-1]), parts[-1])
