"""Colours and type: the system's palette, one accent, and what marks a finding."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette

from app.model.clause import Severity
from app.paths import data_dir

GAP = 8
"""The rhythm, in pixels: every distance is a multiple or a half of it."""

_SERIFS = ("Charter", "Source Serif 4", "Georgia", "Cambria", "Noto Serif", "C059", "Liberation Serif", "DejaVu Serif")
_STARK = 20.0  # contrast of text and ground from which a palette is one of high contrast; 21 is black on white


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours that the palette does not have, as "#rrggbb".

    Attributes:
        line: Between parts of the window; it carries no meaning.
        edge: Around what can be operated.
        ring: Width of the line around what has the focus, in pixels.
    """

    accent: str
    muted: str
    line: str
    edge: str
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
    ring: int = 1

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
    muted="#56606b",
    line="#d8dce1",
    edge="#7b8490",
    scroll="#7b848f",
    critical="#98182f",
    high="#a83f14",
    medium="#785700",
    low="#47637f",
    none="#45634f",
    on_badge="#ffffff",
    selected="#e6f0f5",
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
    edge="#87909b",
    scroll="#7b848f",
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
_STARK_LIGHT = Colours(
    accent="#003a52",
    muted="#333333",
    line="#000000",
    edge="#000000",
    scroll="#333333",
    critical="#7a0019",
    high="#752a00",
    medium="#523d00",
    low="#1f3d5c",
    none="#0f4726",
    on_badge="#ffffff",
    selected="#dff1fa",
    evidence="#ffeb99",
    inserted="#003a5e",
    deleted="#7a0022",
    note="#fff6d6",
    problem="#ffe6e6",
    ring=2,
)
_STARK_DARK = Colours(
    accent="#6fd8ff",
    muted="#e2e2e2",
    line="#ffffff",
    edge="#ffffff",
    scroll="#ffffff",
    critical="#ffa3b0",
    high="#ffb780",
    medium="#ffe066",
    low="#bcd6ff",
    none="#a8f0b8",
    on_badge="#000000",
    selected="#003040",
    evidence="#332b00",
    inserted="#8fdfff",
    deleted="#ffb8c2",
    note="#2a2400",
    problem="#40000f",
    ring=2,
)


def is_dark(palette: QPalette) -> bool:
    """Return whether text of `palette` is lighter than its ground."""
    return palette.text().color().lightness() > palette.base().color().lightness()


