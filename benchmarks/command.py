"""Calling the command line as a user does, with the time it takes."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "resources" / "samples" / "community-model-licence.docx"
_PROGRAM = Path(sys.executable).with_name("counterdraft")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one call left, and its wall time in seconds."""

    status: int
    out: str
    err: str
    seconds: float


def counterdraft(*arguments: str | Path, cache: Path | None = None) -> Outcome:
    """Call the `counterdraft` installed beside this Python, with the user's cache or with the folder `cache` as one."""
    command = [str(_PROGRAM), *map(str, arguments)]
    environment = os.environ | ({"XDG_CACHE_HOME": str(cache)} if cache else {})
    start = time.perf_counter()
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=environment
    )
    return Outcome(done.returncode, done.stdout, done.stderr, time.perf_counter() - start)


def shared_folder(name: str) -> Path:
    """Return a folder of the measuring data beside the checkout; end the program where it is not there."""
    folder = SHARED / name
    if not folder.is_dir():
        sys.exit(f"{folder} is not there: this measurement needs the shared data beside the checkout")
    return folder
