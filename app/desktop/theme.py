"""Colours and type: the system's palette, one accent, and what marks a finding."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from app.model.clause import Severity

GAP = 8
"""The rhythm, in pixels: every distance is a multiple or a half of it."""

_SERIFS = ("Charter", "Source Serif 4", "Georgia", "Cambria", "Noto Serif", "C059", "Liberation Serif", "DejaVu Serif")


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours that the palette does not have, as "#rrggbb"."""

    accent: str
    muted: str
    line: str
    scroll: str
    critical: str
    high: str
    medium: str
    low: str
    none: str
    on_badge: str
    selected: str
    evidence: str
    inserted: str
    deleted: str
    note: str
    problem: str

    def of(self, severity: Severity) -> str:
        """Return the colour of a severity."""
        return {
            "critical": self.critical,
            "high": self.high,
            "medium": self.medium,
            "low": self.low,
            "none": self.none,
        }[severity]


_LIGHT = Colours(
    accent="#1d5f7a",
    muted="#5b6470",
    line="#d8dce1",
    scroll="#b3b9c1",
    critical="#98182f",
    high="#b5471a",
    medium="#856100",
    low="#47637f",
    none="#4d6b57",
    on_badge="#ffffff",
    selected="#eef4f7",
    evidence="#fbe9a6",
    inserted="#0b5c8a",
    deleted="#a3263b",
    note="#fbf3dc",
    problem="#fbe4e4",
)
_DARK = Colours(
    accent="#7cc3e0",
    muted="#b0b8c1",
    line="#41474f",
    scroll="#5a626c",
    critical="#f48fa0",
    high="#f3a673",
    medium="#e3c463",
    low="#a3bcd6",
    none="#9cc4a8",
    on_badge="#16191d",
    selected="#28333b",
    evidence="#463b0e",
    inserted="#7cc8f2",
    deleted="#f49aa8",
    note="#38321f",
    problem="#4a2529",
)


def is_dark(palette: QPalette) -> bool:
    """Return whether text of `palette` is lighter than its ground."""
    return palette.text().color().lightness() > palette.base().color().lightness()


def colours(palette: QPalette) -> Colours:
    """Return the colours that go with `palette`."""
    return _DARK if is_dark(palette) else _LIGHT


def accents(palette: QPalette) -> QPalette:
    """Return a palette that has only our accent, as highlight and link colour fit for `palette`."""
    ours = colours(palette)
    accented = QPalette()
    accented.setColor(QPalette.ColorRole.Highlight, QColor(ours.accent))
    accented.setColor(QPalette.ColorRole.HighlightedText, QColor(ours.on_badge))
    accented.setColor(QPalette.ColorRole.Accent, QColor(ours.accent))
    accented.setColor(QPalette.ColorRole.Link, QColor(ours.accent))
    return accented


def reading_font(base: QFont) -> QFont:
    """Return a serif for contract text, a little larger than `base`; `base` itself where no serif is installed."""
    installed = set(QFontDatabase.families())
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 1.25)
    font.setFamily(next((family for family in _SERIFS if family in installed), base.family()))
    return font


def style_sheet(palette: QPalette) -> str:
    """Return the style sheet of the window."""
    ours = colours(palette)
    return f"""
        QToolBar {{ border: 0; border-bottom: 1px solid {ours.line}; padding: 4px 8px; spacing: 4px; }}
        QToolBar QToolButton {{ padding: 4px 8px; border: 1px solid transparent; border-radius: 4px; }}
        QToolBar QToolButton:hover {{ background: {ours.selected}; }}
        QToolBar QToolButton:focus {{ border-color: {ours.accent}; }}
        QToolBar QToolButton:checked {{ background: {ours.selected}; border-color: {ours.accent};
            color: {ours.accent}; }}
        QToolBar QToolButton:checked:disabled {{ background: transparent; border-color: transparent;
            color: palette(mid); }}
        QStatusBar {{ border-top: 1px solid {ours.line}; }}
        QStatusBar::item {{ border: 0; }}
        QStatusBar QLabel {{ padding: 0 8px; }}
        QTreeView::item {{ padding: 3px 8px 3px 0; }}
        QTreeView::item:selected {{ background: {ours.selected}; color: palette(text); }}
        QTreeView::branch:selected {{ background: {ours.selected}; }}
        QTreeView, QListView, QTextBrowser, QScrollArea {{ border: 1px solid transparent; }}
        QTreeView:focus, QListView:focus, QTextBrowser:focus, QScrollArea:focus {{ border-color: {ours.accent}; }}
        QLineEdit {{ padding: 3px 6px; border: 1px solid {ours.line}; border-radius: 4px;
            background: palette(base); }}
        QLineEdit:focus {{ border-color: {ours.accent}; }}
        QCheckBox::indicator:unchecked, QListView::indicator:unchecked {{ border: 1px solid {ours.muted};
            border-radius: 2px; background: palette(base); }}
        QRadioButton::indicator:unchecked {{ border: 1px solid {ours.muted}; border-radius: 7px;
            background: palette(base); }}
        QProgressBar {{ border: 1px solid {ours.line}; border-radius: 4px; background: palette(base); }}
        QProgressBar::chunk {{ background: {ours.accent}; border-radius: 3px; }}
        QSplitter::handle {{ background: {ours.line}; }}
        QSplitter::handle:horizontal {{ width: 1px; }}
        QSplitter::handle:vertical {{ height: 1px; }}
        QScrollBar {{ background: transparent; border: 0; }}
        QScrollBar:vertical {{ width: 12px; }}
        QScrollBar:horizontal {{ height: 12px; }}
        QScrollBar::handle {{ background: {ours.scroll}; border-radius: 4px; margin: 2px; }}
        QScrollBar::handle:vertical {{ min-height: 32px; }}
        QScrollBar::handle:hover {{ background: {ours.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        QLabel[role="heading"] {{ color: {ours.muted}; font-weight: 600; }}
        QLabel[role="muted"] {{ color: {ours.muted}; }}
        QPushButton[role="chip"] {{ padding: 3px 9px; border: 1px solid {ours.line}; border-radius: 11px;
            background: transparent; }}
        QPushButton[role="chip"]:hover, QPushButton[role="chip"]:focus {{ border-color: {ours.accent}; }}
        QPushButton[role="chip"]:checked {{ background: {ours.accent}; border-color: {ours.accent};
            color: {ours.on_badge}; }}
        QPushButton[role="chip"]:checked:focus {{ border: 2px solid palette(text); padding: 2px 8px; }}
        QPushButton[role="primary"] {{ padding: 7px 18px; border: 1px solid {ours.accent}; border-radius: 4px;
            background: {ours.accent}; color: {ours.on_badge}; font-weight: 600; }}
        QPushButton[role="primary"]:focus {{ border: 2px solid palette(text); padding: 6px 17px; }}
        QPushButton[role="primary"]:disabled {{ background: {ours.line}; border-color: {ours.line};
            color: {ours.muted}; }}
        QPushButton[role="secondary"] {{ padding: 7px 18px; border: 1px solid {ours.line}; border-radius: 4px;
            background: transparent; }}
        QPushButton[role="secondary"]:hover, QPushButton[role="secondary"]:focus {{ border-color: {ours.accent}; }}
        QFrame#noteGround {{ background: {ours.note}; border-left: 3px solid {ours.medium}; }}
        QFrame#sourceBar {{ background: {ours.selected}; border-bottom: 1px solid {ours.line}; }}
        QFrame#messageBar {{ background: {ours.note}; border-bottom: 1px solid {ours.line}; }}
        QFrame#messageBar[kind="problem"] {{ background: {ours.problem}; }}
    """
