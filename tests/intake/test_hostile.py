"""Files made to hurt: each is read, or refused in one line, within 5 s of processor time and 500 MB.

Each is read in a process of its own, whose time and memory are then its own too.
"""

import json
import subprocess
import sys
import zlib
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

if not Path("/proc/self/status").is_file():
    pytest.skip("the memory of a process is told by /proc, which this system lacks", allow_module_level=True)

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"
LIMIT_S = 5
LIMIT_MB = 500
READ = """
import json, re, sys, time
from pathlib import Path
from app.errors import DocumentError
from app.intake.reader import read_document
from app.proofreading.proofread import proofread
for name in sys.argv[1:]:
    begun = time.process_time()
    try:
        document = read_document(Path(name))
        proofread(document)
        outcome = {"text": " ".join(paragraph.text for paragraph in document.paragraphs)[:2000]}
    except DocumentError as error:
        outcome = {"refused": str(error)}
    outcome["seconds"] = time.process_time() - begun
    outcome["megabytes"] = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    print(json.dumps(outcome), flush=True)
"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "<w:p><w:r><w:t>The buyer pays.</w:t></w:r></w:p>"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06\0\0\0\0\0\0\0"  # 60,000 by 60,000


@pytest.fixture
def outcomes(tmp_path):
    """Read files of these bytes in one process and return what came of each."""

    def read(*contents, suffix):
        paths = []
        for number, content in enumerate(contents):
            path = tmp_path / f"hostile-{number}{suffix}"
            path.write_bytes(content)
            paths.append(path)
        done = subprocess.run(
            [sys.executable, "-c", READ, *paths], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60
        )
        assert done.returncode == 0, done.stderr[-800:]
        return [json.loads(line) for line in done.stdout.splitlines()]

    return read


@pytest.fixture
def withstood(outcomes):
    """Read one file and check what it took; return what came of it."""

    def read(content, suffix):
        (outcome,) = outcomes(content, suffix=suffix)
        assert outcome["seconds"] < LIMIT_S
        assert outcome["megabytes"] < LIMIT_MB
        assert "\n" not in outcome.get("refused", "")
        return outcome

    return read


def package(body=P, *, before="", parts=(), links=(), compression=ZIP_DEFLATED):
    """Return a Word file with this body; `before` stands before its root element."""
    relationships = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{k}" Target="{t}"/>' for n, (k, t) in enumerate(links)
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = BytesIO()
    with ZipFile(data, "w", compression) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{relationships}</Relationships>',
        )
        archive.writestr("word/document.xml", f"{before}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts:
            archive.writestr(name, content)
    return data.getvalue()


def nested(opening, closing, depth, inside=P):
    return opening * depth + inside + closing * depth


def entities(kind):
    """Return a Word file with a document type that expands: many times over, or one long entity many times."""
    if kind == "laughs":
        levels = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
        declared, text = '<!ENTITY a0 "ha">' + "".join(levels), "&a9;"
    else:
        declared, text = f'<!ENTITY a "{"a" * 50_000}">', "&a;" * 50_000
    return package(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>", before=f"<!DOCTYPE x [{declared}]>")


TABLE = ("<w:tbl><w:tr><w:tc>", f"{P}</w:tc></w:tr></w:tbl>")
CONTROL = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
BOX = ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>")
STYLES = (
    f'<w:styles {W}><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
DOCX = {
    "a zip bomb": lambda: package(parts=[("word/media/a.xml", bytes(2**26))]),
    "a part that unpacks to far more": lambda: package(" " * 2**26 + P),
    "a zip in a zip in a zip": lambda: package(
        parts=[("word/a.zip", package(parts=[("a.zip", package(" " * 2**20))]))]
    ),
    "30,000 members": lambda: package(parts=[(f"word/{n}.xml", b"") for n in range(30_000)]),
    "a billion laughs": lambda: entities("laughs"),
    "quadratic entities": lambda: entities("quadratic"),
    "10,000 nested tables": lambda: package(nested(*TABLE, 10_000)),
    "200 nested tables": lambda: package(nested(*TABLE, 200)),
    "a table of 100,000 columns": lambda: package(f"<w:tbl><w:tr>{f'<w:tc>{P}</w:tc>' * 100_000}</w:tr></w:tbl>"),
    "a cell that spans a billion columns": lambda: package(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{P}</w:tc></w:tr></w:tbl>' * 5
    ),
    "a grid of 100,000 columns and 100 rows": lambda: package(
        f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * 100_000}</w:tblGrid>{f'<w:tr><w:tc>{P}</w:tc></w:tr>' * 100}</w:tbl>"
    ),
    "10,000 nested content controls": lambda: package(nested(*CONTROL, 10_000)),
    "200 nested content controls": lambda: package(nested(*CONTROL, 200)),
    "10,000 nested text boxes": lambda: package(nested(*BOX, 10_000)),
    "100 nested text boxes": lambda: package(nested(*BOX, 100)),
    "parts that are the document": lambda: package(
        links=[("header", "document.xml"), ("footnotes", "document.xml"), ("comments", "document.xml")]
    ),
    "parts that name one another": lambda: package(
        parts=[("word/_rels/a.xml.rels", "<a/>"), ("word/a.xml", f"<w:hdr {W}>{P}</w:hdr>")],
        links=[("header", "a.xml"), ("header", "../word/a.xml"), ("header", "/word/a.xml"), ("styles", "a.xml")],
    ),
    "styles that rest on one another": lambda: package(
        f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>{P}',
        parts=[("word/s.xml", STYLES)],
        links=[("styles", "s.xml")],
    ),
    "numbering that leads to itself": lambda: package(
        f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>{P}',
        parts=[("word/n.xml", NUMBERING), ("word/s.xml", STYLES)],
        links=[("numbering", "n.xml"), ("styles", "s.xml")],
    ),
    "a picture of 60,000 by 60,000": lambda: package(
        parts=[("word/media/a.png", PNG)], links=[("image", "media/a.png")]
    ),
    "a line of 20 million letters": lambda: package(
        f"<w:p><w:r><w:t>{' '.join(map(str, range(2_700_000)))}</w:t></w:r></w:p>"
    ),
    "a paragraph of 100,000 runs": lambda: package(f"<w:p>{'<w:r><w:b/><w:t>a</w:t></w:r>' * 100_000}</w:p>"),
    "300,000 empty paragraphs": lambda: package("<w:p/>" * 300_000 + P),
}


REMAIN_READABLE = {
    *("a zip in a zip in a zip", "a cell that spans a billion columns", "parts that are the document"),
    *("styles that rest on one another", "numbering that leads to itself", "a picture of 60,000 by 60,000"),
}


@pytest.mark.parametrize("name", DOCX)
def test_a_hostile_word_file_is_read_or_refused(withstood, name):
    outcome = withstood(DOCX[name](), ".docx")
    assert "The buyer pays." in outcome["text"] if name in REMAIN_READABLE else outcome


def test_an_external_entity_is_not_read(withstood, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the combination of the safe")
    before = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    outcome = withstood(package(f"{P}<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", before=before), ".docx")
    assert "safe" not in json.dumps(outcome)


def test_names_that_lead_out_of_the_package_touch_no_file(withstood, tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<w:hdr {W}>{P.replace('buyer', 'safe')}</w:hdr>")
    before = sorted(tmp_path.iterdir())
    names = [f"../../../../../../../../..{secret}", str(secret), "../../outside.xml"]
    outcome = withstood(
        package(parts=[(name, "<a/>") for name in names], links=[("header", name) for name in names]), ".docx"
    )
    assert "safe" not in json.dumps(outcome)
    assert [path for path in sorted(tmp_path.iterdir()) if path.name != "hostile-0.docx"] == before


SAID = b"BT /F1 12 Tf 72 700 Td (The buyer pays.) Tj ET"


def pdf(pages="[3 0 R]", count=1, *, content=SAID, filters="", objects=None, box="0 0 595 842"):
    """Return a PDF of numbered objects: 1 the catalogue, 2 the page tree, 3 a page, 4 its content, 5 the font."""
    resources = "/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids {pages} /Count {count} >>".encode(),
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R {resources} >>".encode(),
        4: f"<< /Length {len(content)} {filters} >> stream\n".encode() + content + b"\nendstream",
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    } | (objects or {})
    data, places = b"%PDF-1.7\n", {}
    for number, body in sorted(bodies.items()):
        places[number] = len(data)
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    rows = [places.get(number) for number in range(max(bodies) + 1)]
    table = "".join(f"{row:010} 00000 n \n" if row else "0000000000 65535 f \n" for row in rows)
    trailer = f"xref\n0 {len(rows)}\n{table}trailer\n<< /Size {len(rows)} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + trailer.encode()


def stream(dictionary, content):
    return f"<< {dictionary} /Length {len(content)} >> stream\n".encode() + content + b"\nendstream"


def inflating(size, filling=b" "):
    """Return a zlib stream of `size` times 16 MB: one packed block over and over."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(filling * (2**24 // len(filling))) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * size + b"\3\0" + bytes(4)


