import pytest

from app.matching.facts.passages import ScannedParagraph
from app.matching.facts.readers import read_fact
from app.matching.pipeline import scanner_for
from app.model.clause import FactSpec
from app.model.document import Anchor, Paragraph, Parties

PARTIES = Parties(customer=("Customer", "you"), vendor=("Provider", "we"))


@pytest.fixture
def scanned():
    """Scan paragraphs, texts or (text, lead-in) pairs, for the phrases of a fact."""

    def scan(spec, *given):
        made = [
            Paragraph(index, text, Anchor("", index), parent=parent)
            for index, (text, parent) in enumerate(each if isinstance(each, tuple) else (each, None) for each in given)
        ]
        options = tuple(pattern for option in spec.options for pattern in option.patterns)
        scanner = scanner_for(frozenset((*spec.patterns, *spec.unless, *spec.near, *options))).with_parties(PARTIES)
        scans = scanner.scan([paragraph.text for paragraph in made])
        return [ScannedParagraph(*pair) for pair in zip(made, scans.each, strict=True)]

    return scan


@pytest.fixture
def read(scanned):
    """Read the fact that FactSpec's arguments describe from paragraphs."""

    def call(*given, **fields):
        spec = FactSpec("key", **fields)
        return read_fact(spec, scanned(spec, *given))

    return call


@pytest.fixture
def value(read):
    """Return the value of the fact alone; None where it is not stated."""

    def call(*given, **fields):
        fact = read(*given, **fields)
        return None if fact is None else fact.value

    return call
