"""Documents of our own writing, written to files as a user has them."""

import struct
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.intake.blocks import go_on
from app.intake.docx.reader import read_docx
from app.intake.pdf.lines import make_line
from app.intake.pdf.placed import PlacedWord
from app.intake.reader import read_document
from app.model.document import Opening

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
def page_of():
    """Return a function that gives the one page of a PDF that `draw` drew on a canvas."""

    def make(draw, size=(595, 842)):
        file = BytesIO()
        canvas = Canvas(file, pagesize=size)
        draw(canvas)
        canvas.showPage()
        canvas.save()
        return pypdfium2.PdfDocument(file.getvalue())[0]

    return make


@pytest.fixture
def read_text(tmp_path):
    """Read text as it would be from a file of that name."""

    def read(text, name="contract.txt", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return read_document(path)

    return read


@pytest.fixture
def read_markdown(read_text):
    return lambda text: read_text(text, name="contract.md")


@pytest.fixture
def write_package(tmp_path):
    """Write a Word file from the XML of its body and of other parts: numbering, styles, header, footnotes."""

    def write(body, **parts):
        names = {kind: f"word/{kind}.xml" for kind in parts}
        relationships = "".join(
            f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{kind}.xml"/>' for number, kind in enumerate(parts)
        )
        path = tmp_path / "contract.docx"
        with ZipFile(path, "w") as archive:
            archive.writestr(
                "[Content_Types].xml",
                f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>',
            )
            archive.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{PACKAGE}/relationships">'
                f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            )
            archive.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{PACKAGE}/relationships">{relationships}</Relationships>',
            )
            archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
            for kind, xml in parts.items():
                archive.writestr(names[kind], xml.replace(">", f' xmlns:w="{W}">', 1))
        return path

    return write


@pytest.fixture
def read_package(write_package):
    return lambda body, **parts: read_document(write_package(body, **parts))


@pytest.fixture
def read_blocks(write_package):
    """Read a Word file as its reader hands it on, in a view of its earlier revisions."""

    def read(body, view="accepted", **parts):
        path = write_package(body, **parts)
        return read_docx(path, path.read_bytes(), Opening(view=view), go_on).blocks

    return read


@pytest.fixture
def write_pdf(tmp_path):
    """Write a PDF: for each page its lines, as text or as (left, down, text, font)."""

    def write(*pages, name="contract.pdf", **options):
        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=(595, 842), invariant=1, **options)
        for lines in pages:
            for number, line in enumerate(lines):
                left, down, text, font = line if isinstance(line, tuple) else (72, 120 + 14 * number, line, "Helvetica")
                canvas.setFont(font, 11)
                canvas.drawString(left, 842 - down, text)
            canvas.showPage()
        canvas.save()
        return path

    return write


@pytest.fixture
def texts():
    return lambda document: [paragraph.text for paragraph in document.paragraphs]


@pytest.fixture
def labels():
    return lambda document: [paragraph.label for paragraph in document.paragraphs]


@pytest.fixture
def print_words():
    """Return words of five points a letter, the first beginning at `left`, their feet at `base`."""

    def printed(text, left=70.0, base=100.0, height=10.0):
        words = []
        for word in text.split():
            right = left + 5.0 * len(word)
            words.append(PlacedWord(word, left, base - height, right, base))
            left = right + 5.0
        return words

    return printed


@pytest.fixture
def print_line(print_words):
    """Return a line of a page, set from such words."""
    return lambda text, left=70.0, base=100.0, height=10.0, page=1: make_line(
        print_words(text, left, base, height), page
    )


@pytest.fixture
def print_lines(print_line):
    """Return lines one under the other."""
    return lambda *texts, left=70.0, top=100.0, step=12.0, page=1: [
        print_line(text, left, top + step * number, page=page) for number, text in enumerate(texts)
    ]


@pytest.fixture
def write_compound(tmp_path):
    """Write a compound file, as old Office files and messages of Outlook are, from streams by their path.

    Streams are filled up to 4,096 bytes with what `fill` says, so that none needs the mini stream.
    """

    def write(streams, name="contract.bin", fill=b"\x00"):
        entries = [["Root Entry", 5, b"", []]]  # name, type, data, children
        places = {(): 0}
        for route, data in streams.items():
            steps = tuple(route.split("/"))
            for depth in range(1, len(steps) + 1):
                if steps[:depth] not in places:
                    places[steps[:depth]] = len(entries)
                    entries[places[steps[: depth - 1]]][3].append(len(entries))
                    is_stream = depth == len(steps)
                    entries.append([steps[depth - 1], 2 if is_stream else 1, data if is_stream else b"", []])
        path = tmp_path / name
        path.write_bytes(_compound(entries, fill))
        return path

    return write


def _compound(entries, fill):
    free, end, fat_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    following = {}
    for _, _, _, children in entries:
        following.update(zip(children, (*children[1:], free), strict=False))
    directory_sectors = -(-len(entries) // 4)
    fat = [fat_mark, *range(2, directory_sectors + 1), end]
    directory, body = b"", b""
    for place, (name, kind, data, children) in enumerate(entries):
        filled = data.ljust(4096, fill) if kind == 2 else b""
        first = len(fat) if filled else end
        sectors = -(-len(filled) // 512)
        if sectors:
            fat += [*range(first + 1, first + sectors), end]
            body += filled.ljust(512 * sectors, b"\x00")
        encoded = f"{name}\x00".encode("utf-16-le")
        directory += struct.pack(
            "<64sHBBIII36xIQ",
            *(encoded, len(encoded), kind, 1, free, following.get(place, free), children[0] if children else free),
            *(first, len(filled)),
        )
    header = struct.pack(
        "<8s16xHHHHH10xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        1,
        1,
        0,
        4096,
        end,
        0,
        end,
        0,
        0,
    )
    header = header.ljust(512, b"\xff")
    return (
        header
        + struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
        + directory.ljust(512 * directory_sectors, b"\x00")
        + body
    )