FLATE = "/Filter /FlateDecode"
DRAWN = SAID + b" /X Do "
PDF = {
    "a page tree that holds itself": lambda: pdf("[2 0 R 3 0 R]", 2),
    "pages that hold one another": lambda: pdf(
        "[6 0 R]", 5, objects={6: b"<< /Type /Pages /Kids [7 0 R] >>", 7: b"<< /Type /Pages /Kids [6 0 R 3 0 R] >>"}
    ),
    "a page tree 10,000 deep": lambda: pdf(
        "[6 0 R]",
        objects={
            n: f"<< /Type /Pages /Parent {n - 1} 0 R /Count 1 /Kids [{n + 1 if n < 10_005 else 3} 0 R] >>".encode()
            for n in range(6, 10_006)
        },
    ),
    "one page 200,000 times": lambda: pdf(f"[{'3 0 R ' * 200_000}]", 200_000),
    "two billion pages": lambda: pdf(count=2_147_483_647),
    "content that inflates to 2 GB": lambda: pdf(content=inflating(128), filters=FLATE),
    "content that inflates to 400 MB of operators": lambda: pdf(
        content=inflating(25, b"0 0 m 9 9 l S\n"), filters=FLATE
    ),
    "content that inflates to 64 MB of text": lambda: pdf(
        content=inflating(4, b"BT /F1 9 Tf 72 700 Td (The buyer pays and pays.) Tj ET\n"), filters=FLATE
    ),
    "content packed twice": lambda: pdf(
        content=zlib.compress(inflating(128)), filters="/Filter [/FlateDecode /FlateDecode]"
    ),
    "an object stream that inflates to 1 GB": lambda: pdf(
        objects={6: stream(f"/Type /ObjStm /N 99999999 /First 10 {FLATE}", inflating(64))}
    ),
    "a picture of 60,000 by 60,000": lambda: pdf(
        content=DRAWN,
        objects={
            6: stream(
                "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
                + FLATE,
                zlib.compress(bytes(1000)),
            )
        },
    ),
    "a form that draws itself": lambda: pdf(
        content=DRAWN,
        objects={
            6: stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>", b"/X Do"
            )
        },
    ),
    "forms that draw one another twice, 25 deep": lambda: pdf(
        content=DRAWN,
        objects={
            n: stream(f"/Type /XObject /Subtype /Form /Resources << /XObject << /X {n + 1} 0 R >> >>", b"/X Do /X Do")
            for n in range(6, 31)
        },
    ),
    "arrays 100,000 deep": lambda: pdf(objects={6: b"[" * 100_000 + b"]" * 100_000}),
    "a page of 10,000 miles": lambda: pdf(box="-1e9 -1e9 1e9 1e9"),
    "100,000 rectangles on a page": lambda: pdf(content=DRAWN + b"10 10 20 20 re S 7 8 m 90 8 l S\n" * 50_000),
    "100,000 pieces of text on a page": lambda: pdf(
        content=b"BT /F1 1 Tf 1 0 0 1 9 9 Tm " + b"0 0.007 Td (The buyer pays.) Tj " * 100_000 + b"ET"
    ),
    "a table of contents without end": lambda: pdf(
        objects={
            1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
            6: b"<< /First 7 0 R /Last 7 0 R /Count 1 >>",
            7: b"<< /Title (A) /Parent 6 0 R /Next 7 0 R /Prev 7 0 R /First 7 0 R /Last 7 0 R >>",
        }
    ),
    "form fields that hold one another": lambda: pdf(
        objects={
            1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>",
            6: b"<< /T (a) /FT /Tx /V (x) /Kids [7 0 R 6 0 R] >>",
            7: b"<< /T (b) /Parent 6 0 R /Kids [6 0 R] >>",
        }
    ),
}


