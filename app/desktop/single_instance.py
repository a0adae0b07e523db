"""One window for a user on a screen: files opened later are handed to the program that runs already.

The two speak over a local socket that only this user can open. The one that runs says hello first; one that hangs does
not, and is told nothing. Then one message goes over: its length in four bytes, most significant first, and a JSON
object with the paths of the files, all absolute, and the right to come to the front that the screen gave. One byte
answers it.
"""

import getpass
import json
import os
import re
import struct
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_HELLO = b"counterdraft 1\n"
_TAKEN = b"+"
_LENGTH = struct.Struct(">I")
_MOST_BYTES = 1 << 20
_MOST_FILES = 1000
_PATIENCE_MS = 900  # of the later program; of the earlier one with a sender that says nothing, too
_TOKEN = re.compile(r"[\x21-\x7e]{0,200}")


@dataclass(frozen=True, slots=True)
class Request:
    """What a later start of the program asks for.

    Attributes:
        files: Absolute paths of the files to open; none to show the window only.
        token: The right to come to the front, as a Wayland screen gives it to the program that the user starts; or "".
    """

    files: tuple[Path, ...]
    token: str = ""


class SingleInstance(QObject):
    """The place where the programs of one user on one screen meet.

    Signals:
        asked: A Request that a later start of the program handed over.
    """

    asked = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def hand_over(self, request: Request) -> bool:
        """Return whether the program that runs already has taken `request`; it is given less than a second."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(deadline.remainingTime()) or _received(socket, len(_HELLO), deadline) != _HELLO:
            return False
        socket.write(_packed(request))
        return _received(socket, len(_TAKEN), deadline) == _TAKEN

    def listen(self) -> None:
        """Take requests from now on, unless another program does; what one that was killed left behind is removed."""
        lock = QLockFile(f"{self._name}.lock")
        if sys.platform != "win32" and not lock.tryLock(_PATIENCE_MS):
            return
        probe = QLocalSocket()
        probe.connectToServer(self._name)
        if not probe.waitForConnected(_PATIENCE_MS):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
        lock.unlock()

    def close(self) -> None:
        """Take no more requests."""
        self._server.close()

    def _greet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))
            QTimer.singleShot(_PATIENCE_MS, socket, socket.abort)
            socket.write(_HELLO)

    def _read(self, socket: QLocalSocket) -> None:
        """Take the request once it is whole; one that is not as it must be ends the connection."""
        if socket.bytesAvailable() < _LENGTH.size:
            return
        (length,) = _LENGTH.unpack(socket.peek(_LENGTH.size).data())
        if length > _MOST_BYTES:
            socket.abort()
        elif socket.bytesAvailable() >= _LENGTH.size + length:
            request = unpacked(bytes(socket.readAll().data()[_LENGTH.size :]))
            if request is None:
                socket.abort()
                return
            socket.write(_TAKEN)
            socket.flush()  # what is opened now may keep this thread from it
            socket.disconnectFromServer()
            self.asked.emit(request)


def meeting_place() -> str:
    """Return the name under which the programs of this user on this screen meet.

    On Unix a file in a folder that only the user can write to, so that nobody else can listen in our place.
    """
    if sys.platform == "win32":
        return f"counterdraft-{getpass.getuser()}"
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "screen"
    name = f"counterdraft-{os.getuid()}-{re.sub(r'[^a-zA-Z0-9.]', '-', screen)}"
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return str((Path(runtime) if runtime else user_cache_path("counterdraft", ensure_exists=True)) / name)


def unpacked(message: bytes) -> Request | None:
    """Return what `message` asks for; None where it is not as it must be."""
    try:
        match json.loads(message):
            case {"files": [*names], "token": str(token)} if (
                len(names) <= _MOST_FILES and all(map(_is_path, names)) and _TOKEN.fullmatch(token)
            ):
                return Request(tuple(map(Path, names)), token)
    except (ValueError, RecursionError):
        return None
    return None


def _packed(request: Request) -> bytes:
    text = json.dumps({"files": [str(path.absolute()) for path in request.files], "token": request.token})
    message = text.encode()  # ASCII: what UTF-8 cannot hold of a file's name is escaped
    return _LENGTH.pack(len(message)) + message


def _is_path(name: object) -> bool:
    return isinstance(name, str) and "\0" not in name and Path(name).is_absolute()


def _received(socket: QLocalSocket, length: int, deadline: QDeadlineTimer) -> bytes:
    """Return `length` bytes, fewer where they have not come before `deadline`."""
    while socket.bytesAvailable() < length and socket.waitForReadyRead(deadline.remainingTime()):
        pass
    return bytes(socket.read(length).data())
