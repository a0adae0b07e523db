"""Real licences, where they lie beside the checkout."""

from pathlib import Path

import pytest

from app.intake.reader import read_document

LICENCES = Path(__file__).parents[2] / ".." / "shared" / "corpus" / "licences"
TWICE = ("llama-2", "llama-3.1", "llama-3.2", "llama-3.3")

pytestmark = pytest.mark.skipif(not LICENCES.is_dir(), reason="../shared/corpus is not here")


def reading(name):
    document = read_document(LICENCES / name)
    quotes = str.maketrans("“”’", '""\'')
    return (
        [(each.text.strip().translate(quotes), each.label, each.kind, each.parent) for each in document.paragraphs],
        document.sections,
        [term.term for term in document.terms],
        document.parties,
    )


@pytest.mark.parametrize("name", TWICE)
def test_two_transcriptions_of_a_licence_read_the_same(name):
    assert reading(f"{name}-LICENSE.txt") == reading(f"{name}-LICENSE-scancode-copy.txt")
