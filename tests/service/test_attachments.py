from dataclasses import replace
from pathlib import Path

import pytest

from app.model.document import Anchor, Document, IncorporatedDocument, Paragraph
from app.model.library import ClauseLibrary
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.model.review import Receipt, Review
from app.model.span import Place, Span
from app.service.attachments import not_attached, still_missing

HERE = Place(0, Span(0, 4))
POLICY = IncorporatedDocument("the Use Policy", HERE, "https://heron.example/use")
TABLE = IncorporatedDocument("the Fee Table", HERE)


def document(title, *incorporated):
    paragraph = Paragraph(0, "Fees are due at once.", Anchor("", 0), label="1")
    return Document(Path(f"{title}.txt"), b"", "0" * 64, "text", title, (paragraph,), incorporated=incorporated)


def review(title, kind, *incorporated):
    found = document(title, *incorporated)
    return Review(
        document=found,
        document_type=kind,
        profile=DeploymentProfile(),
        library=ClauseLibrary("1", "0" * 64, ()),
        findings=(),
        redlines=(),
        notes=(),
        not_checked=("page 3 could not be read", *not_attached(found), "Cure period: no change was drafted."),
        receipt=Receipt("0" * 64, "1", "0" * 64, "0" * 64, "counterdraft"),
    )


def held(*reviews):
    return [HeldDocument(number, each) for number, each in enumerate(reviews, 1)]


def test_a_document_that_is_made_part_and_is_not_attached_is_said_not_to_be_reviewed():
    annexed = replace(TABLE, attached=0)
    assert not_attached(document("Heron terms", POLICY, annexed)) == (
        "the Use Policy (https://heron.example/use) is not attached and was not reviewed (see 1)",
    )


def test_alone_all_that_is_not_attached_is_missing():
    terms = review("Heron terms", "terms-of-service", POLICY, TABLE)
    assert still_missing(terms, held(terms)) == terms.not_checked


@pytest.mark.parametrize(
    ("title", "kind"), [("Rules", "use-policy"), ("The Use Policy", "unknown"), ("the  use policy", "unknown")]
)
def test_what_the_matter_holds_is_missing_no_more(title, kind):
    terms = review("Heron terms", "terms-of-service", POLICY, TABLE)
    assert still_missing(terms, held(terms, review(title, kind))) == (
        "page 3 could not be read",
        "the Fee Table is not attached and was not reviewed (see 1)",
        "Cure period: no change was drafted.",
    )


def test_of_two_policies_neither_is_taken_for_the_one_that_is_meant():
    terms = review("Heron terms", "terms-of-service", POLICY)
    policies = (review("Rules", "use-policy"), review("Further rules", "use-policy"))
    assert still_missing(terms, held(terms, *policies)) == terms.not_checked


def test_another_kind_of_document_is_not_taken_for_it():
    terms = review("Heron terms", "terms-of-service", POLICY)
    assert still_missing(terms, held(terms, review("Order", "order-form"))) == terms.not_checked
