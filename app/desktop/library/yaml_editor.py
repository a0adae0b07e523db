"""An editor for clause files: plain text with line numbers, and marks at the lines that have mistakes."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.desktop import theme
from app.desktop.library.highlighter import YamlHighlighter
from app.desktop.theme import GAP
from app.model.authoring import EntryMistake

_INDENT = 2


class YamlEditor(QPlainTextEdit):
    """Edits a clause file. Tab leaves it, as YAML knows no tabs; Enter keeps the indent of the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryEditor")
        self.setAccessibleName(self.tr("Text of the entry"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._marks: dict[int, bool] = {}
        self._highlighter = YamlHighlighter(self.document(), theme.colours(self.palette()))
        self.margin = EditorMargin(self)
        self.blockCountChanged.connect(self._set_margin)
        self.updateRequest.connect(self._scroll_margin)
        self._set_font()

    def show_mistakes(self, mistakes: Iterable[EntryMistake]) -> None:
        """Mark the lines of `mistakes` in the margin."""
        self._marks = {}
        for mistake in mistakes:
            self._marks[mistake.line] = self._marks.get(mistake.line, True) and mistake.is_warning
        self.margin.update()

    def mark_of(self, line: int) -> bool | None:
        """Return whether the mark of a line, from 1, is a warning; None where it has none."""
        return self._marks.get(line)

    def go_to(self, line: int) -> None:
        """Put the cursor at the first word of a line, from 1."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        cursor = QTextCursor(block)
        text = block.text()
        cursor.setPosition(block.position() + len(text) - len(text.lstrip()))
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert_indented(self, text: str) -> None:
        """Put lines in at the cursor, indented as it stands; one undo takes them out."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        indent = " " * (len(before) - len(before.lstrip()) if before.strip() else len(before))
        lines = [line for line in text.splitlines() if line.strip()]
        start = "\n" + indent if before.strip() else ""
        cursor.insertText(start + f"\n{indent}".join(lines))
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the indent of a line on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            cursor = self.textCursor()
            before = cursor.block().text()[: cursor.positionInBlock()]
            indent = len(before) - len(before.lstrip(" "))
            if before.rstrip().endswith(":"):
                indent += _INDENT
            cursor.insertText("\n" + " " * indent)
            self.setTextCursor(cursor)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin as high as the text."""
        super().resizeEvent(event)
        self._place_margin()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another palette, and letters as large as the window's."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self._highlighter.show_colours(theme.colours(self.palette()))
        if event.type() == QEvent.Type.ApplicationFontChange and hasattr(self, "margin"):
            self._set_font()

    def numbers(self) -> Iterable[tuple[int, QRect]]:
        """Yield the lines in sight with their places, beside the text."""
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if place.top() > self.viewport().height():
                return
            yield block.blockNumber() + 1, place
            block = block.next()

    def _set_font(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        parent = self.parentWidget()
        font.setPointSizeF(parent.font().pointSizeF() if parent is not None else self.font().pointSizeF())
        self.setFont(font)
        self._set_margin()

    def _set_margin(self) -> None:
        self.setViewportMargins(self.margin.sizeHint().width(), 0, 0, 0)
        self._place_margin()

    def _place_margin(self) -> None:
        inside = self.contentsRect()
        self.margin.setGeometry(inside.left(), inside.top(), self.margin.sizeHint().width(), inside.height())

    def _scroll_margin(self, place: QRect, by: int) -> None:
        if by:
            self.margin.scroll(0, by)
        else:
            self.margin.update(0, place.y(), self.margin.width(), place.height())


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class EditorMargin(QWidget):
    """Paints the line numbers of an editor, and a sign at those with mistakes."""

    def __init__(self, editor: YamlEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Return room for a sign and the largest number."""
        digits = max(3, len(str(self._editor.blockCount())))
        metrics = self._editor.fontMetrics()
        return QSize(metrics.horizontalAdvance("9") * digits + metrics.height() + GAP + GAP // 2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers and signs in sight."""
        ours = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(ours.selected))
        painter.setFont(self._editor.font())
        height = self._editor.fontMetrics().height()
        for line, place in self._editor.numbers():
            mark = self._editor.mark_of(line)
            if mark is not None:
                painter.setPen(QColor(ours.medium if mark else ours.critical))
                sign = QRect(GAP // 2, place.top(), height, height)
                painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "▲" if mark else "✗")
            painter.setPen(QColor(ours.muted))
            number = QRect(0, place.top(), self.width() - GAP, height)
            painter.drawText(number, Qt.AlignmentFlag.AlignRight, str(line))
        painter.end()
