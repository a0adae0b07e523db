"""A document to the flaws in its drafting."""

from app.model.document import Document
from app.model.proofreading import Flaw


def proofread(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws of `document`, in reading order."""
    del document
    return ()
