"""A licence of our own writing, short enough to be reviewed in every test."""

from zipfile import ZipFile

import pytest

LICENCE = """\
HERON MODEL LICENCE

This licence is made between Heron Labs ("Licensor") and the person who downloads the Model ("Licensee" or "you").

1. Grant. Licensor grants you a non-exclusive, worldwide, non-transferable, royalty-free licence to use, copy and
modify the Model.

2. Large users. If the monthly active users of your products exceed 10 million, you must ask Licensor for a licence,
which Licensor may grant or refuse in its sole discretion.

3. Indemnity. You will indemnify Licensor and hold it harmless against every claim of third parties that has to do with
what you make of the Model.

4. Term and termination. Licensor may terminate this licence if you are in breach of any of its terms. Upon
termination you must delete the Model and cease to use it.

5. Governing law. The laws of the State of California govern this licence.
"""


@pytest.fixture
def licence(tmp_path):
    path = tmp_path / "heron.txt"
    path.write_text(LICENCE, encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def document_xml():
    """Return the main part of a Word file as text."""
    return lambda path: ZipFile(path).read("word/document.xml").decode()