@pytest.mark.parametrize("name", PDF)
def test_a_hostile_pdf_is_read_or_refused(withstood, name):
    assert withstood(PDF[name](), ".pdf")


def mails(depth):
    """Return a message in a message in a message, with terms in the innermost one."""
    inner = EmailMessage()
    inner["Subject"] = "Terms"
    inner.set_content("The buyer pays.")
    data = inner.as_bytes()
    for number in range(depth):
        edge = f"edge{number}".encode()
        data = (
            b"MIME-Version: 1.0\nSubject: Fwd\nFrom: a@example.com\nContent-Type: multipart/mixed; boundary="
            + edge
            + b"\n\n--"
            + edge
            + b"\nContent-Type: message/rfc822\n\n"
            + data
            + b"\n--"
            + edge
            + b"--\n"
        )
    return data


PAGE = "<html><body>{}</body></html>"
OTHER = {
    "groups 100,000 deep.rtf": lambda: b"{\\rtf1 " + b"{\\b " * 100_000 + b"The buyer pays." + b"}" * 100_001,
    "a binary part longer than the file.rtf": lambda: b"{\\rtf1 The buyer pays.\\par\\bin999999999 x}",
    "a table of 20,000 cells.rtf": lambda: (
        b"{\\rtf1\\trowd" + b"\\cellx9" * 20_000 + b"\\intbl " + b"a\\cell " * 20_000 + b"\\row}"
    ),
    "400,000 control words.rtf": lambda: b"{\\rtf1 The buyer pays." + b"\\b\\b0" * 200_000 + b"\\par}",
    "elements 100,000 deep.html": lambda: PAGE.format("<div>" * 100_000 + "The buyer pays.").encode(),
    "tables 5,000 deep.html": lambda: PAGE.format("<table><tr><td>" * 5_000 + "The buyer pays.").encode(),
    "bold 50,000 deep.html": lambda: PAGE.format("<p>The buyer pays." + "<b>x" * 50_000).encode(),
    "a cell that spans a billion.html": lambda: PAGE.format(
        "<table><tr><td colspan=999999999 rowspan=999999999>The buyer pays.</td><td>x</td></tr></table>"
    ).encode(),
    "an element of 100,000 attributes.html": lambda: PAGE.format(
        f"<p {' '.join(f'a{n}=b' for n in range(100_000))}>The buyer pays.</p>"
    ).encode(),
    "an entity from a file.html": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b"<html><body><p>The buyer pays. &a;</p></body></html>"
    ),
    "a page without elements.html": lambda: b"<!DOCTYPE html><!-- -->",
    "styles without rules.html": lambda: PAGE.format(f"<style>{'a ' * 400_000}</style><p>The buyer pays.</p>").encode(),
    "a character set with a null.eml": lambda: (
        b"Subject: a\nContent-Type: text/plain; charset=a\0b\n\nThe b\xfcyer pays.\n"
    ),
    "mails 1,000 deep.eml": lambda: mails(1_000),
    "mails 20 deep.eml": lambda: mails(20),
    "a header of 1 MB.eml": lambda: (
        b"From: a@example.com\nSubject: " + b"=?utf-8?q?a?= " * 70_000 + b"\n\nThe buyer pays.\n"
    ),
    "100,000 parts.eml": lambda: (
        b"From: a@example.com\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\n\nThe buyer pays.\n" * 100_000
        + b"--x--"
    ),
    "a line of 50 MB.txt": lambda: b"The buyer pays. " * 3_200_000,
    "a word of 5 MB.txt": lambda: b"a" * 5_000_000,
    "500,000 lines.txt": lambda: b"The buyer pays.\n" * 500_000,
    "20,000 numbers.txt": lambda: "".join(f"{n}. The buyer pays.\n\n" for n in range(20_000)).encode(),
    "100,000 quotes.txt": lambda: b'The "buyer' * 100_000,
    "brackets.md": lambda: b"# Terms\n\n" + b"[" * 100_000,
    "brackets and links.md": lambda: b"# Terms\n\n" + b"[a](" * 50_000,
    "stars.md": lambda: b"# Terms\n\n" + b"*" * 100_000 + b"a" + b" **a" * 50_000,
    "quotes.md": lambda: b"# Terms\n\n" + b">" * 100_000 + b" The buyer pays.",
    "lists.md": lambda: b"# Terms\n\n" + b"".join(b" " * (2 * n) + b"- a\n" for n in range(1_500)),
    "code.md": lambda: b"# Terms\n\n" + b"".join(b"`" * n + b" " for n in range(1_500)),
    "html.md": lambda: b"# Terms\n\n" + b"<a " * 50_000,
    "half a character of UTF-16.txt": lambda: "The buyer pays.".encode("utf-16") + b"\0",
    "surrogates of UTF-16.txt": lambda: b"\xff\xfe" + b"\x00\xd8" * 10_000 + "The buyer pays.".encode("utf-16-le"),
}


