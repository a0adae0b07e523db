"""A page of the page view: its picture on a sheet, what is marked on it, and the badges beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.desktop import theme, words
from app.desktop.margin import paint_badges, paint_uncovered
from app.desktop.page_drawer import PageDrawer
from app.desktop.page_marks import PageChange, PageGap, PageMark, PageMarks, Stretch
from app.desktop.pages_model import PagesModel
from app.desktop.theme import GAP, Colours
from app.model.document import Page
from app.model.matter import UNDECIDED, Decision
from app.model.review import Finding

Index = QModelIndex | QPersistentModelIndex

GUTTER = 7 * GAP
"""The width kept at either side of a page for badges, in pixels."""

_BADGE = 18
_A4 = (595.0, 842.0)
_MOST_POINTS = 20_000.0
_BAR = GAP  # from the sheet to the bars beside it


class _Ground(QPainterPath):
    """A ground made of rectangles, each place painted once however many of them cover it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFillRule(Qt.FillRule.WindingFill)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the marks stands out.

    Attributes:
        finding: The one chosen.
        evidence: Where its words are printed.
        found: Where words that were looked for are printed.
        current: Which of these is the one that the reader is at.
        with_changes: Whether redlines are drawn.
        decisions: What was decided on findings, by clause type.
    """

    finding: Finding | None = None
    evidence: tuple[Stretch, ...] = ()
    found: tuple[Stretch, ...] = ()
    current: tuple[Stretch, ...] = ()
    with_changes: bool = True
    decisions: Mapping[str, Decision] = field(default_factory=dict)


def size_of(page: Page) -> tuple[float, float]:
    """Return width and height at which a page is laid out, in points: bounded, and those of A4 where it has none."""
    if page.width <= 0 or page.height <= 0:
        return _A4
    return min(page.width, _MOST_POINTS), min(page.height, _MOST_POINTS)


class PageDelegate(QStyledItemDelegate):
    """Paints the pages of a PagesModel; `scale` is in pixels of the window for each point."""

    def __init__(self, drawer: PageDrawer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self.scale = 1.0
        self.shown = Shown()
        self.is_marked_right = False
        self._paper = theme.on_paper(QPalette())

    @property
    def gutters(self) -> int:
        """How much room is kept beside the sheets, in pixels: as much on the right as on the left only if need be."""
        return 2 * GUTTER if self.is_marked_right else GUTTER + 2 * GAP

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a page with its gutters."""
        width, height = size_of(index.data(PagesModel.PAGE_ROLE))
        return QSize(round(width * self.scale) + self.gutters, round(height * self.scale) + 2 * GAP)

    def sheet(self, row: QRect, page: Page) -> QRectF:
        """Return where the sheet of a page lies in its row."""
        width, height = (round(side * self.scale) for side in size_of(page))
        spare = max(0, row.width() - width - self.gutters) // 2
        return QRectF(row.left() + GUTTER + spare, row.top() + GAP, width, height)

    def on_sheet(self, place: QRectF, sheet: QRectF) -> QRectF:
        """Return where a place of a page, in points, stands on its sheet."""
        scale = self.scale
        return QRectF(
            sheet.left() + place.left() * scale,
            sheet.top() + place.top() * scale,
            place.width() * scale,
            place.height() * scale,
        )

    def reach_of(self, mark: PageMark | PageGap, sheet: QRectF) -> QRectF:
        """Return where a mark can be clicked: its words, its bar and its badges."""
        place = self.on_sheet(mark.place, sheet)
        if mark.side == "left":
            place.setLeft(sheet.left() - GUTTER)
        else:
            place.setRight(sheet.right() + GUTTER)
        if place.height() < _BADGE:
            place.setHeight(_BADGE)
        return place

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one page."""
        page: Page = index.data(PagesModel.PAGE_ROLE)
        marks: PageMarks = index.data(PagesModel.MARKS_ROLE)
        sheet = self.sheet(option.rect, page)
        self._paper = theme.on_paper(option.palette)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_sheet(painter, sheet, page, option.palette)
        if self._drawer.picture_of(page.number) is not None:
            self._paint_grounds(painter, sheet, page, marks)
            self._paint_changes(painter, sheet, marks)
        self._paint_gaps(painter, sheet, marks, theme.colours(option.palette))
        self._paint_bars(painter, sheet, marks, theme.colours(option.palette))
        painter.restore()

    def _paint_sheet(self, painter: QPainter, sheet: QRectF, page: Page, palette: QPalette) -> None:
        """Paint the picture of the page, or what keeps it from being shown."""
        painter.fillRect(sheet, QColor("#ffffff"))
        picture = self._drawer.picture_of(page.number)
        if picture is not None:
            painter.drawImage(sheet, picture.image)
        else:
            painter.setPen(QColor(self._paper.muted))
            told = sheet.adjusted(3 * GAP, 3 * GAP, -3 * GAP, -3 * GAP)
            told = told.intersected(painter.clipBoundingRect()) if painter.hasClipping() else told
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(told, flags, self._told(page))
        painter.setPen(QPen(QColor(theme.colours(palette).line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _told(self, page: Page) -> str:
        problem = self._drawer.problem_of(page.number)
        if problem is None:
            return self.tr("Drawing page {0} …").format(page.number)
        return {
            "protected": self.tr("The file is protected by a password. Click here or press Enter to give it."),
            "damaged": self.tr("Page {0} is damaged and cannot be drawn. Read it as text."),
            "too large": self.tr("The pictures on page {0} are too large to be drawn. Read it as text."),
            "slow": self.tr("Page {0} takes too long to be drawn. Read it as text."),
        }[problem].format(page.number)

    def _paint_grounds(self, painter: QPainter, sheet: QRectF, page: Page, marks: PageMarks) -> None:
        """Paint the grounds of the chosen finding, of its words and of words found, so that the print shows through."""
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        shown = self.shown
        chosen = _Ground()
        for mark in marks.marks:
            if shown.finding in mark.findings:
                chosen.addRoundedRect(self.on_sheet(mark.place, sheet).adjusted(-GAP / 2, -2, GAP / 2, 2), 4, 4)
        evidence = _Ground()
        for place in self._on_page(shown.evidence, page, sheet):
            evidence.addRect(place.adjusted(-1, -1, 1, 1))
        found = _Ground()
        for place in self._on_page(shown.found, page, sheet):
            found.addRect(place.adjusted(-1, -1, 1, 1))
        painter.fillPath(chosen.subtracted(evidence).subtracted(found), QColor(self._paper.selected))
        painter.fillPath(evidence.subtracted(found), QColor(self._paper.evidence))
        painter.fillPath(found, QColor(self._paper.note))
        painter.restore()
        painter.setPen(QPen(QColor(self._paper.accent), 1))
        for place in self._on_page(shown.found, page, sheet):  # not by colour alone
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.setPen(QPen(QColor(self._paper.accent), 2))
        for place in self._on_page(shown.current, page, sheet):
            painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 2, 2)

    def _on_page(self, places: Iterable[Stretch], page: Page, sheet: QRectF) -> Iterator[QRectF]:
        return (self.on_sheet(each.place, sheet) for each in places if each.page == page.number)

    def _paint_changes(self, painter: QPainter, sheet: QRectF, marks: PageMarks) -> None:
        """Paint a line through words struck, and a caret where words go in."""
        if not self.shown.with_changes:
            return
        for change in marks.changes:
            place = self.on_sheet(change.place, sheet)
            if change.inserted:
                paint_caret(painter, place, self._paper)
            else:
                painter.setPen(QPen(QColor(self._paper.deleted), max(1.5, place.height() / 9)))
                middle = place.top() + 0.55 * place.height()
                painter.drawLine(QPointF(place.left(), middle), QPointF(place.right(), middle))

    def _paint_bars(self, painter: QPainter, sheet: QRectF, marks: PageMarks, colours: Colours) -> None:
        """Paint a bar beside the words of each mark, and its badges beside the sheet."""
        taken: dict[str, float] = {}
        for mark in marks.marks:
            place = self.on_sheet(mark.place, sheet)
            chosen = self.shown.finding if self.shown.finding in mark.findings else None
            width = 4 if chosen else 2
            bar = sheet.left() - _BAR if mark.side == "left" else sheet.right() + _BAR - width
            colour = QColor(colours.of((chosen or mark.findings[0]).severity))
            painter.fillRect(QRectF(bar, place.top(), width, place.height()), colour)
            if taken.get(mark.side, place.top() - 1) > place.top():
                continue
            taken[mark.side] = place.top() + _BADGE
            badges = [(each.severity, self._decision(each).verb) for each in mark.findings]
            room = 2 * (_BADGE + 2)
            x = sheet.left() - 1.5 * _BAR if mark.side == "left" else sheet.right() + 1.5 * _BAR + room
            paint_badges(painter, QPointF(x, place.top()), badges, colours)

    def _paint_gaps(self, painter: QPainter, sheet: QRectF, marks: PageMarks, colours: Colours) -> None:
        """Paint a dotted line and a question mark beside what no clause type explains."""
        for gap in marks.gaps:
            place = self.on_sheet(gap.place, sheet)
            is_left = gap.side == "left"
            x = sheet.left() - _BAR + 1 if is_left else sheet.right() + _BAR - 1
            painter.setPen(QPen(QColor(colours.muted), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
            paint_uncovered(painter, place, x - GAP / 2 if is_left else x + GAP + _BADGE, colours)

    def _decision(self, finding: Finding) -> Decision:
        return self.shown.decisions.get(finding.clause.id, UNDECIDED)

    def tip_at(self, place: QPointF, sheet: QRectF, marks: PageMarks) -> str:
        """Return what is told of the mark under the pointer: words that a redline inserts, else the findings there."""
        near = GAP / 2
        if self.shown.with_changes:
            for change in marks.changes:
                reach = self.on_sheet(change.place, sheet).adjusted(-near, -2, near, near)
                if change.inserted and reach.contains(place):
                    return self._change_word(change)
        told = []
        for mark in marks.marks:
            if self.reach_of(mark, sheet).contains(place):
                told += [self._finding_word(each) for each in mark.findings]
        for gap in marks.gaps:
            if self.reach_of(gap, sheet).contains(place):
                told.append(self.tr("{0}: no clause type explains this; read it yourself").format(gap.about))
        return "\n".join(dict.fromkeys(told))

    def _finding_word(self, finding: Finding) -> str:
        severity, decision = words.severity_word(finding.severity), words.decision_word(self._decision(finding))
        return self.tr("{0}: {1}, {2}").format(severity, finding.clause.title, decision)

    def _change_word(self, change: PageChange) -> str:
        if change.is_paragraph:
            return self.tr("New paragraph: {0}").format(change.inserted)
        return self.tr("Insert: {0}").format(change.inserted.strip())


def paint_caret(painter: QPainter, place: QRectF, colours: Colours) -> None:
    """Paint a caret at an insertion point: a wedge below the line and a thin line up."""
    height = max(place.height(), 6.0)
    wedge = max(3.0, 0.3 * height)
    foot = QPointF(place.left(), place.top() + 0.85 * height)
    colour = QColor(colours.inserted)
    painter.setPen(QPen(colour, max(1.2, height / 12)))
    painter.drawLine(QPointF(foot.x(), place.top()), foot)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    below = foot.y() + wedge
    painter.drawPolygon(QPolygonF([foot, QPointF(foot.x() - wedge, below), QPointF(foot.x() + wedge, below)]))
