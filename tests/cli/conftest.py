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


LINKED = """\
OSPREY MODEL LICENCE

This licence is made between Osprey Works ("Licensor") and the person who downloads the Model ("Licensee" or "you").

1. Words. "Affiliate" means any company that you control or that controls you.

2. Large users. If the monthly active users of you and your Affiliates exceed 3 million, you must ask Licensor for a
licence, which Licensor may grant or refuse in its sole discretion.

3. Breach. Licensor may terminate this licence if you are in breach of it and have not cured the breach within one
month after written notice.

4. The osprey. You must feed the osprey in the yard at dawn and are responsible for its nest.

5. Fish. Notwithstanding Section 2, Licensor will not refuse a licence to a fishery.
"""


@pytest.fixture
def linked(tmp_path):
    """Write a licence with a definition that decides, a carve-out, and rules that no clause type explains."""
    path = tmp_path / "osprey.txt"
    path.write_text(LINKED, encoding="utf-8")
    return path


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
