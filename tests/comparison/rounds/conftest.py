"""Two Word files written out as markup: what we sent, and what they returned."""

from pathlib import Path

import pytest

from app.comparison.rounds.earlier import NOTHING
from app.comparison.rounds.layered import layers_of_package
from app.comparison.rounds.steps import Rules
from app.comparison.rounds.trace import File, earlier_than_next, trace
from app.intake.reader import read_document
from app.ooxml.package import open_package


class Markup:
    """Writes paragraphs; `ins` and `gone` are tracked changes by the author named first."""

    def __init__(self):
        self._ids = 0

    def paragraph(self, *pieces, mark=""):
        properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
        return f"<w:p>{properties}{''.join(map(self._piece, pieces))}</w:p>"

    def ins(self, author, *pieces, day=2):
        return f"<w:ins {self._who(author, day)}>{''.join(map(self._piece, pieces))}</w:ins>"

    def gone(self, author, text, day=2):
        run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
        return f"<w:del {self._who(author, day)}>{run}</w:del>"

    def mark(self, kind, author, day=2):
        return f"<w:{kind} {self._who(author, day)}/>"

    def hidden(self, text):
        return f'<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    def field(self, text):
        return f'<w:fldSimple w:instr="PAGEREF x">{self._piece(text)}</w:fldSimple>'

    def _who(self, author, day):
        self._ids += 1
        return f'w:id="{self._ids}" w:author="{author}" w:date="2026-03-{day:02}T09:00:00Z"'

    def _piece(self, piece):
        return piece if piece.startswith("<") else f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>'


@pytest.fixture
def markup():
    return Markup()


@pytest.fixture
def file(make_package):
    """Read a Word file with these paragraphs, and other parts by their kind."""

    def read(*paragraphs, **parts):
        data = make_package("".join(paragraphs), **parts)
        document = read_document(Path("x.docx"), data=data)
        return File(document, layers_of_package(open_package(data, Path("x.docx"))))

    return read


@pytest.fixture
def follow(file):
    """Follow what we ("Us") sent, a list of paragraphs, into what they returned; then the same for further rounds."""

    def rounds(*files, ours=("Us",)):
        earlier, traces = NOTHING, []
        for sent, returned in zip(files[::2], files[1::2], strict=True):
            traces.append(trace(file(*sent), file(*returned), Rules(frozenset(ours)), earlier))
            earlier = earlier_than_next(traces[-1], earlier)
        return traces if len(traces) > 1 else traces[0]

    return rounds
