"""Saved web pages and the text of messages to paragraphs."""

import re
from collections.abc import Callable
from pathlib import Path

from app.intake.blocks import Content, Step
from app.intake.html.reader import decode_page, read_page
from app.intake.mail.message import Mail, open_saved_page, without_quotation
from app.intake.plain.text_reader import read_text
from app.model.document import Opening


def read_mhtml(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of a web page saved as one file.

    Raises:
        UnsupportedFormatError: There is no page in it.
        OverBudgetError: It has more elements than a contract can need.
    """
    page, charset = open_saved_page(path, data)
    decoded = decode_page(path, page, charset)
    return read_page(path, decoded.text, opening, step, not_read=decoded.not_read)


_TAG = re.compile(rb"<[^<>]*>")
_STUB = 4
"""A plain part with less than a fourth of the words of the page beside it only says that there is a page."""


def reader_of_mail(mail: Mail) -> Callable[[Path, bytes, Opening, Step], Content]:
    """Return a reader of the text of `mail`, without the headers of messages that it quotes."""

    def read_mail(path: Path, _data: bytes, opening: Opening, step: Step) -> Content:
        if not mail.page or len(mail.plain.split()) * _STUB >= len(_TAG.sub(b" ", mail.page).split()):
            return read_text(without_quotation(mail.plain), step)
        decoded = decode_page(path, mail.page, mail.charset)
        return read_page(path, decoded.text, opening, step, not_read=decoded.not_read)

    return read_mail
