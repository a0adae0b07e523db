"""Old Word files to .docx by LibreOffice, where it is installed: apart from the user's settings, without macros."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.errors import UnsupportedFormatError
from app.intake.blocks import Step

_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_NAMES = ("soffice", "libreoffice", "soffice.com")
_MISSING = (
    "this is a file of Word 97-2003 (.doc), which LibreOffice can convert, but it is not on this computer; "
    "install LibreOffice, or open the file in Word and save it as .docx"
)
_FAILED = "this file of Word 97-2003 (.doc) could not be converted by LibreOffice; open it in Word and save it as .docx"
_POLL_S = 0.05
_POLLS = 2400
_NOWHERE = "127.0.0.1"  # a proxy where nobody listens: on the port for discarding
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)
"""No macros, no active content; what the file links to is not fetched."""


def find_office() -> str | None:
    """Return the path of LibreOffice's program; None where it is not installed."""
    found = next((place for name in _NAMES if (place := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def convert_doc(path: Path, data: bytes, step: Step) -> bytes:
    """Return the old Word file `data` as .docx; `step` is called while LibreOffice works.

    Raises:
        UnsupportedFormatError: LibreOffice is missing, or cannot convert it.
    """
    office = find_office()
    if office is None:
        raise UnsupportedFormatError(path, _MISSING)
    with tempfile.TemporaryDirectory(prefix="counterdraft-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_registry(), encoding="utf-8")
        source, converted = folder / "in" / "contract.doc", folder / "out" / "contract.docx"
        source.parent.mkdir()
        source.write_bytes(data)
        _run(_command(office, folder, source), folder, step)
        if not converted.is_file() or not converted.stat().st_size:
            raise UnsupportedFormatError(path, _FAILED)
        return converted.read_bytes()


def _registry() -> str:
    """Return the settings in the form in which LibreOffice keeps them."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _command(office: str, folder: Path, source: Path) -> list[str]:
    return [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        "--infilter=MS Word 97",  # whatever the file pretends to be
        *("--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(folder / "out"), str(source)),
    ]


def _run(command: list[str], folder: Path, step: Step) -> None:
    """Run LibreOffice to its end, or end it: after the last poll, or when `step` raises."""
    process = subprocess.Popen(  # noqa: S603 - no shell, no word of the command is from the file
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        for _ in _waits(process):
            step(0, 1)
    finally:
        if process.poll() is None:
            _end(process)


def _waits(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Yield between polls until the process has ended, or has had its time."""
    for _ in range(_POLLS):
        try:
            process.wait(_POLL_S)
        except subprocess.TimeoutExpired:
            yield
        else:
            return


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and those it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
