import json
import os
import signal
import stat
import struct
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from app.desktop.single_instance import Request, SingleInstance, meeting_place, unpacked

pytestmark = pytest.mark.usefixtures("qapp")

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.desktop.single_instance import Request, SingleInstance

application = QCoreApplication([])
instance = SingleInstance(sys.argv[1])
instance.asked.connect(lambda request: print(*request.files, flush=True))
instance.listen()
print("ready", flush=True)
application.exec()
"""
HAND_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.desktop.single_instance import Request, SingleInstance

application = QCoreApplication([])
sys.exit(0 if SingleInstance(sys.argv[1]).hand_over(Request(tuple(map(Path, sys.argv[2:])))) else 9)
"""


@pytest.fixture
def place(tmp_path_factory):
    return str(tmp_path_factory.mktemp("run") / "s")  # short: a socket's path has room for some 100 characters


@pytest.fixture
def instance(place):
    instance = SingleInstance(place)
    instance.listen()
    yield instance
    instance.close()


@contextmanager
def another_running(place):
    """Run a program that listens, and yield its process."""
    process = subprocess.Popen([sys.executable, "-c", RUN, place], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def handed_over_by_another(place, *files):
    return subprocess.Popen([sys.executable, "-c", HAND_OVER, place, *map(str, files)])


def test_files_of_a_later_start_come_to_the_one_that_runs(qtbot, place, instance, tmp_path):
    with qtbot.waitSignal(instance.asked, timeout=10_000) as asked:
        later = handed_over_by_another(place, tmp_path / "a licence.docx", tmp_path / "prüfung.pdf")
    assert asked.args == [Request((tmp_path / "a licence.docx", tmp_path / "prüfung.pdf"))]
    assert later.wait(10) == 0


def test_a_later_start_without_files_asks_for_the_window(qtbot, place, instance):
    with qtbot.waitSignal(instance.asked, timeout=10_000) as asked:
        later = handed_over_by_another(place)
    assert asked.args == [Request(())]
    assert later.wait(10) == 0


def test_with_the_files_goes_the_right_to_come_to_the_front(place):
    with another_running(place) as running:
        assert SingleInstance(place).hand_over(Request((Path("/a"), Path("/b")), "token-1"))
        assert running.stdout.readline() == "/a /b\n"


def test_a_name_that_is_no_utf_8_arrives_as_it_is():
    name = os.fsdecode(b"/\xff.docx")
    assert unpacked(json.dumps({"files": [name], "token": ""}).encode()) == Request((Path(name),))


def test_nobody_is_there_at_the_first_start(place):
    assert not SingleInstance(place).hand_over(Request((Path("/a"),)))


def test_what_a_killed_program_left_behind_is_no_hindrance(place):
    with another_running(place) as running:
        running.send_signal(signal.SIGKILL)
        running.wait(10)
        assert Path(place).exists()
    assert not SingleInstance(place).hand_over(Request((Path("/a"),)))
    with another_running(place):
        assert SingleInstance(place).hand_over(Request((Path("/a"),)))


def test_a_program_that_hangs_keeps_a_later_one_waiting_less_than_a_second(place):
    with another_running(place) as running:
        running.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        handed_over = SingleInstance(place).hand_over(Request((Path("/a"),)))
        waited = time.monotonic() - began
    assert not handed_over
    assert waited < 1


def test_a_program_that_hung_opens_nothing_that_another_opened_meanwhile(place):
    with another_running(place) as running:
        running.send_signal(signal.SIGSTOP)
        assert not SingleInstance(place).hand_over(Request((Path("/a"),)))
        running.send_signal(signal.SIGCONT)
        assert SingleInstance(place).hand_over(Request((Path("/b"),)))
        assert running.stdout.readline() == "/b\n"


def test_a_second_listener_leaves_the_first_in_its_place(place):
    with another_running(place) as running:
        second = SingleInstance(place)
        second.listen()
        second.close()
        assert SingleInstance(place).hand_over(Request((Path("/a"),)))
        assert running.stdout.readline() == "/a\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows has no file")
@pytest.mark.usefixtures("instance")
def test_only_the_user_can_open_the_socket(place):
    assert stat.S_IMODE(Path(place).stat().st_mode) & 0o077 == 0


def packed(message):
    return struct.pack(">I", len(message)) + message


@pytest.mark.parametrize(
    "sent",
    [
        packed(b"{"),
        packed(b'{"files": ["relative.docx"], "token": ""}'),
        packed(b'{"files": "/a", "token": ""}'),
        packed(b'{"files": [1], "token": ""}'),
        packed(b'{"files": ["/a\\u0000b"], "token": ""}'),
        packed(b'{"files": ["/a"], "token": "two words"}'),
        packed(b'{"files": ["/a"]}'),
        packed(json.dumps({"files": ["/a"] * 1001, "token": ""}).encode()),
        packed(b"[" * 100_000),
        packed(b"\xff\xfe"),
        struct.pack(">I", 2**32 - 1) + b"x",
        struct.pack(">I", (1 << 20) + 1) + b"x",
        b"GET / HTTP/1.1\r\n\r\n",
    ],
)
def test_a_message_that_is_not_as_it_must_be_ends_the_connection_and_opens_nothing(qtbot, place, instance, sent):
    socket = QLocalSocket()
    with qtbot.assertNotEmitted(instance.asked), qtbot.waitSignal(socket.disconnected, timeout=10_000):
        socket.connectToServer(place)
        socket.write(sent)


def test_who_connects_and_says_nothing_is_sent_away(qtbot, place, instance):
    socket = QLocalSocket()
    with qtbot.assertNotEmitted(instance.asked), qtbot.waitSignal(socket.disconnected, timeout=10_000):
        socket.connectToServer(place)


def test_a_message_in_pieces_is_taken_whole(qtbot, place, instance):
    message = packed(b'{"files": ["/a"], "token": ""}')
    socket = QLocalSocket()
    socket.connectToServer(place)
    qtbot.waitUntil(lambda: socket.bytesAvailable() > 0)
    socket.write(message[:7])
    socket.flush()
    with qtbot.waitSignal(instance.asked, timeout=10_000) as asked:
        socket.write(message[7:])
    assert asked.args == [Request((Path("/a"),))]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows has no folder")
class TestThePlace:
    def test_it_lies_in_the_folder_that_the_session_gives_the_user(self, monkeypatch, tmp_path):
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        assert Path(meeting_place()).parent == tmp_path

    def test_it_lies_in_a_folder_of_the_user_where_there_is_no_session(self, monkeypatch, tmp_path):
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert Path(meeting_place()).parent == tmp_path / "counterdraft"

    def test_every_screen_has_its_own(self, monkeypatch):
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.setenv("DISPLAY", ":1")
        one = meeting_place()
        monkeypatch.setenv("DISPLAY", "/tmp/host:2.0")
        assert meeting_place() != one
        assert "/tmp" not in Path(meeting_place()).name
