"""What a document says of itself, read from its paragraphs and sections."""

from dataclasses import replace

from app.intake.structure.dates import find_dates
from app.intake.structure.exhibits import find_exhibits
from app.intake.structure.incorporated import find_incorporated
from app.intake.structure.language import language_note, language_of, other_languages
from app.intake.structure.parties import find_parties
from app.intake.structure.references import find_references
from app.intake.structure.signatures import find_signatures
from app.intake.structure.tables import find_tables
from app.intake.structure.terms import definitions_in, find_terms
from app.intake.structure.uses import with_uses
from app.model.document import Document


def described(document: Document) -> Document:
    """Return `document` with its tables, terms, parties, references, exhibits, dates, signatures and language.

    What is in no language that the clause library reads is said in `Document.not_read`.
    """
    paragraphs, sections = document.paragraphs, document.sections
    exhibits = find_exhibits(paragraphs)
    signatures = find_signatures(paragraphs)
    definitions = definitions_in(paragraphs)
    language = language_of(paragraph.text for paragraph in paragraphs if paragraph.story == "body")
    note = language_note(language, other_languages(paragraphs, language))
    return replace(
        document,
        tables=find_tables(paragraphs),
        terms=with_uses(find_terms(paragraphs, sections, definitions), paragraphs),
        parties=find_parties(paragraphs, signatures, definitions),
        references=find_references(paragraphs, exhibits),
        exhibits=exhibits,
        incorporated=find_incorporated(paragraphs, sections, exhibits),
        dates=find_dates(paragraphs, signatures),
        signatures=signatures,
        language=language,
        not_read=(*document.not_read, note) if note else document.not_read,
    )
