"""The main job asks nothing of a network; any attempt ends the process at once, so none can be swallowed.

Binding a socket is no attempt: urllib3, which spaCy brings, asks so whether the machine knows IPv6.
"""

import subprocess
import sys

import pytest

from app.paths import data_dir

FORBID = """
import os, sys

FORBIDDEN = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}

def stop(event, arguments):
    if event in FORBIDDEN:
        os.write(2, f"{event} {arguments}".encode())
        os._exit(97)

sys.addaudithook(stop)
"""
REVIEW = "from app.cli.main import main; sys.exit(main(sys.argv[1:]))"


def python(code, *arguments):
    command = [sys.executable, "-c", FORBID + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_the_main_job_attempts_no_connection(tmp_path):
    sample = data_dir("resources") / "samples" / "community-model-licence.docx"
    done = python(REVIEW, "review", sample, "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://localhost:9')",
    ],
)
def test_an_attempt_would_be_caught(attempt):
    assert python(f"try:\n    {attempt}\nexcept Exception:\n    pass").returncode == 97
