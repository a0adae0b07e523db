"""How the reading text is set: letters and lines of its paragraphs, and tables."""

from collections.abc import Collection

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from app.desktop.redline_text import PieceKind
from app.desktop.table_grid import Grid, column_letters
from app.desktop.text_marks import LOOKS, Look
from app.desktop.theme import Colours
from app.model.document import Paragraph

MEASURE_EM = 40
"""The width of the column, in em."""

_NEEDS = QTextFormat.Property.UserProperty
_WANTS = QTextFormat.Property.UserProperty + 1
"""Properties of a table's format: how wide each column must be for its longest word, and would be for its text."""

_LINE = 80  # letters: a text longer than that gets no more of the width
_SMALLEST = 0.78
_LETTER_EM = 0.5
_SPECIMEN = "Responsibilities"
_ROOM = 1.03  # for words of wider letters
_Underline = QTextCharFormat.UnderlineStyle


def _letter(font: QFont) -> float:
    """Return the width of a usual letter of `font` in bold, in pixels: fonts differ by a fifth."""
    bold = QFont(font)
    bold.setBold(True)
    return max(em(font) * _LETTER_EM, QFontMetricsF(bold).horizontalAdvance(_SPECIMEN) / len(_SPECIMEN) * _ROOM)


def em(font: QFont) -> float:
    """Return the size of an em of `font` at 96 dpi, in pixels."""
    return font.pointSizeF() * 1.35


