"""Paragraphs from a line of WordprocessingML, and back to a line that can be read."""

import re
from datetime import UTC, datetime

import pytest
from lxml import etree

from app.ooxml.cuts import Ids
from app.ooxml.marks import Stamp
from app.ooxml.names import MC, R, W

NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'


@pytest.fixture
def stamp():
    return Stamp("Ann Reviewer", datetime(2026, 1, 2, tzinfo=UTC), Ids({"1", "2", "3"}))


@pytest.fixture
def body():
    """Parse the content of a body; return the root of its part."""

    def parse(xml):
        return etree.fromstring(f"<w:document {NAMESPACES}><w:body>{xml}</w:body></w:document>")

    return parse


@pytest.fixture
def paragraph(body):
    """Parse the content of one paragraph, followed by an empty one; return the first."""

    def parse(xml):
        return body(f"<w:p>{xml}</w:p><w:p/>")[0][0]

    return parse


@pytest.fixture
def shown():
    """Write XML without what is the same everywhere: namespaces, dates and the prefix w."""

    def write(element):
        xml = etree.tostring(element, encoding="unicode", with_tail=False)
        xml = re.sub(r' xmlns:\w+="[^"]*"| w:date="[^"]*"| w:id="[^"]*"| xml:space="preserve"', "", xml)
        return (
            xml.replace("<w:", "<").replace("</w:", "</").replace(" w:", " ").replace('author="Ann Reviewer"', "ours")
        )

    return write
