"""The session in which something was written, listed in the settings."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.ooxml.changes import Insertion, Place, Rewording, Wording
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.sessions import open_session
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

PATH = Path("contract.docx")
MAIN = "word/document.xml"
WHEN = datetime(2026, 1, 2, tzinfo=UTC)
TEXT = "<w:p><w:r><w:t>Fees are due.</w:t></w:r></w:p><w:p/>"
SETTINGS = (
    '<w:settings><w:rsids>\n <w:rsidRoot w:val="00000009"/>\n <w:rsid w:val="00000009"/>\n'
    ' <w:rsid w:val="FFFFFFFF"/>\n</w:rsids><w:compat/></w:settings>'
)
CHANGES = (
    Rewording(Place(MAIN, 0), (TextEdit(0, 4, "Costs"),)),
    Insertion(Place(MAIN, 0), (Wording("Late fees bear interest.", Place(MAIN, 0)),)),
)


@pytest.fixture
def written(make_package):
    """Give the package with changes to it."""

    def build(**parts):
        data = write_changes(open_package(make_package(TEXT, **parts), PATH), CHANGES, author="Ann", when=WHEN).data
        return open_package(data, PATH)

    return build


def sessions(package):
    return [each.get(w("val")) for each in package.tree("word/settings.xml").find(w("rsids"))]


def signed(package):
    """Return the sessions that runs and paragraphs of the document name."""
    return [element.get(w("rsidR")) for element in package.tree(MAIN).iter(w("r"), w("p")) if element.get(w("rsidR"))]


def test_what_is_inserted_names_its_session_and_the_settings_list_it_in_order(written):
    package = written(settings=SETTINGS)
    root, first, new, last = sessions(package)
    assert [root, first, last] == ["00000009", "00000009", "FFFFFFFF"]
    assert signed(package) == [new] * 3


@pytest.mark.parametrize(
    "parts", [{}, {"settings": "<w:settings/>"}, {"settings": '<w:settings><w:zoom w:percent="90"/></w:settings>'}]
)
def test_a_document_that_lists_no_sessions_gets_none(written, make_package, parts):
    package = written(**parts)
    assert signed(package) == []
    before = open_package(make_package(TEXT, **parts), PATH)
    assert all(package.read(f"word/{name}.xml") == before.read(f"word/{name}.xml") for name in parts)


def test_the_same_document_author_and_time_give_the_same_session(make_package):
    data = make_package(TEXT, settings=SETTINGS)
    first, second = (open_session(open_package(data, PATH), "Ann", WHEN) for _ in range(2))
    assert first == second
    assert first != open_session(open_package(data, PATH), "Bo", WHEN)


def test_a_session_that_is_listed_is_not_used_again(make_package):
    taken = open_session(open_package(make_package(TEXT, settings=SETTINGS), PATH), "Ann", WHEN)
    data = make_package(TEXT, settings=SETTINGS.replace("FFFFFFFF", taken))
    assert open_session(open_package(data, PATH), "Ann", WHEN) != taken


@pytest.mark.parametrize("listed", ["", '<w:rsidRoot w:val="FFFFFFFF"/>', '<w:rsid w:val="FFFFFFFF"/>'])
def test_a_session_is_listed_after_the_first_of_all_and_before_later_ones(make_package, listed):
    settings = f"<w:settings><w:rsids>{listed}</w:rsids></w:settings>"
    package = open_package(make_package(TEXT, settings=settings), PATH)
    session = open_session(package, "Ann", WHEN)
    assert sessions(package).index(session) == listed.count("rsidRoot")
