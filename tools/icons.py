"""Draws the application icon in the sizes and files that the systems ask for: PNG, ICO (Windows), ICNS (macOS).

`python tools/icons.py FOLDER`; Qt renders resources/icons/counterdraft.svg.
"""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QIcon

from app.paths import data_dir

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)

_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)

_ICNS_TYPES = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
}
"""Types of an ICNS file that hold a PNG, with its size: plain ones, and those for dense screens."""


def draw(size: int) -> bytes:
    """Return the icon as a PNG file of `size` pixels."""
    icon = QIcon(str(data_dir("resources") / "icons" / "counterdraft.svg"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    icon.pixmap(size, size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an ICO file of PNG `pictures` by size (Microsoft, "Icons", structures ICONDIR and ICONDIRENTRY)."""
    place = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return an ICNS file of PNG `pictures` by size: the magic word and length, then each type, length and picture."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in _ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def main(folder: Path) -> None:
    """Write all the files into `folder`; Qt has been started."""
    pictures = {size: draw(size) for size in SIZES}
    folder.mkdir(parents=True, exist_ok=True)
    for size, picture in pictures.items():
        (folder / f"counterdraft-{size}.png").write_bytes(picture)
    (folder / "counterdraft.ico").write_bytes(ico({size: pictures[size] for size in _ICO_SIZES}))
    (folder / "counterdraft.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    application = QGuiApplication([])
    main(Path(sys.argv[1]))
