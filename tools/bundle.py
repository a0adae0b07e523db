"""Makes the bundle: one folder with the window and the command line, for machines without Python.

`python tools/bundle.py [FOLDER]` in an environment with the extra `bundle`; see docs/installing.md. FOLDER (dist) gets
the folder `counterdraft`, and the archive of it that users unpack.
"""

import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"


def main(target: Path) -> None:
    """Make the icons, the folder and the archive in `target`, and say how large they are."""
    _run(sys.executable, ROOT / "tools" / "icons.py", BUILD / "icons")
    spec = ROOT / "packaging" / "counterdraft.spec"
    places = ("--distpath", target, "--workpath", BUILD / "bundle")
    _run(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *places, spec)
    folder = target / ("Counterdraft.app" if sys.platform == "darwin" else "counterdraft")
    if sys.platform == "linux":
        _strip(folder)
    archive = Path(_archive(folder))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    sys.stdout.write(f"{folder}: {size / 1e6:.0f} MB\n{archive}: {archive.stat().st_size / 1e6:.0f} MB\n")


def _strip(folder: Path) -> None:
    """Take the debugger's words out of the libraries; those that auditwheel moved would not load without them."""
    found = {path.resolve() for path in folder.rglob("*.so*") if path.is_file()}  # links lead to some of them
    _run("strip", "--strip-debug", *(path for path in found if not path.parent.name.endswith(".libs")))


def _archive(folder: Path) -> str:
    """Pack `folder` as its users unpack it, with what it may run marked so."""
    name = f"counterdraft-{platform.system()}-{platform.machine()}".lower()
    if sys.platform != "linux":
        return shutil.make_archive(str(folder.parent / name), "zip", folder.parent, folder.name)
    archive = folder.parent / f"{name}.tar.xz"
    _run("tar", "--use-compress-program", "xz -T0", "-cf", archive, "-C", folder.parent, folder.name)
    return str(archive)


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT)  # noqa: S603 - our own tools


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else ROOT / "dist").absolute())
