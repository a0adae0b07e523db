"""What kind of document was read, and the words that say so."""

from dataclasses import dataclass

from app.model.clause import DocumentType
from app.model.span import Place


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """The kind of a document with its evidence.

    Attributes:
        name: Words by which it was recognised ("Data Processing Addendum"); "" where there are none.
        place: Where those stand; None where they are the title of the file, or none.
        why: One sentence for a reader.
    """

    type: DocumentType
    name: str
    place: Place | None
    why: str