@pytest.mark.parametrize("name", OTHER)
def test_another_hostile_file_is_read_or_refused(withstood, name):
    assert withstood(OTHER[name](), Path(name).suffix)


def odt():
    """Return a small OpenDocument text."""
    names = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{names.format("office")}" xmlns:text="{names.format("text")}">'
            "<o:body><o:text>"
            + "".join(f"<text:p>The buyer pays {n}.</text:p>" for n in range(2_000))
            + "</o:text></o:body></o:document-content>",
        )
    return data.getvalue()


WHOLE = {
    ".docx": (SAMPLES / "community-model-licence.docx").read_bytes,
    ".pdf": (SAMPLES / "community-model-licence.pdf").read_bytes,
    ".odt": odt,
    ".rtf": lambda: b"{\\rtf1\\ansi " + b"{\\b The} buyer \\u8217 ?s fee.\\par\n" * 400 + b"}",
    ".html": lambda: PAGE.format(
        "<table><tr><td><p>The <b>buyer</b> pays &amp; pays.</p></td></tr></table>" * 200
    ).encode(),
    ".eml": lambda: mails(3).replace(b"The buyer pays.", b"The buyer pays.\n" * 500),
}


@pytest.mark.parametrize("suffix", WHOLE)
def test_a_file_that_breaks_off_is_read_or_refused(outcomes, suffix):
    whole = WHOLE[suffix]()
    ends = range(1, len(whole), max(1024, len(whole) // 12))
    for outcome in outcomes(*(whole[:end] for end in ends), suffix=suffix):
        assert outcome["seconds"] < LIMIT_S
        assert outcome["megabytes"] < LIMIT_MB
