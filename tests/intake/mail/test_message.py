"""Messages and saved web pages: which document is read."""

import hashlib
from email.message import EmailMessage

import pytest

from app.errors import DocumentError, OverBudgetError, SeveralDocumentsError, UnsupportedFormatError
from app.intake.mail.message import open_mail, without_quotation
from app.intake.reader import documents_in, read_document
from app.model.document import Opening

PNG = b"\x89PNG\r\n\x1a\n" + bytes(90)


def message(text="Please see below.", page=None):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = (
        "a@h.example",
        "b@h.example",
        "Heron",
        "<1@h.example>",
    )
    mail.set_content(text)
    if page is not None:
        mail.add_alternative(page, subtype="html")
    return mail


def attach(mail, data, name, kind="application/octet-stream"):
    main, _, sub = kind.partition("/")
    mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return mail


@pytest.fixture
def write(tmp_path):
    def call(mail, name="message.eml"):
        path = tmp_path / name
        path.write_bytes(mail if isinstance(mail, bytes) else mail.as_bytes())
        return path

    return call


def test_the_one_document_attached_is_read(write, make_docx):
    data = make_docx("Heron Terms", "You pay at once.").read_bytes()
    path = write(attach(attach(message(), data, "Verträge/Heron ü.docx"), PNG, "logo.png", "image/png"))
    document = read_document(path)
    assert (document.path, document.attachment, document.kind) == (path, "Heron ü.docx", "docx")
    assert document.data == data
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.word == data
    assert document.not_read == ("the message itself is not reviewed, only the document attached to it",)


def test_a_document_without_a_title_is_called_by_its_own_name(write):
    path = write(attach(message(), b"You pay at once.\n", "heron.txt"))
    assert read_document(path).title == "heron"


def test_of_several_documents_one_must_be_chosen(write):
    path = write(attach(attach(message(), b"You pay.", "fees.txt"), b"{\\rtf1 It ends.\\par}", "term.rtf"))
    assert documents_in(path) == ("fees.txt", "term.rtf")
    with pytest.raises(SeveralDocumentsError, match=r"fees\.txt, term\.rtf") as refusal:
        read_document(path)
    assert refusal.value.attachments == ("fees.txt", "term.rtf")
    assert read_document(path, Opening(attachment="term.rtf")).paragraphs[0].text == "It ends."


def test_documents_of_one_name_are_told_apart(write):
    path = write(attach(attach(message(), b"You pay.", "a.txt"), b"It ends.", "a.txt"))
    assert documents_in(path) == ("a.txt", "a (2).txt")
    assert read_document(path, Opening(attachment="a (2).txt")).paragraphs[0].text == "It ends."


def test_an_attachment_that_is_not_there_is_named(write):
    path = write(attach(message(), b"You pay.", "fees.txt"))
    with pytest.raises(DocumentError, match=r"no document called term.rtf .* holds fees.txt"):
        read_document(path, Opening(attachment="term.rtf"))


def test_a_file_of_its_own_has_no_attachments(write):
    path = write(b"You pay.", "a.txt")
    assert documents_in(path) == ()
    with pytest.raises(DocumentError, match="no message"):
        read_document(path, Opening(attachment="a.txt"))


def test_documents_of_attached_messages_are_found(write):
    outer = message("See the message below.")
    outer.add_attachment(attach(message(), b"You pay.", "fees.txt"))
    assert documents_in(write(outer)) == ("fees.txt",)


def test_what_is_attached_and_cannot_be_read_is_named(write):
    path = write(attach(attach(message(), b"You pay.", "fees.txt"), b"\x1f\x8b" + bytes(50), "more.gz"))
    assert "more.gz" in read_document(path).not_read[-1]


def test_a_message_without_documents_is_read_itself(write, texts):
    document = read_document(write(message("You pay at once.\n\nWe bill.\n", page="<p>You pay <b>at once</b>.</p>")))
    assert (document.kind, document.attachment) == ("text", "")
    assert texts(document) == ["You pay at once.", "We bill."]


def test_a_page_is_read_where_the_plain_part_only_says_that_there_is_one(write, texts):
    page = "<p>You pay at once.</p><p>We bill each month in gold, and send the bill to the address below.</p>"
    assert texts(read_document(write(message("Needs HTML.\n", page=page))))[0] == "You pay at once."


def test_a_message_that_is_only_a_page_is_read(write, texts):
    mail = message()
    mail.set_content("<p>You <b>pay</b>.</p>", subtype="html")
    document = read_document(write(mail))
    assert (document.kind, texts(document)) == ("html", ["You pay."])


def test_headers_and_marks_of_quotation_are_left_out():
    text = (
        "Agreed.\n\nOn Monday Ada wrote:\n> You pay\n> > at once.\n\nFrom: A\nSent: B\nTo: C\nSubject: D\n\nIt ends.\n"
    )
    assert without_quotation(text).split() == ["Agreed.", "You", "pay", "at", "once.", "It", "ends."]


def test_a_memo_with_addresses_is_text(write):
    assert read_document(write(b"From: Ada\nTo: Bob\nSubject: Fees\n\nYou pay at once.")).kind == "text"


def test_a_saved_web_page_is_read(write, texts):
    page = (
        b"From: <Saved by Heron>\nSubject: Terms\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\nContent-Type: text/html\n'
        b"Content-Transfer-Encoding: quoted-printable\n\n<p>You pay 10 =E2=82=AC.</p>\n--x--\n"
    )
    document = read_document(write(page))
    assert (document.kind, texts(document)) == ("html", ["You pay 10 €."])


def test_a_message_of_too_many_parts_is_refused(tmp_path):
    data = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (each, each) for each in range(200))
    with pytest.raises(OverBudgetError, match="more parts"):
        open_mail(tmp_path / "message.eml", b"From: a@h.example\n" + data, is_msg=False)


def test_a_damaged_message_of_outlook_is_refused(tmp_path):
    with pytest.raises(UnsupportedFormatError, match="damaged"):
        open_mail(tmp_path / "message.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), is_msg=True)
