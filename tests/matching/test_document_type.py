import dataclasses

import pytest

from app.matching.document_type import recognise


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Osprey Community License", "You may use the model and its weights.", "model-licence"),
        ("Terms of Use", "The model, its weights and derivative works.", "model-licence"),
        ("Terms of Service", "The Service and the fees for the subscription.", "terms-of-service"),
        ("Acceptable Use Policy", "Do no harm.", "use-policy"),
        ("Data Processing Addendum", "The processor acts on instructions.", "data-processing"),
        ("Service Level Agreement", "Uptime is 99.9%.", "service-levels"),
        ("Order Form", "Ten seats.", "order-form"),
        ("Usage policies", "Do no harm.", "use-policy"),
        ("Kite Public License", "The services of a lawyer are not part of it.", "model-licence"),
        ("Welcome!", "These Terms of Use hold when you pay the fees for the services.", "terms-of-service"),
        ("kite.txt", "Permission is hereby granted to anyone to fly it.", "model-licence"),
        ("Minutes", "We met on Monday and talked.", "unknown"),
    ],
)
def test_a_document_is_recognised_by_title_and_words(document, title, text, kind):
    assert recognise(dataclasses.replace(document(text), title=title)) == kind
