"""A file to a Document: the format is chosen by what the file holds, not by its name."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import DocumentError, NoTextError, OverBudgetError, SeveralDocumentsError, UnsupportedFormatError
from app.intake.blocks import MAX_BLOCKS, MAX_CHARACTERS, MAX_IN_ONE, Content, Step, go_on
from app.intake.collecting import rarely_collected
from app.intake.recognition import Format, recognise
from app.intake.structure.description import described
from app.intake.structure.paragraphs import build_paragraphs
from app.model.document import Document, Opening

_MAX_BYTES = 200 * 1024 * 1024
_AS_IT_IS = Opening()
_TOO_LONG = (
    "this text is longer than any contract (8 million characters, 60,000 paragraphs, a million characters in one); "
    "save the contract alone"
)
_MESSAGE_ASIDE = "the message itself is not reviewed, only the document attached to it"

_DECRYPTED = "this file is protected by a password; a Word file that is made of it is not"

_Reader = Callable[[Path, bytes, Opening, Step], Content]


@rarely_collected()
def read_document(path: Path, opening: Opening = _AS_IT_IS, step: Step = go_on, data: bytes | None = None) -> Document:
    """Read the contract at `path`, or the one attached to the message at `path`.

    With `data` these bytes are read, as if they were those of the file.

    Raises:
        UnsupportedFormatError: It is of no format that can be read.
        EncryptedFileError: It asks for a password.
        NoTextError: There is no text in it.
        OverBudgetError: It is larger than a contract can be.
        SeveralDocumentsError: It is a message with several documents, and `opening` does not say which.
        DocumentError: It cannot be opened.
    """
    source = _open_source(path, opening.attachment, data)
    content = source.reader(source.path, source.data, opening, step)
    characters = sum(len(block.text) for block in content.blocks)
    longest = max((len(block.text) for block in content.blocks), default=0)
    if len(content.blocks) > MAX_BLOCKS or characters > MAX_CHARACTERS or longest > MAX_IN_ONE:
        raise OverBudgetError(source.path, _TOO_LONG)
    paragraphs, sections = build_paragraphs(content.blocks)
    if not any(letter.isalnum() for paragraph in paragraphs for letter in paragraph.text):
        raise NoTextError(source.path, "there is no text in this file; open the file that holds the contract")
    title = next((" ".join(each.text.split()) for each in paragraphs if each.kind == "title"), source.path.stem)
    document = Document(
        path=path,
        data=source.data,
        sha256=hashlib.sha256(source.data).hexdigest(),
        kind=content.kind,
        title=title,
        paragraphs=paragraphs,
        sections=sections,
        pages=content.pages,
        not_read=(*content.not_read, *source.not_read),
        attachment=source.attachment,
        word=content.word,
        view=opening.view,
        page_list=content.page_list,
        set_aside=content.set_aside,
    )
    return described(document)


def documents_in(path: Path) -> tuple[str, ...]:
    """Return the names of the documents attached to the message at `path`; none for a file that is a document itself.

    Raises:
        DocumentError: It cannot be opened, or is of no format that can be read.
    """
    data = _read_bytes(path)
    found = recognise(path, data)
    if found not in ("eml", "msg"):
        return ()
    from app.intake.mail.message import open_mail  # noqa: PLC0415 - few files are messages

    return tuple(document.name for document in open_mail(path, data, is_msg=found == "msg").documents)


@dataclass(frozen=True, slots=True)
class _Source:
    """The document to read.

    Attributes:
        path: Of the file; of an attachment, where it would lie beside the message.
        attachment: Its name; "" for a file of its own.
        not_read: What of the message is left out.
    """

    path: Path
    data: bytes
    reader: _Reader
    attachment: str = ""
    not_read: tuple[str, ...] = ()


def _open_source(path: Path, attachment: str, data: bytes | None) -> _Source:
    data = _read_bytes(path) if data is None else data
    found = recognise(path, data)
    if found in ("eml", "msg"):
        return _in_message(path, data, attachment, is_msg=found == "msg")
    if attachment:
        raise DocumentError(path, "this file is no message, so nothing is attached to it; leave out --attachment")
    return _Source(path, data, _reader_of(found))


def _in_message(path: Path, data: bytes, attachment: str, *, is_msg: bool) -> _Source:
    """Return the document attached to a message; where none is, the message itself."""
    from app.intake.mail.message import open_mail  # noqa: PLC0415 - few files are messages
    from app.intake.mail.reader import reader_of_mail  # noqa: PLC0415

    mail = open_mail(path, data, is_msg=is_msg)
    names = tuple(document.name for document in mail.documents)
    others = (f"attachments of the message that cannot be read: {', '.join(mail.others)}",) if mail.others else ()
    if not names and not attachment:
        return _Source(path, data, reader_of_mail(mail), not_read=others)
    if not attachment and len(names) > 1:
        raise SeveralDocumentsError(path, names)
    wanted = attachment or names[0]
    chosen = next((each for each in mail.documents if each.name == wanted), None)
    if chosen is None:
        held = f"it holds {', '.join(names)}" if names else "it holds no document"
        raise DocumentError(path, f"no document called {attachment} is attached to this message; {held}")
    inner = path.with_name(chosen.name)
    reader = _reader_of(recognise(inner, chosen.data))
    return _Source(inner, chosen.data, reader, chosen.name, (_MESSAGE_ASIDE, *others))


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise DocumentError(path, "this is a folder; name the document in it")
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise OverBudgetError(path, "this file has more than 200 MB; save the contract alone, without pictures")
        data = path.read_bytes()
    except FileNotFoundError as error:
        where = "this folder" if path.parent == Path() else str(path.parent)
        raise DocumentError(path, f"there is no such file in {where}; check the name") from error
    except PermissionError as error:
        raise DocumentError(path, "it may not be read; ask for the right to read it, or copy it elsewhere") from error
    except OSError as error:
        raise DocumentError(
            path, f"it cannot be opened ({error.strerror or error}); copy it to this computer"
        ) from error
    if not data.strip(b"\x00 \t\r\n"):
        raise NoTextError(path, "the file is empty; open the file that holds the contract")
    return data


def _reader_of(found: Format) -> _Reader:
    """Return the reader for a format. Each is imported when it is needed."""
    if found == "docx":
        from app.intake.docx.reader import read_docx as reader  # noqa: PLC0415
    elif found == "pdf":
        from app.intake.pdf.reader import read_pdf as reader  # noqa: PLC0415
    elif found == "odt":
        from app.intake.odt.reader import read_odt as reader  # noqa: PLC0415
    elif found == "rtf":
        from app.intake.rtf.reader import read_rtf as reader  # noqa: PLC0415
    elif found == "html":
        from app.intake.html.reader import read_html as reader  # noqa: PLC0415
    elif found == "mhtml":
        from app.intake.mail.reader import read_mhtml as reader  # noqa: PLC0415
    elif found == "doc":
        from app.intake.office.doc_reader import read_doc as reader  # noqa: PLC0415
    elif found == "protected":
        return _read_protected
    else:
        return _read_text
    return reader


def _read_protected(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    from app.intake.office.encrypted import decrypt  # noqa: PLC0415

    plain = decrypt(path, data, opening.password)
    found = recognise(path, plain)
    if found == "protected":
        raise UnsupportedFormatError(path, "one protected file lies in another; ask for the document itself")
    content = _reader_of(found)(path, plain, opening, step)
    return replace(content, not_read=(*content.not_read, _DECRYPTED))


def _read_text(path: Path, data: bytes, _opening: Opening, step: Step) -> Content:
    from app.intake.plain.decoding import decode_text  # noqa: PLC0415
    from app.intake.plain.markdown_reader import is_markdown, read_markdown  # noqa: PLC0415
    from app.intake.plain.text_reader import read_text  # noqa: PLC0415

    decoded = decode_text(path, data)
    if path.suffix.lower() in (".md", ".markdown") or is_markdown(decoded.text):
        content = read_markdown(decoded.text, step)
    else:
        content = read_text(decoded.text, step)
    return replace(content, not_read=decoded.not_read)
