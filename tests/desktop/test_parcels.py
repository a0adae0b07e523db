from dataclasses import replace

import pytest

from app.desktop.parcels import Parcels
from app.errors import SeveralDocumentsError


@pytest.fixture
def sides():
    """The window's side and the worker's."""
    return Parcels(asking=True), Parcels(asking=False)


def test_what_is_packed_comes_out_equal(sides, review):
    window, worker = sides
    assert window.unpack(worker.pack(review)) == review


def test_a_library_and_a_document_are_sent_once(sides, review):
    window, worker = sides
    first = worker.pack(review)
    window.unpack(first)
    assert len(worker.pack(review)) < len(first) / 2
    assert window.unpack(worker.pack(review.library)) is window.unpack(worker.pack(review.library))


def test_what_belongs_to_a_library_is_named_too(sides, review):
    window, worker = sides
    library = window.unpack(worker.pack(review.library))
    clause = window.unpack(worker.pack(review.findings[0].clause))
    position = window.unpack(worker.pack(review.findings[0].clause.positions[1]))
    assert clause is library.clauses[0]
    assert position is library.clauses[0].positions[1]


def test_what_was_sent_comes_back_as_the_same_object(sides, review):
    window, worker = sides
    received = window.unpack(worker.pack(review))
    returned = worker.unpack(window.pack(received))
    assert returned.document is review.document
    assert returned.findings[0].clause is review.findings[0].clause


def test_both_sides_may_send_something_new(sides, document):
    window, worker = sides
    theirs, ours = replace(document, title="Theirs"), replace(document, title="Ours")
    window.unpack(worker.pack(theirs))
    worker.unpack(window.pack(ours))
    assert window.unpack(worker.pack((theirs, document))) == (theirs, document)
    assert worker.unpack(window.pack(ours)) == ours


def test_of_many_documents_only_the_last_are_held(sides, document):
    window, worker = sides
    for number in range(40):
        window.unpack(worker.pack(replace(document, title=str(number))))
        worker.unpack(window.pack(None))
    assert len(window._held) == len(worker._held) <= 13
    assert len(window._refs) == len(worker._refs) == len(window._held)


def test_what_is_used_again_is_held_on(sides, review, document):
    window, worker = sides
    received = window.unpack(worker.pack(review))
    for number in range(40):
        window.unpack(worker.pack(replace(document, title=str(number))))
        worker.unpack(window.pack(received.library))
    assert worker.unpack(window.pack(received.library)) is review.library


def test_what_cannot_be_packed_leaves_both_sides_in_step(sides, document):
    window, worker = sides
    with pytest.raises(AttributeError):
        worker.pack((document, lambda: None))
    assert window.unpack(worker.pack(document)) == document


def test_an_error_keeps_its_message_and_attributes(sides, tmp_path):
    window, worker = sides
    error = window.unpack(worker.pack(SeveralDocumentsError(tmp_path / "a.eml", ("b.docx", "c.pdf"))))
    assert (type(error), error.attachments, error.path) == (
        SeveralDocumentsError,
        ("b.docx", "c.pdf"),
        tmp_path / "a.eml",
    )
    assert "b.docx, c.pdf" in str(error)
