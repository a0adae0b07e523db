"""Small documents in which the words of a clause library are tried: its examples and its own wording."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.evaluation.evaluate import evaluate
from app.matching.matcher import read_clauses
from app.model.clause import ClauseType, Example
from app.model.document import Anchor, DefinedTerm, Document, Paragraph, Parties, Section
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import Finding
from app.model.span import Span

EXAMPLE_PARTIES = Parties(
    customer=("Customer", "Licensee", "Subscriber", "you"), vendor=("Provider", "Licensor", "Vendor", "Supplier", "we")
)
"""How the examples of a library name the two sides."""


@dataclass(frozen=True, slots=True)
class Style:
    """A way in which contracts are written.

    Attributes:
        name: As it is told to an author.
        parties: What the two sides are called.
        terms: Terms that are defined in `words`.
        words: Paragraphs that give every slot its word, and carry no clause type.
    """

    name: str
    parties: Parties
    terms: tuple[str, ...]
    words: tuple[str, ...]


def _style(customer: str, vendor: str, agreement: str, shall: str, days: str) -> Style:
    terms = ("Materials", "Services", "Outputs", "Acceptable Use Policy", "Affiliates")
    plural = vendor == "we"
    sides = f"{customer} and {vendor}"
    manual = (
        "The Materials and the Services come with a manual, which says what Outputs are and where the Acceptable Use "
        f"Policy is found; {vendor} {shall} print it within {days}, and {customer} {shall} read it."
    )
    words = (
        f"{agreement} {'are' if plural else 'is'} between {sides}.",
        f"“Materials” means the model weights and manuals named in {agreement}.",
        "“Services” means the hosted functions named in the order.",
        "“Outputs” means what the Materials return in answer to a prompt.",
        "“Acceptable Use Policy” means the page of that name.",
        "“Affiliates” means companies of one group.",
        manual,
    )
    names = Parties(customer=(customer,), vendor=("we", "us", "our") if plural else (vendor,))
    return Style(f"{sides}, {shall}", names, terms, words)


STYLES = (
    _style("you", "we", "These Terms", "will", "30 days"),
    _style("Licensee", "Licensor", "This License", "shall", "thirty (30) days"),
    _style("Customer", "Provider", "This Agreement", "must", "30 days"),
)
"""The styles in which wording is tried: names of the parties, and the word for duties."""


def document_of(
    texts: Sequence[str], parties: Parties, heading: str = "", parent: int | None = None, style: Style | None = None
) -> Document:
    """Return a document of `texts` under `heading`; those after paragraph `parent` are items of its list.

    The words of `style` stand after them, outside of any section.
    """
    words = style.words if style else ()
    everything = (*(" ".join(text.split()) for text in texts), *words)
    paragraphs = tuple(
        Paragraph(
            index,
            text,
            Anchor("", index),
            section=0 if index < len(texts) else None,
            kind="body" if parent is None or not parent < index < len(texts) else "list-item",
            parent=None if parent is None or not parent < index < len(texts) else parent,
        )
        for index, text in enumerate(everything)
    )
    data = "\n".join(everything).encode()
    return Document(
        path=Path("example"),
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        kind="text",
        title=heading,
        paragraphs=paragraphs,
        sections=(Section(0, "", heading, 0, len(texts)),),
        terms=tuple(_defined(paragraphs, style.terms)) if style else (),
        parties=parties,
    )


def _defined(paragraphs: Sequence[Paragraph], terms: Sequence[str]) -> list[DefinedTerm]:
    places = {term: next(p.index for p in paragraphs if p.text.startswith(f"“{term}”")) for term in terms}
    return [DefinedTerm(term, place, Span(1, 1 + len(term))) for term, place in places.items()]


def style_of(text: str) -> Style:
    """Return the style nearest to that of an example: the names it has for the parties first."""
    sides = []
    for names in (EXAMPLE_PARTIES.customer, EXAMPLE_PARTIES.vendor):
        uses = {name: len(re.findall(rf"\b{name}\b", text, re.IGNORECASE)) for name in names}
        sides.append(tuple(sorted(names, key=lambda name: -uses[name])))
    number = {"you": 0, "Licensee": 1}.get(sides[0][0], 2)
    return replace(STYLES[number], parties=Parties(customer=sides[0], vendor=sides[1]))


def finding_on(
    clause: ClauseType, document: Document, library: ClauseLibrary, profile: DeploymentProfile | None = None
) -> Finding:
    """Return what `clause`, taken alone, finds in `document`."""
    alone = ClauseLibrary(library.version, library.sha256, (clause,))
    return evaluate(document, alone, read_clauses(document, alone), profile or DeploymentProfile())[0]


def example_profile(example: Example) -> DeploymentProfile:
    """Return the default profile with the answers that `example` gives."""
    return DeploymentProfile(**dict(example.profile))  # type: ignore[arg-type]  # the schema checked them


def rung_of(finding: Finding) -> int | None:
    """Return the number of the position that `finding` stands on, from 0; None where it stands on none."""
    return len(finding.verdicts) - 1 if finding.verdicts and finding.verdicts[-1].holds else None
