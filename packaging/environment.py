"""The environment that programs outside the bundle, LibreOffice and tesseract, are started with."""

import os


def give_back_environment() -> None:
    """Put back where libraries are looked for: PyInstaller points it at those of the bundle, which are ours alone."""
    ours = os.environ.pop("LD_LIBRARY_PATH", None)
    before = os.environ.get("LD_LIBRARY_PATH_ORIG")
    if ours is not None and before:
        os.environ["LD_LIBRARY_PATH"] = before
