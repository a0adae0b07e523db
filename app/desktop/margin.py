"""The marks beside the reading text: bars and badges of findings, the ground of the chosen one, what is not covered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.desktop import words
from app.desktop.badge import paint_badge
from app.desktop.theme import GAP, Colours
from app.model.clause import Severity
from app.model.matter import ASKING, Decision, Verb
from app.model.review import Finding

MARGIN = 64
"""The width kept for marks at the left of the column, in pixels."""

_BADGE = 18
_FAINT = 0.45
Badge = tuple[Severity, Verb | None]
"""The severity of a finding, and what was decided on it; None as long as nothing is."""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block in view that carries findings, or that no clause type explains.

    Attributes:
        place: Where it stands in the viewport.
        findings: Worst first.
        decisions: What was decided on each of them.
        chosen: The finding that is chosen, if it is one of the block's.
        in_cell: Whether it stands in a cell of a table.
        uncovered: Whether no clause type explains it.
    """

    place: QRectF
    findings: Sequence[Finding]
    decisions: Sequence[Decision]
    chosen: Finding | None
    in_cell: bool
    uncovered: bool


def paint_margin(painter: QPainter, blocks: Iterable[MarkedBlock], column: QRectF, colours: Colours) -> None:
    """Paint the marks of `blocks`; `column` is where the text stands from left to right."""
    rows: list[tuple[QRectF, list[Badge]]] = []
    uncovered: list[QRectF] = []
    for block in blocks:
        _paint_block(painter, block, column, colours)
        if block.uncovered and not block.findings:
            uncovered.append(block.place)
        badges = [(finding.severity, each.verb) for finding, each in zip(block.findings, block.decisions, strict=True)]
        if rows and block.in_cell and block.place.top() < rows[-1][0].top() + _BADGE:
            rows[-1][1].extend(badges)
        elif badges:
            rows.append((block.place, badges))
    for place, badges in rows:
        paint_badges(painter, QPointF(column.left() - 2.5 * GAP, place.top() + 2), badges, colours)
    for place in uncovered:
        if all(abs(place.top() - taken.top()) >= _BADGE for taken, _ in rows):
            paint_uncovered(painter, place, column.left() - 2.5 * GAP, colours)


def _paint_block(painter: QPainter, block: MarkedBlock, column: QRectF, colours: Colours) -> None:
    place = block.place
    left = place.left() - GAP / 2 - 1 if block.in_cell else column.left() - 2 * GAP
    if block.chosen is not None:
        ground = place if block.in_cell else QRectF(column.left(), place.top(), column.width(), place.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.selected))
        spare = 2 if block.in_cell else GAP
        painter.drawRoundedRect(ground.adjusted(-spare, -2, spare, 2), 4, 4)
        colour = colours.of(block.chosen.severity)
        painter.fillRect(QRectF(left, place.top(), 3 if block.in_cell else 4, place.height()), QColor(colour))
    elif block.findings:
        pairs = zip(block.findings, block.decisions, strict=True)
        still = next((finding for finding, decision in pairs if decision.verb is None), None)
        painter.setOpacity(_FAINT if still is None else 1.0)
        colour = colours.of((still or block.findings[0]).severity)
        painter.fillRect(QRectF(left, place.top(), 2, place.height()), QColor(colour))
        painter.setOpacity(1.0)
    elif block.uncovered:
        painter.setPen(QPen(QColor(colours.muted), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(left + 1, place.top()), QPointF(left + 1, place.bottom()))


def paint_badges(painter: QPainter, corner: QPointF, badges: Sequence[Badge], colours: Colours) -> None:
    """Paint the badges of what is open, two at most, else the first that is decided; `corner` is the upper right."""
    shown = [badge for badge in dict.fromkeys(badges) if badge[1] is None][:2] or list(badges[:1])
    x = corner.x() - len(shown) * (_BADGE + 2)
    for severity, verb in shown:
        place = QRectF(x, corner.y(), _BADGE, _BADGE)
        painter.setOpacity(1.0 if verb is None or verb in ASKING else _FAINT)
        paint_badge(painter, place, severity, colours)
        painter.setOpacity(1.0)
        if verb is not None:
            _paint_sign(painter, place.translated(-_BADGE, 0), verb, colours)
        x += _BADGE + 2


def _paint_sign(painter: QPainter, place: QRectF, verb: Verb, colours: Colours) -> None:
    """Paint the sign of a decision."""
    painter.save()
    font = painter.font()
    font.setPixelSize(int(_BADGE * 0.8))
    painter.setFont(font)
    painter.setPen(QColor(colours.accent))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words.decision_glyph(Decision(verb)))
    painter.restore()


def paint_uncovered(painter: QPainter, place: QRectF, right: float, colours: Colours) -> None:
    """Paint an outline with a question mark in it: what nobody has judged."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.muted), 1))
    badge = QRectF(right - _BADGE - 1.5, place.top() + 2.5, _BADGE - 1, _BADGE - 1)
    painter.drawRoundedRect(badge, 4, 4)
    font = painter.font()
    font.setPixelSize(int(_BADGE * 0.66))
    painter.setFont(font)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()
