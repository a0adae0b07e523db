"""The record of a review: the library that it was made with, which documents of a matter share, and the rest."""

import struct

from app.store.codes import WrongValueError

_LENGTH = struct.Struct(">I")


def joined(library: bytes, review: bytes) -> bytes:
    """Return the record of a review that was made with `library`."""
    return _LENGTH.pack(len(library)) + library + review


def parted(record: bytes) -> tuple[bytes, bytes]:
    """Return the library and the rest.

    Raises:
        WrongValueError: It is no record.
    """
    if len(record) < _LENGTH.size:
        raise WrongValueError("no record")
    end = _LENGTH.size + _LENGTH.unpack_from(record)[0]
    if end > len(record):
        raise WrongValueError("no whole record")
    return record[_LENGTH.size : end], record[end:]
