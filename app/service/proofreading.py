"""The flaws in the drafting of a document, apart from reading it: few commands ask for them."""

from app.export.reading_text import flaw_lines
from app.model.document import Document
from app.model.proofreading import Flaw
from app.proofreading.proofread import proofread

__all__ = ["flaw_lines", "flaws"]


def flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws in the drafting of `document`, in reading order."""
    return proofread(document)
