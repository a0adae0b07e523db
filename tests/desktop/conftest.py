"""A small review, written out by hand, and the window that shows it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QDialog
from reportlab.pdfgen.canvas import Canvas

from app.desktop.look import Look, Wardrobe
from app.desktop.main_window import MainWindow
from app.desktop.worker import Worker
from app.model.clause import Claim, ClauseType, Condition, Cues, Position, Test, Value
from app.model.document import Anchor, Document, Page, Paragraph, Section
from app.model.library import ClauseLibrary
from app.model.marks import Box, TextStyle
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.model.redline import Comment, Edit, NewParagraph, Note, Redline
from app.model.review import (
    ClauseReading,
    Fact,
    Finding,
    Match,
    Place,
    Receipt,
    Review,
    TestResult,
    Verdict,
)
from app.model.span import Span
from app.service.matters import UNRECORDED, create_matter

_PATIENCE_MS = 40_000  # with a dialog; shorter than that of pytest with the test
WHEN = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)

INDEMNITY = "You will hold the Provider harmless from any claim arising out of or related to your use of the Weights."
ENDING = "The Provider may end this licence at any time if you breach it. You then delete every copy of the Weights."
SERVICE = "Products with more than 5 million monthly active users need a separate licence from the Provider."
POLICY = "You follow the Use Policy as published on the Provider's site, which it may update from time to time."

_LINES: tuple[tuple[str, str, str, str], ...] = (
    ("title", "", "", "Example Open Weights Licence"),
    ("body", "", "", "This licence is between Example Weights Ltd (the “Provider”) and you, 𝒪ne who takes a copy."),
    ("heading", "1.", "1", "Grant"),
    ("list-item", "(a)", "1(a)", "The Provider grants you a non-exclusive, royalty-free right to use the Weights."),
    ("list-item", "(b)", "1(b)", "Copies you pass on carry this licence and the notice “Built with Example”."),
    ("heading", "2.", "2", "Larger services"),
    ("body", "", "", SERVICE),
    ("heading", "3.", "3", "Acceptable use"),
    ("body", "", "", POLICY),
    ("heading", "4.", "4", "Ownership and claims"),
    ("list-item", "(a)", "4(a)", "Between the parties, you own the derivatives that you make."),
    ("list-item", "(b)", "4(b)", INDEMNITY),
    ("heading", "5.", "5", "Term and ending"),
    ("body", "", "", ENDING),
    ("heading", "6.", "6", "Law"),
    ("body", "", "", "The law of the Provider's seat governs this licence and its courts decide."),
)


def span_of(text: str, words: str) -> Span:
    """Return where `words` stand in `text`."""
    return Span(text.index(words), text.index(words) + len(words))


def end_of(text: str, words: str) -> Span:
    """Return the empty span after `words` in `text`."""
    return Span(text.index(words) + len(words), text.index(words) + len(words))


def _clause(clause_id: str, title: str, severity: str, positions: tuple[Position, ...]) -> ClauseType:
    return ClauseType(
        id=clause_id,
        title=title,
        group="A",
        nature="protection",
        cues=Cues(strong=(title,)),
        applies=Condition(("model-licence",), (), "It does not apply."),
        facts=(),
        positions=positions,
        severity=severity,
        severity_when=(),
        ask=f"Change the terms on {title.lower()}.",
        rationale="It matters to the product.",
        comment="We propose this change.",
        note="Do not settle below the fallback.",
        owner="Legal",
        negotiability="hard",
        sources=("House positions, section 3",),
        claims=(Claim("Smaller licensees rarely get this changed.", "Trade survey 2025", "disputed", "Nothing."),),
    )


def _positions(key: str, *rungs: tuple[str, str, Value | None]) -> tuple[Position, ...]:
    return tuple(
        Position(level, name, () if operand is None else (Test("fact", key, "at_least", operand),))
        for level, name, operand in rungs
    )


def _finding(clause, level, severity, paragraph=None, words="", facts=(), why=""):
    matches = ()
    if paragraph is not None:
        start = _LINES[paragraph][3].index(words)
        matches = (Match(clause.id, paragraph, 0.9, (("cues", 0.9),), (Span(start, start + len(words)),)),)
    reached = next((position for position in clause.positions if position.level == level), None)
    verdicts = []
    for position in clause.positions:
        results = tuple(TestResult(test, 0, passed=position is reached) for test in position.tests)
        verdicts.append(Verdict(position, results))
        if position is reached:
            break
    asked = clause.positions[0] if severity != "none" and level != "not-applicable" and clause.positions else None
    reading = ClauseReading(clause.id, matches, facts, ())
    return Finding(clause, level, severity, reading, tuple(verdicts), asked, why, clause.claims)


CURE = _positions(
    "cure_days",
    ("preferred", "30 days to cure after written notice", 30),
    ("fallback", "15 days to cure after written notice", 15),
    ("walk-away", "No time to cure", None),
)


@pytest.fixture
def document() -> Document:
    """Six sections of a licence of our own."""
    heads = [index for index, line in enumerate(_LINES) if line[0] == "heading"]
    section_of = {index: max((n for n, head in enumerate(heads) if head <= index), default=None) for index in range(16)}
    paragraphs = tuple(
        Paragraph(
            index,
            text,
            Anchor("word/document.xml", index),
            marker=marker,
            label=label,
            kind=kind,
            level=1 if kind == "list-item" else 0,
            section=section_of[index],
            styles=(TextStyle(Span(82, 83), bold=True),) if index == 1 else (),
        )
        for index, (kind, marker, label, text) in enumerate(_LINES)
    )
    sections = tuple(
        Section(n, _LINES[head][2], _LINES[head][3], head, end)
        for n, (head, end) in enumerate(zip(heads, [*heads[1:], len(_LINES)], strict=True))
    )
    return Document(
        Path("example-licence.docx"), b"", "0" * 64, "docx", "Example Open Weights Licence", paragraphs, sections
    )


@pytest.fixture
def findings() -> tuple[Finding, ...]:
    """One finding of each kind: critical to none, missing, not applicable."""
    cure_fact = Fact("cure_days", 0, Place(13, Span(0, 35)))
    users_fact = Fact("threshold", 5_000_000, Place(6, Span(24, 33)))
    users = _positions("threshold", ("preferred", "No user threshold", 10**9), ("walk-away", "Any threshold", None))
    two = _positions("notice_days", ("preferred", "90 days' notice and exit", 90), ("walk-away", "No notice", None))
    return (
        _finding(
            _clause("mau-threshold", "User threshold", "critical", users),
            "walk-away",
            "critical",
            6,
            "monthly active users",
            (users_fact,),
            "The planned product is above 5 million users.",
        ),
        _finding(
            _clause("indemnity", "Indemnity by the customer", "high", _positions("capped", ("preferred", "Mutual", 1))),
            "walk-away",
            "high",
            11,
            "hold the Provider harmless",
            (),
            "The customer bears every claim, without a cap.",
        ),
        _finding(
            _clause("cure-period", "Cure period", "high", CURE),
            "walk-away",
            "high",
            13,
            "at any time if you breach",
            (cure_fact,),
            "The licence can end without time to cure.",
        ),
        _finding(
            _clause("policy-change", "Change of the use policy", "medium", two),
            "walk-away",
            "medium",
            8,
            "from time to time",
            (),
            "The policy can change without notice.",
        ),
        _finding(
            _clause("warranty", "Authority to license", "low", _positions("stated", ("preferred", "Stated", 1))),
            "missing",
            "low",
            why="The document does not say that the Provider may license the Weights.",
        ),
        _finding(
            _clause("derivative-owner", "Ownership of derivatives", "high", _positions("x", ("preferred", "Ours", 1))),
            "preferred",
            "none",
            10,
            "you own the derivatives",
            (),
            "The customer owns what it makes.",
        ),
        _finding(
            _clause("service-levels", "Service levels", "high", ()),
            "not-applicable",
            "none",
            why="Weights that we host ourselves have no service levels.",
        ),
    )


@pytest.fixture
def review(document, findings) -> Review:
    """A review with an edit in a sentence, an added sentence, and a new paragraph."""
    widening = " or related to"
    cured = " and do not cure the breach within thirty (30) days of written notice"
    authority = "Authority. The Provider states that it may license the Weights."
    redlines = (
        Redline(
            "indemnity",
            edits=(Edit(11, span_of(INDEMNITY, widening), ""),),
            comment=Comment("We propose to limit the indemnity to claims that your breach causes."),
        ),
        Redline(
            "cure-period",
            edits=(Edit(13, span_of(ENDING, " at any time"), ""), Edit(13, end_of(ENDING, "breach it"), cured)),
            comment=Comment("A cure period lets both sides mend a mistake."),
        ),
        Redline("warranty", insertions=(NewParagraph(11, 11, authority, "(c)", "Authority."),)),
    )
    return Review(
        document=document,
        document_type="model-licence",
        profile=DeploymentProfile(),
        library=ClauseLibrary("2026.11", "1" * 64, tuple(finding.clause for finding in findings)),
        findings=findings,
        redlines=redlines,
        notes=tuple((finding.clause.id, Note("Fallback: 15 days. Below that we walk.")) for finding in findings[:4]),
        not_checked=(),
        receipt=Receipt("0" * 64, "2026.11", "1" * 64, "2" * 64, "counterdraft 0.1.0"),
    )


@pytest.fixture(autouse=True)
def matters_of_their_own(tmp_path, monkeypatch) -> Path:
    """Keep the matters of a test, and what is remembered of them, apart from those of others."""
    folder = tmp_path / "documents"
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return folder


@pytest.fixture(autouse=True)
def no_dialog_is_left_open(qapp) -> Iterator[None]:
    """Close dialogs that nobody answers, which would hold up all tests, and fail the test that asked."""
    left: list[str] = []

    def close() -> None:
        while isinstance(dialog := qapp.activeModalWidget(), QDialog):
            left.append(f"{type(dialog).__name__} {dialog.windowTitle()!r}")
            dialog.done(0)  # asks nothing again

    patience = QTimer(interval=_PATIENCE_MS)
    patience.timeout.connect(close)
    patience.start()
    yield
    patience.stop()
    close()
    assert not left


@pytest.fixture
def settings(tmp_path) -> QSettings:
    """Settings of their own for every test."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """The worker of all tests; its process starts when something is first asked of it."""
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def wardrobe(qapp) -> Iterator[Wardrobe]:
    """What dresses the application, which is as it was afterwards."""
    font, palette = QFont(qapp.font()), QPalette(qapp.palette())
    wardrobe = Wardrobe(qapp)
    wardrobe.wear(Look(theme="light"))
    yield wardrobe
    wardrobe.setParent(None)  # it follows the system no more
    wardrobe.deleteLater()
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def window(qtbot, settings, worker, wardrobe) -> MainWindow:
    """The window, shown, with no document."""
    window = MainWindow(settings, worker, wardrobe)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def show(tmp_path):
    """Open a matter of its own in a window, with reviews written by hand as its documents."""

    def showing(window, *reviews, flaws=()):
        number = len(list(tmp_path.glob("*.counterdraft")))
        matter = create_matter(tmp_path / f"deal-{number}.counterdraft", "Deal", DeploymentProfile(), WHEN)
        held = []
        for review in reviews:
            document = review.document
            kept = matter.add_document(document.name, document.sha256, b"PK", UNRECORDED, WHEN, review.document_type)
            held.append(HeldDocument(kept, review, flaws))
        known = {each.id: each for each in held}
        window.session.open(matter, [known[each] for each in matter.order()])
        window.opener.matter_opened.emit()
        return window

    return showing


@pytest.fixture
def reviewed(window, review, show) -> MainWindow:
    """The window with the review shown, in a matter."""
    return show(window, review)


LETTER = 6.0  # points: Courier of 10 points
PAGE_BREAK = 9  # the paragraph that begins the second page


@pytest.fixture
def printed(review) -> Review:
    """The review of the same words as a PDF of two pages, every word with its place."""
    document = review.document
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=1)
    paragraphs = []
    page, top = 1, 72.0
    for paragraph in document.paragraphs:
        if paragraph.index == PAGE_BREAK:
            canvas.showPage()
            page, top = 2, 72.0
        left, boxes = 90.0, []
        for word in re.finditer(r"\S+", paragraph.text):
            width = LETTER * len(word.group())
            if left + width > 520:
                left, top = 90.0, top + 14
            boxes.append(Box(*word.span(), page, left, top, left + width, top + 10))
            canvas.setFont("Courier", 10)
            canvas.drawString(left, 842 - top - 8, word.group().encode("latin-1", "replace").decode("latin-1"))
            left += width + LETTER
        top += 24
        paragraphs.append(replace(paragraph, anchor=Anchor("", paragraph.index, page=page), boxes=tuple(boxes)))
    canvas.showPage()
    canvas.save()
    pages = tuple(Page(number, 595.0, 842.0, "text") for number in (1, 2))
    of_pages = replace(
        document,
        path=Path("example-licence.pdf"),
        kind="pdf",
        data=file.getvalue(),
        sha256="3" * 64,
        paragraphs=tuple(paragraphs),
        pages=2,
        page_list=pages,
    )
    return replace(review, document=of_pages)
