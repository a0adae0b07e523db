import dataclasses

import pytest

from app.matching.document_type import kind_of, recognise
from app.model.document import Parties, Section
from app.model.span import Place, Span


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
        ("风筝模型许可协议", "许可方授予被许可方使用风筝模型的许可。", "model-licence"),
        ("Minutes", "We met on Monday and talked.", "unknown"),
    ],
)
def test_a_document_is_recognised_by_title_and_words(document, title, text, kind):
    assert recognise(dataclasses.replace(document(text), title=title)) == kind


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Mutual Non-Disclosure Agreement", "Each party keeps the other's secrets.", "unknown"),
        ("Privacy Policy", "We collect your name and what you buy on our website.", "unknown"),
        ("Offer Letter", "We are glad to offer you the post of kite tester.", "unknown"),
        ("Amendment to Employment Agreement", "The salary is raised.", "unknown"),
        ("Severance Agreement", "On leaving, two months are paid.", "unknown"),
        ("Limited Partnership Agreement", "The partners bear losses by their shares.", "unknown"),
        ("Stock Repurchase Agreement", "The company buys back the stock of the founder.", "unknown"),
        ("Joint Venture Agreement", "The venturers build a kite works.", "unknown"),
        ("Contributor License Agreement", "You license your contributions to the project.", "unknown"),
        ("Supply Agreement", "Supplier delivers kites and invoices them monthly.", "terms-of-service"),
        ("Franchise Agreement", "Franchisee pays royalties and purchases kites from Franchisor.", "terms-of-service"),
        ("AI Addendum", "It is added to the agreement on the service.", "terms-of-service"),
        ("List of Sub-processors", "Heron Hosting, Ireland.", "data-processing"),
        ("Nutzungsbedingungen", "Der Dienst wird gegen Entgelt erbracht.", "terms-of-service"),
        ("用户协议", "本协议是您与我们之间的协议。", "terms-of-service"),
        ("a-file", "Redistribution and use in source and binary forms are fine with us.", "model-licence"),
        ("heron-eula", "Permission is hereby granted to anyone to fly it.", "model-licence"),
    ],
)
def test_names_tell_kinds_apart(document, title, text, kind):
    assert recognise(dataclasses.replace(document(text), title=title)) == kind


READER = Parties(customer=("you",))


@pytest.mark.parametrize(
    ("parties", "text", "kind"),
    [
        (
            Parties(customer=("Licensee",)),
            "This licence is agreed between Heron Inc. and Kite Ltd.",
            "terms-of-service",
        ),
        (READER, "This licence is agreed between Heron Inc. and you.", "model-licence"),
        (
            READER,
            "You pay the fees each month. The fees and the support are in your account. Fees are due.",
            "terms-of-service",
        ),
        (
            READER,
            "The model, its weights and derivatives of the model may be reproduced and redistributed.",
            "model-licence",
        ),
    ],
)
def test_a_licence_for_everyone_is_told_from_one_for_a_customer(document, parties, text, kind):
    made = document(text, parties=parties)
    assert recognise(dataclasses.replace(made, title="Heron License")) == kind


def test_terms_that_speak_of_models_in_passing_are_terms(document):
    text = "Your account and your subscription give access to our models. Fees for the models are on our website. " * 3
    assert recognise(dataclasses.replace(document(text), title="Terms of Service")) == "terms-of-service"


def test_an_order_form_that_holds_no_terms_is_an_order_form(document):
    made = dataclasses.replace(document("Order Form", "Ten kites."), title="Kite Service Agreement")
    assert recognise(made) == "order-form"


def test_an_order_form_with_the_terms_behind_it_is_terms(document):
    made = dataclasses.replace(document("Order Form", "Ten kites."), title="Kite Service Agreement")
    sections = (Section(0, "1", "Limitation of Liability", 0, 1), Section(1, "2", "Indemnification", 1, 2))
    assert recognise(dataclasses.replace(made, sections=sections)) == "terms-of-service"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "This Agreement is made on Monday. The supplier delivers kites and invoices the customer.",
            "terms-of-service",
        ),
        ("This Agreement is made on Monday. We divide the garden of our grandmother between us.", "unknown"),
    ],
)
def test_an_agreement_without_a_telling_name_is_judged_by_what_it_is_about(document, text, kind):
    made = document(text)
    assert recognise(dataclasses.replace(made, title=made.path.stem)) == kind


@pytest.mark.parametrize("line", ["Exhibit 10.2", "Execution Copy", "CONFIDENTIAL", "Last updated: May 1, 2024"])
def test_lines_around_a_title_name_nothing(document, line):
    made = document(line, "SUPPLY", "AGREEMENT", "Supplier delivers kites.")
    assert kind_of(dataclasses.replace(made, title=made.path.stem)).name == "SUPPLY AGREEMENT"


def test_the_kind_comes_with_the_words_that_say_it_and_their_place(document):
    text = "Welcome. These Terms of Use hold when you pay the fees for the services."
    made = document(text)
    found = kind_of(dataclasses.replace(made, title=made.path.stem))
    assert (found.type, found.name) == ("terms-of-service", "These Terms of Use")
    assert found.place == Place(0, Span(9, 27))
    assert found.why == "It calls itself “These Terms of Use”."


def test_a_title_is_evidence_without_a_place(document):
    found = kind_of(dataclasses.replace(document("Do no harm."), title="Acceptable Use Policy"))
    assert (found.name, found.place, found.why) == (
        "Acceptable Use Policy",
        None,
        "Its title is “Acceptable Use Policy”.",
    )


@pytest.mark.parametrize("texts", [(), ("Page 3",), ("Geese cross the lake.",)])
def test_a_document_without_a_name_says_so(document, texts):
    found = kind_of(dataclasses.replace(document(*texts), title="Geese"))
    assert (found.type, found.name, found.place) == ("unknown", "", None)


def test_a_licence_to_a_model_stays_one_where_named_parties_agree_on_it(document):
    text = (
        "This Model Licence is entered into between Osprey Models Inc. and the Licensee named below.\n"
        "Licensee may use the model, fine-tune the model and share the fine-tuned weights.\n"
        "Each fine-tuned model keeps the name of the model. The weights of a model are its parameters."
    )
    parties = Parties(customer=("Licensee",), vendor=("Osprey",))
    licence = dataclasses.replace(document(text), title="Osprey Model Licence", parties=parties)
    assert recognise(licence) == "model-licence"