class Letters:
    """The formats of the reading text in a font and in colours.

    `scale` says how large the letters are against the font; it is less than 1 in tables, where headings are not larger.
    """

    def __init__(self, font: QFont, colours: Colours, scale: float = 1.0) -> None:
        self.font = font
        self._colours = colours
        self.scale = scale
        self._looks = _formats(font.pointSizeF() * scale, colours)

    @property
    def measure(self) -> float:
        """The width of the column, in pixels."""
        return em(self.font) * MEASURE_EM

    def base(self, paragraph: Paragraph) -> QTextCharFormat:
        """Return the letters of a paragraph."""
        letters = QTextCharFormat()
        larger = self.scale
        if paragraph.kind in ("title", "heading"):
            letters.setFontWeight(QFont.Weight.Bold)
            if self.scale == 1.0:
                larger = 1.4 if paragraph.kind == "title" else max(1.0, 1.18 - 0.09 * paragraph.level)
        if larger != 1.0:
            letters.setFontPointSize(self.font.pointSizeF() * larger)
        return letters

    def changed(self, base: QTextCharFormat, kind: PieceKind) -> QTextCharFormat:
        """Return the letters of inserted or deleted text."""
        letters = QTextCharFormat(base)
        if kind == "inserted":
            letters.setForeground(QColor(self._colours.inserted))
            letters.setFontUnderline(True)
        elif kind == "deleted":
            letters.setForeground(QColor(self._colours.deleted))
            letters.setFontStrikeOut(True)
        return letters

    def looking(self, base: QTextCharFormat, looks: Collection[Look]) -> QTextCharFormat:
        """Return `base` with looks put on."""
        letters = QTextCharFormat(base)
        for look in sorted(looks, key=LOOKS.index):
            letters.merge(self._looks[look])
        return letters

    def lines(self, paragraph: Paragraph, marker: str, *, loose: bool) -> QTextBlockFormat:
        """Return the lines of a paragraph.

        Args:
            paragraph: What is set.
            marker: What hangs before the text; "" for nothing.
            loose: Whether there is room around it, unlike in a cell.
        """
        unit = em(self.font) * self.scale
        layout = QTextBlockFormat()
        height = 142 if loose else 125
        layout.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if loose:
            opens = paragraph.kind in ("title", "heading")
            layout.setTopMargin(unit * (1.1 if opens else 0.25))
            layout.setBottomMargin(unit * (0.4 if opens else 0.45))
            if paragraph.kind == "title":
                layout.setBottomMargin(unit)
            if paragraph.kind == "table-cell":
                layout.setLeftMargin(unit)
                layout.setTopMargin(0)
        indent = unit * 1.5 * paragraph.level if paragraph.kind == "list-item" and loose else 0
        if marker:
            hang = max(unit * (2 if loose else 1.5), QFontMetricsF(self.font).horizontalAdvance(marker) + unit * 0.6)
            layout.setLeftMargin(indent + hang)
            layout.setTextIndent(-hang)
            layout.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)])
        elif indent:
            layout.setLeftMargin(indent)
        return layout

    def story_heading(self) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the lines and letters of the quiet heading above notes, headers and footers."""
        layout = QTextBlockFormat()
        layout.setTopMargin(em(self.font) * 2.2)
        layout.setBottomMargin(em(self.font) * 0.4)
        letters = QTextCharFormat()
        letters.setForeground(QColor(self._colours.muted))
        letters.setFontWeight(QFont.Weight.DemiBold)
        letters.setFontPointSize(self.font.pointSizeF() * 0.85)
        return layout, letters

    def table(self, grid: Grid, available: float) -> QTextTableFormat:
        """Return the lines and columns of a table in a column of `available` pixels."""
        layout = QTextTableFormat()
        layout.setBorder(1)
        layout.setBorderCollapse(True)
        layout.setBorderBrush(QBrush(QColor(self._colours.scroll)))
        layout.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        layout.setCellSpacing(0)
        padding = em(self.font) * 0.35
        layout.setCellPadding(padding)
        layout.setTopMargin(em(self.font) * 0.4)
        layout.setBottomMargin(em(self.font) * 0.8)
        letter = _letter(self.font) * self.within(grid).scale
        columns = column_letters(grid)
        layout.setProperty(_NEEDS, [word * letter + 2 * padding + 2 for word, _ in columns])
        layout.setProperty(_WANTS, [min(text, _LINE) * letter for _, text in columns])
        _divide(layout, available)
        return layout

    def within(self, grid: Grid) -> "Letters":
        """Return the formats for a table: smaller letters where it would break words otherwise."""
        across = sum(word for word, _ in column_letters(grid)) + 2 * grid.columns
        return Letters(self.font, self._colours, max(_SMALLEST, min(0.92, MEASURE_EM / _LETTER_EM / across)))


def set_widths(frame: QTextFrame, available: float) -> None:
    """Set the tables of `frame` as wide as the column, or wider where words would break."""
    for table in frame.childFrames():
        if isinstance(table, QTextTable):
            layout = table.format().toTableFormat()
            _divide(layout, available)
            if layout != table.format():
                table.setFormat(layout)


def _divide(layout: QTextTableFormat, available: float) -> None:
    """Divide the width of a table: to each column what its longest word needs, of the rest what its text wants."""
    needs, wants = layout.property(_NEEDS), layout.property(_WANTS)
    needed = sum(needs)
    rest = max(available - needed, 0)
    widths = [need + rest * want / sum(wants) for need, want in zip(needs, wants, strict=True)]
    if needed > available:
        layout.setWidth(QTextLength(QTextLength.Type.FixedLength, round(needed)))
    else:
        layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength.Type.PercentageLength
    layout.setColumnWidthConstraints([QTextLength(share, 100 * width / sum(widths)) for width in widths])


def _formats(size: float, ours: Colours) -> dict[Look, QTextCharFormat]:
    """Return what each look changes of letters of `size` points."""
    formats: dict[Look, QTextCharFormat] = {look: QTextCharFormat() for look in LOOKS}
    formats["bold"].setFontWeight(QFont.Weight.Bold)
    formats["italic"].setFontItalic(True)
    formats["underlined"].setFontUnderline(True)
    for commented in (formats["commented"], formats["comment"]):
        commented.setBackground(QColor(ours.note))
    formats["comment"].setForeground(QColor(ours.muted))
    formats["comment"].setFontWeight(QFont.Weight.Bold)
    formats["comment"].setFontPointSize(size * 0.7)
    for link in (formats["reference"], formats["address"]):  # dashed: a plain underline is an insertion
        _underline(link, _Underline.DashUnderline, ours.accent)
    for link in (formats["address"], formats["note"]):
        link.setForeground(QColor(ours.accent))
    formats["note"].setFontWeight(QFont.Weight.Bold)
    formats["note"].setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    _underline(formats["reformatted"], _Underline.DashDotDotLine, ours.muted)
    _underline(formats["hidden"], _Underline.DotLine, ours.muted)
    formats["hidden"].setForeground(QColor(ours.muted))
    _underline(formats["unsure"], _Underline.WaveUnderline, ours.high)
    _underline(formats["inserted"], _Underline.SingleUnderline, ours.inserted)
    formats["inserted"].setForeground(QColor(ours.inserted))
    formats["deleted"].setForeground(QColor(ours.deleted))
    formats["deleted"].setFontStrikeOut(True)
    return formats


def _underline(letters: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, colour: str) -> None:
    letters.setUnderlineStyle(style)
    letters.setUnderlineColor(QColor(colour))
