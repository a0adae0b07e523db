"""The bundled sample, for a first look."""

from pathlib import Path

from app.paths import data_dir


def sample_path() -> Path:
    """Return the bundled model licence, written by us with the traps of a community licence."""
    return data_dir("resources") / "samples" / "community-model-licence.docx"
