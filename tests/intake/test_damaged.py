"""Whatever chance does to a file, it is read or refused; `benchmarks/fuzz.py` tries it at length."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import DocumentError
from app.intake.reader import read_document
from app.proofreading.proofread import proofread

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
ODT = """<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:text>
<text:h text:outline-level="1">Terms</text:h><text:list><text:list-item><text:p>The buyer pays.</text:p>
</text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2">
<text:p>Fee<text:s text:c="3"/></text:p></table:table-cell></table:table-row></table:table></o:text></o:body>
</o:document-content>"""
TEXTS = {
    ".rtf": rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Terms\par{\listtext 1.\tab}A \u8217 ?s {\b fee{\footnote Note.}}"
    rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt y}}\par\trowd\cellx9\intbl A\cell\row}",
    ".html": b"<html><head><style>.x{display:none}</style></head><body><h1>Terms</h1><ol type=a start=3><li>The "
    b"<b>buyer</b> pays.</ol><table><tr><td colspan=2>Fee</table><p class=x>Hidden <a href='#a'>1</a></body></html>",
    ".eml": b"From: a@example.com\r\nSubject: =?utf-8?q?Terms?=\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n"
    b"<p>The buyer pays.\r\n--x--\r\n",
    ".md": b"# Terms\n\n1. The *buyer* [pays](http://x).\n   - at **once**\n\n| a |\n|---|\n| 1 |\n\n> quoted\n",
    ".txt": "Terms\r\n\r\n1. The buyer pays “five (5)” dollars.\r\n  (a) now;\r\n\f2. Section 1 ends.\r\n".encode(),
    ".pdf": (SAMPLES / "community-model-licence.pdf").read_bytes(),
}
PIECES = st.sampled_from(
    [b"", b"\0", b"\xff", b"<", b">", b'"', b"{", b"}", b"\\", b"9" * 12, b"-1", b"(", b"[", b"\n\n", b"R "]
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES, st.integers(1, 3)), min_size=1, max_size=5)
bounded = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def damaged(data, edits):
    """Return `data` with pieces put in the place of some bytes; a place is a share of the length."""
    for place, taken, piece, times in edits:
        at = int(place * len(data))
        data = data[:at] + piece * times + data[at + taken :]
    return data


def is_read_or_refused(path, data):
    path.write_bytes(data)
    try:
        proofread(read_document(path))
    except DocumentError as error:
        return "\n" not in str(error)
    return True


def repacked(data, part, edits):
    """Return a package with one part damaged before it is packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(packed, "w", ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            copy.writestr(name, damaged(archive.read(name), edits) if name == part else archive.read(name))
    return packed.getvalue()


@pytest.mark.parametrize("suffix", TEXTS)
@bounded
@given(edits=EDITS)
def test_a_damaged_file_is_read_or_refused(tmp_path, suffix, edits):
    assert is_read_or_refused(tmp_path / f"contract{suffix}", damaged(TEXTS[suffix], edits))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"])
@bounded
@given(edits=EDITS)
def test_a_word_file_with_a_damaged_part_is_read_or_refused(tmp_path, part, edits):
    whole = (SAMPLES / "community-model-licence.docx").read_bytes()
    assert is_read_or_refused(tmp_path / "contract.docx", repacked(whole, part, edits))


@bounded
@given(edits=EDITS)
def test_an_opendocument_text_with_damaged_content_is_read_or_refused(tmp_path, edits):
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", damaged(ODT.encode(), edits))
    assert is_read_or_refused(tmp_path / "contract.odt", packed.getvalue())


@bounded
@given(data=st.binary(max_size=300))
def test_bytes_of_no_format_are_read_or_refused(tmp_path, data):
    assert is_read_or_refused(tmp_path / "contract", data)
