"""Citations of the library from its wording to the exported file."""

from datetime import UTC, datetime

import pytest

from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.service.export import export
from app.service.profiles import load_profile
from app.service.review import review
from app.service.settings import load_clause_library

WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TERMS = (
    "Grant. Northwind grants Licensee a non-exclusive, worldwide licence to use and copy the Model.",
    "Term. This Agreement lasts for one year.",
    "Limitation of Liability. The total liability of Northwind shall not exceed the fees paid in twelve months.",
    "Governing Law. The law of Norway governs this Agreement.",
)
INTRODUCTION = (
    "MODEL LICENCE AGREEMENT",
    "This Agreement is made between Northwind Labs AS (“Northwind”) and the person that uses the Model (“Licensee”).",
)
NUMBERING = (
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    "</w:numbering>"
)
AUTOMATIC = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'


OURS = """
positions:
  - level: preferred
    name: Every claim is taken over
    clause:
      heading: Indemnity.
      text:
        - "{vendor} {shall} defend {customer:object} against every claim. {section:liability-cap} does not limit this."
      after: [liability-cap]
"""


@pytest.fixture
def library(tmp_path):
    """Give a library whose indemnity cites the cap on liability."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "indemnity-by-vendor.yaml").write_text(OURS, encoding="utf-8")
    return load_clause_library(tmp_path / "ours")


@pytest.fixture
def indemnity(tmp_path, make_package, library):
    """Review terms with automatic or typed numbers, and return the paragraph of the indemnity that was put in."""

    def put(*, automatic):
        properties = AUTOMATIC if automatic else ""
        numbered = [text if automatic else f"{number}. {text}" for number, text in enumerate(TERMS, 1)]
        body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in INTRODUCTION)
        body += "".join(f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>" for text in numbered)
        path = tmp_path / "licence.docx"
        path.write_bytes(make_package(body, **({"numbering": NUMBERING} if automatic else {})))
        reviewed = review(path, library, load_profile(None))
        written = export(reviewed, tmp_path / "out", author="A. Reviewer", when=WHEN).redlined
        package = open_package(written.read_bytes(), written)
        found = [p for p in paragraphs_of(package.tree(package.main)) if "shall defend" in read_text(p).text]
        assert len(found) == 1
        return found[0]

    return put


def test_a_citation_of_an_automatic_number_is_a_field(indemnity):
    p = indemnity(automatic=True)
    (instruction,) = ("".join(each.itertext()) for each in p.iter(w("instrText")))
    bookmark = instruction.split()[1]
    (start,) = (each for each in p.getroottree().iter(w("bookmarkStart")) if each.get(w("name")) == bookmark)
    assert instruction.split()[0] == "REF"
    assert "Section 3 does not limit this." in read_text(p).text
    assert read_text(next(start.iterancestors(w("p")))).text.startswith("Limitation of Liability.")


def test_a_citation_of_a_typed_number_is_text(indemnity):
    p = indemnity(automatic=False)
    assert list(p.iter(w("instrText"))) == []
    assert "Section 3 does not limit this." in read_text(p).text