def is_stark(palette: QPalette) -> bool:
    """Return whether `palette` is one of high contrast: windows and buttons as near to black and white as can be."""
    active = QPalette.ColorGroup.Active
    pairs = (
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    )
    return all(contrast(palette.color(active, ink), palette.color(active, ground)) >= _STARK for ink, ground in pairs)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours(palette: QPalette) -> Colours:
    """Return the colours that go with `palette`."""
    light, dark = (_STARK_LIGHT, _STARK_DARK) if is_stark(palette) else (_LIGHT, _DARK)
    return dark if is_dark(palette) else light


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
    drawings = (data_dir("resources") / "icons" / "controls").as_posix()
    ink, on_badge = ("white", "black") if is_dark(palette) else ("black", "white")
    box = QFontMetrics(QFont()).height() // 2 * 2  # of a check box, as high as the text beside it
    off = "dashed" if is_stark(palette) else "solid"
    return f"""
        QToolBar {{ border: 0; border-bottom: 1px solid {ours.line}; padding: 4px 8px; spacing: 4px; }}
        QToolButton {{ padding: 4px 8px; border: {ours.ring}px solid transparent; border-radius: 4px; }}
        QToolButton:hover {{ background: {ours.selected}; }}
        QToolButton:focus {{ border-color: {ours.accent}; }}
        QToolButton:checked {{ background: {ours.selected}; border-color: {ours.accent}; color: {ours.accent}; }}
        QToolButton:checked:disabled {{ background: transparent; border-color: transparent;
            color: {ours.muted}; }}
        QToolButton[role="fold"], QToolButton[role="fold"]:checked {{ border: 0; border-bottom: 1px solid {ours.line};
            border-radius: 0; background: transparent; color: palette(window-text); font-weight: 600; }}
        QToolButton[role="fold"]::right-arrow {{ image: url({drawings}/right-{ink}.svg); }}
        QToolButton[role="fold"]::down-arrow {{ image: url({drawings}/down-{ink}.svg); }}
        QToolButton[role="fold"]:hover {{ background: {ours.selected}; }}
        QToolButton[role="fold"]:focus {{ border: 2px solid {ours.accent}; border-radius: 4px; padding: 3px 7px; }}
        QStatusBar {{ border-top: 1px solid {ours.line}; }}
        QStatusBar::item {{ border: 0; }}
        QStatusBar QLabel {{ padding: 0 8px; }}
        QTreeView::item {{ padding: 3px 8px 3px 0; }}
        QTreeView::item:selected {{ background: {ours.selected}; color: palette(text); }}
        QTreeView::branch:selected {{ background: {ours.selected}; }}
        QPlainTextEdit, QTextEdit {{ border: {ours.ring}px solid {ours.edge}; border-radius: 4px;
            background: palette(base); }}
        QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {ours.accent}; }}
        QTextBrowser {{ border-radius: 0; }}
        QTreeView, QListView, QTableView, QTextBrowser, QScrollArea {{ border: {ours.ring}px solid transparent; }}
        QTreeView:focus, QListView:focus, QTableView:focus, QTextBrowser:focus, QScrollArea:focus {{
            border-color: {ours.accent}; }}
        QTableView {{ border-color: {ours.line}; gridline-color: {ours.line}; }}
        QListWidget::item {{ padding: 4px 8px; }}
        QListWidget::item:selected {{ background: {ours.selected}; color: palette(text);
            border-left: 3px solid {ours.accent}; }}
        QHeaderView::section {{ padding: 4px 8px; border: 0; border-right: 1px solid {ours.line};
            border-bottom: 1px solid {ours.edge}; background: palette(window); }}
        QLineEdit {{ padding: 3px 6px; border: 1px solid {ours.edge}; border-radius: 4px;
            background: palette(base); }}
        QLineEdit:focus {{ padding: 2px 5px; border: 2px solid {ours.accent}; }}
        QLineEdit:disabled, QLineEdit:read-only {{ border-color: {ours.line}; border-style: {off};
            background: palette(window); }}
        QTableView QLineEdit {{ padding: 0 4px; border-radius: 0; }}
        QComboBox, QAbstractSpinBox {{ padding: 3px 6px; border: 1px solid {ours.edge}; border-radius: 4px;
            background: palette(base); selection-background-color: {ours.accent};
            selection-color: {ours.on_badge}; }}
        QComboBox:focus, QAbstractSpinBox:focus {{ padding: 2px 5px; border: 2px solid {ours.accent}; }}
        QComboBox:disabled, QAbstractSpinBox:disabled {{ border-color: {ours.line}; border-style: {off};
            background: palette(window); }}
        QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ padding: 0 4px; border: 0; background: transparent; }}
        QComboBox::drop-down, QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 1.8em; border: 0; }}
        QComboBox::down-arrow, QAbstractSpinBox::down-arrow {{ image: url({drawings}/down-{ink}.svg);
            width: 0.8em; height: 0.8em; }}
        QAbstractSpinBox::up-arrow {{ image: url({drawings}/up-{ink}.svg); width: 0.8em; height: 0.8em; }}
        QComboBox QAbstractItemView {{ border: 1px solid {ours.edge}; background: palette(base); }}
        QCheckBox::indicator, QGroupBox::indicator, QListView::indicator, QTreeView::indicator,
        QTableView::indicator {{ width: {box}px; height: {box}px; border: 1px solid {ours.edge}; border-radius: 3px;
            background: palette(base); }}
        QCheckBox::indicator:checked, QGroupBox::indicator:checked, QListView::indicator:checked,
        QTreeView::indicator:checked, QTableView::indicator:checked {{ border-color: {ours.accent};
            background: {ours.accent}; image: url({drawings}/tick-{on_badge}.svg); }}
        QCheckBox::indicator:indeterminate, QListView::indicator:indeterminate,
        QTreeView::indicator:indeterminate {{ border-color: {ours.accent}; background: {ours.accent};
            image: url({drawings}/dash-{on_badge}.svg); }}
        QCheckBox::indicator:disabled {{ border-color: {ours.line}; }}
        QCheckBox::indicator:checked:disabled {{ background: {ours.muted}; }}
        QRadioButton::indicator {{ width: {box}px; height: {box}px; border: 1px solid {ours.edge};
            border-radius: {box // 2 + 1}px; background: palette(base); }}
        QRadioButton::indicator:checked {{ border-color: {ours.accent}; background: {ours.accent};
            image: url({drawings}/dot-{on_badge}.svg); }}
        QRadioButton::indicator:disabled {{ border-color: {ours.line}; }}
        QCheckBox, QRadioButton {{ padding: 2px; border: 2px solid transparent; border-radius: 4px; spacing: 6px; }}
        QCheckBox:focus, QRadioButton:focus {{ border-color: {ours.accent}; }}
        QGroupBox {{ margin-top: 1.4em; padding: 4px; border: 1px solid {ours.line}; border-radius: 4px; }}
        QGroupBox::title {{ subcontrol-origin: margin; left: 4px; }}
        QTabWidget::pane {{ border: 1px solid {ours.line}; }}
        QTabBar::tab {{ padding: 5px 12px; border: 1px solid transparent; border-bottom: 3px solid transparent; }}
        QTabBar::tab:selected {{ border-bottom-color: {ours.accent}; font-weight: 600; }}
        QTabBar::tab:focus {{ border: {ours.ring}px solid {ours.accent}; border-bottom-width: 3px; }}
        QTabBar::tab:disabled {{ color: {ours.muted}; }}
        QMenu {{ padding: 4px; border: 1px solid {ours.edge}; background: palette(base); }}
        QMenu::item {{ padding: 5px 24px; border-radius: 3px; }}
        QMenu::item:selected {{ background: {ours.accent}; color: {ours.on_badge}; }}
        QMenu::item:disabled {{ color: {ours.muted}; background: transparent; }}
        QMenu::separator {{ height: 1px; margin: 4px 8px; background: {ours.line}; }}
        QMenuBar::item {{ padding: 4px 8px; background: transparent; }}
        QMenuBar::item:selected {{ background: {ours.accent}; color: {ours.on_badge}; border-radius: 3px; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QProgressBar {{ border: 1px solid {ours.edge}; border-radius: 4px; background: palette(base);
            text-align: center; }}
        QProgressBar::chunk {{ background: {ours.accent}; border-radius: 3px; }}
        QSplitter::handle {{ background: {ours.line}; }}
        QSplitter::handle:horizontal {{ width: 1px; }}
        QSplitter::handle:vertical {{ height: 1px; }}
        QScrollBar {{ background: transparent; border: 0; }}
        QScrollBar:vertical {{ width: 12px; }}
        QScrollBar:horizontal {{ height: 12px; }}
        QAbstractScrollArea::corner {{ border: 0; background: transparent; }}
        QScrollBar::handle {{ background: {ours.scroll}; border-radius: 4px; margin: 2px; }}
        QScrollBar::handle:vertical {{ min-height: 32px; }}
        QScrollBar::handle:horizontal {{ min-width: 32px; }}
        QScrollBar::handle:hover {{ background: {ours.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        QToolTip {{ padding: 4px 8px; border: 1px solid {ours.edge}; background: palette(tool-tip-base);
            color: palette(tool-tip-text); }}
        QLabel[role="heading"] {{ color: {ours.muted}; font-weight: 600; }}
        QLabel[role="muted"] {{ color: {ours.muted}; }}
        QLabel[role="problem"] {{ color: {ours.critical}; }}
        QPushButton {{ min-width: 4em; padding: 5px 14px; border: 1px solid {ours.edge}; border-radius: 4px;
            background: palette(button); }}
        QPushButton:hover {{ border-color: {ours.accent}; }}
        QPushButton:pressed {{ background: {ours.selected}; }}
        QPushButton:default {{ border: 2px solid {ours.edge}; padding: 4px 13px; }}
        QPushButton:focus {{ border: 2px solid {ours.accent}; padding: 4px 13px; }}
        QPushButton:disabled {{ color: {ours.muted}; border-color: {ours.line}; border-style: {off}; }}
        QPushButton[role="chip"] {{ min-width: 0; padding: 3px 9px; border: 1px solid {ours.edge}; border-radius: 11px;
            background: transparent; }}
        QPushButton[role="chip"]:hover {{ border-color: {ours.accent}; }}
        QPushButton[role="chip"]:checked {{ background: {ours.accent}; border-color: {ours.accent};
            color: {ours.on_badge}; }}
        QPushButton[role="chip"]:focus {{ border: 2px solid {ours.accent}; padding: 2px 8px; }}
        QPushButton[role="chip"]:checked:focus {{ border-color: palette(text); }}
        QPushButton[role="chip"]:disabled {{ color: {ours.muted}; border: 1px {off} {ours.line}; }}
        QPushButton[role="primary"] {{ padding: 7px 18px; border: 1px solid {ours.accent}; border-radius: 4px;
            background: {ours.accent}; color: {ours.on_badge}; font-weight: 600; }}
        QPushButton[role="primary"]:hover {{ border-color: palette(text); }}
        QPushButton[role="primary"]:focus {{ border: 2px solid palette(text); padding: 6px 17px; }}
        QPushButton[role="primary"]:disabled {{ background: transparent; border: 1px {off} {ours.line};
            color: {ours.muted}; }}
        QPushButton[role="secondary"] {{ padding: 7px 18px; background: transparent; }}
        QPushButton[role="secondary"]:focus {{ padding: 6px 17px; }}
        QPushButton[role="decision"] {{ min-width: 0; padding: 4px 9px; }}
        QPushButton[role="decision"]:focus {{ padding: 3px 8px; }}
        QPushButton[role="decision"]:checked {{ background: {ours.accent}; border-color: {ours.accent};
            color: {ours.on_badge}; }}
        QPushButton[role="decision"]:checked:focus {{ border-color: palette(text); }}
        QFrame#decisionBar {{ border-top: 1px solid {ours.line}; }}
        QFrame#outgoingGround {{ background: palette(base); border-left: 3px solid {ours.accent}; }}
        QFrame#noteGround {{ background: {ours.note}; border-left: 3px solid {ours.medium}; }}
        QFrame#sourceBar {{ background: {ours.selected}; border-bottom: 1px solid {ours.line}; }}
        QFrame#messageBar {{ background: {ours.note}; border-bottom: 1px solid {ours.line}; }}
        QFrame#messageBar[kind="problem"] {{ background: {ours.problem}; }}
    """
