"""Messages of Outlook."""

import pytest

from app.intake.reader import documents_in, read_document

PROPERTIES = {"__properties_version1.0": bytes(64)}


def text(words):
    return words.encode("utf-16-le")


def attachment(number, name, data, kind="application/octet-stream"):
    place = f"__attach_version1.0_#{number:08X}"
    return {
        f"{place}/__substg1.0_3707001F": text(name),
        f"{place}/__substg1.0_37010102": data,
        f"{place}/__substg1.0_370E001F": text(kind),
    }


@pytest.fixture
def write_msg(write_compound):
    return lambda *parts: write_compound(
        {route: data for part in (PROPERTIES, *parts) for route, data in part.items()}, "message.msg", fill=b"\x00"
    )


def test_the_document_attached_is_read(write_msg, texts):
    path = write_msg(
        {"__substg1.0_1000001F": text("Please see below.")},
        attachment(0, "fees.rtf", rb"{\rtf1 You pay at once.\par}"),
        attachment(1, "logo.png", b"\x89PNG\r\n\x1a\n", "image/png"),
    )
    document = read_document(path)
    assert (document.attachment, document.kind, texts(document)) == ("fees.rtf", "rtf", ["You pay at once."])


def test_documents_of_attached_messages_are_found(write_msg):
    place = "__attach_version1.0_#00000000/__substg1.0_3701000D"
    inner = {f"{place}/{route}": data for route, data in attachment(0, "fees.rtf", rb"{\rtf1 You pay.\par}").items()}
    assert documents_in(write_msg(inner)) == ("fees.rtf",)


def test_a_message_without_documents_is_read_itself(write_msg, texts):
    document = read_document(write_msg({"__substg1.0_1000001F": text("You pay at once.\r\n\r\nWe bill.")}))
    assert texts(document) == ["You pay at once.", "We bill."]


def test_a_message_that_is_only_a_page_is_read(write_msg, texts):
    page = b"<html><body><p>You <b>pay</b>.</p></body></html>"
    assert texts(read_document(write_msg({"__substg1.0_10130102": page}))) == ["You pay."]
