"""Other documents that belong to the contract."""

import pytest


def others(document):
    return [(each.name, each.url, each.attached) for each in document.incorporated]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You follow our Acceptable Use Policy.", [("Acceptable Use Policy", "")]),
        ("Heron’s Privacy Policy, available at https://heron.example/privacy, applies.",
         [("Privacy Policy", "https://heron.example/privacy")]),
        ("The Heron Support Manual is incorporated by reference.", [("Heron Support Manual", "")]),
        ("Rates are published at https://heron.example/rates.", [("https://heron.example/rates",) * 2]),
        ("The Heron Support Manual is thick.", []),
        ("You follow this Acceptable Use Policy.", []),
        ("A policy is good.", []),
    ],
)  # fmt: skip
def test_named_documents_and_addresses_are_found(read_text, text, found):
    assert [(name, url) for name, url, _ in others(read_text(text))] == found


def test_the_address_of_a_link_counts(read_markdown):
    text = "# Terms\n\nRead our [Usage Policy](https://heron.example/usage) with care.\n"
    assert others(read_markdown(text)) == [("Usage Policy", "https://heron.example/usage", None)]


def test_a_document_in_an_exhibit_is_attached(read_text):
    text = "1. Data. The Data Processing Addendum applies.\n\nExhibit A - Data Processing Addendum\n\nWe keep it.\n"
    assert [each[2] for each in others(read_text(text))] == [1]


def test_the_document_itself_is_none(read_text):
    assert others(read_text("ACCEPTABLE USE POLICY\n\nThe Acceptable Use Policy binds all of you.\n")) == []


def test_each_is_named_once(read_text):
    text = "Our Privacy Policy applies.\n\nThe Privacy Policy is at https://heron.example/privacy today.\n"
    assert [name for name, _, _ in others(read_text(text))] == ["Privacy Policy"]


def test_one_address_is_one_document_whatever_it_is_called(read_text):
    text = (
        "1. Use. The Usage Policy at https://heron.example/usage applies.\n\n"
        "2. More. Read the Heron Usage Terms at https://heron.example/usage too.\n"
    )
    assert [name for name, _, _ in others(read_text(text))] == ["Usage Policy"]
