"""Office files that a password protects ([MS-OFFCRYPTO]): their content, once the password is known."""

import re
from io import BytesIO
from pathlib import Path

from app.errors import EncryptedFileError, OverBudgetError, UnsupportedFormatError

_SPINS = re.compile(rb'spinCount="(\d{1,20})"')
_MAX_SPINS = 1_000_000  # Word writes 100,000; each is a hash, so that ten million keep a machine busy
_ASKED = "it is protected by a password; give it with --password, or save a copy without one"
_WRONG = "the password does not open it; check it, capitals included"


def decrypt(path: Path, data: bytes, password: str) -> bytes:
    """Return what the protected file `data` holds: the bytes of a Word document or the like.

    Raises:
        EncryptedFileError: There is no password, or a wrong one.
        OverBudgetError: The file asks for more rounds of hashing than Office ever writes.
        UnsupportedFormatError: It is damaged, or protected in a way that is not known.
    """
    if not password:
        raise EncryptedFileError(path, _ASKED)
    import msoffcrypto  # noqa: PLC0415 - slow to import, and only for these files
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError  # noqa: PLC0415

    if any(int(spins) > _MAX_SPINS for spins in _SPINS.findall(data)):
        raise OverBudgetError(path, "its protection asks for more work than Word ever does; ask for another copy")
    plain = BytesIO()
    try:
        file = msoffcrypto.OfficeFile(BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(plain)
    except (InvalidKeyError, DecryptionError) as error:
        raise EncryptedFileError(path, _WRONG) from error
    except Exception as error:  # the library lets any error of a broken file through
        raise UnsupportedFormatError(
            path, "its protection is damaged or of a kind that is not known; ask for a copy without password"
        ) from error
    return plain.getvalue()
